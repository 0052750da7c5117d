"use strict";
exports.ids = [];
exports.modules = {

// ./src/version.ts
/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ USER_AGENT),
  x: () => (/* binding */ VERSION)
});
const VERSION = '0.1.0';
const USER_AGENT = `mint-token/${VERSION}`;


/***/ }),

// ./src/issuers/shell-word.ts
/***/ 4051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ shellWord)
});
function shellWord(text) {
	return /^[\w.:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

// ./src/lease/origin.ts
/***/ 9230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ withoutPerson),
  r: () => (/* binding */ MINTERS)
});
const MINTERS = [
	'gitlab',
	'buildkite',
	'jenkins',
	'circleci',
	'azure',
	'bitbucket',
	'tekton',
	'woodpecker',
	'terminal',
];
function withoutPerson(origin) {
	return origin.by === 'terminal' ? { ...origin, repository: 'terminal' } : origin;
}


/***/ }),

// ./src/http/network.ts + 1 modules
/***/ 49:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseNetwork: () => (/* binding */ parseNetwork),
  L: () => (/* binding */ readNetwork),
  j: () => (/* binding */ serializeNetwork)
});

var notice = __webpack_require__(7440);
var shown_text = __webpack_require__(4278);
var node_options = __webpack_require__(8073);
;// CONCATENATED MODULE: ./src/http/authority-sources.ts

function authoritySources(environment) {
	const options = (0,node_options/* nodeOptions */.p)(environment);
	const bundled = (0,node_options/* flag */.J)(options, 'use-bundled-ca') ?? !builtForOpenssl();
	return {
		openssl: (0,node_options/* flag */.J)(options, 'use-openssl-ca') ?? !bundled,
		system: (0,node_options/* flag */.J)(options, 'use-system-ca') ?? environment['NODE_USE_SYSTEM_CA'] === '1',
		extraFile: environment['NODE_EXTRA_CA_CERTS'] ?? '',
	};
}
function builtForOpenssl() {
	const { target_defaults: defaults } = process.config;
	return defaults.defines.includes('NODE_OPENSSL_CERT_STORE');
}
function areDefault({ openssl, system, extraFile }) {
	return !openssl && !system && extraFile === '';
}

var proxy = __webpack_require__(7856);
var http_resolver = __webpack_require__(3192);
var what_node_shows = __webpack_require__(7774);
;// CONCATENATED MODULE: ./src/http/network.ts






const DEFAULT_AUTHORITIES = { kind: 'default' };
async function readNetwork(environment, notify) {
	const proxies = (0,proxy/* readProxies */.r)(environment);
	const sources = authoritySources(environment);
	const resolver = (0,http_resolver/* readResolver */.J5)(environment);
	return {
		proxies,
		isException: await readNoProxy(proxies, notify),
		authorities: areDefault(sources)
			? DEFAULT_AUTHORITIES
			: (await __webpack_require__.e(/* import() */ 4201).then(__webpack_require__.bind(__webpack_require__, 4201))).readAuthorities(sources, notify),
		resolver,
		closed: (0,what_node_shows/* whatNodeShows */.R)(environment) ?? tooLong(proxies, resolver) ?? (0,http_resolver/* unprovedNames */.wf)(resolver),
	};
}
const none = () => false;
async function readNoProxy(proxies, notify) {
	const { http_proxy, https_proxy, all_proxy, no_proxy } = proxies;
	if (no_proxy === '' || (http_proxy === '' && https_proxy === '' && all_proxy === ''))
		return none;
	const { isException, notUnderstood } = (await __webpack_require__.e(/* import() */ 8428).then(__webpack_require__.bind(__webpack_require__, 8428))).readExceptions(no_proxy);
	if (notUnderstood.length > 0) {
		notify((0,notice/* warning */.$)(`no_proxy: not understood, and so without effect: ${notUnderstood.map(shown_text/* quote */.hD).join(', ')}. Expected names and addresses such as corp.example, .corp.example, 10.0.0.0/8 or fd00::/8, each with a port or without, separated by commas or blanks.`));
	}
	return isException;
}
const LONGEST_TEXT = 16_384;
function tooLong(proxies, resolver) {
	const texts = { ...proxies, 'the settings of the resolver': (0,http_resolver/* printResolver */.ar)(resolver) };
	const found = Object.entries(texts).find(([, text]) => text.length > LONGEST_TEXT);
	if (found === undefined)
		return undefined;
	const [name, { length }] = found;
	return {
		words: `nothing is sent, since ${name} cannot be kept for the revocation: ${length} characters, where ${LONGEST_TEXT} fit`,
		advice: 'Make it shorter',
	};
}
async function serializeNetwork({ proxies, authorities, resolver }, folder) {
	return {
		...proxies,
		authorities: authorities.kind === 'default'
			? ''
			: (await __webpack_require__.e(/* import() */ 4201).then(__webpack_require__.bind(__webpack_require__, 4201))).serializeAuthorities(authorities, folder),
		resolver: (0,http_resolver/* printResolver */.ar)(resolver),
	};
}
async function parseNetwork(texts, environment) {
	const { http_proxy, https_proxy, all_proxy, no_proxy } = texts;
	const proxies = { http_proxy, https_proxy, all_proxy, no_proxy };
	const resolver = (0,http_resolver/* parseResolver */.sm)(texts.resolver);
	return {
		proxies,
		isException: await readNoProxy(proxies, () => undefined),
		authorities: await parseAuthorities(texts.authorities, environment),
		resolver,
		closed: (0,what_node_shows/* whatNodeShows */.R)(environment) ?? (0,http_resolver/* changedNames */.tS)(resolver),
	};
}
async function parseAuthorities(text, environment) {
	if (text !== '')
		return (await __webpack_require__.e(/* import() */ 4201).then(__webpack_require__.bind(__webpack_require__, 4201))).parseAuthorities(text);
	if (areDefault(authoritySources(environment)))
		return DEFAULT_AUTHORITIES;
	return { kind: 'listed', bundled: true, others: [] };
}


/***/ }),

// ./src/http/node-options.ts
/***/ 8073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ flag),
  p: () => (/* binding */ nodeOptions)
});
function nodeOptions(environment) {
	const written = (environment['NODE_OPTIONS'] ?? '').split(/\s+/);
	return [...written, ...process.execArgv].map((option) => {
		const [name = '', ...value] = option.replace(/^"|"$/g, '').split('=');
		return [name.replaceAll('_', '-'), ...value].join('=');
	});
}
function flag(options, name) {
	const last = options.findLast((option) => option === `--${name}` || option === `--no-${name}`);
	return last === undefined ? undefined : last === `--${name}`;
}


/***/ }),

// ./src/http/proxy.ts
/***/ 7856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ proxyFor),
  r: () => (/* binding */ readProxies)
});
var _server_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7952);

function readProxies(environment) {
	const read = (name) => environment[name] || environment[name.toUpperCase()] || '';
	return {
		http_proxy: read('http_proxy'),
		https_proxy: read('https_proxy'),
		all_proxy: read('all_proxy'),
		no_proxy: read('no_proxy'),
	};
}
function proxyFor(server, { proxies, isException }) {
	const own = server.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
	const name = proxies[own] === '' ? 'all_proxy' : own;
	const value = proxies[name];
	if (value === '' || (0,_server_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(server) || isException(server))
		return undefined;
	try {
		const url = new URL(value.includes('://') ? value : `http://${value}`);
		return { url, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
	}
	catch {
		throw new Error(`the value of ${name} is not the URL of a proxy; expected one such as http://127.0.0.1:3128, with special characters in a user or password percent-encoded`);
	}
}


/***/ }),

// ./src/http/server-address.ts
/***/ 7952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  HM: () => (/* binding */ portOf),
  U9: () => (/* binding */ isLoopback),
  w4: () => (/* binding */ hostOf)
});
function hostOf({ hostname }) {
	return hostname.replace(/^\[|\]$/g, '');
}
function portOf({ port, protocol }) {
	if (port !== '')
		return Number(port);
	return protocol === 'https:' ? 443 : 80;
}
function isLoopback({ hostname }) {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}


/***/ }),

// ./src/http/what-node-shows.ts
/***/ 7774:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ whatNodeShows)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);
var _node_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8073);


const DEBUGGED = ['http', 'https', 'http2', 'net', 'tls', 'stream', 'undici', 'fetch', 'child_process'];
const OPTIONS = ['--tls-keylog', '--trace-tls'];
function whatNodeShows(environment) {
	const { NODE_DEBUG: debug = '', SSLKEYLOGFILE: keys = '' } = environment;
	if (debugs(debug))
		return closed(`NODE_DEBUG is ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(debug)}`, 'NODE_DEBUG');
	const option = (0,_node_options_js__WEBPACK_IMPORTED_MODULE_1__/* .nodeOptions */ .p)(environment).find((text) => OPTIONS.some((name) => text === name || text.startsWith(`${name}=`)));
	if (option !== undefined)
		return closed(`Node was started with ${option.replace(/=.*$/s, '')}`, 'it');
	const { variables } = process.config;
	if (keys !== '' && variables.node_shared_openssl)
		return closed('SSLKEYLOGFILE is set', 'SSLKEYLOGFILE');
	return undefined;
}
function closed(why, what) {
	return {
		words: `nothing is sent, since ${why}: what is sent and answered, secrets included, would be shown before it is masked`,
		advice: `Remove ${what} from the environment`,
	};
}
function debugs(text) {
	if (text === '')
		return false;
	const names = text.split(',').map((name) => name
		.trim()
		.replace(/[|\\{}()[\]^$+?.]/g, '\\$&')
		.replaceAll('*', '.*'));
	const pattern = new RegExp(`^(?:${names.join('|')})$`, 'i');
	return DEBUGGED.some((name) => pattern.test(name));
}


/***/ }),

// ./src/lease/issuer.ts
/***/ 2247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ Refused)
});
class Refused extends Error {
	name = 'Refused';
	problems;
	constructor(message, options = {}) {
		super(message, options);
		this.problems = options.problems ?? [];
	}
}


/***/ }),

// ./src/lease/attempt.ts
/***/ 2879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  jN: () => (/* binding */ isDescribedBy),
  oG: () => (/* binding */ newAttempt),
  q0: () => (/* binding */ describe)
});
var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2790);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8746);


function newAttempt(wish, now, serverAhead = 0) {
	const { name, description = '', lifetime, expiry, origin, revoke, longestDescription = Infinity } = wish;
	const { randomBytes, randomInt } = process.getBuiltinModule('node:crypto');
	const leaseId = randomBytes(16).toString('hex');
	const wantedEnd = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .endOf */ .pJ)(lifetime, now + serverAhead, expiry);
	const expiresAt = expiry.kind === 'millisecond' ? wantedEnd - randomInt(10_000) : wantedEnd;
	const room = longestDescription - (description === '' ? 0 : [...description].length + 1);
	const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerOf */ .we)({ leaseId, origin, expiresAt, untilExpiry: !revoke }, Math.min(room, _marker_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_MARKER */ .Ke));
	return {
		leaseId,
		name: name ?? generatedName(origin, leaseId),
		description,
		marker: (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .printMarker */ .uZ)(marker),
		startedAt: now,
		serverAhead,
		expiresAt,
	};
}
function describe({ description, marker }) {
	return (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .describeWith */ .Wq)(description, marker);
}
function isDescribedBy(text, { leaseId }) {
	return (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .bearsLease */ .eb)(text, leaseId);
}
function generatedName({ repository, run, attempt, job }, leaseId) {
	const repositoryName = repository.slice(repository.lastIndexOf('/') + 1);
	const readable = [repositoryName.slice(0, 24), run, attempt, job].join('-').replace(/[^A-Za-z0-9]+/g, '-');
	return `mint-token-${readable.slice(0, 56)}-${leaseId}`.replace(/-+/g, '-');
}


/***/ }),

// ./src/lease/marker.ts
/***/ 2790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  EU: () => (/* binding */ fitMarker),
  Hq: () => (/* binding */ isChanged),
  Ke: () => (/* binding */ LONGEST_MARKER),
  Wq: () => (/* binding */ describeWith),
  XF: () => (/* binding */ readDescription),
  ZR: () => (/* binding */ splitDescription),
  eb: () => (/* binding */ bearsLease),
  le: () => (/* binding */ isPrintedAs),
  uZ: () => (/* binding */ printMarker),
  we: () => (/* binding */ markerOf)
});
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);
var _origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9230);


const LONGEST_MARKER = 500;
const LONGEST = { repository: 140, run: 40, attempt: 40, job: 64, at: 64 };
const CHARACTERS = {
	repository: 'A-Za-z0-9._/@-',
	run: 'A-Za-z0-9._-',
	attempt: 'A-Za-z0-9._-',
	job: 'A-Za-z0-9._/-',
	at: 'A-Za-z0-9._:-',
};
function markerOf(lease, longest = LONGEST_MARKER) {
	const { at = '', by, repository, run, attempt, job } = lease.origin;
	const origin = {
		...(at === '' ? {} : { at: asPrinted('at', at) }),
		...(by === undefined ? {} : { by }),
		repository: asPrinted('repository', repository),
		run: asPrinted('run', run),
		attempt: asPrinted('attempt', attempt),
		job: asPrinted('job', job),
	};
	return fitMarker({ ...lease, origin }, longest);
}
function fitMarker(marker, longest = LONGEST_MARKER) {
	if (printMarker(marker).length <= longest)
		return marker;
	const withoutJob = { ...marker, origin: { ...marker.origin, job: '' } };
	const excess = printMarker(withoutJob).length - longest;
	if (excess <= 0)
		return withoutJob;
	const { repository } = marker.origin;
	return {
		...withoutJob,
		origin: { ...withoutJob.origin, repository: cutTo(repository.length - excess, repository) },
	};
}
function printMarker({ leaseId, origin, expiresAt, untilExpiry }) {
	const { at, by, repository, run, attempt, job } = origin;
	const fields = [
		`lease=${leaseId}`,
		`repo=${repository}`,
		`run=${run}/${attempt}`,
		...(job === '' ? [] : [`job=${job}`]),
		`expires=${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt)}`,
		...(at === undefined ? [] : [`at=${at}`]),
		...(by === undefined ? [] : [`by=${by}`]),
		...(untilExpiry ? ['until=expiry'] : []),
	];
	return `${BEGINNING}${fields.join(' ')}]`;
}
function describeWith(text, marker) {
	return text === '' ? marker : `${text} ${marker}`;
}
function readDescription(description) {
	const found = findMarker(description);
	if (found === undefined)
		return { kind: 'foreign' };
	const marker = parseFields(found.marker);
	if (marker === undefined)
		return { kind: isOfLaterVersion(found.marker) ? 'of-later-version' : 'foreign' };
	return { kind: 'marked', text: found.text, marker };
}
function splitDescription(description) {
	const found = findMarker(description);
	const isMarker = found !== undefined && readDescription(description).kind !== 'foreign';
	return isMarker ? found : { text: description, marker: '' };
}
function bearsLease(description, leaseId) {
	return findMarker(description)?.marker.startsWith(`${BEGINNING}lease=${leaseId} `) ?? false;
}
function isPrintedAs(printed, name, text) {
	return printed === cutTo(printed.length, asPrinted(name, text));
}
function isChanged(printed) {
	return MARK.test(printed);
}
function asPrinted(name, text) {
	const plain = text.replace(new RegExp(`[^${CHARACTERS[name]}]+`, 'g'), '_');
	return cutTo(LONGEST[name], plain === text ? text : `${plain}~${shortHash(text)}`);
}
const MARK = /~[0-9a-f]{8}$/;
function cutTo(longest, printed) {
	if (printed.length <= longest)
		return printed;
	const mark = MARK.exec(printed)?.[0] ?? `~${shortHash(printed)}`;
	return `${printed.replace(MARK, '').slice(0, Math.max(0, longest - mark.length))}${mark}`;
}
function shortHash(text) {
	return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 8);
}
const BEGINNING = '[mint-token ';
const FORM = /^\[mint-token lease=[0-9a-f]{32}(?: [a-z][a-z0-9_-]*=[^\s[\]]*)+\]$/;
const LONGEST_FORM = 4 * LONGEST_MARKER;
function findMarker(description) {
	const start = description.lastIndexOf(BEGINNING);
	if (start === -1 || description.length - start > LONGEST_FORM)
		return undefined;
	const marker = description.slice(start);
	return FORM.test(marker) ? { text: description.slice(0, start).replace(/ $/, ''), marker } : undefined;
}
const field = (name) => `(?<${name}>[${CHARACTERS[name]}]*(?:~[0-9a-f]{8})?)`;
const FIELDS = new RegExp([
	'^\\[mint-token lease=(?<lease>[0-9a-f]{32})',
	`repo=${field('repository')}`,
	`run=${field('run')}/${field('attempt')}(?: job=(?=[^ ])${field('job')})?`,
	`expires=(?<expires>[0-9TZ:.-]+)(?: at=(?=[^ ])${field('at')})?(?: by=(?<by>${_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .MINTERS */ .r.join('|')}))?(?<until> until=expiry)?\\]$`,
].join(' '));
function parseFields(text) {
	const fields = FIELDS.exec(text)?.groups;
	const expiresAt = Date.parse(fields?.['expires'] ?? '');
	if (fields === undefined || Number.isNaN(expiresAt) || (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt) !== fields['expires'])
		return undefined;
	const { lease: leaseId = '', repository = '', run = '', attempt = '', job = '', at } = fields;
	const by = _origin_js__WEBPACK_IMPORTED_MODULE_1__/* .MINTERS */ .r.find((minter) => minter === fields['by']);
	const texts = { repository, run, attempt, job, at: at ?? '' };
	if (!NAMES.every((name) => texts[name].length <= LONGEST[name]))
		return undefined;
	return {
		leaseId,
		origin: {
			...(at === undefined ? {} : { at }),
			...(by === undefined ? {} : { by }),
			repository,
			run,
			attempt,
			job,
		},
		expiresAt,
		untilExpiry: fields['until'] !== undefined,
	};
}
const NAMES = ['repository', 'run', 'attempt', 'job', 'at'];
const KNOWN_FIELDS = new Set(['lease', 'repo', 'run', 'job', 'expires', 'at', 'by', 'until']);
function isOfLaterVersion(marker) {
	const fields = marker.slice(BEGINNING.length, -1).split(' ');
	return fields.some((field) => {
		const [name = '', value = ''] = field.split('=', 2);
		if (!KNOWN_FIELDS.has(name))
			return true;
		const word = /^[a-z][a-z0-9-]*$/.test(value);
		return (word &&
			((name === 'by' && !_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .MINTERS */ .r.some((minter) => minter === value)) || (name === 'until' && value !== 'expiry')));
	});
}


/***/ }),

// ./src/lease/server-clock.ts
/***/ 8196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  P0: () => (/* binding */ TOLERATED),
  Ur: () => (/* binding */ attemptByServer),
  Y$: () => (/* binding */ wordsOfClocks),
  c_: () => (/* binding */ lifeOf),
  o4: () => (/* binding */ serverAheadOf),
  xZ: () => (/* binding */ canBeRedated)
});
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);
var _attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2879);
var _notice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7440);



const TOLERATED = 50_000;
function serverAheadOf({ serverAhead }) {
	const ahead = serverAhead() ?? 0;
	return Math.abs(ahead) > TOLERATED ? ahead : 0;
}
function wordsOfClocks(serverAhead) {
	const direction = serverAhead > 0 ? 'behind' : 'ahead of';
	return `clock of this machine is ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.abs(serverAhead) / 1000)} ${direction} that of the server`;
}
function attemptByServer(wish, server, { clock, notify }) {
	const serverAhead = serverAheadOf(server);
	if (serverAhead !== 0) {
		notify((0,_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)(`The ${wordsOfClocks(serverAhead)}, by the Date of its answers. The end of the token counts by the clock of the server. Set the clock of this machine right: certificates and signatures depend on it too.`));
	}
	return (0,_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .newAttempt */ .oG)(wish, clock.now(), serverAhead);
}
function lifeOf({ lifetime, expiry }, { expiresAt, serverAhead }, server, now) {
	if (expiry.kind === 'none')
		return { kind: 'as-asked' };
	const ahead = serverAheadOf(server);
	const life = expiresAt - (now + ahead);
	const say = (what) => ahead === 0 ? what : `by the clock of the server ${what}: the ${wordsOfClocks(ahead)}`;
	if (life <= 0)
		return { kind: 'ended', words: say('the end that was asked for is past') };
	if (lifetime.kind === 'at')
		return { kind: 'as-asked' };
	const asked = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .lifeWithin */ .uG)(expiry, lifetime.seconds) * 1000;
	if (Math.abs(life - asked) <= TOLERATED)
		return { kind: 'as-asked' };
	const words = say(`it lives for ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(life / 1000)}, not for ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(asked / 1000)}`);
	if (life > asked)
		return { kind: 'longer', words };
	return { kind: 'shorter', misdated: Math.abs(ahead - serverAhead) > TOLERATED, words };
}
function canBeRedated({ lifetime }, life) {
	if (lifetime.kind === 'at')
		return false;
	return life.kind === 'longer' || life.kind === 'ended' || (life.kind === 'shorter' && life.misdated);
}


/***/ }),

// ./src/request/column-counter.ts
/***/ 474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ createColumnCounter)
});
function createColumnCounter(text) {
	let counted = 0;
	let column = 1;
	return (lineStart, index) => {
		if (counted < lineStart || index < counted) {
			counted = lineStart;
			column = 1;
		}
		column += [...text.slice(counted, index)].length;
		counted = index;
		return column;
	};
}


/***/ }),

// ./src/request/json-text.ts
/***/ 8959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Bq: () => (/* binding */ readJsonValues),
  C9: () => (/* binding */ MALFORMED_STRING),
  Dc: () => (/* binding */ member),
  Km: () => (/* binding */ endOfJsonString),
  Sg: () => (/* binding */ decodeJsonString),
  WQ: () => (/* binding */ describeNode),
  q3: () => (/* binding */ JsonSyntaxError)
});
var _column_counter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(474);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);


class JsonSyntaxError extends Error {
	at;
	name = 'JsonSyntaxError';
	constructor(message, at) {
		super(message);
		this.at = at;
	}
}
function describeNode(node) {
	switch (node.kind) {
		case 'object':
			return 'an object';
		case 'array':
			return node.items.length === 0 ? 'an empty list' : 'a list';
		case 'string':
			return (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(node.text);
		case 'number':
			return node.source;
		case 'boolean':
			return String(node.value);
		case 'null':
			return 'null';
	}
}
function member(node, key) {
	return node.entries.find((entry) => entry.key === key);
}
const DEEPEST = 32;
const NUMBER_OR_WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ANY_VALUE = 'a value: an object, a list, a text in double quotes, a number, true, false or null';
const MALFORMED_STRING = "this text in double quotes is not valid by JSON's rules: a backslash itself is written \\\\, a tab \\t, and \\u takes four hexadecimal digits, two such escapes for an emoji";
function readJsonValues(text) {
	let index = 0;
	let line = 1;
	let lineStart = 0;
	const columnOf = (0,_column_counter_js__WEBPACK_IMPORTED_MODULE_1__/* .createColumnCounter */ .z)(text);
	const values = [];
	skipBlanks();
	do {
		values.push(readValue(0));
		skipBlanks();
	} while (index < text.length);
	return values;
	function here() {
		return { line, column: columnOf(lineStart, index) };
	}
	function fail(expected, at = here()) {
		const character = text.codePointAt(index);
		const found = character === undefined ? 'the end of the text' : (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .showCharacter */ .zO)(String.fromCodePoint(character));
		throw new JsonSyntaxError(`this is not valid JSON: found ${found}, expected ${expected}`, at);
	}
	function skipBlanks() {
		for (; index < text.length; index++) {
			const character = text[index];
			if (character === '\n') {
				line++;
				lineStart = index + 1;
			}
			else if (character !== ' ' && character !== '\t' && character !== '\r')
				return;
		}
	}
	function readValue(depth) {
		const at = here();
		switch (text[index]) {
			case '{':
				checkDepth(depth, at);
				return { kind: 'object', entries: readEntries(depth), at };
			case '[':
				checkDepth(depth, at);
				return { kind: 'array', items: readItems(depth), at };
			case '"':
				return { kind: 'string', text: readString(), at };
			default:
				return readNumberOrWord(at, depth);
		}
	}
	function checkDepth(depth, at) {
		if (depth >= DEEPEST)
			throw new JsonSyntaxError(`this JSON is nested deeper than ${DEEPEST} levels`, at);
	}
	function readNumberOrWord(at, depth) {
		NUMBER_OR_WORD.lastIndex = index;
		const source = NUMBER_OR_WORD.exec(text)?.[0];
		if (source === undefined)
			return fail(depth === 0 && values.length > 0 ? 'another value or the end of the text' : ANY_VALUE, at);
		index += source.length;
		if (source === 'null')
			return { kind: 'null', at };
		if (source === 'true' || source === 'false')
			return { kind: 'boolean', value: source === 'true', at };
		return { kind: 'number', source, at };
	}
	function readEntries(depth) {
		const entries = [];
		const keys = new Set();
		index++;
		skipBlanks();
		if (text[index] === '}') {
			index++;
			return entries;
		}
		for (;;) {
			const at = here();
			if (text[index] !== '"')
				fail('a key in double quotes', at);
			const key = readString();
			if (keys.has(key))
				throw new JsonSyntaxError(`the key ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(key)} stands here a second time; give it once`, at);
			keys.add(key);
			skipBlanks();
			if (text[index] !== ':')
				fail('a colon after the key');
			index++;
			skipBlanks();
			entries.push({ key, at, value: readValue(depth + 1) });
			skipBlanks();
			if (text[index] === '}') {
				index++;
				return entries;
			}
			if (text[index] !== ',')
				fail('a comma or }');
			index++;
			skipBlanks();
		}
	}
	function readItems(depth) {
		const items = [];
		index++;
		skipBlanks();
		if (text[index] === ']') {
			index++;
			return items;
		}
		for (;;) {
			items.push(readValue(depth + 1));
			skipBlanks();
			if (text[index] === ']') {
				index++;
				return items;
			}
			if (text[index] !== ',')
				fail('a comma or ]');
			index++;
			skipBlanks();
		}
	}
	function readString() {
		const at = here();
		const end = endOfJsonString(text, index);
		if (end === undefined)
			throw new JsonSyntaxError('this text in double quotes has no end on its line', at);
		const source = text.slice(index, end);
		index = end;
		const decoded = decodeJsonString(source);
		if (decoded === undefined)
			throw new JsonSyntaxError(MALFORMED_STRING, at);
		return decoded;
	}
}
function endOfJsonString(text, start) {
	for (let index = start + 1; index < text.length; index++) {
		const character = text[index];
		if (character === '\n')
			return undefined;
		if (character === '\\' && text[index + 1] !== '\n')
			index++;
		else if (character === '"')
			return index + 1;
	}
	return undefined;
}
function decodeJsonString(source) {
	try {
		const decoded = JSON.parse(source);
		return typeof decoded === 'string' && decoded.isWellFormed() ? decoded : undefined;
	}
	catch {
		return undefined;
	}
}


/***/ }),

};

(() => { // webpackBootstrap
	"use strict";
	var __webpack_modules__ = ({

// ./src/host/process-end.ts
/***/ 4575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  FO: () => (/* binding */ exitCodeOf),
  JZ: () => (/* binding */ endProcess),
  nN: () => (/* binding */ createStop),
  rr: () => (/* binding */ listenForStop)
});
function createStop() {
	let received;
	const waiting = new Set();
	return {
		stop: {
			get signal() {
				return received;
			},
			onRequest(callback) {
				if (received !== undefined) {
					callback();
					return () => undefined;
				}
				const entry = () => callback();
				waiting.add(entry);
				return () => waiting.delete(entry);
			},
		},
		request(signal) {
			if (received !== undefined)
				return;
			received = signal;
			for (const callback of waiting)
				callback();
			waiting.clear();
		},
	};
}
function listenForStop() {
	const { stop, request } = createStop();
	for (const signal of [
		'SIGINT',
		'SIGTERM',
		...(process.platform === 'win32' ? ['SIGBREAK'] : []),
	]) {
		process.on(signal, request);
	}
	return stop;
}
function exitCodeOf(signal) {
	if (signal === 'SIGBREAK')
		return 143;
	return 128 + process.getBuiltinModule('node:os').constants.signals[signal];
}
function endProcess(exitCode) {
	process.exit(exitCode);
}


/***/ }),

// ./src/host/write-all.ts
/***/ 9547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ writeAll),
  t: () => (/* binding */ writeIfRead)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function writeAll(file, text) {
	let rest = Buffer.from(text);
	while (rest.length > 0) {
		try {
			rest = rest.subarray((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, rest));
		}
		catch (error) {
			if (codeOf(error) !== 'EAGAIN')
				throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
		}
	}
}
function writeIfRead(file, text) {
	try {
		writeAll(file, text);
	}
	catch (error) {
		if (codeOf(error) !== 'EPIPE')
			throw error;
	}
}
function codeOf(error) {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}


/***/ }),

// ./src/request/shown-text.ts
/***/ 4278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  HL: () => (/* binding */ enumerate),
  KC: () => (/* binding */ enumerateBy),
  bD: () => (/* binding */ messageOf),
  hD: () => (/* binding */ quote),
  ml: () => (/* binding */ shorten),
  qN: () => (/* binding */ showJson),
  qW: () => (/* binding */ isInvisible),
  zO: () => (/* binding */ showCharacter)
});
function quote(text) {
	const characters = [...text.slice(0, 2 * 81)];
	return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 20).join('')}…` : text);
}
function showJson(value) {
	if (typeof value === 'string')
		return quote(value);
	if (typeof value === 'object' && value !== null)
		return Array.isArray(value) ? 'a list' : 'an object';
	return value === undefined ? 'nothing' : JSON.stringify(value);
}
function shorten(text, longest) {
	if (text.length <= longest)
		return text;
	const shown = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
	return `${shown}… (${text.length - shown.length} characters more)`;
}
const MOST_LISTED = 10;
const LONGEST_LISTED = 100;
function enumerate(items, separator = ', ', longest = LONGEST_LISTED) {
	return enumerateBy(items, (item) => item, separator, longest);
}
function enumerateBy(items, print, separator = ', ', longest = LONGEST_LISTED) {
	const shown = items.slice(0, MOST_LISTED).map((item) => shorten(print(item), longest));
	const more = items.length - shown.length;
	return more === 0 ? shown.join(separator) : `${shown.join(separator)} and ${more} more`;
}
function showCharacter(character) {
	if (!isInvisible(character))
		return quote(character);
	const codePoint = character.codePointAt(0) ?? 0;
	return `the invisible character U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
function isInvisible(text) {
	return !/^[ -~]*$/.test(text) && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text);
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}


/***/ }),

// ./src/lease/notice.ts
/***/ 7440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ warning),
  l: () => (/* binding */ notice)
});
const warning = (message) => ({ level: 'warning', message });
const notice = (message) => ({ level: 'notice', message });


/***/ }),

// ./src/issuers/registry.ts
/***/ 1586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  QE: () => (/* binding */ TYPES),
  dZ: () => (/* binding */ loadTokens),
  eN: () => (/* binding */ loadIssuer),
  fT: () => (/* binding */ loadUpdates),
  of: () => (/* binding */ isRevocable),
  p2: () => (/* binding */ unknownType),
  pl: () => (/* binding */ typesOf),
  tG: () => (/* binding */ areKept),
  xf: () => (/* binding */ loadAccess)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);
var _request_suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8533);


const namespace = (issuer) => ({
	issuer,
	access: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(9187), __webpack_require__.e(6255)]).then(__webpack_require__.bind(__webpack_require__, 6256))).finder,
	tokens: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(9187), __webpack_require__.e(5523)]).then(__webpack_require__.bind(__webpack_require__, 4176))).openTokens,
	updates: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(7374)]).then(__webpack_require__.bind(__webpack_require__, 155))).updates,
});
const solarNetwork = (type, issuer) => ({
	issuer,
	access: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(8503)]).then(__webpack_require__.bind(__webpack_require__, 8380))).finder,
	tokens: async () => {
		const { openTokens } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(4247)]).then(__webpack_require__.bind(__webpack_require__, 324));
		return (...lease) => openTokens(type, ...lease);
	},
	updates: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(5471), __webpack_require__.e(2025), __webpack_require__.e(7643)]).then(__webpack_require__.bind(__webpack_require__, 4431))).updatesOf(type),
});
const MODULES = new Map([
	[
		'datasette',
		{
			issuer: async () => (await __webpack_require__.e(/* import() */ 1973).then(__webpack_require__.bind(__webpack_require__, 1973))).datasette,
			access: async () => (await __webpack_require__.e(/* import() */ 2104).then(__webpack_require__.bind(__webpack_require__, 2104))).finder,
		},
	],
	[
		'datasette/managed',
		{
			issuer: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(1273), __webpack_require__.e(8845)]).then(__webpack_require__.bind(__webpack_require__, 8845))).datasetteManaged,
			access: async () => (await __webpack_require__.e(/* import() */ 7388).then(__webpack_require__.bind(__webpack_require__, 7388))).finder,
			tokens: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(7700), __webpack_require__.e(8861)]).then(__webpack_require__.bind(__webpack_require__, 9204))).openTokens,
		},
	],
	[
		'influxdb',
		{
			issuer: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(1273), __webpack_require__.e(4935), __webpack_require__.e(8263)]).then(__webpack_require__.bind(__webpack_require__, 8263))).influxdb,
			access: async () => (await __webpack_require__.e(/* import() */ 9509).then(__webpack_require__.bind(__webpack_require__, 9509))).finder,
			tokens: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(1905)]).then(__webpack_require__.bind(__webpack_require__, 6893))).openTokens,
			updates: async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(5845)]).then(__webpack_require__.bind(__webpack_require__, 2738))).updates,
		},
	],
	['namespace', namespace(async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(1273), __webpack_require__.e(9187), __webpack_require__.e(2728)]).then(__webpack_require__.bind(__webpack_require__, 2728))).namespaceToken)],
	['namespace/user', namespace(async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(1273), __webpack_require__.e(9187), __webpack_require__.e(2728)]).then(__webpack_require__.bind(__webpack_require__, 2728))).namespaceUserToken)],
	[
		'solarnetwork/ReadNodeData',
		solarNetwork('ReadNodeData', async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(1273), __webpack_require__.e(2025), __webpack_require__.e(6997)]).then(__webpack_require__.bind(__webpack_require__, 5902))).readNodeData),
	],
	['solarnetwork/User', solarNetwork('User', async () => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(1273), __webpack_require__.e(2025), __webpack_require__.e(6997)]).then(__webpack_require__.bind(__webpack_require__, 5902))).user)],
]);
const TYPES = [...MODULES.keys()];
async function loadIssuer(type) {
	return MODULES.get(type)?.issuer();
}
async function loadAccess(type) {
	return MODULES.get(type)?.access();
}
function typesOf(word) {
	return TYPES.filter((type) => type === word || type.startsWith(`${word}/`));
}
function areKept(type) {
	return MODULES.get(type)?.tokens !== undefined;
}
async function loadTokens(type) {
	return MODULES.get(type)?.tokens?.();
}
async function loadUpdates(type) {
	return MODULES.get(type)?.updates?.();
}
function isRevocable(type) {
	return MODULES.get(type)?.tokens !== undefined;
}
function unknownType(type) {
	return `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(type)}; expected one of ${TYPES.join(', ')}.${(0,_request_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(type, TYPES)}`;
}


/***/ }),

// ./src/lease/ports.ts
/***/ 1102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $J: () => (/* binding */ throwIfStopped),
  C9: () => (/* binding */ Stopped),
  Dz: () => (/* binding */ SHORTEST_TRY),
  q3: () => (/* binding */ neverStops)
});
const SHORTEST_TRY = 1_000;
const neverStops = { signal: undefined, onRequest: () => () => undefined };
class Stopped extends Error {
	signal;
	name = 'Stopped';
	constructor(signal) {
		super(`stopped by ${signal}`);
		this.signal = signal;
	}
}
function throwIfStopped(stop) {
	if (stop.signal !== undefined)
		throw new Stopped(stop.signal);
}


/***/ }),

// ./src/request/lifetime.ts
/***/ 8746:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Bw: () => (/* binding */ NO_ENDLESS),
  E9: () => (/* binding */ parseDuration),
  EO: () => (/* binding */ SHORTEST_LIFE),
  EP: () => (/* binding */ LONGEST_LIFE),
  Tb: () => (/* binding */ DEFAULT_LIFE),
  UX: () => (/* binding */ YEAR),
  a3: () => (/* binding */ formatDuration),
  d_: () => (/* binding */ DAY),
  dp: () => (/* binding */ HOUR),
  pJ: () => (/* binding */ endOf),
  pY: () => (/* binding */ MINUTE),
  r4: () => (/* binding */ formatInstant),
  tr: () => (/* binding */ isEndless),
  uG: () => (/* binding */ lifeWithin)
});
var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const DEFAULT_LIFE = HOUR;
const SHORTEST_LIFE = MINUTE;
const LONGEST_LIFE = YEAR;
function isEndless(text) {
	return /^(?:never|none|no|endless|infinite|infinity|inf|unlimited|forever|permanent)$/i.test(text);
}
const NO_ENDLESS = 'endless tokens are not minted: one that nobody revokes has to end by itself';
const UNITS = { y: YEAR, w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1 };
const UNIT_FORM = /^(?:(?<y>\d+)y)?(?:(?<w>\d+)w)?(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
const ISO_FORM = /^P(?=.)(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?=.)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?$/;
function parseDuration(input, text) {
	const problem = (message) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input, message });
	if (text.startsWith('-'))
		return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is negative; expected a duration such as 30m, 1h30m or 7d`);
	if (/[.,]\d/.test(text)) {
		return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}; a duration has no fractions: write 1h30m or 90m instead of 1.5h`);
	}
	if (/^\d+$/.test(text))
		return bounded(Number(text));
	const match = UNIT_FORM.exec(text) ?? ISO_FORM.exec(text);
	if (text === '' || match?.groups === undefined) {
		return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}; expected a duration such as 90s, 30m, 1h30m, 7d, 1w, 1y, PT1H, or a number of seconds.${hintFor(text)}`);
	}
	let seconds = 0;
	for (const [unit, length] of Object.entries(UNITS))
		seconds += Number(match.groups[unit] ?? 0) * length;
	return bounded(seconds);
	function bounded(seconds) {
		if (seconds === 0)
			return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is no time at all; expected a duration such as 30m, 1h30m or 7d`);
		return Number.isSafeInteger(seconds * 1000)
			? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(seconds)
			: problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is too long to count`);
	}
}
function hintFor(text) {
	if (/^(?:\d+[ywdhms])+$/.test(text))
		return ' Units go from large to small, each at most once, as in 1h30m.';
	const joined = text.replace(/\s+/g, '');
	const [lower, upper] = [joined.toLowerCase(), joined.toUpperCase()];
	if (text === '')
		return '';
	if (UNIT_FORM.test(lower))
		return ` Did you mean ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(lower)}?`;
	return ISO_FORM.test(upper) ? ` Did you mean ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(upper)}?` : '';
}
function formatDuration(seconds) {
	const parts = [];
	let rest = Math.max(0, Math.round(seconds));
	for (const [unit, length] of [
		['d', DAY],
		['h', HOUR],
		['m', MINUTE],
		['s', 1],
	]) {
		const count = Math.floor(rest / length);
		if (count > 0)
			parts.push(`${count}${unit}`);
		rest -= count * length;
	}
	return parts.length === 0 ? '0s' : parts.slice(0, 2).join(' ');
}
function formatInstant(instant) {
	return new Date(instant).toISOString().replace('.000Z', 'Z');
}
const MINTING = 10;
function lifeWithin(expiry, seconds) {
	return expiry.kind === 'minute' ? seconds - (seconds % MINUTE) : seconds;
}
function endOf(lifetime, now, expiry) {
	const start = Math.floor(now / 1000);
	if (lifetime.kind === 'in') {
		return (start + (expiry === undefined ? lifetime.seconds : lifeWithin(expiry, lifetime.seconds))) * 1000;
	}
	if (expiry?.kind !== 'minute')
		return lifetime.instant;
	const left = lifetime.instant / 1000 - start;
	return (start + Math.max(lifeWithin(expiry, left - MINTING), lifeWithin(expiry, Math.min(left, MINUTE)))) * 1000;
}


/***/ }),

// ./src/request/problem.ts
/***/ 1822:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Gq: () => (/* binding */ invalid),
  Vw: () => (/* binding */ formatProblem),
  rZ: () => (/* binding */ valid),
  vX: () => (/* binding */ collectProblems)
});
function valid(value) {
	return { ok: true, value };
}
function invalid(...problems) {
	return { ok: false, problems };
}
function collectProblems() {
	const problems = [];
	return {
		problems,
		take: (result) => {
			if (result.ok)
				return result.value;
			problems.push(...result.problems);
			return undefined;
		},
	};
}
function formatProblem({ input, at, message }) {
	const place = at === undefined ? input : `${input}, line ${at.line}, column ${at.column}`;
	return `${place}: ${message}`;
}


/***/ }),

// ./src/host/host.ts
/***/ 2106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ tell)
});
function tell(teller, { level, message }) {
	if (level === 'warning')
		teller.warn(message);
	else
		teller.say(`note: ${message}`);
}


/***/ }),

// ./src/request/suggestion.ts
/***/ 8533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  au: () => (/* binding */ didYouMean),
  oM: () => (/* binding */ allNear),
  pA: () => (/* binding */ nearest)
});
var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

const LONGEST = 500;
function nearest(text, candidates, shortest = 4) {
	return allNear(text, candidates, shortest)[0];
}
function allNear(text, candidates, shortest = 4) {
	if (text.length > LONGEST)
		return [];
	const word = text.toLowerCase();
	const near = [];
	for (const candidate of candidates) {
		if (candidate.length > LONGEST)
			continue;
		const edits = editDistance(word, candidate.toLowerCase());
		const allowed = candidate.length >= shortest ? MOST_EDITS : Math.min(1, Math.floor(candidate.length / 2));
		if (edits <= allowed)
			near.push({ candidate, edits });
	}
	return near.toSorted((a, b) => a.edits - b.edits).map(({ candidate }) => candidate);
}
const MOST_EDITS = 2;
function didYouMean(text, candidates) {
	const candidate = nearest(text, candidates);
	return candidate === undefined ? '' : ` Did you mean ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(candidate)}?`;
}
function editDistance(from, to) {
	const tooFar = MOST_EDITS + 1;
	const last = to.length - from.length + MOST_EDITS;
	if (last < 0 || last > 2 * MOST_EDITS)
		return tooFar;
	let beforePrevious = [];
	let previous = [];
	for (let row = 0; row <= from.length; row++) {
		const current = [];
		for (let place = 0; place <= 2 * MOST_EDITS; place++) {
			const column = row + place - MOST_EDITS;
			if (column < 0 || column > to.length)
				current.push(tooFar);
			else if (row === 0 || column === 0)
				current.push(Math.min(row + column, tooFar));
			else {
				const same = from[row - 1] === to[column - 1];
				const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
				current.push(Math.min((previous[place + 1] ?? tooFar) + 1, (current[place - 1] ?? tooFar) + 1, (previous[place] ?? tooFar) + (same ? 0 : 1), swapped ? (beforePrevious[place] ?? tooFar) + 1 : tooFar));
			}
		}
		beforePrevious = previous;
		previous = current;
	}
	return Math.min(previous[last] ?? tooFar, tooFar);
}


/***/ }),

// ./src/host/known-secrets.ts + 1 modules
/***/ 6121:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CS: () => (/* binding */ holdsKnownSecret),
  eO: () => (/* binding */ known),
  dG: () => (/* binding */ learnSecret),
  E$: () => (/* binding */ redact)
});

;// CONCATENATED MODULE: ./src/host/form-index.ts
const FEW = 64;
const HASHES = 65_536;
function hashAt(text, index) {
	return (text.charCodeAt(index) * 961 + text.charCodeAt(index + 1) * 31 + text.charCodeAt(index + 2)) % HASHES;
}
function createFormIndex(shortest) {
	const places = new Map();
	const byBeginning = new Map();
	const mayBegin = new Uint8Array(HASHES);
	const short = [];
	let starred = false;
	let longest = 0;
	const begunIn = (text, start) => {
		if (byBeginning.size <= FEW)
			return [...byBeginning].flatMap(([beginning, forms]) => (text.includes(beginning, start) ? forms : []));
		const begun = new Set();
		for (let index = start; index + shortest <= text.length; index++) {
			if (mayBegin[hashAt(text, index)] === 0)
				continue;
			for (const form of byBeginning.get(text.slice(index, index + shortest)) ?? [])
				begun.add(form);
		}
		return [...begun];
	};
	const placeOf = (form) => places.get(form) ?? 0;
	const within = (text) => [...short, ...begunIn(text, 0)].filter((form) => text.includes(form)).toSorted((a, b) => placeOf(a) - placeOf(b));
	return {
		add(form) {
			if (places.has(form))
				return false;
			places.set(form, places.size);
			longest = Math.max(longest, form.length);
			starred ||= form.includes('*');
			const beginning = form.slice(0, shortest);
			const alike = byBeginning.get(beginning);
			if (form.length >= shortest)
				mayBegin[hashAt(form, 0)] = 1;
			if (form.length < shortest)
				short.push(form);
			else if (alike === undefined)
				byBeginning.set(beginning, [form]);
			else
				alike.push(form);
			return true;
		},
		within,
		replaceInTurn(text) {
			let rest = text;
			let waiting = within(rest);
			for (let [form] = waiting; form !== undefined; [form] = waiting) {
				rest = rest.replaceAll(form, '***');
				const last = placeOf(form);
				waiting = (starred ? within(rest) : waiting).filter((other) => placeOf(other) > last);
			}
			return rest;
		},
		withoutBeginning(text) {
			const begun = begunIn(text, Math.max(0, text.length - longest));
			const length = begun.reduce((most, form) => Math.max(most, lengthOfBeginning(text, form)), 0);
			return length < shortest ? text : `${text.slice(0, -length)}***`;
		},
	};
}
function lengthOfBeginning(text, form) {
	const most = Math.min(text.length, form.length);
	const both = `${form.slice(0, most)}${text.slice(text.length - most)}`;
	const lengths = new Uint32Array(both.length);
	let length = 0;
	for (let index = 1; index < both.length; index++) {
		while (length > 0 && both[index] !== both[length])
			length = lengths[length - 1] ?? 0;
		if (both[index] === both[length])
			length++;
		lengths[index] = length;
	}
	while (length > most)
		length = lengths[length - 1] ?? 0;
	return length;
}

var secret_forms = __webpack_require__(9350);
;// CONCATENATED MODULE: ./src/host/known-secrets.ts


const known = createFormIndex(secret_forms/* SHORTEST_FORM */.Ye);
function redact(text) {
	let rest = text;
	let before;
	do {
		before = rest;
		for (const form of known.within(before).toSorted((a, b) => b.length - a.length))
			rest = rest.replaceAll(form, '***');
	} while (rest.length < before.length);
	const parts = rest.split('…');
	return parts.map((part, index) => (index === parts.length - 1 ? part : known.withoutBeginning(part))).join('…');
}
const secrets = new Set();
const SHORTEST_IN_COMMON = 16;
function learnSecret(secret) {
	if (secret.trim() !== '')
		secrets.add(secret.trim());
}
function holdsKnownSecret(text) {
	return [...secrets].some((secret) => {
		if (Math.min(secret.length, text.length) < SHORTEST_IN_COMMON)
			return secret === text;
		return secret.includes(text) || text.includes(secret);
	});
}


/***/ }),

// ./src/host/open-ports.ts
/***/ 7361:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Rr: () => (/* binding */ openPorts),
  UF: () => (/* binding */ leaveGrace),
  Zv: () => (/* binding */ GRACE)
});
var _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6121);
var _lease_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5436);


const GRACE = 5_000;
function openPorts({ words, network, mask, maskNew, say, tell, identityToken }, timeout, stop) {
	const told = new Set();
	const deadline = (0,_lease_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .createDeadline */ .dU)(() => process.uptime() * 1_000, timeout);
	leaveGrace(stop, deadline, 'no new work is begun', say);
	const ports = {
		clock: _lease_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml,
		deadline,
		stop,
		words,
		network,
		mask,
		maskNew,
		holdsKnown: _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsKnownSecret */ .CS,
		notify(notice) {
			if (told.has(notice.message))
				return;
			told.add(notice.message);
			tell(notice);
		},
	};
	return { ...ports, identityToken: (audience, stop) => identityToken(audience, { ...ports, stop }) };
}
function leaveGrace(stop, deadline, meaning, say) {
	stop.onRequest(() => {
		say(`${stop.signal ?? 'a signal'} received: ${meaning}`);
		deadline.leave(Math.min(deadline.remaining(), GRACE));
	});
}


/***/ }),

// ./src/host/secret-forms.ts
/***/ 9350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  JC: () => (/* binding */ hasShortLine),
  XP: () => (/* binding */ formsOf),
  Ye: () => (/* binding */ SHORTEST_FORM)
});
const SHORTEST_FORM = 8;
const LONGEST_IN_PIECES = 1024;
function hasShortLine(form) {
	const lines = form.split(/[\r\n]+/);
	return lines.length > 1 && lines.some((line) => line !== '' && line.length < SHORTEST_FORM);
}
function formsOf(secret) {
	if (secret.trim() === '')
		return [];
	const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
	const parts = new Set([secret, ...(lines.length > 1 ? lines : []), secret.trim()]);
	const forms = new Set();
	const inPieces = secret.length <= LONGEST_IN_PIECES;
	for (const part of parts) {
		for (const form of [part, ...encodingsOf(part), ...(inPieces ? piecesOf(part) : [])]) {
			if (form.length >= SHORTEST_FORM)
				forms.add(form);
		}
	}
	forms.add(secret).add(secret.trim());
	return [...forms].toSorted((a, b) => b.length - a.length);
}
function encodingsOf(text) {
	const bytes = Buffer.from(text, 'utf8');
	const hex = bytes.toString('hex');
	const [base64 = '', ...alignments] = base64Alignments(bytes);
	return [
		base64,
		...alignments,
		hex,
		hex.toUpperCase(),
		...linesOf(base64, 76),
		...linesOf(base64, 64),
		...linesOf(hex, 60),
		...linesOf(hex.toUpperCase(), 60),
		withoutEqualsAtEnd(text),
		...(/^[\w.-]*$/.test(text) ? [] : [...percentEncodings(bytes), ...escapedForms(text)]),
	];
}
function withoutEqualsAtEnd(text) {
	let end = text.length;
	while (text[end - 1] === '=')
		end--;
	return text.slice(0, end);
}
function percentEncodings(bytes) {
	const forms = [
		percentEncode(bytes, /[A-Za-z0-9\-_.!~*'()]/),
		percentEncode(bytes, /[A-Za-z0-9\-_.~]/),
		percentEncode(bytes, /[A-Za-z0-9\-_.~/]/),
		percentEncode(bytes, /[A-Za-z0-9\-_.~!$%&'()*+,]/),
		percentEncode(bytes, /[A-Za-z0-9\-_.!~*'();/?:@&=+$,#]/),
		percentEncode(bytes, /[A-Za-z0-9\-_.*]/).replaceAll('%20', '+'),
	];
	return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}
function escapedForms(text) {
	const json = jsonEscaped(text);
	const ascii = asUnicode(json, /[^\x20-\x7e]/g);
	const twice = jsonEscaped(json);
	return [
		json,
		ascii,
		twice,
		jsonEscaped(twice),
		ascii.replaceAll('/', '\\/'),
		asUnicode(json, /[<>&\u2028\u2029]/g),
		asUnicode(json, /[<>&'=]/g),
		upperCaseUnicode(ascii),
		upperCaseUnicode(asUnicode(json.replaceAll('\\"', '\\u0022'), /[^\x20-\x7e]|[<>&'+`]/g)),
		text.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
		bytesEscaped(text),
		text.replaceAll('"', '\\"'),
		text.replaceAll("'", "''"),
		text.replaceAll("'", `'\\''`),
		text.replaceAll("'", `'"'"'`),
		text.replace(/['!]/g, `'\\$&'`),
		text.replace(/["$`\\]/g, '\\$&'),
		text.replace(/[\s'"\\|&;()<>!{}*[\]?^$`,]|^[#~]|(?<=[:=])~/g, '\\$&'),
		...HTML_QUOTES.map(([double, single]) => text
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', double)
			.replaceAll("'", single)),
	];
}
const HTML_QUOTES = [
	['"', "'"],
	['&quot;', "'"],
	['&quot;', '&#39;'],
	['&quot;', '&#x27;'],
	['&quot;', '&apos;'],
	['&#34;', '&#39;'],
];
function piecesOf(text) {
	const bytes = Buffer.from(text, 'utf8');
	const hex = bytes.toString('hex');
	return [
		...base64Alignments(bytes).flatMap((form) => piecesFrom(form, 12)),
		...piecesFrom(hex, 16),
		...piecesFrom(hex.toUpperCase(), 16),
	];
}
function piecesFrom(text, length) {
	return text.length > length ? [...linesOf(text, length), text.slice(-length)] : [];
}
function linesOf(text, width) {
	const lines = [];
	for (let start = 0; start < text.length; start += width)
		lines.push(text.slice(start, start + width));
	return lines.length > 1 ? lines : [];
}
function percentEncode(bytes, kept) {
	let encoded = '';
	for (const byte of bytes) {
		const character = String.fromCharCode(byte);
		encoded += byte < 0x80 && kept.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return encoded;
}
function jsonEscaped(text) {
	return JSON.stringify(text).slice(1, -1);
}
function asUnicode(text, which) {
	return text.replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function upperCaseUnicode(text) {
	return text.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
}
function bytesEscaped(text) {
	return text
		.replaceAll('\\', '\\\\')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t')
		.replace(/[^\x20-\x7e]+/g, (signs) => Buffer.from(signs, 'utf8').toString('hex').replace(/../g, '\\x$&'));
}
function base64Alignments(bytes) {
	const forms = [];
	for (const before of [0, 1, 2]) {
		const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const form = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
		forms.push(form, form.replaceAll('+', '-').replaceAll('/', '_'));
	}
	return forms;
}


/***/ }),

// ./src/lease/clock.ts
/***/ 5436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  dU: () => (/* binding */ createDeadline),
  ml: () => (/* binding */ systemClock),
  y9: () => (/* binding */ endEarlier)
});
const systemClock = {
	now: () => Date.now(),
	sleep(duration, stop) {
		if (stop.signal !== undefined)
			return Promise.resolve();
		return new Promise((resolve) => {
			const wake = () => {
				clearTimeout(timer);
				forget();
				resolve();
			};
			const timer = setTimeout(wake, duration);
			const forget = stop.onRequest(wake);
		});
	},
};
function createDeadline(elapsed, duration) {
	let endsAt = elapsed() + duration;
	const waiting = new Map();
	const remaining = () => endsAt - elapsed();
	const arm = (entry) => {
		clearTimeout(waiting.get(entry));
		const timer = setTimeout(() => {
			if (waiting.delete(entry))
				entry.callback();
		}, Math.max(0, remaining() - entry.ahead));
		timer.unref();
		waiting.set(entry, timer);
	};
	return {
		remaining,
		onPassed(callback, ahead = 0) {
			const entry = { callback, ahead };
			arm(entry);
			return () => {
				clearTimeout(waiting.get(entry));
				waiting.delete(entry);
			};
		},
		leave(left) {
			endsAt = elapsed() + left;
			for (const entry of [...waiting.keys()])
				arm(entry);
		},
	};
}
function endEarlier(deadline, by) {
	return {
		remaining: () => deadline.remaining() - by,
		onPassed: (callback, ahead = 0) => deadline.onPassed(callback, ahead + by),
		leave: (duration) => deadline.leave(duration),
	};
}


/***/ }),

// ./src/host/hidden-secrets.ts
/***/ 8788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ hideSecrets)
});
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7440);
var _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9350);


const told = new Set();
function hideSecrets(secrets, mask) {
	const notices = [];
	for (const secret of secrets) {
		const words = hideSecret(secret, mask);
		const text = secret.text.trim();
		if (words === '' || told.has(text))
			continue;
		told.add(text);
		notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$)(`${secret.what} ${words}`));
	}
	return notices;
}
function hideSecret({ text, within }, mask) {
	if (within !== undefined && text.length < _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_FORM */ .Ye) {
		for (const longer of within)
			if (longer.length >= _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_FORM */ .Ye)
				mask(longer);
		return 'is so short that it is masked only where it stands as it is used: as a mask of its own it would garble the log. Use a longer one.';
	}
	switch (mask(text)) {
		case 'in every form':
			return '';
		case 'as it stands':
			return 'is so short that only its exact text is masked, not its encoded forms. Use a longer one.';
		case 'by its longer lines':
			return `has lines of fewer than ${_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_FORM */ .Ye} characters. They are not masked, since as masks they would garble the log: where the secret is printed, they show. Use one of a single long line.`;
		case 'encoded only':
			return 'holds both :: and ], or begins with a colon and holds ]: the log cannot be told to mask that, so where it is printed, it shows. Use another one.';
	}
}


/***/ }),

// ./src/host/mask-commands.ts
/***/ 495:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  W0: () => (/* binding */ hiddenBy),
  g0: () => (/* binding */ githubMask),
  uf: () => (/* binding */ escapeData)
});
var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9350);

const githubMask = (form) => {
	if ((0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .hasShortLine */ .JC)(form))
		return '';
	const data = escapeData(form);
	if (process.env['ACT'] === 'true' && !process.env['GITEA_ACTIONS'] && /^:|::/.test(form)) {
		return form.includes(']') ? '' : `##[add-mask]${data}\n`;
	}
	return `::add-mask::${data}\n`;
};
function escapeData(data) {
	return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function hiddenBy(command, secret) {
	const text = secret.trim();
	if ((0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .hasShortLine */ .JC)(text))
		return 'by its longer lines';
	if (text !== '' && command(text) === '')
		return 'encoded only';
	return text !== '' && text.length < _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_FORM */ .Ye ? 'as it stands' : 'in every form';
}


/***/ }),

// ./src/host/new-forms.ts
/***/ 7182:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ learnForms)
});
var _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6121);
var _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9350);


function learnForms(secret) {
	const forms = (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .formsOf */ .XP)(secret);
	const torn = forms.map(_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO.replaceInTurn);
	return forms.flatMap((form, index) => {
		const rest = torn[index] ?? form;
		const left = rest !== form && rest.length >= _secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_FORM */ .Ye ? [rest] : [];
		return [form, ...left].filter((text) => _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO.add(text));
	});
}


/***/ }),

// ./src/host/plain-text.ts
/***/ 4024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ plainText)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
var _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6121);


const LONGEST_LINE = 4_000;
function plainText(text, longest = LONGEST_LINE) {
	const line = (0,_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(text, longest));
	const plain = /^[ -~]*$/.test(line) ? line : (0,_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(withoutControl(line));
	return plain.replaceAll('##[', '##\u200b[').replace(/^(\s*):(?=:)/, '$1:\u200b');
}
function withoutControl(text) {
	return (text
		.replace(/[\r\n\u2028\u2029]+/g, ' ')
		.replace(/\p{Cc}\[[0-?]*[ -/]*[@-~]/gu, '')
		.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ''));
}


/***/ }),

// ./src/host/proxy-secrets.ts
/***/ 6766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ proxySecrets)
});
const SHORTEST_TOKEN = 16;
function proxySecrets(settings) {
	const secrets = new Map();
	for (const name of ['http_proxy', 'https_proxy', 'all_proxy']) {
		const text = settings[name];
		for (const { user, password, host } of [writtenIn(text), parsedFrom(text)]) {
			const what = `The ${password === '' ? 'token' : 'password'} of the proxy in ${name}`;
			const secret = password === '' && user.length >= SHORTEST_TOKEN ? user : password;
			if (secret === '')
				continue;
			const meant = { user: decoded(user), password: decoded(password) };
			const basic = Buffer.from(`${meant.user}:${meant.password}`).toString('base64');
			const within = [`${user}:${password}@${host}`, basic];
			for (const form of [secret, decoded(secret)]) {
				const known = secrets.get(form)?.within ?? [];
				secrets.set(form, { what, text: form, within: [...new Set([...known, ...within])] });
			}
		}
	}
	return [...secrets.values()];
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	}
	catch {
		return text;
	}
}
function writtenIn(text) {
	const authority = text.replace(/^\w+:\/\//, '').replace(/[/?#].*$/s, '');
	const end = authority.lastIndexOf('@');
	const [user = '', ...rest] = authority.slice(0, Math.max(0, end)).split(':');
	return { user, password: rest.join(':'), host: authority.slice(end + 1) };
}
function parsedFrom(text) {
	const url = text.includes('://') ? text : `http://${text}`;
	if (!URL.canParse(url))
		return { user: '', password: '', host: '' };
	const { username, password, host } = new URL(url);
	return { user: username, password, host };
}


/***/ }),

// ./src/http/kept-file.ts
/***/ 5505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $E: () => (/* binding */ contentOf),
  K7: () => (/* binding */ LARGEST_FILE),
  qQ: () => (/* binding */ hashOf)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function hashOf(content) {
	return process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex');
}
const LARGEST_FILE = 10_000_000;
function contentOf(path) {
	try {
		const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
		return found.isFile() && found.size <= LARGEST_FILE ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path) : undefined;
	}
	catch {
		return undefined;
	}
}


/***/ }),

// ./src/http/resolver.ts
/***/ 3192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  J5: () => (/* binding */ readResolver),
  ar: () => (/* binding */ printResolver),
  pX: () => (/* binding */ restoreResolver),
  sm: () => (/* binding */ parseResolver),
  tS: () => (/* binding */ changedNames),
  wf: () => (/* binding */ unprovedNames)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
var _kept_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5505);


const RESOLVER_VARIABLES = [
	'LOCALDOMAIN',
	'RES_OPTIONS',
	'HOSTALIASES',
	'RESOLV_HOST_CONF',
	'RESOLV_SPOOF_CHECK',
	'RESOLV_MULTI',
	'RESOLV_REORDER',
	'RESOLV_ADD_TRIM_DOMAINS',
	'RESOLV_OVERRIDE_TRIM_DOMAINS',
	'SYSTEMD_NSS_RESOLVE_VALIDATE',
	'SYSTEMD_NSS_RESOLVE_SYNTHESIZE',
	'SYSTEMD_NSS_RESOLVE_CACHE',
	'SYSTEMD_NSS_RESOLVE_ZONE',
	'SYSTEMD_NSS_RESOLVE_TRUST_ANCHOR',
	'SYSTEMD_NSS_RESOLVE_NETWORK',
];
const NAMES_FILE = new Set(['HOSTALIASES', 'RESOLV_HOST_CONF']);
function readResolver(environment) {
	const variables = [];
	for (const name of RESOLVER_VARIABLES) {
		const value = environment[name];
		if (value === undefined)
			continue;
		const sha256 = hashOfNames(name, value);
		variables.push({ name, value, ...(sha256 === undefined ? {} : { sha256 }) });
	}
	return variables;
}
function restoreResolver(variables, environment) {
	for (const name of RESOLVER_VARIABLES)
		Reflect.deleteProperty(environment, name);
	for (const { name, value } of variables)
		environment[name] = value;
}
function printResolver(variables) {
	return variables.length === 0 ? '' : JSON.stringify(variables);
}
function parseResolver(text) {
	if (text === '')
		return [];
	const values = JSON.parse(text);
	if (!Array.isArray(values))
		throw new Error('the saved settings of the resolver are no list');
	return values.map(readVariable);
}
function readVariable(saved) {
	if (typeof saved === 'object' && saved !== null && 'name' in saved && 'value' in saved) {
		const { name, value } = saved;
		const sha256 = 'sha256' in saved ? saved.sha256 : undefined;
		if (typeof name === 'string' && typeof value === 'string') {
			return { name, value, ...(typeof sha256 === 'string' ? { sha256 } : {}) };
		}
	}
	throw new Error('a saved setting of the resolver cannot be read');
}
function changedNames(variables) {
	const changed = variables.find((variable) => isUnproved(variable) || hashOfNames(variable.name, variable.value) !== variable.sha256);
	if (changed === undefined)
		return undefined;
	return {
		words: `nothing is sent, since names may no longer resolve as they did at the mint: the file of ${changed.name} is gone or was changed: ${changed.value}`,
		advice: '',
	};
}
function hashOfNames(name, value) {
	const content = NAMES_FILE.has(name) ? (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(value) : undefined;
	return content === undefined ? undefined : (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .hashOf */ .qQ)(content);
}
function unprovedNames(variables) {
	const unproved = variables.find(isUnproved);
	if (unproved === undefined)
		return undefined;
	return {
		words: `nothing is sent, since nobody could tell at the revocation whether names still resolve in the same way: the file of ${unproved.name} is a pipe, or larger than ${_kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .LARGEST_FILE */ .K7} bytes: ${unproved.value}`,
		advice: 'Name a file that is smaller',
	};
}
function isUnproved({ name, value }) {
	if (!NAMES_FILE.has(name))
		return false;
	try {
		const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(value);
		return found.isFIFO() || (found.isFile() && found.size > _kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .LARGEST_FILE */ .K7);
	}
	catch {
		return false;
	}
}


/***/ }),

// ./src/runner/log-stream.ts
/***/ 1673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ writeLog),
  z: () => (/* binding */ writeCommand)
});
var _host_mask_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(495);
var _host_write_all_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);


function writeLog(text) {
	(0,_host_write_all_js__WEBPACK_IMPORTED_MODULE_0__/* .writeIfRead */ .t)(1, text);
}
function writeCommand(name, data) {
	writeLog(`::${name}::${(0,_host_mask_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeData */ .uf)(data)}\n`);
}


/***/ }),

// ./src/runner/log.ts
/***/ 7708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  cv: () => (/* binding */ say),
  qz: () => (/* binding */ tell),
  t1: () => (/* binding */ runnerLog),
  tf: () => (/* binding */ annotateWarning)
});
/* unused harmony export annotateError */
var _host_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4024);
var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2106);
var _log_stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1673);
var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8583);




function say(text) {
	(0,_log_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .writeLog */ .u)(`${(0,_host_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text)}\n`);
}
function annotateError(message) {
	(0,_log_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .writeCommand */ .z)('error', (0,_host_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(message));
}
function annotateWarning(message) {
	(0,_log_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .writeCommand */ .z)('warning', (0,_host_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(message));
}
const runnerLog = { words: _words_js__WEBPACK_IMPORTED_MODULE_2__/* .runnerWords */ .G, say, warn: annotateWarning, fail: annotateError };
function tell(notice) {
	(0,_host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .tell */ .q)(runnerLog, notice);
}


/***/ }),

// ./src/runner/masks.ts
/***/ 6555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ maskSecret),
  v: () => (/* binding */ maskNewSecret)
});
var _host_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6121);
var _host_mask_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(495);
var _host_new_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7182);
var _log_stream_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1673);




function maskSecret(secret) {
	(0,_host_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .learnSecret */ .dG)(secret);
	return hide(secret);
}
function maskNewSecret(secret) {
	hide(secret);
}
function hide(secret) {
	(0,_log_stream_js__WEBPACK_IMPORTED_MODULE_2__/* .writeLog */ .u)((0,_host_new_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .learnForms */ .o)(secret).map(_host_mask_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .githubMask */ .g0).join(''));
	return (0,_host_mask_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .hiddenBy */ .W0)(_host_mask_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .githubMask */ .g0, secret);
}


/***/ }),

// ./src/runner/open-ports.ts
/***/ 2305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ openRunnerPorts)
});
var _host_open_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7361);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7708);
var _masks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6555);
var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8583);




function openRunnerPorts(timeout, stop, network, environment) {
	const ways = {
		words: _words_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerWords */ .G,
		network,
		mask: _masks_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecret */ .$,
		maskNew: _masks_js__WEBPACK_IMPORTED_MODULE_2__/* .maskNewSecret */ .v,
		say: _log_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv,
		tell: _log_js__WEBPACK_IMPORTED_MODULE_1__/* .tell */ .qz,
		async identityToken(audience, ports) {
			const { requestIdentityToken } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(7801)]).then(__webpack_require__.bind(__webpack_require__, 9880));
			return requestIdentityToken(environment, audience, ports);
		},
	};
	return (0,_host_open_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .openPorts */ .Rr)(ways, timeout, stop);
}


/***/ }),

// ./src/runner/words.ts
/***/ 8583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ runnerWords)
});
const runnerWords = {
	place: (name) => name,
	input: (name) => name,
	theInput: (name) => `the input ${name}`,
	fromInput: () => 'from the input',
	setting: (name, value) => `${name}: ${value}`,
	uniqueSetting: (name, word) => `${name}: ${word}-\${{ github.run_id }}-\${{ github.run_attempt }}`,
	secretSetting: (name, keptAs) => `${name}: \${{ secrets.${keptAs} }}`,
	variableSetting: (name, keptAs) => `${name}: \${{ vars.${keptAs} }}`,
	work: 'job',
	machine: 'runner',
	laterUser: 'later step',
	environment: 'the env of the job',
	allowIdentityTokens: 'add "permissions: { contents: read, id-token: write }" to the job (with a reusable workflow, to the calling job too)',
	useIdentityTokens: 'let the job authenticate with an identity token (permissions: { id-token: write })',
	withoutIdentityTokens: 'Pull requests from forks never get one.',
	atTheEnd: 'when the job ends',
	later: {
		looksOnceMore: () => 'Post looks for it once more',
		revokes: () => 'post revokes it',
		triesAgain: () => 'post tries again',
		findsItGone: () => 'post finds it gone',
	},
	keptIn: 'the saved state',
	logOfMint: 'the log of the step that minted it',
};


/***/ }),

// ./src/request/revoke-failure.ts
/***/ 6668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ ON_REVOKE_FAILURE)
});
const ON_REVOKE_FAILURE = ['fail', 'warn'];


/***/ }),

// ./src/lease/lost-token.ts
/***/ 2118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $g: () => (/* binding */ isFinished),
  BJ: () => (/* binding */ LOOKS),
  Ce: () => (/* binding */ searchLostToken),
  jp: () => (/* binding */ LAST_LOOK)
});
var _ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);

const LAST_LOOK = 10_000;
const LOOKS = [0, 2_000, 5_000, LAST_LOOK];
function isFinished(search) {
	switch (search.kind) {
		case 'found':
		case 'ambiguous':
		case 'none':
		case 'impossible':
			return true;
		case 'none-so-far':
		case 'failed':
			return false;
		case 'none-shown':
			return search.finished;
	}
}
async function searchLostToken(attempt, looks, { find }, { clock, deadline, stop }) {
	if (find === undefined)
		return { kind: 'impossible' };
	let begunAt;
	let last = { kind: 'failed', reason: new Error('there was no time left') };
	for (const look of looks) {
		const wait = begunAt === undefined ? 0 : begunAt + look - clock.now();
		if (wait > deadline.remaining())
			return judge(last, false);
		if (wait > 0)
			await clock.sleep(wait, stop);
		(0,_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfStopped */ .$J)(stop);
		try {
			last = await find(attempt);
		}
		catch (error) {
			(0,_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfStopped */ .$J)(stop);
			if (last.kind === 'found' && deadline.remaining() <= _ports_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_TRY */ .Dz)
				return judge(last, false);
			last = { kind: 'failed', reason: error };
		}
		begunAt ??= clock.now();
		if (last.kind === 'ambiguous' || (last.kind === 'found' && last.ids.length > 0))
			break;
	}
	return judge(last, true);
}
function judge(last, finished) {
	if (last.kind !== 'found')
		return last;
	const { ids, complete } = last;
	if (ids.length > 0)
		return { kind: 'found', ids };
	if (!complete)
		return { kind: 'none-shown', finished };
	return { kind: finished ? 'none' : 'none-so-far' };
}


/***/ }),

// ./src/lease/record.ts
/***/ 4501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Hh: () => (/* binding */ parseRecord),
  Nt: () => (/* binding */ withoutSecret),
  Om: () => (/* binding */ serializeRecord),
  Xy: () => (/* binding */ objectOf),
  YK: () => (/* binding */ accessOf),
  b6: () => (/* binding */ textOf),
  lt: () => (/* binding */ withOutcome)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

function withoutSecret(authentication) {
	return authentication.kind === 'secret' ? { kind: 'secret' } : authentication;
}
function accessOf(record, kept, { keptIn }) {
	const { endpoint, authentication } = record;
	if (authentication.kind !== 'secret')
		return { endpoint, authentication };
	if (kept.secret === '') {
		throw new Error(`the credential is missing in ${keptIn}`);
	}
	return {
		endpoint,
		authentication: { kind: 'secret', secret: kept.secret, ...(kept.id === '' ? {} : { id: kept.id }) },
	};
}
function withOutcome(record, leaseId, outcome) {
	return {
		...record,
		attempts: record.attempts.map((attempt) => (attempt.leaseId === leaseId ? { ...attempt, outcome } : attempt)),
	};
}
function serializeRecord(record) {
	return JSON.stringify(record);
}
function parseRecord(text, { keptIn, logOfMint }) {
	try {
		return readRecord(objectOf(readJson(text), 'the record'));
	}
	catch (error) {
		throw new Error(`the record of the lease in ${keptIn} cannot be read: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}. Revoke the token by hand: ${logOfMint} names it`, { cause: error });
	}
}
function readJson(text) {
	try {
		return JSON.parse(text);
	}
	catch (error) {
		throw new Error('it is not JSON', { cause: error });
	}
}
function readRecord(value) {
	if (value['version'] !== 1) {
		throw new Error(`it has version ${JSON.stringify(value['version'])}, and this code knows version 1 only`);
	}
	const attempts = value['attempts'];
	if (!Array.isArray(attempts))
		throw new Error('attempts is not a list');
	return {
		version: 1,
		type: textOf(value, 'type'),
		endpoint: value['endpoint'] === undefined ? undefined : textOf(value, 'endpoint'),
		authentication: parseAuthentication(objectOf(value['authentication'], 'authentication')),
		context: parseContext(objectOf(value['context'], 'context')),
		expires: booleanOf(value, 'expires'),
		revocable: booleanOf(value, 'revocable'),
		revoke: booleanOf(value, 'revoke'),
		timeout: numberOf(value, 'timeout'),
		attempts: attempts.map((attempt) => parseAttempt(objectOf(attempt, 'an attempt'))),
	};
}
function parseAuthentication(value) {
	const kind = textOf(value, 'kind');
	if (kind === 'none' || kind === 'secret')
		return { kind };
	if (kind !== 'identity-token')
		throw new Error(`${kind} is no kind of authentication`);
	const audience = textOf(value, 'audience');
	return value['workspace'] === undefined
		? { kind, audience }
		: { kind, audience, workspace: textOf(value, 'workspace') };
}
function parseContext(value) {
	return Object.fromEntries(Object.keys(value).map((key) => [key, textOf(value, key)]));
}
function parseAttempt(value) {
	return {
		leaseId: textOf(value, 'leaseId'),
		name: textOf(value, 'name'),
		description: textOf(value, 'description'),
		marker: textOf(value, 'marker'),
		startedAt: numberOf(value, 'startedAt'),
		serverAhead: numberOf(value, 'serverAhead'),
		expiresAt: numberOf(value, 'expiresAt'),
		outcome: parseOutcome(objectOf(value['outcome'], 'outcome')),
	};
}
function parseOutcome(value) {
	const kind = textOf(value, 'kind');
	switch (kind) {
		case 'open':
			return { kind, searched: booleanOf(value, 'searched') };
		case 'nothing':
			return { kind };
		case 'minted':
		case 'revoked':
			return { kind, id: textOf(value, 'id') };
		case 'delivered':
			return { kind, id: textOf(value, 'id'), expiresAt: numberOf(value, 'expiresAt') };
		default:
			throw new Error(`${kind} is no outcome of an attempt`);
	}
}
function objectOf(value, what) {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new Error(`${what} is not an object`);
	return { ...value };
}
function textOf(fields, key) {
	const value = fields[key];
	if (typeof value !== 'string')
		throw new Error(`${key} is not a text`);
	return value;
}
function numberOf(fields, key) {
	const value = fields[key];
	if (typeof value !== 'number' || !Number.isSafeInteger(value))
		throw new Error(`${key} is not a whole number`);
	return value;
}
function booleanOf(fields, key) {
	const value = fields[key];
	if (typeof value !== 'boolean')
		throw new Error(`${key} is neither true nor false`);
	return value;
}


/***/ }),

// ./src/runner/state.ts
/***/ 6003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ EMPTY_STATE),
  u: () => (/* binding */ readState)
});
const EMPTY_STATE = {
	record: '',
	credential: '',
	credential_id: '',
	token: '',
	identity_token_url: '',
	on_revoke_failure: '',
	token_file: '',
	token_file_sha256: '',
	token_file_folder: '',
	http_proxy: '',
	https_proxy: '',
	all_proxy: '',
	no_proxy: '',
	authorities: '',
	resolver: '',
};
function readState(environment) {
	const state = { ...EMPTY_STATE };
	let name;
	for (name in state)
		state[name] = environment[`STATE_${name}`] ?? '';
	return state;
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = require("node:tty");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ })

	});
/************************************************************************/
	// The module cache
	var __webpack_module_cache__ = {};
	
	// The require function
	function __nccwpck_require__(moduleId) {
		// Check if module is in cache
		var cachedModule = __webpack_module_cache__[moduleId];
		if (cachedModule !== undefined) {
			return cachedModule.exports;
		}
		// Create a new module (and put it into the cache)
		var module = __webpack_module_cache__[moduleId] = {
			// no module.id needed
			// no module.loaded needed
			exports: {}
		};
	
		// Execute the module function
		var threw = true;
		try {
			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
			threw = false;
		} finally {
			if(threw) delete __webpack_module_cache__[moduleId];
		}
	
		// Return the exports of the module
		return module.exports;
	}
	
	// expose the modules object (__webpack_modules__)
	__nccwpck_require__.m = __webpack_modules__;
	
/************************************************************************/
	/* webpack/runtime/asset-relocator-loader */
	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
	
	/* webpack/runtime/compat get default export */
	(() => {
		// getDefaultExport function for compatibility with non-harmony modules
		__nccwpck_require__.n = (module) => {
			var getter = module && module.__esModule ?
				() => (module['default']) :
				() => (module);
			__nccwpck_require__.d(getter, { a: getter });
			return getter;
		};
	})();
	
	/* webpack/runtime/define property getters */
	(() => {
		// define getter functions for harmony exports
		__nccwpck_require__.d = (exports, definition) => {
			for(var key in definition) {
				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
				}
			}
		};
	})();
	
	/* webpack/runtime/ensure chunk */
	(() => {
		__nccwpck_require__.f = {};
		// This file contains only the entry chunk.
		// The chunk loading function for additional chunks
		__nccwpck_require__.e = (chunkId) => {
			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
				__nccwpck_require__.f[key](chunkId, promises);
				return promises;
			}, []));
		};
	})();
	
	/* webpack/runtime/get javascript chunk filename */
	(() => {
		// This function allow to reference async chunks
		__nccwpck_require__.u = (chunkId) => {
			// return url for filenames based on template
			return "" + chunkId + ".index.js";
		};
	})();
	
	/* webpack/runtime/hasOwnProperty shorthand */
	(() => {
		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
	})();
	
	/* webpack/runtime/make namespace object */
	(() => {
		// define __esModule on exports
		__nccwpck_require__.r = (exports) => {
			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
			}
			Object.defineProperty(exports, '__esModule', { value: true });
		};
	})();
	
	/* webpack/runtime/require chunk loading */
	(() => {
		// no baseURI
		
		// object to store loaded chunks
		// "1" means "loaded", otherwise not loaded yet
		var installedChunks = {
			8792: 1
		};
		
		// no on chunks loaded
		
		var installChunk = (chunk) => {
			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
			for(var moduleId in moreModules) {
				if(__nccwpck_require__.o(moreModules, moduleId)) {
					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
				}
			}
			if(runtime) runtime(__nccwpck_require__);
			for(var i = 0; i < chunkIds.length; i++)
				installedChunks[chunkIds[i]] = 1;
		
		};
		
		// require() chunk loading for javascript
		__nccwpck_require__.f.require = (chunkId, promises) => {
			// "1" is the signal for "already loaded"
			if(!installedChunks[chunkId]) {
				if(true) { // all chunks have JS
					for (const file of {
74: ["verbs-create.chunk.js"],
3986: ["lease-revoke.chunk.js"],
5341: ["terminal-command-line.chunk.js","request-json-text.chunk.js"],
9358: ["verbs-list.chunk.js","verbs-admin-order.chunk.js"],
5351: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","verbs-revoke.chunk.js","request-inputs.chunk.js"],
907: ["lease-revoke.chunk.js","terminal-command-line.chunk.js","request-json-text.chunk.js","request-inputs.chunk.js","entries-watchdog.chunk.js"],
3507: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","request-inputs.chunk.js","@actions-github.chunk.js"],
5479: ["verbs-admin-order.chunk.js","verbs-update.chunk.js"],
4201: ["http-authorities.chunk.js"],
8428: ["http-no-proxy.chunk.js"],
7801: ["request-json-text.chunk.js","issuers-namespace-access.chunk.js","http-client.chunk.js"],
6255: ["request-json-text.chunk.js","request-inputs.chunk.js","issuers-namespace-access.chunk.js","http-client.chunk.js"],
5523: ["request-json-text.chunk.js","issuers-namespace-access.chunk.js","http-client.chunk.js"],
7374: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","verbs-update.chunk.js","issuers-namespace-access.chunk.js","http-client.chunk.js"],
8503: ["request-json-text.chunk.js","request-inputs.chunk.js","http-client.chunk.js","issuers-solarnetwork-api.chunk.js"],
4247: ["request-json-text.chunk.js","http-client.chunk.js","issuers-solarnetwork-api.chunk.js"],
7643: ["request-json-text.chunk.js","request-inputs.chunk.js","verbs-update.chunk.js","http-client.chunk.js","issuers-solarnetwork-update.chunk.js"],
1973: ["verbs-create.chunk.js","request-json-text.chunk.js","request-inputs.chunk.js","issuers-datasette-grants.chunk.js"],
2104: ["request-inputs.chunk.js","issuers-datasette-grants.chunk.js"],
8845: ["verbs-create.chunk.js","issuers-datasette-grants.chunk.js","issuers-datasette-managed-issuer.chunk.js","issuers-datasette-managed-tokens.chunk.js"],
7388: ["request-inputs.chunk.js","http-client.chunk.js","issuers-datasette-managed-issuer.chunk.js","issuers-datasette-managed-tokens.chunk.js"],
8861: ["http-client.chunk.js","issuers-datasette-managed-tokens.chunk.js"],
8263: ["verbs-create.chunk.js","request-inputs.chunk.js","http-client.chunk.js","issuers-influxdb-look-up.chunk.js","issuers-influxdb-issuer.chunk.js","issuers-influxdb-tokens.chunk.js"],
9509: ["request-inputs.chunk.js","issuers-influxdb-look-up.chunk.js","issuers-influxdb-tokens.chunk.js"],
1905: ["request-json-text.chunk.js","http-client.chunk.js","issuers-influxdb-tokens.chunk.js"],
5845: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","verbs-update.chunk.js","http-client.chunk.js","issuers-influxdb-look-up.chunk.js","issuers-influxdb-tokens.chunk.js"],
2728: ["verbs-create.chunk.js","request-inputs.chunk.js","issuers-namespace-access.chunk.js","issuers-namespace-issuer.chunk.js"],
6997: ["verbs-create.chunk.js","request-json-text.chunk.js","http-client.chunk.js","issuers-solarnetwork-api.chunk.js","issuers-solarnetwork-grants.chunk.js"],
144: ["request-pasted-command.chunk.js"],
2687: ["request-calendar.chunk.js"],
49: ["request-json-text.chunk.js"],
6038: ["verbs-create.chunk.js"],
3431: ["terminal-command-line.chunk.js","request-json-text.chunk.js","request-inputs.chunk.js","entries-command-create.chunk.js"],
7955: ["lease-revoke.chunk.js","terminal-command-line.chunk.js","request-json-text.chunk.js","request-inputs.chunk.js","entries-command-exec.chunk.js"],
6291: ["verbs-admin-order.chunk.js","request-inputs.chunk.js","entries-command-admin.chunk.js"],
2442: ["request-inputs.chunk.js"],
3840: ["entries-command-revoke.chunk.js"],
5159: ["request-inputs.chunk.js"],
2868: ["entries-command-sweep.chunk.js"],
7160: ["terminal-command-line.chunk.js","request-inputs.chunk.js","entries-command-create.chunk.js"],
4332: ["request-inputs.chunk.js"],
1151: ["verbs-create.chunk.js","request-json-text.chunk.js","terminal-journal.chunk.js"],
7138: ["request-json-text.chunk.js","issuers-namespace-access.chunk.js","http-client.chunk.js"],
5825: ["request-json-text.chunk.js","@actions-github.chunk.js","http-client.chunk.js"],
6042: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","issuers-namespace-access.chunk.js"],
9462: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","issuers-solarnetwork-api.chunk.js"],
5840: ["request-json-text.chunk.js","http-client.chunk.js","issuers-datasette-managed-issuer.chunk.js"],
5639: ["issuers-datasette-managed-issued-tokens.chunk.js"],
3520: ["request-json-text.chunk.js","request-inputs.chunk.js","http-client.chunk.js","issuers-influxdb-look-up.chunk.js"],
847: ["entries-command-help.chunk.js"],
1932: ["terminal-datasette-payload.chunk.js"],
8864: ["terminal-box-table.chunk.js"],
18: ["terminal-tab-table.chunk.js"],
3111: ["issuers-namespace-access.chunk.js","http-client.chunk.js"],
4459: ["lease-revoke.chunk.js","terminal-journal.chunk.js"],
7484: ["entries-command-create.chunk.js"],
5103: ["entries-command-create.chunk.js"],
3623: ["entries-command-create.chunk.js","terminal-box-table.chunk.js","terminal-updated-token.chunk.js"],
5743: ["request-inputs.chunk.js"],
8124: ["request-inputs.chunk.js"],
8206: ["@actions-github.chunk.js","http-client.chunk.js"],
9953: ["@actions-github.chunk.js"],
5832: ["cli-table3.chunk.js"],
2413: ["@actions-github.chunk.js"],
8714: ["luxon.chunk.js"],
8660: ["http-client.chunk.js"],
1197: [],
5471: ["verbs-create.chunk.js","request-json-text.chunk.js","request-inputs.chunk.js"],
6316: ["request-json-text.chunk.js","request-inputs.chunk.js"],
831: ["terminal-command-line.chunk.js","request-json-text.chunk.js","request-inputs.chunk.js"],
1568: ["lease-revoke.chunk.js"],
1273: ["verbs-create.chunk.js","request-json-text.chunk.js","request-inputs.chunk.js","http-client.chunk.js"],
649: ["verbs-create.chunk.js"],
9187: ["request-json-text.chunk.js","issuers-namespace-access.chunk.js","http-client.chunk.js"],
7786: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","request-inputs.chunk.js","@actions-github.chunk.js"],
8877: ["verbs-create.chunk.js","terminal-command-line.chunk.js","request-json-text.chunk.js","verbs-admin-order.chunk.js","request-inputs.chunk.js","entries-command-admin.chunk.js","terminal-journal.chunk.js","verbs-end-leases.chunk.js"],
2025: ["issuers-solarnetwork-api.chunk.js","issuers-solarnetwork-grants.chunk.js"],
3064: ["request-json-text.chunk.js","verbs-list.chunk.js","verbs-admin-order.chunk.js","request-inputs.chunk.js"],
9541: ["verbs-admin-order.chunk.js","verbs-update.chunk.js"],
7700: ["request-json-text.chunk.js","http-client.chunk.js","issuers-datasette-managed-tokens.chunk.js"],
4935: ["request-json-text.chunk.js","issuers-influxdb-look-up.chunk.js","issuers-influxdb-tokens.chunk.js"],
2042: ["request-json-text.chunk.js","verbs-admin-order.chunk.js","verbs-revoke.chunk.js","request-inputs.chunk.js"],
}[chunkId]) installChunk(require("./" + file));
installedChunks[chunkId] = 1;
				} else installedChunks[chunkId] = 1;
			}
		};
		
		// no external install chunk
		
		// no HMR
		
		// no HMR manifest
	})();
	
/************************************************************************/
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);
__nccwpck_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command),
  list: () => (/* binding */ list),
  mint: () => (/* binding */ mint),
  post: () => (/* binding */ post),
  revoke: () => (/* binding */ revoke),
  sweep: () => (/* binding */ sweep),
  update: () => (/* binding */ update),
  watchdog: () => (/* binding */ watchdog)
});
const mint = () => Promise.all(/* import() */[__nccwpck_require__.e(1197), __nccwpck_require__.e(5471), __nccwpck_require__.e(6316), __nccwpck_require__.e(649), __nccwpck_require__.e(74)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6917));
const post = () => Promise.all(/* import() */[__nccwpck_require__.e(1197), __nccwpck_require__.e(1568), __nccwpck_require__.e(3986)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3986));
const command = () => __nccwpck_require__.e(/* import() */ 5341).then(__nccwpck_require__.bind(__nccwpck_require__, 5341));
const list = () => Promise.all(/* import() */[__nccwpck_require__.e(1197), __nccwpck_require__.e(6316), __nccwpck_require__.e(3064), __nccwpck_require__.e(9358)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9358));
const revoke = () => Promise.all(/* import() */[__nccwpck_require__.e(1197), __nccwpck_require__.e(6316), __nccwpck_require__.e(2042), __nccwpck_require__.e(5351)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8060));
const watchdog = () => Promise.all(/* import() */[__nccwpck_require__.e(1197), __nccwpck_require__.e(1568), __nccwpck_require__.e(907)]).then(__nccwpck_require__.bind(__nccwpck_require__, 907));
const sweep = () => Promise.all(/* import() */[__nccwpck_require__.e(1197), __nccwpck_require__.e(6316), __nccwpck_require__.e(7786), __nccwpck_require__.e(3507)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7120));
const update = () => Promise.all(/* import() */[__nccwpck_require__.e(1197), __nccwpck_require__.e(5471), __nccwpck_require__.e(6316), __nccwpck_require__.e(9541), __nccwpck_require__.e(5479)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5479));

module.exports = __webpack_exports__;
})()
;
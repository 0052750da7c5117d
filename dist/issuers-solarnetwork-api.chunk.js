"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/solarnetwork/access.ts
/***/ 8380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  findAccess: () => (/* binding */ findAccess),
  finder: () => (/* binding */ finder)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);
var _credential_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6915);
var _endpoint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(319);
var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5989);
var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4877);






const finder = {
	title: 'SolarNetwork',
	inputs: ['url', 'credential', 'credential_id'],
	tokenIds: { matches: _token_js__WEBPACK_IMPORTED_MODULE_1__/* .isTokenId */ .bI, form: '20 characters, as in Lqc8Z_KzpD8.L0_em0Au', mayHoldComma: true },
	findAccess,
};
function findAccess(given, surroundings, words) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)();
	const url = given('url');
	const endpoint = url === undefined ? _api_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_ENDPOINT */ .mP : take(parseUrl(url));
	const credential = take(findPair(given, surroundings, words));
	if (problems.length > 0 || endpoint === undefined || credential === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(...problems);
	const { pair, sources } = credential;
	const access = { endpoint, authentication: { kind: 'secret', secret: pair.secret, id: pair.id } };
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({
		access,
		sources: [
			...sources,
			url === undefined ? `url: ${endpoint}, SolarNetwork's own` : `url: ${endpoint}, ${words.fromInput('url')}`,
		],
		notices: [],
		async openIssuedTokens(ports) {
			const { openIssuedTokens } = await __webpack_require__.e(/* import() */ 9462).then(__webpack_require__.bind(__webpack_require__, 9462));
			return openIssuedTokens(access, ports);
		},
	});
}
function parseUrl(text) {
	const endpoint = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEndpoint */ .B)('url', text);
	if (endpoint.ok && /\/(?:solar(?:user|query)|api\/v\d+)(?:\/|$)/.test(new URL(endpoint.value).pathname)) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input: 'url',
			message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(endpoint.value)}; expected the part before /solaruser, as in ${_api_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_ENDPOINT */ .mP}`,
		});
	}
	return endpoint;
}
function findPair(given, surroundings, words) {
	const secret = (0,_credential_js__WEBPACK_IMPORTED_MODULE_5__/* .findCredential */ .L4)(given, surroundings, words, {
		variable: 'SN_TOKEN_SECRET',
		what: `the secret of a User token (and its id: ${words.input('credential_id')}, or the environment variable SN_TOKEN_ID)`,
	});
	const id = findId(given, surroundings, words);
	if (secret.ok && id.ok) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({
			pair: { id: id.value.id, secret: secret.value.secret },
			sources: [secret.value.source, id.value.source],
		});
	}
	const anyGiven = given('credential') ??
		given('credential_id') ??
		surroundings.secretVariable('SN_TOKEN_SECRET') ??
		surroundings.variable('SN_TOKEN_ID');
	const idProblems = id.ok || anyGiven === undefined ? [] : id.problems;
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(...(secret.ok ? [] : secret.problems), ...idProblems);
}
function findId(given, surroundings, words) {
	const input = given('credential_id');
	if (input !== undefined)
		return readId('credential_id', input, words.fromInput('credential_id'));
	const variable = 'SN_TOKEN_ID';
	const ambient = surroundings.variable(variable);
	if (ambient === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input: 'credential_id',
			message: `the id of the User token is needed beside its secret; set ${words.variableSetting('credential_id', variable)} or the environment variable ${variable}`,
		});
	}
	if (surroundings.exported(variable)) {
		const holds = 'so it holds the id of a minted token and not that of the parent';
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)((0,_credential_js__WEBPACK_IMPORTED_MODULE_5__/* .exportedBefore */ .R6)(variable, holds, `Give the parent in ${words.theInput('credential_id')}`, words));
	}
	return readId(variable, ambient, `from the environment variable ${variable}`);
}
function readId(input, text, origin) {
	const id = text.trim();
	if (!(0,_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isTokenId */ .bI)(id) || id.includes(',')) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input,
			message: 'this is not the id of a token, which has 20 characters: letters, digits, hyphens, dots and underscores, as in Lqc8Z_KzpD8.L0_em0Au; see that id and secret are not swapped',
		});
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ id, source: `credential_id: ${origin}` });
}


/***/ }),

// ./src/issuers/solarnetwork/api.ts + 1 modules
/***/ 5989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mP: () => (/* binding */ DEFAULT_ENDPOINT),
  A0: () => (/* binding */ TOLERATED_SKEW),
  WE: () => (/* binding */ explain),
  vu: () => (/* binding */ isRefusal),
  oW: () => (/* binding */ openTokenApi),
  Bu: () => (/* binding */ successOf)
});

var http_client = __webpack_require__(8660);
var server_words = __webpack_require__(2349);
var unavailable = __webpack_require__(2946);
var server_clock = __webpack_require__(8196);
var json_fields = __webpack_require__(1560);
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/signature.ts

function authorization(token, date, request) {
	const signature = sign(signingKey(token.secret, date), date, canonicalRequest(request));
	return `SNWS2 Credential=${token.id},SignedHeaders=${signedNames(request.headers).join(';')},Signature=${signature}`;
}
function signatureIn(header) {
	return header.slice(header.lastIndexOf('=') + 1);
}
function signingKey(secret, day) {
	return hmac(hmac(`SNWS2${secret}`, basicDate(day)), 'snws2_request');
}
function sign(key, date, canonical) {
	const toSign = `SNWS2-HMAC-SHA256\n${basicDate(date)}T${basicTime(date)}Z\n${sha256(canonical)}`;
	return hmac(key, toSign).toString('hex');
}
function canonicalRequest({ method, path, parameters, headers, body }) {
	const names = signedNames(headers);
	return [
		method,
		path,
		joinParameters(parameters, encodeAsJavaDoes),
		...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
		names.join(';'),
		sha256(body),
	].join('\n');
}
function queryOf(parameters) {
	return joinParameters(parameters, percentEncode);
}
function headerDate(date) {
	return new Date(date).toUTCString();
}
function joinParameters(parameters, encode) {
	const sorted = parameters.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return sorted.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}
function percentEncode(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function encodeAsJavaDoes(text) {
	return percentEncode(text.replace(/[\u{10000}-\u{10ffff}]/gu, '??'));
}
function signedNames(headers) {
	return Object.keys(headers).toSorted();
}
function basicDate(date) {
	return new Date(date).toISOString().slice(0, 10).replaceAll('-', '');
}
function basicTime(date) {
	return new Date(date).toISOString().slice(11, 19).replaceAll(':', '');
}
function hmac(key, text) {
	return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}
function sha256(text) {
	return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./src/issuers/solarnetwork/api.ts






const DEFAULT_ENDPOINT = 'https://data.solarnetwork.net';
const BASE = '/solaruser/api/v1/sec/user/auth-tokens';
const LARGEST_LIST = 100_000_000;
function openTokenApi({ endpoint, authentication }, ports) {
	if (endpoint === undefined || authentication.kind !== 'secret' || authentication.id === undefined) {
		throw new Error('SolarNetwork is reached with an endpoint and the id and secret of a token');
	}
	const { host, pathname } = new URL(endpoint);
	const prefix = pathname.replace(/\/$/, '');
	const signingToken = { id: authentication.id, secret: authentication.secret };
	const client = (0,http_client/* createClient */.U)({
		endpoint,
		ports,
		retryAt,
		mayHaveActed: isDatabaseTrouble,
	});
	return {
		endpoint,
		signingToken,
		hostWords: ports.words,
		serverAhead: client.serverAhead,
		send({ method, path, parameters = [], json, repeat }) {
			const headers = () => {
				const date = ports.clock.now();
				const signed = {
					host,
					'x-sn-date': headerDate(date),
					...(json === undefined ? {} : { 'content-type': 'application/json' }),
				};
				const request = { method, path: `${prefix}${BASE}${path}`, parameters, headers: signed, body: json ?? '' };
				const header = authorization(signingToken, date, request);
				ports.mask(signatureIn(header));
				return { ...signed, authorization: header };
			};
			const query = parameters.length === 0 ? '' : `?${queryOf(parameters)}`;
			return client.send({
				method,
				path: `${BASE}${path}${query}`,
				headers,
				repeat,
				...(json === undefined ? {} : { body: json }),
				...(method === 'GET' ? { largestAnswer: LARGEST_LIST } : {}),
			});
		},
	};
}
function successOf({ status, json }) {
	const fields = (0,json_fields/* fieldsOf */.P)(json);
	return status === 200 && fields?.['success'] === true ? { data: fields['data'] } : undefined;
}
function isRefusal({ status, json }) {
	const fields = (0,json_fields/* fieldsOf */.P)(json);
	if (fields === undefined || status < 400 || status > 499)
		return false;
	if (status === 429)
		return fields['success'] === false && fields['code'] === RATE_LIMITED;
	const springPage = [400, 404, 405, 415].includes(status) && fields['status'] === status && typeof fields['error'] === 'string';
	return fields['success'] === false || (springPage && typeof fields['path'] === 'string');
}
const RATE_LIMITED = 'WEB.10000';
function isDatabaseTrouble({ json }) {
	const code = (0,json_fields/* fieldsOf */.P)(json)?.['code'];
	return typeof code === 'string' && code.startsWith('DAO.');
}
function explain(answer, { signingToken, hostWords }, nodeIds = []) {
	const words = (0,server_words/* serverWords */.l)(answer, pickWords);
	const hint = hintFor(answer, words ?? '', signingToken.id, nodeIds, hostWords);
	return [words === undefined ? answer.what : `${answer.what}: ${words}`, ...(hint === undefined ? [] : [hint])].join('. ');
}
function hintFor(answer, words, signingId, nodeIds, hostWords) {
	const { status, serverAhead: skew = 0 } = answer;
	if ((status === 401 || status === 403) && (Math.abs(skew) >= TOLERATED_SKEW || /date skew/i.test(words))) {
		const off = skew === 0 ? 'clock of this machine is off' : (0,server_clock/* wordsOfClocks */.Y$)(skew);
		return `The ${off}, and SolarNetwork allows less than 15 minutes; set it right`;
	}
	if (status === 401) {
		return /expired/i.test(words)
			? `The credential ${signingId} has expired; make a new User token and store it in place of the old one`
			: 'The request arrived without its signature; see whether a proxy on the way removes the Authorization header';
	}
	if (status === 403)
		return hintForForbidden(words, signingId, nodeIds);
	if (status === 404)
		return 'Check the url: it is the part before /solaruser/api/v1';
	if (status === 429 && isDatabaseTrouble(answer))
		return undefined;
	if (status === 429)
		return `SolarNetwork limits how fast a token may ask, two requests at once and then one a second; run it again later, or give it more time with ${hostWords.theInput('timeout')}`;
	return 'success' in ((0,json_fields/* fieldsOf */.P)(answer.json) ?? {}) ? undefined : (0,unavailable/* unavailability */.Z)(answer);
}
function hintForForbidden(words, signingId, nodeIds) {
	const needed = `a User token whose policy holds nothing but an end and refreshAllowed is needed to mint`;
	if (/bad credentials/i.test(words)) {
		return `The token ${signingId} is unknown or disabled, or the secret is not its secret: the server does not say which. Behind a proxy of your own, the server may also check the signature against another host name than that of the url`;
	}
	if (words.includes('UNKNOWN_OBJECT')) {
		return nodeIds.length === 0
			? 'The token is not known to SolarNetwork any more: somebody else may have deleted it'
			: `One of the node ids is not known to SolarNetwork: ${nodeIds.join(', ')}`;
	}
	if (words.includes('ACCESS_DENIED')) {
		const nodes = nodeIds.length === 0 ? '' : `, or one of the nodes belongs to another account: ${nodeIds.join(', ')}`;
		return `The policy of the credential ${signingId} restricts it (${needed})${nodes}`;
	}
	if (/access.*denied/i.test(words)) {
		return `The credential ${signingId} is a ReadNodeData token, or its apiPaths leave out /user/auth-tokens: ${needed}`;
	}
	return 'Something on the way may have changed the request; what was signed is not what arrived';
}
function pickWords(json) {
	const fields = (0,json_fields/* fieldsOf */.P)(json);
	if (fields === undefined)
		return undefined;
	const { message, code, errors, error } = fields;
	const details = (Array.isArray(errors) ? errors : []).map((detail) => (0,json_fields/* fieldsOf */.P)(detail)?.['message']);
	const texts = [message ?? error, ...details].filter((text) => typeof text === 'string' && text !== '');
	const known = typeof code === 'string' ? [...texts, `(${code})`] : texts;
	return known.length === 0 ? undefined : known.join(' ');
}
const TOLERATED_SKEW = 15 * 60_000;
function retryAt(headers) {
	const text = headers['x-sn-rate-limit-retry-after'];
	return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

// ./src/issuers/solarnetwork/token.ts
/***/ 4877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $T: () => (/* binding */ readPair),
  AI: () => (/* binding */ readToken),
  He: () => (/* binding */ readTokens),
  bI: () => (/* binding */ isTokenId),
  iC: () => (/* binding */ readTokensIn),
  vJ: () => (/* binding */ endOfPolicy)
});
var _json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1560);
var _read_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6118);
var _lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(601);
var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5989);




function isTokenId(text) {
	return /^[\w.,;-]{20}$/.test(text);
}
function readPair(data) {
	const { id, authSecret: secret } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(data) ?? {};
	return typeof id === 'string' && isTokenId(id) && (0,_lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .isUsableSecret */ .rP)(secret) ? { id, secret } : undefined;
}
function readToken(value) {
	const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(value);
	const id = fields?.['id'];
	if (fields === undefined || typeof id !== 'string')
		return undefined;
	const policy = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(fields['policy'] ?? {});
	if (policy === undefined)
		return undefined;
	return {
		id,
		type: fields['type'],
		status: fields['status'],
		expired: fields['expired'],
		name: textOf(fields, 'name'),
		description: textOf(fields, 'description'),
		created: (0,_read_instant_js__WEBPACK_IMPORTED_MODULE_3__/* .readInstant */ .W)(fields['created']),
		policy,
	};
}
const MOST_TOKENS = 500_000;
function readTokens(answer) {
	return readTokensIn((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .successOf */ .Bu)(answer)?.data);
}
function readTokensIn(data) {
	if (!Array.isArray(data) || data.length > MOST_TOKENS)
		return undefined;
	const tokens = data.map(readToken).filter((token) => token !== undefined);
	return tokens.length === data.length ? tokens : undefined;
}
function textOf(fields, key) {
	const value = fields[key];
	return typeof value === 'string' ? value : undefined;
}
function endOfPolicy({ notAfter }) {
	return typeof notAfter === 'number' && Number.isInteger(notAfter) && Math.abs(notAfter) <= 8.64e15
		? notAfter
		: undefined;
}


/***/ }),

// ./src/issuers/solarnetwork/compare.ts
/***/ 8767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  OF: () => (/* binding */ comparePolicies),
  OZ: () => (/* binding */ restrictingMembers),
  tx: () => (/* binding */ policyHash)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


const MOST_MEMBERS = 1_000;
function comparePolicies(asked, granted) {
	const members = Object.keys(granted).length;
	if (members > MOST_MEMBERS) {
		const { length } = Object.keys(asked);
		return [{ what: 'policy', asked: `one of ${length} members`, granted: `one of ${members} members, which is none` }];
	}
	const wanted = canonicalMembers({ ...asked });
	const got = canonicalMembers(granted);
	const names = new Set([...wanted.keys(), ...Object.keys(granted).filter((name) => name !== 'notAfter')]);
	return [...names].flatMap((name) => {
		const [one, other] = [wanted.get(name), got.get(name)];
		if (one === other && (other !== undefined || !Object.hasOwn(granted, name)))
			return [];
		const empty = other === undefined && Object.hasOwn(granted, name);
		return [
			{
				what: `policy member ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}`,
				asked: shown(one),
				granted: empty ? 'an empty one, which restricts nothing' : shown(other),
			},
		];
	});
}
function restrictingMembers(policy) {
	return [...canonicalMembers(policy).keys()].filter((name) => name !== 'refreshAllowed');
}
function policyHash(policy) {
	const members = [...canonicalMembers({ ...policy })].toSorted(([a], [b]) => (a < b ? -1 : 1));
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(members)).digest('hex');
}
function canonicalMembers(policy) {
	const members = new Map();
	for (const [name, value] of Object.entries(policy)) {
		if (name === 'notAfter' || value === undefined || value === null || (Array.isArray(value) && value.length === 0))
			continue;
		const items = Array.isArray(value) ? value : undefined;
		members.set(name, items === undefined ? canonical(value) : canonicalList(items));
	}
	return members;
}
const MOST_VALUES = 32_768;
function canonicalList(items) {
	if (items.length > MOST_VALUES)
		return `a list of ${items.length} values`;
	return `[${[...new Set(items.map(canonical))].toSorted().join(',')}]`;
}
function canonical(value) {
	if (typeof value === 'object')
		return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
	return JSON.stringify(value);
}
function shown(canonical) {
	return canonical === undefined ? 'no restriction' : (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(canonical, 300);
}


/***/ }),

// ./src/issuers/solarnetwork/tokens.ts
/***/ 324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  XL: () => (/* binding */ byHand),
  dh: () => (/* binding */ listTokens),
  openTokens: () => (/* binding */ openTokens),
  w$: () => (/* binding */ revokeToken)
});
/* unused harmony export findIn */
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
var _lease_attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2879);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2247);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8746);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4051);
var _api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5989);
var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4877);
var _compare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8767);








function openTokens(type, access, context, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .openTokenApi */ .oW)(access, ports);
	return {
		async find(attempt) {
			const { tokens, skew } = await listTokens(api);
			return findIn(tokens, { type, attempt, policy: context['policy'], signingId: api.signingToken.id, skew });
		},
		revoke: (id) => revokeToken(api, id),
		byHand: (token) => byHand(api.endpoint, token),
	};
}
async function revokeToken(api, id) {
	if (id === api.signingToken.id) {
		throw new Error(`${id} is the credential itself, which is never revoked`);
	}
	const answer = await api.send({ method: 'DELETE', path: '', parameters: [['tokenId', id]], repeat: 'safe' });
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .successOf */ .Bu)(answer) === undefined)
		throw new Error((0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(answer, api));
	return 'revoked';
}
const CLOCK_MARGIN = _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .MINUTE */ .pY * 1000;
function findIn(tokens, { type, attempt, policy, signingId, skew }) {
	const own = tokens.filter(({ id }) => id === signingId);
	const complete = own.length > 0 && own.every(({ policy }) => (0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .restrictingMembers */ .OZ)(policy).length === 0);
	const others = tokens.filter(({ id }) => id !== signingId && (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .isTokenId */ .bI)(id));
	const marked = others.filter(({ description }) => description !== undefined && (0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .isDescribedBy */ .jN)(description, attempt));
	if (marked.length > 0)
		return foundAmong(marked, complete);
	const startedAt = attempt.startedAt + (skew === undefined ? -_api_js__WEBPACK_IMPORTED_MODULE_4__/* .TOLERATED_SKEW */ .A0 : skew - CLOCK_MARGIN);
	const unmarked = others.filter((token) => token.name === undefined &&
		token.description === undefined &&
		token.type === type &&
		(0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfPolicy */ .vJ)(token.policy) === attempt.expiresAt &&
		token.created !== undefined &&
		token.created >= startedAt);
	const alike = unmarked.filter((token) => (0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .policyHash */ .tx)(token.policy) === policy);
	if (alike.length > 0)
		return foundAmong(alike, complete);
	if (unmarked.length > 0)
		return { kind: 'ambiguous', ids: unmarked.map(({ id }) => id) };
	return { kind: 'found', ids: [], complete };
}
function foundAmong(tokens, complete) {
	const ids = tokens.map(({ id }) => id);
	return ids.length > 1 ? { kind: 'ambiguous', ids } : { kind: 'found', ids, complete };
}
function byHand(endpoint, token) {
	const config = `solaruser = "${endpoint}" under [service-urls] in ~/.s10k/config`;
	const isDefault = endpoint === _api_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_ENDPOINT */ .mP;
	const deletion = (word) => `s10k sec-tokens delete --identifier=${word}`;
	if ('id' in token)
		return `${deletion((0,_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(token.id))}${isDefault ? '' : `  # with ${config}`}`;
	const { leaseId, expiresAt } = token.attempt;
	const search = `s10k sec-tokens list --display-mode=JSON | grep -E '${leaseId}|${expiresAt}'`;
	return `${isDefault ? '' : `with ${config}, `}(1) find it, with a User token that no policy restricts; an empty result from a restricted one proves nothing: ${search} (2) delete the token of each line that this prints, with the id that stands in it in the place of ID: ${deletion("'ID'")}`;
}
async function listTokens(api) {
	const parameters = [['unique', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()]];
	const answer = await api.send({ method: 'GET', path: '', parameters, repeat: 'safe' });
	const tokens = (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .readTokens */ .He)(answer);
	if (tokens !== undefined)
		return { tokens, skew: answer.serverAhead };
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .successOf */ .Bu)(answer) !== undefined)
		throw new Error(`${answer.what}, but not with a list of tokens`);
	throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L((0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .explain */ .WE)(answer, api));
}


/***/ }),

};

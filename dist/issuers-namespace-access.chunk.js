"use strict";
exports.ids = [];
exports.modules = {

// ./src/http/identity-token.ts
/***/ 9880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  requestIdentityToken: () => (/* binding */ requestIdentityToken)
});
var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8660);
var _unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);
var _lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(601);



async function requestIdentityToken(environment, audience, ports) {
	const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
	const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
	if (!url || !requestToken) {
		const { work, allowIdentityTokens, withoutIdentityTokens } = ports.words;
		throw new Error(`this ${work} may not ask for an identity token: ${allowIdentityTokens}. ${withoutIdentityTokens}`.trimEnd());
	}
	ports.mask(requestToken);
	const { origin, pathname, searchParams } = new URL(url);
	searchParams.set('audience', audience);
	const answer = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint: origin, ports }).send({
		method: 'GET',
		path: `${pathname}?${searchParams.toString()}`,
		headers: () => ({ authorization: `Bearer ${requestToken}`, accept: 'application/json' }),
		repeat: 'safe',
	});
	const { json } = answer;
	const value = typeof json === 'object' && json !== null && 'value' in json ? json.value : undefined;
	if (answer.status !== 200 || !(0,_lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_2__/* .isUsableSecret */ .rP)(value)) {
		const { machine } = ports.words;
		throw new Error(`the ${machine} gave no identity token: ${answer.what}${explain(answer, new URL(url).host, machine)}`);
	}
	ports.mask(value);
	const signature = value.split('.')[2];
	if (signature !== undefined)
		ports.mask(signature);
	return value;
}
function explain(answer, host, machine) {
	if (answer.status === 200) {
		return answer.json === undefined
			? `, but with no JSON: something else than the identity provider of the ${machine} answers at ${host}, such as the page of a proxy. See what ACTIONS_ID_TOKEN_REQUEST_URL names, and whether ${host} belongs in no_proxy`
			: ', but with no token in its JSON';
	}
	const unavailable = (0,_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
	return unavailable === undefined ? '' : `. ${unavailable}`;
}


/***/ }),

// ./src/issuers/namespace/token-list.ts
/***/ 1878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ listTokens),
  x: () => (/* binding */ tryToList)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1560);
var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2332);
var _service_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6540);
var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9643);





const MOST_PAGES = 1_000;
const MOST_TOKENS = 100_000;
const LONGEST_CURSOR = 16_384;
async function* listTokens(api) {
	const seen = new Set();
	let cursor = '';
	for (let page = 0; page < MOST_PAGES; page++) {
		const answer = await api.call('ListRevokableTokens', cursor === '' ? {} : { paginationCursor: cursor });
		const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(answer.json);
		if (answer.status !== 200 || fields === undefined)
			throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer, 'list', api);
		const { what } = answer;
		const tokens = read(what, () => (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(fields, 'tokens'));
		if (tokens.length > MOST_TOKENS)
			throw new Error(`${what}, with ${tokens.length} tokens on a page, which is none`);
		for (const token of tokens) {
			yield read(what, () => (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectOf */ .Xy)(token, 'a listed token'));
			await api.turn();
		}
		cursor = read(what, () => (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(fields, 'paginationCursor'));
		if (cursor === '')
			return;
		if (cursor.length > LONGEST_CURSOR)
			throw new Error(`${what}, with a cursor of ${cursor.length} characters`);
		if (seen.has(cursor))
			throw new Error(`${answer.what}, with the cursor of a page that was read before: the list has no end`);
		seen.add(cursor);
	}
	throw new Error(`the list of tokens has more than ${MOST_PAGES} pages`);
}
function read(what, part) {
	try {
		return part();
	}
	catch (error) {
		throw new Error(`${what}, but ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, { cause: error });
	}
}
const LONGEST_TRIAL = 10_000;
async function tryToList(api) {
	const answer = await api.call('ListRevokableTokens', { maxEntries: 1 }, (trouble, triedFor) => triedFor >= LONGEST_TRIAL && (0,_service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .readServiceError */ .Yo)(trouble) !== undefined);
	if (answer.status === 200 && (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(answer.json) !== undefined)
		return undefined;
	return { code: (0,_service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .readServiceError */ .Yo)(answer)?.code, error: (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer, 'list', api) };
}


/***/ }),

// ./src/issuers/namespace/tokens.ts
/***/ 4176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  byHand: () => (/* binding */ byHand),
  isRevoked: () => (/* binding */ isRevoked),
  openTokens: () => (/* binding */ openTokens),
  revokeToken: () => (/* binding */ revokeToken)
});
var _lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2879);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1560);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4051);
var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2332);
var _service_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6540);
var _token_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1878);
var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8129);
var _api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9643);









function openTokens(access, context, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .openApi */ .Nd)(access, (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .readContext */ .yI)(context), ports);
	return {
		find: (attempt) => findTokens(api, attempt),
		revoke: (id) => revokeToken(api, id),
		byHand: (token) => byHand(token, access.endpoint),
	};
}
async function findTokens(api, attempt) {
	const ids = [];
	try {
		for await (const token of (0,_token_list_js__WEBPACK_IMPORTED_MODULE_2__/* .listTokens */ .d)(api)) {
			if ((0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescribedBy */ .jN)((0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(token, 'description'), attempt) && !isRevoked(token))
				ids.push((0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .TH)(token));
		}
	}
	catch (error) {
		if (ids.length === 0)
			throw error;
		return { kind: 'found', ids, complete: false };
	}
	return { kind: 'found', ids, complete: true };
}
function isRevoked(token) {
	const state = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .memberOf */ .C5)(token, 'state');
	return state === 'REVOKED' || state === 2 || (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(token, 'revokedAt') !== '';
}
async function revokeToken(api, id) {
	if (!(0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .isTokenId */ .bI)(id))
		throw new Error(`${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(id)} is no id of a token`);
	const answer = await api.call('RevokeRevokableToken', { tokenId: id });
	const { status, json } = answer;
	if (status === 200 && (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .fieldsOf */ .P)(json) !== undefined)
		return 'revoked';
	if (status === 404 && (0,_service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .readServiceError */ .Yo)(answer)?.code === 'not_found')
		return 'already-gone';
	throw (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .errorOf */ .Mz)(answer, 'revoke', api);
}
function byHand(token, endpoint) {
	const isUsual = endpoint === undefined || endpoint === _api_js__WEBPACK_IMPORTED_MODULE_4__/* .PUBLIC_TOKEN_ENDPOINT */ .cE;
	const nsc = isUsual ? 'nsc' : `NSC_IAM_ENDPOINT=${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_8__/* .shellWord */ .r)(endpoint)} nsc`;
	if ('id' in token)
		return `${nsc} token revoke --token_id ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_8__/* .shellWord */ .r)(token.id)}`;
	const { name } = token.attempt;
	return `${nsc} token list -o json, then ${nsc} token revoke --token_id with the token_id of ${JSON.stringify(name)} (nsc shows the first page of the list only; Namespace's dashboard shows all)`;
}


/***/ }),

// ./src/issuers/namespace/api.ts + 1 modules
/***/ 9643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tA: () => (/* binding */ PUBLIC_IDENTITY_ENDPOINT),
  cE: () => (/* binding */ PUBLIC_TOKEN_ENDPOINT),
  Mz: () => (/* binding */ errorOf),
  Nd: () => (/* binding */ openApi),
  yI: () => (/* binding */ readContext)
});

var http_client = __webpack_require__(8660);
var failure = __webpack_require__(2398);
var http_unavailable = __webpack_require__(2946);
var issuer = __webpack_require__(2247);
var lease_ports = __webpack_require__(1102);
var turn = __webpack_require__(7275);
var shown_text = __webpack_require__(4278);
var answered_secrets = __webpack_require__(5653);
var json_fields = __webpack_require__(1560);
var usable_secret = __webpack_require__(601);
var protobuf_json = __webpack_require__(2332);
var shell_word = __webpack_require__(4051);
var jwt = __webpack_require__(449);
;// CONCATENATED MODULE: ./src/issuers/namespace/identity.ts



const LONGEST_CLAIM = 1_000;
function claimsOf(identityToken) {
	const { iss, sub, aud } = (0,jwt/* jwtPayload */.c)(identityToken) ?? {};
	const audience = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
	if (!isShowable(iss) || !isShowable(sub) || !isShowable(audience))
		return undefined;
	return { issuer: iss, subject: sub, audience };
}
function isShowable(claim) {
	return typeof claim === 'string' && claim.length <= LONGEST_CLAIM && !(0,shown_text/* isInvisible */.qW)(claim);
}
const GRANT = '{"resource_type":"token/revokable","resource_id":"*","actions":["create","list","revoke"]}';
const CAUSES = [
	[
		/not (?:yet )?valid (?:yet|before|until)|not yet valid|used before|issued in the future|\b(?:nbf|iat)\b/i,
		() => 'the clocks of who issued the token and of Namespace differ. Run it again in a minute',
	],
	[
		/expired/i,
		() => 'the token had ended when it arrived, by the clock of Namespace. Run it again; if that stays, a clock is wrong',
	],
	[
		/^(?!.*\bsub(?:ject)?\b).*\baud(?:ience)?\b/is,
		({ audience }, hostWords) => `the trust relationship was made for another audience than ${JSON.stringify(audience)}. Name its own in ${hostWords.theInput('audience')}`,
	],
];
function adviceOnIdentity({ identityToken, words, workspace, hostWords }) {
	const claims = claimsOf(identityToken);
	const organisation = `Namespace's GitHub App must be installed for the organisation that owns this repository; for any other trust relationship set ${hostWords.theInput('workspace')}`;
	if (claims === undefined) {
		const command = 'nsc auth trust-relationships add, with the issuer, the subject and the audience of its identity token';
		return `To be done: ${workspace === undefined ? organisation : `the workspace ${(0,shown_text/* quote */.hD)(workspace)} needs a trust relationship for this ${hostWords.work}: ${command}`}`;
	}
	const { issuer, subject, audience } = claims;
	const said = `The identity token says iss ${JSON.stringify(issuer)}, sub ${JSON.stringify(subject)}, aud ${JSON.stringify(audience)}`;
	const cause = CAUSES.find(([pattern]) => pattern.test(words))?.[1](claims, hostWords);
	if (cause !== undefined)
		return `${said}. Probably ${cause}`;
	if (workspace === undefined)
		return `${said}. To be done: ${organisation}`;
	const options = `--issuer ${(0,shell_word/* shellWord */.r)(issuer)} --subject-match ${(0,shell_word/* shellWord */.r)(subject)} --audience ${(0,shell_word/* shellWord */.r)(audience)} --grant ${(0,shell_word/* shellWord */.r)(GRANT)}`;
	return `${said}. To be done: the workspace ${(0,shown_text/* quote */.hD)(workspace)} needs a trust relationship that matches them, such as nsc auth trust-relationships add ${options}`;
}

var service_error = __webpack_require__(6540);
;// CONCATENATED MODULE: ./src/issuers/namespace/api.ts













const PUBLIC_TOKEN_ENDPOINT = 'https://iam.namespaceapis.com';
const PUBLIC_IDENTITY_ENDPOINT = 'https://private-api.global.namespaceapis.com';
function readContext(context) {
	const { identityEndpoint, credential, source } = context;
	if (identityEndpoint === undefined ||
		source === undefined ||
		(credential !== 'bearer' && credential !== 'session' && credential !== 'identity')) {
		throw new Error('the record of the lease does not say how to authenticate at Namespace');
	}
	return { identityEndpoint, credential, source };
}
const API_VERSION = '162';
const SESSION_TOKEN_LIFE = 3600;
function openApi(access, context, ports) {
	const { endpoint, authentication } = access;
	if (endpoint === undefined)
		throw new Error('there is no endpoint to open a session at');
	const service = (0,http_client/* createClient */.U)({ endpoint, ports });
	let obtaining;
	const obtain = () => (obtaining ??= obtainBearer(authentication, context, ports).catch((error) => {
		obtaining = undefined;
		throw error;
	}));
	return {
		credentialName: `the credential (${context.source})`,
		serverAhead: service.serverAhead,
		authenticate: obtain,
		turn: (0,turn/* createTurn */.C)(ports.deadline, () => new Error('the time for everything ended while the list of tokens was looked through')),
		async call(method, message, willDo) {
			const { token } = await obtain();
			return service.send({
				method: 'POST',
				path: `/namespace.cloud.iam.v1beta.TokenService/${method}`,
				headers: () => ({
					authorization: `Bearer ${token}`,
					'content-type': 'application/json',
					'connect-protocol-version': '1',
				}),
				body: typeof message === 'function' ? () => JSON.stringify(message()) : JSON.stringify(message),
				repeat: method === 'CreateRevokableToken' ? 'mints' : 'safe',
				...(willDo === undefined ? {} : { willDo }),
			});
		},
	};
}
async function obtainBearer(authentication, context, ports) {
	switch (authentication.kind) {
		case 'none':
			throw new Error('Namespace needs a credential, and none was kept');
		case 'secret':
			return {
				token: context.credential === 'session'
					? await issueFromSession(authentication.secret, context, ports)
					: authentication.secret,
				workspace: undefined,
				workspaceTold: false,
			};
		case 'identity-token':
			return exchangeIdentity(authentication, context, ports);
	}
}
async function exchangeIdentity({ audience, workspace }, context, ports) {
	let identityToken;
	try {
		identityToken = await ports.identityToken(audience, ports.stop);
	}
	catch (error) {
		if (error instanceof lease_ports/* Stopped */.C9)
			throw error;
		throw new issuer/* Refused */.L(`no identity token for audience ${(0,shown_text/* quote */.hD)(audience)}: ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
	}
	const [method, body] = workspace === undefined
		? ['ExchangeGithubToken', { github_token: identityToken }]
		: ['ExchangeOIDCToken', { tenant_id: workspace, oidc_token: identityToken }];
	const { token, tenantId } = await exchange(`/nsl.tenants.TenantsService/${method}`, body, {}, context, ports, (words) => adviceOnIdentity({ identityToken, words, workspace, hostWords: ports.words }));
	if (workspace !== undefined && tenantId !== '' && tenantId !== workspace) {
		throw new issuer/* Refused */.L(`the identity token was exchanged for the workspace ${(0,shown_text/* quote */.hD)(tenantId)} instead of ${(0,shown_text/* quote */.hD)(workspace)}; nothing is minted there`);
	}
	return { token, workspace: tenantId === '' ? workspace : tenantId, workspaceTold: tenantId !== '' };
}
async function issueFromSession(session, context, ports) {
	const { token } = await exchange('/nsl.signin.SigninService/IssueTenantTokenFromSession', { token_duration_secs: SESSION_TOKEN_LIFE }, { authorization: `Bearer ${session}` }, context, ports, () => `To be done: log in again with nsc login, or ${ports.words.useIdentityTokens}`);
	return token;
}
async function exchange(path, body, headers, { identityEndpoint, source }, ports, adviceOn) {
	const client = (0,http_client/* createClient */.U)({ endpoint: identityEndpoint, ports });
	let received;
	try {
		received = await client.send({
			method: 'POST',
			path,
			headers: () => ({
				...headers,
				'content-type': 'application/json',
				'ns-internal-version': API_VERSION,
			}),
			body: JSON.stringify(body),
			repeat: 'safe',
		});
	}
	catch (error) {
		if (!(error instanceof failure/* HttpFailure */.HR))
			throw error;
		throw new issuer/* Refused */.L(`the credential (${source}) could not be exchanged: ${error.message}`, { cause: error });
	}
	const answer = (0,answered_secrets/* maskAnswered */.s)(received, ['tenant_token'], ports.mask);
	const { tenant_token: token, tenant } = (0,json_fields/* fieldsOf */.P)(answer.json) ?? {};
	if (answer.status !== 200 || !(0,usable_secret/* isUsableSecret */.rP)(token)) {
		const found = answer.status === 200 ? ', without a usable token in the answer' : (0,service_error/* unknownWords */.ky)(answer);
		const next = (0,http_unavailable/* unavailability */.Z)(answer) ?? (answer.status >= 400 ? adviceOn(found) : undefined);
		const words = `the credential (${source}) could not be exchanged: ${answer.what}${found}`;
		throw new issuer/* Refused */.L(next === undefined ? words : `${words}. ${next}`);
	}
	try {
		return { token, tenantId: (0,protobuf_json/* textOf */.b6)((0,protobuf_json/* objectOf */.Xy)(tenant ?? {}, 'tenant'), 'tenant_id') };
	}
	catch (error) {
		throw new issuer/* Refused */.L(`the credential (${source}) could not be exchanged: ${answer.what}, but ${(0,shown_text/* messageOf */.bD)(error)}`, {
			cause: error,
		});
	}
}
function errorOf(answer, right, api, advice = '') {
	const error = (0,service_error/* readServiceError */.Yo)(answer);
	if (error === undefined)
		return new Error(strangeAnswer(answer));
	const sentences = [`${answer.what}: ${error.words}`, adviceFor(error, right, api), advice];
	const text = sentences.filter((sentence) => sentence !== '').join('. ');
	return (0,service_error/* isRefusal */.vu)(answer, error) ? new issuer/* Refused */.L(text) : new Error(text);
}
function strangeAnswer(answer) {
	const unavailable = (0,http_unavailable/* unavailability */.Z)(answer);
	return unavailable === undefined
		? `${answer.what}, which is no answer of Namespace${(0,service_error/* unknownWords */.ky)(answer)}`
		: `${answer.what}${(0,service_error/* unknownWords */.ky)(answer)}. ${unavailable}`;
}
function adviceFor({ code, missing }, right, api) {
	switch (code) {
		case 'unauthenticated':
			return `Namespace does not accept ${api.credentialName}: it may have expired or been revoked`;
		case 'permission_denied':
			return missing.length > 0
				? `Give ${api.credentialName} what it misses`
				: `Probably ${api.credentialName} lacks the permission token/revokable: ${right}`;
		case 'unimplemented':
			return 'Check the endpoint: it does not know revokable tokens';
		default:
			return '';
	}
}


/***/ }),

// ./src/issuers/namespace/jwt.ts
/***/ 449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ jwtPayload)
});
var _json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1560);

function jwtPayload(text) {
	const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(text)?.[1];
	if (payload === undefined)
		return undefined;
	try {
		return (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .P)(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
	}
	catch {
		return undefined;
	}
}


/***/ }),

// ./src/issuers/namespace/protobuf-json.ts
/***/ 2332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  AU: () => (/* binding */ nameInSchema),
  B9: () => (/* binding */ instantOf),
  C5: () => (/* binding */ memberOf),
  VE: () => (/* binding */ enumOf),
  Xy: () => (/* binding */ objectOf),
  b6: () => (/* binding */ textOf),
  c3: () => (/* binding */ listOf)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1560);


function objectOf(value, what) {
	const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .P)(value);
	if (fields === undefined)
		throw new Error(`${what} is not an object`);
	return fields;
}
function memberOf(fields, name) {
	const other = nameInSchema(name);
	if (other !== name && name in fields && other in fields)
		throw new Error(`${name} stands there twice, also as ${other}`);
	return fields[name] ?? fields[other];
}
function nameInSchema(name) {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function textOf(fields, name) {
	const value = memberOf(fields, name) ?? '';
	if (typeof value !== 'string')
		throw new Error(`${name} is not a text`);
	return value;
}
function listOf(fields, name) {
	const value = memberOf(fields, name) ?? [];
	if (!Array.isArray(value))
		throw new Error(`${name} is not a list`);
	return value;
}
function instantOf(fields, name) {
	const text = textOf(fields, name);
	if (text === '')
		return undefined;
	const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i.exec(text);
	const seconds = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}${match[3] ?? ''}`.toUpperCase());
	if (Number.isNaN(seconds))
		throw new Error(`${name} is ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is not a time`);
	return seconds + Math.ceil(Number((match?.[2] ?? '').padEnd(9, '0')) / 1_000_000);
}
function enumOf(fields, name, names, values) {
	const value = memberOf(fields, name);
	if (value === undefined || value === null)
		return undefined;
	const index = typeof value === 'number' ? value : names.findIndex((candidate) => candidate === value);
	if (!(index in names))
		throw new Error(`${name} is ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .showJson */ .qN)(value)}, which the schema does not know`);
	return values[index];
}


/***/ }),

// ./src/issuers/namespace/service-error.ts
/***/ 6540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Yo: () => (/* binding */ readServiceError),
  ky: () => (/* binding */ unknownWords),
  vu: () => (/* binding */ isRefusal)
});
var _http_server_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2349);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1560);



const CODES = [
	'ok',
	'canceled',
	'unknown',
	'invalid_argument',
	'deadline_exceeded',
	'not_found',
	'already_exists',
	'permission_denied',
	'resource_exhausted',
	'failed_precondition',
	'aborted',
	'out_of_range',
	'unimplemented',
	'internal',
	'unavailable',
	'data_loss',
	'unauthenticated',
];
function readServiceError(answer) {
	const { json } = answer;
	if (answer.status < 400 || typeof json !== 'object' || json === null || !('code' in json))
		return undefined;
	const code = typeof json.code === 'number' ? CODES[json.code] : CODES.find((name) => name === json.code);
	if (code === undefined || code === 'ok')
		return undefined;
	const message = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_0__/* .serverWords */ .l)(answer, messageOf);
	const { missing, requestId } = readDetails('details' in json ? json.details : undefined);
	const words = [
		message === undefined ? code : `${code}: ${message}`,
		...(missing.length === 0 ? [] : [`missing permission ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerate */ .HL)(missing)}`]),
		...(requestId === undefined ? [] : [`request id ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(requestId, LONGEST_REQUEST_ID)}`]),
	];
	return { code, words: words.join('; '), missing };
}
function unknownWords(answer) {
	const words = readServiceError(answer)?.words ?? messageOfHeader(answer) ?? (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_0__/* .serverWords */ .l)(answer, messageOf);
	return words === undefined ? '' : `: ${words}`;
}
function messageOfHeader({ headers }) {
	const message = headers['grpc-message'];
	if (message === undefined || message.length > 1_000)
		return undefined;
	try {
		return decodeURIComponent(message);
	}
	catch {
		return message;
	}
}
function messageOf(json) {
	return (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(json)?.['message'];
}
const REFUSALS = new Set([
	'invalid_argument',
	'unauthenticated',
	'permission_denied',
	'not_found',
	'already_exists',
	'failed_precondition',
	'unimplemented',
	'out_of_range',
]);
function isRefusal({ status }, error) {
	return status >= 400 && status < 500 && REFUSALS.has(error.code);
}
const MOST_DETAILS = 100;
const LONGEST_REQUEST_ID = 200;
function readDetails(details) {
	const missing = [];
	let requestId;
	const some = Array.isArray(details) ? details.slice(0, MOST_DETAILS) : [];
	for (const detail of some) {
		const { type, value } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(detail) ?? {};
		if (typeof type !== 'string' || typeof value !== 'string')
			continue;
		const message = Buffer.from(value, 'base64');
		switch (type.slice(type.lastIndexOf('/') + 1)) {
			case 'namespace.cloud.iam.v1beta.PermissionDeniedError':
				for (const access of readField(message, 1)) {
					const [resourceType, resourceId, action] = [1, 2, 3].map((number) => readField(access, number)[0]?.toString('utf8'));
					if (!resourceType || !action)
						continue;
					const where = !resourceId || resourceId === '*' ? '' : ` on ${resourceId}`;
					missing.push(`${resourceType}: ${action}${where}`);
				}
				break;
			case 'foundation.std.protocol.RequestID':
				requestId = readField(message, 1)[0]?.toString('utf8');
				break;
		}
	}
	return { missing, requestId };
}
function readField(message, wanted) {
	const values = [];
	let index = 0;
	while (index < message.length) {
		const tag = readNumber();
		const wireType = tag & 7;
		if (wireType === 2) {
			const length = readNumber();
			if (index + length > message.length)
				break;
			if (tag >>> 3 === wanted)
				values.push(message.subarray(index, index + length));
			index += length;
		}
		else if (wireType === 0)
			readNumber();
		else if (wireType === 1)
			index += 8;
		else if (wireType === 5)
			index += 4;
		else
			break;
	}
	return values;
	function readNumber() {
		let number = 0;
		for (let shift = 0; index < message.length; shift += 7) {
			const byte = message[index++] ?? 0;
			number += (byte & 0x7f) * 2 ** shift;
			if (byte < 0x80)
				break;
		}
		return number;
	}
}


/***/ }),

// ./src/issuers/namespace/permissions.ts
/***/ 6924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  FU: () => (/* binding */ permissionsJson),
  Rr: () => (/* binding */ grantsOf),
  e3: () => (/* binding */ flawOf),
  pM: () => (/* binding */ mergePermissions),
  y2: () => (/* binding */ ALL)
});
const ALL = '*';
function flawOf(text, role) {
	if (text.trim() === '')
		return 'blank';
	if (/\p{Cc}/u.test(text))
		return 'control character';
	return role === 'type' && text === ALL ? 'every type' : undefined;
}
function mergePermissions(permissions) {
	const merged = new Map();
	for (const { resourceType, resourceId, actions } of permissions) {
		const key = JSON.stringify([resourceType, resourceId]);
		const entry = merged.get(key) ?? { resourceType, resourceId, actions: new Set() };
		for (const action of actions)
			entry.actions.add(action);
		merged.set(key, entry);
	}
	return [...merged.values()].map((entry) => ({ ...entry, actions: [...entry.actions] }));
}
function permissionsJson(permissions) {
	return JSON.stringify(grantsOf(permissions));
}
function grantsOf(permissions) {
	return permissions.map(({ resourceType, resourceId, actions }) => ({
		resource_type: resourceType,
		resource_id: resourceId,
		actions,
	}));
}


/***/ }),

// ./src/issuers/namespace/token.ts
/***/ 8129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  TH: () => (/* binding */ idOf),
  Vk: () => (/* binding */ readRevokableToken),
  bI: () => (/* binding */ isTokenId),
  hx: () => (/* binding */ readScope),
  zi: () => (/* binding */ readPermissions)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1560);
var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2332);
var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6924);




const SCOPES = [undefined, 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'];
const STATES = [undefined, 'active', 'revoked', 'expired'];
function readRevokableToken(json) {
	const token = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(json, 'the token');
	const id = idOf(token);
	return {
		id,
		workspace: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(token, 'tenantId') || undefined,
		expiresAt: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)(token, 'expiresAt'),
		scope: readScope(token),
		permissions: readPermissions(token),
		state: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)(token, 'revokedAt') !== undefined
			? 'revoked'
			: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .enumOf */ .VE)(token, 'state', ['STATE_UNKNOWN', 'ACTIVE', 'REVOKED', 'EXPIRED'], STATES),
	};
}
function readScope(token) {
	return (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .enumOf */ .VE)(token, 'scope', ['SCOPE_UNKNOWN', 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'], SCOPES);
}
function readPermissions(token) {
	const permissions = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(token, 'permissions').map(readPermission);
	return permissions.length === 0 ? undefined : (0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .mergePermissions */ .pM)(permissions);
}
function idOf(token) {
	const id = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(token, 'tokenId');
	if (!isTokenId(id))
		throw new Error(`the token has ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(id)} as its id, which is none`);
	return id;
}
function isTokenId(id) {
	return /^[^\s/\p{C}\p{Z}]{1,200}$/u.test(id);
}
const PERMISSION_MEMBERS = ['resourceType', 'resourceId', 'actions'].flatMap((name) => [name, (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .nameInSchema */ .AU)(name)]);
function readPermission(json) {
	const permission = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(json, 'a permission');
	if (!(0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .hasOnly */ .j)(permission, PERMISSION_MEMBERS))
		throw new Error('a permission has members that the schema does not know');
	const actions = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(permission, 'actions').map((action) => askable(action, 'action'));
	if (actions.length === 0)
		throw new Error('a permission names no action');
	return {
		resourceType: askable((0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(permission, 'resourceType'), 'type'),
		resourceId: askable((0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(permission, 'resourceId') || _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .ALL */ .y2, 'id'),
		actions,
	};
}
function askable(text, role) {
	if (typeof text !== 'string')
		throw new Error(`the ${role} of a permission is not a text`);
	const flaw = (0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .flawOf */ .e3)(text, role);
	if (flaw !== undefined)
		throw new Error(`the ${role} of a permission is ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}, which nobody may ask for`);
	return text;
}


/***/ }),

// ./src/issuers/namespace/access.ts
/***/ 6256:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  findAccess: () => (/* binding */ findAccess),
  finder: () => (/* binding */ finder),
  noticesOfEnd: () => (/* binding */ noticesOfEnd)
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
var _request_json_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8959);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8746);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7440);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4278);
var _credential_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6915);
var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9643);
var _endpoint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(319);
var _jwt_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(449);
var _token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8129);











const GITHUB_AUDIENCE = 'nscloud.dev/inline-token';
const FEDERATION_AUDIENCE = 'federation.namespaceapis.com';
const finder = {
	title: 'Namespace',
	inputs: ['url', 'credential', 'workspace', 'audience'],
	tokenIds: { matches: _token_js__WEBPACK_IMPORTED_MODULE_4__/* .isTokenId */ .bI, form: 'an id as the list has it, without blanks and slashes', mayHoldComma: false },
	findAccess,
};
function findAccess(given, surroundings, words) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .collectProblems */ .vX)();
	const place = take(findEndpoint(given, surroundings, words));
	const found = take(findAuthentication(given, surroundings, words));
	if (place === undefined || found === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(...problems);
	const { endpoint, identityEndpoint } = place;
	const { authentication, credential, source, notices } = found;
	const access = { endpoint, authentication };
	const context = { identityEndpoint, credential, source };
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)({
		access,
		context,
		sources: [`credential: ${source}`, place.source],
		notices,
		async openIssuedTokens(ports) {
			const { openIssuedTokens } = await __webpack_require__.e(/* import() */ 6042).then(__webpack_require__.bind(__webpack_require__, 6042));
			return openIssuedTokens(access, context, ports);
		},
	});
}
function findEndpoint(given, surroundings, words) {
	const candidates = [
		{ input: 'url', text: given('url'), origin: words.fromInput('url') },
		...['NSC_IAM_ENDPOINT', 'NSC_GLOBAL_ENDPOINT'].map((name) => ({
			input: name,
			text: withScheme(surroundings.variable(name)),
			origin: `from the environment variable ${name}`,
		})),
	];
	for (const { input, text, origin } of candidates) {
		if (text === undefined)
			continue;
		const endpoint = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_6__/* .parseEndpoint */ .B)(input, text);
		if (!endpoint.ok)
			return endpoint;
		const { value } = endpoint;
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)({ endpoint: value, identityEndpoint: value, source: `url: ${value}, ${origin}` });
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)({
		endpoint: _api_js__WEBPACK_IMPORTED_MODULE_3__/* .PUBLIC_TOKEN_ENDPOINT */ .cE,
		identityEndpoint: _api_js__WEBPACK_IMPORTED_MODULE_3__/* .PUBLIC_IDENTITY_ENDPOINT */ .tA,
		source: `url: ${_api_js__WEBPACK_IMPORTED_MODULE_3__/* .PUBLIC_TOKEN_ENDPOINT */ .cE}, Namespace's own`,
	});
}
function withScheme(endpoint) {
	return endpoint === undefined || endpoint.includes('://') ? endpoint : `https://${endpoint}`;
}
function findAuthentication(given, surroundings, words) {
	const input = given('credential');
	if (input !== undefined) {
		const bearer = parseBearer('credential', input);
		if (!bearer.ok)
			return bearer;
		const token = { secret: bearer.value, session: bearer.value.startsWith('st_') };
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(withUnused(found(token, words.theInput('credential')), given, words));
	}
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .collectProblems */ .vX)();
	const audience = take(readName('audience', given('audience'), words));
	const workspace = take(readName('workspace', given('workspace'), words));
	const authentication = given('workspace') === undefined
		? take(findUngiven(audience, given, surroundings, words))
		: take(inWorkspace(workspace, audience, surroundings, words));
	return problems.length > 0 || authentication === undefined ? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(...problems) : (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(authentication);
}
function inWorkspace(workspace, audience, { identityTokens, emptyCredentialHint: hint }, words) {
	if (!identityTokens) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({
			input: 'workspace',
			message: [
				`a workspace means that the ${words.work} authenticates with an identity token of GitHub's, and this ${words.work} may not ask for one: ${words.allowIdentityTokens}.`,
				...[words.withoutIdentityTokens, hint].filter((sentence) => sentence !== ''),
			].join(' '),
		});
	}
	if (workspace === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(undefined);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(identityAuthentication({ audience: audience ?? FEDERATION_AUDIENCE, workspace }, `an identity token of this ${words.work}, exchanged in the workspace ${workspace}`));
}
function findUngiven(audience, given, surroundings, words) {
	const variable = surroundings.variable('NSC_TOKEN_FILE');
	if (variable !== undefined && surroundings.exported('NSC_TOKEN_FILE')) {
		const holds = 'so its file holds a minted token and not the parent';
		const instead = `Give the parent in ${words.theInput('credential')}, set ${words.theInput('workspace')} for an identity token`;
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)((0,_credential_js__WEBPACK_IMPORTED_MODULE_7__/* .exportedBefore */ .R6)('NSC_TOKEN_FILE', holds, instead, words));
	}
	if (variable !== undefined && /^\s*(?:nsrt|nsct|nscw|st)_/.test(variable)) {
		surroundings.mask(variable);
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({
			input: 'NSC_TOKEN_FILE',
			message: `it holds a token; expected the path of a file with one. Give the token in ${words.theInput('credential')}`,
		});
	}
	if (variable !== undefined) {
		const file = readTokenFile('NSC_TOKEN_FILE', variable, surroundings);
		if (!file.ok)
			return file;
		if (file.value === undefined) {
			return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({ input: 'NSC_TOKEN_FILE', message: `it names ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)(variable)}, and there is no such file` });
		}
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(withUnused(found(file.value, `the token file ${variable} of NSC_TOKEN_FILE`), given, words));
	}
	const workload = workloadTokenFile(surroundings);
	const file = readTokenFile('credential', workload, surroundings);
	if (!file.ok)
		return file;
	if (file.value !== undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(withUnused(found(file.value, `the token file ${workload} of this ${words.machine}`), given, words));
	}
	if (surroundings.identityTokens) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(identityAuthentication({ audience: audience ?? GITHUB_AUDIENCE }, `an identity token of this ${words.work}, exchanged in the workspace that its GitHub organisation is connected to`));
	}
	const hint = surroundings.emptyCredentialHint;
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({
		input: 'credential',
		message: [
			`nothing is found to authenticate at Namespace with. Looked for: ${words.theInput('credential')} (empty), ${words.theInput('workspace')} (empty),`,
			`the variable NSC_TOKEN_FILE (not set), the ${words.machine}'s token file ${workload} (absent), and an identity token of GitHub's (this ${words.work} may not ask for one).`,
			`The shortest way without a secret: ${words.allowIdentityTokens} and set ${words.theInput('workspace')} to the id of your workspace.`,
			...[words.withoutIdentityTokens, hint].filter((sentence) => sentence !== ''),
		].join(' '),
	});
}
function identityAuthentication(identity, source) {
	return { authentication: { kind: 'identity-token', ...identity }, credential: 'identity', source, notices: [] };
}
function found({ secret, session }, source) {
	return {
		authentication: { kind: 'secret', secret },
		credential: session ? 'session' : 'bearer',
		source,
		notices: session
			? [(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_9__/* .notice */ .l)(`${source} holds a session token; a token for one hour is issued from it to work with.`)]
			: [],
	};
}
function withUnused(authentication, given, words) {
	const unused = ['workspace', 'audience']
		.filter((input) => given(input) !== undefined)
		.map((input) => (0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_9__/* .notice */ .l)(`${words.theInput(input)} is not used: it is about identity tokens, and ${authentication.source} comes first.`));
	return { ...authentication, notices: [...authentication.notices, ...unused] };
}
function workloadTokenFile(surroundings) {
	const { platform } = surroundings;
	const path = platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
	const folder = platform === 'win32'
		? path.join(surroundings.variable('ProgramData') ?? 'C:\\ProgramData', 'Namespace', 'GuestAgent', 'metadata')
		: '/var/run/nsc';
	return path.join(surroundings.variable('NSC_METADATA_DIR') ?? folder, 'token.json');
}
function readTokenFile(input, path, surroundings) {
	const problem = (message) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({ input, message: `the token file ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)(path)} ${message}` });
	let text;
	try {
		text = surroundings.secretFile(path);
	}
	catch (error) {
		return problem(`cannot be read: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`);
	}
	if (text === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(undefined);
	const expected = 'expected {"bearer_token": "..."}, as nsc writes it';
	try {
		const [node, ...rest] = (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonValues */ .Bq)(text);
		if (node?.kind !== 'object' || rest.length > 0)
			return problem(`holds no JSON object; ${expected}`);
		for (const key of ['session_token', 'bearer_token']) {
			const value = (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(node, key)?.value;
			if (value === undefined || value.kind === 'null' || (value.kind === 'string' && value.text === ''))
				continue;
			if (value.kind !== 'string')
				return problem(`has a ${key} that is not a text; ${expected}`);
			surroundings.mask(value.text);
			const bearer = parseBearer(input, value.text);
			return bearer.ok ? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)({ secret: bearer.value, session: key === 'session_token' }) : bearer;
		}
		return problem(`has no bearer_token; ${expected}`);
	}
	catch (error) {
		if (error instanceof _request_json_text_js__WEBPACK_IMPORTED_MODULE_1__/* .JsonSyntaxError */ .q3)
			return problem(`is not valid JSON; ${expected}`);
		throw error;
	}
}
function parseBearer(input, text) {
	const secret = (0,_credential_js__WEBPACK_IMPORTED_MODULE_7__/* .parseCredential */ .nx)(input, text);
	if (!secret.ok)
		return secret;
	if (secret.value.startsWith('{')) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({
			input,
			message: 'the value is JSON, probably the content of a token file; expected its bearer_token alone, or the path of the file in the variable NSC_TOKEN_FILE',
		});
	}
	if (secret.value.includes(' ')) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({ input, message: 'the value holds a blank, which no token of Namespace has; copy it again' });
	}
	return secret;
}
function readName(input, given, words) {
	const text = given?.trim();
	if (text === undefined || /^[\x21-\x7e]{1,255}$/.test(text))
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)(text);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({
		input,
		message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)(text)}; expected one word of at most 255 characters, as in ${words.setting(input, input === 'workspace' ? 'tenant_1a2b3c' : FEDERATION_AUDIENCE)}`,
	});
}
function noticesOfEnd({ access: { authentication }, context: { source } }, tokenEnd, { work }) {
	if (authentication.kind !== 'secret')
		return [];
	const end = endOfJwt(authentication.secret);
	if (end === undefined || end >= tokenEnd)
		return [];
	return [
		(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_9__/* .notice */ .l)(`${source} ends at ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInstant */ .r4)(end)}, before the token that is asked for: a ${work} that runs until then cannot revoke it any more.`),
	];
}
function endOfJwt(token) {
	const jwt = /^(?:nsct_|nscw_|st_)(.*)$/s.exec(token)?.[1];
	const { exp } = (jwt === undefined ? undefined : (0,_jwt_js__WEBPACK_IMPORTED_MODULE_10__/* .jwtPayload */ .c)(jwt)) ?? {};
	return typeof exp === 'number' && exp > 0 && exp < 1e11 ? Math.floor(exp) * 1000 : undefined;
}


/***/ }),

};

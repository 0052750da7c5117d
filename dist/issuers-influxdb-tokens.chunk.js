"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/influxdb/permissions.ts
/***/ 9851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ kindOf),
  Q2: () => (/* binding */ printJson),
  Rr: () => (/* binding */ grantsOf),
  Rx: () => (/* binding */ RESOURCE_TYPES),
  SS: () => (/* binding */ requestJson),
  TN: () => (/* binding */ keyOf),
  Ve: () => (/* binding */ isResourceType),
  _5: () => (/* binding */ coverageOf),
  bA: () => (/* binding */ printPath),
  eQ: () => (/* binding */ isId),
  jP: () => (/* binding */ withoutRepeats),
  kl: () => (/* binding */ ACTIONS),
  wh: () => (/* binding */ readId)
});
const ACTIONS = ['read', 'write'];
const KINDS = {
	annotations: {},
	authorizations: { path: '/api/v2/authorizations' },
	buckets: { named: true, path: '/api/v2/buckets' },
	checks: { path: '/api/v2/checks' },
	dashboards: { path: '/api/v2/dashboards' },
	dbrp: {},
	documents: {},
	flows: {},
	functions: {},
	labels: { path: '/api/v2/labels' },
	notebooks: {},
	notificationEndpoints: { path: '/api/v2/notificationEndpoints' },
	notificationRules: { path: '/api/v2/notificationRules' },
	orgs: { named: true, global: true },
	remotes: { path: '/api/v2/remotes' },
	replications: { path: '/api/v2/replications' },
	scrapers: { path: '/api/v2/scrapers' },
	secrets: {},
	sources: { path: '/api/v2/sources' },
	subscriptions: {},
	tasks: { path: '/api/v2/tasks' },
	telegrafs: { path: '/api/v2/telegrafs' },
	users: { global: true },
	variables: { path: '/api/v2/variables' },
	views: {},
};
const RESOURCE_TYPES = Object.keys(KINDS).filter(isResourceType);
function isResourceType(text) {
	return Object.hasOwn(KINDS, text);
}
function kindOf(type) {
	return KINDS[type];
}
function isId(text) {
	return typeof text === 'string' && /^(?!0{16})[0-9a-f]{16}$/.test(text);
}
function readId(text) {
	const id = text.toLowerCase();
	return isId(id) ? id : undefined;
}
function keyOf({ action, type, id, orgID }) {
	return JSON.stringify([action, type, orgID ?? null, id ?? null]);
}
function coverageOf(held) {
	const keys = new Set(held.map(({ action, type, id, orgID }) => {
		if (type === 'instance')
			return JSON.stringify([action]);
		return JSON.stringify(id === undefined ? [action, type, 'of', orgID ?? null] : [action, type, id]);
	}));
	const holds = (...key) => keys.has(JSON.stringify(key));
	return ({ action, type, id, orgID }) => holds(action) ||
		(id !== undefined && holds(action, type, id)) ||
		holds(action, type, 'of', null) ||
		(orgID !== undefined && holds(action, type, 'of', orgID));
}
function withoutRepeats(permissions) {
	const kept = new Map();
	for (const permission of permissions) {
		if (!kept.has(keyOf(permission)))
			kept.set(keyOf(permission), permission);
	}
	return [...kept.values()];
}
function requestJson({ action, type, id, orgID }) {
	return { action, resource: { type, ...(id === undefined ? {} : { id }), ...(orgID === undefined ? {} : { orgID }) } };
}
function printJson(permissions) {
	return JSON.stringify(grantsOf(permissions));
}
function grantsOf(permissions) {
	return permissions.map(({ action, type, id, orgID, name }) => ({
		action,
		resource: {
			type,
			...(id === undefined ? {} : { id }),
			...(orgID === undefined ? {} : { orgID }),
			...(name === undefined ? {} : { name }),
		},
	}));
}
function printPath({ action, type, id, orgID }) {
	return `${action}:${orgID === undefined ? '' : `orgs/${orgID}/`}${type}${id === undefined ? '' : `/${id}`}`;
}


/***/ }),

// ./src/issuers/influxdb/api.ts
/***/ 7871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Mz: () => (/* binding */ errorOf),
  Nd: () => (/* binding */ openApi),
  S3: () => (/* binding */ itemsOf),
  _o: () => (/* binding */ refuseInactive),
  jP: () => (/* binding */ serverErrorOf)
});
var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8660);
var _http_server_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2349);
var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2247);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1560);






function openApi({ endpoint, authentication }, ports) {
	if (endpoint === undefined || authentication.kind !== 'secret') {
		throw new Error('InfluxDB is reached by a URL and a token, and one of them is missing');
	}
	const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports });
	const headers = { authorization: `Token ${authentication.secret}` };
	return {
		endpoint,
		serverAhead: client.serverAhead,
		get: (path, largestAnswer) => client.send({
			method: 'GET',
			path,
			headers: () => headers,
			repeat: 'safe',
			...(largestAnswer === undefined ? {} : { largestAnswer }),
		}),
		delete: (path) => client.send({ method: 'DELETE', path, headers: () => headers, repeat: 'safe' }),
		patch: (path, body) => client.send({ method: 'PATCH', path, ...inJson(body), repeat: 'safe' }),
		mint: (path, body) => client.send({ method: 'POST', path, ...inJson(body), repeat: 'mints' }),
	};
	function inJson(body) {
		return { headers: () => ({ ...headers, 'content-type': 'application/json' }), body: JSON.stringify(body) };
	}
}
const LONGEST_MESSAGE = 1_000;
function serverErrorOf({ status, json }) {
	if (status < 400)
		return undefined;
	const { code, message } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json) ?? {};
	if (typeof code !== 'string' || typeof message !== 'string')
		return undefined;
	return { code, message: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shorten */ .ml)(message, LONGEST_MESSAGE) };
}
function errorOf(answer) {
	const error = serverErrorOf(answer);
	const words = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_5__/* .serverWords */ .l)(answer, (json) => (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json)?.['message']);
	const said = words === undefined ? answer.what : `${answer.what}: ${JSON.stringify(words)}`;
	if (answer.status === 429) {
		return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L(`${said}. Too many requests were made with this credential; run it again later`);
	}
	if (error === undefined) {
		const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
		return new Error(unavailable === undefined
			? `${said}, which is not what InfluxDB's v2 API answers here. Check the URL, and any proxy on the way`
			: `${said}. ${unavailable}`);
	}
	if (answer.status >= 500 || answer.status === 408)
		return new Error(said);
	const advice = adviceOn(answer.status, error);
	return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L(advice === '' ? said : `${said}. ${advice}`);
}
const INACTIVE = 'token is inactive';
const INACTIVE_USER = 'User is inactive';
async function refuseInactive(api) {
	const answer = await api.get('/api/v2/me');
	const message = serverErrorOf(answer)?.message;
	if (message === INACTIVE || message === INACTIVE_USER)
		throw errorOf(answer);
	return answer;
}
function adviceOn(status, { code, message }) {
	if (message === INACTIVE) {
		return 'The credential is an inactive token: activate it (influx auth active --id ID) or give another one';
	}
	if (message === INACTIVE_USER) {
		return 'The user of the credential is inactive or was deleted: give a token of an active user';
	}
	if (message === 'path not found') {
		return 'This server has no such part of the v2 API; InfluxDB 3 (Core, Enterprise, Dedicated, Clustered) cannot mint v2 tokens';
	}
	if (message === 'unable to create token')
		return 'The organisation or the user does not exist on this server';
	const lacking = /^(?:(read|write):(?:orgs\/[0-9a-f]{16}\/)?([A-Za-z]+)(?:\/[0-9a-f]{16})?) is unauthorized$/.exec(message);
	if (status === 401 && lacking !== null) {
		const permission = message.slice(0, message.indexOf(' ')).replace(/(\/authorizations)\/[0-9a-f]{16}$/, '$1');
		const why = lacking[1] === 'write'
			? ': to make or end tokens of a user it must hold write on that user by the id; a right on the users of an organisation does not count'
			: '';
		return lacking[2] === 'users'
			? `The credential needs ${permission}${why}. An all-access token of that user has it`
			: `The credential lacks ${permission}: give it that right, or use an all-access token of the organisation`;
	}
	if (status === 401) {
		return 'The server does not know the credential: check that it was not deleted, and that it belongs to this URL';
	}
	const beyond = /^permission (\S+) is not allowed/.exec(message);
	if (beyond?.[1] !== undefined) {
		return `A token can hand on only what it holds itself, and the credential does not hold ${beyond[1]}: remove that grant, or use a credential that holds it`;
	}
	return code === 'forbidden' ? 'The credential may not do this' : '';
}
const MOST_ITEMS = 500_000;
function itemsOf(answer, key) {
	const list = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(answer.json)?.[key] : undefined;
	if (!Array.isArray(list))
		throw errorOf(answer);
	if (list.length > MOST_ITEMS)
		throw new Error(`${answer.what}, with a list of ${list.length} entries, which is none`);
	return list.map((item) => {
		const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(item);
		if (fields === undefined)
			throw new Error(`${answer.what}, with something in its list that is no object`);
		return fields;
	});
}


/***/ }),

// ./src/issuers/influxdb/tokens.ts
/***/ 6893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  LARGEST_LIST: () => (/* binding */ LARGEST_LIST),
  contextOf: () => (/* binding */ contextOf),
  listAuthorizations: () => (/* binding */ listAuthorizations),
  listedOf: () => (/* binding */ listedOf),
  openTokens: () => (/* binding */ openTokens),
  ownerOf: () => (/* binding */ ownerOf),
  tokensOf: () => (/* binding */ tokensOf),
  userIn: () => (/* binding */ userIn),
  whyIncomplete: () => (/* binding */ whyIncomplete)
});
var _lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2879);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1560);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4051);
var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7871);
var _permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9851);





function contextOf({ orgID, userID }) {
	return userID === undefined ? { orgID } : { orgID, userID };
}
function ownerOf(context) {
	const { orgID, userID } = context;
	if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(orgID) || (userID !== undefined && !(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(userID)))
		throw new Error('the recorded organisation or user is no id');
	return { orgID, userID };
}
const LARGEST_LIST = 200_000_000;
function openTokens(access, context, ports) {
	return tokensOf(ownerOf(context), (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .openApi */ .Nd)(access, ports));
}
function tokensOf(owner, api) {
	return { find, revoke, byHand };
	async function find(attempt) {
		const items = await listAuthorizations(`?orgID=${owner.orgID}`, api);
		const ids = items.filter(({ description }) => (0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescribedBy */ .jN)(description, attempt)).map(({ id }) => id);
		if (!ids.every(_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ))
			throw new Error('a token with the marker of this lease has an id that is none');
		if (ids.length > 0)
			return { kind: 'found', ids, complete: true };
		return {
			kind: 'found',
			ids,
			complete: (await whyIncomplete(items, owner, await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseInactive */ ._o)(api), api)) === undefined,
		};
	}
	async function revoke(id) {
		if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(id))
			throw new Error('the recorded id of the token is no id of InfluxDB');
		const answer = await api.delete(`/api/v2/authorizations/${id}`);
		if (answer.status === 204)
			return 'revoked';
		const error = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .serverErrorOf */ .jP)(answer);
		const gone = answer.status === 404 && error?.code === 'not found' && error.message === 'authorization not found';
		if (gone)
			return 'already-gone';
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer);
	}
	function byHand(token) {
		const authorizations = `${api.endpoint}/api/v2/authorizations`;
		const deletion = (id) => `curl --fail-with-body -X DELETE ${HEADER} ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(`${authorizations}/${id}`)}`;
		if ('id' in token)
			return deletion(token.id);
		const filter = `.authorizations[] | select(.description | endswith(${JSON.stringify(token.attempt.marker)})) | .id`;
		const search = `curl --fail-with-body -sS ${HEADER} ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(`${authorizations}?orgID=${owner.orgID}`)} | jq -r ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(filter)}`;
		return `(1) find its id, with INFLUX_TOKEN set to a token that may list all tokens of its user, such as an all-access token of that user; an empty result from a lesser one proves nothing: ${search} (2) delete each id that this prints, in the place of ID: ${deletion('ID')}`;
	}
}
async function listAuthorizations(query, api) {
	const answer = await api.get(`/api/v2/authorizations${query}`, LARGEST_LIST);
	return (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(answer, 'authorizations').map(listedOf);
}
function listedOf({ id, description, orgID, userID, status, permissions }) {
	return {
		id,
		description: typeof description === 'string' ? description : '',
		orgID,
		userID,
		status,
		permissions,
	};
}
async function whyIncomplete(items, { orgID, userID }, me, api) {
	if (items.length === 0)
		return 'the server shows the credential no token of this organisation';
	const own = userIn(me);
	if (own === 'unreadable')
		return 'the credential may not read its own user';
	const proof = items.some((item) => (own === 'unknown' || item.userID === own) && readsAll(item.permissions, orgID));
	if (!proof)
		return 'the credential is not in the list of tokens that it can see';
	if (userID === undefined || userID === own)
		return undefined;
	const other = userIn(await api.get(`/api/v2/users/${userID}`));
	return other === userID ? undefined : `the credential may not read the user ${userID}, nor the tokens of that user`;
}
function userIn(answer) {
	const id = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(answer.json)?.['id'] : undefined;
	if ((0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(id))
		return id;
	if (answer.status === 401)
		return 'unreadable';
	if (answer.status === 404)
		return 'unknown';
	throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer);
}
function readsAll(permissions, orgID) {
	if (!Array.isArray(permissions))
		return false;
	return permissions.some((item) => {
		const permission = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(item);
		const { type, id, orgID: within } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(permission?.['resource']) ?? {};
		const all = (id ?? '') === '' && ((within ?? '') === '' || within === orgID);
		return permission?.['action'] === 'read' && (type === 'authorizations' || type === 'instance') && all;
	});
}
const HEADER = '-H "Authorization: Token $INFLUX_TOKEN"';


/***/ }),

};

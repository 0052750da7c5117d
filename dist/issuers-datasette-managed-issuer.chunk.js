"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/datasette-managed/access.ts
/***/ 7388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  findAccess: () => (/* binding */ findAccess),
  finder: () => (/* binding */ finder)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);
var _credential_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6915);
var _endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(319);
var _token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8861);





const finder = {
	title: 'Datasette',
	inputs: ['url', 'credential'],
	tokenIds: { matches: _token_js__WEBPACK_IMPORTED_MODULE_0__/* .isTokenId */ .b, form: 'the number of the token, as in 38', mayHoldComma: false },
	findAccess,
};
function findAccess(given, surroundings, words) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectProblems */ .vX)();
	const endpoint = take(findEndpoint(given, words));
	const credential = take(findBearer(given, surroundings, words));
	if (problems.length > 0 || endpoint === undefined || credential === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(...problems);
	const access = { endpoint, authentication: { kind: 'secret', secret: credential.secret } };
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({
		access,
		sources: [credential.source, `url: ${endpoint}, ${words.fromInput('url')}`],
		notices: [],
		async openIssuedTokens(ports) {
			const { openIssuedTokens } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(7700), __webpack_require__.e(5639)]).then(__webpack_require__.bind(__webpack_require__, 5639));
			return openIssuedTokens(access, ports);
		},
	});
}
function findEndpoint(given, words) {
	const text = given('url');
	if (text === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({
			input: 'url',
			message: `the URL of the Datasette server is needed, there is no usual one; set ${words.setting('url', 'https://datasette.example.com')}, with the base_url of the server where it has one`,
		});
	}
	const url = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEndpoint */ .B)('url', text);
	if (!url.ok)
		return url;
	const base = /^(.*?)\/-(?:\/|$)/.exec(url.value)?.[1];
	if (base === undefined)
		return url;
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ input: 'url', message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(url.value)}; expected the part before /-/, as in ${base}` });
}
function findBearer(given, surroundings, words) {
	const text = given('credential');
	if (text === undefined || text.trim() === '') {
		const { emptyCredentialHint } = surroundings;
		const hint = emptyCredentialHint === '' ? '' : ` ${emptyCredentialHint}`;
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({
			input: 'credential',
			message: `a Datasette token whose actor may create tokens is needed to mint with, and none is given; set ${words.secretSetting('credential', 'PARENT')}. No environment variable is read for it.${hint}`,
		});
	}
	const secret = (0,_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCredential */ .nx)('credential', text);
	if (!secret.ok)
		return secret;
	surroundings.mask(secret.value);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ secret: secret.value, source: `credential: ${words.fromInput('credential')}` });
}


/***/ }),

// ./src/issuers/datasette-managed/issuer.ts + 2 modules
/***/ 8845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  datasetteManaged: () => (/* binding */ datasetteManaged)
});

var issuer = __webpack_require__(2247);
var notice = __webpack_require__(7440);
var request_lifetime = __webpack_require__(8746);
var request_problem = __webpack_require__(1822);
var shown_text = __webpack_require__(4278);
var actions = __webpack_require__(4151);
var grants = __webpack_require__(1726);
var datasette_restrictions = __webpack_require__(517);
var token_file_json = __webpack_require__(119);
var access = __webpack_require__(7388);
var datasette_managed_api = __webpack_require__(1796);
;// CONCATENATED MODULE: ./src/issuers/datasette-managed/form.ts

function formOf({ description, life, restrictions }) {
	const form = new URLSearchParams({
		description,
		expire_type: 'minutes',
		expire_duration: String(life / request_lifetime/* MINUTE */.pY),
	});
	if (restrictions === undefined)
		return form;
	const { all, databases, resources } = restrictions;
	const add = (scope, actions) => {
		for (const action of actions)
			form.append(`${scope}:${action}`, 'on');
	};
	add('all', all);
	for (const [database, actions] of databases)
		add(`database:${tildeEncode(database)}`, actions);
	for (const [database, inDatabase] of resources) {
		for (const [resource, actions] of inDatabase) {
			add(`resource:${tildeEncode(database)}:${tildeEncode(resource)}`, actions);
		}
	}
	return form;
}
function canBeAsked(action) {
	return !action.includes(':');
}
function tildeEncode(name) {
	return [...Buffer.from(name, 'utf8')]
		.map((byte) => {
		const character = String.fromCharCode(byte);
		if (/[A-Za-z0-9_-]/.test(character))
			return character;
		return character === ' ' ? '+' : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	})
		.join('');
}

var lease_attempt = __webpack_require__(2879);
var acceptance = __webpack_require__(1337);
var json_fields = __webpack_require__(1560);
var unsent_mint = __webpack_require__(8144);
var pages = __webpack_require__(6407);
var token = __webpack_require__(8861);
;// CONCATENATED MODULE: ./src/issuers/datasette-managed/mint.ts











const MOST_MASKED = 4;
async function mint({ actor, restrictions, grants }, api, attempt, born, { maskNew }) {
	const life = lifeOf(attempt);
	const form = formOf({ description: `${attempt.name} ${(0,lease_attempt/* describe */.q0)(attempt)}`, life, restrictions });
	const answer = await (0,unsent_mint/* refuseUnsent */.o)(api.mint(datasette_managed_api/* CREATE */.lY, form));
	for (const text of (0,pages/* tokensIn */.gF)(answer.text).slice(0, MOST_MASKED))
		maskNew(text);
	if (answer.status !== 200)
		throw (0,datasette_managed_api/* errorOf */.Mz)(answer, api);
	const page = readAnswer(answer.what, answer.text);
	const id = (0,token/* idIn */.D)(page.token);
	if (id === undefined)
		throw new Error(`${answer.what}, but with a token that has no id`);
	born({ id, secret: page.token });
	const { expiresAt, differences } = endIn(page, life);
	const tried = await (0,acceptance/* tryToken */.b)(api.client, api.endpoint, page.token, { kind: 'dsatok', actor, restrictions });
	if (String(tried.tokenId) !== id) {
		differences.push({ what: 'id of the token', asked: id, granted: (0,shown_text/* showJson */.qN)(tried.tokenId) });
	}
	return { expiresAt, grants, differences: [...tried.differences, ...differences], unconfirmed: [], notices: [] };
}
function lifeOf({ startedAt, serverAhead, expiresAt }) {
	const life = expiresAt / 1000 - Math.floor((startedAt + serverAhead) / 1000);
	if (life <= 0)
		throw new issuer/* Refused */.L('less than a minute is left until the end that was asked for');
	return life;
}
function readAnswer(what, text) {
	try {
		return (0,pages/* readMintedPage */.jC)(text);
	}
	catch (error) {
		throw new Error(`${what}, but ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
	}
}
function endIn({ details }, life) {
	const { t, d } = detailsIn(details);
	if (!isSeconds(t) || !isSeconds(d))
		return { expiresAt: undefined, differences: [] };
	return {
		expiresAt: (t + d) * 1000,
		differences: d > life ? [{ what: 'life', asked: (0,request_lifetime/* formatDuration */.a3)(life), granted: (0,request_lifetime/* formatDuration */.a3)(d) }] : [],
	};
}
function detailsIn(json) {
	try {
		return (0,json_fields/* fieldsOf */.P)(JSON.parse(json)) ?? {};
	}
	catch {
		return {};
	}
}
function isSeconds(value) {
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 1e12;
}

;// CONCATENATED MODULE: ./src/issuers/datasette-managed/issuer.ts














const EXPIRY = { kind: 'minute', longest: request_lifetime/* YEAR */.UX };
const datasetteManaged = {
	title: access.finder.title,
	grantExample: 'mydb mytable: insert-row, update-row',
	inputs: ['actor', ...access.finder.inputs],
	expiry: EXPIRY,
	endsByToken: true,
	showsDescriptions: true,
	tokenFileFormat: 'token',
	exportsTokenFile: false,
	prepare: (request, surroundings, words) => prepare(request, (0,access.findAccess)(request.given, surroundings, words), words),
};
function prepare(request, found, words) {
	const { problems, take } = (0,request_problem/* collectProblems */.vX)();
	const reached = take(found);
	const granted = take((0,grants/* readGrants */.o)(request.grants));
	problems.push(...problemsOfForm(granted?.restrictions));
	if (problems.length > 0 || reached === undefined || granted === undefined)
		return (0,request_problem/* invalid */.Gq)(...problems);
	const { access, sources, notices } = reached;
	const wish = { actor: request.given('actor')?.trim(), restrictions: granted.restrictions };
	return (0,request_problem/* valid */.rZ)({
		access,
		sources,
		notices: [...granted.notices, ...notices, ...noticesOfLife(request)],
		plan: (ports) => plan(access, wish, words, ports),
	});
}
function problemsOfForm(restrictions) {
	if (restrictions === undefined)
		return [];
	const actions = new Set((0,datasette_restrictions/* grantedScopes */.By)(restrictions).flatMap((scope) => [...scope.actions]));
	return [...actions]
		.filter((action) => !canBeAsked(action))
		.map((action) => ({
		input: 'grants',
		message: `found the action ${(0,shown_text/* quote */.hD)(action)}; the form of datasette-auth-tokens leaves out an action with a colon without a word, so it cannot be asked for`,
	}));
}
function noticesOfLife({ lifetime, now }) {
	const asked = (0,request_lifetime/* endOf */.pJ)(lifetime, now);
	const end = (0,request_lifetime/* endOf */.pJ)(lifetime, now, EXPIRY);
	if (end === asked)
		return [];
	return [
		(0,notice/* notice */.l)(`datasette-auth-tokens counts whole minutes from when it makes a token: the token will end ${(0,request_lifetime/* formatDuration */.a3)((asked - end) / 1000)} before what was asked for, at ${(0,request_lifetime/* formatInstant */.r4)(end)}.`),
	];
}
async function plan(access, { actor, restrictions }, words, ports) {
	const api = (0,datasette_managed_api/* openApi */.Nd)(access, ports);
	const parent = await (0,datasette_managed_api/* askActor */.b8)(api, api.credential);
	const owner = ownerOf(parent, actor, api, words);
	await refuseWhereNoneCanBeMade(api);
	const grants = restrictions === undefined ? 'unrestricted' : (0,datasette_restrictions/* restrictionsJson */.kl)(restrictions, actions/* fullName */.fq);
	return {
		grants,
		shownGrants: restrictions === undefined ? ['unrestricted'] : (0,datasette_restrictions/* printRestrictions */.Z3)(restrictions),
		leftOpen: [],
		notices: noticesOfParent(parent, owner),
		context: {},
		exports: ({ secret }) => ({ DATASETTE_TOKEN: secret }),
		tokenFile: token_file_json/* tokenFileJson */.m,
		serverAhead: api.client.serverAhead,
		mint: (attempt, born) => mint({ actor: owner, restrictions, grants }, api, attempt, born, ports),
	};
}
function ownerOf(parent, named, { endpoint }, words) {
	const id = parent?.['id'];
	if (id === undefined || id === null || id === '') {
		throw refused('credential', `${endpoint} does not know the credential (its actor is null): it was revoked, has ended, is no token of this server, or something on the way removed the Authorization header`, words);
	}
	const owner = typeof id === 'string' ? id : (0,shown_text/* showJson */.qN)(id);
	if (named === undefined || named === owner)
		return owner;
	throw refused('actor', `found ${(0,shown_text/* quote */.hD)(named)}, and the credential is one of the actor ${(0,shown_text/* quote */.hD)(owner)}; a token has the actor of the credential that it is made with: give a credential of ${(0,shown_text/* quote */.hD)(named)}, or remove ${words.input('actor')}`, words);
}
function refused(input, message, words) {
	const problem = { input, message };
	return new issuer/* Refused */.L((0,request_problem/* formatProblem */.Vw)({ ...problem, input: words.place(input) }), { problems: [problem] });
}
async function refuseWhereNoneCanBeMade(api) {
	const answer = await api.get(datasette_managed_api/* LIST */.rl, api.credential);
	if (answer.status !== 200)
		throw (0,datasette_managed_api/* errorOf */.Mz)(answer, api);
	const { mayCreate } = (0,pages/* readList */.LD)(answer.text);
	if (mayCreate)
		return;
	throw new issuer/* Refused */.L('the credential may create no tokens: its actor needs the permission auth-tokens-create in the configuration of the server, and it must not be restricted to less itself');
}
function noticesOfParent(parent, owner) {
	const kept = parent?.['token'] === 'dsatok';
	const remedy = kept
		? 'so can the token that is minted here revoke the credential. Give the credential an actor that has no other tokens, or let it be a signed one (dstok_), which cannot be revoked so'
		: 'the credential itself is no such token. Let the actor have no others';
	return [
		(0,notice/* warning */.$)(`datasette-auth-tokens lets every token of the actor ${(0,shown_text/* quote */.hD)(owner)}, however narrow, revoke all tokens of that actor that it keeps, and read what they may do; ${remedy}.`),
		...(parent?.['_r'] === undefined
			? []
			: [
				(0,notice/* notice */.l)('the credential is restricted, and its restrictions are none to what it makes: with auth-tokens-create alone a token can make one that may do whatever its actor may do.'),
			]),
		(0,notice/* notice */.l)('anyone who reaches the server may read the list of its tokens, with their names and descriptions.'),
	];
}


/***/ }),

// ./src/issuers/datasette/acceptance.ts
/***/ 1337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ tryToken),
  openTrial: () => (/* binding */ openTrial)
});
var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8660);
var _http_server_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2349);
var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);
var _request_json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8959);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1560);
var _restrictions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(517);
var _grants_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1726);








const LARGEST_ANSWER = 1_000_000;
const UNRECOGNISED = {
	dstok: 'it is older than Datasette 1.0a36 and the secret is another one, it is a 0.x release, which knows no signed tokens, or something on the way removed the Authorization header',
	dsatok: 'something on the way removed the Authorization header, or another server answered than the one that made the token, with another database',
};
function openTrial(endpoint, ports) {
	const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports });
	return {
		serverAhead: client.serverAhead,
		tryToken: (token, expected) => tryToken(client, endpoint, token, expected),
	};
}
async function tryToken(client, endpoint, token, expected) {
	const answer = await client.send({
		method: 'GET',
		path: '/-/actor.json',
		headers: () => ({ authorization: `Bearer ${token}`, accept: 'application/json' }),
		largestAnswer: LARGEST_ANSWER,
		repeat: 'safe',
	});
	const body = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(answer.json);
	if (answer.status !== 200 || body === undefined || !('actor' in body))
		throw refusal(answer, token, endpoint);
	const actor = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(body['actor']);
	if (actor === undefined) {
		throw new Error(`${answer.what}, but the server did not recognise the token (its actor is null): ${UNRECOGNISED[expected.kind]}`);
	}
	const show = (value) => quoteWithout(token, value);
	const differences = [];
	if (actor['token'] !== expected.kind) {
		differences.push({ what: 'kind of token', asked: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(expected.kind), granted: show(actor['token']) });
	}
	if (actor['id'] !== expected.actor) {
		differences.push({ what: 'actor', asked: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(expected.actor), granted: show(actor['id']) });
	}
	differences.push(...compareRestrictions(expected.restrictions, answer.text.replaceAll(token, '***')));
	return {
		expiresAt: instantOf(actor['token_expires']),
		differences,
		...('token_id' in actor ? { tokenId: actor['token_id'] } : {}),
	};
}
function instantOf(seconds) {
	if (typeof seconds !== 'number' || Number.isNaN(new Date(seconds * 1000).getTime()))
		return undefined;
	return seconds * 1000;
}
function quoteWithout(token, value) {
	return (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .showJson */ .qN)(typeof value === 'string' ? value.replaceAll(token, '***') : value);
}
function refusal(answer, token, endpoint) {
	const said = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_7__/* .serverWords */ .l)({ ...answer, text: '' }, (json) => {
		const words = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(json)?.['error'];
		return typeof words === 'string' ? words.replaceAll(token, '***') : undefined;
	});
	const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
	if (unavailable !== undefined) {
		return new Error(`the token could not be tried: ${answer.what}${said === undefined ? '' : `: ${said}`}. ${unavailable}`);
	}
	if (said === undefined) {
		const advice = adviceOnPath(answer, endpoint) ?? 'check url';
		return new Error(`the server did not accept the token: ${answer.what}, but not as Datasette does; ${advice}`);
	}
	const cause = CAUSES.find(([pattern]) => pattern.test(said))?.[1] ?? adviceOnPath(answer, endpoint);
	return new Error(`the server did not accept the token: ${answer.what}: ${said}${cause === undefined ? '' : `. ${cause}`}`);
}
function adviceOnPath({ status }, endpoint) {
	const { origin, pathname } = new URL(endpoint);
	if (pathname === '/' || status === 401)
		return undefined;
	return `expected in url the part before the database, with the server's base_url where it has one: ${origin} unless ${pathname} is that`;
}
const CAUSES = [
	[/signature/i, 'The secret is not that of this server'],
	[
		/expired/i,
		"The clocks of this machine and of the server differ, or the server's max_signed_tokens_ttl is shorter than the time since the token was made",
	],
	[/not enabled/i, 'The server was started with the setting allow_signed_tokens off'],
];
function compareRestrictions(asked, text) {
	const wanted = asked === undefined ? undefined : (0,_restrictions_js__WEBPACK_IMPORTED_MODULE_3__/* .singleRights */ .y$)(asked);
	const granted = grantedRights(text);
	if (granted === 'unreadable') {
		return [{ what: 'restrictions', asked: showRights(wanted), granted: 'something unreadable' }];
	}
	const same = wanted === undefined || granted === undefined
		? wanted === granted
		: wanted.size === granted.size && [...wanted].every((right) => granted.has(right));
	return same
		? []
		: [{ what: 'restrictions', asked: showRights(wanted, granted), granted: showRights(granted, wanted) }];
}
function grantedRights(text) {
	try {
		const node = memberOf(memberOf((0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readJsonValues */ .Bq)(text)[0], 'actor'), '_r');
		if (node === undefined)
			return undefined;
		const read = (0,_grants_js__WEBPACK_IMPORTED_MODULE_4__/* .readGrants */ .o)({ form: 'json', values: [node] });
		return read.ok && read.value.restrictions !== undefined ? (0,_restrictions_js__WEBPACK_IMPORTED_MODULE_3__/* .singleRights */ .y$)(read.value.restrictions) : 'unreadable';
	}
	catch (error) {
		if (error instanceof _request_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .JsonSyntaxError */ .q3)
			return 'unreadable';
		throw error;
	}
}
const MOST_SHOWN = 1000;
function showRights(rights, others) {
	if (rights === undefined)
		return 'no restrictions';
	const inBoth = (right) => Number(others?.has(right) === true);
	const text = [...rights].toSorted((a, b) => inBoth(a) - inBoth(b)).join(' · ');
	return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${rights.size} in all)` : text;
}
function memberOf(node, key) {
	return node?.kind === 'object' ? (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(node, key)?.value : undefined;
}


/***/ }),

};

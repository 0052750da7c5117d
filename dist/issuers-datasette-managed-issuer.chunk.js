"use strict";
exports.ids = [];
exports.modules = {

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

};

"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/datasette/access.ts
/***/ 2104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  findAccess: () => (/* binding */ findAccess),
  finder: () => (/* binding */ finder)
});
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7440);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(319);



const finder = { title: 'Datasette', inputs: ['credential', 'url'], findAccess };
function findAccess(given, surroundings, words) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectProblems */ .vX)();
	const credential = take(findSecret(given, surroundings, words));
	const url = given('url');
	const endpoint = url === undefined ? undefined : take((0,_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEndpoint */ .B)('url', url));
	if (problems.length > 0 || credential === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(...problems);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)({
		secret: credential.secret,
		access: { endpoint, authentication: { kind: 'none' } },
		sources: [
			credential.source,
			endpoint === undefined
				? 'url: none, the token is signed offline and not tried'
				: `url: ${words.fromInput('url')}; the token is tried there before it is handed on, which proves its actor and restrictions, and not that they allow anything`,
		],
		notices: noticesOfSecret(credential.secret),
	});
}
const VARIABLE = 'DATASETTE_SECRET';
function findSecret(given, surroundings, words) {
	const input = given('credential');
	if (input !== undefined)
		return read('credential', input, words.fromInput('credential'));
	const variable = surroundings.secretVariable(VARIABLE);
	if (variable !== undefined && variable.trim() !== '') {
		return read(VARIABLE, variable, `from the environment variable ${VARIABLE}`);
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
		input: 'credential',
		message: `the secret of the Datasette server is needed to sign with, and none is given; set ${words.secretSetting('credential', VARIABLE)} or the environment variable DATASETTE_SECRET. ${surroundings.emptyCredentialHint}`.trimEnd(),
	});
	function read(input, secret, origin) {
		if (/^\s*dstok_/.test(secret)) {
			return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
				input,
				message: 'the value is a Datasette token; expected the secret of the server (DATASETTE_SECRET), which signs tokens',
			});
		}
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)({ secret, source: `credential: ${origin}` });
	}
}
const SHORTEST_SECRET = 32;
function noticesOfSecret(secret) {
	const notices = [];
	if (secret.trim().length < SHORTEST_SECRET) {
		notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)(`The secret has fewer than ${SHORTEST_SECRET} characters, and everything signed with it, such as a token or a cookie, can be used to guess it. Give the server a long random one.`));
	}
	if (secret === secret.trim())
		return notices;
	return [
		...notices,
		(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)('The secret begins or ends with a blank or a new line. Datasette takes it as it is, so it is used as it is; if the server refuses the token, remove them.'),
	];
}


/***/ }),

// ./src/issuers/datasette/issuer.ts + 1 modules
/***/ 1973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  datasette: () => (/* binding */ datasette)
});

var request_lifetime = __webpack_require__(8746);
var notice = __webpack_require__(7440);
var problem = __webpack_require__(1822);
var encoded_text = __webpack_require__(8887);
var shown_text = __webpack_require__(4278);
var token_file_json = __webpack_require__(119);
var actions = __webpack_require__(4151);
var datasette_restrictions = __webpack_require__(517);
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/issuers/datasette/token.ts


function payload({ actor, createdAt, life, restrictions }) {
	const members = [`"a":${JSON.stringify(actor)}`, `"t":${createdAt}`, `"d":${life}`];
	if (restrictions !== undefined)
		members.push(`"_r":${(0,datasette_restrictions/* restrictionsJson */.kl)(restrictions)}`);
	return `{${members.join(',')}}`;
}
function signToken(text, secret) {
	const body = Buffer.from(text, 'utf8').toString('base64url');
	const key = (0,external_node_crypto_.createHash)('sha1').update(`tokensigner${secret}`, 'utf8').digest();
	const signature = (0,external_node_crypto_.createHmac)('sha1', key).update(body, 'ascii').digest('base64url');
	return `dstok_${body}.${signature}`;
}

var grants = __webpack_require__(1726);
var access = __webpack_require__(2104);
;// CONCATENATED MODULE: ./src/issuers/datasette/issuer.ts











const LONGEST_TOKEN = 16 * 1024;
const datasette = {
	title: access.finder.title,
	grantExample: 'mydb mytable: insert-row, update-row',
	inputs: ['actor', ...access.finder.inputs],
	expiry: { kind: 'second', longest: request_lifetime/* YEAR */.UX },
	tokenFileFormat: 'token',
	exportsTokenFile: false,
	prepare: (request, surroundings, words) => prepare(request, (0,access.findAccess)(request.given, surroundings, words), words),
};
function prepare(request, reached, words) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const datasetteAccess = take(reached);
	const actor = take(findActor(request, words));
	const granted = take((0,grants/* readGrants */.o)(request.grants));
	if (problems.length > 0 || datasetteAccess === undefined || actor === undefined || granted === undefined) {
		return (0,problem/* invalid */.Gq)(...problems);
	}
	const { access, secret, sources, notices } = datasetteAccess;
	const { endpoint } = access;
	const found = { actor, secret, endpoint, restrictions: granted.restrictions };
	const lengthOf = (token) => sign(token, request.now, (0,request_lifetime/* endOf */.pJ)(request.lifetime, request.now)).length;
	const length = lengthOf(found);
	if (length > LONGEST_TOKEN) {
		if (lengthOf({ ...found, restrictions: undefined }) > LONGEST_TOKEN) {
			return (0,problem/* invalid */.Gq)({
				input: 'actor',
				message: `it has ${actor.length} characters, which makes a token of ${length} characters; expected at most ${LONGEST_TOKEN}`,
			});
		}
		return (0,problem/* invalid */.Gq)({
			input: 'grants',
			message: `with the actor they make a token of ${length} characters; expected at most ${LONGEST_TOKEN}. Grant on databases instead of single tables, or mint several tokens`,
		});
	}
	return (0,problem/* valid */.rZ)({
		access,
		sources,
		notices: [...granted.notices, ...noticesOfActor(actor), ...notices, ...noticesOfLife(request, words)],
		plan: (ports) => Promise.resolve(plan(found, ports)),
	});
}
function sign({ actor, secret, restrictions }, now, end) {
	const createdAt = Math.floor(now / 1000);
	return signToken(payload({ actor, createdAt, life: end / 1000 - createdAt, restrictions }), secret);
}
function plan(found, ports) {
	const { actor, endpoint, restrictions } = found;
	let trial;
	const grants = restrictions === undefined ? 'unrestricted' : (0,datasette_restrictions/* restrictionsJson */.kl)(restrictions, actions/* fullName */.fq);
	return {
		grants,
		shownGrants: restrictions === undefined ? ['unrestricted'] : (0,datasette_restrictions/* printRestrictions */.Z3)(restrictions),
		leftOpen: [],
		notices: [],
		context: {},
		exports: ({ secret }) => ({ DATASETTE_TOKEN: secret }),
		tokenFile: token_file_json/* tokenFileJson */.m,
		serverAhead: () => trial?.serverAhead(),
		async mint(attempt, born) {
			const token = sign(found, attempt.startedAt + attempt.serverAhead, attempt.expiresAt);
			born({ id: attempt.leaseId, secret: token });
			if (endpoint === undefined) {
				return { expiresAt: attempt.expiresAt, grants, differences: [], unconfirmed: ['grants'], notices: [] };
			}
			const { openTrial } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(5840)]).then(__webpack_require__.bind(__webpack_require__, 1337));
			trial ??= openTrial(endpoint, ports);
			const { expiresAt, differences } = await trial.tryToken(token, {
				kind: 'dstok',
				actor,
				restrictions,
			});
			return { expiresAt, differences, grants, unconfirmed: [], notices: [] };
		},
	};
}
function findActor({ given }, words) {
	const actor = given('actor')?.trim();
	if (actor !== undefined)
		return (0,problem/* valid */.rZ)(actor);
	return (0,problem/* invalid */.Gq)({
		input: 'actor',
		message: `the id of the actor that the token acts as is needed, as in ${words.setting('actor', 'ci-bot')}; the token can never do more than this actor may`,
	});
}
function noticesOfActor(actor) {
	if (actor === 'root') {
		return [
			(0,notice/* notice */.l)('the actor root has no rights of its own unless the server was started with --root and no permission block names others.'),
		];
	}
	if (/^\{.*\}$|^\[.*\]$|^".*"$/s.test(actor)) {
		return [
			(0,notice/* notice */.l)(`the actor ${(0,shown_text/* quote */.hD)(actor)} is JSON, and is taken literally, as an id. Write the id alone, as in actor: ci-bot.`),
		];
	}
	const encoded = (0,encoded_text/* noteOnEncoded */.u)([actor]);
	return encoded === undefined ? [] : [(0,notice/* notice */.l)(`actor: ${encoded}`)];
}
function noticesOfLife({ lifetime, now }, { work }) {
	const life = Math.ceil(((0,request_lifetime/* endOf */.pJ)(lifetime, now) - now) / 1000);
	if (life <= request_lifetime/* HOUR */.dp)
		return [];
	return [
		(0,notice/* warning */.$)(`A Datasette token cannot be revoked, and this one lives for ${(0,request_lifetime/* formatDuration */.a3)(life)}. Ask for as little as the ${work} needs.`),
	];
}


/***/ }),

// ./src/issuers/datasette/actions.ts
/***/ 4151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Sm: () => (/* binding */ abbreviate),
  fq: () => (/* binding */ fullName),
  kl: () => (/* binding */ ACTIONS)
});
const ACTIONS = new Map([
	['view-instance', { abbreviation: 'vi', level: 'instance' }],
	['permissions-debug', { abbreviation: 'pd', level: 'instance' }],
	['debug-menu', { abbreviation: 'dm', level: 'instance' }],
	['view-database', { abbreviation: 'vd', level: 'database' }],
	['view-database-download', { abbreviation: 'vdd', level: 'database' }],
	['execute-sql', { abbreviation: 'es', level: 'database' }],
	['execute-write-sql', { abbreviation: 'ews', level: 'database' }],
	['create-table', { abbreviation: 'ct', level: 'database' }],
	['create-view', { abbreviation: 'cv', level: 'database' }],
	['store-query', { abbreviation: 'sq', level: 'database' }],
	['view-table', { abbreviation: 'vt', level: 'table' }],
	['insert-row', { abbreviation: 'ir', level: 'table' }],
	['delete-row', { abbreviation: 'dr', level: 'table' }],
	['update-row', { abbreviation: 'ur', level: 'table' }],
	['alter-table', { abbreviation: 'at', level: 'table' }],
	['set-column-type', { abbreviation: 'sct', level: 'table' }],
	['drop-table', { abbreviation: 'dt', level: 'table' }],
	['drop-view', { abbreviation: 'dv', level: 'table' }],
	['view-query', { abbreviation: 'vq', level: 'query' }],
	['update-query', { abbreviation: 'uq', level: 'query' }],
	['delete-query', { abbreviation: 'dq', level: 'query' }],
]);
const FULL_NAMES = new Map([...ACTIONS].map(([name, { abbreviation }]) => [abbreviation, name]));
const fullName = (action) => FULL_NAMES.get(action) ?? action;
const abbreviate = (action) => ACTIONS.get(action)?.abbreviation ?? action;


/***/ }),

// ./src/issuers/datasette/grants.ts + 1 modules
/***/ 1726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readGrants)
});

var request_grants = __webpack_require__(9750);
var json_text = __webpack_require__(8959);
var notice = __webpack_require__(7440);
var request_problem = __webpack_require__(1822);
var shown_text = __webpack_require__(4278);
var request_suggestion = __webpack_require__(8533);
var datasette_actions = __webpack_require__(4151);
var encoded_text = __webpack_require__(8887);
var datasette_restrictions = __webpack_require__(517);
;// CONCATENATED MODULE: ./src/issuers/datasette/reach.ts






const REACH = new Map([
	[
		'auth-tokens-create',
		() => 'lets the holder of the token make other tokens of the same actor, also without any restrictions and without an end (datasette-auth-tokens): they outlive this one',
	],
	[
		'auth-tokens-edit-all',
		() => 'changes what all tokens may do, those of others too (datasette-auth-tokens), and outlives this one',
	],
	['auth-tokens-revoke-all', () => 'revokes all tokens, those of others too (datasette-auth-tokens)'],
	['execute-sql', (where) => `opens every table of ${where} for reading, also tables that are not granted here`],
	[
		'execute-write-sql',
		(where) => `can copy every table of ${where} into one that it may write, also tables that are not granted here`,
	],
	['view-database-download', (where) => `hands out all of ${where}, also tables that are not granted here`],
	[
		'store-query',
		() => 'outlives the token: a query that is stored stays, and runs with the rights of whoever opens it',
	],
	[
		'update-query',
		() => 'outlives the token: a query of others can be changed, and runs with the rights of whoever opens it',
	],
	['alter-table', () => 'can give a table another name, on which this token and others may have other rights'],
	[
		'view-query',
		(where) => `runs what the queries of the configuration say, also on tables of ${where} that are not granted here, and also to write`,
	],
	['permissions-debug', () => 'shows what other actors may do, and what they asked for lately'],
]);
function isUsual(action, { resource }) {
	return ['alter-table', 'permissions-debug'].includes(action) || (action === 'view-query' && resource !== undefined);
}
function noticesOfRestrictions(restrictions) {
	const encoded = (0,encoded_text/* noteOnEncoded */.u)(namesIn(restrictions));
	const notices = encoded === undefined ? [] : [(0,notice/* notice */.l)(encoded)];
	const allows = (action, { database, resource }) => restrictions.all.has(action) ||
		(database !== undefined && restrictions.databases.get(database)?.has(action) === true) ||
		(database !== undefined &&
			resource !== undefined &&
			restrictions.resources.get(database)?.get(resource)?.has(action) === true);
	for (const database of new Set([...restrictions.databases.keys(), ...restrictions.resources.keys()])) {
		if (!database.includes('/'))
			continue;
		notices.push((0,notice/* warning */.$)(`the name of the database ${(0,shown_text/* quote */.hD)(database)} holds a /; a table of a database is written with a blank: DATABASE TABLE.`));
	}
	for (const { label, scope, actions } of (0,datasette_restrictions/* grantedScopes */.By)(restrictions)) {
		const where = scope.database === undefined ? 'every database' : `the database ${(0,shown_text/* quote */.hD)(scope.database)}`;
		for (const action of actions) {
			const useless = uselessGrant(action, label, scope);
			if (useless !== undefined) {
				notices.push((0,notice/* warning */.$)(useless));
				continue;
			}
			const follows = REACH.get(action)?.(where);
			if (follows !== undefined) {
				const told = isUsual(action, scope) ? notice/* notice */.l : notice/* warning */.$;
				notices.push(told(`${action} ${follows}.`));
			}
			const needed = NEEDED_ON_DATABASE.get(action);
			if (needed !== undefined && !allows(needed, scope)) {
				notices.push((0,notice/* warning */.$)(`${action} on ${where} is refused without ${needed} there; add it.`));
			}
			if (action === 'execute-write-sql') {
				notices.push((0,notice/* warning */.$)('execute-write-sql does nothing alone: on each table that a statement touches, INSERT needs insert-row, update-row and delete-row; UPDATE these and view-table; DELETE delete-row and view-table; reading another table view-table.'));
			}
			if (action === 'insert-row' && !allows('update-row', scope)) {
				notices.push((0,notice/* notice */.l)(`insert-row on ${label} inserts new rows; upsert, and insert with replace, need update-row too.`));
			}
			if (action === 'create-table' && !allows('insert-row', scope)) {
				notices.push((0,notice/* notice */.l)(`create-table on ${label} makes empty tables; creating one with rows needs insert-row too.`));
			}
		}
		if (scope.database === undefined && [...actions].some((action) => datasette_actions/* ACTIONS */.kl.get(action)?.level !== 'instance')) {
			notices.push((0,notice/* notice */.l)('a grant on * covers every database of the server, later ones too.'));
		}
	}
	return notices;
}
const NEEDED_ON_DATABASE = new Map([
	['execute-sql', 'view-database'],
	['execute-write-sql', 'view-database'],
	['view-database-download', 'view-database'],
	['store-query', 'execute-sql'],
]);
function uselessGrant(action, label, { database, resource }) {
	const level = datasette_actions/* ACTIONS */.kl.get(action)?.level;
	if (level === 'instance' && database !== undefined) {
		return `${action} on ${label} allows nothing: it is checked on the whole server. Write "*: ${action}".`;
	}
	if (level === 'database' && database !== undefined && resource !== undefined) {
		return `${action} on ${label} allows nothing: it is checked on a database. Write "${(0,request_grants/* printWord */.OW)(database)}: ${action}".`;
	}
	if (level === 'query' && database !== undefined && resource === undefined) {
		return `${action} on the database ${label} allows nothing on today's servers. Name the query ("${label} QUERY: ${action}"), or grant it on *.`;
	}
	return undefined;
}
function namesIn({ databases, resources }) {
	return [...databases.keys(), ...resources.keys(), ...[...resources.values()].flatMap((tables) => [...tables.keys()])];
}

;// CONCATENATED MODULE: ./src/issuers/datasette/grants.ts








function readGrants(grants) {
	if (grants.form === 'unrestricted') {
		const surplus = (0,request_grants/* besideUnrestricted */.Lt)(grants);
		if (surplus.length > 0)
			return (0,request_problem/* invalid */.Gq)(...surplus);
		return (0,request_problem/* valid */.rZ)({
			restrictions: undefined,
			notices: [(0,notice/* warning */.$)('The token is unrestricted: it may do whatever its actor may do. List grants to narrow it.')],
		});
	}
	const problems = [];
	const notices = [];
	const collected = { all: new Set(), databases: new Map(), resources: new Map() };
	const problem = (at, message) => void problems.push({ input: 'grants', at, message });
	const add = (scope, action, at) => {
		const checked = checkAction(action);
		if (checked.kind === 'mistyped') {
			problem(at, checked.message);
		}
		else {
			if (checked.kind === 'unknown')
				notices.push((0,notice/* warning */.$)(checked.message));
			actionsOf(collected, scope).add(checked.action);
		}
	};
	if (grants.form === 'lines')
		for (const line of grants.lines)
			readLine(line, add, problem);
	else
		readJson(grants.values, add, problem);
	if (problems.length > 0)
		return (0,request_problem/* invalid */.Gq)(...problems);
	return (0,request_problem/* valid */.rZ)({ restrictions: collected, notices: [...notices, ...noticesOfRestrictions(collected)] });
}
function readLine({ resource, actions, at }, add, problem) {
	const [database, table, surplus] = resource;
	if (database === undefined)
		return;
	if (surplus !== undefined) {
		problem(surplus.at, `found ${(0,shown_text/* quote */.hD)(surplus.text)}, a third word; expected DATABASE or DATABASE TABLE (put a name with blanks in double quotes)`);
		return;
	}
	if ((0,request_grants/* isAll */.kd)(database) && table !== undefined) {
		problem(at, `${(0,shown_text/* quote */.hD)(`* ${table.text}`)} would be one table of every database, which Datasette does not know; name the database, or write * alone for everything`);
		return;
	}
	if (table !== undefined && (0,request_grants/* isAll */.kd)(table)) {
		problem(table.at, `${(0,shown_text/* quote */.hD)(`${database.text} *`)} is written ${database.text} alone: a grant on a database covers all its tables`);
		return;
	}
	const scope = (0,request_grants/* isAll */.kd)(database)
		? {}
		: { database: database.text, ...(table === undefined ? {} : { resource: table.text }) };
	for (const action of actions) {
		if ((0,request_grants/* isAll */.kd)(action))
			problem(action.at, 'Datasette knows no * as an action; list the actions');
		else
			add(scope, action.text, action.at);
	}
}
const SHAPE = 'expected {"a": [actions], "d": {database: [actions]}, "r": {database: {table: [actions]}}}';
function readJson(values, add, problem) {
	const [node, surplus] = values;
	if (node === undefined)
		return;
	if (surplus !== undefined)
		problem(surplus.at, `found a second value; ${SHAPE}`);
	const members = entriesOf(node, problem);
	if (members === undefined)
		return;
	for (const { key, at, value } of members) {
		if (key === 'a')
			readActions({}, value, add, problem);
		else if (key === 'd') {
			for (const database of entriesOf(value, problem) ?? []) {
				if (named(database, 'database', problem))
					readActions({ database: database.key }, database.value, add, problem);
			}
		}
		else if (key === 'r') {
			for (const database of entriesOf(value, problem) ?? []) {
				if (!named(database, 'database', problem))
					continue;
				for (const resource of entriesOf(database.value, problem) ?? []) {
					if (!named(resource, 'table', problem))
						continue;
					readActions({ database: database.key, resource: resource.key }, resource.value, add, problem);
				}
			}
		}
		else
			problem(at, `found the key ${(0,shown_text/* quote */.hD)(key)}; ${SHAPE}`);
	}
}
function entriesOf(node, problem) {
	if (node.kind !== 'object') {
		problem(node.at, `found ${(0,json_text/* describeNode */.WQ)(node)}; ${SHAPE}`);
		return undefined;
	}
	if (node.entries.length === 0) {
		problem(node.at, 'found an empty object: such a token could do nothing at all. Name what it may do; for a token that may do everything write unrestricted');
		return undefined;
	}
	return node.entries;
}
function named({ key, at }, what, problem) {
	if (key === '')
		problem(at, `the name of a ${what} is empty`);
	return key !== '';
}
function readActions(scope, node, add, problem) {
	if (node.kind !== 'array' || node.items.length === 0) {
		problem(node.at, `found ${(0,json_text/* describeNode */.WQ)(node)}, expected a list of actions such as ["view-table"]`);
		return;
	}
	for (const item of node.items) {
		if (item.kind === 'string')
			add(scope, item.text, item.at);
		else
			problem(item.at, `found ${(0,json_text/* describeNode */.WQ)(item)}, expected the name of an action in double quotes`);
	}
}
function checkAction(written) {
	const action = (0,datasette_actions/* fullName */.fq)(written);
	if (datasette_actions/* ACTIONS */.kl.has(action))
		return { kind: 'known', action };
	const abbreviated = (0,datasette_actions/* fullName */.fq)(action.toLowerCase());
	const suggestion = datasette_actions/* ACTIONS */.kl.has(abbreviated) ? abbreviated : (0,request_suggestion/* nearest */.pA)(action, datasette_actions/* ACTIONS */.kl.keys());
	if (suggestion !== undefined) {
		return { kind: 'mistyped', message: `found the action ${(0,shown_text/* quote */.hD)(action)}. Did you mean "${suggestion}"?` };
	}
	if (!/^[A-Za-z][\w.:-]*$/.test(action)) {
		return { kind: 'mistyped', message: `found ${(0,shown_text/* quote */.hD)(action)}, expected an action such as view-table or insert-row` };
	}
	return {
		kind: 'unknown',
		action,
		message: `${(0,shown_text/* quote */.hD)(action)} is no action of Datasette itself; it is taken as a plugin's. If no plugin knows it, it allows nothing.`,
	};
}
function actionsOf(collected, { database, resource }) {
	if (database === undefined)
		return collected.all;
	if (resource === undefined)
		return getOrMake(collected.databases, database, () => new Set());
	return getOrMake(getOrMake(collected.resources, database, () => new Map()), resource, () => new Set());
}
function getOrMake(map, key, make) {
	const value = map.get(key) ?? make();
	map.set(key, value);
	return value;
}


/***/ }),

// ./src/issuers/datasette/restrictions.ts
/***/ 517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  By: () => (/* binding */ grantedScopes),
  Z3: () => (/* binding */ printRestrictions),
  kl: () => (/* binding */ restrictionsJson),
  y$: () => (/* binding */ singleRights)
});
var _request_grants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9750);
var _actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4151);


function grantedScopes({ all, databases, resources }) {
	return [
		...(all.size === 0 ? [] : [{ label: '*', scope: {}, actions: all }]),
		...[...databases].map(([database, actions]) => ({ label: (0,_request_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .printWord */ .OW)(database), scope: { database }, actions })),
		...[...resources].flatMap(([database, inDatabase]) => [...inDatabase].map(([resource, actions]) => ({
			label: `${(0,_request_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .printWord */ .OW)(database)} ${(0,_request_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .printWord */ .OW)(resource)}`,
			scope: { database, resource },
			actions,
		}))),
	];
}
function printRestrictions(restrictions) {
	return grantedScopes(restrictions).map(({ label, actions }) => `${label}: ${[...actions].map(_request_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .printWord */ .OW).join(', ')}`);
}
function restrictionsJson(restrictions, name = _actions_js__WEBPACK_IMPORTED_MODULE_1__/* .abbreviate */ .Sm) {
	const list = (actions) => `[${[...actions].map((action) => JSON.stringify(name(action))).join(',')}]`;
	const object = (map, text) => `{${[...map].map(([key, value]) => `${JSON.stringify(key)}:${text(value)}`).join(',')}}`;
	const { all, databases, resources } = restrictions;
	const members = [
		...(all.size === 0 ? [] : [`"a":${list(all)}`]),
		...(databases.size === 0 ? [] : [`"d":${object(databases, list)}`]),
		...(resources.size === 0 ? [] : [`"r":${object(resources, (inDatabase) => object(inDatabase, list))}`]),
	];
	return `{${members.join(',')}}`;
}
function singleRights(restrictions) {
	return new Set(grantedScopes(restrictions).flatMap(({ label, actions }) => [...actions].map((action) => `${label}: ${action}`)));
}


/***/ }),

};

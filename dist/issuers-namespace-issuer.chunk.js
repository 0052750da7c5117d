"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/namespace/issuer.ts + 5 modules
/***/ 2728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  namespaceToken: () => (/* binding */ namespaceToken),
  namespaceUserToken: () => (/* binding */ namespaceUserToken)
});

var lifetime = __webpack_require__(8746);
var notice = __webpack_require__(7440);
var problem = __webpack_require__(1822);
var grants = __webpack_require__(9750);
var encoded_text = __webpack_require__(8887);
var json_text = __webpack_require__(8959);
var shown_text = __webpack_require__(4278);
var suggestion = __webpack_require__(8533);
var namespace_permissions = __webpack_require__(6924);
;// CONCATENATED MODULE: ./src/issuers/namespace/reach.ts

const REACH = [
	{
		type: 'token/revokable',
		actions: ['create'],
		effect: 'create tokens, which stay when this one is revoked',
	},
	{
		type: 'token/revokable',
		actions: ['refresh'],
		effect: 'put off the end of tokens, this one included, beyond what is asked for here',
	},
	{
		type: 'federation',
		actions: ['issue_federation'],
		effect: 'issue identity tokens, which stay valid when this one is revoked',
	},
	{
		type: 'instance',
		actions: ['create'],
		effect: 'start instances, which run on when this one is revoked, with workload tokens of their own, by default for the whole workspace',
	},
	{
		type: 'instance',
		actions: ['exec', 'ssh'],
		effect: 'run commands in instances, with the workload tokens that are there, by default for the whole workspace',
	},
	{
		type: 'devbox',
		actions: ['create', 'activate'],
		effect: 'start devboxes, which run on when this one is revoked',
	},
	{
		type: 'github/runner-profile',
		actions: ['create', 'update'],
		effect: 'set on what later jobs of GitHub run, and what these may do at Namespace',
	},
	{
		type: 'containerregistry/repository',
		actions: ['share'],
		effect: 'share repositories, which stay shared when this one is revoked',
	},
];
function effectsOf(type, action) {
	return REACH.filter((reach) => reach.type === type).flatMap(({ actions, effect }) => actions
		.filter((reaching) => reaching === action || action === namespace_permissions/* ALL */.y2)
		.map((reaching) => `a token with ${type}: ${reaching} can ${effect}`));
}

;// CONCATENATED MODULE: ./src/issuers/namespace/documented-permissions.ts
const DOCUMENTED_PERMISSIONS = new Map(Object.entries({
	artifact: ['create', 'expire', 'list', 'resolve'],
	'bazel/cache': ['ensure'],
	'bazel/execution': ['ensure'],
	'bazel/storage': ['write'],
	builder: ['access', 'ensure'],
	'cache/gradle': ['ensure', 'read', 'write'],
	'cache/httpcache': ['ensure', 'read', 'write'],
	'cache/turborepo': ['delete', 'list', 'read', 'report', 'write'],
	containerregistry: ['configure', 'pull', 'push'],
	'containerregistry/image': ['delete', 'get', 'list', 'update'],
	'containerregistry/repository': ['delete', 'list', 'share', 'unshare'],
	'containerregistry/tags': ['list'],
	devbox: ['activate', 'create', 'expire', 'fetch', 'list', 'update'],
	'devbox/image': ['expire', 'fetch', 'list', 'wire'],
	federation: ['issue_federation'],
	'github/runner-profile': ['create', 'delete', 'get', 'list', 'update'],
	ingress: ['access'],
	instance: [
		'create',
		'destroy',
		'dial_host',
		'exec',
		'get',
		'list',
		'refresh',
		'release',
		'resume',
		'ssh',
		'suspend',
		'wait',
	],
	'instance/ingress': ['list', 'register'],
	'instance/notification': ['list'],
	'instance/o11y/logs': ['get', 'list'],
	'instance/o11y/metrics': ['get', 'list'],
	'instance/o11y/oom': ['get', 'list'],
	'network/fabric/segment': ['attach'],
	tenant: ['get'],
	'tenant/policies': ['get'],
	'tenant/usage': ['get'],
	'testing/test/logs': ['stream'],
	'testing/test/result': ['list', 'push'],
	'testing/test/run': ['complete', 'create', 'get', 'list'],
	'token/revokable': ['create', 'list', 'refresh', 'revoke'],
	'volume/persistent': ['describe', 'destroy', 'list'],
}));

;// CONCATENATED MODULE: ./src/issuers/namespace/grants.ts










const LINE_FORM = 'TYPE ID: ACTION[, ACTION...], as in builder *: ensure, access';
const JSON_FORM = '{"resource_type": "builder", "resource_id": "*", "actions": ["ensure"]}';
function readGrants(grants) {
	const problems = [];
	if (grants.form === 'unrestricted') {
		readLines(grants.beside, problems);
		return (0,problem/* invalid */.Gq)({
			input: 'grants',
			at: grants.at,
			message: `Namespace knows no unrestricted token; list what the token may do: ${LINE_FORM}`,
		}, ...problems);
	}
	const placed = grants.form === 'lines' ? readLines(grants.lines, problems) : readJson(grants.values, problems);
	if (problems.length > 0)
		return (0,problem/* invalid */.Gq)(...problems);
	const permissions = (0,namespace_permissions/* mergePermissions */.pM)(placed.map(withoutPlaces));
	const encoded = (0,encoded_text/* noteOnEncoded */.u)(permissions.map(({ resourceId }) => resourceId));
	return (0,problem/* valid */.rZ)({
		permissions,
		notices: [
			...placed.flatMap(noticesOf),
			...noticesOfAll(permissions),
			...(encoded === undefined ? [] : [(0,notice/* notice */.l)(encoded)]),
		],
	});
}
function noticesOfAll(permissions) {
	const types = permissions.filter(({ resourceId }) => resourceId === namespace_permissions/* ALL */.y2).map(({ resourceType }) => resourceType);
	if (types.length === 0)
		return [];
	return [
		(0,notice/* notice */.l)(`${types.map((type) => `${type} *`).join(', ')}: all of the workspace, with what is made there later.`),
	];
}
function printPermissions(permissions) {
	const word = (text) => ({ text, quoted: text !== namespace_permissions/* ALL */.y2 });
	return permissions.map(({ resourceType, resourceId, actions }) => (0,grants/* printGrantLine */.AZ)({ resource: [word(resourceType), word(resourceId)], actions: actions.map(word) }));
}
function readLines(lines, problems) {
	const problem = (at, message) => problems.push({ input: 'grants', at, message });
	return lines.flatMap((line) => {
		const [resourceType, resourceId, extra] = line.resource;
		if (resourceType === undefined)
			return [];
		if (resourceId === undefined && (0,grants/* isAll */.kd)(resourceType)) {
			checkType(resourceType, problem);
			return [];
		}
		if (resourceId === undefined) {
			problem(resourceType.at, `${(0,shown_text/* quote */.hD)(resourceType.text)} stands without the id of a resource; write ${(0,shown_text/* quote */.hD)(`${resourceType.text} *: …`)} for all of the type. Expected ${LINE_FORM}`);
			return [];
		}
		if (extra !== undefined) {
			problem(extra.at, `found a third word, ${(0,shown_text/* quote */.hD)(extra.text)}, before the colon; expected ${LINE_FORM}`);
			return [];
		}
		const before = problems.length;
		checkType(resourceType, problem);
		for (const word of [resourceId, ...line.actions])
			checkWord(word, problem);
		return problems.length > before ? [] : [{ resourceType, resourceId, actions: line.actions }];
	});
}
function checkType(type, problem) {
	if ((0,namespace_permissions/* flawOf */.e3)(type.text, 'type') === 'every type') {
		problem(type.at, `Namespace has no grant on every type of resource; list the types, one a line: ${LINE_FORM}`);
	}
	checkText(type, problem);
}
function checkWord(word, problem) {
	if (word.quoted && word.text === namespace_permissions/* ALL */.y2) {
		problem(word.at, 'a * in quotes would be a name, and Namespace would read it as all; write it without the quotes');
	}
	checkText(word, problem);
}
function checkText({ text, at }, problem) {
	if ((0,namespace_permissions/* flawOf */.e3)(text, 'id') === 'control character')
		problem(at, `${(0,shown_text/* quote */.hD)(text)} holds a control character, which no name of Namespace has`);
}
const KEYS = {
	resource_type: 'resourceType',
	resource_id: 'resourceId',
	actions: 'actions',
};
function readJson(values, problems) {
	const flat = values.flatMap((value) => (value.kind === 'array' ? value.items : [value]));
	if (flat.length === 0) {
		problems.push({
			input: 'grants',
			message: `the list is empty, and a token is never minted without saying what it may do; expected objects such as ${JSON_FORM}`,
		});
	}
	return flat.flatMap((node, index) => {
		const permission = readObject(node, (at, message) => problems.push({ input: 'grants', at, message: flat.length > 1 ? `grant ${index + 1}: ${message}` : message }));
		return permission === undefined ? [] : [permission];
	});
}
function readObject(node, report) {
	if (node.kind !== 'object') {
		report(node.at, `found ${(0,json_text/* describeNode */.WQ)(node)}, expected an object such as ${JSON_FORM}`);
		return undefined;
	}
	const places = [];
	const problem = (at, message) => {
		places.push(at);
		report(at, message);
	};
	const fields = new Map();
	for (const entry of node.entries) {
		const key = nameOf(entry.key);
		if (key === undefined) {
			problem(entry.at, `the key ${(0,shown_text/* quote */.hD)(entry.key)} is unknown; expected resource_type, resource_id and actions.${(0,suggestion/* didYouMean */.au)(entry.key, Object.keys(KEYS))}`);
		}
		else if (fields.has(key)) {
			problem(entry.at, `${key} is given twice, as ${key} and as ${KEYS[key]}; give it once`);
		}
		else {
			fields.set(key, entry);
		}
	}
	if (places.length > 0)
		return undefined;
	const resourceType = readText(node, fields, 'resource_type', 'builder', problem);
	const resourceId = readText(node, fields, 'resource_id', namespace_permissions/* ALL */.y2, problem);
	const actions = readActions(node, fields, problem);
	if (resourceType !== undefined)
		checkType(resourceType, problem);
	if (resourceId !== undefined)
		checkText(resourceId, problem);
	if (places.length > 0 || resourceType === undefined || resourceId === undefined)
		return undefined;
	return { resourceType, resourceId, actions };
}
function nameOf(key) {
	switch (key) {
		case 'resource_type':
		case 'resourceType':
			return 'resource_type';
		case 'resource_id':
		case 'resourceId':
			return 'resource_id';
		case 'actions':
			return 'actions';
		default:
			return undefined;
	}
}
function readText(node, fields, key, example, problem) {
	const entry = fields.get(key);
	const hint = key === 'resource_id' ? '; all resources of the type are "*"' : '';
	if (entry === undefined) {
		problem(node.at, `the key ${key} is missing, as in "${key}": "${example}"${hint}`);
		return undefined;
	}
	const { value } = entry;
	if (value.kind !== 'string' || (0,namespace_permissions/* flawOf */.e3)(value.text, 'id') === 'blank') {
		const found = value.kind === 'string' ? 'an empty text: an expression was probably empty' : (0,json_text/* describeNode */.WQ)(value);
		problem(value.at, `${key} is ${found}; expected a text such as "${example}"${hint}`);
		return undefined;
	}
	return { text: value.text, at: value.at };
}
function readActions(node, fields, problem) {
	const entry = fields.get('actions');
	if (entry === undefined) {
		problem(node.at, 'the key actions is missing, as in "actions": ["ensure", "access"]');
		return [];
	}
	const { value } = entry;
	if (value.kind !== 'array' || value.items.length === 0) {
		problem(value.at, `actions is ${(0,json_text/* describeNode */.WQ)(value)}; expected a list such as ["ensure", "access"]`);
		return [];
	}
	return value.items.flatMap((item) => {
		if (item.kind !== 'string' || (0,namespace_permissions/* flawOf */.e3)(item.text, 'action') === 'blank') {
			problem(item.at, `found ${(0,json_text/* describeNode */.WQ)(item)} among the actions; expected a text such as "ensure"`);
			return [];
		}
		checkText(item, problem);
		return [item];
	});
}
function withoutPlaces({ resourceType, resourceId, actions }) {
	return {
		resourceType: resourceType.text,
		resourceId: resourceId.text,
		actions: actions.map(({ text }) => text),
	};
}
function noticesOf({ resourceType: { text: type, at }, actions }) {
	const documented = DOCUMENTED_PERMISSIONS.get(type);
	const warn = (place, message) => (0,notice/* warning */.$)((0,problem/* formatProblem */.Vw)({ input: 'grants', at: place, message: `${message}.` }));
	const source = 'Namespace documents (namespace.so/docs/security/permissions)';
	const notices = [];
	if (documented === undefined) {
		const hint = (0,suggestion/* didYouMean */.au)(type, DOCUMENTED_PERMISSIONS.keys());
		notices.push(warn(at, `${(0,shown_text/* quote */.hD)(type)} is not among the resource types that ${source}.${hint} It is asked for as written`));
	}
	for (const { text: action, at: place } of actions) {
		if (action === namespace_permissions/* ALL */.y2) {
			const list = documented === undefined ? '' : `: ${documented.join(', ')}`;
			notices.push(warn(place, `* asks for every action on ${type}, those of the future too, and Namespace may refuse it for a revokable token; better list the actions${list}`));
		}
		else if (documented !== undefined && !documented.includes(action)) {
			const hint = (0,suggestion/* didYouMean */.au)(action, documented);
			notices.push(warn(place, `${(0,shown_text/* quote */.hD)(action)} is not among the actions on ${type} that ${source}: ${documented.join(', ')}.${hint} It is asked for as written`));
		}
		for (const effect of effectsOf(type, action))
			notices.push(warn(place, effect));
	}
	return notices;
}

var token_list = __webpack_require__(1878);
var namespace_access = __webpack_require__(6256);
var namespace_api = __webpack_require__(9643);
var lease_attempt = __webpack_require__(2879);
var issuer = __webpack_require__(2247);
var answered_secrets = __webpack_require__(5653);
var json_fields = __webpack_require__(1560);
var unsent_mint = __webpack_require__(8144);
var usable_secret = __webpack_require__(601);
var protobuf_json = __webpack_require__(2332);
var service_error = __webpack_require__(6540);
var input_checks = __webpack_require__(99);
;// CONCATENATED MODULE: ./src/issuers/namespace/compare.ts




function compare(asked, token) {
	const differences = [];
	const { permissions, scope, workspace, state } = token;
	if (permissions !== undefined && !samePermissions(asked.permissions, permissions)) {
		differences.push({ what: 'grants', asked: print(asked.permissions), granted: print(permissions) });
	}
	else if (permissions !== undefined && isLongerThanMayBeAsked(permissions, asked.permissions)) {
		differences.push({
			what: 'grants',
			asked: print(asked.permissions),
			granted: 'a list that is too long to be asked for',
		});
	}
	if (scope !== undefined && scope !== asked.scope) {
		differences.push({ what: 'scope', asked: asked.scope, granted: scope });
	}
	if (workspace !== undefined && asked.workspace !== undefined && workspace !== asked.workspace) {
		differences.push({ what: 'workspace', asked: asked.workspace, granted: workspace });
	}
	if (state === 'revoked' || state === 'expired') {
		differences.push({ what: 'state', asked: 'active', granted: state });
	}
	return differences;
}
function isLongerThanMayBeAsked(granted, asked) {
	return (0,namespace_permissions/* permissionsJson */.FU)(granted).length > Math.max(input_checks/* LONGEST_GRANTS */.pu, (0,namespace_permissions/* permissionsJson */.FU)(asked).length);
}
function samePermissions(asked, granted) {
	const [inAsked, inGranted] = [indexOf(asked), indexOf(granted)];
	return (rightsOf(granted).every((right) => includes(inAsked, right)) &&
		rightsOf(asked).every((right) => right.action === namespace_permissions/* ALL */.y2 ? actionsOn(inGranted, right).some(({ size }) => size > 0) : includes(inGranted, right)));
}
function rightsOf(permissions) {
	return permissions.flatMap(({ resourceType, resourceId, actions }) => actions.map((action) => ({ resourceType, resourceId, action })));
}
function indexOf(permissions) {
	return new Map((0,namespace_permissions/* mergePermissions */.pM)(permissions).map(({ resourceType, resourceId, actions }) => [
		keyOf(resourceType, resourceId),
		new Set(actions),
	]));
}
const keyOf = (resourceType, resourceId) => JSON.stringify([resourceType, resourceId]);
function actionsOn(index, { resourceType, resourceId }) {
	return [resourceId, namespace_permissions/* ALL */.y2].flatMap((id) => index.get(keyOf(resourceType, id)) ?? []);
}
function includes(index, right) {
	return actionsOn(index, right).some((actions) => actions.has(namespace_permissions/* ALL */.y2) || actions.has(right.action));
}
function print(permissions) {
	return (0,shown_text/* enumerateBy */.KC)(permissions, (permission) => printPermissions([permission]).join(''), '; ');
}

var difference = __webpack_require__(2883);
var namespace_token = __webpack_require__(8129);
;// CONCATENATED MODULE: ./src/issuers/namespace/mint.ts


















async function mint({ scope, permissions }, api, attempt, born, ports) {
	const message = {
		name: attempt.name,
		description: (0,lease_attempt/* describe */.q0)(attempt),
		expiresAt: (0,lifetime/* formatInstant */.r4)(attempt.expiresAt),
		access: { grants: permissions },
		...(scope === 'TENANT_SCOPE' ? {} : { scope }),
	};
	const answer = (0,answered_secrets/* maskAnswered */.s)(await (0,unsent_mint/* refuseUnsent */.o)(api.call('CreateRevokableToken', message)), ['bearerToken', 'bearer_token'], ports.maskNew);
	const created = readCreated(answer, { scope, permissions, name: attempt.name }, api, ports.words);
	born({ id: created.id, secret: created.bearer });
	const { workspace, workspaceTold } = await api.authenticate();
	const asked = { scope, permissions, workspace };
	let told;
	try {
		told = (0,namespace_token/* readRevokableToken */.Vk)(created.token);
	}
	catch (error) {
		return {
			expiresAt: attempt.expiresAt,
			grants: (0,namespace_permissions/* permissionsJson */.FU)(permissions),
			differences: [(0,difference/* incomparable */.O)(error)],
			unconfirmed: [],
			notices: [],
		};
	}
	const { listed, notices } = await readBack(told, workspace, api);
	const token = merge([told, ...listed]);
	const granted = token.permissions ?? permissions;
	const isConfirmed = token.permissions !== undefined && token.scope !== undefined;
	return {
		expiresAt: token.expiresAt,
		grants: (0,namespace_permissions/* permissionsJson */.FU)(granted),
		differences: (0,difference/* differencesOf */.g)(() => [...compareListed(told.id, listed), ...compareAll(asked, [told, ...listed])]),
		unconfirmed: [
			...(isConfirmed ? [] : ['grants']),
			...(workspace === undefined || workspaceTold || token.workspace !== undefined ? [] : ['workspace']),
		],
		notices: [...notices, ...noticesOfWildcards(permissions, granted)],
		told: readTold(created.token),
	};
}
function readTold(token) {
	const { createdAt } = (0,json_fields/* fieldsOf */.P)(token) ?? {};
	return typeof createdAt === 'string' && /^[\dT:.-]+Z$/.test(createdAt) ? { createdAt } : {};
}
function merge(told) {
	const ends = told.map(({ expiresAt }) => expiresAt).filter((end) => end !== undefined);
	const first = (member) => told.map((token) => token[member]).find((value) => value !== undefined);
	return {
		workspace: first('workspace'),
		expiresAt: ends.length === 0 ? undefined : Math.max(...ends),
		scope: first('scope'),
		permissions: first('permissions'),
		state: first('state'),
	};
}
function compareAll(asked, told) {
	const all = told
		.flatMap((token) => compare(asked, token))
		.map((difference) => [JSON.stringify(difference), difference]);
	return [...new Map(all).values()];
}
function compareListed(id, listed) {
	if (listed.length < 2)
		return [];
	return [{ what: 'id', asked: 'one token', granted: `${listed.length} with the id ${id} in the list` }];
}
function noticesOfWildcards(asked, granted) {
	const hasWildcard = (permissions) => permissions.some(({ actions }) => actions.includes(namespace_permissions/* ALL */.y2));
	if (!hasWildcard(asked) || hasWildcard(granted))
		return [];
	return [(0,notice/* notice */.l)(`Namespace lists the actions that * stands for: ${(0,shown_text/* enumerate */.HL)(printPermissions(granted), '; ')}.`)];
}
function readCreated(answer, asked, api, words) {
	if (answer.status !== 200)
		throw errorOfMint(answer, asked, api, words);
	const { json } = answer;
	const bearer = (0,protobuf_json/* memberOf */.C5)((0,json_fields/* fieldsOf */.P)(json) ?? {}, 'bearerToken');
	if (!(0,usable_secret/* isUsableSecret */.rP)(bearer)) {
		throw new Error(`${answer.what}, without a usable token${(0,service_error/* unknownWords */.ky)(answer)}`);
	}
	try {
		const token = (0,protobuf_json/* memberOf */.C5)((0,protobuf_json/* objectOf */.Xy)(json, 'the answer'), 'token');
		return { id: (0,namespace_token/* idOf */.TH)((0,protobuf_json/* objectOf */.Xy)(token, 'the token')), bearer, token };
	}
	catch (error) {
		throw new Error(`${answer.what}, without the id of the token`, { cause: error });
	}
}
function errorOfMint(answer, asked, api, words) {
	if (answer.status === 429) {
		return new issuer/* Refused */.L(`${answer.what}${(0,service_error/* unknownWords */.ky)(answer)}. Try again later, or mint less often`);
	}
	const error = (0,service_error/* readServiceError */.Yo)(answer);
	return (0,namespace_api/* errorOf */.Mz)(answer, 'create', api, error === undefined ? '' : adviceOnMint(error, asked, words));
}
function adviceOnMint({ code, missing }, { scope, permissions, name }, words) {
	switch (code) {
		case 'already_exists':
			return `Names are unique in a workspace, and ${JSON.stringify(name)} is taken. Remove ${words.theInput('name')}, so that each attempt gets a name of its own, or put the run and its attempt into it: ${words.uniqueSetting('name', 'deploy')}`;
		case 'permission_denied':
			return scope === 'TENANT_SCOPE' && missing.every((permission) => permission.startsWith('token/revokable'))
				? `Only administrators of a workspace mint tokens for all of it; ${words.setting('type', 'namespace/user')} mints one that is bound to the membership of the user behind the credential`
				: '';
		case 'invalid_argument':
			return permissions.some(({ actions }) => actions.includes(namespace_permissions/* ALL */.y2))
				? 'Namespace may refuse * as an action in a revokable token: list the actions instead'
				: '';
		default:
			return '';
	}
}
async function readBack(token, workspace, api) {
	const told = [token.expiresAt, token.scope, token.permissions].every((member) => member !== undefined);
	if (told && (workspace === undefined || token.workspace !== undefined))
		return { listed: [], notices: [] };
	try {
		return { listed: await findListed(token.id, api), notices: [] };
	}
	catch (error) {
		if (!(error instanceof issuer/* Refused */.L))
			throw error;
		return {
			listed: [],
			notices: [(0,notice/* warning */.$)(`The answer leaves out what was granted, and it could not be read back. ${error.message}.`)],
		};
	}
}
async function findListed(id, api) {
	const found = [];
	for await (const fields of (0,token_list/* listTokens */.d)(api)) {
		if ((0,protobuf_json/* memberOf */.C5)(fields, 'tokenId') === id)
			found.push((0,namespace_token/* readRevokableToken */.Vk)(fields));
	}
	return found;
}

;// CONCATENATED MODULE: ./src/issuers/namespace/issuer.ts









const namespaceToken = issuerOf('TENANT_SCOPE');
const namespaceUserToken = issuerOf('TENANT_MEMBERSHIP_SCOPE');
function issuerOf(scope) {
	return {
		title: namespace_access.finder.title,
		grantExample: 'builder *: ensure, access',
		inputs: namespace_access.finder.inputs,
		expiry: { kind: 'second', longest: lifetime/* YEAR */.UX },
		tokenFileFormat: 'json',
		exportsTokenFile: true,
		prepare: (request, surroundings, words) => prepare(scope, request, (0,namespace_access.findAccess)(request.given, surroundings, words), words),
	};
}
function prepare(scope, request, found, words) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const read = take(readGrants(request.grants));
	const reached = take(found);
	if (read === undefined || reached === undefined)
		return (0,problem/* invalid */.Gq)(...problems);
	const { access, context, sources, notices } = reached;
	const end = (0,lifetime/* endOf */.pJ)(request.lifetime, request.now);
	return (0,problem/* valid */.rZ)({
		access,
		sources,
		notices: [...read.notices, ...notices, ...(0,namespace_access.noticesOfEnd)(reached, end, words)],
		plan: (ports) => plan({ scope, permissions: read.permissions, access, context }, request.revoke, ports),
	});
}
async function plan(wish, revoke, ports) {
	const api = (0,namespace_api/* openApi */.Nd)(wish.access, wish.context, ports);
	await api.authenticate();
	return {
		grants: (0,namespace_permissions/* permissionsJson */.FU)(wish.permissions),
		shownGrants: printPermissions(wish.permissions),
		leftOpen: [],
		notices: await noticesOfRights(api, revoke, ports.words),
		context: wish.context,
		exports(_token, file) {
			if (file === undefined)
				throw new Error('NSC_TOKEN_FILE names a token file, and none was made');
			return { NSC_TOKEN_FILE: file };
		},
		tokenFile: ({ secret }) => JSON.stringify({ bearer_token: secret }, undefined, 2),
		serverAhead: api.serverAhead,
		mint: (attempt, born) => mint(wish, api, attempt, born, ports),
	};
}
async function noticesOfRights(api, revoke, words) {
	const refusal = await (0,token_list/* tryToList */.x)(api);
	if (refusal === undefined)
		return [];
	const { code, error } = refusal;
	if (code === undefined || code === 'unauthenticated' || code === 'unimplemented')
		throw error;
	if (code === 'permission_denied' && !revoke)
		return [];
	const consequence = code === 'permission_denied'
		? `Without the permission token/revokable: list, a token whose answer is lost is not found again; without token/revokable: revoke, a token lives until it expires. Use a credential that has both, or a short ${words.input('expires_in')} and ${words.setting('revoke', 'false')}`
		: 'As long as that lasts, a token whose answer is lost is not found again';
	return [
		(0,notice/* warning */.$)(`It is doubtful whether this lease can be ended: ${api.credentialName} could not list tokens. ${error.message}. ${consequence}.`),
	];
}


/***/ }),

};

"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/influxdb/issuer.ts + 5 modules
/***/ 8263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  influxdb: () => (/* binding */ influxdb)
});

var choice = __webpack_require__(1378);
var notice = __webpack_require__(7440);
var problem = __webpack_require__(1822);
var token_file_json = __webpack_require__(119);
var influxdb_api = __webpack_require__(7871);
var grants = __webpack_require__(9750);
var json_text = __webpack_require__(8959);
var shown_text = __webpack_require__(4278);
var suggestion = __webpack_require__(8533);
var influxdb_permissions = __webpack_require__(9851);
var influxdb_reference = __webpack_require__(5550);
;// CONCATENATED MODULE: ./src/issuers/influxdb/grants.ts







const EXAMPLE = 'buckets iot-center: read, write';
function readGrants(grants) {
	if (grants.form === 'unrestricted') {
		return (0,problem/* invalid */.Gq)(grants_problem(grants.at, `InfluxDB has no unrestricted tokens; list what the token may do, as in ${EXAMPLE}`), ...grants.beside.map(parseLine).flatMap((result) => (result.ok ? [] : result.problems)));
	}
	const results = grants.form === 'lines' ? grants.lines.map(parseLine) : grants.values.flatMap(parseValue);
	const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
	if (problems.length > 0)
		return (0,problem/* invalid */.Gq)(...problems);
	return (0,problem/* valid */.rZ)(results.flatMap((result) => (result.ok ? result.value : [])));
}
function grants_problem(at, message) {
	return { input: 'grants', at, message };
}
function parseLine({ resource, actions, at }) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const type = take(parseType(resource[0], at));
	const target = type === undefined ? undefined : take(parseTarget(type, resource, at));
	const parsed = actions.map((word) => take(parseAction(word.text, word.at)));
	if (problems.length > 0 || type === undefined || target === undefined)
		return (0,problem/* invalid */.Gq)(...problems);
	const place = resource[1]?.at ?? at;
	return (0,problem/* valid */.rZ)(parsed
		.filter((action) => action !== undefined)
		.map((action) => ({ action, type, target, organizations: [], at: place })));
}
function parseType(word, at) {
	const text = word?.text ?? '';
	if ((0,influxdb_permissions/* isResourceType */.Ve)(text))
		return (0,problem/* valid */.rZ)(text);
	const found = (message) => grants_problem(word?.at ?? at, message);
	if (text === 'instance') {
		return (0,problem/* invalid */.Gq)(found('InfluxDB gives the resource type instance to no token; list the types that are needed'));
	}
	return (0,problem/* invalid */.Gq)(found(`found ${(0,shown_text/* quote */.hD)(text)} as a resource type; expected one of ${influxdb_permissions/* RESOURCE_TYPES */.Rx.join(', ')}, as in ${EXAMPLE}.${(0,suggestion/* didYouMean */.au)(text, influxdb_permissions/* RESOURCE_TYPES */.Rx)}`));
}
function parseAction(text, at) {
	const action = influxdb_permissions/* ACTIONS */.kl.find((candidate) => candidate === text);
	if (action !== undefined)
		return (0,problem/* valid */.rZ)(action);
	return (0,problem/* invalid */.Gq)(grants_problem(at, `found ${(0,shown_text/* quote */.hD)(text)} as an action; expected read or write.${(0,suggestion/* didYouMean */.au)(text, influxdb_permissions/* ACTIONS */.kl)}`));
}
function parseTarget(type, [, word, ...more], at) {
	const [extra] = more;
	if (extra !== undefined) {
		return (0,problem/* invalid */.Gq)(grants_problem(extra.at, `found ${(0,shown_text/* quote */.hD)(extra.text)} after the resource; a name with blanks is put in double quotes, as in buckets "my bucket": read`));
	}
	if (word === undefined) {
		return (0,problem/* invalid */.Gq)(grants_problem(at, `${type} stands alone; expected ${expectedTargets(type)} after it`));
	}
	if ((0,grants/* isAll */.kd)(word))
		return checkTarget(type, { kind: 'all' }, word.at);
	const reference = (0,influxdb_reference/* parseReference */.F)(word.text);
	if (!reference.ok)
		return (0,problem/* invalid */.Gq)(...reference.problems.map(({ message }) => grants_problem(word.at, message)));
	return checkTarget(type, reference.value, word.at);
}
function checkTarget(type, target, at) {
	const { named, global, path } = (0,influxdb_permissions/* kindOf */.I)(type);
	if (target.kind === 'all') {
		if (global !== true)
			return (0,problem/* valid */.rZ)(target);
		return (0,problem/* invalid */.Gq)(grants_problem(at, `a grant on all ${type} would reach over all organisations; expected ${expectedTargets(type)}`));
	}
	if (named === true)
		return (0,problem/* valid */.rZ)(target);
	if (target.kind === 'name' || (target.kind === 'id' && target.name !== undefined)) {
		return (0,problem/* invalid */.Gq)(grants_problem(at, `only buckets and orgs are granted by name; expected ${expectedTargets(type)} for ${type}`));
	}
	if (path === undefined && global !== true) {
		return (0,problem/* invalid */.Gq)(grants_problem(at, `no look-up tells which organisation an id of ${type} belongs to; expected ${expectedTargets(type)}`));
	}
	if (target.kind === 'id')
		return (0,problem/* valid */.rZ)(target);
	const id = (0,influxdb_permissions/* readId */.wh)(target.text);
	return id === undefined ? (0,problem/* invalid */.Gq)(grants_problem(at, 'expected an id')) : (0,problem/* valid */.rZ)({ kind: 'id', id, name: undefined });
}
function expectedTargets(type) {
	const { named, global, path } = (0,influxdb_permissions/* kindOf */.I)(type);
	const one = [
		...(named ? ['a name'] : []),
		...(path !== undefined || global ? ['an id of 16 hexadecimal digits'] : []),
	];
	return [...(global ? [] : ['* for all in the organisation']), ...one].join(' or ');
}
function parseValue(value) {
	if (value.kind !== 'array')
		return [parsePermission(value)];
	if (value.items.length > 0)
		return value.items.map(parsePermission);
	return [(0,problem/* invalid */.Gq)(grants_problem(value.at, 'the list grants nothing; a token is never minted without saying what it may do'))];
}
const PERMISSION_KEYS = ['action', 'resource'];
const RESOURCE_KEYS = ['type', 'id', 'orgID', 'name', 'org'];
const PERMISSION_EXAMPLE = '{"action": "read", "resource": {"type": "buckets", "id": "e4d5cf89039ce9a2"}}';
function parsePermission(node) {
	if (node.kind !== 'object') {
		return (0,problem/* invalid */.Gq)(grants_problem(node.at, `found ${(0,json_text/* describeNode */.WQ)(node)}; expected a permission object, as in ${PERMISSION_EXAMPLE}`));
	}
	if ((0,json_text/* member */.Dc)(node, 'permissions') !== undefined) {
		return (0,problem/* invalid */.Gq)(grants_problem(node.at, 'found a whole authorization; expected the list alone that stands under its permissions'));
	}
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	problems.push(...checkKeys(node.entries, PERMISSION_KEYS));
	const text = (object, key) => {
		const entry = (0,json_text/* member */.Dc)(object, key);
		return entry === undefined ? undefined : take(parseText(entry));
	};
	const required = (object, key) => {
		if ((0,json_text/* member */.Dc)(object, key) === undefined) {
			problems.push(grants_problem(object.at, `the key ${(0,shown_text/* quote */.hD)(key)} is missing here; expected as in ${PERMISSION_EXAMPLE}`));
		}
		return text(object, key);
	};
	const actionText = required(node, 'action');
	const action = actionText === undefined ? undefined : take(parseAction(actionText.text, actionText.at));
	const resource = (0,json_text/* member */.Dc)(node, 'resource')?.value;
	if (resource?.kind !== 'object') {
		const found = resource === undefined ? 'the key "resource" is missing here' : `found ${(0,json_text/* describeNode */.WQ)(resource)}`;
		problems.push(grants_problem(resource?.at ?? node.at, `${found}; expected as in ${PERMISSION_EXAMPLE}`));
		return (0,problem/* invalid */.Gq)(...problems);
	}
	problems.push(...checkKeys(resource.entries, RESOURCE_KEYS));
	const typeText = required(resource, 'type');
	const type = typeText === undefined ? undefined : take(parseType(typeText, typeText.at));
	const id = take(parseJsonId(text(resource, 'id')));
	const name = text(resource, 'name');
	const orgID = take(parseJsonId(text(resource, 'orgID')));
	const org = text(resource, 'org');
	if (type === undefined || action === undefined || problems.length > 0)
		return (0,problem/* invalid */.Gq)(...problems);
	const organizations = [];
	for (const given of [orgID, org]) {
		if (given !== undefined && (0,influxdb_permissions/* kindOf */.I)(type).global === true) {
			const which = given === org ? 'org' : 'orgID';
			return (0,problem/* invalid */.Gq)(grants_problem(given.at, `${type} take an id and never ${which}: InfluxDB would grant nothing; remove it`));
		}
	}
	if (orgID !== undefined)
		organizations.push({ reference: { kind: 'id', id: orgID.text }, at: orgID.at });
	if (org !== undefined)
		organizations.push({ reference: { kind: 'name', name: org.text }, at: org.at });
	const { at } = id ?? name ?? resource;
	const target = take(checkTarget(type, targetOf(id?.text, name?.text), at));
	if (target === undefined)
		return (0,problem/* invalid */.Gq)(...problems);
	return (0,problem/* valid */.rZ)([{ action, type, target, organizations, at }]);
}
function targetOf(id, name) {
	if (id !== undefined)
		return { kind: 'id', id, name };
	return name === undefined ? { kind: 'all' } : { kind: 'name', name };
}
function checkKeys(entries, known) {
	return entries
		.filter(({ key }) => !known.includes(key))
		.map(({ key, at }) => grants_problem(at, `found the key ${(0,shown_text/* quote */.hD)(key)}; expected ${known.join(', ')}.${(0,suggestion/* didYouMean */.au)(key, known)}`));
}
function parseText({ key, value }) {
	if (value.kind === 'string' && value.text !== '')
		return (0,problem/* valid */.rZ)({ text: value.text, at: value.at });
	const found = value.kind === 'string' ? 'an empty text' : (0,json_text/* describeNode */.WQ)(value);
	return (0,problem/* invalid */.Gq)(grants_problem(value.at, `found ${found} as ${key}; expected a text, or no ${key} at all`));
}
function parseJsonId(given) {
	if (given === undefined)
		return (0,problem/* valid */.rZ)(undefined);
	const id = (0,influxdb_permissions/* readId */.wh)(given.text);
	if (id !== undefined)
		return (0,problem/* valid */.rZ)({ text: id, at: given.at });
	return (0,problem/* invalid */.Gq)(grants_problem(given.at, `found ${(0,shown_text/* quote */.hD)(given.text)} as an id; expected 16 hexadecimal digits that are not all zero`));
}
function printLines(permissions) {
	const actions = new Map();
	for (const permission of permissions) {
		const resource = printResource(permission);
		actions.set(resource, [...(actions.get(resource) ?? []), permission.action]);
	}
	return [...actions].map(([resource, list]) => `${resource}: ${list.join(', ')}`);
}
function printResource({ type, id, name }) {
	if (id === undefined)
		return `${type} *`;
	return name === undefined ? `${type} ${id}` : `${type} ${(0,grants/* printWord */.OW)(name)} (id ${id})`;
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/reach.ts


const beyond = (follows) => ({ escapes: 'end and scope', follows });
const REACH = {
	annotations: {},
	authorizations: {
		read: {
			escapes: 'end',
			follows: 'InfluxDB OSS before 2.9, or without hashed tokens, shows every token of the organisation in clear text to whoever may list them',
		},
		write: beyond('beside write on a user, other tokens of that user can be made, which stay when this one is revoked, and all that it has can be deleted'),
	},
	buckets: {
		write: {
			...beyond('data can be deleted too, and the bucket itself; beside read, it can be renamed, hold its data for a shorter time, and take over the v1 database of another bucket. On all buckets, others can be made, and the system buckets are among them'),
			usual: true,
		},
	},
	checks: {
		write: beyond('a check runs its query with all rights of its owner, and goes on when the token is revoked'),
	},
	dashboards: {
		write: beyond('the queries of a dashboard run with all rights of whoever opens it, and stay when the token is revoked'),
	},
	dbrp: {
		write: { follows: 'InfluxDB OSS asks for read and write on the bucket instead, so this alone opens nothing' },
	},
	documents: {},
	flows: {
		write: beyond('the queries of a notebook of InfluxDB Cloud run with all rights of whoever opens it, and stay when the token is revoked'),
	},
	functions: {
		write: beyond('a script of InfluxDB Cloud runs with all rights of whoever calls it, and stays when the token is revoked'),
	},
	labels: {},
	notebooks: {
		write: beyond('the queries of a notebook run with all rights of whoever opens it, and stay when the token is revoked'),
	},
	notificationEndpoints: {
		read: {
			escapes: 'end',
			follows: 'it shows the address of each endpoint, and that of Slack is all it takes to send there',
		},
		write: beyond('beside read, an endpoint can be pointed at another address: what the next changed rule sends goes there, with the stored secret of the endpoint, also when the token is revoked'),
	},
	notificationRules: {
		write: beyond('a rule runs with all rights of its owner, sends through any endpoint with its stored secret, and goes on when the token is revoked'),
	},
	orgs: {
		read: {
			follows: 'it opens the two system buckets for reading: what checks found and rules sent, and the log of tasks',
		},
		write: beyond('the organisation can be renamed, and deleted with all that it holds; beside read, owners can be added, who can do everything in it when the token is revoked'),
	},
	remotes: {
		write: beyond('a remote can be pointed at another server: all that is replicated through it goes there, with the stored token of the remote, also when the token is revoked'),
	},
	replications: {
		write: beyond('a replication goes on sending data to another server when the token is revoked, and an existing one can be turned to another bucket there'),
	},
	scrapers: {
		write: beyond('beside write on one bucket, a scraper fetches from any address that the server reaches, writes into any bucket, and goes on when the token is revoked'),
	},
	secrets: {
		read: { escapes: 'end', follows: 'queries can read the value of every secret of the organisation' },
		write: beyond('beside read on the organisation, secrets can be replaced: tasks and endpoints of others then use what was put there, also when the token is revoked'),
	},
	sources: {
		read: {
			escapes: 'end and scope',
			follows: 'it shows the stored token of each source in clear text, and sends queries through it',
		},
		write: beyond('a source can be pointed at another server, which gets the queries of others through it, with the stored token, also when this one is revoked'),
	},
	subscriptions: {
		write: beyond('a subscription of InfluxDB Cloud goes on writing into its bucket when the token is revoked'),
	},
	tasks: {
		read: { follows: 'it shows the queries of tasks, with the secrets that are written out in them' },
		write: beyond('a task runs with all rights of its owner, and goes on when the token is revoked'),
	},
	telegrafs: {
		read: { follows: 'it shows configurations of Telegraf, with the secrets that are written out in them' },
		write: beyond('beside read, configurations of others can be changed: a Telegraf that loads one runs the commands in it, on its own machine, also when the token is revoked'),
	},
	users: {
		write: beyond('the password of the user can be set, and a password opens everything that the user may do, also when the token is revoked'),
	},
	variables: {
		write: beyond('the query of a variable runs with all rights of whoever opens a dashboard that uses it, and stays when the token is revoked'),
	},
	views: {},
};
function reachOf(type, action) {
	return REACH[type][action];
}
const ESCAPES = {
	end: 'outlives the token',
	'end and scope': 'outlives the token and reaches beyond its other grants',
};
function noticesOfAsks(asks) {
	const all = asks.filter(({ target }) => target.kind === 'all').map(({ action, type }) => `${type} *: ${action}`);
	const notices = [];
	if (all.length > 0) {
		notices.push((0,notice/* notice */.l)(`${[...new Set(all)].join(', ')}: all in the organisation, with what is made there later. Name single buckets where that is enough.`));
	}
	const distinct = new Map(asks.map(({ type, action }) => [`${type}: ${action}`, reachOf(type, action)]));
	for (const [grant, reach] of distinct)
		if (reach !== undefined)
			notices.push(noticeOfReach(grant, reach));
	return notices;
}
function noticeOfReach(grant, { escapes, follows, usual }) {
	const message = `The grant ${grant} ${escapes === undefined ? 'means more than it says' : ESCAPES[escapes]}: ${follows}.`;
	return escapes === undefined || usual === true ? (0,notice/* notice */.l)(message) : (0,notice/* warning */.$)(message);
}
function noticeOfSystemBucket(name, action, orgID) {
	switch (action) {
		case 'read':
			return (0,notice/* notice */.l)(`${(0,shown_text/* quote */.hD)(name)} is a system bucket: on InfluxDB OSS this grant does not open it for reading; that takes "orgs ${orgID}: read".`);
		case 'write':
			return (0,notice/* warning */.$)(`${(0,shown_text/* quote */.hD)(name)} is a system bucket: with this grant what InfluxDB keeps there can be forged, which notification rules then send, and the bucket can be destroyed, after which checks fail or the log of tasks is gone.`);
	}
}

var issuer = __webpack_require__(2247);
var json_fields = __webpack_require__(1560);
var tokens = __webpack_require__(6893);
var compare = __webpack_require__(3280);
;// CONCATENATED MODULE: ./src/issuers/influxdb/rehearsal.ts








async function rehearse(order, api) {
	const { orgID } = order;
	const items = await (0,tokens.listAuthorizations)('', api);
	const organization = await api.get(`/api/v2/orgs?orgID=${orgID}`);
	if (organization.status === 404 && (0,influxdb_api/* serverErrorOf */.jP)(organization)?.code === 'not found') {
		throw new issuer/* Refused */.L(`there is no organisation with the id ${orgID}`);
	}
	const me = await (0,influxdb_api/* refuseInactive */._o)(api);
	const ofOrganization = items.filter((item) => item.orgID === orgID);
	const incomplete = await (0,tokens.whyIncomplete)(ofOrganization, order, me, api);
	const own = items.length === 0 ? undefined : (0,tokens.userIn)(me);
	const right = (0,influxdb_permissions/* isId */.eQ)(own)
		? rightToMint(order, own, credentialsIn(items, own, readsOrganization(organization, orgID)))
		: UNTOLD;
	if (right.kind === 'lacking')
		throw new issuer/* Refused */.L(refusalOf(right.permissions));
	if (incomplete !== undefined) {
		const also = right.kind === 'untold' ? ` Nor could it be tried whether the credential may mint: ${right.why}.` : '';
		return [(0,notice/* warning */.$)(`${cannotFind(order, own, incomplete)}${also}`)];
	}
	return right.kind === 'untold'
		? [(0,notice/* notice */.l)(`Whether the credential may mint this token could not be told: ${right.why}.`)]
		: [];
}
const UNTOLD = { kind: 'untold', why: 'its own permissions are not in the list of tokens that it is shown' };
function rightToMint({ orgID, userID, permissions }, own, credentials) {
	const write = { action: 'write', name: undefined };
	const needed = (0,influxdb_permissions/* withoutRepeats */.jP)([
		{ ...write, type: 'authorizations', id: undefined, orgID },
		{ ...write, type: 'users', id: userID ?? own, orgID: undefined },
		...permissions,
	]);
	if (credentials.length === 0)
		return UNTOLD;
	const among = `${credentials.length} tokens in the list could be it`;
	if (credentials.length > MOST_CREDENTIALS)
		return { kind: 'untold', why: among };
	const lacks = credentials.map((held) => {
		if (held === undefined)
			return undefined;
		const covers = (0,influxdb_permissions/* coverageOf */._5)(held);
		return new Set(needed.filter((wanted) => !covers(wanted)));
	});
	const lackedByAll = needed.filter((permission) => lacks.every((lack) => lack?.has(permission)));
	if (lackedByAll.length > 0)
		return { kind: 'lacking', permissions: lackedByAll };
	if (lacks.every((lack) => lack?.size === 0))
		return { kind: 'held' };
	return { kind: 'untold', why: `${among}, and not all of them hold what the mint takes` };
}
const MOST_CREDENTIALS = 100;
function credentialsIn(items, own, organization) {
	const listed = seenIn(items);
	return items
		.filter(({ userID, status }) => userID === own && status !== 'inactive')
		.map(({ permissions }) => (0,compare/* readAnswered */.C)(permissions))
		.filter((held) => {
		if (held === undefined)
			return true;
		const covers = (0,influxdb_permissions/* coverageOf */._5)(held);
		return ((organization === undefined || covers(organization.by) === organization.shown) && readsListed(listed, covers));
	});
}
const read = { action: 'read', id: undefined, orgID: undefined, name: undefined };
function seenIn(items) {
	const tokens = new Map();
	const users = new Set();
	for (const { id, orgID, userID } of items) {
		if (!(0,influxdb_permissions/* isId */.eQ)(id) || !(0,influxdb_permissions/* isId */.eQ)(orgID) || !(0,influxdb_permissions/* isId */.eQ)(userID))
			continue;
		const ofOrganization = tokens.get(orgID);
		if (ofOrganization === undefined)
			tokens.set(orgID, [id]);
		else
			ofOrganization.push(id);
		users.add(userID);
	}
	return { tokens, users };
}
function readsListed({ tokens, users }, covers) {
	const readsUsers = covers({ ...read, type: 'users' }) || [...users].every((id) => covers({ ...read, type: 'users', id }));
	if (!readsUsers)
		return false;
	const type = 'authorizations';
	if (covers({ ...read, type }))
		return true;
	return [...tokens].every(([orgID, ids]) => covers({ ...read, type, orgID }) || ids.every((id) => covers({ ...read, type, id, orgID })));
}
function readsOrganization({ status, json }, orgID) {
	const list = status === 200 ? (0,json_fields/* fieldsOf */.P)(json)?.['orgs'] : undefined;
	if (!Array.isArray(list))
		return undefined;
	return {
		by: { ...read, type: 'orgs', id: orgID },
		shown: list.some((organization) => (0,json_fields/* fieldsOf */.P)(organization)?.['id'] === orgID),
	};
}
function refusalOf(lacking) {
	const list = (0,shown_text/* enumerateBy */.KC)(lacking, influxdb_permissions/* printPath */.bA);
	return `a mint would be refused: the credential lacks ${list}. To mint and to revoke takes write on the authorizations of the organisation, and write on the token's user by the id of that user (a right on the users of an organisation does not count); and a token can hand on only what it holds itself. Give the credential what it lacks, use an all-access token of that user, or remove the grants that it does not hold`;
}
function cannotFind({ orgID, userID }, own, reason) {
	const users = [...new Set([(0,influxdb_permissions/* isId */.eQ)(own) ? own : 'ID (its own user)', ...(userID === undefined ? [] : [userID])])];
	const permissions = [`read:orgs/${orgID}/authorizations`, ...users.map((user) => `read:users/${user}`)];
	return `If the answer to a mint were lost, its token could not be found and revoked: ${reason}. With ${permissions.join(', ')} the credential could find it.`;
}

var look_up = __webpack_require__(6304);
var nearest_names = __webpack_require__(1920);
var influxdb_owner = __webpack_require__(3444);
;// CONCATENATED MODULE: ./src/issuers/influxdb/resolve.ts







async function resolve({ organization, user, asks }, api) {
	const organizationNamed = (0,look_up/* cached */.PO)((name) => (0,look_up/* findNamed */.n4)(look_up/* ORGANIZATION */.A_, name, api));
	const owner = await (0,influxdb_owner/* findOwner */.zr)({ organization, user }, organizationNamed, api);
	const { orgID, userID } = owner;
	const problems = [...owner.problems];
	if (orgID === undefined)
		throw (0,influxdb_owner/* refusalFor */.II)(problems);
	const listOnce = (0,look_up/* cached */.PO)(() => (0,look_up/* listBucketNames */.dm)(orgID, api));
	const chosen = { organization, orgID, organizationNamed, bucketNames: () => listOnce(undefined), api };
	const lookUp = (0,look_up/* cached */.PO)((resource) => lookUpResource(resource, chosen));
	const permissions = [];
	const notices = new Map();
	for (const ask of asks) {
		const foreign = await foreignOrganization(ask.organizations, chosen);
		if (foreign !== undefined) {
			problems.push(foreign);
			continue;
		}
		const { action, type, target, at } = ask;
		if (target.kind === 'all') {
			permissions.push({ action, type, id: undefined, orgID, name: undefined });
			continue;
		}
		const resource = await lookUp({ type, target });
		if (resource.kind === 'found') {
			const { id, name, system } = resource;
			const within = (0,influxdb_permissions/* kindOf */.I)(type).global === true ? undefined : orgID;
			permissions.push({ action, type, id, orgID: within, name });
			if (system)
				notices.set(`${id} ${action}`, noticeOfSystemBucket(name ?? id, action, orgID));
		}
		else {
			problems.push({ input: 'grants', at, message: resource.message });
		}
	}
	if (problems.length > 0)
		throw (0,influxdb_owner/* refusalFor */.II)(problems);
	return {
		orgID,
		userID,
		orgName: nameOf(organization),
		userName: nameOf(user),
		permissions: (0,influxdb_permissions/* withoutRepeats */.jP)(permissions),
		notices: [...notices.values()],
	};
}
function nameOf(chosen) {
	return chosen?.reference.kind === 'name' ? chosen.reference.name : undefined;
}
async function foreignOrganization(references, chosen) {
	for (const { reference, at } of references) {
		const looked = await lookUpOrganization(reference, chosen);
		if (looked.kind !== 'found')
			return { input: 'grants', at, message: looked.message };
	}
	return undefined;
}
async function lookUpResource({ type, target }, chosen) {
	const { orgID, api } = chosen;
	if (type === 'orgs')
		return lookUpTargetOrganization(target, chosen);
	switch (target.kind) {
		case 'id': {
			if (type === 'users')
				return (0,look_up/* found */.F9)(target.id, undefined);
			const looked = await (0,look_up/* fetchById */.F$)(type, target.id, orgID, api);
			if (looked.kind !== 'found' || target.name === undefined || looked.name === target.name)
				return looked;
			return (0,look_up/* missing */.LO)(`the ${type} with the id ${target.id} has the name ${(0,shown_text/* quote */.hD)(looked.name ?? '')} and not ${(0,shown_text/* quote */.hD)(target.name)}`);
		}
		case 'name': {
			const looked = await (0,look_up/* findBucket */.Ub)(target.name, orgID, api);
			return typeof looked === 'string' ? explainBucket(target.name, looked, chosen) : looked;
		}
		case 'id-or-name': {
			const byId = await (0,look_up/* fetchById */.F$)(type, target.id, orgID, api);
			const byName = await (0,look_up/* findBucket */.Ub)(target.text, orgID, api);
			if (typeof byName !== 'string' && byId.kind !== 'missing') {
				return (0,look_up/* missing */.LO)(`${(0,shown_text/* quote */.hD)(target.text)} is the id of one bucket and the name of another; write "id=${target.text}" or "name=${target.text}"`);
			}
			if (byId.kind === 'found')
				return byId;
			if (typeof byName !== 'string')
				return byName;
			if (byId.kind === 'beyond')
				return byId;
			if (byName === 'hidden')
				return explainBucket(target.text, byName, chosen);
			return (0,look_up/* missing */.LO)(`no bucket of organisation ${orgID} has the id or the name ${(0,shown_text/* quote */.hD)(target.text)}. ${(0,look_up/* bucketList */.xj)(orgID)}`);
		}
	}
}
async function explainBucket(name, why, { orgID, bucketNames, api }) {
	if (why === 'hidden')
		await (0,influxdb_api/* refuseInactive */._o)(api);
	const hints = `${(0,nearest_names/* didYouMeanOneOf */.z)(name, await bucketNames())}${(0,look_up/* hintOn */.$L)(name)}`;
	if (why === 'absent') {
		return (0,look_up/* missing */.LO)(`organisation ${orgID} has no bucket named ${(0,shown_text/* quote */.hD)(name)}; names are case-sensitive.${hints} ${(0,look_up/* bucketList */.xj)(orgID)}`);
	}
	const lacking = name.startsWith('_') ? `read:orgs/${orgID}` : `read:orgs/${orgID}/buckets`;
	return (0,look_up/* beyond */.wQ)(`the server shows the credential no bucket named ${(0,shown_text/* quote */.hD)(name)} in organisation ${orgID}: either there is none, or it is hidden because the credential lacks ${lacking}.${hints} If the name is right, give the credential that permission, or use an all-access token of the organisation`);
}
async function lookUpTargetOrganization(target, chosen) {
	const { orgID, organization } = chosen;
	if (target.kind === 'name')
		return lookUpOrganization(target, chosen);
	if (target.kind === 'id-or-name') {
		const { id } = target;
		if (id === orgID)
			return (0,look_up/* found */.F9)(id, undefined);
		const named = await lookUpOrganization({ kind: 'name', name: target.text }, chosen);
		return named.kind === 'missing' ? (0,look_up/* missing */.LO)(foreignMessage(id, organization.input)) : named;
	}
	const byId = await lookUpOrganization(target, chosen);
	if (byId.kind !== 'found' || target.name === undefined)
		return byId;
	return lookUpOrganization({ kind: 'name', name: target.name }, chosen);
}
async function lookUpOrganization(reference, { organization: { reference: chosen, input }, orgID, organizationNamed }) {
	if (reference.kind === 'id') {
		if (reference.id === orgID)
			return (0,look_up/* found */.F9)(orgID, chosen.kind === 'name' ? chosen.name : undefined);
		return (0,look_up/* missing */.LO)(foreignMessage(reference.id, input));
	}
	const named = await organizationNamed(reference.name);
	if (named.kind !== 'found' || named.id === orgID)
		return named;
	return (0,look_up/* missing */.LO)(foreignMessage((0,shown_text/* quote */.hD)(reference.name), input));
}
function foreignMessage(organization, input) {
	return `the organisation ${organization} is not the one of ${input}; a token belongs to one organisation and is granted nothing in others`;
}

var lease_attempt = __webpack_require__(2879);
var difference = __webpack_require__(2883);
var answered_secrets = __webpack_require__(5653);
var unsent_mint = __webpack_require__(8144);
var usable_secret = __webpack_require__(601);
;// CONCATENATED MODULE: ./src/issuers/influxdb/mint.ts










async function mint(order, attempt, born, api, ports) {
	const { orgID, userID, status, permissions } = order;
	const description = `${attempt.name} ${(0,lease_attempt/* describe */.q0)(attempt)}`;
	const body = {
		orgID,
		...(userID === undefined ? {} : { userID }),
		status,
		description,
		permissions: permissions.map(influxdb_permissions/* requestJson */.SS),
	};
	const answer = (0,answered_secrets/* maskAnswered */.s)(await (0,unsent_mint/* refuseUnsent */.o)(api.mint('/api/v2/authorizations', body)), ['token'], ports.maskNew);
	const authorization = answer.status >= 200 && answer.status <= 299 ? (0,json_fields/* fieldsOf */.P)(answer.json) : undefined;
	const secret = authorization?.['token'];
	if (authorization === undefined)
		throw (0,influxdb_api/* errorOf */.Mz)(answer);
	const id = authorization['id'];
	if (!(0,influxdb_permissions/* isId */.eQ)(id))
		throw new Error(`${answer.what}, but the answer holds no id of 16 hexadecimal digits`);
	if (!(0,usable_secret/* isUsableSecret */.rP)(secret))
		throw new Error(`${answer.what}, but the answer holds no usable token`);
	born({ id, secret });
	const differences = (0,difference/* differencesOf */.g)(() => (0,compare/* compare */.U)(order, authorization));
	const kept = authorization['description'] === description;
	return {
		expiresAt: undefined,
		grants: (0,influxdb_permissions/* printJson */.Q2)(permissions),
		differences,
		unconfirmed: [],
		notices: kept
			? []
			: [
				(0,notice/* warning */.$)(`InfluxDB did not keep the description of the token: if the ${ports.words.work} dies, no sweep can find the token by it.`),
			],
		told: { description, ...namesIn(authorization) },
	};
}
function namesIn({ user, userID }) {
	return {
		...(typeof user === 'string' ? { userName: user } : {}),
		...((0,influxdb_permissions/* isId */.eQ)(userID) ? { userId: userID } : {}),
	};
}

var access = __webpack_require__(9509);
;// CONCATENATED MODULE: ./src/issuers/influxdb/issuer.ts













const influxdb = {
	title: access.finder.title,
	grantExample: 'buckets iot-center: read, write',
	inputs: [...access.finder.inputs, 'status'],
	expiry: { kind: 'none' },
	tokenFileFormat: 'token',
	exportsTokenFile: false,
	prepare: (request, surroundings, words) => prepare(request, (0,access.findAccess)(request.given, surroundings, words), words),
};
function prepare(request, found, words) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const asks = take(readGrants(request.grants));
	const reached = take(found);
	const status = take((0,choice/* parseChoice */.H)('status', request.given('status'), ['active', 'inactive'])) ?? 'active';
	if (asks !== undefined && reached !== undefined)
		problems.push(...checkOrganizations(asks, reached.organization));
	if (problems.length > 0 || asks === undefined || reached === undefined)
		return (0,problem/* invalid */.Gq)(...problems);
	const { access, organization, user, sources, notices } = reached;
	return (0,problem/* valid */.rZ)({
		access,
		sources,
		notices: [...notices, ...noticesOf(asks, status, words)],
		plan: (ports) => plan(access, { organization, user, asks }, status, ports),
	});
}
async function plan(access, wish, status, ports) {
	const api = (0,influxdb_api/* openApi */.Nd)(access, ports);
	const resolved = await resolve(wish, api);
	return {
		grants: (0,influxdb_permissions/* printJson */.Q2)(resolved.permissions),
		shownGrants: printLines(resolved.permissions),
		leftOpen: [],
		notices: resolved.notices,
		context: (0,tokens.contextOf)(resolved),
		exports: ({ secret }) => ({ INFLUX_TOKEN: secret, INFLUX_HOST: api.endpoint, INFLUX_ORG_ID: resolved.orgID }),
		tokenFile: token_file_json/* tokenFileJson */.m,
		serverAhead: api.serverAhead,
		mint: (attempt, born) => mint({ ...resolved, status }, attempt, born, api, ports),
		rehearse: () => rehearse(resolved, api),
	};
}
function checkOrganizations(asks, { input, reference: chosen }) {
	const problems = new Map();
	for (const { type, target, organizations, at } of asks) {
		const named = type === 'orgs' ? referencesIn(target).map((reference) => ({ reference, at })) : [];
		for (const { reference, at } of [...organizations, ...named]) {
			if (reference.kind !== chosen.kind || writtenAs(reference) === writtenAs(chosen))
				continue;
			const message = foreignMessage(reference.kind === 'id' ? reference.id : JSON.stringify(reference.name), input);
			problems.set(`${at.line}:${at.column} ${message}`, { input: 'grants', at, message });
		}
	}
	return [...problems.values()];
}
function referencesIn(target) {
	if (target.kind === 'name')
		return [target];
	if (target.kind !== 'id')
		return [];
	return [target, ...(target.name === undefined ? [] : [{ kind: 'name', name: target.name }])];
}
function writtenAs(reference) {
	return reference.kind === 'id' ? reference.id : reference.name;
}
function noticesOf(asks, status, { work }) {
	const notices = [
		(0,notice/* notice */.l)(`InfluxDB tokens do not expire: this one lives until it is revoked at the end of the ${work}. The end that was asked for stands in its description, as the time from which a sweep may revoke it.`),
	];
	if (status === 'inactive') {
		notices.push((0,notice/* notice */.l)('The token is made inactive: it can do nothing until someone sets it to active.'));
	}
	return [...notices, ...noticesOfAsks(asks)];
}


/***/ }),

};

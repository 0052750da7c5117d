"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/influxdb/access.ts
/***/ 9509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  findAccess: () => (/* binding */ findAccess),
  finder: () => (/* binding */ finder)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4278);
var _credential_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6915);
var _endpoint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(319);
var _permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9851);
var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5550);






const finder = {
	title: 'InfluxDB',
	inputs: ['url', 'credential', 'org', 'user'],
	tokenIds: { matches: _permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .isId */ .eQ, form: '16 hexadecimal digits, as in 11acc3aadf3c2000', mayHoldComma: false },
	findAccess,
};
function findAccess(given, surroundings, words) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)();
	const endpoint = take(findEndpoint(given, surroundings, words));
	const credential = take((0,_credential_js__WEBPACK_IMPORTED_MODULE_3__/* .findCredential */ .L4)(given, surroundings, words, { variable: 'INFLUX_TOKEN', what: 'an InfluxDB token' }));
	const organization = take(findOrganization(given, surroundings, words));
	const user = take(findUser(given));
	if (problems.length > 0 || endpoint === undefined || credential === undefined || organization === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(...problems);
	}
	const access = {
		endpoint: endpoint.url,
		authentication: { kind: 'secret', secret: credential.secret },
	};
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({
		access,
		organization,
		user,
		sources: [credential.source, endpoint.source, organization.source],
		notices: [],
		async openIssuedTokens(ports) {
			const { openIssuedTokens } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(4935), __webpack_require__.e(3520)]).then(__webpack_require__.bind(__webpack_require__, 1025));
			return openIssuedTokens(access, { organization, user }, ports);
		},
	});
}
function findEndpoint(given, surroundings, words) {
	const input = given('url');
	const [place, text] = input === undefined ? ['INFLUX_HOST', surroundings.variable('INFLUX_HOST')] : ['url', input];
	if (text === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input: 'url',
			message: `the URL of the InfluxDB is needed, there is no usual one; set ${words.setting('url', 'https://us-east-1-1.aws.cloud2.influxdata.com')} (your region), ${words.setting('url', 'http://localhost:8086')}, or the environment variable INFLUX_HOST`,
		});
	}
	const url = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEndpoint */ .B)(place, text);
	if (!url.ok)
		return url;
	const base = /^(.*?)\/api\/v2(?:\/|$)/.exec(url.value)?.[1];
	if (base !== undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input: place,
			message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(url.value)}; expected the part before /api/v2, as in ${base}`,
		});
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ url: url.value, source: `url: ${url.value}, ${originOf(place, words)}` });
}
function originOf(place, words) {
	return place === 'url' || place === 'org' ? words.fromInput(place) : `from the environment variable ${place}`;
}
function findOrganization(given, surroundings, words) {
	const candidates = [
		{ input: 'org', text: given('org') },
		{ input: 'INFLUX_ORG_ID', text: surroundings.variable('INFLUX_ORG_ID') },
		{ input: 'INFLUX_ORG', text: surroundings.variable('INFLUX_ORG') },
	];
	const chosen = candidates.find(({ text }) => text !== undefined);
	if (chosen?.text === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input: 'org',
			message: `the organisation of the token is needed, by name or id; set ${words.setting('org', 'my-org')}, or the environment variable INFLUX_ORG_ID or INFLUX_ORG`,
		});
	}
	const { input, text } = chosen;
	if (input === 'INFLUX_ORG_ID' && (0,_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(text.trim()) === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input,
			message: 'the value is no id of InfluxDB; expected 16 hexadecimal digits that are not all zero',
		});
	}
	const reference = parseChosen(input, text);
	return reference.ok
		? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ ...reference.value, source: `org: ${text.trim()}, ${originOf(input, words)}` })
		: reference;
}
function findUser(given) {
	const text = given('user');
	return text === undefined ? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(undefined) : parseChosen('user', text);
}
function parseChosen(input, text) {
	const trimmed = text.trim();
	if (trimmed === '') {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input,
			message: 'the value is blank: an expression was probably empty; expected a name or an id',
		});
	}
	const target = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F)(trimmed);
	if (!target.ok)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(...target.problems.map(({ message }) => ({ input, message })));
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ input, reference: (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .referenceOf */ .B)(target.value) });
}


/***/ }),

// ./src/issuers/influxdb/reference.ts
/***/ 5550:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ referenceOf),
  F: () => (/* binding */ parseReference)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);
var _permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9851);



function parseReference(text) {
	const [prefix] = /^(?:id|name)=/.exec(text) ?? [];
	const rest = text.slice(prefix?.length ?? 0);
	const refuse = (message) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ input: 'grants', message });
	if (rest === '')
		return refuse(`nothing stands after ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}: an expression was probably empty`);
	if (/\p{Cc}/u.test(rest))
		return refuse(`found a control character in ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}`);
	const id = (0,_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .readId */ .wh)(rest);
	if (prefix === 'name=')
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ kind: 'name', name: rest });
	if (prefix === 'id=') {
		return id === undefined
			? refuse(`found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(rest)} as an id; expected 16 hexadecimal digits that are not all zero`)
			: (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ kind: 'id', id, name: undefined });
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)(id === undefined ? { kind: 'name', name: rest } : { kind: 'id-or-name', id, text: rest });
}
function referenceOf(target) {
	switch (target.kind) {
		case 'id':
		case 'name':
			return target;
		case 'id-or-name':
			return { kind: 'id', id: target.id };
	}
}


/***/ }),

// ./src/issuers/influxdb/compare.ts
/***/ 3280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ readAnswered),
  U: () => (/* binding */ compare)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1560);
var _permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9851);



function compare({ orgID, userID, status, permissions, orgName, userName }, authorization) {
	const differences = [];
	const expect = (what, key, asked) => {
		const granted = authorization[key];
		if (granted !== asked)
			differences.push({ what, asked, granted: typeof granted === 'string' ? (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(granted) : 'nothing' });
	};
	expect('organisation', 'orgID', orgID);
	if (userID !== undefined)
		expect('user', 'userID', userID);
	else
		differences.push(...compareOwners(authorization));
	expect('status', 'status', status);
	if (orgName !== undefined && authorization['org'] !== undefined)
		expect('name of the organisation', 'org', orgName);
	if (userName !== undefined && authorization['user'] !== undefined)
		expect('name of the user', 'user', userName);
	const granted = readAnswered(authorization['permissions']);
	if (granted === undefined) {
		differences.push({ what: 'grants', asked: list(permissions), granted: 'something that cannot be understood' });
	}
	else {
		const wider = without(granted, permissions);
		const absent = without(permissions, granted);
		if (wider.length > 0)
			differences.push({ what: 'grants', asked: list(permissions), granted: `also ${list(wider)}` });
		if (absent.length > 0)
			differences.push({ what: 'grants', asked: list(absent), granted: 'nothing of it' });
		differences.push(...otherNames(permissions, granted));
	}
	return differences;
}
function otherNames(asked, granted) {
	const names = new Map(asked.map((permission) => [(0,_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(permission), permission.name]));
	const show = (permission, name) => `${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)((0,_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .printPath */ .bA)(permission))} with the name ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}`;
	return granted.flatMap((permission) => {
		const name = names.get((0,_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(permission));
		return name === undefined || permission.name === undefined || permission.name === name
			? []
			: [{ what: 'grants', asked: show(permission, name), granted: show(permission, permission.name) }];
	});
}
function compareOwners({ userID, links }) {
	const link = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(links)?.['user'];
	const linked = typeof link === 'string' ? /\/users\/([^/]+)$/.exec(link)?.[1] : undefined;
	if (linked === undefined || linked === userID)
		return [];
	const granted = `${typeof userID === 'string' ? (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(userID) : 'nobody'}, linked to ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(linked)}`;
	return [{ what: 'user', asked: 'the user of the credential', granted }];
}
function readAnswered(value) {
	if (!Array.isArray(value))
		return undefined;
	const permissions = [];
	for (const item of value) {
		const permission = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(item);
		const resource = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(permission?.['resource']);
		const action = permission?.['action'];
		const type = resource?.['type'];
		const id = optionalText(resource?.['id']);
		const orgID = optionalText(resource?.['orgID']);
		const name = optionalText(resource?.['name']);
		if (typeof action !== 'string' || typeof type !== 'string' || id === null || orgID === null)
			return undefined;
		if (!(0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOnly */ .j)(permission, ['action', 'resource']) || !(0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .hasOnly */ .j)(resource, RESOURCE_MEMBERS))
			return undefined;
		permissions.push({ action, type, id, orgID, name: name ?? undefined });
	}
	return permissions;
}
const RESOURCE_MEMBERS = ['type', 'id', 'name', 'orgID', 'org'];
function optionalText(value) {
	if (value === undefined || value === null || value === '')
		return undefined;
	return typeof value === 'string' ? value : null;
}
function without(permissions, others) {
	const keys = new Set(others.map(_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN));
	return permissions.filter((permission) => !keys.has((0,_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(permission)));
}
function list(permissions) {
	return permissions.length === 0 ? 'nothing' : (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerateBy */ .KC)(permissions, (permission) => (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)((0,_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .printPath */ .bA)(permission)));
}


/***/ }),

// ./src/issuers/influxdb/look-up.ts
/***/ 6304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $L: () => (/* binding */ hintOn),
  A_: () => (/* binding */ ORGANIZATION),
  F$: () => (/* binding */ fetchById),
  F9: () => (/* binding */ found),
  LO: () => (/* binding */ missing),
  PO: () => (/* binding */ cached),
  Ub: () => (/* binding */ findBucket),
  dm: () => (/* binding */ listBucketNames),
  m3: () => (/* binding */ USER),
  n4: () => (/* binding */ findNamed),
  wQ: () => (/* binding */ beyond),
  xj: () => (/* binding */ bucketList)
});
var _request_encoded_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8887);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1560);
var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7871);
var _nearest_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1920);
var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9851);






const found = (id, name, system = false) => ({
	kind: 'found',
	id,
	name,
	system,
});
const missing = (message) => ({ kind: 'missing', message });
const beyond = (message) => ({ kind: 'beyond', message });
const ORGANIZATION = {
	title: 'organisation',
	path: '/api/v2/orgs',
	list: 'orgs',
	filter: 'org',
	command: 'influx org list',
};
const USER = {
	title: 'user',
	path: '/api/v2/users',
	list: 'users',
	filter: 'name',
	command: 'influx user list',
};
async function findNamed({ title, path, list, filter, command }, name, api) {
	const answer = await api.get(`${path}?${filter}=${encodeURIComponent(name)}`);
	if (isNotFound(answer)) {
		const near = (0,_nearest_names_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMeanOneOf */ .z)(name, await listNames(path, list, api));
		return missing(`there is no ${title} named ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}; names are case-sensitive.${near}${hintOn(name)} The command "${command}" shows names and ids; either can be given`);
	}
	const items = (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(answer, list).filter((candidate) => candidate['name'] === name);
	const [item, second] = items;
	if (second !== undefined)
		return severalNamed(name, list, items);
	if ((0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .isId */ .eQ)(item?.['id']))
		return found(item['id'], name);
	await (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseInactive */ ._o)(api);
	return beyond(`the server shows the credential no ${title} named ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}: either there is none, or the credential lacks read:${list}/ID, with the id of the ${title}.${hintOn(name)} Give that id (16 hexadecimal digits, shown by "${command}") instead of the name: it needs no look-up`);
}
async function findBucket(name, orgID, api) {
	const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&name=${encodeURIComponent(name)}`);
	if (isNotFound(answer))
		return 'absent';
	const items = (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(answer, 'buckets').filter((candidate) => candidate['name'] === name && candidate['orgID'] === orgID);
	const [item, second] = items;
	if (second !== undefined)
		return severalNamed(name, 'buckets', items);
	return (0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .isId */ .eQ)(item?.['id']) ? found(item['id'], name, item['type'] === 'system') : 'hidden';
}
function severalNamed(name, list, items) {
	const ids = items.map(({ id }) => ((0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .isId */ .eQ)(id) ? id : 'one without an id'));
	return missing(`the server shows ${items.length} ${list} named ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(name)}: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerate */ .HL)(ids)}. Give the id of the one that is meant, instead of the name`);
}
function bucketList(orgID) {
	return `The command "influx bucket list --org-id ${orgID}" shows those that are there`;
}
function hintOn(word) {
	const encoded = (0,_request_encoded_text_js__WEBPACK_IMPORTED_MODULE_4__/* .noteOnEncoded */ .u)([word]);
	if (encoded !== undefined)
		return ` Note that ${encoded}`;
	return /^[0-9a-f]{15,18}$/i.test(word) && word.length !== 16
		? ` An id has exactly 16 hexadecimal digits, and this has ${word.length}.`
		: '';
}
async function fetchById(type, id, orgID, api) {
	const { path, named } = (0,_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(type);
	if (path === undefined)
		throw new Error(`${type} cannot be looked up by id`);
	const answer = await api.get(`${path}/${id}`);
	if (isNotFound(answer)) {
		const next = type === 'buckets' ? `. ${bucketList(orgID)}` : '';
		return missing(`there is no resource of the type ${type} with the id ${id}${next}`);
	}
	const elsewhere = beyond(`the resource of the type ${type} with the id ${id} does not belong to organisation ${orgID}`);
	const words = answer.status === 401 ? (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .serverErrorOf */ .jP)(answer)?.message : undefined;
	if (words?.endsWith(' is unauthorized') === true) {
		const [, within] = /^read:orgs\/([0-9a-f]{16})\b/.exec(words) ?? [];
		return within === undefined || within === orgID ? beyond((0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .errorOf */ .Mz)(answer).message) : elsewhere;
	}
	const body = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(answer.json) : undefined;
	const item = type === 'labels' ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(body?.['label']) : body;
	if (item?.['id'] !== id)
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .errorOf */ .Mz)(answer);
	if (item['orgID'] !== orgID)
		return elsewhere;
	const name = named === true && isShowable(item['name']) ? item['name'] : undefined;
	return found(id, name, item['type'] === 'system' && type === 'buckets');
}
function isShowable(name) {
	return typeof name === 'string' && name.length <= 1_000;
}
const LARGEST_PAGE = 100;
const MOST_PAGES = 10;
async function listNames(path, key, api) {
	const names = new Set();
	for (let page = 0; page < MOST_PAGES; page++) {
		const before = names.size;
		const separator = path.includes('?') ? '&' : '?';
		const answer = await api.get(`${path}${separator}limit=${LARGEST_PAGE}&offset=${page * LARGEST_PAGE}`);
		if (answer.status !== 200)
			break;
		const items = (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(answer, key);
		for (const { name } of items)
			if (isShowable(name))
				names.add(name);
		if (items.length > LARGEST_PAGE)
			break;
		if (names.size === before)
			break;
	}
	return [...names];
}
function listBucketNames(orgID, api) {
	return listNames(`/api/v2/buckets?orgID=${orgID}`, 'buckets', api);
}
function isNotFound(answer) {
	const error = (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .serverErrorOf */ .jP)(answer);
	return answer.status === 404 && error?.code === 'not found' && error.message !== 'path not found';
}
function cached(ask) {
	const known = new Map();
	return (question) => {
		const key = JSON.stringify(question);
		const asked = known.get(key) ?? ask(question);
		known.set(key, asked);
		return asked;
	};
}


/***/ }),

// ./src/issuers/influxdb/nearest-names.ts
/***/ 1920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ didYouMeanOneOf)
});
/* unused harmony export nearestNames */
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
var _request_suggestion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8533);


const MOST = 4;
const LONGEST = 80;
const SHORTEST_LIKENESS = 3;
function nearestNames(word, names) {
	const left = new Set([...names].filter((name) => name.length <= LONGEST && name !== word));
	const near = [];
	const take = (alike) => {
		near.push(...alike.slice(0, MOST));
		for (const name of alike)
			left.delete(name);
	};
	take((0,_request_suggestion_js__WEBPACK_IMPORTED_MODULE_0__/* .allNear */ .oM)(word, left));
	for (const isAlike of [holdOneAnother, beginAlike]) {
		const alike = [...left].filter((name) => isAlike(word.toLowerCase(), name.toLowerCase()));
		take(alike.toSorted((a, b) => distanceOfLengths(a) - distanceOfLengths(b)));
	}
	return near.slice(0, MOST);
	function distanceOfLengths(name) {
		return Math.abs(name.length - word.length);
	}
}
function didYouMeanOneOf(word, names) {
	const near = nearestNames(word, names).map(_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD);
	const last = near.pop();
	if (last === undefined)
		return '';
	return ` Did you mean ${near.length === 0 ? last : `${near.join(', ')} or ${last}`}?`;
}
function holdOneAnother(one, other) {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return short.length >= SHORTEST_LIKENESS && long.includes(short);
}
function beginAlike(word, name) {
	const start = word.slice(0, Math.max(SHORTEST_LIKENESS, Math.ceil(word.length / 2)));
	return start.length >= SHORTEST_LIKENESS && name.startsWith(start);
}


/***/ }),

// ./src/issuers/influxdb/owner.ts
/***/ 3444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  II: () => (/* binding */ refusalFor),
  hd: () => (/* binding */ requireOwner),
  zr: () => (/* binding */ findOwner)
});
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2247);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1822);
var _look_up_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6304);



async function findOwner({ organization, user }, organizationNamed, api) {
	const problems = [];
	const idOf = async ({ input, reference }, named) => {
		const looked = reference.kind === 'id' ? (0,_look_up_js__WEBPACK_IMPORTED_MODULE_1__/* .found */ .F9)(reference.id, undefined) : await named(reference.name);
		if (looked.kind === 'found')
			return looked.id;
		problems.push({ input, message: looked.message });
		return undefined;
	};
	const orgID = await idOf(organization, organizationNamed);
	const userID = user === undefined ? undefined : await idOf(user, (name) => (0,_look_up_js__WEBPACK_IMPORTED_MODULE_1__/* .findNamed */ .n4)(_look_up_js__WEBPACK_IMPORTED_MODULE_1__/* .USER */ .m3, name, api));
	return { orgID, userID, problems };
}
async function requireOwner(named, api) {
	const { orgID, userID, problems } = await findOwner(named, (name) => (0,_look_up_js__WEBPACK_IMPORTED_MODULE_1__/* .findNamed */ .n4)(_look_up_js__WEBPACK_IMPORTED_MODULE_1__/* .ORGANIZATION */ .A_, name, api), api);
	if (orgID === undefined || problems.length > 0)
		throw refusalFor(problems);
	return { orgID, userID };
}
function refusalFor(all) {
	const problems = new Map(all.map((problem) => [(0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)(problem), problem]));
	const texts = [...problems.keys()];
	const numbered = texts.map((text, index) => `(${index + 1}) ${text}`).join('; ');
	const message = texts.length === 1 ? texts.join('') : `${texts.length} problems: ${numbered}`;
	return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(message, { problems: [...problems.values()] });
}


/***/ }),

// ./src/issuers/influxdb/issued-tokens.ts
/***/ 1025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  openIssuedTokens: () => (/* binding */ openIssuedTokens)
});
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2247);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1560);
var _read_instant_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6118);
var _api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7871);
var _compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3280);
var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3444);
var _permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9851);
var _tokens_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6893);









const AT_ONCE = 4;
async function openIssuedTokens(access, named, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .openApi */ .Nd)(access, ports);
	const owner = await (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .requireOwner */ .hd)(named, api);
	const secret = access.authentication.kind === 'secret' ? access.authentication.secret : undefined;
	const { revoke, byHand } = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__.tokensOf)(owner, api);
	return {
		list: (mayLack) => listTokens(owner, secret, api, mayLack),
		async read(ids) {
			const read = [];
			for (let start = 0; start < ids.length; start += AT_ONCE) {
				const some = ids.slice(start, start + AT_ONCE);
				read.push(...(await Promise.all(some.map((id) => readToken(id, owner, secret, api)))));
			}
			return read;
		},
		serverAhead: api.serverAhead,
		revoke,
		byHand: (id) => byHand({ id }),
	};
}
async function* listTokens(owner, secret, api, mayLack) {
	const answer = await api.get(`/api/v2/authorizations?orgID=${owner.orgID}`, _tokens_js__WEBPACK_IMPORTED_MODULE_6__.LARGEST_LIST);
	const items = (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(answer, 'authorizations');
	const why = await (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__.whyIncomplete)(items.map(_tokens_js__WEBPACK_IMPORTED_MODULE_6__.listedOf), owner, await (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseInactive */ ._o)(api), api);
	if (why !== undefined)
		mayLack(why);
	for (const item of items) {
		if (item['orgID'] !== owner.orgID || (owner.userID !== undefined && item['userID'] !== owner.userID))
			continue;
		const token = tokenIn(item, secret);
		if (token === undefined)
			throw new Error(`${answer.what}, with something in its list that has no id`);
		yield token;
	}
}
async function readToken(id, owner, secret, api) {
	if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .isId */ .eQ)(id))
		return unreadable(new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`${JSON.stringify(id)} is no id of InfluxDB`));
	try {
		const answer = await api.get(`/api/v2/authorizations/${id}`);
		const fields = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .fieldsOf */ .P)(answer.json) : undefined;
		if (fields?.['id'] === id) {
			const reason = whyElsewhere(fields, owner);
			const token = tokenIn(fields, secret);
			if (reason !== undefined)
				return { kind: 'elsewhere', reason };
			if (token !== undefined)
				return { kind: 'read', token };
		}
		const error = (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .serverErrorOf */ .jP)(answer);
		if (answer.status === 404 && error?.message === 'authorization not found')
			return { kind: 'absent' };
		return unreadable((0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(answer));
	}
	catch (error) {
		if (error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .Stopped */ .C9)
			throw error;
		return unreadable(error);
	}
}
function unreadable(error) {
	return { kind: 'unreadable', error, isCredential: undefined };
}
function whyElsewhere(fields, { orgID, userID }) {
	if (fields['orgID'] !== orgID)
		return 'it belongs to another organisation than the one that is named';
	if (userID !== undefined && fields['userID'] !== userID)
		return 'it belongs to another user than the one that is named';
	return undefined;
}
function tokenIn(fields, secret) {
	const { id, description, status, createdAt, token } = fields;
	if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .isId */ .eQ)(id))
		return undefined;
	const permissions = (0,_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .readAnswered */ .C)(fields['permissions']);
	return {
		id,
		type: 'influxdb',
		name: undefined,
		description: typeof description === 'string' ? description : undefined,
		status: typeof status === 'string' ? status : undefined,
		createdAt: (0,_read_instant_js__WEBPACK_IMPORTED_MODULE_8__/* .readInstant */ .W)(createdAt),
		expiresAt: undefined,
		grants: permissions === undefined ? undefined : (0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .grantsOf */ .Rr)(permissions),
		managesTokens: permissions?.some(({ action, type }) => action === 'write' && (type === 'authorizations' || type === 'instance')) ?? true,
		isCredential: typeof token !== 'string' || token === '' || token === 'redacted' || secret === undefined
			? undefined
			: token === secret,
	};
}


/***/ }),

};

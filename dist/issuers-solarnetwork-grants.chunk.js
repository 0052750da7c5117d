"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/solarnetwork/issuer.ts + 2 modules
/***/ 5902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readNodeData: () => (/* binding */ readNodeData),
  user: () => (/* binding */ user)
});

var request_lifetime = __webpack_require__(8746);
var notice = __webpack_require__(7440);
var problem = __webpack_require__(1822);
var token_file_json = __webpack_require__(119);
var solarnetwork_api = __webpack_require__(5989);
var grants = __webpack_require__(6197);
var solarnetwork_policy = __webpack_require__(7824);
var reach = __webpack_require__(367);
var compare = __webpack_require__(8767);
var lease_attempt = __webpack_require__(2879);
var difference = __webpack_require__(2883);
var issuer = __webpack_require__(2247);
var shown_text = __webpack_require__(4278);
var answered_secrets = __webpack_require__(5653);
var json_fields = __webpack_require__(1560);
var unsent_mint = __webpack_require__(8144);
var solarnetwork_token = __webpack_require__(4877);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/mint.ts











async function mint({ type, policy }, api, attempt, born, ports) {
	const sent = api.send({
		method: 'POST',
		path: `/generate/${type}`,
		json: (0,solarnetwork_policy/* policyJson */.nF)(policy, attempt.expiresAt),
		repeat: 'mints',
	});
	const answer = (0,answered_secrets/* maskAnswered */.s)(await (0,unsent_mint/* refuseUnsent */.o)(sent), ['authSecret'], ports.maskNew);
	const data = dataOf(answer, api, policy);
	const pair = (0,solarnetwork_token/* readPair */.$T)(data);
	if (pair === undefined || pair.id === api.signingToken.id) {
		throw new Error(`${answer.what}, but without a usable id and secret of a new token`);
	}
	born(pair);
	const granted = mint_compare(data, { type, policy }, answer.serverAhead);
	if (granted.differences.length === 0)
		await nameToken(api, pair, attempt);
	return granted;
}
function dataOf(answer, api, { nodeIds }) {
	if ((0,solarnetwork_api/* isRefusal */.vu)(answer))
		throw new issuer/* Refused */.L((0,solarnetwork_api/* explain */.WE)(answer, api, nodeIds));
	const success = (0,solarnetwork_api/* successOf */.Bu)(answer);
	if (success !== undefined)
		return success.data;
	throw new Error(answer.status < 300 ? `${answer.what}, but not with a token` : (0,solarnetwork_api/* explain */.WE)(answer, api));
}
function mint_compare(data, asked, skew) {
	const token = (0,solarnetwork_token/* readToken */.AI)(data);
	return {
		expiresAt: token === undefined ? undefined : (0,solarnetwork_token/* endOfPolicy */.vJ)(token.policy),
		grants: (0,solarnetwork_policy/* printPolicy */.yv)(asked.policy),
		differences: (0,difference/* differencesOf */.g)(() => {
			if (token === undefined)
				throw new Error('its policy is none');
			return compareTokens(token, asked, skew);
		}),
		unconfirmed: [],
		notices: [],
		told: readTold(data),
	};
}
function readTold(data) {
	const { created, userId } = (0,json_fields/* fieldsOf */.P)(data) ?? {};
	return {
		...(typeof created === 'string' && /^[\dT:. -]+Z$/.test(created) ? { createdAt: created.replace(' ', 'T') } : {}),
		...(Number.isSafeInteger(userId) ? { userId: String(userId) } : {}),
	};
}
function compareTokens(token, { type, policy }, skew) {
	const differences = [];
	if (token.type !== type)
		differences.push({ what: 'type', asked: type, granted: (0,shown_text/* showJson */.qN)(token.type) });
	if (token.status !== 'Active')
		differences.push({ what: 'status', asked: 'Active', granted: (0,shown_text/* showJson */.qN)(token.status) });
	if (token.expired === true) {
		const clocks = skew === undefined || skew <= 0 ? '' : `; the clock of this machine is ${Math.round(skew / 1000)} s behind`;
		differences.push({
			what: 'state',
			asked: 'a valid token',
			granted: `one that has expired by the server's clock${clocks}`,
		});
	}
	else if (token.expired !== undefined && token.expired !== null && token.expired !== false) {
		differences.push({ what: 'state', asked: 'a valid token', granted: (0,shown_text/* showJson */.qN)(token.expired) });
	}
	differences.push(...(0,compare/* comparePolicies */.OF)(policy, token.policy));
	const { notAfter } = token.policy;
	if ((0,solarnetwork_token/* endOfPolicy */.vJ)(token.policy) === undefined && notAfter !== undefined && notAfter !== null) {
		differences.push({ what: 'notAfter', asked: 'an instant in milliseconds', granted: (0,shown_text/* showJson */.qN)(notAfter) });
	}
	return differences;
}
async function nameToken(api, { id }, attempt) {
	const answer = await api.send({
		method: 'POST',
		path: '/info',
		parameters: [
			['tokenId', id],
			['name', attempt.name],
			['description', (0,lease_attempt/* describe */.q0)(attempt)],
		],
		repeat: 'safe',
	});
	if ((0,solarnetwork_api/* successOf */.Bu)(answer) === undefined) {
		throw new Error(`the token ${id} was minted, but its name and description could not be set. ${(0,solarnetwork_api/* explain */.WE)(answer, api)}`);
	}
}

var solarnetwork_tokens = __webpack_require__(324);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/rehearsal.ts







async function rehearse(api, lifetime, { clock }) {
	const { tokens } = await (0,solarnetwork_tokens/* listTokens */.dh)(api);
	const own = tokens.find(({ id }) => id === api.signingToken.id);
	if (own === undefined) {
		return [
			(0,notice/* notice */.l)(`The credential ${api.signingToken.id} does not see itself in the list of tokens, so a token whose answer is lost could not be looked for.`),
		];
	}
	const restrictions = (0,compare/* restrictingMembers */.OZ)(own.policy);
	if (restrictions.length > 0) {
		throw new issuer/* Refused */.L(`the policy of the credential ${own.id} restricts it (${(0,shown_text/* enumerate */.HL)(restrictions)}), and SolarNetwork lets such a token mint none; use a User token whose policy holds nothing but an end and refreshAllowed`);
	}
	const end = (0,solarnetwork_token/* endOfPolicy */.vJ)(own.policy);
	if (end === undefined || end >= (0,request_lifetime/* endOf */.pJ)(lifetime, clock.now() + (api.serverAhead() ?? 0)))
		return [];
	return [
		(0,notice/* notice */.l)(`The credential ${own.id} ends at ${(0,request_lifetime/* formatInstant */.r4)(end)}, before the token that it mints; after that it cannot revoke.`),
	];
}

var access = __webpack_require__(8380);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/issuer.ts












const readNodeData = issuerOf('ReadNodeData');
const user = issuerOf('User');
function issuerOf(type) {
	return {
		title: access.finder.title,
		grantExample: 'node-id: 100, 101',
		inputs: access.finder.inputs,
		expiry: { kind: 'millisecond', longest: request_lifetime/* YEAR */.UX },
		longestDescription: 512,
		tokenFileFormat: 'json',
		exportsTokenFile: false,
		prepare: (request, surroundings, words) => prepare(type, request, (0,access.findAccess)(request.given, surroundings, words), words),
	};
}
function prepare(type, request, found, words) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const policy = take((0,grants/* readGrants */.o4)(request.grants, words));
	const reached = take(found);
	if (request.name?.trim() === '') {
		problems.push({
			input: 'name',
			message: 'the name is blank, and SolarNetwork would drop it; leave it out or write one',
		});
	}
	if (problems.length > 0 || policy === undefined || reached === undefined)
		return (0,problem/* invalid */.Gq)(...problems);
	const { access, sources, notices } = reached;
	return (0,problem/* valid */.rZ)({
		access,
		sources,
		notices,
		plan: (ports) => Promise.resolve(planOf({ type, policy, access }, request.lifetime, ports)),
	});
}
function planOf({ access, ...request }, lifetime, ports) {
	const { type, policy } = request;
	const api = (0,solarnetwork_api/* openTokenApi */.oW)(access, ports);
	return {
		grants: (0,solarnetwork_policy/* printPolicy */.yv)(policy),
		shownGrants: (0,solarnetwork_policy/* printLines */.tj)(policy),
		leftOpen: (0,reach/* leftOpenBy */.he)(policy, type),
		notices: [
			(0,notice/* notice */.l)('The end is up to 10 s earlier, at a millisecond of its own: by it the token is found again when the answer to the mint is lost.'),
			...(0,reach/* noticesOfPolicy */.pY)(policy, type),
		],
		context: { policy: (0,compare/* policyHash */.tx)(policy) },
		exports: ({ id, secret }) => ({ SN_TOKEN_ID: id, SN_TOKEN_SECRET: secret }),
		tokenFile: token_file_json/* tokenFileJson */.m,
		serverAhead: api.serverAhead,
		mint: (attempt, born) => mint(request, api, attempt, born, ports),
		rehearse: () => rehearse(api, lifetime, ports),
	};
}


/***/ }),

// ./src/issuers/solarnetwork/grants.ts
/***/ 6197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  EW: () => (/* binding */ EXCLUDING),
  H3: () => (/* binding */ readAddition),
  XD: () => (/* binding */ optionOf),
  o4: () => (/* binding */ readGrants)
});
var _request_json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8959);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);
var _request_suggestion_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8533);
var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7824);





const OPTIONS = _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .MEMBERS */ .kH.map(({ option }) => option);
const NAMES = _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .MEMBERS */ .kH.map(({ name }) => name);
const EXCLUDING = [
	['minAggregation', 'aggregations'],
	['minLocationPrecision', 'locationPrecisions'],
];
function readGrants(grants, words) {
	const { policy, found, problems } = readMembers(grants, words);
	if (isUnread(grants))
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)();
	if (grants.form === 'unrestricted') {
		for (const { name, option } of _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .MEMBERS */ .kH) {
			if (!found.has(name) || !(0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .restricts */ .Sp)({ [name]: policy[name] }))
				continue;
			problems.push({
				input: 'grants',
				...placeOf(found.get(name)?.at),
				message: `${option} restricts the token, and unrestricted says that nothing does; remove one of the two`,
			});
		}
	}
	else if (problems.length === 0 && !(0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .restricts */ .Sp)(policy)) {
		problems.push({
			input: 'grants',
			message: `${explainOpenness(policy)}; add a restriction such as node-id: 100, or a line with the word unrestricted if the token shall have no restriction but its end`,
		});
	}
	return problems.length > 0 ? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(...problems) : (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(policy);
}
function readAddition(grants, words) {
	const { policy, problems } = readMembers(grants, words);
	if (isUnread(grants))
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)();
	if (grants.form === 'unrestricted') {
		problems.push({
			input: 'grants',
			at: grants.at,
			message: `what is added takes nothing away; unrestricted needs ${words.setting('replace', 'true')}`,
		});
	}
	else if (problems.length === 0 && Object.keys(policy).length === 0) {
		problems.push({ input: 'grants', message: 'it adds nothing; name at least one member, as in node-id: 100' });
	}
	return problems.length > 0 ? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)(...problems) : (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(policy);
}
function isUnread(grants) {
	return grants.form === 'lines' && grants.lines.length === 0;
}
function readMembers(grants, words) {
	const problems = [];
	const found = grants.form === 'json'
		? readJson(grants.values, problems, words)
		: readLines(grants.form === 'lines' ? grants.lines : grants.beside, problems, words);
	const policy = Object.fromEntries(_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .MEMBERS */ .kH.filter(({ name }) => found.has(name)).map(({ name }) => [name, found.get(name)?.value]));
	for (const [one, other] of EXCLUDING) {
		if (!found.has(one) || !found.has(other))
			continue;
		const [first, second] = grants.form === 'json' ? [one, other] : [optionOf(one), optionOf(other)];
		problems.push({
			input: 'grants',
			...placeOf(found.get(other)?.at),
			message: `${first} and ${second} exclude each other; keep one of the two`,
		});
	}
	return { policy, found, problems };
}
function explainOpenness({ minAggregation, minLocationPrecision }) {
	if (minAggregation !== undefined)
		return 'the aggregation None and all above it are every aggregation, so this policy restricts nothing';
	if (minLocationPrecision !== undefined)
		return 'LatLong and all that is less precise are every precision, so this policy restricts nothing';
	return 'this policy restricts nothing, and a token with it could do everything that its type can';
}
function readLines(lines, problems, words) {
	const found = new Map();
	for (const line of lines) {
		const [key] = line.resource;
		const member = _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .MEMBERS */ .kH.find(({ option }) => option === key?.text);
		if (key === undefined || line.resource.length > 1 || member === undefined) {
			const text = line.resource.map((word) => word.text).join(' ');
			problems.push({
				input: 'grants',
				at: line.at,
				message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)}; ${expectedKey(text, OPTIONS, NAMES, words)}`,
			});
			continue;
		}
		const values = takeAll(line.actions.map((word) => readWord(member, word)), problems);
		const earlier = found.get(member.name);
		if (!member.list && (line.actions.length > 1 || earlier !== undefined)) {
			problems.push({
				input: 'grants',
				at: earlier === undefined ? (line.actions[1]?.at ?? line.at) : line.at,
				message: `${member.option} takes one value, as in ${member.option}: ${member.example}`,
			});
		}
		add(found, member, values, line.at);
	}
	return found;
}
function readJson(nodes, problems, words) {
	const found = new Map();
	const [node, second] = nodes;
	if (node?.kind !== 'object' || second !== undefined) {
		const wrong = node?.kind === 'object' ? second : node;
		problems.push({
			input: 'grants',
			...placeOf(wrong?.at),
			message: `found ${wrong === undefined ? 'nothing' : (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeNode */ .WQ)(wrong)}; expected one SecurityPolicy, as in {"nodeIds":[100,101],"sourceIds":["/REGION1/**"]}`,
		});
		return found;
	}
	for (const entry of node.entries) {
		const member = _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .MEMBERS */ .kH.find(({ name }) => name === entry.key);
		if (member === undefined) {
			problems.push({
				input: 'grants',
				at: entry.at,
				message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(entry.key)}; ${expectedKey(entry.key, NAMES, OPTIONS, words)}`,
			});
			continue;
		}
		const items = itemsOf(member, entry);
		if (!items.ok) {
			problems.push(...items.problems);
			continue;
		}
		const values = takeAll(items.value.map((item) => readNode(member, item)), problems);
		add(found, member, values, entry.at);
	}
	return found;
}
function takeAll(results, problems) {
	return results.flatMap((result) => {
		if (result.ok)
			return [result.value];
		problems.push(...result.problems);
		return [];
	});
}
function itemsOf(member, { value, at }) {
	if (!member.list)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)([value]);
	if (value.kind === 'array' && value.items.length > 0)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(value.items);
	const why = value.kind === 'array' || value.kind === 'null'
		? 'the server would drop it and restrict nothing; leave the member out if that is meant'
		: `expected a list, as in "${member.name}":${exampleOf(member)}`;
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ input: 'grants', at, message: `${member.name} is ${(0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeNode */ .WQ)(value)}; ${why}` });
}
function exampleOf({ kind, example }) {
	const values = example.split(', ');
	return JSON.stringify(kind === 'node-id' ? values.map(Number) : values);
}
function add(found, { name, list }, values, at) {
	const [first] = values;
	if (first === undefined)
		return;
	if (!list) {
		found.set(name, { value: first, at });
		return;
	}
	const earlier = found.get(name)?.value;
	const before = Array.isArray(earlier) ? earlier : [];
	const all = new Set([...before, ...values]);
	found.set(name, { value: name === 'nodeIds' ? [...all].toSorted((a, b) => Number(a) - Number(b)) : [...all], at });
}
function readWord(member, { text, quoted, at }) {
	if (text === '*' && !quoted) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
			input: 'grants',
			at,
			message: member.kind === 'pattern'
				? 'found *; leave the line out to restrict nothing, or write "*" in quotes for the pattern that matches one path segment'
				: `found *; leave the line out to restrict nothing, or name values, as in ${member.option}: ${member.example}`,
		});
	}
	if (member.kind === 'boolean') {
		if (text === 'true' || text === 'false')
			return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text === 'true');
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ input: 'grants', at, message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)}; expected true or false` });
	}
	return member.kind === 'node-id' ? readNodeId(text, at) : readText(member, text, at);
}
function readNode(member, node) {
	const { at } = node;
	switch (member.kind) {
		case 'boolean':
			if (node.kind === 'boolean')
				return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(node.value);
			break;
		case 'node-id':
			if (node.kind === 'number')
				return readNodeId(node.source, at);
			break;
		default:
			if (node.kind === 'string')
				return readText(member, node.text, at);
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
		input: 'grants',
		at,
		message: `found ${(0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeNode */ .WQ)(node)} in ${member.name}; expected ${EXPECTED_IN_JSON[member.kind]}`,
	});
}
const EXPECTED_IN_JSON = {
	'node-id': 'a number without quotes',
	boolean: 'true or false',
	pattern: 'a text in double quotes',
	aggregation: 'a name in double quotes',
	'location-precision': 'a name in double quotes',
};
function readNodeId(text, at) {
	if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)))
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(Number(text));
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
		input: 'grants',
		at,
		message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)}; expected the id of a node, a whole number from 1 to ${Number.MAX_SAFE_INTEGER}, as in 100`,
	});
}
function readText({ name, kind }, text, at) {
	const problem = kind === 'aggregation'
		? wrongAggregation(text)
		: kind === 'location-precision'
			? wrongLocationPrecision(text)
			: wrongPattern(name, text);
	return problem === undefined ? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text) : (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ input: 'grants', at, message: problem });
}
function wrongAggregation(text) {
	if (_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .AGGREGATIONS */ .uZ.has(text))
		return undefined;
	const byKey = [..._policy_js__WEBPACK_IMPORTED_MODULE_1__/* .AGGREGATIONS */ .uZ].find(([, key]) => key === text)?.[0];
	const hint = byKey === undefined ? (0,_request_suggestion_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(text, _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .AGGREGATIONS */ .uZ.keys()) : ` Did you mean "${byKey}"?`;
	return `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)}; expected an aggregation, in this letter case: ${[..._policy_js__WEBPACK_IMPORTED_MODULE_1__/* .AGGREGATIONS */ .uZ.keys()].join(', ')}.${hint}`;
}
function wrongLocationPrecision(text) {
	if (_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCATION_PRECISIONS */ .oO.includes(text))
		return undefined;
	return `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text)}; expected a location precision, in this letter case: ${_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCATION_PRECISIONS */ .oO.join(', ')}.${(0,_request_suggestion_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(text, _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCATION_PRECISIONS */ .oO)}`;
}
function wrongPattern(member, text) {
	const shown = (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(text);
	if (text.trim() === '')
		return `found ${shown}, which is blank`;
	if (text !== text.trim())
		return `found ${shown}; a blank at the beginning or the end would be part of the pattern; remove it`;
	if (/\p{Cc}/u.test(text))
		return `found ${shown}; a pattern holds no control characters`;
	if (/[{}]/.test(text))
		return `found ${shown}; braces stand for anything in a pattern of the server, so they are refused; write ? or * instead`;
	if (member === 'sourceIds')
		return undefined;
	const path = member === 'apiPaths' ? text.replace(/^!/, '') : text;
	if (!path.startsWith('/'))
		return `found ${shown}; a path begins with a slash, or it never matches`;
	if (member === 'apiPaths' && /^\/(?:solar\w+\/)?api\/v\d/.test(path)) {
		return `found ${shown}; a path is written as it goes on after /api/v1/sec, as in /datum/**`;
	}
	return undefined;
}
function expectedKey(found, keys, otherNames, words) {
	if (/^(?:not-?after|expir)/i.test(found))
		return `the end of the token is set by ${words.theInput('expires_in')} or ${words.input('expires_at')}`;
	const meant = keys[otherNames.indexOf(found)];
	const hint = meant === undefined ? (0,_request_suggestion_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(found, keys) : ` Did you mean "${meant}"?`;
	return `expected one of ${keys.join(', ')}.${hint}`;
}
function optionOf(name) {
	return _policy_js__WEBPACK_IMPORTED_MODULE_1__/* .MEMBERS */ .kH.find((member) => member.name === name)?.option ?? name;
}
function placeOf(at) {
	return at === undefined ? {} : { at };
}


/***/ }),

// ./src/issuers/solarnetwork/policy.ts
/***/ 7824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Sp: () => (/* binding */ restricts),
  kH: () => (/* binding */ MEMBERS),
  nF: () => (/* binding */ policyJson),
  oO: () => (/* binding */ LOCATION_PRECISIONS),
  tj: () => (/* binding */ printLines),
  uZ: () => (/* binding */ AGGREGATIONS),
  yv: () => (/* binding */ printPolicy)
});
var _request_grants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9750);

const MEMBERS = [
	{ name: 'nodeIds', option: 'node-id', example: '100, 101', kind: 'node-id', list: true },
	{ name: 'sourceIds', option: 'source-id', example: '/REGION1/**', kind: 'pattern', list: true },
	{ name: 'minAggregation', option: 'min-aggregation', example: 'Hour', kind: 'aggregation', list: false },
	{ name: 'aggregations', option: 'aggregation', example: 'Hour, Day', kind: 'aggregation', list: true },
	{
		name: 'minLocationPrecision',
		option: 'min-location-precision',
		example: 'Locality',
		kind: 'location-precision',
		list: false,
	},
	{
		name: 'locationPrecisions',
		option: 'location-precision',
		example: 'Locality, Country',
		kind: 'location-precision',
		list: true,
	},
	{ name: 'nodeMetadataPaths', option: 'node-metadata-path', example: '/pm/test/**', kind: 'pattern', list: true },
	{
		name: 'userMetadataPaths',
		option: 'user-metadata-path',
		example: '/pm/account/public/**',
		kind: 'pattern',
		list: true,
	},
	{ name: 'apiPaths', option: 'api-path', example: '/datum/**', kind: 'pattern', list: true },
	{ name: 'refreshAllowed', option: 'refresh-allowed', example: 'true', kind: 'boolean', list: false },
];
const AGGREGATIONS = new Map([
	['None', '0'],
	['Minute', 'm'],
	['FiveMinute', '5m'],
	['TenMinute', '10m'],
	['FifteenMinute', '15m'],
	['ThirtyMinute', '30m'],
	['Hour', 'h'],
	['HourOfDay', 'hd'],
	['HourOfYear', 'hy'],
	['SeasonalHourOfDay', 'shd'],
	['Day', 'd'],
	['DayOfWeek', 'wd'],
	['DayOfYear', 'yd'],
	['SeasonalDayOfWeek', 'swd'],
	['Week', 'w'],
	['WeekOfYear', 'yw'],
	['Month', 'M'],
	['Year', 'y'],
	['RunningTotal', 'rt'],
]);
const LOCATION_PRECISIONS = [
	'LatLong',
	'Block',
	'Street',
	'PostalCode',
	'Locality',
	'StateOrProvince',
	'Region',
	'TimeZone',
	'Country',
];
function restricts(policy) {
	return Object.entries(policy).some(([name, value]) => name !== 'refreshAllowed' &&
		!(name === 'minAggregation' && value === 'None') &&
		!(name === 'minLocationPrecision' && value === 'LatLong'));
}
function policyJson(policy, notAfter) {
	return JSON.stringify({ ...policy, notAfter });
}
function printPolicy(policy) {
	return restricts(policy) ? JSON.stringify(policy) : printLines(policy).join('\n');
}
function printLines(policy) {
	const lines = MEMBERS.flatMap(({ name, option }) => {
		const value = policy[name];
		if (value === undefined)
			return [];
		const words = (Array.isArray(value) ? value : [value]).map((item) => ({ text: String(item), quoted: true }));
		return [(0,_request_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .printGrantLine */ .AZ)({ resource: [{ text: option, quoted: false }], actions: words })];
	});
	return restricts(policy) ? lines : ['unrestricted', ...lines];
}


/***/ }),

// ./src/issuers/solarnetwork/reach.ts
/***/ 367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  he: () => (/* binding */ leftOpenBy),
  pY: () => (/* binding */ noticesOfPolicy)
});
/* unused harmony export AREAS */
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7440);
var _request_encoded_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8887);
var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7824);



function leftOpenBy(policy, type) {
	const { minAggregation, minLocationPrecision } = policy;
	const anyAggregation = policy.aggregations === undefined && (minAggregation ?? 'None') === 'None';
	const anyPrecision = policy.locationPrecisions === undefined && (minLocationPrecision ?? 'LatLong') === 'LatLong';
	const open = [
		[policy.nodeIds === undefined, 'all nodes of the account'],
		[policy.sourceIds === undefined, 'all sources'],
		[anyAggregation, 'every aggregation, down to single readings'],
		[anyPrecision, 'every location precision, up to coordinates'],
		[policy.nodeMetadataPaths === undefined, 'all metadata of nodes'],
		[policy.userMetadataPaths === undefined, 'all metadata of the account'],
		[
			policy.apiPaths === undefined,
			type === 'User'
				? 'all API paths, those that change things too'
				: 'all API paths that a ReadNodeData token may call',
		],
		[policy.refreshAllowed !== false, 'renewing its signing key without its secret'],
	];
	return open.filter(([isOpen]) => isOpen).map(([, what]) => what);
}
const AREAS = [
	{ paths: ['/instr'], follows: 'instructions that wait for a node are carried out' },
	{ paths: ['/user/export'], follows: 'exports go on sending data to where they were set up to' },
	{ paths: ['/user/expire'], follows: 'policies go on deleting data' },
	{ paths: ['/user/event'], follows: 'hooks go on sending events to an address' },
	{ paths: ['/user/c2c'], follows: 'integrations go on using the stored credentials of clouds' },
	{
		paths: ['/user/din', '/user/inin', '/user/ocpp', '/user/oscp', '/user/dnp3'],
		follows: 'credentials that were made for devices and other systems stay valid',
	},
	{ paths: ['/user/secrets'], follows: 'secrets that were replaced are used by what reads them' },
];
function opensBelow(path, pattern) {
	if (pattern.startsWith('!'))
		return true;
	const parts = partsOf(pattern);
	const names = partsOf(path);
	for (const [index, name] of names.entries()) {
		const part = parts[index];
		if (part === '**')
			return true;
		if (part === undefined || !partFits(part, name))
			return false;
	}
	return parts.length > names.length;
}
function partFits(part, name) {
	const source = part
		.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
		.replaceAll('\\?', '.')
		.replace(/(?:\\\*)+/g, '.*');
	return new RegExp(`^${source}$`, 'su').test(name);
}
function partsOf(path) {
	return path.split('/').filter((part) => part !== '');
}
function breadthOf(pattern) {
	const parts = partsOf(pattern);
	if (parts.length === 0 || !parts.every((part) => /^[*?]*\*[*?]*$/.test(part)))
		return undefined;
	if (pattern.endsWith('/') && parts.at(-1) !== '**')
		return undefined;
	return parts.includes('**') ? 'across' : 'so many parts';
}
function noticesOfPolicy(policy, type) {
	const { sourceIds = [], nodeMetadataPaths = [], userMetadataPaths = [] } = policy;
	const encoded = (0,_request_encoded_text_js__WEBPACK_IMPORTED_MODULE_1__/* .noteOnEncoded */ .u)([...sourceIds, ...nodeMetadataPaths, ...userMetadataPaths, ...(policy.apiPaths ?? [])]);
	const notices = encoded === undefined ? [] : [(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .l)(encoded)];
	if (!(0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .restricts */ .Sp)(policy)) {
		notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)(type === 'User'
			? 'The token is unrestricted: it can do everything in the account that its owner can, and it can create and change tokens, which outlive its revocation.'
			: "The token is unrestricted: it can read all data of all of the account's nodes."));
	}
	else if (type === 'User' && policy.apiPaths === undefined) {
		notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)('A User token can call the whole API of the account, also to change things, and nodes and sources restrict only what asks for data. Add api-path lines, or mint type solarnetwork/ReadNodeData if it only reads.'));
	}
	if (type === 'User') {
		const { apiPaths } = policy;
		const open = AREAS.filter(({ paths }) => paths.some((path) => apiPaths === undefined || apiPaths.some((pattern) => opensBelow(path, pattern))));
		if (open.length > 0) {
			const list = open.map(({ paths, follows }) => `${follows} (${paths.join(', ')})`).join('; ');
			notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)(`What is set up with the token outlives it. When it is revoked, ${list}.`));
		}
	}
	const inverted = policy.apiPaths?.filter((path) => path.startsWith('!')) ?? [];
	if (inverted.length > 0) {
		notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)(`api-path: ${inverted.join(', ')} lets every other path through: a request passes as soon as one of the patterns fits, and they are not subtracted from each other.`));
	}
	for (const { name, option, kind } of _policy_js__WEBPACK_IMPORTED_MODULE_0__/* .MEMBERS */ .kH) {
		const value = policy[name];
		if (kind !== 'pattern' || !Array.isArray(value))
			continue;
		const patterns = value.filter((item) => typeof item === 'string');
		const broad = patterns.filter((pattern) => breadthOf(pattern) === 'across');
		if (broad.length > 0)
			notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .l)(`${option}: ${broad.join(', ')} fits nearly everything.`));
		const flat = patterns.filter((pattern) => breadthOf(pattern) === 'so many parts');
		if (flat.length > 0) {
			notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .l)(`${option}: ${flat.join(', ')} fits everything that has as many parts between its slashes.`));
		}
		const negated = name === 'apiPaths' ? [] : patterns.filter((pattern) => pattern.startsWith('!'));
		if (negated.length > 0) {
			notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)(`${option}: ${negated.join(', ')}: a leading ! means "not" in api-path only.`));
		}
		const inside = patterns.filter((pattern) => pattern.split('/').some((part) => part.length > 2 && part.includes('**')));
		if (inside.length > 0) {
			notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$)(`${option}: ${inside.join(', ')}: ** crosses slashes only where it stands alone between them; here it is like *.`));
		}
	}
	return notices;
}


/***/ }),

};

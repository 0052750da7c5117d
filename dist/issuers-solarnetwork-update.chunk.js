"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/solarnetwork/update.ts + 1 modules
/***/ 4431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  updatesOf: () => (/* binding */ updatesOf)
});

var issuer = __webpack_require__(2247);
var lease_marker = __webpack_require__(2790);
var notice = __webpack_require__(7440);
var token_update = __webpack_require__(4341);
var change = __webpack_require__(9897);
var lifetime = __webpack_require__(8746);
var problem = __webpack_require__(1822);
var json_fields = __webpack_require__(1560);
var solarnetwork_api = __webpack_require__(5989);
var compare = __webpack_require__(8767);
var solarnetwork_grants = __webpack_require__(6197);
var shown_text = __webpack_require__(4278);
var solarnetwork_policy = __webpack_require__(7824);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/policy-change.ts




function mergePolicies(before, addition) {
	const merged = new Map(Object.entries(before));
	for (const [name, value] of Object.entries(addition)) {
		merged.set(name, Array.isArray(value) ? [...new Set([...listOf(before[name]), ...listOf(value)])] : value);
	}
	return Object.fromEntries(merged);
}
function findExcluded(before, addition) {
	const pairs = solarnetwork_grants/* EXCLUDING */.EW.flatMap(([one, other]) => [[one, other], [other, one]]);
	return pairs.flatMap(([added, standing]) => {
		if (addition[added] === undefined || isAbsent(before[standing]))
			return [];
		const [option, inTheWay] = [(0,solarnetwork_grants/* optionOf */.XD)(added), (0,solarnetwork_grants/* optionOf */.XD)(standing)];
		return [
			{
				input: 'grants',
				message: `the policy of the token has ${inTheWay}: ${shown(before[standing])}, and beside it ${option} is not added: the server keeps one of the two and drops the other without a word. Write the whole policy, with replace: true`,
			},
		];
	});
}
function movesBetween(before, after) {
	const moves = [];
	const add = (what, direction, from, to) => {
		if (direction !== 'same')
			moves.push({ what, direction, before: from, after: to });
	};
	for (const { min, list, levels } of SCALES) {
		const names = [min, list].filter((name) => !isAbsent(before[name]) || !isAbsent(after[name]));
		const show = (policy) => {
			const name = names.find((candidate) => !isAbsent(policy[candidate]));
			return name === undefined ? OPEN : `${(0,solarnetwork_grants/* optionOf */.XD)(name)} ${shown(policy[name])}`;
		};
		const [one, other] = [scaleOf(before, min, list, levels), scaleOf(after, min, list, levels)];
		const what = names.map(solarnetwork_grants/* optionOf */.XD).join(' and ');
		const direction = one === undefined || other === undefined ? directionOfUnknown(before, after, names) : directionOf(one, other);
		add(what, direction, show(before), show(after));
	}
	for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
		if (ON_SCALES.has(name) || name === 'notAfter')
			continue;
		const [one, other] = [before[name], after[name]];
		const option = solarnetwork_policy/* MEMBERS */.kH.find((member) => member.name === name)?.option ?? name;
		if (name === 'refreshAllowed') {
			const [was, is] = [one !== false, other !== false];
			add(option, was === is ? 'same' : is ? 'wider' : 'narrower', shown(one), shown(other));
		}
		else
			add(option, directionOf(setOf(one), setOf(other)), shown(one), shown(other));
	}
	const [barred, willBeBarred] = [before, after].map((policy) => (0,compare/* restrictingMembers */.OZ)(policy).length > 0);
	if (barred !== willBeBarred) {
		const managing = (bars) => (bars === true ? 'no' : 'yes, if it is a User token');
		add('managing tokens', willBeBarred === true ? 'narrower' : 'wider', managing(barred), managing(willBeBarred));
	}
	return moves;
}
function knownPolicy(policy) {
	const known = solarnetwork_policy/* MEMBERS */.kH.flatMap(({ name, kind, list }) => {
		const value = policy[name];
		const type = kind === 'node-id' ? 'number' : kind === 'boolean' ? 'boolean' : 'string';
		const items = list ? listOf(value).filter((item) => typeof item === type) : [];
		if (list)
			return items.length === 0 ? [] : [[name, items]];
		return typeof value === type ? [[name, value]] : [];
	});
	return Object.fromEntries(known);
}
function directionOf(before, after) {
	const adds = before !== 'all' && (after === 'all' || [...after].some((item) => !before.has(item)));
	const takes = after !== 'all' && (before === 'all' || [...before].some((item) => !after.has(item)));
	return adds ? (takes ? 'both' : 'wider') : takes ? 'narrower' : 'same';
}
function directionOfUnknown(before, after, names) {
	return names.every((name) => directionOf(setOf(before[name]), setOf(after[name])) === 'same') ? 'same' : 'both';
}
const SCALES = [
	{
		min: 'minAggregation',
		list: 'aggregations',
		levels: [
			['None'],
			['Minute'],
			['FiveMinute'],
			['TenMinute'],
			['FifteenMinute'],
			['ThirtyMinute'],
			['Hour', 'HourOfDay', 'HourOfYear', 'SeasonalHourOfDay'],
			['Day', 'DayOfWeek', 'DayOfYear', 'SeasonalDayOfWeek'],
			['Week', 'WeekOfYear'],
			['Month'],
			['Year'],
			['RunningTotal'],
		],
	},
	{
		min: 'minLocationPrecision',
		list: 'locationPrecisions',
		levels: solarnetwork_policy/* LOCATION_PRECISIONS */.oO.map((precision) => [precision]),
	},
];
const ON_SCALES = new Set(SCALES.flatMap(({ min, list }) => [min, list]));
function scaleOf(policy, min, list, levels) {
	const lowest = policy[min];
	if (!isAbsent(lowest)) {
		const index = levels.findIndex((names) => names.some((name) => name === lowest));
		return index === -1 ? undefined : index === 0 ? 'all' : new Set(levels.slice(index).flat());
	}
	if (isAbsent(policy[list]))
		return 'all';
	const known = new Set(levels.flat());
	const names = listOf(policy[list]).flatMap((name) => (typeof name === 'string' && known.has(name) ? [name] : []));
	return names.length === listOf(policy[list]).length ? new Set(names) : undefined;
}
function isAbsent(value) {
	return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
function setOf(value) {
	if (isAbsent(value))
		return 'all';
	return new Set((Array.isArray(value) ? listOf(value) : [value]).map((item) => JSON.stringify(item)));
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}
const OPEN = 'no restriction';
function shown(value) {
	if (isAbsent(value))
		return OPEN;
	return Array.isArray(value) ? (0,shown_text/* enumerateBy */.KC)(listOf(value), showItem) : showItem(value);
}
function showItem(item) {
	return typeof item === 'string' ? item : (0,shown_text/* showJson */.qN)(item);
}

var reach = __webpack_require__(367);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/update.ts














const LONGEST_DESCRIPTION = 512;
function updatesOf(type) {
	return {
		changing: change/* CHANGING */.Wt,
		changeable: 'the name, the description, the status, the policy and the end',
		clearable: change/* CLEARABLE */.eL,
		statuses: ['Active', DISABLED],
		expiry: { kind: 'millisecond', longest: lifetime/* YEAR */.UX },
		understand: (change, words) => understand(type, change, words),
	};
}
const DISABLED = 'Disabled';
function understand(type, change, words) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const { grants, replace, dropExpiry, lifetime } = change;
	const policy = grants === undefined ? undefined : take(replace ? (0,solarnetwork_grants/* readGrants */.o4)(grants, words) : (0,solarnetwork_grants/* readAddition */.H3)(grants, words));
	if (replace && grants === undefined) {
		problems.push({
			input: 'replace',
			message: `it says that ${words.input('grants')} takes the place of the policy, and none is given`,
		});
	}
	if (dropExpiry && !replace) {
		problems.push({
			input: 'drop_expiry',
			message: `an end is taken away only with the whole policy: set ${words.setting('replace', 'true')}, and write the policy in ${words.input('grants')}`,
		});
	}
	if (dropExpiry && lifetime !== undefined) {
		problems.push({ input: 'drop_expiry', message: 'a new end is given too; keep one of the two' });
	}
	if (problems.length > 0)
		return (0,problem/* invalid */.Gq)(...problems);
	return (0,problem/* valid */.rZ)({
		open({ access }, ports) {
			const api = (0,solarnetwork_api/* openTokenApi */.oW)(access, ports);
			return {
				plan: (token, now) => planOf(type, token, now, change, policy, api),
				compare: update_compare,
				printGrants,
				disabling: { status: DISABLED, disable: (id) => setStatus(id, DISABLED, api) },
			};
		},
	});
}
function managesTokens(type, policy) {
	return type === 'User' && (0,compare/* restrictingMembers */.OZ)(policy).length === 0;
}
function planOf(type, token, now, change, policy, api) {
	const { id } = token;
	const before = policyOf(token);
	const excluded = policy === undefined || change.replace ? [] : findExcluded(before, policy);
	if (excluded.length > 0)
		throw refusal(excluded);
	const after = policy === undefined ? before : change.replace ? { ...policy } : mergePolicies(before, policy);
	const end = change.lifetime !== undefined ? (0,lifetime/* endOf */.pJ)(change.lifetime, now) : change.dropExpiry ? 'never' : token.expiresAt;
	const endChanges = end !== token.expiresAt;
	const named = (0,token_update/* withText */.ij)(token.description, (0,token_update/* wantedText */.z1)(change, 'description'));
	const wanted = {
		...token,
		name: (0,token_update/* wantedText */.z1)(change, 'name') ?? token.name,
		description: endChanges && typeof end === 'number' ? (0,token_update/* withEnd */.EA)(named, end, LONGEST_DESCRIPTION) : named,
		status: change.status ?? token.status,
		expiresAt: end,
		grants: after,
		managesTokens: managesTokens(type, after),
	};
	const info = !isSame(wanted.name, token.name) || !isSame(wanted.description, token.description);
	const policyChanges = (0,compare/* policyHash */.tx)(after) !== (0,compare/* policyHash */.tx)(before);
	const status = wanted.status === token.status ? [] : [statusStep(id, wanted.status ?? '', api)];
	const others = [
		...(info ? [infoStep(wanted, api)] : []),
		...(policyChanges || endChanges
			? [policyStep(id, { ...(policy ?? {}) }, endChanges || change.replace ? end : undefined, change.replace, api)]
			: []),
	];
	return {
		wanted,
		steps: wanted.status === DISABLED ? [...status, ...others] : [...others, ...status],
		moves: movesBetween(before, after),
		notices: [
			...(policyChanges ? (0,reach/* noticesOfPolicy */.pY)(knownPolicy(after), type) : []),
			...noticesOfMarker(token, endChanges),
		],
	};
}
function noticesOfMarker({ description }, endChanges) {
	if (!endChanges || (0,lease_marker/* readDescription */.XF)(description ?? '').kind !== 'of-later-version')
		return [];
	const { marker } = (0,lease_marker/* splitDescription */.ZR)(description ?? '');
	return [(0,notice/* notice */.l)(`The marker is one of a later version of mint-token and stays as it is, with the old end: ${marker}`)];
}
function refusal(problems) {
	return new issuer/* Refused */.L(problems.map(problem/* formatProblem */.Vw).join('; '), { problems });
}
function printGrants(token) {
	const policy = policyOf(token);
	const known = knownPolicy(policy);
	return (0,solarnetwork_policy/* restricts */.Sp)(known) ? JSON.stringify(policy) : (0,solarnetwork_policy/* printPolicy */.yv)(known);
}
function policyOf({ grants }) {
	return (0,json_fields/* fieldsOf */.P)(grants) ?? {};
}
function isSame(one, other) {
	return (one ?? '') === (other ?? '');
}
function infoStep({ id, name = '', description = '' }, api) {
	const texts = [['name', name], ['description', description]].filter(([, text]) => text !== '');
	return {
		what: 'name and description',
		send: () => succeed({ method: 'POST', path: '/info', parameters: [['tokenId', id], ...texts], repeat: 'safe' }, api),
	};
}
function statusStep(id, status, api) {
	return { what: `status ${status}`, send: () => setStatus(id, status, api) };
}
async function setStatus(id, status, api) {
	const parameters = [
		['tokenId', id],
		['status', status],
	];
	await succeed({ method: 'POST', path: '/status', parameters, repeat: 'safe' }, api);
}
function policyStep(id, policy, end, replace, api) {
	const json = JSON.stringify({ ...policy, ...(typeof end === 'number' ? { notAfter: end } : {}) });
	return {
		what: Object.keys(policy).length === 0 && !replace ? 'end' : typeof end === 'number' ? 'policy and end' : 'policy',
		async send() {
			const answer = await api.send({
				method: replace ? 'PUT' : 'PATCH',
				path: '/policy',
				parameters: [['tokenId', id]],
				json,
				repeat: 'safe',
			});
			if (answer.status === 200 && answer.text.trim() === '') {
				throw new token_update/* PowerInDoubt */.DH(`${answer.what} with nothing, as SolarNetwork does when it kept no policy: the token may have no restriction and no end any more`);
			}
			if ((0,solarnetwork_api/* successOf */.Bu)(answer) === undefined)
				throw new Error((0,solarnetwork_api/* explain */.WE)(answer, api));
		},
	};
}
async function succeed(request, api) {
	const answer = await api.send(request);
	if ((0,solarnetwork_api/* successOf */.Bu)(answer) === undefined)
		throw new Error((0,solarnetwork_api/* explain */.WE)(answer, api));
}
function update_compare(wanted, found) {
	const [one, other] = [policyOf(wanted), policyOf(found)];
	const differences = (0,compare/* comparePolicies */.OF)(one, other);
	const direction = (0,token_update/* directionOfAll */.it)(movesBetween(one, other));
	const wider = direction === 'wider' || direction === 'both';
	return [
		...differences.map((difference) => ({ ...difference, wider })),
		...(0,token_update/* differencesOfEnd */.ht)(wanted.expiresAt, found.expiresAt),
	];
}


/***/ }),

};

"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/update.ts
/***/ 5479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
var _runner_admin_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8289);
var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);
var _verbs_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9194);
var _verbs_update_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9541);





const stop = (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_2__/* .listenForStop */ .rr)();
void (0,_verbs_update_js__WEBPACK_IMPORTED_MODULE_1__.update)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .askedOf */ .iN)(process.env), (0,_runner_admin_host_js__WEBPACK_IMPORTED_MODULE_0__/* .openAdminHost */ .u)(process.env), stop).then((outcome) => (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcess */ .JZ)((0,_verbs_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitStatusOf */ .e)(outcome)));


/***/ }),

// ./src/lease/token-update.ts
/***/ 4341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  DH: () => (/* binding */ PowerInDoubt),
  EA: () => (/* binding */ withEnd),
  Jh: () => (/* binding */ differencesFrom),
  ht: () => (/* binding */ differencesOfEnd),
  ij: () => (/* binding */ withText),
  it: () => (/* binding */ directionOfAll),
  vn: () => (/* binding */ showEnd),
  xm: () => (/* binding */ takeSteps),
  z1: () => (/* binding */ wantedText)
});
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);
var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2790);
var _ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1102);




function directionOfAll(moves) {
	const directions = new Set(moves.map(({ direction }) => direction));
	const [narrower, wider] = [directions.has('narrower'), directions.has('wider')];
	if (directions.has('both') || (narrower && wider))
		return 'both';
	return narrower ? 'narrower' : wider ? 'wider' : 'same';
}
class PowerInDoubt extends Error {
	name = 'PowerInDoubt';
}
async function takeSteps({ steps }, before, { stop }) {
	for (const [index, step] of steps.entries()) {
		let begun = false;
		try {
			(0,_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .throwIfStopped */ .$J)(stop);
			before(step, index);
			begun = true;
			await step.send();
		}
		catch (error) {
			return { done: steps.slice(0, index), failure: { step, begun, error, untried: steps.slice(index + 1) } };
		}
	}
	return { done: steps, failure: undefined };
}
function differencesFrom(wanted, found, update) {
	const texts = ['name', 'description', 'status', 'type'].flatMap((what) => {
		const [asked, granted] = [wanted[what], found[what]];
		if ((asked ?? '') === (granted ?? ''))
			return [];
		const wider = what === 'type' || (what === 'status' && asked === update.disabling?.status);
		return [{ what, asked: showText(asked), granted: showText(granted), wider }];
	});
	return [...texts, ...update.compare(wanted, found)];
}
function differencesOfEnd(wanted, found, tolerance = 0) {
	if (typeof wanted === 'number' && typeof found === 'number') {
		if (Math.abs(found - wanted) <= tolerance)
			return [];
		return [{ what: 'end', asked: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(wanted), granted: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(found), wider: found > wanted }];
	}
	if (wanted === found)
		return [];
	return [{ what: 'end', asked: showEnd(wanted), granted: showEnd(found), wider: wanted !== 'never' }];
}
function showEnd(end) {
	return typeof end === 'number' ? (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(end) : end === 'never' ? 'none' : 'not told';
}
const LONGEST_SHOWN = 600;
function showText(text) {
	return text === undefined || text === '' ? 'nothing' : JSON.stringify((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(text, LONGEST_SHOWN));
}
function wantedText(change, what) {
	return change.clear.includes(what) ? '' : change[what];
}
function withText(description, text) {
	if (text === undefined)
		return description;
	const { marker } = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .splitDescription */ .ZR)(description ?? '');
	return marker === '' ? text : (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .describeWith */ .Wq)(text, marker);
}
function withEnd(description, end, longest = Infinity) {
	const read = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .readDescription */ .XF)(description ?? '');
	if (read.kind !== 'marked')
		return description;
	const { text, marker } = read;
	const room = longest - (text === '' ? 0 : [...text].length + 1);
	return (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .describeWith */ .Wq)(text, (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .printMarker */ .uZ)((0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .fitMarker */ .EU)({ ...marker, expiresAt: end }, Math.min(room, _marker_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_MARKER */ .Ke))));
}


/***/ }),

// ./src/request/change.ts
/***/ 9897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Im: () => (/* binding */ isEmpty),
  Wt: () => (/* binding */ CHANGING),
  eL: () => (/* binding */ CLEARABLE),
  q_: () => (/* binding */ parseChange)
});
var _choice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1378);
var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1822);
var _request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(712);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);




const CLEARABLE = ['name', 'description'];
const CHANGING = [
	'grants',
	'replace',
	'expires_in',
	'expires_at',
	'time_zone',
	'drop_expiry',
	'name',
	'description',
	'clear',
	'status',
];
async function parseChange(title, known, inputs, now, words) {
	const { problems, take } = (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectProblems */ .vX)();
	const cannot = new Set(CHANGING.filter((input) => !known.changing.includes(input)));
	for (const input of cannot) {
		if (inputs(input) === undefined)
			continue;
		problems.push({ input, message: `${title} cannot change that; of a token it can change ${known.changeable}` });
	}
	const given = (input) => (cannot.has(input) ? undefined : inputs(input));
	const written = given('grants');
	const grants = written === undefined ? undefined : await (0,_request_js__WEBPACK_IMPORTED_MODULE_0__/* .readGrants */ .o4)(written);
	problems.push(...(grants?.problems ?? []));
	const anyEnd = ['expires_in', 'expires_at', 'time_zone'].some((input) => given(input) !== undefined);
	const lifetime = anyEnd ? take(await (0,_request_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLifetime */ .$u)({ title, expiry: known.expiry }, given, now, words)) : undefined;
	const clear = take(parseClear(given, known.clearable)) ?? [];
	const change = {
		name: take((0,_request_js__WEBPACK_IMPORTED_MODULE_0__/* .parseText */ .r4)('name', given('name'), _request_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_NAME */ .B6)),
		description: take((0,_request_js__WEBPACK_IMPORTED_MODULE_0__/* .parseText */ .r4)('description', given('description'), _request_js__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_DESCRIPTION */ .iC)),
		clear,
		grants: grants?.grants,
		replace: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .y)('replace', given, false)) ?? false,
		lifetime,
		dropExpiry: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .y)('drop_expiry', given, false)) ?? false,
		status: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChoice */ .H)('status', given('status'), known.statuses)),
	};
	for (const what of clear) {
		if (change[what] === undefined)
			continue;
		problems.push({ input: 'clear', message: `a new ${what} is given too; keep one of the two` });
	}
	return { change, problems };
}
function parseClear(given, clearable) {
	const { problems, take } = (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectProblems */ .vX)();
	const wanted = (given('clear') ?? '').split(/[\s,]+/).filter((word) => word !== '');
	const clear = wanted.flatMap((word) => take(readClearable(word, clearable)) ?? []);
	return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)([...new Set(clear)]);
}
function readClearable(word, clearable) {
	const found = clearable.find((candidate) => candidate === word);
	if (found !== undefined)
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)(found);
	return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ input: 'clear', message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(word)}; expected ${clearable.join(', or ')}` });
}
function isEmpty({ name, description, clear, grants, lifetime, dropExpiry, status }) {
	return ([name, description, grants, lifetime, status].every((part) => part === undefined) &&
		clear.length === 0 &&
		!dropExpiry);
}


/***/ }),

// ./src/verbs/update.ts
/***/ 9541:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  update: () => (/* binding */ update)
});
var _host_host_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2106);
var _host_open_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7361);
var _issuers_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1586);
var _lease_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5436);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2247);
var _lease_listed_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7069);
var _lease_marker_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2790);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1102);
var _lease_server_clock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8196);
var _lease_token_update_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4341);
var _request_change_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9897);
var _request_choice_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1378);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8746);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4278);
var _administer_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9334);
var _admin_order_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(564);

















function update(asked, host, stop) {
	const pause = createPause(stop);
	return (0,_administer_js__WEBPACK_IMPORTED_MODULE_11__/* .administer */ .V)(() => (0,_admin_order_js__WEBPACK_IMPORTED_MODULE_12__/* .readAdminOrder */ .y)('update', asked, host, (inputs, kind) => readWish(inputs, kind, host.words), ['status']), host, pause.stop, (opened) => changeToken(opened, pause, host));
}
const ANY_TYPE = {
	changing: _request_change_js__WEBPACK_IMPORTED_MODULE_9__/* .CHANGING */ .Wt,
	changeable: '',
	clearable: _request_change_js__WEBPACK_IMPORTED_MODULE_9__/* .CLEARABLE */ .eL,
	statuses: ['Active', 'Disabled', 'active', 'inactive'],
	expiry: { kind: 'second', longest: _request_lifetime_js__WEBPACK_IMPORTED_MODULE_10__/* .YEAR */ .UX },
};
async function readWish(inputs, kind, words) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_13__/* .collectProblems */ .vX)();
	const updates = kind === undefined ? undefined : await (0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .loadUpdates */ .fT)(kind.type);
	if (kind !== undefined && updates === undefined) {
		problems.push({
			input: 'type',
			message: `${kind.finder.title} changes nothing in a token that it has made: mint another one, and revoke this one`,
		});
	}
	const id = take(readId(inputs, kind));
	const foreign = take((0,_request_choice_js__WEBPACK_IMPORTED_MODULE_14__/* .parseBoolean */ .y)('foreign', inputs, false));
	const dryRun = take((0,_request_choice_js__WEBPACK_IMPORTED_MODULE_14__/* .parseBoolean */ .y)('dry_run', inputs, false));
	const known = updates ?? ANY_TYPE;
	const read = await (0,_request_change_js__WEBPACK_IMPORTED_MODULE_9__/* .parseChange */ .q_)(kind?.finder.title ?? '', known, inputs, _lease_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .ml.now(), words);
	problems.push(...read.problems);
	const understood = updates?.understand(read.change, words);
	const grantsUnread = read.problems.some(({ input }) => input === 'grants');
	if (understood?.ok === false) {
		problems.push(...understood.problems.filter(({ input, at }) => !grantsUnread || input !== 'grants' || at !== undefined));
	}
	if (problems.length > 0 ||
		id === undefined ||
		foreign === undefined ||
		dryRun === undefined ||
		understood?.ok !== true) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_13__/* .invalid */ .Gq)(...problems);
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_13__/* .valid */ .rZ)({ id, change: read.change, understood: understood.value, foreign, dryRun });
}
function readId(inputs, kind) {
	const id = inputs('token_id')?.trim();
	if (id === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_13__/* .invalid */ .Gq)({ input: 'token_id', message: 'it is not given; expected the id of the token to change' });
	}
	const ids = kind?.finder.tokenIds;
	if (ids === undefined || ids.matches(id))
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_13__/* .valid */ .rZ)(id);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_13__/* .invalid */ .Gq)({ input: 'token_id', message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .quote */ .hD)(id)}; expected ${ids.form}` });
}
async function changeToken({ order, tokens, ports }, pause, host) {
	const { wish, found } = order;
	let before;
	let update;
	let plan;
	try {
		before = await readToChange(order, tokens, ports);
		update = wish.understood.open(found, ports);
		plan = update.plan(before, ports.clock.now() + (0,_lease_server_clock_js__WEBPACK_IMPORTED_MODULE_7__/* .serverAheadOf */ .o4)({ serverAhead: tokens.serverAhead }));
	}
	catch (error) {
		host.say('nothing was changed');
		throw error;
	}
	reportPlan(before, plan, host);
	if (plan.steps.length === 0) {
		if ((0,_request_change_js__WEBPACK_IMPORTED_MODULE_9__/* .isEmpty */ .Im)(wish.change))
			host.warn(NOTHING_ASKED);
		const unchanged = { outcome: 'unchanged', before, after: before };
		deliver(order, update, host, unchanged, 'Nothing to change: the token is as it shall be.');
		return true;
	}
	if (wish.dryRun) {
		const planned = { outcome: 'planned', before, after: plan.wanted };
		deliver(order, update, host, planned, 'Nothing was changed: this was a dry run.');
		return true;
	}
	const count = plan.steps.length;
	const progress = await (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_8__/* .takeSteps */ .xm)(plan, ({ what }, index) => host.say(`step ${index + 1} of ${count}: ${what}`), ports);
	pause.begin();
	try {
		if (!pause.isAsked())
			ports.deadline.leave(Math.max(ports.deadline.remaining(), _host_open_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .GRACE */ .Zv));
		return await conclude({ order, tokens, before, plan, update, progress }, host);
	}
	finally {
		pause.end();
	}
}
const NOTHING_ASKED = 'No change is asked for: every input that changes something is empty. An expression was probably empty.';
function createPause(stop) {
	let current = stop;
	return {
		stop: {
			get signal() {
				return current.signal;
			},
			onRequest: (callback) => current.onRequest(callback),
		},
		begin() {
			current = _lease_ports_js__WEBPACK_IMPORTED_MODULE_6__/* .neverStops */ .q3;
		},
		end() {
			current = stop;
		},
		isAsked: () => stop.signal !== undefined,
	};
}
async function readToChange({ kind, wish }, tokens, ports) {
	const { id } = wish;
	const [read] = await tokens.read([id]);
	switch (read?.kind) {
		case undefined:
		case 'absent':
			throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`there is no token ${id}: see whether it was revoked, and whether it is of this account`);
		case 'unreadable':
			throw read.error;
		case 'elsewhere':
			throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`${id} is not changed: ${read.reason}`);
		case 'read':
			break;
	}
	const { token } = read;
	if (!kind.types.includes(token.type)) {
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`${id} is a token of type ${token.type}; if it is meant, set ${ports.words.setting('type', token.type)}`);
	}
	if (token.isCredential === true)
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`${id} is the credential itself, which is never changed`);
	const { kind: marking } = (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .readDescription */ .XF)(token.description ?? '');
	if (token.isCredential === false || marking === 'marked' || wish.foreign)
		return token;
	const why = marking === 'foreign'
		? 'no marker of mint-token is at the end of its description'
		: 'its marker is one of a later version of mint-token';
	throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`${id} is not changed: ${why}, and ${kind.finder.title} does not tell whether it is the credential itself. If it is meant, set ${ports.words.setting('foreign', 'true')}`);
}
async function conclude(work, host) {
	const { order, before, plan, update, progress } = work;
	const { id } = order.wish;
	const { failure } = progress;
	const inDoubt = failure?.error instanceof _lease_token_update_js__WEBPACK_IMPORTED_MODULE_8__/* .PowerInDoubt */ .DH;
	const said = inDoubt ? [await disable(work, undefined)] : [];
	const read = await readBack(work);
	const differences = 'token' in read ? (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_8__/* .differencesFrom */ .Jh)(plan.wanted, read.token, update) : [];
	if (failure === undefined && 'token' in read && differences.length === 0) {
		return tryDeliver(work, host, { outcome: 'updated', before, after: read.token }, `Updated ${id}.`);
	}
	const isWider = 'token' in read &&
		differences.some(({ wider }) => wider) &&
		(failure === undefined || (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_8__/* .differencesFrom */ .Jh)(before, read.token, update).some(({ wider }) => wider));
	if (isWider && !inDoubt)
		said.push(await disable(work, read.token));
	const after = said.length === 0 ? read : await readBack(work);
	host.fail([
		failure === undefined ? sentenceOfSteps(id, progress) : sentenceOfFailure(id, failure, progress),
		'token' in read ? sentenceOfDifferences(differences) : `It could not be read back: ${read.why}`,
		...said,
	].join('. '));
	const outcome = { outcome: 'failed', before, ...('token' in after ? { after: after.token } : {}) };
	tryDeliver(work, host, outcome, `The update of ${id} failed.`);
	return false;
}
function sentenceOfSteps(id, { done }) {
	return `The update of ${id} went through (${listSteps(done)}), and is not what it should be`;
}
function sentenceOfFailure(id, { step, begun, error, untried }, { done }) {
	const parts = [
		...(done.length === 0 ? [] : [`done: ${listSteps(done)}`]),
		...(begun ? [`failed, and possibly done: ${step.what}`] : []),
		...(begun ? untried : [step, ...untried]).map(({ what }) => `not begun: ${what}`),
	];
	return `The update of ${id} did not go through (${parts.join('; ')}): ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .messageOf */ .bD)(error)}`;
}
function listSteps(steps) {
	return steps.map(({ what }) => what).join('; ');
}
function tryDeliver({ order, update }, host, came, conclusion) {
	try {
		deliver(order, update, host, came, conclusion);
		return true;
	}
	catch (error) {
		host.fail(`${conclusion} But ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .messageOf */ .bD)(error)}`);
		return false;
	}
}
function sentenceOfDifferences(differences) {
	if (differences.length === 0)
		return 'Read back, it is what it should be all the same';
	const list = differences.map(({ what, asked, granted }) => `${what}: asked for ${asked}, and it is ${granted}`);
	return `Read back, it differs in ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .enumerate */ .HL)(list, '; ', 1_000)}`;
}
async function disable({ order, tokens, update }, token) {
	const { id } = order.wish;
	const { disabling } = update;
	const byHand = `To revoke it: ${tokens.byHand(id)}`;
	if (disabling === undefined) {
		return `It has more power than was wanted, and ${order.kind.finder.title} cannot disable a token. ${byHand}`;
	}
	if (token?.status === disabling.status)
		return `It has more power than was wanted, and is ${disabling.status}`;
	try {
		await disabling.disable(id);
		return `Since it may have more power than was wanted, it was disabled too (${disabling.status})`;
	}
	catch (error) {
		return `It may have more power than was wanted, and disabling it failed: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .messageOf */ .bD)(error)}. ${byHand}`;
	}
}
async function readBack({ order, tokens }) {
	try {
		const [read] = await tokens.read([order.wish.id]);
		switch (read?.kind) {
			case 'read':
				return { token: read.token };
			case 'unreadable':
				return { why: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .messageOf */ .bD)(read.error) };
			case 'elsewhere':
				return { why: read.reason };
			case undefined:
			case 'absent':
				return { why: 'it is not there any more' };
		}
	}
	catch (error) {
		return { why: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .messageOf */ .bD)(error) };
	}
}
function reportPlan(before, { wanted, moves, notices }, host) {
	host.say(`the token ${before.id} of type ${before.type}`);
	for (const [what, was, is] of rowsOf(before, wanted)) {
		if (was !== is && what !== 'Grants')
			host.say(`  ${what.toLowerCase()}: ${was} -> ${is}`);
	}
	for (const { what, direction, before: was, after } of moves) {
		host.say(`  ${what}: ${was} -> ${after}, ${WAYS[direction]}`);
	}
	const direction = (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_8__/* .directionOfAll */ .it)(moves);
	if (direction !== 'same')
		host.say(`  what it may do becomes ${WAYS[direction]}`);
	for (const notice of notices)
		(0,_host_host_js__WEBPACK_IMPORTED_MODULE_16__/* .tell */ .q)(host, notice);
}
const WAYS = {
	same: 'the same',
	narrower: 'narrower',
	wider: 'wider',
	both: 'narrower and wider',
};
function rowsOf(before, after) {
	const row = (what, show) => [
		what,
		show(before),
		after === undefined ? 'not known' : show(after),
	];
	return [
		row('Name', ({ name }) => name ?? ''),
		row('Description', ({ description }) => description ?? ''),
		row('Status', ({ status }) => status ?? ''),
		row('End', showEndOf),
		row('Grants', ({ grants }) => (grants === undefined ? '' : JSON.stringify(grants))),
	];
}
function showEndOf(token) {
	const end = (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_4__/* .endOfToken */ .kv)(token);
	return end === undefined ? (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_8__/* .showEnd */ .vn)(token.expiresAt) : (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_10__/* .formatInstant */ .r4)(end);
}
function deliver(order, update, host, { outcome, before, after }, conclusion) {
	const token = after ?? before;
	const end = (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_4__/* .endOfToken */ .kv)(token);
	const rows = rowsOf(before, after);
	const results = {
		table: {
			title: `${order.kind.finder.title} token ${before.id}`,
			headings: ['', 'Before', outcome === 'planned' ? 'Planned' : 'After'],
			rows,
			count: rows.length,
			conclusion,
		},
		values: [
			['token_id', token.id],
			['name', token.name ?? ''],
			['type', token.type],
			['status', token.status ?? ''],
			['grants', token.grants === undefined ? '' : update.printGrants(token)],
			['expires_at', end === undefined ? '' : (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_10__/* .formatInstant */ .r4)(end)],
		],
		json: [
			{
				...(0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenJson */ .oj)(token),
				outcome,
				before: (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenJson */ .oj)(before),
				...(after === undefined ? {} : { after: (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenJson */ .oj)(after) }),
			},
		],
		summary: order.summary,
	};
	host.deliver(results);
}


/***/ }),

// ./src/issuers/namespace/update.ts
/***/ 155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  updates: () => (/* binding */ updates)
});
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2247);
var _lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7069);
var _lease_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2790);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7440);
var _lease_token_update_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4341);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8746);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1822);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1560);
var _api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9643);









const TOLERANCE = _request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .MINUTE */ .pY * 1000;
const updates = {
	changing: ['expires_in', 'expires_at', 'time_zone'],
	changeable: 'the end, and only to a later one',
	clearable: [],
	statuses: [],
	expiry: { kind: 'second', longest: _request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .YEAR */ .UX },
	understand: (change) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .valid */ .rZ)({
		open({ access, context }, ports) {
			const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .openApi */ .Nd)(access, (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .readContext */ .yI)(context ?? {}), ports);
			return {
				plan: (token, now) => planOf(token, now, change, api, ports),
				compare,
				printGrants: ({ grants }) => JSON.stringify(grants ?? null),
			};
		},
	}),
};
function planOf(token, now, { lifetime }, api, { clock }) {
	const unchanged = { wanted: token, steps: [], moves: [], notices: [] };
	if (lifetime === undefined)
		return unchanged;
	const { id, expiresAt: end, description = '' } = token;
	if (typeof end !== 'number') {
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`the end of ${id} is ${(0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_3__/* .showEnd */ .vn)(end)}, and Namespace only moves one that is told to later`);
	}
	const ahead = now - clock.now();
	if (end <= now) {
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`${id} ended at ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(end)}, and Namespace brings no token back; mint another one`);
	}
	const wantedEnd = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ)(lifetime, now);
	if (wantedEnd <= end && wantedEnd + TOLERANCE >= end)
		return unchanged;
	if (wantedEnd < end) {
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`${id} ends at ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(end)}, and Namespace only moves an end to later, not to ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(wantedEnd)}; revoke the token, and mint another one`);
	}
	return {
		wanted: { ...token, expiresAt: wantedEnd },
		steps: [{ what: 'end', send: () => refresh(id, () => Math.ceil((wantedEnd - clock.now() - ahead) / 1000), api) }],
		moves: [],
		notices: (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readDescription */ .XF)(description).kind === 'foreign'
			? []
			: [(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_7__/* .notice */ .l)('The marker in the description keeps the old end: Namespace changes no descriptions.')],
	};
}
async function refresh(tokenId, seconds, api) {
	const answer = await api.call('RefreshRevokableToken', () => ({ tokenId, minimumDuration: `${seconds()}s` }));
	if (answer.status !== 200 || (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_8__/* .fieldsOf */ .P)(answer.json) === undefined)
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .errorOf */ .Mz)(answer, 'refresh', api);
}
function compare(wanted, found) {
	return [
		...((0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameValue */ .am)(wanted.grants, found.grants)
			? []
			: [{ what: 'grants', asked: 'those from before', granted: 'others', wider: true }]),
		...(0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_3__/* .differencesOfEnd */ .ht)(wanted.expiresAt, found.expiresAt, TOLERANCE),
	];
}


/***/ }),

// ./src/issuers/influxdb/update.ts
/***/ 2738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  updates: () => (/* binding */ updates)
});
var _http_answered_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5653);
var _lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7069);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7440);
var _lease_token_update_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4341);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1560);
var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7871);
var _compare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3280);
var _permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9851);










const updates = {
	changing: ['description', 'clear', 'status'],
	changeable: 'the status and the description; it knows no names and no expiry, and permissions stay as they were granted',
	clearable: ['description'],
	statuses: ['active', 'inactive'],
	expiry: { kind: 'none' },
	understand: (change) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .valid */ .rZ)({
		open({ access }, ports) {
			const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .openApi */ .Nd)(access, ports);
			return {
				plan: (token) => planOf(token, change, api, ports),
				compare,
				printGrants: ({ grants }) => JSON.stringify(grants ?? null),
				disabling: { status: INACTIVE, disable: (id) => patch(id, { status: INACTIVE }, api, ports) },
			};
		},
	}),
};
const INACTIVE = 'inactive';
function planOf(token, change, api, ports) {
	const wanted = {
		...token,
		description: (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_2__/* .withText */ .ij)(token.description, (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedText */ .z1)(change, 'description')),
		status: change.status ?? token.status,
	};
	const body = {
		...(wanted.status === token.status ? {} : { status: wanted.status }),
		...((wanted.description ?? '') === (token.description ?? '') ? {} : { description: wanted.description ?? '' }),
	};
	const what = Object.keys(body).join(' and ');
	return {
		wanted,
		steps: what === '' ? [] : [{ what, send: () => patch(token.id, body, api, ports) }],
		moves: [],
		notices: wanted.status === INACTIVE && token.status !== INACTIVE
			? [(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_7__/* .notice */ .l)('An inactive token can do nothing until it is set to active.')]
			: [],
	};
}
async function patch(id, body, api, ports) {
	const answer = (0,_http_answered_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .maskAnswered */ .s)(await api.patch(`/api/v2/authorizations/${id}`, body), ['token'], ports.maskNew);
	if (answer.status !== 200 || (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_8__/* .fieldsOf */ .P)(answer.json)?.['id'] !== id)
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .errorOf */ .Mz)(answer);
}
function compare(wanted, found) {
	if ((0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameValue */ .am)(wanted.grants, found.grants))
		return [];
	const [asked, granted] = [(0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .readAnswered */ .C)(wanted.grants), (0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .readAnswered */ .C)(found.grants)];
	if (asked === undefined || granted === undefined) {
		return [
			{ what: 'grants', asked: 'those from before', granted: 'something that cannot be understood', wider: true },
		];
	}
	const [added, missing] = [without(granted, asked), without(asked, granted)];
	return [
		...(added.length === 0
			? []
			: [{ what: 'grants', asked: 'those from before', granted: `also ${list(added)}`, wider: true }]),
		...(missing.length === 0 ? [] : [{ what: 'grants', asked: list(missing), granted: 'nothing of it', wider: false }]),
	];
}
function without(permissions, others) {
	const keys = new Set(others.map(_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN));
	return permissions.filter((permission) => !keys.has((0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(permission)));
}
function list(permissions) {
	return (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_9__/* .enumerateBy */ .KC)(permissions, (permission) => (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .hD)((0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .printPath */ .bA)(permission)));
}


/***/ }),

};

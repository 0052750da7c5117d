"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/list.ts
/***/ 9358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
var _runner_admin_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8289);
var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);
var _verbs_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3064);
var _verbs_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9194);





process.getBuiltinModule('node:v8').setFlagsFromString('--optimize-for-size');
const stop = (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_2__/* .listenForStop */ .rr)();
void (0,_verbs_list_js__WEBPACK_IMPORTED_MODULE_1__.list)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .askedOf */ .iN)(process.env), (0,_runner_admin_host_js__WEBPACK_IMPORTED_MODULE_0__/* .openAdminHost */ .u)(process.env), stop).then((outcome) => (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcess */ .JZ)((0,_verbs_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitStatusOf */ .e)(outcome)));


/***/ }),

// ./src/verbs/list.ts
/***/ 3064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  list: () => (/* binding */ list)
});
var _issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1586);
var _lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7069);
var _lease_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2790);
var _request_choice_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1378);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8746);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4278);
var _administer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9334);
var _admin_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(564);
var _sweep_scope_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7991);










function list(asked, host, stop) {
	return (0,_administer_js__WEBPACK_IMPORTED_MODULE_4__/* .administer */ .V)(() => (0,_admin_order_js__WEBPACK_IMPORTED_MODULE_5__/* .readAdminOrder */ .y)('list', asked, host, (inputs) => readWish(inputs, host)), host, stop, (opened) => showTokens(opened, host));
}
function readWish(inputs, { origin, words }) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_7__/* .collectProblems */ .vX)();
	const repository = inputs('repository')?.trim() ?? (origin.by === 'terminal' ? '' : origin.repository);
	const scope = repository === ''
		? void problems.push({
			input: 'repository',
			message: `it is not given, and there is no repository that this ${words.work} belongs to; set ${words.setting('repository', 'owner/name')}, owner/*, or * for all`,
		})
		: take((0,_sweep_scope_js__WEBPACK_IMPORTED_MODULE_6__/* .parseScope */ .Sk)(repository, (0,_sweep_scope_js__WEBPACK_IMPORTED_MODULE_6__/* .forgeOf */ .$D)(origin), 'repository'));
	const run = inputs('run')?.trim();
	if (run !== undefined && !/^[^\s/]+(?:\/[^\s/]+)?$/.test(run)) {
		problems.push({
			input: 'run',
			message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)(run)}; expected the id of a run, as in 1658821493, or with its attempt, as in 1658821493/2`,
		});
	}
	const job = inputs('job')?.trim();
	const expired = inputs('expired') === undefined ? undefined : take((0,_request_choice_js__WEBPACK_IMPORTED_MODULE_9__/* .parseBoolean */ .y)('expired', inputs, false));
	const all = take((0,_request_choice_js__WEBPACK_IMPORTED_MODULE_9__/* .parseBoolean */ .y)('all', inputs, false));
	if (all === true && (run !== undefined || job !== undefined)) {
		problems.push({
			input: 'all',
			message: `tokens without our marker belong to no run, and ${words.input(run === undefined ? 'job' : 'run')} is given; remove one of the two`,
		});
	}
	if (problems.length > 0 || scope === undefined || all === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_7__/* .invalid */ .Gq)(...problems);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_7__/* .valid */ .rZ)({ repository, scope, run, job, expired, all });
}
async function showTokens({ order, tokens, ports }, host) {
	const { kind, wish, summary } = order;
	for (const type of kind.types.filter((type) => !(0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .areKept */ .tG)(type))) {
		host.say(`note: tokens of type ${type} are signed, and in no list`);
	}
	const own = (0,_sweep_scope_js__WEBPACK_IMPORTED_MODULE_6__/* .forgeOf */ .$D)(host.origin);
	const now = ports.clock.now();
	const shown = [];
	let seen = 0;
	try {
		for await (const token of tokens.list((why) => host.warn(`The list may lack tokens: ${why}.`))) {
			seen++;
			const description = (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readDescription */ .XF)(token.description ?? '');
			if ((0,_admin_order_js__WEBPACK_IMPORTED_MODULE_5__/* .isOfKind */ .Q)(token, kind) && isWanted(token, description, wish, own, now))
				shown.push(JSON.stringify(rowOf(token, description)));
		}
	}
	catch (error) {
		throw new Error(seen === 0 ? (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error) : `the list broke off after ${seen} tokens: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`, {
			cause: error,
		});
	}
	host.deliver({
		table: {
			title: `${kind.finder.title} tokens`,
			headings: COLUMNS,
			rows: mapped(shown, ({ cells }) => cells.map(({ text }) => text)),
			count: shown.length,
			conclusion: conclusionOf(shown.length, seen, wish),
		},
		values: [['count', String(shown.length)]],
		json: mapped(shown, ({ json }) => json),
		csv: csvOf(shown),
		summary,
	});
	return true;
}
function isWanted(token, description, { scope, run, job, expired, all }, own, now) {
	if (expired !== undefined && expired !== hasEnded(token, now))
		return false;
	switch (description.kind) {
		case 'foreign':
			return all;
		case 'of-later-version':
			return all || (scope.kind === 'all' && run === undefined && job === undefined);
		case 'marked': {
			const { origin } = description.marker;
			const [id = '', attempt] = run?.split('/') ?? [];
			return ((scope.kind === 'all' || (0,_sweep_scope_js__WEBPACK_IMPORTED_MODULE_6__/* .placeIn */ .VV)(scope, own, origin) === 'inside') &&
				(run === undefined || (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrintedAs */ .le)(origin.run, 'run', id)) &&
				(attempt === undefined || (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrintedAs */ .le)(origin.attempt, 'attempt', attempt)) &&
				(job === undefined || (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrintedAs */ .le)(origin.job, 'job', job)));
		}
	}
}
function hasEnded(token, now) {
	const end = (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfToken */ .kv)(token);
	return end !== undefined && end <= now;
}
const COLUMNS = ['id', 'type', 'name', 'repository', 'run', 'job', 'created', 'ends', 'status', 'grants'];
function rowOf(token, description) {
	return { cells: cellsOf(token, description), json: (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenJson */ .oj)(token) };
}
function cellsOf(token, description) {
	const { id, type, name = '', createdAt, status = '', grants } = token;
	const end = (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfToken */ .kv)(token);
	const origin = description.kind === 'marked' ? description.marker.origin : undefined;
	return [
		{ text: id, exact: true },
		{ text: type },
		{ text: name },
		{ text: placeOf(description) },
		{ text: origin === undefined ? '' : `${origin.run}/${origin.attempt}` },
		{ text: origin?.job ?? '' },
		{ text: createdAt === undefined ? '' : (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .formatInstant */ .r4)(createdAt) },
		{ text: end === undefined ? '' : (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .formatInstant */ .r4)(end) },
		{ text: status },
		{ text: grants === undefined ? '' : JSON.stringify(grants) },
	];
}
function placeOf(description) {
	switch (description.kind) {
		case 'foreign':
			return '(foreign)';
		case 'of-later-version':
			return '(marker of a later version)';
		case 'marked': {
			const { at, repository } = description.marker.origin;
			return at === undefined ? repository : `${at}/${repository}`;
		}
	}
}
function conclusionOf(count, seen, { repository, all, scope }) {
	const whose = scope.kind === 'all' ? '' : ` of ${repository}`;
	const foreign = all ? ', or without our marker' : '';
	const tokens = count === 0 ? 'no token' : count === 1 ? 'one token' : `${count} tokens`;
	return `${tokens}${whose}${foreign}, among ${seen} that the credential is shown`;
}
function* csvOf(shown) {
	yield COLUMNS.map((text) => ({ text }));
	yield* mapped(shown, ({ cells }) => cells);
}
function* mapped(rows, part) {
	for (const row of rows)
		yield part(JSON.parse(row));
}


/***/ }),

};

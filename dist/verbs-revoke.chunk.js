"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/revoke.ts
/***/ 8060:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
var _runner_admin_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8289);
var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9205);
var _verbs_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9194);
var _verbs_revoke_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2042);





const stop = (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_2__/* .listenForStop */ .rr)();
void (0,_verbs_revoke_js__WEBPACK_IMPORTED_MODULE_1__.revoke)((0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .askedOf */ .iN)(process.env), (0,_runner_admin_host_js__WEBPACK_IMPORTED_MODULE_0__/* .openAdminHost */ .u)(process.env), stop).then((outcome) => (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcess */ .JZ)((0,_verbs_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .exitStatusOf */ .e)(outcome)));


/***/ }),

// ./src/verbs/revoke.ts
/***/ 2042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  revoke: () => (/* binding */ revoke)
});
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2247);
var _lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7069);
var _lease_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2790);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1102);
var _request_choice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1378);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4278);
var _administer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9334);
var _admin_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(564);









function revoke(asked, host, stop) {
	return (0,_administer_js__WEBPACK_IMPORTED_MODULE_4__/* .administer */ .V)(() => (0,_admin_order_js__WEBPACK_IMPORTED_MODULE_5__/* .readAdminOrder */ .y)('revoke', asked, host, readWish), host, stop, (opened) => revokeTokens(opened, host));
}
function readWish(inputs, kind) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .collectProblems */ .vX)();
	const ids = take(readIds(inputs('token_id'), kind));
	const foreign = take((0,_request_choice_js__WEBPACK_IMPORTED_MODULE_7__/* .parseBoolean */ .y)('foreign', inputs, false));
	return problems.length > 0 || ids === undefined || foreign === undefined
		? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .invalid */ .Gq)(...problems)
		: (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .valid */ .rZ)({ ids, foreign });
}
function readIds(text, kind) {
	if (text === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .invalid */ .Gq)({
			input: 'token_id',
			message: 'it is not given, or blank; expected the id of a token, or several, one a line',
		});
	}
	const tokenIds = kind?.finder.tokenIds;
	const separator = tokenIds?.mayHoldComma === false ? /\n|,/ : /\n/;
	const lines = text
		.split('\n')
		.flatMap((line, index) => line
		.split(separator)
		.map((part) => ({ id: part.trim(), line: index + 1, column: line.indexOf(part.trim()) + 1 })));
	const ids = lines.filter(({ id }) => id !== '');
	const problems = ids
		.filter(({ id }) => tokenIds?.matches(id) === false)
		.map(({ id, line, column }) => ({
		input: 'token_id',
		at: { line, column },
		message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)(id)}; expected ${tokenIds?.form ?? 'an id'}${id.includes(',') ? ', one a line' : ''}`,
	}));
	if (ids.length === 0)
		problems.push({ input: 'token_id', message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)(text)}, which names no token` });
	return problems.length > 0 ? (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .invalid */ .Gq)(...problems) : (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .valid */ .rZ)([...new Set(ids.map(({ id }) => id))]);
}
const AT_ONCE = 4;
async function revokeTokens({ order, tokens }, host) {
	const { kind, wish, summary } = order;
	const read = await tokens.read(wish.ids);
	const work = wish.ids.map((id, index) => ({ id, read: read[index] ?? { kind: 'absent' } }));
	const outcomes = [];
	for (let start = 0; start < work.length; start += AT_ONCE) {
		const some = work.slice(start, start + AT_ONCE);
		const now = await Promise.all(some.map((one) => revokeOne(one, order.wish, kind, tokens, host.words)));
		for (const outcome of now)
			report(outcome, host);
		outcomes.push(...now);
	}
	const count = (sought) => outcomes.filter((outcome) => outcome.kind === sought).length;
	const idsOf = (sought) => outcomes.flatMap(({ id, kind }) => (kind === sought ? [id] : [])).join('\n');
	host.deliver({
		table: {
			title: `${kind.finder.title} tokens revoked`,
			headings: ['id', 'name', 'repository', 'run', 'outcome'],
			rows: outcomes.map(rowOf),
			count: outcomes.length,
			conclusion: `${count('revoked')} revoked, ${count('gone')} gone already, ${count('failed')} failed`,
		},
		values: [
			['revoked', idsOf('revoked')],
			['gone', idsOf('gone')],
		],
		json: outcomes.map((outcome) => outcomeJson(outcome, kind)),
		summary,
	});
	return count('failed') === 0;
}
async function revokeOne({ id, read }, wish, kind, tokens, words) {
	const token = read.kind === 'read' ? read.token : undefined;
	if (read.kind === 'absent')
		return { id, kind: 'gone', token, reason: '' };
	const refusal = whyNot(read, wish, kind, words);
	if (refusal !== undefined)
		return { id, kind: 'failed', token, reason: refusal };
	try {
		const done = await tokens.revoke(id);
		return { id, kind: done === 'revoked' ? 'revoked' : 'gone', token, reason: '' };
	}
	catch (error) {
		const why = error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .Stopped */ .C9 ? `${error.message} before it was asked for` : (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error);
		return { id, kind: 'failed', token, reason: `${why}. Revoke it by hand: ${tokens.byHand(id)}` };
	}
}
function whyNot(read, { foreign }, kind, words) {
	const unless = `if it is not the credential itself, set ${words.setting('foreign', 'true')}`;
	switch (read.kind) {
		case 'elsewhere':
			return read.reason;
		case 'unreadable': {
			if (read.isCredential === true)
				return CREDENTIAL;
			if (foreign || read.isCredential === false)
				return undefined;
			const advice = read.error instanceof _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L ? unless : `try again, or, ${unless}`;
			return `it could not be read, so it may be the credential itself: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(read.error)}. To revoke it unread: ${advice}`;
		}
		case 'read': {
			const { type, isCredential, description } = read.token;
			if (isCredential === true)
				return CREDENTIAL;
			if (type !== kind.type)
				return `it is a token of type ${type}; set ${words.setting('type', type)}`;
			const marked = (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readDescription */ .XF)(description ?? '').kind === 'marked';
			if (foreign || isCredential === false || marked)
				return undefined;
			return `no marker of ours is at the end of its description, and ${kind.finder.title} does not tell which token the credential is: ${unless}`;
		}
	}
}
const CREDENTIAL = 'it is the credential itself, which is never revoked';
function report({ id, kind, token, reason }, host) {
	const which = token === undefined ? id : `${id}${nameOf(token)}${originOf(token)}`;
	if (kind === 'revoked')
		host.say(`revoked ${which}`);
	else if (kind === 'gone')
		host.say(`${which} is gone already`);
	else
		host.fail(`${which} was not revoked: ${reason}`);
}
function nameOf({ name }) {
	return name === undefined ? '' : ` (${name})`;
}
function originOf({ description }) {
	const read = (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readDescription */ .XF)(description ?? '');
	if (read.kind !== 'marked')
		return ', which has no marker of ours';
	const { repository, run, attempt } = read.marker.origin;
	return ` of ${repository}, run ${run}/${attempt}`;
}
function rowOf({ id, kind, token }) {
	const read = (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readDescription */ .XF)(token?.description ?? '');
	const origin = read.kind === 'marked' ? read.marker.origin : undefined;
	return [
		id,
		token?.name ?? '',
		origin?.repository ?? '',
		origin === undefined ? '' : `${origin.run}/${origin.attempt}`,
		kind,
	];
}
function outcomeJson({ id, kind, token, reason }, { type }) {
	const json = token === undefined ? { id, type } : (0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenJson */ .oj)(token);
	return { ...json, outcome: kind, ...(reason === '' ? {} : { reason }) };
}


/***/ }),

};

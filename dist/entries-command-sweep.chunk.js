"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command-sweep.ts
/***/ 2868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4575);
var _lease_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8746);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4278);
var _terminal_command_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3952);
var _terminal_given_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6667);
var _terminal_journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1151);
var _terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4459);
var _terminal_state_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8874);
var _terminal_terminal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9178);
var _terminal_voice_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9434);
var _terminal_words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4625);
var _verbs_end_leases_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(426);
var _command_admin_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1124);
var _command_misuse_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5776);
var _revoke_command_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8184);
















async function run(words) {
	const stop = (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_13__/* .listenForStop */ .rr)();
	const read = (0,_terminal_command_line_js__WEBPACK_IMPORTED_MODULE_2__/* .readCommandLine */ .y)('sweep', words);
	if (read.kind === 'help')
		return (await Promise.all(/* import() */[__webpack_require__.e(847), __webpack_require__.e(7484)]).then(__webpack_require__.bind(__webpack_require__, 847))).printHelpOf('sweep');
	if (read.kind === 'wrong')
		return (0,_command_misuse_js__WEBPACK_IMPORTED_MODULE_12__/* .tellMisuse */ .m)(read.problems, 'sweep');
	const { given } = read;
	if (given.option('local') === 'true')
		return sweepHere(given, stop);
	const { sweep } = await Promise.all(/* import() */[__webpack_require__.e(7786), __webpack_require__.e(8124)]).then(__webpack_require__.bind(__webpack_require__, 7786));
	const openRuns = async (...asked) => (await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(8206)]).then(__webpack_require__.bind(__webpack_require__, 5825))).openRuns(...asked);
	return (0,_command_admin_js__WEBPACK_IMPORTED_MODULE_11__.runGiven)(given, (asked, host, stop) => sweep(asked, host, openRuns, stop), stop, {
		github_token: process.env['GITHUB_TOKEN'] || process.env['GH_TOKEN'] || undefined,
	});
}
const NOT_HERE = ['scope', 'grace', 'max-revocations', 'dry-run', 'output'];
async function sweepHere(given, stop) {
	const problems = NOT_HERE.filter((name) => given.option(name) !== undefined).map((name) => `--${name}: --local ends what is written down here and dead, and knows no such option; remove it`);
	if (given.option('type') === undefined)
		problems.push('--type is not given: the type of the tokens, such as influxdb');
	const inputs = (0,_terminal_given_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readGivenInputs */ .t)(given, problems);
	const timeout = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)('timeout', given.option('timeout')?.trim() ?? '30m');
	if (!timeout.ok)
		problems.push(...timeout.problems.map(({ message }) => `--timeout: ${message}`));
	if (problems.length > 0 || !timeout.ok)
		return (0,_command_misuse_js__WEBPACK_IMPORTED_MODULE_12__/* .tellMisuse */ .m)(problems, 'sweep');
	const { env: environment } = process;
	const revoking = (0,_revoke_command_js__WEBPACK_IMPORTED_MODULE_14__/* .revokeCommand */ .A)(given);
	const words = (0,_terminal_words_js__WEBPACK_IMPORTED_MODULE_9__/* .terminalWords */ .A)({ ofLease: (leaseId) => revoking({ leaseId }) });
	const terminal = (0,_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_7__/* .openTerminal */ .j)(environment, words, _terminal_voice_js__WEBPACK_IMPORTED_MODULE_8__/* .logToStandardError */ .ty);
	const { voice } = terminal;
	try {
		const folder = (0,_terminal_state_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .stateFolder */ .y)(given.option('state-dir'), environment);
		const journal = (0,_terminal_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .findJournal */ .L)(folder);
		const { entries, left } = journal?.read() ?? { entries: [], left: [] };
		(0,_terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_5__/* .tellLeft */ .dp)(left, voice);
		const dead = (0,_terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_5__/* .deadLeases */ .cr)(entries, _lease_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml.now());
		if (journal === undefined || dead.length === 0) {
			voice.say(`nothing to revoke: no dead lease is written down in ${folder}`);
			return 0;
		}
		const leases = dead.map((entry) => ({ ...entry, ended: () => (0,_terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_5__/* .forget */ .y6)(entry, journal, voice) }));
		return (0,_command_admin_js__WEBPACK_IMPORTED_MODULE_11__.statusOf)(await (0,_verbs_end_leases_js__WEBPACK_IMPORTED_MODULE_10__/* .endLeases */ .$)(leases, 'left', inputs, timeout.value * 1000, { ...terminal, ...voice }, stop));
	}
	catch (error) {
		voice.fail((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_15__/* .messageOf */ .bD)(error));
		return 1;
	}
}


/***/ }),

};

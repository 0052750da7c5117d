"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command-revoke.ts
/***/ 3840:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4575);
var _host_write_all_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9547);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8746);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(4278);
var _terminal_command_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3952);
var _terminal_given_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6667);
var _terminal_journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1151);
var _terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4459);
var _terminal_origin_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4120);
var _terminal_state_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8874);
var _terminal_terminal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9178);
var _terminal_voice_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9434);
var _terminal_words_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4625);
var _verbs_end_leases_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(426);
var _command_admin_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1124);
var _command_misuse_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5776);
var _revoke_command_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8184);


















async function run(words) {
	const stop = (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_15__/* .listenForStop */ .rr)();
	const read = (0,_terminal_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .readCommandLine */ .y)('revoke', words);
	if (read.kind === 'help')
		return (await Promise.all(/* import() */[__webpack_require__.e(847), __webpack_require__.e(7484)]).then(__webpack_require__.bind(__webpack_require__, 847))).printHelpOf('revoke');
	if (read.kind === 'wrong')
		return (0,_command_misuse_js__WEBPACK_IMPORTED_MODULE_14__/* .tellMisuse */ .m)(read.problems, 'revoke');
	const { given } = read;
	if (given.option('token-id') !== undefined &&
		given.option('lease') === undefined &&
		given.option('all') === undefined)
		return (0,_command_admin_js__WEBPACK_IMPORTED_MODULE_13__.runGiven)(given, (await Promise.all(/* import() */[__webpack_require__.e(2042), __webpack_require__.e(5743)]).then(__webpack_require__.bind(__webpack_require__, 2042))).revoke, stop);
	const { env: environment } = process;
	const problems = [...problemsOf(given)];
	const inputs = (0,_terminal_given_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readGivenInputs */ .t)(given, problems);
	const timeout = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)('timeout', given.option('timeout')?.trim() ?? '2m');
	if (!timeout.ok)
		problems.push(...timeout.problems.map(({ message }) => `--timeout: ${message}`));
	if (problems.length > 0 || !timeout.ok)
		return (0,_command_misuse_js__WEBPACK_IMPORTED_MODULE_14__/* .tellMisuse */ .m)(problems, 'revoke');
	const revoking = (0,_revoke_command_js__WEBPACK_IMPORTED_MODULE_16__/* .revokeCommand */ .A)(given);
	const terminal = (0,_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_9__/* .openTerminal */ .j)(environment, (0,_terminal_words_js__WEBPACK_IMPORTED_MODULE_11__/* .terminalWords */ .A)({ ofLease: (leaseId) => revoking({ leaseId }) }), _terminal_voice_js__WEBPACK_IMPORTED_MODULE_10__/* .logToStandardError */ .ty);
	const { voice } = terminal;
	try {
		const folder = (0,_terminal_state_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .stateFolder */ .y)(given.option('state-dir'), environment);
		const journal = (0,_terminal_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .findJournal */ .L)(folder);
		const entries = journal === undefined ? [] : readEntries(journal, terminal);
		const chosen = choose(entries, given, environment);
		if (journal === undefined || chosen.length === 0)
			return tellNone(given, folder, terminal);
		if (given.option('lease') === undefined && !mayEndAll(chosen.length, given, environment)) {
			voice.say('nothing was revoked');
			return 1;
		}
		const leases = chosen.map((entry) => ({
			leaseId: entry.leaseId,
			record: { ...entry.record, revoke: true },
			ended: () => (0,_terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_6__/* .forget */ .y6)(entry, journal, voice),
		}));
		const host = { ...terminal, ...voice };
		return (0,_command_admin_js__WEBPACK_IMPORTED_MODULE_13__.statusOf)(await (0,_verbs_end_leases_js__WEBPACK_IMPORTED_MODULE_12__/* .endLeases */ .$)(leases, given.option('lease') === undefined ? 'left' : 'failure', inputs, timeout.value * 1000, host, stop));
	}
	catch (error) {
		voice.fail((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_17__/* .messageOf */ .bD)(error));
		return 1;
	}
}
function problemsOf(given) {
	const ways = ['lease', 'all', 'token-id'].filter((name) => given.option(name) !== undefined);
	const lease = given.option('lease')?.trim();
	return [
		...(given.option('type') === undefined ? ['--type is not given: the type of the tokens, such as influxdb'] : []),
		...(ways.length === 1 ? [] : ['give one of --token-id ID, --lease ID and --all']),
		...(lease === undefined || /^[0-9a-f]{32}$/.test(lease)
			? []
			: ['--lease: this is no id of a lease, which has 32 hexadecimal digits, as create tells it']),
	];
}
function readEntries(journal, { voice }) {
	const { entries, left } = journal.read();
	(0,_terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_6__/* .tellLeft */ .dp)(left, voice);
	return entries;
}
function choose(entries, given, environment) {
	const lease = given.option('lease')?.trim();
	if (lease === undefined)
		return (0,_terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_6__/* .leasesOfRun */ .An)(entries, (0,_terminal_origin_js__WEBPACK_IMPORTED_MODULE_7__/* .readOrigin */ .P)(environment));
	const found = (0,_terminal_leases_to_end_js__WEBPACK_IMPORTED_MODULE_6__/* .leaseOf */ .m8)(entries, lease);
	return found === undefined ? [] : [found];
}
function tellNone(given, folder, { voice }) {
	const lease = given.option('lease');
	if (lease === undefined) {
		voice.say(`nothing to revoke: no lease of this run is written down in ${folder}`);
		return 0;
	}
	voice.fail(`No lease ${lease.trim()} is written down in ${folder}: it was ended already, or another --state-dir has it, or it was minted with --no-journal`);
	return 1;
}
function mayEndAll(count, given, environment) {
	if (given.option('yes') === 'true' || (0,_terminal_origin_js__WEBPACK_IMPORTED_MODULE_7__/* .readOrigin */ .P)(environment).by !== 'terminal')
		return true;
	if (!(0,_terminal_voice_js__WEBPACK_IMPORTED_MODULE_10__/* .isTerminal */ .Hd)(0))
		throw new Error('--all ends every lease that is written down here: say so with --yes');
	(0,_host_write_all_js__WEBPACK_IMPORTED_MODULE_1__/* .writeIfRead */ .t)(2, `${count === 1 ? 'One lease is' : `${count} leases are`} written down here. End them all? [y/N] `);
	const answer = Buffer.alloc(16);
	const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(0, answer);
	return /^y(?:es)?\s*$/i.test(answer.toString('utf8', 0, length));
}


/***/ }),

};

"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command-admin.ts + 1 modules
/***/ 1124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAdmin: () => (/* binding */ runAdmin),
  runGiven: () => (/* binding */ runGiven),
  statusOf: () => (/* binding */ statusOf)
});

var process_end = __webpack_require__(4575);
var shown_text = __webpack_require__(4278);
var suggestion = __webpack_require__(8533);
var results_text = __webpack_require__(8442);
var table_text = __webpack_require__(8680);
var write_all = __webpack_require__(9547);
var asked_host = __webpack_require__(1711);
;// CONCATENATED MODULE: ./src/terminal/admin-host.ts




const RESULT_OUTPUTS = ['table', 'json', 'csv'];
const STANDARD_OUTPUT = 1;
function openAdminHost(terminal, origin, output, printOwn) {
	const { voice } = terminal;
	return {
		...(0,asked_host/* openAskedHost */.j)(terminal, origin),
		deliver(results) {
			writeParts(textOf(results, output, printOwn));
			voice.say(results.table.conclusion);
		},
	};
}
function* textOf({ table, json, csv }, output, printOwn) {
	if (output !== 'json' && printOwn !== undefined) {
		for (const element of json)
			yield printOwn(element, output);
		return;
	}
	switch (output) {
		case 'json':
			yield* (0,results_text/* jsonText */.s)(json);
			yield '\n';
			return;
		case 'csv':
			if (csv !== undefined)
				yield* (0,results_text/* csvText */.k)(csv);
			return;
		case 'table': {
			const rows = [...table.rows];
			if (rows.length > 0)
				for (const line of (0,table_text/* tableText */.q)(table.headings, rows))
					yield `${line}\n`;
		}
	}
}
const PIECE = 64 * 1024;
function writeParts(parts) {
	let gathered = '';
	for (const part of parts) {
		gathered += part;
		if (gathered.length < PIECE)
			continue;
		(0,write_all/* writeAll */.f)(STANDARD_OUTPUT, gathered);
		gathered = '';
	}
	(0,write_all/* writeAll */.f)(STANDARD_OUTPUT, gathered);
}

var command_line = __webpack_require__(3952);
var given_inputs = __webpack_require__(6667);
var origin = __webpack_require__(4120);
var terminal_terminal = __webpack_require__(9178);
var voice = __webpack_require__(9434);
var words = __webpack_require__(4625);
var command_misuse = __webpack_require__(5776);
;// CONCATENATED MODULE: ./src/entries/command-admin.ts











async function runAdmin(name, words, load) {
	const stop = (0,process_end/* listenForStop */.rr)();
	const read = (0,command_line/* readCommandLine */.y)(name, words);
	if (read.kind === 'help')
		return (await Promise.all(/* import() */[__webpack_require__.e(847), __webpack_require__.e(5103)]).then(__webpack_require__.bind(__webpack_require__, 847))).printHelpOf(name);
	if (read.kind === 'wrong')
		return (0,command_misuse/* tellMisuse */.m)(read.problems, name);
	return runGiven(read.given, await load(), stop);
}
async function runGiven(given, verb, stop, fixed = {}) {
	const problems = [];
	const output = readOutput(given, problems);
	const inputs = (0,given_inputs/* readGivenInputs */.t)(given, problems, fixed);
	if (problems.length > 0)
		return (0,command_misuse/* tellMisuse */.m)(problems, given.verb);
	const { env: environment } = process;
	const terminal = (0,terminal_terminal/* openTerminal */.j)(environment, (0,words/* terminalWords */.A)({ ofLease: () => undefined }), voice/* logToStandardError */.ty);
	const asS10k = given.verb === 'update' && isOfSolarNetwork(given);
	const printOwn = asS10k ? (await Promise.all(/* import() */[__webpack_require__.e(5832), __webpack_require__.e(3623)]).then(__webpack_require__.bind(__webpack_require__, 3623))).printUpdated : undefined;
	const host = openAdminHost(terminal, (0,origin/* readOrigin */.P)(environment), output, printOwn);
	return statusOf(await verb({ inputs, names: () => [] }, host, stop));
}
function readOutput(given, problems) {
	const hasRows = given.verb === 'list' || (given.verb === 'update' && isOfSolarNetwork(given));
	const outputs = !hasRows ? RESULT_OUTPUTS.filter((output) => output !== 'csv') : RESULT_OUTPUTS;
	const text = given.option('output')?.trim() ?? ((0,voice/* isTerminal */.Hd)(1) ? 'table' : 'json');
	const output = outputs.find((known) => known === text);
	if (output === undefined)
		problems.push(`--output: found ${(0,shown_text/* quote */.hD)(text)}; expected ${outputs.join(', ')}.${(0,suggestion/* didYouMean */.au)(text, outputs)}`);
	return output ?? 'json';
}
function isOfSolarNetwork(given) {
	return given.option('type')?.trim().startsWith('solarnetwork/') === true;
}
function statusOf(outcome) {
	if (outcome.kind === 'stopped')
		return (0,process_end/* exitCodeOf */.FO)(outcome.signal);
	return outcome.kind === 'done' ? 0 : outcome.kind === 'misused' ? 2 : 1;
}


/***/ }),

};

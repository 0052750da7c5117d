"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command-create.ts + 1 modules
/***/ 7596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

var process_end = __webpack_require__(4575);
var shown_text = __webpack_require__(4278);
var suggestion = __webpack_require__(8533);
var command_line = __webpack_require__(3952);
var given_inputs = __webpack_require__(6667);
var kept_lease = __webpack_require__(5317);
var export_mark = __webpack_require__(8094);
var write_all = __webpack_require__(9547);
var lease_attempt = __webpack_require__(2879);
var lifetime = __webpack_require__(8746);
var minting = __webpack_require__(8360);
var token_output = __webpack_require__(5103);
;// CONCATENATED MODULE: ./src/terminal/mint-host.ts







const STANDARD_OUTPUT = 1;
function openMintHost(terminal, lease, origin, { output, debug }) {
	const { voice, environment } = terminal;
	return {
		...(0,minting/* mintsAtTerminal */.J)(terminal, lease, origin),
		tokenFilePlace: { folder: undefined, called: 'a folder for token files', workspace: undefined },
		async deliver(handOver) {
			const takeBack = handOver.file === undefined ? undefined : await makeFile(handOver.file, lease);
			try {
				const attempt = attemptOf(handOver, lease);
				const mark = handOver.exports === undefined ? '' : (0,export_mark/* newExportMark */.uR)(handOver.exports());
				if (mark !== '')
					terminal.mask(mark);
				const marks = mark === '' ? '' : (0,export_mark/* addExportMark */.DU)(environment[export_mark/* EXPORT_MARK */.vJ], mark);
				const { leaseId } = attempt;
				const shown = {
					handOver,
					leaseId,
					description: handOver.revocable ? (0,lease_attempt/* describe */.q0)(attempt) : attempt.description,
					origin,
				};
				print(await (0,token_output/* printToken */.X5)(shown, output, marks));
				if (debug)
					for (const line of (await __webpack_require__.e(/* import() */ 1932).then(__webpack_require__.bind(__webpack_require__, 1932))).explainPayload(handOver.token.secret))
						voice.say(line);
				lease.handOn();
			}
			catch (error) {
				takeBack?.();
				throw error;
			}
		},
		deliverPlan: (plan) => print((0,token_output/* printPlan */.Zn)(plan)),
		summarize: () => undefined,
	};
}
function print(text) {
	try {
		(0,write_all/* writeAll */.f)(STANDARD_OUTPUT, text);
	}
	catch (error) {
		throw new Error(`standard output could not be written: ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
	}
}
async function makeFile({ path, content }, lease) {
	const { contentHash, firstFolderToMake, makeTokenFile, removeTokenFile } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6038));
	const made = { path, hash: contentHash(content), firstFolder: firstFolderToMake(path) };
	lease.keepTokenFile(made);
	try {
		makeTokenFile(path, content, made.firstFolder);
	}
	catch (error) {
		lease.keepTokenFile(undefined);
		throw new Error(`--token-file: the file ${JSON.stringify(path)} could not be made: ${(0,shown_text/* messageOf */.bD)(error)}. Free the place, or name another one`, { cause: error });
	}
	return () => {
		removeTokenFile(made);
		lease.keepTokenFile(undefined);
	};
}
function attemptOf({ token }, { record }) {
	const attempt = record?.attempts.find(({ outcome }) => 'id' in outcome && outcome.id === token.id);
	if (attempt === undefined)
		throw new Error('the token is of no attempt that was written down');
	return attempt;
}
function whatIsLeft({ record }, commandFor) {
	return (record?.attempts ?? []).flatMap((attempt) => {
		const { outcome, name, expiresAt } = attempt;
		if (outcome.kind !== 'minted' && outcome.kind !== 'open')
			return [];
		const which = outcome.kind === 'minted' ? `The token ${outcome.id} (${name})` : `A token ${name}`;
		const end = (0,lifetime/* formatInstant */.r4)(expiresAt);
		if (record?.revocable !== true)
			return [`${which} was not handed on, cannot be revoked, and lives until ${end}.`];
		const life = record.expires ? `lives until ${end}` : 'lives until it is revoked';
		return [`${which} may be left and ${life}. To end it: ${commandFor(attempt)}`];
	});
}

var terminal_origin = __webpack_require__(4120);
var terminal_terminal = __webpack_require__(9178);
var terminal_voice = __webpack_require__(9434);
var terminal_words = __webpack_require__(4625);
var create = __webpack_require__(649);
var command_journal = __webpack_require__(3627);
var command_misuse = __webpack_require__(5776);
var revoke_command = __webpack_require__(8184);
;// CONCATENATED MODULE: ./src/entries/command-create.ts
















async function run(words) {
	const stop = (0,process_end/* listenForStop */.rr)();
	const read = (0,command_line/* readCommandLine */.y)('create', words);
	if (read.kind === 'help')
		return (await __webpack_require__.e(/* import() */ 847).then(__webpack_require__.bind(__webpack_require__, 847))).printHelpOf('create');
	if (read.kind === 'wrong')
		return (0,command_misuse/* tellMisuse */.m)(read.problems, 'create');
	const { given } = read;
	const problems = [];
	const shown = readShown(given, problems);
	const inputs = (0,given_inputs/* readGivenInputs */.t)(given, problems, shown.output === 'env' ? { export_env: 'true' } : {});
	if (problems.length > 0)
		return (0,command_misuse/* tellMisuse */.m)(problems, 'create');
	const { env: environment } = process;
	const journal = await (0,command_journal/* journalOf */.P)(given, environment);
	const keeps = journal.folder !== undefined;
	const revoking = (0,revoke_command/* revokeCommand */.A)(given);
	const terminal = (0,terminal_terminal/* openTerminal */.j)(environment, (0,terminal_words/* terminalWords */.A)({ ofLease: (leaseId) => (keeps ? revoking({ leaseId }) : undefined) }), terminal_voice/* logToStandardError */.ty);
	const origin = (0,terminal_origin/* readOrigin */.P)(environment);
	const lease = journal.keep(origin, terminal.voice);
	const outcome = await (0,create/* create */.v)({ inputs, names: () => [] }, openMintHost(terminal, lease, origin, shown), stop);
	const { voice } = terminal;
	const first = lease.record?.attempts[0];
	const commandFor = (attempt) => {
		if (keeps && first !== undefined)
			return revoking({ leaseId: first.leaseId });
		if (attempt.outcome.kind === 'minted')
			return revoking({ tokenId: attempt.outcome.id });
		return `look for the token whose description ends with ${attempt.marker}, and revoke it by its id`;
	};
	if (outcome.kind === 'done') {
		if (keeps && first !== undefined)
			voice.say(`to revoke it: ${revoking({ leaseId: first.leaseId })}`);
	}
	else {
		for (const text of whatIsLeft(lease, commandFor))
			voice.fail(text);
		lease.close();
	}
	return statusOf(outcome, lease);
}
function readShown(given, problems) {
	const text = given.option('output')?.trim() ?? ((0,terminal_voice/* isTerminal */.Hd)(1) ? 'table' : 'json');
	const output = token_output/* OUTPUTS */.py.find((known) => known === text);
	if (output === undefined)
		problems.push(`--output: found ${(0,shown_text/* quote */.hD)(text)}; expected ${token_output/* OUTPUTS */.py.join(', ')}.${(0,suggestion/* didYouMean */.au)(text, token_output/* OUTPUTS */.py)}`);
	const debug = given.option('debug') === 'true';
	if (debug && given.option('type')?.trim() !== 'datasette')
		problems.push('--debug: it shows what a token of type datasette holds, and no other; leave it out');
	return { output: output ?? 'json', debug };
}
function statusOf(outcome, { record }) {
	if (outcome.kind === 'done')
		return 0;
	if (outcome.kind === 'misused')
		return 2;
	const attempts = record?.attempts ?? [];
	if (attempts.some((attempt) => !(0,kept_lease/* isOver */.P)(attempt)))
		return 4;
	if (outcome.kind === 'stopped')
		return (0,process_end/* exitCodeOf */.FO)(outcome.signal);
	return attempts.some((attempt) => attempt.outcome.kind === 'revoked') ? 3 : 1;
}


/***/ }),

// ./src/terminal/csv.ts
/***/ 9792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ csvRow)
});
function csvRow(cells) {
	return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}


/***/ }),

// ./src/terminal/json.ts
/***/ 2052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ spacedJson)
});
function spacedJson(value, indent, margin = '') {
	if (Array.isArray(value)) {
		if (value.length === 0)
			return '[ ]';
		return `[ ${value.map((item) => spacedJson(item, indent, margin)).join(', ')} ]`;
	}
	if (typeof value !== 'object' || value === null)
		return JSON.stringify(value);
	const inner = margin + indent;
	const members = Object.entries(value).map(([name, member]) => `${inner}${JSON.stringify(name)} : ${spacedJson(member, indent, inner)}`);
	return members.length === 0 ? '{ }' : `{\n${members.join(',\n')}\n${margin}}`;
}


/***/ }),

// ./src/terminal/token-output.ts
/***/ 5103:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  X5: () => (/* binding */ printToken),
  Zn: () => (/* binding */ printPlan),
  py: () => (/* binding */ OUTPUTS)
});
/* unused harmony export exportLines */
var _host_export_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8094);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8746);
var _csv_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9792);
var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2052);




const OUTPUTS = ['table', 'json', 'csv', 'token', 'env'];
async function printToken(shown, output, mark) {
	switch (output) {
		case 'token':
			return `${shown.handOver.token.secret}\n`;
		case 'env':
			return exportLines({ ...shown.handOver.exports?.(), [_host_export_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .EXPORT_MARK */ .vJ]: mark });
		case 'json':
			return `${JSON.stringify(tokenJson(shown), undefined, 2)}\n`;
		case 'csv': {
			const { columns, cells } = tableOf(shown);
			return columns.length === 0 ? valueOf(shown) : (0,_csv_js__WEBPACK_IMPORTED_MODULE_2__/* .csvRow */ .r)(columns) + (0,_csv_js__WEBPACK_IMPORTED_MODULE_2__/* .csvRow */ .r)(cells);
		}
		case 'table':
			return printTable(shown);
	}
}
function printPlan({ type, name, expiresAt, grants }) {
	const plan = { type, name, expires_at: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r4)(expiresAt), grants: parsed(grants) };
	return `${JSON.stringify(plan, undefined, 2)}\n`;
}
function exportLines(variables) {
	return Object.entries(variables)
		.map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
		.join('');
}
function tokenJson({ handOver, leaseId, description, origin }) {
	const { token, file, revocable } = handOver;
	return {
		id: token.id,
		type: token.type,
		name: token.name,
		...(description === '' ? {} : { description }),
		...(token.told?.createdAt === undefined ? {} : { created_at: token.told.createdAt }),
		expires_at: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r4)(token.expiresAt),
		grants: parsed(token.grants),
		origin: Object.fromEntries(Object.entries(origin).filter(([, value]) => value !== '')),
		lease: leaseId,
		revocable,
		...(file === undefined ? { token: token.secret } : { token_file: file.path }),
	};
}
function tableOf(shown) {
	const rows = rowsOf(shown);
	return { columns: rows.map(([column]) => column), cells: rows.map(([, cell]) => cell) };
}
function rowsOf(shown) {
	const { handOver, description } = shown;
	const { token } = handOver;
	const { createdAt = '', userId = '', userName = '' } = token.told ?? {};
	const secret = handOver.file === undefined ? token.secret : '';
	switch (systemOf(token)) {
		case 'solarnetwork':
			return [
				['Token ID', token.id],
				['Token Secret', secret],
				['Created', createdAt],
				['User ID', userId],
				['Type', token.type.replace('solarnetwork/', '')],
				['Name', token.name],
				['Description', description],
				['Policy', policyCell(token.grants)],
			];
		case 'influxdb':
			return [
				['ID', token.id],
				['Description', token.told?.description ?? description],
				['Token', secret],
				['User Name', userName],
				['User ID', userId],
				['Permissions', permissionsCell(token.grants)],
			];
		case 'namespace':
			return [
				['Token ID', token.id],
				['Name', token.name],
				['Description', description],
				['Created At', createdAt.replace(/\.\d+Z$/, 'Z')],
				['Expires At', (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r4)(token.expiresAt)],
				...(handOver.file === undefined ? [['Bearer Token', secret]] : []),
			];
		default:
			return [];
	}
}
function systemOf({ type }) {
	return type.split('/')[0] ?? type;
}
async function printTable(shown) {
	const { file, token } = shown.handOver;
	const { columns, cells } = tableOf(shown);
	switch (systemOf(token)) {
		case 'solarnetwork':
			return (await Promise.all(/* import() */[__webpack_require__.e(5832), __webpack_require__.e(8864)]).then(__webpack_require__.bind(__webpack_require__, 8864))).boxTable(columns, [cells]);
		case 'influxdb':
			return (await __webpack_require__.e(/* import() */ 18).then(__webpack_require__.bind(__webpack_require__, 18))).tabTable(columns, [cells]);
		case 'namespace': {
			const { keyedLines } = await __webpack_require__.e(/* import() */ 18).then(__webpack_require__.bind(__webpack_require__, 18));
			const lines = keyedLines(rowsOf(shown).filter(([column]) => column !== 'Bearer Token'));
			return file === undefined
				? `${lines}\nBearer Token: ${token.secret}\n\n⚠️  Save this token securely - it will not be shown again.\n`
				: `Token written to ${file.path}\n${lines}`;
		}
		default:
			return valueOf(shown);
	}
}
function valueOf({ handOver: { token, file } }) {
	return file === undefined ? `${token.secret}\n` : '';
}
function policyCell(grants) {
	const policy = parsed(grants);
	return typeof policy === 'object' && policy !== null && Object.keys(policy).length > 0
		? (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .spacedJson */ .z)(policy, '  ')
		: '';
}
function permissionsCell(grants) {
	const permissions = parsed(grants);
	if (!Array.isArray(permissions))
		return '[]';
	const words = permissions.map(permissionWord);
	return `[${[...words.filter((word) => word.startsWith('read:')), ...words.filter((word) => !word.startsWith('read:'))].join(' ')}]`;
}
function permissionWord(permission) {
	const { action, resource } = fieldsOf(permission);
	const { type, id, orgID } = fieldsOf(resource);
	const organisation = typeof orgID === 'string' ? `orgs/${orgID}` : '';
	return `${String(action)}:${organisation}/${String(type)}${typeof id === 'string' ? `/${id}` : ''}`;
}
function fieldsOf(value) {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
function parsed(grants) {
	try {
		return JSON.parse(grants);
	}
	catch {
		return grants;
	}
}


/***/ }),

};

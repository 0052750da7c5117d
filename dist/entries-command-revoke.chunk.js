"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command-revoke.ts + 3 modules
/***/ 7053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

var external_node_fs_ = __webpack_require__(3024);
var process_end = __webpack_require__(4575);
var write_all = __webpack_require__(9547);
var lifetime = __webpack_require__(8746);
var shown_text = __webpack_require__(4278);
var command_line = __webpack_require__(3952);
var given_inputs = __webpack_require__(6667);
var terminal_journal = __webpack_require__(1151);
var token_file = __webpack_require__(6038);
var process_identity = __webpack_require__(2420);
var revoke = __webpack_require__(8242);
;// CONCATENATED MODULE: ./src/terminal/leases-to-end.ts




function leaseOf(entries, leaseId) {
	return entries.find((entry) => entry.leaseId === leaseId || entry.record.attempts.some((attempt) => attempt.leaseId === leaseId));
}
function leasesOfRun(entries, origin) {
	const isOfRun = (other) => origin.by === 'terminal' ||
		(other.by === origin.by &&
			other.at === origin.at &&
			other.repository === origin.repository &&
			other.run === origin.run &&
			other.attempt === origin.attempt);
	return entries.filter((entry) => entry.record.revoke && isOfRun(entry.origin));
}
function deadLeases(entries, now) {
	return entries.filter(({ record, process, handedOn }) => {
		const ends = record.attempts.map(endOfAttempt);
		if (handedOn)
			return Math.max(...ends) <= now;
		const gone = isGone(process);
		if (gone !== 'unknown')
			return gone;
		return Math.max(...ends) <= now;
	});
}
function forget({ leaseId, tokenFile }, journal, host) {
	if (tokenFile !== undefined) {
		try {
			if ((0,token_file.removeTokenFile)(tokenFile) === 'changed')
				host.warn(`The token file ${tokenFile.path} was changed and is left as it is; remove it there.`);
		}
		catch (error) {
			host.warn(`The token file ${tokenFile.path} could not be removed: ${(0,shown_text/* messageOf */.bD)(error)}. Remove it by hand.`);
		}
	}
	journal.remove(leaseId);
}
function tellLeft(left, host) {
	for (const { path, why } of left)
		host.warn(`${path} is left alone: ${why}`);
}

var origin = __webpack_require__(4120);
var state_folder = __webpack_require__(8874);
var terminal_terminal = __webpack_require__(9178);
var terminal_voice = __webpack_require__(9434);
var terminal_words = __webpack_require__(4625);
var host_host = __webpack_require__(2106);
var registry = __webpack_require__(1586);
var clock = __webpack_require__(5436);
var notice = __webpack_require__(7440);
;// CONCATENATED MODULE: ./src/lease/marked-tokens.ts


function markedTokens(tokens, record, ports) {
	return {
		...tokens,
		async revoke(id, secret) {
			const named = record.attempts.find(({ outcome }) => 'id' in outcome && outcome.id === id);
			if (named === undefined)
				return tokens.revoke(id, secret);
			const looked = await look(() => tokens.find?.(named));
			if (looked.found?.ids.includes(id) === true && looked.found.kind === 'found')
				return tokens.revoke(id, secret);
			if (looked.found?.kind === 'ambiguous')
				throw new Error(`several tokens bear the lease ${named.leaseId}, or what could be it, and none was touched`);
			if (looked.found?.complete === true) {
				ports.notify((0,notice/* warning */.$)(`No token bears the lease ${named.leaseId}: ${id}, which its record names, is gone, or is another's and was not touched.`));
				return 'already-gone';
			}
			ports.notify((0,notice/* warning */.$)(`That ${id} is of the lease ${named.leaseId} is said by its record alone: ${looked.why}. It is revoked all the same.`));
			return tokens.revoke(id, secret);
		},
	};
}
async function look(find) {
	try {
		return { found: await find(), why: 'the credential may not list all tokens' };
	}
	catch (error) {
		return { found: undefined, why: (0,shown_text/* messageOf */.bD)(error) };
	}
}

var input_checks = __webpack_require__(99);
var problem = __webpack_require__(1822);
var report_ending = __webpack_require__(4800);
;// CONCATENATED MODULE: ./src/verbs/end-leases.ts









async function endLeases(leases, inputs, timeout, host, stop) {
	const credential = inputs('credential');
	host.hide([
		...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
		...host.ambientSecrets(),
	]);
	const type = inputs('type')?.trim() ?? '';
	const reached = await reach(type, inputs, host);
	if (!reached.ok) {
		for (const { input, message } of reached.problems)
			host.fail(`${host.words.place(input)}: ${message}`);
		return { kind: 'misused' };
	}
	const { found, openTokens } = reached.value;
	for (const source of found.sources)
		host.say(`  ${source}`);
	for (const notice of found.notices)
		(0,host_host/* tell */.q)(host, notice);
	const ours = leases.filter((lease) => isOf(lease, type, found.access, host));
	let failed = ours.length < leases.length;
	if (ours.length > 0) {
		const ports = await host.openPorts(timeout, stop);
		for (const lease of ours) {
			const done = await endOne(lease, openTokens, found.access, ports, host);
			if (!done)
				failed = true;
		}
	}
	if (stop.signal !== undefined && failed)
		return { kind: 'stopped', signal: stop.signal };
	return { kind: failed ? 'failed' : 'done' };
}
async function reach(type, inputs, { surroundings, words }) {
	const [finder, openTokens] = await Promise.all([(0,registry/* loadAccess */.xf)(type), (0,registry/* loadTokens */.dZ)(type)]);
	if (finder === undefined)
		return (0,problem/* invalid */.Gq)(wrongType(type === '' ? 'it is not given' : (0,registry/* unknownType */.p2)(type)));
	if (openTokens === undefined)
		return (0,problem/* invalid */.Gq)(wrongType(`tokens of type ${type} cannot be revoked; they live until their end`));
	const problems = (0,input_checks/* checkUse */.ki)('revoke', type, finder.inputs, inputs, words);
	const found = finder.findAccess(inputs, surroundings, words);
	if (!found.ok)
		return (0,problem/* invalid */.Gq)(...problems, ...found.problems);
	return problems.length > 0 ? (0,problem/* invalid */.Gq)(...problems) : (0,problem/* valid */.rZ)({ found: found.value, openTokens });
}
function wrongType(message) {
	return { input: 'type', message };
}
function isOf({ leaseId, record }, type, access, host) {
	const written = `${record.type} at ${record.endpoint ?? 'no endpoint'}`;
	const now = `${type} at ${access.endpoint ?? 'no endpoint'}`;
	if (written === now)
		return true;
	host.fail(`The lease ${leaseId} is left: it was written down for ${written}, and what is given now is ${now}.`);
	return false;
}
async function endOne({ leaseId, record, ended }, openTokens, access, ports, host) {
	try {
		const tokens = markedTokens(openTokens(access, record.context, ports), record, ports);
		const endings = await (0,revoke/* endLease */.Kg)(record, tokens, ports);
		const fails = endings.map((ending) => (0,report_ending/* reportEnding */.UB)(ending, record, 'fail', clock/* systemClock */.ml.now(), host));
		const isLeft = endings.some(({ kind }) => kind === 'failed' || kind === 'none-so-far');
		if (!isLeft)
			ended();
		return !fails.includes(true);
	}
	catch (error) {
		host.fail(`The lease ${leaseId} could not be ended: ${(0,shown_text/* messageOf */.bD)(error)}`);
		return false;
	}
}

var command_admin = __webpack_require__(1124);
var command_misuse = __webpack_require__(5776);
var revoke_command = __webpack_require__(8184);
;// CONCATENATED MODULE: ./src/entries/command-revoke.ts


















async function run(words) {
	const stop = (0,process_end/* listenForStop */.rr)();
	const read = (0,command_line/* readCommandLine */.y)('revoke', words);
	if (read.kind === 'help')
		return (await Promise.all(/* import() */[__webpack_require__.e(847), __webpack_require__.e(9598)]).then(__webpack_require__.bind(__webpack_require__, 847))).printHelpOf('revoke');
	if (read.kind === 'wrong')
		return (0,command_misuse/* tellMisuse */.m)(read.problems, 'revoke');
	const { given } = read;
	if (given.option('token-id') !== undefined &&
		given.option('lease') === undefined &&
		given.option('all') === undefined)
		return (0,command_admin.runGiven)(given, (await __webpack_require__.e(/* import() */ 2042).then(__webpack_require__.bind(__webpack_require__, 2042))).revoke, stop);
	const { env: environment } = process;
	const problems = [...problemsOf(given)];
	const inputs = (0,given_inputs/* readGivenInputs */.t)(given, problems);
	const timeout = (0,lifetime/* parseDuration */.E9)('timeout', given.option('timeout')?.trim() ?? '2m');
	if (!timeout.ok)
		problems.push(...timeout.problems.map(({ message }) => `--timeout: ${message}`));
	if (problems.length > 0 || !timeout.ok)
		return (0,command_misuse/* tellMisuse */.m)(problems, 'revoke');
	const revoking = (0,revoke_command/* revokeCommand */.A)(given);
	const terminal = (0,terminal_terminal/* openTerminal */.j)(environment, (0,terminal_words/* terminalWords */.A)({ ofLease: (leaseId) => revoking({ leaseId }) }), terminal_voice/* logToStandardError */.ty);
	const { voice } = terminal;
	try {
		const folder = (0,state_folder/* stateFolder */.y)(given.option('state-dir'), environment);
		const journal = (0,terminal_journal.findJournal)(folder);
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
			ended: () => forget(entry, journal, voice),
		}));
		const host = { ...terminal, ...voice };
		return (0,command_admin.statusOf)(await endLeases(leases, inputs, timeout.value * 1000, host, stop));
	}
	catch (error) {
		voice.fail((0,shown_text/* messageOf */.bD)(error));
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
	tellLeft(left, voice);
	return entries;
}
function choose(entries, given, environment) {
	const lease = given.option('lease')?.trim();
	if (lease === undefined)
		return leasesOfRun(entries, (0,origin/* readOrigin */.P)(environment));
	const found = leaseOf(entries, lease);
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
	if (given.option('yes') === 'true' || (0,origin/* readOrigin */.P)(environment).by !== 'terminal')
		return true;
	if (!(0,terminal_voice/* isTerminal */.Hd)(0))
		throw new Error('--all ends every lease that is written down here: say so with --yes');
	(0,write_all/* writeIfRead */.t)(2, `${count === 1 ? 'One lease is' : `${count} leases are`} written down here. End them all? [y/N] `);
	const answer = Buffer.alloc(16);
	const length = (0,external_node_fs_.readSync)(0, answer);
	return /^y(?:es)?\s*$/i.test(answer.toString('utf8', 0, length));
}


/***/ }),

};

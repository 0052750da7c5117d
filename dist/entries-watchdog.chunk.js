"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/watchdog.ts + 2 modules
/***/ 907:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


var external_node_fs_ = __webpack_require__(3024);
var process_end = __webpack_require__(4575);
var ports = __webpack_require__(1102);
var lease_record = __webpack_require__(4501);
var shown_text = __webpack_require__(4278);
var export_mark = __webpack_require__(8094);
var terminal_processes = __webpack_require__(5721);
var supervised_command = __webpack_require__(8456);
;// CONCATENATED MODULE: ./src/terminal/after-kill.ts



const PATIENCE = 3_000;
async function endOrphan(command) {
	switch (command?.kind) {
		case 'running':
			return command.ownsGroup ? endGroup(command.process) : endAll([command.process]);
		case 'starting':
			return endAll(await findStarted(command.mark));
		case 'ended':
		case undefined:
			return;
	}
}
async function endGroup(leader) {
	const group = leader.pid;
	const running = () => (0,terminal_processes/* groupRuns */.KH)(group) && ((0,terminal_processes/* isRunning */.W_)(leader) || !(0,terminal_processes/* signalProcess */.a7)(group, 0));
	await (0,supervised_command/* endProcesses */.Hk)(running, (signal) => (0,terminal_processes/* signalGroup */.i8)(group, signal), PATIENCE);
}
async function endAll(processes) {
	await Promise.all(processes.map((one) => (0,supervised_command/* endProcesses */.Hk)(() => (0,terminal_processes/* isRunning */.W_)(one), (signal) => (0,terminal_processes/* signalProcess */.a7)(one.pid, signal), PATIENCE)));
}
const LONGEST_START = 500;
async function findStarted(mark) {
	const until = performance.now() + LONGEST_START;
	for (;;) {
		const found = (0,terminal_processes/* startedWith */.W1)(export_mark/* EXPORT_MARK */.vJ, mark);
		if (found.length > 0 || performance.now() > until)
			return found;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

var exec_words = __webpack_require__(1291);
var hidden_secrets = __webpack_require__(8788);
var host = __webpack_require__(2106);
var open_ports = __webpack_require__(7361);
var proxy_secrets = __webpack_require__(6766);
var http_network = __webpack_require__(49);
var resolver = __webpack_require__(3192);
var terminal_masks = __webpack_require__(6329);
var terminal_voice = __webpack_require__(9434);
;// CONCATENATED MODULE: ./src/terminal/noted-lease.ts








function openNotedLease({ record, tokenSecret, tokenFile }, { credential, network, identity, onRevokeFailure }, words, environment, log) {
	(0,resolver/* restoreResolver */.pX)((0,resolver/* parseResolver */.sm)(network.resolver), environment);
	const voice = (0,terminal_voice/* openVoice */.l6)(words, environment, log);
	const masks = (0,terminal_masks/* openMasks */.m)(environment, log);
	const mask = (secret) => masks.mask(secret);
	return {
		...voice,
		kept() {
			const secrets = [credential.secret, tokenSecret ?? '', ...Object.values(identity)];
			(0,hidden_secrets/* hideSecrets */.s)([...secrets.map((text) => ({ what: 'The credential', text })), ...(0,proxy_secrets/* proxySecrets */.W)(network)], mask);
			return { record, credential, tokenSecret, onRevokeFailure, tokenFile };
		},
		async openPorts(timeout, stop) {
			const ways = {
				words,
				network: await (0,http_network.parseNetwork)(network, environment),
				mask,
				maskNew: (secret) => masks.maskNew(secret),
				say: (text) => voice.say(text),
				tell: (notice) => (0,host/* tell */.q)(voice, notice),
				async identityToken(audience, ports) {
					const { requestIdentityToken } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(7138)]).then(__webpack_require__.bind(__webpack_require__, 9880));
					return requestIdentityToken(identity, audience, ports);
				},
			};
			return (0,open_ports/* openPorts */.Rr)(ways, timeout, stop);
		},
	};
}

var watchdog_notes = __webpack_require__(7433);
var terminal_words = __webpack_require__(4625);
var end = __webpack_require__(979);
;// CONCATENATED MODULE: ./src/entries/watchdog.ts












async function endAfterKill(notes) {
	const { access } = notes;
	const [status] = await Promise.all([
		access === undefined || notes.record === undefined ? 0 : endLease(notes, access),
		endOrphan(notes.command),
	]);
	if (access?.folder !== undefined)
		(0,external_node_fs_.rmSync)(access.folder, { recursive: true, force: true });
	return status;
}
async function endLease(notes, access) {
	const words = (0,exec_words/* execWords */.J)((0,terminal_words/* terminalWords */.A)({ ofLease: () => undefined }));
	const host = openNotedLease(notes, access, words, process.env, log);
	host.say('mint-token was killed; its watchdog ends the lease');
	const status = await (0,end/* end */._)(host, ports/* neverStops */.q3);
	if (status === 0)
		await forget(notes, access);
	return status;
}
async function forget({ record = '' }, { journalFolder }) {
	if (journalFolder === undefined)
		return;
	const [first] = (0,lease_record/* parseRecord */.Hh)(record, { keptIn: 'memory', logOfMint: 'what was said when it was minted' }).attempts;
	const { openJournal } = await __webpack_require__.e(/* import() */ 1151).then(__webpack_require__.bind(__webpack_require__, 1151));
	if (first !== undefined)
		openJournal(journalFolder).remove(first.leaseId);
}
function log(text) {
	try {
		(0,terminal_voice/* logToStandardError */.ty)(text);
	}
	catch {
	}
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'])
	process.on(signal, () => undefined);
void endAfterKill((0,watchdog_notes/* parseNotes */.X)((0,external_node_fs_.readFileSync)(0, 'utf8')))
	.catch((error) => {
	log(`error: ${(0,shown_text/* messageOf */.bD)(error)}\n`);
	return 1;
})
	.then(process_end/* endProcess */.JZ);


/***/ }),

};

"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/mint.ts + 3 modules
/***/ 6917:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


var process_end = __webpack_require__(4575);
var inputs = __webpack_require__(9205);
var http_network = __webpack_require__(49);
var notice = __webpack_require__(7440);
var lease_record = __webpack_require__(4501);
var asked_host = __webpack_require__(5074);
var file_command = __webpack_require__(841);
var external_node_fs_ = __webpack_require__(3024);
var lifetime = __webpack_require__(8746);
var shown_text = __webpack_require__(4278);
var command_file_error = __webpack_require__(3849);
var masks = __webpack_require__(6555);
var state = __webpack_require__(6003);
;// CONCATENATED MODULE: ./src/runner/save-state.ts



function reserveState() {
	saveState(state/* EMPTY_STATE */.W);
}
function saveState(values) {
	const lines = Object.entries(values).map(([name, value]) => (0,file_command/* prepareKeyValueMessage */.v)(name, value));
	try {
		(0,file_command/* issueFileCommand */.n)('STATE', lines.join('\n'));
	}
	catch (error) {
		throw new Error(`the state file of the runner (GITHUB_STATE) cannot be written: ${(0,command_file_error/* explainCommandFileError */.v)(error)}. Without it post could not end a token, so none is handed on`, { cause: error });
	}
}

var export_mark = __webpack_require__(8094);
var token_file = __webpack_require__(6038);
;// CONCATENATED MODULE: ./src/runner/handover.ts









function handOver({ token, revocable, file, exports }, now) {
	const takeBacks = [openCommandFile('OUTPUT')];
	if (exports !== undefined)
		takeBacks.push(openCommandFile('ENV'));
	try {
		if (file !== undefined)
			takeBacks.push(handOverFile(file.path, file.content));
		if (exports !== undefined)
			exportVariables(exports());
		appendPairs('OUTPUT', [
			['token_id', token.id],
			['name', token.name],
			['type', token.type],
			['expires_at', (0,lifetime/* formatInstant */.r4)(token.expiresAt)],
			['expires_in', String(Math.max(0, Math.ceil((token.expiresAt - now) / 1000)))],
			['grants', token.grants],
			...(file === undefined ? [] : [['token_file', file.path]]),
			['revocable', String(revocable)],
			['token', token.secret],
		]);
	}
	catch (error) {
		throw takenBack(error, takeBacks);
	}
}
function exportVariables(variables) {
	const mark = (0,export_mark/* newExportMark */.uR)(variables);
	(0,masks/* maskSecret */.$)(mark);
	appendPairs('ENV', [...Object.entries(variables), [export_mark/* EXPORT_MARK */.vJ, (0,export_mark/* addExportMark */.DU)(process.env[export_mark/* EXPORT_MARK */.vJ], mark)]]);
}
function handOverFile(path, content) {
	const made = { path, hash: (0,token_file.contentHash)(content), firstFolder: (0,token_file.firstFolderToMake)(path) };
	(0,masks/* maskSecret */.$)(made.hash);
	saveState({ token_file: path, token_file_sha256: made.hash, token_file_folder: made.firstFolder });
	try {
		(0,token_file.makeTokenFile)(path, content, made.firstFolder);
	}
	catch (error) {
		saveState({ token_file: '', token_file_sha256: '', token_file_folder: '' });
		throw new Error(`token_file: the file ${JSON.stringify(path)} could not be made: ${(0,shown_text/* messageOf */.bD)(error)}. Free the place, or name another one`, { cause: error });
	}
	return () => {
		if ((0,token_file.removeTokenFile)(made) === 'changed')
			throw new Error(`the token file ${path} was changed and is left as it is`);
	};
}
function takenBack(because, takeBacks) {
	const failures = [];
	for (const takeBack of takeBacks) {
		try {
			takeBack();
		}
		catch (error) {
			failures.push((0,shown_text/* messageOf */.bD)(error));
		}
	}
	const left = failures.length === 0 ? '' : `. What was handed on before could not be taken back: ${failures.join('; ')}`;
	return new Error(`${(0,shown_text/* messageOf */.bD)(because)}${left}`, { cause: because });
}
function handOverPlan(plan) {
	appendPairs('OUTPUT', [
		['grants', plan.grants],
		['expires_at', (0,lifetime/* formatInstant */.r4)(plan.expiresAt)],
		['type', plan.type],
		['name', plan.name],
	]);
}
function appendPairs(command, pairs) {
	(0,file_command/* issueFileCommand */.n)(command, pairs.map(([name, value]) => (0,file_command/* prepareKeyValueMessage */.v)(name, value)).join('\n'));
}
function openCommandFile(command) {
	const path = process.env[`GITHUB_${command}`];
	if (path === undefined || path === '')
		throw new Error(`the runner gave no file in GITHUB_${command}`);
	try {
		(0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND));
	}
	catch (error) {
		throw new Error(`the runner's file in GITHUB_${command} cannot be written: ${(0,command_file_error/* explainCommandFileError */.v)(error)}`, {
			cause: error,
		});
	}
	const { size } = (0,external_node_fs_.statSync)(path);
	return () => {
		if ((0,external_node_fs_.statSync)(path).size > size)
			(0,external_node_fs_.truncateSync)(path, size);
	};
}

var run_context = __webpack_require__(2825);
var summary = __webpack_require__(1070);
;// CONCATENATED MODULE: ./src/runner/mint-host.ts








function openMintHost(environment) {
	const trust = (0,run_context/* readTrust */.b)(environment);
	const temporaryFolder = environment['RUNNER_TEMP'] || undefined;
	return {
		...(0,asked_host/* openAskedHost */.j)(environment, trust),
		tokenFilePlace: {
			folder: temporaryFolder,
			called: 'RUNNER_TEMP',
			workspace: environment['GITHUB_WORKSPACE'] || undefined,
		},
		reserve: reserveState,
		notices: () => (trust.forkWithSecrets === undefined ? [] : [(0,notice/* warning */.$)(trust.forkWithSecrets)]),
		async keepAccess({ authentication, onRevokeFailure }, { network }) {
			const secret = authentication.kind === 'secret' ? authentication : undefined;
			saveState({
				...(await (0,http_network/* serializeNetwork */.j)(network, temporaryFolder)),
				identity_token_url: environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
				credential: secret?.secret ?? '',
				credential_id: secret?.id ?? '',
				on_revoke_failure: onRevokeFailure ?? '',
			});
		},
		keepSecret: (secret) => saveState({ token: secret }),
		keepRecord: (record) => saveState({ record: (0,lease_record/* serializeRecord */.Om)(record) }),
		deliver: handOver,
		deliverPlan: handOverPlan,
		summarize: summary/* writeSummary */.Sy,
	};
}

var create = __webpack_require__(649);
var verbs_outcome = __webpack_require__(9194);
;// CONCATENATED MODULE: ./src/entries/mint.ts





const stop = (0,process_end/* listenForStop */.rr)();
void (0,create/* create */.v)((0,inputs/* askedOf */.iN)(process.env), openMintHost(process.env), stop).then((outcome) => (0,process_end/* endProcess */.JZ)((0,verbs_outcome/* exitStatusOf */.e)(outcome)));


/***/ }),

// ./src/host/token-file.ts
/***/ 6038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Ew: () => (/* binding */ noticesOfPlace),
  Re: () => (/* binding */ ownTokenFilePath),
  S0: () => (/* binding */ writeNewFile),
  contentHash: () => (/* binding */ contentHash),
  fe: () => (/* binding */ placeTokenFile),
  firstFolderToMake: () => (/* binding */ firstFolderToMake),
  makeTokenFile: () => (/* binding */ makeTokenFile),
  removeTokenFile: () => (/* binding */ removeTokenFile),
  wZ: () => (/* binding */ makeFolders)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7440);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);






function placeTokenFile(given, { folder: base, called }) {
	const problem = (message) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({ input: 'token_file', message });
	if (given.includes('\0'))
		return problem('the path holds a zero byte');
	if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(given) && base === undefined) {
		return problem(`a relative path is meant below ${called}, which is not set; give an absolute path`);
	}
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(base ?? '', given);
	try {
		const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
		if (existing !== undefined) {
			const what = existing.isSymbolicLink() ? 'a link' : existing.isDirectory() ? 'a folder' : 'a file';
			return problem(`${what} stands at ${JSON.stringify(path)} already; give a path where nothing is, or remove it before`);
		}
		const folder = nearestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
		if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder).isDirectory() && !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder)).isDirectory()) {
			return problem(`${JSON.stringify(folder)} is no folder, so ${JSON.stringify(path)} cannot be made`);
		}
		if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(given) && base !== undefined) {
			const outside = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(base), path), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(base), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder))].some(leadsOut);
			if (outside)
				return problem(`${JSON.stringify(given)} leads out of ${called}; give an absolute path if that is meant`);
		}
		tryToMakeFile(folder);
	}
	catch (error) {
		return problem(`a file cannot be made at ${JSON.stringify(path)}: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(path);
}
function tryToMakeFile(folder) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.mint-token-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL, 0o600));
	(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
}
function ownTokenFilePath(temporaryFolder) {
	return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporaryFolder, `mint-token-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`, 'token.json');
}
function nearestFolder(path) {
	let folder = path;
	while ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder, { throwIfNoEntry: false }) === undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== folder)
		folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
	return folder;
}
function contentHash(content) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function firstFolderToMake(path) {
	const nearest = nearestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
	let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
	if (folder === nearest)
		return '';
	while ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== nearest)
		folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
	return folder;
}
function makeTokenFile(path, content, firstFolder) {
	if (firstFolder !== '')
		makeFolders(firstFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
	try {
		writeNewFile(path, content);
	}
	catch (error) {
		removeFolders(firstFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
		throw error;
	}
}
function makeFolders(first, last) {
	if (first !== last)
		makeFolders(first, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(last));
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(last, { mode: 0o700 });
	}
	catch (error) {
		if (first !== last)
			removeFolders(first, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(last));
		throw error;
	}
}
function removeFolders(first, last) {
	if (first === '')
		return;
	for (let folder = last;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder)) {
		if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder, { throwIfNoEntry: false }) !== undefined) {
			if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).length > 0)
				return;
			(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder);
		}
		if (folder === first || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder)
			return;
	}
}
function writeNewFile(path, content) {
	const noFollow = "O_NOFOLLOW" in node_fs__WEBPACK_IMPORTED_MODULE_1__.constants ? node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW : 0;
	const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL | noFollow;
	const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, flags, 0o600);
	try {
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, content);
			(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(file);
		}
		finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
		}
	}
	catch (error) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
		throw error;
	}
}
const LARGEST = 64 * 1024;
function removeTokenFile({ path, hash, firstFolder }) {
	const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
	if (found !== undefined) {
		if (!found.isFile() || found.size > LARGEST || contentHash(readOwn(path, found)) !== hash)
			return 'changed';
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
	}
	removeFolders(firstFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
	return found === undefined ? 'gone' : 'removed';
}
function readOwn(path, { uid }) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
	}
	catch (error) {
		const forbidden = error instanceof Error && 'code' in error && error.code === 'EACCES';
		if (!forbidden || process.getuid?.() !== uid)
			throw error;
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(path, 0o600);
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
	}
}
function noticesOfPlace(path, { folder: temp, called, workspace }) {
	const isBelow = (folder) => folder !== undefined && !leadsOut((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder), path));
	if (!isBelow(workspace) || isBelow(temp))
		return [];
	return [
		(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_5__/* .notice */ .l)(`the token file ${path} stands in the workspace: what uploads, caches or commits all that is there takes the token along, and a checkout removes it. A relative path puts it below ${called}.`),
	];
}
function leadsOut(way) {
	return /^\.\.(?:[\\/]|$)/.test(way) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}


/***/ }),

// ./src/verbs/create.ts + 4 modules
/***/ 649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ create)
});

var host_host = __webpack_require__(2106);
var clock = __webpack_require__(5436);
var issuer = __webpack_require__(2247);
var request_lifetime = __webpack_require__(8746);
var lost_token = __webpack_require__(2118);
var notice = __webpack_require__(7440);
var lease_ports = __webpack_require__(1102);
var lease_record = __webpack_require__(4501);
var server_clock = __webpack_require__(8196);
var shown_text = __webpack_require__(4278);
;// CONCATENATED MODULE: ./src/lease/mint.ts








class LostAnswer extends Error {
	name = 'LostAnswer';
}
class NotAsAsked extends Error {
	name = 'NotAsAsked';
}
const LAST_REVOCATION = 3_000;
async function mintLease(order, keeper, ports) {
	const lease = { order, keeper, ports, journal: openJournal(order, keeper, ports) };
	let lostBefore = false;
	let redated = false;
	for (;;) {
		const minted = await mintOnce(lease, redated);
		switch (minted.kind) {
			case 'delivered':
				return minted.token;
			case 'misdated':
				redated = true;
				break;
			case 'lost': {
				const { attempt, because } = minted;
				const end = await endLost(lease, attempt);
				if (lostBefore || end.kind !== 'clear')
					throw lost(attempt, because, end, ports.words);
				lostBefore = true;
				ports.notify((0,notice/* warning */.$)(`The answer to the mint was lost: ${(0,shown_text/* messageOf */.bD)(because)}. ${end.known} Trying once more.`));
			}
		}
	}
}
function openJournal(order, keeper, ports) {
	const { type, wish, access, openTokens, plan } = order;
	let record = {
		version: 1,
		type,
		endpoint: access.endpoint,
		authentication: (0,lease_record/* withoutSecret */.Nt)(access.authentication),
		context: plan.context,
		expires: wish.expiry.kind !== 'none',
		revocable: openTokens !== undefined,
		revoke: wish.revoke,
		timeout: order.endTimeout,
		attempts: [],
	};
	const save = (changed) => {
		record = changed;
		keeper.save(changed);
	};
	const settle = (attempt, outcome) => save((0,lease_record/* withOutcome */.lt)(record, attempt.leaseId, outcome));
	return {
		begin: (attempt) => save({ ...record, attempts: [...record.attempts, { ...attempt, outcome: { kind: 'open', searched: false } }] }),
		settle,
		note(attempt, outcome, otherwise) {
			try {
				settle(attempt, outcome);
			}
			catch (error) {
				ports.notify((0,notice/* warning */.$)(`${otherwise} ${(0,shown_text/* messageOf */.bD)(error)}`));
			}
		},
	};
}
async function mintOnce(lease, redated) {
	const { order, keeper, ports, journal } = lease;
	(0,lease_ports/* throwIfStopped */.$J)(ports.stop);
	const attempt = (0,server_clock/* attemptByServer */.Ur)(order.wish, order.plan, ports);
	journal.begin(attempt);
	let born;
	let life;
	const lifeNow = () => (0,server_clock/* lifeOf */.c_)(order.wish, attempt, order.plan, ports.clock.now());
	try {
		const granted = await order.plan.mint(attempt, (token) => {
			ports.maskNew(token.secret);
			refuseKnownSecret(token, ports);
			born = token;
			keeper.saveSecret?.(token.secret);
			journal.settle(attempt, { kind: 'minted', id: token.id });
		});
		life = lifeNow();
		(0,lease_ports/* throwIfStopped */.$J)(ports.stop);
		if (born === undefined)
			throw new Error('the issuer granted a token that was never announced');
		checkLife(life, order, redated, ports);
		const token = verified(order, attempt, born, granted, ports);
		await keeper.deliver(token, ports.clock.now() + (0,server_clock/* serverAheadOf */.o4)(order.plan));
		const { id, expiresAt } = token;
		journal.note(attempt, { kind: 'delivered', id, expiresAt }, `That the token was handed on could not be recorded; ${ports.words.later.revokes(attempt.leaseId)}.`);
		return { kind: 'delivered', token };
	}
	catch (error) {
		life ??= lifeNow();
		const again = !redated && (0,server_clock/* canBeRedated */.xZ)(order.wish, life);
		if (born !== undefined) {
			await abandon(lease, attempt, born);
			if (again)
				return { kind: 'misdated' };
			throw error;
		}
		if (error instanceof issuer/* Refused */.L) {
			journal.settle(attempt, { kind: 'nothing' });
			if (life.kind !== 'ended')
				throw error;
			if (again)
				return { kind: 'misdated' };
			throw new issuer/* Refused */.L(`${error.message}; ${life.words}`, { cause: error, problems: error.problems });
		}
		(0,lease_ports/* throwIfStopped */.$J)(ports.stop);
		return { kind: 'lost', attempt, because: error };
	}
}
function refuseKnownSecret({ id, secret }, { holdsKnown }) {
	if (holdsKnown(secret)) {
		throw new Error('the answer gives out as a new token a secret that was there before, such as the credential itself; it is not handed on');
	}
	if (holdsKnown(id) || id.includes(secret)) {
		throw new Error('the answer gives out a secret as the id of the token; neither is handed on');
	}
}
function checkLife(life, order, redated, ports) {
	if (life.kind === 'as-asked')
		return;
	if (life.kind === 'shorter' && (redated || !(0,server_clock/* canBeRedated */.xZ)(order.wish, life))) {
		ports.notify((0,notice/* warning */.$)(`The token does not live as long as was asked for: ${life.words}.`));
		return;
	}
	throw new NotAsAsked(`${order.title} made a token that does not live as long as was asked for, so ${fateOf(order)}: ${life.words}`);
}
function fateOf({ openTokens }) {
	return openTokens === undefined ? 'it is not handed on' : 'it is not handed on but revoked';
}
async function abandon({ order, ports, journal }, attempt, { id, secret }) {
	const { later } = ports.words;
	const { openTokens, access, plan } = order;
	if (openTokens === undefined)
		return;
	try {
		await openTokens(access, plan.context, allowLastRevocation(ports)).revoke(id, {
			attempt,
			secret,
			delivered: false,
		});
	}
	catch (error) {
		ports.notify((0,notice/* warning */.$)(`The token ${id} could not be revoked at once; ${later.triesAgain(attempt.leaseId)}. ${(0,shown_text/* messageOf */.bD)(error)}`));
		return;
	}
	ports.notify((0,notice/* notice */.l)(`The token ${id} was not handed on, and was revoked at once.`));
	const otherwise = `That it was revoked could not be recorded; ${later.findsItGone(attempt.leaseId)}.`;
	journal.note(attempt, { kind: 'revoked', id }, otherwise);
}
function allowLastRevocation(ports) {
	const stopped = ports.stop.signal !== undefined;
	if (stopped || ports.deadline.remaining() < LAST_REVOCATION)
		ports.deadline.leave(LAST_REVOCATION);
	return stopped ? { ...ports, stop: lease_ports/* neverStops */.q3 } : ports;
}
async function endLost({ order, ports, journal }, attempt) {
	const { openTokens, access, plan } = order;
	const open = (known) => ({ kind: 'open', known });
	const unknowable = {
		kind: 'unknowable',
		known: `It cannot be looked for. If there is one, it lives until ${(0,request_lifetime/* formatInstant */.r4)(attempt.expiresAt)}.`,
	};
	if (openTokens === undefined)
		return unknowable;
	const tokens = openTokens(access, plan.context, ports);
	const search = await (0,lost_token/* searchLostToken */.Ce)(attempt, lost_token/* LOOKS */.BJ, tokens, ports);
	if (search.kind !== 'failed')
		journal.settle(attempt, { kind: 'open', searched: (0,lost_token/* isFinished */.$g)(search) });
	switch (search.kind) {
		case 'found':
			return revokeFound(search.ids, attempt, tokens, ports);
		case 'none':
			return { kind: 'clear', known: 'No token of it exists so far.' };
		case 'none-so-far': {
			const lastLook = `the last look, ${lost_token/* LAST_LOOK */.jp / 1_000} s after the loss`;
			return open(`No token of it exists so far, but the time ended before ${lastLook}.`);
		}
		case 'none-shown':
			return open('The credential may not list all tokens, so it is not known whether a token exists.');
		case 'ambiguous':
			return open(`What was found is not surely its token, and was not touched: ${(0,shown_text/* enumerate */.HL)(search.ids)}.`);
		case 'failed':
			return open(`Looking for its token failed: ${(0,shown_text/* messageOf */.bD)(search.reason)}.`);
		case 'impossible':
			return unknowable;
	}
}
async function revokeFound(ids, attempt, tokens, ports) {
	const found = `Its token ${(0,shown_text/* enumerate */.HL)(ids)} was found`;
	try {
		for (const id of ids)
			await tokens.revoke(id, { attempt, delivered: false });
	}
	catch (error) {
		(0,lease_ports/* throwIfStopped */.$J)(ports.stop);
		return { kind: 'open', known: `${found}, and not revoked: ${(0,shown_text/* messageOf */.bD)(error)}.` };
	}
	return { kind: 'clear', known: `${found} and revoked.` };
}
function lost(attempt, because, { kind, known }, { later }) {
	const next = kind === 'unknowable' ? '' : ` ${later.looksOnceMore(attempt.leaseId)}`;
	return new LostAnswer(`the answer to the mint of ${attempt.name} was lost: ${(0,shown_text/* messageOf */.bD)(because)}. ${known}${next}`, {
		cause: because,
	});
}
const LONGEST_DIFFERENCE = 3_000;
function verified(order, attempt, born, granted, ports) {
	const { type, title, wish, plan } = order;
	const end = compareEnd(wish, attempt.expiresAt, granted.expiresAt);
	const areAnswered = granted.grants !== plan.grants;
	const holdSecret = areAnswered && (ports.holdsKnown(granted.grants) || granted.grants.includes(born.secret));
	const differences = [
		...granted.differences,
		...(end.difference === undefined ? [] : [end.difference]),
		...(holdSecret ? [{ what: 'grants', asked: 'no secret', granted: 'a text that holds one' }] : []),
	];
	if (differences.length > 0) {
		const show = ({ what, asked, granted }) => `${what}: asked for ${asked}, granted ${granted}`;
		throw new NotAsAsked(`${title} did not grant what was asked for, so ${fateOf(order)}. ${(0,shown_text/* enumerateBy */.KC)(differences, show, '; ', LONGEST_DIFFERENCE)}`);
	}
	if (isEarlier(wish.expiry, attempt.expiresAt, end.expiresAt)) {
		ports.notify((0,notice/* notice */.l)(`${title} gave the token an earlier end than asked for: ${(0,request_lifetime/* formatInstant */.r4)(end.expiresAt)} instead of ${(0,request_lifetime/* formatInstant */.r4)(attempt.expiresAt)}.`));
	}
	for (const message of granted.notices)
		ports.notify(message);
	return {
		type,
		id: born.id,
		secret: born.secret,
		name: attempt.name,
		expiresAt: end.expiresAt,
		grants: granted.grants,
		unconfirmed: granted.unconfirmed,
		...(granted.told === undefined ? {} : { told: granted.told }),
	};
}
const LONGEST_MINTING = 30_000;
function compareEnd({ expiry, lifetime }, asked, granted) {
	if (expiry.kind === 'none')
		return { expiresAt: asked };
	if (granted === undefined || isLater(expiry, lifetime, asked, granted)) {
		const said = granted === undefined ? 'no end at all' : (0,request_lifetime/* formatInstant */.r4)(granted);
		return { expiresAt: asked, difference: { what: 'end', asked: (0,request_lifetime/* formatInstant */.r4)(asked), granted: said } };
	}
	return { expiresAt: expiry.kind === 'minute' ? granted : Math.min(granted, asked) };
}
function isEarlier({ kind }, asked, granted) {
	return (kind === 'second' && granted < asked) || (kind === 'minute' && granted < asked - server_clock/* TOLERATED */.P0);
}
function isLater(expiry, lifetime, asked, granted) {
	switch (expiry.kind) {
		case 'none':
			return false;
		case 'millisecond':
			return granted !== asked;
		case 'second':
			return granted > asked + 1_000;
		case 'minute':
			return lifetime.kind === 'at'
				? granted > lifetime.instant + 1_000
				: granted > asked + server_clock/* TOLERATED */.P0 + LONGEST_MINTING;
	}
}

var lease_origin = __webpack_require__(9230);
var registry = __webpack_require__(1586);
var request_inputs = __webpack_require__(4332);
var request_request = __webpack_require__(712);
var problem = __webpack_require__(1822);
var token_file = __webpack_require__(6038);
;// CONCATENATED MODULE: ./src/verbs/token-file.ts


function findTokenFile(issuer, asked, place, words) {
	const { tokenFile, tokenFileFormat, exportEnvironment } = asked;
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const path = take(findPath(issuer, asked, place, words));
	const format = (message) => problems.push({ input: 'token_file_format', message });
	if (tokenFileFormat !== undefined && tokenFile === undefined) {
		const isMade = exportEnvironment && issuer?.exportsTokenFile !== false;
		if (!isMade)
			format(`no ${words.input('token_file')} is given that could have this format`);
	}
	if (issuer?.exportsTokenFile === true && tokenFileFormat === 'env') {
		format(`the variable that ${issuer.title} exports names a token file, so a file of variables would name itself; use json or token`);
	}
	if (issuer?.exportsTokenFile === true && exportEnvironment && tokenFileFormat === 'token') {
		format(`${words.input('export_env')} exports the path of this file, and ${issuer.title} reads it as json; leave the format out`);
	}
	return problems.length > 0 ? (0,problem/* invalid */.Gq)(...problems) : (0,problem/* valid */.rZ)(path);
}
function findPath(issuer, { tokenFile, exportEnvironment }, place, words) {
	if (tokenFile !== undefined)
		return (0,token_file/* placeTokenFile */.fe)(tokenFile, place);
	if (!exportEnvironment || issuer?.exportsTokenFile !== true)
		return (0,problem/* valid */.rZ)(undefined);
	if (place.folder === undefined) {
		return (0,problem/* invalid */.Gq)({
			input: 'export_env',
			message: `${place.called} is not set; name a ${words.input('token_file')} with an absolute path`,
		});
	}
	return (0,problem/* valid */.rZ)((0,token_file/* ownTokenFilePath */.Re)(place.folder));
}
function handOverOf(order, plan, token) {
	const { tokenFile: path, options, openTokens } = order;
	const exports = () => plan.exports(token, path);
	return {
		token,
		revocable: openTokens !== undefined,
		...(path === undefined ? {} : { file: { path, content: contentOf(order, plan, token) } }),
		...(options.exportEnvironment ? { exports } : {}),
	};
}
function contentOf({ issuer, options, tokenFile }, plan, token) {
	switch (options.tokenFileFormat ?? issuer.tokenFileFormat) {
		case 'token':
			return `${token.secret}\n`;
		case 'json':
			return plan.tokenFile(token);
		case 'env':
			return Object.entries(plan.exports(token, tokenFile))
				.map(([name, value]) => `${name}=${value}\n`)
				.join('');
	}
}

;// CONCATENATED MODULE: ./src/verbs/order.ts






async function readOrder(asked, { surroundings, tokenFilePlace, words }, now) {
	const { inputs } = asked;
	const type = inputs('type')?.trim();
	const [issuer, openTokens] = type === undefined ? [] : await Promise.all([(0,registry/* loadIssuer */.eN)(type), (0,registry/* loadTokens */.dZ)(type)]);
	const { request, options, problems } = await (0,request_request/* parseRequest */.TR)(type ?? '', issuer ?? ANY_ISSUER, inputs, now, words);
	const prepared = issuer?.prepare(request, surroundings, words) ?? (0,problem/* invalid */.Gq)(wrongType(type));
	const tokenFile = findTokenFile(issuer, options, tokenFilePlace, words);
	const misspelt = (0,request_inputs/* findMisspelt */.Dr)(asked.names(), 'create');
	if (type === undefined ||
		issuer === undefined ||
		problems.length + misspelt.length > 0 ||
		!prepared.ok ||
		!tokenFile.ok) {
		const all = [...problems, ...problemsOf(prepared, problems), ...(tokenFile.ok ? [] : tokenFile.problems)];
		return (0,problem/* invalid */.Gq)(...misspelt, ...all.toSorted(byPlace));
	}
	return (0,problem/* valid */.rZ)({ type, issuer, openTokens, request, options, prepared: prepared.value, tokenFile: tokenFile.value });
}
function wrongType(type) {
	const message = type === undefined ? `it is not given; expected one of ${registry/* TYPES */.QE.join(', ')}` : (0,registry/* unknownType */.p2)(type);
	return { input: 'type', message };
}
const ANY_ISSUER = {
	title: 'any system',
	grantExample: 'buckets iot-center: read, write',
	inputs: (0,request_inputs/* inputsOf */.Vc)('create'),
	expiry: { kind: 'second', longest: request_lifetime/* YEAR */.UX },
	exportsTokenFile: true,
};
function problemsOf(prepared, found) {
	if (prepared.ok)
		return [];
	const grantsUnread = found.some(({ input }) => input === 'grants');
	return prepared.problems.filter(({ input, at }) => !grantsUnread || input !== 'grants' || at !== undefined);
}
function byPlace(a, b) {
	const place = ({ input }) => {
		const index = (0,request_inputs/* inputsOf */.Vc)('create').findIndex((name) => name === input);
		return index === -1 ? (0,request_inputs/* inputsOf */.Vc)('create').length : index;
	};
	return place(a) - place(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}

;// CONCATENATED MODULE: ./src/verbs/report-mint.ts




function reportPlan({ type, issuer, prepared, request, tokenFile }, plan, host) {
	const now = request.now + (0,server_clock/* serverAheadOf */.o4)(plan);
	const end = (0,request_lifetime/* endOf */.pJ)(request.lifetime, now, issuer.expiry);
	host.say(`${issuer.title}: a token of type ${type}`);
	for (const source of prepared.sources)
		host.say(`  ${source}`);
	for (const grant of plan.shownGrants)
		host.say(`  grant: ${grant}`);
	for (const open of plan.leftOpen)
		host.say(`  left open: ${open}`);
	host.say(`  end: ${(0,request_lifetime/* formatInstant */.r4)(end)}, in ${(0,request_lifetime/* formatDuration */.a3)(Math.ceil((end - now) / 1000))}`);
	for (const notice of [...prepared.notices, ...plan.notices])
		(0,host_host/* tell */.q)(host, notice);
	if (tokenFile === undefined)
		return;
	for (const notice of (0,token_file/* noticesOfPlace */.Ew)(tokenFile, host.tokenFilePlace))
		(0,host_host/* tell */.q)(host, notice);
}
function reportToken(order, plan, { token, file, exports }, host) {
	const { issuer, options } = order;
	const ending = endingOf(order, token, host.words);
	const { unconfirmed } = token;
	const markOf = (what) => (unconfirmed.includes(what) ? ['not confirmed by the server'] : []);
	const { description } = order.request;
	host.say(`minted ${token.id} (${token.name})`);
	if (description !== undefined)
		host.say(`  description: ${description}`);
	if (unconfirmed.length > 0) {
		const are = unconfirmed.includes('grants') ? 'are' : 'is';
		host.say(`  its ${unconfirmed.join(' and ')} ${are} not confirmed by the server`);
	}
	host.say(`  ${ending}`);
	if (file !== undefined)
		host.say(`  token file: ${file.path}`);
	if (exports !== undefined)
		host.say(`  exported: ${Object.keys(exports()).join(', ')}`);
	if (!options.summary)
		return;
	host.summarize(`${issuer.title} token`, [
		['Type', [token.type]],
		['Name', [token.name]],
		['Description', description === undefined ? [] : [description]],
		['Token id', [token.id]],
		['Grants', [...plan.shownGrants, ...markOf('grants')]],
		['Workspace', markOf('workspace')],
		['Left open', plan.leftOpen],
		['End', [(0,request_lifetime/* formatInstant */.r4)(token.expiresAt)]],
		['Revocation', [ending]],
	]);
}
function endingOf({ issuer, openTokens, options }, token, words) {
	const end = (0,request_lifetime/* formatInstant */.r4)(token.expiresAt);
	if (openTokens === undefined)
		return `it cannot be revoked and lives until ${end}`;
	if (!options.revoke)
		return `it is not revoked ${words.atTheEnd} (${words.setting('revoke', 'false')}) and lives until ${end}`;
	if (issuer.expiry.kind === 'none')
		return `it lives until it is revoked: ${words.atTheEnd}; a sweep may revoke it after ${end}`;
	return `it is revoked ${words.atTheEnd}, and lives until ${end} at most`;
}

var report_problems = __webpack_require__(5743);
;// CONCATENATED MODULE: ./src/verbs/create.ts












async function create(asked, host, stop) {
	try {
		return await mint(asked, host, stop);
	}
	catch (error) {
		if (stop.signal !== undefined) {
			host.say(error instanceof lease_ports/* Stopped */.C9 ? error.message : `stopped by ${stop.signal}: ${(0,shown_text/* messageOf */.bD)(error)}`);
			return { kind: 'stopped', signal: stop.signal };
		}
		if (error instanceof issuer/* Refused */.L && error.problems.length > 0)
			(0,report_problems/* reportProblems */.T)(error.problems, NOTHING, host);
		else
			host.fail((0,shown_text/* messageOf */.bD)(error));
		return { kind: 'failed' };
	}
}
const NOTHING = 'nothing was minted';
async function mint(asked, host, stop) {
	host.reserve();
	hideWhatIsGiven(asked, host);
	for (const notice of host.notices())
		(0,host_host/* tell */.q)(host, notice);
	const understood = await readOrder(asked, host, clock/* systemClock */.ml.now());
	if (!understood.ok) {
		(0,report_problems/* reportProblems */.T)(understood.problems, NOTHING, host);
		return { kind: 'misused' };
	}
	const order = understood.value;
	const ports = await host.openPorts(order.options.timeout, stop);
	const plan = await order.prepared.plan(ports);
	reportPlan(order, plan, host);
	(0,lease_ports/* throwIfStopped */.$J)(stop);
	if (order.options.dryRun) {
		await rehearse(order, plan, host, ports);
		return { kind: 'done' };
	}
	const { openTokens, prepared, options, issuer } = order;
	if (openTokens !== undefined) {
		await host.keepAccess({ authentication: prepared.access.authentication, onRevokeFailure: options.onRevokeFailure }, ports);
	}
	const keeper = {
		save: (record) => host.keepRecord(record),
		...(issuer.endsByToken === true ? { saveSecret: (secret) => host.keepSecret(secret) } : {}),
		deliver: (token, now) => host.deliver(handOverOf(order, plan, token), now),
	};
	const token = await mintLease(leaseOf(order, plan, host), keeper, ports);
	reportToken(order, plan, handOverOf(order, plan, token), host);
	return { kind: 'done' };
}
function hideWhatIsGiven({ inputs }, host) {
	const credential = inputs('credential');
	host.hide([
		...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
		...host.ambientSecrets(),
	]);
}
function wishOf({ request, issuer, options }, { origin }) {
	const { name, description, lifetime } = request;
	const { expiry, longestDescription, showsDescriptions } = issuer;
	const shown = showsDescriptions === true ? (0,lease_origin/* withoutPerson */.W)(origin) : origin;
	return { name, description, lifetime, expiry, origin: shown, revoke: options.revoke, longestDescription };
}
function leaseOf(order, plan, host) {
	const { type, issuer, openTokens, prepared, options } = order;
	return {
		type,
		title: issuer.title,
		wish: wishOf(order, host),
		access: prepared.access,
		plan,
		openTokens,
		endTimeout: options.timeout / 2,
	};
}
async function rehearse(order, plan, host, ports) {
	for (const notice of (await plan.rehearse?.()) ?? [])
		(0,host_host/* tell */.q)(host, notice);
	(0,lease_ports/* throwIfStopped */.$J)(ports.stop);
	const { name, expiresAt } = (0,server_clock/* attemptByServer */.Ur)(wishOf(order, host), plan, ports);
	host.deliverPlan({ type: order.type, name, expiresAt, grants: plan.grants });
	host.say('nothing was minted: this was a dry run');
}


/***/ }),

// ./src/issuers/unsent-mint.ts
/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ refuseUnsent)
});
var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2398);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);


async function refuseUnsent(mint) {
	try {
		return await mint;
	}
	catch (error) {
		if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && !error.sent)
			throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L(error.message, { cause: error });
		throw error;
	}
}


/***/ }),

// ./src/request/grants.ts
/***/ 9750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  AZ: () => (/* binding */ printGrantLine),
  Lt: () => (/* binding */ besideUnrestricted),
  OW: () => (/* binding */ printWord),
  Ts: () => (/* binding */ parseGrants),
  kd: () => (/* binding */ isAll)
});
var _column_counter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(474);
var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8959);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);



const isAll = (word) => word.text === '*' && !word.quoted;
const EXAMPLE = 'a grant is one line, RESOURCE: ACTION[, ACTION...]';
function parseGrants(text) {
	if (/^\s*[[{]/.test(text))
		return parseJsonGrants(text);
	const lines = text.split('\n').map((source, index) => ({ source: source.replace(/\r$/, ''), line: index + 1 }));
	const written = lines.filter(({ source }) => source.trim() !== '' && !source.trim().startsWith('#'));
	const [first] = written;
	if (first === undefined) {
		return unreadable({
			input: 'grants',
			message: `no grant is given; ${EXAMPLE}. A token is never minted without saying what it may do`,
		});
	}
	const unrestricted = written.find(({ source }) => source.trim() === 'unrestricted');
	const problems = [];
	const grantLines = [];
	for (const { source, line } of written) {
		if (line === unrestricted?.line)
			continue;
		try {
			grantLines.push(readGrantLine(source, line));
		}
		catch (error) {
			if (!(error instanceof GrantSyntaxError))
				throw error;
			problems.push({ input: 'grants', at: error.at, message: error.message });
		}
	}
	if (unrestricted === undefined)
		return { grants: { form: 'lines', lines: grantLines }, problems };
	const at = { line: unrestricted.line, column: unrestricted.source.indexOf('u') + 1 };
	return { grants: { form: 'unrestricted', at, beside: grantLines }, problems };
}
function besideUnrestricted({ at, beside }) {
	return beside.length === 0
		? []
		: [{ input: 'grants', at, message: 'unrestricted stands alone, without other grants' }];
}
function parseJsonGrants(text) {
	try {
		return { grants: { form: 'json', values: (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .readJsonValues */ .Bq)(text) }, problems: [] };
	}
	catch (error) {
		if (!(error instanceof _json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .JsonSyntaxError */ .q3))
			throw error;
		const start = text.trimStart().slice(0, 1);
		return unreadable({
			input: 'grants',
			at: error.at,
			message: `${error.message}. Grants that begin with ${start} are JSON as a whole; a name that begins so is put in double quotes`,
		});
	}
}
function unreadable(problem) {
	return { grants: { form: 'lines', lines: [] }, problems: [problem] };
}
class GrantSyntaxError extends Error {
	at;
	constructor(message, at) {
		super(message);
		this.at = at;
	}
}
const OTHER_QUOTES = /^['`‘’“”„«]/;
const isBlank = (character) => character === ' ' || character === '\t';
function readGrantLine(source, line) {
	let index = 0;
	const columnOf = (0,_column_counter_js__WEBPACK_IMPORTED_MODULE_1__/* .createColumnCounter */ .z)(source);
	skipBlanks();
	if (/[[{]/.test(source.charAt(index))) {
		fail('found the start of JSON among lines; give JSON alone, without lines or comments before it, or put a name that begins so in double quotes');
	}
	if (source[index] === '-')
		fail('found -, which begins no grant; a name that begins so is put in double quotes');
	const at = here();
	const resource = readResource();
	const actions = readActions();
	return { resource, actions, at };
	function here() {
		return { line, column: columnOf(0, index) };
	}
	function fail(message, at = here()) {
		throw new GrantSyntaxError(message, at);
	}
	function skipBlanks() {
		while (isBlank(source[index]))
			index++;
	}
	function atColon() {
		return source[index] === ':' && (index + 1 === source.length || isBlank(source[index + 1]));
	}
	function readResource() {
		const words = [];
		for (;;) {
			if (atColon()) {
				if (words.length === 0)
					fail('nothing stands before the colon: an expression was probably empty; expected a resource');
				if (isBlank(source[index - 1])) {
					fail('a blank stands before the colon: an expression was probably empty; remove the blank if nothing is missing');
				}
				index++;
				return words;
			}
			if (index === source.length) {
				if (words.length === 1 && words[0]?.text === 'unrestricted') {
					fail(words[0].quoted ? 'unrestricted is written without quotes' : 'unrestricted is written once', words[0].at);
				}
				fail(`the line ends without a colon and actions; ${EXAMPLE}`);
			}
			if (source[index] === ',')
				fail('found a comma among the words of a resource; a word with a comma is put in double quotes');
			words.push(readWord());
			skipBlanks();
		}
	}
	function readActions() {
		const words = [];
		skipBlanks();
		for (;;) {
			if (index === source.length || source[index] === ',') {
				fail(words.length === 0 && index === source.length
					? 'no action stands after the colon: an expression was probably empty; expected ACTION[, ACTION...]'
					: 'an action is missing here: an expression was probably empty, or a comma is one too many');
			}
			if (atColon())
				failAtSecondColon();
			words.push(readWord());
			skipBlanks();
			if (index === source.length)
				return words;
			if (atColon())
				failAtSecondColon();
			if (source[index] === '#')
				failAtComment();
			if (source[index] !== ',') {
				fail(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(source.slice(index))}, expected a comma or the end of the line; a name with blanks is put in double quotes`);
			}
			index++;
			skipBlanks();
		}
	}
	function failAtSecondColon() {
		fail('found a second colon; a word with a colon before a blank is put in double quotes, another grant on a new line');
	}
	function failAtComment() {
		fail('found # inside a line; a comment stands on a line of its own, and a word with # is put in double quotes');
	}
	function readWord() {
		const at = here();
		if (source[index] === '"')
			return { text: readQuoted(at), quoted: true, at };
		if (OTHER_QUOTES.test(source.charAt(index))) {
			fail(`found ${source.charAt(index)}; quotes are double quotes, as in "my table", and a name that begins so is put in them`);
		}
		const start = index;
		while (index < source.length && !isBlank(source[index]) && source[index] !== ',' && !atColon()) {
			const character = source.codePointAt(index) ?? 0;
			const text = String.fromCodePoint(character);
			if (text === '"')
				fail('quotes enclose a whole word; write a quote inside as \\" within double quotes');
			if (text === '#')
				failAtComment();
			if ((0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isInvisible */ .qW)(text)) {
				fail(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .showCharacter */ .zO)(text)}; expected a visible one or a plain blank, or the word in double quotes`);
			}
			index += text.length;
		}
		return { text: source.slice(start, index), quoted: false, at };
	}
	function readQuoted(at) {
		const end = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfJsonString */ .Km)(source, index);
		if (end === undefined)
			return fail('this double quote is never closed', at);
		const text = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeJsonString */ .Sg)(source.slice(index, end));
		if (text === undefined)
			return fail(_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .MALFORMED_STRING */ .C9, at);
		index = end;
		if (index < source.length && !isBlank(source[index]) && source[index] !== ',' && !atColon()) {
			fail('quotes enclose a whole word; expected a blank, a comma or a colon after the closing quote');
		}
		if (text === '')
			fail('the text between the quotes is empty: an expression was probably empty', at);
		return text;
	}
}
function printWord(text) {
	const plain = text !== '' &&
		text !== '*' &&
		text !== 'unrestricted' &&
		!(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isInvisible */ .qW)(text) &&
		!/[ ",#]|:$|^[[{-]/.test(text) &&
		!OTHER_QUOTES.test(text);
	return plain ? text : JSON.stringify(text);
}
function printGrantLine(line) {
	const print = (word) => word.text === '*' && !word.quoted ? '*' : printWord(word.text);
	return `${line.resource.map(print).join(' ')}: ${line.actions.map(print).join(', ')}`;
}


/***/ }),

// ./src/request/request.ts
/***/ 712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $u: () => (/* binding */ parseLifetime),
  B6: () => (/* binding */ LONGEST_NAME),
  TR: () => (/* binding */ parseRequest),
  iC: () => (/* binding */ LONGEST_DESCRIPTION),
  o4: () => (/* binding */ readGrants),
  r4: () => (/* binding */ parseText)
});
/* unused harmony export TOKEN_FILE_FORMATS */
var _choice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1378);
var _grants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9750);
var _input_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99);
var _lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8746);
var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1822);
var _revoke_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6668);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4278);
var _timeout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9034);








const TOKEN_FILE_FORMATS = ['token', 'json', 'env'];
const DEFAULT_TIMEOUT = 120;
const LONGEST_NAME = 128;
const LONGEST_DESCRIPTION = 200;
async function parseRequest(type, issuer, inputs, now, words) {
	const { problems, take } = (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .collectProblems */ .vX)();
	problems.push(...(0,_input_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .checkForm */ .Hj)('create', inputs), ...(0,_input_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .checkUse */ .ki)('create', type, issuer.inputs, inputs, words));
	const grants = await readGrants(inputs('grants') ?? '');
	const example = inputs('grants') === undefined ? `. An example: "${issuer.grantExample}"` : '';
	problems.push(...grants.problems.map((problem) => ({ ...problem, message: `${problem.message}${example}` })));
	const lifetime = take(await parseLifetime(issuer, inputs, now, words)) ?? { kind: 'in', seconds: _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_LIFE */ .Tb };
	const name = take(parseText('name', inputs('name'), LONGEST_NAME));
	const description = take(parseText('description', inputs('description'), LONGEST_DESCRIPTION));
	const options = {
		tokenFile: inputs('token_file')?.trim(),
		tokenFileFormat: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .parseChoice */ .H)('token_file_format', inputs('token_file_format'), TOKEN_FILE_FORMATS)),
		exportEnvironment: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .parseBoolean */ .y)('export_env', inputs, false)) ?? false,
		revoke: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .parseBoolean */ .y)('revoke', inputs, true)) ?? true,
		onRevokeFailure: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .parseChoice */ .H)('on_revoke_failure', inputs('on_revoke_failure'), _revoke_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .ON_REVOKE_FAILURE */ .e)),
		timeout: (take((0,_timeout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTimeout */ .Z)(inputs, DEFAULT_TIMEOUT)) ?? DEFAULT_TIMEOUT) * 1000,
		summary: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .parseBoolean */ .y)('summary', inputs, true)) ?? true,
		dryRun: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_5__/* .parseBoolean */ .y)('dry_run', inputs, false)) ?? false,
	};
	if (!options.revoke && issuer.expiry.kind === 'none') {
		problems.push({
			input: 'revoke',
			message: `${issuer.title} knows no expiry, so a token that is not revoked would live for ever; remove "${words.setting('revoke', 'false')}"`,
		});
	}
	const { revoke } = options;
	const request = { type, grants: grants.grants, lifetime, name, description, given: inputs, revoke, now };
	return { request, options, problems: (0,_input_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutConsequences */ .Ro)('create', problems, inputs) };
}
async function readGrants(text) {
	const read = (0,_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGrants */ .Ts)(text);
	if (read.problems.length === 0)
		return read;
	const { explainPasted } = await __webpack_require__.e(/* import() */ 144).then(__webpack_require__.bind(__webpack_require__, 144));
	return explainPasted(text) ?? read;
}
async function parseLifetime(issuer, inputs, now, words) {
	const expiresIn = inputs('expires_in')?.trim();
	const expiresAt = inputs('expires_at')?.trim();
	const zone = inputs('time_zone')?.trim();
	if (expiresAt === undefined) {
		const life = parseLife(issuer, expiresIn ?? String(_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_LIFE */ .Tb));
		if (zone === undefined)
			return life;
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)({
			input: 'time_zone',
			message: `it says how to read ${words.input('expires_at')}, which is not given; remove it`,
		}, ...problemsOf(life));
	}
	const end = await parseEnd(issuer, expiresAt, zone, now);
	if (expiresIn === undefined)
		return end;
	return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)({ input: 'expires_at', message: `${words.input('expires_in')} is given too; keep one of the two` }, ...problemsOf(parseLife(issuer, expiresIn)), ...problemsOf(end));
}
function problemsOf(result) {
	return result.ok ? [] : result.problems;
}
function parseLife(issuer, text) {
	if ((0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .isEndless */ .tr)(text)) {
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)({
			input: 'expires_in',
			message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .hD)(text)}, and ${_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_ENDLESS */ .Bw}; expected a duration such as 30m, 1h30m or 7d, at most ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(longestOf(issuer))}`,
		});
	}
	const seconds = (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)('expires_in', text);
	if (!seconds.ok)
		return seconds;
	const problem = checkLife('expires_in', seconds.value, issuer);
	return problem === undefined ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .valid */ .rZ)({ kind: 'in', seconds: seconds.value }) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(problem);
}
async function parseEnd(issuer, text, zone, now) {
	if ((0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .isEndless */ .tr)(text)) {
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)({
			input: 'expires_at',
			message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .hD)(text)}, and ${_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_ENDLESS */ .Bw}; expected a date or a time such as 2026-10-30 or 2026-10-30T12:45, at most ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(longestOf(issuer))} from now`,
		});
	}
	const { parseInstant } = await Promise.all(/* import() */[__webpack_require__.e(8714), __webpack_require__.e(2687)]).then(__webpack_require__.bind(__webpack_require__, 2687));
	const instant = parseInstant(text, zone);
	if (!instant.ok)
		return instant;
	if (instant.value <= now) {
		const thisSecond = Math.floor(now / 1000) * 1000;
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)({
			input: 'expires_at',
			message: `${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .hD)(text)} is ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInstant */ .r4)(instant.value)}, which is past; the clock of this machine shows ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInstant */ .r4)(thisSecond)}`,
		});
	}
	const problem = checkLife('expires_at', (instant.value - now) / 1000, issuer);
	return problem === undefined ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .valid */ .rZ)({ kind: 'at', instant: instant.value }) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)(problem);
}
function longestOf({ expiry }) {
	return expiry.kind === 'none' ? _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_LIFE */ .EP : Math.min(expiry.longest, _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_LIFE */ .EP);
}
function checkLife(input, life, issuer) {
	const longest = longestOf(issuer);
	if (life < _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .SHORTEST_LIFE */ .EO) {
		return {
			input,
			message: `a life of ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.floor(life))} is too short to be used; expected at least 1m`,
		};
	}
	if (life > longest) {
		const limit = longest < _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_LIFE */ .EP
			? `longer than ${issuer.title} allows here`
			: 'longer than mint-token asks for, whatever the system allows, since a token that nobody revokes has to end by itself';
		return {
			input,
			message: `a life of ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.ceil(life))} is ${limit}; expected at most ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(longest)}`,
		};
	}
	return undefined;
}
function parseText(input, given, longest) {
	const text = given?.trim();
	if (text === undefined)
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .valid */ .rZ)(undefined);
	const length = [...text].length;
	if (length > longest) {
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)({ input, message: `the text is ${length} characters long; expected at most ${longest}` });
	}
	return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .valid */ .rZ)(text);
}


/***/ }),

// ./src/issuers/token-file-json.ts
/***/ 119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ tokenFileJson)
});
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);

function tokenFileJson({ secret, id, expiresAt }) {
	return `${JSON.stringify({ token: secret, token_id: id, expires_at: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt) })}\n`;
}


/***/ }),

// ./src/lease/difference.ts
/***/ 2883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ incomparable),
  g: () => (/* binding */ differencesOf)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

function differencesOf(compare) {
	try {
		return compare();
	}
	catch (error) {
		return [incomparable(error)];
	}
}
function incomparable(error) {
	return { what: 'answer', asked: 'one that can be compared', granted: `one that cannot be (${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)})` };
}


/***/ }),

};

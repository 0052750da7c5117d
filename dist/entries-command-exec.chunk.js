"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command-exec.ts + 13 modules
/***/ 1365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

var external_node_fs_ = __webpack_require__(3024);
var external_node_path_ = __webpack_require__(6760);
var plain_text = __webpack_require__(4024);
var lifetime = __webpack_require__(8746);
var command_line = __webpack_require__(3952);
var external_node_os_ = __webpack_require__(8161);
var export_mark = __webpack_require__(8094);
var secret_forms = __webpack_require__(9350);
var token_file = __webpack_require__(6038);
var what_node_shows = __webpack_require__(7774);
var lease_record = __webpack_require__(4501);
var shown_text = __webpack_require__(4278);
;// CONCATENATED MODULE: ./src/terminal/command-environment.ts


const NEEDED = ['PATH', 'HOME', 'LANG', 'TERM'];
const IDENTITY = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
function makeEnvironment({ inherited, parents, byIdentityToken, token, mark, pristine }, platform = process.platform) {
	const fold = (name) => (platform === 'win32' ? name.toUpperCase() : name);
	const replaced = new Set([...Object.keys(token), export_mark/* EXPORT_MARK */.vJ, ...(byIdentityToken ? IDENTITY : [])].map(fold));
	const needed = new Set(NEEDED.map(fold));
	const secrets = [...new Set([...parents].map((parent) => parent.trim()))].filter((secret) => secret !== '');
	const environment = {};
	for (const [name, value] of Object.entries(inherited)) {
		if (value === undefined || replaced.has(fold(name)) || (pristine && !needed.has(fold(name))))
			continue;
		if (!secrets.some((secret) => tellsOf(secret, value)))
			environment[name] = value;
	}
	return { ...environment, ...token, [export_mark/* EXPORT_MARK */.vJ]: (0,export_mark/* addExportMark */.DU)(inherited[export_mark/* EXPORT_MARK */.vJ], mark) };
}
function tellsOf(secret, value) {
	return secret.length < secret_forms/* SHORTEST_FORM */.Ye ? value.trim() === secret : value.includes(secret);
}

var external_node_net_ = __webpack_require__(7030);
var external_node_tty_ = __webpack_require__(7066);
;// CONCATENATED MODULE: ./src/terminal/stream-mask.ts
const MASK = Buffer.from('***');
const MOST_PAUSED = 3;
function createStreamMask(forms) {
	const { longest, depth, masks, first, next } = createMachine(forms.map((form) => Buffer.from(form)).filter((form) => form.length > 0));
	const held = Buffer.alloc(2 * longest + 2);
	const hidden = new Uint8Array(held.length);
	let shown = 0;
	let end = 0;
	let run = 0;
	let state = 0;
	let masking = false;
	const hold = (byte) => {
		if (end === held.length) {
			held.copyWithin(0, shown, end);
			hidden.copyWithin(0, shown, end);
			end -= shown;
			run = Math.max(0, run - shown);
			shown = 0;
		}
		held[end] = byte;
		hidden[end] = 0;
		end++;
		const start = Math.max(shown, end - (masks[state] ?? 0));
		if (start === end)
			run = end;
		else {
			hidden[end - 1] = 1;
			if (start < run)
				hidden.fill(1, start, run);
			run = Math.min(run, start);
		}
	};
	const show = (until, out) => {
		for (; shown < until; shown++) {
			if (hidden[shown] === 0)
				out.add(held.subarray(shown, shown + 1));
			else if (!masking)
				out.add(MASK);
			masking = hidden[shown] !== 0;
		}
	};
	const mayPause = () => end > shown && end - shown <= MOST_PAUSED;
	return {
		push(bytes) {
			const out = createOutput();
			let index = 0;
			while (index < bytes.length) {
				if (state === 0 && shown === end) {
					const start = index;
					while (index < bytes.length && first[bytes[index] ?? 0] === 0)
						index++;
					if (index > start) {
						out.add(bytes.subarray(start, index));
						masking = false;
					}
					if (index === bytes.length)
						break;
				}
				const byte = bytes[index] ?? 0;
				index++;
				state = next(state, byte);
				hold(byte);
				let known = Math.max(shown, end - (depth[state] ?? 0));
				while (known < end && hidden[known] !== 0)
					known++;
				show(known, out);
			}
			return out.bytes();
		},
		pause() {
			const out = createOutput();
			if (mayPause())
				show(end, out);
			return out.bytes();
		},
		end() {
			const out = createOutput();
			show(end, out);
			return out.bytes();
		},
		get mayPause() {
			return mayPause();
		},
	};
}
function createMachine(forms) {
	const most = forms.reduce((sum, form) => sum + form.length, 1);
	const depth = new Uint32Array(most);
	const masks = new Uint32Array(most);
	const first = new Uint32Array(256);
	const bytes = new Uint8Array(most);
	const child = new Uint32Array(most);
	const sibling = new Uint32Array(most);
	const fallback = new Uint32Array(most);
	let states = 1;
	const follow = (state, byte) => {
		if (state === 0)
			return first[byte] ?? 0;
		let candidate = child[state] ?? 0;
		while (candidate !== 0 && bytes[candidate] !== byte)
			candidate = sibling[candidate] ?? 0;
		return candidate;
	};
	const next = (state, byte) => {
		for (let from = state;; from = fallback[from] ?? 0) {
			const to = follow(from, byte);
			if (to !== 0 || from === 0)
				return to;
		}
	};
	for (const form of forms) {
		let state = 0;
		for (const byte of form) {
			let to = follow(state, byte);
			if (to === 0) {
				to = states++;
				bytes[to] = byte;
				depth[to] = (depth[state] ?? 0) + 1;
				if (state === 0)
					first[byte] = to;
				else {
					sibling[to] = child[state] ?? 0;
					child[state] = to;
				}
			}
			state = to;
		}
		masks[state] = form.length;
	}
	const queue = new Uint32Array(most);
	let queued = 0;
	for (const state of first)
		if (state !== 0)
			queue[queued++] = state;
	for (let index = 0; index < queued; index++) {
		const state = queue[index] ?? 0;
		for (let to = child[state] ?? 0; to !== 0; to = sibling[to] ?? 0) {
			fallback[to] = next(fallback[state] ?? 0, bytes[to] ?? 0);
			masks[to] = Math.max(masks[to] ?? 0, masks[fallback[to] ?? 0] ?? 0);
			queue[queued++] = to;
		}
	}
	return { longest: forms.reduce((most, form) => Math.max(most, form.length), 0), depth, masks, first, next };
}
function createOutput() {
	let buffer = Buffer.alloc(0);
	let size = 0;
	return {
		add(bytes) {
			if (size + bytes.length > buffer.length) {
				const larger = Buffer.allocUnsafe(Math.max(64, 2 * buffer.length, size + bytes.length));
				buffer.copy(larger, 0, 0, size);
				buffer = larger;
			}
			buffer.set(bytes, size);
			size += bytes.length;
		},
		bytes: () => buffer.subarray(0, size),
	};
}

;// CONCATENATED MODULE: ./src/terminal/masked-stream.ts

const PAUSE = 100;
const MOST_WAITING = 256 * 1024;
const MOST_LEFT = 1024 * 1024;
function maskStream(source, forms, output) {
	const mask = createStreamMask(forms);
	let pausing;
	let received = 0;
	let ended = false;
	const show = (bytes) => {
		output.write(bytes);
		if (output.closed)
			source.destroy();
		else if (output.waiting > MOST_WAITING && !source.isPaused()) {
			source.pause();
			output.onWritten(() => source.resume());
		}
	};
	const end = () => {
		clearTimeout(pausing);
		if (ended)
			return;
		ended = true;
		output.write(mask.end());
	};
	source.on('data', (bytes) => {
		clearTimeout(pausing);
		received += bytes.length;
		show(mask.push(bytes));
		if (mask.mayPause)
			pausing = setTimeout(() => show(mask.pause()), PAUSE);
	});
	source.on('error', () => source.destroy());
	const closed = new Promise((resolve) => {
		source.once('close', () => {
			end();
			resolve();
		});
	});
	return {
		async finish() {
			const most = received + MOST_LEFT;
			for (let quiet = 0; quiet < 2 && !source.destroyed && received < most; quiet++) {
				const before = received;
				if (source.isPaused())
					await new Promise((resolve) => output.onWritten(resolve));
				await new Promise((resolve) => setImmediate(resolve));
				if (received !== before)
					quiet = -1;
			}
			source.destroy();
			await closed;
		},
	};
}

;// CONCATENATED MODULE: ./src/terminal/command-streams.ts




function streamsToMask() {
	const files = [1, 2].filter((file) => !(0,external_node_tty_.isatty)(file));
	if (files.length === 2 && isSameFile(1, 2))
		return [{ output: 1, carries: [1, 2] }];
	return files.map((file) => ({ output: file, carries: [file] }));
}
function openStreams(masked, pipes, forms, outputs) {
	const leadingTo = (file) => {
		const index = masked.findIndex(({ carries }) => carries.includes(file));
		return index === -1 ? 'inherit' : (pipes[index]?.writer ?? 'pipe');
	};
	const streams = pipes.flatMap(({ reader }, index) => {
		const plan = masked[index];
		if (plan === undefined)
			return [];
		const source = new external_node_net_.Socket({ fd: reader, readable: true, writable: false });
		return [maskStream(source, forms, outputs[plan.output])];
	});
	return {
		stdio: ['inherit', leadingTo(1), leadingTo(2)],
		spawned(command) {
			for (const { writer } of pipes)
				(0,external_node_fs_.closeSync)(writer);
			for (const [file, source] of [[1, command?.stdout], [2, command?.stderr]]) {
				if (source !== undefined && source !== null)
					streams.push(maskStream(source, forms, outputs[file]));
			}
		},
		async finish() {
			await Promise.all(streams.map((stream) => stream.finish()));
		},
	};
}
function isSameFile(a, b) {
	const [first, second] = [(0,external_node_fs_.fstatSync)(a, { bigint: true }), (0,external_node_fs_.fstatSync)(b, { bigint: true })];
	return first.ino === second.ino && first.dev === second.dev && first.rdev === second.rdev;
}

var http_network = __webpack_require__(49);
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/terminal/pipes.ts





async function makePipes(writers, environment) {
	if (writers.length === 0)
		return [];
	const failures = [];
	for (const folder of new Set([(0,external_node_os_.tmpdir)(), '/tmp', '/dev/shm'])) {
		try {
			return await makeBelow(folder, writers, environment);
		}
		catch (error) {
			failures.push((0,shown_text/* messageOf */.bD)(error));
		}
	}
	throw new Error(`no pipe could be made for the command: ${failures.join('; ')}. A folder for temporary files (TMPDIR) and mkfifo(1) are needed`);
}
async function makeBelow(parent, writers, environment) {
	const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'mint-token-'));
	const paths = writers.map((_, index) => (0,external_node_path_.join)(folder, String(index)));
	const made = [];
	try {
		await makeNames(paths, environment);
		paths.forEach((path, index) => made.push(pipes_open(path, writers[index] ?? 'waits')));
		return made;
	}
	catch (error) {
		for (const pipe of made)
			pipes_close(pipe);
		throw error;
	}
	finally {
		for (const path of paths)
			remove(() => (0,external_node_fs_.unlinkSync)(path));
		remove(() => (0,external_node_fs_.rmdirSync)(folder));
	}
}
function makeNames(paths, environment) {
	const child = (0,external_node_child_process_.spawn)('mkfifo', ['-m', '600', ...paths], {
		env: { PATH: `${environment['PATH'] ?? ''}:/usr/bin:/bin` },
		stdio: 'ignore',
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (status) => {
			if (status === 0)
				resolve();
			else
				reject(new Error(`mkfifo ended with ${status ?? 'a signal'}`));
		});
	});
}
function pipes_open(path, writer) {
	const both = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_NONBLOCK);
	try {
		const fails = writer === 'fails' ? external_node_fs_.constants.O_NONBLOCK : 0;
		return { reader: (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY), writer: (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | fails) };
	}
	finally {
		(0,external_node_fs_.closeSync)(both);
	}
}
function pipes_close({ reader, writer }) {
	(0,external_node_fs_.closeSync)(reader);
	(0,external_node_fs_.closeSync)(writer);
}
function remove(removal) {
	try {
		removal();
	}
	catch {
	}
}

var watchdog_notes = __webpack_require__(7433);
;// CONCATENATED MODULE: ./src/terminal/watchdog.ts




const WAIT = `
trap '' TERM INT HUP QUIT
echo
exec >&2
read -r word <&3 && exit
exec 3<&-
for try in 1 2 3; do
  "$@" <&4 4<&-
  [ $? -lt 128 ] && exit
done
`;
const LONGEST_START = 10_000;
async function startWatchdog(life, notes, program) {
	const capacity = capacityOf(notes);
	const shell = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', WAIT, 'mint-token-watchdog', ...program], {
		cwd: '/',
		env: {},
		detached: true,
		stdio: ['ignore', 'pipe', 'inherit', life.reader, notes.reader],
	});
	(0,external_node_fs_.closeSync)(life.reader);
	(0,external_node_fs_.closeSync)(notes.reader);
	try {
		await isReady(shell);
	}
	catch (error) {
		throw new Error(`the watchdog, which revokes the token when this process is killed, could not be started: ${(0,shown_text/* messageOf */.bD)(error)}. It needs /bin/sh`, { cause: error });
	}
	shell.on('error', () => undefined);
	shell.stdout?.destroy();
	shell.unref();
	let written = 0;
	let dismissed = false;
	return {
		onLost(callback) {
			shell.once('exit', () => {
				if (!dismissed)
					callback();
			});
		},
		note(told, reserve = 0) {
			const bytes = Buffer.from((0,watchdog_notes/* printNotes */.j)(told));
			if (written + bytes.length + reserve > capacity) {
				throw new Error(`the watchdog, which revokes the token when this process is killed, cannot hold what it would need: ${written + bytes.length + reserve} bytes, where ${capacity} fit`);
			}
			written += (0,external_node_fs_.writeSync)(notes.writer, bytes);
		},
		dismiss() {
			if (dismissed)
				return;
			dismissed = true;
			(0,external_node_fs_.writeSync)(life.writer, 'bye\n');
			(0,external_node_fs_.closeSync)(life.writer);
			(0,external_node_fs_.closeSync)(notes.writer);
		},
	};
}
function capacityOf({ reader, writer }) {
	const page = Buffer.alloc(4096);
	let capacity = 0;
	try {
		for (;;)
			capacity += (0,external_node_fs_.writeSync)(writer, page);
	}
	catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
			throw error;
	}
	for (let left = capacity; left > 0;)
		left -= (0,external_node_fs_.readSync)(reader, page);
	return capacity;
}
function isReady(shell) {
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error(`it did not start within ${LONGEST_START / 1000} s`)), LONGEST_START);
		const settle = (act) => {
			clearTimeout(late);
			act();
		};
		shell.once('error', (error) => settle(() => reject(error)));
		shell.once('exit', (status) => settle(() => reject(new Error(`it ended with ${status ?? 'a signal'}`))));
		shell.stdout?.once('data', () => settle(resolve));
	});
}

;// CONCATENATED MODULE: ./src/terminal/guard.ts








const RECORDS_TO_COME = 12;
function createGuard(program, environment, warn) {
	let watchdog;
	let folder;
	let reserved = false;
	return {
		async begin({ authentication, onRevokeFailure }, network, journalFolder) {
			if (process.platform === 'win32')
				return;
			const [life, notes] = await makePipes(['fails', 'fails'], environment);
			if (life === undefined || notes === undefined)
				throw new Error('no pipe was made');
			watchdog = await startWatchdog(life, notes, program);
			watchdog.onLost(() => warn('The watchdog was ended by somebody: if this process is killed too, nobody revokes the token at once'));
			const secret = authentication.kind === 'secret' ? authentication : undefined;
			folder = folderFor(network);
			const access = {
				credential: { secret: secret?.secret ?? '', id: secret?.id ?? '' },
				network: await (0,http_network/* serializeNetwork */.j)(network, folder),
				identity: authentication.kind === 'identity-token' ? identityVariables(environment) : {},
				onRevokeFailure,
				...(folder === undefined ? {} : { folder }),
				...(journalFolder === undefined ? {} : { journalFolder }),
			};
			watchdog.note({ access });
		},
		record(record) {
			const notes = { record: (0,lease_record/* serializeRecord */.Om)(record) };
			const reserve = reserved ? 0 : RECORDS_TO_COME * Buffer.byteLength((0,watchdog_notes/* printNotes */.j)(notes));
			watchdog?.note(notes, reserve);
			reserved = true;
		},
		note(notes) {
			watchdog?.note(notes);
		},
		dismiss() {
			watchdog?.dismiss();
			if (folder !== undefined)
				(0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
		},
	};
}
function folderFor({ authorities }) {
	return authorities.kind === 'default' ? undefined : (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'mint-token-'));
}
const guard_IDENTITY = /^ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)$/;
function identityVariables(environment) {
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== undefined && guard_IDENTITY.test(name) ? [[name, value]] : []));
}

var minting = __webpack_require__(8360);
var processes = __webpack_require__(5721);
;// CONCATENATED MODULE: ./src/terminal/seen-secrets.ts

function watchSecrets(host, credential) {
	const all = new Set();
	const parents = new Set(credential === undefined ? [] : [credential]);
	const seeParent = (secret) => {
		if (secret === undefined)
			return;
		all.add(secret);
		parents.add(secret);
	};
	const { surroundings } = host;
	const watched = {
		...host,
		hide(secrets) {
			for (const { text, within } of secrets) {
				if (within === undefined || text.length >= secret_forms/* SHORTEST_FORM */.Ye)
					all.add(text);
				else
					for (const longer of within)
						if (longer.length >= secret_forms/* SHORTEST_FORM */.Ye)
							all.add(longer);
			}
			host.hide(secrets);
		},
		surroundings: {
			...surroundings,
			secretVariable(name) {
				const value = surroundings.secretVariable(name);
				seeParent(value);
				return value;
			},
			secretFile(path) {
				const text = surroundings.secretFile(path);
				seeParent(text);
				return text;
			},
			mask(secret) {
				seeParent(secret);
				surroundings.mask(secret);
			},
		},
		async openPorts(timeout, stop) {
			const ports = await host.openPorts(timeout, stop);
			return {
				...ports,
				mask(secret) {
					all.add(secret);
					ports.mask(secret);
				},
				maskNew(secret) {
					all.add(secret);
					ports.maskNew(secret);
				},
			};
		},
	};
	return { host: watched, seen: { all, parents } };
}

var terminal_signals = __webpack_require__(1597);
var supervised_command = __webpack_require__(8456);
;// CONCATENATED MODULE: ./src/terminal/exec-host.ts
















const LONGEST_WAIT = 500;
function openExecHost(order, around) {
	const { terminal, lease, origin, signals, log } = around;
	const { environment, voice } = terminal;
	const { host: watched, seen } = watchSecrets(mintHostOf(terminal, lease, origin), around.credential);
	const guard = createGuard(around.watchdogProgram, environment, (message) => voice.warn(message));
	const streamsMasked = order.masked ? streamsToMask() : [];
	const making = makePipes(process.platform === 'win32' ? [] : streamsMasked.map(() => 'waits'), environment);
	making.catch(() => undefined);
	let kept = {
		record: undefined,
		credential: { secret: '', id: '' },
		tokenSecret: undefined,
		onRevokeFailure: 'fail',
		tokenFile: undefined,
	};
	let byIdentityToken = false;
	let state = { kind: 'not-started' };
	let written = Promise.resolve();
	const start = async (handOver) => {
		const variables = variablesOf(handOver, order);
		const mark = (0,export_mark/* newExportMark */.uR)(variables);
		terminal.mask(mark);
		if (handOver.file !== undefined)
			keepTokenFile(handOver.file);
		const streams = openStreams(streamsMasked, await making, [...formsOfAll([...seen.all]), mark], log.outputs);
		await Promise.race([log.written(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
		guard.note({ command: { kind: 'starting', mark } });
		let command;
		try {
			command = await (0,supervised_command/* startCommand */.S0)({
				...order,
				environment: makeEnvironment({
					inherited: environment,
					parents: seen.parents,
					byIdentityToken,
					token: variables,
					mark,
					pristine: order.pristine,
				}),
				streams,
				atTerminal: (0,supervised_command/* hasTerminal */.hr)(),
			});
		}
		catch (error) {
			state = { kind: 'failed-to-start', status: 126 };
			throw new Error(`the command ${(0,shown_text/* quote */.hD)(order.name)} could not be started: ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
		}
		log.hold();
		const { pid, group } = command;
		const started = (0,processes/* identify */.ls)(pid) ?? { pid, startedAt: '' };
		guard.note({ command: { kind: 'running', process: started, ownsGroup: group !== undefined } });
		signals.tell(command.pass);
		if (signals.before.signal !== undefined)
			command.pass(signals.before.signal);
		const status = command.allEnded.then(async () => {
			guard.note({ command: { kind: 'ended' } });
			written = streams.finish();
			log.release();
			if (group === undefined)
				tellWhatIsLeft(mark, voice);
			return statusOf(await command.ended);
		});
		state = { kind: 'started', status };
	};
	const keepTokenFile = ({ path, content }) => {
		const made = { path, hash: (0,token_file.contentHash)(content), firstFolder: (0,token_file.firstFolderToMake)(path) };
		guard.note({ tokenFile: made });
		lease.keepTokenFile(made);
		(0,token_file.makeTokenFile)(path, content, made.firstFolder);
		kept = { ...kept, tokenFile: made };
	};
	const mint = {
		...watched,
		reserve() {
			const shown = (0,what_node_shows/* whatNodeShows */.R)(environment);
			if (shown !== undefined)
				throw new Error(`${shown.words}. ${shown.advice}`);
			lease.reserve();
		},
		async openPorts(timeout, stop) {
			await making;
			return watched.openPorts(timeout, stop);
		},
		async keepAccess(access, ports) {
			const { authentication } = access;
			byIdentityToken = authentication.kind === 'identity-token';
			const onRevokeFailure = access.onRevokeFailure ?? 'fail';
			const credential = authentication.kind === 'secret'
				? { secret: authentication.secret, id: authentication.id ?? '' }
				: { secret: '', id: '' };
			kept = { ...kept, credential, onRevokeFailure };
			await guard.begin({ ...access, onRevokeFailure }, ports.network, around.journalFolder);
		},
		keepSecret(secret) {
			guard.note({ tokenSecret: secret });
			kept = { ...kept, tokenSecret: secret };
		},
		keepRecord(record) {
			lease.keepRecord(record);
			guard.record(record);
			kept = { ...kept, record: (0,lease_record/* serializeRecord */.Om)(record) };
		},
		deliver: start,
	};
	const end = {
		...voice,
		kept: () => kept,
		openPorts: (timeout, stop) => terminal.openPorts(timeout, stop),
	};
	return {
		mint,
		end,
		before: signals.before,
		command: () => state,
		hurry: () => signals.hurry(),
		over: () => lease.forget(),
		async close() {
			guard.dismiss();
			signals.tell((signal) => {
				if ((0,terminal_signals/* asksToEnd */.tT)(signal))
					signals.endBy(signal);
			});
			await written;
			await making.catch(() => undefined);
			await log.written();
		},
	};
}
function mintHostOf(terminal, lease, origin) {
	return {
		...(0,minting/* mintsAtTerminal */.J)(terminal, lease, origin),
		tokenFilePlace: { folder: (0,external_node_os_.tmpdir)(), called: 'the folder for temporary files', workspace: undefined },
		deliver: () => undefined,
		deliverPlan: () => undefined,
		summarize: () => undefined,
	};
}
function variablesOf({ token, exports, file }, { ownsTokenFile }) {
	const variables = Object.entries(exports?.() ?? {}).filter(([, value]) => !ownsTokenFile || !value.includes(token.secret));
	return {
		...Object.fromEntries(variables),
		...(ownsTokenFile && file !== undefined ? { MINT_TOKEN_FILE: file.path } : {}),
	};
}
function formsOfAll(secrets) {
	return [...new Set(secrets.flatMap(secret_forms/* formsOf */.XP))];
}
function tellWhatIsLeft(mark, host) {
	const left = (0,processes/* startedWith */.W1)(export_mark/* EXPORT_MARK */.vJ, mark).map(({ name, pid }) => `${(0,shown_text/* quote */.hD)(name)} (${pid})`);
	if (left.length === 0)
		return;
	host.warn(`The command has ended and left something running, with the token among its variables: ${(0,shown_text/* enumerate */.HL)(left)}`);
}
function statusOf(end) {
	return end.kind === 'exited' ? end.status : 128 + external_node_os_.constants.signals[end.signal];
}

var exec_words = __webpack_require__(1291);
;// CONCATENATED MODULE: ./src/terminal/find-command.ts



const USUAL_PATH = '/bin:/usr/bin';
function findCommand(name, environment, platform = process.platform) {
	const isWindows = platform === 'win32';
	const isPath = name.includes('/') || (isWindows && name.includes('\\'));
	const folders = isPath ? [''] : (environment['PATH'] ?? USUAL_PATH).split(external_node_path_.delimiter);
	const endings = isWindows ? ['', ...(environment['PATHEXT'] ?? '.EXE;.COM').split(';')] : [''];
	let unusable;
	for (const folder of name === '' ? [] : folders) {
		for (const ending of endings) {
			const path = isPath ? `${name}${ending}` : (0,external_node_path_.join)(folder === '' ? '.' : folder, `${name}${ending}`);
			const found = examine(isPath || path.includes('/') || isWindows ? path : `./${path}`, name, isWindows);
			if (found?.kind === 'found')
				return found;
			unusable ??= found;
		}
	}
	if (unusable !== undefined)
		return unusable;
	const where = isPath ? 'there is no such file' : 'it is in no folder of PATH';
	return { kind: 'refused', status: 127, message: `the command ${(0,shown_text/* quote */.hD)(name)} was not found: ${where}` };
}
function examine(path, name, isWindows) {
	const refuse = (why) => ({
		kind: 'refused',
		status: 126,
		message: `the command ${(0,shown_text/* quote */.hD)(name)} cannot be run: ${why}`,
	});
	try {
		if ((0,external_node_fs_.statSync)(path).isDirectory())
			return refuse(`${(0,shown_text/* quote */.hD)(path)} is a folder`);
		if (isWindows && /\.(?:bat|cmd)$/i.test(path))
			return refuse(`${(0,shown_text/* quote */.hD)(path)} is a script; run it by cmd /c`);
		(0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
		return { kind: 'found', path };
	}
	catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'ENOENT' || code === 'ENOTDIR')
			return undefined;
		return refuse(code === 'EACCES' ? `there is no right to run ${(0,shown_text/* quote */.hD)(path)}` : (0,shown_text/* messageOf */.bD)(error));
	}
}

var given_inputs = __webpack_require__(6667);
;// CONCATENATED MODULE: ./src/terminal/output.ts

const FULL = 5;
function output_createOutput(file) {
	let queue = [];
	let waiting = 0;
	let closed = false;
	let writing = false;
	let callbacks = [];
	const settle = () => {
		const called = callbacks;
		callbacks = [];
		for (const callback of called)
			callback();
	};
	const writeNext = () => {
		const bytes = Buffer.concat(queue);
		if (bytes.length === 0) {
			writing = false;
			settle();
			return;
		}
		writing = true;
		queue = [];
		(0,external_node_fs_.write)(file, bytes, (error, written) => {
			if (error !== null) {
				if (error.code === 'EAGAIN') {
					queue.unshift(bytes);
					setTimeout(writeNext, FULL);
					return;
				}
				closed = true;
				queue = [];
				waiting = 0;
				writeNext();
				return;
			}
			waiting -= written;
			if (written < bytes.length)
				queue.unshift(bytes.subarray(written));
			writeNext();
		});
	};
	return {
		write(bytes) {
			if (closed || bytes.length === 0)
				return;
			queue.push(bytes);
			waiting += bytes.length;
			if (!writing)
				writeNext();
		},
		get waiting() {
			return waiting;
		},
		onWritten(callback) {
			if (!writing)
				callback();
			else
				callbacks.push(callback);
		},
		get closed() {
			return closed;
		},
	};
}

;// CONCATENATED MODULE: ./src/terminal/held-log.ts

function openLog() {
	const outputs = { 1: output_createOutput(1), 2: output_createOutput(2) };
	let held;
	const write = (text) => {
		if (held === undefined)
			outputs[2].write(Buffer.from(text));
		else
			held.push(text);
	};
	return {
		outputs,
		write,
		hold() {
			held = [];
		},
		release() {
			const texts = held ?? [];
			held = undefined;
			for (const text of texts)
				write(text);
		},
		async written() {
			for (const output of Object.values(outputs))
				await new Promise((resolve) => output.onWritten(resolve));
		},
	};
}

var terminal_origin = __webpack_require__(4120);
var terminal_terminal = __webpack_require__(9178);
var voice = __webpack_require__(9434);
var terminal_words = __webpack_require__(4625);
var process_end = __webpack_require__(4575);
var create = __webpack_require__(649);
var end = __webpack_require__(979);
;// CONCATENATED MODULE: ./src/verbs/exec.ts




const NOT_RUN = 111;
const MISUSED = 2;
const LEFT = 4;
async function exec(asked, host) {
	const minting = await (0,create/* create */.v)(asked, host.mint, host.before);
	const command = host.command();
	const status = command.kind === 'started' ? await command.status : statusWithout(command, minting);
	const ended = await endLease(host);
	if (ended)
		host.over();
	await host.close();
	if (ended)
		return status;
	return command.kind === 'started' && status !== 0 ? status : LEFT;
}
function statusWithout(command, minting) {
	if (command.kind === 'failed-to-start')
		return command.status;
	switch (minting.kind) {
		case 'done':
			return 0;
		case 'misused':
			return MISUSED;
		case 'stopped':
			return (0,process_end/* exitCodeOf */.FO)(minting.signal);
		case 'failed':
			return NOT_RUN;
	}
}
async function endLease({ end: host, hurry }) {
	const stop = hurry();
	const { record, tokenFile } = host.kept();
	const attempts = record === undefined ? [] : (0,lease_record/* parseRecord */.Hh)(record, host.words).attempts;
	const isOver = attempts.every(({ outcome: { kind } }) => kind === 'nothing' || kind === 'revoked');
	return (isOver && tokenFile === undefined) || (await (0,end/* end */._)(host, stop)) === 0;
}

var command_journal = __webpack_require__(3627);
var command_misuse = __webpack_require__(5776);
var revoke_command = __webpack_require__(8184);
;// CONCATENATED MODULE: ./src/entries/command-exec.ts



















async function run(words) {
	const signals = (0,terminal_signals/* listenForSignals */.si)();
	const read = (0,command_line/* readCommandLine */.y)('exec', words);
	if (read.kind === 'help')
		return (await Promise.all(/* import() */[__webpack_require__.e(847), __webpack_require__.e(7484)]).then(__webpack_require__.bind(__webpack_require__, 847))).printHelpOf('exec');
	if (read.kind === 'wrong')
		return (0,command_misuse/* tellMisuse */.m)(read.problems, 'exec');
	const { given } = read;
	const { env: environment } = process;
	const [name, ...rest] = given.command ?? [];
	const problems = [];
	if (name === undefined) {
		const missing = given.command === undefined ? '-- is missing, and with it the command' : 'no command stands behind --';
		problems.push(`${missing}; write it last, as in: mint-token exec … -- make deploy`);
	}
	const killAfter = (0,lifetime/* parseDuration */.E9)('kill_after', given.option('kill-after')?.trim() ?? '10s');
	if (!killAfter.ok)
		problems.push(...killAfter.problems.map(({ message }) => `--kill-after: ${message}`));
	const found = name === undefined ? undefined : findCommand(name, environment);
	if (problems.length === 0 && found?.kind === 'refused') {
		(0,voice/* logToStandardError */.ty)(`error: ${(0,plain_text/* plainText */.w)(found.message)}\n`);
		return found.status;
	}
	const inputs = (0,given_inputs/* readGivenInputs */.t)(given, problems, variablesToo(given));
	if (problems.length > 0 || name === undefined || found?.kind !== 'found' || !killAfter.ok) {
		return (0,command_misuse/* tellMisuse */.m)(problems, 'exec');
	}
	const log = openLog();
	const revoking = (0,revoke_command/* revokeCommand */.A)(given);
	const journal = await (0,command_journal/* journalOf */.P)(given, environment);
	const ofLease = (leaseId) => (journal.folder === undefined ? undefined : revoking({ leaseId }));
	const terminal = (0,terminal_terminal/* openTerminal */.j)(environment, (0,exec_words/* execWords */.J)((0,terminal_words/* terminalWords */.A)({ ofLease })), (text) => log.write(text));
	const origin = (0,terminal_origin/* readOrigin */.P)(environment);
	const order = {
		path: found.path,
		name,
		arguments: rest,
		pristine: given.option('pristine') === 'true',
		masked: given.option('mask') !== 'false',
		killAfter: killAfter.value * 1000,
		ownsTokenFile: given.option('token-file') !== undefined,
	};
	const host = openExecHost(order, {
		terminal,
		lease: journal.keep(origin, terminal.voice),
		origin,
		signals,
		log,
		watchdogProgram: watchdogProgram(),
		journalFolder: journal.folder,
		credential: inputs('credential'),
	});
	return exec({ inputs, names: () => [] }, host);
}
function variablesToo(given) {
	return given.option('token-file-format') === undefined ? { export_env: 'true' } : {};
}
function watchdogProgram() {
	return [process.execPath, (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '')), 'watchdog.js')];
}


/***/ }),

};

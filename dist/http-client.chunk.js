"use strict";
exports.ids = [];
exports.modules = {

// ./src/http/unavailable.ts
/***/ 2946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ unavailability)
});
var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8902);

function unavailability({ status }) {
	if (!(0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(status))
		return undefined;
	if (status === 500)
		return 'The server, or a proxy in front of it, failed; see its log, and try again later';
	if (status === 429)
		return 'The server, or a proxy in front of it, takes no more requests for now; try again later';
	return 'The server is unavailable, or a proxy in front of it is; see whether it runs, and try again later';
}


/***/ }),

// ./src/http/server-words.ts
/***/ 2349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ serverWords)
});
const LONGEST = 300;
const LONGEST_READ = 10_000;
function serverWords(answer, pick) {
	const { status, headers, json } = answer;
	if (status < 400 || headers['content-type'] === undefined)
		return undefined;
	const found = json === undefined ? plainText(answer) : pick(json);
	if (typeof found !== 'string')
		return undefined;
	const line = found.slice(0, LONGEST_READ).replace(/\s+/g, ' ').trim();
	const characters = [...line.slice(0, 2 * LONGEST + 2)];
	if (characters.length === 0)
		return undefined;
	return characters.length > LONGEST || found.length > LONGEST_READ
		? `${characters.slice(0, LONGEST - 1).join('')}…`
		: characters.join('');
}
function plainText({ headers, text }) {
	return /^text\/plain\b/i.test(headers['content-type'] ?? '') && !/^\s{0,1000}</.test(text) ? text : undefined;
}


/***/ }),

// ./src/issuers/json-fields.ts
/***/ 1560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ fieldsOf),
  j: () => (/* binding */ hasOnly)
});
function fieldsOf(json) {
	return isObject(json) ? json : undefined;
}
function isObject(json) {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}
function hasOnly(fields, names) {
	return Object.keys(fields ?? {}).every((name) => names.includes(name));
}


/***/ }),

// ./src/http/client.ts + 4 modules
/***/ 8660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createClient)
});

var notice = __webpack_require__(7440);
var lease_ports = __webpack_require__(1102);
var lease_turn = __webpack_require__(7275);
;// CONCATENATED MODULE: ./src/http/answer-json.ts
const PIECE = 250_000;
const LONGEST_PIECE = 16_000_000;
const MOST_VALUES = 1_000_000;
const WEIGHT_OF_KEY = 3;
async function readAnswerJson(text, turn) {
	if (!/^[ \t\r\n]{0,1000}["[{\-\dtfn]/.test(text))
		return { kind: 'none' };
	const scan = startScan(text);
	while (scan.readOn(PIECE))
		await turn();
	const { repeatsKey, lists, parsable } = scan.result();
	const value = parsable ? await parseInPieces(text, lists, turn) : undefined;
	if (value === undefined)
		return { kind: 'none' };
	return repeatsKey ? { kind: 'repeated key' } : { kind: 'value', value: value.parsed };
}
function startScan(text) {
	const open = [];
	const lists = [];
	let index = 0;
	let expectsKey = false;
	let repeatsKey = false;
	let parsable = true;
	let keyOfRoot;
	let cuts;
	let values = 0;
	let valuesAround = 0;
	const isTop = () => open.length === 1 || (open.length === 2 && open[0]?.list === false);
	const begin = (list) => {
		open.push({ list, keys: undefined });
		expectsKey = !list;
		if (!list || !isTop())
			return;
		cuts = [index + 1];
		valuesAround += values;
		values = 0;
	};
	const end = () => {
		if (open.at(-1)?.list === true && isTop() && cuts !== undefined) {
			cuts.push(index);
			if (cuts.length > 2) {
				lists.push({ key: open.length === 1 ? undefined : keyOfRoot, cuts });
				values = 0;
			}
			cuts = undefined;
		}
		open.pop();
		expectsKey = false;
	};
	const separate = () => {
		const inner = open.at(-1);
		expectsKey = inner?.list === false;
		if (inner?.list !== true || !isTop() || cuts === undefined || index - (cuts.at(-1) ?? 0) < PIECE)
			return;
		cuts.push(index);
		values = 0;
	};
	const isParsable = () => values + (cuts === undefined ? valuesAround : 0) <= MOST_VALUES;
	const readString = () => {
		const start = index++;
		let escaped = false;
		for (; index < text.length && text[index] !== '"'; index++) {
			if (text[index] !== '\\')
				continue;
			escaped = true;
			index++;
		}
		if (!expectsKey)
			return;
		expectsKey = false;
		values += WEIGHT_OF_KEY;
		const key = escaped ? decoded(text.slice(start, index + 1)) : text.slice(start + 1, index);
		if (open.length === 1)
			keyOfRoot = key;
		const object = open.at(-1);
		if (object === undefined)
			return;
		if (object.keys === undefined)
			object.keys = key;
		else {
			if (typeof object.keys === 'string')
				object.keys = new Set([object.keys]);
			repeatsKey ||= object.keys.has(key);
			object.keys.add(key);
		}
	};
	return {
		readOn(characters) {
			const until = index + characters;
			for (; index < text.length && index < until; index++) {
				switch (text.charAt(index)) {
					case '"':
						readString();
						break;
					case '{':
					case '[':
						values++;
						begin(text[index] === '[');
						break;
					case '}':
					case ']':
						end();
						break;
					case ',':
						values++;
						separate();
						break;
				}
			}
			parsable &&= isParsable();
			return parsable && index < text.length;
		},
		result: () => ({ repeatsKey, lists, parsable }),
	};
}
function decoded(string) {
	try {
		return String(JSON.parse(string));
	}
	catch {
		return string;
	}
}
async function parseInPieces(text, lists, turn) {
	let frame = '';
	let copied = 0;
	for (const { cuts } of lists) {
		frame += text.slice(copied, cuts[0]);
		copied = cuts.at(-1) ?? copied;
	}
	frame += text.slice(copied);
	if (frame.length > LONGEST_PIECE)
		return undefined;
	const outer = parse(frame);
	if (outer === undefined)
		return undefined;
	for (const { key, cuts } of lists) {
		const list = key === undefined ? outer.parsed : memberOf(outer.parsed, key);
		if (!Array.isArray(list))
			continue;
		for (let piece = 1; piece < cuts.length; piece++) {
			await turn();
			const start = (cuts[piece - 1] ?? 0) + (piece === 1 ? 0 : 1);
			const end = cuts[piece] ?? start;
			const items = end - start > LONGEST_PIECE ? undefined : parse(`[${text.slice(start, end)}]`)?.parsed;
			if (!Array.isArray(items) || items.length === 0)
				return undefined;
			for (const item of items)
				list.push(item);
		}
	}
	return outer;
}
function memberOf(value, key) {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
function parse(text) {
	try {
		return { parsed: JSON.parse(text) };
	}
	catch {
		return undefined;
	}
}

;// CONCATENATED MODULE: ./src/http/dial.ts
const HEAD_START = 250;
async function dial(host, port, opened) {
	const addresses = await addressesOf(host);
	const { connect } = process.getBuiltinModule('node:net');
	return new Promise((resolve, reject) => {
		const waiting = [...addresses];
		const trying = new Set();
		const errors = [];
		let nextOne;
		tryNext();
		function tryNext() {
			clearTimeout(nextOne);
			const address = waiting.shift();
			if (address === undefined) {
				if (trying.size === 0)
					reject(tellingOne(errors) ?? closedEarly());
				return;
			}
			const socket = connect({ host: address.address, family: address.family, port });
			trying.add(socket);
			socket.on('error', (error) => {
				errors.push(error);
				if (trying.delete(socket))
					tryNext();
			});
			socket.once('close', () => {
				if (trying.size > 0 && trying.has(socket))
					giveUp();
			});
			socket.once('connect', () => {
				trying.delete(socket);
				stop();
				resolve(socket);
			});
			if (waiting.length > 0)
				nextOne = setTimeout(tryNext, HEAD_START);
			opened(socket);
		}
		function giveUp() {
			stop();
			reject(closedEarly());
		}
		function stop() {
			clearTimeout(nextOne);
			waiting.length = 0;
			const others = [...trying];
			trying.clear();
			for (const other of others)
				other.destroy();
		}
	});
}
async function addressesOf(host) {
	const family = process.getBuiltinModule('node:net').isIP(host);
	if (family !== 0)
		return [{ address: host, family }];
	const { ADDRCONFIG, lookup } = process.getBuiltinModule('node:dns');
	const hints = process.platform === 'win32' ? 0 : ADDRCONFIG;
	const found = await new Promise((resolve, reject) => {
		lookup(host, { all: true, hints }, (error, addresses) => {
			if (error === null)
				resolve(addresses);
			else
				reject(error);
		});
	});
	return alternating(found);
}
function alternating(addresses) {
	const [first] = addresses;
	const ofFirst = addresses.filter(({ family }) => family === first?.family);
	const ofOther = addresses.filter(({ family }) => family !== first?.family);
	return ofFirst
		.flatMap((address, index) => [address, ...ofOther.slice(index, index + 1)])
		.concat(ofOther.slice(ofFirst.length));
}
const UNREACHABLE = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);
function tellingOne(errors) {
	return errors.find((error) => 'code' in error && !UNREACHABLE.has(error.code)) ?? errors[0];
}
function closedEarly() {
	return Object.assign(new Error('closed before it was established'), { code: 'ECONNRESET' });
}

var failure = __webpack_require__(2398);
var server_address = __webpack_require__(7952);
;// CONCATENATED MODULE: ./src/http/connection.ts



async function connect({ server, proxy, network }, opening) {
	if (network.closed !== undefined)
		throw refused(network.closed);
	const { authorities } = network;
	if (proxy === undefined) {
		opening.reached('connecting');
		return connection_open(server, undefined, authorities, opening);
	}
	const tunnel = await openTunnel(server, proxy, authorities, opening);
	opening.reached('connecting');
	return server.protocol === 'https:' ? connection_open(server, tunnel, authorities, opening) : tunnel;
}
function refused({ words, advice }) {
	return new failure/* Objection */.oT({ words, advice, lasting: true });
}
async function connection_open(url, over, authorities, { opened }) {
	const host = (0,server_address/* hostOf */.w4)(url);
	const isSecure = url.protocol === 'https:';
	const secureContext = isSecure ? contextOf(authorities) : undefined;
	const below = over ?? (await dial(host, (0,server_address/* portOf */.HM)(url), opened));
	if (!isSecure)
		return below;
	const { isIP } = process.getBuiltinModule('node:net');
	const { connect: connectSecurely } = process.getBuiltinModule('node:tls');
	const socket = connectSecurely({
		host,
		socket: below,
		...(isIP(host) === 0 ? { servername: host } : {}),
		...(secureContext === undefined ? {} : { secureContext }),
		ALPNProtocols: ['http/1.1'],
		rejectUnauthorized: true,
	});
	opened(socket);
	return new Promise((resolve, reject) => {
		socket.on('error', reject);
		socket.once('close', () => reject(closedEarly()));
		socket.once('secureConnect', () => resolve(socket));
	});
}
const contexts = new WeakMap();
function contextOf(authorities) {
	if (authorities.kind === 'default')
		return undefined;
	if (authorities.kind === 'unknown')
		throw refused(authorities.closed);
	const made = contexts.get(authorities);
	if (made !== undefined)
		return made;
	const { createSecureContext, rootCertificates } = process.getBuiltinModule('node:tls');
	const context = createSecureContext({
		ca: [...(authorities.bundled ? rootCertificates : []), ...authorities.others],
	});
	contexts.set(authorities, context);
	return context;
}
async function openTunnel(server, proxy, authorities, opening) {
	const { protocol } = proxy.url;
	if (protocol !== 'http:' && protocol !== 'https:') {
		throw new failure/* Objection */.oT({
			words: `the proxy for this host is of a kind that is not supported, ${protocol}//`,
			advice: 'Name one that begins with http:// or https:// in https_proxy or http_proxy',
			lasting: true,
		});
	}
	opening.reached('connecting to the proxy');
	const toProxy = await connection_open(proxy.url, undefined, authorities, opening);
	opening.reached('waiting for the proxy');
	const target = `${server.hostname}:${(0,server_address/* portOf */.HM)(server)}`;
	const { request } = process.getBuiltinModule('node:http');
	return new Promise((resolve, reject) => {
		const asking = request({
			createConnection: () => toProxy,
			method: 'CONNECT',
			path: target,
			headers: { host: target, ...proxyAuthorization(proxy) },
		});
		asking.on('error', reject);
		asking.once('connect', (answer, socket, head) => {
			const status = answer.statusCode ?? 0;
			if (status < 200 || status > 299) {
				reject(refusal(status));
				return;
			}
			if (head.length > 0)
				socket.unshift(head);
			resolve(toProxy);
		});
		asking.end();
	});
}
function refusal(status) {
	return new failure/* Objection */.oT({
		words: `the proxy did not open a connection to the server and answered ${status}`,
		advice: status === 407
			? 'It wants a user and a password in its URL; special characters in them are percent-encoded'
			: 'See whether it allows this host and port, or name the host in no_proxy',
		lasting: status < 500 && status !== 408 && status !== 425 && status !== 429,
	});
}
function proxyAuthorization({ user, password }) {
	if (user === '' && password === '')
		return {};
	return { 'proxy-authorization': `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

;// CONCATENATED MODULE: ./src/http/exchange.ts


function moreTime(hostWords) {
	return `Raise ${hostWords.theInput('timeout')}`;
}
async function exchange(outgoing, limits, deadline) {
	checkSendable(outgoing);
	const advice = moreTime(outgoing.hostWords);
	if (deadline.remaining() <= 0) {
		throw new failure/* HttpFailure */.HR(`${outgoing.what}: no time was left to send it. ${advice}`, {
			sent: false,
			lasting: false,
		});
	}
	let stage = 'connecting';
	const reachedAt = new Map();
	const reached = (next) => {
		stage = next;
		reachedAt.set(next, performance.now());
	};
	const sockets = [];
	let over = false;
	const opened = (socket) => {
		sockets.push(socket);
		if (over)
			socket.destroy();
	};
	const timeout = startTimeout(limits, deadline, () => stage, advice);
	const work = async () => {
		const socket = await connect(outgoing.route, { reached, opened });
		timeout.connected();
		reached('waiting for the answer');
		const answer = await converse(socket, outgoing, () => reached('reading the answer'));
		const endedAt = performance.now();
		const answeredAt = reachedAt.get('reading the answer') ?? endedAt;
		const sentAt = reachedAt.get('waiting for the answer') ?? answeredAt;
		return { ...answer, waited: answeredAt - sentAt, read: endedAt - answeredAt };
	};
	try {
		return await Promise.race([work(), timeout.passed]);
	}
	catch (error) {
		throw failureOf(outgoing, stage, error);
	}
	finally {
		over = true;
		timeout.clear();
		for (const socket of sockets)
			socket.destroy();
	}
}
function failureOf({ what, route, hostWords }, stage, error) {
	const withProxy = stage === 'connecting to the proxy' || stage === 'waiting for the proxy';
	const party = withProxy && route.proxy !== undefined ? `the proxy ${route.proxy.url.host}` : 'the server';
	const { words, advice, lasting } = (0,failure/* explain */.WE)(error, stage, party, hostWords);
	return new failure/* HttpFailure */.HR(advice === '' ? `${what}: ${words}` : `${what}: ${words}. ${advice}`, {
		sent: stage === 'waiting for the answer' || stage === 'reading the answer',
		lasting,
		...(error instanceof failure/* Objection */.oT ? {} : { cause: withoutContent(error) }),
	});
}
function withoutContent(error) {
	return error instanceof Error && 'rawPacket' in error ? new Error(error.message) : error;
}
function checkSendable({ what, path, headers }) {
	const { validateHeaderName, validateHeaderValue } = process.getBuiltinModule('node:http');
	const refuse = (words) => new failure/* HttpFailure */.HR(`${what}: ${words}`, { sent: false, lasting: true });
	for (const [name, value] of Object.entries(headers)) {
		try {
			validateHeaderName(name);
			validateHeaderValue(name, value);
		}
		catch {
			throw refuse(`the value for the header ${JSON.stringify(name)} holds a character that no header may have, such as a line break. Check what it is made of, for example the credential`);
		}
	}
	if (!/^\/[!-~]*$/.test(path))
		throw refuse('the path holds a character that must be percent-encoded');
}
function startTimeout(limits, deadline, stage, onDeadline) {
	let fail = () => undefined;
	const passed = new Promise((_, reject) => {
		fail = reject;
	});
	const timeUp = (words, advice) => new failure/* Objection */.oT({ words, advice, lasting: false });
	const seconds = (duration) => `${Number((duration / 1000).toFixed(1))} s`;
	const afterLimit = (duration) => () => {
		fail(timeUp(`timed out after ${seconds(duration)} while ${stage()}`, (0,failure/* adviceOnDelay */.N$)(stage())));
	};
	const connecting = setTimeout(afterLimit(limits.connecting), limits.connecting);
	const whole = setTimeout(afterLimit(limits.whole), limits.whole);
	const callOff = deadline.onPassed(() => {
		fail(timeUp(`the time for everything ended while ${stage()}`, onDeadline));
	});
	return {
		passed,
		connected: () => {
			clearTimeout(connecting);
		},
		clear: () => {
			clearTimeout(connecting);
			clearTimeout(whole);
			callOff();
		},
	};
}
function converse(socket, outgoing, answered) {
	const { request } = process.getBuiltinModule('node:http');
	const { method, path, headers, body, largestAnswer } = outgoing;
	const sending = request({ createConnection: () => socket, method, path, headers });
	const failed = new Promise((_, reject) => {
		sending.on('error', reject);
	});
	const response = new Promise((resolve) => {
		sending.once('response', resolve);
	});
	const received = response.then(async (answer) => {
		answered();
		const content = await readBody(answer, largestAnswer);
		return { status: answer.statusCode ?? 0, headers: flatten(answer), body: content };
	});
	sending.end(body);
	return Promise.race([received, failed]);
}
async function readBody(answer, largest) {
	const tooLarge = () => new failure/* Objection */.oT({
		words: `the answer is larger than ${largest} bytes and was not read to its end`,
		advice: 'Check that the URL is that of the issuer',
		lasting: true,
	});
	if (Number(answer.headers['content-length'] ?? 0) > largest)
		throw tooLarge();
	const chunks = [];
	let size = 0;
	for await (const chunk of answer) {
		if (!Buffer.isBuffer(chunk))
			throw new TypeError('a stream without an encoding gives buffers');
		size += chunk.length;
		if (size > largest)
			throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
function flatten({ headers }) {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
}

var proxy = __webpack_require__(7856);
var retry = __webpack_require__(8902);
var server_clock = __webpack_require__(8662);
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/http/client.ts











const LIMITS = { connecting: 10_000, whole: 30_000 };
const LARGEST_ANSWER = 10_000_000;
const SILENT = 3_000;
function createClient({ endpoint, ports, retryAt, mayHaveActed = () => false }) {
	const server = new URL(endpoint);
	const { network } = ports;
	const route = { server, proxy: (0,proxy/* proxyFor */.i)(server, network), network };
	let warned = false;
	let serverAhead;
	return { send, serverAhead: () => serverAhead };
	async function send(request) {
		warnOfClearText();
		const begunAt = ports.clock.now();
		const triedFor = () => ports.clock.now() - begunAt;
		const tries = (count) => (0,retry/* wordsOfTries */.WS)(count, triedFor());
		const willDo = (outcome) => outcome.kind === 'answered' && request.willDo?.(outcome.answer, triedFor()) === true;
		let sent = false;
		let told = false;
		for (let count = 1;; count++) {
			(0,lease_ports/* throwIfStopped */.$J)(ports.stop);
			const outcome = await attempt(request);
			noteClock(outcome);
			const acted = mayHaveDoneIt(outcome);
			sent ||= acted;
			if (!(0,retry/* mayRepeat */.xg)(request.repeat, outcome, acted) || willDo(outcome))
				return result(outcome, tries(count), sent);
			const left = ports.deadline.remaining();
			const asked = askedWait(outcome);
			if (asked >= left && asked > 0)
				throw waitTooLong(wordsOf(outcome, tries(count)), asked, left, sent, ports.words);
			if (left <= lease_ports/* SHORTEST_TRY */.Dz)
				return result(outcome, tries(count), sent);
			const wait = Math.max(asked, Math.min((0,retry/* backoff */.JN)(count), left - lease_ports/* SHORTEST_TRY */.Dz));
			if (!told && triedFor() + wait >= SILENT) {
				told = true;
				ports.notify((0,notice/* notice */.l)(`${wordsOf(outcome, '')}. It is tried again for up to ${(0,retry/* inSeconds */.F7)(left)}.`));
			}
			await (0,retry/* pause */.v7)(wait, ports);
		}
	}
	function noteClock(outcome) {
		if (outcome.kind === 'answered' && !(0,retry/* isTransient */.dg)(outcome.answer.status)) {
			serverAhead = outcome.answer.serverAhead ?? serverAhead;
		}
	}
	function mayHaveDoneIt(outcome) {
		switch (outcome.kind) {
			case 'answered':
				return outcome.answer.status !== 429 || mayHaveActed(outcome.answer);
			case 'failed':
				return outcome.failure.sent;
		}
	}
	function warnOfClearText() {
		if (warned || server.protocol !== 'http:' || (0,server_address/* isLoopback */.U9)(server))
			return;
		warned = true;
		ports.notify((0,notice/* warning */.$)(`The credential travels in clear text to ${server.origin}: anyone on the way can read it. Use https.`));
	}
	async function attempt(request) {
		const path = `${server.pathname.replace(/\/$/, '')}${request.path}`;
		const what = `${request.method} ${server.origin}${path.replace(/[?#].*$/s, '')}`;
		const headers = {
			host: server.host,
			accept: 'application/json',
			'accept-encoding': 'identity',
			'user-agent': version/* USER_AGENT */._,
			...request.headers(),
		};
		try {
			const received = await exchange({
				route,
				method: request.method,
				path,
				headers,
				body: typeof request.body === 'function' ? request.body() : request.body,
				largestAnswer: request.largestAnswer ?? LARGEST_ANSWER,
				what,
				hostWords: ports.words,
			}, LIMITS, ports.deadline);
			const answeredAt = ports.clock.now() - received.read;
			const serverAhead = (0,server_clock/* aheadByDate */.v)(received.headers, { sentAt: answeredAt - received.waited, answeredAt });
			const answer = await answerOf(received, what, server.origin, ports.deadline, ports.words);
			return { kind: 'answered', answer: { ...answer, serverAhead } };
		}
		catch (error) {
			if (error instanceof failure/* HttpFailure */.HR)
				return { kind: 'failed', failure: error };
			throw error;
		}
	}
	function askedWait(outcome) {
		if (outcome.kind === 'failed')
			return 0;
		const { headers, serverAhead = 0 } = outcome.answer;
		const now = ports.clock.now() + serverAhead;
		const own = retryAt?.(headers) ?? now;
		return Math.max(0, (0,retry/* readRetryAfter */.D$)(headers['retry-after'], now) ?? 0, own - now);
	}
}
function result(outcome, tries, sent) {
	switch (outcome.kind) {
		case 'answered':
			return { ...outcome.answer, what: wordsOf(outcome, tries) };
		case 'failed': {
			const { lasting, cause } = outcome.failure;
			throw new failure/* HttpFailure */.HR(wordsOf(outcome, tries), { sent, lasting, cause });
		}
	}
}
function wordsOf(outcome, tries) {
	switch (outcome.kind) {
		case 'answered':
			return tries === '' ? outcome.answer.what : `${outcome.answer.what} (tried ${tries})`;
		case 'failed':
			return tries === '' ? outcome.failure.message : `${outcome.failure.message}. Tried ${tries}`;
	}
}
function waitTooLong(what, asked, left, sent, hostWords) {
	return new failure/* HttpFailure */.HR(`${what} and asks to wait ${(0,retry/* inSeconds */.F7)(asked)}, but only ${(0,retry/* inSeconds */.F7)(left)} are left. Run it again later, or give it more time with ${hostWords.theInput('timeout')}`, { sent, lasting: false });
}
async function answerOf({ status, headers, body }, what, origin, deadline, hostWords) {
	const words = `${what} answered ${status} ${process.getBuiltinModule('node:http').STATUS_CODES[status] ?? ''}`.trimEnd() +
		redirectOf(status, headers['location'], origin);
	const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
	if (encoding !== '' && encoding !== 'identity') {
		const unread = `${words} with a compressed body, which was not asked for and is not read`;
		return { status, headers, text: '', json: undefined, what: unread };
	}
	const text = body.toString('utf8');
	const turn = (0,lease_turn/* createTurn */.C)(deadline, () => new failure/* HttpFailure */.HR(`${words}, and the time for everything ended before it was read. ${moreTime(hostWords)}`, {
		sent: true,
		lasting: false,
	}));
	const json = await readAnswerJson(text, turn);
	switch (json.kind) {
		case 'value':
			return { status, headers, text, json: json.value, what: words };
		case 'none':
			return { status, headers, text, json: undefined, what: `${words}${hintOf(status, text)}` };
		case 'repeated key':
			return { status, headers, text, json: undefined, what: `${words} with a key that stands twice in its JSON` };
	}
}
function hintOf(status, text) {
	return status === 400 && text.slice(0, 100).trim() === 'Client sent an HTTP request to an HTTPS server.'
		? ', since this port speaks HTTPS: write https:// in the URL'
		: '';
}
const LONGEST_HOST = 253;
function redirectOf(status, location, origin) {
	if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, origin))
		return '';
	const { protocol, host } = new URL(location, origin);
	if (!/^https?:$/.test(protocol) || host.length > LONGEST_HOST)
		return '';
	return ` (to ${protocol}//${host}, not followed)`;
}


/***/ }),

// ./src/http/failure.ts
/***/ 2398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  HR: () => (/* binding */ HttpFailure),
  N$: () => (/* binding */ adviceOnDelay),
  WE: () => (/* binding */ explain),
  oT: () => (/* binding */ Objection)
});
class HttpFailure extends Error {
	name = 'HttpFailure';
	sent;
	lasting;
	constructor(message, details) {
		super(message, { cause: details.cause });
		this.sent = details.sent;
		this.lasting = details.lasting;
	}
}
class Objection extends Error {
	trouble;
	constructor(trouble) {
		super(trouble.words);
		this.trouble = trouble;
	}
}
function explain(error, stage, party, hostWords) {
	if (error instanceof Objection)
		return error.trouble;
	const code = codeOf(error);
	const [words, advice] = wordsOf(code, stage, party, hostWords);
	const lasting = CERTIFICATE_CODES.has(code) || LASTING_TLS_CODES.has(code);
	return { words: `${words} (${code === '' ? 'without a code' : code})`, advice, lasting };
}
function wordsOf(code, stage, party, hostWords) {
	switch (code) {
		case 'ENOTFOUND':
			return [`the name of ${party} could not be resolved`, 'Check its spelling, and the DNS of this machine'];
		case 'EAI_AGAIN':
			return [`the name of ${party} could not be resolved`, 'DNS did not answer; check the network of this machine'];
		case 'ECONNREFUSED':
			return [`${party} refused the connection`, 'Check that it runs, and the host and port'];
		case 'EHOSTUNREACH':
		case 'ENETUNREACH':
			return [`${party} cannot be reached from this machine`, 'Check the network, and whether a proxy is needed'];
		case 'ETIMEDOUT':
			return [`${party} did not respond while ${stage}`, adviceOnDelay(stage)];
		case 'ECONNRESET':
		case 'EPIPE':
			return stage === 'reading the answer'
				? [`the answer was cut short: ${party} closed the connection before its end`, '']
				: [`${party} closed the connection while ${stage}`, ''];
		case 'ERR_TLS_CERT_ALTNAME_INVALID':
			return [`the certificate of ${party} is for another host name`, 'Check the host'];
		case 'CERT_HAS_EXPIRED':
			return [`the certificate of ${party} has expired`, 'It must be renewed, or the clock of this machine is wrong'];
		case 'CERT_NOT_YET_VALID':
			return [`the certificate of ${party} is not valid yet`, 'Check the clock of this machine'];
		case 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED':
			return [
				`${party} wants a certificate of the client (mutual TLS)`,
				'mint-token has none to show; reach the server at an address that asks for none',
			];
		case 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE':
		case 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE':
			return [
				`${party} refused the TLS handshake`,
				'It may want a certificate of the client, and mint-token has none to show, or ciphers that this Node does not know',
			];
		case 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION':
		case 'ERR_SSL_UNSUPPORTED_PROTOCOL':
			return [`${party} speaks no version of TLS that this Node accepts`, 'It needs TLS 1.2 or later'];
		case 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL':
			return [`${party} does not speak HTTP/1.1`, 'It may speak HTTP/2 alone; let it speak HTTP/1.1 too'];
	}
	if (CERTIFICATE_CODES.has(code)) {
		return [
			`the certificate of ${party} is not trusted`,
			`If a private authority issued it, set NODE_EXTRA_CA_CERTS in ${hostWords.environment} to the path of its certificate (PEM). Certificates are always checked`,
		];
	}
	if (NO_TLS_CODES.has(code)) {
		return [`TLS with ${party} could not be established`, 'Check that this port speaks HTTPS and not plain HTTP'];
	}
	if (code.startsWith('ERR_SSL_')) {
		return [`TLS with ${party} could not be established`, `See the TLS settings of ${party}`];
	}
	if (code.startsWith('HPE_')) {
		return [
			`${party} answered with something that is not HTTP`,
			'Check the host and port, and whether the URL begins with http:// where the port speaks HTTPS',
		];
	}
	return [`the connection to ${party} failed while ${stage}`, ''];
}
function adviceOnDelay(stage) {
	return stage === 'waiting for the answer' || stage === 'reading the answer'
		? 'See whether the server is overloaded or down'
		: 'Check the network, and whether a proxy is needed';
}
const CERTIFICATE_CODES = new Set([
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'CERT_CHAIN_TOO_LONG',
	'CERT_REJECTED',
	'CERT_REVOKED',
	'CERT_SIGNATURE_FAILURE',
	'CERT_UNTRUSTED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'INVALID_CA',
	'INVALID_PURPOSE',
	'PATH_LENGTH_EXCEEDED',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNSPECIFIED',
]);
const NO_TLS_CODES = new Set([
	'EPROTO',
	'ERR_SSL_WRONG_VERSION_NUMBER',
	'ERR_SSL_PACKET_LENGTH_TOO_LONG',
	'ERR_SSL_RECORD_LAYER_FAILURE',
]);
const LASTING_TLS_CODES = new Set([
	'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
	'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
	'ERR_SSL_UNSUPPORTED_PROTOCOL',
	'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
]);
function codeOf(error) {
	if (error instanceof Error && 'code' in error && typeof error.code === 'string')
		return error.code;
	return '';
}


/***/ }),

// ./src/http/retry.ts
/***/ 8902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  D$: () => (/* binding */ readRetryAfter),
  F7: () => (/* binding */ inSeconds),
  JN: () => (/* binding */ backoff),
  WS: () => (/* binding */ wordsOfTries),
  dg: () => (/* binding */ isTransient),
  v7: () => (/* binding */ pause),
  xg: () => (/* binding */ mayRepeat)
});
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);
var _server_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8662);


const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 4_000;
function mayRepeat(repeat, outcome, acted) {
	if (repeat === 'never' || (repeat === 'mints' && acted))
		return false;
	switch (outcome.kind) {
		case 'failed':
			return !outcome.failure.lasting;
		case 'answered':
			return isTransient(outcome.answer.status);
	}
}
function isTransient(status) {
	return [408, 425, 429].includes(status) || (status >= 500 && status !== 501 && status !== 505);
}
function backoff(tries) {
	return Math.random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (tries - 1));
}
async function pause(duration, { clock, deadline, stop }) {
	const early = {
		get signal() {
			return stop.signal;
		},
		onRequest(callback) {
			const callOffs = [stop.onRequest(callback), deadline.onPassed(callback, _lease_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_TRY */ .Dz)];
			return () => {
				for (const callOff of callOffs)
					callOff();
			};
		},
	};
	await clock.sleep(duration, early);
}
function readRetryAfter(text, now) {
	if (text === undefined)
		return undefined;
	if (/^\d+$/.test(text.trim()))
		return Number(text) * 1000;
	const date = (0,_server_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .readHttpDate */ .l)(text);
	return date === undefined ? undefined : date - now;
}
function wordsOfTries(count, duration) {
	return count === 1 ? '' : `${count} times in ${inSeconds(duration)}`;
}
function inSeconds(duration) {
	return `${Math.max(0, Math.ceil(duration / 1000))} s`;
}


/***/ }),

// ./src/http/server-clock.ts
/***/ 8662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ readHttpDate),
  v: () => (/* binding */ aheadByDate)
});
function readHttpDate(text) {
	if (text === undefined || !/^[A-Z][a-z]{2,8},? /.test(text))
		return undefined;
	const date = Date.parse(/[A-Z]{3}$/.test(text) ? text : `${text} GMT`);
	return Number.isNaN(date) ? undefined : date;
}
function aheadByDate(headers, { sentAt, answeredAt }) {
	const date = headers['age'] === undefined ? readHttpDate(headers['date']) : undefined;
	if (date === undefined)
		return undefined;
	const least = Math.round(date - answeredAt);
	const most = Math.round(date + 1_000 - sentAt);
	if (least > 0)
		return least;
	return most < 0 ? most : 0;
}


/***/ }),

// ./src/lease/turn.ts
/***/ 7275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createTurn)
});
const LONGEST = 50;
function createTurn(deadline, timeIsUp) {
	let begunAt = performance.now();
	return async () => {
		if (performance.now() - begunAt < LONGEST)
			return;
		await new Promise((resolve) => setImmediate(resolve));
		if (deadline.remaining() <= 0)
			throw timeIsUp();
		begunAt = performance.now();
	};
}


/***/ }),

// ./src/lease/usable-secret.ts
/***/ 601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  c3: () => (/* binding */ SHORTEST_SECRET),
  mz: () => (/* binding */ LONGEST_SECRET),
  rP: () => (/* binding */ isUsableSecret)
});
const SHORTEST_SECRET = 8;
const LONGEST_SECRET = 16_384;
function isUsableSecret(value) {
	return (typeof value === 'string' &&
		value.length >= SHORTEST_SECRET &&
		value.length <= LONGEST_SECRET &&
		/^[\x21-\x7e]*$/.test(value));
}


/***/ }),

// ./src/http/answered-secrets.ts
/***/ 5653:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ maskAnswered)
});
var _lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(601);
var _request_json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8959);


const MOST = 4;
function maskAnswered(answer, keys, mask) {
	const secrets = new Set();
	for (const secret of textsBehind(answer, keys)) {
		if (secret.length < _lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_SECRET */ .c3 || secrets.has(secret))
			continue;
		if (secret.length > _lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_SECRET */ .mz || secrets.size === MOST) {
			return {
				...answer,
				text: '',
				json: undefined,
				what: `${answer.what} with more or longer texts in the place of a token than can be masked`,
			};
		}
		secrets.add(secret);
		mask(secret);
	}
	return answer;
}
function* textsBehind({ text, json }, keys) {
	for (const key of keys) {
		const value = typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined;
		if (typeof value === 'string')
			yield value;
	}
	for (const { index, 0: found } of text.matchAll(new RegExp(`"(?:${keys.join('|')})"\\s*:\\s*(?=")`, 'g'))) {
		const start = index + found.length;
		const end = (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfJsonString */ .Km)(text, start);
		if (end === undefined)
			yield /[^\n]*/.exec(text.slice(start + 1))?.[0] ?? '';
		else
			yield (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeJsonString */ .Sg)(text.slice(start, end)) ?? text.slice(start + 1, end - 1);
	}
}


/***/ }),

// ./src/issuers/read-instant.ts
/***/ 6118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ readInstant)
});
const LONGEST_INSTANT = 40;
function readInstant(value) {
	const match = typeof value === 'string' && value.length <= LONGEST_INSTANT
		? /^(\S+)[ T](\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(value)
		: null;
	if (match === null)
		return undefined;
	const [, day, time, fraction = ''] = match;
	const instant = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
	return Number.isNaN(instant) ? undefined : instant;
}


/***/ }),

};

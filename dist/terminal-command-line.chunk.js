"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command.ts
/***/ 5341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4575);
var _host_write_all_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);
var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(311);




const VERBS = {
	create: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(1197), __webpack_require__.e(5471), __webpack_require__.e(831), __webpack_require__.e(649), __webpack_require__.e(3431)]).then(__webpack_require__.bind(__webpack_require__, 7596))).run(words),
	exec: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(1197), __webpack_require__.e(5471), __webpack_require__.e(831), __webpack_require__.e(1568), __webpack_require__.e(649), __webpack_require__.e(7955)]).then(__webpack_require__.bind(__webpack_require__, 1365))).run(words),
	list: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(1197), __webpack_require__.e(831), __webpack_require__.e(6291)]).then(__webpack_require__.bind(__webpack_require__, 1124))).runAdmin('list', words, async () => (await Promise.all(/* import() */[__webpack_require__.e(3064), __webpack_require__.e(2442)]).then(__webpack_require__.bind(__webpack_require__, 3064))).list),
	revoke: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(1197), __webpack_require__.e(831), __webpack_require__.e(1568), __webpack_require__.e(8877), __webpack_require__.e(3840)]).then(__webpack_require__.bind(__webpack_require__, 3840))).run(words),
	update: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(1197), __webpack_require__.e(831), __webpack_require__.e(6291)]).then(__webpack_require__.bind(__webpack_require__, 1124))).runAdmin('update', words, async () => (await Promise.all(/* import() */[__webpack_require__.e(5471), __webpack_require__.e(9541), __webpack_require__.e(5159)]).then(__webpack_require__.bind(__webpack_require__, 9541))).update),
	sweep: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(1197), __webpack_require__.e(831), __webpack_require__.e(1568), __webpack_require__.e(8877), __webpack_require__.e(2868)]).then(__webpack_require__.bind(__webpack_require__, 2868))).run(words),
	completion: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(847), __webpack_require__.e(7160)]).then(__webpack_require__.bind(__webpack_require__, 847))).printCompletion(words, Object.keys(VERBS)),
	help: async (words) => (await Promise.all(/* import() */[__webpack_require__.e(847), __webpack_require__.e(7160)]).then(__webpack_require__.bind(__webpack_require__, 847))).printHelp(words, Object.keys(VERBS)),
};
async function runCommand([verb, ...words]) {
	if (verb === '--version' || verb === '-V') {
		(0,_host_write_all_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAll */ .f)(1, `${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x}\n`);
		return 0;
	}
	if (verb === '--help' || verb === '-h')
		return runCommand(['help', ...words]);
	const run = Object.hasOwn(VERBS, verb ?? '') ? VERBS[verb ?? ''] : undefined;
	if (run !== undefined)
		return run(words);
	const { nearestName } = await __webpack_require__.e(/* import() */ 4332).then(__webpack_require__.bind(__webpack_require__, 4332));
	const near = verb === undefined ? undefined : nearestName(verb, Object.keys(VERBS));
	const found = verb === undefined ? 'no verb is given' : `${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(verb)} is no verb`;
	const meant = near === undefined ? '' : `. Did you mean ${near}?`;
	(0,_host_write_all_js__WEBPACK_IMPORTED_MODULE_0__/* .writeIfRead */ .t)(2, `error: ${found}; expected one of ${Object.keys(VERBS).join(', ')}${meant}\nmint-token help says more\n`);
	return 2;
}
void runCommand(process.argv.slice(2))
	.catch((error) => {
	(0,_host_write_all_js__WEBPACK_IMPORTED_MODULE_0__/* .writeIfRead */ .t)(2, `error: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}\n`);
	return 1;
})
	.then(_host_process_end_js__WEBPACK_IMPORTED_MODULE_3__/* .endProcess */ .JZ);


/***/ }),

// ./src/entries/command-journal.ts
/***/ 3627:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ journalOf)
});
var _issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1586);
var _lease_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5436);
var _terminal_kept_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5317);
var _terminal_state_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8874);




async function journalOf(given, environment) {
	if (!(0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .isRevocable */ .of)(given.option('type')?.trim() ?? '') || given.option('journal') === 'false')
		return { folder: undefined, keep: (origin) => (0,_terminal_kept_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .keepLease */ .y)(undefined, origin) };
	const folder = (0,_terminal_state_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .stateFolder */ .y)(given.option('state-dir'), environment);
	const { openJournalAndTell } = await __webpack_require__.e(/* import() */ 4459).then(__webpack_require__.bind(__webpack_require__, 4459));
	return {
		folder,
		keep: (origin, voice) => (0,_terminal_kept_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .keepLease */ .y)(() => openJournalAndTell(folder, _lease_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml.now(), voice), origin),
	};
}


/***/ }),

// ./src/entries/revoke-command.ts
/***/ 8184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ revokeCommand)
});
var _issuers_shell_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4051);

const SAID_AGAIN = ['type', 'url', 'org', 'user', 'workspace', 'audience', 'state-dir'];
function revokeCommand({ option }) {
	const again = SAID_AGAIN.flatMap((name) => {
		const value = option(name);
		return value === undefined ? [] : [`--${name}`, (0,_issuers_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r)(value.trim())];
	});
	return (ended) => {
		const what = 'leaseId' in ended ? `--lease ${ended.leaseId}` : `--token-id=${(0,_issuers_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r)(ended.tokenId)}`;
		return ['mint-token revoke', ...again, what].join(' ');
	};
}


/***/ }),

// ./src/terminal/kept-lease.ts
/***/ 5317:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ isOver),
  y: () => (/* binding */ keepLease)
});
var _process_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2420);

function keepLease(open, origin) {
	let journal;
	let record;
	let tokenFile;
	let handedOn = false;
	const process = (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .thisProcess */ .W)();
	const save = () => {
		if (record?.revocable === true)
			journal?.keep({ record, origin, process, handedOn, tokenFile });
	};
	return {
		get record() {
			return record;
		},
		reserve() {
			journal = open?.();
		},
		keepRecord(changed) {
			record = changed;
			save();
		},
		keepTokenFile(made) {
			tokenFile = made;
			save();
		},
		handOn() {
			handedOn = true;
		},
		forget() {
			const [first] = record?.attempts ?? [];
			if (first !== undefined && record?.revocable === true)
				journal?.remove(first.leaseId);
		},
		close() {
			const [first] = record?.attempts ?? [];
			if (first !== undefined && tokenFile === undefined && record?.attempts.every(isOver) === true)
				journal?.remove(first.leaseId);
		},
	};
}
function isOver({ outcome }) {
	return outcome.kind === 'nothing' || outcome.kind === 'revoked';
}


/***/ }),

// ./src/terminal/minting.ts
/***/ 8360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ mintsAtTerminal)
});
var _asked_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1711);

function mintsAtTerminal(terminal, lease, origin) {
	return {
		...(0,_asked_host_js__WEBPACK_IMPORTED_MODULE_0__/* .openAskedHost */ .j)(terminal, origin),
		reserve: () => lease.reserve(),
		notices: () => [],
		keepAccess: () => Promise.resolve(),
		keepSecret: () => undefined,
		keepRecord: (record) => lease.keepRecord(record),
	};
}


/***/ }),

// ./src/terminal/process-identity.ts
/***/ 2420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ isGone),
  W: () => (/* binding */ thisProcess)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
var _process_stat_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(128);


function thisProcess() {
	return { boot: bootId(), space: numberSpace(), pid: process.pid, startedAt: startOf(process.pid) };
}
function isGone({ boot, space, pid, startedAt }) {
	if (boot !== bootId())
		return true;
	if (space !== numberSpace())
		return 'unknown';
	try {
		process.kill(pid, 0);
	}
	catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ESRCH')
			return true;
	}
	return startOf(pid) !== startedAt;
}
function bootId() {
	return read(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim());
}
function numberSpace() {
	return read(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid'));
}
function startOf(pid) {
	return (0,_process_stat_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcessStat */ .K)(pid)?.startedAt ?? '';
}
function read(from) {
	try {
		return from();
	}
	catch {
		return '';
	}
}


/***/ }),

// ./src/terminal/state-folder.ts
/***/ 8874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ stateFolder)
});
var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

function stateFolder(given, environment) {
	const named = given ?? (environment['MINT_TOKEN_STATE_DIR'] || undefined);
	return named === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(platformFolder(environment), 'mint-token') : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(named);
}
function platformFolder(environment) {
	const home = process.getBuiltinModule('node:os').homedir();
	switch (process.platform) {
		case 'win32':
			return environment['LOCALAPPDATA'] || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, 'AppData', 'Local');
		case 'darwin':
			return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, 'Library', 'Application Support');
		default: {
			const named = environment['XDG_STATE_HOME'] ?? '';
			return named.startsWith('/') ? named : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, '.local', 'state');
		}
	}
}


/***/ }),

// ./src/entries/command-misuse.ts
/***/ 5776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ tellMisuse)
});
var _host_write_all_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
var _host_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4024);


function tellMisuse(problems, verb) {
	const lines = problems.map((problem) => `error: ${(0,_host_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(problem)}\n`);
	(0,_host_write_all_js__WEBPACK_IMPORTED_MODULE_0__/* .writeIfRead */ .t)(2, `${lines.join('')}mint-token ${verb} --help says more\n`);
	return 2;
}


/***/ }),

// ./src/terminal/asked-host.ts
/***/ 1711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ openAskedHost)
});
function openAskedHost(terminal, origin) {
	return {
		...terminal.voice,
		origin,
		surroundings: terminal.surroundings,
		hide: (secrets) => terminal.hide(secrets),
		ambientSecrets: () => terminal.ambientSecrets(),
		openPorts: (timeout, stop) => terminal.openPorts(timeout, stop),
	};
}


/***/ }),

// ./src/terminal/command-line.ts
/***/ 3952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readCommandLine)
});
var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
var _request_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4332);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);
var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3602);




function readCommandLine(verb, words) {
	const options = new Map((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .optionsOf */ .cz)(verb).map((option) => [option.name, option]));
	const end = words.indexOf('--');
	const before = end === -1 ? words : words.slice(0, end);
	const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...before], options: forNode(options), strict: false, tokens: true });
	if (tokens.some(({ kind, ...token }) => kind === 'option' && 'name' in token && HELPS.has(token.name)))
		return { kind: 'help' };
	const values = new Map();
	const problems = [];
	for (const token of tokens) {
		if (token.kind === 'positional')
			problems.push(...unexpectedWord(token.value, before[token.index - 1], options));
		if (token.kind !== 'option')
			continue;
		const read = readOption({ ...token, words: before }, options, verb);
		if (typeof read === 'string')
			problems.push(read);
		else
			values.set(read.option.name, [...(values.get(read.option.name) ?? []), read.value]);
	}
	for (const [name, all] of values) {
		if (all.length > 1 && options.get(name)?.kind !== 'list')
			problems.push(`--${name} is given ${all.length} times; keep one`);
	}
	if (end !== -1 && verb !== 'exec')
		problems.push(`-- begins a command, and ${verb} runs none; remove it`);
	if (problems.length > 0)
		return { kind: 'wrong', problems };
	return {
		kind: 'given',
		given: {
			verb,
			option: (name) => values.get(name)?.join('\n'),
			command: end === -1 ? undefined : words.slice(end + 1),
		},
	};
}
const HELPS = new Set(['help', 'h']);
const NEGATION = 'no-';
function forNode(options) {
	const known = {};
	for (const { name, kind } of options.values()) {
		known[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
		if (kind === 'flag')
			known[`${NEGATION}${name}`] = { type: 'boolean' };
	}
	return known;
}
function readOption(word, options, verb) {
	const { name, rawName, value } = word;
	const option = rawName.startsWith('--') ? options.get(name) : undefined;
	if (option === undefined) {
		const positive = name.startsWith(NEGATION) ? options.get(name.slice(NEGATION.length)) : undefined;
		if (positive?.kind === 'flag') {
			return value === undefined
				? { option: positive, value: 'false' }
				: `${rawName} takes no value; write --${positive.name} or ${rawName}`;
		}
		return unknownOption(rawName, name, options, verb);
	}
	if (option.kind === 'flag') {
		if (value === undefined)
			return { option, value: 'true' };
		if (value === 'true' || value === 'false')
			return { option, value };
		return `${rawName}: found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(value)}; expected ${rawName}, --no-${name} or ${rawName}=false`;
	}
	const isOption = value !== undefined && word.inlineValue !== true && /^--./.test(value);
	if (value === undefined || isOption) {
		const found = isOption
			? `, and ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(value)} looks like an option; if it is meant, write ${rawName}=${value}`
			: '';
		return `${rawName} needs a value: ${rawName} ${option.value}${found}`;
	}
	if (value.trim() === '')
		return `${rawName}: the value is empty; give one, or leave the option out`;
	return { option, value };
}
function unknownOption(rawName, name, options, verb) {
	const why = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNoOption */ .X8)(name, verb);
	if (why !== undefined)
		return `${rawName}: ${why}`;
	const near = ELSEWHERE[name] ??
		(0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_1__.nearestName)(name, [...options.keys()]) ??
		(0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_1__.nearestName)(name, [...options.keys()].map((known) => `${NEGATION}${known}`));
	const meant = near !== undefined && options.has(near.replace(/^no-/, '')) ? `. Did you mean --${near}?` : '';
	return `${rawName} is no option of ${verb}${meant === '' ? `; mint-token ${verb} --help lists them` : meant}`;
}
const ELSEWHERE = {
	'expires-after': 'expires-in',
	'expiration-date': 'expires-at',
	identifier: 'token-id',
	id: 'token-id',
	secret: 'credential-file',
	token: 'credential-file',
	host: 'url',
	'display-mode': 'output',
	mode: 'output',
};
function unexpectedWord(word, before, options) {
	const name = /^--([^=]+)$/.exec(before ?? '')?.[1];
	const flag = options.get(name ?? '') ?? options.get((name ?? '').replace(/^no-/, ''));
	if (name !== undefined && flag === undefined)
		return [];
	const behind = before === undefined ? 'behind the verb' : name === undefined ? 'behind a value' : `behind --${name}`;
	if (flag?.kind === 'flag' && /^(?:true|false|yes|no|on|off)$/i.test(word)) {
		return [
			`${behind} stands ${word}, and it takes no word of its own; write --${flag.name}, --no-${flag.name} or --${flag.name}=false`,
		];
	}
	return [
		`a word stands ${behind} where none was expected: everything is given by an option, and a value with blanks needs quotes`,
	];
}


/***/ }),

// ./src/terminal/given-inputs.ts
/***/ 6667:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ readGivenInputs)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);
var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3602);




function readGivenInputs({ option }, problems, fixed = {}) {
	const contentOf = (name) => {
		const path = option(name);
		if (path === undefined)
			return undefined;
		try {
			return readText(path);
		}
		catch (error) {
			const place = path === '-' ? 'standard input' : JSON.stringify(path);
			problems.push(`--${name}: ${place} could not be read: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
			return undefined;
		}
	};
	const credential = contentOf('credential-file');
	if (credential?.trim() === '')
		problems.push('--credential-file: there is nothing in it but blanks');
	const grants = [contentOf('grants-file'), option('grants'), option('grant')].filter((text) => text !== undefined);
	const tokenFile = option('token-file');
	const values = {
		...fixed,
		credential: credential?.replace(/\r?\n$/, ''),
		grants: grants.length === 0 ? undefined : grants.join('\n'),
		token_file: tokenFile === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(tokenFile),
	};
	return (name) => (name in values ? values[name] : option((0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .optionNameOf */ .s_)(name)));
}
function readText(path) {
	return new TextDecoder('utf-8', { fatal: true }).decode((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path === '-' ? 0 : path));
}


/***/ }),

// ./src/terminal/origin.ts
/***/ 4120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ readOrigin)
});
/* unused harmony export CI_VARIABLES */
var _host_actions_origin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6456);

const CI_VARIABLES = [
	{
		by: 'gitlab',
		here: ['GITLAB_CI'],
		url: 'CI_SERVER_URL',
		repository: 'CI_PROJECT_PATH',
		run: 'CI_PIPELINE_ID',
		attempt: 'CI_JOB_ID',
		job: ['CI_JOB_NAME'],
	},
	{
		by: 'buildkite',
		here: ['BUILDKITE'],
		url: 'BUILDKITE_REPO',
		run: 'BUILDKITE_BUILD_ID',
		attempt: 'BUILDKITE_JOB_ID',
		job: ['BUILDKITE_STEP_KEY', 'BUILDKITE_LABEL'],
	},
	{
		by: 'jenkins',
		here: ['JENKINS_URL'],
		url: 'JENKINS_URL',
		repository: 'JOB_NAME',
		run: 'BUILD_NUMBER',
		job: ['STAGE_NAME'],
	},
	{
		by: 'circleci',
		here: ['CIRCLECI'],
		url: 'CIRCLE_REPOSITORY_URL',
		run: 'CIRCLE_WORKFLOW_ID',
		attempt: 'CIRCLE_BUILD_NUM',
		job: ['CIRCLE_JOB'],
	},
	{
		by: 'azure',
		here: ['TF_BUILD'],
		url: 'BUILD_REPOSITORY_URI',
		run: 'BUILD_BUILDID',
		attempt: 'SYSTEM_JOBID',
		job: ['SYSTEM_JOBNAME'],
	},
	{
		by: 'bitbucket',
		here: ['BITBUCKET_BUILD_NUMBER'],
		url: 'BITBUCKET_GIT_HTTP_ORIGIN',
		repository: 'BITBUCKET_REPO_FULL_NAME',
		run: 'BITBUCKET_BUILD_NUMBER',
		attempt: 'BITBUCKET_STEP_RUN_NUMBER',
		job: ['BITBUCKET_STEP_UUID'],
	},
	{
		by: 'tekton',
		here: ['TEKTON_PIPELINE_RUN'],
		url: 'TEKTON_REPOSITORY_URL',
		run: 'TEKTON_PIPELINE_RUN',
		job: ['TEKTON_TASK'],
	},
	{
		by: 'woodpecker',
		here: ['CI', 'woodpecker'],
		url: 'CI_FORGE_URL',
		repository: 'CI_REPO',
		run: 'CI_PIPELINE_NUMBER',
		job: ['CI_STEP_NAME'],
	},
];
function readOrigin(environment) {
	if (environment['GITHUB_ACTIONS'] === 'true')
		return (0,_host_actions_origin_js__WEBPACK_IMPORTED_MODULE_0__/* .readActionsOrigin */ .Q)(environment);
	for (const variables of CI_VARIABLES) {
		const [name, value] = variables.here;
		const found = environment[name] ?? '';
		if (value === undefined ? found !== '' : found === value)
			return readCi(variables, environment);
	}
	return { by: 'terminal', repository: `${userName()}@${hostName()}`, run: '', attempt: '', job: '' };
}
function readCi(variables, environment) {
	const read = (name) => (environment[name ?? ''] ?? '').replace(/^\{(.*)\}$/, '$1');
	const { host, path } = placeOf(read(variables.url));
	const job = variables.job.find((name) => read(name) !== '');
	return {
		...(host === '' || host === 'github.com' ? {} : { at: host }),
		by: variables.by,
		repository: variables.repository === undefined ? path : read(variables.repository),
		run: read(variables.run),
		attempt: read(variables.attempt),
		job: read(job),
	};
}
function placeOf(url) {
	if (URL.canParse(url) && url.includes('://')) {
		const { protocol, host, hostname, pathname } = new URL(url);
		return { host: (/^https?:$/.test(protocol) ? host : hostname).toLowerCase(), path: repositoryIn(pathname) };
	}
	const [, host = '', path = url] = /^(?:[^@/:]*@)?([^@/:]+):(.*)$/s.exec(url) ?? [];
	return { host: host.toLowerCase(), path: repositoryIn(path) };
}
function repositoryIn(path) {
	return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
}
function userName() {
	try {
		return process.getBuiltinModule('node:os').userInfo().username;
	}
	catch {
		return String(process.getuid?.() ?? '');
	}
}
function hostName() {
	return process.getBuiltinModule('node:os').hostname();
}


/***/ }),

// ./src/terminal/terminal.ts
/***/ 9178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ openTerminal)
});
var _host_hidden_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8788);
var _host_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2106);
var _host_open_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7361);
var _host_proxy_secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6766);
var _host_surroundings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1327);
var _http_network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49);
var _http_proxy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7856);
var _masks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6329);
var _voice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9434);









function openTerminal(environment, words, log) {
	const voice = (0,_voice_js__WEBPACK_IMPORTED_MODULE_5__/* .openVoice */ .l6)(words, environment, log);
	const masks = (0,_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .openMasks */ .m)(environment, log);
	const hide = (secrets) => {
		for (const notice of (0,_host_hidden_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .hideSecrets */ .s)(secrets, (secret) => masks.mask(secret)))
			(0,_host_host_js__WEBPACK_IMPORTED_MODULE_6__/* .tell */ .q)(voice, notice);
	};
	return {
		voice,
		environment,
		surroundings: (0,_host_surroundings_js__WEBPACK_IMPORTED_MODULE_2__/* .openSurroundings */ .E)(environment, {
			hide: (what, text) => hide([{ what, text }]),
			mask: (secret) => void masks.mask(secret),
			emptyCredentialHint: '',
		}),
		hide,
		mask: (secret) => masks.maskNew(secret),
		ambientSecrets: () => (0,_host_proxy_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .proxySecrets */ .W)((0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_8__/* .readProxies */ .r)(environment)),
		async openPorts(timeout, stop) {
			const ways = {
				words,
				network: await (0,_http_network_js__WEBPACK_IMPORTED_MODULE_3__/* .readNetwork */ .L)(environment, (notice) => (0,_host_host_js__WEBPACK_IMPORTED_MODULE_6__/* .tell */ .q)(voice, notice)),
				mask: (secret) => void masks.mask(secret),
				maskNew: (secret) => masks.maskNew(secret),
				say: (text) => voice.say(text),
				tell: (notice) => (0,_host_host_js__WEBPACK_IMPORTED_MODULE_6__/* .tell */ .q)(voice, notice),
				async identityToken(audience, ports) {
					const { requestIdentityToken } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(3111)]).then(__webpack_require__.bind(__webpack_require__, 9880));
					return requestIdentityToken(environment, audience, ports);
				},
			};
			return (0,_host_open_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .openPorts */ .Rr)(ways, timeout, stop);
		},
	};
}


/***/ }),

// ./src/terminal/masks.ts
/***/ 6329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ openMasks)
});
var _host_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6121);
var _host_mask_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(495);
var _host_new_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7182);



function openMasks(environment, log) {
	const command = maskCommandOf(environment);
	const hide = (secret) => {
		const forms = (0,_host_new_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .learnForms */ .o)(secret);
		if (command === undefined)
			return 'in every form';
		log(forms.map(command).join(''));
		return (0,_host_mask_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .hiddenBy */ .W0)(command, secret);
	};
	return {
		mask(secret) {
			(0,_host_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .learnSecret */ .dG)(secret);
			return hide(secret);
		},
		maskNew: (secret) => void hide(secret),
	};
}
function maskCommandOf(environment) {
	if (environment['GITHUB_ACTIONS'] === 'true')
		return _host_mask_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .githubMask */ .g0;
	return environment['TF_BUILD'] ? azureMask : undefined;
}
const azureMask = (form) => {
	const data = form
		.replaceAll('%', '%AZP25')
		.replaceAll(';', '%3B')
		.replaceAll('\r', '%0D')
		.replaceAll('\n', '%0A')
		.replaceAll(']', '%5D');
	return `##vso[task.setsecret]${data}\n`;
};


/***/ }),

// ./src/terminal/options.ts
/***/ 3602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  RV: () => (/* binding */ isFlag),
  X8: () => (/* binding */ whyNoOption),
  cz: () => (/* binding */ optionsOf),
  pL: () => (/* binding */ COMMAND_VERBS),
  qj: () => (/* binding */ actionOf),
  s_: () => (/* binding */ optionNameOf)
});
var _request_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4332);

const COMMAND_VERBS = ['create', 'exec', 'update', 'list', 'revoke', 'sweep'];
function optionsOf(verb) {
	const inputs = (0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(actionOf(verb)).filter((input) => !refused(input, verb));
	const ofInputs = inputs.map(optionOf);
	return [...ofInputs, ...OWN.filter(({ verbs }) => verbs.includes(verb)).map(({ option }) => option), HELP];
}
function whyNoOption(name, verb) {
	const input = (0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(actionOf(verb)).find((known) => optionNameOf(known) === name);
	return input === undefined ? undefined : refused(input, verb);
}
function optionNameOf(input) {
	return input.replaceAll('_', '-');
}
function isFlag(input) {
	return FLAGS.has(input);
}
function actionOf(verb) {
	return verb === 'exec' ? 'create' : verb;
}
const FLAGS = new Set([
	'replace',
	'drop_expiry',
	'expired',
	'all',
	'export_env',
	'revoke',
	'foreign',
	'summary',
	'dry_run',
]);
const LISTS = new Set(['grants', 'token_id', 'clear']);
function refused(input, verb) {
	switch (input) {
		case 'credential':
			return 'a secret in an argument shows in the list of processes and in the history of the shell; set the variable that the clients of the system read (mint-token help says which), or use --credential-file FILE, where - stands for standard input';
		case 'github_token':
			return 'a secret in an argument shows in the list of processes and in the history of the shell; set GITHUB_TOKEN or GH_TOKEN';
		case 'export_env':
			return verb === 'exec'
				? 'the command always gets the variables; leave the option out'
				: 'a command cannot set the variables of its shell; use --output env, as in: e=$(mint-token create … --output env) || exit; eval "$e"';
		case 'summary':
			return 'the command writes no summary; leave the option out';
		case 'on_revoke_failure':
			return 'a token that may be left is always exit status 4, or 1 from revoke; leave the option out';
		case 'revoke':
			return verb === 'exec' ? 'the token is revoked on every end; to keep one, use create' : undefined;
		default:
			return undefined;
	}
}
function optionOf(input) {
	const kind = FLAGS.has(input) ? 'flag' : LISTS.has(input) ? 'list' : 'text';
	return {
		name: optionNameOf(input),
		kind,
		value: kind === 'flag' ? '' : (VALUES[input] ?? 'TEXT'),
		input,
	};
}
const VALUES = {
	type: 'TYPE',
	token_id: 'ID',
	grants: 'LINES',
	expires_in: 'DURATION',
	expires_at: 'TIME',
	time_zone: 'ZONE',
	name: 'NAME',
	clear: 'FIELD',
	repository: 'OWNER/NAME',
	run: 'ID',
	job: 'NAME',
	scope: 'SCOPE',
	grace: 'DURATION',
	max_revocations: 'NUMBER',
	url: 'URL',
	credential_id: 'ID',
	actor: 'ID',
	org: 'ORG',
	user: 'USER',
	workspace: 'ID',
	status: 'STATUS',
	token_file: 'FILE',
	token_file_format: 'FORMAT',
	timeout: 'DURATION',
};
const text = (name, value) => ({ name, kind: 'text', value });
const flag = (name) => ({ name, kind: 'flag', value: '' });
const OWN = [
	{ verbs: ['create', 'exec', 'update'], option: { name: 'grant', kind: 'list', value: 'LINE' } },
	{ verbs: ['create', 'exec', 'update'], option: text('grants-file', 'FILE') },
	{ verbs: COMMAND_VERBS, option: text('credential-file', 'FILE') },
	{ verbs: ['create', 'update', 'list', 'revoke', 'sweep'], option: text('output', 'FORMAT') },
	{ verbs: ['create'], option: flag('debug') },
	{ verbs: ['create', 'exec', 'revoke', 'sweep'], option: text('state-dir', 'FOLDER') },
	{ verbs: ['create', 'exec'], option: flag('journal') },
	{ verbs: ['exec'], option: flag('pristine') },
	{ verbs: ['exec'], option: flag('mask') },
	{ verbs: ['exec'], option: text('kill-after', 'DURATION') },
	{ verbs: ['sweep'], option: flag('local') },
	{ verbs: ['revoke'], option: text('lease', 'ID') },
	{ verbs: ['revoke'], option: flag('all') },
	{ verbs: ['revoke'], option: flag('yes') },
];
const HELP = flag('help');


/***/ }),

// ./src/terminal/process-stat.ts
/***/ 128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readProcessStat)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function readProcessStat(pid) {
	let text;
	try {
		text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
	}
	catch {
		return undefined;
	}
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	const [state = '', , group = ''] = fields;
	return { state, group: Number(group), startedAt: fields[19] ?? '' };
}


/***/ }),

// ./src/terminal/voice.ts
/***/ 9434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Hd: () => (/* binding */ isTerminal),
  l6: () => (/* binding */ openVoice),
  ty: () => (/* binding */ logToStandardError)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
var _host_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4024);
var _host_write_all_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9547);



const STANDARD_ERROR = 2;
function logToStandardError(text) {
	(0,_host_write_all_js__WEBPACK_IMPORTED_MODULE_2__/* .writeIfRead */ .t)(STANDARD_ERROR, text);
}
function openVoice(words, environment, log) {
	const paint = painter(environment);
	const write = (beginning, text) => log(`${beginning}${(0,_host_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(text)}\n`);
	return {
		words,
		say: (text) => write('', text),
		warn: (message) => write(`${paint('33', 'warning:')} `, message),
		fail: (message) => write(`${paint('31', 'error:')} `, message),
	};
}
function isTerminal(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(file);
	}
	catch {
		return false;
	}
}
function painter(environment) {
	const plain = Boolean(environment['NO_COLOR']) || environment['TERM'] === 'dumb' || !isTerminal(STANDARD_ERROR);
	return plain ? (_, text) => text : (colour, text) => `\u001b[${colour}m${text}\u001b[0m`;
}


/***/ }),

// ./src/terminal/words.ts
/***/ 4625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ terminalWords)
});
var _request_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4332);
var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3602);


function terminalWords({ ofLease }) {
	const byHand = (leaseId) => ofLease(leaseId) ?? 'mint-token revoke, with its id';
	return {
		place: (name) => ((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .isInput */ .Xy)(name) ? option(name) : name),
		input: option,
		theInput: option,
		fromInput: (name) => `from ${option(name)}`,
		setting: (name, value) => ((0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .isFlag */ .RV)(name) ? flag(name, value) : `${option(name)} ${value}`),
		uniqueSetting: (name, word) => `${option(name)} "${word}-$(date +%s)"`,
		secretSetting: (name) => `${option(name)} FILE`,
		variableSetting: (name) => `${option(name)} ID`,
		work: 'command',
		machine: 'machine',
		laterUser: 'later command',
		environment: 'the environment of this command',
		allowIdentityTokens: 'run the command in a job of GitHub Actions that has "permissions: { id-token: write }", or give a credential',
		useIdentityTokens: 'run the command in a job of GitHub Actions that may ask for an identity token',
		withoutIdentityTokens: '',
		atTheEnd: 'by mint-token revoke',
		later: {
			looksOnceMore(leaseId) {
				const command = ofLease(leaseId);
				return command === undefined ? 'Nothing looks for it once more' : `To look for it once more: ${command}`;
			},
			revokes: (leaseId) => `to revoke it: ${byHand(leaseId)}`,
			triesAgain: (leaseId) => `to try again: ${byHand(leaseId)}`,
			findsItGone: () => 'a later mint-token revoke finds it gone',
		},
		keptIn: 'what was given',
		logOfMint: 'what was said when it was minted',
	};
}
function option(name) {
	return `--${name === 'credential' ? 'credential-file' : (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionNameOf */ .s_)(name)}`;
}
function flag(name, value) {
	return value === 'false' ? `--no-${(0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionNameOf */ .s_)(name)}` : option(name);
}


/***/ }),

// ./src/terminal/exec-words.ts
/***/ 1291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ execWords)
});
function execWords(words) {
	return {
		...words,
		work: 'command',
		laterUser: 'command',
		atTheEnd: 'when the command has ended',
		later: {
			looksOnceMore: () => 'It is looked for once more at the end',
			revokes: () => 'it is revoked when the command has ended',
			triesAgain: () => 'that is tried again at the end',
			findsItGone: () => 'it is found gone at the end',
		},
		keptIn: 'memory',
		logOfMint: 'what was said when it was minted',
	};
}


/***/ }),

// ./src/terminal/processes.ts
/***/ 5721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  KH: () => (/* binding */ groupRuns),
  W1: () => (/* binding */ startedWith),
  W_: () => (/* binding */ isRunning),
  a7: () => (/* binding */ signalProcess),
  i8: () => (/* binding */ signalGroup),
  ls: () => (/* binding */ identify)
});
var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
var _process_stat_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(128);



function identify(pid) {
	const found = read(pid);
	return found === undefined || found.ended ? undefined : { pid, startedAt: found.startedAt };
}
function isRunning({ pid, startedAt }) {
	return identify(pid)?.startedAt === startedAt;
}
function groupRuns(group) {
	if (!signalGroup(group, 0))
		return false;
	return hasMembers(group) || hasMembers(group);
}
function signalGroup(group, signal) {
	return signalProcess(-group, signal);
}
function signalProcess(pid, signal) {
	try {
		process.kill(pid, signal);
		return true;
	}
	catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'EPERM')
			return pid < 0;
		if (code === 'ESRCH')
			return false;
		throw error;
	}
}
function startedWith(variable, text) {
	const isIt = (setting) => setting.startsWith(`${variable}=`) && setting.includes(text);
	return usesProc() ? numbersInProc().flatMap((pid) => bearing(pid, isIt)) : bearingByPs(variable, text);
}
function bearing(pid, isIt) {
	try {
		const settings = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
		const found = settings.some(isIt) ? identify(pid) : undefined;
		return found === undefined ? [] : [{ ...found, name: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/comm`, 'utf8').trim() }];
	}
	catch {
		return [];
	}
}
function bearingByPs(variable, text) {
	return ps('-axEww', '-o', 'pid=,command=').flatMap((line) => {
		const [, pid = '', command = ''] = /^\s*(\d+)\s+(\S+)/.exec(line) ?? [];
		const found = line.includes(` ${variable}=`) && line.includes(text) ? identify(Number(pid)) : undefined;
		return found === undefined ? [] : [{ ...found, name: command }];
	});
}
function hasMembers(group) {
	if (usesProc())
		return numbersInProc().some((pid) => isMember(read(pid), group));
	return ps('-axo', 'pgid=,stat=').some((line) => {
		const [id = '', state = ''] = line.trim().split(/\s+/);
		return Number(id) === group && !state.startsWith('Z');
	});
}
function isMember(found, group) {
	return found !== undefined && !found.ended && found.group === group;
}
function read(pid) {
	if (!usesProc())
		return readByPs(pid);
	const found = (0,_process_stat_js__WEBPACK_IMPORTED_MODULE_2__/* .readProcessStat */ .K)(pid);
	if (found === undefined)
		return undefined;
	const { state, group, startedAt } = found;
	return { pid, group, ended: state === 'Z' || state === 'X', startedAt };
}
function readByPs(pid) {
	const [line = ''] = ps('-o', 'pgid=,stat=,lstart=', '-p', String(pid));
	const [, group, state = '', startedAt = ''] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
	return group === undefined ? undefined : { pid, group: Number(group), ended: state.startsWith('Z'), startedAt };
}
function ps(...options) {
	const { stdout } = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('/bin/ps', options, { env: { LC_ALL: 'C' }, encoding: 'utf8', stdio: 'pipe' });
	return typeof stdout === 'string' ? stdout.split('\n').filter((line) => line.trim() !== '') : [];
}
function usesProc() {
	return process.platform === 'linux' || process.platform === 'android';
}
function numbersInProc() {
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc').map(Number).filter(Number.isInteger);
}


/***/ }),

// ./src/terminal/signals.ts
/***/ 1597:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  hk: () => (/* binding */ stopThis),
  si: () => (/* binding */ listenForSignals),
  tT: () => (/* binding */ asksToEnd)
});
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4575);

const ENDING = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'];
const FOR_COMMAND = [
	'SIGUSR1',
	'SIGUSR2',
	'SIGWINCH',
	'SIGTSTP',
	'SIGCONT',
];
function asksToEnd(signal) {
	return ENDING.some((ending) => ending === signal);
}
function listenForSignals() {
	const stopping = (requested) => (signal) => {
		if (asksToEnd(signal))
			requested.request(signal);
		else if (signal === 'SIGTSTP')
			stopThis();
	};
	const before = (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_0__/* .createStop */ .nN)();
	let receive = stopping(before);
	const windows = process.platform === 'win32';
	for (const signal of windows ? ['SIGINT', 'SIGTERM', 'SIGBREAK'] : [...ENDING, ...FOR_COMMAND]) {
		process.on(signal, () => receive(signal === 'SIGBREAK' ? 'SIGTERM' : signal));
	}
	return {
		before: before.stop,
		tell(receiver) {
			receive = receiver;
		},
		hurry() {
			const after = (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_0__/* .createStop */ .nN)();
			receive = stopping(after);
			return after.stop;
		},
		endBy(signal) {
			process.removeAllListeners(signal);
			process.kill(process.pid, signal);
		},
	};
}
function stopThis() {
	process.kill(process.pid, 'SIGSTOP');
}


/***/ }),

// ./src/terminal/supervised-command.ts
/***/ 8456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Hk: () => (/* binding */ endProcesses),
  S0: () => (/* binding */ startCommand),
  hr: () => (/* binding */ hasTerminal)
});
var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
var _processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5721);
var _signals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1597);




function hasTerminal() {
	if (process.platform === 'win32')
		return false;
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)('/dev/tty', 'r'));
		return true;
	}
	catch {
		return false;
	}
}
async function startCommand(command) {
	const { name, environment, streams, atTerminal, killAfter } = command;
	const ownsGroup = !atTerminal && process.platform !== 'win32';
	const child = begin(command, { argv0: name, env: environment, stdio: streams.stdio, detached: ownsGroup });
	const ended = new Promise((resolve) => {
		child.once('exit', (status, signal) => resolve(signal === null ? { kind: 'exited', status: status ?? 0 } : { kind: 'signalled', signal }));
	});
	await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('spawn', resolve);
	});
	const { pid } = child;
	if (pid === undefined)
		throw new Error('the system gave the command no number');
	child.on('error', () => undefined);
	const group = ownsGroup ? pid : undefined;
	const allEnded = ended.then(() => (group === undefined ? undefined : waitForGroup(group)));
	const send = (signal) => (group === undefined ? child.kill(signal) : (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .signalGroup */ .i8)(group, signal));
	return { pid, group, pass: passTo(send, atTerminal, killAfter, allEnded), ended, allEnded };
}
function begin({ path, arguments: given, streams }, options) {
	let child;
	try {
		child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(path, given, options);
		return child;
	}
	finally {
		streams.spawned(child);
	}
}
function passTo(send, atTerminal, killAfter, allEnded) {
	let asked = false;
	let over = false;
	let killing;
	void allEnded.then(() => {
		over = true;
		clearTimeout(killing);
	});
	return (signal) => {
		if (over)
			return;
		if (signal === 'SIGTSTP') {
			if (!atTerminal)
				send('SIGSTOP');
			(0,_signals_js__WEBPACK_IMPORTED_MODULE_3__/* .stopThis */ .hk)();
			return;
		}
		if (!(0,_signals_js__WEBPACK_IMPORTED_MODULE_3__/* .asksToEnd */ .tT)(signal)) {
			send(signal);
			return;
		}
		if (atTerminal && (signal === 'SIGINT' || signal === 'SIGQUIT'))
			return;
		if (asked) {
			send('SIGKILL');
			return;
		}
		asked = true;
		send(signal);
		killing = setTimeout(() => send('SIGKILL'), killAfter);
	};
}
const FIRST_LOOK = 5;
const LONGEST_PAUSE = 200;
async function waitForGroup(group) {
	for (let pause = FIRST_LOOK; (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .groupRuns */ .KH)(group); pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
}
async function endProcesses(running, send, patience) {
	if (!running())
		return;
	send('SIGTERM');
	send('SIGCONT');
	const until = performance.now() + patience;
	while (performance.now() < until) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		if (!running())
			return;
	}
	send('SIGKILL');
}


/***/ }),

// ./src/terminal/watchdog-notes.ts
/***/ 7433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ parseNotes),
  j: () => (/* binding */ printNotes)
});
function printNotes(notes) {
	return `${JSON.stringify(notes)}\n`;
}
function parseNotes(text) {
	let all = {};
	for (const line of text.split('\n').slice(0, -1)) {
		all = { ...all, ...JSON.parse(line) };
	}
	return all;
}


/***/ }),

};

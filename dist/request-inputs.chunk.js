"use strict";
exports.ids = [];
exports.modules = {

// ./src/request/input-checks.ts
/***/ 99:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Hj: () => (/* binding */ checkForm),
  Ro: () => (/* binding */ withoutConsequences),
  ki: () => (/* binding */ checkUse),
  pu: () => (/* binding */ LONGEST_GRANTS)
});
var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4332);

const LONGEST_INPUT = 16 * 1024;
const LONGEST_GRANTS = 64 * 1024;
function isMangled(value) {
	return value !== undefined && /^-?\d(?:\.\d+)?E\+\d+$/.test(value);
}
function checkForm(verb, inputs) {
	const problems = [];
	for (const input of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(verb)) {
		const value = inputs(input);
		if (value === undefined)
			continue;
		const longest = input === 'grants' ? LONGEST_GRANTS : LONGEST_INPUT;
		const length = Buffer.byteLength(value);
		if (length > longest) {
			problems.push({ input, message: `the value is ${length} bytes long; expected at most ${longest}` });
		}
		if (isMangled(value)) {
			const found = input === 'credential' ? '' : `found ${value}: `;
			problems.push({
				input,
				message: `${found}YAML read the value as a number and its digits are lost; put it in quotes, as in ${input}: "${input === 'expires_in' || input === 'timeout' ? '3600' : '1234567890123456'}"`,
			});
		}
		if (!value.isWellFormed()) {
			problems.push({ input, message: 'the value holds half a surrogate pair, which is no character' });
		}
	}
	return problems;
}
function checkUse(verb, type, used, inputs, words) {
	const unused = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(verb).filter((input) => inputs(input) !== undefined && !(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfEveryType */ .Ds)(input) && !used.includes(input));
	return unused.map((input) => ({
		input,
		message: `type ${type} does not use this input; remove it. It uses: ${used.map((input) => words.input(input)).join(', ') || 'no inputs of its own'}`,
	}));
}
function withoutConsequences(verb, problems, inputs) {
	const mangled = new Set((0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsOf */ .Vc)(verb).filter((input) => isMangled(inputs(input))));
	return problems.filter(({ input }, index) => !mangled.has(input) || problems.findIndex((other) => other.input === input) === index);
}


/***/ }),

// ./src/issuers/endpoint.ts
/***/ 319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ parseEndpoint)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


const LONGEST = 2_000;
function parseEndpoint(input, text) {
	const found = text.trim();
	const refuse = (why) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
		input,
		message: `${why}; expected a base URL such as https://host.example or http://127.0.0.1:8086/prefix`,
	});
	if (found === '')
		return refuse('the URL is empty');
	if (found.length > LONGEST)
		return refuse(`the URL is longer than ${LONGEST} characters`);
	if (/[\p{Cc}\p{Z}\\]/u.test(found))
		return refuse('the URL holds a blank, a control character or a backslash');
	if (/^[^/?#]*\/\/[^/?#]*@/.test(found))
		return refuse('the URL holds user information before an @, which is refused');
	if (found.includes('?'))
		return refuse('the URL holds a query (?…), which is refused');
	if (found.includes('#'))
		return refuse('the URL holds a fragment (#…), which is refused');
	if (!/^[a-z][a-z\d+.-]*:\/\//i.test(found)) {
		return refuse(found.includes('@') || /^[^.:/]{20,}$/.test(found)
			? 'the URL does not begin with https://'
			: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which does not begin with https://`);
	}
	if (!URL.canParse(found))
		return refuse(`found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which is not a URL`);
	const url = new URL(found);
	if (url.protocol !== 'https:' && url.protocol !== 'http:')
		return refuse(`found a URL of the scheme ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(url.protocol)}`);
	if (url.username !== '' || url.password !== '')
		return refuse('the URL holds user information before an @, which is refused');
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(url.href.replace(/\/+$/, ''));
}


/***/ }),

// ./src/request/choice.ts
/***/ 1378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ parseChoice),
  y: () => (/* binding */ parseBoolean)
});
var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
var _suggestion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8533);



function parseChoice(input, given, choices) {
	const text = given?.trim();
	if (text === undefined)
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(undefined);
	const choice = choices.find((candidate) => candidate === text);
	if (choice !== undefined)
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(choice);
	return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
		input,
		message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}; expected ${choices.join(' or ')}.${(0,_suggestion_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(text, choices)}`,
	});
}
function parseBoolean(input, inputs, assumed) {
	const text = inputs(input)?.trim();
	if (text === undefined)
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(assumed);
	if (/^(?:true|True|TRUE)$/.test(text))
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(true);
	if (/^(?:false|False|FALSE)$/.test(text))
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(false);
	return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input, message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}; expected true or false` });
}


/***/ }),

// ./src/verbs/report-problems.ts
/***/ 5743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ reportProblems)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);

const MOST_PROBLEMS = 50;
function reportProblems(problems, consequence, host) {
	for (const problem of problems.slice(0, MOST_PROBLEMS))
		host.fail((0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)({ ...problem, input: host.words.place(problem.input) }));
	if (problems.length > MOST_PROBLEMS)
		host.say(`and ${problems.length - MOST_PROBLEMS} problems more`);
	host.say(`${consequence}: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`} with the inputs`);
}


/***/ }),

// ./src/request/timeout.ts
/***/ 9034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ parseTimeout)
});
var _lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);
var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1822);
var _shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);



const LONGEST_TIMEOUT = 3600;
function parseTimeout(inputs, assumed) {
	const text = inputs('timeout');
	if (text === undefined)
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)(assumed);
	const seconds = (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)('timeout', text.trim());
	if (!seconds.ok)
		return seconds;
	if (seconds.value > LONGEST_TIMEOUT) {
		return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({
			input: 'timeout',
			message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}; expected at most ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(LONGEST_TIMEOUT)}`,
		});
	}
	return seconds;
}


/***/ }),

// ./src/host/actions-origin.ts
/***/ 6456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ readActionsOrigin)
});
function readActionsOrigin(environment) {
	const read = (name) => environment[name] ?? '';
	const forge = forgeOf(read('GITHUB_SERVER_URL'));
	return {
		...(forge === 'github.com' ? {} : { at: forge }),
		repository: read('GITHUB_REPOSITORY'),
		run: read('GITHUB_RUN_ID'),
		attempt: read('GITHUB_RUN_ATTEMPT'),
		job: read('GITHUB_JOB'),
	};
}
function forgeOf(serverUrl) {
	if (serverUrl === '')
		return 'github.com';
	return URL.canParse(serverUrl) ? new URL(serverUrl).host : serverUrl;
}


/***/ }),

// ./src/host/surroundings.ts
/***/ 1327:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ openSurroundings)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
var _export_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8094);
var _secret_forms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9350);



function openSurroundings(environment, { hide, mask, emptyCredentialHint }) {
	const variable = (name) => {
		const value = environment[name];
		return value === undefined || value === '' ? undefined : value;
	};
	return {
		variable,
		secretVariable(name) {
			const value = variable(name);
			if (value !== undefined)
				hide(`The credential in ${name}`, value);
			return value;
		},
		exported(name) {
			const value = variable(name);
			return value !== undefined && (0,_export_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isExported */ .g4)(variable(_export_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .EXPORT_MARK */ .vJ), name, value);
		},
		mask: (secret) => hide('The credential', secret),
		secretFile(path) {
			let text;
			try {
				text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
			}
			catch (error) {
				if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
					return undefined;
				throw error;
			}
			if (text.trim().length >= _secret_forms_js__WEBPACK_IMPORTED_MODULE_2__/* .SHORTEST_FORM */ .Ye)
				mask(text);
			return text;
		},
		platform: process.platform,
		identityTokens: variable('ACTIONS_ID_TOKEN_REQUEST_URL') !== undefined &&
			variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') !== undefined,
		emptyCredentialHint,
	};
}


/***/ }),

// ./src/request/inputs.ts
/***/ 4332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Dr: () => (/* binding */ findMisspelt),
  Ds: () => (/* binding */ isOfEveryType),
  Vc: () => (/* binding */ inputsOf),
  Xy: () => (/* binding */ isInput),
  nearestName: () => (/* binding */ nearestName)
});
/* unused harmony export VERBS */
var _suggestion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8533);

const VERBS = ['create', 'list', 'revoke', 'update', 'sweep'];
const of = (...verbs) => ({ verbs, everyType: true });
const ofSomeTypes = (...verbs) => ({ verbs, everyType: false });
const INPUTS = {
	type: of(...VERBS),
	token_id: of('revoke', 'update'),
	grants: of('create', 'update'),
	replace: of('update'),
	expires_in: of('create', 'update'),
	expires_at: of('create', 'update'),
	time_zone: of('create', 'update'),
	drop_expiry: of('update'),
	name: of('create', 'update'),
	description: of('create', 'update'),
	clear: of('update'),
	repository: of('list'),
	run: of('list'),
	job: of('list'),
	expired: of('list'),
	all: of('list'),
	scope: of('sweep'),
	grace: of('sweep'),
	max_revocations: of('sweep'),
	url: ofSomeTypes(...VERBS),
	credential: ofSomeTypes(...VERBS),
	credential_id: ofSomeTypes(...VERBS),
	actor: ofSomeTypes('create'),
	org: ofSomeTypes(...VERBS),
	user: ofSomeTypes(...VERBS),
	workspace: ofSomeTypes(...VERBS),
	audience: ofSomeTypes(...VERBS),
	status: ofSomeTypes('create', 'update'),
	token_file: of('create'),
	token_file_format: of('create'),
	export_env: of('create'),
	revoke: of('create'),
	on_revoke_failure: of('create'),
	foreign: of('revoke', 'update'),
	github_token: of('sweep'),
	timeout: of(...VERBS),
	summary: of(...VERBS),
	dry_run: of('create', 'update', 'sweep'),
};
function isInput(name) {
	return Object.hasOwn(INPUTS, name);
}
const INPUT_NAMES = Object.keys(INPUTS).filter(isInput);
function inputsOf(verb) {
	return INPUT_NAMES.filter((name) => INPUTS[name].verbs.includes(verb));
}
function isOfEveryType(input) {
	return INPUTS[input].everyType;
}
function findMisspelt(names, verb) {
	const inputs = inputsOf(verb);
	return names.flatMap((name) => {
		const input = inputs.some((known) => known === name) ? undefined : nearestName(name, inputs);
		if (input !== undefined) {
			return [{ input: name, message: `there is no input of this name. Did you mean ${input}? If so, rename it` }];
		}
		const others = inputs.some((known) => known === name) ? [] : verbsOf(name);
		if (others.length === 0)
			return [];
		return [{ input: name, message: `this is an input of ${others.join(' and ')}, and of nothing else; remove it` }];
	});
}
const OTHER_WORDS = new Map([
	...['ttl', 'lifetime', 'duration', 'validity', 'expiration', 'expiry', 'expiresafter', 'expireafter'].map((word) => [word, 'expiresin']),
	...['permissions', 'permission', 'scopes', 'policies'].map((word) => [word, 'grants']),
	...['parenttoken', 'apitoken', 'apikey'].map((word) => [word, 'credential']),
	...['host', 'endpoint', 'server'].map((word) => [word, 'url']),
]);
const COMMON_NAMES = new Set(['all', 'github_token', 'job', 'repository', 'run']);
function verbsOf(name) {
	return isInput(name) && !COMMON_NAMES.has(name) ? INPUTS[name].verbs : [];
}
const SHORTEST_BEGINNING = 6;
function nearestName(text, names) {
	const written = lettersOf(text);
	const candidates = new Map(names.map((name) => [lettersOf(name), name]));
	const other = candidates.get(OTHER_WORDS.get(written) ?? '');
	if (other !== undefined)
		return other;
	const found = (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(written, candidates.keys(), 6);
	if (found !== undefined)
		return candidates.get(found);
	const words = wordsOf(text);
	return names.find((name) => wordsOf(name) === words || (written.length >= SHORTEST_BEGINNING && lettersOf(name).startsWith(written)));
}
function lettersOf(name) {
	return name.toLowerCase().replace(/[^a-z\d]/g, '');
}
function wordsOf(name) {
	return name
		.toLowerCase()
		.split(/[^a-z\d]+/)
		.toSorted()
		.join(' ');
}


/***/ }),

// ./src/host/export-mark.ts
/***/ 8094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  DU: () => (/* binding */ addExportMark),
  g4: () => (/* binding */ isExported),
  uR: () => (/* binding */ newExportMark),
  vJ: () => (/* binding */ EXPORT_MARK)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const EXPORT_MARK = 'MINT_TOKEN_EXPORTED';
const MARK_OF_ONE_MINT = /^[0-9a-f]{32}(?:\.[0-9a-f]{32})+$/;
function newExportMark(variables) {
	const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
	return [key, ...Object.entries(variables).map(([name, value]) => hashOf(key, name, value))].join('.');
}
function addExportMark(earlier, mark) {
	return [...marksIn(earlier), mark].join(' ');
}
function isExported(marks, name, value) {
	return marksIn(marks).some((mark) => {
		const [key = '', ...hashes] = mark.split('.');
		return hashes.includes(hashOf(key, name, value));
	});
}
function marksIn(text = '') {
	return text.split(' ').filter((mark) => MARK_OF_ONE_MINT.test(mark));
}
function hashOf(key, name, value) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(`${name}=${value.trim()}`).digest('hex').slice(0, 32);
}


/***/ }),

// ./src/request/encoded-text.ts
/***/ 8887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ noteOnEncoded)
});
var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

function decodedOf(text) {
	const percent = text.replace(/~(?=[0-9A-F]{2})/g, '%');
	try {
		const decoded = decodeURIComponent(percent);
		return decoded === percent ? undefined : decoded;
	}
	catch {
		return undefined;
	}
}
function noteOnEncoded(names) {
	const encoded = [...new Set(names)].flatMap((name) => {
		const decoded = decodedOf(name);
		return decoded === undefined ? [] : [`${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} (${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(decoded)}?)`];
	});
	if (encoded.length === 0)
		return undefined;
	const more = encoded.length > MOST_SHOWN ? `, and ${encoded.length - MOST_SHOWN} more` : '';
	return `encoded text is taken literally: ${encoded.slice(0, MOST_SHOWN).join(', ')}${more}. Write names as they are, not as they stand in a URL.`;
}
const MOST_SHOWN = 5;


/***/ }),

// ./src/runner/asked-host.ts + 1 modules
/***/ 5074:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ openAskedHost)
});

var actions_origin = __webpack_require__(6456);
var hidden_secrets = __webpack_require__(8788);
var proxy_secrets = __webpack_require__(6766);
var network = __webpack_require__(49);
var proxy = __webpack_require__(7856);
var log = __webpack_require__(7708);
var masks = __webpack_require__(6555);
var open_ports = __webpack_require__(2305);
var surroundings = __webpack_require__(1327);
var run_context = __webpack_require__(2825);
;// CONCATENATED MODULE: ./src/runner/surroundings.ts





function readSurroundings(environment, trust) {
	return (0,surroundings/* openSurroundings */.E)(environment, {
		hide(what, text) {
			for (const notice of (0,hidden_secrets/* hideSecrets */.s)([{ what, text }], masks/* maskSecret */.$))
				(0,log/* tell */.qz)(notice);
		},
		mask: masks/* maskSecret */.$,
		emptyCredentialHint: trust.withoutSecrets ?? run_context/* SECRET_NOT_PASSED */.i,
	});
}

;// CONCATENATED MODULE: ./src/runner/asked-host.ts









function openAskedHost(environment, trust) {
	return {
		...log/* runnerLog */.t1,
		origin: (0,actions_origin/* readActionsOrigin */.Q)(environment),
		surroundings: readSurroundings(environment, trust),
		hide(secrets) {
			for (const notice of (0,hidden_secrets/* hideSecrets */.s)(secrets, masks/* maskSecret */.$))
				(0,log/* tell */.qz)(notice);
		},
		ambientSecrets: () => (0,proxy_secrets/* proxySecrets */.W)((0,proxy/* readProxies */.r)(environment)),
		openPorts: async (timeout, stop) => (0,open_ports/* openRunnerPorts */.l)(timeout, stop, await (0,network/* readNetwork */.L)(environment, log/* tell */.qz), environment),
	};
}


/***/ }),

// ./src/runner/command-file-error.ts
/***/ 3849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ explainCommandFileError)
});
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

function explainCommandFileError(error) {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code !== 'EACCES' && code !== 'EPERM')
		return (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
	const user = process.getuid === undefined ? '' : ` (${process.getuid()})`;
	return `${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}. It belongs to another user than the one that this process runs as${user}. In a job with a container the usual cause is its options: --user; remove that, or name the user of the runner there`;
}


/***/ }),

// ./src/runner/inputs.ts
/***/ 9205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  iN: () => (/* binding */ askedOf)
});
/* unused harmony exports readInputs, givenInputs */
function readInputs(environment) {
	return (name) => {
		const value = environment[`INPUT_${name.toUpperCase()}`];
		return value === undefined || value.trim() === '' ? undefined : value;
	};
}
const PREFIX = 'INPUT_';
function givenInputs(environment) {
	return Object.entries(environment)
		.filter(([name, value]) => name.startsWith(PREFIX) && value !== undefined && value.trim() !== '')
		.map(([name]) => name.slice(PREFIX.length).toLowerCase());
}
function askedOf(environment) {
	return { inputs: readInputs(environment), names: () => givenInputs(environment) };
}


/***/ }),

// ./src/runner/run-context.ts
/***/ 2825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ readTrust),
  i: () => (/* binding */ SECRET_NOT_PASSED)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function readTrust(environment) {
	const event = environment['GITHUB_EVENT_NAME'] ?? '';
	const isOfFork = EVENTS_OF_FORKS.has(event) && isFromFork(environment, event);
	const holdsSecrets = event === 'pull_request_target' || event === 'workflow_run';
	const ofFork = isOfFork && !holdsSecrets ? WITHOUT_SECRETS_AS_FORK : undefined;
	return {
		forkWithSecrets: isOfFork && holdsSecrets ? warningOfFork(event) : warningOfComment(environment, event),
		withoutSecrets: environment['GITHUB_ACTOR'] === 'dependabot[bot]' ? WITHOUT_SECRETS_AS_DEPENDABOT : ofFork,
	};
}
function warningOfFork(event) {
	return `this run was started by ${event} from a fork and holds secrets: if any later step runs the fork's code, that code can read the token. Mint in a workflow that does not check out the fork`;
}
function warningOfComment(environment, event) {
	if (event !== 'issue_comment')
		return undefined;
	const payload = readEvent(environment['GITHUB_EVENT_PATH']);
	const atIssue = member(payload, 'issue') !== undefined && member(payload, 'issue', 'pull_request') === undefined;
	if (atIssue)
		return undefined;
	return "this run was started by a comment on a pull request (issue_comment) and holds secrets: if any later step runs the code of the pull request, which may be a fork's, that code can read the token. Mint in a workflow that does not check it out";
}
const WITHOUT_SECRETS_AS_FORK = 'GitHub gives no secrets to pull requests from forks; skip the step for them with `if: github.event.pull_request.head.repo.full_name == github.repository`.';
const WITHOUT_SECRETS_AS_DEPENDABOT = "Runs started by Dependabot get only the secrets stored for Dependabot; store it there too, or skip the step with `if: github.actor != 'dependabot[bot]'`.";
const SECRET_NOT_PASSED = 'A secret that is stored may be empty all the same: a reusable workflow has those that its caller passes (`secrets: inherit`, or one by one), and one of an environment is for jobs that name it (`environment:`).';
const EVENTS_OF_FORKS = new Set([
	'pull_request',
	'pull_request_review',
	'pull_request_review_comment',
	'pull_request_target',
	'workflow_run',
]);
function isFromFork(environment, event) {
	const payload = readEvent(environment['GITHUB_EVENT_PATH']);
	const source = event === 'workflow_run'
		? member(payload, 'workflow_run', 'head_repository', 'full_name')
		: member(payload, 'pull_request', 'head', 'repo', 'full_name');
	return source === undefined || source !== environment['GITHUB_REPOSITORY'];
}
function readEvent(path) {
	if (path === undefined || path === '')
		return undefined;
	try {
		return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
	}
	catch {
		return undefined;
	}
}
function member(value, ...names) {
	return names.reduce((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), value);
}


/***/ }),

// ./src/runner/summary.ts
/***/ 1070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Sy: () => (/* binding */ writeSummary),
  qy: () => (/* binding */ writeTable)
});
/* unused harmony export plainMarkdown */
var core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(841);
var _command_file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3849);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7708);
var _host_plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4024);




const MOST_VALUES = 100;
const LONGEST_VALUE = 1_000;
function writeSummary(title, rows) {
	const lines = [
		`### ${plainMarkdown(title)}`,
		'',
		'| | |',
		'| --- | --- |',
		...rows
			.filter(([, values]) => values.length > 0)
			.map(([heading, values]) => `| ${plainMarkdown(heading)} | ${cell(values)} |`),
		'',
	];
	addToSummary(lines);
}
const LARGEST_TABLE = 500_000;
function writeTable({ title, headings, count, conclusion }, rows) {
	const lines = [];
	let size = 0;
	for (const row of rows) {
		const line = tableLine(row);
		size += line.length;
		if (size > LARGEST_TABLE)
			break;
		lines.push(line);
	}
	const more = count - lines.length;
	addToSummary([
		`### ${plainMarkdown(title)}`,
		'',
		...(lines.length === 0
			? []
			: [
				tableLine(headings),
				tableLine(headings.map(() => '---'), String),
				...lines,
				'',
			]),
		...(more === 0 ? [] : [`and ${more} more`, '']),
		plainMarkdown(conclusion),
		'',
	]);
}
function tableLine(cells, print = plainMarkdown) {
	return `| ${cells.map(print).join(' | ')} |`;
}
function addToSummary(lines) {
	try {
		(0,core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_0__/* .issueFileCommand */ .n)('STEP_SUMMARY', lines.join('\n'));
	}
	catch (error) {
		(0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .annotateWarning */ .tf)(`The job summary could not be written: ${(0,_command_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainCommandFileError */ .v)(error)}`);
	}
}
function cell(values) {
	const shown = values.slice(0, MOST_VALUES).map(plainMarkdown);
	const more = values.length - shown.length;
	return [...shown, ...(more === 0 ? [] : [`and ${more} more`])].join('<br>');
}
function plainMarkdown(text) {
	return (0,_host_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .w)(text, LONGEST_VALUE).replace(/[!-+<>?-@[-`{-~]|:(?=\/)|\.(?=\S)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}


/***/ }),

// ./src/verbs/outcome.ts
/***/ 9194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ exitStatusOf)
});
var _host_process_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4575);

function exitStatusOf(outcome) {
	if (outcome.kind === 'stopped')
		return (0,_host_process_end_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodeOf */ .FO)(outcome.signal);
	return outcome.kind === 'done' ? 0 : 1;
}


/***/ }),

// ./node_modules/@actions/core/lib/file-command.js + 1 modules
/***/ 841: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		__webpack_require__.d(__webpack_exports__, {
			n: () => (issueFileCommand),
			v: () => (prepareKeyValueMessage)
		});
		var external_crypto_ = __webpack_require__(6982);
		var external_fs_ = __webpack_require__(9896);
		var external_os_ = __webpack_require__(857);
		;
		function toCommandValue(input) {
			if (input === null || input === undefined) {
				return "";
			}
			else if (typeof input === "string" || input instanceof String) {
				return input;
			}
			return JSON.stringify(input);
		}
		function toCommandProperties(annotationProperties) {
			if (!Object.keys(annotationProperties).length) {
				return {};
			}
			return {
				title: annotationProperties.title,
				file: annotationProperties.file,
				line: annotationProperties.startLine,
				endLine: annotationProperties.endLine,
				col: annotationProperties.startColumn,
				endColumn: annotationProperties.endColumn
			};
		}
		;
		function issueFileCommand(command, message) {
			const filePath = process.env[`GITHUB_${command}`];
			if (!filePath) {
				throw new Error(`Unable to find environment variable for file command ${command}`);
			}
			if (!external_fs_.existsSync(filePath)) {
				throw new Error(`Missing file at path: ${filePath}`);
			}
			external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
				encoding: "utf8"
			});
		}
		function prepareKeyValueMessage(key, value) {
			const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
			const convertedValue = toCommandValue(value);
			if (key.includes(delimiter)) {
				throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
			}
			if (convertedValue.includes(delimiter)) {
				throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
			}
			return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
		}
	}),

// ./src/issuers/credential.ts
/***/ 6915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  L4: () => (/* binding */ findCredential),
  R6: () => (/* binding */ exportedBefore),
  nx: () => (/* binding */ parseCredential)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);

function findCredential(given, surroundings, words, { variable, what }) {
	const input = given('credential');
	if (input !== undefined)
		return read('credential', input, words.fromInput('credential'));
	const ambient = surroundings.secretVariable(variable);
	if (ambient === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input: 'credential', message: missing(what, variable, surroundings, words) });
	if (surroundings.exported(variable)) {
		const instead = `Give the parent in the input, as in ${words.secretSetting('credential', 'PARENT')}`;
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)(exportedBefore(variable, 'so it holds a minted token and not the parent', instead, words));
	}
	return read(variable, ambient, `from the environment variable ${variable}`);
	function read(place, text, origin) {
		if (text.trim() === '')
			return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input: place, message: missing(what, variable, surroundings, words) });
		const secret = parseCredential(place, text);
		if (!secret.ok)
			return secret;
		surroundings.mask(secret.value);
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)({ secret: secret.value, source: `credential: ${origin}` });
	}
}
function parseCredential(input, text) {
	const secret = text.trim();
	if (secret === '')
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input, message: 'the value is empty' });
	if (/[\r\n]/.test(secret)) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input, message: 'the value has more than one line; expected one credential on one line' });
	}
	if (!/^[\x20-\x7e]+$/.test(secret)) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
			input,
			message: 'the value holds a control character or one outside ASCII, which no header can carry; copy it again',
		});
	}
	const scheme = /^(?:Token|Bearer|Basic)(?= )/i.exec(secret);
	if (scheme !== null) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
			input,
			message: `the value begins with "${scheme[0]} "; expected the credential alone, without the word of the header`,
		});
	}
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(secret);
}
function exportedBefore(variable, holds, instead, words) {
	return {
		input: variable,
		message: `an earlier mint of this ${words.work} exported this variable, ${holds}. ${instead}, or mint without ${words.input('export_env')}`,
	};
}
function missing(what, variable, { emptyCredentialHint }, words) {
	const hint = emptyCredentialHint === '' ? '' : ` ${emptyCredentialHint}`;
	return `${what} is needed, and none is given; set ${words.secretSetting('credential', 'PARENT')} or the environment variable ${variable}.${hint}`;
}


/***/ }),

};

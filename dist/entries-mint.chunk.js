"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/mint.ts + 11 modules
/***/ 1584:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


var process_end = __webpack_require__(4575);
;// CONCATENATED MODULE: ./src/runner/inputs.ts
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

var actions_origin = __webpack_require__(6456);
var hidden_secrets = __webpack_require__(8788);
var proxy_secrets = __webpack_require__(6766);
var http_network = __webpack_require__(4079);
var proxy = __webpack_require__(7856);
var notice = __webpack_require__(7440);
var lease_record = __webpack_require__(4501);
var external_crypto_ = __webpack_require__(6982);
var external_fs_ = __webpack_require__(9896);
var external_os_ = __webpack_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
	if (input === null || input === undefined) {
		return '';
	}
	else if (typeof input === 'string' || input instanceof String) {
		return input;
	}
	return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
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
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) {
		throw new Error(`Unable to find environment variable for file command ${command}`);
	}
	if (!external_fs_.existsSync(filePath)) {
		throw new Error(`Missing file at path: ${filePath}`);
	}
	external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
		encoding: 'utf8'
	});
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	// These should realistically never happen, but just in case someone finds a
	// way to exploit uuid generation let's not allow keys or values that contain
	// the delimiter.
	if (key.includes(delimiter)) {
		throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	}
	if (convertedValue.includes(delimiter)) {
		throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	}
	return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
var external_node_fs_ = __webpack_require__(3024);
var lifetime = __webpack_require__(8746);
var shown_text = __webpack_require__(4278);
;// CONCATENATED MODULE: ./src/runner/command-file-error.ts

function explainCommandFileError(error) {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code !== 'EACCES' && code !== 'EPERM')
		return (0,shown_text/* messageOf */.bD)(error);
	const user = process.getuid === undefined ? '' : ` (${process.getuid()})`;
	return `${(0,shown_text/* messageOf */.bD)(error)}. It belongs to another user than the one that this process runs as${user}. In a job with a container the usual cause is its options: --user; remove that, or name the user of the runner there`;
}

var masks = __webpack_require__(6555);
var state = __webpack_require__(6003);
;// CONCATENATED MODULE: ./src/runner/save-state.ts



function reserveState() {
	saveState(state/* EMPTY_STATE */.W);
}
function saveState(values) {
	const lines = Object.entries(values).map(([name, value]) => prepareKeyValueMessage(name, value));
	try {
		issueFileCommand('STATE', lines.join('\n'));
	}
	catch (error) {
		throw new Error(`the state file of the runner (GITHUB_STATE) cannot be written: ${explainCommandFileError(error)}. Without it post could not end a token, so none is handed on`, { cause: error });
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
	issueFileCommand(command, pairs.map(([name, value]) => prepareKeyValueMessage(name, value)).join('\n'));
}
function openCommandFile(command) {
	const path = process.env[`GITHUB_${command}`];
	if (path === undefined || path === '')
		throw new Error(`the runner gave no file in GITHUB_${command}`);
	try {
		(0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND));
	}
	catch (error) {
		throw new Error(`the runner's file in GITHUB_${command} cannot be written: ${explainCommandFileError(error)}`, {
			cause: error,
		});
	}
	const { size } = (0,external_node_fs_.statSync)(path);
	return () => {
		if ((0,external_node_fs_.statSync)(path).size > size)
			(0,external_node_fs_.truncateSync)(path, size);
	};
}

var log = __webpack_require__(7708);
var open_ports = __webpack_require__(2305);
;// CONCATENATED MODULE: ./src/runner/run-context.ts

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
		return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
	}
	catch {
		return undefined;
	}
}
function member(value, ...names) {
	return names.reduce((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), value);
}

var plain_text = __webpack_require__(4024);
;// CONCATENATED MODULE: ./src/runner/summary.ts




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
		issueFileCommand('STEP_SUMMARY', lines.join('\n'));
	}
	catch (error) {
		(0,log/* annotateWarning */.tf)(`The job summary could not be written: ${explainCommandFileError(error)}`);
	}
}
function cell(values) {
	const shown = values.slice(0, MOST_VALUES).map(plainMarkdown);
	const more = values.length - shown.length;
	return [...shown, ...(more === 0 ? [] : [`and ${more} more`])].join('<br>');
}
function plainMarkdown(text) {
	return (0,plain_text/* plainText */.w)(text, LONGEST_VALUE).replace(/[!-+<>?-@[-`{-~]|:(?=\/)|\.(?=\S)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

var surroundings = __webpack_require__(1327);
;// CONCATENATED MODULE: ./src/runner/surroundings.ts




function readSurroundings(environment, trust) {
	return (0,surroundings/* openSurroundings */.E)(environment, {
		hide(what, text) {
			for (const notice of (0,hidden_secrets/* hideSecrets */.s)([{ what, text }], masks/* maskSecret */.$))
				(0,log/* tell */.qz)(notice);
		},
		mask: masks/* maskSecret */.$,
		emptyCredentialHint: trust.withoutSecrets ?? '',
	});
}

;// CONCATENATED MODULE: ./src/runner/mint-host.ts















function openMintHost(environment) {
	const trust = readTrust(environment);
	const temporaryFolder = environment['RUNNER_TEMP'] || undefined;
	return {
		...log/* runnerLog */.t1,
		origin: (0,actions_origin/* readActionsOrigin */.Q)(environment),
		surroundings: readSurroundings(environment, trust),
		tokenFilePlace: {
			folder: temporaryFolder,
			called: 'RUNNER_TEMP',
			workspace: environment['GITHUB_WORKSPACE'] || undefined,
		},
		reserve: reserveState,
		hide(secrets) {
			for (const notice of (0,hidden_secrets/* hideSecrets */.s)(secrets, masks/* maskSecret */.$))
				(0,log/* tell */.qz)(notice);
		},
		ambientSecrets: () => (0,proxy_secrets/* proxySecrets */.W)((0,proxy/* readProxies */.r)(environment)),
		notices: () => (trust.forkWithSecrets === undefined ? [] : [(0,notice/* warning */.$)(trust.forkWithSecrets)]),
		openPorts: async (timeout, stop) => (0,open_ports/* openRunnerPorts */.l)(timeout, stop, await (0,http_network/* readNetwork */.L)(environment, log/* tell */.qz), environment),
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
		summarize: writeSummary,
	};
}

var create = __webpack_require__(649);
;// CONCATENATED MODULE: ./src/verbs/outcome.ts

function exitStatusOf(outcome) {
	if (outcome.kind === 'stopped')
		return (0,process_end/* exitCodeOf */.FO)(outcome.signal);
	return outcome.kind === 'done' ? 0 : 1;
}

;// CONCATENATED MODULE: ./src/entries/mint.ts





const stop = (0,process_end/* listenForStop */.rr)();
void (0,create/* create */.v)(askedOf(process.env), openMintHost(process.env), stop).then((outcome) => (0,process_end/* endProcess */.JZ)(exitStatusOf(outcome)));


/***/ }),

};

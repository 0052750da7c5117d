"use strict";
exports.ids = [];
exports.modules = {

// ./src/host/results-text.ts
/***/ 8442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ csvText),
  s: () => (/* binding */ jsonText)
});
var _known_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6121);
var _plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4024);


function* jsonText(elements) {
	let before = '[';
	for (const element of elements) {
		yield `${before}\n${jsonLine(element)}`;
		before = ',';
	}
	yield before === '[' ? '[]' : '\n]';
}
function jsonLine(element) {
	const text = JSON.stringify(element, (_, value) => (typeof value === 'string' ? (0,_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(value) : value));
	return text.replaceAll('##[', '##\\u005b').replace(UNSEEN, escaped);
}
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function escaped(character) {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
const LONGEST_CELL = 32_000;
function* csvText(rows) {
	for (const row of rows)
		yield `${row.map(csvCell).join(',')}\n`;
}
function csvCell({ text, exact }) {
	const plain = exact === true ? (0,_known_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text) : withoutFormula((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(text, LONGEST_CELL));
	return /[",\r\n]|^[:\s]|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
function withoutFormula(text) {
	return /^[=+\-@]/.test(text) ? `'${text}` : text;
}


/***/ }),

// ./src/host/table-text.ts
/***/ 8680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ tableText)
});
var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4024);

const LONGEST_CELL = 60;
const GAP = '  ';
function tableText(headings, rows) {
	const cells = [headings, ...rows].map((row) => row.map((cell) => (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(cell, LONGEST_CELL)));
	const widths = headings.map((_, column) => Math.max(...cells.map((row) => lengthOf(row[column] ?? ''))));
	return cells.map((row) => row
		.map((cell, column) => `${cell}${' '.repeat((widths[column] ?? 0) - lengthOf(cell))}`)
		.join(GAP)
		.trimEnd());
}
function lengthOf(text) {
	return [...text].length;
}


/***/ }),

// ./src/runner/admin-host.ts + 1 modules
/***/ 8289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ openAdminHost)
});

var asked_host = __webpack_require__(5074);
var file_command = __webpack_require__(841);
var external_node_fs_ = __webpack_require__(3024);
var external_node_path_ = __webpack_require__(6760);
var results_text = __webpack_require__(8442);
var table_text = __webpack_require__(8680);
var shown_text = __webpack_require__(4278);
var command_file_error = __webpack_require__(3849);
var log = __webpack_require__(7708);
var runner_summary = __webpack_require__(1070);
;// CONCATENATED MODULE: ./src/runner/deliver-results.ts









const MOST_ROWS = 200;
const LONGEST_OUTPUT = 256 * 1024;
function deliverResults({ table, values, json, csv, summary }, temporaryFolder) {
	const rows = firstOf(table.rows, MOST_ROWS);
	for (const line of showTable(table, rows))
		(0,log/* say */.cv)(line);
	const outputs = [
		...values,
		...documentOutput('json', (0,results_text/* jsonText */.s)(json), temporaryFolder),
		...(csv === undefined ? [] : documentOutput('csv', (0,results_text/* csvText */.k)(csv), temporaryFolder)),
	];
	try {
		(0,file_command/* issueFileCommand */.n)('OUTPUT', outputs.map(([name, value]) => (0,file_command/* prepareKeyValueMessage */.v)(name, value)).join('\n'));
	}
	catch (error) {
		throw new Error(`the outputs could not be set: ${(0,command_file_error/* explainCommandFileError */.v)(error)}`, { cause: error });
	}
	if (summary)
		(0,runner_summary/* writeTable */.qy)(table, rows);
}
function showTable({ headings, count, conclusion }, rows) {
	const more = count - rows.length;
	return [
		...(rows.length === 0 ? [] : (0,table_text/* tableText */.q)(headings, rows)),
		...(more === 0 ? [] : [`and ${more} more`]),
		conclusion,
	];
}
function firstOf(items, most) {
	const first = [];
	for (const item of items) {
		if (first.length === most)
			break;
		first.push(item);
	}
	return first;
}
function documentOutput(name, parts, folder) {
	let held = [];
	let bytes = 0;
	let written = 0;
	let file;
	const write = () => {
		file ??= makeFile(name, folder);
		(0,external_node_fs_.writeSync)(file.descriptor, held.join(''));
		held = [];
		written = bytes;
	};
	try {
		for (const part of parts) {
			bytes += Buffer.byteLength(part);
			held.push(part);
			if (bytes - written > LONGEST_OUTPUT)
				write();
		}
		if (file !== undefined)
			write();
	}
	finally {
		if (file !== undefined)
			(0,external_node_fs_.closeSync)(file.descriptor);
	}
	return file === undefined ? [[name, held.join('')]] : [[`${name}_file`, file.path]];
}
function makeFile(name, folder) {
	if (folder === undefined) {
		throw new Error(`the output ${name} is longer than ${LONGEST_OUTPUT} bytes, and the runner names no folder for files in RUNNER_TEMP`);
	}
	const { randomBytes } = process.getBuiltinModule('node:crypto');
	const path = (0,external_node_path_.join)(folder, `mint-token-${randomBytes(8).toString('hex')}.${name}`);
	try {
		return { path, descriptor: (0,external_node_fs_.openSync)(path, 'wx', 0o600) };
	}
	catch (error) {
		throw new Error(`the file for the output ${name} could not be made: ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
	}
}

var run_context = __webpack_require__(2825);
;// CONCATENATED MODULE: ./src/runner/admin-host.ts



function openAdminHost(environment) {
	return {
		...(0,asked_host/* openAskedHost */.j)(environment, (0,run_context/* readTrust */.b)(environment)),
		deliver: (results) => deliverResults(results, environment['RUNNER_TEMP'] || undefined),
	};
}


/***/ }),

// ./src/lease/listed-token.ts
/***/ 7069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  JN: () => (/* binding */ markerOfToken),
  _5: () => (/* binding */ isUnchanged),
  am: () => (/* binding */ isSameValue),
  kv: () => (/* binding */ endOfToken),
  oj: () => (/* binding */ tokenJson)
});
var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2790);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8746);


function markerOfToken({ description }) {
	const read = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readDescription */ .XF)(description ?? '');
	return read.kind === 'marked' ? read.marker : undefined;
}
function endOfToken(token) {
	const { expiresAt } = token;
	return expiresAt === undefined ? markerOfToken(token)?.expiresAt : expiresAt === 'never' ? undefined : expiresAt;
}
function isUnchanged(listed, now) {
	return canonical(listed) === canonical(now);
}
function isSameValue(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(value) {
	if (Array.isArray(value))
		return `[${value.map(canonical).toSorted().join(',')}]`;
	if (value === undefined)
		return 'undefined';
	if (typeof value !== 'object' || value === null)
		return JSON.stringify(value);
	const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
	return `{${members.toSorted().join(',')}}`;
}
function tokenJson(token) {
	const { id, type, name, description, status, createdAt, grants } = token;
	const marker = markerOfToken(token);
	const end = endOfToken(token);
	return {
		id,
		type,
		...known({
			name,
			description,
			status,
			created_at: createdAt === undefined ? undefined : (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r4)(createdAt),
			expires_at: end === undefined ? undefined : (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInstant */ .r4)(end),
		}),
		...(grants === undefined ? {} : { grants }),
		...(marker === undefined ? {} : { origin: originJson(marker), lease: marker.leaseId }),
	};
}
function originJson({ origin }) {
	const { at, by, repository, run, attempt, job } = origin;
	return known({ at, by, repository, run, attempt, job });
}
function known(members) {
	const told = {};
	for (const name in members) {
		const value = members[name];
		if (value !== undefined && value !== '')
			told[name] = value;
	}
	return told;
}


/***/ }),

// ./src/verbs/admin-order.ts
/***/ 564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ isOfKind),
  y: () => (/* binding */ readAdminOrder)
});
var _issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1586);
var _request_choice_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1378);
var _request_input_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99);
var _request_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4332);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8746);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4278);
var _request_suggestion_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8533);
var _request_timeout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9034);









function isOfKind({ type }, kind) {
	return kind.types.includes(type) || type === kind.type;
}
const TIMEOUTS = {
	list: 30 * _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .MINUTE */ .pY,
	sweep: 30 * _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .MINUTE */ .pY,
	revoke: 2 * _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .MINUTE */ .pY,
	update: 2 * _request_lifetime_js__WEBPACK_IMPORTED_MODULE_3__/* .MINUTE */ .pY,
};
async function readAdminOrder(verb, asked, host, readWish, uses = []) {
	const { inputs } = asked;
	hideWhatIsGiven(inputs, host);
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .collectProblems */ .vX)();
	problems.push(...(0,_request_input_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .checkForm */ .Hj)(verb, inputs));
	const kind = take(await findKind(verb, inputs('type')?.trim()));
	if (kind !== undefined) {
		problems.push(...(0,_request_input_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .checkUse */ .ki)(verb, kind.type, [...kind.finder.inputs, ...uses], inputs, host.words));
	}
	const wish = take(await readWish(inputs, kind));
	const found = kind === undefined ? undefined : take(kind.finder.findAccess(inputs, host.surroundings, host.words));
	const timeout = take((0,_request_timeout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTimeout */ .Z)(inputs, TIMEOUTS[verb]));
	const summary = take((0,_request_choice_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBoolean */ .y)('summary', inputs, true));
	const misspelt = (0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .findMisspelt */ .Dr)(asked.names(), verb);
	if (kind === undefined ||
		found?.openIssuedTokens === undefined ||
		wish === undefined ||
		timeout === undefined ||
		summary === undefined ||
		problems.length + misspelt.length > 0) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(...misspelt, ...(0,_request_input_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutConsequences */ .Ro)(verb, problems, inputs).toSorted(byPlaceOf(verb)));
	}
	const { openIssuedTokens } = found;
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)({ kind, found, openIssuedTokens, timeout: timeout * 1000, summary, wish });
}
function hideWhatIsGiven(inputs, host) {
	const credential = inputs('credential');
	host.hide([
		...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
		...host.ambientSecrets(),
	]);
}
async function findKind(verb, type) {
	const looksThrough = verb === 'list' || verb === 'sweep';
	const kept = _issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .TYPES */ .QE.filter(_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .areKept */ .tG);
	const words = looksThrough
		? [...new Set(kept.flatMap((known) => [known.split('/', 1).join(''), known]))].filter((word) => (0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .typesOf */ .pl)(word).some(_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .areKept */ .tG))
		: kept;
	if (type === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)({ input: 'type', message: `it is not given; expected one of ${words.join(', ')}` });
	}
	const types = looksThrough ? (0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .typesOf */ .pl)(type) : _issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .TYPES */ .QE.filter((known) => known === type);
	const [first] = types.filter(_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .areKept */ .tG);
	if (first === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .invalid */ .Gq)(wrongType(verb, type, types.length > 0, words));
	const finder = await (0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .loadAccess */ .xf)(first);
	if (finder === undefined)
		throw new Error(`the type ${first} is not reached`);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .valid */ .rZ)({ type, types, finder });
}
function wrongType(verb, type, exists, words) {
	if (exists)
		return { input: 'type', message: NOT_KEPT[verb] };
	const parts = (0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .typesOf */ .pl)(type);
	const hint = parts.length > 0
		? ` ${type} alone names more than one type: write ${parts.join(' or ')}.`
		: (0,_request_suggestion_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(type, words);
	return { input: 'type', message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)(type)}; expected one of ${words.join(', ')}.${hint}` };
}
const NOT_KEPT = {
	list: 'Datasette keeps no list of the tokens that are signed with its secret: the logs of what minted them tell of them, and when each ends',
	sweep: 'Datasette keeps no list of the tokens that are signed with its secret, so there is nothing to sweep: each ends by itself',
	revoke: 'a token that is signed with the secret of a Datasette cannot be revoked: it ends by itself, or with all others when the secret of the server is changed. Mint with a short expires_in',
	update: 'a token that is signed with the secret of a Datasette cannot be changed: mint another one, and let this one end by itself',
};
function byPlaceOf(verb) {
	const inputs = (0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputsOf */ .Vc)(verb);
	const place = ({ input }) => (inputs.includes(input) ? inputs.indexOf(input) : inputs.length);
	return (a, b) => place(a) - place(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}


/***/ }),

// ./src/verbs/administer.ts
/***/ 9334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ administer)
});
var _host_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2106);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2247);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);
var _report_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5743);





async function administer(understood, host, stop, work) {
	try {
		const result = await understood();
		if (!result.ok) {
			(0,_report_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .reportProblems */ .T)(result.problems, 'nothing was done', host);
			return { kind: 'misused' };
		}
		const order = result.value;
		const { kind, found } = order;
		const ports = await host.openPorts(order.timeout, stop);
		host.say(`${kind.finder.title}: tokens of type ${kind.types.join(', ')}`);
		for (const source of found.sources)
			host.say(`  ${source}`);
		for (const notice of found.notices)
			(0,_host_host_js__WEBPACK_IMPORTED_MODULE_3__/* .tell */ .q)(host, notice);
		const tokens = await order.openIssuedTokens(ports);
		(0,_lease_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfStopped */ .$J)(stop);
		const done = await work({ order, tokens, ports });
		if (stop.signal !== undefined)
			return { kind: 'stopped', signal: stop.signal };
		return { kind: done ? 'done' : 'failed' };
	}
	catch (error) {
		if (stop.signal !== undefined) {
			host.say(error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .Stopped */ .C9 ? error.message : `stopped by ${stop.signal}: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
			return { kind: 'stopped', signal: stop.signal };
		}
		if (error instanceof _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L && error.problems.length > 0)
			(0,_report_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .reportProblems */ .T)(error.problems, 'nothing was done', host);
		else
			host.fail((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error));
		return { kind: 'failed' };
	}
}


/***/ }),

// ./src/verbs/sweep-scope.ts
/***/ 7991:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $D: () => (/* binding */ forgeOf),
  Sk: () => (/* binding */ parseScope),
  VV: () => (/* binding */ placeIn)
});
var _lease_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2790);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);



const GITHUB = 'github.com';
function forgeOf({ at }) {
	return at ?? GITHUB;
}
function parseScope(text, own, input = 'scope') {
	if (text === '*')
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ kind: 'all' });
	if (/^[^\s/*@]+@[^\s/*@]+$/.test(text))
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ kind: 'repository', forge: own, repository: text });
	const parts = /^(?:(?<forge>[^/\s]*[.:][^/\s]*|localhost)\/(?=.*\/))?(?<owner>[^\s*]+)\/(?<name>\*|[^/\s*]+)$/.exec(text);
	const { forge = own, owner = '', name = '' } = parts?.groups ?? {};
	if (parts === null || owner.split('/').includes('')) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({
			input,
			message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}; expected owner/name for one repository, owner/* for all of an owner, HOST/owner/* for those of another forge, or * for all that is found${input === 'scope' ? ', in a dry run' : ''}`,
		});
	}
	if (name === '*')
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ kind: 'owner', forge: forge.toLowerCase(), owner });
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ kind: 'repository', forge: forge.toLowerCase(), repository: `${owner}/${name}` });
}
function placeIn(scope, own, origin) {
	const forge = scope.kind === 'all' ? own : scope.forge;
	if (!(0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrintedAs */ .le)(forgeOf(origin), 'at', forge)) {
		return (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrintedAs */ .le)(forgeOf(origin), 'at', own) ? 'outside' : 'on another forge';
	}
	return isWithin(scope, origin.repository) ? 'inside' : 'outside';
}
function isWithin(scope, repository) {
	switch (scope.kind) {
		case 'all':
			return true;
		case 'owner':
			return repository.toLowerCase().startsWith(`${scope.owner.toLowerCase()}/`);
		case 'repository':
			return (repository.toLowerCase() === scope.repository.toLowerCase() ||
				(0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrintedAs */ .le)(repository, 'repository', scope.repository));
	}
}


/***/ }),

// ./src/issuers/namespace/issued-tokens.ts
/***/ 6042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  openIssuedTokens: () => (/* binding */ openIssuedTokens)
});
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);
var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9643);
var _permissions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6924);
var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2332);
var _token_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1878);
var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8129);
var _tokens_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4176);







function openIssuedTokens(access, context, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .openApi */ .Nd)(access, context, ports);
	const isCredential = context.credential === 'bearer' ? undefined : false;
	async function* list() {
		for await (const token of (0,_token_list_js__WEBPACK_IMPORTED_MODULE_2__/* .listTokens */ .d)(api))
			if (!(0,_tokens_js__WEBPACK_IMPORTED_MODULE_4__.isRevoked)(token))
				yield tokenIn(token, isCredential);
	}
	return {
		list,
		async read(ids) {
			const wanted = new Set(ids);
			const found = new Map();
			let missing = { kind: 'absent' };
			try {
				for await (const token of list()) {
					if (wanted.delete(token.id))
						found.set(token.id, { kind: 'read', token });
					if (wanted.size === 0)
						break;
				}
			}
			catch (error) {
				if (error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9)
					throw error;
				missing = { kind: 'unreadable', error, isCredential };
			}
			return ids.map((id) => found.get(id) ?? missing);
		},
		readsList: () => true,
		serverAhead: api.serverAhead,
		revoke: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_4__.revokeToken)(api, id),
		byHand: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_4__.byHand)({ id }, access.endpoint),
	};
}
function tokenIn(fields, isCredential) {
	const permissions = permissionsIn(fields);
	const scope = (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .readScope */ .hx)(fields);
	return {
		id: (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .TH)(fields),
		type: scope === 'TENANT_MEMBERSHIP_SCOPE' ? 'namespace/user' : 'namespace',
		name: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'name') || undefined,
		description: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'description') || undefined,
		status: statusIn(fields),
		createdAt: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .instantOf */ .B9)(fields, 'createdAt'),
		expiresAt: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .instantOf */ .B9)(fields, 'expiresAt') ?? 'never',
		grants: permissions === undefined ? undefined : (0,_permissions_js__WEBPACK_IMPORTED_MODULE_6__/* .grantsOf */ .Rr)(permissions),
		managesTokens: permissions?.some(managesTokens) ?? true,
		isCredential,
	};
}
const STATES = [undefined, 'ACTIVE', 'REVOKED', 'EXPIRED'];
function statusIn(fields) {
	const state = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .memberOf */ .C5)(fields, 'state');
	const name = typeof state === 'number' ? STATES[state] : state;
	return typeof name === 'string' && STATES.includes(name) ? name : undefined;
}
function permissionsIn(fields) {
	try {
		return (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .readPermissions */ .zi)(fields);
	}
	catch {
		return undefined;
	}
}
function managesTokens({ resourceType, actions }) {
	return resourceType === 'token/revokable' && actions.some((action) => MANAGING.has(action));
}
const MANAGING = new Set([_permissions_js__WEBPACK_IMPORTED_MODULE_6__/* .ALL */ .y2, 'create', 'revoke', 'refresh']);


/***/ }),

// ./src/issuers/solarnetwork/issued-tokens.ts
/***/ 9462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  openIssuedTokens: () => (/* binding */ openIssuedTokens)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1102);
var _lease_turn_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7275);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1560);
var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5989);
var _compare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8767);
var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4877);
var _tokens_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(324);









const MOST_IDS = 50;
function openIssuedTokens(access, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .openTokenApi */ .oW)(access, ports);
	const turn = (0,_lease_turn_js__WEBPACK_IMPORTED_MODULE_7__/* .createTurn */ .C)(ports.deadline, () => new Error('the time for everything ended while the list of tokens was looked through'));
	return {
		async *list(mayLack) {
			const { tokens } = await (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .listTokens */ .dh)(api);
			const why = whyHidden(tokens, api);
			if (why !== undefined)
				mayLack(why);
			for (const token of tokens) {
				yield listedOf(token, api);
				await turn();
			}
		},
		async read(ids) {
			const read = [];
			for (let start = 0; start < ids.length; start += MOST_IDS) {
				read.push(...(await readTokens(ids.slice(start, start + MOST_IDS), api)));
			}
			return read;
		},
		readsList: hasComma,
		serverAhead: api.serverAhead,
		revoke: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .revokeToken */ .w$)(api, id),
		byHand: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .byHand */ .XL)(api.endpoint, { id }),
	};
}
const hasComma = (id) => id.includes(',');
async function readTokens(ids, api) {
	try {
		const { tokens } = ids.some(hasComma) ? await (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .listTokens */ .dh)(api) : { tokens: await findTokens(ids, api) };
		const why = whyHidden(tokens, api);
		const missing = (id) => why === undefined ? { kind: 'absent' } : unreadable(id, new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L(why), api);
		const byId = new Map(tokens.map((token) => [token.id, token]));
		return ids.map((id) => {
			const token = byId.get(id);
			return token === undefined ? missing(id) : { kind: 'read', token: listedOf(token, api) };
		});
	}
	catch (error) {
		if (error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .Stopped */ .C9)
			throw error;
		return ids.map((id) => unreadable(id, error, api));
	}
}
function unreadable(id, error, { signingToken }) {
	return { kind: 'unreadable', error, isCredential: id === signingToken.id };
}
async function findTokens(ids, api) {
	const parameters = [
		['identifiers', [...new Set([...ids, api.signingToken.id])].join(',')],
		['tokenTypes', 'ReadNodeData,User'],
		['unique', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()],
	];
	const answer = await api.send({ method: 'GET', path: '/find', parameters, repeat: 'safe' });
	const tokens = (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .readTokensIn */ .iC)((0,_json_fields_js__WEBPACK_IMPORTED_MODULE_8__/* .fieldsOf */ .P)((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .successOf */ .Bu)(answer)?.data)?.['results']);
	if (tokens !== undefined)
		return tokens;
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .successOf */ .Bu)(answer) !== undefined)
		throw new Error(`${answer.what}, but not with a list of tokens`);
	throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .explain */ .WE)(answer, api));
}
function whyHidden(tokens, { signingToken }) {
	const own = tokens.filter(({ id }) => id === signingToken.id);
	if (own.length === 0)
		return `the server shows the credential ${signingToken.id} not even itself`;
	const restricted = own.some(({ policy }) => (0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .restrictingMembers */ .OZ)(policy).length > 0);
	return restricted
		? `a policy restricts the credential ${signingToken.id}, and to such a one the server shows itself and no other`
		: undefined;
}
function listedOf(token, { signingToken }) {
	const { id, type, status, name, description, created, policy } = token;
	return {
		id,
		type: type === 'User' || type === 'ReadNodeData' ? `solarnetwork/${type}` : 'solarnetwork',
		name,
		description,
		status: typeof status === 'string' ? status : undefined,
		createdAt: created,
		expiresAt: (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfPolicy */ .vJ)(policy) ?? 'never',
		grants: grantsOf(policy),
		managesTokens: type !== 'ReadNodeData' && (0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .restrictingMembers */ .OZ)(policy).length === 0,
		isCredential: id === signingToken.id,
	};
}
function grantsOf(policy) {
	const members = Object.entries(policy).filter(([name, value]) => name !== 'notAfter' && isSimple(value));
	return Object.fromEntries(members);
}
function isSimple(value) {
	return Array.isArray(value) ? value.every((item) => typeof item !== 'object') : typeof value !== 'object';
}


/***/ }),

};

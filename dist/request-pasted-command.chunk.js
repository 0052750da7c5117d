"use strict";
exports.ids = [];
exports.modules = {

// ./src/request/pasted-command.ts
/***/ 144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  explainPasted: () => (/* binding */ explainPasted)
});
/* unused harmony export findPasted */
var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

const CREATE_TOKEN = 'datasette create-token';
const NSC = 'nsc token create';
const INFLUX = 'influx auth create';
const S10K = 's10k sec-tokens create';
const list = (key) => (values) => values.map((value) => `${key}: ${value
	.split(/\s*,\s*/)
	.map(word)
	.join(', ')}`);
const word = (value = '') => (/[\s",#]|:$/.test(value) ? JSON.stringify(value) : value);
const OPTIONS = [
	{ tool: CREATE_TOKEN, name: /^(?:-a|--all)$/, takes: 1, line: ([action]) => [`*: ${word(action)}`] },
	{ tool: CREATE_TOKEN, name: /^(?:-d|--database)$/, takes: 2, line: ([db, action]) => [`${word(db)}: ${word(action)}`] },
	{ tool: CREATE_TOKEN, name: /^(?:-r|--resource)$/, takes: 3, line: ([db, of, action]) => [`${word(db)} ${word(of)}: ${word(action)}`] },
	{ tool: NSC, name: /^--grant$/, takes: 1, line: ([json = '']) => [json] },
	{ tool: INFLUX, name: /^--(?:all-access|operator)$/, takes: 0, line: () => [] },
	{ tool: INFLUX, name: /^--(?:read|write)-bucket$/, takes: 1, line: ([id], name) => [`buckets ${word(id)}: ${verbOf(name)}`] },
	{ tool: INFLUX, name: /^--(?:read|write)-users?$/, takes: 0, line: (_, name) => [`users <id>: ${verbOf(name)}`] },
	{ tool: INFLUX, name: /^--(?:read|write)-orgs?$/, takes: 0, line: (_, name) => [`orgs <id>: ${verbOf(name)}`] },
	{ tool: INFLUX, name: /^--(?:read|write)-dbrps?$/, takes: 0, line: (_, name) => [`dbrp *: ${verbOf(name)}`] },
	{ tool: INFLUX, name: /^--(?:read|write)-\w+$/, takes: 0, line: (_, name) => [`${name.replace(/^--\w+-/, '')} *: ${verbOf(name)}`] },
	{ tool: S10K, name: /^-(?:-node-id|node)$/, takes: 1, line: list('node-id') },
	{ tool: S10K, name: /^-(?:-source-id|source)$/, takes: 1, line: list('source-id') },
	{ tool: S10K, name: /^-(?:-min-aggregation|agg)$/, takes: 1, line: list('min-aggregation') },
	{ tool: S10K, name: /^--aggregation$/, takes: 1, line: list('aggregation') },
	{ tool: S10K, name: /^-(?:-min-location-precision|loc)$/, takes: 1, line: list('min-location-precision') },
	{ tool: S10K, name: /^--location-precision$/, takes: 1, line: list('location-precision') },
	{ tool: S10K, name: /^(?:--node-metadata-path|-N)$/, takes: 1, line: list('node-metadata-path') },
	{ tool: S10K, name: /^(?:--user-metadata-path|-U)$/, takes: 1, line: list('user-metadata-path') },
	{ tool: S10K, name: /^(?:--api-path|-A)$/, takes: 1, line: list('api-path') },
	{ tool: S10K, name: /^(?:--refresh-allowed|-r)$/, takes: 0, line: () => ['refresh-allowed: true'] },
];
const BEFORE = /^(?:[$#]\s+)?(?:sudo\s+)?(?:(?:docker(?:\s+compose)?|podman|kubectl)\s+(?:exec|run)\s.{0,200}?\s(?=(?:datasette|nsc|influx|s10k)\s))?/;
const COMMANDS = [
	[/^datasette\s+create-token\s/, CREATE_TOKEN],
	[/^create-token\s/, CREATE_TOKEN],
	[/^nsc\s+token\s+\w/, NSC],
	[/^influx\s+auth\s+\w/, INFLUX],
	[/^s10k\s+(?:sec-)?tokens\s+\w/, S10K],
];
const verbOf = (name) => (name.startsWith('--read') ? 'read' : 'write');
function findPasted(text) {
	const lines = text.split(/\r?\n/);
	for (const [index, source] of lines.entries()) {
		const written = source.trim();
		if (written === '' || written.startsWith('#'))
			continue;
		const at = { line: index + 1, column: source.indexOf(written) + 1 };
		const rest = lines.slice(index).join('\n');
		if (/^['`]\s*[[{]/.test(written))
			return { at, what: 'JSON in quotes', lines: quotedJson(rest) };
		if (/^-(?:\s|$)/.test(written))
			return { at, what: 'a list of YAML', lines: listed(rest) };
		if (/^all[- ]access$/i.test(written))
			return { at, what: "InfluxDB's word for a token with all rights", lines: [] };
		const command = `${written} `.replace(BEFORE, '');
		const tool = COMMANDS.find(([start]) => start.test(command))?.[1];
		if (tool !== undefined && /\s-\S/.test(rest))
			return { at, what: `a command line of ${tool}`, lines: grantsOf(rest).lines };
		const permissions = listedPermissions(written);
		if (permissions !== undefined)
			return { at, what: 'permissions as influx auth list shows them', lines: permissions };
		if (!written.startsWith('-'))
			continue;
		const { tool: known, lines: found } = grantsOf(rest);
		return { at, what: known === undefined ? `an option of a command line` : `an option of ${known}`, lines: found };
	}
	return undefined;
}
const PERMISSION = /^(?<verb>read|write):(?:orgs\/\w{1,32}(?=\/))?\/?(?<type>[a-z]+)(?:\/(?<id>\w{1,32}))?$/i;
function listedPermissions(written) {
	const words = written.replace(/^\[|\]$/g, '').split(/[\s,]+/);
	const found = words.map((text) => PERMISSION.exec(text)?.groups);
	const lines = found.flatMap((groups) => groups === undefined ? [] : [`${groups['type']} ${groups['id'] ?? '*'}: ${groups['verb']?.toLowerCase()}`]);
	return lines.length === words.length ? lines : undefined;
}
function grantsOf(text) {
	const words = wordsOf(text.replace(/\\\r?\n/g, ' '));
	const lines = [];
	let tool;
	for (let index = 0; index < words.length; index++) {
		const [, name = '', joined] = /^(--?[\w-]+)(?:=([\s\S]*))?$/.exec(words[index] ?? '') ?? [undefined, words[index]];
		const values = joined === undefined ? valuesAfter(words, index) : [joined];
		const option = OPTIONS.find((known) => known.name.test(name) && known.takes <= values.length);
		if (option === undefined)
			continue;
		tool ??= option.tool;
		lines.push(...option.line(values.slice(0, option.takes), name));
		if (joined === undefined)
			index += option.takes;
	}
	return { tool, lines };
}
function valuesAfter(words, index) {
	const after = words.slice(index + 1, index + 4);
	const end = after.findIndex((word) => word.startsWith('-'));
	return (end === -1 ? after : after.slice(0, end)).map((word) => word.replace(/:$/, ''));
}
function wordsOf(text) {
	const words = text.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g) ?? [];
	return words.map((word) => word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g, (_, single, double, escaped) => double === undefined ? (single ?? escaped ?? '') : double.replace(/\\(["\\$`])/g, '$1')));
}
function quotedJson(text) {
	return [...text.matchAll(/(['`])\s*([[{][^'`]*[\]}])\s*\1/g)].map(([, , json = '']) => json.replace(/\s*\n\s*/g, ' '));
}
function listed(text) {
	return text
		.split(/^[ \t]*-[ \t]+/m)
		.slice(1)
		.flatMap((item) => grantOfItem(item));
}
function grantOfItem(item) {
	const values = new Map();
	for (const [, key = '', value = ''] of item.matchAll(/["']?\b(\w+)["']?:[ \t]*(\[[^[\]]{0,400}\]|"[^"]{0,400}"|'[^']{0,400}'|[^\s,{}[\]]+)/g)) {
		values.set(key, value.replace(/^["'[]|["'\]]$/g, '').replace(/["']/g, ''));
	}
	const [action, type] = [values.get('action'), values.get('type')];
	if (action !== undefined && type !== undefined) {
		return [`${type} ${values.get('id') ?? values.get('name') ?? '*'}: ${action}`];
	}
	const [resourceType, actions] = [values.get('resource_type'), values.get('actions')];
	if (resourceType !== undefined && actions !== undefined) {
		return [`${resourceType} ${values.get('resource_id') ?? '*'}: ${actions}`];
	}
	const line = item.trim();
	return /^[^\n]+:\s+\S[^\n]*$/.test(line) && values.get('action') === undefined ? [line] : [];
}
const MOST_SHOWN = 10;
function explainPasted(text) {
	const pasted = findPasted(text);
	if (pasted === undefined)
		return undefined;
	const { at, what, lines } = pasted;
	const shown = lines.filter((line) => !(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isInvisible */ .qW)(line) && line.length <= 400);
	const more = shown.length > MOST_SHOWN ? ', and so on' : '';
	const instead = shown.length === 0
		? 'list what the token may do, one grant a line, RESOURCE: ACTION[, ACTION...]'
		: `write ${shown
			.slice(0, MOST_SHOWN)
			.map((line) => `\`${line}\``)
			.join(' and on a new line ')}${more}`;
	const name = what.startsWith('an option') ? '. A name that begins with - is put in double quotes' : '';
	const problem = { input: 'grants', at, message: `this is ${what}, and no grant; ${instead}${name}` };
	return { grants: { form: 'lines', lines: [] }, problems: [problem] };
}


/***/ }),

};

"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/list.ts + 1 modules
/***/ 743:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


var process_end = __webpack_require__(4575);
var admin_host = __webpack_require__(5053);
var inputs = __webpack_require__(9205);
var registry = __webpack_require__(1586);
var listed_token = __webpack_require__(7069);
var marker = __webpack_require__(2790);
var choice = __webpack_require__(1378);
var lifetime = __webpack_require__(8746);
var problem = __webpack_require__(1822);
var shown_text = __webpack_require__(4278);
var administer = __webpack_require__(9334);
var admin_order = __webpack_require__(564);
var sweep_scope = __webpack_require__(7991);
;// CONCATENATED MODULE: ./src/verbs/list.ts










function list(asked, host, stop) {
	return (0,administer/* administer */.V)(() => (0,admin_order/* readAdminOrder */.y)('list', asked, host, (inputs) => readWish(inputs, host)), host, stop, (opened) => showTokens(opened, host));
}
function readWish(inputs, { origin, words }) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const repository = inputs('repository')?.trim() ?? (origin.by === 'terminal' ? '' : origin.repository);
	const scope = repository === ''
		? void problems.push({
			input: 'repository',
			message: `it is not given, and there is no repository that this ${words.work} belongs to; set ${words.setting('repository', 'owner/name')}, owner/*, or * for all`,
		})
		: take((0,sweep_scope/* parseScope */.Sk)(repository, (0,sweep_scope/* forgeOf */.$D)(origin), 'repository'));
	const run = inputs('run')?.trim();
	if (run !== undefined && !/^[^\s/]+(?:\/[^\s/]+)?$/.test(run)) {
		problems.push({
			input: 'run',
			message: `found ${(0,shown_text/* quote */.hD)(run)}; expected the id of a run, as in 1658821493, or with its attempt, as in 1658821493/2`,
		});
	}
	const job = inputs('job')?.trim();
	const expired = inputs('expired') === undefined ? undefined : take((0,choice/* parseBoolean */.y)('expired', inputs, false));
	const all = take((0,choice/* parseBoolean */.y)('all', inputs, false));
	if (all === true && (run !== undefined || job !== undefined)) {
		problems.push({
			input: 'all',
			message: `tokens without our marker belong to no run, and ${words.input(run === undefined ? 'job' : 'run')} is given; remove one of the two`,
		});
	}
	if (problems.length > 0 || scope === undefined || all === undefined)
		return (0,problem/* invalid */.Gq)(...problems);
	return (0,problem/* valid */.rZ)({ repository, scope, run, job, expired, all });
}
async function showTokens({ order, tokens, ports }, host) {
	const { kind, wish, summary } = order;
	for (const type of kind.types.filter((type) => !(0,registry/* areKept */.tG)(type))) {
		host.say(`note: tokens of type ${type} are signed, and in no list`);
	}
	const own = (0,sweep_scope/* forgeOf */.$D)(host.origin);
	const now = ports.clock.now();
	const shown = [];
	let seen = 0;
	try {
		for await (const token of tokens.list((why) => host.warn(`The list may lack tokens: ${why}.`))) {
			seen++;
			const description = (0,marker/* readDescription */.XF)(token.description ?? '');
			if ((0,admin_order/* isOfKind */.Q)(token, kind) && isWanted(token, description, wish, own, now))
				shown.push({ token, description });
		}
	}
	catch (error) {
		throw new Error(seen === 0 ? (0,shown_text/* messageOf */.bD)(error) : `the list broke off after ${seen} tokens: ${(0,shown_text/* messageOf */.bD)(error)}`, {
			cause: error,
		});
	}
	host.deliver({
		table: {
			title: `${kind.finder.title} tokens`,
			headings: COLUMNS,
			rows: mapped(shown, (one) => cellsOf(one).map(({ text }) => text)),
			count: shown.length,
			conclusion: conclusionOf(shown.length, seen, wish),
		},
		values: [['count', String(shown.length)]],
		json: mapped(shown, ({ token }) => (0,listed_token/* tokenJson */.oj)(token)),
		csv: csvOf(shown),
		summary,
	});
	return true;
}
function isWanted(token, description, { scope, run, job, expired, all }, own, now) {
	if (expired !== undefined && expired !== hasEnded(token, now))
		return false;
	switch (description.kind) {
		case 'foreign':
			return all;
		case 'of-later-version':
			return all || (scope.kind === 'all' && run === undefined && job === undefined);
		case 'marked': {
			const { origin } = description.marker;
			const [id = '', attempt] = run?.split('/') ?? [];
			return ((scope.kind === 'all' || (0,sweep_scope/* placeIn */.VV)(scope, own, origin) === 'inside') &&
				(run === undefined || (0,marker/* isPrintedAs */.le)(origin.run, 'run', id)) &&
				(attempt === undefined || (0,marker/* isPrintedAs */.le)(origin.attempt, 'attempt', attempt)) &&
				(job === undefined || (0,marker/* isPrintedAs */.le)(origin.job, 'job', job)));
		}
	}
}
function hasEnded(token, now) {
	const end = (0,listed_token/* endOfToken */.kv)(token);
	return end !== undefined && end <= now;
}
const COLUMNS = ['id', 'type', 'name', 'repository', 'run', 'job', 'created', 'ends', 'status', 'grants'];
function cellsOf({ token, description }) {
	const { id, type, name = '', createdAt, status = '', grants } = token;
	const end = (0,listed_token/* endOfToken */.kv)(token);
	const origin = description.kind === 'marked' ? description.marker.origin : undefined;
	return [
		{ text: id, exact: true },
		{ text: type },
		{ text: name },
		{ text: placeOf(description) },
		{ text: origin === undefined ? '' : `${origin.run}/${origin.attempt}` },
		{ text: origin?.job ?? '' },
		{ text: createdAt === undefined ? '' : (0,lifetime/* formatInstant */.r4)(createdAt) },
		{ text: end === undefined ? '' : (0,lifetime/* formatInstant */.r4)(end) },
		{ text: status },
		{ text: grants === undefined ? '' : JSON.stringify(grants) },
	];
}
function placeOf(description) {
	switch (description.kind) {
		case 'foreign':
			return '(foreign)';
		case 'of-later-version':
			return '(marker of a later version)';
		case 'marked': {
			const { at, repository } = description.marker.origin;
			return at === undefined ? repository : `${at}/${repository}`;
		}
	}
}
function conclusionOf(count, seen, { repository, all, scope }) {
	const whose = scope.kind === 'all' ? '' : ` of ${repository}`;
	const foreign = all ? ', or without our marker' : '';
	const tokens = count === 0 ? 'no token' : count === 1 ? 'one token' : `${count} tokens`;
	return `${tokens}${whose}${foreign}, among ${seen} that the credential is shown`;
}
function* csvOf(shown) {
	yield COLUMNS.map((text) => ({ text }));
	yield* mapped(shown, cellsOf);
}
function* mapped(items, map) {
	for (const item of items)
		yield map(item);
}

var verbs_outcome = __webpack_require__(9194);
;// CONCATENATED MODULE: ./src/entries/list.ts





const stop = (0,process_end/* listenForStop */.rr)();
void list((0,inputs/* askedOf */.iN)(process.env), (0,admin_host/* openAdminHost */.u)(process.env), stop).then((outcome) => (0,process_end/* endProcess */.JZ)((0,verbs_outcome/* exitStatusOf */.e)(outcome)));


/***/ }),

};

"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/revoke.ts + 1 modules
/***/ 2141:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


var process_end = __webpack_require__(4575);
var admin_host = __webpack_require__(5053);
var inputs = __webpack_require__(9205);
var verbs_outcome = __webpack_require__(9194);
var issuer = __webpack_require__(2247);
var listed_token = __webpack_require__(7069);
var marker = __webpack_require__(2790);
var ports = __webpack_require__(1102);
var choice = __webpack_require__(1378);
var problem = __webpack_require__(1822);
var shown_text = __webpack_require__(4278);
var administer = __webpack_require__(9334);
var admin_order = __webpack_require__(564);
;// CONCATENATED MODULE: ./src/verbs/revoke.ts









function revoke(asked, host, stop) {
	return (0,administer/* administer */.V)(() => (0,admin_order/* readAdminOrder */.y)('revoke', asked, host, readWish), host, stop, (opened) => revokeTokens(opened, host));
}
function readWish(inputs, kind) {
	const { problems, take } = (0,problem/* collectProblems */.vX)();
	const ids = take(readIds(inputs('token_id'), kind));
	const foreign = take((0,choice/* parseBoolean */.y)('foreign', inputs, false));
	return problems.length > 0 || ids === undefined || foreign === undefined
		? (0,problem/* invalid */.Gq)(...problems)
		: (0,problem/* valid */.rZ)({ ids, foreign });
}
function readIds(text, kind) {
	if (text === undefined) {
		return (0,problem/* invalid */.Gq)({
			input: 'token_id',
			message: 'it is not given, or blank; expected the id of a token, or several, one a line',
		});
	}
	const tokenIds = kind?.finder.tokenIds;
	const separator = tokenIds?.mayHoldComma === false ? /\n|,/ : /\n/;
	const lines = text
		.split('\n')
		.flatMap((line, index) => line
		.split(separator)
		.map((part) => ({ id: part.trim(), line: index + 1, column: line.indexOf(part.trim()) + 1 })));
	const ids = lines.filter(({ id }) => id !== '');
	const problems = ids
		.filter(({ id }) => tokenIds?.matches(id) === false)
		.map(({ id, line, column }) => ({
		input: 'token_id',
		at: { line, column },
		message: `found ${(0,shown_text/* quote */.hD)(id)}; expected ${tokenIds?.form ?? 'an id'}${id.includes(',') ? ', one a line' : ''}`,
	}));
	if (ids.length === 0)
		problems.push({ input: 'token_id', message: `found ${(0,shown_text/* quote */.hD)(text)}, which names no token` });
	return problems.length > 0 ? (0,problem/* invalid */.Gq)(...problems) : (0,problem/* valid */.rZ)([...new Set(ids.map(({ id }) => id))]);
}
const AT_ONCE = 4;
async function revokeTokens({ order, tokens }, host) {
	const { kind, wish, summary } = order;
	const read = await tokens.read(wish.ids);
	const work = wish.ids.map((id, index) => ({ id, read: read[index] ?? { kind: 'absent' } }));
	const outcomes = [];
	for (let start = 0; start < work.length; start += AT_ONCE) {
		const some = work.slice(start, start + AT_ONCE);
		const now = await Promise.all(some.map((one) => revokeOne(one, order.wish, kind, tokens, host.words)));
		for (const outcome of now)
			report(outcome, host);
		outcomes.push(...now);
	}
	const count = (sought) => outcomes.filter((outcome) => outcome.kind === sought).length;
	const idsOf = (sought) => outcomes.flatMap(({ id, kind }) => (kind === sought ? [id] : [])).join('\n');
	host.deliver({
		table: {
			title: `${kind.finder.title} tokens revoked`,
			headings: ['id', 'name', 'repository', 'run', 'outcome'],
			rows: outcomes.map(rowOf),
			count: outcomes.length,
			conclusion: `${count('revoked')} revoked, ${count('gone')} gone already, ${count('failed')} failed`,
		},
		values: [
			['revoked', idsOf('revoked')],
			['gone', idsOf('gone')],
		],
		json: outcomes.map((outcome) => outcomeJson(outcome, kind)),
		summary,
	});
	return count('failed') === 0;
}
async function revokeOne({ id, read }, wish, kind, tokens, words) {
	const token = read.kind === 'read' ? read.token : undefined;
	if (read.kind === 'absent')
		return { id, kind: 'gone', token, reason: '' };
	const refusal = whyNot(read, wish, kind, words);
	if (refusal !== undefined)
		return { id, kind: 'failed', token, reason: refusal };
	try {
		const done = await tokens.revoke(id);
		return { id, kind: done === 'revoked' ? 'revoked' : 'gone', token, reason: '' };
	}
	catch (error) {
		const why = error instanceof ports/* Stopped */.C9 ? `${error.message} before it was asked for` : (0,shown_text/* messageOf */.bD)(error);
		return { id, kind: 'failed', token, reason: `${why}. Revoke it by hand: ${tokens.byHand(id)}` };
	}
}
function whyNot(read, { foreign }, kind, words) {
	const unless = `if it is not the credential itself, set ${words.setting('foreign', 'true')}`;
	switch (read.kind) {
		case 'elsewhere':
			return read.reason;
		case 'unreadable': {
			if (read.isCredential === true)
				return CREDENTIAL;
			if (foreign || read.isCredential === false)
				return undefined;
			const advice = read.error instanceof issuer/* Refused */.L ? unless : `try again, or, ${unless}`;
			return `it could not be read, so it may be the credential itself: ${(0,shown_text/* messageOf */.bD)(read.error)}. To revoke it unread: ${advice}`;
		}
		case 'read': {
			const { type, isCredential, description } = read.token;
			if (isCredential === true)
				return CREDENTIAL;
			if (type !== kind.type)
				return `it is a token of type ${type}; set ${words.setting('type', type)}`;
			const marked = (0,marker/* readDescription */.XF)(description ?? '').kind === 'marked';
			if (foreign || isCredential === false || marked)
				return undefined;
			return `no marker of ours is at the end of its description, and ${kind.finder.title} does not tell which token the credential is: ${unless}`;
		}
	}
}
const CREDENTIAL = 'it is the credential itself, which is never revoked';
function report({ id, kind, token, reason }, host) {
	const which = token === undefined ? id : `${id}${nameOf(token)}${originOf(token)}`;
	if (kind === 'revoked')
		host.say(`revoked ${which}`);
	else if (kind === 'gone')
		host.say(`${which} is gone already`);
	else
		host.fail(`${which} was not revoked: ${reason}`);
}
function nameOf({ name }) {
	return name === undefined ? '' : ` (${name})`;
}
function originOf({ description }) {
	const read = (0,marker/* readDescription */.XF)(description ?? '');
	if (read.kind !== 'marked')
		return ', which has no marker of ours';
	const { repository, run, attempt } = read.marker.origin;
	return ` of ${repository}, run ${run}/${attempt}`;
}
function rowOf({ id, kind, token }) {
	const read = (0,marker/* readDescription */.XF)(token?.description ?? '');
	const origin = read.kind === 'marked' ? read.marker.origin : undefined;
	return [
		id,
		token?.name ?? '',
		origin?.repository ?? '',
		origin === undefined ? '' : `${origin.run}/${origin.attempt}`,
		kind,
	];
}
function outcomeJson({ id, kind, token, reason }, { type }) {
	const json = token === undefined ? { id, type } : (0,listed_token/* tokenJson */.oj)(token);
	return { ...json, outcome: kind, ...(reason === '' ? {} : { reason }) };
}

;// CONCATENATED MODULE: ./src/entries/revoke.ts





const stop = (0,process_end/* listenForStop */.rr)();
void revoke((0,inputs/* askedOf */.iN)(process.env), (0,admin_host/* openAdminHost */.u)(process.env), stop).then((outcome) => (0,process_end/* endProcess */.JZ)((0,verbs_outcome/* exitStatusOf */.e)(outcome)));


/***/ }),

};

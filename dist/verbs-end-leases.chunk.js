"use strict";
exports.ids = [];
exports.modules = {

// ./src/verbs/end-leases.ts + 1 modules
/***/ 426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ endLeases)
});

var host_host = __webpack_require__(2106);
var registry = __webpack_require__(1586);
var clock = __webpack_require__(5436);
var shown_text = __webpack_require__(4278);
var notice = __webpack_require__(7440);
;// CONCATENATED MODULE: ./src/lease/marked-tokens.ts


function markedTokens(tokens, record, ports) {
	return {
		...tokens,
		async revoke(id, secret) {
			const named = record.attempts.find(({ outcome }) => 'id' in outcome && outcome.id === id);
			if (named === undefined)
				return tokens.revoke(id, secret);
			const looked = await look(() => tokens.find?.(named));
			if (looked.found?.ids.includes(id) === true && looked.found.kind === 'found')
				return tokens.revoke(id, secret);
			if (looked.found?.kind === 'ambiguous')
				throw new Error(`several tokens bear the lease ${named.leaseId}, or what could be it, and none was touched`);
			if (looked.found?.complete === true) {
				ports.notify((0,notice/* warning */.$)(`No token bears the lease ${named.leaseId}: ${id}, which its record names, is gone, or is another's and was not touched.`));
				return 'already-gone';
			}
			ports.notify((0,notice/* warning */.$)(`That ${id} is of the lease ${named.leaseId} is said by its record alone: ${looked.why}. It is revoked all the same.`));
			return tokens.revoke(id, secret);
		},
	};
}
async function look(find) {
	try {
		return { found: await find(), why: 'the credential may not list all tokens' };
	}
	catch (error) {
		return { found: undefined, why: (0,shown_text/* messageOf */.bD)(error) };
	}
}

var revoke = __webpack_require__(8242);
var input_checks = __webpack_require__(99);
var problem = __webpack_require__(1822);
var report_ending = __webpack_require__(4800);
;// CONCATENATED MODULE: ./src/verbs/end-leases.ts









async function endLeases(leases, others, inputs, timeout, host, stop) {
	const credential = inputs('credential');
	host.hide([
		...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
		...host.ambientSecrets(),
	]);
	const type = inputs('type')?.trim() ?? '';
	const reached = await reach(type, inputs, host);
	if (!reached.ok) {
		for (const { input, message } of reached.problems)
			host.fail(`${host.words.place(input)}: ${message}`);
		return { kind: 'misused' };
	}
	const { found, openTokens } = reached.value;
	for (const source of found.sources)
		host.say(`  ${source}`);
	for (const notice of found.notices)
		(0,host_host/* tell */.q)(host, notice);
	const ours = leases.filter((lease) => isOf(lease, type, found.access, others, host));
	let failed = others === 'failure' && ours.length < leases.length;
	if (ours.length > 0) {
		const ports = await host.openPorts(timeout, stop);
		for (const lease of ours) {
			const done = await endOne(lease, openTokens, found.access, ports, host);
			if (!done)
				failed = true;
		}
	}
	if (stop.signal !== undefined && failed)
		return { kind: 'stopped', signal: stop.signal };
	return { kind: failed ? 'failed' : 'done' };
}
async function reach(type, inputs, { surroundings, words }) {
	const [finder, openTokens] = await Promise.all([(0,registry/* loadAccess */.xf)(type), (0,registry/* loadTokens */.dZ)(type)]);
	if (finder === undefined)
		return (0,problem/* invalid */.Gq)(wrongType(type === '' ? 'it is not given' : (0,registry/* unknownType */.p2)(type)));
	if (openTokens === undefined)
		return (0,problem/* invalid */.Gq)(wrongType(`tokens of type ${type} cannot be revoked; they live until their end`));
	const problems = (0,input_checks/* checkUse */.ki)('revoke', type, finder.inputs, inputs, words);
	const found = finder.findAccess(inputs, surroundings, words);
	if (!found.ok)
		return (0,problem/* invalid */.Gq)(...problems, ...found.problems);
	return problems.length > 0 ? (0,problem/* invalid */.Gq)(...problems) : (0,problem/* valid */.rZ)({ found: found.value, openTokens });
}
function wrongType(message) {
	return { input: 'type', message };
}
function isOf({ leaseId, record }, type, access, others, host) {
	const written = `${record.type} at ${record.endpoint ?? 'no endpoint'}`;
	const now = `${type} at ${access.endpoint ?? 'no endpoint'}`;
	if (written === now)
		return true;
	const message = `The lease ${leaseId} is left: it was written down for ${written}, and what is given now is ${now}.`;
	if (others === 'failure')
		host.fail(message);
	else
		host.warn(message);
	return false;
}
async function endOne({ leaseId, record, ended }, openTokens, access, ports, host) {
	try {
		const tokens = markedTokens(openTokens(access, record.context, ports), record, ports);
		const endings = await (0,revoke/* endLease */.Kg)(record, tokens, ports);
		const fails = endings.map((ending) => (0,report_ending/* reportEnding */.UB)(ending, record, 'fail', clock/* systemClock */.ml.now(), host));
		const isLeft = endings.some(({ kind }) => kind === 'failed' || kind === 'none-so-far');
		if (!isLeft)
			ended();
		return !fails.includes(true);
	}
	catch (error) {
		host.fail(`The lease ${leaseId} could not be ended: ${(0,shown_text/* messageOf */.bD)(error)}`);
		return false;
	}
}


/***/ }),

};

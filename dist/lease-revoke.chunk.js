"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/post.ts + 1 modules
/***/ 3986:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


var process_end = __webpack_require__(4575);
var hidden_secrets = __webpack_require__(8788);
var proxy_secrets = __webpack_require__(6766);
var resolver = __webpack_require__(3192);
var revoke_failure = __webpack_require__(6668);
var log = __webpack_require__(7708);
var masks = __webpack_require__(6555);
var open_ports = __webpack_require__(2305);
var runner_state = __webpack_require__(6003);
;// CONCATENATED MODULE: ./src/runner/end-host.ts








function openEndHost(environment) {
	const state = (0,runner_state/* readState */.u)(environment);
	(0,resolver/* restoreResolver */.pX)((0,resolver/* parseResolver */.sm)(state.resolver), environment);
	return {
		...log/* runnerLog */.t1,
		kept() {
			const secrets = [state.credential, state.token].map((text) => ({ what: 'The credential', text }));
			(0,hidden_secrets/* hideSecrets */.s)([...secrets, ...(0,proxy_secrets/* proxySecrets */.W)(state)], masks/* maskSecret */.$);
			return {
				record: state.record || undefined,
				credential: { secret: state.credential, id: state.credential_id },
				tokenSecret: state.token || undefined,
				onRevokeFailure: revoke_failure/* ON_REVOKE_FAILURE */.e.find((choice) => choice === state.on_revoke_failure),
				tokenFile: state.token_file === ''
					? undefined
					: { path: state.token_file, hash: state.token_file_sha256, firstFolder: state.token_file_folder },
			};
		},
		async openPorts(timeout, stop) {
			const { parseNetwork } = await __webpack_require__.e(/* import() */ 49).then(__webpack_require__.bind(__webpack_require__, 49));
			const ofMain = { ...environment, ACTIONS_ID_TOKEN_REQUEST_URL: state.identity_token_url };
			return (0,open_ports/* openRunnerPorts */.l)(timeout, stop, await parseNetwork(state, environment), ofMain);
		},
	};
}

var end = __webpack_require__(979);
;// CONCATENATED MODULE: ./src/entries/post.ts



const stop = (0,process_end/* listenForStop */.rr)();
void (0,end/* end */._)(openEndHost(process.env), stop).then(process_end/* endProcess */.JZ);


/***/ }),

// ./src/verbs/end.ts
/***/ 979:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ end)
});
var _host_open_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7361);
var _issuers_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1586);
var _lease_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5436);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1102);
var _lease_record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4501);
var _lease_revoke_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8242);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4278);
var _report_ending_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4800);








async function end(host, stop) {
	try {
		const kept = host.kept();
		const fileFails = await removeFile(kept, host);
		const leaseFails = await endRecorded(kept, host, stop);
		return fileFails || leaseFails ? 1 : 0;
	}
	catch (error) {
		host.fail((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error));
		return 1;
	}
}
async function removeFile({ tokenFile }, host) {
	if (tokenFile === undefined)
		return false;
	const { path } = tokenFile;
	const { laterUser } = host.words;
	const { removeTokenFile } = await __webpack_require__.e(/* import() */ 6038).then(__webpack_require__.bind(__webpack_require__, 6038));
	try {
		switch (removeTokenFile(tokenFile)) {
			case 'removed':
				host.say(`removed the token file ${path}`);
				break;
			case 'gone':
				host.say(`the token file ${path} is gone already`);
				break;
			case 'changed':
				host.warn(`The token file ${path} was changed by a ${laterUser} and is left as it is; remove it there.`);
				break;
		}
		return false;
	}
	catch (error) {
		host.fail(`The token file ${path} could not be removed: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}. Remove it by hand, and see which ${laterUser} took away the rights on it or on its folder`);
		return true;
	}
}
async function endRecorded(kept, host, stop) {
	if (kept.record === undefined) {
		host.say('nothing to revoke: no token was asked for');
		return false;
	}
	const record = (0,_lease_record_js__WEBPACK_IMPORTED_MODULE_7__/* .parseRecord */ .Hh)(kept.record, host.words);
	if (!record.revocable) {
		for (const attempt of record.attempts)
			(0,_report_ending_js__WEBPACK_IMPORTED_MODULE_5__/* .reportIrrevocable */ .Fr)(attempt, _lease_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .ml.now(), host);
		return false;
	}
	const openTokens = await (0,_issuers_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTokens */ .dZ)(record.type);
	if (openTokens === undefined)
		throw new Error(`tokens of the recorded type ${record.type} cannot be revoked`);
	const endings = await endAttempts(record, openTokens, kept, host, stop);
	const told = endings.map((ending) => (0,_report_ending_js__WEBPACK_IMPORTED_MODULE_5__/* .reportEnding */ .UB)(ending, record, kept.onRevokeFailure, _lease_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .ml.now(), host));
	return told.includes(true);
}
async function endAttempts(record, openTokens, { credential, tokenSecret }, host, stop) {
	const ports = await host.openPorts(record.timeout, _lease_ports_js__WEBPACK_IMPORTED_MODULE_3__/* .neverStops */ .q3);
	(0,_host_open_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .leaveGrace */ .UF)(stop, ports.deadline, `what is under way has ${_host_open_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .GRACE */ .Zv / 1000} s to end`, (text) => host.say(text));
	let tokens;
	try {
		tokens = openTokens((0,_lease_record_js__WEBPACK_IMPORTED_MODULE_7__/* .accessOf */ .YK)(record, credential, host.words), record.context, ports);
	}
	catch (error) {
		return (0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_4__/* .endUnasked */ .BZ)(record, error);
	}
	return (0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_4__/* .endLease */ .Kg)(record, tokens, ports, tokenSecret);
}


/***/ }),

// ./src/verbs/report-ending.ts
/***/ 4800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Fr: () => (/* binding */ reportIrrevocable),
  UB: () => (/* binding */ reportEnding)
});
/* unused harmony export failsJob */
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);
var _lease_revoke_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8242);


function reportEnding(ending, record, onRevokeFailure, ourNow, host) {
	const { attempt } = ending;
	const { expires } = record;
	const { words } = host;
	const now = ourNow + attempt.serverAhead;
	const end = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)((0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfAttempt */ .OW)(attempt));
	if (expires && (0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfAttempt */ .OW)(attempt) <= now && attempt.outcome.kind === 'delivered') {
		host.warn(`The ${words.work} outlived its token: ${attempt.name} ended at ${end}. Ask for a longer ${words.input('expires_in')} if ${words.laterUser}s need it.`);
	}
	switch (ending.kind) {
		case 'revoked':
			host.say(`revoked ${ending.id} (${attempt.name})`);
			return false;
		case 'already-gone':
			host.say(`${ending.id} (${attempt.name}) was revoked already, or is gone`);
			return false;
		case 'nothing-minted':
			host.say(`no token of ${attempt.name} exists`);
			return false;
		case 'none-so-far': {
			const message = `No token of ${attempt.name} exists so far, but the time ended before the last look for it; a server that acts late may still make it. To look again: ${ending.byHand}`;
			return annotate(host, message, onRevokeFailure === 'fail');
		}
		case 'left':
			host.say(`left ${ending.id} (${attempt.name}) until ${end}, as ${words.setting('revoke', 'false')} asks for`);
			return false;
		case 'failed': {
			if (expires && (0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfAttempt */ .OW)(attempt) <= now) {
				host.warn(`A token of ${attempt.name} could not be revoked: ${ending.reason}. By the clock of ${attempt.serverAhead === 0 ? 'this machine' : 'the server'} it ended at ${end}.`);
				return false;
			}
			const life = expires ? `lives until ${end}` : 'lives until it is revoked';
			const message = `A token of ${attempt.name} may be left and ${life}: ${ending.reason}. Revoke it by hand: ${ending.byHand}`;
			return annotate(host, message, failsJob(attempt, record, onRevokeFailure, now));
		}
	}
}
function annotate(host, message, fails) {
	if (fails)
		host.fail(message);
	else
		host.warn(message);
	return fails;
}
function reportIrrevocable({ name, outcome, serverAhead }, ourNow, host) {
	if (outcome.kind !== 'delivered') {
		host.say(`no token of ${name} was handed on`);
		return;
	}
	const end = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(outcome.expiresAt);
	host.say(outcome.expiresAt <= ourNow + serverAhead
		? `the token ${outcome.id} (${name}) ended at ${end}, before the ${host.words.work} did`
		: `the token ${outcome.id} (${name}) cannot be revoked and lives until ${end}`);
}
function failsJob(attempt, { expires }, onRevokeFailure, now) {
	if (onRevokeFailure !== undefined)
		return onRevokeFailure === 'fail';
	return !expires || (0,_lease_revoke_js__WEBPACK_IMPORTED_MODULE_1__/* .endOfAttempt */ .OW)(attempt) - now > _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp * 1000;
}


/***/ }),

// ./src/lease/revoke.ts
/***/ 8242:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  BZ: () => (/* binding */ endUnasked),
  Kg: () => (/* binding */ endLease),
  OW: () => (/* binding */ endOfAttempt)
});
var _lost_token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2118);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


async function endLease(record, tokens, ports, secret) {
	const isLost = ({ outcome }) => outcome.kind === 'open';
	const inOrder = [...record.attempts.filter((attempt) => !isLost(attempt)), ...record.attempts.filter(isLost)];
	const last = record.attempts.findLast(({ outcome }) => 'id' in outcome);
	const secretOf = (attempt) => (attempt === last ? secret : undefined);
	const endings = await Promise.all(inOrder.map((attempt) => endAttempt(record, attempt, tokens, ports, secretOf(attempt))));
	return endings.flat();
}
function endUnasked(record, reason) {
	return record.attempts.map((attempt) => {
		const rest = restOf(record, attempt);
		if (rest.kind === 'nothing')
			return rest.ending;
		const byHand = rest.kind === 'revoke'
			? `its id is ${rest.id}`
			: `look for the one whose description ends with ${attempt.marker}`;
		return { kind: 'failed', attempt, reason: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(reason), byHand };
	});
}
async function endAttempt(record, attempt, tokens, ports, secret) {
	const rest = restOf(record, attempt);
	switch (rest.kind) {
		case 'nothing':
			return [rest.ending];
		case 'revoke':
			return [await revokeById(attempt, rest.id, tokens, secret)];
		case 'search':
			return endLost(attempt, looksFor(record, attempt, rest.searched, ports.clock.now()), tokens, ports);
	}
}
function restOf({ revoke }, attempt) {
	const { outcome } = attempt;
	switch (outcome.kind) {
		case 'nothing':
			return { kind: 'nothing', ending: { kind: 'nothing-minted', attempt } };
		case 'revoked':
			return { kind: 'nothing', ending: { kind: 'already-gone', attempt, id: outcome.id } };
		case 'delivered':
			return revoke
				? { kind: 'revoke', id: outcome.id }
				: { kind: 'nothing', ending: { kind: 'left', attempt, id: outcome.id } };
		case 'minted':
			return { kind: 'revoke', id: outcome.id };
		case 'open':
			return { kind: 'search', searched: outcome.searched };
	}
}
async function revokeById(attempt, id, tokens, secret) {
	try {
		return {
			kind: await tokens.revoke(id, { attempt, secret, delivered: attempt.outcome.kind === 'delivered' }),
			attempt,
			id,
		};
	}
	catch (error) {
		return { kind: 'failed', attempt, reason: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error), byHand: tokens.byHand({ id }) };
	}
}
function looksFor({ timeout }, { startedAt }, searched, now) {
	const settledAt = startedAt + 2 * timeout + _lost_token_js__WEBPACK_IMPORTED_MODULE_0__/* .LAST_LOOK */ .jp;
	return searched || now >= settledAt ? _lost_token_js__WEBPACK_IMPORTED_MODULE_0__/* .LOOKS */ .BJ.slice(0, 1) : _lost_token_js__WEBPACK_IMPORTED_MODULE_0__/* .LOOKS */ .BJ;
}
async function endLost(attempt, looks, tokens, ports) {
	const failed = (reason) => [
		{ kind: 'failed', attempt, reason, byHand: tokens.byHand({ attempt }) },
	];
	const search = await (0,_lost_token_js__WEBPACK_IMPORTED_MODULE_0__/* .searchLostToken */ .Ce)(attempt, looks, tokens, ports);
	switch (search.kind) {
		case 'found':
			return Promise.all(search.ids.map((id) => revokeById(attempt, id, tokens)));
		case 'none':
			return [{ kind: 'nothing-minted', attempt }];
		case 'none-so-far':
			return [{ kind: 'none-so-far', attempt, byHand: tokens.byHand({ attempt }) }];
		case 'none-shown':
			return failed('the answer to the mint was lost, and the credential may not list all tokens, so one may be left');
		case 'ambiguous':
			return failed(`what was found is not surely the token whose answer was lost, and was not touched: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerate */ .HL)(search.ids)}`);
		case 'failed':
			return failed(`the answer to the mint was lost, and looking for its token failed: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(search.reason)}`);
		case 'impossible':
			return failed('the answer to the mint was lost, and nobody can look for its token');
	}
}
function endOfAttempt({ outcome, expiresAt }) {
	return outcome.kind === 'delivered' ? outcome.expiresAt : expiresAt;
}


/***/ }),

};

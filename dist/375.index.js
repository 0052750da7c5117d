"use strict";
exports.id = 375;
exports.ids = [375];
exports.modules = {

/***/ 5375:
/***/ ((__unused_webpack_module, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: ./src/http/resolver.ts
var resolver = __webpack_require__(3192);
// EXTERNAL MODULE: ./src/issuers/registry.ts
var registry = __webpack_require__(9205);
// EXTERNAL MODULE: ./src/lease/clock.ts
var clock = __webpack_require__(5436);
// EXTERNAL MODULE: ./src/lease/ports.ts
var lease_ports = __webpack_require__(1102);
// EXTERNAL MODULE: ./src/lease/record.ts
var lease_record = __webpack_require__(4501);
// EXTERNAL MODULE: ./src/request/lifetime.ts
var lifetime = __webpack_require__(8746);
// EXTERNAL MODULE: ./src/lease/lost-token.ts
var lost_token = __webpack_require__(2118);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(4278);
;// CONCATENATED MODULE: ./src/lease/revoke.ts



async function endLease(record, tokens, ports) {
    const isLost = ({ outcome }) => outcome.kind === 'open';
    const inOrder = [...record.attempts.filter((attempt) => !isLost(attempt)), ...record.attempts.filter(isLost)];
    const endings = await Promise.all(inOrder.map((attempt) => endAttempt(record, attempt, tokens, ports)));
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
        return { kind: 'failed', attempt, reason: (0,shown_text/* messageOf */.bD)(reason), byHand };
    });
}
async function endAttempt(record, attempt, tokens, ports) {
    const rest = restOf(record, attempt);
    switch (rest.kind) {
        case 'nothing':
            return [rest.ending];
        case 'revoke':
            return [await revokeById(attempt, rest.id, tokens)];
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
async function revokeById(attempt, id, tokens) {
    try {
        return { kind: await tokens.revoke(id), attempt, id };
    }
    catch (error) {
        return { kind: 'failed', attempt, reason: (0,shown_text/* messageOf */.bD)(error), byHand: tokens.byHand({ id }) };
    }
}
function looksFor({ timeout }, { startedAt }, searched, now) {
    const settledAt = startedAt + 2 * timeout + lost_token/* LAST_LOOK */.jp;
    return searched || now >= settledAt ? lost_token/* LOOKS */.BJ.slice(0, 1) : lost_token/* LOOKS */.BJ;
}
async function endLost(attempt, looks, tokens, ports) {
    const failed = (reason) => [
        { kind: 'failed', attempt, reason, byHand: tokens.byHand({ attempt }) },
    ];
    const search = await (0,lost_token/* searchLostToken */.Ce)(attempt, looks, tokens, ports);
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
            return failed(`what was found is not surely the token whose answer was lost, and was not touched: ${search.ids.join(', ')}`);
        case 'failed':
            return failed(`the answer to the mint was lost, and looking for its token failed: ${(0,shown_text/* messageOf */.bD)(search.reason)}`);
        case 'impossible':
            return failed('the answer to the mint was lost, and nobody can look for its token');
    }
}
function failsJob(record, attempt, now) {
    if (record.onRevokeFailure !== undefined)
        return record.onRevokeFailure === 'fail';
    return !record.expires || endOfAttempt(attempt) - now > lifetime/* HOUR */.dp * 1000;
}
function endOfAttempt({ outcome, expiresAt }) {
    return outcome.kind === 'delivered' ? outcome.expiresAt : expiresAt;
}

// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(7708);
;// CONCATENATED MODULE: ./src/verbs/report-ending.ts



function reportEnding(ending, record, now) {
    const { attempt } = ending;
    const { expires } = record;
    const end = (0,lifetime/* formatInstant */.r4)(endOfAttempt(attempt));
    if (expires && endOfAttempt(attempt) <= now && attempt.outcome.kind === 'delivered') {
        (0,log/* annotateWarning */.tf)(`The job outlived its token: ${attempt.name} ended at ${end}. Ask for a longer expires_in if later steps need it.`);
    }
    switch (ending.kind) {
        case 'revoked':
            (0,log/* say */.cv)(`revoked ${ending.id} (${attempt.name})`);
            return false;
        case 'already-gone':
            (0,log/* say */.cv)(`${ending.id} (${attempt.name}) was revoked already, or is gone`);
            return false;
        case 'nothing-minted':
            (0,log/* say */.cv)(`no token of ${attempt.name} exists`);
            return false;
        case 'none-so-far': {
            const message = `No token of ${attempt.name} exists so far, but the time ended before the last look for it; a server that acts late may still make it. To look again: ${ending.byHand}`;
            return annotate(message, record.onRevokeFailure === 'fail');
        }
        case 'left':
            (0,log/* say */.cv)(`left ${ending.id} (${attempt.name}) until ${end}, as revoke: false asks for`);
            return false;
        case 'failed': {
            if (expires && endOfAttempt(attempt) <= now) {
                (0,log/* annotateWarning */.tf)(`A token of ${attempt.name} could not be revoked: ${ending.reason}. By the clock of this machine it ended at ${end}.`);
                return false;
            }
            const life = expires ? `lives until ${end}` : 'lives until it is revoked';
            const message = `A token of ${attempt.name} may be left and ${life}: ${ending.reason}. Revoke it by hand: ${ending.byHand}`;
            return annotate(message, failsJob(record, attempt, now));
        }
    }
}
function annotate(message, fails) {
    if (fails)
        (0,log/* annotateError */.TF)(message);
    else
        (0,log/* annotateWarning */.tf)(message);
    return fails;
}
function reportIrrevocable({ name, outcome }, now) {
    if (outcome.kind !== 'delivered') {
        (0,log/* say */.cv)(`no token of ${name} was handed on`);
        return;
    }
    const end = (0,lifetime/* formatInstant */.r4)(outcome.expiresAt);
    (0,log/* say */.cv)(outcome.expiresAt <= now
        ? `the token ${outcome.id} (${name}) ended at ${end}, before the job did`
        : `the token ${outcome.id} (${name}) cannot be revoked and lives until ${end}`);
}

// EXTERNAL MODULE: ./src/runner/hidden-secrets.ts
var hidden_secrets = __webpack_require__(4740);
// EXTERNAL MODULE: ./src/runner/open-ports.ts
var open_ports = __webpack_require__(2305);
// EXTERNAL MODULE: ./src/runner/process-end.ts
var process_end = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/runner/proxy-secrets.ts
var proxy_secrets = __webpack_require__(8270);
// EXTERNAL MODULE: ./src/runner/state.ts
var runner_state = __webpack_require__(6003);
;// CONCATENATED MODULE: ./src/entries/post.ts














async function post(stop) {
    const state = (0,runner_state/* readState */.u)(process.env);
    (0,resolver/* restoreResolver */.pX)((0,resolver/* parseResolver */.sm)(state.resolver), process.env);
    (0,hidden_secrets/* hideSecrets */.s)([{ what: 'The credential', text: state.credential }, ...(0,proxy_secrets/* proxySecrets */.W)(state)]);
    const fileFails = await removeFile(state);
    const leaseFails = state.record === '' ? sayNothingMinted() : await endRecorded((0,lease_record/* parseRecord */.Hh)(state.record), state, stop);
    return fileFails || leaseFails ? 1 : 0;
}
function sayNothingMinted() {
    (0,log/* say */.cv)('nothing to revoke: no token was asked for');
    return false;
}
async function endRecorded(record, state, stop) {
    if (!record.revocable) {
        for (const attempt of record.attempts)
            reportIrrevocable(attempt, clock/* systemClock */.m.now());
        return false;
    }
    const openTokens = await (0,registry/* loadTokens */.dZ)(record.type);
    if (openTokens === undefined)
        throw new Error(`tokens of the recorded type ${record.type} cannot be revoked`);
    const endings = await endAttempts(record, openTokens, state, await portsOf(record, state, stop));
    return endings.map((ending) => reportEnding(ending, record, clock/* systemClock */.m.now())).includes(true);
}
async function endAttempts(record, openTokens, state, ports) {
    let tokens;
    try {
        const access = (0,lease_record/* accessOf */.YK)(record, { secret: state.credential, id: state.credential_id });
        tokens = openTokens(access, record.context, ports);
    }
    catch (error) {
        return endUnasked(record, error);
    }
    return endLease(record, tokens, ports);
}
async function portsOf(record, state, stop) {
    const { parseNetwork } = await __webpack_require__.e(/* import() */ 79).then(__webpack_require__.bind(__webpack_require__, 4079));
    const environment = { ...process.env, ACTIONS_ID_TOKEN_REQUEST_URL: state.identity_token_url };
    const ports = (0,open_ports/* openPorts */.Rr)(record.timeout, lease_ports/* neverStops */.q3, await parseNetwork(state, process.env), environment);
    (0,open_ports/* leaveGrace */.UF)(stop, ports.deadline, `what is under way has ${open_ports/* GRACE */.Zv / 1000} s to end`);
    return ports;
}
async function removeFile(state) {
    const path = state.token_file;
    if (path === '')
        return false;
    const { removeTokenFile } = await __webpack_require__.e(/* import() */ 334).then(__webpack_require__.bind(__webpack_require__, 7334));
    try {
        const made = { path, hash: state.token_file_sha256, firstFolder: state.token_file_folder };
        switch (removeTokenFile(made)) {
            case 'removed':
                (0,log/* say */.cv)(`removed the token file ${path}`);
                break;
            case 'gone':
                (0,log/* say */.cv)(`the token file ${path} is gone already`);
                break;
            case 'changed':
                (0,log/* annotateWarning */.tf)(`The token file ${path} was changed by a later step and is left as it is; remove it there.`);
                break;
        }
        return false;
    }
    catch (error) {
        (0,log/* annotateError */.TF)(`The token file ${path} could not be removed: ${(0,shown_text/* messageOf */.bD)(error)}. Remove it by hand, and see which later step took away the rights on it or on its folder`);
        return true;
    }
}
const stop = (0,process_end/* listenForStop */.rr)();
post(stop).then(process_end/* endProcess */.JZ, (error) => {
    (0,log/* annotateError */.TF)((0,shown_text/* messageOf */.bD)(error));
    (0,process_end/* endProcess */.JZ)(1);
});


/***/ }),

};
;
/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

// ./src/http/kept-file.ts
/***/ 5505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   K7: () => (/* binding */ LARGEST_FILE),
/* harmony export */   qQ: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function hashOf(content) {
    return process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex');
}
const LARGEST_FILE = 10_000_000;
function contentOf(path) {
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return found.isFile() && found.size <= LARGEST_FILE ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

// ./src/http/resolver.ts
/***/ 3192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ readResolver),
/* harmony export */   ar: () => (/* binding */ printResolver),
/* harmony export */   pX: () => (/* binding */ restoreResolver),
/* harmony export */   sm: () => (/* binding */ parseResolver),
/* harmony export */   tS: () => (/* binding */ changedNames),
/* harmony export */   wf: () => (/* binding */ unprovedNames)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _kept_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5505);


const RESOLVER_VARIABLES = [
    'LOCALDOMAIN',
    'RES_OPTIONS',
    'HOSTALIASES',
    'RESOLV_HOST_CONF',
    'RESOLV_SPOOF_CHECK',
    'RESOLV_MULTI',
    'RESOLV_REORDER',
    'RESOLV_ADD_TRIM_DOMAINS',
    'RESOLV_OVERRIDE_TRIM_DOMAINS',
    'SYSTEMD_NSS_RESOLVE_VALIDATE',
    'SYSTEMD_NSS_RESOLVE_SYNTHESIZE',
    'SYSTEMD_NSS_RESOLVE_CACHE',
    'SYSTEMD_NSS_RESOLVE_ZONE',
    'SYSTEMD_NSS_RESOLVE_TRUST_ANCHOR',
    'SYSTEMD_NSS_RESOLVE_NETWORK',
];
const NAMES_FILE = new Set(['HOSTALIASES', 'RESOLV_HOST_CONF']);
function readResolver(environment) {
    const variables = [];
    for (const name of RESOLVER_VARIABLES) {
        const value = environment[name];
        if (value === undefined)
            continue;
        const sha256 = hashOfNames(name, value);
        variables.push({ name, value, ...(sha256 === undefined ? {} : { sha256 }) });
    }
    return variables;
}
function restoreResolver(variables, environment) {
    for (const name of RESOLVER_VARIABLES)
        Reflect.deleteProperty(environment, name);
    for (const { name, value } of variables)
        environment[name] = value;
}
function printResolver(variables) {
    return variables.length === 0 ? '' : JSON.stringify(variables);
}
function parseResolver(text) {
    if (text === '')
        return [];
    const values = JSON.parse(text);
    if (!Array.isArray(values))
        throw new Error('the saved settings of the resolver are no list');
    return values.map(readVariable);
}
function readVariable(saved) {
    if (typeof saved === 'object' && saved !== null && 'name' in saved && 'value' in saved) {
        const { name, value } = saved;
        const sha256 = 'sha256' in saved ? saved.sha256 : undefined;
        if (typeof name === 'string' && typeof value === 'string') {
            return { name, value, ...(typeof sha256 === 'string' ? { sha256 } : {}) };
        }
    }
    throw new Error('a saved setting of the resolver cannot be read');
}
function changedNames(variables) {
    const changed = variables.find((variable) => isUnproved(variable) || hashOfNames(variable.name, variable.value) !== variable.sha256);
    if (changed === undefined)
        return undefined;
    return {
        words: `nothing is sent, since names may no longer resolve as they did in the minting step: the file of ${changed.name} is gone or was changed: ${changed.value}`,
        advice: '',
    };
}
function hashOfNames(name, value) {
    const content = NAMES_FILE.has(name) ? (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(value) : undefined;
    return content === undefined ? undefined : (0,_kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .hashOf */ .qQ)(content);
}
function unprovedNames(variables) {
    const unproved = variables.find(isUnproved);
    if (unproved === undefined)
        return undefined;
    return {
        words: `nothing is sent, since the post step could not tell whether names still resolve in the same way: the file of ${unproved.name} is a pipe, or larger than ${_kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .LARGEST_FILE */ .K7} bytes: ${unproved.value}`,
        advice: 'Name a file that is smaller',
    };
}
function isUnproved({ name, value }) {
    if (!NAMES_FILE.has(name))
        return false;
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(value);
        return found.isFIFO() || (found.isFile() && found.size > _kept_file_js__WEBPACK_IMPORTED_MODULE_1__/* .LARGEST_FILE */ .K7);
    }
    catch {
        return false;
    }
}


/***/ }),

// ./src/issuers/registry.ts
/***/ 9205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QE: () => (/* binding */ TYPES),
/* harmony export */   dZ: () => (/* binding */ loadTokens),
/* harmony export */   eN: () => (/* binding */ loadIssuer),
/* harmony export */   p2: () => (/* binding */ unknownType)
/* harmony export */ });
/* unused harmony export loadAccess */
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);
/* harmony import */ var _request_suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8533);


const MODULES = new Map([
    [
        'datasette',
        {
            issuer: async () => (await __webpack_require__.e(/* import() */ 973).then(__webpack_require__.bind(__webpack_require__, 1973))).datasette,
            access: async () => (await __webpack_require__.e(/* import() */ 104).then(__webpack_require__.bind(__webpack_require__, 2104))).findAccess,
        },
    ],
    [
        'influxdb',
        {
            issuer: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(893), __webpack_require__.e(642)]).then(__webpack_require__.bind(__webpack_require__, 1642))).influxdb,
            access: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(893), __webpack_require__.e(509)]).then(__webpack_require__.bind(__webpack_require__, 9509))).findAccess,
            tokens: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(893)]).then(__webpack_require__.bind(__webpack_require__, 6893))).openTokens,
        },
    ],
    [
        'namespace',
        {
            issuer: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(176), __webpack_require__.e(728)]).then(__webpack_require__.bind(__webpack_require__, 2728))).namespaceToken,
            access: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(176), __webpack_require__.e(256)]).then(__webpack_require__.bind(__webpack_require__, 6256))).findAccess,
            tokens: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(176)]).then(__webpack_require__.bind(__webpack_require__, 4176))).openTokens,
        },
    ],
    [
        'namespace/user',
        {
            issuer: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(176), __webpack_require__.e(728)]).then(__webpack_require__.bind(__webpack_require__, 2728))).namespaceUserToken,
            access: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(176), __webpack_require__.e(256)]).then(__webpack_require__.bind(__webpack_require__, 6256))).findAccess,
            tokens: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(176)]).then(__webpack_require__.bind(__webpack_require__, 4176))).openTokens,
        },
    ],
    [
        'solarnetwork/ReadNodeData',
        {
            issuer: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(324), __webpack_require__.e(943)]).then(__webpack_require__.bind(__webpack_require__, 1943))).readNodeData,
            access: async () => {
                const { findAccess } = await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(324), __webpack_require__.e(380)]).then(__webpack_require__.bind(__webpack_require__, 8380));
                return (...asked) => findAccess('ReadNodeData', ...asked);
            },
            tokens: async () => {
                const { openTokens } = await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(324)]).then(__webpack_require__.bind(__webpack_require__, 324));
                return (...lease) => openTokens('ReadNodeData', ...lease);
            },
        },
    ],
    [
        'solarnetwork/User',
        {
            issuer: async () => (await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(324), __webpack_require__.e(943)]).then(__webpack_require__.bind(__webpack_require__, 1943))).user,
            access: async () => {
                const { findAccess } = await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(324), __webpack_require__.e(380)]).then(__webpack_require__.bind(__webpack_require__, 8380));
                return (...asked) => findAccess('User', ...asked);
            },
            tokens: async () => {
                const { openTokens } = await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(324)]).then(__webpack_require__.bind(__webpack_require__, 324));
                return (...lease) => openTokens('User', ...lease);
            },
        },
    ],
]);
const TYPES = [...MODULES.keys()];
async function loadIssuer(type) {
    return MODULES.get(type)?.issuer();
}
async function loadAccess(type) {
    return MODULES.get(type)?.access();
}
async function loadTokens(type) {
    return MODULES.get(type)?.tokens?.();
}
function unknownType(type) {
    return `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(type)}; expected one of ${TYPES.join(', ')}.${(0,_request_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(type, TYPES)}`;
}


/***/ }),

// ./src/lease/clock.ts
/***/ 5436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ createDeadline),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    sleep(duration, stop) {
        if (stop.signal !== undefined)
            return Promise.resolve();
        return new Promise((resolve) => {
            const wake = () => {
                clearTimeout(timer);
                forget();
                resolve();
            };
            const timer = setTimeout(wake, duration);
            const forget = stop.onRequest(wake);
        });
    },
};
function createDeadline(elapsed, duration) {
    let endsAt = elapsed() + duration;
    const waiting = new Map();
    const remaining = () => endsAt - elapsed();
    const arm = (entry) => {
        clearTimeout(waiting.get(entry));
        const timer = setTimeout(() => {
            if (waiting.delete(entry))
                entry.callback();
        }, Math.max(0, remaining() - entry.ahead));
        timer.unref();
        waiting.set(entry, timer);
    };
    return {
        remaining,
        onPassed(callback, ahead = 0) {
            const entry = { callback, ahead };
            arm(entry);
            return () => {
                clearTimeout(waiting.get(entry));
                waiting.delete(entry);
            };
        },
        leave(left) {
            endsAt = elapsed() + left;
            for (const entry of [...waiting.keys()])
                arm(entry);
        },
    };
}


/***/ }),

// ./src/lease/lost-token.ts
/***/ 2118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ isFinished),
/* harmony export */   BJ: () => (/* binding */ LOOKS),
/* harmony export */   Ce: () => (/* binding */ searchLostToken),
/* harmony export */   jp: () => (/* binding */ LAST_LOOK)
/* harmony export */ });
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);

const LAST_LOOK = 10_000;
const LOOKS = [0, 2_000, 5_000, LAST_LOOK];
function isFinished(search) {
    switch (search.kind) {
        case 'found':
        case 'ambiguous':
        case 'none':
        case 'impossible':
            return true;
        case 'none-so-far':
        case 'failed':
            return false;
        case 'none-shown':
            return search.finished;
    }
}
async function searchLostToken(attempt, looks, { find }, { clock, deadline, stop }) {
    if (find === undefined)
        return { kind: 'impossible' };
    let begunAt;
    let last = { kind: 'failed', reason: new Error('there was no time left') };
    for (const look of looks) {
        const wait = begunAt === undefined ? 0 : begunAt + look - clock.now();
        if (wait > deadline.remaining())
            return judge(last, false);
        if (wait > 0)
            await clock.sleep(wait, stop);
        (0,_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfStopped */ .$J)(stop);
        try {
            last = await find(attempt);
        }
        catch (error) {
            (0,_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfStopped */ .$J)(stop);
            if (last.kind === 'found' && deadline.remaining() <= _ports_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_TRY */ .Dz)
                return judge(last, false);
            last = { kind: 'failed', reason: error };
        }
        begunAt ??= clock.now();
        if (last.kind === 'ambiguous' || (last.kind === 'found' && last.ids.length > 0))
            break;
    }
    return judge(last, true);
}
function judge(last, finished) {
    if (last.kind !== 'found')
        return last;
    const { ids, complete } = last;
    if (ids.length > 0)
        return { kind: 'found', ids };
    if (!complete)
        return { kind: 'none-shown', finished };
    return { kind: finished ? 'none' : 'none-so-far' };
}


/***/ }),

// ./src/lease/notice.ts
/***/ 7440:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ warning),
/* harmony export */   l: () => (/* binding */ notice)
/* harmony export */ });
const warning = (message) => ({ level: 'warning', message });
const notice = (message) => ({ level: 'notice', message });


/***/ }),

// ./src/lease/ports.ts
/***/ 1102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ throwIfStopped),
/* harmony export */   C9: () => (/* binding */ Stopped),
/* harmony export */   Dz: () => (/* binding */ SHORTEST_TRY),
/* harmony export */   q3: () => (/* binding */ neverStops)
/* harmony export */ });
const SHORTEST_TRY = 1_000;
const neverStops = { signal: undefined, onRequest: () => () => undefined };
class Stopped extends Error {
    signal;
    name = 'Stopped';
    constructor(signal) {
        super(`stopped by ${signal}`);
        this.signal = signal;
    }
}
function throwIfStopped(stop) {
    if (stop.signal !== undefined)
        throw new Stopped(stop.signal);
}


/***/ }),

// ./src/lease/record.ts
/***/ 4501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Nt: () => (/* binding */ withoutSecret),
/* harmony export */   Om: () => (/* binding */ serializeRecord),
/* harmony export */   YK: () => (/* binding */ accessOf),
/* harmony export */   lt: () => (/* binding */ withOutcome)
/* harmony export */ });
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

function withoutSecret(authentication) {
    return authentication.kind === 'secret' ? { kind: 'secret' } : authentication;
}
function accessOf(record, kept) {
    const { endpoint, authentication } = record;
    if (authentication.kind !== 'secret')
        return { endpoint, authentication };
    if (kept.secret === '') {
        throw new Error('the credential is missing in the saved state');
    }
    return {
        endpoint,
        authentication: { kind: 'secret', secret: kept.secret, ...(kept.id === '' ? {} : { id: kept.id }) },
    };
}
function withOutcome(record, leaseId, outcome) {
    return {
        ...record,
        attempts: record.attempts.map((attempt) => (attempt.leaseId === leaseId ? { ...attempt, outcome } : attempt)),
    };
}
function serializeRecord(record) {
    return JSON.stringify(record);
}
function parseRecord(text) {
    try {
        return readRecord(objectOf(readJson(text), 'the record'));
    }
    catch (error) {
        throw new Error(`the record of the lease in the saved state cannot be read: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}. Revoke the token by hand: the log of the step that minted it names it`, { cause: error });
    }
}
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new Error('it is not JSON', { cause: error });
    }
}
function readRecord(value) {
    if (value['version'] !== 1) {
        throw new Error(`it has version ${JSON.stringify(value['version'])}, and this code knows version 1 only`);
    }
    const attempts = value['attempts'];
    if (!Array.isArray(attempts))
        throw new Error('attempts is not a list');
    return {
        version: 1,
        type: textOf(value, 'type'),
        endpoint: value['endpoint'] === undefined ? undefined : textOf(value, 'endpoint'),
        authentication: parseAuthentication(objectOf(value['authentication'], 'authentication')),
        context: parseContext(objectOf(value['context'], 'context')),
        expires: booleanOf(value, 'expires'),
        revocable: booleanOf(value, 'revocable'),
        revoke: booleanOf(value, 'revoke'),
        timeout: numberOf(value, 'timeout'),
        attempts: attempts.map((attempt) => parseAttempt(objectOf(attempt, 'an attempt'))),
    };
}
function parseAuthentication(value) {
    const kind = textOf(value, 'kind');
    if (kind === 'none' || kind === 'secret')
        return { kind };
    if (kind !== 'identity-token')
        throw new Error(`${kind} is no kind of authentication`);
    const audience = textOf(value, 'audience');
    return value['workspace'] === undefined
        ? { kind, audience }
        : { kind, audience, workspace: textOf(value, 'workspace') };
}
function parseContext(value) {
    return Object.fromEntries(Object.keys(value).map((key) => [key, textOf(value, key)]));
}
function parseAttempt(value) {
    return {
        leaseId: textOf(value, 'leaseId'),
        name: textOf(value, 'name'),
        description: textOf(value, 'description'),
        marker: textOf(value, 'marker'),
        startedAt: numberOf(value, 'startedAt'),
        expiresAt: numberOf(value, 'expiresAt'),
        outcome: parseOutcome(objectOf(value['outcome'], 'outcome')),
    };
}
function parseOutcome(value) {
    const kind = textOf(value, 'kind');
    switch (kind) {
        case 'open':
            return { kind, searched: booleanOf(value, 'searched') };
        case 'nothing':
            return { kind };
        case 'minted':
        case 'revoked':
            return { kind, id: textOf(value, 'id') };
        case 'delivered':
            return { kind, id: textOf(value, 'id'), expiresAt: numberOf(value, 'expiresAt') };
        default:
            throw new Error(`${kind} is no outcome of an attempt`);
    }
}
function objectOf(value, what) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Error(`${what} is not an object`);
    return { ...value };
}
function textOf(fields, key) {
    const value = fields[key];
    if (typeof value !== 'string')
        throw new Error(`${key} is not a text`);
    return value;
}
function numberOf(fields, key) {
    const value = fields[key];
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
        throw new Error(`${key} is not a whole number`);
    return value;
}
function booleanOf(fields, key) {
    const value = fields[key];
    if (typeof value !== 'boolean')
        throw new Error(`${key} is neither true nor false`);
    return value;
}


/***/ }),

// ./src/request/choice.ts
/***/ 1378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseChoice)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8533);



function parseChoice(input, given, choices) {
    const text = given?.trim();
    if (text === undefined)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(undefined);
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(choice);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
        input,
        message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}; expected ${choices.join(' or ')}.${(0,_suggestion_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(text, choices)}`,
    });
}


/***/ }),

// ./src/request/column-counter.ts
/***/ 474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createColumnCounter)
/* harmony export */ });
function createColumnCounter(text) {
    let counted = 0;
    let column = 1;
    return (lineStart, index) => {
        if (counted < lineStart || index < counted) {
            counted = lineStart;
            column = 1;
        }
        column += [...text.slice(counted, index)].length;
        counted = index;
        return column;
    };
}


/***/ }),

// ./src/request/grants.ts + 1 modules
/***/ 34:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lt: () => (/* binding */ besideUnrestricted),
  kd: () => (/* binding */ isAll),
  Ts: () => (/* binding */ parseGrants),
  AZ: () => (/* binding */ printGrantLine),
  OW: () => (/* binding */ printWord)
});

// EXTERNAL MODULE: ./src/request/column-counter.ts
var column_counter = __webpack_require__(474);
// EXTERNAL MODULE: ./src/request/json-text.ts
var json_text = __webpack_require__(8959);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(4278);
;// CONCATENATED MODULE: ./src/request/pasted-command.ts

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
const COMMANDS = [
    [/^(?:\$\s+)?datasette\s+create-token\s/, CREATE_TOKEN],
    [/^(?:\$\s+)?nsc\s+token\s+\w/, NSC],
    [/^(?:\$\s+)?influx\s+auth\s+\w/, INFLUX],
    [/^(?:\$\s+)?s10k\s+(?:sec-)?tokens\s+\w/, S10K],
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
        if (written === 'all-access')
            return { at, what: "InfluxDB's word for a token with all rights", lines: [] };
        const tool = COMMANDS.find(([start]) => start.test(`${written} `))?.[1];
        if (tool !== undefined && /\s-\S/.test(rest))
            return { at, what: `a command line of ${tool}`, lines: grantsOf(rest).lines };
        if (!written.startsWith('-'))
            continue;
        const { tool: known, lines: found } = grantsOf(rest);
        return { at, what: known === undefined ? `an option of a command line` : `an option of ${known}`, lines: found };
    }
    return undefined;
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
    for (const [, key = '', value = ''] of item.matchAll(/["']?\b(\w+)["']?:[ \t]*(\[[^\]]*\]|"[^"]*"|'[^']*'|[^\s,{}[\]]+)/g)) {
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
function explainPasted({ what, lines }) {
    const shown = lines.filter((line) => !(0,shown_text/* isInvisible */.qW)(line) && line.length <= 400);
    const more = shown.length > MOST_SHOWN ? ', and so on' : '';
    const instead = shown.length === 0
        ? 'list what the token may do, one grant a line, RESOURCE: ACTION[, ACTION...]'
        : `write ${shown
            .slice(0, MOST_SHOWN)
            .map((line) => `\`${line}\``)
            .join(' and on a new line ')}${more}`;
    const name = what.startsWith('an option') ? '. A name that begins with - is put in double quotes' : '';
    return `this is ${what}, and no grant; ${instead}${name}`;
}

;// CONCATENATED MODULE: ./src/request/grants.ts




const isAll = (word) => word.text === '*' && !word.quoted;
const EXAMPLE = 'a grant is one line, RESOURCE: ACTION[, ACTION...]';
function parseGrants(text) {
    if (/^\s*[[{]/.test(text))
        return parseJsonGrants(text);
    const pasted = findPasted(text);
    if (pasted !== undefined)
        return unreadable({ input: 'grants', at: pasted.at, message: explainPasted(pasted) });
    const lines = text.split('\n').map((source, index) => ({ source: source.replace(/\r$/, ''), line: index + 1 }));
    const written = lines.filter(({ source }) => source.trim() !== '' && !source.trim().startsWith('#'));
    const [first] = written;
    if (first === undefined) {
        return unreadable({
            input: 'grants',
            message: `no grant is given; ${EXAMPLE}. A token is never minted without saying what it may do`,
        });
    }
    const unrestricted = written.find(({ source }) => source.trim() === 'unrestricted');
    const problems = [];
    const grantLines = [];
    for (const { source, line } of written) {
        if (line === unrestricted?.line)
            continue;
        try {
            grantLines.push(readGrantLine(source, line));
        }
        catch (error) {
            if (!(error instanceof GrantSyntaxError))
                throw error;
            problems.push({ input: 'grants', at: error.at, message: error.message });
        }
    }
    if (unrestricted === undefined)
        return { grants: { form: 'lines', lines: grantLines }, problems };
    const at = { line: unrestricted.line, column: unrestricted.source.indexOf('u') + 1 };
    return { grants: { form: 'unrestricted', at, beside: grantLines }, problems };
}
function besideUnrestricted({ at, beside }) {
    return beside.length === 0
        ? []
        : [{ input: 'grants', at, message: 'unrestricted stands alone, without other grants' }];
}
function parseJsonGrants(text) {
    try {
        return { grants: { form: 'json', values: (0,json_text/* readJsonValues */.Bq)(text) }, problems: [] };
    }
    catch (error) {
        if (!(error instanceof json_text/* JsonSyntaxError */.q3))
            throw error;
        const start = text.trimStart().slice(0, 1);
        return unreadable({
            input: 'grants',
            at: error.at,
            message: `${error.message}. Grants that begin with ${start} are JSON as a whole; a name that begins so is put in double quotes`,
        });
    }
}
function unreadable(problem) {
    return { grants: { form: 'lines', lines: [] }, problems: [problem] };
}
class GrantSyntaxError extends Error {
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
const OTHER_QUOTES = /^['`‘’“”„«]/;
const isBlank = (character) => character === ' ' || character === '\t';
function readGrantLine(source, line) {
    let index = 0;
    const columnOf = (0,column_counter/* createColumnCounter */.z)(source);
    skipBlanks();
    if (/[[{]/.test(source.charAt(index))) {
        fail('found the start of JSON among lines; give JSON alone, without lines or comments before it, or put a name that begins so in double quotes');
    }
    const at = here();
    const resource = readResource();
    const actions = readActions();
    return { resource, actions, at };
    function here() {
        return { line, column: columnOf(0, index) };
    }
    function fail(message, at = here()) {
        throw new GrantSyntaxError(message, at);
    }
    function skipBlanks() {
        while (isBlank(source[index]))
            index++;
    }
    function atColon() {
        return source[index] === ':' && (index + 1 === source.length || isBlank(source[index + 1]));
    }
    function readResource() {
        const words = [];
        for (;;) {
            if (atColon()) {
                if (words.length === 0)
                    fail('nothing stands before the colon: an expression was probably empty; expected a resource');
                if (isBlank(source[index - 1])) {
                    fail('a blank stands before the colon: an expression was probably empty; remove the blank if nothing is missing');
                }
                index++;
                return words;
            }
            if (index === source.length) {
                if (words.length === 1 && words[0]?.text === 'unrestricted') {
                    fail(words[0].quoted ? 'unrestricted is written without quotes' : 'unrestricted is written once', words[0].at);
                }
                fail(`the line ends without a colon and actions; ${EXAMPLE}`);
            }
            if (source[index] === ',')
                fail('found a comma among the words of a resource; a word with a comma is put in double quotes');
            words.push(readWord());
            skipBlanks();
        }
    }
    function readActions() {
        const words = [];
        skipBlanks();
        for (;;) {
            if (index === source.length || source[index] === ',') {
                fail(words.length === 0 && index === source.length
                    ? 'no action stands after the colon: an expression was probably empty; expected ACTION[, ACTION...]'
                    : 'an action is missing here: an expression was probably empty, or a comma is one too many');
            }
            if (atColon())
                failAtSecondColon();
            words.push(readWord());
            skipBlanks();
            if (index === source.length)
                return words;
            if (atColon())
                failAtSecondColon();
            if (source[index] === '#')
                failAtComment();
            if (source[index] !== ',') {
                fail(`found ${(0,shown_text/* quote */.hD)(source.slice(index))}, expected a comma or the end of the line; a name with blanks is put in double quotes`);
            }
            index++;
            skipBlanks();
        }
    }
    function failAtSecondColon() {
        fail('found a second colon; a word with a colon before a blank is put in double quotes, another grant on a new line');
    }
    function failAtComment() {
        fail('found # inside a line; a comment stands on a line of its own, and a word with # is put in double quotes');
    }
    function readWord() {
        const at = here();
        if (source[index] === '"')
            return { text: readQuoted(at), quoted: true, at };
        if (OTHER_QUOTES.test(source.charAt(index))) {
            fail(`found ${source.charAt(index)}; quotes are double quotes, as in "my table", and a name that begins so is put in them`);
        }
        const start = index;
        while (index < source.length && !isBlank(source[index]) && source[index] !== ',' && !atColon()) {
            const character = source.codePointAt(index) ?? 0;
            const text = String.fromCodePoint(character);
            if (text === '"')
                fail('quotes enclose a whole word; write a quote inside as \\" within double quotes');
            if (text === '#')
                failAtComment();
            if ((0,shown_text/* isInvisible */.qW)(text)) {
                fail(`found ${(0,shown_text/* showCharacter */.zO)(text)}; expected a visible one or a plain blank, or the word in double quotes`);
            }
            index += text.length;
        }
        return { text: source.slice(start, index), quoted: false, at };
    }
    function readQuoted(at) {
        const end = (0,json_text/* endOfJsonString */.Km)(source, index);
        if (end === undefined)
            return fail('this double quote is never closed', at);
        const text = (0,json_text/* decodeJsonString */.Sg)(source.slice(index, end));
        if (text === undefined)
            return fail(json_text/* MALFORMED_STRING */.C9, at);
        index = end;
        if (index < source.length && !isBlank(source[index]) && source[index] !== ',' && !atColon()) {
            fail('quotes enclose a whole word; expected a blank, a comma or a colon after the closing quote');
        }
        if (text === '')
            fail('the text between the quotes is empty: an expression was probably empty', at);
        return text;
    }
}
function printWord(text) {
    const plain = text !== '' &&
        text !== '*' &&
        text !== 'unrestricted' &&
        !(0,shown_text/* isInvisible */.qW)(text) &&
        !/[ ",#]|:$|^[[{-]/.test(text) &&
        !OTHER_QUOTES.test(text);
    return plain ? text : JSON.stringify(text);
}
function printGrantLine(line) {
    const print = (word) => word.text === '*' && !word.quoted ? '*' : printWord(word.text);
    return `${line.resource.map(print).join(' ')}: ${line.actions.map(print).join(', ')}`;
}


/***/ }),

// ./src/request/inputs.ts
/***/ 4332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ findMisspelt),
/* harmony export */   Ds: () => (/* binding */ isOfEveryType),
/* harmony export */   Vc: () => (/* binding */ inputsOf)
/* harmony export */ });
/* unused harmony export VERBS */
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8533);

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
const isInput = (name) => Object.hasOwn(INPUTS, name);
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
        const input = inputs.some((known) => known === name) ? undefined : nearestInput(name, inputs);
        if (input === undefined)
            return [];
        return [{ input: name, message: `there is no input of this name. Did you mean ${input}? If so, rename it` }];
    });
}
function nearestInput(name, inputs) {
    const letters = (text) => text.toLowerCase().replace(/[^a-z\d]/g, '');
    const candidates = new Map(inputs.map((input) => [letters(input), input]));
    const found = (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(letters(name), candidates.keys(), 6);
    return found === undefined ? undefined : candidates.get(found);
}


/***/ }),

// ./src/request/json-text.ts
/***/ 8959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ readJsonValues),
/* harmony export */   C9: () => (/* binding */ MALFORMED_STRING),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Km: () => (/* binding */ endOfJsonString),
/* harmony export */   Sg: () => (/* binding */ decodeJsonString),
/* harmony export */   WQ: () => (/* binding */ describeNode),
/* harmony export */   q3: () => (/* binding */ JsonSyntaxError)
/* harmony export */ });
/* harmony import */ var _column_counter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(474);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);


class JsonSyntaxError extends Error {
    at;
    name = 'JsonSyntaxError';
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
function describeNode(node) {
    switch (node.kind) {
        case 'object':
            return 'an object';
        case 'array':
            return node.items.length === 0 ? 'an empty list' : 'a list';
        case 'string':
            return (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(node.text);
        case 'number':
            return node.source;
        case 'boolean':
            return String(node.value);
        case 'null':
            return 'null';
    }
}
function member(node, key) {
    return node.entries.find((entry) => entry.key === key);
}
const DEEPEST = 32;
const NUMBER_OR_WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ANY_VALUE = 'a value: an object, a list, a text in double quotes, a number, true, false or null';
const MALFORMED_STRING = "this text in double quotes is not valid by JSON's rules: a backslash itself is written \\\\, a tab \\t, and \\u takes four hexadecimal digits, two such escapes for an emoji";
function readJsonValues(text) {
    let index = 0;
    let line = 1;
    let lineStart = 0;
    const columnOf = (0,_column_counter_js__WEBPACK_IMPORTED_MODULE_1__/* .createColumnCounter */ .z)(text);
    const values = [];
    skipBlanks();
    do {
        values.push(readValue(0));
        skipBlanks();
    } while (index < text.length);
    return values;
    function here() {
        return { line, column: columnOf(lineStart, index) };
    }
    function fail(expected, at = here()) {
        const character = text.codePointAt(index);
        const found = character === undefined ? 'the end of the text' : (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .showCharacter */ .zO)(String.fromCodePoint(character));
        throw new JsonSyntaxError(`this is not valid JSON: found ${found}, expected ${expected}`, at);
    }
    function skipBlanks() {
        for (; index < text.length; index++) {
            const character = text[index];
            if (character === '\n') {
                line++;
                lineStart = index + 1;
            }
            else if (character !== ' ' && character !== '\t' && character !== '\r')
                return;
        }
    }
    function readValue(depth) {
        const at = here();
        switch (text[index]) {
            case '{':
                checkDepth(depth, at);
                return { kind: 'object', entries: readEntries(depth), at };
            case '[':
                checkDepth(depth, at);
                return { kind: 'array', items: readItems(depth), at };
            case '"':
                return { kind: 'string', text: readString(), at };
            default:
                return readNumberOrWord(at, depth);
        }
    }
    function checkDepth(depth, at) {
        if (depth >= DEEPEST)
            throw new JsonSyntaxError(`this JSON is nested deeper than ${DEEPEST} levels`, at);
    }
    function readNumberOrWord(at, depth) {
        NUMBER_OR_WORD.lastIndex = index;
        const source = NUMBER_OR_WORD.exec(text)?.[0];
        if (source === undefined)
            return fail(depth === 0 && values.length > 0 ? 'another value or the end of the text' : ANY_VALUE, at);
        index += source.length;
        if (source === 'null')
            return { kind: 'null', at };
        if (source === 'true' || source === 'false')
            return { kind: 'boolean', value: source === 'true', at };
        return { kind: 'number', source, at };
    }
    function readEntries(depth) {
        const entries = [];
        const keys = new Set();
        index++;
        skipBlanks();
        if (text[index] === '}') {
            index++;
            return entries;
        }
        for (;;) {
            const at = here();
            if (text[index] !== '"')
                fail('a key in double quotes', at);
            const key = readString();
            if (keys.has(key))
                throw new JsonSyntaxError(`the key ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(key)} stands here a second time; give it once`, at);
            keys.add(key);
            skipBlanks();
            if (text[index] !== ':')
                fail('a colon after the key');
            index++;
            skipBlanks();
            entries.push({ key, at, value: readValue(depth + 1) });
            skipBlanks();
            if (text[index] === '}') {
                index++;
                return entries;
            }
            if (text[index] !== ',')
                fail('a comma or }');
            index++;
            skipBlanks();
        }
    }
    function readItems(depth) {
        const items = [];
        index++;
        skipBlanks();
        if (text[index] === ']') {
            index++;
            return items;
        }
        for (;;) {
            items.push(readValue(depth + 1));
            skipBlanks();
            if (text[index] === ']') {
                index++;
                return items;
            }
            if (text[index] !== ',')
                fail('a comma or ]');
            index++;
            skipBlanks();
        }
    }
    function readString() {
        const at = here();
        const end = endOfJsonString(text, index);
        if (end === undefined)
            throw new JsonSyntaxError('this text in double quotes has no end on its line', at);
        const source = text.slice(index, end);
        index = end;
        const decoded = decodeJsonString(source);
        if (decoded === undefined)
            throw new JsonSyntaxError(MALFORMED_STRING, at);
        return decoded;
    }
}
function endOfJsonString(text, start) {
    for (let index = start + 1; index < text.length; index++) {
        const character = text[index];
        if (character === '\n')
            return undefined;
        if (character === '\\' && text[index + 1] !== '\n')
            index++;
        else if (character === '"')
            return index + 1;
    }
    return undefined;
}
function decodeJsonString(source) {
    try {
        const decoded = JSON.parse(source);
        return typeof decoded === 'string' && decoded.isWellFormed() ? decoded : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

// ./src/request/lifetime.ts
/***/ 8746:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   EO: () => (/* binding */ SHORTEST_LIFE),
/* harmony export */   Tb: () => (/* binding */ DEFAULT_LIFE),
/* harmony export */   UX: () => (/* binding */ YEAR),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   dp: () => (/* binding */ HOUR),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   pY: () => (/* binding */ MINUTE),
/* harmony export */   r4: () => (/* binding */ formatInstant)
/* harmony export */ });
/* unused harmony export DAY */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const DEFAULT_LIFE = HOUR;
const SHORTEST_LIFE = MINUTE;
const UNITS = { y: YEAR, w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1 };
const UNIT_FORM = /^(?:(?<y>\d+)y)?(?:(?<w>\d+)w)?(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
const ISO_FORM = /^P(?=.)(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?=.)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?$/;
function parseDuration(input, text) {
    const problem = (message) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input, message });
    if (text.startsWith('-'))
        return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is negative; expected a duration such as 30m, 1h30m or 7d`);
    if (/[.,]\d/.test(text)) {
        return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}; a duration has no fractions: write 1h30m or 90m instead of 1.5h`);
    }
    if (/^\d+$/.test(text))
        return bounded(Number(text));
    const match = UNIT_FORM.exec(text) ?? ISO_FORM.exec(text);
    if (text === '' || match?.groups === undefined) {
        return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}; expected a duration such as 90s, 30m, 1h30m, 7d, 1w, 1y, PT1H, or a number of seconds.${hintFor(text)}`);
    }
    let seconds = 0;
    for (const [unit, length] of Object.entries(UNITS))
        seconds += Number(match.groups[unit] ?? 0) * length;
    return bounded(seconds);
    function bounded(seconds) {
        if (seconds === 0)
            return problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is no time at all; expected a duration such as 30m, 1h30m or 7d`);
        return Number.isSafeInteger(seconds * 1000)
            ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(seconds)
            : problem(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is too long to count`);
    }
}
function hintFor(text) {
    if (/^(?:\d+[ywdhms])+$/.test(text))
        return ' Units go from large to small, each at most once, as in 1h30m.';
    const joined = text.replace(/\s+/g, '');
    const [lower, upper] = [joined.toLowerCase(), joined.toUpperCase()];
    if (text === '')
        return '';
    if (UNIT_FORM.test(lower))
        return ` Did you mean ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(lower)}?`;
    return ISO_FORM.test(upper) ? ` Did you mean ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(upper)}?` : '';
}
function formatDuration(seconds) {
    const parts = [];
    let rest = Math.max(0, Math.round(seconds));
    for (const [unit, length] of [
        ['d', DAY],
        ['h', HOUR],
        ['m', MINUTE],
        ['s', 1],
    ]) {
        const count = Math.floor(rest / length);
        if (count > 0)
            parts.push(`${count}${unit}`);
        rest -= count * length;
    }
    return parts.length === 0 ? '0s' : parts.slice(0, 2).join(' ');
}
function formatInstant(instant) {
    return new Date(instant).toISOString().replace('.000Z', 'Z');
}
function endOf(lifetime, now) {
    return lifetime.kind === 'at' ? lifetime.instant : (Math.floor(now / 1000) + lifetime.seconds) * 1000;
}


/***/ }),

// ./src/request/problem.ts
/***/ 1822:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   rZ: () => (/* binding */ valid),
/* harmony export */   vX: () => (/* binding */ collectProblems)
/* harmony export */ });
function valid(value) {
    return { ok: true, value };
}
function invalid(...problems) {
    return { ok: false, problems };
}
function collectProblems() {
    const problems = [];
    return {
        problems,
        take: (result) => {
            if (result.ok)
                return result.value;
            problems.push(...result.problems);
            return undefined;
        },
    };
}
function formatProblem({ input, at, message }) {
    const place = at === undefined ? input : `${input}, line ${at.line}, column ${at.column}`;
    return `${place}: ${message}`;
}


/***/ }),

// ./src/request/request.ts
/***/ 712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ parseRequest),
/* harmony export */   e1: () => (/* binding */ ON_REVOKE_FAILURE)
/* harmony export */ });
/* unused harmony export TOKEN_FILE_FORMATS */
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1378);
/* harmony import */ var _grants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4332);
/* harmony import */ var _lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8746);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1822);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4278);






const ON_REVOKE_FAILURE = ['fail', 'warn'];
const TOKEN_FILE_FORMATS = ['token', 'json', 'env'];
const DEFAULT_TIMEOUT = 120;
const LONGEST_TIMEOUT = 3600;
const LONGEST_INPUT = 16 * 1024;
const LONGEST_GRANTS = 64 * 1024;
const LONGEST_NAME = 128;
const LONGEST_DESCRIPTION = 200;
async function parseRequest(type, issuer, inputs, now) {
    const { problems, take } = (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .collectProblems */ .vX)();
    problems.push(...checkForm(inputs), ...checkUse(type, issuer, inputs));
    const grants = (0,_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGrants */ .Ts)(inputs('grants') ?? '');
    const example = inputs('grants') === undefined ? `. An example: "${issuer.grantExample}"` : '';
    problems.push(...grants.problems.map((problem) => ({ ...problem, message: `${problem.message}${example}` })));
    const lifetime = take(await parseLifetime(issuer, inputs, now)) ?? { kind: 'in', seconds: _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_LIFE */ .Tb };
    const name = take(parseText('name', inputs('name'), LONGEST_NAME));
    const description = take(parseText('description', inputs('description'), LONGEST_DESCRIPTION));
    const options = {
        tokenFile: inputs('token_file')?.trim(),
        tokenFileFormat: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_4__/* .parseChoice */ .H)('token_file_format', inputs('token_file_format'), TOKEN_FILE_FORMATS)),
        exportEnvironment: take(parseBoolean('export_env', inputs, false)) ?? false,
        revoke: take(parseBoolean('revoke', inputs, true)) ?? true,
        onRevokeFailure: take((0,_choice_js__WEBPACK_IMPORTED_MODULE_4__/* .parseChoice */ .H)('on_revoke_failure', inputs('on_revoke_failure'), ON_REVOKE_FAILURE)),
        timeout: (take(parseTimeout(inputs('timeout'))) ?? DEFAULT_TIMEOUT) * 1000,
        summary: take(parseBoolean('summary', inputs, true)) ?? true,
        dryRun: take(parseBoolean('dry_run', inputs, false)) ?? false,
    };
    const makesTokenFile = options.tokenFile !== undefined || (options.exportEnvironment && issuer.exportsTokenFile);
    if (options.tokenFileFormat !== undefined && !makesTokenFile) {
        problems.push({ input: 'token_file_format', message: 'no token_file is given that could have this format' });
    }
    if (!options.revoke && issuer.expiry.kind === 'none') {
        problems.push({
            input: 'revoke',
            message: `${issuer.title} knows no expiry, so a token that is not revoked would live for ever; remove "revoke: false"`,
        });
    }
    const request = { type, grants: grants.grants, lifetime, name, description, given: inputs, now };
    const mangled = new Set((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)('create').filter((input) => isMangled(inputs(input))));
    const told = problems.filter(({ input }, index) => !mangled.has(input) || problems.findIndex((other) => other.input === input) === index);
    return { request, options, problems: told };
}
function isMangled(value) {
    return value !== undefined && /^-?\d(?:\.\d+)?E\+\d+$/.test(value);
}
function checkForm(inputs) {
    const problems = [];
    for (const input of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)('create')) {
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
function checkUse(type, issuer, inputs) {
    const used = new Set(issuer.inputs);
    const unused = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputsOf */ .Vc)('create').filter((input) => inputs(input) !== undefined && !(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfEveryType */ .Ds)(input) && !used.has(input));
    return unused.map((input) => ({
        input,
        message: `type ${type} does not use this input; remove it. It uses: ${issuer.inputs.join(', ') || 'no inputs of its own'}`,
    }));
}
async function parseLifetime(issuer, inputs, now) {
    const expiresIn = inputs('expires_in')?.trim();
    const expiresAt = inputs('expires_at')?.trim();
    const zone = inputs('time_zone')?.trim();
    if (expiresAt === undefined) {
        const life = parseLife(issuer, expiresIn ?? String(_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_LIFE */ .Tb));
        if (zone === undefined)
            return life;
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({ input: 'time_zone', message: 'it says how to read expires_at, which is not given; remove it' }, ...problemsOf(life));
    }
    const end = await parseEnd(issuer, expiresAt, zone, now);
    if (expiresIn === undefined)
        return end;
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({ input: 'expires_at', message: 'expires_in is given too; keep one of the two' }, ...problemsOf(parseLife(issuer, expiresIn)), ...problemsOf(end));
}
function problemsOf(result) {
    return result.ok ? [] : result.problems;
}
function parseLife(issuer, text) {
    const seconds = (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)('expires_in', text);
    if (!seconds.ok)
        return seconds;
    const problem = checkLife('expires_in', seconds.value, issuer);
    return problem === undefined ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)({ kind: 'in', seconds: seconds.value }) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)(problem);
}
async function parseEnd(issuer, text, zone, now) {
    const { parseInstant } = await Promise.all(/* import() */[__webpack_require__.e(333), __webpack_require__.e(687)]).then(__webpack_require__.bind(__webpack_require__, 2687));
    const instant = parseInstant(text, zone);
    if (!instant.ok)
        return instant;
    if (instant.value <= now) {
        const thisSecond = Math.floor(now / 1000) * 1000;
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({
            input: 'expires_at',
            message: `${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(text)} is ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInstant */ .r4)(instant.value)}, which is past; now is ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatInstant */ .r4)(thisSecond)}`,
        });
    }
    const problem = checkLife('expires_at', (instant.value - now) / 1000, issuer);
    return problem === undefined ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)({ kind: 'at', instant: instant.value }) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)(problem);
}
function checkLife(input, life, { title, expiry }) {
    const longest = expiry.kind === 'none' ? _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .YEAR */ .UX : expiry.longest;
    if (life < _lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .SHORTEST_LIFE */ .EO) {
        return {
            input,
            message: `a life of ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.floor(life))} is too short to be used; expected at least 1m`,
        };
    }
    if (life > longest) {
        return {
            input,
            message: `a life of ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.ceil(life))} is longer than ${title} allows here; expected at most ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(longest)}`,
        };
    }
    return undefined;
}
function parseTimeout(text) {
    if (text === undefined)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(DEFAULT_TIMEOUT);
    const seconds = (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)('timeout', text.trim());
    if (!seconds.ok)
        return seconds;
    if (seconds.value > LONGEST_TIMEOUT) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({
            input: 'timeout',
            message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(text)}; expected at most ${(0,_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(LONGEST_TIMEOUT)}`,
        });
    }
    return seconds;
}
function parseText(input, given, longest) {
    const text = given?.trim();
    if (text === undefined)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(undefined);
    const length = [...text].length;
    if (length > longest) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({ input, message: `the text is ${length} characters long; expected at most ${longest}` });
    }
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(text);
}
function parseBoolean(input, inputs, assumed) {
    const text = inputs(input)?.trim();
    if (text === undefined)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(assumed);
    if (/^(?:true|True|TRUE)$/.test(text))
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(true);
    if (/^(?:false|False|FALSE)$/.test(text))
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(false);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({ input, message: `found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(text)}; expected true or false` });
}


/***/ }),

// ./src/request/shown-text.ts
/***/ 4278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   qW: () => (/* binding */ isInvisible),
/* harmony export */   zO: () => (/* binding */ showCharacter)
/* harmony export */ });
/* unused harmony export enumerate */
function quote(text) {
    const characters = [...text.slice(0, 2 * 81)];
    return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 20).join('')}…` : text);
}
function shorten(text, longest) {
    if (text.length <= longest)
        return text;
    const shown = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
    return `${shown}… (${text.length - shown.length} characters more)`;
}
const MOST_LISTED = 20;
const LONGEST_LISTED = 200;
function enumerate(items, separator = ', ') {
    const shown = items.slice(0, MOST_LISTED).map((item) => shorten(item, LONGEST_LISTED));
    const more = items.length - shown.length;
    return more === 0 ? shown.join(separator) : `${shown.join(separator)} and ${more} more`;
}
function showCharacter(character) {
    if (!isInvisible(character))
        return quote(character);
    const codePoint = character.codePointAt(0) ?? 0;
    return `the invisible character U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
function isInvisible(text) {
    return !/^[ -~]*$/.test(text) && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text);
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

// ./src/request/suggestion.ts
/***/ 8533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4278);

function nearest(text, candidates, shortest = 4) {
    let best;
    for (const candidate of candidates) {
        const edits = editDistance(text.toLowerCase(), candidate.toLowerCase());
        const allowed = candidate.length >= shortest ? 2 : Math.min(1, Math.floor(candidate.length / 2));
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { candidate, edits };
    }
    return best?.candidate;
}
function didYouMean(text, candidates) {
    const candidate = nearest(text, candidates);
    return candidate === undefined ? '' : ` Did you mean ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(candidate)}?`;
}
function editDistance(from, to) {
    if (Math.abs(from.length - to.length) > 2)
        return 3;
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const current = [row];
        for (let column = 1; column <= to.length; column++) {
            const same = from[row - 1] === to[column - 1];
            let edits = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
            if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
                edits = Math.min(edits, (beforePrevious[column - 2] ?? 0) + 1);
            }
            current.push(edits);
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[to.length] ?? 0;
}


/***/ }),

// ./src/runner/hidden-secrets.ts
/***/ 4740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ hideSecrets)
/* harmony export */ });
/* harmony import */ var _lease_notice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7440);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7425);


const told = new Set();
function hideSecrets(secrets) {
    const notices = [];
    for (const secret of secrets) {
        const words = hideSecret(secret);
        const text = secret.text.trim();
        if (words === '' || told.has(text))
            continue;
        told.add(text);
        notices.push((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$)(`${secret.what} ${words}`));
    }
    return notices;
}
function hideSecret({ text, within }) {
    if (within !== undefined && text.length < _masks_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_FORM */ .Ye) {
        for (const longer of within)
            if (longer.length >= _masks_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_FORM */ .Ye)
                (0,_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecret */ .$l)(longer);
        return 'is so short that it is masked only where it stands as it is used: as a mask of its own it would garble the log. Use a longer one.';
    }
    switch ((0,_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .maskSecret */ .$l)(text)) {
        case 'in every form':
            return '';
        case 'as it stands':
            return 'is so short that only its exact text is masked, not its encoded forms. Use a longer one.';
        case 'by its longer lines':
            return `has lines of fewer than ${_masks_js__WEBPACK_IMPORTED_MODULE_0__/* .SHORTEST_FORM */ .Ye} characters. They are not masked, since as masks they would garble the log: where the secret is printed, they show. Use one of a single long line.`;
        case 'encoded only':
            return 'holds both :: and ], or begins with a colon and holds ]: this runner cannot be told to mask that, so where it is printed, it shows. Use another one.';
    }
}


/***/ }),

// ./src/runner/log-stream.ts
/***/ 1673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uf: () => (/* binding */ escapeData),
/* harmony export */   ur: () => (/* binding */ writeLog),
/* harmony export */   zP: () => (/* binding */ writeCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

function writeLog(text) {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
        try {
            rest = rest.subarray((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(1, rest));
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? error.code : undefined;
            if (code === 'EPIPE')
                return;
            if (code !== 'EAGAIN')
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        }
    }
}
function writeCommand(name, data) {
    writeLog(`::${name}::${escapeData(data)}\n`);
}
function escapeData(data) {
    return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}


/***/ }),

// ./src/runner/log.ts
/***/ 7708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TF: () => (/* binding */ annotateError),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   qz: () => (/* binding */ tell),
/* harmony export */   tf: () => (/* binding */ annotateWarning),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);
/* harmony import */ var _log_stream_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1673);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7425);



function say(text) {
    (0,_log_stream_js__WEBPACK_IMPORTED_MODULE_0__/* .writeLog */ .ur)(`${plainText(text)}\n`);
}
function annotateError(message) {
    (0,_log_stream_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCommand */ .zP)('error', plainText(message));
}
function annotateWarning(message) {
    (0,_log_stream_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCommand */ .zP)('warning', plainText(message));
}
function tell({ level, message }) {
    if (level === 'warning')
        annotateWarning(message);
    else
        say(`note: ${message}`);
}
const LONGEST_LINE = 4_000;
function plainText(text, longest = LONGEST_LINE) {
    const line = (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)((0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(text, longest));
    const plain = /^[ -~]*$/.test(line) ? line : (0,_masks_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(withoutControl(line));
    return plain.replaceAll('##[', '##\u200b[').replace(/^(\s*):(?=:)/, '$1:\u200b');
}
function withoutControl(text) {
    return (text
        .replace(/[\r\n\u2028\u2029]+/g, ' ')
        .replace(/\p{Cc}\[[0-?]*[ -/]*[@-~]/gu, '')
        .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ''));
}


/***/ }),

// ./src/runner/masks.ts + 1 modules
/***/ 7425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ye: () => (/* binding */ SHORTEST_FORM),
  $l: () => (/* binding */ maskSecret),
  E$: () => (/* binding */ redact)
});

// UNUSED EXPORTS: formsOf

;// CONCATENATED MODULE: ./src/runner/form-index.ts
function createFormIndex(shortest) {
    const places = new Map();
    const byBeginning = new Map();
    const short = [];
    let starred = false;
    let longest = 0;
    const begunIn = (text, start) => {
        const begun = new Set();
        for (let index = start; index + shortest <= text.length; index++) {
            for (const form of byBeginning.get(text.slice(index, index + shortest)) ?? [])
                begun.add(form);
        }
        return [...begun];
    };
    const placeOf = (form) => places.get(form) ?? 0;
    const within = (text) => [...short, ...begunIn(text, 0)].filter((form) => text.includes(form)).toSorted((a, b) => placeOf(a) - placeOf(b));
    return {
        add(form) {
            if (places.has(form))
                return false;
            places.set(form, places.size);
            longest = Math.max(longest, form.length);
            starred ||= form.includes('*');
            const beginning = form.slice(0, shortest);
            const alike = byBeginning.get(beginning);
            if (form.length < shortest)
                short.push(form);
            else if (alike === undefined)
                byBeginning.set(beginning, [form]);
            else
                alike.push(form);
            return true;
        },
        within,
        replaceInTurn(text) {
            let rest = text;
            let waiting = within(rest);
            for (let [form] = waiting; form !== undefined; [form] = waiting) {
                rest = rest.replaceAll(form, '***');
                const last = placeOf(form);
                waiting = (starred ? within(rest) : waiting).filter((other) => placeOf(other) > last);
            }
            return rest;
        },
        withoutBeginning(text) {
            const begun = begunIn(text, Math.max(0, text.length - longest));
            const length = begun.reduce((most, form) => Math.max(most, lengthOfBeginning(text, form)), 0);
            return length < shortest ? text : `${text.slice(0, -length)}***`;
        },
    };
}
function lengthOfBeginning(text, form) {
    const most = Math.min(text.length, form.length);
    const both = `${form.slice(0, most)}${text.slice(text.length - most)}`;
    const lengths = new Uint32Array(both.length);
    let length = 0;
    for (let index = 1; index < both.length; index++) {
        while (length > 0 && both[index] !== both[length])
            length = lengths[length - 1] ?? 0;
        if (both[index] === both[length])
            length++;
        lengths[index] = length;
    }
    while (length > most)
        length = lengths[length - 1] ?? 0;
    return length;
}

// EXTERNAL MODULE: ./src/runner/log-stream.ts
var log_stream = __webpack_require__(1673);
;// CONCATENATED MODULE: ./src/runner/masks.ts


const SHORTEST_FORM = 8;
const LONGEST_IN_PIECES = 1024;
const known = createFormIndex(SHORTEST_FORM);
function maskSecret(secret) {
    const forms = formsOf(secret);
    const torn = forms.map(known.replaceInTurn);
    let commands = '';
    const tell = (form) => {
        if (known.add(form))
            commands += maskCommand(form);
    };
    forms.forEach((form, index) => {
        tell(form);
        const rest = torn[index] ?? form;
        if (rest !== form && rest.length >= SHORTEST_FORM)
            tell(rest);
    });
    (0,log_stream/* writeLog */.ur)(commands);
    const text = secret.trim();
    if (hasShortLine(text))
        return 'by its longer lines';
    if (text !== '' && maskCommand(text) === '')
        return 'encoded only';
    return text !== '' && text.length < SHORTEST_FORM ? 'as it stands' : 'in every form';
}
function maskCommand(form) {
    if (hasShortLine(form))
        return '';
    const data = (0,log_stream/* escapeData */.uf)(form);
    if (process.env['ACT'] === 'true' && !process.env['GITEA_ACTIONS'] && /^:|::/.test(form)) {
        return form.includes(']') ? '' : `##[add-mask]${data}\n`;
    }
    return `::add-mask::${data}\n`;
}
function hasShortLine(form) {
    const lines = form.split(/[\r\n]+/);
    return lines.length > 1 && lines.some((line) => line !== '' && line.length < SHORTEST_FORM);
}
function redact(text) {
    let rest = text;
    let before;
    do {
        before = rest;
        for (const form of known.within(before).toSorted((a, b) => b.length - a.length))
            rest = rest.replaceAll(form, '***');
    } while (rest.length < before.length);
    const parts = rest.split('…');
    return parts.map((part, index) => (index === parts.length - 1 ? part : known.withoutBeginning(part))).join('…');
}
function formsOf(secret) {
    if (secret.trim() === '')
        return [];
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
    const parts = new Set([secret, ...(lines.length > 1 ? lines : []), secret.trim()]);
    const forms = new Set();
    const inPieces = secret.length <= LONGEST_IN_PIECES;
    for (const part of parts) {
        for (const form of [part, ...encodingsOf(part), ...(inPieces ? piecesOf(part) : [])]) {
            if (form.length >= SHORTEST_FORM)
                forms.add(form);
        }
    }
    forms.add(secret).add(secret.trim());
    return [...forms].toSorted((a, b) => b.length - a.length);
}
function encodingsOf(text) {
    const bytes = Buffer.from(text, 'utf8');
    const hex = bytes.toString('hex');
    const [base64 = '', ...alignments] = base64Alignments(bytes);
    return [
        base64,
        ...alignments,
        hex,
        hex.toUpperCase(),
        ...linesOf(base64, 76),
        ...linesOf(base64, 64),
        ...linesOf(hex, 60),
        ...linesOf(hex.toUpperCase(), 60),
        withoutEqualsAtEnd(text),
        ...(/^[\w.-]*$/.test(text) ? [] : [...percentEncodings(bytes), ...escapedForms(text)]),
    ];
}
function withoutEqualsAtEnd(text) {
    let end = text.length;
    while (text[end - 1] === '=')
        end--;
    return text.slice(0, end);
}
function percentEncodings(bytes) {
    const forms = [
        percentEncode(bytes, /[A-Za-z0-9\-_.!~*'()]/),
        percentEncode(bytes, /[A-Za-z0-9\-_.~]/),
        percentEncode(bytes, /[A-Za-z0-9\-_.~/]/),
        percentEncode(bytes, /[A-Za-z0-9\-_.~!$%&'()*+,]/),
        percentEncode(bytes, /[A-Za-z0-9\-_.!~*'();/?:@&=+$,#]/),
        percentEncode(bytes, /[A-Za-z0-9\-_.*]/).replaceAll('%20', '+'),
    ];
    return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}
function escapedForms(text) {
    const json = jsonEscaped(text);
    const ascii = asUnicode(json, /[^\x20-\x7e]/g);
    const twice = jsonEscaped(json);
    return [
        json,
        ascii,
        twice,
        jsonEscaped(twice),
        ascii.replaceAll('/', '\\/'),
        asUnicode(json, /[<>&\u2028\u2029]/g),
        asUnicode(json, /[<>&'=]/g),
        upperCaseUnicode(ascii),
        upperCaseUnicode(asUnicode(json.replaceAll('\\"', '\\u0022'), /[^\x20-\x7e]|[<>&'+`]/g)),
        text.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
        bytesEscaped(text),
        text.replaceAll('"', '\\"'),
        text.replaceAll("'", "''"),
        text.replaceAll("'", `'\\''`),
        text.replaceAll("'", `'"'"'`),
        text.replace(/['!]/g, `'\\$&'`),
        text.replace(/["$`\\]/g, '\\$&'),
        text.replace(/[\s'"\\|&;()<>!{}*[\]?^$`,]|^[#~]|(?<=[:=])~/g, '\\$&'),
        ...HTML_QUOTES.map(([double, single]) => text
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('"', double)
            .replaceAll("'", single)),
    ];
}
const HTML_QUOTES = [
    ['"', "'"],
    ['&quot;', "'"],
    ['&quot;', '&#39;'],
    ['&quot;', '&#x27;'],
    ['&quot;', '&apos;'],
    ['&#34;', '&#39;'],
];
function piecesOf(text) {
    const bytes = Buffer.from(text, 'utf8');
    const hex = bytes.toString('hex');
    return [
        ...base64Alignments(bytes).flatMap((form) => piecesFrom(form, 12)),
        ...piecesFrom(hex, 16),
        ...piecesFrom(hex.toUpperCase(), 16),
    ];
}
function piecesFrom(text, length) {
    return text.length > length ? [...linesOf(text, length), text.slice(-length)] : [];
}
function linesOf(text, width) {
    const lines = [];
    for (let start = 0; start < text.length; start += width)
        lines.push(text.slice(start, start + width));
    return lines.length > 1 ? lines : [];
}
function percentEncode(bytes, kept) {
    let encoded = '';
    for (const byte of bytes) {
        const character = String.fromCharCode(byte);
        encoded += byte < 0x80 && kept.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return encoded;
}
function jsonEscaped(text) {
    return JSON.stringify(text).slice(1, -1);
}
function asUnicode(text, which) {
    return text.replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function upperCaseUnicode(text) {
    return text.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
}
function bytesEscaped(text) {
    return text
        .replaceAll('\\', '\\\\')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
        .replaceAll('\t', '\\t')
        .replace(/[^\x20-\x7e]+/g, (signs) => Buffer.from(signs, 'utf8').toString('hex').replace(/../g, '\\x$&'));
}
function base64Alignments(bytes) {
    const forms = [];
    for (const before of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const form = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
        forms.push(form, form.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}


/***/ }),

// ./src/runner/open-ports.ts
/***/ 2305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ openPorts),
/* harmony export */   UF: () => (/* binding */ leaveGrace),
/* harmony export */   Zv: () => (/* binding */ GRACE)
/* harmony export */ });
/* harmony import */ var _lease_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7708);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7425);



const GRACE = 5_000;
function openPorts(timeout, stop, network, environment) {
    const told = new Set();
    const deadline = (0,_lease_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .createDeadline */ .d)(() => process.uptime() * 1_000, timeout);
    leaveGrace(stop, deadline, 'no new work is begun');
    const ports = {
        clock: _lease_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m,
        deadline,
        stop,
        network,
        mask: _masks_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecret */ .$l,
        notify(notice) {
            if (told.has(notice.message))
                return;
            told.add(notice.message);
            (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .tell */ .qz)(notice);
        },
    };
    return {
        ...ports,
        async identityToken(audience, stop) {
            const { requestIdentityToken } = await Promise.all(/* import() */[__webpack_require__.e(964), __webpack_require__.e(122)]).then(__webpack_require__.bind(__webpack_require__, 9122));
            return requestIdentityToken(environment, audience, { ...ports, stop });
        },
    };
}
function leaveGrace(stop, deadline, meaning) {
    stop.onRequest(() => {
        (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)(`${stop.signal ?? 'a signal'} received: ${meaning}`);
        deadline.leave(Math.min(deadline.remaining(), GRACE));
    });
}


/***/ }),

// ./src/runner/process-end.ts
/***/ 4879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   rr: () => (/* binding */ listenForStop)
/* harmony export */ });
function listenForStop() {
    let received;
    const waiting = new Set();
    const receive = (signal) => {
        if (received !== undefined)
            return;
        received = signal;
        for (const callback of waiting)
            callback();
        waiting.clear();
    };
    for (const signal of [
        'SIGINT',
        'SIGTERM',
        ...(process.platform === 'win32' ? ['SIGBREAK'] : []),
    ]) {
        process.on(signal, receive);
    }
    return {
        get signal() {
            return received;
        },
        onRequest(callback) {
            if (received !== undefined) {
                callback();
                return () => undefined;
            }
            const entry = () => callback();
            waiting.add(entry);
            return () => waiting.delete(entry);
        },
    };
}
function exitCodeOf(signal) {
    return signal === 'SIGINT' ? 130 : 143;
}
function endProcess(exitCode) {
    process.exit(exitCode);
}


/***/ }),

// ./src/runner/proxy-secrets.ts
/***/ 8270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ proxySecrets)
/* harmony export */ });
const SHORTEST_TOKEN = 16;
function proxySecrets(settings) {
    const secrets = new Map();
    for (const name of ['http_proxy', 'https_proxy', 'all_proxy']) {
        const text = settings[name];
        for (const { user, password, host } of [writtenIn(text), parsedFrom(text)]) {
            const what = `The ${password === '' ? 'token' : 'password'} of the proxy in ${name}`;
            const secret = password === '' && user.length >= SHORTEST_TOKEN ? user : password;
            if (secret === '')
                continue;
            const meant = { user: decoded(user), password: decoded(password) };
            const basic = Buffer.from(`${meant.user}:${meant.password}`).toString('base64');
            const within = [`${user}:${password}@${host}`, basic];
            for (const form of [secret, decoded(secret)]) {
                const known = secrets.get(form)?.within ?? [];
                secrets.set(form, { what, text: form, within: [...new Set([...known, ...within])] });
            }
        }
    }
    return [...secrets.values()];
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function writtenIn(text) {
    const authority = text.replace(/^\w+:\/\//, '').replace(/[/?#].*$/s, '');
    const end = authority.lastIndexOf('@');
    const [user = '', ...rest] = authority.slice(0, Math.max(0, end)).split(':');
    return { user, password: rest.join(':'), host: authority.slice(end + 1) };
}
function parsedFrom(text) {
    const url = text.includes('://') ? text : `http://${text}`;
    if (!URL.canParse(url))
        return { user: '', password: '', host: '' };
    const { username, password, host } = new URL(url);
    return { user: username, password, host };
}


/***/ }),

// ./src/runner/state.ts
/***/ 6003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ EMPTY_STATE),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
const EMPTY_STATE = {
    record: '',
    credential: '',
    credential_id: '',
    identity_token_url: '',
    on_revoke_failure: '',
    token_file: '',
    token_file_sha256: '',
    token_file_folder: '',
    http_proxy: '',
    https_proxy: '',
    all_proxy: '',
    no_proxy: '',
    authorities: '',
    resolver: '',
};
function readState(environment) {
    const state = { ...EMPTY_STATE };
    let name;
    for (name in state)
        state[name] = environment[`STATE_${name}`] ?? '';
    return state;
}


/***/ }),

// ./src/http/network.ts + 3 modules
/***/ 4079:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseNetwork: () => (/* binding */ parseNetwork),
  L: () => (/* binding */ readNetwork),
  j: () => (/* binding */ serializeNetwork)
});

// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __webpack_require__(7440);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(4278);
;// CONCATENATED MODULE: ./src/http/node-options.ts
function nodeOptions(environment) {
    const written = (environment['NODE_OPTIONS'] ?? '').split(/\s+/);
    return [...written, ...process.execArgv].map((option) => {
        const [name = '', ...value] = option.replace(/^"|"$/g, '').split('=');
        return [name.replaceAll('_', '-'), ...value].join('=');
    });
}
function flag(options, name) {
    const last = options.findLast((option) => option === `--${name}` || option === `--no-${name}`);
    return last === undefined ? undefined : last === `--${name}`;
}

;// CONCATENATED MODULE: ./src/http/authority-sources.ts

function authoritySources(environment) {
    const options = nodeOptions(environment);
    const bundled = flag(options, 'use-bundled-ca') ?? !builtForOpenssl();
    return {
        openssl: flag(options, 'use-openssl-ca') ?? !bundled,
        system: flag(options, 'use-system-ca') ?? environment['NODE_USE_SYSTEM_CA'] === '1',
        extraFile: environment['NODE_EXTRA_CA_CERTS'] ?? '',
    };
}
function builtForOpenssl() {
    const { target_defaults: defaults } = process.config;
    return defaults.defines.includes('NODE_OPENSSL_CERT_STORE');
}
function areDefault({ openssl, system, extraFile }) {
    return !openssl && !system && extraFile === '';
}

// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(7856);
// EXTERNAL MODULE: ./src/http/resolver.ts
var http_resolver = __webpack_require__(3192);
;// CONCATENATED MODULE: ./src/http/what-node-shows.ts


const DEBUGGED = ['http', 'https', 'http2', 'net', 'tls', 'stream', 'undici', 'fetch'];
const OPTIONS = ['--tls-keylog', '--trace-tls'];
function whatNodeShows(environment) {
    const { NODE_DEBUG: debug = '', SSLKEYLOGFILE: keys = '' } = environment;
    if (debugs(debug))
        return what_node_shows_closed(`NODE_DEBUG is ${(0,shown_text/* quote */.hD)(debug)}`, 'NODE_DEBUG');
    const option = nodeOptions(environment).find((text) => OPTIONS.some((name) => text === name || text.startsWith(`${name}=`)));
    if (option !== undefined)
        return what_node_shows_closed(`Node was started with ${option.replace(/=.*$/s, '')}`, 'it');
    const { variables } = process.config;
    if (keys !== '' && variables.node_shared_openssl)
        return what_node_shows_closed('SSLKEYLOGFILE is set', 'SSLKEYLOGFILE');
    return undefined;
}
function what_node_shows_closed(why, what) {
    return {
        words: `nothing is sent, since ${why}: what is sent and answered, secrets included, would be shown before it is masked`,
        advice: `Remove ${what} from the environment of the job`,
    };
}
function debugs(text) {
    if (text === '')
        return false;
    const names = text.split(',').map((name) => name
        .trim()
        .replace(/[|\\{}()[\]^$+?.]/g, '\\$&')
        .replaceAll('*', '.*'));
    const pattern = new RegExp(`^(?:${names.join('|')})$`, 'i');
    return DEBUGGED.some((name) => pattern.test(name));
}

;// CONCATENATED MODULE: ./src/http/network.ts






const DEFAULT_AUTHORITIES = { kind: 'default' };
async function readNetwork(environment, notify) {
    const proxies = (0,proxy/* readProxies */.r)(environment);
    const sources = authoritySources(environment);
    const resolver = (0,http_resolver/* readResolver */.J5)(environment);
    return {
        proxies,
        isException: await readNoProxy(proxies, notify),
        authorities: areDefault(sources)
            ? DEFAULT_AUTHORITIES
            : (await __webpack_require__.e(/* import() */ 201).then(__webpack_require__.bind(__webpack_require__, 4201))).readAuthorities(sources, notify),
        resolver,
        closed: whatNodeShows(environment) ?? tooLong(proxies, resolver) ?? (0,http_resolver/* unprovedNames */.wf)(resolver),
    };
}
const none = () => false;
async function readNoProxy(proxies, notify) {
    const { http_proxy, https_proxy, all_proxy, no_proxy } = proxies;
    if (no_proxy === '' || (http_proxy === '' && https_proxy === '' && all_proxy === ''))
        return none;
    const { isException, notUnderstood } = (await __webpack_require__.e(/* import() */ 428).then(__webpack_require__.bind(__webpack_require__, 8428))).readExceptions(no_proxy);
    if (notUnderstood.length > 0) {
        notify((0,notice/* warning */.$)(`no_proxy: not understood, and so without effect: ${notUnderstood.map(shown_text/* quote */.hD).join(', ')}. Expected names and addresses such as corp.example, .corp.example, 10.0.0.0/8 or fd00::/8, each with a port or without, separated by commas or blanks.`));
    }
    return isException;
}
const LONGEST_TEXT = 16_384;
function tooLong(proxies, resolver) {
    const texts = { ...proxies, 'the settings of the resolver': (0,http_resolver/* printResolver */.ar)(resolver) };
    const found = Object.entries(texts).find(([, text]) => text.length > LONGEST_TEXT);
    if (found === undefined)
        return undefined;
    const [name, { length }] = found;
    return {
        words: `nothing is sent, since ${name} cannot be kept for the post step: ${length} characters, where ${LONGEST_TEXT} fit`,
        advice: 'Make it shorter',
    };
}
async function serializeNetwork({ proxies, authorities, resolver }, folder) {
    return {
        ...proxies,
        authorities: authorities.kind === 'default'
            ? ''
            : (await __webpack_require__.e(/* import() */ 201).then(__webpack_require__.bind(__webpack_require__, 4201))).serializeAuthorities(authorities, folder),
        resolver: (0,http_resolver/* printResolver */.ar)(resolver),
    };
}
async function parseNetwork(texts, environment) {
    const { http_proxy, https_proxy, all_proxy, no_proxy } = texts;
    const proxies = { http_proxy, https_proxy, all_proxy, no_proxy };
    const resolver = (0,http_resolver/* parseResolver */.sm)(texts.resolver);
    return {
        proxies,
        isException: await readNoProxy(proxies, () => undefined),
        authorities: await parseAuthorities(texts.authorities, environment),
        resolver,
        closed: whatNodeShows(environment) ?? (0,http_resolver/* changedNames */.tS)(resolver),
    };
}
async function parseAuthorities(text, environment) {
    if (text !== '')
        return (await __webpack_require__.e(/* import() */ 201).then(__webpack_require__.bind(__webpack_require__, 4201))).parseAuthorities(text);
    if (areDefault(authoritySources(environment)))
        return DEFAULT_AUTHORITIES;
    return { kind: 'listed', bundled: true, others: [] };
}


/***/ }),

// ./src/http/proxy.ts
/***/ 7856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor),
/* harmony export */   r: () => (/* binding */ readProxies)
/* harmony export */ });
/* harmony import */ var _server_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7952);

function readProxies(environment) {
    const read = (name) => environment[name] || environment[name.toUpperCase()] || '';
    return {
        http_proxy: read('http_proxy'),
        https_proxy: read('https_proxy'),
        all_proxy: read('all_proxy'),
        no_proxy: read('no_proxy'),
    };
}
function proxyFor(server, { proxies, isException }) {
    const own = server.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const name = proxies[own] === '' ? 'all_proxy' : own;
    const value = proxies[name];
    if (value === '' || (0,_server_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(server) || isException(server))
        return undefined;
    try {
        const url = new URL(value.includes('://') ? value : `http://${value}`);
        return { url, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
    }
    catch {
        throw new Error(`the value of ${name} is not the URL of a proxy; expected one such as http://127.0.0.1:3128, with special characters in a user or password percent-encoded`);
    }
}


/***/ }),

// ./src/http/server-address.ts
/***/ 7952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   w4: () => (/* binding */ hostOf)
/* harmony export */ });
function hostOf({ hostname }) {
    return hostname.replace(/^\[|\]$/g, '');
}
function portOf({ port, protocol }) {
    if (port !== '')
        return Number(port);
    return protocol === 'https:' ? 443 : 80;
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}


/***/ }),

// ./src/lease/attempt.ts + 2 modules
/***/ 3371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q0: () => (/* binding */ describe),
  jN: () => (/* binding */ isDescribedBy),
  oG: () => (/* binding */ newAttempt)
});

// EXTERNAL MODULE: ./src/request/lifetime.ts
var request_lifetime = __webpack_require__(8746);
;// CONCATENATED MODULE: ./src/lease/origin.ts
const origin_MINTERS = [
    'gitlab',
    'buildkite',
    'jenkins',
    'circleci',
    'azure',
    'bitbucket',
    'tekton',
    'woodpecker',
    'terminal',
];

;// CONCATENATED MODULE: ./src/lease/marker.ts


const LONGEST_MARKER = 500;
const LONGEST = { repository: 140, run: 40, attempt: 40, job: 64, at: 64 };
const CHARACTERS = {
    repository: 'A-Za-z0-9._/@-',
    run: 'A-Za-z0-9._-',
    attempt: 'A-Za-z0-9._-',
    job: 'A-Za-z0-9._/-',
    at: 'A-Za-z0-9._:-',
};
function markerOf(lease, longest = LONGEST_MARKER) {
    const { at = '', by, repository, run, attempt, job } = lease.origin;
    const origin = {
        ...(at === '' ? {} : { at: asPrinted('at', at) }),
        ...(by === undefined ? {} : { by }),
        repository: asPrinted('repository', repository),
        run: asPrinted('run', run),
        attempt: asPrinted('attempt', attempt),
        job: asPrinted('job', job),
    };
    return fitMarker({ ...lease, origin }, longest);
}
function fitMarker(marker, longest = LONGEST_MARKER) {
    if (printMarker(marker).length <= longest)
        return marker;
    const withoutJob = { ...marker, origin: { ...marker.origin, job: '' } };
    const excess = printMarker(withoutJob).length - longest;
    if (excess <= 0)
        return withoutJob;
    const { repository } = marker.origin;
    return {
        ...withoutJob,
        origin: { ...withoutJob.origin, repository: cutTo(repository.length - excess, repository) },
    };
}
function printMarker({ leaseId, origin, expiresAt, untilExpiry }) {
    const { at, by, repository, run, attempt, job } = origin;
    const fields = [
        `lease=${leaseId}`,
        `repo=${repository}`,
        `run=${run}/${attempt}`,
        ...(job === '' ? [] : [`job=${job}`]),
        `expires=${(0,request_lifetime/* formatInstant */.r4)(expiresAt)}`,
        ...(at === undefined ? [] : [`at=${at}`]),
        ...(by === undefined ? [] : [`by=${by}`]),
        ...(untilExpiry ? ['until=expiry'] : []),
    ];
    return `${BEGINNING}${fields.join(' ')}]`;
}
function describeWith(text, marker) {
    return text === '' ? marker : `${text} ${marker}`;
}
function readDescription(description) {
    const found = findMarker(description);
    if (found === undefined)
        return { kind: 'foreign' };
    const marker = parseFields(found.marker);
    if (marker === undefined)
        return { kind: isOfLaterVersion(found.marker) ? 'of-later-version' : 'foreign' };
    return { kind: 'marked', text: found.text, marker };
}
function bearsLease(description, leaseId) {
    return findMarker(description)?.marker.startsWith(`${BEGINNING}lease=${leaseId} `) ?? false;
}
function isPrintedAs(printed, name, text) {
    return printed === cutTo(printed.length, asPrinted(name, text));
}
function isChanged(printed) {
    return MARK.test(printed);
}
function asPrinted(name, text) {
    const plain = text.replace(new RegExp(`[^${CHARACTERS[name]}]+`, 'g'), '_');
    return cutTo(LONGEST[name], plain === text ? text : `${plain}~${shortHash(text)}`);
}
const MARK = /~[0-9a-f]{8}$/;
function cutTo(longest, printed) {
    if (printed.length <= longest)
        return printed;
    const mark = MARK.exec(printed)?.[0] ?? `~${shortHash(printed)}`;
    return `${printed.replace(MARK, '').slice(0, Math.max(0, longest - mark.length))}${mark}`;
}
function shortHash(text) {
    return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 8);
}
const BEGINNING = '[mint-token ';
const FORM = /^\[mint-token lease=[0-9a-f]{32}(?: [a-z][a-z0-9_-]*=[^\s[\]]*)+\]$/;
const LONGEST_FORM = 4 * LONGEST_MARKER;
function findMarker(description) {
    const start = description.lastIndexOf(BEGINNING);
    if (start === -1 || description.length - start > LONGEST_FORM)
        return undefined;
    const marker = description.slice(start);
    return FORM.test(marker) ? { text: description.slice(0, start).replace(/ $/, ''), marker } : undefined;
}
const field = (name) => `(?<${name}>[${CHARACTERS[name]}]*(?:~[0-9a-f]{8})?)`;
const FIELDS = new RegExp([
    '^\\[mint-token lease=(?<lease>[0-9a-f]{32})',
    `repo=${field('repository')}`,
    `run=${field('run')}/${field('attempt')}(?: job=(?=[^ ])${field('job')})?`,
    `expires=(?<expires>[0-9TZ:.-]+)(?: at=(?=[^ ])${field('at')})?(?: by=(?<by>${origin_MINTERS.join('|')}))?(?<until> until=expiry)?\\]$`,
].join(' '));
function parseFields(text) {
    const fields = FIELDS.exec(text)?.groups;
    const expiresAt = Date.parse(fields?.['expires'] ?? '');
    if (fields === undefined || Number.isNaN(expiresAt) || formatInstant(expiresAt) !== fields['expires'])
        return undefined;
    const { lease: leaseId = '', repository = '', run = '', attempt = '', job = '', at } = fields;
    const by = MINTERS.find((minter) => minter === fields['by']);
    const texts = { repository, run, attempt, job, at: at ?? '' };
    if (!NAMES.every((name) => texts[name].length <= LONGEST[name]))
        return undefined;
    return {
        leaseId,
        origin: {
            ...(at === undefined ? {} : { at }),
            ...(by === undefined ? {} : { by }),
            repository,
            run,
            attempt,
            job,
        },
        expiresAt,
        untilExpiry: fields['until'] !== undefined,
    };
}
const NAMES = (/* unused pure expression or super */ null && (['repository', 'run', 'attempt', 'job', 'at']));
const KNOWN_FIELDS = new Set(['lease', 'repo', 'run', 'job', 'expires', 'at', 'by', 'until']);
function isOfLaterVersion(marker) {
    const fields = marker.slice(BEGINNING.length, -1).split(' ');
    return fields.some((field) => {
        const [name = '', value = ''] = field.split('=', 2);
        if (!KNOWN_FIELDS.has(name))
            return true;
        const word = /^[a-z][a-z0-9-]*$/.test(value);
        return (word &&
            ((name === 'by' && !MINTERS.some((minter) => minter === value)) || (name === 'until' && value !== 'expiry')));
    });
}

;// CONCATENATED MODULE: ./src/lease/attempt.ts


function newAttempt(wish, now) {
    const { name, description = '', lifetime, expiry, origin, revoke, longestDescription = Infinity } = wish;
    const { randomBytes, randomInt } = process.getBuiltinModule('node:crypto');
    const leaseId = randomBytes(16).toString('hex');
    const wantedEnd = (0,request_lifetime/* endOf */.pJ)(lifetime, now);
    const expiresAt = expiry.kind === 'millisecond' ? wantedEnd - randomInt(10_000) : wantedEnd;
    const room = longestDescription - (description === '' ? 0 : [...description].length + 1);
    const marker = markerOf({ leaseId, origin, expiresAt, untilExpiry: !revoke }, Math.min(room, LONGEST_MARKER));
    return {
        leaseId,
        name: name ?? generatedName(origin, leaseId),
        description,
        marker: printMarker(marker),
        startedAt: now,
        expiresAt,
    };
}
function describe({ description, marker }) {
    return describeWith(description, marker);
}
function isDescribedBy(text, { leaseId }) {
    return bearsLease(text, leaseId);
}
function generatedName({ repository, run, attempt, job }, leaseId) {
    const repositoryName = repository.slice(repository.lastIndexOf('/') + 1);
    const readable = [repositoryName.slice(0, 24), run, attempt, job].join('-').replace(/[^A-Za-z0-9]+/g, '-');
    return `mint-token-${readable.slice(0, 56)}-${leaseId}`.replace(/-+/g, '-');
}


/***/ }),

// ./src/lease/issuer.ts
/***/ 2247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Refused)
/* harmony export */ });
class Refused extends Error {
    name = 'Refused';
    problems;
    constructor(message, options = {}) {
        super(message, options);
        this.problems = options.problems ?? [];
    }
}


/***/ }),

// ./src/entries/post.ts + 2 modules
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
function endOfAttempt({ outcome, expiresAt }) {
    return outcome.kind === 'delivered' ? outcome.expiresAt : expiresAt;
}

// EXTERNAL MODULE: ./src/request/lifetime.ts
var lifetime = __webpack_require__(8746);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(7708);
;// CONCATENATED MODULE: ./src/verbs/report-ending.ts



function reportEnding(ending, record, onRevokeFailure, now) {
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
            return annotate(message, onRevokeFailure === 'fail');
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
            return annotate(message, failsJob(attempt, record, onRevokeFailure, now));
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
function failsJob(attempt, { expires }, onRevokeFailure, now) {
    if (onRevokeFailure !== undefined)
        return onRevokeFailure === 'fail';
    return !expires || endOfAttempt(attempt) - now > lifetime/* HOUR */.dp * 1000;
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
// EXTERNAL MODULE: ./src/request/request.ts
var request = __webpack_require__(712);
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
    const onRevokeFailure = request/* ON_REVOKE_FAILURE */.e1.find((choice) => choice === state.on_revoke_failure);
    return endings.map((ending) => reportEnding(ending, record, onRevokeFailure, clock/* systemClock */.m.now())).includes(true);
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

/***/ 6982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					for (const file of {
839: ["entries-mint.chunk.js"],
375: [],
201: ["http-authorities.chunk.js"],
428: ["http-no-proxy.chunk.js"],
973: ["entries-mint.chunk.js","issuers-datasette-grants.chunk.js"],
104: ["entries-mint.chunk.js","issuers-datasette-grants.chunk.js"],
642: ["entries-mint.chunk.js","http-client.chunk.js","issuers-influxdb-issuer.chunk.js"],
509: ["entries-mint.chunk.js","issuers-influxdb-issuer.chunk.js"],
893: ["http-client.chunk.js","issuers-influxdb-tokens.chunk.js"],
728: ["entries-mint.chunk.js","issuers-namespace-issuer.chunk.js"],
256: ["entries-mint.chunk.js","issuers-namespace-issuer.chunk.js"],
176: ["http-client.chunk.js","issuers-namespace-api.chunk.js"],
943: ["entries-mint.chunk.js","http-client.chunk.js","issuers-solarnetwork-issuer.chunk.js"],
380: ["entries-mint.chunk.js","issuers-solarnetwork-issuer.chunk.js"],
324: ["http-client.chunk.js","issuers-solarnetwork-api.chunk.js"],
687: ["request-calendar.chunk.js"],
122: ["issuers-namespace-api.chunk.js"],
79: [],
334: ["entries-mint.chunk.js"],
337: ["http-client.chunk.js","issuers-datasette-acceptance.chunk.js"],
333: ["luxon.chunk.js"],
964: ["http-client.chunk.js"],
714: [],
}[chunkId]) installChunk(require("./" + file));
installedChunks[chunkId] = 1;
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   mint: () => (/* binding */ mint),
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
const mint = () => Promise.all(/* import() */[__nccwpck_require__.e(714), __nccwpck_require__.e(839)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8839));
const post = () => Promise.all(/* import() */[__nccwpck_require__.e(714), __nccwpck_require__.e(375)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5375));

module.exports = __webpack_exports__;
/******/ })()
;
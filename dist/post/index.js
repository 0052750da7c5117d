import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7440:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ warning),
/* harmony export */   l: () => (/* binding */ notice)
/* harmony export */ });
const warning = (message) => ({ level: 'warning', message });
const notice = (message) => ({ level: 'notice', message });


/***/ }),

/***/ 1102:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ throwIfStopped),
/* harmony export */   C9: () => (/* binding */ Stopped),
/* harmony export */   Dz: () => (/* binding */ SHORTEST_TRY),
/* harmony export */   q3: () => (/* binding */ neverStops)
/* harmony export */ });
/** How much time a request must have: none is sent again when less is left. */
const SHORTEST_TRY = 1_000;
/** For work that is done because a stop was requested, and must not be stopped by it. */
const neverStops = { signal: undefined, onRequest: () => () => undefined };
/** Thrown instead of beginning new work after a stop was requested. */
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

/***/ 8746:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UX: () => (/* binding */ YEAR),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   dp: () => (/* binding */ HOUR),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   pY: () => (/* binding */ MINUTE),
/* harmony export */   r4: () => (/* binding */ formatInstant)
/* harmony export */ });
/* unused harmony exports DAY, DEFAULT_LIFE, SHORTEST_LIFE, parseDuration */


const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const DEFAULT_LIFE = (/* unused pure expression or super */ null && (HOUR));
const SHORTEST_LIFE = (/* unused pure expression or super */ null && (MINUTE));
const UNITS = { y: YEAR, w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1 };
const UNIT_FORM = /^(?:(?<y>\d+)y)?(?:(?<w>\d+)w)?(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
const ISO_FORM = /^P(?=.)(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?=.)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?$/;
/**
 * Reads `90s`, `30m`, `1h30m`, `7d`, `1w`, `1y` (365 days), a bare number of seconds, or ISO 8601 with weeks, days, hours,
 * minutes and seconds (`PT1H`). The units of the short form go from large to small.
 */
function parseDuration(input, text) {
    const problem = (message) => invalid({ input, message });
    if (text.startsWith('-'))
        return problem(`found ${quote(text)}, which is negative; expected a duration such as 30m, 1h30m or 7d`);
    if (/[.,]\d/.test(text)) {
        return problem(`found ${quote(text)}; a duration has no fractions: write 1h30m or 90m instead of 1.5h`);
    }
    if (/^\d+$/.test(text))
        return bounded(Number(text));
    const match = UNIT_FORM.exec(text) ?? ISO_FORM.exec(text);
    if (text === '' || match?.groups === undefined) {
        return problem(`found ${quote(text)}; expected a duration such as 90s, 30m, 1h30m, 7d, 1w, 1y, PT1H, or a number of seconds.${hintFor(text)}`);
    }
    let seconds = 0;
    for (const [unit, length] of Object.entries(UNITS))
        seconds += Number(match.groups[unit] ?? 0) * length;
    return bounded(seconds);
    function bounded(seconds) {
        if (seconds === 0)
            return problem(`found ${quote(text)}, which is no time at all; expected a duration such as 30m, 1h30m or 7d`);
        return Number.isSafeInteger(seconds * 1000)
            ? valid(seconds)
            : problem(`found ${quote(text)}, which is too long to count`);
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
        return ` Did you mean ${quote(lower)}?`;
    return ISO_FORM.test(upper) ? ` Did you mean ${quote(upper)}?` : '';
}
/** A duration as people write it, by its two largest units: `1h 30m`, `365d`. */
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
/** RFC 3339 in UTC, without a fraction where there is none: `2026-10-30T12:45:00Z`. */
function formatInstant(instant) {
    return new Date(instant).toISOString().replace('.000Z', 'Z');
}
/** The instant at which a token minted now shall end; whole seconds. */
function endOf(lifetime, now) {
    return lifetime.kind === 'at' ? lifetime.instant : (Math.floor(now / 1000) + lifetime.seconds) * 1000;
}


/***/ }),

/***/ 4278:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   qW: () => (/* binding */ isInvisible),
/* harmony export */   zO: () => (/* binding */ showCharacter)
/* harmony export */ });
/**
 * Text as a person would quote it in a message: JSON's quotes and escapes. Of more than 80 characters the first 20 are shown:
 * a secret that was put into the wrong input is masked by the runner as a whole, and not when a part of it is left out.
 */
function quote(text) {
    const characters = [...text];
    return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 20).join('')}…` : text);
}
/** How a message names a single character that was found: quoted, or by its code point when nobody would see it. */
function showCharacter(character) {
    if (!isInvisible(character))
        return quote(character);
    const codePoint = character.codePointAt(0) ?? 0;
    return `the invisible character U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
/** Whether a text holds a character that nobody sees as what it is: of control or format, a blank other than the plain one. */
function isInvisible(text) {
    // Most text is plain, and classes of Unicode take longer to be made than all of it to be looked at.
    return !/^[ -~]*$/.test(text) && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text);
}
/** What an error says, without its stack: for a person. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./src/issuers/registry.ts


const MODULES = new Map([
    ['datasette', { issuer: async () => (await __nccwpck_require__.e(/* import() */ 239).then(__nccwpck_require__.bind(__nccwpck_require__, 9239))).datasette }],
    [
        'influxdb',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(44), __nccwpck_require__.e(100)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2100))).influxdb,
            tokens: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(893)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6893))).openTokens,
        },
    ],
    [
        'namespace',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(44), __nccwpck_require__.e(776), __nccwpck_require__.e(939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2939))).namespaceToken,
            tokens: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(44), __nccwpck_require__.e(776), __nccwpck_require__.e(176)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4176))).openTokens,
        },
    ],
    [
        'namespace/user',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(44), __nccwpck_require__.e(776), __nccwpck_require__.e(939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2939))).namespaceUserToken,
            tokens: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(44), __nccwpck_require__.e(776), __nccwpck_require__.e(176)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4176))).openTokens,
        },
    ],
    [
        'solarnetwork/ReadNodeData',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(44), __nccwpck_require__.e(324), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2973))).readNodeData,
            tokens: async () => {
                const { openTokens } = await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(324), __nccwpck_require__.e(60)]).then(__nccwpck_require__.bind(__nccwpck_require__, 324));
                return (...lease) => openTokens('ReadNodeData', ...lease);
            },
        },
    ],
    [
        'solarnetwork/User',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(44), __nccwpck_require__.e(324), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2973))).user,
            tokens: async () => {
                const { openTokens } = await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(324), __nccwpck_require__.e(60)]).then(__nccwpck_require__.bind(__nccwpck_require__, 324));
                return (...lease) => openTokens('User', ...lease);
            },
        },
    ],
]);
const TYPES = [...MODULES.keys()];
/** Undefined for a type that does not exist. */
async function loadIssuer(type) {
    return MODULES.get(type)?.issuer();
}
/** Undefined for a type that does not exist, and for one whose tokens cannot be revoked. */
async function loadTokens(type) {
    return MODULES.get(type)?.tokens?.();
}
/** What to say of a type that does not exist. */
function unknownType(type) {
    return `found ${quote(type)}; expected one of ${TYPES.join(', ')}.${didYouMean(type, TYPES)}`;
}

;// CONCATENATED MODULE: ./src/lease/clock.ts
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
/**
 * A deadline `duration` milliseconds from now. Its timers do not keep the process alive.
 *
 * @param elapsed milliseconds since some moment, by a clock that nobody sets
 */
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
            // An entry of its own for each call: the same callback may wait twice.
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

// EXTERNAL MODULE: ./src/lease/ports.ts
var lease_ports = __nccwpck_require__(1102);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __nccwpck_require__(4278);
;// CONCATENATED MODULE: ./src/lease/record.ts

function withoutSecret(authentication) {
    return authentication.kind === 'secret' ? { kind: 'secret' } : authentication;
}
/**
 * How to reach the issuer again, from the record and the secret that was kept beside it.
 *
 * @throws Error when the secret is lost
 */
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
/** @throws Error when the text is no record of this version: for a user, who has to revoke by hand */
function parseRecord(text) {
    try {
        return readRecord(objectOf(readJson(text), 'the record'));
    }
    catch (error) {
        throw new Error(`the record of the lease in the saved state cannot be read: ${(0,shown_text/* messageOf */.bD)(error)}. Revoke the token by hand: the log of the step that minted it names it`, { cause: error });
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
    const onRevokeFailure = value['onRevokeFailure'];
    if (onRevokeFailure !== undefined && onRevokeFailure !== 'fail' && onRevokeFailure !== 'warn') {
        throw new Error('onRevokeFailure is neither fail nor warn');
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
        onRevokeFailure,
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

// EXTERNAL MODULE: ./src/request/lifetime.ts
var lifetime = __nccwpck_require__(8746);
;// CONCATENATED MODULE: ./src/lease/lost-token.ts

/**
 * When the token of a lost answer is looked for: a server may act late. Counted from the end of the first look, which
 * takes long when the server is away for a while: it cannot act before it is back.
 */
const LAST_LOOK = 10_000;
const LOOKS = [0, 2_000, 5_000, LAST_LOOK];
/** Whether no look is left to do. */
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
/**
 * Looks for the token of an attempt whose answer was lost: until one is there, all looks are done, or the time is over.
 *
 * @throws Stopped when a stop is requested
 */
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
        (0,lease_ports/* throwIfStopped */.$J)(stop);
        try {
            last = await find(attempt);
        }
        catch (error) {
            (0,lease_ports/* throwIfStopped */.$J)(stop);
            // A look that the end of the time cut short takes nothing from those before it, no more than one that was not begun.
            if (last.kind === 'found' && deadline.remaining() <= lease_ports/* SHORTEST_TRY */.Dz)
                return judge(last, false);
            last = { kind: 'failed', reason: error };
        }
        begunAt ??= clock.now();
        if (last.kind === 'ambiguous' || (last.kind === 'found' && last.ids.length > 0))
            break;
    }
    return judge(last, true);
}
/** What the last look means. */
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

;// CONCATENATED MODULE: ./src/lease/revoke.ts



/**
 * Ends a lease from its record: revokes each token by its id, and looks for the token of each attempt whose answer was
 * lost. All at once, since each may take all the time that is left, whatever becomes of the others.
 */
async function endLease(record, tokens, ports) {
    const isLost = ({ outcome }) => outcome.kind === 'open';
    // What a search looks for is of no use to anyone, since nobody has its secret: it is told last.
    const inOrder = [...record.attempts.filter((attempt) => !isLost(attempt)), ...record.attempts.filter(isLost)];
    const endings = await Promise.all(inOrder.map((attempt) => endAttempt(record, attempt, tokens, ports)));
    return endings.flat();
}
/** How a lease ends whose issuer cannot be asked at all: each token that may be left fails, and is told by what is known of it. */
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
/**
 * When to look for the token of a lost answer. One look is enough when main did the others, or when a server that acts late
 * has had its time: main sends nothing after its own time, which is twice that of the end.
 */
function looksFor({ timeout }, { startedAt }, searched, now) {
    const settledAt = startedAt + 2 * timeout + LAST_LOOK;
    return searched || now >= settledAt ? LOOKS.slice(0, 1) : LOOKS;
}
async function endLost(attempt, looks, tokens, ports) {
    const failed = (reason) => [
        { kind: 'failed', attempt, reason, byHand: tokens.byHand({ attempt }) },
    ];
    const search = await searchLostToken(attempt, looks, tokens, ports);
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
/** Whether a failure to revoke fails the job: as the user said, else by how long the token would live on. */
function failsJob(record, attempt, now) {
    if (record.onRevokeFailure !== undefined)
        return record.onRevokeFailure === 'fail';
    return !record.expires || endOfAttempt(attempt) - now > lifetime/* HOUR */.dp * 1000;
}
/** The end of the token: the one that was asked for, until the issuer said which it gave. */
function endOfAttempt({ outcome, expiresAt }) {
    return outcome.kind === 'delivered' ? outcome.expiresAt : expiresAt;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/runner/log-stream.ts

/**
 * Writes to the log of the step, and returns when the system has it: nothing said is lost when the process ends, and
 * masks are there before what they mask. Not by process.stdout, whose set-up costs a step more than all that it says, and
 * which is asynchronous for pipes on Windows.
 */
function writeLog(text) {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
        try {
            rest = rest.subarray((0,external_node_fs_.writeSync)(1, rest));
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? error.code : undefined;
            // Nobody reads the log any more. What is under way is still brought to its end: a token may have to be revoked.
            if (code === 'EPIPE')
                return;
            if (code !== 'EAGAIN')
                throw error;
            // A pipe that does not block is full: its reader needs a moment.
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        }
    }
}
/** A command to the runner, by the escaping of its parser (actions/runner, ActionCommand.cs): one line, whatever the data. */
function writeCommand(name, data) {
    writeLog(`::${name}::${escapeData(data)}\n`);
}
function escapeData(data) {
    return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

;// CONCATENATED MODULE: ./src/runner/masks.ts

/** A form shorter than this would hide too much of every log. */
const SHORTEST_FORM = 8;
/** Longer secrets are masked in every form, but not in pieces of it: a runner would search each line for thousands of them. */
const LONGEST_IN_PIECES = 1024;
/** What this process knows to be secret, longest first, to keep it out of texts that do not pass through a log's mask. */
let known = [];
/** The same in the order in which runners were told. */
const told = new Set();
/** Hides a secret from the logs of this job: from now on, in this step and in later ones. */
function maskSecret(secret) {
    const earlier = [...told];
    let commands = '';
    const tell = (form) => {
        if (told.has(form))
            return;
        told.add(form);
        commands += maskCommand(form);
    };
    for (const form of formsOf(secret)) {
        tell(form);
        // An earlier secret that is part of this one is replaced first by most runners, which leaves this one torn.
        const torn = earlier.reduce((rest, part) => (rest.includes(part) ? rest.replaceAll(part, '***') : rest), form);
        if (torn !== form && torn.length >= SHORTEST_FORM)
            tell(torn);
    }
    // In one write: a hundred of them are a good part of the time that a step takes.
    writeLog(commands);
    known = [...told].toSorted((a, b) => b.length - a.length);
    const text = secret.trim();
    if (hasShortLine(text))
        return 'by its longer lines';
    if (text !== '' && maskCommand(text) === '')
        return 'encoded only';
    return text !== '' && text.length < SHORTEST_FORM ? 'as it stands' : 'in every form';
}
/** The line that tells a runner of a mask; empty where it would do harm, or be printed. */
function maskCommand(form) {
    if (hasShortLine(form))
        return '';
    const data = escapeData(form);
    // act takes the last :: of a line for the end of a command, and prints what it then does not know (pkg/runner/command.go
    // of nektos/act 0.2.89). The older spelling, which GitHub's runner knows too, ends with its last ]. The forges' runners,
    // which are made from act, know only the newer one.
    if (process.env['ACT'] === 'true' && !process.env['GITEA_ACTIONS'] && /^:|::/.test(form)) {
        return form.includes(']') ? '' : `##[add-mask]${data}\n`;
    }
    return `::add-mask::${data}\n`;
}
/**
 * Runners mask each line of a mask by itself: the braces of a JSON file would be hidden in every log. The longer lines of a
 * secret are masks of their own.
 */
function hasShortLine(form) {
    const lines = form.split(/[\r\n]+/);
    return lines.length > 1 && lines.some((line) => line !== '' && line.length < SHORTEST_FORM);
}
/**
 * The text without any secret that was masked so far. A text that was shortened may end with the beginning of one before its
 * ellipsis: that is taken out too.
 */
function redact(text) {
    const rest = known.reduce((left, form) => (left.includes(form) ? left.replaceAll(form, '***') : left), text);
    return rest.includes('…') ? rest.split('…').map(withoutBeginning).join('…') : rest;
}
/** The text without its end, if a secret begins with that. Nothing was cut off after the last part of a split text. */
function withoutBeginning(text, index, parts) {
    if (index === parts.length - 1)
        return text;
    for (const form of known) {
        for (let length = Math.min(form.length - 1, text.length); length >= SHORTEST_FORM; length--) {
            if (text.endsWith(form.slice(0, length)))
                return `${text.slice(0, -length)}***`;
        }
    }
    return text;
}
/**
 * Every form in which a secret usually reaches a log, longest first: runners replace in the order of registration, and a
 * short form that is part of a longer one would leave the rest of it readable.
 */
function formsOf(secret) {
    // A blank text is no secret, and as a mask it would tear every log apart.
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
    // The secret itself is hidden however short it is.
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
        // Commands that encode break their lines, and a log is masked line by line: base64, openssl base64, xxd -p.
        ...linesOf(base64, 76),
        ...linesOf(base64, 64),
        ...linesOf(hex, 60),
        ...linesOf(hex.toUpperCase(), 60),
        // Whoever cuts a line at its equals signs loses those that end a base64 text.
        text.replace(/=+$/, ''),
        // What nobody escapes looks the same in all of the following.
        ...(/^[\w.-]*$/.test(text) ? [] : [...percentEncodings(bytes), ...escapedForms(text)]),
    ];
}
/** `encodeURIComponent`, RFC 3986, with slashes, for the user of an address, a whole address, and form encoding. */
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
/** As JSON, other languages, shells and HTML write it. */
function escapedForms(text) {
    const json = jsonEscaped(text);
    const ascii = asUnicode(json, /[^\x20-\x7e]/g);
    const twice = jsonEscaped(json);
    return [
        json,
        ascii,
        twice,
        jsonEscaped(twice),
        // PHP, Go, Gson and .NET escape more than they must.
        ascii.replaceAll('/', '\\/'),
        asUnicode(json, /[<>&\u2028\u2029]/g),
        asUnicode(json, /[<>&'=]/g),
        upperCaseUnicode(ascii),
        upperCaseUnicode(asUnicode(json.replaceAll('\\"', '\\u0022'), /[^\x20-\x7e]|[<>&'+`]/g)),
        // Python and JavaScript; SQL, PowerShell and YAML.
        text.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
        bytesEscaped(text),
        text.replaceAll('"', '\\"'),
        text.replaceAll("'", "''"),
        // Shells and what quotes for them: set -x, Python's shlex, git, export -p, printf %q.
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
/** How writers of HTML and XML escape the double and the single quote. */
const HTML_QUOTES = [
    ['"', "'"],
    ['&quot;', "'"],
    ['&quot;', '&#39;'],
    ['&quot;', '&#x27;'],
    ['&quot;', '&apos;'],
    ['&#34;', '&#39;'],
];
/**
 * Pieces of the encoded secret, for lines that are broken somewhere in it: in base64 of `user:SECRET`, or of a file that
 * holds it. Of a secret so broken a piece stays readable on either side of a break, together no more than one piece.
 */
function piecesOf(text) {
    const bytes = Buffer.from(text, 'utf8');
    const hex = bytes.toString('hex');
    return [
        ...base64Alignments(bytes).flatMap((form) => piecesFrom(form, 12)),
        ...piecesFrom(hex, 16),
        ...piecesFrom(hex.toUpperCase(), 16),
    ];
}
/** The pieces of a text from its beginning on, and the last one that is whole. */
function piecesFrom(text, length) {
    return text.length > length ? [...linesOf(text, length), text.slice(-length)] : [];
}
/** The lines into which a text is broken that is longer than one. */
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
/** As Python shows bytes. */
function bytesEscaped(text) {
    return text
        .replaceAll('\\', '\\\\')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
        .replaceAll('\t', '\\t')
        .replace(/[^\x20-\x7e]+/g, (signs) => Buffer.from(signs, 'utf8').toString('hex').replace(/../g, '\\x$&'));
}
/**
 * Base64 of the bytes wherever they stand in a longer text: after 0, 1 or 2 other bytes (modulo 3), without the first
 * and last characters that hold bits of a neighbour. In the standard alphabet and in that for URLs.
 */
function base64Alignments(bytes) {
    const forms = [];
    for (const before of [0, 1, 2]) {
        const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        const form = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
        forms.push(form, form.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}

;// CONCATENATED MODULE: ./src/runner/log.ts


/** Writes one line to the log of the step. */
function say(text) {
    writeLog(`${plainText(text)}\n`);
}
/** Shows an error beside the run, complete in one annotation. Does not end anything. */
function annotateError(message) {
    writeCommand('error', plainText(message));
}
function annotateWarning(message) {
    writeCommand('warning', plainText(message));
}
function tell({ level, message }) {
    if (level === 'warning')
        annotateWarning(message);
    else
        say(`note: ${message}`);
}
/**
 * One line that a runner cannot take for a command and a terminal cannot take for a control sequence, without secrets:
 * what servers and users wrote is shown as it is, but never obeyed.
 */
function plainText(text) {
    const line = redact(text);
    // Redacted again: what stood between the parts of a secret is gone now.
    const plain = /^[ -~]*$/.test(line) ? line : redact(withoutControl(line));
    // The runner finds ##[command] anywhere in a line, and ::command:: at the start of one.
    return plain.replaceAll('##[', '##\u200b[').replace(/^(\s*):(?=:)/, '$1:\u200b');
}
function withoutControl(text) {
    return (text
        .replace(/[\r\n\u2028\u2029]+/g, ' ')
        // Colours and other sequences of terminals: a control character, a bracket, and what they set.
        .replace(/\p{Cc}\[[0-?]*[ -/]*[@-~]/gu, '')
        .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ''));
}

;// CONCATENATED MODULE: ./src/verbs/report-ending.ts



/**
 * Says how an attempt of the lease ended.
 *
 * @returns whether the job fails because of it
 */
function reportEnding(ending, record, now) {
    const { attempt } = ending;
    const { expires } = record;
    const end = (0,lifetime/* formatInstant */.r4)(endOfAttempt(attempt));
    if (expires && endOfAttempt(attempt) <= now && attempt.outcome.kind === 'delivered') {
        annotateWarning(`The job outlived its token: ${attempt.name} ended at ${end}. Ask for a longer expires_in if later steps need it.`);
    }
    switch (ending.kind) {
        case 'revoked':
            say(`revoked ${ending.id} (${attempt.name})`);
            return false;
        case 'already-gone':
            say(`${ending.id} (${attempt.name}) was revoked already, or is gone`);
            return false;
        case 'nothing-minted':
            say(`no token of ${attempt.name} exists`);
            return false;
        case 'none-so-far': {
            const message = `No token of ${attempt.name} exists so far, but the time ended before the last look for it; a server that acts late may still make it. To look again: ${ending.byHand}`;
            // Most likely there is none, so only who asks for it is failed over it.
            return annotate(message, record.onRevokeFailure === 'fail');
        }
        case 'left':
            say(`left ${ending.id} (${attempt.name}) until ${end}, as revoke: false asks for`);
            return false;
        case 'failed': {
            if (expires && endOfAttempt(attempt) <= now) {
                annotateWarning(`A token of ${attempt.name} could not be revoked: ${ending.reason}. By the clock of this machine it ended at ${end}.`);
                return false;
            }
            const life = expires ? `lives until ${end}` : 'lives until it is revoked';
            const message = `A token of ${attempt.name} may be left and ${life}: ${ending.reason}. Revoke it by hand: ${ending.byHand}`;
            return annotate(message, failsJob(record, attempt, now));
        }
    }
}
/** Says it as what it is to the job; returns `fails`. */
function annotate(message, fails) {
    if (fails)
        annotateError(message);
    else
        annotateWarning(message);
    return fails;
}
/** Says of a token that nothing can revoke how long it lives. */
function reportIrrevocable({ name, outcome }, now) {
    if (outcome.kind !== 'delivered') {
        say(`no token of ${name} was handed on`);
        return;
    }
    const end = (0,lifetime/* formatInstant */.r4)(outcome.expiresAt);
    say(outcome.expiresAt <= now
        ? `the token ${outcome.id} (${name}) ended at ${end}, before the job did`
        : `the token ${outcome.id} (${name}) cannot be revoked and lives until ${end}`);
}

// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __nccwpck_require__(7440);
;// CONCATENATED MODULE: ./src/runner/hidden-secrets.ts


/** What was told of, so that a secret that is read twice is not told of twice. */
const hidden_secrets_told = new Set();
/**
 * Masks secrets, and then says of which of them something may show all the same. The one place where a secret is found too
 * short, or of the wrong form, to be hidden well.
 */
function hideSecrets(secrets) {
    const notices = [];
    for (const secret of secrets) {
        const words = hideSecret(secret);
        const text = secret.text.trim();
        if (words === '' || hidden_secrets_told.has(text))
            continue;
        hidden_secrets_told.add(text);
        notices.push((0,notice/* warning */.$)(`${secret.what} ${words}`));
    }
    return notices;
}
/** What to say of it; empty when it is hidden well. */
function hideSecret({ text, within }) {
    if (within !== undefined && text.length < SHORTEST_FORM) {
        for (const longer of within)
            if (longer.length >= SHORTEST_FORM)
                maskSecret(longer);
        return 'is so short that it is masked only where it stands as it is used: as a mask of its own it would garble the log. Use a longer one.';
    }
    switch (maskSecret(text)) {
        case 'in every form':
            return '';
        case 'as it stands':
            return 'is so short that only its exact text is masked, not its encoded forms. Use a longer one.';
        case 'by its longer lines':
            return `has lines of fewer than ${SHORTEST_FORM} characters. They are not masked, since as masks they would garble the log: where the secret is printed, they show. Use one of a single long line.`;
        case 'encoded only':
            return 'holds both :: and ], or begins with a colon and holds ]: this runner cannot be told to mask that, so where it is printed, it shows. Use another one.';
    }
}

;// CONCATENATED MODULE: ./src/runner/network-settings.ts
const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy'];
/** The variables that decide how requests leave this machine, by the names that post's state has for them. */
function readNetworkSettings(environment) {
    const proxy = (name) => environment[name] || environment[name.toUpperCase()] || '';
    return {
        http_proxy: proxy('http_proxy'),
        https_proxy: proxy('https_proxy'),
        no_proxy: proxy('no_proxy'),
        node_extra_ca_certs: environment['NODE_EXTRA_CA_CERTS'] ?? '',
        node_use_system_ca: environment['NODE_USE_SYSTEM_CA'] ?? '',
    };
}
/** Gives post the proxies of main: a later step of the job may have set others to read the credential on its way. */
function restoreProxies(state, environment) {
    for (const name of PROXY_VARIABLES) {
        Reflect.deleteProperty(environment, name.toUpperCase());
        Reflect.deleteProperty(environment, name);
        if (state[name] !== '')
            environment[name] = state[name];
    }
}
/** A user without a password is a name, which as a mask would tear logs apart, or a token, which is longer. In characters. */
const SHORTEST_TOKEN = 16;
/** The passwords in the URLs of proxies, as they are written and as they are meant, and tokens in the place of a user. */
function proxySecrets(settings) {
    const secrets = new Map();
    for (const name of ['http_proxy', 'https_proxy']) {
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
        // Not percent-encoded: as it is written it is meant.
        return text;
    }
}
/** As URL parsers split it: the last @ ends the user information, and its first colon the user. */
function writtenIn(text) {
    const authority = text.replace(/^\w+:\/\//, '').replace(/[/?#].*$/s, '');
    const end = authority.lastIndexOf('@');
    const [user = '', ...rest] = authority.slice(0, Math.max(0, end)).split(':');
    return { user, password: rest.join(':'), host: authority.slice(end + 1) };
}
/** As the client of the proxy will have it: a parser drops blanks, and takes slashes for each other. */
function parsedFrom(text) {
    const url = text.includes('://') ? text : `http://${text}`;
    // Not URL.parse: Node has that from 22.1 on, and `npm start` runs on any from 20 on.
    if (!URL.canParse(url))
        return { user: '', password: '', host: '' };
    const { username, password, host } = new URL(url);
    return { user: username, password, host };
}

;// CONCATENATED MODULE: ./src/runner/open-ports.ts



/** How long an answer may take that is under way when the process is asked to stop: less than a runner waits. */
const GRACE = 5_000;
/** The world of a lease on a runner; all of its work, waits and retries included, ends after `timeout`. */
function openPorts(timeout, stop) {
    // Each client of a step finds out the same about the way to its server.
    const told = new Set();
    const deadline = createDeadline(() => performance.now(), timeout);
    leaveGrace(stop, deadline, 'no new work is begun');
    return {
        clock: systemClock,
        deadline,
        stop,
        mask: maskSecret,
        notify(notice) {
            if (told.has(notice.message))
                return;
            told.add(notice.message);
            tell(notice);
        },
        // Loaded here: most issuers are reached with a secret.
        identityToken: async (audience, ports) => (await Promise.all(/* import() */[__nccwpck_require__.e(67), __nccwpck_require__.e(310)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9122))).requestIdentityToken(process.env, audience, ports),
    };
}
/** When the process is asked to stop: says what that means, and leaves what is under way its few seconds. */
function leaveGrace(stop, deadline, meaning) {
    stop.onRequest(() => {
        say(`${stop.signal ?? 'a signal'} received: ${meaning}`);
        deadline.leave(Math.min(deadline.remaining(), GRACE));
    });
}

;// CONCATENATED MODULE: ./src/runner/process-end.ts
/** The first signal that asks this process to end; further ones are ignored, so that they cannot cut off the clean-up. */
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
            // A function of its own for each call: the same callback may wait twice.
            const entry = () => callback();
            waiting.add(entry);
            return () => waiting.delete(entry);
        },
    };
}
/** The exit code that shells give a process ended by the signal. */
function exitCodeOf(signal) {
    return signal === 'SIGINT' ? 130 : 143;
}
/** Ends the process. Nothing that still hangs, a name being resolved, say, may hold the job; the log is written by then. */
function endProcess(exitCode) {
    process.exit(exitCode);
}

;// CONCATENATED MODULE: ./src/runner/state.ts
/**
 * Everything that post reads. Main writes all of it, empty, as its first act: a later step of the job can forge a name
 * that main did not save, but not one that it did. A secret is the whole value of a name of its own, so that the
 * runner's debug log, which prints state, masks it.
 */
const STATE_NAMES = (/* unused pure expression or super */ null && ([
    'record',
    'credential',
    'credential_id',
    'token_file',
    'token_file_sha256',
    'token_file_folder',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'node_extra_ca_certs',
    'node_use_system_ca',
]));
/** What main saved, in post. */
function readState(environment) {
    const read = (name) => environment[`STATE_${name}`] ?? '';
    return {
        record: read('record'),
        credential: read('credential'),
        credential_id: read('credential_id'),
        token_file: read('token_file'),
        token_file_sha256: read('token_file_sha256'),
        token_file_folder: read('token_file_folder'),
        http_proxy: read('http_proxy'),
        https_proxy: read('https_proxy'),
        no_proxy: read('no_proxy'),
        node_extra_ca_certs: read('node_extra_ca_certs'),
        node_use_system_ca: read('node_use_system_ca'),
    };
}

;// CONCATENATED MODULE: ./src/entries/post.ts













/** All that post does comes from the state that main saved. Inputs are not read: they can be another step's. */
async function post(stop) {
    const state = readState(process.env);
    // What shows all the same was told by main.
    hideSecrets([{ what: 'The credential', text: state.credential }, ...proxySecrets(state)]);
    // The file first: that needs no network.
    const fileFails = await removeFile(state);
    const leaseFails = state.record === '' ? sayNothingMinted() : await endRecorded(parseRecord(state.record), state, stop);
    return fileFails || leaseFails ? 1 : 0;
}
function sayNothingMinted() {
    say('nothing to revoke: no token was asked for');
    return false;
}
/** Whether ending the lease fails the job. */
async function endRecorded(record, state, stop) {
    if (!record.revocable) {
        for (const attempt of record.attempts)
            reportIrrevocable(attempt, systemClock.now());
        return false;
    }
    const openTokens = await loadTokens(record.type);
    if (openTokens === undefined)
        throw new Error(`tokens of the recorded type ${record.type} cannot be revoked`);
    const endings = await endAttempts(record, openTokens, state, portsOf(record, stop));
    return endings.map((ending) => reportEnding(ending, record, systemClock.now())).includes(true);
}
async function endAttempts(record, openTokens, state, ports) {
    let tokens;
    try {
        await restoreNetwork(state);
        const access = accessOf(record, { secret: state.credential, id: state.credential_id });
        tokens = openTokens(access, record.context, ports);
    }
    catch (error) {
        return endUnasked(record, error);
    }
    return endLease(record, tokens, ports);
}
/** A signal hurries the end of the lease, and does not stop it: no step comes after this one. */
function portsOf(record, stop) {
    const ports = openPorts(record.timeout, lease_ports/* neverStops */.q3);
    leaveGrace(stop, ports.deadline, `what is under way has ${GRACE / 1000} s to end`);
    return ports;
}
/** The way to the issuer is main's: a later step of the job may have set another, to read the credential on its way. */
async function restoreNetwork(state) {
    const { trustOf, trustOnly } = await __nccwpck_require__.e(/* import() */ 850).then(__nccwpck_require__.bind(__nccwpck_require__, 7850));
    const saved = { NODE_EXTRA_CA_CERTS: state.node_extra_ca_certs, NODE_USE_SYSTEM_CA: state.node_use_system_ca };
    trustOnly(trustOf(saved), trustOf(process.env), ({ message }) => annotateWarning(message));
    restoreProxies(state, process.env);
}
/** Whether removing the token file fails the job. */
async function removeFile(state) {
    const path = state.token_file;
    if (path === '')
        return false;
    // Loaded here: it brings node:crypto with it, and most steps have no token file.
    const { removeTokenFile } = await __nccwpck_require__.e(/* import() */ 334).then(__nccwpck_require__.bind(__nccwpck_require__, 7334));
    try {
        const made = { path, hash: state.token_file_sha256, firstFolder: state.token_file_folder };
        switch (removeTokenFile(made)) {
            case 'removed':
                say(`removed the token file ${path}`);
                break;
            case 'gone':
                say(`the token file ${path} is gone already`);
                break;
            case 'changed':
                annotateWarning(`The token file ${path} was changed by a later step and is left as it is; remove it there.`);
                break;
        }
        return false;
    }
    catch (error) {
        annotateError(`The token file ${path} could not be removed: ${(0,shown_text/* messageOf */.bD)(error)}`);
        return true;
    }
}
const stop = listenForStop();
post(stop).then(endProcess, (error) => {
    annotateError((0,shown_text/* messageOf */.bD)(error));
    endProcess(1);
});


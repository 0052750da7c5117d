export const id = 418;
export const ids = [418];
export const modules = {

/***/ 349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ serverWords)
/* harmony export */ });
const LONGEST = 300;
/**
 * The server's own message about an answer, in one line of at most 300 characters; undefined when it said nothing to a
 * person. `pick` finds the message in the JSON of the issuer's errors; of an answer without JSON, plain text is taken
 * and HTML is not. Control characters other than white space are left to whoever prints it.
 */
function serverWords(answer, pick) {
    const found = answer.json === undefined ? plainText(answer) : pick(answer.json);
    if (typeof found !== 'string')
        return undefined;
    const line = found.replace(/\s+/g, ' ').trim();
    const characters = [...line.slice(0, 2 * LONGEST + 2)];
    if (characters.length === 0)
        return undefined;
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}
function plainText({ headers, text }) {
    const type = headers['content-type'] ?? 'text/plain';
    return /^text\/plain\b/i.test(type) && !/^\s*</.test(text) ? text : undefined;
}


/***/ }),

/***/ 560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ fieldsOf),
/* harmony export */   j: () => (/* binding */ hasOnly)
/* harmony export */ });
/** The members of a value that came as JSON; undefined when it is no object. */
function fieldsOf(json) {
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
}
/** Whether an object has no other members than these. */
function hasOnly(fields, names) {
    return Object.keys(fields ?? {}).every((name) => names.includes(name));
}


/***/ }),

/***/ 831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   r: () => (/* binding */ isUsableSecret)
/* harmony export */ });
/** No issuer's secret is as short as that: what is shorter was cut, or made up. In characters. */
const SHORTEST_SECRET = 8;
/** Whether a client can use a secret as it is, in a header or a signature: visible ASCII, 8 characters to 16 KiB. */
function isUsableSecret(value) {
    return typeof value === 'string' && value.length >= SHORTEST_SECRET && /^[\x21-\x7e]{1,16384}$/.test(value);
}


/***/ }),

/***/ 879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jN: () => (/* binding */ isDescribedBy),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* unused harmony export newAttempt */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(746);


/** A new attempt, with a lease id, a name (unless the user gave one) and a marker that no other attempt has. */
function newAttempt({ name, description, lifetime, expiry, origin }, now) {
    const leaseId = randomBytes(16).toString('hex');
    const wantedEnd = endOf(lifetime, now);
    const expiresAt = expiry.kind === 'millisecond' ? wantedEnd - randomInt(10_000) : wantedEnd;
    return {
        leaseId,
        name: name ?? generatedName(origin, leaseId),
        description: description ?? '',
        marker: markerOf(leaseId, origin, expiresAt),
        startedAt: now,
        expiresAt,
    };
}
/** The description that is sent: the user's, at most 200 characters, and the marker at its end. */
function describe({ description, marker }) {
    return description === '' ? marker : `${description} ${marker}`;
}
/** Whether a description read from the issuer is that of the attempt's token. Only its end counts: the rest is the user's text. */
function isDescribedBy(text, { marker }) {
    return text.endsWith(marker);
}
/** At most 300 characters, none of which a description of the user's can imitate at its end. */
function markerOf(leaseId, { repository, run, attempt, job }, expiresAt) {
    const fields = {
        lease: leaseId,
        repo: plain(repository, 140),
        run: `${plain(run, 20)}/${plain(attempt, 6)}`,
        job: plain(job, 32),
        expires: formatInstant(expiresAt),
    };
    const text = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
    return `[mint-token ${text.join(' ')}]`;
}
/** For people who look through a list of tokens: at most 100 characters, letters, digits and hyphens. */
function generatedName({ repository, run, attempt, job }, leaseId) {
    const repositoryName = repository.slice(repository.lastIndexOf('/') + 1);
    const readable = [repositoryName.slice(0, 24), run, attempt, job].join('-').replace(/[^A-Za-z0-9]+/g, '-');
    return `mint-token-${readable.slice(0, 56)}-${leaseId}`.replace(/-+/g, '-');
}
function plain(text, longest) {
    return text.replace(/[^A-Za-z0-9._/-]+/g, '_').slice(0, longest);
}


/***/ }),

/***/ 247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Refused)
/* harmony export */ });
/** The issuer, or a look at its state, says no: surely nothing was minted. The message tells the user why and what to do. */
class Refused extends Error {
    name = 'Refused';
    /** What is wrong with the inputs, where that is the reason: each is told by itself. The message says all of it too. */
    problems;
    constructor(message, options = {}) {
        super(message, options);
        this.problems = options.problems ?? [];
    }
}


/***/ }),

/***/ 898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q3: () => (/* binding */ JsonSyntaxError),
  Sg: () => (/* binding */ decodeJsonString),
  WQ: () => (/* binding */ describeNode),
  Km: () => (/* binding */ endOfJsonString),
  Dc: () => (/* binding */ member),
  Bq: () => (/* binding */ readJsonValues)
});

// UNUSED EXPORTS: MALFORMED_STRING

;// CONCATENATED MODULE: ./src/request/column-counter.ts
/**
 * The column of an index in a line that begins at `lineStart`, in characters from 1. Indexes are asked for from left to
 * right, and each count goes on from the one before: a line may be as long as the text.
 */
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

// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(278);
;// CONCATENATED MODULE: ./src/request/json-text.ts


/** Thrown for text that is not strict JSON (RFC 8259), for a key given twice, and for nesting deeper than 32. */
class JsonSyntaxError extends Error {
    at;
    name = 'JsonSyntaxError';
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
/** How a message names a value that stands where another was expected. */
function describeNode(node) {
    switch (node.kind) {
        case 'object':
            return 'an object';
        case 'array':
            return node.items.length === 0 ? 'an empty list' : 'a list';
        case 'string':
            return (0,shown_text/* quote */.hD)(node.text);
        case 'number':
            return node.source;
        case 'boolean':
            return String(node.value);
        case 'null':
            return 'null';
    }
}
/** The value of a key, undefined where the object has no such key. */
function member(node, key) {
    return node.entries.find((entry) => entry.key === key);
}
const DEEPEST = 32;
const NUMBER_OR_WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ANY_VALUE = 'a value: an object, a list, a text in double quotes, a number, true, false or null';
/** What to tell of a string that `decodeJsonString` cannot read. */
const MALFORMED_STRING = "this text in double quotes is not valid by JSON's rules: a backslash itself is written \\\\, a tab \\t, and \\u takes four hexadecimal digits, two such escapes for an emoji";
/**
 * Reads one or more JSON values that follow each other, with nothing but white space between them (`--grant` options
 * of the systems' own commands are pasted one a line).
 *
 * @throws JsonSyntaxError with the place and what was expected there
 */
function readJsonValues(text) {
    let index = 0;
    let line = 1;
    let lineStart = 0;
    const columnOf = createColumnCounter(text);
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
        const found = character === undefined ? 'the end of the text' : (0,shown_text/* showCharacter */.zO)(String.fromCodePoint(character));
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
                throw new JsonSyntaxError(`the key ${(0,shown_text/* quote */.hD)(key)} stands here a second time; give it once`, at);
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
/** The index behind the closing quote of the string that begins at `start`; undefined when its line ends before. */
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
/** The text that a JSON string with its quotes stands for; undefined when it is malformed or holds half a surrogate pair. */
function decodeJsonString(source) {
    try {
        const decoded = JSON.parse(source);
        return typeof decoded === 'string' && decoded.isWellFormed() ? decoded : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};

export const id = 310;
export const ids = [310];
export const modules = {

/***/ 3517:
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
var shown_text = __webpack_require__(4278);
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


/***/ }),

/***/ 9122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requestIdentityToken: () => (/* binding */ requestIdentityToken)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1034);
/* harmony import */ var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);


/**
 * Asks the runner for a signed statement of who this job is (OpenID Connect), as GitHub documents it: a GET of
 * ACTIONS_ID_TOKEN_REQUEST_URL with the audience, and the request token as bearer. The answer's `value` is the token.
 *
 * @throws Error when the job may not have one, with the lines that allow it
 */
async function requestIdentityToken(environment, audience, ports) {
    const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!url || !requestToken) {
        throw new Error('this job may not ask for an identity token: add "permissions: { id-token: write }" to the job (a reusable workflow needs it in the calling job too; pull requests from forks never get it)');
    }
    ports.mask(requestToken);
    const { origin, pathname, searchParams } = new URL(url);
    searchParams.set('audience', audience);
    const answer = await (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint: origin, ports }).send({
        method: 'GET',
        path: `${pathname}?${searchParams.toString()}`,
        headers: () => ({ authorization: `Bearer ${requestToken}`, accept: 'application/json' }),
        repeat: 'safe',
    });
    const { json } = answer;
    const value = typeof json === 'object' && json !== null && 'value' in json ? json.value : undefined;
    if (answer.status !== 200 || typeof value !== 'string' || value === '') {
        const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
        throw new Error(`the runner gave no identity token: ${answer.what}${unavailable === undefined ? '' : `. ${unavailable}`}`);
    }
    ports.mask(value);
    // Logs that print a token in parts would show the part that makes it valid.
    const signature = value.split('.')[2];
    if (signature !== undefined)
        ports.mask(signature);
    return value;
}


/***/ })

};

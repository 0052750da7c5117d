module.exports = {

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

/***/ 9750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ printGrantLine),
/* harmony export */   Lt: () => (/* binding */ besideUnrestricted),
/* harmony export */   OW: () => (/* binding */ printWord),
/* harmony export */   Ts: () => (/* binding */ parseGrants),
/* harmony export */   kd: () => (/* binding */ isAll)
/* harmony export */ });
/* harmony import */ var _column_counter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(474);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8959);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);



const isAll = (word) => word.text === '*' && !word.quoted;
const EXAMPLE = 'a grant is one line, RESOURCE: ACTION[, ACTION...]';
function parseGrants(text) {
    if (/^\s*[[{]/.test(text))
        return parseJsonGrants(text);
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
        return { grants: { form: 'json', values: (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .readJsonValues */ .Bq)(text) }, problems: [] };
    }
    catch (error) {
        if (!(error instanceof _json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .JsonSyntaxError */ .q3))
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
    const columnOf = (0,_column_counter_js__WEBPACK_IMPORTED_MODULE_1__/* .createColumnCounter */ .z)(source);
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
                fail(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(source.slice(index))}, expected a comma or the end of the line; a name with blanks is put in double quotes`);
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
            if ((0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isInvisible */ .qW)(text)) {
                fail(`found ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .showCharacter */ .zO)(text)}; expected a visible one or a plain blank, or the word in double quotes`);
            }
            index += text.length;
        }
        return { text: source.slice(start, index), quoted: false, at };
    }
    function readQuoted(at) {
        const end = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfJsonString */ .Km)(source, index);
        if (end === undefined)
            return fail('this double quote is never closed', at);
        const text = (0,_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeJsonString */ .Sg)(source.slice(index, end));
        if (text === undefined)
            return fail(_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .MALFORMED_STRING */ .C9, at);
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
        !(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isInvisible */ .qW)(text) &&
        !/[ ",#]|:$|^[[{]/.test(text) &&
        !OTHER_QUOTES.test(text);
    return plain ? text : JSON.stringify(text);
}
function printGrantLine(line) {
    const print = (word) => word.text === '*' && !word.quoted ? '*' : printWord(word.text);
    return `${line.resource.map(print).join(' ')}: ${line.actions.map(print).join(', ')}`;
}


/***/ }),

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

/***/ 4051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
function shellWord(text) {
    return /^[\w.:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 2349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ serverWords)
/* harmony export */ });
const LONGEST = 300;
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

/***/ 1560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ fieldsOf),
/* harmony export */   j: () => (/* binding */ hasOnly)
/* harmony export */ });
function fieldsOf(json) {
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
}
function hasOnly(fields, names) {
    return Object.keys(fields ?? {}).every((name) => names.includes(name));
}


/***/ }),

/***/ 3831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   r: () => (/* binding */ isUsableSecret)
/* harmony export */ });
const SHORTEST_SECRET = 8;
function isUsableSecret(value) {
    return typeof value === 'string' && value.length >= SHORTEST_SECRET && /^[\x21-\x7e]{1,16384}$/.test(value);
}


/***/ }),

/***/ 7850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ trustedAuthorities),
/* harmony export */   trustOf: () => (/* binding */ trustOf),
/* harmony export */   trustOnly: () => (/* binding */ trustOnly)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lease_notice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7440);


function trustOf(environment) {
    return {
        extraFile: environment['NODE_EXTRA_CA_CERTS'] ?? '',
        system: environment['NODE_USE_SYSTEM_CA'] === '1',
    };
}
let authorities;
function trustOnly(wanted, started, notify) {
    if (wanted.extraFile === started.extraFile && wanted.system === started.system) {
        authorities = undefined;
        return;
    }
    const { getCACertificates } = process.getBuiltinModule('node:tls');
    authorities = [
        ...getCACertificates('bundled'),
        ...(wanted.system ? getCACertificates('system') : []),
        ...readExtra(wanted.extraFile, notify),
    ];
}
function trustedAuthorities() {
    return authorities;
}
function readExtra(path, notify) {
    if (path === '')
        return [];
    try {
        return [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')];
    }
    catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        notify((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$)(`The certificates of NODE_EXTRA_CA_CERTS could not be read from ${path}: ${reason}. They are not trusted.`));
        return [];
    }
}


/***/ }),

};

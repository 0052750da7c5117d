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
/** What mints besides runners of GitHub Actions' kind, by the names that stand in markers. */
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


/** Characters of a marker. Where a description has less room, a marker is shorter. */
const LONGEST_MARKER = 500;
/** Characters of each text of an origin. */
const LONGEST = { repository: 140, run: 40, attempt: 10, job: 64, at: 64 };
/** What a printed text may hold, besides the mark of one that was changed: a blank or a bracket would end its field. */
const CHARACTERS = {
    repository: 'A-Za-z0-9._/-',
    run: 'A-Za-z0-9._-',
    attempt: 'A-Za-z0-9._-',
    job: 'A-Za-z0-9._/-',
    at: 'A-Za-z0-9._:-',
};
/** The marker of a lease, as far as `longest` characters allow: 300 always hold what finds the lease and its forge. */
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
/** The same marker in at most `longest` characters: the job goes first, then the repository is cut. */
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
/** A description of `text` and a printed marker at its end. */
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
/**
 * Whether a description is that of a token of the lease. Its id alone says so, 128 random bits: markers of other versions
 * have other fields, and an update writes another end.
 */
function bearsLease(description, leaseId) {
    return findMarker(description)?.marker.startsWith(`${BEGINNING}lease=${leaseId} `) ?? false;
}
/** Whether a text of a marker's origin is what `text` is printed as, also in a marker that had less room. */
function isPrintedAs(printed, name, text) {
    return printed === cutTo(printed.length, asPrinted(name, text));
}
/** Whether this is the beginning of a longer text, or another text than it was. */
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
    // Hardly a run has such a text, and none should wait for the module to be loaded.
    return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 8);
}
const BEGINNING = '[mint-token ';
/** Anything that is built as a marker, of whatever version. */
const FORM = /^\[mint-token lease=[0-9a-f]{32}(?: [a-z][a-z0-9_-]*=[^\s[\]]*)+\]$/;
/** A later version may say more than this one. What is longer still is no marker, and not looked at. */
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
/** Whether it has a field that this version does not know, or a word in one of its fields that have but a few. */
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


/** A new attempt, with a lease id, a name (unless the user gave one) and a marker that no other attempt has. */
function newAttempt(wish, now) {
    const { name, description = '', lifetime, expiry, origin, revoke, longestDescription = Infinity } = wish;
    // Loaded here: who looks for the token of an attempt makes none.
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
/** The description that is sent: the user's, at most 200 characters, and the marker at its end. */
function describe({ description, marker }) {
    return describeWith(description, marker);
}
/** Whether a description read from the issuer is that of the attempt's token. Only its end counts: the rest is the user's text. */
function isDescribedBy(text, { leaseId }) {
    return bearsLease(text, leaseId);
}
/** For people who look through a list of tokens: at most 100 characters, letters, digits and hyphens. */
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

/***/ 1378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseChoice)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8533);



/** One of a few words; undefined when the input is not given. */
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

/***/ 474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createColumnCounter)
/* harmony export */ });
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


/***/ }),

/***/ 9750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ printGrantLine),
/* harmony export */   OW: () => (/* binding */ printWord),
/* harmony export */   Ts: () => (/* binding */ parseGrants),
/* harmony export */   kd: () => (/* binding */ isAll)
/* harmony export */ });
/* harmony import */ var _column_counter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(474);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8959);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);



const isAll = (word) => word.text === '*' && !word.quoted;
const EXAMPLE = 'a grant is one line, RESOURCE: ACTION[, ACTION...]';
/**
 * Reads the grants of a step: lines, or the system's own JSON when the first character that is not blank is `{` or
 * `[`, or the single word `unrestricted`.
 */
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
    if (written.length === 1 && first.source.trim() === 'unrestricted') {
        const at = { line: first.line, column: first.source.indexOf('u') + 1 };
        return { grants: { form: 'unrestricted', at }, problems: [] };
    }
    const problems = [];
    const grantLines = [];
    for (const { source, line } of written) {
        try {
            grantLines.push(readGrantLine(source, line));
        }
        catch (error) {
            if (!(error instanceof GrantSyntaxError))
                throw error;
            problems.push({ input: 'grants', at: error.at, message: error.message });
        }
    }
    return { grants: { form: 'lines', lines: grantLines }, problems };
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
/** What people may take for a quote: as a part of a name it would give a right on something that is not there. */
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
                    fail(words[0].quoted
                        ? 'unrestricted is written without quotes'
                        : 'unrestricted stands alone, without other grants', words[0].at);
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
    /** Not called at a blank, a comma, a colon that ends the resource, or the end. */
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
/** A name as a word of a grant line: quoted where it would otherwise be read as something else. */
function printWord(text) {
    const plain = text !== '' &&
        text !== '*' &&
        text !== 'unrestricted' &&
        !(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isInvisible */ .qW)(text) &&
        !/[ ",#]|:$|^[[{]/.test(text) &&
        !OTHER_QUOTES.test(text);
    return plain ? text : JSON.stringify(text);
}
/** A grant as a line that `parseGrants` reads back as the same words. */
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
            return (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(node.text);
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

/***/ 319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseEndpoint)
/* harmony export */ });
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


/** An endpoint is part of every record, and records stay small. */
const LONGEST = 2_000;
/**
 * The base URL of an issuer, without a trailing slash: http or https, a path prefix is kept. User information, a query
 * and a fragment are refused, since they would travel with every request or be lost. A refused URL is shown only up to
 * the part that may hold a secret.
 *
 * @param input the input or the environment variable that the text came from
 */
function parseEndpoint(input, text) {
    const found = text.trim();
    const refuse = (why) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
        input,
        message: `${why}; expected a base URL such as https://host.example or http://127.0.0.1:8086/prefix`,
    });
    if (found === '')
        return refuse('the URL is empty');
    if (found.length > LONGEST)
        return refuse(`the URL is longer than ${LONGEST} characters`);
    // The URL parser drops tabs and newlines, and reads a backslash as a slash, without a word.
    if (/[\p{Cc}\p{Z}\\]/u.test(found))
        return refuse('the URL holds a blank, a control character or a backslash');
    if (/^[^/?#]*\/\/[^/?#]*@/.test(found))
        return refuse('the URL holds user information before an @, which is refused');
    if (found.includes('?'))
        return refuse('the URL holds a query (?…), which is refused');
    if (found.includes('#'))
        return refuse('the URL holds a fragment (#…), which is refused');
    if (!/^[a-z][a-z\d+.-]*:\/\//i.test(found)) {
        return refuse(
        // What has nothing of a URL may be a secret in the wrong place.
        found.includes('@') || /^[^.:/]{20,}$/.test(found)
            ? 'the URL does not begin with https://'
            : `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which does not begin with https://`);
    }
    if (!URL.canParse(found))
        return refuse(`found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which is not a URL`);
    const url = new URL(found);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return refuse(`found a URL of the scheme ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(url.protocol)}`);
    // The parser finds some user information that the pattern above does not look for, such as an empty one.
    if (url.username !== '' || url.password !== '')
        return refuse('the URL holds user information before an @, which is refused');
    return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(url.href.replace(/\/+$/, ''));
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ tokenFileJson)
/* harmony export */ });
/* harmony import */ var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);

/** The token file of an issuer that knows no form of its own: an object with `token`, `token_id` and `expires_at` (RFC 3339). */
function tokenFileJson({ secret, id, expiresAt }) {
    return `${JSON.stringify({ token: secret, token_id: id, expires_at: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt) })}\n`;
}


/***/ }),

/***/ 6915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential),
/* harmony export */   n: () => (/* binding */ parseCredential)
/* harmony export */ });
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);

/**
 * The parent secret: the input `credential`, else a variable, which is refused when an earlier mint of the job exported
 * it, since it then holds a child.
 *
 * @param variable the secret variable that the system's own clients read
 * @param what the credential in the user's words: `an InfluxDB token`
 */
function findCredential({ given }, surroundings, { variable, what }) {
    const input = given('credential');
    if (input !== undefined)
        return read('credential', input, 'from the input');
    const ambient = surroundings.secretVariable(variable);
    if (ambient === undefined)
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input: 'credential', message: missing(what, variable, surroundings) });
    if (surroundings.exported(variable)) {
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
            input: variable,
            message: 'an earlier mint of this job exported this variable, so it holds a minted token and not the parent. ' +
                'Give the parent in the input, as in credential: ${{ secrets.PARENT }}, or mint without export_env',
        });
    }
    return read(variable, ambient, `from the environment variable ${variable}`);
    function read(place, text, origin) {
        if (text.trim() === '')
            return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input: place, message: missing(what, variable, surroundings) });
        const secret = parseCredential(place, text);
        if (!secret.ok)
            return secret;
        // Masked as it was read, with its blanks; what is sent has none.
        surroundings.mask(secret.value);
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)({ secret: secret.value, source: `credential: ${origin}` });
    }
}
/**
 * A credential as it goes into an HTTP header: the blanks at its ends, which copying leaves, are dropped. Its text is
 * never part of a message.
 */
function parseCredential(input, text) {
    const secret = text.trim();
    if (secret === '')
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input, message: 'the value is empty' });
    if (/[\r\n]/.test(secret)) {
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({ input, message: 'the value has more than one line; expected one credential on one line' });
    }
    if (!/^[\x20-\x7e]+$/.test(secret)) {
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
            input,
            message: 'the value holds a control character or one outside ASCII, which no header can carry; copy it again',
        });
    }
    const scheme = /^(?:Token|Bearer|Basic)(?= )/i.exec(secret);
    if (scheme !== null) {
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)({
            input,
            message: `the value begins with "${scheme[0]} "; expected the credential alone, without the word of the header`,
        });
    }
    return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(secret);
}
function missing(what, variable, { emptyCredentialHint }) {
    const hint = emptyCredentialHint === '' ? '' : ` ${emptyCredentialHint}`;
    return `${what} is needed to mint with, and none is given; set credential: \${{ secrets.PARENT }} or the environment variable ${variable}.${hint}`;
}


/***/ }),

/***/ 7871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   Nd: () => (/* binding */ openApi),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   _o: () => (/* binding */ refuseInactive),
/* harmony export */   jP: () => (/* binding */ serverErrorOf)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1034);
/* harmony import */ var _http_server_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2349);
/* harmony import */ var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2247);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1560);





function openApi({ endpoint, authentication }, ports) {
    if (endpoint === undefined || authentication.kind !== 'secret') {
        throw new Error('InfluxDB is reached by a URL and a token, and one of them is missing');
    }
    const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports });
    // Cloud's documentation calls the word Token case-sensitive; OSS takes any case (http/tokens.go).
    const headers = { authorization: `Token ${authentication.secret}` };
    return {
        endpoint,
        get: (path, largestAnswer) => client.send({
            method: 'GET',
            path,
            headers: () => headers,
            repeat: 'safe',
            ...(largestAnswer === undefined ? {} : { largestAnswer }),
        }),
        delete: (path) => client.send({ method: 'DELETE', path, headers: () => headers, repeat: 'safe' }),
        mint: (path, body) => client.send({
            method: 'POST',
            path,
            headers: () => ({ ...headers, 'content-type': 'application/json' }),
            body: JSON.stringify(body),
            repeat: 'mints',
        }),
    };
}
/**
 * The error that InfluxDB itself answered: `{"code", "message"}` (influxdb main-2.x, kit/transport/http/error_handler.go).
 * Undefined for everything else, such as the page of a proxy.
 */
function serverErrorOf({ status, json }) {
    if (status < 400)
        return undefined;
    const { code, message } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json) ?? {};
    return typeof code === 'string' && typeof message === 'string' ? { code, message } : undefined;
}
/**
 * The error for an answer that is not the expected one: `Refused` when InfluxDB itself says no, so that nothing was
 * done, with what to do about it; any other answer leaves that open.
 */
function errorOf(answer) {
    const error = serverErrorOf(answer);
    const words = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_4__/* .serverWords */ .l)(answer, (json) => (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json)?.['message']);
    const said = words === undefined ? answer.what : `${answer.what}: ${JSON.stringify(words)}`;
    if (answer.status === 429) {
        return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L(`${said}. Too many requests were made with this credential; run the job again later`);
    }
    if (error === undefined) {
        const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
        return new Error(unavailable === undefined
            ? `${said}, which is not what InfluxDB's v2 API answers here. Check the URL, and any proxy on the way`
            : `${said}. ${unavailable}`);
    }
    // These are said of requests that may have been acted on.
    if (answer.status >= 500 || answer.status === 408)
        return new Error(said);
    const advice = adviceOn(answer.status, error);
    return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L(advice === '' ? said : `${said}. ${advice}`);
}
const INACTIVE = 'token is inactive';
const INACTIVE_USER = 'User is inactive';
/**
 * Asks for the credential's own user. Lists answer 200 and are empty for an inactive credential, as if nothing were there.
 *
 * @returns the answer, whatever else it says
 * @throws Refused when the credential or its user is inactive
 */
async function refuseInactive(api) {
    const answer = await api.get('/api/v2/me');
    const message = serverErrorOf(answer)?.message;
    if (message === INACTIVE || message === INACTIVE_USER)
        throw errorOf(answer);
    return answer;
}
function adviceOn(status, { code, message }) {
    if (message === INACTIVE) {
        return 'The credential is an inactive token: activate it (influx auth active --id ID) or give another one';
    }
    if (message === INACTIVE_USER) {
        return 'The user of the credential is inactive or was deleted: give a token of an active user';
    }
    if (message === 'path not found') {
        return 'This server has no such part of the v2 API; InfluxDB 3 (Core, Enterprise, Dedicated, Clustered) cannot mint v2 tokens';
    }
    if (message === 'unable to create token')
        return 'The organisation or the user does not exist on this server';
    const lacking = /^(?:(read|write):(?:orgs\/[0-9a-f]{16}\/)?([A-Za-z]+)(?:\/[0-9a-f]{16})?) is unauthorized$/.exec(message);
    if (status === 401 && lacking !== null) {
        // To end a token takes the right on all of them, or on that very one.
        const permission = message.slice(0, message.indexOf(' ')).replace(/(\/authorizations)\/[0-9a-f]{16}$/, '$1');
        const why = lacking[1] === 'write'
            ? ': to make or end tokens of a user it must hold write on that user by the id; a right on the users of an organisation does not count'
            : '';
        return lacking[2] === 'users'
            ? `The credential needs ${permission}${why}. An all-access token of that user has it`
            : `The credential lacks ${permission}: give it that right, or use an all-access token of the organisation`;
    }
    if (status === 401) {
        return 'The server does not know the credential: check that it was not deleted, and that it belongs to this URL';
    }
    const beyond = /^permission (\S+) is not allowed/.exec(message);
    if (beyond?.[1] !== undefined) {
        return `A token can hand on only what it holds itself, and the credential does not hold ${beyond[1]}: remove that grant, or use a credential that holds it`;
    }
    return code === 'forbidden' ? 'The credential may not do this' : '';
}
/** The list that an answer holds. Throws when it holds none, or one with something else than objects in it. */
function itemsOf(answer, key) {
    const list = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(answer.json)?.[key] : undefined;
    if (!Array.isArray(list))
        throw errorOf(answer);
    return list.map((item) => {
        const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(item);
        if (fields === undefined)
            throw new Error(`${answer.what}, with something in its list that is no object`);
        return fields;
    });
}


/***/ }),

/***/ 9851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Q2: () => (/* binding */ printJson),
/* harmony export */   Rx: () => (/* binding */ RESOURCE_TYPES),
/* harmony export */   SS: () => (/* binding */ requestJson),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ve: () => (/* binding */ isResourceType),
/* harmony export */   bA: () => (/* binding */ printPath),
/* harmony export */   eQ: () => (/* binding */ isId),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   jP: () => (/* binding */ withoutRepeats),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   tj: () => (/* binding */ printLines),
/* harmony export */   wh: () => (/* binding */ readId)
/* harmony export */ });
/* harmony import */ var _request_grants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9750);

const ACTIONS = ['read', 'write'];
/**
 * The resource types of the OpenAPI document (influxdata/openapi, Resource.yml), those of OSS and of Cloud. `instance`
 * is not among them: no token can be given it.
 */
const KINDS = {
    annotations: {},
    authorizations: { path: '/api/v2/authorizations' },
    buckets: { named: true, path: '/api/v2/buckets' },
    checks: { path: '/api/v2/checks' },
    dashboards: { path: '/api/v2/dashboards' },
    dbrp: {},
    documents: {},
    flows: {},
    functions: {},
    labels: { path: '/api/v2/labels' },
    notebooks: {},
    notificationEndpoints: { path: '/api/v2/notificationEndpoints' },
    notificationRules: { path: '/api/v2/notificationRules' },
    orgs: { named: true, global: true },
    remotes: { path: '/api/v2/remotes' },
    replications: { path: '/api/v2/replications' },
    scrapers: { path: '/api/v2/scrapers' },
    secrets: {},
    sources: { path: '/api/v2/sources' },
    subscriptions: {},
    tasks: { path: '/api/v2/tasks' },
    telegrafs: { path: '/api/v2/telegrafs' },
    users: { global: true },
    variables: { path: '/api/v2/variables' },
    views: {},
};
const RESOURCE_TYPES = Object.keys(KINDS).filter(isResourceType);
function isResourceType(text) {
    return Object.hasOwn(KINDS, text);
}
function kindOf(type) {
    return KINDS[type];
}
/** Lower case, as the server answers; not zero (influxdb main-2.x, kit/platform/id.go). */
function isId(text) {
    return typeof text === 'string' && /^(?!0{16})[0-9a-f]{16}$/.test(text);
}
/** The id that a user's text is, in lower case; undefined when it is none. */
function readId(text) {
    const id = text.toLowerCase();
    return isId(id) ? id : undefined;
}
/** Equal for permissions that allow the same; names do not count. */
function keyOf({ action, type, id, orgID }) {
    return JSON.stringify([action, type, orgID ?? null, id ?? null]);
}
/**
 * Whether a token that holds the one may do the other, and hand it on: one permission alone must cover it, an organisation's
 * right counts for what belongs to that organisation, and an id for itself (influxdb main-2.x, authz.go, matchesV1).
 */
function covers(held, wanted) {
    if (held.action !== wanted.action)
        return false;
    if (held.type === 'instance')
        return true;
    if (held.type !== wanted.type)
        return false;
    if (held.id !== undefined)
        return held.id === wanted.id;
    return held.orgID === undefined || held.orgID === wanted.orgID;
}
/** Each permission once, in the order in which they first stand. */
function withoutRepeats(permissions) {
    const kept = new Map();
    for (const permission of permissions) {
        if (!kept.has(keyOf(permission)))
            kept.set(keyOf(permission), permission);
    }
    return [...kept.values()];
}
/** As it is sent: without the name, which the server ignores. */
function requestJson({ action, type, id, orgID }) {
    return { action, resource: { type, ...(id === undefined ? {} : { id }), ...(orgID === undefined ? {} : { orgID }) } };
}
/** The output `grants`: accepted again as an input. */
function printJson(permissions) {
    return JSON.stringify(permissions.map(({ action, type, id, orgID, name }) => ({
        action,
        resource: {
            type,
            ...(id === undefined ? {} : { id }),
            ...(orgID === undefined ? {} : { orgID }),
            ...(name === undefined ? {} : { name }),
        },
    })));
}
/** The permissions for people, one line for each resource: `buckets iot-center (id 11acc3aadf3c2000): read, write`. */
function printLines(permissions) {
    const actions = new Map();
    for (const permission of permissions) {
        const resource = printResource(permission);
        actions.set(resource, [...(actions.get(resource) ?? []), permission.action]);
    }
    return [...actions].map(([resource, list]) => `${resource}: ${list.join(', ')}`);
}
function printResource({ type, id, name }) {
    if (id === undefined)
        return `${type} *`;
    return name === undefined ? `${type} ${id}` : `${type} ${(0,_request_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .printWord */ .OW)(name)} (id ${id})`;
}
/** A permission as InfluxDB's own messages write it: `write:orgs/7e30e69b70378cc5/buckets/e4d5cf89039ce9a2`. */
function printPath({ action, type, id, orgID }) {
    return `${action}:${orgID === undefined ? '' : `orgs/${orgID}/`}${type}${id === undefined ? '' : `/${id}`}`;
}


/***/ }),

/***/ 6893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contextOf: () => (/* binding */ contextOf),
/* harmony export */   listAuthorizations: () => (/* binding */ listAuthorizations),
/* harmony export */   openTokens: () => (/* binding */ openTokens),
/* harmony export */   ownerOf: () => (/* binding */ ownerOf),
/* harmony export */   tokensOf: () => (/* binding */ tokensOf),
/* harmony export */   userIn: () => (/* binding */ userIn),
/* harmony export */   whyIncomplete: () => (/* binding */ whyIncomplete)
/* harmony export */ });
/* harmony import */ var _lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3371);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1560);
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4051);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7871);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9851);





function contextOf({ orgID, userID }) {
    return userID === undefined ? { orgID } : { orgID, userID };
}
/** @throws Error when the context was not made by `contextOf` */
function ownerOf(context) {
    const { orgID, userID } = context;
    if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(orgID) || (userID !== undefined && !(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(userID)))
        throw new Error('the recorded organisation or user is no id');
    return { orgID, userID };
}
/** The server lists all tokens of the organisation in one answer, at some 700 bytes each. */
const LARGEST_LIST = 200_000_000;
function openTokens(access, context, ports) {
    return tokensOf(ownerOf(context), (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .openApi */ .Nd)(access, ports));
}
function tokensOf(owner, api) {
    return { find, revoke, byHand };
    async function find(attempt) {
        const items = await listAuthorizations(`?orgID=${owner.orgID}`, api);
        const ids = items.filter(({ description }) => (0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescribedBy */ .jN)(description, attempt)).map(({ id }) => id);
        if (!ids.every(_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ))
            throw new Error('a token with the marker of this lease has an id that is none');
        // A mint is sent once, so that there is no second token to be looked for.
        if (ids.length > 0)
            return { kind: 'found', ids, complete: true };
        return {
            kind: 'found',
            ids,
            complete: (await whyIncomplete(items, owner, await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseInactive */ ._o)(api), api)) === undefined,
        };
    }
    async function revoke(id) {
        if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(id))
            throw new Error('the recorded id of the token is no id of InfluxDB');
        const answer = await api.delete(`/api/v2/authorizations/${id}`);
        if (answer.status === 204)
            return 'revoked';
        const error = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .serverErrorOf */ .jP)(answer);
        // A proxy or a wrong URL answers 404 as well. A GET would not do: it is 404 too when only the owner is gone.
        const gone = answer.status === 404 && error?.code === 'not found' && error.message === 'authorization not found';
        if (gone)
            return 'already-gone';
        throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer);
    }
    function byHand(token) {
        const authorizations = `${api.endpoint}/api/v2/authorizations`;
        const deletion = (id) => `curl --fail-with-body -X DELETE ${HEADER} ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(`${authorizations}/${id}`)}`;
        if ('id' in token)
            return deletion(token.id);
        const filter = `.authorizations[] | select(.description | endswith(${JSON.stringify(token.attempt.marker)})) | .id`;
        const search = `curl --fail-with-body -sS ${HEADER} ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(`${authorizations}?orgID=${owner.orgID}`)} | jq -r ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(filter)}`;
        return `(1) find its id, with INFLUX_TOKEN set to a token that may list all tokens of its user, such as an all-access token of that user; an empty result from a lesser one proves nothing: ${search} (2) delete each id that this prints, in the place of ID: ${deletion('ID')}`;
    }
}
/** Without the tokens, which some servers put into the list in clear text. */
async function listAuthorizations(query, api) {
    const answer = await api.get(`/api/v2/authorizations${query}`, LARGEST_LIST);
    return (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(answer, 'authorizations').map(({ id, description, orgID, userID, status, permissions }) => ({
        id,
        description: typeof description === 'string' ? description : '',
        orgID,
        userID,
        status,
        permissions,
    }));
}
/**
 * Why a list of the organisation's tokens may lack some; undefined when it shows all of the owner's. The server leaves out
 * without a word what the credential may not read, so that only the credential's own entry proves a list.
 *
 * @param me the answer to the question for the credential's own user; an inactive one, to which lists are empty, is out
 */
async function whyIncomplete(items, { orgID, userID }, me, api) {
    if (items.length === 0)
        return 'the server shows the credential no token of this organisation';
    const own = userIn(me);
    if (own === 'unreadable')
        return 'the credential may not read its own user';
    // Cloud Serverless documents no /me. What is in the list then proves it: the credential's own entry, or another as good.
    const proof = items.some((item) => (own === 'unknown' || item.userID === own) && readsAll(item.permissions, orgID));
    if (!proof)
        return 'the credential is not in the list of tokens that it can see';
    if (userID === undefined || userID === own)
        return undefined;
    const other = userIn(await api.get(`/api/v2/users/${userID}`));
    return other === userID ? undefined : `the credential may not read the user ${userID}, nor the tokens of that user`;
}
/** The id of the user in an answer; `unreadable` to this credential, or `unknown` to the server, by whom or as a path. */
function userIn(answer) {
    const id = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(answer.json)?.['id'] : undefined;
    if ((0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(id))
        return id;
    if (answer.status === 401)
        return 'unreadable';
    if (answer.status === 404)
        return 'unknown';
    throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer);
}
/** Whether the holder of these permissions may read every authorization of the organisation. */
function readsAll(permissions, orgID) {
    if (!Array.isArray(permissions))
        return false;
    return permissions.some((item) => {
        const permission = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(item);
        const { type, id, orgID: within } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(permission?.['resource']) ?? {};
        const all = (id ?? '') === '' && ((within ?? '') === '' || within === orgID);
        return permission?.['action'] === 'read' && (type === 'authorizations' || type === 'instance') && all;
    });
}
const HEADER = '-H "Authorization: Token $INFLUX_TOKEN"';


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as a POSIX shell takes it unchanged: in quotes, where it has to be. */
function shellWord(text) {
    return /^[\w.:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ refuseUnsent)
/* harmony export */ });
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2398);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);


/**
 * The answer to a request that mints.
 *
 * @throws Refused when the request surely did not reach the server; whatever else the client throws leaves open what it did
 */
async function refuseUnsent(mint) {
    try {
        return await mint;
    }
    catch (error) {
        if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .HR && !error.sent)
            throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L(error.message, { cause: error });
        throw error;
    }
}


/***/ }),

/***/ 2349:
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

/***/ 1560:
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

/***/ 3831:
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
        // Node's documentation (cli.md) names this one value.
        system: environment['NODE_USE_SYSTEM_CA'] === '1',
    };
}
let authorities;
/**
 * Makes all later connections of this process trust what `wanted` says, whatever the variables said when Node started:
 * it reads them but once, and a step of the job may have changed them between main and post.
 *
 * @param started the trust that Node read at its start, from the environment as it was then
 */
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
/** The authorities for a TLS connection; undefined means those that Node started with. */
function trustedAuthorities() {
    return authorities;
}
/** Like Node itself: a file that cannot be read is warned about, and the others are trusted all the same. */
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

import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3371:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q0: () => (/* binding */ describe),
  jN: () => (/* binding */ isDescribedBy),
  oG: () => (/* binding */ newAttempt)
});

// EXTERNAL MODULE: ./src/request/lifetime.ts
var request_lifetime = __nccwpck_require__(8746);
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 1378:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseChoice)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1822);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4278);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8533);



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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ printGrantLine),
/* harmony export */   OW: () => (/* binding */ printWord),
/* harmony export */   Ts: () => (/* binding */ parseGrants),
/* harmony export */   kd: () => (/* binding */ isAll)
/* harmony export */ });
/* harmony import */ var _column_counter_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(474);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8959);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4278);



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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ readJsonValues),
/* harmony export */   C9: () => (/* binding */ MALFORMED_STRING),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Km: () => (/* binding */ endOfJsonString),
/* harmony export */   Sg: () => (/* binding */ decodeJsonString),
/* harmony export */   WQ: () => (/* binding */ describeNode),
/* harmony export */   q3: () => (/* binding */ JsonSyntaxError)
/* harmony export */ });
/* harmony import */ var _column_counter_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(474);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4278);


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

/***/ 8746:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1822);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4278);


const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const DEFAULT_LIFE = HOUR;
const SHORTEST_LIFE = MINUTE;
const UNITS = { y: YEAR, w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1 };
const UNIT_FORM = /^(?:(?<y>\d+)y)?(?:(?<w>\d+)w)?(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
const ISO_FORM = /^P(?=.)(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?=.)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?$/;
/**
 * Reads `90s`, `30m`, `1h30m`, `7d`, `1w`, `1y` (365 days), a bare number of seconds, or ISO 8601 with weeks, days, hours,
 * minutes and seconds (`PT1H`). The units of the short form go from large to small.
 */
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

/***/ 1822:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/** Gathers the problems of several results, so that all of them are told at once. */
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
/** One line for one problem: `grants, line 2, column 5: found …`. */
function formatProblem({ input, at, message }) {
    const place = at === undefined ? input : `${input}, line ${at.line}, column ${at.column}`;
    return `${place}: ${message}`;
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

/***/ 8533:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4278);

/**
 * The candidate that the user most probably meant: the same but for letter case, or the one with the fewest single-character
 * edits (a swap of neighbours counts as one), at most two. Undefined when none is that near.
 */
function nearest(text, candidates) {
    let best;
    for (const candidate of candidates) {
        const edits = editDistance(text.toLowerCase(), candidate.toLowerCase());
        // With two edits every word of two letters is near every other.
        const allowed = Math.min(2, Math.floor(candidate.length / 2));
        if (edits <= allowed && (best === undefined || edits < best.edits))
            best = { candidate, edits };
    }
    return best?.candidate;
}
/** ` Did you mean "insert-row"?`, or nothing. */
function didYouMean(text, candidates) {
    const candidate = nearest(text, candidates);
    return candidate === undefined ? '' : ` Did you mean ${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(candidate)}?`;
}
/** Optimal string alignment distance. */
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

;// CONCATENATED MODULE: ./src/host/actions-origin.ts
/** The run of GitHub Actions, or of a forge of its kind (Gitea, Forgejo), that this process belongs to. */
function readActionsOrigin(environment) {
    const read = (name) => environment[name] ?? '';
    const forge = forgeOf(read('GITHUB_SERVER_URL'));
    return {
        ...(forge === 'github.com' ? {} : { at: forge }),
        repository: read('GITHUB_REPOSITORY'),
        run: read('GITHUB_RUN_ID'),
        attempt: read('GITHUB_RUN_ATTEMPT'),
        job: read('GITHUB_JOB'),
    };
}
function forgeOf(serverUrl) {
    if (serverUrl === '')
        return 'github.com';
    // Text that is no URL is told as it stands: whatever it means, it is not github.com.
    return URL.canParse(serverUrl) ? new URL(serverUrl).host : serverUrl;
}

// EXTERNAL MODULE: ./src/lease/attempt.ts + 2 modules
var lease_attempt = __nccwpck_require__(3371);
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

// EXTERNAL MODULE: ./src/lease/issuer.ts
var issuer = __nccwpck_require__(2247);
// EXTERNAL MODULE: ./src/request/lifetime.ts
var request_lifetime = __nccwpck_require__(8746);
// EXTERNAL MODULE: ./src/lease/ports.ts
var lease_ports = __nccwpck_require__(1102);
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

// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __nccwpck_require__(7440);
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
        throw new Error(`the record of the lease in the saved state cannot be read: ${messageOf(error)}. Revoke the token by hand: the log of the step that minted it names it`, { cause: error });
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

// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __nccwpck_require__(4278);
;// CONCATENATED MODULE: ./src/lease/mint.ts








/** The answer to a mint was lost. What is known of its token is in the message; post looks for it once more. */
class LostAnswer extends Error {
    name = 'LostAnswer';
}
/** The issuer granted something else than was asked for; the token was not handed on. */
class NotAsAsked extends Error {
    name = 'NotAsAsked';
}
/** How long the one revocation may take that follows a stop. */
const LAST_REVOCATION = 3_000;
/**
 * The life of a lease up to the hand-over: the intent is saved, the token minted, masked, recorded and verified, and
 * then delivered; whatever goes wrong after the mint revokes it.
 *
 * @throws Refused when nothing was minted, NotAsAsked, LostAnswer, Stopped, or what `deliver` threw
 */
async function mintLease(order, keeper, ports) {
    const lease = { order, keeper, ports, journal: openJournal(order, keeper, ports) };
    const first = await mintOnce(lease);
    if (first.kind === 'delivered')
        return first.token;
    const end = await endLost(lease, first.attempt);
    if (end.kind !== 'clear')
        throw lost(first.attempt, first.because, end);
    ports.notify((0,notice/* warning */.$)(`The answer to the mint was lost: ${(0,shown_text/* messageOf */.bD)(first.because)}. ${end.known} Trying once more.`));
    const second = await mintOnce(lease);
    if (second.kind === 'delivered')
        return second.token;
    throw lost(second.attempt, second.because, await endLost(lease, second.attempt));
}
function openJournal(order, keeper, ports) {
    const { issuer, openTokens, plan, prepared } = order;
    let record = {
        version: 1,
        type: order.type,
        endpoint: prepared.access.endpoint,
        authentication: withoutSecret(prepared.access.authentication),
        context: plan.context,
        expires: issuer.expiry.kind !== 'none',
        revocable: openTokens !== undefined,
        revoke: order.revoke,
        onRevokeFailure: order.onRevokeFailure,
        timeout: order.endTimeout,
        attempts: [],
    };
    const save = (changed) => {
        record = changed;
        keeper.save(changed);
    };
    const settle = (attempt, outcome) => save(withOutcome(record, attempt.leaseId, outcome));
    return {
        begin: (attempt) => save({ ...record, attempts: [...record.attempts, { ...attempt, outcome: { kind: 'open', searched: false } }] }),
        settle,
        note(attempt, outcome, otherwise) {
            try {
                settle(attempt, outcome);
            }
            catch (error) {
                ports.notify((0,notice/* warning */.$)(`${otherwise} ${(0,shown_text/* messageOf */.bD)(error)}`));
            }
        },
    };
}
async function mintOnce(lease) {
    const { order, keeper, ports, journal } = lease;
    (0,lease_ports/* throwIfStopped */.$J)(ports.stop);
    const attempt = (0,lease_attempt/* newAttempt */.oG)(order, ports.clock.now());
    journal.begin(attempt);
    let born;
    try {
        const granted = await order.plan.mint(attempt, (token) => {
            ports.mask(token.secret);
            born = token;
            journal.settle(attempt, { kind: 'minted', id: token.id });
        });
        (0,lease_ports/* throwIfStopped */.$J)(ports.stop);
        if (born === undefined)
            throw new Error('the issuer granted a token that was never announced');
        const token = verified(order, attempt, born, granted, ports);
        keeper.deliver(token);
        const { id, expiresAt } = token;
        journal.note(attempt, { kind: 'delivered', id, expiresAt }, 'That the token was handed on could not be recorded; post revokes it.');
        return { kind: 'delivered', token };
    }
    catch (error) {
        if (born !== undefined) {
            await abandon(lease, attempt, born.id);
            throw error;
        }
        if (error instanceof issuer/* Refused */.L) {
            journal.settle(attempt, { kind: 'nothing' });
            throw error;
        }
        (0,lease_ports/* throwIfStopped */.$J)(ports.stop);
        return { kind: 'lost', attempt, because: error };
    }
}
/** Revokes a token that will not be handed on, and says so. What fails here is left to post. */
async function abandon({ order, ports, journal }, attempt, id) {
    const { openTokens, prepared, plan } = order;
    if (openTokens === undefined)
        return;
    try {
        await openTokens(prepared.access, plan.context, allowLastRevocation(ports)).revoke(id);
    }
    catch (error) {
        ports.notify((0,notice/* warning */.$)(`The token ${id} could not be revoked at once; post tries again. ${(0,shown_text/* messageOf */.bD)(error)}`));
        return;
    }
    ports.notify((0,notice/* notice */.l)(`The token ${id} was not handed on, and was revoked at once.`));
    journal.note(attempt, { kind: 'revoked', id }, 'That it was revoked could not be recorded; post finds it gone.');
}
/** A stop, or the time that went by, may be why the token is given up: it is no reason to leave it alive. */
function allowLastRevocation(ports) {
    const stopped = ports.stop.signal !== undefined;
    if (stopped || ports.deadline.remaining() < LAST_REVOCATION)
        ports.deadline.leave(LAST_REVOCATION);
    return stopped ? { ...ports, stop: lease_ports/* neverStops */.q3 } : ports;
}
/**
 * Looks for the token of a lost answer and revokes it: without its secret it is of no use to anyone. In the record the
 * attempt stays open: post looks once more, in case something on the way sent the request a second time.
 */
async function endLost({ order, ports, journal }, attempt) {
    const { openTokens, prepared, plan } = order;
    const open = (known) => ({ kind: 'open', known });
    const unknowable = {
        kind: 'unknowable',
        known: `It cannot be looked for. If there is one, it lives until ${(0,request_lifetime/* formatInstant */.r4)(attempt.expiresAt)}.`,
    };
    if (openTokens === undefined)
        return unknowable;
    const tokens = openTokens(prepared.access, plan.context, ports);
    const search = await searchLostToken(attempt, LOOKS, tokens, ports);
    if (search.kind !== 'failed')
        journal.settle(attempt, { kind: 'open', searched: isFinished(search) });
    switch (search.kind) {
        case 'found':
            return revokeFound(search.ids, tokens, ports);
        case 'none':
            return { kind: 'clear', known: 'No token of it exists so far.' };
        case 'none-so-far': {
            const lastLook = `the last look, ${LAST_LOOK / 1_000} s after the loss`;
            return open(`No token of it exists so far, but the time ended before ${lastLook}.`);
        }
        case 'none-shown':
            return open('The credential may not list all tokens, so it is not known whether a token exists.');
        case 'ambiguous':
            return open(`What was found is not surely its token, and was not touched: ${search.ids.join(', ')}.`);
        case 'failed':
            return open(`Looking for its token failed: ${(0,shown_text/* messageOf */.bD)(search.reason)}.`);
        case 'impossible':
            return unknowable;
    }
}
async function revokeFound(ids, tokens, ports) {
    const found = `Its token ${ids.join(', ')} was found`;
    try {
        for (const id of ids)
            await tokens.revoke(id);
    }
    catch (error) {
        (0,lease_ports/* throwIfStopped */.$J)(ports.stop);
        return { kind: 'open', known: `${found}, and not revoked: ${(0,shown_text/* messageOf */.bD)(error)}.` };
    }
    return { kind: 'clear', known: `${found} and revoked.` };
}
function lost(attempt, because, { kind, known }) {
    const later = kind === 'unknowable' ? '' : ' Post looks for it once more';
    return new LostAnswer(`the answer to the mint of ${attempt.name} was lost: ${(0,shown_text/* messageOf */.bD)(because)}. ${known}${later}`, {
        cause: because,
    });
}
/** @throws NotAsAsked when the issuer granted anything else than was asked for */
function verified(order, attempt, born, granted, ports) {
    const { issuer, prepared, plan } = order;
    const end = compareEnd(issuer.expiry, attempt.expiresAt, granted.expiresAt);
    const differences = [...granted.differences, ...(end.difference === undefined ? [] : [end.difference])];
    if (differences.length > 0) {
        const list = differences.map(({ what, asked, granted }) => `${what}: asked for ${asked}, granted ${granted}`);
        const fate = order.openTokens === undefined ? 'it is not handed on' : 'it is not handed on but revoked';
        throw new NotAsAsked(`${issuer.title} did not grant what was asked for, so ${fate}. ${list.join('; ')}`);
    }
    if (end.expiresAt < attempt.expiresAt && issuer.expiry.kind === 'second') {
        ports.notify((0,notice/* notice */.l)(`${issuer.title} gave the token an earlier end than asked for: ${(0,request_lifetime/* formatInstant */.r4)(end.expiresAt)} instead of ${(0,request_lifetime/* formatInstant */.r4)(attempt.expiresAt)}.`));
    }
    for (const message of granted.notices)
        ports.notify(message);
    return {
        type: order.type,
        id: born.id,
        secret: born.secret,
        name: attempt.name,
        expiresAt: end.expiresAt,
        grants: granted.grants,
        confirmed: granted.confirmed,
        endpoint: prepared.access.endpoint,
        context: plan.context,
        tokenFile: order.tokenFile,
    };
}
/** What the answer says of the token's end, held against what was asked for. */
function compareEnd(expiry, asked, granted) {
    if (expiry.kind === 'none')
        return { expiresAt: asked };
    const differs = granted === undefined || (expiry.kind === 'millisecond' ? granted !== asked : granted > asked + 1_000);
    if (differs) {
        const said = granted === undefined ? 'no end at all' : (0,request_lifetime/* formatInstant */.r4)(granted);
        return { expiresAt: asked, difference: { what: 'end', asked: (0,request_lifetime/* formatInstant */.r4)(asked), granted: said } };
    }
    return { expiresAt: Math.min(granted, asked) };
}

// EXTERNAL MODULE: ./src/request/suggestion.ts
var suggestion = __nccwpck_require__(8533);
;// CONCATENATED MODULE: ./src/issuers/registry.ts


const MODULES = new Map([
    ['datasette', { issuer: async () => (await __nccwpck_require__.e(/* import() */ 239).then(__nccwpck_require__.bind(__nccwpck_require__, 9239))).datasette }],
    [
        'influxdb',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(613)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2613))).influxdb,
            tokens: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(893)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6893))).openTokens,
        },
    ],
    [
        'namespace',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(776), __nccwpck_require__.e(939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2939))).namespaceToken,
            tokens: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(776), __nccwpck_require__.e(176)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4176))).openTokens,
        },
    ],
    [
        'namespace/user',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(776), __nccwpck_require__.e(939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2939))).namespaceUserToken,
            tokens: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(776), __nccwpck_require__.e(176)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4176))).openTokens,
        },
    ],
    [
        'solarnetwork/ReadNodeData',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(324), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2973))).readNodeData,
            tokens: async () => {
                const { openTokens } = await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(324)]).then(__nccwpck_require__.bind(__nccwpck_require__, 324));
                return (...lease) => openTokens('ReadNodeData', ...lease);
            },
        },
    ],
    [
        'solarnetwork/User',
        {
            issuer: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(324), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2973))).user,
            tokens: async () => {
                const { openTokens } = await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(324)]).then(__nccwpck_require__.bind(__nccwpck_require__, 324));
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
    return `found ${(0,shown_text/* quote */.hD)(type)}; expected one of ${TYPES.join(', ')}.${(0,suggestion/* didYouMean */.a)(type, TYPES)}`;
}

;// CONCATENATED MODULE: ./src/request/inputs.ts
/** Every input of the action, in the order of action.yml. */
const INPUT_NAMES = [
    'type',
    'grants',
    'expires_in',
    'expires_at',
    'time_zone',
    'name',
    'description',
    'url',
    'credential',
    'credential_id',
    'actor',
    'org',
    'user',
    'workspace',
    'audience',
    'status',
    'token_file',
    'token_file_format',
    'export_env',
    'revoke',
    'on_revoke_failure',
    'timeout',
    'summary',
    'dry_run',
];
/** The inputs that mean something for every type. */
const INPUTS_OF_EVERY_TYPE = new Set([
    'type',
    'grants',
    'expires_in',
    'expires_at',
    'time_zone',
    'name',
    'description',
    'token_file',
    'token_file_format',
    'export_env',
    'revoke',
    'on_revoke_failure',
    'timeout',
    'summary',
    'dry_run',
]);

// EXTERNAL MODULE: ./src/request/choice.ts
var choice = __nccwpck_require__(1378);
// EXTERNAL MODULE: ./src/request/grants.ts
var request_grants = __nccwpck_require__(9750);
// EXTERNAL MODULE: ./src/request/problem.ts
var request_problem = __nccwpck_require__(1822);
;// CONCATENATED MODULE: ./src/request/request.ts






const TOKEN_FILE_FORMATS = ['token', 'json', 'env'];
const DEFAULT_TIMEOUT = 120;
const LONGEST_TIMEOUT = 3600;
const LONGEST_INPUT = 16 * 1024;
const LONGEST_GRANTS = 64 * 1024;
const LONGEST_NAME = 128;
const LONGEST_DESCRIPTION = 200;
/** Checks everything about the inputs that no issuer is needed for. */
async function parseRequest(type, issuer, inputs, now) {
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    problems.push(...checkForm(inputs), ...checkUse(type, issuer, inputs));
    const grants = (0,request_grants/* parseGrants */.Ts)(inputs('grants') ?? '');
    // Who wrote none is shown one.
    const example = inputs('grants') === undefined ? `. An example: "${issuer.grantExample}"` : '';
    problems.push(...grants.problems.map((problem) => ({ ...problem, message: `${problem.message}${example}` })));
    const lifetime = take(await parseLifetime(issuer, inputs, now)) ?? { kind: 'in', seconds: request_lifetime/* DEFAULT_LIFE */.Tb };
    const name = take(parseText('name', inputs('name'), LONGEST_NAME));
    const description = take(parseText('description', inputs('description'), LONGEST_DESCRIPTION));
    const options = {
        tokenFile: inputs('token_file')?.trim(),
        tokenFileFormat: take((0,choice/* parseChoice */.H)('token_file_format', inputs('token_file_format'), TOKEN_FILE_FORMATS)),
        exportEnvironment: take(parseBoolean('export_env', inputs, false)) ?? false,
        revoke: take(parseBoolean('revoke', inputs, true)) ?? true,
        onRevokeFailure: take((0,choice/* parseChoice */.H)('on_revoke_failure', inputs('on_revoke_failure'), ['fail', 'warn'])),
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
    // What else is wrong with a number that YAML mangled is wrong with YAML's text, not with the user's.
    const mangled = new Set(INPUT_NAMES.filter((input) => isMangled(inputs(input))));
    const told = problems.filter(({ input }, index) => !mangled.has(input) || problems.findIndex((other) => other.input === input) === index);
    return { request, options, problems: told };
}
/** Whether YAML read a value as a large number and wrote it in its own way, as in 1.23E+15. */
function isMangled(value) {
    return value !== undefined && /^-?\d(?:\.\d+)?E\+\d+$/.test(value);
}
function checkForm(inputs) {
    const problems = [];
    for (const input of INPUT_NAMES) {
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
    const used = new Set([...INPUTS_OF_EVERY_TYPE, ...issuer.inputs]);
    const unused = INPUT_NAMES.filter((input) => inputs(input) !== undefined && !used.has(input));
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
        const life = parseLife(issuer, expiresIn ?? String(request_lifetime/* DEFAULT_LIFE */.Tb));
        if (zone === undefined)
            return life;
        return (0,request_problem/* invalid */.Gq)({ input: 'time_zone', message: 'it says how to read expires_at, which is not given; remove it' }, ...problemsOf(life));
    }
    const end = await parseEnd(issuer, expiresAt, zone, now);
    if (expiresIn === undefined)
        return end;
    return (0,request_problem/* invalid */.Gq)({ input: 'expires_at', message: 'expires_in is given too; keep one of the two' }, ...problemsOf(parseLife(issuer, expiresIn)), ...problemsOf(end));
}
function problemsOf(result) {
    return result.ok ? [] : result.problems;
}
function parseLife(issuer, text) {
    const seconds = (0,request_lifetime/* parseDuration */.E9)('expires_in', text);
    if (!seconds.ok)
        return seconds;
    const problem = checkLife('expires_in', seconds.value, issuer);
    return problem === undefined ? (0,request_problem/* valid */.rZ)({ kind: 'in', seconds: seconds.value }) : (0,request_problem/* invalid */.Gq)(problem);
}
async function parseEnd(issuer, text, zone, now) {
    // Luxon is loaded for calendar times alone: most steps give a duration.
    const { parseInstant } = await Promise.all(/* import() */[__nccwpck_require__.e(714), __nccwpck_require__.e(687)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2687));
    const instant = parseInstant(text, zone);
    if (!instant.ok)
        return instant;
    if (instant.value <= now) {
        const thisSecond = Math.floor(now / 1000) * 1000;
        return (0,request_problem/* invalid */.Gq)({
            input: 'expires_at',
            message: `${(0,shown_text/* quote */.hD)(text)} is ${(0,request_lifetime/* formatInstant */.r4)(instant.value)}, which is past; now is ${(0,request_lifetime/* formatInstant */.r4)(thisSecond)}`,
        });
    }
    const problem = checkLife('expires_at', (instant.value - now) / 1000, issuer);
    return problem === undefined ? (0,request_problem/* valid */.rZ)({ kind: 'at', instant: instant.value }) : (0,request_problem/* invalid */.Gq)(problem);
}
function checkLife(input, life, { title, expiry }) {
    const longest = expiry.kind === 'none' ? request_lifetime/* YEAR */.UX : expiry.longest;
    // Rounded away from the limit, so that a message never calls the limit itself too short or too long.
    if (life < request_lifetime/* SHORTEST_LIFE */.EO) {
        return {
            input,
            message: `a life of ${(0,request_lifetime/* formatDuration */.a3)(Math.floor(life))} is too short to be used; expected at least 1m`,
        };
    }
    if (life > longest) {
        return {
            input,
            message: `a life of ${(0,request_lifetime/* formatDuration */.a3)(Math.ceil(life))} is longer than ${title} allows here; expected at most ${(0,request_lifetime/* formatDuration */.a3)(longest)}`,
        };
    }
    return undefined;
}
function parseTimeout(text) {
    if (text === undefined)
        return (0,request_problem/* valid */.rZ)(DEFAULT_TIMEOUT);
    const seconds = (0,request_lifetime/* parseDuration */.E9)('timeout', text.trim());
    if (!seconds.ok)
        return seconds;
    if (seconds.value > LONGEST_TIMEOUT) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'timeout',
            message: `found ${(0,shown_text/* quote */.hD)(text)}; expected at most ${(0,request_lifetime/* formatDuration */.a3)(LONGEST_TIMEOUT)}`,
        });
    }
    return seconds;
}
/** Without the blanks at its ends, which a block of YAML or an output of a step brings along. */
function parseText(input, given, longest) {
    const text = given?.trim();
    if (text === undefined)
        return (0,request_problem/* valid */.rZ)(undefined);
    const length = [...text].length;
    if (length > longest) {
        return (0,request_problem/* invalid */.Gq)({ input, message: `the text is ${length} characters long; expected at most ${longest}` });
    }
    return (0,request_problem/* valid */.rZ)(text);
}
function parseBoolean(input, inputs, assumed) {
    const text = inputs(input)?.trim();
    if (text === undefined)
        return (0,request_problem/* valid */.rZ)(assumed);
    if (/^(?:true|True|TRUE)$/.test(text))
        return (0,request_problem/* valid */.rZ)(true);
    if (/^(?:false|False|FALSE)$/.test(text))
        return (0,request_problem/* valid */.rZ)(false);
    return (0,request_problem/* invalid */.Gq)({ input, message: `found ${(0,shown_text/* quote */.hD)(text)}; expected true or false` });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./src/runner/token-file.ts





/**
 * Where the token file will be: an absolute path, or one below RUNNER_TEMP. Found out before the mint: that nothing
 * stands there yet, and that a file can be made there.
 */
function placeTokenFile(given, temporaryFolder) {
    const problem = (message) => (0,request_problem/* invalid */.Gq)({ input: 'token_file', message });
    if (given.includes('\0'))
        return problem('the path holds a zero byte');
    if (!(0,external_node_path_.isAbsolute)(given) && temporaryFolder === undefined) {
        return problem('a relative path is meant below RUNNER_TEMP, which is not set; give an absolute path');
    }
    const path = (0,external_node_path_.resolve)(temporaryFolder ?? '', given);
    try {
        const existing = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (existing !== undefined) {
            const what = existing.isSymbolicLink() ? 'a link' : existing.isDirectory() ? 'a folder' : 'a file';
            return problem(`${what} stands at ${JSON.stringify(path)} already; give a path where nothing is, or remove it in a step before`);
        }
        const folder = nearestFolder((0,external_node_path_.dirname)(path));
        if (!(0,external_node_fs_.lstatSync)(folder).isDirectory() && !(0,external_node_fs_.lstatSync)((0,external_node_fs_.realpathSync)(folder)).isDirectory()) {
            return problem(`${JSON.stringify(folder)} is no folder, so ${JSON.stringify(path)} cannot be made`);
        }
        if (!(0,external_node_path_.isAbsolute)(given) && temporaryFolder !== undefined) {
            const outside = [
                (0,external_node_path_.relative)((0,external_node_path_.resolve)(temporaryFolder), path),
                (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(temporaryFolder), (0,external_node_fs_.realpathSync)(folder)),
            ].some((way) => /^\.\.(?:[\\/]|$)/.test(way) || (0,external_node_path_.isAbsolute)(way));
            if (outside)
                return problem(`${JSON.stringify(given)} leads out of RUNNER_TEMP; give an absolute path if that is meant`);
        }
        tryToMakeFile(folder);
    }
    catch (error) {
        return problem(`a file cannot be made at ${JSON.stringify(path)}: ${(0,shown_text/* messageOf */.bD)(error)}`);
    }
    return (0,request_problem/* valid */.rZ)(path);
}
/** Makes a file and removes it: the rights of a folder say little on a system that is mounted read-only, or is none of files. */
function tryToMakeFile(folder) {
    const path = (0,external_node_path_.join)(folder, `.mint-token-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
    (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL, 0o600));
    (0,external_node_fs_.unlinkSync)(path);
}
/** A path below RUNNER_TEMP that nobody else has, for a token file that no input names. */
function ownTokenFilePath(temporaryFolder) {
    return (0,external_node_path_.join)(temporaryFolder, `mint-token-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`, 'token.json');
}
function nearestFolder(path) {
    let folder = path;
    while ((0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false }) === undefined && (0,external_node_path_.dirname)(folder) !== folder)
        folder = (0,external_node_path_.dirname)(folder);
    return folder;
}
function contentHash(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}
/** The uppermost folder that has to be made for a file; empty when its folder is there. */
function firstFolderToMake(path) {
    const nearest = nearestFolder((0,external_node_path_.dirname)(path));
    let folder = (0,external_node_path_.dirname)(path);
    if (folder === nearest)
        return '';
    while ((0,external_node_path_.dirname)(folder) !== nearest)
        folder = (0,external_node_path_.dirname)(folder);
    return folder;
}
/**
 * Makes the file, readable by its owner alone, and the folders from `firstFolder` on. Throws when anything stands there,
 * and leaves nothing behind when it fails.
 */
function makeTokenFile(path, content, firstFolder) {
    if (firstFolder !== '')
        makeFolders(firstFolder, (0,external_node_path_.dirname)(path));
    try {
        writeNewFile(path, content);
    }
    catch (error) {
        removeFolders(firstFolder, (0,external_node_path_.dirname)(path));
        throw error;
    }
}
/** One by one: a recursive mkdirSync of Node never returns where the system does not let a folder be made, as below /proc. */
function makeFolders(first, last) {
    if (first !== last)
        makeFolders(first, (0,external_node_path_.dirname)(last));
    try {
        (0,external_node_fs_.mkdirSync)(last, { mode: 0o700 });
    }
    catch (error) {
        if (first !== last)
            removeFolders(first, (0,external_node_path_.dirname)(last));
        throw error;
    }
}
/** Those of the folders that are empty: what others put there stays, and keeps its folder. */
function removeFolders(first, last) {
    if (first === '')
        return;
    for (let folder = last;; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false }) !== undefined) {
            if ((0,external_node_fs_.readdirSync)(folder).length > 0)
                return;
            (0,external_node_fs_.rmdirSync)(folder);
        }
        if (folder === first || (0,external_node_path_.dirname)(folder) === folder)
            return;
    }
}
function writeNewFile(path, content) {
    // Windows knows no O_NOFOLLOW; O_EXCL refuses a link there and elsewhere.
    const noFollow = "O_NOFOLLOW" in external_node_fs_.constants ? external_node_fs_.constants.O_NOFOLLOW : 0;
    const flags = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | noFollow;
    const file = (0,external_node_fs_.openSync)(path, flags, 0o600);
    try {
        try {
            (0,external_node_fs_.writeFileSync)(file, content);
            (0,external_node_fs_.fsyncSync)(file);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (error) {
        (0,external_node_fs_.unlinkSync)(path);
        throw error;
    }
}
/** Removes a token file, but only if it still holds what was written into it; and the folders that were made for it. */
function removeTokenFile({ path, hash, firstFolder }) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found !== undefined) {
        if (!found.isFile() || contentHash((0,external_node_fs_.readFileSync)(path)) !== hash)
            return 'changed';
        (0,external_node_fs_.unlinkSync)(path);
    }
    removeFolders(firstFolder, (0,external_node_path_.dirname)(path));
    return found === undefined ? 'gone' : 'removed';
}

;// CONCATENATED MODULE: ./src/verbs/order.ts






/** Understands the inputs of a step, or finds everything that is wrong with them, in the order of action.yml. */
async function readOrder(inputs, surroundings, now) {
    const type = inputs('type')?.trim();
    const [issuer, openTokens] = type === undefined ? [] : await Promise.all([loadIssuer(type), loadTokens(type)]);
    if (type === undefined || issuer === undefined) {
        const message = type === undefined ? `it is not given; expected one of ${TYPES.join(', ')}` : unknownType(type);
        const { options, problems } = await parseRequest('', ANY_ISSUER, inputs, now);
        const tokenFile = options.tokenFile === undefined
            ? (0,request_problem/* valid */.rZ)(undefined)
            : placeTokenFile(options.tokenFile, surroundings.variable('RUNNER_TEMP'));
        const all = [...problems, ...(tokenFile.ok ? [] : tokenFile.problems)];
        return (0,request_problem/* invalid */.Gq)({ input: 'type', message }, ...all.toSorted(byPlace));
    }
    const { request, options, problems } = await parseRequest(type, issuer, inputs, now);
    const prepared = issuer.prepare(request, surroundings);
    const tokenFile = findTokenFile(issuer, options, surroundings.variable('RUNNER_TEMP'));
    if (problems.length > 0 || !prepared.ok || !tokenFile.ok) {
        const all = [...problems, ...order_problemsOf(prepared, problems), ...(tokenFile.ok ? [] : tokenFile.problems)];
        return (0,request_problem/* invalid */.Gq)(...all.toSorted(byPlace));
    }
    return (0,request_problem/* valid */.rZ)({ type, issuer, openTokens, request, options, prepared: prepared.value, tokenFile: tokenFile.value });
}
/** Takes what some issuer takes: so that an unknown type does not hide what is wrong whatever the type. */
const ANY_ISSUER = {
    title: 'any system',
    grantExample: 'buckets iot-center: read, write',
    inputs: INPUT_NAMES,
    expiry: { kind: 'second', longest: request_lifetime/* YEAR */.UX },
    exportsTokenFile: true,
};
/** The issuer saw only those grants that could be read: what it misses in them as a whole may not be missing. */
function order_problemsOf(prepared, found) {
    if (prepared.ok)
        return [];
    const grantsUnread = found.some(({ input }) => input === 'grants');
    return prepared.problems.filter(({ input, at }) => !grantsUnread || input !== 'grants' || at !== undefined);
}
/** As the inputs stand in action.yml; problems of environment variables come last. */
function byPlace(a, b) {
    const place = ({ input }) => {
        const index = INPUT_NAMES.findIndex((name) => name === input);
        return index === -1 ? INPUT_NAMES.length : index;
    };
    return place(a) - place(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}
function findTokenFile(issuer, options, temporaryFolder) {
    const { tokenFileFormat, exportEnvironment } = options;
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    const path = take(placeOf(issuer, options, temporaryFolder));
    if (issuer.exportsTokenFile && tokenFileFormat === 'env') {
        problems.push({
            input: 'token_file_format',
            message: `the variable that ${issuer.title} exports names a token file, so a file of variables would name itself; use json or token`,
        });
    }
    if (issuer.exportsTokenFile && exportEnvironment && tokenFileFormat === 'token') {
        problems.push({
            input: 'token_file_format',
            message: `export_env exports the path of this file, and ${issuer.title} reads it as json; leave the format out`,
        });
    }
    return problems.length > 0 ? (0,request_problem/* invalid */.Gq)(...problems) : (0,request_problem/* valid */.rZ)(path);
}
function placeOf(issuer, { tokenFile, exportEnvironment }, temporaryFolder) {
    if (tokenFile !== undefined)
        return placeTokenFile(tokenFile, temporaryFolder);
    if (!exportEnvironment || !issuer.exportsTokenFile)
        return (0,request_problem/* valid */.rZ)(undefined);
    if (temporaryFolder === undefined) {
        return (0,request_problem/* invalid */.Gq)({ input: 'export_env', message: 'RUNNER_TEMP is not set; name a token_file with an absolute path' });
    }
    return (0,request_problem/* valid */.rZ)(ownTokenFilePath(temporaryFolder));
}

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

;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./src/runner/summary.ts



/** Adds a table to the job summary. A summary that cannot be written is said and fails nothing. */
function writeSummary(title, rows) {
    const lines = [
        `### ${plainMarkdown(title)}`,
        '',
        '| | |',
        '| --- | --- |',
        ...rows
            .filter(([, values]) => values.length > 0)
            .map(([heading, values]) => `| ${plainMarkdown(heading)} | ${values.map(plainMarkdown).join('<br>')} |`),
        '',
    ];
    try {
        issueFileCommand('STEP_SUMMARY', lines.join('\n'));
    }
    catch (error) {
        annotateWarning(`The job summary could not be written: ${(0,shown_text/* messageOf */.bD)(error)}`);
    }
}
/** Text that Markdown shows as it is: every sign that could mean something is written as a character reference. */
function plainMarkdown(text) {
    // Markdown gives a meaning to signs of ASCII alone; an address becomes a link by what stands around its dots and slashes.
    return plainText(text).replace(/[!-+<>?-@[-`{-~]|:(?=\/)|\.(?=\S)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./src/verbs/report-mint.ts




/** Every problem is an annotation of its own, complete in its message. */
function reportProblems(problems) {
    for (const problem of problems)
        annotateError((0,request_problem/* formatProblem */.Vw)(problem));
    say(`nothing was minted: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`} with the inputs`);
}
function reportPlan({ type, issuer, prepared, request }, plan) {
    const { now } = request;
    const end = (0,request_lifetime/* endOf */.pJ)(request.lifetime, now);
    say(`${issuer.title}: a token of type ${type}`);
    for (const source of prepared.sources)
        say(`  ${source}`);
    for (const grant of plan.shownGrants)
        say(`  grant: ${grant}`);
    for (const open of plan.leftOpen)
        say(`  left open: ${open}`);
    say(`  end: ${(0,request_lifetime/* formatInstant */.r4)(end)}, in ${(0,request_lifetime/* formatDuration */.a3)(Math.ceil((end - now) / 1000))}`);
    for (const notice of [...prepared.notices, ...plan.notices])
        tell(notice);
}
function reportToken(order, plan, token) {
    const { issuer, options } = order;
    const ending = endingOf(order, token);
    const confirmed = token.confirmed ? [] : ['not confirmed by the server'];
    const { description } = order.request;
    say(`minted ${token.id} (${token.name})`);
    if (description !== undefined)
        say(`  description: ${description}`);
    if (!token.confirmed)
        say('  its grants are not confirmed by the server');
    say(`  ${ending}`);
    if (token.tokenFile !== undefined)
        say(`  token file: ${token.tokenFile}`);
    if (options.exportEnvironment)
        say(`  exported: ${Object.keys(issuer.exportedVariables(token)).join(', ')}`);
    if (!options.summary)
        return;
    writeSummary(`${issuer.title} token`, [
        ['Type', [token.type]],
        ['Name', [token.name]],
        ['Description', description === undefined ? [] : [description]],
        ['Token id', [token.id]],
        ['Grants', [...plan.shownGrants, ...confirmed]],
        ['Left open', plan.leftOpen],
        ['End', [(0,request_lifetime/* formatInstant */.r4)(token.expiresAt)]],
        ['Revocation', [ending]],
    ]);
}
function endingOf({ issuer, openTokens, options }, token) {
    const end = (0,request_lifetime/* formatInstant */.r4)(token.expiresAt);
    if (openTokens === undefined)
        return `it cannot be revoked and lives until ${end}`;
    if (!options.revoke)
        return `it is not revoked when the job ends (revoke: false) and lives until ${end}`;
    if (issuer.expiry.kind === 'none')
        return `it lives until it is revoked: when the job ends; a sweep may revoke it after ${end}`;
    return `it is revoked when the job ends, and lives until ${end} at most`;
}

;// CONCATENATED MODULE: ./src/runner/export-mark.ts

/** The variable that tells later mints of a job which others a mint has exported, and with which values. */
const EXPORT_MARK = 'MINT_TOKEN_EXPORTED';
/** What one mint exported: a key of its own, and by it the hash of each variable. In hexadecimal, between dots. */
const MARK_OF_ONE_MINT = /^[0-9a-f]{32}(?:\.[0-9a-f]{32})+$/;
/**
 * What this mint adds to the mark. It tells values apart and nothing of them to whoever does not have it; it is masked all
 * the same, since a token can be made of a secret that a person chose.
 */
function newExportMark(variables) {
    const key = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    return [key, ...Object.entries(variables).map(([name, value]) => hashOf(key, name, value))].join('.');
}
/** The marks of all mints of the job so far, and of this one. What stands there and is no mark is left out. */
function addExportMark(earlier, mark) {
    return [...marksIn(earlier), mark].join(' ');
}
/**
 * Whether a mint exported the variable with this value, blanks at its ends aside: a value that the user set afterwards is the
 * user's.
 */
function isExported(marks, name, value) {
    return marksIn(marks).some((mark) => {
        const [key = '', ...hashes] = mark.split('.');
        return hashes.includes(hashOf(key, name, value));
    });
}
function marksIn(text = '') {
    return text.split(' ').filter((mark) => MARK_OF_ONE_MINT.test(mark));
}
function hashOf(key, name, value) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(`${name}=${value.trim()}`).digest('hex').slice(0, 32);
}

;// CONCATENATED MODULE: ./src/runner/state.ts
/**
 * Everything that post reads. Main writes all of it, empty, as its first act: a later step of the job can forge a name
 * that main did not save, but not one that it did. A secret is the whole value of a name of its own, so that the
 * runner's debug log, which prints state, masks it.
 */
const STATE_NAMES = [
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
];
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

;// CONCATENATED MODULE: ./src/runner/save-state.ts
// By its file, since the package as a whole loads an HTTP client that costs a step more time than all that it does.



/** Writes every name, empty. Throws when the state file cannot be written. */
function reserveState() {
    saveState(Object.fromEntries(STATE_NAMES.map((name) => [name, ''])));
}
/** Appends to the state file before it returns: the runner reads the file even when this process is killed. */
function saveState(values) {
    const lines = Object.entries(values).map(([name, value]) => prepareKeyValueMessage(name, value));
    try {
        issueFileCommand('STATE', lines.join('\n'));
    }
    catch (error) {
        throw new Error(`the state file of the runner (GITHUB_STATE) cannot be written: ${(0,shown_text/* messageOf */.bD)(error)}. Without it post could not end a token, so none is handed on`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./src/runner/handover.ts








/**
 * Hands a token on to the later steps of the job: as a token file, as variables, as outputs. The token's output comes
 * last: nobody has the token before everything else worked. Throws when something did not, and takes all of it back.
 */
function handOver(token, issuer, options, revocable, now) {
    const takeBacks = [openCommandFile('OUTPUT')];
    if (options.exportEnvironment)
        takeBacks.push(openCommandFile('ENV'));
    const file = token.tokenFile;
    try {
        if (file !== undefined)
            takeBacks.push(handOverFile(file, contentOf(token, issuer, options)));
        if (options.exportEnvironment)
            exportVariables(issuer.exportedVariables(token));
        appendPairs('OUTPUT', [
            ['token_id', token.id],
            ['name', token.name],
            ['type', token.type],
            ['expires_at', (0,request_lifetime/* formatInstant */.r4)(token.expiresAt)],
            ['expires_in', String(Math.max(0, Math.ceil((token.expiresAt - now) / 1000)))],
            ['grants', token.grants],
            ...(file === undefined ? [] : [['token_file', file]]),
            ['revocable', String(revocable)],
            ['token', token.secret],
        ]);
    }
    catch (error) {
        throw takenBack(error, takeBacks);
    }
}
function exportVariables(variables) {
    const mark = newExportMark(variables);
    maskSecret(mark);
    appendPairs('ENV', [...Object.entries(variables), [EXPORT_MARK, addExportMark(process.env[EXPORT_MARK], mark)]]);
}
/** Makes the token file, after post was told of it. Returns what removes it again. */
function handOverFile(path, content) {
    const made = { path, hash: contentHash(content), firstFolder: firstFolderToMake(path) };
    // Whoever reads a debug log, where state is printed, could try the secret that a token was made of.
    maskSecret(made.hash);
    saveState({ token_file: path, token_file_sha256: made.hash, token_file_folder: made.firstFolder });
    try {
        makeTokenFile(path, content, made.firstFolder);
    }
    catch (error) {
        // There is none for post to remove: what stands there is somebody else's.
        saveState({ token_file: '', token_file_sha256: '', token_file_folder: '' });
        throw new Error(`token_file: the file ${JSON.stringify(path)} could not be made: ${(0,shown_text/* messageOf */.bD)(error)}. Free the place, or name another one`, { cause: error });
    }
    return () => {
        if (removeTokenFile(made) === 'changed')
            throw new Error(`the token file ${path} was changed and is left as it is`);
    };
}
/** Takes back what was handed on, as far as that is possible: the error that led to it, and what was not possible. */
function takenBack(because, takeBacks) {
    const failures = [];
    for (const takeBack of takeBacks) {
        try {
            takeBack();
        }
        catch (error) {
            failures.push((0,shown_text/* messageOf */.bD)(error));
        }
    }
    const left = failures.length === 0 ? '' : `. What was handed on before could not be taken back: ${failures.join('; ')}`;
    return new Error(`${(0,shown_text/* messageOf */.bD)(because)}${left}`, { cause: because });
}
/** The outputs of a dry run: what is known without a token. */
function handOverPlan(plan) {
    appendPairs('OUTPUT', [
        ['grants', plan.grants],
        ['expires_at', (0,request_lifetime/* formatInstant */.r4)(plan.expiresAt)],
        ['type', plan.type],
        ['name', plan.name],
    ]);
}
function contentOf(token, issuer, options) {
    const format = options.tokenFileFormat ?? issuer.tokenFileFormat;
    switch (format) {
        case 'token':
            return `${token.secret}\n`;
        case 'json':
            return issuer.tokenFileJson(token);
        case 'env':
            return Object.entries(issuer.exportedVariables(token))
                .map(([name, value]) => `${name}=${value}\n`)
                .join('');
    }
}
/** All pairs in one write, so that a runner never sees half of them. */
function appendPairs(command, pairs) {
    issueFileCommand(command, pairs.map(([name, value]) => prepareKeyValueMessage(name, value)).join('\n'));
}
/** Makes sure that the file can be written. Returns what cuts off again all that is added to it from now on. */
function openCommandFile(command) {
    const path = process.env[`GITHUB_${command}`];
    if (path === undefined || path === '')
        throw new Error(`the runner gave no file in GITHUB_${command}`);
    try {
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_APPEND));
    }
    catch (error) {
        throw new Error(`the runner's file in GITHUB_${command} cannot be written: ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
    }
    const { size } = (0,external_node_fs_.statSync)(path);
    return () => {
        if ((0,external_node_fs_.statSync)(path).size > size)
            (0,external_node_fs_.truncateSync)(path, size);
    };
}

;// CONCATENATED MODULE: ./src/runner/inputs.ts
/** The inputs of the step as the runner hands them over. Blank ones count as not given: an empty expression is one. */
function readInputs(environment) {
    return (name) => {
        const value = environment[`INPUT_${name.toUpperCase()}`];
        return value === undefined || value.trim() === '' ? undefined : value;
    };
}

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
const PROXY_VARIABLES = (/* unused pure expression or super */ null && (['http_proxy', 'https_proxy', 'no_proxy']));
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
        identityToken: async (audience, ports) => (await Promise.all(/* import() */[__nccwpck_require__.e(299), __nccwpck_require__.e(122)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9122))).requestIdentityToken(process.env, audience, ports),
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

;// CONCATENATED MODULE: ./src/runner/run-context.ts

/**
 * Reads the event file only for the events that can come from a fork. A file that is missing or is no JSON says nothing
 * about a fork, so the run counts as one.
 */
function readTrust(environment) {
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    const isOfFork = EVENTS_OF_FORKS.has(event) && isFromFork(environment, event);
    const holdsSecrets = event === 'pull_request_target' || event === 'workflow_run';
    const ofFork = isOfFork && !holdsSecrets ? WITHOUT_SECRETS_AS_FORK : undefined;
    return {
        forkWithSecrets: isOfFork && holdsSecrets
            ? `this run was started by ${event} from a fork and holds secrets: if any later step runs the fork's code, that code can read the token. Mint in a workflow that does not check out the fork`
            : undefined,
        withoutSecrets: environment['GITHUB_ACTOR'] === 'dependabot[bot]' ? WITHOUT_SECRETS_AS_DEPENDABOT : ofFork,
    };
}
const WITHOUT_SECRETS_AS_FORK = 'GitHub gives no secrets to pull requests from forks; skip the step for them with `if: github.event.pull_request.head.repo.full_name == github.repository`.';
const WITHOUT_SECRETS_AS_DEPENDABOT = "Runs started by Dependabot get only the secrets stored for Dependabot; store it there too, or skip the step with `if: github.actor != 'dependabot[bot]'`.";
/** Events that a fork can cause. The reviews of a pull request are runs like those of the pull request itself. */
const EVENTS_OF_FORKS = new Set([
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
    'pull_request_target',
    'workflow_run',
]);
function isFromFork(environment, event) {
    const payload = readEvent(environment['GITHUB_EVENT_PATH']);
    const source = event === 'workflow_run'
        ? member(payload, 'workflow_run', 'head_repository', 'full_name')
        : member(payload, 'pull_request', 'head', 'repo', 'full_name');
    return source === undefined || source !== environment['GITHUB_REPOSITORY'];
}
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function member(value, ...names) {
    return names.reduce((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), value);
}

;// CONCATENATED MODULE: ./src/runner/surroundings.ts





/** What an issuer may learn of the process that it runs in. */
function readSurroundings(environment, trust) {
    const variable = (name) => {
        const value = environment[name];
        return value === undefined || value === '' ? undefined : value;
    };
    return {
        variable,
        secretVariable(name) {
            const value = variable(name);
            if (value !== undefined)
                hide(`The credential in ${name}`, value);
            return value;
        },
        exported(name) {
            const value = variable(name);
            return value !== undefined && isExported(variable(EXPORT_MARK), name, value);
        },
        mask: (secret) => hide('The credential', secret),
        secretFile(path) {
            let text;
            try {
                text = (0,external_node_fs_.readFileSync)(path, 'utf8');
            }
            catch (error) {
                if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
                    return undefined;
                throw error;
            }
            // A file of a few characters holds no token; as a mask it would tear logs apart.
            if (text.trim().length >= SHORTEST_FORM)
                maskSecret(text);
            return text;
        },
        platform: process.platform,
        identityTokens: variable('ACTIONS_ID_TOKEN_REQUEST_URL') !== undefined &&
            variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') !== undefined,
        emptyCredentialHint: trust.withoutSecrets ?? '',
    };
}
function hide(what, text) {
    for (const notice of hideSecrets([{ what, text }]))
        tell(notice);
}

;// CONCATENATED MODULE: ./src/entries/mint.ts




















async function main(stop) {
    reserveState();
    const understood = await readStep();
    if (!understood.ok) {
        reportProblems(understood.problems);
        return 1;
    }
    const order = understood.value;
    const ports = openPorts(order.options.timeout, stop);
    const plan = await order.prepared.plan(ports);
    reportPlan(order, plan);
    (0,lease_ports/* throwIfStopped */.$J)(stop);
    if (order.options.dryRun) {
        await rehearse(order, plan, ports);
        return 0;
    }
    keepAccess(order);
    const token = await mintLease(leaseOf(order, plan), keeperOf(order), ports);
    reportToken(order, plan, token);
    return 0;
}
/** Reads what the step asks for. Every secret is masked before anything else happens to it. */
async function readStep() {
    const inputs = readInputs(process.env);
    const credential = inputs('credential');
    const notices = hideSecrets([
        // The forms of a text cover those of the same text without the blanks at its ends.
        ...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
        ...proxySecrets(readNetworkSettings(process.env)),
    ]);
    for (const notice of notices)
        tell(notice);
    const trust = readTrust(process.env);
    if (trust.forkWithSecrets !== undefined)
        annotateWarning(trust.forkWithSecrets);
    return readOrder(inputs, readSurroundings(process.env, trust), systemClock.now());
}
/** What post needs to reach the issuer again, saved before there is anything to revoke. */
function keepAccess({ openTokens, prepared }) {
    if (openTokens === undefined)
        return;
    const { authentication } = prepared.access;
    const secret = authentication.kind === 'secret' ? authentication : undefined;
    saveState({
        ...readNetworkSettings(process.env),
        credential: secret?.secret ?? '',
        credential_id: secret?.id ?? '',
    });
}
function wishOf({ request, issuer, options }) {
    const { name, description, lifetime } = request;
    const { expiry, longestDescription } = issuer;
    const origin = readActionsOrigin(process.env);
    return { name, description, lifetime, expiry, origin, revoke: options.revoke, longestDescription };
}
function leaseOf(order, plan) {
    const { type, issuer, openTokens, prepared, options, tokenFile } = order;
    const { onRevokeFailure, timeout } = options;
    return {
        ...wishOf(order),
        type,
        issuer,
        openTokens,
        prepared,
        plan,
        onRevokeFailure,
        tokenFile,
        endTimeout: timeout / 2,
    };
}
function keeperOf({ issuer, openTokens, options }) {
    return {
        save: (record) => saveState({ record: serializeRecord(record) }),
        deliver: (token) => handOver(token, issuer, options, openTokens !== undefined, systemClock.now()),
    };
}
async function rehearse(order, plan, ports) {
    for (const notice of (await plan.rehearse?.()) ?? [])
        tell(notice);
    (0,lease_ports/* throwIfStopped */.$J)(ports.stop);
    const { name, expiresAt } = (0,lease_attempt/* newAttempt */.oG)(wishOf(order), systemClock.now());
    handOverPlan({ type: order.type, name, expiresAt, grants: plan.grants });
    say('nothing was minted: this was a dry run');
}
const stop = listenForStop();
main(stop).then(endProcess, (error) => {
    // Whatever the work ended with then, it ended because of the signal.
    if (stop.signal !== undefined) {
        say(error instanceof lease_ports/* Stopped */.C9 ? error.message : `stopped by ${stop.signal}: ${(0,shown_text/* messageOf */.bD)(error)}`);
        endProcess(exitCodeOf(stop.signal));
        return;
    }
    if (error instanceof issuer/* Refused */.L && error.problems.length > 0)
        reportProblems(error.problems);
    else
        annotateError((0,shown_text/* messageOf */.bD)(error));
    endProcess(1);
});


export const id = 60;
export const ids = [60];
export const modules = {

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

/***/ 3371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q0: () => (/* binding */ describe),
  jN: () => (/* binding */ isDescribedBy)
});

// UNUSED EXPORTS: newAttempt

// EXTERNAL MODULE: ./src/request/lifetime.ts
var lifetime = __webpack_require__(8746);
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
const marker_LONGEST_MARKER = 500;
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
function marker_markerOf(lease, longest = marker_LONGEST_MARKER) {
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
function fitMarker(marker, longest = marker_LONGEST_MARKER) {
    if (marker_printMarker(marker).length <= longest)
        return marker;
    const withoutJob = { ...marker, origin: { ...marker.origin, job: '' } };
    const excess = marker_printMarker(withoutJob).length - longest;
    if (excess <= 0)
        return withoutJob;
    const { repository } = marker.origin;
    return {
        ...withoutJob,
        origin: { ...withoutJob.origin, repository: cutTo(repository.length - excess, repository) },
    };
}
function marker_printMarker({ leaseId, origin, expiresAt, untilExpiry }) {
    const { at, by, repository, run, attempt, job } = origin;
    const fields = [
        `lease=${leaseId}`,
        `repo=${repository}`,
        `run=${run}/${attempt}`,
        ...(job === '' ? [] : [`job=${job}`]),
        `expires=${formatInstant(expiresAt)}`,
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
const LONGEST_FORM = 4 * marker_LONGEST_MARKER;
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
    const wantedEnd = endOf(lifetime, now);
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


/***/ })

};

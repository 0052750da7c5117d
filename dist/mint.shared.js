module.exports = {

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

/***/ 7334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   Ew: () => (/* binding */ noticesOfPlace),
/* harmony export */   Re: () => (/* binding */ ownTokenFilePath),
/* harmony export */   UK: () => (/* binding */ makeTokenFile),
/* harmony export */   fe: () => (/* binding */ placeTokenFile),
/* harmony export */   kg: () => (/* binding */ firstFolderToMake),
/* harmony export */   removeTokenFile: () => (/* binding */ removeTokenFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _lease_notice_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7440);
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1822);
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);






function placeTokenFile(given, temporaryFolder) {
    const problem = (message) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)({ input: 'token_file', message });
    if (given.includes('\0'))
        return problem('the path holds a zero byte');
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(given) && temporaryFolder === undefined) {
        return problem('a relative path is meant below RUNNER_TEMP, which is not set; give an absolute path');
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(temporaryFolder ?? '', given);
    try {
        const existing = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
        if (existing !== undefined) {
            const what = existing.isSymbolicLink() ? 'a link' : existing.isDirectory() ? 'a folder' : 'a file';
            return problem(`${what} stands at ${JSON.stringify(path)} already; give a path where nothing is, or remove it in a step before`);
        }
        const folder = nearestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder).isDirectory() && !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder)).isDirectory()) {
            return problem(`${JSON.stringify(folder)} is no folder, so ${JSON.stringify(path)} cannot be made`);
        }
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(given) && temporaryFolder !== undefined) {
            const outside = [
                (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(temporaryFolder), path),
                (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(temporaryFolder), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder)),
            ].some(leadsOut);
            if (outside)
                return problem(`${JSON.stringify(given)} leads out of RUNNER_TEMP; give an absolute path if that is meant`);
        }
        tryToMakeFile(folder);
    }
    catch (error) {
        return problem(`a file cannot be made at ${JSON.stringify(path)}: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
    return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(path);
}
function tryToMakeFile(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.mint-token-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL, 0o600));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
}
function ownTokenFilePath(temporaryFolder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporaryFolder, `mint-token-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`, 'token.json');
}
function nearestFolder(path) {
    let folder = path;
    while ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder, { throwIfNoEntry: false }) === undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== folder)
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    return folder;
}
function contentHash(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function firstFolderToMake(path) {
    const nearest = nearestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (folder === nearest)
        return '';
    while ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== nearest)
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    return folder;
}
function makeTokenFile(path, content, firstFolder) {
    if (firstFolder !== '')
        makeFolders(firstFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    try {
        writeNewFile(path, content);
    }
    catch (error) {
        removeFolders(firstFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        throw error;
    }
}
function makeFolders(first, last) {
    if (first !== last)
        makeFolders(first, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(last));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(last, { mode: 0o700 });
    }
    catch (error) {
        if (first !== last)
            removeFolders(first, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(last));
        throw error;
    }
}
function removeFolders(first, last) {
    if (first === '')
        return;
    for (let folder = last;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder, { throwIfNoEntry: false }) !== undefined) {
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder).length > 0)
                return;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(folder);
        }
        if (folder === first || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder)
            return;
    }
}
function writeNewFile(path, content) {
    const noFollow = "O_NOFOLLOW" in node_fs__WEBPACK_IMPORTED_MODULE_1__.constants ? node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW : 0;
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL | noFollow;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, flags, 0o600);
    try {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, content);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(file);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
        }
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
        throw error;
    }
}
const LARGEST = 64 * 1024;
function removeTokenFile({ path, hash, firstFolder }) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (found !== undefined) {
        if (!found.isFile() || found.size > LARGEST || contentHash(readOwn(path, found)) !== hash)
            return 'changed';
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    removeFolders(firstFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    return found === undefined ? 'gone' : 'removed';
}
function readOwn(path, { uid }) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    }
    catch (error) {
        const forbidden = error instanceof Error && 'code' in error && error.code === 'EACCES';
        if (!forbidden || process.getuid?.() !== uid)
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(path, 0o600);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
    }
}
function noticesOfPlace(path, { temp, workspace }) {
    const isBelow = (folder) => folder !== undefined && !leadsOut((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder), path));
    if (!isBelow(workspace) || isBelow(temp))
        return [];
    return [
        (0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_5__/* .notice */ .l)(`the token file ${path} stands in the workspace: a step that uploads, caches or commits what is there takes the token along, and a checkout removes it. A relative path puts it below RUNNER_TEMP.`),
    ];
}
function leadsOut(way) {
    return /^\.\.(?:[\\/]|$)/.test(way) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}


/***/ }),

/***/ 319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseEndpoint)
/* harmony export */ });
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


const LONGEST = 2_000;
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
    if (/[\p{Cc}\p{Z}\\]/u.test(found))
        return refuse('the URL holds a blank, a control character or a backslash');
    if (/^[^/?#]*\/\/[^/?#]*@/.test(found))
        return refuse('the URL holds user information before an @, which is refused');
    if (found.includes('?'))
        return refuse('the URL holds a query (?…), which is refused');
    if (found.includes('#'))
        return refuse('the URL holds a fragment (#…), which is refused');
    if (!/^[a-z][a-z\d+.-]*:\/\//i.test(found)) {
        return refuse(found.includes('@') || /^[^.:/]{20,}$/.test(found)
            ? 'the URL does not begin with https://'
            : `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which does not begin with https://`);
    }
    if (!URL.canParse(found))
        return refuse(`found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which is not a URL`);
    const url = new URL(found);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return refuse(`found a URL of the scheme ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(url.protocol)}`);
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

function tokenFileJson({ secret, id, expiresAt }) {
    return `${JSON.stringify({ token: secret, token_id: id, expires_at: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt) })}\n`;
}


/***/ }),

};

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

/***/ 7334:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ contentHash),
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
            ].some((way) => /^\.\.(?:[\\/]|$)/.test(way) || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way));
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
function removeTokenFile({ path, hash, firstFolder }) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (found !== undefined) {
        if (!found.isFile() || contentHash((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path)) !== hash)
            return 'changed';
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    removeFolders(firstFolder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    return found === undefined ? 'gone' : 'removed';
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

/***/ 6915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential),
/* harmony export */   n: () => (/* binding */ parseCredential)
/* harmony export */ });
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);

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
        surroundings.mask(secret.value);
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)({ secret: secret.value, source: `credential: ${origin}` });
    }
}
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

/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ refuseUnsent)
/* harmony export */ });
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2398);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);


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

};

module.exports = {

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





/**
 * Where the token file will be: an absolute path, or one below RUNNER_TEMP. Found out before the mint: that nothing
 * stands there yet, and that a file can be made there.
 */
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
/** Makes a file and removes it: the rights of a folder say little on a system that is mounted read-only, or is none of files. */
function tryToMakeFile(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.mint-token-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL, 0o600));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
}
/** A path below RUNNER_TEMP that nobody else has, for a token file that no input names. */
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
/** The uppermost folder that has to be made for a file; empty when its folder is there. */
function firstFolderToMake(path) {
    const nearest = nearestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (folder === nearest)
        return '';
    while ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== nearest)
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    return folder;
}
/**
 * Makes the file, readable by its owner alone, and the folders from `firstFolder` on. Throws when anything stands there,
 * and leaves nothing behind when it fails.
 */
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
/** One by one: a recursive mkdirSync of Node never returns where the system does not let a folder be made, as below /proc. */
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
/** Those of the folders that are empty: what others put there stays, and keeps its folder. */
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
    // Windows knows no O_NOFOLLOW; O_EXCL refuses a link there and elsewhere.
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
/** Removes a token file, but only if it still holds what was written into it; and the folders that were made for it. */
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

};

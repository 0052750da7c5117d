export const id = 850;
export const ids = [850];
export const modules = {

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


/***/ })

};

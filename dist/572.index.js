"use strict";
exports.id = 572;
exports.ids = [572];
exports.modules = {
...require("./mint-post.shared.js"),
...require("./mint.shared.js"),

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
;
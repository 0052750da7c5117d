"use strict";
exports.id = 741;
exports.ids = [741];
exports.modules = {
...require("./mint-post.shared.js"),

/***/ 9873:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ answeredSecrets)
/* harmony export */ });
/* harmony import */ var _request_json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8959);
/* harmony import */ var _usable_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3831);


function answeredSecrets({ text }, key) {
    const secrets = new Set();
    for (const { index, 0: found } of text.matchAll(new RegExp(`"${key}"\\s*:\\s*(?=")`, 'g'))) {
        const start = index + found.length;
        const end = (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .endOfJsonString */ .Km)(text, start);
        const secret = end === undefined
            ? (/[^\n]*/.exec(text.slice(start + 1))?.[0] ?? '')
            : ((0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeJsonString */ .Sg)(text.slice(start, end)) ?? text.slice(start + 1, end - 1));
        if (secret.length >= _usable_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_SECRET */ .c)
            secrets.add(secret);
    }
    return [...secrets];
}


/***/ }),

};
;
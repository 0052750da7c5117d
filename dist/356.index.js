"use strict";
exports.id = 356;
exports.ids = [356];
exports.modules = {
...require("./mint-post.shared.js"),

/***/ 9122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requestIdentityToken: () => (/* binding */ requestIdentityToken)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7815);
/* harmony import */ var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);


async function requestIdentityToken(environment, audience, ports) {
    const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (!url || !requestToken) {
        throw new Error('this job may not ask for an identity token: add "permissions: { id-token: write }" to the job (a reusable workflow needs it in the calling job too; pull requests from forks never get it)');
    }
    ports.mask(requestToken);
    const { origin, pathname, searchParams } = new URL(url);
    searchParams.set('audience', audience);
    const answer = await (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint: origin, ports }).send({
        method: 'GET',
        path: `${pathname}?${searchParams.toString()}`,
        headers: () => ({ authorization: `Bearer ${requestToken}`, accept: 'application/json' }),
        repeat: 'safe',
    });
    const { json } = answer;
    const value = typeof json === 'object' && json !== null && 'value' in json ? json.value : undefined;
    if (answer.status !== 200 || typeof value !== 'string' || value === '') {
        throw new Error(`the runner gave no identity token: ${answer.what}${explain(answer, new URL(url).host)}`);
    }
    ports.mask(value);
    const signature = value.split('.')[2];
    if (signature !== undefined)
        ports.mask(signature);
    return value;
}
function explain(answer, host) {
    if (answer.status === 200) {
        return answer.json === undefined
            ? `, but with no JSON: something else than the identity provider of the runner answers at ${host}, such as the page of a proxy. See what ACTIONS_ID_TOKEN_REQUEST_URL names, and whether ${host} belongs in no_proxy`
            : ', but with no token in its JSON';
    }
    const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
    return unavailable === undefined ? '' : `. ${unavailable}`;
}


/***/ }),

};
;
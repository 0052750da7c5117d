"use strict";
exports.id = 176;
exports.ids = [176];
exports.modules = {
...require("./mint-post-namespace.shared.js"),
...require("./mint-post.shared.js"),

/***/ 4176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTokens: () => (/* binding */ openTokens)
/* harmony export */ });
/* harmony import */ var _lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3371);
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4278);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1560);
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4051);
/* harmony import */ var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2332);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6540);
/* harmony import */ var _token_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1878);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8129);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(104);









function openTokens(access, context, ports) {
    const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .openApi */ .Nd)(access, (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .readContext */ .yI)(context), ports);
    return {
        find: (attempt) => findTokens(api, attempt),
        revoke: (id) => revokeToken(api, id),
        byHand: (token) => byHand(token, access.endpoint),
    };
}
async function findTokens(api, attempt) {
    const ids = [];
    try {
        for await (const token of (0,_token_list_js__WEBPACK_IMPORTED_MODULE_2__/* .listTokens */ .d)(api)) {
            if ((0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescribedBy */ .jN)((0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(token, 'description'), attempt) && !isRevoked(token))
                ids.push((0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .TH)(token));
        }
    }
    catch (error) {
        if (ids.length === 0)
            throw error;
        return { kind: 'found', ids, complete: false };
    }
    return { kind: 'found', ids, complete: true };
}
function isRevoked(token) {
    const state = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .memberOf */ .C5)(token, 'state');
    return state === 'REVOKED' || state === 2 || (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(token, 'revokedAt') !== '';
}
async function revokeToken(api, id) {
    if (!(0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .isTokenId */ .bI)(id))
        throw new Error(`${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(id)} is no id of a token`);
    const answer = await api.call('RevokeRevokableToken', { tokenId: id });
    const { status, json } = answer;
    if (status === 200 && (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .fieldsOf */ .P)(json) !== undefined)
        return 'revoked';
    if (status === 404 && (0,_service_error_js__WEBPACK_IMPORTED_MODULE_1__/* .readServiceError */ .Yo)(answer)?.code === 'not_found')
        return 'already-gone';
    throw (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .errorOf */ .Mz)(answer, 'revoke', api);
}
function byHand(token, endpoint) {
    const isUsual = endpoint === undefined || endpoint === _api_js__WEBPACK_IMPORTED_MODULE_4__/* .PUBLIC_TOKEN_ENDPOINT */ .cE;
    const nsc = isUsual ? 'nsc' : `NSC_IAM_ENDPOINT=${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_8__/* .shellWord */ .r)(endpoint)} nsc`;
    if ('id' in token)
        return `${nsc} token revoke --token_id ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_8__/* .shellWord */ .r)(token.id)}`;
    const { name } = token.attempt;
    return `${nsc} token list -o json, then ${nsc} token revoke --token_id with the token_id of ${JSON.stringify(name)} (nsc shows the first page of the list only; Namespace's dashboard shows all)`;
}


/***/ }),

};
;
export const id = 337;
export const ids = [337];
export const modules = {

/***/ 337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tryToken: () => (/* binding */ tryToken)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247);
/* harmony import */ var _lease_json_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(368);
/* harmony import */ var _lease_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(621);
/* harmony import */ var _restrictions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(517);





/**
 * Tries a token at the server that it is for: `/-/actor.json` needs no permission and tells what the server takes the
 * token for (datasette/app.py; since 1.0a36 an unusable token is answered 401, before it was ignored).
 *
 * @throws Refused when the server does not accept the token, with the likely cause
 */
async function tryToken(endpoint, token, expected, ports) {
    const answer = await (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports }).send({
        method: 'GET',
        path: '/-/actor.json',
        headers: () => ({ authorization: `Bearer ${token}`, accept: 'application/json' }),
        repeat: 'safe',
    });
    const body = fieldsOf(answer.json);
    if (answer.status !== 200 || body === undefined || !('actor' in body))
        throw refusal(answer, body);
    const actor = fieldsOf(body['actor']);
    if (actor === undefined) {
        throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`${answer.what}, but the server did not recognise the token (its actor is null): it is older than Datasette 1.0a36 and the secret is another one, it is a 0.x release, which knows no signed tokens, or something on the way removed the Authorization header`);
    }
    const differences = [];
    if (actor['token'] !== 'dstok') {
        differences.push({ what: 'kind of token', asked: 'dstok', granted: (0,_lease_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(String(actor['token'])) });
    }
    if (actor['id'] !== expected.actor) {
        differences.push({ what: 'actor', asked: (0,_lease_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(expected.actor), granted: (0,_lease_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(String(actor['id'])) });
    }
    differences.push(...compareRestrictions(expected.restrictions, answer.text));
    const expires = actor['token_expires'];
    return { expiresAt: typeof expires === 'number' ? expires * 1000 : undefined, differences };
}
function refusal(answer, body) {
    const words = typeof body?.['error'] === 'string' ? body['error'] : '';
    const causes = [
        [/signature/i, 'the secret is not that of this server'],
        [
            /expired/i,
            "the clocks of this machine and of the server differ, or the server's max_signed_tokens_ttl is shorter than the time since the token was made",
        ],
        [/not enabled/i, 'the server was started with the setting allow_signed_tokens off'],
    ];
    const cause = causes.find(([pattern]) => pattern.test(words))?.[1];
    return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`the server did not accept the token: ${answer.what}${words === '' ? '' : `: ${words}`}${cause === undefined ? '' : `. ${cause[0]?.toUpperCase()}${cause.slice(1)}`}`);
}
/** The restrictions of an answer are read from its text: as an object they would lose their order and repeated keys. */
function compareRestrictions(asked, text) {
    const shownAsked = asked === undefined ? 'no restrictions' : [...(0,_restrictions_js__WEBPACK_IMPORTED_MODULE_2__/* .singleRights */ .y$)(asked)].join(' · ');
    const node = memberOf(memberOf((0,_lease_json_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readJsonValues */ .Bq)(text)[0], 'actor'), '_r');
    if (node === undefined) {
        return asked === undefined ? [] : [{ what: 'restrictions', asked: shownAsked, granted: 'no restrictions at all' }];
    }
    const read = (0,_restrictions_js__WEBPACK_IMPORTED_MODULE_2__/* .readRestrictions */ .sY)({ form: 'json', values: [node] });
    const granted = read.ok ? read.value.restrictions : undefined;
    if (granted === undefined)
        return [{ what: 'restrictions', asked: shownAsked, granted: 'something unreadable' }];
    const rights = (0,_restrictions_js__WEBPACK_IMPORTED_MODULE_2__/* .singleRights */ .y$)(granted);
    const wanted = asked === undefined ? new Set() : (0,_restrictions_js__WEBPACK_IMPORTED_MODULE_2__/* .singleRights */ .y$)(asked);
    const same = asked !== undefined && rights.size === wanted.size && [...rights].every((right) => wanted.has(right));
    return same ? [] : [{ what: 'restrictions', asked: shownAsked, granted: [...rights].join(' · ') }];
}
function memberOf(node, key) {
    return node?.kind === 'object' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}


/***/ }),

/***/ 247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Refused)
/* harmony export */ });
/** The issuer, or a look at its state, says no: surely nothing was minted. The message tells the user why and what to do. */
class Refused extends Error {
    name = 'Refused';
}


/***/ })

};

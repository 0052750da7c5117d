export const id = 395;
export const ids = [395];
export const modules = {

/***/ 395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tryToken: () => (/* binding */ tryToken)
});

// EXTERNAL MODULE: ./src/http/client.ts + 5 modules
var client = __webpack_require__(328);
;// CONCATENATED MODULE: ./src/lease/issuer.ts
/** The issuer, or a look at its state, says no: surely nothing was minted. The message tells the user why and what to do. */
class Refused extends Error {
    name = 'Refused';
}

// EXTERNAL MODULE: ./src/lease/json-text.ts
var json_text = __webpack_require__(368);
// EXTERNAL MODULE: ./src/lease/problem.ts
var problem = __webpack_require__(621);
// EXTERNAL MODULE: ./src/issuers/datasette/restrictions.ts + 2 modules
var restrictions = __webpack_require__(82);
;// CONCATENATED MODULE: ./src/issuers/datasette/acceptance.ts





/**
 * Tries a token at the server that it is for: `/-/actor.json` needs no permission and tells what the server takes the
 * token for (datasette/app.py; since 1.0a36 an unusable token is answered 401, before it was ignored).
 *
 * @throws Refused when the server does not accept the token, with the likely cause
 */
async function tryToken(endpoint, token, expected, ports) {
    const answer = await (0,client/* createClient */.U)({ endpoint, ports }).send({
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
        throw new Refused(`${answer.what}, but the server did not recognise the token (its actor is null): it is older than Datasette 1.0a36 and the secret is another one, it is a 0.x release, which knows no signed tokens, or something on the way removed the Authorization header`);
    }
    const differences = [];
    if (actor['token'] !== 'dstok') {
        differences.push({ what: 'kind of token', asked: 'dstok', granted: (0,problem/* quote */.hD)(String(actor['token'])) });
    }
    if (actor['id'] !== expected.actor) {
        differences.push({ what: 'actor', asked: (0,problem/* quote */.hD)(expected.actor), granted: (0,problem/* quote */.hD)(String(actor['id'])) });
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
    return new Refused(`the server did not accept the token: ${answer.what}${words === '' ? '' : `: ${words}`}${cause === undefined ? '' : `. ${cause[0]?.toUpperCase()}${cause.slice(1)}`}`);
}
/** The restrictions of an answer are read from its text: as an object they would lose their order and repeated keys. */
function compareRestrictions(asked, text) {
    const shownAsked = asked === undefined ? 'no restrictions' : [...(0,restrictions/* singleRights */.y$)(asked)].join(' · ');
    const node = memberOf(memberOf((0,json_text/* readJsonValues */.Bq)(text)[0], 'actor'), '_r');
    if (node === undefined) {
        return asked === undefined ? [] : [{ what: 'restrictions', asked: shownAsked, granted: 'no restrictions at all' }];
    }
    const read = (0,restrictions/* readRestrictions */.sY)({ form: 'json', values: [node] });
    const granted = read.ok ? read.value.restrictions : undefined;
    if (granted === undefined)
        return [{ what: 'restrictions', asked: shownAsked, granted: 'something unreadable' }];
    const rights = (0,restrictions/* singleRights */.y$)(granted);
    const wanted = asked === undefined ? new Set() : (0,restrictions/* singleRights */.y$)(asked);
    const same = asked !== undefined && rights.size === wanted.size && [...rights].every((right) => wanted.has(right));
    return same ? [] : [{ what: 'restrictions', asked: shownAsked, granted: [...rights].join(' · ') }];
}
function memberOf(node, key) {
    return node?.kind === 'object' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}


/***/ })

};

export const id = 937;
export const ids = [937];
export const modules = {

/***/ 349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ serverWords)
/* harmony export */ });
const LONGEST = 300;
/**
 * The server's own message about an answer, in one line of at most 300 characters; undefined when it said nothing to a
 * person. `pick` finds the message in the JSON of the issuer's errors; of an answer without JSON, plain text is taken
 * and HTML is not. Control characters other than white space are left to whoever prints it.
 */
function serverWords(answer, pick) {
    const found = answer.json === undefined ? plainText(answer) : pick(answer.json);
    if (typeof found !== 'string')
        return undefined;
    const line = found.replace(/\s+/g, ' ').trim();
    const characters = [...line.slice(0, 2 * LONGEST + 2)];
    if (characters.length === 0)
        return undefined;
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}
function plainText({ headers, text }) {
    const type = headers['content-type'] ?? 'text/plain';
    return /^text\/plain\b/i.test(type) && !/^\s*</.test(text) ? text : undefined;
}


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ answeredSecrets)
/* harmony export */ });
/* harmony import */ var _request_json_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(898);
/* harmony import */ var _usable_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(831);


/**
 * Every text that stands behind a key in an answer of whatever shape: also one that is no JSON, that has the key twice, or
 * whose end was cut off. A short one is left out: as a mask it would garble the log.
 */
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

/***/ 915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential),
/* harmony export */   n: () => (/* binding */ parseCredential)
/* harmony export */ });
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(822);

/**
 * The parent secret: the input `credential`, else a variable, which is refused when an earlier mint of the job exported
 * it, since it then holds a child.
 *
 * @param variable the secret variable that the system's own clients read
 * @param what the credential in the user's words: `an InfluxDB token`
 */
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
        // Masked as it was read, with its blanks; what is sent has none.
        surroundings.mask(secret.value);
        return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)({ secret: secret.value, source: `credential: ${origin}` });
    }
}
/**
 * A credential as it goes into an HTTP header: the blanks at its ends, which copying leaves, are dropped. Its text is
 * never part of a message.
 */
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

/***/ 560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ fieldsOf),
/* harmony export */   j: () => (/* binding */ hasOnly)
/* harmony export */ });
/** The members of a value that came as JSON; undefined when it is no object. */
function fieldsOf(json) {
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
}
/** Whether an object has no other members than these. */
function hasOnly(fields, names) {
    return Object.keys(fields ?? {}).every((name) => names.includes(name));
}


/***/ }),

/***/ 51:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as a POSIX shell takes it unchanged: in quotes, where it has to be. */
function shellWord(text) {
    return /^[\w.:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readNodeData: () => (/* binding */ readNodeData),
  user: () => (/* binding */ user)
});

// EXTERNAL MODULE: ./src/lease/attempt.ts
var lease_attempt = __webpack_require__(879);
// EXTERNAL MODULE: ./src/lease/issuer.ts
var issuer = __webpack_require__(247);
// EXTERNAL MODULE: ./src/request/lifetime.ts
var request_lifetime = __webpack_require__(746);
// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __webpack_require__(440);
// EXTERNAL MODULE: ./src/request/problem.ts
var request_problem = __webpack_require__(822);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(278);
// EXTERNAL MODULE: ./src/issuers/answered-secrets.ts
var answered_secrets = __webpack_require__(873);
// EXTERNAL MODULE: ./src/issuers/credential.ts
var credential = __webpack_require__(915);
// EXTERNAL MODULE: ./src/issuers/endpoint.ts
var issuers_endpoint = __webpack_require__(319);
// EXTERNAL MODULE: ./src/issuers/token-file-json.ts
var token_file_json = __webpack_require__(119);
// EXTERNAL MODULE: ./src/issuers/unsent-mint.ts
var unsent_mint = __webpack_require__(144);
// EXTERNAL MODULE: ./src/http/client.ts + 6 modules
var http_client = __webpack_require__(964);
// EXTERNAL MODULE: ./src/http/server-words.ts
var server_words = __webpack_require__(349);
// EXTERNAL MODULE: ./src/issuers/json-fields.ts
var json_fields = __webpack_require__(560);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/signature.ts

/** The value of the `Authorization` header, for a request whose `date` or `x-sn-date` header says `date`. */
function authorization(token, date, request) {
    const signature = sign(signingKey(token.secret, date), date, canonicalRequest(request));
    // The server takes names in sorted order and lower case only, and no blank after a comma.
    return `SNWS2 Credential=${token.id},SignedHeaders=${signedNames(request.headers).join(';')},Signature=${signature}`;
}
/** The key of one day in UTC. The server takes it on that day and the six days after it. */
function signingKey(secret, day) {
    return hmac(hmac(`SNWS2${secret}`, basicDate(day)), 'snws2_request');
}
/** Hexadecimal, in lower case. */
function sign(key, date, canonical) {
    const toSign = `SNWS2-HMAC-SHA256\n${basicDate(date)}T${basicTime(date)}Z\n${sha256(canonical)}`;
    return hmac(key, toSign).toString('hex');
}
/** The text that a signature covers. */
function canonicalRequest({ method, path, parameters, headers, body }) {
    const names = signedNames(headers);
    return [
        method,
        path,
        joinParameters(parameters, encodeAsJavaDoes),
        ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
        names.join(';'),
        sha256(body),
    ].join('\n');
}
/** Parameters as a URL carries them, in the order in which they are signed. */
function queryOf(parameters) {
    return joinParameters(parameters, percentEncode);
}
/** The form of a date in `X-SN-Date`: `Tue, 25 Apr 2017 14:30:00 GMT`. */
function headerDate(date) {
    return new Date(date).toUTCString();
}
function joinParameters(parameters, encode) {
    // Sorted by name alone: several values of one name stay in their order. JavaScript compares code units, as Java does.
    const sorted = parameters.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return sorted.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}
/** Everything but the unreserved characters of RFC 3986. */
function percentEncode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
/**
 * The server decodes the parameters and encodes them again to check a signature, one UTF-16 code unit at a time: half a
 * surrogate pair becomes a question mark. What is sent is right, and stored right; only what is signed must look like that.
 */
function encodeAsJavaDoes(text) {
    return percentEncode(text.replace(/[\u{10000}-\u{10ffff}]/gu, '??'));
}
function signedNames(headers) {
    return Object.keys(headers).toSorted();
}
function basicDate(date) {
    return new Date(date).toISOString().slice(0, 10).replaceAll('-', '');
}
function basicTime(date) {
    return new Date(date).toISOString().slice(11, 19).replaceAll(':', '');
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./src/issuers/solarnetwork/api.ts





/*
 * The part of SolarUser's API that keeps security tokens. Protocol facts: UserAuthTokenController,
 * WebServiceGlobalControllerSupport and SecurityTokenAuthenticationFilter of SolarNetwork/solarnetwork-central.
 */
const DEFAULT_ENDPOINT = 'https://data.solarnetwork.net';
const BASE = '/solaruser/api/v1/sec/user/auth-tokens';
/** Bytes: some hundred thousand tokens. */
const LARGEST_LIST = 100_000_000;
/** The API of an endpoint, each request signed by the credential of `access`. */
function openTokenApi({ endpoint, authentication }, ports) {
    if (endpoint === undefined || authentication.kind !== 'secret' || authentication.id === undefined) {
        throw new Error('SolarNetwork is reached with an endpoint and the id and secret of a token');
    }
    const { host, pathname } = new URL(endpoint);
    const prefix = pathname.replace(/\/$/, '');
    const signingToken = { id: authentication.id, secret: authentication.secret };
    const client = (0,http_client/* createClient */.U)({
        endpoint,
        ports,
        retryAt: (headers) => retryAt(headers, ports.clock.now()),
        mayHaveActed: isDatabaseTrouble,
    });
    return {
        endpoint,
        signingToken,
        send({ method, path, parameters = [], json, repeat }) {
            const headers = () => {
                const date = ports.clock.now();
                const signed = {
                    host,
                    'x-sn-date': headerDate(date),
                    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
                };
                const request = { method, path: `${prefix}${BASE}${path}`, parameters, headers: signed, body: json ?? '' };
                return { ...signed, authorization: authorization(signingToken, date, request) };
            };
            const query = parameters.length === 0 ? '' : `?${queryOf(parameters)}`;
            return client.send({
                method,
                path: `${BASE}${path}${query}`,
                headers,
                repeat,
                ...(json === undefined ? {} : { body: json }),
                // The list of tokens knows no pages.
                ...(method === 'GET' ? { largestAnswer: LARGEST_LIST } : {}),
            });
        },
    };
}
/** The `data` of an answer that says success; undefined for any other answer. */
function successOf({ status, json }) {
    const fields = (0,json_fields/* fieldsOf */.P)(json);
    return status === 200 && fields?.['success'] === true ? { data: fields['data'] } : undefined;
}
/**
 * Whether an answer is the server's own "no", so that it surely did nothing: a 4xx in its envelope, or in the page of
 * Spring that it answers to what never reached its code. What a proxy says is neither. Trouble with the database is
 * answered 429 too, also when the end of a transaction failed: then only the rate limit is a clear word.
 */
function isRefusal({ status, json }) {
    const fields = (0,json_fields/* fieldsOf */.P)(json);
    if (fields === undefined || status < 400 || status > 499)
        return false;
    if (status === 429)
        return fields['success'] === false && fields['code'] === RATE_LIMITED;
    const springPage = [400, 404, 405, 415].includes(status) && fields['status'] === status && typeof fields['error'] === 'string';
    return fields['success'] === false || (springPage && typeof fields['path'] === 'string');
}
const RATE_LIMITED = 'WEB.10000';
/** Trouble with the database, codes DAO.*, is answered 429 as well, also when the end of a transaction failed. */
function isDatabaseTrouble({ json }) {
    const code = (0,json_fields/* fieldsOf */.P)(json)?.['code'];
    return typeof code === 'string' && code.startsWith('DAO.');
}
/** The answer, the server's words, and the likely cause with what to do about it. */
function explain(answer, { signingToken }, now, nodeIds = []) {
    const words = (0,server_words/* serverWords */.l)(answer, pickWords);
    const hint = hintFor(answer, words ?? '', signingToken.id, now, nodeIds);
    return [words === undefined ? answer.what : `${answer.what}: ${words}`, ...(hint === undefined ? [] : [hint])].join('. ');
}
function hintFor(answer, words, signingId, now, nodeIds) {
    const { status, headers } = answer;
    const skew = clockSkew(headers, now) ?? 0;
    if ((status === 401 || status === 403) && (Math.abs(skew) >= TOLERATED_SKEW || /date skew/i.test(words))) {
        const off = skew === 0
            ? 'is off'
            : `is ${(0,request_lifetime/* formatDuration */.a3)(Math.abs(skew) / 1000)} ${skew > 0 ? 'behind' : 'ahead of'} that of the server`;
        return `The clock of this machine ${off}, and SolarNetwork allows less than 15 minutes; set it right`;
    }
    if (status === 401) {
        return /expired/i.test(words)
            ? `The credential ${signingId} has expired; make a new User token and store it in place of the old one`
            : 'The request arrived without its signature; see whether a proxy on the way removes the Authorization header';
    }
    if (status === 403)
        return hintForForbidden(words, signingId, nodeIds);
    if (status === 404)
        return 'Check the url: it is the part before /solaruser/api/v1';
    if (status === 429 && isDatabaseTrouble(answer))
        return undefined;
    if (status === 429)
        return 'SolarNetwork limits how fast a token may ask, two requests at once and then one a second; run it again later, or give it more time with the input timeout';
    return undefined;
}
/** The server says 403 for a wrong secret as for a lacking right; only its words tell them apart. */
function hintForForbidden(words, signingId, nodeIds) {
    const needed = `a User token whose policy holds nothing but an end and refreshAllowed is needed to mint`;
    if (/bad credentials/i.test(words)) {
        return `The token ${signingId} is unknown or disabled, or the secret is not its secret: the server does not say which. Behind a proxy of your own, the server may also check the signature against another host name than that of the url`;
    }
    if (words.includes('UNKNOWN_OBJECT')) {
        return nodeIds.length === 0
            ? 'The token is not known to SolarNetwork any more: somebody else may have deleted it'
            : `One of the node ids is not known to SolarNetwork: ${nodeIds.join(', ')}`;
    }
    if (words.includes('ACCESS_DENIED')) {
        const nodes = nodeIds.length === 0 ? '' : `, or one of the nodes belongs to another account: ${nodeIds.join(', ')}`;
        return `The policy of the credential ${signingId} restricts it (${needed})${nodes}`;
    }
    if (/access.*denied/i.test(words)) {
        return `The credential ${signingId} is a ReadNodeData token, or its apiPaths leave out /user/auth-tokens: ${needed}`;
    }
    return 'Something on the way may have changed the request; what was signed is not what arrived';
}
function pickWords(json) {
    const fields = (0,json_fields/* fieldsOf */.P)(json);
    if (fields === undefined)
        return undefined;
    const { message, code, errors, error } = fields;
    const details = (Array.isArray(errors) ? errors : []).map((detail) => (0,json_fields/* fieldsOf */.P)(detail)?.['message']);
    const texts = [message ?? error, ...details].filter((text) => typeof text === 'string' && text !== '');
    const known = typeof code === 'string' ? [...texts, `(${code})`] : texts;
    return known.length === 0 ? undefined : known.join(' ');
}
/** SecurityTokenFilterSettings.java of SolarNetwork/solarnetwork-central. */
const TOLERATED_SKEW = 15 * 60_000;
/**
 * How far the server's clock is ahead of ours, by the `Date` of an answer that came just now; undefined when it has none.
 * Below two seconds it counts as none: the header has whole seconds, and the answer took its time.
 */
function clockSkew(headers, now) {
    const date = Date.parse(headers['date'] ?? '');
    if (Number.isNaN(date))
        return undefined;
    const skew = date - now;
    return Math.abs(skew) < 2000 ? 0 : skew;
}
/** When the rate limit lets a request through again, by our clock: the header tells it by the server's. */
function retryAt(headers, now) {
    const text = headers['x-sn-rate-limit-retry-after'];
    if (text === undefined || !/^\d{1,15}$/.test(text))
        return undefined;
    return Number(text) - (clockSkew(headers, now) ?? 0);
}

;// CONCATENATED MODULE: ./src/issuers/solarnetwork/comparison.ts


/** Every member in which the answered policy is not the one asked for, the end excepted. Lists are compared as sets. */
function comparePolicies(asked, granted) {
    const wanted = canonicalMembers({ ...asked });
    const got = canonicalMembers(granted);
    return [...new Set([...wanted.keys(), ...got.keys()])].flatMap((name) => {
        const [one, other] = [wanted.get(name), got.get(name)];
        return one === other ? [] : [{ what: `policy member ${(0,shown_text/* quote */.hD)(name)}`, asked: shown(one), granted: shown(other) }];
    });
}
/**
 * The members by which the server counts a policy as restricted, so that its token may not manage tokens: all but the end
 * and `refreshAllowed` (SecurityUtils.java of SolarNetwork/solarnetwork-central).
 */
function restrictingMembers(policy) {
    return [...canonicalMembers(policy).keys()].filter((name) => name !== 'refreshAllowed');
}
/** Equal for policies that mean the same, whatever their order; the end is not part of it. Hexadecimal. */
function policyHash(policy) {
    const members = [...canonicalMembers({ ...policy })].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(members)).digest('hex');
}
function canonicalMembers(policy) {
    const members = new Map();
    for (const [name, value] of Object.entries(policy)) {
        // The server takes null and an empty list for no restriction, as if the member were absent.
        if (name === 'notAfter' || value === undefined || value === null || (Array.isArray(value) && value.length === 0))
            continue;
        const items = Array.isArray(value) ? value : undefined;
        members.set(name, items === undefined
            ? JSON.stringify(value)
            : `[${[...new Set(items.map((item) => JSON.stringify(item)))].toSorted().join(',')}]`);
    }
    return members;
}
function shown(canonical) {
    return canonical === undefined
        ? 'no restriction'
        : canonical.length > 300
            ? `${canonical.slice(0, 299)}…`
            : canonical;
}

// EXTERNAL MODULE: ./src/request/json-text.ts + 1 modules
var json_text = __webpack_require__(898);
// EXTERNAL MODULE: ./src/request/suggestion.ts
var suggestion = __webpack_require__(533);
// EXTERNAL MODULE: ./src/request/grants.ts
var grants = __webpack_require__(750);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/policy.ts

/** In the order in which the server writes them (SecurityPolicySerializer.java of SolarNetwork/solarnetwork-common). */
const MEMBERS = [
    { name: 'nodeIds', option: 'node-id', example: '100, 101', kind: 'node-id', list: true },
    { name: 'sourceIds', option: 'source-id', example: '/REGION1/**', kind: 'pattern', list: true },
    { name: 'minAggregation', option: 'min-aggregation', example: 'Hour', kind: 'aggregation', list: false },
    { name: 'aggregations', option: 'aggregation', example: 'Hour, Day', kind: 'aggregation', list: true },
    {
        name: 'minLocationPrecision',
        option: 'min-location-precision',
        example: 'Locality',
        kind: 'location-precision',
        list: false,
    },
    {
        name: 'locationPrecisions',
        option: 'location-precision',
        example: 'Locality, Country',
        kind: 'location-precision',
        list: true,
    },
    { name: 'nodeMetadataPaths', option: 'node-metadata-path', example: '/pm/test/**', kind: 'pattern', list: true },
    {
        name: 'userMetadataPaths',
        option: 'user-metadata-path',
        example: '/pm/account/public/**',
        kind: 'pattern',
        list: true,
    },
    { name: 'apiPaths', option: 'api-path', example: '/datum/**', kind: 'pattern', list: true },
    { name: 'refreshAllowed', option: 'refresh-allowed', example: 'true', kind: 'boolean', list: false },
];
/** The names, and the keys that the server reads as well (domain/datum/Aggregation.java of solarnetwork-common). */
const AGGREGATIONS = new Map([
    ['None', '0'],
    ['Minute', 'm'],
    ['FiveMinute', '5m'],
    ['TenMinute', '10m'],
    ['FifteenMinute', '15m'],
    ['ThirtyMinute', '30m'],
    ['Hour', 'h'],
    ['HourOfDay', 'hd'],
    ['HourOfYear', 'hy'],
    ['SeasonalHourOfDay', 'shd'],
    ['Day', 'd'],
    ['DayOfWeek', 'wd'],
    ['DayOfYear', 'yd'],
    ['SeasonalDayOfWeek', 'swd'],
    ['Week', 'w'],
    ['WeekOfYear', 'yw'],
    ['Month', 'M'],
    ['Year', 'y'],
    ['RunningTotal', 'rt'],
]);
/** From the most to the least precise (domain/LocationPrecision.java of solarnetwork-common). */
const LOCATION_PRECISIONS = [
    'LatLong',
    'Block',
    'Street',
    'PostalCode',
    'Locality',
    'StateOrProvince',
    'Region',
    'TimeZone',
    'Country',
];
/** Whether a policy takes anything away from what every token of its type may do. */
function restricts(policy) {
    return Object.entries(policy).some(([name, value]) => name !== 'refreshAllowed' &&
        // These two are the lowest of their kind: they and all above them is everything.
        !(name === 'minAggregation' && value === 'None') &&
        !(name === 'minLocationPrecision' && value === 'LatLong'));
}
/** The policy as it is sent: SecurityPolicy JSON with its end in milliseconds, the only form in which the server keeps it. */
function policyJson(policy, notAfter) {
    return JSON.stringify({ ...policy, notAfter });
}
/** The policy in JSON with full names, or `unrestricted`; accepted again as grants. */
function printPolicy(policy) {
    return restricts(policy) ? JSON.stringify(policy) : 'unrestricted';
}
/** A grant line for each member. */
function printLines(policy) {
    if (!restricts(policy))
        return ['unrestricted'];
    return MEMBERS.flatMap(({ name, option }) => {
        const value = policy[name];
        if (value === undefined)
            return [];
        const words = (Array.isArray(value) ? value : [value]).map((item) => ({ text: String(item), quoted: true }));
        return [(0,grants/* printGrantLine */.AZ)({ resource: [{ text: option, quoted: false }], actions: words })];
    });
}

;// CONCATENATED MODULE: ./src/issuers/solarnetwork/grants.ts





const OPTIONS = MEMBERS.map(({ option }) => option);
const NAMES = MEMBERS.map(({ name }) => name);
/** Of each of these pairs the server keeps one and drops the other without a word. */
const EXCLUDING = [
    ['minAggregation', 'aggregations'],
    ['minLocationPrecision', 'locationPrecisions'],
];
/**
 * The policy that grants ask for. The server drops what it does not understand and answers 200, so nothing goes to it that
 * is not exactly right. `unrestricted` is the empty policy; any other that restricts nothing is a problem.
 */
function parsePolicy(grants) {
    if (grants.form === 'unrestricted')
        return (0,request_problem/* valid */.rZ)({});
    // Nothing could be read, and that is a problem of its own.
    if (grants.form === 'lines' && grants.lines.length === 0)
        return (0,request_problem/* invalid */.Gq)();
    const problems = [];
    const found = grants.form === 'lines' ? readLines(grants.lines, problems) : readJson(grants.values, problems);
    const policy = Object.fromEntries(MEMBERS.filter(({ name }) => found.has(name)).map(({ name }) => [name, found.get(name)?.value]));
    for (const [one, other] of EXCLUDING) {
        if (!found.has(one) || !found.has(other))
            continue;
        const [first, second] = grants.form === 'json' ? [one, other] : [optionOf(one), optionOf(other)];
        problems.push({
            input: 'grants',
            ...placeOf(found.get(other)?.at),
            message: `${first} and ${second} exclude each other; keep one of the two`,
        });
    }
    if (problems.length === 0 && !restricts(policy)) {
        problems.push({
            input: 'grants',
            message: `${explainOpenness(policy)}; add a restriction such as node-id: 100, or write the single word unrestricted if the token shall have no restriction but its end`,
        });
    }
    return problems.length > 0 ? (0,request_problem/* invalid */.Gq)(...problems) : (0,request_problem/* valid */.rZ)(policy);
}
function explainOpenness({ minAggregation, minLocationPrecision }) {
    if (minAggregation !== undefined)
        return 'the aggregation None and all above it are every aggregation, so this policy restricts nothing';
    if (minLocationPrecision !== undefined)
        return 'LatLong and all that is less precise are every precision, so this policy restricts nothing';
    return 'this policy restricts nothing, and a token with it could do everything that its type can';
}
function readLines(lines, problems) {
    const found = new Map();
    for (const line of lines) {
        const [key] = line.resource;
        const member = MEMBERS.find(({ option }) => option === key?.text);
        if (key === undefined || line.resource.length > 1 || member === undefined) {
            const text = line.resource.map((word) => word.text).join(' ');
            problems.push({
                input: 'grants',
                at: line.at,
                message: `found ${(0,shown_text/* quote */.hD)(text)}; ${expectedKey(text, OPTIONS, NAMES)}`,
            });
            continue;
        }
        const values = takeAll(line.actions.map((word) => readWord(member, word)), problems);
        const earlier = found.get(member.name);
        if (!member.list && (line.actions.length > 1 || earlier !== undefined)) {
            problems.push({
                input: 'grants',
                at: earlier === undefined ? (line.actions[1]?.at ?? line.at) : line.at,
                message: `${member.option} takes one value, as in ${member.option}: ${member.example}`,
            });
        }
        add(found, member, values, line.at);
    }
    return found;
}
function readJson(nodes, problems) {
    const found = new Map();
    const [node, second] = nodes;
    if (node?.kind !== 'object' || second !== undefined) {
        const wrong = node?.kind === 'object' ? second : node;
        problems.push({
            input: 'grants',
            ...placeOf(wrong?.at),
            message: `found ${wrong === undefined ? 'nothing' : (0,json_text/* describeNode */.WQ)(wrong)}; expected one SecurityPolicy, as in {"nodeIds":[100,101],"sourceIds":["/REGION1/**"]}`,
        });
        return found;
    }
    for (const entry of node.entries) {
        const member = MEMBERS.find(({ name }) => name === entry.key);
        if (member === undefined) {
            problems.push({
                input: 'grants',
                at: entry.at,
                message: `found ${(0,shown_text/* quote */.hD)(entry.key)}; ${expectedKey(entry.key, NAMES, OPTIONS)}`,
            });
            continue;
        }
        const items = itemsOf(member, entry);
        if (!items.ok) {
            problems.push(...items.problems);
            continue;
        }
        const values = takeAll(items.value.map((item) => readNode(member, item)), problems);
        add(found, member, values, entry.at);
    }
    return found;
}
/** The values that could be read; what is wrong with the others is added to the problems. */
function takeAll(results, problems) {
    return results.flatMap((result) => {
        if (result.ok)
            return [result.value];
        problems.push(...result.problems);
        return [];
    });
}
function itemsOf(member, { value, at }) {
    if (!member.list)
        return (0,request_problem/* valid */.rZ)([value]);
    if (value.kind === 'array' && value.items.length > 0)
        return (0,request_problem/* valid */.rZ)(value.items);
    const why = value.kind === 'array' || value.kind === 'null'
        ? 'the server would drop it and restrict nothing; leave the member out if that is meant'
        : `expected a list, as in "${member.name}":${exampleOf(member)}`;
    return (0,request_problem/* invalid */.Gq)({ input: 'grants', at, message: `${member.name} is ${(0,json_text/* describeNode */.WQ)(value)}; ${why}` });
}
function exampleOf({ kind, example }) {
    const values = example.split(', ');
    return JSON.stringify(kind === 'node-id' ? values.map(Number) : values);
}
function add(found, { name, list }, values, at) {
    const [first] = values;
    // Every value was wrong, and each has its problem.
    if (first === undefined)
        return;
    if (!list) {
        found.set(name, { value: first, at });
        return;
    }
    const earlier = found.get(name)?.value;
    const before = Array.isArray(earlier) ? earlier : [];
    const all = new Set([...before, ...values]);
    found.set(name, { value: name === 'nodeIds' ? [...all].toSorted((a, b) => Number(a) - Number(b)) : [...all], at });
}
function readWord(member, { text, quoted, at }) {
    if (text === '*' && !quoted) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'grants',
            at,
            message: member.kind === 'pattern'
                ? 'found *; leave the line out to restrict nothing, or write "*" in quotes for the pattern that matches one path segment'
                : `found *; leave the line out to restrict nothing, or name values, as in ${member.option}: ${member.example}`,
        });
    }
    if (member.kind === 'boolean') {
        if (text === 'true' || text === 'false')
            return (0,request_problem/* valid */.rZ)(text === 'true');
        return (0,request_problem/* invalid */.Gq)({ input: 'grants', at, message: `found ${(0,shown_text/* quote */.hD)(text)}; expected true or false` });
    }
    return member.kind === 'node-id' ? readNodeId(text, at) : readText(member, text, at);
}
function readNode(member, node) {
    const { at } = node;
    switch (member.kind) {
        case 'boolean':
            if (node.kind === 'boolean')
                return (0,request_problem/* valid */.rZ)(node.value);
            break;
        case 'node-id':
            if (node.kind === 'number')
                return readNodeId(node.source, at);
            break;
        default:
            if (node.kind === 'string')
                return readText(member, node.text, at);
    }
    return (0,request_problem/* invalid */.Gq)({
        input: 'grants',
        at,
        message: `found ${(0,json_text/* describeNode */.WQ)(node)} in ${member.name}; expected ${EXPECTED_IN_JSON[member.kind]}`,
    });
}
const EXPECTED_IN_JSON = {
    'node-id': 'a number without quotes',
    boolean: 'true or false',
    pattern: 'a text in double quotes',
    aggregation: 'a name in double quotes',
    'location-precision': 'a name in double quotes',
};
function readNodeId(text, at) {
    if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text)))
        return (0,request_problem/* valid */.rZ)(Number(text));
    return (0,request_problem/* invalid */.Gq)({
        input: 'grants',
        at,
        message: `found ${(0,shown_text/* quote */.hD)(text)}; expected the id of a node, a whole number from 1 to ${Number.MAX_SAFE_INTEGER}, as in 100`,
    });
}
function readText({ name, kind }, text, at) {
    const problem = kind === 'aggregation'
        ? wrongAggregation(text)
        : kind === 'location-precision'
            ? wrongLocationPrecision(text)
            : wrongPattern(name, text);
    return problem === undefined ? (0,request_problem/* valid */.rZ)(text) : (0,request_problem/* invalid */.Gq)({ input: 'grants', at, message: problem });
}
function wrongAggregation(text) {
    if (AGGREGATIONS.has(text))
        return undefined;
    const byKey = [...AGGREGATIONS].find(([, key]) => key === text)?.[0];
    const hint = byKey === undefined ? (0,suggestion/* didYouMean */.a)(text, AGGREGATIONS.keys()) : ` Did you mean "${byKey}"?`;
    return `found ${(0,shown_text/* quote */.hD)(text)}; expected an aggregation, in this letter case: ${[...AGGREGATIONS.keys()].join(', ')}.${hint}`;
}
function wrongLocationPrecision(text) {
    if (LOCATION_PRECISIONS.includes(text))
        return undefined;
    return `found ${(0,shown_text/* quote */.hD)(text)}; expected a location precision, in this letter case: ${LOCATION_PRECISIONS.join(', ')}.${(0,suggestion/* didYouMean */.a)(text, LOCATION_PRECISIONS)}`;
}
/** Patterns are those of Spring's AntPathMatcher: `?`, `*`, `**`. */
function wrongPattern(member, text) {
    const shown = (0,shown_text/* quote */.hD)(text);
    if (text.trim() === '')
        return `found ${shown}, which is blank`;
    if (text !== text.trim())
        return `found ${shown}; a blank at the beginning or the end would be part of the pattern; remove it`;
    if (/\p{Cc}/u.test(text))
        return `found ${shown}; a pattern holds no control characters`;
    if (/[{}]/.test(text))
        return `found ${shown}; braces stand for anything in a pattern of the server, so they are refused; write ? or * instead`;
    if (member === 'sourceIds')
        return undefined;
    const path = member === 'apiPaths' ? text.replace(/^!/, '') : text;
    if (!path.startsWith('/'))
        return `found ${shown}; a path begins with a slash, or it never matches`;
    if (member === 'apiPaths' && /^\/(?:solar\w+\/)?api\/v\d/.test(path)) {
        return `found ${shown}; a path is written as it goes on after /api/v1/sec, as in /datum/**`;
    }
    return undefined;
}
/** What could stand in the place of a key that is none: one of `keys`, which have other names in the other form of grants. */
function expectedKey(found, keys, otherNames) {
    if (/^(?:not-?after|expir)/i.test(found))
        return 'the end of the token is set by the input expires_in or expires_at';
    const meant = keys[otherNames.indexOf(found)];
    const hint = meant === undefined ? (0,suggestion/* didYouMean */.a)(found, keys) : ` Did you mean "${meant}"?`;
    return `expected one of ${keys.join(', ')}.${hint}`;
}
function optionOf(name) {
    return MEMBERS.find((member) => member.name === name)?.option ?? name;
}
function placeOf(at) {
    return at === undefined ? {} : { at };
}

;// CONCATENATED MODULE: ./src/issuers/solarnetwork/reach.ts


/** What a policy leaves open, one line each. */
function leftOpenBy(policy, type) {
    const { minAggregation, minLocationPrecision } = policy;
    const anyAggregation = policy.aggregations === undefined && (minAggregation ?? 'None') === 'None';
    const anyPrecision = policy.locationPrecisions === undefined && (minLocationPrecision ?? 'LatLong') === 'LatLong';
    const open = [
        [policy.nodeIds === undefined, 'all nodes of the account'],
        [policy.sourceIds === undefined, 'all sources'],
        [anyAggregation, 'every aggregation, down to single readings'],
        [anyPrecision, 'every location precision, up to coordinates'],
        [policy.nodeMetadataPaths === undefined, 'all metadata of nodes'],
        [policy.userMetadataPaths === undefined, 'all metadata of the account'],
        [
            policy.apiPaths === undefined,
            type === 'User'
                ? 'all API paths, those that change things too'
                : 'all API paths that a ReadNodeData token may call',
        ],
        // The server refuses only when it is false (AuthTokenController.java of SolarNetwork/solarnetwork-central).
        [policy.refreshAllowed !== false, 'renewing its signing key without its secret'],
    ];
    return open.filter(([isOpen]) => isOpen).map(([, what]) => what);
}
/** What a user should know about a policy although it is valid. */
function noticesOfPolicy(policy, type) {
    const notices = [];
    if (!restricts(policy)) {
        notices.push((0,notice/* warning */.$)(type === 'User'
            ? 'The token is unrestricted: it can do everything in the account that its owner can, and it can create and change tokens, which outlive its revocation.'
            : "The token is unrestricted: it can read all data of all of the account's nodes."));
    }
    else if (type === 'User' && policy.apiPaths === undefined) {
        notices.push((0,notice/* warning */.$)('A User token can call the whole API of the account, also to change things, and nodes and sources restrict only what asks for data. Add api-path lines, or mint type solarnetwork/ReadNodeData if it only reads.'));
    }
    const inverted = policy.apiPaths?.filter((path) => path.startsWith('!')) ?? [];
    if (inverted.length > 0) {
        notices.push((0,notice/* warning */.$)(`api-path: ${inverted.join(', ')} lets every other path through: a request passes as soon as one of the patterns fits, and they are not subtracted from each other.`));
    }
    for (const { name, option, kind } of MEMBERS) {
        const value = policy[name];
        if (kind !== 'pattern' || !Array.isArray(value))
            continue;
        const patterns = value.filter((item) => typeof item === 'string');
        const broad = patterns.filter((pattern) => /^\/?\*\*$/.test(pattern));
        if (broad.length > 0)
            notices.push((0,notice/* notice */.l)(`${option}: ${broad.join(', ')} fits nearly everything.`));
        const negated = name === 'apiPaths' ? [] : patterns.filter((pattern) => pattern.startsWith('!'));
        if (negated.length > 0) {
            notices.push((0,notice/* warning */.$)(`${option}: ${negated.join(', ')}: a leading ! means "not" in api-path only.`));
        }
        const inside = patterns.filter((pattern) => pattern.split('/').some((part) => part.length > 2 && part.includes('**')));
        if (inside.length > 0) {
            notices.push((0,notice/* warning */.$)(`${option}: ${inside.join(', ')}: ** crosses slashes only where it stands alone between them; here it is like *.`));
        }
    }
    return notices;
}

// EXTERNAL MODULE: ./src/issuers/shell-word.ts
var shell_word = __webpack_require__(51);
// EXTERNAL MODULE: ./src/issuers/usable-secret.ts
var usable_secret = __webpack_require__(831);
;// CONCATENATED MODULE: ./src/issuers/solarnetwork/token.ts



/** Whether this is an id as SolarNetwork makes them: 20 characters; old ones may hold `;` and `,`. */
function isTokenId(text) {
    return /^[\w.,;-]{20}$/.test(text);
}
/** Undefined when the value is no token. Its id is whatever text the server says. */
function readToken(value) {
    const fields = (0,json_fields/* fieldsOf */.P)(value);
    const id = fields?.['id'];
    if (fields === undefined || typeof id !== 'string')
        return undefined;
    return {
        id,
        type: fields['type'],
        status: fields['status'],
        expired: fields['expired'],
        name: textOf(fields, 'name'),
        description: textOf(fields, 'description'),
        created: readCreated(fields['created']),
        policy: (0,json_fields/* fieldsOf */.P)(fields['policy']) ?? {},
    };
}
/** The secret of a token that was just made: only that answer has it. */
function secretOf(data) {
    const secret = (0,json_fields/* fieldsOf */.P)(data)?.['authSecret'];
    return (0,usable_secret/* isUsableSecret */.r)(secret) ? secret : undefined;
}
/** All tokens of an answer to the list; undefined when the answer is none, or holds something that is no token. */
function readTokens(answer) {
    const data = successOf(answer)?.data;
    if (!Array.isArray(data))
        return undefined;
    const tokens = data.map(readToken).filter((token) => token !== undefined);
    return tokens.length === data.length ? tokens : undefined;
}
/** `2025-09-29 04:13:52.673034405Z`: a blank for the T, up to nine digits of a fraction. */
function readCreated(value) {
    const match = typeof value === 'string' ? /^(\S+)[ T](\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(value) : null;
    if (match === null)
        return undefined;
    const [, day, time, fraction = ''] = match;
    const instant = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
    return Number.isNaN(instant) ? undefined : instant;
}
function textOf(fields, key) {
    const value = fields[key];
    return typeof value === 'string' ? value : undefined;
}
/** The end that a policy sets: only whole milliseconds are one. */
function endOfPolicy({ notAfter }) {
    // The last instant that a date can be made of.
    return typeof notAfter === 'number' && Number.isInteger(notAfter) && Math.abs(notAfter) <= 8.64e15
        ? notAfter
        : undefined;
}

;// CONCATENATED MODULE: ./src/issuers/solarnetwork/revocation.ts








/** Finds and revokes tokens of one type, as far as the credential sees them. */
function revocationOf(type, access, context, ports) {
    const api = openTokenApi(access, ports);
    return {
        async find(attempt) {
            const { tokens, skew } = await listTokens(api, ports);
            return findIn(tokens, { type, attempt, policy: context['policy'], signingId: api.signingToken.id, skew });
        },
        async revoke(id) {
            if (id === api.signingToken.id) {
                throw new Error(`${id} is the credential itself, which is never revoked`);
            }
            const answer = await api.send({ method: 'DELETE', path: '', parameters: [['tokenId', id]], repeat: 'safe' });
            if (successOf(answer) === undefined)
                throw new Error(explain(answer, api, ports.clock.now()));
            // The server answers the same for a token that it does not know (DaoUserBiz.java of solarnetwork-central).
            return 'revoked';
        },
        byHand: (token) => byHand(api.endpoint, token),
    };
}
/** For clocks that were set between the mint and now. */
const CLOCK_MARGIN = request_lifetime/* MINUTE */.pY * 1000;
/**
 * The token of an attempt whose answer was lost, by its marker. When the answer to the first of the two requests was lost,
 * the token has no marker, and neither a name: it is the one of the right type and policy, not older than the attempt, that
 * ends at the very millisecond that only this attempt asked for.
 */
function findIn(tokens, { type, attempt, policy, signingId, skew }) {
    const own = tokens.find(({ id }) => id === signingId);
    // A restricted credential is shown itself and nothing else, as if nothing else were there.
    const complete = own !== undefined && restrictingMembers(own.policy).length === 0;
    const others = tokens.filter(({ id }) => id !== signingId && isTokenId(id));
    const marked = others.filter(({ description }) => description !== undefined && (0,lease_attempt/* isDescribedBy */.jN)(description, attempt));
    if (marked.length > 0)
        return foundAmong(marked, complete);
    // By the server's clock. A signature that it accepts is off by less than the tolerated skew, so more need not be allowed.
    const startedAt = attempt.startedAt + (skew === undefined ? -TOLERATED_SKEW : skew - CLOCK_MARGIN);
    const unmarked = others.filter((token) => token.name === undefined &&
        token.description === undefined &&
        token.type === type &&
        endOfPolicy(token.policy) === attempt.expiresAt &&
        token.created !== undefined &&
        token.created >= startedAt);
    const alike = unmarked.filter((token) => policyHash(token.policy) === policy);
    if (alike.length > 0)
        return foundAmong(alike, complete);
    // Its end says that it is ours, its policy that it is not: to call that "nothing found" would leave it alive unseen.
    if (unmarked.length > 0)
        return { kind: 'ambiguous', ids: unmarked.map(({ id }) => id) };
    return { kind: 'found', ids: [], complete };
}
function foundAmong(tokens, complete) {
    const ids = tokens.map(({ id }) => id);
    return ids.length > 1 ? { kind: 'ambiguous', ids } : { kind: 'found', ids, complete };
}
function byHand(endpoint, token) {
    const config = `solaruser = "${endpoint}" under [service-urls] in ~/.s10k/config`;
    const isDefault = endpoint === DEFAULT_ENDPOINT;
    // An id may begin with a hyphen.
    const deletion = (word) => `s10k sec-tokens delete --identifier=${word}`;
    if ('id' in token)
        return `${deletion((0,shell_word/* shellWord */.r)(token.id))}${isDefault ? '' : `  # with ${config}`}`;
    const { leaseId, expiresAt } = token.attempt;
    // While it has no marker, its end in milliseconds is what tells it from others. s10k prints a token a line.
    const search = `s10k sec-tokens list --display-mode=JSON | grep -E '${leaseId}|${expiresAt}'`;
    return `${isDefault ? '' : `with ${config}, `}(1) find it, with a User token that no policy restricts; an empty result from a restricted one proves nothing: ${search} (2) delete the token of each line that this prints, with the id that stands in it in the place of ID: ${deletion("'ID'")}`;
}
/** Every token that the server shows to the credential. Throws Refused where it shows none. */
async function listTokens(api, ports) {
    // The whole list, and not the request for one token, which is answered from a cache for 15 minutes. A server may keep
    // lists too, for a minute, by token, path and parameters (JCacheContentCachingService.java of solarnetwork-central): a
    // parameter that nobody reads makes each list a new one, so that a token that was made late is in it.
    const parameters = [['unique', (0,external_node_crypto_.randomUUID)()]];
    const answer = await api.send({ method: 'GET', path: '', parameters, repeat: 'safe' });
    const now = ports.clock.now();
    const tokens = readTokens(answer);
    if (tokens !== undefined)
        return { tokens, skew: clockSkew(answer.headers, now) };
    if (successOf(answer) !== undefined)
        throw new Error(`${answer.what}, but not with a list of tokens`);
    throw new issuer/* Refused */.L(explain(answer, api, now));
}

;// CONCATENATED MODULE: ./src/issuers/solarnetwork/solarnetwork.ts


















/** Tokens that read data of nodes, and nothing else. */
const readNodeData = issuerOf('ReadNodeData');
/** Tokens that act for their owner, as far as their policy lets them. */
const user = issuerOf('User');
/**
 * SolarNetwork's security tokens of one type. A client signs with the pair of id and secret; neither is sent alone. A mint
 * takes two requests: the first makes the token, the second gives it its name and the description with the marker.
 */
function issuerOf(type) {
    return {
        title: 'SolarNetwork',
        grantExample: 'node-id: 100, 101',
        inputs: ['url', 'credential', 'credential_id'],
        expiry: { kind: 'millisecond', longest: request_lifetime/* YEAR */.UX },
        tokenFileFormat: 'json',
        exportsTokenFile: false,
        prepare: (request, surroundings) => prepare(type, request, surroundings),
        exportedVariables: ({ id, secret }) => ({ SN_TOKEN_ID: id, SN_TOKEN_SECRET: secret }),
        tokenFileJson: token_file_json/* tokenFileJson */.m,
        revocation: (access, context, ports) => revocationOf(type, access, context, ports),
    };
}
function prepare(type, request, surroundings) {
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    const policy = take(parsePolicy(request.grants));
    const url = request.given('url');
    const endpoint = url === undefined ? DEFAULT_ENDPOINT : take(parseUrl(url));
    const credential = take(findPair(request, surroundings));
    if (request.name?.trim() === '') {
        problems.push({
            input: 'name',
            message: 'the name is blank, and SolarNetwork would drop it; leave it out or write one',
        });
    }
    if (problems.length > 0 || policy === undefined || endpoint === undefined || credential === undefined) {
        return (0,request_problem/* invalid */.Gq)(...problems);
    }
    const { pair, sources } = credential;
    const access = { endpoint, authentication: { kind: 'secret', secret: pair.secret, id: pair.id } };
    return (0,request_problem/* valid */.rZ)({
        access,
        sources: [
            ...sources,
            url === undefined ? `url: ${endpoint}, SolarNetwork's own` : `url: ${endpoint}, from the input`,
        ],
        notices: [],
        // Nodes and sources have no names that had to be resolved.
        plan: (ports) => Promise.resolve(planOf({ type, policy, access }, request.lifetime, ports)),
    });
}
function parseUrl(text) {
    const endpoint = (0,issuers_endpoint/* parseEndpoint */.B)('url', text);
    if (endpoint.ok && /\/(?:solar(?:user|query)|api\/v\d+)(?:\/|$)/.test(new URL(endpoint.value).pathname)) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'url',
            message: `found ${(0,shown_text/* quote */.hD)(endpoint.value)}; expected the part before /solaruser, as in ${DEFAULT_ENDPOINT}`,
        });
    }
    return endpoint;
}
/** The id and the secret that sign, each from its input or else from its variable. */
function findPair(request, surroundings) {
    const secret = (0,credential/* findCredential */.L)(request, surroundings, {
        variable: 'SN_TOKEN_SECRET',
        what: 'the secret of a User token (and its id: credential_id, or the environment variable SN_TOKEN_ID)',
    });
    const id = findId(request, surroundings);
    if (secret.ok && id.ok) {
        return (0,request_problem/* valid */.rZ)({
            pair: { id: id.value.id, secret: secret.value.secret },
            sources: [secret.value.source, id.value.source],
        });
    }
    // Where both are missing, the problem with the secret says what to set.
    const anyGiven = request.given('credential') ??
        request.given('credential_id') ??
        surroundings.secretVariable('SN_TOKEN_SECRET') ??
        surroundings.variable('SN_TOKEN_ID');
    const idProblems = id.ok || anyGiven === undefined ? [] : id.problems;
    return (0,request_problem/* invalid */.Gq)(...(secret.ok ? [] : secret.problems), ...idProblems);
}
function findId({ given }, surroundings) {
    const input = given('credential_id');
    if (input !== undefined)
        return readId('credential_id', input, 'from the input');
    const variable = 'SN_TOKEN_ID';
    const ambient = surroundings.variable(variable);
    if (ambient === undefined) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'credential_id',
            message: `the id of the User token is needed beside its secret; set credential_id: \${{ vars.${variable} }} or the environment variable ${variable}`,
        });
    }
    if (surroundings.exported(variable)) {
        return (0,request_problem/* invalid */.Gq)({
            input: variable,
            message: 'an earlier mint of this job exported this variable, so it holds the id of a minted token and not that of the parent. ' +
                'Give the parent in the input credential_id, or mint without export_env',
        });
    }
    return readId(variable, ambient, `from the environment variable ${variable}`);
}
function readId(input, text, origin) {
    const id = text.trim();
    if (!isTokenId(id) || id.includes(',')) {
        return (0,request_problem/* invalid */.Gq)({
            input,
            message: 'this is not the id of a token, which has 20 characters: letters, digits, hyphens, dots and underscores, as in Lqc8Z_KzpD8.L0_em0Au; see that id and secret are not swapped',
        });
    }
    return (0,request_problem/* valid */.rZ)({ id, source: `credential_id: ${origin}` });
}
function planOf(request, lifetime, ports) {
    const { type, policy } = request;
    return {
        grants: printPolicy(policy),
        shownGrants: printLines(policy),
        leftOpen: leftOpenBy(policy, type),
        notices: [
            (0,notice/* notice */.l)('The end is up to 10 s earlier, at a millisecond of its own: by it the token is found again when the answer to the mint is lost.'),
            ...noticesOfPolicy(policy, type),
        ],
        context: { policy: policyHash(policy) },
        mint: (attempt, born) => mint(request, attempt, born, ports),
        rehearse: () => rehearse(request.access, lifetime, ports),
    };
}
async function mint({ type, policy, access }, attempt, born, ports) {
    const api = openTokenApi(access, ports);
    const { token, granted } = await generate(api, { type, policy }, attempt, ports);
    born(token);
    // A token that is not what was asked for is revoked, so it needs no name.
    if (granted.differences.length === 0)
        await nameToken(api, token, attempt, ports);
    return granted;
}
async function generate(api, { type, policy }, attempt, ports) {
    const answer = await (0,unsent_mint/* refuseUnsent */.o)(api.send({
        method: 'POST',
        path: `/generate/${type}`,
        json: policyJson(policy, attempt.expiresAt),
        repeat: 'mints',
    }));
    // Before anything is made of the answer: the secret of a token may stand in one that is otherwise of no use.
    for (const secret of (0,answered_secrets/* answeredSecrets */.T)(answer, 'authSecret'))
        ports.mask(secret);
    const now = ports.clock.now();
    if (isRefusal(answer))
        throw new issuer/* Refused */.L(explain(answer, api, now, policy.nodeIds));
    const success = successOf(answer);
    if (success === undefined) {
        // The words of an answer that was to bring a secret are not repeated.
        const said = answer.status < 300 ? `${answer.what}, but not with a token` : explain(answer, api, now);
        throw new Error(said);
    }
    const token = readToken(success.data);
    const secret = secretOf(success.data);
    if (token === undefined || secret === undefined || !isTokenId(token.id) || token.id === api.signingToken.id) {
        throw new Error(`${answer.what}, but without a usable id and secret of a new token`);
    }
    return {
        token: { id: token.id, secret },
        granted: compare(token, { type, policy }, clockSkew(answer.headers, now)),
    };
}
/** What the server says that it made, held against what was asked for. */
function compare(token, { type, policy }, skew) {
    const differences = [];
    if (token.type !== type)
        differences.push({ what: 'type', asked: type, granted: show(token.type) });
    if (token.status !== 'Active')
        differences.push({ what: 'status', asked: 'Active', granted: show(token.status) });
    if (token.expired === true) {
        const clocks = skew === undefined || skew <= 0 ? '' : `; the clock of this machine is ${Math.round(skew / 1000)} s behind`;
        differences.push({
            what: 'state',
            asked: 'a valid token',
            granted: `one that has expired by the server's clock${clocks}`,
        });
    }
    differences.push(...comparePolicies(policy, token.policy));
    const { notAfter } = token.policy;
    const expiresAt = endOfPolicy(token.policy);
    if (expiresAt === undefined && notAfter !== undefined && notAfter !== null) {
        differences.push({ what: 'notAfter', asked: 'an instant in milliseconds', granted: show(notAfter) });
    }
    return { expiresAt, grants: printPolicy(policy), differences, confirmed: true, notices: [] };
}
function show(value) {
    return value === undefined ? 'nothing' : (0,shown_text/* quote */.hD)(typeof value === 'string' ? value : JSON.stringify(value));
}
/**
 * Gives the token its name, and with the description the marker that finds it again. The request overwrites both fields
 * with what it says, nothing included, so it says both. Its parameters go into the URL: in a form they would be signed in
 * a way of their own.
 */
async function nameToken(api, { id }, attempt, ports) {
    const answer = await api.send({
        method: 'POST',
        path: '/info',
        parameters: [
            ['tokenId', id],
            ['name', attempt.name],
            ['description', (0,lease_attempt/* describe */.q0)(attempt)],
        ],
        repeat: 'safe',
    });
    if (successOf(answer) === undefined) {
        throw new Error(`the token ${id} was minted, but its name and description could not be set. ${explain(answer, api, ports.clock.now())}`);
    }
}
/** Reads the list of tokens, which shows whether the credential may mint, and revoke later. */
async function rehearse(access, lifetime, ports) {
    const api = openTokenApi(access, ports);
    const { tokens } = await listTokens(api, ports);
    const own = tokens.find(({ id }) => id === api.signingToken.id);
    if (own === undefined) {
        return [
            (0,notice/* notice */.l)(`The credential ${api.signingToken.id} does not see itself in the list of tokens, so a token whose answer is lost could not be looked for.`),
        ];
    }
    const restrictions = restrictingMembers(own.policy);
    if (restrictions.length > 0) {
        throw new issuer/* Refused */.L(`the policy of the credential ${own.id} restricts it (${restrictions.join(', ')}), and SolarNetwork lets such a token mint none; use a User token whose policy holds nothing but an end and refreshAllowed`);
    }
    const end = endOfPolicy(own.policy);
    if (end === undefined || end >= (0,request_lifetime/* endOf */.pJ)(lifetime, ports.clock.now()))
        return [];
    return [
        (0,notice/* notice */.l)(`The credential ${own.id} ends at ${(0,request_lifetime/* formatInstant */.r4)(end)}, before the token that it mints; after that it cannot revoke.`),
    ];
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ tokenFileJson)
/* harmony export */ });
/* harmony import */ var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(746);

/** The token file of an issuer that knows no form of its own: an object with `token`, `token_id` and `expires_at` (RFC 3339). */
function tokenFileJson({ secret, id, expiresAt }) {
    return `${JSON.stringify({ token: secret, token_id: id, expires_at: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt) })}\n`;
}


/***/ }),

/***/ 144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ refuseUnsent)
/* harmony export */ });
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(398);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);


/**
 * The answer to a request that mints.
 *
 * @throws Refused when the request surely did not reach the server; whatever else the client throws leaves open what it did
 */
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

/***/ 831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   r: () => (/* binding */ isUsableSecret)
/* harmony export */ });
/** No issuer's secret is as short as that: what is shorter was cut, or made up. In characters. */
const SHORTEST_SECRET = 8;
/** Whether a client can use a secret as it is, in a header or a signature: visible ASCII, 8 characters to 16 KiB. */
function isUsableSecret(value) {
    return typeof value === 'string' && value.length >= SHORTEST_SECRET && /^[\x21-\x7e]{1,16384}$/.test(value);
}


/***/ }),

/***/ 879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jN: () => (/* binding */ isDescribedBy),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* unused harmony export newAttempt */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(746);


/** A new attempt, with a lease id, a name (unless the user gave one) and a marker that no other attempt has. */
function newAttempt({ name, description, lifetime, expiry, origin }, now) {
    const leaseId = randomBytes(16).toString('hex');
    const wantedEnd = endOf(lifetime, now);
    const expiresAt = expiry.kind === 'millisecond' ? wantedEnd - randomInt(10_000) : wantedEnd;
    return {
        leaseId,
        name: name ?? generatedName(origin, leaseId),
        description: description ?? '',
        marker: markerOf(leaseId, origin, expiresAt),
        startedAt: now,
        expiresAt,
    };
}
/** The description that is sent: the user's, at most 200 characters, and the marker at its end. */
function describe({ description, marker }) {
    return description === '' ? marker : `${description} ${marker}`;
}
/** Whether a description read from the issuer is that of the attempt's token. Only its end counts: the rest is the user's text. */
function isDescribedBy(text, { marker }) {
    return text.endsWith(marker);
}
/** At most 300 characters, none of which a description of the user's can imitate at its end. */
function markerOf(leaseId, { repository, run, attempt, job }, expiresAt) {
    const fields = {
        lease: leaseId,
        repo: plain(repository, 140),
        run: `${plain(run, 20)}/${plain(attempt, 6)}`,
        job: plain(job, 32),
        expires: formatInstant(expiresAt),
    };
    const text = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
    return `[mint-token ${text.join(' ')}]`;
}
/** For people who look through a list of tokens: at most 100 characters, letters, digits and hyphens. */
function generatedName({ repository, run, attempt, job }, leaseId) {
    const repositoryName = repository.slice(repository.lastIndexOf('/') + 1);
    const readable = [repositoryName.slice(0, 24), run, attempt, job].join('-').replace(/[^A-Za-z0-9]+/g, '-');
    return `mint-token-${readable.slice(0, 56)}-${leaseId}`.replace(/-+/g, '-');
}
function plain(text, longest) {
    return text.replace(/[^A-Za-z0-9._/-]+/g, '_').slice(0, longest);
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
    /** What is wrong with the inputs, where that is the reason: each is told by itself. The message says all of it too. */
    problems;
    constructor(message, options = {}) {
        super(message, options);
        this.problems = options.problems ?? [];
    }
}


/***/ })

};

export const id = 100;
export const ids = [100];
export const modules = {

/***/ 6915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ findCredential),
/* harmony export */   n: () => (/* binding */ parseCredential)
/* harmony export */ });
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);

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

/***/ 319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseEndpoint)
/* harmony export */ });
/* harmony import */ var _request_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1822);
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);


/** An endpoint is part of every record, and records stay small. */
const LONGEST = 2_000;
/**
 * The base URL of an issuer, without a trailing slash: http or https, a path prefix is kept. User information, a query
 * and a fragment are refused, since they would travel with every request or be lost. A refused URL is shown only up to
 * the part that may hold a secret.
 *
 * @param input the input or the environment variable that the text came from
 */
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
    // The URL parser drops tabs and newlines, and reads a backslash as a slash, without a word.
    if (/[\p{Cc}\p{Z}\\]/u.test(found))
        return refuse('the URL holds a blank, a control character or a backslash');
    if (/^[^/?#]*\/\/[^/?#]*@/.test(found))
        return refuse('the URL holds user information before an @, which is refused');
    if (found.includes('?'))
        return refuse('the URL holds a query (?…), which is refused');
    if (found.includes('#'))
        return refuse('the URL holds a fragment (#…), which is refused');
    if (!/^[a-z][a-z\d+.-]*:\/\//i.test(found)) {
        return refuse(
        // What has nothing of a URL may be a secret in the wrong place.
        found.includes('@') || /^[^.:/]{20,}$/.test(found)
            ? 'the URL does not begin with https://'
            : `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which does not begin with https://`);
    }
    if (!URL.canParse(found))
        return refuse(`found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(found)}, which is not a URL`);
    const url = new URL(found);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return refuse(`found a URL of the scheme ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(url.protocol)}`);
    // The parser finds some user information that the pattern above does not look for, such as an empty one.
    if (url.username !== '' || url.password !== '')
        return refuse('the URL holds user information before an @, which is refused');
    return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(url.href.replace(/\/+$/, ''));
}


/***/ }),

/***/ 7871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   Nd: () => (/* binding */ openApi),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   _o: () => (/* binding */ refuseInactive),
/* harmony export */   jP: () => (/* binding */ serverErrorOf)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1034);
/* harmony import */ var _http_server_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2349);
/* harmony import */ var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2247);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1560);





function openApi({ endpoint, authentication }, ports) {
    if (endpoint === undefined || authentication.kind !== 'secret') {
        throw new Error('InfluxDB is reached by a URL and a token, and one of them is missing');
    }
    const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports });
    // Cloud's documentation calls the word Token case-sensitive; OSS takes any case (http/tokens.go).
    const headers = { authorization: `Token ${authentication.secret}` };
    return {
        endpoint,
        get: (path, largestAnswer) => client.send({
            method: 'GET',
            path,
            headers: () => headers,
            repeat: 'safe',
            ...(largestAnswer === undefined ? {} : { largestAnswer }),
        }),
        delete: (path) => client.send({ method: 'DELETE', path, headers: () => headers, repeat: 'safe' }),
        mint: (path, body) => client.send({
            method: 'POST',
            path,
            headers: () => ({ ...headers, 'content-type': 'application/json' }),
            body: JSON.stringify(body),
            repeat: 'mints',
        }),
    };
}
/**
 * The error that InfluxDB itself answered: `{"code", "message"}` (influxdb main-2.x, kit/transport/http/error_handler.go).
 * Undefined for everything else, such as the page of a proxy.
 */
function serverErrorOf({ status, json }) {
    if (status < 400)
        return undefined;
    const { code, message } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json) ?? {};
    return typeof code === 'string' && typeof message === 'string' ? { code, message } : undefined;
}
/**
 * The error for an answer that is not the expected one: `Refused` when InfluxDB itself says no, so that nothing was
 * done, with what to do about it; any other answer leaves that open.
 */
function errorOf(answer) {
    const error = serverErrorOf(answer);
    const words = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_4__/* .serverWords */ .l)(answer, (json) => (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json)?.['message']);
    const said = words === undefined ? answer.what : `${answer.what}: ${JSON.stringify(words)}`;
    if (answer.status === 429) {
        return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L(`${said}. Too many requests were made with this credential; run the job again later`);
    }
    if (error === undefined) {
        const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
        return new Error(unavailable === undefined
            ? `${said}, which is not what InfluxDB's v2 API answers here. Check the URL, and any proxy on the way`
            : `${said}. ${unavailable}`);
    }
    // These are said of requests that may have been acted on.
    if (answer.status >= 500 || answer.status === 408)
        return new Error(said);
    const advice = adviceOn(answer.status, error);
    return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L(advice === '' ? said : `${said}. ${advice}`);
}
const INACTIVE = 'token is inactive';
const INACTIVE_USER = 'User is inactive';
/**
 * Asks for the credential's own user. Lists answer 200 and are empty for an inactive credential, as if nothing were there.
 *
 * @returns the answer, whatever else it says
 * @throws Refused when the credential or its user is inactive
 */
async function refuseInactive(api) {
    const answer = await api.get('/api/v2/me');
    const message = serverErrorOf(answer)?.message;
    if (message === INACTIVE || message === INACTIVE_USER)
        throw errorOf(answer);
    return answer;
}
function adviceOn(status, { code, message }) {
    if (message === INACTIVE) {
        return 'The credential is an inactive token: activate it (influx auth active --id ID) or give another one';
    }
    if (message === INACTIVE_USER) {
        return 'The user of the credential is inactive or was deleted: give a token of an active user';
    }
    if (message === 'path not found') {
        return 'This server has no such part of the v2 API; InfluxDB 3 (Core, Enterprise, Dedicated, Clustered) cannot mint v2 tokens';
    }
    if (message === 'unable to create token')
        return 'The organisation or the user does not exist on this server';
    const lacking = /^(?:(read|write):(?:orgs\/[0-9a-f]{16}\/)?([A-Za-z]+)(?:\/[0-9a-f]{16})?) is unauthorized$/.exec(message);
    if (status === 401 && lacking !== null) {
        // To end a token takes the right on all of them, or on that very one.
        const permission = message.slice(0, message.indexOf(' ')).replace(/(\/authorizations)\/[0-9a-f]{16}$/, '$1');
        const why = lacking[1] === 'write'
            ? ': to make or end tokens of a user it must hold write on that user by the id; a right on the users of an organisation does not count'
            : '';
        return lacking[2] === 'users'
            ? `The credential needs ${permission}${why}. An all-access token of that user has it`
            : `The credential lacks ${permission}: give it that right, or use an all-access token of the organisation`;
    }
    if (status === 401) {
        return 'The server does not know the credential: check that it was not deleted, and that it belongs to this URL';
    }
    const beyond = /^permission (\S+) is not allowed/.exec(message);
    if (beyond?.[1] !== undefined) {
        return `A token can hand on only what it holds itself, and the credential does not hold ${beyond[1]}: remove that grant, or use a credential that holds it`;
    }
    return code === 'forbidden' ? 'The credential may not do this' : '';
}
/** The list that an answer holds. Throws when it holds none, or one with something else than objects in it. */
function itemsOf(answer, key) {
    const list = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(answer.json)?.[key] : undefined;
    if (!Array.isArray(list))
        throw errorOf(answer);
    return list.map((item) => {
        const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(item);
        if (fields === undefined)
            throw new Error(`${answer.what}, with something in its list that is no object`);
        return fields;
    });
}


/***/ }),

/***/ 2100:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  influxdb: () => (/* binding */ influxdb)
});

// EXTERNAL MODULE: ./src/request/problem.ts
var request_problem = __webpack_require__(1822);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(4278);
// EXTERNAL MODULE: ./src/request/suggestion.ts
var suggestion = __webpack_require__(8533);
;// CONCATENATED MODULE: ./src/request/choice.ts



/** One of a few words; undefined when the input is not given. */
function parseChoice(input, given, choices) {
    const text = given?.trim();
    if (text === undefined)
        return (0,request_problem/* valid */.rZ)(undefined);
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined)
        return (0,request_problem/* valid */.rZ)(choice);
    return (0,request_problem/* invalid */.Gq)({
        input,
        message: `found ${(0,shown_text/* quote */.hD)(text)}; expected ${choices.join(' or ')}.${(0,suggestion/* didYouMean */.a)(text, choices)}`,
    });
}

// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __webpack_require__(7440);
// EXTERNAL MODULE: ./src/issuers/credential.ts
var issuers_credential = __webpack_require__(6915);
// EXTERNAL MODULE: ./src/issuers/endpoint.ts
var endpoint = __webpack_require__(319);
// EXTERNAL MODULE: ./src/issuers/token-file-json.ts
var token_file_json = __webpack_require__(119);
// EXTERNAL MODULE: ./src/issuers/influxdb/api.ts
var influxdb_api = __webpack_require__(7871);
// EXTERNAL MODULE: ./src/lease/attempt.ts + 2 modules
var lease_attempt = __webpack_require__(3371);
// EXTERNAL MODULE: ./src/issuers/answered-secrets.ts
var answered_secrets = __webpack_require__(9873);
// EXTERNAL MODULE: ./src/issuers/json-fields.ts
var json_fields = __webpack_require__(1560);
// EXTERNAL MODULE: ./src/issuers/unsent-mint.ts
var unsent_mint = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/issuers/usable-secret.ts
var usable_secret = __webpack_require__(3831);
// EXTERNAL MODULE: ./src/issuers/influxdb/permissions.ts
var influxdb_permissions = __webpack_require__(9851);
;// CONCATENATED MODULE: ./src/issuers/influxdb/authorization.ts









/** Creates an authorization (POST /api/v2/authorizations) and compares the answer with what was asked for. */
async function createAuthorization(order, attempt, born, api, ports) {
    const { orgID, userID, status, permissions } = order;
    // InfluxDB knows no names: the name begins the description, whose end is the marker.
    const description = `${attempt.name} ${(0,lease_attempt/* describe */.q0)(attempt)}`;
    const body = {
        orgID,
        ...(userID === undefined ? {} : { userID }),
        status,
        description,
        permissions: permissions.map(influxdb_permissions/* requestJson */.SS),
    };
    const answer = await (0,unsent_mint/* refuseUnsent */.o)(api.mint('/api/v2/authorizations', body));
    // Whatever is wrong with the rest of the answer, a token in it is a secret.
    for (const secret of (0,answered_secrets/* answeredSecrets */.T)(answer, 'token'))
        ports.mask(secret);
    const authorization = answer.status >= 200 && answer.status <= 299 ? (0,json_fields/* fieldsOf */.P)(answer.json) : undefined;
    const secret = authorization?.['token'];
    if (authorization === undefined)
        throw (0,influxdb_api/* errorOf */.Mz)(answer);
    const id = authorization['id'];
    if (!(0,influxdb_permissions/* isId */.eQ)(id))
        throw new Error(`${answer.what}, but the answer holds no id of 16 hexadecimal digits`);
    if (!(0,usable_secret/* isUsableSecret */.r)(secret))
        throw new Error(`${answer.what}, but the answer holds no usable token`);
    born({ id, secret });
    const differences = compare(order, authorization);
    const kept = authorization['description'] === description;
    return {
        expiresAt: undefined,
        grants: (0,influxdb_permissions/* printJson */.Q2)(permissions),
        differences,
        confirmed: true,
        notices: kept
            ? []
            : [
                (0,notice/* warning */.$)('InfluxDB did not keep the description of the token: if the job dies, no sweep can find the token by it.'),
            ],
    };
}
/** Everything in which an authorization is not what was asked for. Permissions are compared as sets, ids included. */
function compare({ orgID, userID, status, permissions }, authorization) {
    const differences = [];
    const expect = (what, key, asked) => {
        const granted = authorization[key];
        if (granted !== asked)
            differences.push({ what, asked, granted: typeof granted === 'string' ? (0,shown_text/* quote */.hD)(granted) : 'nothing' });
    };
    expect('organisation', 'orgID', orgID);
    if (userID !== undefined)
        expect('user', 'userID', userID);
    else
        differences.push(...compareOwners(authorization));
    expect('status', 'status', status);
    const granted = readPermissions(authorization['permissions']);
    if (granted === undefined) {
        differences.push({ what: 'grants', asked: list(permissions), granted: 'something that cannot be understood' });
    }
    else {
        const wider = without(granted, permissions);
        const absent = without(permissions, granted);
        if (wider.length > 0)
            differences.push({ what: 'grants', asked: list(permissions), granted: `also ${list(wider)}` });
        if (absent.length > 0)
            differences.push({ what: 'grants', asked: list(absent), granted: 'nothing of it' });
    }
    return differences;
}
/**
 * Where the user of the credential is meant, it is not known who that is: only the server could tell, in one request more,
 * and one that lies about its token would lie there too. But an answer names the owner twice.
 */
function compareOwners({ userID, links }) {
    const link = (0,json_fields/* fieldsOf */.P)(links)?.['user'];
    const linked = typeof link === 'string' ? /\/users\/([^/]+)$/.exec(link)?.[1] : undefined;
    if (linked === undefined || linked === userID)
        return [];
    const granted = `${typeof userID === 'string' ? (0,shown_text/* quote */.hD)(userID) : 'nobody'}, linked to ${(0,shown_text/* quote */.hD)(linked)}`;
    return [{ what: 'user', asked: 'the user of the credential', granted }];
}
/**
 * Undefined when one of them cannot be understood, as when it has a member that the schema does not (influxdata/openapi,
 * Permission.yml, Resource.yml): then nothing can be said of what the token may do.
 */
function readPermissions(value) {
    if (!Array.isArray(value))
        return undefined;
    const permissions = [];
    for (const item of value) {
        const permission = (0,json_fields/* fieldsOf */.P)(item);
        const resource = (0,json_fields/* fieldsOf */.P)(permission?.['resource']);
        const action = permission?.['action'];
        const type = resource?.['type'];
        const id = optionalText(resource?.['id']);
        const orgID = optionalText(resource?.['orgID']);
        const name = optionalText(resource?.['name']);
        if (typeof action !== 'string' || typeof type !== 'string' || id === null || orgID === null)
            return undefined;
        if (!(0,json_fields/* hasOnly */.j)(permission, ['action', 'resource']) || !(0,json_fields/* hasOnly */.j)(resource, RESOURCE_MEMBERS))
            return undefined;
        permissions.push({ action, type, id, orgID, name: name ?? undefined });
    }
    return permissions;
}
const RESOURCE_MEMBERS = ['type', 'id', 'name', 'orgID', 'org'];
/** An id that is absent, null or empty means all; null stands for what is no text. */
function optionalText(value) {
    if (value === undefined || value === null || value === '')
        return undefined;
    return typeof value === 'string' ? value : null;
}
function without(permissions, others) {
    const keys = new Set(others.map(influxdb_permissions/* keyOf */.TN));
    return permissions.filter((permission) => !keys.has((0,influxdb_permissions/* keyOf */.TN)(permission)));
}
function list(permissions) {
    return permissions.length === 0
        ? 'nothing'
        : permissions.map((permission) => (0,shown_text/* quote */.hD)((0,influxdb_permissions/* printPath */.bA)(permission))).join(', ');
}

// EXTERNAL MODULE: ./src/request/grants.ts
var grants = __webpack_require__(9750);
// EXTERNAL MODULE: ./src/request/json-text.ts + 1 modules
var json_text = __webpack_require__(3517);
;// CONCATENATED MODULE: ./src/issuers/influxdb/grants.ts






const EXAMPLE = 'buckets iot-center: read, write';
/** Understands grants written as lines or as InfluxDB's own permission objects. Every problem is reported. */
function parseAsks(grants) {
    if (grants.form === 'unrestricted') {
        return (0,request_problem/* invalid */.Gq)(problem(grants.at, `InfluxDB has no unrestricted tokens; list what the token may do, as in ${EXAMPLE}`));
    }
    const results = grants.form === 'lines' ? grants.lines.map(parseLine) : grants.values.flatMap(parseValue);
    const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
    if (problems.length > 0)
        return (0,request_problem/* invalid */.Gq)(...problems);
    return (0,request_problem/* valid */.rZ)(results.flatMap((result) => (result.ok ? result.value : [])));
}
/**
 * A word that names a resource: `id=…` and `name=…` say what it is; without them 16 hexadecimal digits are an id, and
 * may be a name too.
 */
function parseReference(text) {
    const [prefix] = /^(?:id|name)=/.exec(text) ?? [];
    const rest = text.slice(prefix?.length ?? 0);
    const refuse = (message) => (0,request_problem/* invalid */.Gq)({ input: 'grants', message });
    if (rest === '')
        return refuse(`nothing stands after ${(0,shown_text/* quote */.hD)(text)}: an expression was probably empty`);
    if (/\p{Cc}/u.test(rest))
        return refuse(`found a control character in ${(0,shown_text/* quote */.hD)(text)}`);
    const id = (0,influxdb_permissions/* readId */.wh)(rest);
    if (prefix === 'name=')
        return (0,request_problem/* valid */.rZ)({ kind: 'name', name: rest });
    if (prefix === 'id=') {
        return id === undefined
            ? refuse(`found ${(0,shown_text/* quote */.hD)(rest)} as an id; expected 16 hexadecimal digits that are not all zero`)
            : (0,request_problem/* valid */.rZ)({ kind: 'id', id, name: undefined });
    }
    return (0,request_problem/* valid */.rZ)(id === undefined ? { kind: 'name', name: rest } : { kind: 'id-or-name', id, text: rest });
}
function problem(at, message) {
    return { input: 'grants', at, message };
}
function parseLine({ resource, actions, at }) {
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    const type = take(parseType(resource[0], at));
    const target = type === undefined ? undefined : take(parseTarget(type, resource, at));
    const parsed = actions.map((word) => take(parseAction(word.text, word.at)));
    if (problems.length > 0 || type === undefined || target === undefined)
        return (0,request_problem/* invalid */.Gq)(...problems);
    const place = resource[1]?.at ?? at;
    return (0,request_problem/* valid */.rZ)(parsed
        .filter((action) => action !== undefined)
        .map((action) => ({ action, type, target, organizations: [], at: place })));
}
function parseType(word, at) {
    const text = word?.text ?? '';
    if ((0,influxdb_permissions/* isResourceType */.Ve)(text))
        return (0,request_problem/* valid */.rZ)(text);
    const found = (message) => problem(word?.at ?? at, message);
    if (text === 'instance') {
        return (0,request_problem/* invalid */.Gq)(found('InfluxDB gives the resource type instance to no token; list the types that are needed'));
    }
    return (0,request_problem/* invalid */.Gq)(found(`found ${(0,shown_text/* quote */.hD)(text)} as a resource type; expected one of ${influxdb_permissions/* RESOURCE_TYPES */.Rx.join(', ')}, as in ${EXAMPLE}.${(0,suggestion/* didYouMean */.a)(text, influxdb_permissions/* RESOURCE_TYPES */.Rx)}`));
}
function parseAction(text, at) {
    const action = influxdb_permissions/* ACTIONS */.kl.find((candidate) => candidate === text);
    if (action !== undefined)
        return (0,request_problem/* valid */.rZ)(action);
    return (0,request_problem/* invalid */.Gq)(problem(at, `found ${(0,shown_text/* quote */.hD)(text)} as an action; expected read or write.${(0,suggestion/* didYouMean */.a)(text, influxdb_permissions/* ACTIONS */.kl)}`));
}
function parseTarget(type, [, word, ...more], at) {
    const [extra] = more;
    if (extra !== undefined) {
        return (0,request_problem/* invalid */.Gq)(problem(extra.at, `found ${(0,shown_text/* quote */.hD)(extra.text)} after the resource; a name with blanks is put in double quotes, as in buckets "my bucket": read`));
    }
    if (word === undefined) {
        return (0,request_problem/* invalid */.Gq)(problem(at, `${type} stands alone; expected ${expectedTargets(type)} after it`));
    }
    if ((0,grants/* isAll */.kd)(word))
        return checkTarget(type, { kind: 'all' }, word.at);
    const reference = parseReference(word.text);
    if (!reference.ok)
        return (0,request_problem/* invalid */.Gq)(...reference.problems.map(({ message }) => problem(word.at, message)));
    return checkTarget(type, reference.value, word.at);
}
/** Whether the type has such resources: names, ids that can be looked up, all of an organisation. */
function checkTarget(type, target, at) {
    const { named, global, path } = (0,influxdb_permissions/* kindOf */.I)(type);
    if (target.kind === 'all') {
        if (global !== true)
            return (0,request_problem/* valid */.rZ)(target);
        return (0,request_problem/* invalid */.Gq)(problem(at, `a grant on all ${type} would reach over all organisations; expected ${expectedTargets(type)}`));
    }
    if (named === true)
        return (0,request_problem/* valid */.rZ)(target);
    if (target.kind === 'name' || (target.kind === 'id' && target.name !== undefined)) {
        return (0,request_problem/* invalid */.Gq)(problem(at, `only buckets and orgs are granted by name; expected ${expectedTargets(type)} for ${type}`));
    }
    if (path === undefined && global !== true) {
        return (0,request_problem/* invalid */.Gq)(problem(at, `no look-up tells which organisation an id of ${type} belongs to; expected ${expectedTargets(type)}`));
    }
    if (target.kind === 'id')
        return (0,request_problem/* valid */.rZ)(target);
    const id = (0,influxdb_permissions/* readId */.wh)(target.text);
    return id === undefined ? (0,request_problem/* invalid */.Gq)(problem(at, 'expected an id')) : (0,request_problem/* valid */.rZ)({ kind: 'id', id, name: undefined });
}
function expectedTargets(type) {
    const { named, global, path } = (0,influxdb_permissions/* kindOf */.I)(type);
    const one = [
        ...(named ? ['a name'] : []),
        ...(path !== undefined || global ? ['an id of 16 hexadecimal digits'] : []),
    ];
    return [...(global ? [] : ['* for all in the organisation']), ...one].join(' or ');
}
function parseValue(value) {
    if (value.kind !== 'array')
        return [parsePermission(value)];
    if (value.items.length > 0)
        return value.items.map(parsePermission);
    return [(0,request_problem/* invalid */.Gq)(problem(value.at, 'the list grants nothing; a token is never minted without saying what it may do'))];
}
const PERMISSION_KEYS = ['action', 'resource'];
const RESOURCE_KEYS = ['type', 'id', 'orgID', 'name', 'org'];
const PERMISSION_EXAMPLE = '{"action": "read", "resource": {"type": "buckets", "id": "e4d5cf89039ce9a2"}}';
function parsePermission(node) {
    if (node.kind !== 'object') {
        return (0,request_problem/* invalid */.Gq)(problem(node.at, `found ${(0,json_text/* describeNode */.WQ)(node)}; expected a permission object, as in ${PERMISSION_EXAMPLE}`));
    }
    if ((0,json_text/* member */.Dc)(node, 'permissions') !== undefined) {
        return (0,request_problem/* invalid */.Gq)(problem(node.at, 'found a whole authorization; expected the list alone that stands under its permissions'));
    }
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    problems.push(...checkKeys(node.entries, PERMISSION_KEYS));
    const text = (object, key) => {
        const entry = (0,json_text/* member */.Dc)(object, key);
        return entry === undefined ? undefined : take(parseText(entry));
    };
    const required = (object, key) => {
        if ((0,json_text/* member */.Dc)(object, key) === undefined) {
            problems.push(problem(object.at, `the key ${(0,shown_text/* quote */.hD)(key)} is missing here; expected as in ${PERMISSION_EXAMPLE}`));
        }
        return text(object, key);
    };
    const actionText = required(node, 'action');
    const action = actionText === undefined ? undefined : take(parseAction(actionText.text, actionText.at));
    const resource = (0,json_text/* member */.Dc)(node, 'resource')?.value;
    if (resource?.kind !== 'object') {
        const found = resource === undefined ? 'the key "resource" is missing here' : `found ${(0,json_text/* describeNode */.WQ)(resource)}`;
        problems.push(problem(resource?.at ?? node.at, `${found}; expected as in ${PERMISSION_EXAMPLE}`));
        return (0,request_problem/* invalid */.Gq)(...problems);
    }
    problems.push(...checkKeys(resource.entries, RESOURCE_KEYS));
    const typeText = required(resource, 'type');
    const type = typeText === undefined ? undefined : take(parseType(typeText, typeText.at));
    const id = take(parseJsonId(text(resource, 'id')));
    const name = text(resource, 'name');
    const orgID = take(parseJsonId(text(resource, 'orgID')));
    const org = text(resource, 'org');
    if (type === undefined || action === undefined || problems.length > 0)
        return (0,request_problem/* invalid */.Gq)(...problems);
    const organizations = [];
    for (const given of [orgID, org]) {
        if (given !== undefined && (0,influxdb_permissions/* kindOf */.I)(type).global === true) {
            const which = given === org ? 'org' : 'orgID';
            return (0,request_problem/* invalid */.Gq)(problem(given.at, `${type} take an id and never ${which}: InfluxDB would grant nothing; remove it`));
        }
    }
    if (orgID !== undefined)
        organizations.push({ reference: { kind: 'id', id: orgID.text }, at: orgID.at });
    if (org !== undefined)
        organizations.push({ reference: { kind: 'name', name: org.text }, at: org.at });
    const { at } = id ?? name ?? resource;
    const target = take(checkTarget(type, targetOf(id?.text, name?.text), at));
    if (target === undefined)
        return (0,request_problem/* invalid */.Gq)(...problems);
    return (0,request_problem/* valid */.rZ)([{ action, type, target, organizations, at }]);
}
function targetOf(id, name) {
    if (id !== undefined)
        return { kind: 'id', id, name };
    return name === undefined ? { kind: 'all' } : { kind: 'name', name };
}
function checkKeys(entries, known) {
    return entries
        .filter(({ key }) => !known.includes(key))
        .map(({ key, at }) => problem(at, `found the key ${(0,shown_text/* quote */.hD)(key)}; expected ${known.join(', ')}.${(0,suggestion/* didYouMean */.a)(key, known)}`));
}
/** InfluxDB reads an id that is null as all resources: what is present must say something. */
function parseText({ key, value }) {
    if (value.kind === 'string' && value.text !== '')
        return (0,request_problem/* valid */.rZ)({ text: value.text, at: value.at });
    const found = value.kind === 'string' ? 'an empty text' : (0,json_text/* describeNode */.WQ)(value);
    return (0,request_problem/* invalid */.Gq)(problem(value.at, `found ${found} as ${key}; expected a text, or no ${key} at all`));
}
function parseJsonId(given) {
    if (given === undefined)
        return (0,request_problem/* valid */.rZ)(undefined);
    const id = (0,influxdb_permissions/* readId */.wh)(given.text);
    if (id !== undefined)
        return (0,request_problem/* valid */.rZ)({ text: id, at: given.at });
    return (0,request_problem/* invalid */.Gq)(problem(given.at, `found ${(0,shown_text/* quote */.hD)(given.text)} as an id; expected 16 hexadecimal digits that are not all zero`));
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/reach.ts


const beyond = (follows) => ({ escapes: 'end and scope', follows });
/**
 * What follows from each grant, the source of the warnings and of the table in docs/influxdb.md. Each was tried on InfluxDB
 * OSS 2.9.1, but for what InfluxDB Cloud alone knows (flows, functions, subscriptions) and for what happens elsewhere: in
 * the browser of whoever opens a dashboard, and in a Telegraf that loads its configuration. It says what follows, and not
 * by which requests.
 */
const REACH = {
    annotations: {},
    authorizations: {
        read: {
            escapes: 'end',
            follows: 'InfluxDB OSS before 2.9, or without hashed tokens, shows every token of the organisation in clear text to whoever may list them',
        },
        write: beyond('beside write on a user, other tokens of that user can be made, which stay when this one is revoked, and all that it has can be deleted'),
    },
    buckets: {
        write: {
            ...beyond('data can be deleted too, and the bucket itself; beside read, it can be renamed, hold its data for a shorter time, and take over the v1 database of another bucket. On all buckets, others can be made, and the system buckets are among them'),
            usual: true,
        },
    },
    checks: {
        write: beyond('a check runs its query with all rights of its owner, and goes on when the token is revoked'),
    },
    dashboards: {
        write: beyond('the queries of a dashboard run with all rights of whoever opens it, and stay when the token is revoked'),
    },
    dbrp: {
        write: { follows: 'InfluxDB OSS asks for read and write on the bucket instead, so this alone opens nothing' },
    },
    documents: {},
    flows: {
        write: beyond('the queries of a notebook of InfluxDB Cloud run with all rights of whoever opens it, and stay when the token is revoked'),
    },
    functions: {
        write: beyond('a script of InfluxDB Cloud runs with all rights of whoever calls it, and stays when the token is revoked'),
    },
    labels: {},
    notebooks: {
        write: beyond('the queries of a notebook run with all rights of whoever opens it, and stay when the token is revoked'),
    },
    notificationEndpoints: {
        read: {
            escapes: 'end',
            follows: 'it shows the address of each endpoint, and that of Slack is all it takes to send there',
        },
        write: beyond('beside read, an endpoint can be pointed at another address: what the next changed rule sends goes there, with the stored secret of the endpoint, also when the token is revoked'),
    },
    notificationRules: {
        write: beyond('a rule runs with all rights of its owner, sends through any endpoint with its stored secret, and goes on when the token is revoked'),
    },
    orgs: {
        read: {
            follows: 'it opens the two system buckets for reading: what checks found and rules sent, and the log of tasks',
        },
        write: beyond('the organisation can be renamed, and deleted with all that it holds; beside read, owners can be added, who can do everything in it when the token is revoked'),
    },
    remotes: {
        write: beyond('a remote can be pointed at another server: all that is replicated through it goes there, with the stored token of the remote, also when the token is revoked'),
    },
    replications: {
        write: beyond('a replication goes on sending data to another server when the token is revoked, and an existing one can be turned to another bucket there'),
    },
    scrapers: {
        write: beyond('beside write on one bucket, a scraper fetches from any address that the server reaches, writes into any bucket, and goes on when the token is revoked'),
    },
    secrets: {
        read: { escapes: 'end', follows: 'queries can read the value of every secret of the organisation' },
        write: beyond('beside read on the organisation, secrets can be replaced: tasks and endpoints of others then use what was put there, also when the token is revoked'),
    },
    sources: {
        read: {
            escapes: 'end and scope',
            follows: 'it shows the stored token of each source in clear text, and sends queries through it',
        },
        write: beyond('a source can be pointed at another server, which gets the queries of others through it, with the stored token, also when this one is revoked'),
    },
    subscriptions: {
        write: beyond('a subscription of InfluxDB Cloud goes on writing into its bucket when the token is revoked'),
    },
    tasks: {
        read: { follows: 'it shows the queries of tasks, with the secrets that are written out in them' },
        write: beyond('a task runs with all rights of its owner, and goes on when the token is revoked'),
    },
    telegrafs: {
        read: { follows: 'it shows configurations of Telegraf, with the secrets that are written out in them' },
        write: beyond('beside read, configurations of others can be changed: a Telegraf that loads one runs the commands in it, on its own machine, also when the token is revoked'),
    },
    users: {
        write: beyond('the password of the user can be set, and a password opens everything that the user may do, also when the token is revoked'),
    },
    variables: {
        write: beyond('the query of a variable runs with all rights of whoever opens a dashboard that uses it, and stays when the token is revoked'),
    },
    views: {},
};
function reachOf(type, action) {
    return REACH[type][action];
}
const ESCAPES = {
    end: 'outlives the token',
    'end and scope': 'outlives the token and reaches beyond its other grants',
};
/** What the user should know of the grants before the mint: each is judged by itself, whatever stands beside it. */
function noticesOfAsks(asks) {
    const all = asks.filter(({ target }) => target.kind === 'all').map(({ action, type }) => `${type} *: ${action}`);
    const notices = [];
    if (all.length > 0) {
        notices.push((0,notice/* notice */.l)(`${[...new Set(all)].join(', ')}: all in the organisation, with what is made there later. Name single buckets where that is enough.`));
    }
    const distinct = new Map(asks.map(({ type, action }) => [`${type}: ${action}`, reachOf(type, action)]));
    for (const [grant, reach] of distinct)
        if (reach !== undefined)
            notices.push(noticeOfReach(grant, reach));
    return notices;
}
function noticeOfReach(grant, { escapes, follows, usual }) {
    const message = `The grant ${grant} ${escapes === undefined ? 'means more than it says' : ESCAPES[escapes]}: ${follows}.`;
    return escapes === undefined || usual === true ? (0,notice/* notice */.l)(message) : (0,notice/* warning */.$)(message);
}
/**
 * A bucket that InfluxDB keeps for itself. Reading it follows the right to read the organisation, writing and deleting do
 * not (influxdb main-2.x, authorizer/authorize.go, AuthorizeReadBucket).
 *
 * @param name its name, or its id
 */
function noticeOfSystemBucket(name, action, orgID) {
    switch (action) {
        case 'read':
            return (0,notice/* notice */.l)(`${(0,shown_text/* quote */.hD)(name)} is a system bucket: on InfluxDB OSS this grant does not open it for reading; that takes "orgs ${orgID}: read".`);
        case 'write':
            return (0,notice/* warning */.$)(`${(0,shown_text/* quote */.hD)(name)} is a system bucket: with this grant what InfluxDB keeps there can be forged, which notification rules then send, and the bucket can be destroyed, after which checks fail or the log of tasks is gone.`);
    }
}

// EXTERNAL MODULE: ./src/lease/issuer.ts
var issuer = __webpack_require__(2247);
// EXTERNAL MODULE: ./src/issuers/influxdb/tokens.ts
var tokens = __webpack_require__(6893);
;// CONCATENATED MODULE: ./src/issuers/influxdb/rehearsal.ts







/**
 * For a dry run: asks what a mint would find out, whether the credential holds what a mint takes, and whether a lost answer
 * could be cleared up.
 *
 * @throws Refused when the credential, the organisation or the user is not there or inactive, and when the credential
 *   surely lacks a permission that the mint takes
 */
async function rehearse(order, api) {
    const { orgID } = order;
    // Of all organisations: a credential of another one, which holds its rights everywhere, stands in no other list.
    const items = await (0,tokens.listAuthorizations)('', api);
    // By its own address an organisation is 401 to all who may not read it, whether it is there or not.
    const organization = await api.get(`/api/v2/orgs?orgID=${orgID}`);
    if (organization.status === 404 && (0,influxdb_api/* serverErrorOf */.jP)(organization)?.code === 'not found') {
        throw new issuer/* Refused */.L(`there is no organisation with the id ${orgID}`);
    }
    const me = await (0,influxdb_api/* refuseInactive */._o)(api);
    const ofOrganization = items.filter((item) => item.orgID === orgID);
    const incomplete = await (0,tokens.whyIncomplete)(ofOrganization, order, me, api);
    const own = items.length === 0 ? undefined : (0,tokens.userIn)(me);
    const right = (0,influxdb_permissions/* isId */.eQ)(own)
        ? rightToMint(order, own, credentialsIn(items, own, readsOrganization(organization, orgID)))
        : UNTOLD;
    if (right.kind === 'lacking')
        throw new issuer/* Refused */.L(refusalOf(right.permissions));
    if (incomplete !== undefined) {
        const also = right.kind === 'untold' ? ` Nor could it be tried whether the credential may mint: ${right.why}.` : '';
        return [(0,notice/* warning */.$)(`${cannotFind(order, own, incomplete)}${also}`)];
    }
    return right.kind === 'untold'
        ? [(0,notice/* notice */.l)(`Whether the credential may mint this token could not be told: ${right.why}.`)]
        : [];
}
const UNTOLD = { kind: 'untold', why: 'its own permissions are not in the list of tokens that it is shown' };
/** What the credential holds, when it is one of these: what all of them hold or lack is sure. */
function rightToMint({ orgID, userID, permissions }, own, credentials) {
    const write = { action: 'write', name: undefined };
    const needed = (0,influxdb_permissions/* withoutRepeats */.jP)([
        { ...write, type: 'authorizations', id: undefined, orgID },
        { ...write, type: 'users', id: userID ?? own, orgID: undefined },
        ...permissions,
    ]);
    const lacks = credentials.map((held) => held === undefined ? undefined : needed.filter((wanted) => !holds(held, wanted)));
    if (lacks.length === 0)
        return UNTOLD;
    const lackedByAll = needed.filter((permission) => lacks.every((lack) => lack?.includes(permission)));
    if (lackedByAll.length > 0)
        return { kind: 'lacking', permissions: lackedByAll };
    if (lacks.every((lack) => lack?.length === 0))
        return { kind: 'held' };
    return {
        kind: 'untold',
        why: `${credentials.length} tokens in the list could be it, and not all of them hold what the mint takes`,
    };
}
/**
 * The permissions of each token in a list that may be the one that asked for it, which the server does not say: it belongs
 * to the same user, is active, and its permissions show exactly what was seen.
 */
function credentialsIn(items, own, organization) {
    const seen = [...items.flatMap(readsFor), ...(organization === undefined ? [] : [organization])];
    return items
        .filter(({ userID, status }) => userID === own && status !== 'inactive')
        .map(({ permissions }) => readPermissions(permissions))
        .filter((held) => held === undefined || seen.every(({ by, shown }) => holds(held, by) === shown));
}
const read = { action: 'read', id: undefined, orgID: undefined, name: undefined };
/** A token is listed by a right on it and one on its user (influxdb main-2.x, authorizer/authorize_find.go). */
function readsFor({ id, orgID, userID }) {
    if (!(0,influxdb_permissions/* isId */.eQ)(id) || !(0,influxdb_permissions/* isId */.eQ)(orgID) || !(0,influxdb_permissions/* isId */.eQ)(userID))
        return [];
    return [
        { by: { ...read, type: 'authorizations', id, orgID }, shown: true },
        { by: { ...read, type: 'users', id: userID }, shown: true },
    ];
}
/** An organisation is left out of a list, without an error, when the credential may not read it. */
function readsOrganization({ status, json }, orgID) {
    const list = status === 200 ? (0,json_fields/* fieldsOf */.P)(json)?.['orgs'] : undefined;
    if (!Array.isArray(list))
        return undefined;
    return {
        by: { ...read, type: 'orgs', id: orgID },
        shown: list.some((organization) => (0,json_fields/* fieldsOf */.P)(organization)?.['id'] === orgID),
    };
}
function holds(held, wanted) {
    return held.some((permission) => (0,influxdb_permissions/* covers */.hU)(permission, wanted));
}
function refusalOf(lacking) {
    const list = lacking.map(influxdb_permissions/* printPath */.bA).join(', ');
    return `a mint would be refused: the credential lacks ${list}. To mint and to revoke takes write on the authorizations of the organisation, and write on the token's user by the id of that user (a right on the users of an organisation does not count); and a token can hand on only what it holds itself. Give the credential what it lacks, use an all-access token of that user, or remove the grants that it does not hold`;
}
function cannotFind({ orgID, userID }, own, reason) {
    const users = [...new Set([(0,influxdb_permissions/* isId */.eQ)(own) ? own : 'ID (its own user)', ...(userID === undefined ? [] : [userID])])];
    const permissions = [`read:orgs/${orgID}/authorizations`, ...users.map((user) => `read:users/${user}`)];
    return `If the answer to a mint were lost, its token could not be found and revoked: ${reason}. With ${permissions.join(', ')} the credential could find it.`;
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/nearest-names.ts


/** More of them are no help. */
const MOST = 4;
/** With fewer characters in common, everything is near everything. */
const SHORTEST_LIKENESS = 3;
/**
 * The names that the user may have meant, at most four, the likeliest first: a slip of the keyboard away; then such as
 * hold the word or are held by it; then such as begin like it for at least half of it. Letter case does not count.
 */
function nearestNames(word, names) {
    const left = new Set(names);
    left.delete(word);
    const near = [];
    const take = (name) => {
        near.push(name);
        left.delete(name);
    };
    for (let name = (0,suggestion/* nearest */.p)(word, left); name !== undefined; name = (0,suggestion/* nearest */.p)(word, left))
        take(name);
    for (const isAlike of [holdOneAnother, beginAlike]) {
        const alike = [...left].filter((name) => isAlike(word.toLowerCase(), name.toLowerCase()));
        for (const name of alike.toSorted((a, b) => distanceOfLengths(a) - distanceOfLengths(b)))
            take(name);
    }
    return near.slice(0, MOST);
    function distanceOfLengths(name) {
        return Math.abs(name.length - word.length);
    }
}
/** ` Did you mean "a", "b" or "c"?`, or nothing. */
function didYouMeanOneOf(word, names) {
    const near = nearestNames(word, names).map(shown_text/* quote */.hD);
    const last = near.pop();
    if (last === undefined)
        return '';
    return ` Did you mean ${near.length === 0 ? last : `${near.join(', ')} or ${last}`}?`;
}
function holdOneAnother(one, other) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return short.length >= SHORTEST_LIKENESS && long.includes(short);
}
function beginAlike(word, name) {
    const start = word.slice(0, Math.max(SHORTEST_LIKENESS, Math.ceil(word.length / 2)));
    return start.length >= SHORTEST_LIKENESS && name.startsWith(start);
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/resolve.ts








/**
 * Turns names into ids and holds every id against the organisation: one request for each name and each id, two where a
 * word may be both, none for the id of the organisation or of a user.
 *
 * @throws Refused for what is not there: all of it in one message, each with its place
 */
async function resolve({ organization, user, asks }, api) {
    const organizationNamed = cached((name) => findNamed(ORGANIZATION, name, api));
    const bucketNames = cached((id) => listBucketNames(id, api));
    const problems = [];
    const idOf = async ({ input, reference }, named) => {
        const looked = reference.kind === 'id' ? found(reference.id, undefined) : await named(reference.name);
        if (looked.kind === 'found')
            return looked.id;
        problems.push({ input, message: looked.message });
        return undefined;
    };
    const chosenID = await idOf(organization, organizationNamed);
    const userID = user === undefined ? undefined : await idOf(user, (name) => findNamed(USER, name, api));
    // Nothing of the grants can be looked up without it.
    if (chosenID === undefined)
        throw refusalFor(problems);
    const orgID = chosenID;
    const lookUp = cached(lookUpResource);
    const permissions = [];
    const notices = new Map();
    for (const ask of asks) {
        const foreign = await foreignOrganization(ask.organizations);
        if (foreign !== undefined) {
            problems.push(foreign);
            continue;
        }
        const { action, type, target, at } = ask;
        if (target.kind === 'all') {
            permissions.push({ action, type, id: undefined, orgID, name: undefined });
            continue;
        }
        const resource = await lookUp({ type, target });
        if (resource.kind === 'found') {
            const { id, name, system } = resource;
            const within = (0,influxdb_permissions/* kindOf */.I)(type).global === true ? undefined : orgID;
            permissions.push({ action, type, id, orgID: within, name });
            if (system)
                notices.set(`${id} ${action}`, noticeOfSystemBucket(name ?? id, action, orgID));
        }
        else {
            problems.push({ input: 'grants', at, message: resource.message });
        }
    }
    if (problems.length > 0)
        throw refusalFor(problems);
    return { orgID, userID, permissions: (0,influxdb_permissions/* withoutRepeats */.jP)(permissions), notices: [...notices.values()] };
    async function foreignOrganization(references) {
        for (const { reference, at } of references) {
            const looked = await lookUpOrganization(reference);
            if (looked.kind !== 'found')
                return { input: 'grants', at, message: looked.message };
        }
        return undefined;
    }
    async function lookUpResource({ type, target }) {
        if (type === 'orgs')
            return lookUpTargetOrganization(target);
        switch (target.kind) {
            case 'id': {
                // A user belongs to no organisation, and the credential can hand on only the users that it holds.
                if (type === 'users')
                    return found(target.id, undefined);
                const looked = await fetchById(type, target.id, orgID, api);
                if (looked.kind !== 'found' || target.name === undefined || looked.name === target.name)
                    return looked;
                return missing(`the ${type} with the id ${target.id} has the name ${(0,shown_text/* quote */.hD)(looked.name ?? '')} and not ${(0,shown_text/* quote */.hD)(target.name)}`);
            }
            case 'name': {
                const looked = await findBucket(target.name, orgID, api);
                return typeof looked === 'string' ? explainBucket(target.name, looked) : looked;
            }
            case 'id-or-name': {
                const byId = await fetchById(type, target.id, orgID, api);
                const byName = await findBucket(target.text, orgID, api);
                if (typeof byName !== 'string' && byId.kind !== 'missing') {
                    return missing(`${(0,shown_text/* quote */.hD)(target.text)} is the id of one bucket and the name of another; write "id=${target.text}" or "name=${target.text}"`);
                }
                if (byId.kind === 'found')
                    return byId;
                if (typeof byName !== 'string')
                    return byName;
                if (byId.kind === 'beyond')
                    return byId;
                if (byName === 'hidden')
                    return explainBucket(target.text, byName);
                return missing(`no bucket of organisation ${orgID} has the id or the name ${(0,shown_text/* quote */.hD)(target.text)}. ${bucketList(orgID)}`);
            }
        }
    }
    /** Why a bucket is not found by its name, and what to do: asks for more, so only when it is to be told. */
    async function explainBucket(name, why) {
        if (why === 'hidden')
            await (0,influxdb_api/* refuseInactive */._o)(api);
        const hints = `${didYouMeanOneOf(name, await bucketNames(orgID))}${lengthOfId(name)}`;
        if (why === 'absent') {
            return missing(`organisation ${orgID} has no bucket named ${(0,shown_text/* quote */.hD)(name)}; names are case-sensitive.${hints} ${bucketList(orgID)}`);
        }
        // Names that begin so are the system's own, whose buckets are read with the organisation (authorizer/authorize.go).
        const lacking = name.startsWith('_') ? `read:orgs/${orgID}` : `read:orgs/${orgID}/buckets`;
        return resolve_beyond(`the server shows the credential no bucket named ${(0,shown_text/* quote */.hD)(name)} in organisation ${orgID}: either there is none, or it is hidden because the credential lacks ${lacking}.${hints} If the name is right, give the credential that permission, or use an all-access token of the organisation`);
    }
    async function lookUpTargetOrganization(target) {
        if (target.kind === 'name')
            return lookUpOrganization(target);
        if (target.kind === 'id-or-name') {
            const { id } = target;
            if (id === orgID)
                return found(id, undefined);
            const named = await lookUpOrganization({ kind: 'name', name: target.text });
            return named.kind === 'missing' ? missing(foreignMessage(id, organization.input)) : named;
        }
        const byId = await lookUpOrganization(target);
        if (byId.kind !== 'found' || target.name === undefined)
            return byId;
        return lookUpOrganization({ kind: 'name', name: target.name });
    }
    /** Only the chosen organisation: a grant on another one reaches out of what the token belongs to. */
    async function lookUpOrganization(reference) {
        const { reference: chosen, input } = organization;
        if (reference.kind === 'id') {
            if (reference.id === orgID)
                return found(orgID, chosen.kind === 'name' ? chosen.name : undefined);
            return missing(foreignMessage(reference.id, input));
        }
        const named = await organizationNamed(reference.name);
        if (named.kind !== 'found' || named.id === orgID)
            return named;
        return missing(foreignMessage((0,shown_text/* quote */.hD)(reference.name), input));
    }
}
function foreignMessage(organization, input) {
    return `the organisation ${organization} is not the one of ${input}; a token belongs to one organisation and is granted nothing in others`;
}
/** Each problem once; in the message, which is one line, with a number where there are several. */
function refusalFor(all) {
    const problems = new Map(all.map((problem) => [(0,request_problem/* formatProblem */.Vw)(problem), problem]));
    const texts = [...problems.keys()];
    const numbered = texts.map((text, index) => `(${index + 1}) ${text}`).join('; ');
    const message = texts.length === 1 ? texts.join('') : `${texts.length} problems: ${numbered}`;
    return new issuer/* Refused */.L(message, { problems: [...problems.values()] });
}
const found = (id, name, system = false) => ({ kind: 'found', id, name, system });
const missing = (message) => ({ kind: 'missing', message });
const resolve_beyond = (message) => ({ kind: 'beyond', message });
const ORGANIZATION = {
    title: 'organisation',
    path: '/api/v2/orgs',
    list: 'orgs',
    filter: 'org',
    command: 'influx org list',
};
const USER = {
    title: 'user',
    path: '/api/v2/users',
    list: 'users',
    filter: 'name',
    command: 'influx user list',
};
async function findNamed({ title, path, list, filter, command }, name, api) {
    const answer = await api.get(`${path}?${filter}=${encodeURIComponent(name)}`);
    if (isNotFound(answer)) {
        const near = didYouMeanOneOf(name, await listNames(path, list, api));
        return missing(`there is no ${title} named ${(0,shown_text/* quote */.hD)(name)}; names are case-sensitive.${near}${lengthOfId(name)} The command "${command}" shows names and ids; either can be given`);
    }
    const item = (0,influxdb_api/* itemsOf */.S3)(answer, list).find((candidate) => candidate['name'] === name);
    if ((0,influxdb_permissions/* isId */.eQ)(item?.['id']))
        return found(item['id'], name);
    await (0,influxdb_api/* refuseInactive */._o)(api);
    return resolve_beyond(`the server shows the credential no ${title} named ${(0,shown_text/* quote */.hD)(name)}: either there is none, or the credential lacks read:${list}/ID, with the id of the ${title}.${lengthOfId(name)} Give that id (16 hexadecimal digits, shown by "${command}") instead of the name: it needs no look-up`);
}
/** The name alone may match a bucket of another organisation, and the server drops a filter that it does not like. */
async function findBucket(name, orgID, api) {
    const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&name=${encodeURIComponent(name)}`);
    if (isNotFound(answer))
        return 'absent';
    const items = (0,influxdb_api/* itemsOf */.S3)(answer, 'buckets');
    const item = items.find((candidate) => candidate['name'] === name && candidate['orgID'] === orgID);
    // OSS answers an empty list for a bucket that the credential may not read, and to an inactive credential.
    return (0,influxdb_permissions/* isId */.eQ)(item?.['id']) ? found(item['id'], name, item['type'] === 'system') : 'hidden';
}
function bucketList(orgID) {
    return `The command "influx bucket list --org-id ${orgID}" shows those that are there`;
}
/** For a word that was probably meant as an id, with a digit too few or too many. */
function lengthOfId(word) {
    return /^[0-9a-f]{15,18}$/i.test(word) && word.length !== 16
        ? ` An id has exactly 16 hexadecimal digits, and this has ${word.length}.`
        : '';
}
/** The server grants any id within any organisation: that it belongs to this one must be seen before. */
async function fetchById(type, id, orgID, api) {
    const { path, named } = (0,influxdb_permissions/* kindOf */.I)(type);
    if (path === undefined)
        throw new Error(`${type} cannot be looked up by id`);
    const answer = await api.get(`${path}/${id}`);
    if (isNotFound(answer)) {
        const next = type === 'buckets' ? `. ${bucketList(orgID)}` : '';
        return missing(`there is no resource of the type ${type} with the id ${id}${next}`);
    }
    const elsewhere = resolve_beyond(`the resource of the type ${type} with the id ${id} does not belong to organisation ${orgID}`);
    const words = answer.status === 401 ? (0,influxdb_api/* serverErrorOf */.jP)(answer)?.message : undefined;
    if (words?.endsWith(' is unauthorized') === true) {
        const [, within] = /^read:orgs\/([0-9a-f]{16})\b/.exec(words) ?? [];
        return within === undefined || within === orgID ? resolve_beyond((0,influxdb_api/* errorOf */.Mz)(answer).message) : elsewhere;
    }
    const body = answer.status === 200 ? (0,json_fields/* fieldsOf */.P)(answer.json) : undefined;
    const item = type === 'labels' ? (0,json_fields/* fieldsOf */.P)(body?.['label']) : body;
    if (item?.['id'] !== id)
        throw (0,influxdb_api/* errorOf */.Mz)(answer);
    if (item['orgID'] !== orgID)
        return elsewhere;
    const name = named === true && typeof item['name'] === 'string' ? item['name'] : undefined;
    return found(id, name, item['type'] === 'system' && type === 'buckets');
}
/** The server's own limit (influxdb main-2.x, paging.go). */
const LARGEST_PAGE = 100;
const MOST_PAGES = 10;
/**
 * Names of what the credential may read, at most a thousand. The server leaves out of a page what may not be read, so that
 * not a short page ends the list, but one that brings nothing new.
 */
async function listNames(path, key, api) {
    const names = new Set();
    for (let page = 0; page < MOST_PAGES; page++) {
        const before = names.size;
        const separator = path.includes('?') ? '&' : '?';
        const answer = await api.get(`${path}${separator}limit=${LARGEST_PAGE}&offset=${page * LARGEST_PAGE}`);
        // Only for a suggestion: the error that it is made for is told in any case.
        if (answer.status !== 200)
            break;
        for (const { name } of (0,influxdb_api/* itemsOf */.S3)(answer, key))
            if (typeof name === 'string')
                names.add(name);
        if (names.size === before)
            break;
    }
    return [...names];
}
function listBucketNames(orgID, api) {
    return listNames(`/api/v2/buckets?orgID=${orgID}`, 'buckets', api);
}
function isNotFound(answer) {
    const error = (0,influxdb_api/* serverErrorOf */.jP)(answer);
    return answer.status === 404 && error?.code === 'not found' && error.message !== 'path not found';
}
/** Asks once for each question, which is plain data. */
function cached(ask) {
    const known = new Map();
    return (question) => {
        const key = JSON.stringify(question);
        const asked = known.get(key) ?? ask(question);
        known.set(key, asked);
        return asked;
    };
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/influxdb.ts















/**
 * InfluxDB's v2 API: OSS 2.x, Cloud (TSM) and Cloud Serverless. Its tokens are called authorizations there and know no
 * expiry, no name and no scope by name: a lease is told by its description, and every grant is sent by id.
 */
const influxdb = {
    title: 'InfluxDB',
    grantExample: 'buckets iot-center: read, write',
    inputs: ['url', 'credential', 'org', 'user', 'status'],
    expiry: { kind: 'none' },
    tokenFileFormat: 'token',
    exportsTokenFile: false,
    prepare,
    exportedVariables: ({ secret, endpoint, context }) => ({
        INFLUX_TOKEN: secret,
        INFLUX_HOST: endpoint ?? '',
        INFLUX_ORG_ID: (0,tokens.ownerOf)(context).orgID,
    }),
    tokenFileJson: token_file_json/* tokenFileJson */.m,
};
function prepare(request, surroundings) {
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    const asks = take(parseAsks(request.grants));
    const endpoint = take(findEndpoint(request, surroundings));
    const credential = take((0,issuers_credential/* findCredential */.L)(request, surroundings, { variable: 'INFLUX_TOKEN', what: 'an InfluxDB token' }));
    const organization = take(findOrganization(request, surroundings));
    const user = take(findUser(request));
    const status = take(parseChoice('status', request.given('status'), ['active', 'inactive'])) ?? 'active';
    if (asks !== undefined && organization !== undefined)
        problems.push(...checkOrganizations(asks, organization));
    if (problems.length > 0 ||
        asks === undefined ||
        endpoint === undefined ||
        credential === undefined ||
        organization === undefined) {
        return (0,request_problem/* invalid */.Gq)(...problems);
    }
    const access = {
        endpoint: endpoint.url,
        authentication: { kind: 'secret', secret: credential.secret },
    };
    return (0,request_problem/* valid */.rZ)({
        access,
        sources: [credential.source, endpoint.source, organization.source],
        notices: noticesOf(asks, status),
        plan: (ports) => plan(access, { organization, user, asks }, status, ports),
    });
}
async function plan(access, wish, status, ports) {
    const api = (0,influxdb_api/* openApi */.Nd)(access, ports);
    const resolved = await resolve(wish, api);
    return {
        grants: (0,influxdb_permissions/* printJson */.Q2)(resolved.permissions),
        shownGrants: (0,influxdb_permissions/* printLines */.tj)(resolved.permissions),
        leftOpen: [],
        notices: resolved.notices,
        context: (0,tokens.contextOf)(resolved),
        mint: (attempt, born) => createAuthorization({ ...resolved, status }, attempt, born, api, ports),
        rehearse: () => rehearse(resolved, api),
    };
}
function findEndpoint({ given }, surroundings) {
    const input = given('url');
    const [place, text] = input === undefined ? ['INFLUX_HOST', surroundings.variable('INFLUX_HOST')] : ['url', input];
    if (text === undefined) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'url',
            message: 'the URL of the InfluxDB is needed, there is no usual one; set url: https://us-east-1-1.aws.cloud2.influxdata.com (your region), url: http://localhost:8086, or the environment variable INFLUX_HOST',
        });
    }
    const url = (0,endpoint/* parseEndpoint */.B)(place, text);
    if (!url.ok)
        return url;
    const base = /^(.*?)\/api\/v2(?:\/|$)/.exec(url.value)?.[1];
    if (base !== undefined) {
        return (0,request_problem/* invalid */.Gq)({
            input: place,
            message: `found ${(0,shown_text/* quote */.hD)(url.value)}; expected the part before /api/v2, as in ${base}`,
        });
    }
    return (0,request_problem/* valid */.rZ)({ url: url.value, source: `url: ${url.value}, ${originOf(place)}` });
}
function originOf(place) {
    return /^[a-z]/.test(place) ? 'from the input' : `from the environment variable ${place}`;
}
function findOrganization({ given }, surroundings) {
    const candidates = [
        { input: 'org', text: given('org') },
        { input: 'INFLUX_ORG_ID', text: surroundings.variable('INFLUX_ORG_ID') },
        { input: 'INFLUX_ORG', text: surroundings.variable('INFLUX_ORG') },
    ];
    const chosen = candidates.find(({ text }) => text !== undefined);
    if (chosen?.text === undefined) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'org',
            message: 'the organisation that the token will belong to is needed, by name or id; set org: my-org, or the environment variable INFLUX_ORG_ID or INFLUX_ORG',
        });
    }
    const { input, text } = chosen;
    if (input === 'INFLUX_ORG_ID' && (0,influxdb_permissions/* readId */.wh)(text.trim()) === undefined) {
        return (0,request_problem/* invalid */.Gq)({
            input,
            message: 'the value is no id of InfluxDB; expected 16 hexadecimal digits that are not all zero',
        });
    }
    const reference = parseChosen(input, text);
    return reference.ok ? (0,request_problem/* valid */.rZ)({ ...reference.value, source: `org: ${text.trim()}, ${originOf(input)}` }) : reference;
}
function findUser({ given }) {
    const text = given('user');
    return text === undefined ? (0,request_problem/* valid */.rZ)(undefined) : parseChosen('user', text);
}
function parseChosen(input, text) {
    const trimmed = text.trim();
    if (trimmed === '') {
        return (0,request_problem/* invalid */.Gq)({
            input,
            message: 'the value is blank: an expression was probably empty; expected a name or an id',
        });
    }
    const target = parseReference(trimmed);
    if (!target.ok)
        return (0,request_problem/* invalid */.Gq)(...target.problems.map(({ message }) => ({ input, message })));
    return (0,request_problem/* valid */.rZ)({ input, reference: referenceOf(target.value) });
}
/** Where a word is both, the id is meant: names of organisations and users that look like an id take `name=…`. */
function referenceOf(target) {
    switch (target.kind) {
        case 'id':
        case 'name':
            return target;
        case 'id-or-name':
            return { kind: 'id', id: target.id };
    }
}
/** What can be told offline: an id beside an id, a name beside a name. */
function checkOrganizations(asks, { input, reference: chosen }) {
    const problems = new Map();
    for (const { type, target, organizations, at } of asks) {
        const named = type === 'orgs' ? referencesIn(target).map((reference) => ({ reference, at })) : [];
        for (const { reference, at } of [...organizations, ...named]) {
            if (reference.kind !== chosen.kind || textOf(reference) === textOf(chosen))
                continue;
            const message = foreignMessage(reference.kind === 'id' ? reference.id : JSON.stringify(reference.name), input);
            problems.set(`${at.line}:${at.column} ${message}`, { input: 'grants', at, message });
        }
    }
    return [...problems.values()];
}
function referencesIn(target) {
    if (target.kind === 'name')
        return [target];
    if (target.kind !== 'id')
        return [];
    return [target, ...(target.name === undefined ? [] : [{ kind: 'name', name: target.name }])];
}
function textOf(reference) {
    return reference.kind === 'id' ? reference.id : reference.name;
}
function noticesOf(asks, status) {
    const notices = [
        (0,notice/* notice */.l)('InfluxDB tokens do not expire: this one lives until it is revoked at the end of the job. The end that was asked for stands in its description, as the time from which a sweep may revoke it.'),
    ];
    if (status === 'inactive') {
        notices.push((0,notice/* notice */.l)('The token is made inactive: it can do nothing until someone sets it to active.'));
    }
    return [...notices, ...noticesOfAsks(asks)];
}


/***/ }),

/***/ 9851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Q2: () => (/* binding */ printJson),
/* harmony export */   Rx: () => (/* binding */ RESOURCE_TYPES),
/* harmony export */   SS: () => (/* binding */ requestJson),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ve: () => (/* binding */ isResourceType),
/* harmony export */   bA: () => (/* binding */ printPath),
/* harmony export */   eQ: () => (/* binding */ isId),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   jP: () => (/* binding */ withoutRepeats),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   tj: () => (/* binding */ printLines),
/* harmony export */   wh: () => (/* binding */ readId)
/* harmony export */ });
/* harmony import */ var _request_grants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9750);

const ACTIONS = ['read', 'write'];
/**
 * The resource types of the OpenAPI document (influxdata/openapi, Resource.yml), those of OSS and of Cloud. `instance`
 * is not among them: no token can be given it.
 */
const KINDS = {
    annotations: {},
    authorizations: { path: '/api/v2/authorizations' },
    buckets: { named: true, path: '/api/v2/buckets' },
    checks: { path: '/api/v2/checks' },
    dashboards: { path: '/api/v2/dashboards' },
    dbrp: {},
    documents: {},
    flows: {},
    functions: {},
    labels: { path: '/api/v2/labels' },
    notebooks: {},
    notificationEndpoints: { path: '/api/v2/notificationEndpoints' },
    notificationRules: { path: '/api/v2/notificationRules' },
    orgs: { named: true, global: true },
    remotes: { path: '/api/v2/remotes' },
    replications: { path: '/api/v2/replications' },
    scrapers: { path: '/api/v2/scrapers' },
    secrets: {},
    sources: { path: '/api/v2/sources' },
    subscriptions: {},
    tasks: { path: '/api/v2/tasks' },
    telegrafs: { path: '/api/v2/telegrafs' },
    users: { global: true },
    variables: { path: '/api/v2/variables' },
    views: {},
};
const RESOURCE_TYPES = Object.keys(KINDS).filter(isResourceType);
function isResourceType(text) {
    return Object.hasOwn(KINDS, text);
}
function kindOf(type) {
    return KINDS[type];
}
/** Lower case, as the server answers; not zero (influxdb main-2.x, kit/platform/id.go). */
function isId(text) {
    return typeof text === 'string' && /^(?!0{16})[0-9a-f]{16}$/.test(text);
}
/** The id that a user's text is, in lower case; undefined when it is none. */
function readId(text) {
    const id = text.toLowerCase();
    return isId(id) ? id : undefined;
}
/** Equal for permissions that allow the same; names do not count. */
function keyOf({ action, type, id, orgID }) {
    return JSON.stringify([action, type, orgID ?? null, id ?? null]);
}
/**
 * Whether a token that holds the one may do the other, and hand it on: one permission alone must cover it, an organisation's
 * right counts for what belongs to that organisation, and an id for itself (influxdb main-2.x, authz.go, matchesV1).
 */
function covers(held, wanted) {
    if (held.action !== wanted.action)
        return false;
    if (held.type === 'instance')
        return true;
    if (held.type !== wanted.type)
        return false;
    if (held.id !== undefined)
        return held.id === wanted.id;
    return held.orgID === undefined || held.orgID === wanted.orgID;
}
/** Each permission once, in the order in which they first stand. */
function withoutRepeats(permissions) {
    const kept = new Map();
    for (const permission of permissions) {
        if (!kept.has(keyOf(permission)))
            kept.set(keyOf(permission), permission);
    }
    return [...kept.values()];
}
/** As it is sent: without the name, which the server ignores. */
function requestJson({ action, type, id, orgID }) {
    return { action, resource: { type, ...(id === undefined ? {} : { id }), ...(orgID === undefined ? {} : { orgID }) } };
}
/** The output `grants`: accepted again as an input. */
function printJson(permissions) {
    return JSON.stringify(permissions.map(({ action, type, id, orgID, name }) => ({
        action,
        resource: {
            type,
            ...(id === undefined ? {} : { id }),
            ...(orgID === undefined ? {} : { orgID }),
            ...(name === undefined ? {} : { name }),
        },
    })));
}
/** The permissions for people, one line for each resource: `buckets iot-center (id 11acc3aadf3c2000): read, write`. */
function printLines(permissions) {
    const actions = new Map();
    for (const permission of permissions) {
        const resource = printResource(permission);
        actions.set(resource, [...(actions.get(resource) ?? []), permission.action]);
    }
    return [...actions].map(([resource, list]) => `${resource}: ${list.join(', ')}`);
}
function printResource({ type, id, name }) {
    if (id === undefined)
        return `${type} *`;
    return name === undefined ? `${type} ${id}` : `${type} ${(0,_request_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .printWord */ .OW)(name)} (id ${id})`;
}
/** A permission as InfluxDB's own messages write it: `write:orgs/7e30e69b70378cc5/buckets/e4d5cf89039ce9a2`. */
function printPath({ action, type, id, orgID }) {
    return `${action}:${orgID === undefined ? '' : `orgs/${orgID}/`}${type}${id === undefined ? '' : `/${id}`}`;
}


/***/ }),

/***/ 6893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contextOf: () => (/* binding */ contextOf),
/* harmony export */   listAuthorizations: () => (/* binding */ listAuthorizations),
/* harmony export */   openTokens: () => (/* binding */ openTokens),
/* harmony export */   ownerOf: () => (/* binding */ ownerOf),
/* harmony export */   tokensOf: () => (/* binding */ tokensOf),
/* harmony export */   userIn: () => (/* binding */ userIn),
/* harmony export */   whyIncomplete: () => (/* binding */ whyIncomplete)
/* harmony export */ });
/* harmony import */ var _lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3371);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1560);
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4051);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7871);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9851);





function contextOf({ orgID, userID }) {
    return userID === undefined ? { orgID } : { orgID, userID };
}
/** @throws Error when the context was not made by `contextOf` */
function ownerOf(context) {
    const { orgID, userID } = context;
    if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(orgID) || (userID !== undefined && !(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(userID)))
        throw new Error('the recorded organisation or user is no id');
    return { orgID, userID };
}
/** The server lists all tokens of the organisation in one answer, at some 700 bytes each. */
const LARGEST_LIST = 200_000_000;
function openTokens(access, context, ports) {
    return tokensOf(ownerOf(context), (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .openApi */ .Nd)(access, ports));
}
function tokensOf(owner, api) {
    return { find, revoke, byHand };
    async function find(attempt) {
        const items = await listAuthorizations(`?orgID=${owner.orgID}`, api);
        const ids = items.filter(({ description }) => (0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescribedBy */ .jN)(description, attempt)).map(({ id }) => id);
        if (!ids.every(_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ))
            throw new Error('a token with the marker of this lease has an id that is none');
        // A mint is sent once, so that there is no second token to be looked for.
        if (ids.length > 0)
            return { kind: 'found', ids, complete: true };
        return {
            kind: 'found',
            ids,
            complete: (await whyIncomplete(items, owner, await (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseInactive */ ._o)(api), api)) === undefined,
        };
    }
    async function revoke(id) {
        if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(id))
            throw new Error('the recorded id of the token is no id of InfluxDB');
        const answer = await api.delete(`/api/v2/authorizations/${id}`);
        if (answer.status === 204)
            return 'revoked';
        const error = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .serverErrorOf */ .jP)(answer);
        // A proxy or a wrong URL answers 404 as well. A GET would not do: it is 404 too when only the owner is gone.
        const gone = answer.status === 404 && error?.code === 'not found' && error.message === 'authorization not found';
        if (gone)
            return 'already-gone';
        throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer);
    }
    function byHand(token) {
        const authorizations = `${api.endpoint}/api/v2/authorizations`;
        const deletion = (id) => `curl --fail-with-body -X DELETE ${HEADER} ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(`${authorizations}/${id}`)}`;
        if ('id' in token)
            return deletion(token.id);
        const filter = `.authorizations[] | select(.description | endswith(${JSON.stringify(token.attempt.marker)})) | .id`;
        const search = `curl --fail-with-body -sS ${HEADER} ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(`${authorizations}?orgID=${owner.orgID}`)} | jq -r ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r)(filter)}`;
        return `(1) find its id, with INFLUX_TOKEN set to a token that may list all tokens of its user, such as an all-access token of that user; an empty result from a lesser one proves nothing: ${search} (2) delete each id that this prints, in the place of ID: ${deletion('ID')}`;
    }
}
/** Without the tokens, which some servers put into the list in clear text. */
async function listAuthorizations(query, api) {
    const answer = await api.get(`/api/v2/authorizations${query}`, LARGEST_LIST);
    return (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(answer, 'authorizations').map(({ id, description, orgID, userID, status, permissions }) => ({
        id,
        description: typeof description === 'string' ? description : '',
        orgID,
        userID,
        status,
        permissions,
    }));
}
/**
 * Why a list of the organisation's tokens may lack some; undefined when it shows all of the owner's. The server leaves out
 * without a word what the credential may not read, so that only the credential's own entry proves a list.
 *
 * @param me the answer to the question for the credential's own user; an inactive one, to which lists are empty, is out
 */
async function whyIncomplete(items, { orgID, userID }, me, api) {
    if (items.length === 0)
        return 'the server shows the credential no token of this organisation';
    const own = userIn(me);
    if (own === 'unreadable')
        return 'the credential may not read its own user';
    // Cloud Serverless documents no /me. What is in the list then proves it: the credential's own entry, or another as good.
    const proof = items.some((item) => (own === 'unknown' || item.userID === own) && readsAll(item.permissions, orgID));
    if (!proof)
        return 'the credential is not in the list of tokens that it can see';
    if (userID === undefined || userID === own)
        return undefined;
    const other = userIn(await api.get(`/api/v2/users/${userID}`));
    return other === userID ? undefined : `the credential may not read the user ${userID}, nor the tokens of that user`;
}
/** The id of the user in an answer; `unreadable` to this credential, or `unknown` to the server, by whom or as a path. */
function userIn(answer) {
    const id = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(answer.json)?.['id'] : undefined;
    if ((0,_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .isId */ .eQ)(id))
        return id;
    if (answer.status === 401)
        return 'unreadable';
    if (answer.status === 404)
        return 'unknown';
    throw (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer);
}
/** Whether the holder of these permissions may read every authorization of the organisation. */
function readsAll(permissions, orgID) {
    if (!Array.isArray(permissions))
        return false;
    return permissions.some((item) => {
        const permission = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(item);
        const { type, id, orgID: within } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .P)(permission?.['resource']) ?? {};
        const all = (id ?? '') === '' && ((within ?? '') === '' || within === orgID);
        return permission?.['action'] === 'read' && (type === 'authorizations' || type === 'instance') && all;
    });
}
const HEADER = '-H "Authorization: Token $INFLUX_TOKEN"';


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word as a POSIX shell takes it unchanged: in quotes, where it has to be. */
function shellWord(text) {
    return /^[\w.:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ tokenFileJson)
/* harmony export */ });
/* harmony import */ var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);

/** The token file of an issuer that knows no form of its own: an object with `token`, `token_id` and `expires_at` (RFC 3339). */
function tokenFileJson({ secret, id, expiresAt }) {
    return `${JSON.stringify({ token: secret, token_id: id, expires_at: (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt) })}\n`;
}


/***/ }),

/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ refuseUnsent)
/* harmony export */ });
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2398);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);


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


/***/ })

};

export const id = 547;
export const ids = [547];
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

/***/ 547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  namespaceToken: () => (/* binding */ namespaceToken),
  namespaceUserToken: () => (/* binding */ namespaceUserToken)
});

// EXTERNAL MODULE: ./src/lease/attempt.ts
var lease_attempt = __webpack_require__(879);
// EXTERNAL MODULE: ./src/lease/issuer.ts
var issuer = __webpack_require__(247);
// EXTERNAL MODULE: ./src/request/lifetime.ts
var lifetime = __webpack_require__(746);
// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __webpack_require__(440);
// EXTERNAL MODULE: ./src/request/problem.ts
var request_problem = __webpack_require__(822);
// EXTERNAL MODULE: ./src/issuers/answered-secrets.ts
var answered_secrets = __webpack_require__(873);
// EXTERNAL MODULE: ./src/issuers/endpoint.ts
var issuers_endpoint = __webpack_require__(319);
// EXTERNAL MODULE: ./src/issuers/json-fields.ts
var json_fields = __webpack_require__(560);
// EXTERNAL MODULE: ./src/issuers/unsent-mint.ts
var unsent_mint = __webpack_require__(144);
// EXTERNAL MODULE: ./src/issuers/usable-secret.ts
var usable_secret = __webpack_require__(831);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./src/request/json-text.ts + 1 modules
var json_text = __webpack_require__(898);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(278);
// EXTERNAL MODULE: ./src/issuers/credential.ts
var credential = __webpack_require__(915);
;// CONCATENATED MODULE: ./src/issuers/namespace/authentication.ts







/** The audience for which Namespace takes the identity tokens of a connected GitHub organisation (github.com/namespacelabs/foundation, internal/auth/tokens.go). */
const GITHUB_AUDIENCE = 'nscloud.dev/inline-token';
/** The audience that Namespace's documentation gives to trust relationships. */
const FEDERATION_AUDIENCE = 'federation.namespaceapis.com';
const PERMISSIONS = 'add "permissions: { contents: read, id-token: write }" to the job (with a reusable workflow, to the calling job too)';
/**
 * Finds who asks for the token, in this order: the input `credential`; the input `workspace`, which means an identity token
 * of the job; the file of NSC_TOKEN_FILE; the token file of a runner of Namespace's; an identity token of the job, which
 * Namespace takes for organisations that its GitHub App is installed for.
 */
function findAuthentication(request, surroundings) {
    const { given } = request;
    const input = given('credential');
    if (input !== undefined) {
        const bearer = parseBearer('credential', input);
        if (!bearer.ok)
            return bearer;
        const token = { secret: bearer.value, session: bearer.value.startsWith('st_') };
        return (0,request_problem/* valid */.rZ)(withUnused(found(token, 'the input credential'), given));
    }
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    const audience = take(readName('audience', given('audience')));
    const workspace = take(readName('workspace', given('workspace')));
    const authentication = given('workspace') === undefined
        ? take(findUngiven(audience, request, surroundings))
        : take(inWorkspace(workspace, audience, surroundings));
    return problems.length > 0 || authentication === undefined ? (0,request_problem/* invalid */.Gq)(...problems) : (0,request_problem/* valid */.rZ)(authentication);
}
/** Undefined for a workspace that could not be read. */
function inWorkspace(workspace, audience, { identityTokens, emptyCredentialHint: hint }) {
    if (!identityTokens) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'workspace',
            message: `a workspace means that the job authenticates with an identity token of GitHub's, and this job may not ask for one: ${PERMISSIONS}. ${NO_FORKS}${hint === '' ? '' : ` ${hint}`}`,
        });
    }
    if (workspace === undefined)
        return (0,request_problem/* valid */.rZ)(undefined);
    return (0,request_problem/* valid */.rZ)(identityAuthentication({ audience: audience ?? FEDERATION_AUDIENCE, workspace }, `an identity token of this job, exchanged in the workspace ${workspace}`));
}
/** What the surroundings have, where the step names neither a credential nor a workspace. */
function findUngiven(audience, { given }, surroundings) {
    const variable = surroundings.variable('NSC_TOKEN_FILE');
    if (variable !== undefined && surroundings.exported('NSC_TOKEN_FILE')) {
        return (0,request_problem/* invalid */.Gq)({
            input: 'NSC_TOKEN_FILE',
            message: 'an earlier mint of this job exported this variable, so its file holds a minted token and not the parent. Give the parent in the input credential, set the input workspace for an identity token, or mint without export_env',
        });
    }
    if (variable !== undefined && /^\s*(?:nsrt|nsct|nscw|st)_/.test(variable)) {
        surroundings.mask(variable);
        return (0,request_problem/* invalid */.Gq)({
            input: 'NSC_TOKEN_FILE',
            message: 'it holds a token; expected the path of a file with one. Give the token in the input credential',
        });
    }
    if (variable !== undefined) {
        const file = readTokenFile('NSC_TOKEN_FILE', variable, surroundings);
        if (!file.ok)
            return file;
        if (file.value === undefined) {
            return (0,request_problem/* invalid */.Gq)({ input: 'NSC_TOKEN_FILE', message: `it names ${(0,shown_text/* quote */.hD)(variable)}, and there is no such file` });
        }
        return (0,request_problem/* valid */.rZ)(withUnused(found(file.value, `the token file ${variable} of NSC_TOKEN_FILE`), given));
    }
    const workload = workloadTokenFile(surroundings);
    const file = readTokenFile('credential', workload, surroundings);
    if (!file.ok)
        return file;
    if (file.value !== undefined) {
        return (0,request_problem/* valid */.rZ)(withUnused(found(file.value, `the token file ${workload} of this runner`), given));
    }
    if (surroundings.identityTokens) {
        return (0,request_problem/* valid */.rZ)(identityAuthentication({ audience: audience ?? GITHUB_AUDIENCE }, 'an identity token of this job, exchanged in the workspace that its GitHub organisation is connected to'));
    }
    const hint = surroundings.emptyCredentialHint;
    return (0,request_problem/* invalid */.Gq)({
        input: 'credential',
        message: [
            'nothing is found to authenticate at Namespace with. Looked for: the input credential (empty), the input workspace (empty),',
            `the variable NSC_TOKEN_FILE (not set), the runner's token file ${workload} (absent), and an identity token of GitHub's (this job may not ask for one).`,
            `The shortest way without a secret: ${PERMISSIONS} and set the input workspace to the id of your workspace. ${NO_FORKS}`,
            ...(hint === '' ? [] : [hint]),
        ].join(' '),
    });
}
const NO_FORKS = 'Pull requests from forks never get one.';
function identityAuthentication(identity, source) {
    return { authentication: { kind: 'identity-token', ...identity }, credential: 'identity', source, notices: [] };
}
function found({ secret, session }, source) {
    return {
        authentication: { kind: 'secret', secret },
        credential: session ? 'session' : 'bearer',
        source,
        notices: session
            ? [(0,notice/* notice */.l)(`${source} holds a session token; a token for one hour is issued from it to work with.`)]
            : [],
    };
}
/** Says of `workspace` and `audience`, which are about identity tokens, that another credential comes first. */
function withUnused(authentication, given) {
    const unused = ['workspace', 'audience']
        .filter((input) => given(input) !== undefined)
        .map((input) => (0,notice/* notice */.l)(`the input ${input} is not used: it is about identity tokens, and ${authentication.source} comes first.`));
    return { ...authentication, notices: [...authentication.notices, ...unused] };
}
/**
 * Where Namespace's runners keep the token of the workload (github.com/namespacelabs/foundation,
 * internal/providers/nscloud/metadata/paths*.go).
 */
function workloadTokenFile(surroundings) {
    const { platform } = surroundings;
    const path = platform === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
    const folder = platform === 'win32'
        ? path.join(surroundings.variable('ProgramData') ?? 'C:\\ProgramData', 'Namespace', 'GuestAgent', 'metadata')
        : '/var/run/nsc';
    return path.join(surroundings.variable('NSC_METADATA_DIR') ?? folder, 'token.json');
}
/**
 * Reads `{"bearer_token": "..."}`; a `session_token` beside it or alone comes first, as in `nsc`
 * (github.com/namespacelabs/integrations, auth/token.go). Other members are passed over. Undefined when there is no file.
 */
function readTokenFile(input, path, surroundings) {
    const problem = (message) => (0,request_problem/* invalid */.Gq)({ input, message: `the token file ${(0,shown_text/* quote */.hD)(path)} ${message}` });
    let text;
    try {
        text = surroundings.secretFile(path);
    }
    catch (error) {
        return problem(`cannot be read: ${(0,shown_text/* messageOf */.bD)(error)}`);
    }
    if (text === undefined)
        return (0,request_problem/* valid */.rZ)(undefined);
    const expected = 'expected {"bearer_token": "..."}, as nsc writes it';
    try {
        const [node, ...rest] = (0,json_text/* readJsonValues */.Bq)(text);
        if (node?.kind !== 'object' || rest.length > 0)
            return problem(`holds no JSON object; ${expected}`);
        for (const key of ['session_token', 'bearer_token']) {
            const value = (0,json_text/* member */.Dc)(node, key)?.value;
            if (value === undefined || value.kind === 'null' || (value.kind === 'string' && value.text === ''))
                continue;
            if (value.kind !== 'string')
                return problem(`has a ${key} that is not a text; ${expected}`);
            surroundings.mask(value.text);
            const bearer = parseBearer(input, value.text);
            return bearer.ok ? (0,request_problem/* valid */.rZ)({ secret: bearer.value, session: key === 'session_token' }) : bearer;
        }
        return problem(`has no bearer_token; ${expected}`);
    }
    catch (error) {
        // The message of a syntax error shows what it found, which is a part of a secret.
        if (error instanceof json_text/* JsonSyntaxError */.q3)
            return problem(`is not valid JSON; ${expected}`);
        throw error;
    }
}
function parseBearer(input, text) {
    const secret = (0,credential/* parseCredential */.n)(input, text);
    if (!secret.ok)
        return secret;
    if (secret.value.startsWith('{')) {
        return (0,request_problem/* invalid */.Gq)({
            input,
            message: 'the value is JSON, probably the content of a token file; expected its bearer_token alone, or the path of the file in the variable NSC_TOKEN_FILE',
        });
    }
    if (secret.value.includes(' ')) {
        return (0,request_problem/* invalid */.Gq)({ input, message: 'the value holds a blank, which no token of Namespace has; copy it again' });
    }
    return secret;
}
/** A workspace's id or an audience: one word, the blanks at its ends dropped. Undefined when not given. */
function readName(input, given) {
    const text = given?.trim();
    if (text === undefined || /^[\x21-\x7e]{1,255}$/.test(text))
        return (0,request_problem/* valid */.rZ)(text);
    return (0,request_problem/* invalid */.Gq)({
        input,
        message: `found ${(0,shown_text/* quote */.hD)(text)}; expected one word of at most 255 characters, as in ${input === 'workspace' ? 'workspace: tenant_1a2b3c' : `audience: ${FEDERATION_AUDIENCE}`}`,
    });
}
/**
 * Says when the credential itself ends before the token does: then a job that is still running cannot revoke. Only
 * Namespace's own tokens of workloads and workspaces tell their end: a JWT stands behind the prefix.
 */
function noticesOfEnd({ authentication, source }, tokenEnd) {
    if (authentication.kind !== 'secret')
        return [];
    const end = endOfJwt(authentication.secret);
    if (end === undefined || end >= tokenEnd)
        return [];
    return [
        (0,notice/* notice */.l)(`${source} ends at ${(0,lifetime/* formatInstant */.r4)(end)}, before the token that is asked for: a job that runs until then cannot revoke it any more.`),
    ];
}
function endOfJwt(token) {
    const payload = /^(?:nsct_|nscw_|st_)[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1];
    if (payload === undefined)
        return undefined;
    try {
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
        if (typeof claims !== 'object' || claims === null || !('exp' in claims))
            return undefined;
        const { exp } = claims;
        return typeof exp === 'number' && exp > 0 && exp < 1e11 ? Math.floor(exp) * 1000 : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/request/grants.ts
var grants = __webpack_require__(750);
// EXTERNAL MODULE: ./src/request/suggestion.ts
var suggestion = __webpack_require__(533);
;// CONCATENATED MODULE: ./src/issuers/namespace/documented-permissions.ts
/**
 * The resource types and their actions that Namespace documents (namespace.so/docs/security/permissions, February 2026), and
 * those that its own command line asks for (`nsc bazel ... create-token`). The list grows with the product, so it serves to
 * suggest what was meant and never to forbid: the server decides.
 */
const DOCUMENTED_PERMISSIONS = new Map(Object.entries({
    artifact: ['create', 'expire', 'list', 'resolve'],
    'bazel/cache': ['ensure'],
    'bazel/execution': ['ensure'],
    'bazel/storage': ['write'],
    builder: ['access', 'ensure'],
    'cache/gradle': ['ensure', 'read', 'write'],
    'cache/httpcache': ['ensure', 'read', 'write'],
    'cache/turborepo': ['delete', 'list', 'read', 'report', 'write'],
    containerregistry: ['configure', 'pull', 'push'],
    'containerregistry/image': ['delete', 'get', 'list', 'update'],
    'containerregistry/repository': ['delete', 'list', 'share', 'unshare'],
    'containerregistry/tags': ['list'],
    devbox: ['activate', 'create', 'expire', 'fetch', 'list', 'update'],
    'devbox/image': ['expire', 'fetch', 'list', 'wire'],
    federation: ['issue_federation'],
    'github/runner-profile': ['create', 'delete', 'get', 'list', 'update'],
    ingress: ['access'],
    instance: [
        'create',
        'destroy',
        'dial_host',
        'exec',
        'get',
        'list',
        'refresh',
        'release',
        'resume',
        'ssh',
        'suspend',
        'wait',
    ],
    'instance/ingress': ['list', 'register'],
    'instance/notification': ['list'],
    'instance/o11y/logs': ['get', 'list'],
    'instance/o11y/metrics': ['get', 'list'],
    'instance/o11y/oom': ['get', 'list'],
    'network/fabric/segment': ['attach'],
    tenant: ['get'],
    'tenant/policies': ['get'],
    'tenant/usage': ['get'],
    'testing/test/logs': ['stream'],
    'testing/test/result': ['list', 'push'],
    'testing/test/run': ['complete', 'create', 'get', 'list'],
    'token/revokable': ['create', 'list', 'refresh', 'revoke'],
    'volume/persistent': ['describe', 'destroy', 'list'],
}));

;// CONCATENATED MODULE: ./src/issuers/namespace/grants.ts







const ALL = '*';
const LINE_FORM = 'TYPE ID: ACTION[, ACTION...], as in builder *: ensure, access';
const JSON_FORM = '{"resource_type": "builder", "resource_id": "*", "actions": ["ensure"]}';
/**
 * Reads lines (`builder *: ensure, access`), or JSON objects as `nsc token create --grant` takes them: one after the other,
 * or in a list. Grants on the same resource are merged. Types and actions that Namespace does not document are warned
 * about, never refused.
 */
function readPermissions(grants) {
    if (grants.form === 'unrestricted') {
        return (0,request_problem/* invalid */.Gq)({
            input: 'grants',
            at: grants.at,
            message: `Namespace knows no unrestricted token; list what the token may do: ${LINE_FORM}`,
        });
    }
    const problems = [];
    const placed = grants.form === 'lines' ? readLines(grants.lines, problems) : readJson(grants.values, problems);
    if (problems.length > 0)
        return (0,request_problem/* invalid */.Gq)(...problems);
    const permissions = mergePermissions(placed.map(withoutPlaces));
    return (0,request_problem/* valid */.rZ)({ permissions, notices: [...placed.flatMap(noticesOf), ...noticesOfAll(permissions)] });
}
function noticesOfAll(permissions) {
    const types = permissions.filter(({ resourceId }) => resourceId === ALL).map(({ resourceType }) => resourceType);
    if (types.length === 0)
        return [];
    return [
        (0,notice/* notice */.l)(`${types.map((type) => `${type} *`).join(', ')}: all of the workspace, with what is made there later.`),
    ];
}
/** One entry for each resource, in the order in which the resources are first named, no action twice. */
function mergePermissions(permissions) {
    const merged = new Map();
    for (const { resourceType, resourceId, actions } of permissions) {
        const key = JSON.stringify([resourceType, resourceId]);
        const entry = merged.get(key) ?? { resourceType, resourceId, actions: new Set() };
        for (const action of actions)
            entry.actions.add(action);
        merged.set(key, entry);
    }
    return [...merged.values()].map((entry) => ({ ...entry, actions: [...entry.actions] }));
}
/** As Namespace's own command line takes it, in a list; `grants` accepts it again. */
function permissionsJson(permissions) {
    return JSON.stringify(permissions.map(({ resourceType, resourceId, actions }) => ({
        resource_type: resourceType,
        resource_id: resourceId,
        actions,
    })));
}
/** One line for each resource, which `grants` reads as the same again. */
function printPermissions(permissions) {
    const word = (text) => ({ text, quoted: text !== ALL });
    return permissions.map(({ resourceType, resourceId, actions }) => (0,grants/* printGrantLine */.AZ)({ resource: [word(resourceType), word(resourceId)], actions: actions.map(word) }));
}
function readLines(lines, problems) {
    const problem = (at, message) => problems.push({ input: 'grants', at, message });
    return lines.flatMap((line) => {
        const [resourceType, resourceId, extra] = line.resource;
        if (resourceType === undefined)
            return [];
        if (resourceId === undefined && (0,grants/* isAll */.kd)(resourceType)) {
            checkType(resourceType, problem);
            return [];
        }
        if (resourceId === undefined) {
            problem(resourceType.at, `${(0,shown_text/* quote */.hD)(resourceType.text)} stands without the id of a resource; write ${(0,shown_text/* quote */.hD)(`${resourceType.text} *: …`)} for all of the type. Expected ${LINE_FORM}`);
            return [];
        }
        if (extra !== undefined) {
            problem(extra.at, `found a third word, ${(0,shown_text/* quote */.hD)(extra.text)}, before the colon; expected ${LINE_FORM}`);
            return [];
        }
        const before = problems.length;
        checkType(resourceType, problem);
        for (const word of [resourceId, ...line.actions])
            checkWord(word, problem);
        return problems.length > before ? [] : [{ resourceType, resourceId, actions: line.actions }];
    });
}
function checkType(type, problem) {
    if (type.text === ALL) {
        problem(type.at, `Namespace has no grant on every type of resource; list the types, one a line: ${LINE_FORM}`);
    }
    checkText(type, problem);
}
function checkWord(word, problem) {
    if (word.quoted && word.text === ALL) {
        problem(word.at, 'a * in quotes would be a name, and Namespace would read it as all; write it without the quotes');
    }
    checkText(word, problem);
}
function checkText({ text, at }, problem) {
    if (/\p{Cc}/u.test(text))
        problem(at, `${(0,shown_text/* quote */.hD)(text)} holds a control character, which no name of Namespace has`);
}
const KEYS = {
    resource_type: 'resourceType',
    resource_id: 'resourceId',
    actions: 'actions',
};
function readJson(values, problems) {
    const flat = values.flatMap((value) => (value.kind === 'array' ? value.items : [value]));
    if (flat.length === 0) {
        problems.push({
            input: 'grants',
            message: `the list is empty, and a token is never minted without saying what it may do; expected objects such as ${JSON_FORM}`,
        });
    }
    return flat.flatMap((node, index) => {
        const permission = readObject(node, (at, message) => problems.push({ input: 'grants', at, message: flat.length > 1 ? `grant ${index + 1}: ${message}` : message }));
        return permission === undefined ? [] : [permission];
    });
}
function readObject(node, report) {
    if (node.kind !== 'object') {
        report(node.at, `found ${(0,json_text/* describeNode */.WQ)(node)}, expected an object such as ${JSON_FORM}`);
        return undefined;
    }
    const places = [];
    const problem = (at, message) => {
        places.push(at);
        report(at, message);
    };
    const fields = new Map();
    for (const entry of node.entries) {
        const key = nameOf(entry.key);
        if (key === undefined) {
            problem(entry.at, `the key ${(0,shown_text/* quote */.hD)(entry.key)} is unknown; expected resource_type, resource_id and actions.${(0,suggestion/* didYouMean */.a)(entry.key, Object.keys(KEYS))}`);
        }
        else if (fields.has(key)) {
            problem(entry.at, `${key} is given twice, as ${key} and as ${KEYS[key]}; give it once`);
        }
        else {
            fields.set(key, entry);
        }
    }
    // What seems to be missing may stand under the wrong key.
    if (places.length > 0)
        return undefined;
    const resourceType = readText(node, fields, 'resource_type', 'builder', problem);
    const resourceId = readText(node, fields, 'resource_id', ALL, problem);
    const actions = readActions(node, fields, problem);
    if (resourceType !== undefined)
        checkType(resourceType, problem);
    if (resourceId !== undefined)
        checkText(resourceId, problem);
    if (places.length > 0 || resourceType === undefined || resourceId === undefined)
        return undefined;
    return { resourceType, resourceId, actions };
}
/** Protobuf's JSON knows two spellings of a name, and `nsc` takes both. */
function nameOf(key) {
    switch (key) {
        case 'resource_type':
        case 'resourceType':
            return 'resource_type';
        case 'resource_id':
        case 'resourceId':
            return 'resource_id';
        case 'actions':
            return 'actions';
        default:
            return undefined;
    }
}
function readText(node, fields, key, example, problem) {
    const entry = fields.get(key);
    const hint = key === 'resource_id' ? '; all resources of the type are "*"' : '';
    if (entry === undefined) {
        problem(node.at, `the key ${key} is missing, as in "${key}": "${example}"${hint}`);
        return undefined;
    }
    const { value } = entry;
    if (value.kind !== 'string' || value.text.trim() === '') {
        const found = value.kind === 'string' ? 'an empty text: an expression was probably empty' : (0,json_text/* describeNode */.WQ)(value);
        problem(value.at, `${key} is ${found}; expected a text such as "${example}"${hint}`);
        return undefined;
    }
    return { text: value.text, at: value.at };
}
function readActions(node, fields, problem) {
    const entry = fields.get('actions');
    if (entry === undefined) {
        problem(node.at, 'the key actions is missing, as in "actions": ["ensure", "access"]');
        return [];
    }
    const { value } = entry;
    if (value.kind !== 'array' || value.items.length === 0) {
        problem(value.at, `actions is ${(0,json_text/* describeNode */.WQ)(value)}; expected a list such as ["ensure", "access"]`);
        return [];
    }
    return value.items.flatMap((item) => {
        if (item.kind !== 'string' || item.text.trim() === '') {
            problem(item.at, `found ${(0,json_text/* describeNode */.WQ)(item)} among the actions; expected a text such as "ensure"`);
            return [];
        }
        checkText(item, problem);
        return [item];
    });
}
function withoutPlaces({ resourceType, resourceId, actions }) {
    return {
        resourceType: resourceType.text,
        resourceId: resourceId.text,
        actions: actions.map(({ text }) => text),
    };
}
/** Rights whose effect outlives the token, and what to call it. */
const OUTLIVING = [
    { type: 'token/revokable', action: 'create', effect: 'create tokens, which stay when this one is revoked' },
    {
        type: 'token/revokable',
        action: 'refresh',
        effect: 'put off the end of tokens, this one included, beyond what is asked for here',
    },
    {
        type: 'federation',
        action: 'issue_federation',
        effect: 'issue identity tokens, which stay valid when this one is revoked',
    },
];
function noticesOf({ resourceType: { text: type, at }, actions }) {
    const documented = DOCUMENTED_PERMISSIONS.get(type);
    const warn = (place, message) => (0,notice/* warning */.$)((0,request_problem/* formatProblem */.Vw)({ input: 'grants', at: place, message: `${message}.` }));
    const source = 'Namespace documents (namespace.so/docs/security/permissions)';
    const notices = [];
    if (documented === undefined) {
        const hint = (0,suggestion/* didYouMean */.a)(type, DOCUMENTED_PERMISSIONS.keys());
        notices.push(warn(at, `${(0,shown_text/* quote */.hD)(type)} is not among the resource types that ${source}.${hint} It is asked for as written`));
    }
    for (const { text: action, at: place } of actions) {
        if (action === ALL) {
            const list = documented === undefined ? '' : `: ${documented.join(', ')}`;
            notices.push(warn(place, `* asks for every action on ${type}, those of the future too, and Namespace may refuse it for a revokable token; better list the actions${list}`));
        }
        else if (documented !== undefined && !documented.includes(action)) {
            const hint = (0,suggestion/* didYouMean */.a)(action, documented);
            notices.push(warn(place, `${(0,shown_text/* quote */.hD)(action)} is not among the actions on ${type} that ${source}: ${documented.join(', ')}.${hint} It is asked for as written`));
        }
        for (const right of OUTLIVING) {
            if (right.type === type && (right.action === action || action === ALL)) {
                notices.push(warn(place, `a token with ${type}: ${right.action} can ${right.effect}`));
            }
        }
    }
    return notices;
}

;// CONCATENATED MODULE: ./src/issuers/namespace/comparison.ts

/** All that the service says it granted and that is not what was asked for, the end excepted. What it leaves out is no difference. */
function differencesOf(asked, token) {
    const differences = [];
    const { permissions, scope, workspace, state } = token;
    if (permissions !== undefined && !samePermissions(asked.permissions, permissions)) {
        differences.push({ what: 'grants', asked: print(asked.permissions), granted: print(permissions) });
    }
    if (scope !== undefined && scope !== asked.scope) {
        differences.push({ what: 'scope', asked: asked.scope, granted: scope });
    }
    if (workspace !== undefined && asked.workspace !== undefined && workspace !== asked.workspace) {
        differences.push({ what: 'workspace', asked: asked.workspace, granted: workspace });
    }
    if (state === 'revoked' || state === 'expired') {
        differences.push({ what: 'state', asked: 'active', granted: state });
    }
    return differences;
}
/**
 * Whether both allow the same. A right that another one includes adds nothing: `builder b1: ensure` beside `builder *: ensure`.
 * Where every action was asked for, a server may list them one by one.
 */
function samePermissions(asked, granted) {
    return (rightsOf(granted).every((right) => includes(asked, right)) &&
        rightsOf(asked).every((right) => right.action === ALL
            ? granted.some((permission) => isOn(permission, right) && permission.actions.length > 0)
            : includes(granted, right)));
}
function rightsOf(permissions) {
    return permissions.flatMap(({ resourceType, resourceId, actions }) => actions.map((action) => ({ resourceType, resourceId, action })));
}
function includes(permissions, right) {
    return permissions.some((permission) => isOn(permission, right) && (permission.actions.includes(ALL) || permission.actions.includes(right.action)));
}
/** Whether a permission is on the resource of a right, among others perhaps. */
function isOn(permission, right) {
    return (permission.resourceType === right.resourceType &&
        (permission.resourceId === ALL || permission.resourceId === right.resourceId));
}
function print(permissions) {
    return printPermissions(permissions).join('; ');
}

;// CONCATENATED MODULE: ./src/issuers/namespace/protobuf-json.ts


/** @throws Error when the value is no object; `what` names it */
function objectOf(value, what) {
    const fields = (0,json_fields/* fieldsOf */.P)(value);
    if (fields === undefined)
        throw new Error(`${what} is not an object`);
    return fields;
}
/**
 * A member by its JSON name or its name in the schema: whoever reads protobuf's JSON must take both.
 *
 * @throws Error when it stands there by both: which of them counts is not known
 */
function memberOf(fields, name) {
    const other = nameInSchema(name);
    if (other !== name && name in fields && other in fields)
        throw new Error(`${name} stands there twice, also as ${other}`);
    return fields[name] ?? fields[other];
}
/** As the schema spells the name of a member: `tokenId` is `token_id` there. */
function nameInSchema(name) {
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
/** Empty when it is left out, as protobuf's JSON does with an empty text. */
function textOf(fields, name) {
    const value = memberOf(fields, name) ?? '';
    if (typeof value !== 'string')
        throw new Error(`${name} is not a text`);
    return value;
}
/** Empty when it is left out. */
function listOf(fields, name) {
    const value = memberOf(fields, name) ?? [];
    if (!Array.isArray(value))
        throw new Error(`${name} is not a list`);
    return value;
}
/** RFC 3339 with up to nine digits of a second, rounded up to milliseconds: an end is never read as earlier than it is. */
function instantOf(fields, name) {
    const text = textOf(fields, name);
    if (text === '')
        return undefined;
    const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i.exec(text);
    const seconds = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}${match[3] ?? ''}`.toUpperCase());
    if (Number.isNaN(seconds))
        throw new Error(`${name} is ${(0,shown_text/* quote */.hD)(text)}, which is not a time`);
    return seconds + Math.ceil(Number((match?.[2] ?? '').padEnd(9, '0')) / 1_000_000);
}
/**
 * The value of an enumeration, which stands there by its name or its number; `values` in the order of the schema.
 *
 * @throws Error when the schema does not know it
 */
function enumOf(fields, name, names, values) {
    const value = memberOf(fields, name);
    if (value === undefined || value === null)
        return undefined;
    const index = typeof value === 'number' ? value : names.findIndex((candidate) => candidate === value);
    if (!(index in names))
        throw new Error(`${name} is ${JSON.stringify(value)}, which the schema does not know`);
    return values[index];
}

// EXTERNAL MODULE: ./src/issuers/shell-word.ts
var shell_word = __webpack_require__(51);
;// CONCATENATED MODULE: ./src/issuers/namespace/revokable-token.ts




const SCOPES = [undefined, 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'];
const STATES = [undefined, 'active', 'revoked', 'expired'];
/**
 * Reads `RevokableToken` of namespace/cloud/iam/v1beta/tokens.proto in protobuf's JSON form, in which names may be spelled
 * in two ways and enumerations may be numbers.
 *
 * @throws Error when a member has another shape than the schema's
 */
function readRevokableToken(json) {
    const token = objectOf(json, 'the token');
    const id = idOf(token);
    const permissions = listOf(token, 'permissions').map(readPermission);
    return {
        id,
        workspace: textOf(token, 'tenantId') || undefined,
        expiresAt: instantOf(token, 'expiresAt'),
        scope: enumOf(token, 'scope', ['SCOPE_UNKNOWN', 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'], SCOPES),
        permissions: permissions.length === 0 ? undefined : mergePermissions(permissions),
        state: instantOf(token, 'revokedAt') !== undefined
            ? 'revoked'
            : enumOf(token, 'state', ['STATE_UNKNOWN', 'ACTIVE', 'REVOKED', 'EXPIRED'], STATES),
    };
}
/** @throws Error when it has none that can be used */
function idOf(token) {
    const id = textOf(token, 'tokenId');
    if (!isTokenId(id))
        throw new Error(`the token has ${(0,shown_text/* quote */.hD)(id)} as its id, which is none`);
    return id;
}
/** Ids go into messages and commands; Namespace's own begin with `tok_`. */
function isTokenId(id) {
    return /^[^\s/\p{C}\p{Z}]{1,200}$/u.test(id);
}
const PERMISSION_MEMBERS = ['resourceType', 'resourceId', 'actions'].flatMap((name) => [name, nameInSchema(name)]);
function readPermission(json) {
    const permission = objectOf(json, 'a permission');
    // What bears on rights and is not understood could widen them.
    if (!(0,json_fields/* hasOnly */.j)(permission, PERMISSION_MEMBERS))
        throw new Error('a permission has members that the schema does not know');
    const actions = listOf(permission, 'actions').map((action) => {
        if (typeof action !== 'string')
            throw new Error('an action of a permission is not a text');
        return action;
    });
    return {
        resourceType: textOf(permission, 'resourceType'),
        // The schema: "the specific resource ID, or empty for all resources of this type".
        resourceId: textOf(permission, 'resourceId') || ALL,
        actions,
    };
}

// EXTERNAL MODULE: ./src/http/server-words.ts
var server_words = __webpack_require__(349);
;// CONCATENATED MODULE: ./src/issuers/namespace/service-error.ts


/** The codes of gRPC by their numbers, in the spelling of the Connect protocol (connectrpc.com/docs/protocol, "Error codes"). */
const CODES = [
    'ok',
    'canceled',
    'unknown',
    'invalid_argument',
    'deadline_exceeded',
    'not_found',
    'already_exists',
    'permission_denied',
    'resource_exhausted',
    'failed_precondition',
    'aborted',
    'out_of_range',
    'unimplemented',
    'internal',
    'unavailable',
    'data_loss',
    'unauthenticated',
];
/**
 * Reads the body of an error: `{"code": "permission_denied", "message": "...", "details": [...]}` of the Connect protocol,
 * or a google.rpc.Status with the code as a number, as the older services below `nsl.` send it. Undefined for anything else.
 */
function readServiceError(answer) {
    const { json } = answer;
    if (answer.status < 400 || typeof json !== 'object' || json === null || !('code' in json))
        return undefined;
    const code = typeof json.code === 'number' ? CODES[json.code] : CODES.find((name) => name === json.code);
    if (code === undefined || code === 'ok')
        return undefined;
    const message = (0,server_words/* serverWords */.l)(answer, messageOf);
    const { missing, requestId } = readDetails('details' in json ? json.details : undefined);
    const words = [
        message === undefined ? code : `${code}: ${message}`,
        ...(missing.length === 0 ? [] : [`missing permission ${missing.join(', ')}`]),
        ...(requestId === undefined ? [] : [`request id ${requestId}`]),
    ];
    return { code, words: words.join('; '), missing };
}
/** What the server said about an answer that is no answer of the service, behind a colon; empty when it said nothing. */
function unknownWords(answer) {
    const words = readServiceError(answer)?.words ?? messageOfHeader(answer) ?? (0,server_words/* serverWords */.l)(answer, messageOf);
    return words === undefined ? '' : `: ${words}`;
}
/** What a service of gRPC says when the error is not in the body (github.com/grpc/grpc, doc/PROTOCOL-HTTP2.md, "Responses"). */
function messageOfHeader({ headers }) {
    const message = headers['grpc-message'];
    if (message === undefined || message.length > 1_000)
        return undefined;
    try {
        return decodeURIComponent(message);
    }
    catch {
        return message;
    }
}
function messageOf(json) {
    return (0,json_fields/* fieldsOf */.P)(json)?.['message'];
}
/**
 * The codes that a server gives before it does anything. The others tell nothing about what was done: `canceled` and
 * `deadline_exceeded` least of all.
 */
const REFUSALS = new Set([
    'invalid_argument',
    'unauthenticated',
    'permission_denied',
    'not_found',
    'already_exists',
    'failed_precondition',
    'unimplemented',
    'out_of_range',
]);
/** Whether the service surely did nothing. */
function isRefusal({ status }, error) {
    return status >= 400 && status < 500 && REFUSALS.has(error.code);
}
/** The details that `nsc` shows (github.com/namespacelabs/foundation, cmd/nsc/main.go); others are passed over. */
function readDetails(details) {
    const missing = [];
    let requestId;
    for (const detail of Array.isArray(details) ? details : []) {
        const { type, value } = (0,json_fields/* fieldsOf */.P)(detail) ?? {};
        if (typeof type !== 'string' || typeof value !== 'string')
            continue;
        const message = Buffer.from(value, 'base64');
        switch (type.slice(type.lastIndexOf('/') + 1)) {
            case 'namespace.cloud.iam.v1beta.PermissionDeniedError':
                for (const access of readField(message, 1)) {
                    const [resourceType, resourceId, action] = [1, 2, 3].map((number) => readField(access, number)[0]?.toString('utf8'));
                    if (!resourceType || !action)
                        continue;
                    const where = !resourceId || resourceId === '*' ? '' : ` on ${resourceId}`;
                    missing.push(`${resourceType}: ${action}${where}`);
                }
                break;
            case 'foundation.std.protocol.RequestID':
                requestId = readField(message, 1)[0]?.toString('utf8');
                break;
        }
    }
    return { missing, requestId };
}
/**
 * All values of a field that holds texts or messages, from protobuf's binary form (protobuf.dev/programming-guides/encoding).
 * A detail that cannot be read to its end yields what stood before: it only adds to a message.
 */
function readField(message, wanted) {
    const values = [];
    let index = 0;
    while (index < message.length) {
        const tag = readNumber();
        const wireType = tag & 7;
        if (wireType === 2) {
            const length = readNumber();
            if (index + length > message.length)
                break;
            if (tag >>> 3 === wanted)
                values.push(message.subarray(index, index + length));
            index += length;
        }
        else if (wireType === 0)
            readNumber();
        else if (wireType === 1)
            index += 8;
        else if (wireType === 5)
            index += 4;
        else
            break;
    }
    return values;
    function readNumber() {
        let number = 0;
        for (let shift = 0; index < message.length; shift += 7) {
            const byte = message[index++] ?? 0;
            number += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80)
                break;
        }
        return number;
    }
}

// EXTERNAL MODULE: ./src/http/client.ts + 6 modules
var http_client = __webpack_require__(964);
// EXTERNAL MODULE: ./src/http/failure.ts
var failure = __webpack_require__(398);
// EXTERNAL MODULE: ./src/lease/ports.ts
var lease_ports = __webpack_require__(102);
;// CONCATENATED MODULE: ./src/issuers/namespace/session.ts










/** Where `nsc` and the TypeScript SDK exchange identity tokens (github.com/namespacelabs/foundation, internal/fnapi/fnapi.go). */
const PUBLIC_IDENTITY_ENDPOINT = 'https://private-api.global.namespaceapis.com';
/** `github.com/namespacelabs/foundation`, internal/versions/versions.json: the version of the API that `nsc` speaks. */
const API_VERSION = '162';
/** How long a token that is issued from a session lives, in seconds: the longest that `nsc token` asks for. */
const SESSION_TOKEN_LIFE = 3600;
function openSession(access, context, ports) {
    const { endpoint, authentication } = access;
    if (endpoint === undefined)
        throw new Error('there is no endpoint to open a session at');
    const service = (0,http_client/* createClient */.U)({ endpoint, ports });
    let obtained;
    // What failed is tried again by the next who needs it: a network may have come back by then.
    const obtain = async () => (obtained ??= await obtainBearer(authentication, context, ports));
    return {
        credentialName: `the credential (${context.source})`,
        authenticate: obtain,
        async call(method, message) {
            const { token } = await obtain();
            return service.send({
                method: 'POST',
                path: `/namespace.cloud.iam.v1beta.TokenService/${method}`,
                headers: () => ({
                    authorization: `Bearer ${token}`,
                    'content-type': 'application/json',
                    'connect-protocol-version': '1',
                }),
                body: JSON.stringify(message),
                repeat: method === 'CreateRevokableToken' ? 'mints' : 'safe',
            });
        },
    };
}
async function obtainBearer(authentication, context, ports) {
    switch (authentication.kind) {
        case 'none':
            throw new Error('Namespace needs a credential, and none was kept');
        case 'secret':
            return {
                token: context.credential === 'session'
                    ? await issueFromSession(authentication.secret, context, ports)
                    : authentication.secret,
                workspace: undefined,
            };
        case 'identity-token':
            return exchangeIdentity(authentication, context, ports);
    }
}
/** POST /nsl.tenants.TenantsService/..., as `nsc auth exchange-github-token` and `exchange-oidc-token` send it. */
async function exchangeIdentity({ audience, workspace }, context, ports) {
    let identityToken;
    try {
        identityToken = await ports.identityToken(audience, ports);
    }
    catch (error) {
        if (error instanceof lease_ports/* Stopped */.C9)
            throw error;
        throw new issuer/* Refused */.L(`no identity token for audience ${(0,shown_text/* quote */.hD)(audience)}: ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
    }
    const [method, body, advice] = workspace === undefined
        ? [
            'ExchangeGithubToken',
            { github_token: identityToken },
            "Namespace's GitHub App must be installed for the organisation that owns this repository; for any other trust relationship set the input workspace",
        ]
        : [
            'ExchangeOIDCToken',
            { tenant_id: workspace, oidc_token: identityToken },
            `the workspace ${(0,shown_text/* quote */.hD)(workspace)} needs a trust relationship for this repository: nsc auth trust-relationships add --issuer https://token.actions.githubusercontent.com --subject-match 'repo:OWNER/REPOSITORY:*' --audience ${audience}`,
        ];
    const { token, tenantId } = await exchange(`/nsl.tenants.TenantsService/${method}`, body, {}, context, ports, advice);
    if (workspace !== undefined && tenantId !== '' && tenantId !== workspace) {
        throw new issuer/* Refused */.L(`the identity token was exchanged for the workspace ${(0,shown_text/* quote */.hD)(tenantId)} instead of ${(0,shown_text/* quote */.hD)(workspace)}; nothing is minted there`);
    }
    return { token, workspace: tenantId === '' ? workspace : tenantId };
}
/** POST /nsl.signin.SigninService/IssueTenantTokenFromSession, as `nsc` sends it. */
async function issueFromSession(session, context, ports) {
    const { token } = await exchange('/nsl.signin.SigninService/IssueTenantTokenFromSession', { token_duration_secs: SESSION_TOKEN_LIFE }, { authorization: `Bearer ${session}` }, context, ports, 'log in again with nsc login, or let the job authenticate with an identity token (permissions: { id-token: write })');
    return token;
}
/**
 * Sends an exchange and masks its result at once.
 *
 * @returns `tenantId`: the workspace that the token is of, empty when the service does not tell
 * @throws Refused: before an exchange has worked, nothing is minted
 */
async function exchange(path, body, headers, { identityEndpoint, source }, ports, advice) {
    const client = (0,http_client/* createClient */.U)({ endpoint: identityEndpoint, ports });
    let answer;
    try {
        answer = await client.send({
            method: 'POST',
            path,
            headers: () => ({
                ...headers,
                'content-type': 'application/json',
                'ns-internal-version': API_VERSION,
            }),
            body: JSON.stringify(body),
            repeat: 'safe',
        });
    }
    catch (error) {
        if (!(error instanceof failure/* HttpFailure */.HR))
            throw error;
        throw new issuer/* Refused */.L(`the credential (${source}) could not be exchanged: ${error.message}`, { cause: error });
    }
    for (const secret of (0,answered_secrets/* answeredSecrets */.T)(answer, 'tenant_token'))
        ports.mask(secret);
    const { tenant_token: token, tenant } = (0,json_fields/* fieldsOf */.P)(answer.json) ?? {};
    if (answer.status !== 200 || !(0,usable_secret/* isUsableSecret */.r)(token)) {
        const found = answer.status === 200 ? ', without a usable token in the answer' : unknownWords(answer);
        const next = answer.status >= 400 && answer.status < 500 ? `. To be done: ${advice}` : '';
        throw new issuer/* Refused */.L(`the credential (${source}) could not be exchanged: ${answer.what}${found}${next}`);
    }
    try {
        return { token, tenantId: textOf(objectOf(tenant ?? {}, 'tenant'), 'tenant_id') };
    }
    catch (error) {
        throw new issuer/* Refused */.L(`the credential (${source}) could not be exchanged: ${answer.what}, but ${(0,shown_text/* messageOf */.bD)(error)}`, {
            cause: error,
        });
    }
}
/**
 * The error to throw for an answer that is not what the method answers: Refused where the service surely did nothing.
 *
 * @param right the action on token/revokable that the method needs
 * @param advice what else to do
 */
function errorOf(answer, right, session, advice = '') {
    const error = readServiceError(answer);
    if (error === undefined)
        return new Error(`${answer.what}, which is no answer of Namespace${unknownWords(answer)}`);
    const sentences = [`${answer.what}: ${error.words}`, adviceFor(error, right, session), advice];
    const text = sentences.filter((sentence) => sentence !== '').join('. ');
    return isRefusal(answer, error) ? new issuer/* Refused */.L(text) : new Error(text);
}
/** What to do about a refusal that any method may give. Empty when the server's words say it all. */
function adviceFor({ code, missing }, right, session) {
    switch (code) {
        case 'unauthenticated':
            return `Namespace does not accept ${session.credentialName}: it may have expired or been revoked`;
        case 'permission_denied':
            return missing.length > 0
                ? `Give ${session.credentialName} what it misses`
                : `Probably ${session.credentialName} lacks the permission token/revokable: ${right}`;
        case 'unimplemented':
            return 'Check the endpoint: it does not know revokable tokens';
        default:
            return '';
    }
}

;// CONCATENATED MODULE: ./src/issuers/namespace/token-list.ts





/** Enough for any workspace, and an end for a server that always says there is more. */
const MOST_PAGES = 1_000;
/**
 * All tokens that the service lists, page by page, the revoked ones left out; each as the JSON object that came. Whoever reads
 * to the end has seen them all.
 *
 * @throws Error when a page cannot be had, or the pages do not end
 */
async function* listTokens(session) {
    const seen = new Set();
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await session.call('ListRevokableTokens', cursor === '' ? {} : { paginationCursor: cursor });
        const fields = (0,json_fields/* fieldsOf */.P)(answer.json);
        if (answer.status !== 200 || fields === undefined)
            throw errorOf(answer, 'list', session);
        const { what } = answer;
        // One by one: what stands behind an entry that cannot be read does not hide those before it.
        for (const token of read(what, () => listOf(fields, 'tokens')))
            yield read(what, () => objectOf(token, 'a listed token'));
        cursor = read(what, () => textOf(fields, 'paginationCursor'));
        if (cursor === '')
            return;
        if (seen.has(cursor))
            throw new Error(`${answer.what}, with the cursor of a page that was read before: the list has no end`);
        seen.add(cursor);
    }
    throw new Error(`the list of tokens has more than ${MOST_PAGES} pages`);
}
function read(what, part) {
    try {
        return part();
    }
    catch (error) {
        throw new Error(`${what}, but ${(0,shown_text/* messageOf */.bD)(error)}`, { cause: error });
    }
}
/**
 * Asks for one entry, to learn whether the credential is accepted and may list tokens. Undefined when it may; else what was
 * said, with a code if it was said by the service.
 */
async function tryToList(session) {
    const answer = await session.call('ListRevokableTokens', { maxEntries: 1 });
    if (answer.status === 200 && (0,json_fields/* fieldsOf */.P)(answer.json) !== undefined)
        return undefined;
    return { code: readServiceError(answer)?.code, error: errorOf(answer, 'list', session) };
}

;// CONCATENATED MODULE: ./src/issuers/namespace/revocation.ts









/** Ends tokens with a session of its own. `endpoint` is shown in commands when it is not Namespace's usual one. */
function revocationOf(session, endpoint) {
    return {
        find: (attempt) => findTokens(session, attempt),
        revoke: (id) => revokeToken(session, id),
        byHand: (token) => commandFor(token, endpoint),
    };
}
/**
 * The tokens whose description ends with the marker of an attempt. Nobody else can have made one of these, so what was found
 * before a page failed is told too.
 */
async function findTokens(session, attempt) {
    const ids = [];
    try {
        for await (const token of listTokens(session)) {
            if ((0,lease_attempt/* isDescribedBy */.jN)(textOf(token, 'description'), attempt) && !isRevoked(token))
                ids.push(idOf(token));
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
    const state = memberOf(token, 'state');
    return state === 'REVOKED' || state === 2 || textOf(token, 'revokedAt') !== '';
}
/** The schema: NotFound is "token_id not found or already revoked". Of a proxy's 404 that cannot be said. */
async function revokeToken(session, id) {
    if (!isTokenId(id))
        throw new Error(`${(0,shown_text/* quote */.hD)(id)} is no id of a token`);
    const answer = await session.call('RevokeRevokableToken', { tokenId: id });
    const { status, json } = answer;
    if (status === 200 && (0,json_fields/* fieldsOf */.P)(json) !== undefined)
        return 'revoked';
    if (status === 404 && readServiceError(answer)?.code === 'not_found')
        return 'already-gone';
    throw errorOf(answer, 'revoke', session);
}
function commandFor(token, endpoint) {
    const nsc = endpoint === undefined ? 'nsc' : `NSC_IAM_ENDPOINT=${(0,shell_word/* shellWord */.r)(endpoint)} nsc`;
    if ('id' in token)
        return `${nsc} token revoke --token_id ${(0,shell_word/* shellWord */.r)(token.id)}`;
    const { name } = token.attempt;
    return `${nsc} token list -o json, then ${nsc} token revoke --token_id with the token_id of ${JSON.stringify(name)} (nsc shows the first page of the list only; Namespace's dashboard shows all)`;
}

;// CONCATENATED MODULE: ./src/issuers/namespace/namespace.ts



















/** The public service for tokens, by its own schema (namespace/cloud/iam/v1beta/tokens.proto). */
const PUBLIC_TOKEN_ENDPOINT = 'https://iam.namespaceapis.com';
/** Revokable tokens of a workspace: what `nsc token create` makes. */
const namespaceToken = issuerOf('TENANT_SCOPE');
/** Revokable tokens that are bound to a user's membership of the workspace: what `nsc token create --user` makes. */
const namespaceUserToken = issuerOf('TENANT_MEMBERSHIP_SCOPE');
function issuerOf(scope) {
    return {
        title: 'Namespace',
        grantExample: 'builder *: ensure, access',
        inputs: ['url', 'credential', 'workspace', 'audience'],
        expiry: { kind: 'second', longest: lifetime/* YEAR */.UX },
        tokenFileFormat: 'json',
        exportsTokenFile: true,
        prepare: (request, surroundings) => prepare(scope, request, surroundings),
        exportedVariables({ tokenFile }) {
            if (tokenFile === undefined)
                throw new Error('NSC_TOKEN_FILE names a token file, and none was made');
            return { NSC_TOKEN_FILE: tokenFile };
        },
        // As `nsc token create --token_file` writes it, without a newline at the end.
        tokenFileJson: ({ secret }) => JSON.stringify({ bearer_token: secret }, undefined, 2),
        revocation(access, context, ports) {
            const { endpoint } = access;
            return revocationOf(openSession(access, readContext(context), ports), endpoint === PUBLIC_TOKEN_ENDPOINT ? undefined : endpoint);
        },
    };
}
function prepare(scope, request, surroundings) {
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    const read = take(readPermissions(request.grants));
    const place = take(findEndpoint(request, surroundings));
    const found = take(findAuthentication(request, surroundings));
    if (read === undefined || place === undefined || found === undefined)
        return (0,request_problem/* invalid */.Gq)(...problems);
    const access = { endpoint: place.endpoint, authentication: found.authentication };
    const context = {
        identityEndpoint: place.identityEndpoint,
        credential: found.credential,
        source: found.source,
    };
    return (0,request_problem/* valid */.rZ)({
        access,
        sources: [`credential: ${found.source}`, place.source],
        notices: [...read.notices, ...found.notices, ...noticesOfEnd(found, (0,lifetime/* endOf */.pJ)(request.lifetime, request.now))],
        plan: (ports) => plan({ scope, permissions: read.permissions, access, context }, ports),
    });
}
/** An endpoint that is given serves everything, so that nothing goes to a public host. The variables are those of `nsc`. */
function findEndpoint({ given }, surroundings) {
    const candidates = [
        { input: 'url', text: given('url'), origin: 'from the input' },
        ...['NSC_IAM_ENDPOINT', 'NSC_GLOBAL_ENDPOINT'].map((name) => ({
            input: name,
            text: withScheme(surroundings.variable(name)),
            origin: `from the environment variable ${name}`,
        })),
    ];
    for (const { input, text, origin } of candidates) {
        if (text === undefined)
            continue;
        const endpoint = (0,issuers_endpoint/* parseEndpoint */.B)(input, text);
        if (!endpoint.ok)
            return endpoint;
        const { value } = endpoint;
        return (0,request_problem/* valid */.rZ)({ endpoint: value, identityEndpoint: value, source: `url: ${value}, ${origin}` });
    }
    return (0,request_problem/* valid */.rZ)({
        endpoint: PUBLIC_TOKEN_ENDPOINT,
        identityEndpoint: PUBLIC_IDENTITY_ENDPOINT,
        source: `url: ${PUBLIC_TOKEN_ENDPOINT}, Namespace's own`,
    });
}
/** `nsc` takes a host alone and speaks TLS to it (github.com/namespacelabs/integrations, nsc/grpcapi/grpcapi.go). */
function withScheme(endpoint) {
    return endpoint === undefined || endpoint.includes('://') ? endpoint : `https://${endpoint}`;
}
async function plan(wish, ports) {
    const session = openSession(wish.access, wish.context, ports);
    await session.authenticate();
    return {
        grants: permissionsJson(wish.permissions),
        shownGrants: printPermissions(wish.permissions),
        leftOpen: [],
        notices: await noticesOfRights(session),
        context: wish.context,
        mint: (attempt, born) => mint(wish, session, attempt, born, ports),
    };
}
/**
 * Tries the credential before anything is minted. Who may not list tokens finds none again whose answer was lost, and as a
 * rule may not revoke one either. A credential that is not accepted, or an endpoint that is not that of Namespace's tokens,
 * ends it here.
 */
async function noticesOfRights(session) {
    const refusal = await tryToList(session);
    if (refusal === undefined)
        return [];
    const { code, error } = refusal;
    if (code === undefined || code === 'unauthenticated' || code === 'unimplemented')
        throw error;
    const consequence = code === 'permission_denied'
        ? 'Without the permission token/revokable: list, a token whose answer is lost is not found again; without token/revokable: revoke, a token lives until it expires. Use a credential that has both, or a short expires_in and revoke: false'
        : 'As long as that lasts, a token whose answer is lost is not found again';
    return [
        (0,notice/* warning */.$)(`It is doubtful whether this lease can be ended: ${session.credentialName} could not list tokens. ${error.message}. ${consequence}.`),
    ];
}
/** CreateRevokableToken of namespace/cloud/iam/v1beta/tokens.proto. Without a scope the server takes that of the workspace. */
async function mint({ scope, permissions }, session, attempt, born, ports) {
    const message = {
        name: attempt.name,
        description: (0,lease_attempt/* describe */.q0)(attempt),
        expiresAt: (0,lifetime/* formatInstant */.r4)(attempt.expiresAt),
        access: { grants: permissions },
        ...(scope === 'TENANT_SCOPE' ? {} : { scope }),
    };
    const answer = await (0,unsent_mint/* refuseUnsent */.o)(session.call('CreateRevokableToken', message));
    const created = readCreated(answer, { scope, permissions, name: attempt.name }, session, ports);
    born({ id: created.id, secret: created.bearer });
    const { workspace } = await session.authenticate();
    const { token, notices } = await readBack(readRevokableToken(created.token), workspace, session);
    const granted = token.permissions ?? permissions;
    return {
        expiresAt: token.expiresAt,
        grants: permissionsJson(granted),
        differences: differencesOf({ scope, permissions, workspace }, token),
        confirmed: token.permissions !== undefined && token.scope !== undefined,
        notices: [...notices, ...noticesOfWildcards(permissions, granted)],
    };
}
/** A service may list the actions of a wildcard, and then it is what it lists that the token may do. */
function noticesOfWildcards(asked, granted) {
    const hasWildcard = (permissions) => permissions.some(({ actions }) => actions.includes(ALL));
    if (!hasWildcard(asked) || hasWildcard(granted))
        return [];
    return [(0,notice/* notice */.l)(`Namespace lists the actions that * stands for: ${printPermissions(granted).join('; ')}.`)];
}
/**
 * @throws Refused when the service says that it did nothing
 * @throws Error for every other answer without a usable token: one may have been made
 */
function readCreated(answer, asked, session, ports) {
    // Whatever is wrong with the rest of the answer, a token in it is a secret.
    for (const secret of ['bearerToken', 'bearer_token'].flatMap((key) => (0,answered_secrets/* answeredSecrets */.T)(answer, key)))
        ports.mask(secret);
    if (answer.status !== 200)
        throw errorOfMint(answer, asked, session);
    const { json } = answer;
    const bearer = memberOf((0,json_fields/* fieldsOf */.P)(json) ?? {}, 'bearerToken');
    if (!(0,usable_secret/* isUsableSecret */.r)(bearer)) {
        throw new Error(`${answer.what}, without a usable token${unknownWords(answer)}`);
    }
    try {
        const token = memberOf(objectOf(json, 'the answer'), 'token');
        return { id: idOf(objectOf(token, 'the token')), bearer, token };
    }
    catch (error) {
        throw new Error(`${answer.what}, without the id of the token`, { cause: error });
    }
}
function errorOfMint(answer, asked, session) {
    // Too many requests are refused before anything is done, whoever on the way says so.
    if (answer.status === 429) {
        return new issuer/* Refused */.L(`${answer.what}${unknownWords(answer)}. Try again later, or mint less often`);
    }
    const error = readServiceError(answer);
    return errorOf(answer, 'create', session, error === undefined ? '' : adviceOnMint(error, asked));
}
function adviceOnMint({ code, missing }, { scope, permissions, name }) {
    switch (code) {
        case 'already_exists':
            return `Names are unique in a workspace, and ${JSON.stringify(name)} is taken. Remove the input name, so that each attempt gets a name of its own, or put the run and its attempt into it: name: deploy-\${{ github.run_id }}-\${{ github.run_attempt }}`;
        case 'permission_denied':
            return scope === 'TENANT_SCOPE' && missing.every((permission) => permission.startsWith('token/revokable'))
                ? 'Only administrators of a workspace mint tokens for all of it; type: namespace/user mints one that is bound to the membership of the user behind the credential'
                : '';
        case 'invalid_argument':
            return permissions.some(({ actions }) => actions.includes(ALL))
                ? 'Namespace may refuse * as an action in a revokable token: list the actions instead'
                : '';
        default:
            return '';
    }
}
/** Reads back from the list what the answer left out. What the list does not tell either stays unknown. */
async function readBack(token, workspace, session) {
    const told = [token.expiresAt, token.scope, token.permissions].every((member) => member !== undefined);
    if (told && (workspace === undefined || token.workspace !== undefined))
        return { token, notices: [] };
    const listed = await findListed(token.id, session);
    if (listed instanceof Error) {
        return {
            token,
            notices: [(0,notice/* warning */.$)(`The answer leaves out what was granted, and it could not be read back. ${listed.message}.`)],
        };
    }
    return {
        token: {
            ...token,
            workspace: token.workspace ?? listed?.workspace,
            expiresAt: token.expiresAt ?? listed?.expiresAt,
            scope: token.scope ?? listed?.scope,
            permissions: token.permissions ?? listed?.permissions,
            state: token.state ?? listed?.state,
        },
        notices: [],
    };
}
/** Undefined when the list does not have it; the refusal when the credential may not list. */
async function findListed(id, session) {
    try {
        for await (const fields of listTokens(session)) {
            if (memberOf(fields, 'tokenId') === id)
                return readRevokableToken(fields);
        }
        return undefined;
    }
    catch (error) {
        if (error instanceof issuer/* Refused */.L)
            return error;
        throw error;
    }
}
/** @throws Error when the record holds no context of a session with Namespace */
function readContext(context) {
    const { identityEndpoint, credential, source } = context;
    if (identityEndpoint === undefined ||
        source === undefined ||
        (credential !== 'bearer' && credential !== 'session' && credential !== 'identity')) {
        throw new Error('the record of the lease does not say how to authenticate at Namespace');
    }
    return { identityEndpoint, credential, source };
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

"use strict";
exports.id = 939;
exports.ids = [939];
exports.modules = {
...require("./mint.shared.js"),

/***/ 2939:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  namespaceToken: () => (/* binding */ namespaceToken),
  namespaceUserToken: () => (/* binding */ namespaceUserToken)
});

// EXTERNAL MODULE: ./src/lease/attempt.ts + 2 modules
var lease_attempt = __webpack_require__(3371);
// EXTERNAL MODULE: ./src/lease/issuer.ts
var issuer = __webpack_require__(2247);
// EXTERNAL MODULE: ./src/request/lifetime.ts
var lifetime = __webpack_require__(8746);
// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __webpack_require__(7440);
// EXTERNAL MODULE: ./src/request/problem.ts
var request_problem = __webpack_require__(1822);
// EXTERNAL MODULE: ./src/issuers/answered-secrets.ts
var answered_secrets = __webpack_require__(9873);
// EXTERNAL MODULE: ./src/issuers/endpoint.ts
var issuers_endpoint = __webpack_require__(319);
// EXTERNAL MODULE: ./src/issuers/json-fields.ts
var json_fields = __webpack_require__(1560);
// EXTERNAL MODULE: ./src/issuers/unsent-mint.ts
var unsent_mint = __webpack_require__(8144);
// EXTERNAL MODULE: ./src/issuers/usable-secret.ts
var usable_secret = __webpack_require__(3831);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/request/json-text.ts
var json_text = __webpack_require__(8959);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(4278);
// EXTERNAL MODULE: ./src/issuers/credential.ts
var credential = __webpack_require__(6915);
;// CONCATENATED MODULE: ./src/issuers/namespace/authentication.ts







const GITHUB_AUDIENCE = 'nscloud.dev/inline-token';
const FEDERATION_AUDIENCE = 'federation.namespaceapis.com';
const PERMISSIONS = 'add "permissions: { contents: read, id-token: write }" to the job (with a reusable workflow, to the calling job too)';
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
function withUnused(authentication, given) {
    const unused = ['workspace', 'audience']
        .filter((input) => given(input) !== undefined)
        .map((input) => (0,notice/* notice */.l)(`the input ${input} is not used: it is about identity tokens, and ${authentication.source} comes first.`));
    return { ...authentication, notices: [...authentication.notices, ...unused] };
}
function workloadTokenFile(surroundings) {
    const { platform } = surroundings;
    const path = platform === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
    const folder = platform === 'win32'
        ? path.join(surroundings.variable('ProgramData') ?? 'C:\\ProgramData', 'Namespace', 'GuestAgent', 'metadata')
        : '/var/run/nsc';
    return path.join(surroundings.variable('NSC_METADATA_DIR') ?? folder, 'token.json');
}
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
function readName(input, given) {
    const text = given?.trim();
    if (text === undefined || /^[\x21-\x7e]{1,255}$/.test(text))
        return (0,request_problem/* valid */.rZ)(text);
    return (0,request_problem/* invalid */.Gq)({
        input,
        message: `found ${(0,shown_text/* quote */.hD)(text)}; expected one word of at most 255 characters, as in ${input === 'workspace' ? 'workspace: tenant_1a2b3c' : `audience: ${FEDERATION_AUDIENCE}`}`,
    });
}
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

// EXTERNAL MODULE: ./src/issuers/namespace/grants.ts + 1 modules
var grants = __webpack_require__(1620);
;// CONCATENATED MODULE: ./src/issuers/namespace/comparison.ts

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
function samePermissions(asked, granted) {
    return (rightsOf(granted).every((right) => includes(asked, right)) &&
        rightsOf(asked).every((right) => right.action === grants/* ALL */.y2
            ? granted.some((permission) => isOn(permission, right) && permission.actions.length > 0)
            : includes(granted, right)));
}
function rightsOf(permissions) {
    return permissions.flatMap(({ resourceType, resourceId, actions }) => actions.map((action) => ({ resourceType, resourceId, action })));
}
function includes(permissions, right) {
    return permissions.some((permission) => isOn(permission, right) && (permission.actions.includes(grants/* ALL */.y2) || permission.actions.includes(right.action)));
}
function isOn(permission, right) {
    return (permission.resourceType === right.resourceType &&
        (permission.resourceId === grants/* ALL */.y2 || permission.resourceId === right.resourceId));
}
function print(permissions) {
    return (0,grants/* printPermissions */.CG)(permissions).join('; ');
}

// EXTERNAL MODULE: ./src/issuers/namespace/protobuf-json.ts
var protobuf_json = __webpack_require__(2332);
// EXTERNAL MODULE: ./src/issuers/namespace/revokable-token.ts
var revokable_token = __webpack_require__(1371);
// EXTERNAL MODULE: ./src/issuers/namespace/service-error.ts
var service_error = __webpack_require__(6540);
// EXTERNAL MODULE: ./src/issuers/namespace/session.ts
var namespace_session = __webpack_require__(3652);
// EXTERNAL MODULE: ./src/issuers/namespace/token-list.ts
var token_list = __webpack_require__(1878);
;// CONCATENATED MODULE: ./src/issuers/namespace/namespace.ts


















const namespaceToken = issuerOf('TENANT_SCOPE');
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
        tokenFileJson: ({ secret }) => JSON.stringify({ bearer_token: secret }, undefined, 2),
    };
}
function prepare(scope, request, surroundings) {
    const { problems, take } = (0,request_problem/* collectProblems */.vX)();
    const read = take((0,grants/* readPermissions */.zi)(request.grants));
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
        endpoint: namespace_session/* PUBLIC_TOKEN_ENDPOINT */.cE,
        identityEndpoint: namespace_session/* PUBLIC_IDENTITY_ENDPOINT */.tA,
        source: `url: ${namespace_session/* PUBLIC_TOKEN_ENDPOINT */.cE}, Namespace's own`,
    });
}
function withScheme(endpoint) {
    return endpoint === undefined || endpoint.includes('://') ? endpoint : `https://${endpoint}`;
}
async function plan(wish, ports) {
    const session = (0,namespace_session/* openSession */.fA)(wish.access, wish.context, ports);
    await session.authenticate();
    return {
        grants: (0,grants/* permissionsJson */.FU)(wish.permissions),
        shownGrants: (0,grants/* printPermissions */.CG)(wish.permissions),
        leftOpen: [],
        notices: await noticesOfRights(session),
        context: wish.context,
        mint: (attempt, born) => mint(wish, session, attempt, born, ports),
    };
}
async function noticesOfRights(session) {
    const refusal = await (0,token_list/* tryToList */.x)(session);
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
    const { token, notices } = await readBack((0,revokable_token/* readRevokableToken */.Vk)(created.token), workspace, session);
    const granted = token.permissions ?? permissions;
    return {
        expiresAt: token.expiresAt,
        grants: (0,grants/* permissionsJson */.FU)(granted),
        differences: differencesOf({ scope, permissions, workspace }, token),
        confirmed: token.permissions !== undefined && token.scope !== undefined,
        notices: [...notices, ...noticesOfWildcards(permissions, granted)],
    };
}
function noticesOfWildcards(asked, granted) {
    const hasWildcard = (permissions) => permissions.some(({ actions }) => actions.includes(grants/* ALL */.y2));
    if (!hasWildcard(asked) || hasWildcard(granted))
        return [];
    return [(0,notice/* notice */.l)(`Namespace lists the actions that * stands for: ${(0,grants/* printPermissions */.CG)(granted).join('; ')}.`)];
}
function readCreated(answer, asked, session, ports) {
    for (const secret of ['bearerToken', 'bearer_token'].flatMap((key) => (0,answered_secrets/* answeredSecrets */.T)(answer, key)))
        ports.mask(secret);
    if (answer.status !== 200)
        throw errorOfMint(answer, asked, session);
    const { json } = answer;
    const bearer = (0,protobuf_json/* memberOf */.C5)((0,json_fields/* fieldsOf */.P)(json) ?? {}, 'bearerToken');
    if (!(0,usable_secret/* isUsableSecret */.r)(bearer)) {
        throw new Error(`${answer.what}, without a usable token${(0,service_error/* unknownWords */.ky)(answer)}`);
    }
    try {
        const token = (0,protobuf_json/* memberOf */.C5)((0,protobuf_json/* objectOf */.Xy)(json, 'the answer'), 'token');
        return { id: (0,revokable_token/* idOf */.TH)((0,protobuf_json/* objectOf */.Xy)(token, 'the token')), bearer, token };
    }
    catch (error) {
        throw new Error(`${answer.what}, without the id of the token`, { cause: error });
    }
}
function errorOfMint(answer, asked, session) {
    if (answer.status === 429) {
        return new issuer/* Refused */.L(`${answer.what}${(0,service_error/* unknownWords */.ky)(answer)}. Try again later, or mint less often`);
    }
    const error = (0,service_error/* readServiceError */.Yo)(answer);
    return (0,namespace_session/* errorOf */.Mz)(answer, 'create', session, error === undefined ? '' : adviceOnMint(error, asked));
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
            return permissions.some(({ actions }) => actions.includes(grants/* ALL */.y2))
                ? 'Namespace may refuse * as an action in a revokable token: list the actions instead'
                : '';
        default:
            return '';
    }
}
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
async function findListed(id, session) {
    try {
        for await (const fields of (0,token_list/* listTokens */.d)(session)) {
            if ((0,protobuf_json/* memberOf */.C5)(fields, 'tokenId') === id)
                return (0,revokable_token/* readRevokableToken */.Vk)(fields);
        }
        return undefined;
    }
    catch (error) {
        if (error instanceof issuer/* Refused */.L)
            return error;
        throw error;
    }
}


/***/ }),

};
;
export const id = 785;
export const ids = [785];
export const modules = {

/***/ 785:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  influxdb: () => (/* binding */ influxdb)
});

// EXTERNAL MODULE: ./src/lease/problem.ts
var problem = __webpack_require__(621);
// EXTERNAL MODULE: ./src/lease/suggestion.ts
var suggestion = __webpack_require__(884);
;// CONCATENATED MODULE: ./src/lease/choice.ts


/** One of a few words; undefined when the input is not given. */
function parseChoice(input, given, choices) {
    const text = given?.trim();
    if (text === undefined)
        return (0,problem/* valid */.rZ)(undefined);
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined)
        return (0,problem/* valid */.rZ)(choice);
    return (0,problem/* invalid */.Gq)({
        input,
        message: `found ${(0,problem/* quote */.hD)(text)}; expected ${choices.join(' or ')}.${(0,suggestion/* didYouMean */.a)(text, choices)}`,
    });
}

// EXTERNAL MODULE: ./src/issuers/credential.ts
var issuers_credential = __webpack_require__(915);
// EXTERNAL MODULE: ./src/issuers/endpoint.ts
var endpoint = __webpack_require__(319);
// EXTERNAL MODULE: ./src/issuers/token-file-json.ts
var token_file_json = __webpack_require__(119);
// EXTERNAL MODULE: ./src/http/client.ts + 6 modules
var http_client = __webpack_require__(964);
// EXTERNAL MODULE: ./src/http/server-words.ts
var server_words = __webpack_require__(349);
// EXTERNAL MODULE: ./src/lease/issuer.ts
var issuer = __webpack_require__(247);
// EXTERNAL MODULE: ./src/issuers/json-fields.ts
var json_fields = __webpack_require__(560);
;// CONCATENATED MODULE: ./src/issuers/influxdb/api.ts




function openApi({ endpoint, authentication }, ports) {
    if (endpoint === undefined || authentication.kind !== 'secret') {
        throw new Error('InfluxDB is reached by a URL and a token, and one of them is missing');
    }
    const client = (0,http_client/* createClient */.U)({ endpoint, ports });
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
    const { code, message } = (0,json_fields/* fieldsOf */.P)(json) ?? {};
    return typeof code === 'string' && typeof message === 'string' ? { code, message } : undefined;
}
/**
 * The error for an answer that is not the expected one: `Refused` when InfluxDB itself says no, so that nothing was
 * done, with what to do about it; any other answer leaves that open.
 */
function errorOf(answer) {
    const error = serverErrorOf(answer);
    const words = (0,server_words/* serverWords */.l)(answer, (json) => (0,json_fields/* fieldsOf */.P)(json)?.['message']);
    const said = words === undefined ? answer.what : `${answer.what}: ${JSON.stringify(words)}`;
    // 408 and 5xx are said of requests that may have been acted on.
    if (error !== undefined && answer.status < 500 && answer.status !== 408) {
        return new issuer/* Refused */.L(`${said}. ${adviceOn(answer.status, error)}`.trimEnd());
    }
    if (answer.status === 429) {
        return new issuer/* Refused */.L(`${said}. Too many requests were made with this credential; run the job again later`);
    }
    return new Error(`${said}, which is not what InfluxDB's v2 API answers here. Check the URL, and any proxy on the way`);
}
const INACTIVE = 'token is inactive';
const INACTIVE_USER = 'User is inactive';
/**
 * Lists answer 200 and are empty for an inactive credential, as if nothing were there: asked only when one is.
 *
 * @throws Refused when the credential or its user is inactive
 */
async function refuseInactive(api) {
    const answer = await api.get('/api/v2/me');
    const message = serverErrorOf(answer)?.message;
    if (message === INACTIVE || message === INACTIVE_USER)
        throw errorOf(answer);
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
        return lacking[2] === 'users'
            ? `The credential needs ${permission}: to make or end tokens of a user it must hold write on that user by the id; a right on the users of an organisation does not count. An all-access token of that user has it`
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
/** The objects in a list that an answer holds. */
function itemsOf(answer, key) {
    const list = answer.status === 200 ? (0,json_fields/* fieldsOf */.P)(answer.json)?.[key] : undefined;
    if (!Array.isArray(list))
        throw errorOf(answer);
    return list.map(json_fields/* fieldsOf */.P).filter((item) => item !== undefined);
}

// EXTERNAL MODULE: ./src/lease/attempt.ts
var lease_attempt = __webpack_require__(879);
// EXTERNAL MODULE: ./src/issuers/answered-secrets.ts
var answered_secrets = __webpack_require__(873);
// EXTERNAL MODULE: ./src/issuers/unsent-mint.ts
var unsent_mint = __webpack_require__(144);
// EXTERNAL MODULE: ./src/issuers/usable-secret.ts
var usable_secret = __webpack_require__(831);
// EXTERNAL MODULE: ./src/lease/grants.ts
var grants = __webpack_require__(779);
;// CONCATENATED MODULE: ./src/issuers/influxdb/permissions.ts

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
    return name === undefined ? `${type} ${id}` : `${type} ${(0,grants/* printWord */.OW)(name)} (id ${id})`;
}
/** A permission as InfluxDB's own messages write it: `write:orgs/7e30e69b70378cc5/buckets/e4d5cf89039ce9a2`. */
function printPath({ action, type, id, orgID }) {
    return `${action}:${orgID === undefined ? '' : `orgs/${orgID}/`}${type}${id === undefined ? '' : `/${id}`}`;
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/authorization.ts








/** Creates an authorization (POST /api/v2/authorizations) and compares the answer with what was asked for. */
async function createAuthorization(order, attempt, born, api, ports) {
    const { orgID, userID, status, permissions } = order;
    const description = order.name === undefined ? (0,lease_attempt/* describe */.q0)(attempt) : `${order.name} ${(0,lease_attempt/* describe */.q0)(attempt)}`;
    const body = {
        orgID,
        ...(userID === undefined ? {} : { userID }),
        status,
        description,
        permissions: permissions.map(requestJson),
    };
    const answer = await (0,unsent_mint/* refuseUnsent */.o)(api.mint('/api/v2/authorizations', body));
    // Whatever is wrong with the rest of the answer, a token in it is a secret.
    for (const secret of (0,answered_secrets/* answeredSecrets */.T)(answer, 'token'))
        ports.mask(secret);
    const authorization = answer.status >= 200 && answer.status <= 299 ? (0,json_fields/* fieldsOf */.P)(answer.json) : undefined;
    const secret = authorization?.['token'];
    if (authorization === undefined)
        throw errorOf(answer);
    const id = authorization['id'];
    if (!isId(id))
        throw new Error(`${answer.what}, but the answer holds no id of 16 hexadecimal digits`);
    if (!(0,usable_secret/* isUsableSecret */.r)(secret))
        throw new Error(`${answer.what}, but the answer holds no usable token`);
    born({ id, secret });
    const differences = compare(order, authorization);
    const kept = authorization['description'] === description;
    return {
        expiresAt: undefined,
        grants: printJson(differences.length === 0 ? permissions : (readPermissions(authorization['permissions']) ?? [])),
        differences,
        confirmed: true,
        notices: kept
            ? []
            : [
                (0,problem/* warning */.$e)('InfluxDB did not keep the description of the token: if the job dies, no sweep can find the token by it.'),
            ],
    };
}
/** Everything in which an authorization is not what was asked for. Permissions are compared as sets, ids included. */
function compare({ orgID, userID, status, permissions }, authorization) {
    const differences = [];
    const expect = (what, key, asked) => {
        const granted = authorization[key];
        if (granted !== asked)
            differences.push({ what, asked, granted: typeof granted === 'string' ? (0,problem/* quote */.hD)(granted) : 'nothing' });
    };
    expect('organisation', 'orgID', orgID);
    if (userID !== undefined)
        expect('user', 'userID', userID);
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
    const keys = new Set(others.map(keyOf));
    return permissions.filter((permission) => !keys.has(keyOf(permission)));
}
function list(permissions) {
    return permissions.length === 0
        ? 'nothing'
        : permissions.map((permission) => (0,problem/* quote */.hD)(printPath(permission))).join(', ');
}

// EXTERNAL MODULE: ./src/lease/json-text.ts
var json_text = __webpack_require__(368);
;// CONCATENATED MODULE: ./src/issuers/influxdb/grants.ts





const EXAMPLES = 'buckets iot-center: read, write';
/** Understands grants written as lines or as InfluxDB's own permission objects. Every problem is reported. */
function parseAsks(grants) {
    if (grants.form === 'unrestricted') {
        return (0,problem/* invalid */.Gq)(grants_problem(grants.at, `InfluxDB has no unrestricted tokens; list what the token may do, as in ${EXAMPLES}`));
    }
    const results = grants.form === 'lines' ? grants.lines.map(parseLine) : grants.values.flatMap(parseValue);
    const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
    if (problems.length > 0)
        return (0,problem/* invalid */.Gq)(...problems);
    return (0,problem/* valid */.rZ)(results.flatMap((result) => (result.ok ? result.value : [])));
}
/**
 * A word that names a resource: `id=…` and `name=…` say what it is; without them 16 hexadecimal digits are an id, and
 * may be a name too.
 */
function parseReference(text) {
    const [prefix] = /^(?:id|name)=/.exec(text) ?? [];
    const rest = text.slice(prefix?.length ?? 0);
    const refuse = (message) => (0,problem/* invalid */.Gq)({ input: 'grants', message });
    if (rest === '')
        return refuse(`nothing stands after ${(0,problem/* quote */.hD)(text)}: an expression was probably empty`);
    if (/\p{Cc}/u.test(rest))
        return refuse(`found a control character in ${(0,problem/* quote */.hD)(text)}`);
    const id = readId(rest);
    if (prefix === 'name=')
        return (0,problem/* valid */.rZ)({ kind: 'name', name: rest });
    if (prefix === 'id=') {
        return id === undefined
            ? refuse(`found ${(0,problem/* quote */.hD)(rest)} as an id; expected 16 hexadecimal digits that are not all zero`)
            : (0,problem/* valid */.rZ)({ kind: 'id', id, name: undefined });
    }
    return (0,problem/* valid */.rZ)(id === undefined ? { kind: 'name', name: rest } : { kind: 'id-or-name', text: rest });
}
function grants_problem(at, message) {
    return { input: 'grants', at, message };
}
function parseLine({ resource, actions, at }) {
    const { problems, take } = (0,problem/* collectProblems */.vX)();
    const type = take(parseType(resource[0], at));
    const target = type === undefined ? undefined : take(parseTarget(type, resource, at));
    const parsed = actions.map((word) => take(parseAction(word.text, word.at)));
    if (problems.length > 0 || type === undefined || target === undefined)
        return (0,problem/* invalid */.Gq)(...problems);
    return (0,problem/* valid */.rZ)(parsed.filter((action) => action !== undefined).map((action) => ({ action, type, target, organizations: [], at })));
}
function parseType(word, at) {
    const text = word?.text ?? '';
    if (isResourceType(text))
        return (0,problem/* valid */.rZ)(text);
    const found = grants_problem.bind(undefined, word?.at ?? at);
    if (text === 'instance') {
        return (0,problem/* invalid */.Gq)(found('InfluxDB gives the resource type instance to no token; list the types that are needed'));
    }
    return (0,problem/* invalid */.Gq)(found(`found ${(0,problem/* quote */.hD)(text)} as a resource type; expected one of ${RESOURCE_TYPES.join(', ')}, as in ${EXAMPLES}.${(0,suggestion/* didYouMean */.a)(text, RESOURCE_TYPES)}`));
}
function parseAction(text, at) {
    const action = ACTIONS.find((candidate) => candidate === text);
    if (action !== undefined)
        return (0,problem/* valid */.rZ)(action);
    return (0,problem/* invalid */.Gq)(grants_problem(at, `found ${(0,problem/* quote */.hD)(text)} as an action; expected read or write.${(0,suggestion/* didYouMean */.a)(text, ACTIONS)}`));
}
function parseTarget(type, [, word, ...more], at) {
    const [extra] = more;
    if (extra !== undefined) {
        return (0,problem/* invalid */.Gq)(grants_problem(extra.at, `found ${(0,problem/* quote */.hD)(extra.text)} after the resource; a name with blanks is put in double quotes, as in buckets "my bucket": read`));
    }
    if (word === undefined) {
        return (0,problem/* invalid */.Gq)(grants_problem(at, `${type} stands alone; expected ${expectedTargets(type)} after it`));
    }
    if ((0,grants/* isAll */.kd)(word))
        return checkTarget(type, { kind: 'all' }, word.at);
    const reference = parseReference(word.text);
    if (!reference.ok)
        return (0,problem/* invalid */.Gq)(...reference.problems.map(({ message }) => grants_problem(word.at, message)));
    return checkTarget(type, reference.value, word.at);
}
/** Whether the type has such resources: names, ids that can be looked up, all of an organisation. */
function checkTarget(type, target, at) {
    const { named, global, path } = kindOf(type);
    if (target.kind === 'all') {
        if (global !== true)
            return (0,problem/* valid */.rZ)(target);
        return (0,problem/* invalid */.Gq)(grants_problem(at, `a grant on all ${type} would reach over all organisations; expected ${expectedTargets(type)}`));
    }
    if (named === true)
        return (0,problem/* valid */.rZ)(target);
    if (target.kind === 'name' || (target.kind === 'id' && target.name !== undefined)) {
        return (0,problem/* invalid */.Gq)(grants_problem(at, `only buckets and orgs are granted by name; expected ${expectedTargets(type)} for ${type}`));
    }
    if (path === undefined && global !== true) {
        return (0,problem/* invalid */.Gq)(grants_problem(at, `no look-up tells which organisation an id of ${type} belongs to; expected ${expectedTargets(type)}`));
    }
    if (target.kind === 'id')
        return (0,problem/* valid */.rZ)(target);
    const id = readId(target.text);
    return id === undefined ? (0,problem/* invalid */.Gq)(grants_problem(at, 'expected an id')) : (0,problem/* valid */.rZ)({ kind: 'id', id, name: undefined });
}
function expectedTargets(type) {
    const { named, global, path } = kindOf(type);
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
    return [(0,problem/* invalid */.Gq)(grants_problem(value.at, 'the list grants nothing; a token is never minted without saying what it may do'))];
}
const PERMISSION_KEYS = ['action', 'resource'];
const RESOURCE_KEYS = ['type', 'id', 'orgID', 'name', 'org'];
const PERMISSION_EXAMPLE = '{"action": "read", "resource": {"type": "buckets", "id": "e4d5cf89039ce9a2"}}';
function parsePermission(node) {
    if (node.kind !== 'object') {
        return (0,problem/* invalid */.Gq)(grants_problem(node.at, `found ${(0,json_text/* describeNode */.WQ)(node)}; expected a permission object, as in ${PERMISSION_EXAMPLE}`));
    }
    if ((0,json_text/* member */.Dc)(node, 'permissions') !== undefined) {
        return (0,problem/* invalid */.Gq)(grants_problem(node.at, 'found a whole authorization; expected the list alone that stands under its permissions'));
    }
    const { problems, take } = (0,problem/* collectProblems */.vX)();
    problems.push(...checkKeys(node.entries, PERMISSION_KEYS));
    const text = (object, key) => {
        const entry = (0,json_text/* member */.Dc)(object, key);
        return entry === undefined ? undefined : take(parseText(entry));
    };
    const required = (object, key) => {
        if ((0,json_text/* member */.Dc)(object, key) === undefined) {
            problems.push(grants_problem(object.at, `the key ${(0,problem/* quote */.hD)(key)} is missing here; expected as in ${PERMISSION_EXAMPLE}`));
        }
        return text(object, key);
    };
    const actionText = required(node, 'action');
    const action = actionText === undefined ? undefined : take(parseAction(actionText.text, actionText.at));
    const resource = (0,json_text/* member */.Dc)(node, 'resource')?.value;
    if (resource?.kind !== 'object') {
        const found = resource === undefined ? 'the key "resource" is missing here' : `found ${(0,json_text/* describeNode */.WQ)(resource)}`;
        problems.push(grants_problem(resource?.at ?? node.at, `${found}; expected as in ${PERMISSION_EXAMPLE}`));
        return (0,problem/* invalid */.Gq)(...problems);
    }
    problems.push(...checkKeys(resource.entries, RESOURCE_KEYS));
    const typeText = required(resource, 'type');
    const type = typeText === undefined ? undefined : take(parseType(typeText, typeText.at));
    const id = take(parseJsonId(text(resource, 'id')));
    const name = text(resource, 'name');
    const orgID = take(parseJsonId(text(resource, 'orgID')));
    const org = text(resource, 'org');
    if (type === undefined || action === undefined || problems.length > 0)
        return (0,problem/* invalid */.Gq)(...problems);
    const organizations = [];
    for (const given of [orgID, org]) {
        if (given !== undefined && kindOf(type).global === true) {
            const which = given === org ? 'org' : 'orgID';
            return (0,problem/* invalid */.Gq)(grants_problem(given.at, `${type} take an id and never ${which}: InfluxDB would grant nothing; remove it`));
        }
    }
    if (orgID !== undefined)
        organizations.push({ kind: 'id', id: orgID.text });
    if (org !== undefined)
        organizations.push({ kind: 'name', name: org.text });
    const target = take(checkTarget(type, targetOf(id?.text, name?.text), (id ?? name ?? resource).at));
    if (target === undefined)
        return (0,problem/* invalid */.Gq)(...problems);
    return (0,problem/* valid */.rZ)([{ action, type, target, organizations, at: node.at }]);
}
function targetOf(id, name) {
    if (id !== undefined)
        return { kind: 'id', id, name };
    return name === undefined ? { kind: 'all' } : { kind: 'name', name };
}
function checkKeys(entries, known) {
    return entries
        .filter(({ key }) => !known.includes(key))
        .map(({ key, at }) => grants_problem(at, `found the key ${(0,problem/* quote */.hD)(key)}; expected ${known.join(', ')}.${(0,suggestion/* didYouMean */.a)(key, known)}`));
}
/** InfluxDB reads an id that is null as all resources: what is present must say something. */
function parseText({ key, value }) {
    if (value.kind === 'string' && value.text !== '')
        return (0,problem/* valid */.rZ)({ text: value.text, at: value.at });
    const found = value.kind === 'string' ? 'an empty text' : (0,json_text/* describeNode */.WQ)(value);
    return (0,problem/* invalid */.Gq)(grants_problem(value.at, `found ${found} as ${key}; expected a text, or no ${key} at all`));
}
function parseJsonId(given) {
    if (given === undefined)
        return (0,problem/* valid */.rZ)(undefined);
    const id = readId(given.text);
    if (id !== undefined)
        return (0,problem/* valid */.rZ)({ text: id, at: given.at });
    return (0,problem/* invalid */.Gq)(grants_problem(given.at, `found ${(0,problem/* quote */.hD)(given.text)} as an id; expected 16 hexadecimal digits that are not all zero`));
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/resolve.ts






/**
 * Turns names into ids and holds every id against the organisation: one request for each name and each id, two where a
 * word may be both, none for the id of the organisation or of a user.
 *
 * @throws Refused for what is not there, all grants in one message
 */
async function resolve({ organization, user, asks }, api) {
    const organizationNamed = cached((name) => findOrganization(name, api));
    const bucketNames = cached(async (id) => listBucketNames(id, api));
    const orgID = await idOf(organization, organizationNamed);
    const userID = user === undefined ? undefined : await idOf(user, (name) => findUser(name, api));
    const lookUps = new Map();
    const problems = new Set();
    const permissions = [];
    const notices = new Map();
    for (const ask of asks) {
        const foreign = await foreignOrganization(ask.organizations);
        if (foreign !== undefined) {
            problems.add(at(ask.at, foreign));
            continue;
        }
        const resource = await lookUp(ask);
        if (resource === 'all') {
            permissions.push({ action: ask.action, type: ask.type, id: undefined, orgID, name: undefined });
        }
        else if (resource.kind === 'found') {
            const { id, name, system } = resource;
            const within = kindOf(ask.type).global === true ? undefined : orgID;
            permissions.push({ action: ask.action, type: ask.type, id, orgID: within, name });
            if (system)
                notices.set(id, ofSystemBucket(name ?? id, orgID));
        }
        else {
            problems.add(at(ask.at, resource.message));
        }
    }
    if (problems.size > 0)
        throw new issuer/* Refused */.L([...problems].join('; '));
    return { orgID, userID, permissions: withoutRepeats(permissions), notices: [...notices.values()] };
    async function foreignOrganization(references) {
        for (const reference of references) {
            const looked = await lookUpOrganization(reference);
            if (looked.kind !== 'found')
                return looked.message;
        }
        return undefined;
    }
    async function lookUp({ type, target }) {
        if (target.kind === 'all')
            return 'all';
        const key = JSON.stringify([type, target]);
        const known = lookUps.get(key);
        if (known !== undefined)
            return known;
        const looked = await lookUpNew(type, target);
        lookUps.set(key, looked);
        return looked;
    }
    async function lookUpNew(type, target) {
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
                return missing(`the ${type} with the id ${target.id} has the name ${(0,problem/* quote */.hD)(looked.name ?? '')} and not ${(0,problem/* quote */.hD)(target.name)}`);
            }
            case 'name': {
                const looked = await findBucket(target.name, orgID, api);
                if (looked.kind === 'found')
                    return looked;
                if (looked.kind === 'beyond')
                    await refuseInactive(api);
                return missing(`${looked.message}.${(0,suggestion/* didYouMean */.a)(target.name, await bucketNames(orgID))}`);
            }
            case 'id-or-name': {
                const byId = await fetchById(type, target.text.toLowerCase(), orgID, api);
                const byName = await findBucket(target.text, orgID, api);
                if (byName.kind === 'found' && byId.kind !== 'missing') {
                    return missing(`${(0,problem/* quote */.hD)(target.text)} is the id of one bucket and the name of another; write "id=${target.text}" or "name=${target.text}"`);
                }
                if (byId.kind === 'found')
                    return byId;
                if (byName.kind === 'found')
                    return byName;
                if (byName.kind === 'beyond')
                    await refuseInactive(api);
                return byId.kind === 'beyond'
                    ? byId
                    : missing(`no bucket of organisation ${orgID} has the id or the name ${(0,problem/* quote */.hD)(target.text)}`);
            }
        }
    }
    async function lookUpTargetOrganization(target) {
        if (target.kind === 'name')
            return lookUpOrganization(target);
        if (target.kind === 'id-or-name') {
            const id = target.text.toLowerCase();
            return id === orgID ? found(id, undefined) : lookUpOrganization({ kind: 'name', name: target.text });
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
        if (chosen.kind === 'name' && chosen.name === reference.name)
            return found(orgID, reference.name);
        const named = await organizationNamed(reference.name);
        if (named.kind !== 'found' || named.id === orgID)
            return named;
        return missing(foreignMessage((0,problem/* quote */.hD)(reference.name), input));
    }
}
function foreignMessage(organization, input) {
    return `the organisation ${organization} is not the one of ${input}; a token belongs to one organisation and is granted nothing in others`;
}
function at(position, message) {
    return (0,problem/* formatProblem */.Vw)({ input: 'grants', at: position, message });
}
const found = (id, name, system = false) => ({ kind: 'found', id, name, system });
const missing = (message) => ({ kind: 'missing', message });
const beyond = (message) => ({ kind: 'beyond', message });
async function idOf({ input, reference }, named) {
    if (reference.kind === 'id')
        return reference.id;
    const looked = await named(reference.name);
    if (looked.kind !== 'found')
        throw new issuer/* Refused */.L(`${input}: ${looked.message}`);
    return looked.id;
}
async function findOrganization(name, api) {
    const answer = await api.get(`/api/v2/orgs?org=${encodeURIComponent(name)}`);
    if (isNotFound(answer))
        return missing(`there is no organisation named ${(0,problem/* quote */.hD)(name)}`);
    const item = itemsOf(answer, 'orgs').find((candidate) => candidate['name'] === name);
    if (isId(item?.['id']))
        return found(item['id'], name);
    await refuseInactive(api);
    return beyond(`the credential may not read an organisation named ${(0,problem/* quote */.hD)(name)}; give the id of the organisation (16 hexadecimal digits), for which no look-up is needed`);
}
async function findUser(name, api) {
    const answer = await api.get(`/api/v2/users?name=${encodeURIComponent(name)}`);
    if (isNotFound(answer))
        return missing(`there is no user named ${(0,problem/* quote */.hD)(name)}`);
    const item = itemsOf(answer, 'users').find((candidate) => candidate['name'] === name);
    if (isId(item?.['id']))
        return found(item['id'], name);
    await refuseInactive(api);
    return beyond(`the credential may not read a user named ${(0,problem/* quote */.hD)(name)}; give the id of the user (16 hexadecimal digits)`);
}
/** The name alone may match a bucket of another organisation, and the server drops a filter that it does not like. */
async function findBucket(name, orgID, api) {
    const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&name=${encodeURIComponent(name)}`);
    const message = `organisation ${orgID} has no bucket named ${(0,problem/* quote */.hD)(name)} that the credential may read`;
    if (isNotFound(answer))
        return missing(message);
    const items = itemsOf(answer, 'buckets');
    const item = items.find((candidate) => candidate['name'] === name && candidate['orgID'] === orgID);
    // OSS answers an empty list for a bucket that the credential may not read, and to an inactive credential.
    return isId(item?.['id']) ? found(item['id'], name, item['type'] === 'system') : beyond(message);
}
/** The server grants any id within any organisation: that it belongs to this one must be seen before. */
async function fetchById(type, id, orgID, api) {
    const { path, named } = kindOf(type);
    if (path === undefined)
        throw new Error(`${type} cannot be looked up by id`);
    const answer = await api.get(`${path}/${id}`);
    if (isNotFound(answer))
        return missing(`there is no resource of the type ${type} with the id ${id}`);
    const elsewhere = beyond(`the resource of the type ${type} with the id ${id} does not belong to organisation ${orgID}`);
    const words = answer.status === 401 ? serverErrorOf(answer)?.message : undefined;
    if (words?.endsWith(' is unauthorized') === true) {
        const [, within] = /^read:orgs\/([0-9a-f]{16})\b/.exec(words) ?? [];
        return within === undefined || within === orgID ? beyond(errorOf(answer).message) : elsewhere;
    }
    const body = answer.status === 200 ? (0,json_fields/* fieldsOf */.P)(answer.json) : undefined;
    const item = type === 'labels' ? (0,json_fields/* fieldsOf */.P)(body?.['label']) : body;
    if (item?.['id'] !== id)
        throw errorOf(answer);
    if (item['orgID'] !== orgID)
        return elsewhere;
    const name = named === true && typeof item['name'] === 'string' ? item['name'] : undefined;
    return found(id, name, item['type'] === 'system' && type === 'buckets');
}
async function listBucketNames(orgID, api) {
    const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&limit=100`);
    // Only for a suggestion: the error that it is made for is told in any case.
    if (answer.status !== 200)
        return [];
    return itemsOf(answer, 'buckets')
        .map((item) => item['name'])
        .filter((name) => typeof name === 'string');
}
function isNotFound(answer) {
    const error = serverErrorOf(answer);
    return answer.status === 404 && error?.code === 'not found' && error.message !== 'path not found';
}
/** Reading them follows the right to read the organisation (influxdb main-2.x, authorizer/authorize.go, AuthorizeReadBucket). */
function ofSystemBucket(name, orgID) {
    return (0,problem/* notice */.lm)(`${(0,problem/* quote */.hD)(name)} is a system bucket: on InfluxDB OSS a grant on it is without effect, and reading it takes "orgs ${orgID}: read".`);
}
function cached(ask) {
    const known = new Map();
    return (key) => {
        const asked = known.get(key) ?? ask(key);
        known.set(key, asked);
        return asked;
    };
}

;// CONCATENATED MODULE: ./src/issuers/influxdb/revocation.ts






function contextOf({ orgID, userID }) {
    return userID === undefined ? { orgID } : { orgID, userID };
}
/** @throws Error when the context was not made by `contextOf` */
function ownerOf(context) {
    const { orgID, userID } = context;
    if (!isId(orgID) || (userID !== undefined && !isId(userID)))
        throw new Error('the recorded organisation or user is no id');
    return { orgID, userID };
}
/** The server lists all tokens of the organisation in one answer, at some 700 bytes each. */
const LARGEST_LIST = 200_000_000;
function openRevocation(owner, api) {
    return { find, revoke, byHand };
    async function find(attempt) {
        const items = await listAuthorizations(owner, api);
        const ids = items.filter(({ description }) => (0,lease_attempt/* isDescribedBy */.jN)(description, attempt)).map(({ id }) => id);
        if (!ids.every(isId))
            throw new Error('a token with the marker of this lease has an id that is none');
        // A mint is sent once, so that there is no second token to be looked for.
        if (ids.length > 0)
            return { kind: 'found', ids, complete: true };
        return { kind: 'found', ids, complete: (await whyIncomplete(items, owner, api)) === undefined };
    }
    async function revoke(id) {
        if (!isId(id))
            throw new Error('the recorded id of the token is no id of InfluxDB');
        const answer = await api.delete(`/api/v2/authorizations/${id}`);
        if (answer.status === 204)
            return 'revoked';
        const error = serverErrorOf(answer);
        // A proxy or a wrong URL answers 404 as well. A GET would not do: it is 404 too when only the owner is gone.
        const gone = answer.status === 404 && error?.code === 'not found' && error.message === 'authorization not found';
        if (gone)
            return 'already-gone';
        throw errorOf(answer);
    }
    function byHand(token) {
        const authorizations = `${api.endpoint}/api/v2/authorizations`;
        if ('id' in token)
            return `curl --fail-with-body -X DELETE ${HEADER} ${shellQuote(`${authorizations}/${token.id}`)}`;
        const filter = `.authorizations[] | select(.description | endswith(${JSON.stringify(token.attempt.marker)})) | .id`;
        return `curl --fail-with-body -sS ${HEADER} ${shellQuote(`${authorizations}?orgID=${owner.orgID}`)} | jq -r ${shellQuote(filter)}`;
    }
}
/**
 * For a dry run: asks what a mint would find out, and whether a lost answer could be cleared up.
 *
 * @throws Refused when the credential, the organisation or the user is not there or inactive
 */
async function rehearseRevocation(owner, api) {
    const items = await listAuthorizations(owner, api);
    // By its own address an organisation is 401 to all who may not read it, whether it is there or not.
    const organization = await api.get(`/api/v2/orgs?orgID=${owner.orgID}`);
    if (organization.status === 404 && serverErrorOf(organization)?.code === 'not found') {
        throw new issuer/* Refused */.L(`there is no organisation with the id ${owner.orgID}`);
    }
    const reason = await whyIncomplete(items, owner, api);
    if (reason === undefined)
        return [];
    return [
        (0,problem/* warning */.$e)(`If the answer to a mint were lost, its token could not be found and revoked: ${reason}. With "authorizations *: read" and "users <id of the token's user>: read" the credential could find it.`),
    ];
}
/** Without the tokens, which some servers put into the list in clear text. */
async function listAuthorizations({ orgID }, api) {
    const answer = await api.get(`/api/v2/authorizations?orgID=${orgID}`, LARGEST_LIST);
    return itemsOf(answer, 'authorizations').map(({ id, description, userID, permissions }) => ({
        id,
        description: typeof description === 'string' ? description : '',
        userID,
        permissions,
    }));
}
/**
 * Why a list may lack tokens; undefined when it shows all of the owner's. The server leaves out without a word what the
 * credential may not read, and everything when it is inactive, so that only the credential's own entry proves a list.
 *
 * @throws Refused when the credential is inactive
 */
async function whyIncomplete(items, { orgID, userID }, api) {
    if (items.length === 0) {
        await refuseInactive(api);
        return 'the credential may not list tokens';
    }
    const own = await readUser('/api/v2/me', api);
    if (own === 'unreadable')
        return 'the credential may not read its own user';
    // Cloud Serverless documents no /me. What is in the list then proves it: the credential's own entry, or another as good.
    const proof = own === 'unknown' || items.some((item) => item.userID === own && readsAll(item.permissions, orgID));
    if (!proof)
        return 'the credential is not in the list of tokens that it can see';
    if (userID === undefined || userID === own)
        return undefined;
    const other = await readUser(`/api/v2/users/${userID}`, api);
    return other === userID ? undefined : `the credential may not read the user ${userID}, nor the tokens of that user`;
}
/** The id of a user; `unreadable` to this credential, or `unknown` to the server, by whom or as a path. */
async function readUser(path, api) {
    const answer = await api.get(path);
    const id = answer.status === 200 ? (0,json_fields/* fieldsOf */.P)(answer.json)?.['id'] : undefined;
    if (isId(id))
        return id;
    if (answer.status === 401)
        return 'unreadable';
    if (answer.status === 404)
        return 'unknown';
    throw errorOf(answer);
}
/** Whether the holder of these permissions may read every authorization of the organisation. */
function readsAll(permissions, orgID) {
    if (!Array.isArray(permissions))
        return false;
    return permissions.some((item) => {
        const permission = (0,json_fields/* fieldsOf */.P)(item);
        const { type, id, orgID: within } = (0,json_fields/* fieldsOf */.P)(permission?.['resource']) ?? {};
        const all = (id ?? '') === '' && ((within ?? '') === '' || within === orgID);
        return permission?.['action'] === 'read' && (type === 'authorizations' || type === 'instance') && all;
    });
}
const HEADER = '-H "Authorization: Token $INFLUX_TOKEN"';
function shellQuote(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
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
    exportedVariables: ({ secret, access, context }) => ({
        INFLUX_TOKEN: secret,
        INFLUX_HOST: access.endpoint ?? '',
        INFLUX_ORG_ID: ownerOf(context).orgID,
    }),
    tokenFileJson: token_file_json/* tokenFileJson */.m,
    revocation: (access, context, ports) => openRevocation(ownerOf(context), openApi(access, ports)),
};
function prepare(request, surroundings) {
    const { problems, take } = (0,problem/* collectProblems */.vX)();
    const asks = take(parseAsks(request.grants));
    const endpoint = take(findEndpoint(request, surroundings));
    const credential = take((0,issuers_credential/* findCredential */.L)(request, surroundings, { variable: 'INFLUX_TOKEN', what: 'an InfluxDB token' }));
    const organization = take(influxdb_findOrganization(request, surroundings));
    const user = take(influxdb_findUser(request));
    const status = take(parseChoice('status', request.given('status'), ['active', 'inactive'])) ?? 'active';
    if (asks !== undefined && organization !== undefined)
        problems.push(...checkOrganizations(asks, organization));
    if (problems.length > 0 ||
        asks === undefined ||
        endpoint === undefined ||
        credential === undefined ||
        organization === undefined) {
        return (0,problem/* invalid */.Gq)(...problems);
    }
    const access = {
        endpoint: endpoint.url,
        authentication: { kind: 'secret', secret: credential.secret },
    };
    return (0,problem/* valid */.rZ)({
        access,
        sources: [credential.source, endpoint.source, organization.source],
        notices: noticesOf(asks, status),
        plan: (ports) => plan(access, { organization, user, asks }, { name: request.name, status }, ports),
    });
}
async function plan(access, wish, looks, ports) {
    const resolved = await resolve(wish, openApi(access, ports));
    return {
        grants: printJson(resolved.permissions),
        shownGrants: printLines(resolved.permissions),
        leftOpen: [],
        notices: resolved.notices,
        context: contextOf(resolved),
        mint: (attempt, born, ports) => createAuthorization({ ...resolved, ...looks }, attempt, born, openApi(access, ports), ports),
        rehearse: (ports) => rehearseRevocation(resolved, openApi(access, ports)),
    };
}
function findEndpoint({ given }, surroundings) {
    const input = given('url');
    const [place, text] = input === undefined ? ['INFLUX_HOST', surroundings.variable('INFLUX_HOST')] : ['url', input];
    if (text === undefined) {
        return (0,problem/* invalid */.Gq)({
            input: 'url',
            message: 'the URL of the InfluxDB is needed, there is no usual one; set url: https://us-east-1-1.aws.cloud2.influxdata.com (your region), url: http://localhost:8086, or the environment variable INFLUX_HOST',
        });
    }
    const url = (0,endpoint/* parseEndpoint */.B)(place, text);
    if (!url.ok)
        return url;
    const base = /^(.*?)\/api\/v2(?:\/|$)/.exec(url.value)?.[1];
    if (base !== undefined) {
        return (0,problem/* invalid */.Gq)({
            input: place,
            message: `found ${(0,problem/* quote */.hD)(url.value)}; expected the part before /api/v2, as in ${base}`,
        });
    }
    return (0,problem/* valid */.rZ)({ url: url.value, source: `url: ${url.value}, ${originOf(place)}` });
}
function originOf(place) {
    return /^[a-z]/.test(place) ? 'from the input' : `from the environment variable ${place}`;
}
function influxdb_findOrganization({ given }, surroundings) {
    const candidates = [
        { input: 'org', text: given('org') },
        { input: 'INFLUX_ORG_ID', text: surroundings.variable('INFLUX_ORG_ID') },
        { input: 'INFLUX_ORG', text: surroundings.variable('INFLUX_ORG') },
    ];
    const chosen = candidates.find(({ text }) => text !== undefined);
    if (chosen?.text === undefined) {
        return (0,problem/* invalid */.Gq)({
            input: 'org',
            message: 'the organisation that the token will belong to is needed, by name or id; set org: my-org, or the environment variable INFLUX_ORG_ID or INFLUX_ORG',
        });
    }
    const { input, text } = chosen;
    if (input === 'INFLUX_ORG_ID' && readId(text.trim()) === undefined) {
        return (0,problem/* invalid */.Gq)({
            input,
            message: 'the value is no id of InfluxDB; expected 16 hexadecimal digits that are not all zero',
        });
    }
    const reference = parseChosen(input, text);
    return reference.ok ? (0,problem/* valid */.rZ)({ ...reference.value, source: `org: ${originOf(input)}` }) : reference;
}
function influxdb_findUser({ given }) {
    const text = given('user');
    return text === undefined ? (0,problem/* valid */.rZ)(undefined) : parseChosen('user', text);
}
function parseChosen(input, text) {
    const trimmed = text.trim();
    if (trimmed === '') {
        return (0,problem/* invalid */.Gq)({
            input,
            message: 'the value is blank: an expression was probably empty; expected a name or an id',
        });
    }
    const target = parseReference(trimmed);
    if (!target.ok)
        return (0,problem/* invalid */.Gq)(...target.problems.map(({ message }) => ({ input, message })));
    return (0,problem/* valid */.rZ)({ input, reference: referenceOf(target.value) });
}
/** Where a word is both, the id is meant: names of organisations and users that look like an id take `name=…`. */
function referenceOf(target) {
    switch (target.kind) {
        case 'id':
        case 'name':
            return target;
        case 'id-or-name':
            return { kind: 'id', id: target.text.toLowerCase() };
    }
}
/** What can be told offline: an id beside an id, a name beside a name. */
function checkOrganizations(asks, { input, reference: chosen }) {
    const problems = new Map();
    for (const { type, target, organizations, at } of asks) {
        const references = [...organizations, ...(type === 'orgs' ? referencesIn(target) : [])];
        for (const reference of references) {
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
        (0,problem/* notice */.lm)('InfluxDB tokens do not expire: this one lives until it is revoked at the end of the job. The end that was asked for stands in its description, as the time from which a sweep may revoke it.'),
    ];
    if (status === 'inactive') {
        notices.push((0,problem/* notice */.lm)('The token is made inactive: it can do nothing until someone sets it to active.'));
    }
    const all = asks.filter(({ target }) => target.kind === 'all').map(({ action, type }) => `${type} *: ${action}`);
    if (all.length > 0) {
        notices.push((0,problem/* notice */.lm)(`${[...new Set(all)].join(', ')}: all in the organisation, with what is made there later. Name single buckets where that is enough.`));
    }
    for (const [grant, effect] of Object.entries(OUTLIVING)) {
        if (asks.some(({ type, action }) => `${type}: ${action}` === grant))
            notices.push((0,problem/* warning */.$e)(effect));
    }
    return notices;
}
/** Grants whose effect does not end with the token. Each was seen on InfluxDB OSS 2.9.1, but for the last. */
const OUTLIVING = {
    'authorizations: read': 'The grant authorizations: read outlives the token: InfluxDB OSS before 2.9, or without hashed tokens, shows every token of the organisation in clear text to whoever may list them.',
    'authorizations: write': 'The grant authorizations: write outlives the token: with it others can be made, which stay when this one is revoked.',
    'users: write': 'The grant users: write outlives the token: with it the password of the user can be set, and a password opens everything that the user may do.',
    'tasks: write': 'The grant tasks: write outlives the token and reaches beyond its other grants: a task runs with all rights of its owner, and goes on when the token is revoked.',
    'replications: write': 'The grant replications: write outlives the token: a replication goes on sending data to another server when the token is revoked.',
};


/***/ }),

/***/ 119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ tokenFileJson)
/* harmony export */ });
/* harmony import */ var _lease_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(919);

/** The token file of an issuer that knows no form of its own: an object with `token`, `token_id` and `expires_at` (RFC 3339). */
function tokenFileJson({ secret, id, expiresAt }) {
    return `${JSON.stringify({ token: secret, token_id: id, expires_at: (0,_lease_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r4)(expiresAt) })}\n`;
}


/***/ })

};

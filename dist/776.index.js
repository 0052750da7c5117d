"use strict";
exports.id = 776;
exports.ids = [776];
exports.modules = {

/***/ 1620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y2: () => (/* binding */ ALL),
  pM: () => (/* binding */ mergePermissions),
  FU: () => (/* binding */ permissionsJson),
  CG: () => (/* binding */ printPermissions),
  zi: () => (/* binding */ readPermissions)
});

// EXTERNAL MODULE: ./src/request/grants.ts
var grants = __webpack_require__(9750);
// EXTERNAL MODULE: ./src/request/json-text.ts
var json_text = __webpack_require__(8959);
// EXTERNAL MODULE: ./src/lease/notice.ts
var notice = __webpack_require__(7440);
// EXTERNAL MODULE: ./src/request/problem.ts
var problem = __webpack_require__(1822);
// EXTERNAL MODULE: ./src/request/shown-text.ts
var shown_text = __webpack_require__(4278);
// EXTERNAL MODULE: ./src/request/suggestion.ts
var suggestion = __webpack_require__(8533);
;// CONCATENATED MODULE: ./src/issuers/namespace/documented-permissions.ts
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
function readPermissions(grants) {
    const problems = [];
    if (grants.form === 'unrestricted') {
        readLines(grants.beside, problems);
        return (0,problem/* invalid */.Gq)({
            input: 'grants',
            at: grants.at,
            message: `Namespace knows no unrestricted token; list what the token may do: ${LINE_FORM}`,
        }, ...problems);
    }
    const placed = grants.form === 'lines' ? readLines(grants.lines, problems) : readJson(grants.values, problems);
    if (problems.length > 0)
        return (0,problem/* invalid */.Gq)(...problems);
    const permissions = mergePermissions(placed.map(withoutPlaces));
    return (0,problem/* valid */.rZ)({ permissions, notices: [...placed.flatMap(noticesOf), ...noticesOfAll(permissions)] });
}
function noticesOfAll(permissions) {
    const types = permissions.filter(({ resourceId }) => resourceId === ALL).map(({ resourceType }) => resourceType);
    if (types.length === 0)
        return [];
    return [
        (0,notice/* notice */.l)(`${types.map((type) => `${type} *`).join(', ')}: all of the workspace, with what is made there later.`),
    ];
}
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
function permissionsJson(permissions) {
    return JSON.stringify(permissions.map(({ resourceType, resourceId, actions }) => ({
        resource_type: resourceType,
        resource_id: resourceId,
        actions,
    })));
}
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
    const warn = (place, message) => (0,notice/* warning */.$)((0,problem/* formatProblem */.Vw)({ input: 'grants', at: place, message: `${message}.` }));
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


/***/ }),

/***/ 2332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ nameInSchema),
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   VE: () => (/* binding */ enumOf),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf)
/* harmony export */ });
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4278);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1560);


function objectOf(value, what) {
    const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .P)(value);
    if (fields === undefined)
        throw new Error(`${what} is not an object`);
    return fields;
}
function memberOf(fields, name) {
    const other = nameInSchema(name);
    if (other !== name && name in fields && other in fields)
        throw new Error(`${name} stands there twice, also as ${other}`);
    return fields[name] ?? fields[other];
}
function nameInSchema(name) {
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function textOf(fields, name) {
    const value = memberOf(fields, name) ?? '';
    if (typeof value !== 'string')
        throw new Error(`${name} is not a text`);
    return value;
}
function listOf(fields, name) {
    const value = memberOf(fields, name) ?? [];
    if (!Array.isArray(value))
        throw new Error(`${name} is not a list`);
    return value;
}
function instantOf(fields, name) {
    const text = textOf(fields, name);
    if (text === '')
        return undefined;
    const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i.exec(text);
    const seconds = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}${match[3] ?? ''}`.toUpperCase());
    if (Number.isNaN(seconds))
        throw new Error(`${name} is ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}, which is not a time`);
    return seconds + Math.ceil(Number((match?.[2] ?? '').padEnd(9, '0')) / 1_000_000);
}
function enumOf(fields, name, names, values) {
    const value = memberOf(fields, name);
    if (value === undefined || value === null)
        return undefined;
    const index = typeof value === 'number' ? value : names.findIndex((candidate) => candidate === value);
    if (!(index in names))
        throw new Error(`${name} is ${JSON.stringify(value)}, which the schema does not know`);
    return values[index];
}


/***/ }),

/***/ 1371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   Vk: () => (/* binding */ readRevokableToken),
/* harmony export */   bI: () => (/* binding */ isTokenId)
/* harmony export */ });
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4278);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1560);
/* harmony import */ var _grants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1620);
/* harmony import */ var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2332);




const SCOPES = [undefined, 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'];
const STATES = [undefined, 'active', 'revoked', 'expired'];
function readRevokableToken(json) {
    const token = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)(json, 'the token');
    const id = idOf(token);
    const permissions = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(token, 'permissions').map(readPermission);
    return {
        id,
        workspace: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(token, 'tenantId') || undefined,
        expiresAt: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .instantOf */ .B9)(token, 'expiresAt'),
        scope: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .enumOf */ .VE)(token, 'scope', ['SCOPE_UNKNOWN', 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'], SCOPES),
        permissions: permissions.length === 0 ? undefined : (0,_grants_js__WEBPACK_IMPORTED_MODULE_0__/* .mergePermissions */ .pM)(permissions),
        state: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .instantOf */ .B9)(token, 'revokedAt') !== undefined
            ? 'revoked'
            : (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .enumOf */ .VE)(token, 'state', ['STATE_UNKNOWN', 'ACTIVE', 'REVOKED', 'EXPIRED'], STATES),
    };
}
function idOf(token) {
    const id = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(token, 'tokenId');
    if (!isTokenId(id))
        throw new Error(`the token has ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(id)} as its id, which is none`);
    return id;
}
function isTokenId(id) {
    return /^[^\s/\p{C}\p{Z}]{1,200}$/u.test(id);
}
const PERMISSION_MEMBERS = ['resourceType', 'resourceId', 'actions'].flatMap((name) => [name, (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .nameInSchema */ .AU)(name)]);
function readPermission(json) {
    const permission = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)(json, 'a permission');
    if (!(0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .hasOnly */ .j)(permission, PERMISSION_MEMBERS))
        throw new Error('a permission has members that the schema does not know');
    const actions = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(permission, 'actions').map((action) => {
        if (typeof action !== 'string')
            throw new Error('an action of a permission is not a text');
        return action;
    });
    return {
        resourceType: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(permission, 'resourceType'),
        resourceId: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(permission, 'resourceId') || _grants_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL */ .y2,
        actions,
    };
}


/***/ }),

/***/ 6540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yo: () => (/* binding */ readServiceError),
/* harmony export */   ky: () => (/* binding */ unknownWords),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
/* harmony import */ var _http_server_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2349);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1560);


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
function readServiceError(answer) {
    const { json } = answer;
    if (answer.status < 400 || typeof json !== 'object' || json === null || !('code' in json))
        return undefined;
    const code = typeof json.code === 'number' ? CODES[json.code] : CODES.find((name) => name === json.code);
    if (code === undefined || code === 'ok')
        return undefined;
    const message = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_0__/* .serverWords */ .l)(answer, messageOf);
    const { missing, requestId } = readDetails('details' in json ? json.details : undefined);
    const words = [
        message === undefined ? code : `${code}: ${message}`,
        ...(missing.length === 0 ? [] : [`missing permission ${missing.join(', ')}`]),
        ...(requestId === undefined ? [] : [`request id ${requestId}`]),
    ];
    return { code, words: words.join('; '), missing };
}
function unknownWords(answer) {
    const words = readServiceError(answer)?.words ?? messageOfHeader(answer) ?? (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_0__/* .serverWords */ .l)(answer, messageOf);
    return words === undefined ? '' : `: ${words}`;
}
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
    return (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(json)?.['message'];
}
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
function isRefusal({ status }, error) {
    return status >= 400 && status < 500 && REFUSALS.has(error.code);
}
function readDetails(details) {
    const missing = [];
    let requestId;
    for (const detail of Array.isArray(details) ? details : []) {
        const { type, value } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(detail) ?? {};
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


/***/ }),

/***/ 3652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ errorOf),
/* harmony export */   cE: () => (/* binding */ PUBLIC_TOKEN_ENDPOINT),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   tA: () => (/* binding */ PUBLIC_IDENTITY_ENDPOINT),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1034);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2398);
/* harmony import */ var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2946);
/* harmony import */ var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2247);
/* harmony import */ var _lease_ports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1102);
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4278);
/* harmony import */ var _answered_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9873);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1560);
/* harmony import */ var _usable_secret_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3831);
/* harmony import */ var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2332);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6540);











const PUBLIC_TOKEN_ENDPOINT = 'https://iam.namespaceapis.com';
const PUBLIC_IDENTITY_ENDPOINT = 'https://private-api.global.namespaceapis.com';
function readContext(context) {
    const { identityEndpoint, credential, source } = context;
    if (identityEndpoint === undefined ||
        source === undefined ||
        (credential !== 'bearer' && credential !== 'session' && credential !== 'identity')) {
        throw new Error('the record of the lease does not say how to authenticate at Namespace');
    }
    return { identityEndpoint, credential, source };
}
const API_VERSION = '162';
const SESSION_TOKEN_LIFE = 3600;
function openSession(access, context, ports) {
    const { endpoint, authentication } = access;
    if (endpoint === undefined)
        throw new Error('there is no endpoint to open a session at');
    const service = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports });
    let obtaining;
    const obtain = () => (obtaining ??= obtainBearer(authentication, context, ports).catch((error) => {
        obtaining = undefined;
        throw error;
    }));
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
async function exchangeIdentity({ audience, workspace }, context, ports) {
    let identityToken;
    try {
        identityToken = await ports.identityToken(audience, ports);
    }
    catch (error) {
        if (error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_4__/* .Stopped */ .C9)
            throw error;
        throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`no identity token for audience ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .hD)(audience)}: ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`, { cause: error });
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
            `the workspace ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .hD)(workspace)} needs a trust relationship for this repository: nsc auth trust-relationships add --issuer https://token.actions.githubusercontent.com --subject-match 'repo:OWNER/REPOSITORY:*' --audience ${audience}`,
        ];
    const { token, tenantId } = await exchange(`/nsl.tenants.TenantsService/${method}`, body, {}, context, ports, advice);
    if (workspace !== undefined && tenantId !== '' && tenantId !== workspace) {
        throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`the identity token was exchanged for the workspace ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .hD)(tenantId)} instead of ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .hD)(workspace)}; nothing is minted there`);
    }
    return { token, workspace: tenantId === '' ? workspace : tenantId };
}
async function issueFromSession(session, context, ports) {
    const { token } = await exchange('/nsl.signin.SigninService/IssueTenantTokenFromSession', { token_duration_secs: SESSION_TOKEN_LIFE }, { authorization: `Bearer ${session}` }, context, ports, 'log in again with nsc login, or let the job authenticate with an identity token (permissions: { id-token: write })');
    return token;
}
async function exchange(path, body, headers, { identityEndpoint, source }, ports, advice) {
    const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint: identityEndpoint, ports });
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
        if (!(error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .HR))
            throw error;
        throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`the credential (${source}) could not be exchanged: ${error.message}`, { cause: error });
    }
    for (const secret of (0,_answered_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .answeredSecrets */ .T)(answer, 'tenant_token'))
        ports.mask(secret);
    const { tenant_token: token, tenant } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_8__/* .fieldsOf */ .P)(answer.json) ?? {};
    if (answer.status !== 200 || !(0,_usable_secret_js__WEBPACK_IMPORTED_MODULE_9__/* .isUsableSecret */ .r)(token)) {
        const found = answer.status === 200 ? ', without a usable token in the answer' : (0,_service_error_js__WEBPACK_IMPORTED_MODULE_6__/* .unknownWords */ .ky)(answer);
        const next = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_2__/* .unavailability */ .Z)(answer) ?? (answer.status >= 400 ? `To be done: ${advice}` : undefined);
        const words = `the credential (${source}) could not be exchanged: ${answer.what}${found}`;
        throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(next === undefined ? words : `${words}. ${next}`);
    }
    try {
        return { token, tenantId: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_10__/* .textOf */ .b6)((0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_10__/* .objectOf */ .Xy)(tenant ?? {}, 'tenant'), 'tenant_id') };
    }
    catch (error) {
        throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(`the credential (${source}) could not be exchanged: ${answer.what}, but ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}`, {
            cause: error,
        });
    }
}
function errorOf(answer, right, session, advice = '') {
    const error = (0,_service_error_js__WEBPACK_IMPORTED_MODULE_6__/* .readServiceError */ .Yo)(answer);
    if (error === undefined)
        return new Error(strangeAnswer(answer));
    const sentences = [`${answer.what}: ${error.words}`, adviceFor(error, right, session), advice];
    const text = sentences.filter((sentence) => sentence !== '').join('. ');
    return (0,_service_error_js__WEBPACK_IMPORTED_MODULE_6__/* .isRefusal */ .vu)(answer, error) ? new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .L(text) : new Error(text);
}
function strangeAnswer(answer) {
    const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_2__/* .unavailability */ .Z)(answer);
    return unavailable === undefined
        ? `${answer.what}, which is no answer of Namespace${(0,_service_error_js__WEBPACK_IMPORTED_MODULE_6__/* .unknownWords */ .ky)(answer)}`
        : `${answer.what}${(0,_service_error_js__WEBPACK_IMPORTED_MODULE_6__/* .unknownWords */ .ky)(answer)}. ${unavailable}`;
}
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


/***/ }),

/***/ 1878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ listTokens),
/* harmony export */   x: () => (/* binding */ tryToList)
/* harmony export */ });
/* harmony import */ var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4278);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1560);
/* harmony import */ var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2332);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6540);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3652);





const MOST_PAGES = 1_000;
async function* listTokens(session) {
    const seen = new Set();
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await session.call('ListRevokableTokens', cursor === '' ? {} : { paginationCursor: cursor });
        const fields = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(answer.json);
        if (answer.status !== 200 || fields === undefined)
            throw (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer, 'list', session);
        const { what } = answer;
        for (const token of read(what, () => (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(fields, 'tokens')))
            yield read(what, () => (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectOf */ .Xy)(token, 'a listed token'));
        cursor = read(what, () => (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(fields, 'paginationCursor'));
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
        throw new Error(`${what}, but ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function tryToList(session) {
    const answer = await session.call('ListRevokableTokens', { maxEntries: 1 });
    if (answer.status === 200 && (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(answer.json) !== undefined)
        return undefined;
    return { code: (0,_service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .readServiceError */ .Yo)(answer)?.code, error: (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .errorOf */ .Mz)(answer, 'list', session) };
}


/***/ }),

};
;
import fc from '../../../properties.js';
import { describe, expect, test } from 'vitest';
import { readGrants, type Ask, printLines } from '../../../../src/issuers/influxdb/grants.js';
import { printJson, RESOURCE_TYPES, withoutRepeats } from '../../../../src/issuers/influxdb/permissions.js';
import { parseGrants, printGrantLine } from '../../../../src/request/grants.js';
import { CORRECT, prepared, problemsOf } from './world.js';

const ID = '7e30e69b70378cc5';

function parse(text: string): readonly Ask[] {
  const { grants, problems } = parseGrants(text);
  if (problems.length > 0) throw new Error('the text is no list of grants');
  const asks = readGrants(grants);
  if (!asks.ok) throw new Error(asks.problems.map(({ message }) => message).join('\n'));
  return asks.value;
}

const targetOf = (text: string) => parse(text)[0]?.target;

describe('lines', () => {
  test('each action is a grant of its own', () => {
    expect(parse('buckets iot-center: read, write\nauthorizations *: read')).toMatchObject([
      { action: 'read', type: 'buckets', target: { kind: 'name', name: 'iot-center' } },
      { action: 'write', type: 'buckets', target: { kind: 'name', name: 'iot-center' } },
      { action: 'read', type: 'authorizations', target: { kind: 'all' } },
    ]);
  });

  test('the place of a grant is that of the word that names the resource', () => {
    expect(parse('orgs acme: read\n  buckets   "my bucket": read, write\nbuckets *: read').map(({ at }) => at)).toEqual(
      [
        { line: 1, column: 6 },
        { line: 2, column: 13 },
        { line: 2, column: 13 },
        { line: 3, column: 9 },
      ],
    );
  });

  test.for([
    ['buckets iot-center: read', { kind: 'name', name: 'iot-center' }],
    ['buckets "my bucket": read', { kind: 'name', name: 'my bucket' }],
    ['buckets "*": read', { kind: 'name', name: '*' }],
    ['buckets *: read', { kind: 'all' }],
    [`buckets ${ID}: read`, { kind: 'id-or-name', id: ID, text: ID }],
    [`buckets "${ID}": read`, { kind: 'id-or-name', id: ID, text: ID }],
    [`buckets id=${ID}: read`, { kind: 'id', id: ID, name: undefined }],
    [`buckets ID=${ID}: read`, { kind: 'name', name: `ID=${ID}` }],
    [`buckets id=${ID.toUpperCase()}: read`, { kind: 'id', id: ID, name: undefined }],
    [`buckets name=${ID}: read`, { kind: 'name', name: ID }],
    ['buckets "name=my bucket": read', { kind: 'name', name: 'my bucket' }],
    ['buckets name=id=x: read', { kind: 'name', name: 'id=x' }],
    ['buckets 7e30e69b70378cc: read', { kind: 'name', name: '7e30e69b70378cc' }],
    ['buckets 0000000000000000: read', { kind: 'name', name: '0000000000000000' }],
    ['buckets grid=7: read', { kind: 'name', name: 'grid=7' }],
    ['buckets rename=x: read', { kind: 'name', name: 'rename=x' }],
    [`tasks id=${ID}: read`, { kind: 'id', id: ID, name: undefined }],
    ['orgs acme: read', { kind: 'name', name: 'acme' }],
    [`orgs ${ID}: read`, { kind: 'id-or-name', id: ID, text: ID }],
    [`users ${ID}: read`, { kind: 'id', id: ID, name: undefined }],
    [`tasks ${ID.toUpperCase()}: read`, { kind: 'id', id: ID, name: undefined }],
  ] as const)('%s', ([text, target]) => {
    expect(targetOf(text)).toEqual(target);
  });

  const ONE = 'an id of 16 hexadecimal digits';
  const ALL = '* for all in the organisation';
  const TYPES =
    'annotations, authorizations, buckets, checks, dashboards, dbrp, documents, flows, functions, labels, notebooks, notificationEndpoints, notificationRules, orgs, remotes, replications, scrapers, secrets, sources, subscriptions, tasks, telegrafs, users, variables, views';
  const isNoType = (found: string) =>
    `found "${found}" as a resource type; expected one of ${TYPES}, as in buckets iot-center: read, write.`;
  const isNoAction = (found: string) => `found "${found}" as an action; expected read or write.`;

  test.for([
    ['buckets: read', 1, `buckets stands alone; expected ${ALL} or a name or ${ONE} after it`],
    ['orgs: read', 1, `orgs stands alone; expected a name or ${ONE} after it`],
    ['telegrafs: read', 1, `telegrafs stands alone; expected ${ALL} or ${ONE} after it`],
    ['secrets: read', 1, `secrets stands alone; expected ${ALL} after it`],
    ['users: read', 1, `users stands alone; expected ${ONE} after it`],
    ['orgs *: read', 6, `a grant on all orgs would reach over all organisations; expected a name or ${ONE}`],
    ['users *: read', 7, `a grant on all users would reach over all organisations; expected ${ONE}`],
    ['*: read', 1, isNoType('*')],
    ['instance *: read', 1, 'InfluxDB gives the resource type instance to no token; list the types that are needed'],
    ['Buckets *: read', 1, `${isNoType('Buckets')} Did you mean "buckets"?`],
    ['bucket *: read', 1, `${isNoType('bucket')} Did you mean "buckets"?`],
    ['notificationrules *: read', 1, `${isNoType('notificationrules')} Did you mean "notificationRules"?`],
    ['organizations *: read', 1, isNoType('organizations')],
    ['buckets *: *', 12, isNoAction('*')],
    ['buckets *: Read', 12, `${isNoAction('Read')} Did you mean "read"?`],
    ['buckets *: delete', 12, isNoAction('delete')],
    [
      'buckets my bucket: read',
      12,
      'found "bucket" after the resource; a name with blanks is put in double quotes, as in buckets "my bucket": read',
    ],
    ['users ada: read', 7, `only buckets and orgs are granted by name; expected ${ONE} for users`],
    ['tasks nightly: read', 7, `only buckets and orgs are granted by name; expected ${ALL} or ${ONE} for tasks`],
    [`secrets ${ID}: read`, 9, `no look-up tells which organisation an id of secrets belongs to; expected ${ALL}`],
    [`secrets id=${ID}: read`, 9, `no look-up tells which organisation an id of secrets belongs to; expected ${ALL}`],
    ['buckets id=: read', 9, 'nothing stands after "id=": an expression was probably empty'],
    ['buckets name=: read', 9, 'nothing stands after "name=": an expression was probably empty'],
    [
      'buckets id=iot-center: read',
      9,
      'found "iot-center" as an id; expected 16 hexadecimal digits that are not all zero',
    ],
    [
      'buckets id=0000000000000000: read',
      9,
      'found "0000000000000000" as an id; expected 16 hexadecimal digits that are not all zero',
    ],
    ['buckets "a\\u0000b": read', 9, 'found a control character in "a\\u0000b"'],
    [
      'unrestricted',
      1,
      'InfluxDB has no unrestricted tokens; list what the token may do, as in buckets iot-center: read, write',
    ],
  ] as const)('%s is refused', ([grants, column, message]) => {
    expect(problemsOf({ ...CORRECT, grants })).toEqual([`grants, line 1, column ${column}: ${message}`]);
  });

  test('what stands beside unrestricted is looked at all the same', () => {
    expect(problemsOf({ ...CORRECT, grants: 'unrestricted\nbuckets iot-center: wite' })).toEqual([
      'grants, line 1, column 1: InfluxDB has no unrestricted tokens; list what the token may do, as in buckets iot-center: read, write',
      'grants, line 2, column 21: found "wite" as an action; expected read or write. Did you mean "write"?',
    ]);
  });
});

describe('permission objects', () => {
  test.for([
    `[{"action":"read","resource":{"type":"buckets","id":"${ID}"}}]`,
    `{"action":"read","resource":{"type":"buckets","id":"${ID}"}}`,
    `{"action":"read","resource":{"type":"buckets","id":"${ID.toUpperCase()}"}}\n`,
  ])('an array, or one a line (case %#)', (text) => {
    expect(parse(text)).toMatchObject([
      { action: 'read', type: 'buckets', target: { kind: 'id', id: ID }, organizations: [] },
    ]);
  });

  test('the place of a grant is that of the id, else of the name, else of the resource', () => {
    const text = `{"action":"read","resource":{"type":"buckets","orgID":"${ID}","name":"iot-center"}}
{"action":"read","resource":{"type":"buckets","name":"iot-center","id":"${ID}"}}
{"action":"read","resource":{"type":"buckets"}}`;
    const places = parse(text).map(({ at }) => text.split('\n')[at.line - 1]?.slice(at.column - 1));
    expect(places).toEqual(['"iot-center"}}', `"${ID}"}}`, '{"type":"buckets"}}']);
    expect(parse(text)[0]?.organizations).toEqual([
      { reference: { kind: 'id', id: ID }, at: { line: 1, column: text.indexOf(`"${ID}"`) + 1 } },
    ]);
  });

  test('the example of the vendor', () => {
    const text = `[
      {"action": "read", "resource": {"orgID": "${ID}", "type": "authorizations"}},
      {"action": "read", "resource": {"orgID": "${ID}", "type": "buckets"}},
      {"action": "write", "resource": {"orgID": "${ID}", "type": "buckets", "name": "iot-center"}}]`;
    expect(parse(text)).toMatchObject([
      {
        action: 'read',
        type: 'authorizations',
        target: { kind: 'all' },
        organizations: [{ reference: { kind: 'id', id: ID } }],
      },
      { action: 'read', type: 'buckets', target: { kind: 'all' } },
      { action: 'write', type: 'buckets', target: { kind: 'name', name: 'iot-center' } },
    ]);
  });

  const EXAMPLE = '{"action": "read", "resource": {"type": "buckets", "id": "e4d5cf89039ce9a2"}}';
  const object = (found: string) => `found ${found}; expected a permission object, as in ${EXAMPLE}`;
  const isMissing = (key: string) => `the key "${key}" is missing here; expected as in ${EXAMPLE}`;
  const noText = (found: string, key: string) => `found ${found} as ${key}; expected a text, or no ${key} at all`;
  const noId = (found: string) => `found "${found}" as an id; expected 16 hexadecimal digits that are not all zero`;
  const never = (type: string, key: string) =>
    `${type} take an id and never ${key}: InfluxDB would grant nothing; remove it`;
  const buckets = (members: string) => `{"action":"read","resource":{"type":"buckets",${members}}}`;

  test.for([
    ['[]', '[', 'the list grants nothing; a token is never minted without saying what it may do'],
    ['[[]]', '[]', object('an empty list')],
    ['[7]', '7', object('7')],
    ['{}', '{', isMissing('action'), isMissing('resource')],
    ['{"action":"read"}', '{', isMissing('resource')],
    ['{"resource":{"type":"buckets"}}', '{"r', isMissing('action')],
    ['{"action":"read","resource":"buckets"}', '"buckets"', `found "buckets"; expected as in ${EXAMPLE}`],
    ['{"action":"read","resource":{}}', '{}', isMissing('type')],
    ['{"action":null,"resource":{"type":"buckets"}}', 'null', noText('null', 'action')],
    [buckets('"id":null'), 'null', noText('null', 'id')],
    [buckets('"id":""'), '""', noText('an empty text', 'id')],
    [buckets('"name":null'), 'null', noText('null', 'name')],
    [buckets('"name":""'), '""', noText('an empty text', 'name')],
    [buckets('"orgID":null'), 'null', noText('null', 'orgID')],
    [buckets('"orgID":""'), '""', noText('an empty text', 'orgID')],
    [buckets('"org":null'), 'null', noText('null', 'org')],
    [buckets('"id":"iot-center"'), '"iot-center"', noId('iot-center')],
    [buckets('"orgID":"acme"'), '"acme"', noId('acme')],
    [buckets('"ID":"x"'), '"ID"', 'found the key "ID"; expected type, id, orgID, name, org. Did you mean "id"?'],
    [
      '{"action":"read","resource":{"type":"buckets"},"status":"active"}',
      '"status"',
      'found the key "status"; expected action, resource.',
    ],
    [
      `{"orgID":"${ID}","permissions":[]}`,
      '{',
      'found a whole authorization; expected the list alone that stands under its permissions',
    ],
    [
      '{"action":"read","resource":{"type":"orgs"}}',
      '{"type"',
      'a grant on all orgs would reach over all organisations; expected a name or an id of 16 hexadecimal digits',
    ],
    [
      '{"action":"read","resource":{"type":"users"}}',
      '{"type"',
      'a grant on all users would reach over all organisations; expected an id of 16 hexadecimal digits',
    ],
    [
      `{"action":"read","resource":{"type":"orgs","id":"7e30e69b70378cc6","orgID":"${ID}"}}`,
      `"${ID}"`,
      never('orgs', 'orgID'),
    ],
    [`{"action":"read","resource":{"type":"users","id":"${ID}","org":"acme"}}`, '"acme"', never('users', 'org')],
    [
      `{"action":"read","resource":{"type":"users","id":"${ID}","name":"ada"}}`,
      `"${ID}"`,
      'only buckets and orgs are granted by name; expected an id of 16 hexadecimal digits for users',
    ],
    [
      '{"action":"read","resource":{"type":"instance"}}',
      '"instance"',
      'InfluxDB gives the resource type instance to no token; list the types that are needed',
    ],
    [
      `{"action":"read","resource":{"type":"views","id":"${ID}"}}`,
      `"${ID}"`,
      'no look-up tells which organisation an id of views belongs to; expected * for all in the organisation',
    ],
  ] as const)('%s is refused', ([grants, place, ...messages]) => {
    const column = grants.indexOf(place) + 1;
    expect(problemsOf({ ...CORRECT, grants })).toEqual(
      messages.map((message) => `grants, line 1, column ${column}: ${message}`),
    );
  });

  test('every problem of every object is told, with its place', () => {
    const grants = '{"action":"reed","resource":{"type":"bucket","id":null}}\n{"action":"read"}';
    const problems = problemsOf({ ...CORRECT, grants });
    expect(problems.map((problem) => /^grants, line \d, column \d+/.exec(problem)?.[0])).toEqual([
      'grants, line 1, column 11',
      'grants, line 1, column 37',
      'grants, line 1, column 51',
      'grants, line 2, column 1',
    ]);
  });
});

describe('another organisation than the chosen one is refused offline where both are ids or both are names', () => {
  const other = '235ffb50e166cb98';
  const foreign = (organization: string) =>
    `the organisation ${organization} is not the one of org; a token belongs to one organisation and is granted nothing in others`;

  test.for([
    [ID, `{"action":"read","resource":{"type":"buckets","orgID":"${other}"}}`, `"${other}"`, other],
    ['acme', '{"action":"read","resource":{"type":"buckets","org":"elsewhere"}}', '"elsewhere"', '"elsewhere"'],
    [ID, `orgs id=${other}: read`, 'id=', other],
    ['acme', 'orgs elsewhere: read', 'elsewhere', '"elsewhere"'],
    [
      'acme',
      `{"action":"read","resource":{"type":"orgs","id":"${other}","name":"elsewhere"}}`,
      `"${other}"`,
      '"elsewhere"',
    ],
  ] as const)('org %s, grants %s', ([org, grants, place, named]) => {
    expect(problemsOf({ ...CORRECT, org, grants })).toEqual([
      `grants, line 1, column ${grants.indexOf(place) + 1}: ${foreign(named)}`,
    ]);
  });

  test('at each place where it stands', () => {
    const grants = 'orgs elsewhere: read\norgs elsewhere: read, write\norgs other: read';
    expect(problemsOf({ ...CORRECT, grants })).toEqual([
      `grants, line 1, column 6: ${foreign('"elsewhere"')}`,
      `grants, line 2, column 6: ${foreign('"elsewhere"')}`,
      `grants, line 3, column 6: ${foreign('"other"')}`,
    ]);
  });

  test.for([
    [ID, `orgs ${ID}: read`],
    [`id=${ID}`, `orgs id=${ID}: read`],
    [ID.toUpperCase(), `{"action":"read","resource":{"type":"buckets","orgID":"${ID}"}}`],
    ['acme', 'orgs acme: read'],
    ['acme', `{"action":"read","resource":{"type":"orgs","id":"${ID}","name":"acme"}}`],
    // What only the server can tell is left to it: whether an id is that of a name.
    ['acme', `orgs id=${other}: read`],
    [ID, 'orgs elsewhere: read'],
    [`name=${ID}`, `orgs id=${ID}: read`],
    // Nothing but a grant on an organisation names one.
    ['acme', 'buckets elsewhere: read'],
  ] as const)('and the chosen one is not: org %s, grants %s', ([org, grants]) => {
    expect(prepared({ ...CORRECT, org, grants })).toBeDefined();
  });
});

describe('what is granted, as it is printed', () => {
  const hex = fc.stringMatching(/^[1-9a-f][0-9a-f]{15}$/);
  const permission = fc.record({
    action: fc.constantFrom('read', 'write'),
    type: fc.constant('buckets'),
    id: hex,
    orgID: fc.constant(ID),
    name: fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !/\p{Cc}/u.test(name) && name.isWellFormed()),
  });

  test('is accepted again as grants, and means the same', () => {
    fc.assert(
      fc.property(fc.array(permission, { minLength: 1 }), (permissions) => {
        const asks = parse(printJson(permissions));
        expect(asks.map(({ action, type, target }) => ({ action, type, target }))).toEqual(
          permissions.map(({ action, type, id, name }) => ({ action, type, target: { kind: 'id', id, name } })),
        );
      }),
    );
  });

  test('repeats are left out, whatever the names beside the ids', () => {
    fc.assert(
      fc.property(fc.array(permission, { minLength: 1, maxLength: 5 }), (permissions) => {
        const renamed = permissions.map((one) => ({ ...one, name: undefined }));
        expect(withoutRepeats([...permissions, ...renamed])).toEqual(withoutRepeats(permissions));
      }),
    );
  });

  test('one line a resource for people', () => {
    const of = (action: string, type: string, id?: string, name?: string) => ({ action, type, id, orgID: ID, name });
    expect(
      printLines([
        of('read', 'buckets', '11acc3aadf3c2000', 'my bucket'),
        of('read', 'authorizations'),
        of('write', 'buckets', '11acc3aadf3c2000', 'my bucket'),
        of('read', 'tasks', '11acc3aadf3c2001'),
      ]),
    ).toEqual([
      'buckets "my bucket" (id 11acc3aadf3c2000): read, write',
      'authorizations *: read',
      'tasks 11acc3aadf3c2001: read',
    ]);
  });

  test('any name that a line can hold is read back as that name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        fc.pre(!/\p{Cc}/u.test(name) && name.isWellFormed());
        const line = printGrantLine({
          resource: [
            { text: 'buckets', quoted: false },
            { text: `name=${name}`, quoted: true },
          ],
          actions: [{ text: 'read', quoted: false }],
        });
        expect(targetOf(line)).toEqual({ kind: 'name', name });
      }),
    );
  });

  test('every resource type of the two products is known but instance', () => {
    expect(RESOURCE_TYPES).toHaveLength(25);
    expect(RESOURCE_TYPES).not.toContain('instance');
  });
});

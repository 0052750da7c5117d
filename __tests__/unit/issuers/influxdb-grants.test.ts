import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import { parseAsks, type Ask } from '../../../src/issuers/influxdb/grants.js';
import { printJson, printLines, RESOURCE_TYPES, withoutRepeats } from '../../../src/issuers/influxdb/permissions.js';
import { parseGrants, printGrantLine } from '../../../src/lease/grants.js';
import { CORRECT, problemsOf } from './influxdb-world.js';

const ID = '7e30e69b70378cc5';

function parse(text: string): readonly Ask[] {
  const { grants, problems } = parseGrants(text);
  if (problems.length > 0) throw new Error('the text is no list of grants');
  const asks = parseAsks(grants);
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
    [`buckets ${ID}: read`, { kind: 'id-or-name', text: ID }],
    [`buckets "${ID}": read`, { kind: 'id-or-name', text: ID }],
    [`buckets id=${ID}: read`, { kind: 'id', id: ID, name: undefined }],
    [`buckets ID=${ID}: read`, { kind: 'name', name: `ID=${ID}` }],
    [`buckets id=${ID.toUpperCase()}: read`, { kind: 'id', id: ID, name: undefined }],
    [`buckets name=${ID}: read`, { kind: 'name', name: ID }],
    ['buckets "name=my bucket": read', { kind: 'name', name: 'my bucket' }],
    ['buckets name=id=x: read', { kind: 'name', name: 'id=x' }],
    ['buckets 7e30e69b70378cc: read', { kind: 'name', name: '7e30e69b70378cc' }],
    ['buckets 0000000000000000: read', { kind: 'name', name: '0000000000000000' }],
    ['orgs acme: read', { kind: 'name', name: 'acme' }],
    [`orgs ${ID}: read`, { kind: 'id-or-name', text: ID }],
    [`users ${ID}: read`, { kind: 'id', id: ID, name: undefined }],
    [`tasks ${ID.toUpperCase()}: read`, { kind: 'id', id: ID, name: undefined }],
  ] as const)('%s', ([text, target]) => {
    expect(targetOf(text)).toEqual(target);
  });

  test.for([
    [
      'buckets: read',
      'line 1, column 1: buckets stands alone; expected * for all in the organisation or a name or an id',
    ],
    ['orgs: read', 'line 1, column 1: orgs stands alone; expected a name or an id'],
    ['telegrafs: read', 'line 1, column 1: telegrafs stands alone; expected * for all in the organisation or an id'],
    [
      'orgs *: read',
      'line 1, column 6: a grant on all orgs would reach over all organisations; expected a name or an id',
    ],
    ['users *: read', 'line 1, column 7: a grant on all users would reach over all organisations; expected an id'],
    ['*: read', 'line 1, column 1: found "*" as a resource type'],
    ['instance *: read', 'line 1, column 1: InfluxDB gives the resource type instance to no token'],
    ['Buckets *: read', 'Did you mean "buckets"?'],
    ['bucket *: read', 'Did you mean "buckets"?'],
    ['notificationrules *: read', 'Did you mean "notificationRules"?'],
    ['organizations *: read', 'expected one of annotations, authorizations, buckets'],
    ['buckets *: *', 'line 1, column 12: found "*" as an action; expected read or write'],
    ['buckets *: Read', 'Did you mean "read"?'],
    ['buckets *: delete', 'line 1, column 12: found "delete" as an action'],
    [
      'buckets my bucket: read',
      'line 1, column 12: found "bucket" after the resource; a name with blanks is put in double quotes',
    ],
    ['users ada: read', 'line 1, column 7: only buckets and orgs are granted by name; expected an id'],
    ['tasks nightly: read', 'only buckets and orgs are granted by name'],
    [`secrets ${ID}: read`, 'no look-up tells which organisation an id of secrets belongs to; expected *'],
    ['buckets id=: read', 'nothing stands after "id="'],
    ['buckets name=: read', 'nothing stands after "name="'],
    ['buckets id=iot-center: read', 'found "iot-center" as an id; expected 16 hexadecimal digits'],
    ['buckets id=0000000000000000: read', 'not all zero'],
    ['buckets "a\\u0000b": read', 'control character'],
    ['unrestricted', 'line 1, column 1: InfluxDB has no unrestricted tokens; list what the token may do'],
  ] as const)('%s is refused', ([grants, expected]) => {
    const problems = problemsOf({ ...CORRECT, grants });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
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

  test.for([
    ['[]', 'line 1, column 1: the list grants nothing'],
    ['[[]]', 'line 1, column 2: found an empty list; expected a permission object'],
    ['[7]', 'found 7; expected a permission object'],
    ['{}', 'the key "action" is missing'],
    ['{"action":"read"}', 'the key "resource" is missing'],
    ['{"action":"read","resource":"buckets"}', 'found "buckets"; expected as in'],
    ['{"action":"read","resource":{}}', 'the key "type" is missing'],
    ['{"action":null,"resource":{"type":"buckets"}}', 'found null as action'],
    [
      '{"action":"read","resource":{"type":"buckets","id":null}}',
      'line 1, column 52: found null as id; expected a text, or no id at all',
    ],
    ['{"action":"read","resource":{"type":"buckets","id":""}}', 'found an empty text as id'],
    ['{"action":"read","resource":{"type":"buckets","name":null}}', 'found null as name'],
    ['{"action":"read","resource":{"type":"buckets","name":""}}', 'found an empty text as name'],
    ['{"action":"read","resource":{"type":"buckets","orgID":null}}', 'found null as orgID'],
    ['{"action":"read","resource":{"type":"buckets","orgID":""}}', 'found an empty text as orgID'],
    ['{"action":"read","resource":{"type":"buckets","org":null}}', 'found null as org'],
    ['{"action":"read","resource":{"type":"buckets","id":"iot-center"}}', 'found "iot-center" as an id'],
    ['{"action":"read","resource":{"type":"buckets","orgID":"acme"}}', 'found "acme" as an id'],
    [
      '{"action":"read","resource":{"type":"buckets","ID":"x"}}',
      'found the key "ID"; expected type, id, orgID, name, org. Did you mean "id"?',
    ],
    [
      '{"action":"read","resource":{"type":"buckets"},"status":"active"}',
      'found the key "status"; expected action, resource',
    ],
    [`{"orgID":"${ID}","permissions":[]}`, 'found a whole authorization'],
    ['{"action":"read","resource":{"type":"orgs"}}', 'would reach over all organisations'],
    ['{"action":"read","resource":{"type":"users"}}', 'would reach over all organisations'],
    [`{"action":"read","resource":{"type":"orgs","id":"${ID}","orgID":"${ID}"}}`, 'orgs take an id and never orgID'],
    [`{"action":"read","resource":{"type":"users","id":"${ID}","org":"acme"}}`, 'users take an id and never org:'],
    [
      `{"action":"read","resource":{"type":"users","id":"${ID}","name":"ada"}}`,
      'only buckets and orgs are granted by name',
    ],
    ['{"action":"read","resource":{"type":"instance"}}', 'InfluxDB gives the resource type instance to no token'],
    [`{"action":"read","resource":{"type":"views","id":"${ID}"}}`, 'no look-up tells'],
  ] as const)('%s is refused', ([grants, expected]) => {
    expect(problemsOf({ ...CORRECT, grants }).join('\n')).toContain(expected);
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
  test.for([
    [ID, `{"action":"read","resource":{"type":"buckets","orgID":"${other}"}}`],
    ['acme', '{"action":"read","resource":{"type":"buckets","org":"elsewhere"}}'],
    [ID, `orgs id=${other}: read`],
    ['acme', 'orgs elsewhere: read'],
  ] as const)('org %s, grants %s', ([org, grants]) => {
    const problems = problemsOf({ ...CORRECT, org, grants });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('is not the one of org; a token belongs to one organisation');
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

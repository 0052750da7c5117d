import fc from '../../../properties.js';
import { describe, expect, it } from 'vitest';
import { printPermissions, readGrants } from '../../../../src/issuers/namespace/grants.js';
import { parseGrants } from '../../../../src/request/grants.js';
import type { Difference } from '../../../../src/lease/difference.js';
import { formatProblem } from '../../../../src/request/problem.js';
import { compare } from '../../../../src/issuers/namespace/compare.js';
import type { RevokableToken } from '../../../../src/issuers/namespace/token.js';
import { mergePermissions, permissionsJson, type Permission } from '../../../../src/issuers/namespace/permissions.js';

function read(text: string) {
  const { grants, problems } = parseGrants(text);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('; '));
  return readGrants(grants);
}

function permissionsOf(text: string): readonly Permission[] {
  const result = read(text);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('; '));
  return result.value.permissions;
}

function noticesOf(text: string): string {
  const result = read(text);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('; '));
  return result.value.notices.map(({ level, message }) => `${level}: ${message}`).join('\n');
}

function problemsOf(text: string): readonly string[] {
  const result = read(text);
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe('grants for Namespace', () => {
  const builder = { resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] };
  const profiles = { resourceType: 'github/runner-profile', resourceId: 'p1', actions: ['list'] };

  it.each([
    ['lines', 'builder *: ensure, access\ngithub/runner-profile p1: list'],
    [
      'objects, one a line, as nsc takes them',
      '{"resource_type":"builder","resource_id":"*","actions":["ensure","access"]}\n{"resource_type":"github/runner-profile","resource_id":"p1","actions":["list"]}',
    ],
    [
      'a list of objects',
      '[{"resource_type":"builder","resource_id":"*","actions":["ensure","access"]},{"resource_type":"github/runner-profile","resource_id":"p1","actions":["list"]}]',
    ],
    [
      "objects with protobuf's other names",
      '{"resourceType":"builder","resourceId":"*","actions":["ensure","access"]} {"resourceType":"github/runner-profile","resourceId":"p1","actions":["list"]}',
    ],
  ])('are read from %s', (_form, text) => {
    expect(permissionsOf(text)).toEqual([builder, profiles]);
  });

  it('on the same resource add up', () => {
    expect(permissionsOf('builder *: ensure\ningress *: access\nbuilder *: access, ensure')).toEqual([
      builder,
      { resourceType: 'ingress', resourceId: '*', actions: ['access'] },
    ]);
  });

  const LINE = 'TYPE ID: ACTION[, ACTION...], as in builder *: ensure, access';
  const OBJECT = '{"resource_type": "builder", "resource_id": "*", "actions": ["ensure"]}';
  const NO_TYPE_FOR_ALL = `Namespace has no grant on every type of resource; list the types, one a line: ${LINE}`;

  it.each<[string, string, string]>([
    [
      'a type without an id',
      'builder: ensure',
      `grants, line 1, column 1: "builder" stands without the id of a resource; write "builder *: …" for all of the type. Expected ${LINE}`,
    ],
    ['every type, without an id', '*: ensure', `grants, line 1, column 1: ${NO_TYPE_FOR_ALL}`],
    [
      'a third word',
      'builder * x: ensure',
      `grants, line 1, column 11: found a third word, "x", before the colon; expected ${LINE}`,
    ],
    ['every type', '# all\n* *: ensure', `grants, line 2, column 1: ${NO_TYPE_FOR_ALL}`],
    [
      'a wildcard in quotes as id',
      'builder "*": ensure',
      'grants, line 1, column 9: a * in quotes would be a name, and Namespace would read it as all; write it without the quotes',
    ],
    [
      'a wildcard in quotes as action',
      'builder b1: ensure, "*"',
      'grants, line 1, column 21: a * in quotes would be a name, and Namespace would read it as all; write it without the quotes',
    ],
    [
      'a control character in an id',
      'builder "a\\u0007b": ensure',
      'grants, line 1, column 9: "a\\u0007b" holds a control character, which no name of Namespace has',
    ],
    [
      'a control character in a type',
      '"buil\\u0007der" b1: ensure',
      'grants, line 1, column 1: "buil\\u0007der" holds a control character, which no name of Namespace has',
    ],
    [
      'a control character in an action',
      'builder b1: "en\\u0007sure"',
      'grants, line 1, column 13: "en\\u0007sure" holds a control character, which no name of Namespace has',
    ],
    [
      'unrestricted',
      'unrestricted',
      `grants, line 1, column 1: Namespace knows no unrestricted token; list what the token may do: ${LINE}`,
    ],
    [
      'an empty list',
      '[]',
      `grants: the list is empty, and a token is never minted without saying what it may do; expected objects such as ${OBJECT}`,
    ],
    [
      'a text for an object',
      '["builder"]',
      `grants, line 1, column 2: found "builder", expected an object such as ${OBJECT}`,
    ],
    [
      'a misspelt key',
      '{"resource_type":"b","resource_id":"*","actoins":["x"]}',
      'grants, line 1, column 40: the key "actoins" is unknown; expected resource_type, resource_id and actions. Did you mean "actions"?',
    ],
    [
      'a key that is like none, beside values that are wrong too',
      '{"scope":"all","resource_type":"","resource_id":7}',
      'grants, line 1, column 2: the key "scope" is unknown; expected resource_type, resource_id and actions.',
    ],
    [
      'a missing type',
      '{"resource_id":"*","actions":["x"]}',
      'grants, line 1, column 1: the key resource_type is missing, as in "resource_type": "builder"',
    ],
    [
      'a missing id',
      '{"resource_type":"builder","actions":["x"]}',
      'grants, line 1, column 1: the key resource_id is missing, as in "resource_id": "*"; all resources of the type are "*"',
    ],
    [
      'an empty type',
      '{"resource_type":"","resource_id":"b1","actions":["x"]}',
      'grants, line 1, column 18: resource_type is an empty text: an expression was probably empty; expected a text such as "builder"',
    ],
    [
      'a type of blanks',
      '{"resource_type":"  ","resource_id":"b1","actions":["x"]}',
      'grants, line 1, column 18: resource_type is an empty text: an expression was probably empty; expected a text such as "builder"',
    ],
    [
      'an empty id',
      '{"resource_type":"builder","resource_id":"","actions":["x"]}',
      'grants, line 1, column 42: resource_id is an empty text: an expression was probably empty; expected a text such as "*"; all resources of the type are "*"',
    ],
    [
      'a null id',
      '{"resource_type":"builder","resource_id":null,"actions":["x"]}',
      'grants, line 1, column 42: resource_id is null; expected a text such as "*"; all resources of the type are "*"',
    ],
    [
      'a number as id',
      '{"resource_type":"builder","resource_id":7,"actions":["x"]}',
      'grants, line 1, column 42: resource_id is 7; expected a text such as "*"; all resources of the type are "*"',
    ],
    [
      'a key in both spellings',
      '{"resource_type":"b","resourceType":"c","resource_id":"*","actions":["x"]}',
      'grants, line 1, column 22: resource_type is given twice, as resource_type and as resourceType; give it once',
    ],
    [
      'no action',
      '{"resource_type":"builder","resource_id":"*","actions":[]}',
      'grants, line 1, column 56: actions is an empty list; expected a list such as ["ensure", "access"]',
    ],
    [
      'missing actions',
      '{"resource_type":"builder","resource_id":"*"}',
      'grants, line 1, column 1: the key actions is missing, as in "actions": ["ensure", "access"]',
    ],
    [
      'a text as actions',
      '{"resource_type":"builder","resource_id":"*","actions":"x"}',
      'grants, line 1, column 56: actions is "x"; expected a list such as ["ensure", "access"]',
    ],
    [
      'an empty action',
      '{"resource_type":"builder","resource_id":"*","actions":["x",""]}',
      'grants, line 1, column 61: found "" among the actions; expected a text such as "ensure"',
    ],
    [
      'an action of blanks',
      '{"resource_type":"builder","resource_id":"*","actions":["x","  "]}',
      'grants, line 1, column 61: found "  " among the actions; expected a text such as "ensure"',
    ],
    [
      'a number as action',
      '{"resource_type":"builder","resource_id":"*","actions":[7]}',
      'grants, line 1, column 57: found 7 among the actions; expected a text such as "ensure"',
    ],
    [
      'every type in JSON',
      '{"resource_type":"*","resource_id":"*","actions":["x"]}',
      `grants, line 1, column 18: ${NO_TYPE_FOR_ALL}`,
    ],
    [
      'a control character in an id in JSON',
      '{"resource_type":"builder","resource_id":"a\\u0007b","actions":["x"]}',
      'grants, line 1, column 42: "a\\u0007b" holds a control character, which no name of Namespace has',
    ],
    [
      'a control character in an action in JSON',
      '{"resource_type":"builder","resource_id":"*","actions":["a\\u0007b"]}',
      'grants, line 1, column 57: "a\\u0007b" holds a control character, which no name of Namespace has',
    ],
  ])('that are malformed are refused with their place: %s', (_what, text, message) => {
    expect(problemsOf(text)).toEqual([message]);
  });

  it('that stand beside unrestricted are looked at all the same', () => {
    expect(problemsOf('unrestricted\nbuilder: ensure')).toEqual([
      `grants, line 1, column 1: Namespace knows no unrestricted token; list what the token may do: ${LINE}`,
      `grants, line 2, column 1: "builder" stands without the id of a resource; write "builder *: …" for all of the type. Expected ${LINE}`,
    ]);
  });

  it('that are malformed in several places are reported together, each grant by its number', () => {
    const problems = problemsOf(
      '{"resource_type":"builder","resource_id":"*","actions":["x"]}\n{"resource_type":"","resource_id":"*","actions":[]}\n7',
    );
    expect(problems).toEqual([
      'grants, line 2, column 18: grant 2: resource_type is an empty text: an expression was probably empty; expected a text such as "builder"',
      'grants, line 2, column 49: grant 2: actions is an empty list; expected a list such as ["ensure", "access"]',
      `grants, line 3, column 1: grant 3: found 7, expected an object such as ${OBJECT}`,
    ]);
  });

  it('that are malformed on several lines are reported together', () => {
    expect(problemsOf('builder: ensure\n* *: ensure\nbuilder b1: ensure')).toEqual([
      `grants, line 1, column 1: "builder" stands without the id of a resource; write "builder *: …" for all of the type. Expected ${LINE}`,
      `grants, line 2, column 1: ${NO_TYPE_FOR_ALL}`,
    ]);
  });

  it('keep a blank at the ends of a text in JSON: the server decides what it names', () => {
    expect(permissionsOf('{"resource_type":"builder","resource_id":" b1","actions":["ensure "]}')).toEqual([
      { resourceType: 'builder', resourceId: ' b1', actions: ['ensure '] },
    ]);
  });

  it('are shown with what is no wildcard in quotes only where it must be', () => {
    expect(printPermissions(permissionsOf('builder *: ensure, *\n"a b" "c: d": e'))).toEqual([
      'builder *: ensure, *',
      '"a b" "c: d": e',
    ]);
  });

  it('that a server tells of as named "*" are shown as all', () => {
    expect(printPermissions([{ resourceType: '*', resourceId: '*', actions: ['*'] }])).toEqual(['* *: *']);
  });

  it.each<[string, string, RegExp]>([
    [
      'an unknown type',
      'bulder *: ensure',
      /"bulder" is not among the resource types.*Did you mean "builder"\?.*asked for as written/,
    ],
    [
      'an unknown action',
      'builder *: acess',
      /"acess" is not among the actions on builder.*: access, ensure\. Did you mean "access"\?/,
    ],
    [
      'every action',
      'github/runner-profile *: *',
      /every action on github\/runner-profile.*may refuse it.*create, delete, get, list, update/,
    ],
    ['a right to create tokens', 'token/revokable *: create', /create tokens, which stay when this one is revoked/],
    ['a right to refresh tokens', 'token/revokable *: refresh', /put off the end of tokens, this one included/],
    ['every right over tokens', 'token/revokable *: *', /create tokens.*\n.*put off the end/],
    ['a right to issue identity tokens', 'federation *: issue_federation', /identity tokens, which stay valid/],
  ])('are warned about and asked for all the same: %s', (_what, text, words) => {
    expect(noticesOf(text)).toMatch(words);
    expect(noticesOf(text)).toMatch(/^warning: grants, line 1, column \d+: /);
    expect(permissionsOf(text)).toHaveLength(1);
  });

  it('that are documented are not warned about', () => {
    expect(noticesOf('builder b1: ensure, access\ntoken/revokable t1: list, revoke')).toBe('');
  });

  it('on an id that looks as it stands in a URL are noted', () => {
    expect(noticesOf('builder my%2Fbuilder: ensure')).toBe(
      'notice: encoded text is taken literally: "my%2Fbuilder" ("my/builder"?). Write names as they are, not as they stand in a URL.',
    );
  });

  it('on all of a type are noted, in one line', () => {
    expect(noticesOf('builder *: ensure\ninstance i1: get\nartifact *: list')).toBe(
      'notice: builder *, artifact *: all of the workspace, with what is made there later.',
    );
  });

  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 12 })
    .filter((t) => t.trim() !== '' && !/[\p{C}\p{Z}]/u.test(t));
  const notAll = text.filter((t) => t !== '*');
  const permission: fc.Arbitrary<Permission> = fc.record({
    resourceType: notAll,
    resourceId: fc.oneof(fc.constant('*'), notAll),
    actions: fc.array(fc.oneof(fc.constant('*'), notAll), { minLength: 1, maxLength: 3 }),
  });
  const permissions = fc.array(permission, { minLength: 1, maxLength: 4 }).map(mergePermissions);

  it('are read back as they are handed on, and as they are shown', () => {
    fc.assert(
      fc.property(permissions, (asked) => {
        expect(permissionsOf(permissionsJson(asked))).toEqual(asked);
        expect(permissionsOf(printPermissions(asked).join('\n'))).toEqual(asked);
      }),
    );
  });

  it('are equal to themselves in any order, and never to more', () => {
    const difference = (asked: readonly Permission[], granted: readonly Permission[]) =>
      compare(
        { scope: 'TENANT_SCOPE', permissions: asked, workspace: undefined },
        {
          id: 'tok_1',
          workspace: undefined,
          expiresAt: undefined,
          scope: undefined,
          permissions: granted,
          state: undefined,
        },
      );
    fc.assert(
      fc.property(permissions, permission, (asked, more) => {
        const reversed = asked.toReversed().map((entry) => ({ ...entry, actions: entry.actions.toReversed() }));
        expect(difference(asked, reversed)).toEqual([]);
        const other = {
          ...more,
          resourceType: `${more.resourceType}/other-${asked.map((entry) => entry.resourceType).join()}`,
        };
        expect(difference(asked, [...asked, other])).toHaveLength(1);
        expect(difference([...asked, other], asked)).toHaveLength(1);
      }),
    );
  });
});

describe('what was granted, held against what was asked for', () => {
  const verdictOn = (asked: string, granted: string) =>
    compare(
      { scope: 'TENANT_SCOPE', permissions: permissionsOf(asked), workspace: undefined },
      {
        id: 'tok_1',
        workspace: undefined,
        expiresAt: undefined,
        scope: undefined,
        permissions: permissionsOf(granted),
        state: undefined,
      },
    ).length === 0
      ? 'as asked'
      : 'different';

  it.each([
    ['builder *: ensure, access', 'builder *: access\nbuilder *: ensure', 'as asked'],
    ['builder *: ensure\nbuilder b1: ensure', 'builder *: ensure', 'as asked'],
    ['builder *: *', 'builder *: ensure, access', 'as asked'],
    ['builder *: *, ensure', 'builder *: *', 'as asked'],
    ['builder b1: ensure', 'builder *: ensure', 'different'],
    ['builder *: ensure', 'builder b1: ensure', 'different'],
    ['builder *: ensure', 'builder *: *', 'different'],
    ['builder *: *', 'builder b1: ensure', 'different'],
    ['builder *: ensure', 'devbox *: ensure', 'different'],
    ['builder *: ensure, access', 'builder *: ensure', 'different'],
  ])('%s against %s: %s', (asked, granted, verdict) => {
    expect(verdictOn(asked, granted)).toBe(verdict);
  });

  const asked = {
    scope: 'TENANT_SCOPE',
    permissions: permissionsOf('builder *: ensure'),
    workspace: 'tenant_1',
  } as const;
  const told = {
    id: 'tok_1',
    workspace: 'tenant_1',
    expiresAt: undefined,
    scope: 'TENANT_SCOPE',
    permissions: asked.permissions,
    state: 'active',
  } as const;

  it.each<[string, Partial<RevokableToken>, readonly Difference[]]>([
    ['nothing, when all is told as it was asked for', {}, []],
    [
      'nothing, when nothing is told',
      { workspace: undefined, scope: undefined, permissions: undefined, state: undefined },
      [],
    ],
    ['another workspace', { workspace: 'tenant_2' }, [{ what: 'workspace', asked: 'tenant_1', granted: 'tenant_2' }]],
    [
      'another scope',
      { scope: 'TENANT_MEMBERSHIP_SCOPE' },
      [{ what: 'scope', asked: 'TENANT_SCOPE', granted: 'TENANT_MEMBERSHIP_SCOPE' }],
    ],
    ['a token that ended', { state: 'expired' }, [{ what: 'state', asked: 'active', granted: 'expired' }]],
    ['a token that was revoked', { state: 'revoked' }, [{ what: 'state', asked: 'active', granted: 'revoked' }]],
    [
      'other grants, each shown',
      { permissions: permissionsOf('builder *: access\ningress i1: access') },
      [{ what: 'grants', asked: 'builder *: ensure', granted: 'builder *: access; ingress i1: access' }],
    ],
  ])('tells of %s', (_what, change, differences) => {
    expect(compare(asked, { ...told, ...change })).toEqual(differences);
  });

  it('is as asked in any workspace where none was asked for', () => {
    expect(compare({ ...asked, workspace: undefined }, told)).toEqual([]);
  });

  it('is different where every action was asked for and none was granted', () => {
    expect(
      compare(
        { ...asked, permissions: permissionsOf('builder *: *') },
        { ...told, permissions: [{ resourceType: 'builder', resourceId: '*', actions: [] }] },
      ),
    ).toHaveLength(1);
  });
});

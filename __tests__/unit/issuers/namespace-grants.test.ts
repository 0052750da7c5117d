import fc from '../../properties.js';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../src/issuers/namespace/comparison.js';
import {
  mergePermissions,
  permissionsJson,
  printPermissions,
  readPermissions,
  type Permission,
} from '../../../src/issuers/namespace/grants.js';
import { parseGrants } from '../../../src/lease/grants.js';
import { formatProblem } from '../../../src/lease/problem.js';

function read(text: string) {
  const { grants, problems } = parseGrants(text);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('; '));
  return readPermissions(grants);
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

  it.each<[string, string, RegExp]>([
    ['a type without an id', 'builder: ensure', /line 1, column 1: "builder" stands without the id.*"builder \*: …"/],
    [
      'every type, without an id',
      '*: ensure',
      /^grants, line 1, column 1: Namespace has no grant on every type[^;]*; list the types/,
    ],
    ['a third word', 'builder * x: ensure', /line 1, column 11: found a third word, "x"/],
    ['every type', '# all\n* *: ensure', /line 2, column 1: Namespace has no grant on every type/],
    ['a wildcard in quotes', 'builder "*": ensure', /line 1, column 9: a \* in quotes/],
    ['a control character', 'builder "a\\u0007b": ensure', /control character/],
    ['unrestricted', 'unrestricted', /line 1, column 1: Namespace knows no unrestricted token/],
    ['an empty list', '[]', /the list is empty/],
    ['a text for an object', '["builder"]', /line 1, column 2: found "builder", expected an object/],
    [
      'a misspelt key',
      '{"resource_type":"b","resource_id":"*","actoins":["x"]}',
      /column 40: the key "actoins" is unknown.*Did you mean "actions"\?/,
    ],
    ['a missing type', '{"resource_id":"*","actions":["x"]}', /resource_type is missing/],
    [
      'a missing id',
      '{"resource_type":"builder","actions":["x"]}',
      /resource_id is missing.*all resources of the type are "\*"/,
    ],
    [
      'an empty id',
      '{"resource_type":"builder","resource_id":"","actions":["x"]}',
      /resource_id is an empty text.*"\*"/,
    ],
    ['a null id', '{"resource_type":"builder","resource_id":null,"actions":["x"]}', /resource_id is null/],
    ['a number as id', '{"resource_type":"builder","resource_id":7,"actions":["x"]}', /resource_id is 7/],
    [
      'a key in both spellings',
      '{"resource_type":"b","resourceType":"c","resource_id":"*","actions":["x"]}',
      /resource_type is given twice/,
    ],
    ['no action', '{"resource_type":"builder","resource_id":"*","actions":[]}', /actions is an empty list/],
    ['missing actions', '{"resource_type":"builder","resource_id":"*"}', /the key actions is missing/],
    [
      'a text as actions',
      '{"resource_type":"builder","resource_id":"*","actions":"x"}',
      /actions is "x"; expected a list/,
    ],
    [
      'an empty action',
      '{"resource_type":"builder","resource_id":"*","actions":["x",""]}',
      /found "" among the actions/,
    ],
    ['every type in JSON', '{"resource_type":"*","resource_id":"*","actions":["x"]}', /no grant on every type/],
  ])('that are malformed are refused with their place: %s', (_what, text, words) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(words)]);
  });

  it('that are malformed in several places are reported together, each grant by its number', () => {
    const problems = problemsOf(
      '{"resource_type":"builder","resource_id":"*","actions":["x"]}\n{"resource_type":"","resource_id":"*","actions":[]}\n7',
    );
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^grants, line 2, column 18: grant 2: resource_type/);
    expect(problems[1]).toMatch(/^grants, line 2, column 49: grant 2: actions/);
    expect(problems[2]).toMatch(/^grants, line 3, column 1: grant 3: found 7/);
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
      differencesOf(
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
  const compare = (asked: string, granted: string) =>
    differencesOf(
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
    expect(compare(asked, granted)).toBe(verdict);
  });
});

import { describe, expect, it } from 'vitest';
import { readGrants } from '../../../../src/issuers/namespace/grants.js';
import { parseGrants } from '../../../../src/request/grants.js';

/** What is said about grants: the level and the whole message of each notice. */
function saidOf(text: string): readonly string[] {
  const { grants } = parseGrants(text);
  const result = readGrants(grants);
  if (!result.ok) throw new Error('the grants were refused');
  return result.value.notices.map(({ level, message }) => `${level}: ${message}`);
}

/**
 * The page namespace.so/docs/security/permissions of February 2026; of its own command line `bazel/execution` and
 * `bazel/storage`; of the schema `federation`; of the page of `nsc token create` pulling, pushing and both rights on o11y.
 */
const KNOWN: readonly (readonly [type: string, actions: string])[] = [
  ['artifact', 'create, expire, list, resolve'],
  ['bazel/cache', 'ensure'],
  ['bazel/execution', 'ensure'],
  ['bazel/storage', 'write'],
  ['builder', 'access, ensure'],
  ['cache/gradle', 'ensure, read, write'],
  ['cache/httpcache', 'ensure, read, write'],
  ['cache/turborepo', 'delete, list, read, report, write'],
  ['containerregistry', 'configure, pull, push'],
  ['containerregistry/image', 'delete, get, list, update'],
  ['containerregistry/repository', 'delete, list, share, unshare'],
  ['containerregistry/tags', 'list'],
  ['devbox', 'activate, create, expire, fetch, list, update'],
  ['devbox/image', 'expire, fetch, list, wire'],
  ['federation', 'issue_federation'],
  ['github/runner-profile', 'create, delete, get, list, update'],
  ['ingress', 'access'],
  ['instance', 'create, destroy, dial_host, exec, get, list, refresh, release, resume, ssh, suspend, wait'],
  ['instance/ingress', 'list, register'],
  ['instance/notification', 'list'],
  ['instance/o11y/logs', 'get, list'],
  ['instance/o11y/metrics', 'get, list'],
  ['instance/o11y/oom', 'get, list'],
  ['network/fabric/segment', 'attach'],
  ['tenant', 'get'],
  ['tenant/policies', 'get'],
  ['tenant/usage', 'get'],
  ['testing/test/logs', 'stream'],
  ['testing/test/result', 'list, push'],
  ['testing/test/run', 'complete, create, get, list'],
  ['token/revokable', 'create, list, refresh, revoke'],
  ['volume/persistent', 'describe, destroy, list'],
];

/** A token with one of these leaves something behind, or reaches further, of which it is warned though it is known. */
const REACHING: Readonly<Record<string, readonly string[]>> = {
  'token/revokable': [
    'a token with token/revokable: create can create tokens, which stay when this one is revoked.',
    'a token with token/revokable: refresh can put off the end of tokens, this one included, beyond what is asked for here.',
  ],
  federation: [
    'a token with federation: issue_federation can issue identity tokens, which stay valid when this one is revoked.',
  ],
  instance: [
    'a token with instance: create can start instances, which run on when this one is revoked, with workload tokens of their own, by default for the whole workspace.',
    'a token with instance: exec can run commands in instances, with the workload tokens that are there, by default for the whole workspace.',
    'a token with instance: ssh can run commands in instances, with the workload tokens that are there, by default for the whole workspace.',
  ],
  devbox: [
    'a token with devbox: create can start devboxes, which run on when this one is revoked.',
    'a token with devbox: activate can start devboxes, which run on when this one is revoked.',
  ],
  'github/runner-profile': [
    'a token with github/runner-profile: create can set on what later jobs of GitHub run, and what these may do at Namespace.',
    'a token with github/runner-profile: update can set on what later jobs of GitHub run, and what these may do at Namespace.',
  ],
  'containerregistry/repository': [
    'a token with containerregistry/repository: share can share repositories, which stay shared when this one is revoked.',
  ],
};

const reachingOf = (type: string): readonly string[] => REACHING[type] ?? [];

describe('a right that Namespace documents', () => {
  it.each(KNOWN)(
    'is taken without a word, but for what outlives the token or reaches further: %s: %s',
    (type, actions) => {
      const line = `${type} x1: ${actions}`;
      const columnOf = (message: string) => {
        const [, action = ''] = /: (\w+) can/.exec(message) ?? [];
        return line.indexOf(action, `${type} x1: `.length) + 1;
      };
      expect(saidOf(line)).toEqual(
        reachingOf(type)
          .toSorted((one, other) => columnOf(one) - columnOf(other))
          .map((message) => `warning: grants, line 1, column ${columnOf(message)}: ${message}`),
      );
    },
  );

  it.each(KNOWN)('is one of all that a * is warned to ask for: %s: %s', (type, actions) => {
    const place = `warning: grants, line 1, column ${`${type} x1: `.length + 1}: `;
    expect(saidOf(`${type} x1: *`)).toEqual(
      [
        `* asks for every action on ${type}, those of the future too, and Namespace may refuse it for a revokable token; better list the actions: ${actions}.`,
        ...reachingOf(type),
      ].map((message) => `${place}${message}`),
    );
  });

  it.each(KNOWN.flatMap(([type, actions]) => actions.split(', ').map((action) => [type, actions, action] as const)))(
    'is suggested where only the case of its letters differs: %s, of %s: %s',
    (type, actions, action) => {
      const wrong = action.toUpperCase();
      expect(saidOf(`${type} x1: ${wrong}`)).toEqual([
        `warning: grants, line 1, column ${`${type} x1: `.length + 1}: "${wrong}" is not among the actions on ${type} that Namespace documents (namespace.so/docs/security/permissions): ${actions}. Did you mean "${action}"? It is asked for as written.`,
      ]);
    },
  );

  it.each(KNOWN)('is suggested where only the case of the letters of its type differs: %s', (type) => {
    const wrong = type.toUpperCase();
    expect(saidOf(`${wrong} x1: list`)).toEqual([
      `warning: grants, line 1, column 1: "${wrong}" is not among the resource types that Namespace documents (namespace.so/docs/security/permissions). Did you mean "${type}"? It is asked for as written.`,
    ]);
  });
});

describe('a right that Namespace does not document', () => {
  it.each([
    ['bulder', 'builder'],
    ['instances', 'instance'],
    ['token/revocable', 'token/revokable'],
    ['cache/httpcahce', 'cache/httpcache'],
    ['github/runner-profiles', 'github/runner-profile'],
  ])('is asked for with the type that was probably meant told: %s, %s', (wrong, meant) => {
    expect(saidOf(`${wrong} x1: list`)).toEqual([
      `warning: grants, line 1, column 1: "${wrong}" is not among the resource types that Namespace documents (namespace.so/docs/security/permissions). Did you mean "${meant}"? It is asked for as written.`,
    ]);
  });

  it.each([
    ['instance', 'destory', 'destroy'],
    ['instance', 'ssl', 'ssh'],
    ['token/revokable', 'revok', 'revoke'],
    ['testing/test/run', 'completed', 'complete'],
  ])('is asked for with the action that was probably meant told: %s: %s, %s', (type, wrong, meant) => {
    const [, actions = ''] = KNOWN.find(([name]) => name === type) ?? [];
    expect(saidOf(`${type} x1: ${wrong}`)).toEqual([
      `warning: grants, line 1, column ${`${type} x1: `.length + 1}: "${wrong}" is not among the actions on ${type} that Namespace documents (namespace.so/docs/security/permissions): ${actions}. Did you mean "${meant}"? It is asked for as written.`,
    ]);
  });

  it('is asked for with no suggestion where nothing is near, and its actions are not judged', () => {
    expect(saidOf('vault/object x1: read, write')).toEqual([
      'warning: grants, line 1, column 1: "vault/object" is not among the resource types that Namespace documents (namespace.so/docs/security/permissions). It is asked for as written.',
    ]);
    expect(saidOf('builder x1: destroy')).toEqual([
      'warning: grants, line 1, column 13: "destroy" is not among the actions on builder that Namespace documents (namespace.so/docs/security/permissions): access, ensure. It is asked for as written.',
    ]);
  });

  it('has no list of actions to offer for a *', () => {
    expect(saidOf('vault/object x1: *')).toEqual([
      'warning: grants, line 1, column 1: "vault/object" is not among the resource types that Namespace documents (namespace.so/docs/security/permissions). It is asked for as written.',
      'warning: grants, line 1, column 18: * asks for every action on vault/object, those of the future too, and Namespace may refuse it for a revokable token; better list the actions.',
    ]);
  });

  it.each([
    ['builder', 'refresh'],
    ['builder', 'issue_federation'],
    ['vault/object', 'create'],
  ])('does not outlive the token for having the name of one that does: %s: %s', (type, action) => {
    expect(saidOf(`${type} x1: ${action}`).join()).not.toContain('a token with');
  });
});

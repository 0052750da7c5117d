import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/request/problem.js';
import { parseScope, placeIn } from '../../../src/verbs/sweep-scope.js';

const OWN = 'github.com';

describe('scope', () => {
  it.each([
    ['octo-org/octo-repo', { kind: 'repository', forge: OWN, repository: 'octo-org/octo-repo' }],
    ['octo-org/*', { kind: 'owner', forge: OWN, owner: 'octo-org' }],
    ['group/subgroup/project', { kind: 'repository', forge: OWN, repository: 'group/subgroup/project' }],
    ['Git.Example/octo/*', { kind: 'owner', forge: 'git.example', owner: 'octo' }],
    ['git.example:3000/octo/*', { kind: 'owner', forge: 'git.example:3000', owner: 'octo' }],
    ['localhost/octo/*', { kind: 'owner', forge: 'localhost', owner: 'octo' }],
    ['git.example/octo/repo', { kind: 'repository', forge: 'git.example', repository: 'octo/repo' }],
    ['octo.org/repo', { kind: 'repository', forge: OWN, repository: 'octo.org/repo' }],
    ['*', { kind: 'all' }],
  ])('%s is understood', (text, scope) => {
    expect(parseScope(text, OWN)).toStrictEqual({ ok: true, value: scope });
  });

  it.each([
    '',
    'octo',
    '/',
    'octo/',
    '/repo',
    '*/*',
    '*/repo',
    'octo//repo',
    'octo/re po',
    'octo/repo*',
    'octo-*',
    '**',
  ])('%j is an error that says what there is', (text) => {
    const scope = parseScope(text, OWN);
    expect(scope.ok ? [] : scope.problems.map(formatProblem)).toStrictEqual([
      `scope: found ${JSON.stringify(text)}; expected owner/name for one repository, owner/* for all of an owner, HOST/owner/* for those of another forge, or * for all that is found, in a dry run`,
    ]);
  });
});

describe('a token', () => {
  const from = (repository: string, at?: string) => ({
    ...(at === undefined ? {} : { at }),
    repository,
    run: '1',
    attempt: '1',
    job: '',
  });

  it.each([
    ['octo/repo', from('octo/repo'), 'inside'],
    ['Octo/Repo', from('octo/repo'), 'inside'],
    ['octo/repo', from('octo/repo-2'), 'outside'],
    ['octo/*', from('octo/repo'), 'inside'],
    ['octo/*', from('octo-org/repo'), 'outside'],
    ['octo/*', from('octo'), 'outside'],
    ['*', from(''), 'inside'],
    ['*', from('octo/repo', 'git.example'), 'on another forge'],
    ['octo/*', from('octo/repo', 'git.example'), 'on another forge'],
    ['git.example/octo/*', from('octo/repo', 'git.example'), 'inside'],
    ['git.example/octo/*', from('else/repo', 'git.example'), 'outside'],
    ['git.example/octo/*', from('octo/repo', 'other.example'), 'on another forge'],
    ['git.example/octo/*', from('octo/repo'), 'outside'],
    ['github.com/octo/*', from('octo/repo'), 'inside'],
  ] as const)('in scope %s: %j is %s', (text, origin, place) => {
    const scope = parseScope(text, OWN);
    if (!scope.ok) throw new Error('this scope can be read');
    expect(placeIn(scope.value, OWN, origin)).toBe(place);
  });
});

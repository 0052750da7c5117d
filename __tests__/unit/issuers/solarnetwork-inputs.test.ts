import { describe, expect, test } from 'vitest';
import { ID, NOT_A_SECRET, prepared, problemsOf, surroundings, type Inputs } from './solarnetwork-session.js';

describe('the credential', () => {
  const environment = { SN_TOKEN_ID: ID, SN_TOKEN_SECRET: NOT_A_SECRET };

  test('is a pair, each half from its input or else from its variable', () => {
    expect(prepared({ credential: ` ${NOT_A_SECRET}\n`, credential_id: ` ${ID} ` }).access).toEqual({
      endpoint: 'https://data.solarnetwork.net',
      authentication: { kind: 'secret', secret: NOT_A_SECRET, id: ID },
    });
    const ambient = prepared({}, surroundings(environment));
    expect(ambient.access.authentication).toEqual({ kind: 'secret', secret: NOT_A_SECRET, id: ID });
    expect(ambient.sources).toEqual([
      'credential: from the environment variable SN_TOKEN_SECRET',
      'credential_id: from the environment variable SN_TOKEN_ID',
      "url: https://data.solarnetwork.net, SolarNetwork's own",
    ]);
  });

  test.each<readonly [string, Inputs, Readonly<Record<string, string>>]>([
    ['the secret', { credential: NOT_A_SECRET }, { SN_TOKEN_ID: ID, SN_TOKEN_SECRET: 'another' }],
    ['the id', { credential_id: ID }, { SN_TOKEN_ID: 'another', SN_TOKEN_SECRET: NOT_A_SECRET }],
  ])('takes %s from the input and the rest from the environment', (_what, inputs, variables) => {
    expect(prepared(inputs, surroundings(variables)).access.authentication).toEqual({
      kind: 'secret',
      secret: NOT_A_SECRET,
      id: ID,
    });
  });

  test.each<readonly [string, Inputs, Readonly<Record<string, string>>, string]>([
    ['a secret alone', { credential: NOT_A_SECRET }, {}, 'credential_id: the id of the User token is needed'],
    ['an id alone', { credential_id: ID }, {}, 'credential: the secret of a User token (and its id'],
    ['half of variables', {}, { SN_TOKEN_SECRET: NOT_A_SECRET }, 'credential_id: the id of the User token is needed'],
    ['a blank id', {}, { SN_TOKEN_ID: ' ', SN_TOKEN_SECRET: NOT_A_SECRET }, 'SN_TOKEN_ID: this is not the id'],
    ['the other half of variables', {}, { SN_TOKEN_ID: ID }, 'credential: the secret of a User token (and its id'],
    ['nothing', {}, {}, 'credential: the secret of a User token (and its id'],
    ['the two swapped', { credential: ID, credential_id: NOT_A_SECRET }, {}, 'see that id and secret are not swapped'],
    [
      'an id with a comma',
      { credential: NOT_A_SECRET, credential_id: 'ABC;D12,34_567890123' },
      {},
      'credential_id: this is not the id',
    ],
  ])('is not %s', (_what, inputs, variables, problem) => {
    const problems = problemsOf(inputs, surroundings(variables));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems[0]).not.toContain(NOT_A_SECRET);
  });

  test('is not what an earlier mint of the job exported', () => {
    const around = surroundings(environment, { exported: (name) => name === 'SN_TOKEN_SECRET' });
    expect(problemsOf({}, around)).toEqual([
      expect.stringMatching(/^SN_TOKEN_SECRET: an earlier mint of this job exported/),
    ]);
    const idExported = surroundings(environment, { exported: (name) => name === 'SN_TOKEN_ID' });
    expect(problemsOf({ credential: NOT_A_SECRET }, idExported)).toEqual([
      expect.stringMatching(/^SN_TOKEN_ID: an earlier mint of this job exported/),
    ]);
  });

  test('that is missing altogether is told with both of its halves', () => {
    expect(problemsOf({}, surroundings({}))).toEqual([
      expect.stringMatching(/^credential: .*credential_id.*SN_TOKEN_ID.*SN_TOKEN_SECRET/),
    ]);
  });

  test('that is empty on a fork is told with the cause', () => {
    const around = surroundings({}, { emptyCredentialHint: 'Forks get no secrets.' });
    expect(problemsOf({ credential_id: ID }, around)[0]).toContain('Forks get no secrets.');
    expect(problemsOf({}, around)[0]).toContain('Forks get no secrets.');
  });
});

describe('an input', () => {
  const credential = { credential: NOT_A_SECRET, credential_id: ID };

  test.each([
    'https://data.solarnetwork.net/solaruser',
    'https://gate.example/x/solarquery/api/v1/sec',
    'https://a.example/api/v1',
  ])('url is the part before the service: %s', (url) => {
    expect(problemsOf({ ...credential, url })).toEqual([
      expect.stringContaining('expected the part before /solaruser'),
    ]);
  });

  test('name is not blank, since that would erase it', () => {
    expect(problemsOf({ ...credential, name: ' \t' })).toEqual([expect.stringContaining('name: the name is blank')]);
  });

  test('that is wrong is told with all others', () => {
    expect(
      problemsOf({ grants: 'node-id: x', url: 'nope', credential_id: 'y', credential: NOT_A_SECRET, name: ' ' }),
    ).toHaveLength(4);
  });
});

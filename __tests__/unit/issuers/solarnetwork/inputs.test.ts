import { describe, expect, test } from 'vitest';
import { parseGrants } from '../../../../src/request/grants.js';
import type { MintedToken } from '../../../../src/lease/issuer.js';
import { ID, NOT_A_SECRET, prepared, problemsOf, request, surroundings, type Inputs } from './session.js';
import { readNodeData, user } from '../../../../src/issuers/solarnetwork/issuer.js';
import { runnerWords } from '../../../../src/runner/words.js';
import { createTestPorts } from '../../http/test-ports.js';

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

  const SECRET_MISSING =
    'the secret of a User token (and its id: credential_id, or the environment variable SN_TOKEN_ID) is needed, and none is given; set credential: ${{ secrets.PARENT }} or the environment variable SN_TOKEN_SECRET.';
  const ID_MISSING =
    'the id of the User token is needed beside its secret; set credential_id: ${{ vars.SN_TOKEN_ID }} or the environment variable SN_TOKEN_ID';
  const NO_ID =
    'this is not the id of a token, which has 20 characters: letters, digits, hyphens, dots and underscores, as in Lqc8Z_KzpD8.L0_em0Au; see that id and secret are not swapped';

  test.each<readonly [string, Inputs, Readonly<Record<string, string>>, string]>([
    ['a secret alone', { credential: NOT_A_SECRET }, {}, `credential_id: ${ID_MISSING}`],
    ['an id alone', { credential_id: ID }, {}, `credential: ${SECRET_MISSING}`],
    ['half of variables', {}, { SN_TOKEN_SECRET: NOT_A_SECRET }, `credential_id: ${ID_MISSING}`],
    ['the other half of variables', {}, { SN_TOKEN_ID: ID }, `credential: ${SECRET_MISSING}`],
    ['nothing', {}, {}, `credential: ${SECRET_MISSING}`],
    ['a blank id', { credential: NOT_A_SECRET }, { SN_TOKEN_ID: ' ' }, `SN_TOKEN_ID: ${NO_ID}`],
    ['a variable that is no id', {}, { SN_TOKEN_ID: 'x', SN_TOKEN_SECRET: NOT_A_SECRET }, `SN_TOKEN_ID: ${NO_ID}`],
    ['the two swapped', { credential: ID, credential_id: NOT_A_SECRET }, {}, `credential_id: ${NO_ID}`],
    [
      'an id of two words',
      { credential: NOT_A_SECRET, credential_id: 'Lqc8Z KzpD8.L0 em0Au' },
      {},
      `credential_id: ${NO_ID}`,
    ],
    [
      'an id with a comma, which would end it in the header',
      { credential: NOT_A_SECRET, credential_id: 'ABC;D12,34_567890123' },
      {},
      `credential_id: ${NO_ID}`,
    ],
  ])('is not %s', (_what, inputs, variables, problem) => {
    expect(problemsOf(inputs, surroundings(variables))).toEqual([problem]);
  });

  test('with two wrong halves is told both', () => {
    expect(problemsOf({ credential: ' ', credential_id: 'x' })).toEqual([
      `credential: ${SECRET_MISSING}`,
      `credential_id: ${NO_ID}`,
    ]);
    expect(problemsOf({ credential: 'Bearer x' })).toEqual([
      'credential: the value begins with "Bearer "; expected the credential alone, without the word of the header',
      `credential_id: ${ID_MISSING}`,
    ]);
    expect(problemsOf({}, surroundings({ SN_TOKEN_ID: 'x' }))).toEqual([
      `credential: ${SECRET_MISSING}`,
      `SN_TOKEN_ID: ${NO_ID}`,
    ]);
  });

  test('may have an old id, with a semicolon', () => {
    expect(prepared({ credential: NOT_A_SECRET, credential_id: 'ABC;D12.34_567890123' }).access.authentication).toEqual(
      {
        kind: 'secret',
        secret: NOT_A_SECRET,
        id: 'ABC;D12.34_567890123',
      },
    );
  });

  test('is not what an earlier mint of the job exported', () => {
    const around = surroundings(environment, { exported: (name) => name === 'SN_TOKEN_SECRET' });
    expect(problemsOf({}, around)).toEqual([
      'SN_TOKEN_SECRET: an earlier mint of this job exported this variable, so it holds a minted token and not the parent. Give the parent in the input, as in credential: ${{ secrets.PARENT }}, or mint without export_env',
    ]);
    const idExported = surroundings(environment, { exported: (name) => name === 'SN_TOKEN_ID' });
    expect(problemsOf({ credential: NOT_A_SECRET }, idExported)).toEqual([
      'SN_TOKEN_ID: an earlier mint of this job exported this variable, so it holds the id of a minted token and not that of the parent. Give the parent in the input credential_id, or mint without export_env',
    ]);
    const bothExported = surroundings(environment, { exported: () => true });
    expect(problemsOf({ credential: NOT_A_SECRET, credential_id: ID }, bothExported)).toEqual([]);
  });

  test('that is empty on a fork is told with the cause', () => {
    const around = surroundings({}, { emptyCredentialHint: 'Forks get no secrets.' });
    for (const inputs of [{ credential_id: ID }, {}]) {
      expect(problemsOf(inputs, around)).toEqual([`credential: ${SECRET_MISSING} Forks get no secrets.`]);
    }
  });
});

describe('an input', () => {
  const credential = { credential: NOT_A_SECRET, credential_id: ID };

  test.each([
    'https://data.solarnetwork.net/solaruser',
    'https://data.solarnetwork.net/solarquery',
    'https://gate.example/x/solarquery/api/v1/sec',
    'https://a.example/api/v1',
    'https://a.example/api/v10',
    'https://a.example/api/v1/sec',
  ])('url is the part before the service: %s', (url) => {
    expect(problemsOf({ ...credential, url })).toEqual([
      `url: found "${url}"; expected the part before /solaruser, as in https://data.solarnetwork.net`,
    ]);
  });

  test.each([
    'https://a.example',
    'https://a.example/solarusers',
    'https://a.example/my-solaruser',
    'https://a.example/api',
    'https://a.example/api/v1beta',
  ])('url may be of a gateway: %s', (url) => {
    const { access, sources } = prepared({ ...credential, url: `${url}/` });
    expect(access.endpoint).toBe(url);
    expect(sources).toEqual([
      'credential: from the input',
      'credential_id: from the input',
      `url: ${url}, from the input`,
    ]);
  });

  test('url is a URL', () => {
    expect(problemsOf({ ...credential, url: 'nope' })).toEqual([
      'url: found "nope", which does not begin with https://; expected a base URL such as https://host.example or http://127.0.0.1:8086/prefix',
    ]);
  });

  test.each(['', ' \t'])('name is not blank, since that would erase it: %j', (name) => {
    expect(problemsOf({ ...credential, name })).toEqual([
      'name: the name is blank, and SolarNetwork would drop it; leave it out or write one',
    ]);
  });

  test('that is wrong is told with all others', () => {
    const problems = problemsOf({
      grants: 'node-id: x',
      url: 'nope',
      credential_id: 'y',
      credential: NOT_A_SECRET,
      name: ' ',
    });
    expect(problems.map((problem) => problem.split(/[:,]/)[0])).toEqual(['grants', 'url', 'credential_id', 'name']);
  });

  test('that is right is no cause for a notice', () => {
    expect(prepared(credential).notices).toEqual([]);
  });

  test('grants that could not be read are not minted, and not told a second time', () => {
    const unread = parseGrants('');
    expect(unread.problems).toHaveLength(1);
    const result = readNodeData.prepare({ ...request(credential), grants: unread.grants }, surroundings(), runnerWords);
    expect(result).toEqual({ ok: false, problems: [] });
  });
});

describe.each([
  ['solarnetwork/ReadNodeData', readNodeData],
  ['solarnetwork/User', user],
] as const)('a token of type %s', (type, issuer) => {
  const token: MintedToken = {
    type,
    id: ID,
    secret: NOT_A_SECRET,
    name: 'n',
    expiresAt: Date.parse('2026-11-24T12:00:00.001Z'),
    grants: 'unrestricted',
    unconfirmed: [],
  };

  test('is told of by the name of its system, with a grant as people write it', () => {
    expect(issuer.title).toBe('SolarNetwork');
    expect(parseGrants(issuer.grantExample).problems).toEqual([]);
    expect(prepared({ credential: NOT_A_SECRET, credential_id: ID, grants: issuer.grantExample })).toBeDefined();
    expect(issuer.grantExample).toBe('node-id: 100, 101');
  });

  test('takes the endpoint and both halves of the credential', () => {
    expect(issuer.inputs).toEqual(['url', 'credential', 'credential_id']);
  });

  test('ends at a millisecond, at most a year from now', () => {
    expect(issuer.expiry).toEqual({ kind: 'millisecond', longest: 365 * 24 * 3600 });
  });

  const planned = () =>
    prepared({ credential: NOT_A_SECRET, credential_id: ID }, surroundings(), issuer).plan(createTestPorts());

  test('is exported by the names that s10k reads', async () => {
    expect((await planned()).exports(token, undefined)).toEqual({ SN_TOKEN_ID: ID, SN_TOKEN_SECRET: NOT_A_SECRET });
    expect(issuer.exportsTokenFile).toBe(false);
  });

  test('is written to a file as JSON', async () => {
    expect(issuer.tokenFileFormat).toBe('json');
    expect(JSON.parse((await planned()).tokenFile(token))).toEqual({
      token: NOT_A_SECRET,
      token_id: ID,
      expires_at: '2026-11-24T12:00:00.001Z',
    });
  });
});

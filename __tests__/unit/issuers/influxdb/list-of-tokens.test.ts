import { describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../../../src/http/client.js';
import type { Api } from '../../../../src/issuers/influxdb/api.js';
import { newAttempt } from '../../../../src/lease/attempt.js';
import {
  contextOf,
  listAuthorizations,
  tokensOf,
  ownerOf,
  userIn,
  whyIncomplete,
  type Listed,
} from '../../../../src/issuers/influxdb/tokens.js';

const ORG = '7e30e69b70378cc5';
const ELSEWHERE = '235ffb50e166cb98';
const OWN = '11acc3aadf3c2000';
const ADA = '11acc3aadf3c2001';

function answerOf(status: number, json: unknown): HttpAnswer {
  return { status, headers: {}, text: '', json, what: `GET https://influx.example/api/v2/me answered ${status}` };
}

/** An API that answers each path as given, and keeps what it was asked for. */
function apiAnswering(answers: Readonly<Record<string, HttpAnswer>>): { readonly api: Api; readonly asked: string[] } {
  const asked: string[] = [];
  const get = (path: string) => {
    asked.push(path);
    const answer = answers[path];
    return answer === undefined ? Promise.reject(new Error(`${path} is not asked for`)) : Promise.resolve(answer);
  };
  const never = () => Promise.reject(new Error('only reads are made'));
  return {
    api: {
      endpoint: 'https://influx.example',
      serverAhead: () => undefined,
      get,
      delete: never,
      patch: never,
      mint: never,
    },
    asked,
  };
}

const me = answerOf(200, { id: OWN });
const listed = (more: Partial<Listed> = {}): Listed => ({
  id: '11acc3aadf3c2002',
  description: '',
  orgID: ORG,
  userID: OWN,
  status: 'active',
  permissions: [{ action: 'read', resource: { type: 'authorizations', orgID: ORG } }],
  ...more,
});

const proofOf = (items: readonly Listed[], answer = me, userID?: string, answers = {}) => {
  const { api, asked } = apiAnswering(answers);
  return whyIncomplete(items, { orgID: ORG, userID }, answer, api).then((why) => ({ why, asked }));
};
const PROVEN = { why: undefined, asked: [] };
const NOT_IN_LIST = { why: 'the credential is not in the list of tokens that it can see', asked: [] };

describe('a list of tokens is whole', () => {
  test.for([
    ['of the organisation', { type: 'authorizations', orgID: ORG }],
    ['with an id that is empty', { type: 'authorizations', id: '', orgID: ORG }],
    ['with an id that is null', { type: 'authorizations', id: null, orgID: ORG }],
    ['of all organisations', { type: 'authorizations' }],
    ['of all organisations, which is empty', { type: 'authorizations', orgID: '' }],
    ['of all organisations, which is null', { type: 'authorizations', orgID: null }],
    ['of everything', { type: 'instance' }],
  ])('when an entry of the credential’s user may read all tokens %s', async ([, resource]) => {
    const permissions = [
      { action: 'write', resource: { type: 'tasks' } },
      { action: 'read', resource },
    ];
    expect(await proofOf([listed({ permissions: [] }), listed({ permissions })])).toEqual(PROVEN);
  });

  test('when nobody tells the credential’s user, and any entry may read all tokens', async () => {
    expect(await proofOf([listed({ userID: ADA })], answerOf(404, undefined))).toEqual(PROVEN);
  });

  test('for a user who is the credential’s own, without another question', async () => {
    expect(await proofOf([listed()], me, OWN)).toEqual(PROVEN);
  });

  test('for another user, whom the credential may read', async () => {
    const answers = { [`/api/v2/users/${ADA}`]: answerOf(200, { id: ADA }) };
    expect(await proofOf([listed()], me, ADA, answers)).toEqual({ why: undefined, asked: Object.keys(answers) });
  });
});

describe('a list of tokens may lack some', () => {
  test.for<[string, unknown]>([
    ['to write them', [{ action: 'write', resource: { type: 'authorizations', orgID: ORG } }]],
    ['without an action', [{ resource: { type: 'authorizations', orgID: ORG } }]],
    ['on one of them', [{ action: 'read', resource: { type: 'authorizations', id: OWN, orgID: ORG } }]],
    ['on one of everything', [{ action: 'read', resource: { type: 'instance', id: OWN } }]],
    ['on those of another organisation', [{ action: 'read', resource: { type: 'authorizations', orgID: ELSEWHERE } }]],
    ['on something else', [{ action: 'read', resource: { type: 'buckets', orgID: ORG } }]],
    ['on nothing', [{ action: 'read' }, { action: 'read', resource: null }, null, 'read']],
    ['that are none', []],
    ['that are missing', undefined],
    ['that are no list', { action: 'read', resource: { type: 'authorizations' } }],
  ])('when the entry has rights %s', async ([, permissions]) => {
    expect(await proofOf([listed({ permissions })])).toEqual(NOT_IN_LIST);
  });

  test('when the entry is of another user', async () => {
    expect(await proofOf([listed({ userID: ADA }), listed({ userID: undefined })])).toEqual(NOT_IN_LIST);
  });

  test('when it is empty', async () => {
    expect(await proofOf([])).toEqual({
      why: 'the server shows the credential no token of this organisation',
      asked: [],
    });
  });

  test('when the credential may not read its own user', async () => {
    const unreadable = { why: 'the credential may not read its own user', asked: [] };
    expect(await proofOf([listed()], answerOf(401, undefined))).toEqual(unreadable);
    expect(await proofOf([listed({ userID: 'unreadable' })], answerOf(401, undefined))).toEqual(unreadable);
  });

  test.for([
    [401, undefined],
    [404, undefined],
    [200, { id: OWN }],
  ] as const)('for another user, when the credential may not read that one: %s', async ([status, json]) => {
    const answers = { [`/api/v2/users/${ADA}`]: answerOf(status, json) };
    expect(await proofOf([listed()], me, ADA, answers)).toEqual({
      why: `the credential may not read the user ${ADA}, nor the tokens of that user`,
      asked: Object.keys(answers),
    });
  });
});

describe('the user in an answer', () => {
  test('is its id, or told to be unreadable or unknown', () => {
    expect(userIn(me)).toBe(OWN);
    expect(userIn(answerOf(401, { id: OWN }))).toBe('unreadable');
    expect(userIn(answerOf(404, { id: OWN }))).toBe('unknown');
  });

  test.for<[number, unknown]>([
    [200, {}],
    [200, { id: '' }],
    [200, { id: '0000000000000000' }],
    [200, []],
    [200, undefined],
    [201, { id: OWN }],
    [403, undefined],
  ])('is an error in any other answer: %s %j', ([status, json]) => {
    const answer = answerOf(status, json);
    expect(() => userIn(answer)).toThrow(`${answer.what}, which is not what InfluxDB's v2 API answers here`);
  });
});

describe('an entry of the list', () => {
  const path = `/api/v2/authorizations?orgID=${ORG}`;
  const attempt = newAttempt(
    {
      name: undefined,
      description: undefined,
      lifetime: { kind: 'in', seconds: 3600 },
      expiry: { kind: 'none' },
      origin: { repository: 'octo/spoon-knife', run: '1', attempt: '1', job: 'build' },
      revoke: true,
    },
    Date.UTC(2026, 10, 24),
  );
  const findIn = (...authorizations: readonly unknown[]) => {
    const answers = { [path]: answerOf(200, { authorizations }), '/api/v2/me': me };
    return tokensOf({ orgID: ORG, userID: undefined }, apiAnswering(answers).api).find(attempt);
  };

  test('is kept without its token', async () => {
    const { api } = apiAnswering({
      [path]: answerOf(200, { authorizations: [{ ...listed(), token: 'not-a-real-secret', links: {} }, {}] }),
    });
    expect(await listAuthorizations(`?orgID=${ORG}`, api)).toStrictEqual([
      listed(),
      {
        id: undefined,
        description: '',
        orgID: undefined,
        userID: undefined,
        status: undefined,
        permissions: undefined,
      },
    ]);
  });

  test.for([undefined, null, 7, [attempt.marker]])(
    'whose description is no text is not the token: %j',
    async (description) => {
      expect(await findIn({ ...listed(), description })).toEqual({ kind: 'found', ids: [], complete: true });
    },
  );

  test.for([undefined, '', 7, '../me', '0000000000000000'])(
    'with the marker, whose id is none, is no token that could be revoked: %j',
    async (id) => {
      await expect(
        findIn({ ...listed(), description: attempt.marker }, { id, description: attempt.marker }),
      ).rejects.toThrow('a token with the marker of this lease has an id that is none');
    },
  );
});

describe('what is recorded of a token’s owner', () => {
  test('is the organisation, and the user where one was asked for', () => {
    expect(contextOf({ orgID: ORG, userID: undefined })).toStrictEqual({ orgID: ORG });
    expect(contextOf({ orgID: ORG, userID: ADA })).toStrictEqual({ orgID: ORG, userID: ADA });
    expect(ownerOf({ orgID: ORG })).toStrictEqual({ orgID: ORG, userID: undefined });
    expect(ownerOf({ orgID: ORG, userID: ADA })).toStrictEqual({ orgID: ORG, userID: ADA });
  });

  test.for([{}, { orgID: '../me' }, { userID: ADA }, { orgID: ORG, userID: '../me' }, { orgID: ORG, userID: '' }])(
    'is not believed when it is no id: %j',
    (context) => {
      expect(() => ownerOf(context)).toThrow('the recorded organisation or user is no id');
    },
  );
});

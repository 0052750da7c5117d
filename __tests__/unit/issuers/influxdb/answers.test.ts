import { STATUS_CODES } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../../../src/http/client.js';
import { errorOf, itemsOf, openApi, refuseInactive, type Api } from '../../../../src/issuers/influxdb/api.js';
import { Refused } from '../../../../src/lease/issuer.js';
import { createTestPorts } from '../../http/test-ports.js';

const ORG = '7e30e69b70378cc5';
const ID = '11acc3aadf3c2000';

/** An answer as the client hands it on; the body is its text. */
function answerOf(status: number, body: string, contentType = 'application/json'): HttpAnswer {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    json = undefined;
  }
  const what = `POST https://influx.example/api/v2/authorizations answered ${status} ${STATUS_CODES[status] ?? ''}`;
  return { status, headers: { 'content-type': contentType }, text: body, json, what };
}

const errorBody = (code: string, message: string) => JSON.stringify({ code, message });

const STRANGER = ", which is not what InfluxDB's v2 API answers here. Check the URL, and any proxy on the way";
const UNKNOWN =
  'The server does not know the credential: check that it was not deleted, and that it belongs to this URL';
const MAY_NOT = 'The credential may not do this';
const lacks = (permission: string) =>
  `The credential lacks ${permission}: give it that right, or use an all-access token of the organisation`;
const needs = (permission: string) =>
  `The credential needs ${permission}: to make or end tokens of a user it must hold write on that user by the id; a right on the users of an organisation does not count. An all-access token of that user has it`;

describe('when InfluxDB itself says no, nothing was done, and what to do is said', () => {
  test.for([
    [401, 'unauthorized', 'unauthorized access', UNKNOWN],
    [
      401,
      'unauthorized',
      'token is inactive',
      'The credential is an inactive token: activate it (influx auth active --id ID) or give another one',
    ],
    [
      403,
      'forbidden',
      'User is inactive',
      'The user of the credential is inactive or was deleted: give a token of an active user',
    ],
    [
      404,
      'not found',
      'path not found',
      'This server has no such part of the v2 API; InfluxDB 3 (Core, Enterprise, Dedicated, Clustered) cannot mint v2 tokens',
    ],
    [400, 'invalid', 'unable to create token', 'The organisation or the user does not exist on this server'],
    [
      401,
      'unauthorized',
      `write:orgs/${ORG}/authorizations is unauthorized`,
      lacks(`write:orgs/${ORG}/authorizations`),
    ],
    // To end a token takes the right on all of them, or on that very one, whose id nobody has by heart.
    [
      401,
      'unauthorized',
      `write:orgs/${ORG}/authorizations/${ID} is unauthorized`,
      lacks(`write:orgs/${ORG}/authorizations`),
    ],
    [401, 'unauthorized', `read:orgs/${ORG}/buckets/${ID} is unauthorized`, lacks(`read:orgs/${ORG}/buckets/${ID}`)],
    [401, 'unauthorized', `read:orgs/${ORG} is unauthorized`, lacks(`read:orgs/${ORG}`)],
    [401, 'unauthorized', `write:users/${ID} is unauthorized`, needs(`write:users/${ID}`)],
    [
      401,
      'unauthorized',
      `read:users/${ID} is unauthorized`,
      `The credential needs read:users/${ID}. An all-access token of that user has it`,
    ],
    [
      403,
      'forbidden',
      `permission write:orgs/${ORG}/buckets/${ID} is not allowed: write:orgs/${ORG}/buckets/${ID} is unauthorized`,
      `A token can hand on only what it holds itself, and the credential does not hold write:orgs/${ORG}/buckets/${ID}: remove that grant, or use a credential that holds it`,
    ],
    // Words that are only like these are not taken for them.
    [401, 'unauthorized', `so write:users/${ID} is unauthorized`, UNKNOWN],
    [401, 'unauthorized', `write:users/${ID} is unauthorized here`, UNKNOWN],
    [401, 'unauthorized', `delete:users/${ID} is unauthorized`, UNKNOWN],
    [403, 'forbidden', `write:users/${ID} is unauthorized`, MAY_NOT],
    [403, 'forbidden', 'a permission read:x is not allowed', MAY_NOT],
    [403, 'forbidden', 'no', MAY_NOT],
  ] as const)('%s %s: %s', ([status, code, message, advice]) => {
    const answer = answerOf(status, errorBody(code, message));
    const error = errorOf(answer);
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toBe(`${answer.what}: ${JSON.stringify(message)}. ${advice}`);
  });

  test('where nothing is known to do, its words alone are told', () => {
    const answer = answerOf(422, errorBody('unprocessable entity', 'the "status" is odd'));
    expect(errorOf(answer)).toBeInstanceOf(Refused);
    expect(errorOf(answer).message).toBe(`${answer.what}: "the \\"status\\" is odd"`);
  });

  test.for([
    [
      'InfluxDB itself',
      answerOf(429, errorBody('too many requests', 'org is over its limit')),
      ': "org is over its limit"',
    ],
    ['a proxy', answerOf(429, '<h1>Slow down</h1>', 'text/html'), ''],
  ] as const)('too many requests, said by %s', ([, answer, words]) => {
    expect(errorOf(answer)).toBeInstanceOf(Refused);
    expect(errorOf(answer).message).toBe(
      `${answer.what}${words}. Too many requests were made with this credential; run it again later`,
    );
  });
});

describe('an answer that leaves open what was done is no refusal', () => {
  test.for([
    [500, errorBody('internal error', 'An internal error has occurred'), ': "An internal error has occurred"'],
    [503, errorBody('unavailable', 'starting'), ': "starting"'],
    [408, errorBody('timeout', 'too slow'), ': "too slow"'],
    [403, '{"message":"Forbidden"}', `: "Forbidden"${STRANGER}`],
    [403, '{"code":"forbidden","message":7}', STRANGER],
    [403, '{"code":7,"message":"Forbidden"}', `: "Forbidden"${STRANGER}`],
    [403, '[]', STRANGER],
    [403, 'null', STRANGER],
    [404, 'no such page', `: "no such page"${STRANGER}`],
    [404, '', STRANGER],
    // An error is not believed under a status that says that all is well.
    // Of what is no error nothing is repeated: it may hold the tokens of others.
    [200, errorBody('forbidden', 'no'), STRANGER],
  ] as const)('%s %s', ([status, body, said]) => {
    const answer = answerOf(status, body, body.startsWith('no') ? 'text/plain' : 'application/json');
    const error = errorOf(answer);
    expect(error).not.toBeInstanceOf(Refused);
    expect(error.message).toBe(`${answer.what}${said}`);
  });

  test('the page of a proxy is not shown, and is told as what it is', () => {
    const answer = answerOf(502, '<h1>Bad gateway</h1>', 'text/html');
    expect(errorOf(answer)).not.toBeInstanceOf(Refused);
    expect(errorOf(answer).message).toBe(
      `${answer.what}. The server is unavailable, or a proxy in front of it is; see whether it runs, and try again later`,
    );
  });
});

describe('a list', () => {
  test('is what stands under its key', () => {
    expect(itemsOf(answerOf(200, '{"buckets":[{"id":"a"},{}]}'), 'buckets')).toEqual([{ id: 'a' }, {}]);
    expect(itemsOf(answerOf(200, '{"buckets":[]}'), 'buckets')).toEqual([]);
  });

  test.for([
    [200, '{"orgs":[]}'],
    [200, '{"buckets":{}}'],
    [200, '[]'],
    [200, 'null'],
    [201, '{"buckets":[]}'],
    [206, '{"buckets":[]}'],
  ] as const)('is not believed in an answer of another kind: %s %s', ([status, body]) => {
    const answer = answerOf(status, body);
    expect(() => itemsOf(answer, 'buckets')).toThrow(`${answer.what}${STRANGER}`);
  });

  test.for(['null', '"a"', '[]', '7'])('is not believed with something else than objects in it: %s', (item) => {
    const answer = answerOf(200, `{"buckets":[{},${item}]}`);
    expect(() => itemsOf(answer, 'buckets')).toThrow(
      new Error(`${answer.what}, with something in its list that is no object`),
    );
  });
});

describe('the question for the own user', () => {
  function apiAnswering(answer: HttpAnswer): { readonly api: Api; readonly asked: readonly string[] } {
    const asked: string[] = [];
    const other = () => Promise.reject(new Error('nothing else is asked'));
    const get = (path: string) => {
      asked.push(path);
      return Promise.resolve(answer);
    };
    return {
      api: {
        endpoint: 'https://influx.example',
        serverAhead: () => undefined,
        get,
        delete: other,
        patch: other,
        mint: other,
      },
      asked,
    };
  }

  test.for([
    [401, 'unauthorized', 'token is inactive'],
    [403, 'forbidden', 'User is inactive'],
  ] as const)(
    'refuses a credential that can do nothing, to which lists are empty: %s %s',
    async ([status, code, message]) => {
      const answer = answerOf(status, errorBody(code, message));
      const { api, asked } = apiAnswering(answer);
      await expect(refuseInactive(api)).rejects.toThrow(errorOf(answer));
      await expect(refuseInactive(api)).rejects.toThrow(Refused);
      expect(asked[0]).toBe('/api/v2/me');
    },
  );

  test.for([
    [200, `{"id":"${ID}"}`],
    [200, errorBody('', 'token is inactive')],
    [401, errorBody('unauthorized', `read:users/${ID} is unauthorized`)],
    [404, errorBody('not found', 'path not found')],
    [500, ''],
  ] as const)('hands on every other answer: %s %s', async ([status, body]) => {
    const answer = answerOf(status, body);
    expect(await refuseInactive(apiAnswering(answer).api)).toBe(answer);
  });
});

test.for([
  { endpoint: undefined, authentication: { kind: 'secret', secret: 'not-a-real-secret' } },
  { endpoint: 'https://influx.example', authentication: { kind: 'none' } },
] as const)('without a URL or a token nothing is asked (case %#)', (access) => {
  expect(() => openApi(access, createTestPorts())).toThrow(
    'InfluxDB is reached by a URL and a token, and one of them is missing',
  );
});

import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import { afterEach, describe, expect, it } from 'vitest';
import { LostAnswer, NotAsAsked } from '../../../../src/lease/mint.js';
import { Refused } from '../../../../src/lease/issuer.js';
import { always, first, inTurn, rewriteJson, type Fault } from '../../../fakes/faults.js';
import {
  BEARERS,
  createNamespaceFake,
  type NamespaceFake,
  type NamespaceFakeOptions,
} from '../../../fakes/namespace.js';
import { RevokableToken_Scope as Scope } from '../../../fakes/namespace-schema/tokens_pb.js';
import { createStep, messageOfRejection, type Inputs, type World } from './lease.js';

const CREATE = '/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken';
const LIST = '/namespace.cloud.iam.v1beta.TokenService/ListRevokableTokens';

let fake: NamespaceFake;
afterEach(() => fake.close());

async function start(options: NamespaceFakeOptions = {}, inputs: Inputs = {}, world: World = {}) {
  fake = await createNamespaceFake(options);
  return createStep(
    { url: fake.url, credential: BEARERS.administrator, grants: 'builder *: ensure, access', ...inputs },
    world,
  );
}

const createsOf = ({ requests }: NamespaceFake) => requests.filter(({ path }) => path === CREATE);

describe('a mint at Namespace', () => {
  it('asks for exactly what the step wrote, and hands on what the server confirms', async () => {
    const step = await start({}, { name: 'deploy', description: 'for the deployment', expires_in: '30m' });
    const token = await step.mint();
    const [made] = fake.tokens;
    expect(made).toMatchObject({
      name: 'deploy',
      scope: Scope.TENANT_SCOPE,
      permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] }],
    });
    expect(made?.description).toMatch(/^for the deployment \[mint-token lease=[0-9a-f]{32} .*\]$/);
    expect(token).toMatchObject({
      id: made?.tokenId,
      unconfirmed: [],
      expiresAt: Number(made?.expiresAt?.seconds) * 1000,
    });
    expect(JSON.parse(token.grants)).toEqual([
      { resource_type: 'builder', resource_id: '*', actions: ['ensure', 'access'] },
    ]);
    const body: unknown = JSON.parse(createsOf(fake)[0]?.body ?? '');
    expect(body).not.toHaveProperty('scope');
    expect(body).toHaveProperty('expiresAt', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));
  });

  it('asks for the scope of the membership with namespace/user', async () => {
    const step = await start({}, { type: 'namespace/user', credential: BEARERS.member });
    const token = await step.mint();
    expect(token.type).toBe('namespace/user');
    expect(fake.tokens[0]?.scope).toBe(Scope.TENANT_MEMBERSHIP_SCOPE);
  });

  it('masks the token', async () => {
    const step = await start();
    const token = await step.mint();
    expect(step.masked).toContain(token.secret);
  });

  it('writes the token file that NSC_TOKEN_FILE wants, without a newline at the end', async () => {
    const step = await start();
    const token = await step.mint();
    const plan = await step.plan();
    expect(plan.tokenFile(token)).toBe(`{\n  "bearer_token": "${token.secret}"\n}`);
    expect(plan.exports(token, '/tmp/token.json')).toEqual({ NSC_TOKEN_FILE: '/tmp/token.json' });
    expect(() => plan.exports(token, undefined)).toThrow('NSC_TOKEN_FILE');
  });

  it('takes grants back in the form in which it hands them on', async () => {
    const step = await start();
    const { grants } = await step.mint();
    const again = createStep({ url: fake.url, credential: BEARERS.administrator, grants });
    expect((await again.mint()).grants).toBe(grants);
  });
});

describe('an answer that is not what was asked for', () => {
  const wider: NamespaceFakeOptions['grant'] = (token) => {
    token.permissions.push({
      ...token.permissions[0],
      resourceType: 'instance',
      resourceId: '*',
      actions: ['create'],
    } as never);
    return token;
  };
  const moreActions: NamespaceFakeOptions['grant'] = (token) => {
    token.permissions[0]?.actions.push('destroy');
    return token;
  };
  const longer: NamespaceFakeOptions['grant'] = (token) => {
    token.expiresAt = timestampFromMs(Date.now() + 7_200_000);
    return token;
  };
  const endless: NamespaceFakeOptions['grant'] = (token) => {
    delete token.expiresAt;
    return token;
  };
  const otherScope: NamespaceFakeOptions['grant'] = (token) => ({ ...token, scope: Scope.TENANT_SCOPE });
  const narrower: NamespaceFakeOptions['grant'] = (token) => {
    token.permissions[0]?.actions.pop();
    return token;
  };
  const dead: NamespaceFakeOptions['grant'] = (token) => ({ ...token, revokedAt: timestampFromMs(Date.now()) });

  it.each<[string, NonNullable<NamespaceFakeOptions['grant']>, Inputs, RegExp]>([
    ['another resource', wider, {}, /grants: asked for builder \*: ensure, access, granted .*instance \*: create/],
    ['another action', moreActions, {}, /granted builder \*: ensure, access, destroy/],
    ['fewer actions', narrower, {}, /granted builder \*: ensure$/],
    ['a longer life', longer, {}, /end: asked for/],
    ['no end', endless, {}, /granted no end at all/],
    ['another scope', otherScope, { type: 'namespace/user' }, /scope: asked for TENANT_MEMBERSHIP_SCOPE/],
    ['a token that is revoked', dead, {}, /state: asked for active, granted revoked/],
  ])('is not handed on but revoked: %s', async (_what, grant, inputs, words) => {
    const step = await start({ grant }, inputs);
    const failure = step.mint();
    await expect(failure).rejects.toBeInstanceOf(NotAsAsked);
    await expect(failure).rejects.toThrow(words);
    expect(fake.tokens).toHaveLength(1);
    expect(fake.living()).toEqual([]);
  });

  it('may end earlier, which is said', async () => {
    const soon = Math.floor(Date.now() / 1000) * 1000 + 600_000;
    const step = await start({ grant: (token) => ({ ...token, expiresAt: timestampFromMs(soon) }) });
    expect((await step.mint()).expiresAt).toBe(soon);
    expect(step.notices.join()).toMatch(/earlier end/);
  });

  it('may list the actions of a wildcard one by one', async () => {
    const step = await start(
      {
        grant: (token) => {
          token.permissions.forEach(
            (permission) => (permission.actions = ['create', 'delete', 'get', 'list', 'update']),
          );
          return token;
        },
      },
      { grants: 'github/runner-profile *: *' },
    );
    expect(JSON.parse((await step.mint()).grants)).toEqual([
      {
        resource_type: 'github/runner-profile',
        resource_id: '*',
        actions: ['create', 'delete', 'get', 'list', 'update'],
      },
    ]);
    expect(step.notices.join()).toContain(
      'Namespace lists the actions that * stands for: github/runner-profile *: create, delete, get, list, update.',
    );
  });

  it('may say all resources by an empty id', async () => {
    const step = await start({
      grant: (token) => {
        token.permissions.forEach((permission) => (permission.resourceId = ''));
        return token;
      },
    });
    expect((await step.mint()).unconfirmed).toEqual([]);
  });
});

describe('an answer that leaves out what was granted', () => {
  const silent: NonNullable<NamespaceFakeOptions['tell']> = (token) => {
    delete token.expiresAt;
    return { ...token, permissions: [], scope: Scope.SCOPE_UNKNOWN };
  };

  it('is completed from the list, all of its pages', async () => {
    const step = await start({
      pageSize: 1,
      tell: (token, method) => (method === 'create' ? silent(token, method) : token),
    });
    await createStep({ url: fake.url, credential: BEARERS.administrator, grants: 'ingress *: access' }).mint();
    const token = await step.mint();
    expect(token.unconfirmed).toEqual([]);
    expect(token.expiresAt).toBe(timestampMs(fake.tokens[1]?.expiresAt ?? timestampFromMs(0)));
  });

  it('is caught when the list tells of more', async () => {
    const step = await start({
      tell: (token, method) => (method === 'create' ? silent(token, method) : token),
      grant: (token) => {
        token.permissions[0]?.actions.push('destroy');
        return token;
      },
    });
    await expect(step.mint()).rejects.toThrow(/granted builder \*: ensure, access, destroy/);
    expect(fake.living()).toEqual([]);
  });

  it('leaves the grants unconfirmed where the server never tells them', async () => {
    const step = await start({ tell: (token) => ({ ...token, permissions: [], scope: Scope.SCOPE_UNKNOWN }) });
    const token = await step.mint();
    expect(token.unconfirmed).toEqual(['grants']);
    expect(JSON.parse(token.grants)).toEqual([
      { resource_type: 'builder', resource_id: '*', actions: ['ensure', 'access'] },
    ]);
  });

  it('counts as endless where the server never tells the end', async () => {
    const step = await start({ tell: silent });
    await expect(step.mint()).rejects.toThrow(/no end at all/);
    expect(fake.living()).toEqual([]);
  });

  it('revokes the token when the list fails for another reason than a missing right', async () => {
    const html: Fault = { kind: 'html', act: false };
    fake = await createNamespaceFake({
      tell: (token, method) => (method === 'create' ? silent(token, method) : token),
      onRequest: inTurn('POST', LIST, [undefined, html]),
    });
    const step = createStep({ url: fake.url, credential: BEARERS.administrator, grants: 'builder *: ensure' });
    await expect(step.mint()).rejects.toThrow(/no answer of Namespace/);
    expect(fake.tokens).toHaveLength(1);
    expect(fake.living()).toEqual([]);
  });
});

describe('a refusal', () => {
  it('of the right to create names what is missing and the type that needs less', async () => {
    const step = await start({}, { credential: BEARERS.member });
    const failure = step.mint();
    await expect(failure).rejects.toBeInstanceOf(Refused);
    const message = await messageOfRejection(failure);
    expect(message).toMatch(/answered 403 Forbidden: permission_denied: permission denied/);
    expect(message).toMatch(/missing permission token\/revokable: create/);
    expect(message).toMatch(/request id req-\d+/);
    expect(message).toMatch(/type: namespace\/user/);
    expect(message).toMatch(/the input credential/);
    expect(step.outcomes()).toEqual(['nothing']);
  });

  it('of a name that is taken says how names are made unique', async () => {
    const step = await start({}, { name: 'deploy' });
    await step.mint();
    const again = createStep({
      url: fake.url,
      credential: BEARERS.administrator,
      grants: 'builder *: ensure',
      name: 'deploy',
    });
    await expect(again.mint()).rejects.toThrow(/already_exists.*"deploy" is taken\. Remove the input name/);
    expect(fake.tokens).toHaveLength(1);
  });

  it('of a wildcard gives the words of the server and says what to do', async () => {
    const step = await start({}, { grants: 'instance *: *' });
    await expect(step.mint()).rejects.toThrow(
      /requested permissions are not allowed in revokable tokens: \[instance:\*\].*list the actions instead/,
    );
  });

  it('of an unknown credential comes before anything is asked for', async () => {
    const step = await start({}, { credential: 'nsct_not-a-real-secret-unknown' });
    const message = await messageOfRejection(step.mint());
    expect(message).toMatch(/401.*does not accept the credential \(the input credential\)/);
    expect(message).not.toContain('unknown');
    expect(createsOf(fake)).toEqual([]);
  });

  it('of too many requests surely made nothing', async () => {
    const step = await start({ onRequest: always('POST', CREATE, { kind: 'status', status: 429, act: false }) });
    await expect(step.mint()).rejects.toBeInstanceOf(Refused);
    expect(step.outcomes()).toEqual(['nothing']);
  });

  it.each(['invalid_argument', 'failed_precondition', 'out_of_range', 'not_found', 'unimplemented'])(
    'by the code %s with a status of 4xx surely made nothing',
    async (code) => {
      const body = JSON.stringify({ code, message: 'no' });
      const step = await start({
        onRequest: always('POST', CREATE, { kind: 'status', status: 400, body, act: false }),
      });
      await expect(step.mint()).rejects.toBeInstanceOf(Refused);
      expect(createsOf(fake)).toHaveLength(1);
    },
  );
});

describe('an answer that was lost', () => {
  const error = (status: number, code: string): Fault => ({
    kind: 'status',
    status,
    body: JSON.stringify({ code, message: 'gone' }),
    act: true,
  });
  it.each<[string, Fault]>([
    ['a reset', { kind: 'act-then-reset' }],
    ['half an answer', { kind: 'act-then-half-answer' }],
    ['canceled', error(499, 'canceled')],
    ['deadline_exceeded', error(504, 'deadline_exceeded')],
    ['unknown', error(500, 'unknown')],
    ['internal', error(500, 'internal')],
    ['aborted', error(409, 'aborted')],
    ['a 403 that is not of the service', { kind: 'status', status: 403, body: '{"error":"blocked"}', act: true }],
    ['a page of a proxy', { kind: 'html', act: true }],
    ['a page of a proxy with 404', { kind: 'html', status: 404, act: true }],
    ['a redirect', { kind: 'redirect', location: 'https://login.example/', act: true }],
    ['an answer without an id', { kind: 'rewrite', rewrite: rewriteJson(({ bearerToken }) => ({ bearerToken })) }],
    ['an answer without a token', { kind: 'rewrite', rewrite: rewriteJson(({ token }) => ({ token })) }],
    [
      'an answer with an id that is none',
      { kind: 'rewrite', rewrite: rewriteJson((body) => ({ ...body, token: { tokenId: '../../x' } })) },
    ],
  ])('ends what the server made, and a second attempt is delivered: %s', async (_what, fault) => {
    const step = await start({ onRequest: first('POST', CREATE, fault) });
    const token = await step.mint();
    expect(fake.tokens).toHaveLength(2);
    expect(fake.living().map(({ tokenId }) => tokenId)).toEqual([token.id]);
    expect(fake.tokens[0]?.name).not.toBe(fake.tokens[1]?.name);
    expect(step.notices.join()).toMatch(/was found and revoked/);
  });

  it('masks a token that came without an id', async () => {
    const secret = 'nsrt_not-a-real-secret-without-an-id';
    const rewrite = rewriteJson(() => ({ bearerToken: secret }));
    const step = await start({ onRequest: first('POST', CREATE, { kind: 'rewrite', rewrite }) });
    await step.mint();
    expect(step.masked).toContain(secret);
  });

  it('is never repeated blindly: nothing made, nothing found, then one more attempt under another name', async () => {
    const step = await start({ onRequest: first('POST', CREATE, { kind: 'refuse-before' }) });
    await step.mint();
    const names = createsOf(fake).map(({ body }) => (JSON.parse(body) as { name: string }).name);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
    expect(fake.tokens).toHaveLength(1);
  });

  it('stays open where the credential may not list, and no second attempt is made', async () => {
    const step = await start(
      { onRequest: first('POST', CREATE, { kind: 'act-then-reset' }) },
      { credential: BEARERS.creatorOnly },
    );
    const failure = step.mint();
    await expect(failure).rejects.toBeInstanceOf(LostAnswer);
    await expect(failure).rejects.toThrow(/token\/revokable: list/);
    expect(createsOf(fake)).toHaveLength(1);
    const [ending] = await step.end();
    expect(ending).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/missing permission token\/revokable: list/) as string,
    });
  });
});

describe('what is known before the mint', () => {
  it('warns that a credential which may not list cannot end what is lost', async () => {
    const step = await start({}, { credential: BEARERS.creatorOnly });
    await step.mint();
    expect(step.notices.join()).toMatch(/doubtful.*could not list tokens.*token\/revokable: revoke/);
  });

  it('says nothing of a credential that may list', async () => {
    const step = await start();
    await step.mint();
    expect(step.notices).toEqual(['builder *: all of the workspace, with what is made there later.']);
  });

  it('ends at an endpoint that is not of Namespace', async () => {
    const step = await start({ onRequest: always('POST', LIST, { kind: 'html', status: 404, act: false }) });
    await expect(step.mint()).rejects.toThrow(/no answer of Namespace/);
    expect(createsOf(fake)).toEqual([]);
  });

  it('needs no answer of the list when only that is broken', async () => {
    const body = JSON.stringify({ code: 'internal', message: 'the list is broken' });
    const step = await start({ onRequest: always('POST', LIST, { kind: 'status', status: 500, body, act: false }) });
    await step.mint();
    expect(step.notices.join()).toMatch(
      /the list is broken\. As long as that lasts, a token whose answer is lost is not found again\.$/,
    );
    expect(step.ports.deadline.remaining()).toBeGreaterThan(100_000);
    expect(fake.living()).toHaveLength(1);
  });

  it('is not begun where the service knows no list of tokens', async () => {
    const body = JSON.stringify({ code: 'unimplemented', message: 'no such method' });
    const step = await start({ onRequest: always('POST', LIST, { kind: 'status', status: 404, body, act: false }) });
    await expect(step.mint()).rejects.toThrow(/no such method\. Check the endpoint/);
    expect(createsOf(fake)).toEqual([]);
  });
});

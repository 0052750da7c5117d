import { describe, expect, it, onTestFinished } from 'vitest';

import { newAttempt } from '../../../../src/lease/attempt.js';
import { createDeadline } from '../../../../src/lease/clock.js';
import { parseGrants } from '../../../../src/request/grants.js';
import type { InputName } from '../../../../src/request/inputs.js';
import type { BornToken, Prepared } from '../../../../src/lease/issuer.js';
import type { Request } from '../../../../src/request/request.js';
import { DAY, HOUR, YEAR, type Lifetime } from '../../../../src/request/lifetime.js';
import { neverStops, type Ports } from '../../../../src/lease/ports.js';
import { formatProblem, type Result } from '../../../../src/request/problem.js';
import { plainNetwork } from '../../../fakes/network.js';
import { createFakeDatasette } from '../../../fakes/datasette.js';
import { datasette } from '../../../../src/issuers/datasette/issuer.js';
import type { Surroundings } from '../../../../src/lease/surroundings.js';
import { runnerWords } from '../../../../src/runner/words.js';

const secret = 'not-a-real-secret-of-a-datasette-server';
const now = Date.UTC(2026, 10, 24, 12, 0, 0, 700);

interface Wish {
  readonly inputs?: Partial<Record<InputName, string | undefined>>;
  readonly grants?: string;
  readonly lifetime?: Lifetime;
  readonly variables?: Readonly<Record<string, string>>;
  readonly hint?: string;
}

function prepare({ inputs = {}, grants = '*: view-instance', lifetime, variables = {}, hint = '' }: Wish) {
  const given: Partial<Record<InputName, string | undefined>> = { actor: 'ci-bot', credential: secret, ...inputs };
  const request: Request = {
    type: 'datasette',
    grants: parseGrants(grants).grants,
    lifetime: lifetime ?? { kind: 'in', seconds: HOUR },
    name: undefined,
    description: undefined,
    given: (input) => given[input],
    revoke: true,
    now,
  };
  const surroundings: Surroundings = {
    variable: (name) => variables[name],
    secretVariable: (name) => variables[name],
    exported: () => false,
    mask: () => undefined,
    secretFile: () => undefined,
    platform: process.platform,
    identityTokens: false,
    emptyCredentialHint: hint,
  };
  return datasette.prepare(request, surroundings, runnerWords);
}

const none = { credential: undefined, actor: undefined };
const withoutCredential = { credential: undefined };

const problemsOf = (prepared: Result<Prepared>) => (prepared.ok ? [] : prepared.problems.map(formatProblem));

function prepared(wish: Wish = {}): Prepared {
  const result = prepare(wish);
  if (!result.ok) throw new Error(problemsOf(result).join('\n'));
  return result.value;
}

const told = (wish: Wish) => prepared(wish).notices.map(({ level, message }) => `${level}: ${message}`);

const ports: Ports = {
  clock: { now: () => now, sleep: () => Promise.resolve() },
  deadline: createDeadline(() => Date.now(), 10_000),
  stop: neverStops,
  words: runnerWords,
  network: plainNetwork,
  mask: () => undefined,
  maskNew: () => undefined,
  holdsKnown: () => false,
  notify: () => undefined,
  identityToken: () => Promise.reject(new Error('Datasette asks for none')),
};

async function mint(wish: Wish = {}, startedAt = now) {
  const lifetime = wish.lifetime ?? { kind: 'in', seconds: HOUR };
  const plan = await prepared(wish).plan(ports);
  const origin = { repository: 'octo-org/consumer', run: '1', attempt: '1', job: 'build' };
  const attempt = newAttempt(
    { name: undefined, description: undefined, lifetime, expiry: datasette.expiry, origin, revoke: true },
    startedAt,
  );
  const tokens: BornToken[] = [];
  const granted = await plan.mint(attempt, (token) => tokens.push(token));
  const [token] = tokens;
  if (token === undefined || tokens.length !== 1) throw new Error('exactly one token is announced');
  const body = token.secret.slice('dstok_'.length, token.secret.lastIndexOf('.'));
  return { plan, attempt, granted, token, content: Buffer.from(body, 'base64url').toString('utf8') };
}

describe('the secret of the server', () => {
  it('comes from the input, and else from DATASETTE_SECRET; the log says which', () => {
    const variables = { DATASETTE_SECRET: 'not-a-real-secret-of-the-environment' };
    expect(prepared({ variables }).sources).toContain('credential: from the input');
    expect(prepared({ variables, inputs: withoutCredential }).sources).toContain(
      'credential: from the environment variable DATASETTE_SECRET',
    );
  });

  it('signs as it is written, blanks at its ends too, and these are warned about', async () => {
    const plain = await mint({ inputs: { credential: secret } });
    const blank = await mint({ inputs: { credential: `${secret}\n` } });
    expect(blank.content).toBe(plain.content);
    expect(blank.token.secret).not.toBe(plain.token.secret);
    expect(told({ inputs: { credential: `${secret}\n` } })).toStrictEqual([
      'warning: The secret begins or ends with a blank or a new line. Datasette takes it as it is, so it is used as it is; if the server refuses the token, remove them.',
    ]);
    expect(told({})).toStrictEqual([]);
  });

  it.each([{}, { DATASETTE_SECRET: '   ' }, { DATASETTE_SECRET: '\n' }])(
    'is missing, and the problem says where to put it: %j',
    (variables) => {
      const problems = problemsOf(prepare({ inputs: withoutCredential, variables, hint: 'It is a fork.' }));
      expect(problems).toStrictEqual([
        'credential: the secret of the Datasette server is needed to sign with, and none is given; set credential: ${{ secrets.DATASETTE_SECRET }} or the environment variable DATASETTE_SECRET. It is a fork.',
      ]);
    },
  );

  it('is missing: where nothing is known of the reason, nothing is said of it', () => {
    expect(problemsOf(prepare({ inputs: withoutCredential }))).toStrictEqual([
      'credential: the secret of the Datasette server is needed to sign with, and none is given; set credential: ${{ secrets.DATASETTE_SECRET }} or the environment variable DATASETTE_SECRET.',
    ]);
  });

  it.each(['not-a-real-dstok_secret', 'not a real dstok_secret'])(
    'may hold what a token begins with anywhere else: %s',
    (credential) => {
      expect(prepare({ inputs: { credential } }).ok).toBe(true);
    },
  );

  it('is no token, such as one that an earlier step minted', () => {
    const token = 'dstok_eyJhIjoicm9vdCJ9.not-a-real-signature';
    const problems = [
      ...problemsOf(prepare({ inputs: { credential: token } })),
      ...problemsOf(prepare({ inputs: { credential: ` \n${token}` } })),
      ...problemsOf(prepare({ inputs: withoutCredential, variables: { DATASETTE_SECRET: token } })),
    ];
    const said =
      'the value is a Datasette token; expected the secret of the server (DATASETTE_SECRET), which signs tokens';
    expect(problems).toStrictEqual([`credential: ${said}`, `credential: ${said}`, `DATASETTE_SECRET: ${said}`]);
  });

  it('is warned about when it is so short that it can be found', () => {
    const guessable =
      'warning: The secret has fewer than 32 characters, and everything signed with it, such as a token or a cookie, can be used to guess it. Give the server a long random one.';
    expect(told({ inputs: { credential: 'x'.repeat(31) } })).toStrictEqual([guessable]);
    expect(told({ inputs: { credential: 'x'.repeat(32) } })).toStrictEqual([]);
    // Blanks make it no harder to guess.
    expect(told({ inputs: { credential: `${'x'.repeat(31)} ` } })).toContain(guessable);
  });

  it('is not kept for post, which does not need it', () => {
    expect(prepared().access.authentication).toStrictEqual({ kind: 'none' });
    expect(JSON.stringify([prepared().sources, prepared().notices])).not.toContain(secret);
  });
});

describe('the actor', () => {
  it.each(['release-bot\n', ' release-bot', '\trelease-bot \r\n'])(
    'is %j without the blanks at its ends, which a block of YAML brings along',
    async (actor) => {
      expect(JSON.parse((await mint({ inputs: { actor } })).content)).toMatchObject({ a: 'release-bot' });
    },
  );

  it('is required', () => {
    const inputs = { actor: undefined };
    expect(problemsOf(prepare({ inputs }))).toStrictEqual([
      'actor: the id of the actor that the token acts as is needed, as in actor: ci-bot; the token can never do more than this actor may',
    ]);
  });

  it.each(['"ci"', '["ci"]', '{"id":"ci"}', '{"id": "ci",\n "name": "x"}', '{ci}'])(
    'that looks like the whole JSON of an actor is noted: it is the id alone, %j',
    async (actor) => {
      expect(told({ inputs: { actor } })).toStrictEqual([
        expect.stringMatching(
          /^notice: the actor ".*" is JSON, and is taken literally, as an id\. Write the id alone/s,
        ),
      ]);
      expect(JSON.parse((await mint({ inputs: { actor } })).content)).toMatchObject({ a: actor });
    },
  );

  it('that looks as it stands in a URL is noted', () => {
    expect(told({ inputs: { actor: 'ci%40example' } })).toStrictEqual([
      'notice: actor: encoded text is taken literally: "ci%40example" ("ci@example"?). Write names as they are, not as they stand in a URL.',
    ]);
  });

  it('root is said to need --root', () => {
    expect(told({ inputs: { actor: 'root' } })).toStrictEqual([
      'notice: the actor root has no rights of its own unless the server was started with --root and no permission block names others.',
    ]);
  });

  it.each(['ci bot', '5', '__proto__', 'a"b\\c', 'two\nlines', '😀', '::add-mask::x', '100%'])(
    'is in the token as it is written: %j',
    async (actor) => {
      expect(JSON.parse((await mint({ inputs: { actor } })).content)).toMatchObject({ a: actor });
    },
  );
});

describe('problems', () => {
  it('are all told at once', () => {
    const problems = problemsOf(
      prepare({
        inputs: { ...none, url: 'http://user@127.0.0.1' },
        grants: 'mydb: veiw-table\n* t: x\n*: view-instance',
      }),
    );
    expect(problems).toStrictEqual([
      expect.stringMatching(/^credential: /),
      expect.stringMatching(/^url: /),
      expect.stringMatching(/^actor: /),
      expect.stringMatching(/^grants, line 1, column 7: /),
      expect.stringMatching(/^grants, line 2, column 1: /),
    ]);
  });

  it.each([
    ['url', { url: 'http://user@127.0.0.1' }],
    ['actor', { actor: undefined }],
    ['credential', withoutCredential],
  ])('are told when nothing but the %s is wrong', (input, inputs) => {
    expect(problemsOf(prepare({ inputs }))).toStrictEqual([expect.stringMatching(new RegExp(`^${input}: `))]);
  });

  it('are told of grants that are wrong, when nothing else is', () => {
    expect(problemsOf(prepare({ grants: 'mydb: *' }))).toStrictEqual([
      'grants, line 1, column 7: Datasette knows no * as an action; list the actions',
    ]);
  });

  it('are told of a token from 16385 characters on', async () => {
    const { token, content } = await mint({ inputs: { actor: 'a' } });
    // Base64 makes four characters of three bytes; the rest of a token is always as long.
    const around = token.secret.length - Math.ceil((content.length * 4) / 3);
    const actor = (length: number) => 'a'.repeat(Math.floor(((length - around) * 3) / 4) - content.length + 1);
    expect((await mint({ inputs: { actor: actor(16_384) } })).token.secret).toHaveLength(16_384);
    expect(problemsOf(prepare({ inputs: { actor: actor(16_385) } }))).toStrictEqual([
      'grants: with the actor they make a token of 16385 characters; expected at most 16384. Grant on databases instead of single tables, or mint several tokens',
    ]);
  });

  it('are told of an actor who makes the token too long by itself', () => {
    expect(problemsOf(prepare({ inputs: { actor: 'a'.repeat(16_000) } }))).toStrictEqual([
      expect.stringMatching(
        /^actor: it has 16000 characters, which makes a token of \d{5} characters; expected at most 16384/,
      ),
    ]);
  });

  it('are told of a token that would be too long, before it is made', () => {
    const tables = Array.from({ length: 700 }, (_, index) => `mydb a-table-with-a-name-${String(index)}: view-table`);
    expect(problemsOf(prepare({ grants: tables.join('\n') }))).toStrictEqual([
      expect.stringMatching(/^grants: with the actor they make a token of \d{5} characters; expected at most 16384\./),
    ]);
    expect(prepare({ grants: tables.slice(0, 300).join('\n') }).ok).toBe(true);
  });
});

describe('the life of a token', () => {
  it.each([
    ['for seconds', { kind: 'in', seconds: 90 }, 90],
    ['until an instant', { kind: 'at', instant: Date.UTC(2026, 10, 24, 12, 5) }, 300],
  ] as const)('is in it: %s', async (_, lifetime, life) => {
    const { content, granted, attempt } = await mint({ lifetime });
    expect(content).toBe(`{"a":"ci-bot","t":${String(Math.floor(now / 1000))},"d":${String(life)},"_r":{"a":["vi"]}}`);
    expect(granted.expiresAt).toBe(attempt.expiresAt);
  });

  it('is counted from the attempt, in whole seconds', async () => {
    const { content } = await mint({ lifetime: { kind: 'in', seconds: 60 } }, now + 5299);
    expect(JSON.parse(content)).toMatchObject({ t: Math.floor(now / 1000) + 5, d: 60 });
  });

  it('is warned about beyond an hour, since nothing can end it', () => {
    expect(told({ lifetime: { kind: 'in', seconds: HOUR } })).toStrictEqual([]);
    expect(told({ lifetime: { kind: 'in', seconds: 2 * HOUR } })).toStrictEqual([
      'warning: A Datasette token cannot be revoked, and this one lives for 2h. Ask for as little as the job needs.',
    ]);
    expect(told({ lifetime: { kind: 'in', seconds: 7 * DAY } })).toStrictEqual([
      expect.stringContaining('lives for 7d'),
    ]);
  });

  it('has a limit of a year', () => {
    expect(datasette.expiry).toStrictEqual({ kind: 'second', longest: YEAR });
  });
});

describe('a minted token', () => {
  it('is not confirmed by anyone when no url is given', async () => {
    const { granted, token, attempt, plan } = await mint();
    expect(granted).toStrictEqual({
      expiresAt: attempt.expiresAt,
      grants: plan.grants,
      differences: [],
      unconfirmed: ['grants'],
      notices: [],
    });
    expect(token.id).toBe(attempt.leaseId);
    expect(prepared().sources).toStrictEqual([
      'credential: from the input',
      'url: none, the token is signed offline and not tried',
    ]);
  });

  it('is tried and confirmed when a url is given', async () => {
    const fake = await createFakeDatasette({ secret, now: () => now, base: '/data' });
    onTestFinished(() => fake.close());
    const inputs = { url: `${fake.url}/data/` };
    expect(prepared({ inputs }).access.endpoint).toBe(`${fake.url}/data`);
    expect(prepared({ inputs }).sources).toStrictEqual([
      'credential: from the input',
      'url: from the input; the token is tried there before it is handed on, which proves its actor and restrictions, and not that they allow anything',
    ]);
    const { granted, plan } = await mint({ inputs });
    expect(granted).toStrictEqual({
      grants: plan.grants,
      differences: [],
      unconfirmed: [],
      expiresAt: Math.floor(now / 1000) * 1000 + 3_600_000,
      notices: [],
    });
    expect(fake.requests).toHaveLength(1);
  });

  it('can have no restrictions only when the word is written out', async () => {
    const { content, plan } = await mint({ grants: 'unrestricted' });
    expect(content).not.toContain('_r');
    expect(plan).toMatchObject({ grants: 'unrestricted', shownGrants: ['unrestricted'] });
    expect(told({ grants: 'unrestricted' })).toStrictEqual([
      'warning: The token is unrestricted: it may do whatever its actor may do. List grants to narrow it.',
    ]);
  });

  it('has its grants in full names, which are accepted again', async () => {
    const { plan, content } = await mint({ grants: 'mydb t: ir, ur\n*: vi' });
    expect(plan.grants).toBe('{"a":["view-instance"],"r":{"mydb":{"t":["insert-row","update-row"]}}}');
    expect(plan.shownGrants).toStrictEqual(['*: view-instance', 'mydb t: insert-row, update-row']);
    expect((await mint({ grants: plan.grants })).content).toBe(content);
  });

  it('has a plan that leaves nothing open, and nothing to say before it is made', async () => {
    expect((await mint()).plan).toMatchObject({ leftOpen: [], notices: [], context: {} });
  });

  it('can be had by what is said of this type: its inputs, its example, the form of its file', () => {
    expect(datasette).toMatchObject({
      title: 'Datasette',
      grantExample: 'mydb mytable: insert-row, update-row',
      inputs: ['actor', 'credential', 'url'],
      tokenFileFormat: 'token',
      exportsTokenFile: false,
    });
    expect(told({ grants: datasette.grantExample })).toStrictEqual([]);
  });

  it('is exported by the name that clients of Datasette read', async () => {
    const { token } = await mint();
    const minted = {
      ...token,
      type: 'datasette',
      name: 'x',
      expiresAt: now,
      grants: '',
      unconfirmed: ['grants'],
    } as const;
    const plan = await prepared().plan(ports);
    expect(plan.exports(minted, undefined)).toStrictEqual({ DATASETTE_TOKEN: token.secret });
    expect(JSON.parse(plan.tokenFile(minted))).toStrictEqual({
      token: token.secret,
      token_id: token.id,
      expires_at: '2026-11-24T12:00:00.700Z',
    });
  });
});

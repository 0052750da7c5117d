import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeDatasette } from '../../fakes/datasette.js';
import type { FakeAnswer, FakeRequest, Fault } from '../../fakes/faults.js';
import { createJob, type RunningStep } from '../../runner/job.mjs';
import { inputs as datasetteInputs, secret as datasetteSecret } from '../datasette-step.js';
import { ACTION_DIRECTORY, ISSUERS, type IssuerUnderTest } from './issuer-under-test.js';
import { jsonWith, placesIn, valueAt, WORST_VALUES, type Place } from './worst-values.js';

/*
 * Whatever stands in an answer, `timeout` and signals hold: between two turns of the event loop, in which both are heard, no
 * more work is done than a second takes, and all of it ends. A sample of the cases, and all of them, some thousand processes for
 * each issuer, with MINT_TOKEN_LONG_ANSWERS=all in the environment; a number there is the size of the sample.
 */

const SAMPLE = process.env['MINT_TOKEN_LONG_ANSWERS'] ?? '6';

/** Milliseconds of the processor. */
const LONGEST_TURN = 1_000;
const TIMEOUT = 5_000;

/** The most that is read of an answer that is no list; of one of Datasette's a tenth. */
const BYTES = 9_900_000;

type Issuer = Pick<IssuerUnderTest, 'name' | 'start'> & { readonly bytes?: number };

const datasette: Issuer = {
  name: 'datasette with url',
  bytes: BYTES / 10,
  async start(onRequest) {
    const fake = await createFakeDatasette({
      secret: datasetteSecret,
      ...(onRequest === undefined ? {} : { onRequest }),
    });
    return {
      inputs: { ...datasetteInputs, url: fake.url },
      context: {},
      credentials: [datasetteSecret],
      requests: () => fake.requests,
      left: () => Promise.resolve([]),
      othersIntact: () => Promise.resolve(true),
      close: () => fake.close(),
    };
  },
};

/** What is done, so that each kind of request is sent. */
const WAYS = {
  'a token is minted and revoked': {},
  'the answer to the mint is lost': { losesMint: true },
  'a plan is shown': { with: { dry_run: 'true' } },
  'a bucket is misspelt': { with: { grants: 'buckets iot-centre: write' }, only: 'influxdb' },
} satisfies Readonly<Record<string, Way>>;

interface Way {
  readonly with?: Readonly<Record<string, string>>;
  readonly losesMint?: boolean;
  readonly only?: string;
}

/** One kind of request of a way. */
interface Asked {
  readonly way: Way;
  readonly phase: 'main' | 'post';
  readonly key: string;
  readonly answer: FakeAnswer;
}

const keyOf = ({ method, path }: FakeRequest) => `${method} ${path.replace(/[0-9a-f]{16}|[\w.,;~-]{20,}/g, 'ID')}`;

interface Case {
  readonly title: string;
  readonly asked: Asked;
  readonly answer: (credential: string) => FakeAnswer;
}

/** An error in the shapes of all issuers. */
const ERROR = {
  code: 'permission_denied',
  message: 'no',
  success: false,
  ok: false,
  error: 'no',
  errors: [{ message: 'no' }],
  details: [{ type: 'type.googleapis.com/namespace.cloud.iam.v1beta.PermissionDeniedError', value: 'CgA=' }],
};

const HEADERS = [
  'content-type',
  'content-encoding',
  'date',
  'location',
  'retry-after',
  'x-sn-rate-limit-retry-after',
  'grpc-message',
  'www-authenticate',
  'x-anything',
];

/** Those of the right answer, which is looked at most closely, and the others. */
interface Cases {
  readonly right: readonly Case[];
  readonly others: readonly Case[];
}

function casesOf({ bytes = BYTES }: Issuer, asked: Asked): Cases {
  const { phase, key, answer } = asked;
  const where = `${phase}: ${key}`;
  const json = { 'content-type': 'application/json' };
  const ofJson = (status: number, value: unknown, place: Place): readonly Case[] =>
    Object.entries(WORST_VALUES).map(([name, worst]) => ({
      title: `${where}, ${status} with ${name} in the place of /${place.join('/')}`,
      asked,
      answer: (credential) => {
        const room = bytes - Buffer.byteLength(JSON.stringify(value));
        return {
          status,
          headers: json,
          body: jsonWith(value, place, worst(room, { credential, value: valueAt(value, place) })),
        };
      },
    }));
  const ofText = (status: number, contentType: string): readonly Case[] =>
    Object.entries(WORST_VALUES).map(([name, worst]) => ({
      title: `${where}, ${status} with ${name} as ${contentType}`,
      asked,
      answer: (credential) => {
        const value = worst(bytes, { credential, value: 'x' });
        const body = value.startsWith('"') ? String(JSON.parse(value)) : value.slice(0, -1);
        // What is escaped in JSON takes less room without it, and some characters more than one byte.
        return { status, headers: { 'content-type': contentType }, body: body.slice(0, bytes / 4) };
      },
    }));
  const ofHeader = (name: string): readonly Case[] =>
    [...Object.values(WORST_VALUES)]
      .map((worst) => worst(20_000, { credential: 'not-a-real-secret', value: 'x' }))
      .filter((value) => /^"[ -~]*"$/.test(value))
      .map((value) => ({
        title: `${where}, with ${name}: ${value.slice(1, 20)}…`,
        asked,
        answer: () => ({
          ...answer,
          headers: { ...answer.headers, [name]: value.slice(1, 15_000) },
        }),
      }));
  // Of a page no member can be filled.
  const isPage = answer.body === '' || answer.body.trimStart().startsWith('<');
  const body: unknown = isPage ? {} : JSON.parse(answer.body);
  return {
    right: placesIn(body).flatMap((place) => ofJson(answer.status === 204 ? 200 : answer.status, body, place)),
    others: [
      ...[401, 403, 404, 500].flatMap((status) => placesIn(ERROR).flatMap((place) => ofJson(status, ERROR, place))),
      ...[200, 403, 500].flatMap((status) => ['text/plain', 'text/html'].flatMap((type) => ofText(status, type))),
      ...HEADERS.flatMap(ofHeader),
    ],
  };
}

/** Runs main and post, and lets `fault` answer. */
async function run(
  issuer: Issuer,
  way: Way,
  fault: (request: FakeRequest, phase: 'main' | 'post', credential: string) => Fault | undefined,
  started: (step: RunningStep) => void = () => undefined,
) {
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-turns-'));
  let phase: 'main' | 'post' = 'main';
  let lost = false;
  let filled = false;
  const onRequest = (request: FakeRequest): Fault | undefined => {
    const { losesMint = false } = way;
    // The fake is still being filled.
    if (!filled) return undefined;
    if (losesMint && !lost && isMint(request)) {
      lost = true;
      return { kind: 'act-then-reset' };
    }
    return fault(request, phase, running.credentials[0] ?? 'not-a-real-secret-of-nobody');
  };
  const running = await issuer.start(onRequest, onRequest);
  filled = true;
  const turns = join(folder, 'turns');
  const hook = new URL('record-turns.mjs', import.meta.url).href;
  const job = await createJob({
    actionDirectory: ACTION_DIRECTORY,
    context: running.context,
    environment: { ...running.environment, NODE_OPTIONS: `--import=${hook}`, TURNS: turns },
  });
  try {
    const inputs = { ...running.inputs, ...way.with, timeout: `${TIMEOUT / 1_000}s` };
    const main = job.startAction({ with: inputs });
    started(main);
    const { log, exitCode } = await main.result;
    phase = 'post';
    const { posts } = await job.end();
    const lines = (await readFile(turns, 'utf8')).trimEnd().split('\n');
    return {
      exitCode,
      log: [log, ...posts.map((post) => post.log)].join('\n'),
      turns: lines.map((line) => JSON.parse(line) as { readonly longest: number; readonly whole: number }),
    };
  } finally {
    await job.dispose();
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const isMint = ({ method, path }: FakeRequest) =>
  (method === 'POST' && path === '/api/v2/authorizations') || /\/CreateRevokableToken$|\/generate\//.test(path);

/** Each kind of request that a way sends, with what it is answered when nothing is wrong. */
async function askedIn(issuer: Issuer, way: Way): Promise<readonly Asked[]> {
  const asked = new Map<string, Asked>();
  await run(issuer, way, (request, phase) => ({
    kind: 'rewrite',
    rewrite(answer) {
      const key = keyOf(request);
      if (!asked.has(`${phase} ${key}`)) asked.set(`${phase} ${key}`, { way, phase, key, answer });
      return answer;
    },
  }));
  return [...asked.values()];
}

/** So many of the cases, two right answers for each of the others, spread over all of them, and always the same. */
function sampleOf(all: readonly Cases[]): readonly Case[] {
  const right = all.flatMap((cases) => cases.right);
  const others = all.flatMap((cases) => cases.others);
  if (SAMPLE === 'all') return [...right, ...others];
  return Array.from({ length: Number(SAMPLE) }, (_, index) => {
    const cases = index % 3 === 0 ? others : right;
    // A step by the golden ratio comes near each place soon, and to none twice.
    const part = ((index + 1) * 0.6180339887498949) % 1;
    return cases[Math.floor(part * cases.length)];
  }).filter((chosen) => chosen !== undefined);
}

describe.each([...ISSUERS, datasette])('$name: an answer of 10 MB', (issuer) => {
  it(
    'of the worst that can stand in it holds up neither the end of the time nor a signal',
    { timeout: SAMPLE === 'all' ? 36_000_000 : 600_000 },
    async () => {
      const cases: Cases[] = [];
      for (const way of Object.values<Way>(WAYS)) {
        if (way.only !== undefined && !issuer.name.startsWith(way.only)) continue;
        for (const asked of await askedIn(issuer, way)) cases.push(casesOf(issuer, asked));
      }
      const failures: string[] = [];
      let given = 0;
      for (const [index, { title, asked, answer }] of sampleOf(cases).entries()) {
        let made: FakeAnswer | undefined;
        let step: RunningStep | undefined;
        const { log, exitCode, turns } = await run(
          issuer,
          asked.way,
          (request, phase, credential) =>
            phase === asked.phase && keyOf(request) === asked.key
              ? {
                  kind: 'rewrite',
                  rewrite: () => (made ??= answer(credential)),
                  // Every third is asked to stop while it reads.
                  ...(index % 3 === 2 && phase === 'main' ? { afterAnswering: () => void step?.kill('SIGTERM') } : {}),
                }
              : undefined,
          (started) => (step ??= started),
        );
        // On a busy machine the time may be over before it is asked for.
        if (made !== undefined) given++;
        const longest = Math.max(...turns.map((turn) => turn.longest));
        const whole = Math.max(...turns.map((turn) => turn.whole));
        const wrong = [
          ...(longest > LONGEST_TURN ? [`a turn took ${Math.round(longest)} ms`] : []),
          ...(whole > TIMEOUT + LONGEST_TURN ? [`all took ${Math.round(whole)} ms`] : []),
          ...(exitCode === null || ![0, 1, 143].includes(exitCode) ? [`main ended with ${exitCode}`] : []),
          ...(/^\s+at .*:\d+:\d+|RangeError|heap out of memory/m.test(log) ? ['main shows its stack'] : []),
          ...(log.length > 20_000 ? [`the log has ${log.length} characters`] : []),
        ];
        if (process.env['MINT_TOKEN_LONG_ANSWERS_LOG'] !== undefined)
          console.log(
            Math.round(longest),
            Math.round(whole),
            exitCode,
            title,
            wrong.join('; '),
            wrong.length > 0 ? log.slice(-600) : '',
          );
        if (wrong.length > 0) failures.push(`${title}: ${wrong.join('; ')}`);
      }
      expect(failures).toEqual([]);
      expect(given).toBeGreaterThan(0);
    },
  );
});

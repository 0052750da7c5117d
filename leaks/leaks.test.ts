import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeRequest } from '../__tests__/fakes/faults.js';
import type { RunningIssuer } from '../__tests__/scenario/network/issuer-under-test.js';
import type { StepResult } from '../__tests__/runner/step.mjs';
import { HOSTILE_SECRETS } from './hostile-secrets.js';
import { LEAKING_ISSUERS, secretsOnTheWire, startDatasette } from './issuers.js';
import { PROXY_PASSWORD, runLeakingJob, type LeakingJob, type NamedSecret } from './leaking-job.js';
import { lookEverywhere, PLACE_NAMES } from './places.js';
import { judge, MISSING_PROGRAMS, printInEveryWay, startAnsweringServer, type Outcome } from './printing.js';
import type { HostileResult, LeakResults, PlaceOutcome, TypeResult } from './results.js';
import { WAYS_OF_PRINTING } from './ways-of-printing.js';

const only = process.env['LEAKS_TYPE'];
const types: TypeResult[] = [];
const hostileSecrets: HostileResult[] = [];
let server: Awaited<ReturnType<typeof startAnsweringServer>>;

beforeAll(async () => {
  server = await startAnsweringServer();
});

afterAll(async () => {
  await server.close();
  const results: LeakResults = {
    types,
    hostileSecrets,
    ways: WAYS_OF_PRINTING.map(({ name, notCoverable }) => ({ name, notCoverable: notCoverable ?? null })),
    places: PLACE_NAMES,
    missingPrograms: [...MISSING_PROGRAMS],
  };
  writeFileSync(process.env['LEAKS_RESULTS'] ?? '', JSON.stringify(results));
});

describe.each(LEAKING_ISSUERS.filter(({ name }) => only === undefined || only === name))('$name', (issuer) => {
  it('every secret is masked however a later step prints it, and stands nowhere else', async () => {
    const job = await runLeakingJob(issuer, {
      with: { export_env: 'true', token_file: 'a-token' },
      secrets: secretsOf,
      print: (running, secret) => printInEveryWay(running, secret, server.url),
    });
    expect(job.main.conclusion, job.main.log).toBe('success');
    const secrets = job.printed.map(({ what, secret, steps }) => {
      const outcomes = judge(secret, steps);
      return { what, length: secret.length, outcomes };
    });
    const places = lookEverywhere(job);
    types.push({ type: issuer.name, secrets, places });

    for (const { what, outcomes } of secrets) {
      expect(leaked(outcomes), what).toStrictEqual([]);
      // A way that shows nothing even without masks would prove nothing.
      expect(waysThat('not shown', outcomes), what).toStrictEqual([]);
    }
    expect(foundIn(places)).toStrictEqual([]);
    expect(job.standardError).toBe('');
  });

  it('later steps have nothing that was not asked for', async () => {
    const job = await runLeakingJob(issuer, { secrets: secretsOf });
    expect(job.main.conclusion, job.main.log).toBe('success');
    expect(job.addedEnvironment).toStrictEqual({});
    expect([...job.filesLeft.keys()]).toStrictEqual([]);
    expect(foundIn(lookEverywhere(job))).toStrictEqual([]);
  });

  it.each([
    ['main', 'in every form', inEveryForm],
    ['main', 'across the place where a message is cut', acrossTheCut],
    ['post', 'in every form', inEveryForm],
    ['post', 'across the place where a message is cut', acrossTheCut],
  ] as const)(
    'a server that repeats what it knows in its errors to %s, %s, gets none of it into a log',
    async (phase, _, message) => {
      const job = await runLeakingJob(issuer, { secrets: secretsOf, errors: { phase, body: bodyOf(message) } });
      expect(foundIn(lookEverywhere(job))).toStrictEqual([]);
      expect(job.standardError).toBe('');
      // A signed token is revoked by nobody, so that nothing is asked after main.
      const repeats = phase === 'main' || issuer.name !== 'datasette';
      expect(job.main.conclusion, job.main.log).toBe(phase === 'main' ? 'failure' : 'success');
      expect(job[phase].rawLog.includes('you sent'), job[phase].rawLog).toBe(repeats);
    },
  );
});

describe.each(HOSTILE_SECRETS.filter(() => only === undefined))('a secret $name', ({ name, secret, shows }) => {
  it('is masked however a later step prints it, and stands nowhere else', async () => {
    const issuer = {
      name: 'datasette',
      start: (onRequest: Parameters<typeof startDatasette>[1]) => startDatasette(secret, onRequest),
    };
    const job = await runLeakingJob(issuer, {
      secrets: (_, main) => [
        { what: 'credential', secret },
        { what: 'token', secret: main.outputs['token'] ?? '' },
        { what: 'proxy password', secret: PROXY_PASSWORD },
      ],
      // Another secret of the job is printed too where one is part of the other.
      print: (running, printed) =>
        printed === secret || (printed === PROXY_PASSWORD && isRelated(secret))
          ? printInEveryWay(running, printed, server.url)
          : Promise.resolve([]),
    });
    expect(job.main.conclusion, job.main.log).toBe('success');
    const outcomes = judge(secret, stepsOf(job, secret));
    const places = lookEverywhere(job);
    hostileSecrets.push({ name, outcomes, places, shows: shows ?? null });
    expect(waysThat('leaked', outcomes), leaked(outcomes).join('\n')).toStrictEqual(shows?.in ?? []);
    if (isRelated(secret)) expect(leaked(judge(PROXY_PASSWORD, stepsOf(job, PROXY_PASSWORD)))).toStrictEqual([]);
    expect(foundIn(places)).toStrictEqual([]);
  });
});

function secretsOf(running: RunningIssuer, { outputs }: StepResult): readonly NamedSecret[] {
  const token = outputs['token'];
  const ofIssuer = [
    ...(token === undefined ? [] : [{ what: 'token', secret: token }]),
    ...running.credentials.map((secret) => ({ what: 'credential', secret })),
  ];
  const onTheWire = [...secretsOnTheWire(running)].map(([secret, what]) => ({ what, secret }));
  return [
    ...ofIssuer,
    ...onTheWire.filter(({ secret }) => ofIssuer.every((other) => other.secret !== secret)),
    { what: 'proxy password', secret: PROXY_PASSWORD },
  ];
}

/** An error as one of the servers words it. */
function bodyOf(
  message: (known: readonly string[]) => string,
): (request: FakeRequest, running: RunningIssuer) => string {
  return ({ headers, body }, { credentials }) => {
    const sent = /^(?:Bearer|Token) (?<token>.+)$/.exec(headers.authorization ?? '')?.groups?.['token'];
    const text = message([...new Set([...credentials, ...(sent === undefined ? [] : [sent]), body])]);
    return JSON.stringify({ code: 'invalid', message: text, error: text, ok: false, success: false });
  };
}

function inEveryForm(known: readonly string[]): string {
  const forms = known.flatMap((secret) => {
    const bytes = Buffer.from(secret);
    return [
      secret,
      bytes.toString('base64'),
      bytes.toString('hex'),
      encodeURIComponent(secret),
      JSON.stringify(secret),
    ];
  });
  return `you sent ${forms.join(' ')}`;
}

/** The last five characters of the first secret are beyond the 299 that are shown of a message. */
function acrossTheCut([secret = '']: readonly string[]): string {
  return `${'you sent '.padEnd(299 + 5 - secret.length, '.')}${secret} and more`;
}

const leaked = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.flatMap((outcome, index) =>
    outcome.kind === 'leaked' ? [`${nameOf(index)}: ${outcome.encoding}: ${outcome.piece}`] : [],
  );
const waysThat = (kind: Outcome['kind'], outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.flatMap((outcome, index) => (outcome.kind === kind ? [nameOf(index)] : []));
const nameOf = (index: number): string => WAYS_OF_PRINTING[index]?.name ?? '';
const foundIn = (places: readonly PlaceOutcome[]): readonly string[] =>
  places.flatMap((place, index) => (place.kind === 'leaked' ? [`${PLACE_NAMES[index] ?? ''}: ${place.what}`] : []));
const isRelated = (secret: string): boolean => secret.includes(PROXY_PASSWORD) || PROXY_PASSWORD.includes(secret);
const stepsOf = ({ printed }: LeakingJob, secret: string): readonly StepResult[] =>
  printed.find((entry) => entry.secret === secret)?.steps ?? [];

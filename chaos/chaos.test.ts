import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { runChaoticJob } from './chaotic-job.js';
import {
  describeStrike,
  lossesOf,
  matrixOf,
  randomCase,
  sampleOf,
  type Case,
  type Loss,
  type Subject,
} from './cases.js';
import { runChaoticUpdate, updateCasesOf, type UpdateCase, type UpdateOutcome } from './chaotic-update.js';
import { CHAOS_ISSUERS, type ChaosIssuer } from './issuers.js';
import type { ChaosResults, RunResult } from './results.js';
import {
  describeSweepStrike,
  runChaoticSweep,
  sweepCases,
  SWEPT_SYSTEMS,
  type SweepCase,
  type SweptSystem,
} from './sweeps.js';
import { UPDATES, type UpdateUnderTest } from '../__tests__/scenario/update/update-under-test.js';

/** Set by run.mjs. */
const options = {
  seed: Number(process.env['CHAOS_SEED'] ?? 1),
  runs: Number(process.env['CHAOS_RUNS'] ?? 300),
  type: process.env['CHAOS_TYPE'],
  moment: process.env['CHAOS_MOMENT'],
  case: process.env['CHAOS_CASE'],
  sample: process.env['CHAOS_SAMPLE'] === undefined ? undefined : Number(process.env['CHAOS_SAMPLE']),
  results: process.env['CHAOS_RESULTS'],
};

const subjects: { readonly issuer: ChaosIssuer; readonly subject: Subject; readonly cases: readonly Case[] }[] = [];
for (const issuer of CHAOS_ISSUERS.filter(({ name }) => options.type === undefined || name === options.type)) {
  const subject = await measure(issuer);
  subjects.push({ issuer, subject, cases: casesOf(subject) });
}
const results: RunResult[] = [];

/** A job without chaos: what it sends and writes, and that it keeps every promise. */
async function measure(issuer: ChaosIssuer): Promise<Subject> {
  const { normal, delivered, left, othersRevoked, broken, log } = await runChaoticJob(issuer, []);
  if (!delivered || left > 0 || othersRevoked || broken.length > 0) {
    throw new Error(`${issuer.name}: a job without chaos went wrong: ${broken.join('; ')}\n${log}`);
  }
  const mint = issuer.requestsAfterMint === undefined ? undefined : normal.requests.main - issuer.requestsAfterMint;
  return {
    ...normal,
    type: issuer.name,
    mint,
    acts429: issuer.body429 !== undefined,
    loss: issuer.findsLost ? await measureLoss(issuer, { ...normal, mint }) : undefined,
  };
}

async function measureLoss(issuer: ChaosIssuer, subject: Pick<Subject, 'mint' | 'writesBefore'>): Promise<Loss> {
  const strikes = lossesOf(subject);
  const inMain = await runChaoticJob(issuer, [strikes.main]);
  const inPost = await runChaoticJob(issuer, [strikes.post]);
  return {
    main: { strike: strikes.main, requests: inMain.normal.requests.main },
    post: { strike: strikes.post, requests: inPost.normal.requests.post },
  };
}

function casesOf(subject: Subject): readonly Case[] {
  const matrix = matrixOf(subject);
  if (options.case !== undefined) {
    const number = /^random\.(\d+)/.exec(options.case)?.[1];
    if (number !== undefined) return [randomCase(subject, options.seed, Number(number), options.case)];
    return matrix.filter(({ id }) => id === options.case);
  }
  if (options.moment !== undefined) return matrix.filter(({ moment }) => moment === options.moment);
  const random = Array.from({ length: options.runs }, (_, index) => randomCase(subject, options.seed, index + 1));
  return options.sample === undefined
    ? [...matrix, ...random]
    : sampleOf([...matrix, ...random], options.sample, options.seed, subject.type);
}

describe.concurrent.each(subjects)('$subject.type', ({ issuer, subject, cases }) => {
  it.each(cases)('$id', async ({ id, moment, strikes }) => {
    const outcome = await runChaoticJob(issuer, strikes);
    const { struck, delivered, left, said, othersRevoked, log } = outcome;
    // With its first words post may have ended already; on a busy machine its signal comes too late.
    const mayMiss = id.startsWith('random.') || strikes.some(({ at }) => at === 'first words');
    const vacuous = !struck && !mayMiss;
    const broken = [...outcome.broken, ...(vacuous ? ['nothing struck: this case tries nothing'] : [])];
    results.push({ type: subject.type, case: id, moment, struck, delivered, left, said, othersRevoked, broken });
    const what = [
      `--seed ${options.seed} --type ${subject.type} --case ${id}: ${strikes.map(describeStrike).join('; ')}`,
      log,
    ].join('\n');
    expect({ left, othersRevoked, broken }, what).toEqual({ left: 0, othersRevoked: false, broken: [] });
  });
});

const sweeps = SWEPT_SYSTEMS.filter(({ name }) => options.type === undefined || name === options.type);
const measuredSweeps: { readonly system: SweptSystem; readonly cases: readonly SweepCase[] }[] = [];
for (const system of sweeps) {
  const { requests, left, othersRevoked, broken, log } = await runChaoticSweep(system);
  if (left > 0 || othersRevoked || broken.length > 0) {
    throw new Error(`${system.name}: a sweep without chaos went wrong: ${broken.join('; ')}\n${log}`);
  }
  const all = sweepCases(requests).filter(
    ({ id, moment }) => id === (options.case ?? id) && moment === (options.moment ?? moment),
  );
  measuredSweeps.push({
    system,
    cases: options.sample === undefined ? all : sampleOf(all, options.sample, options.seed, system.name),
  });
}

describe.concurrent.each(measuredSweeps)('$system.name', ({ system, cases }) => {
  it.each(cases)('$id', async ({ id, moment, strike }) => {
    const { struck, left, othersRevoked, log, ...outcome } = await runChaoticSweep(system, strike);
    const broken = [...outcome.broken, ...(struck ? [] : ['nothing struck: this case tries nothing'])];
    results.push({
      type: system.name,
      case: id,
      moment,
      struck,
      delivered: false,
      left,
      said: 0,
      othersRevoked,
      broken,
    });
    const what = `--seed ${options.seed} --type '${system.name}' --case ${id}: ${describeSweepStrike(strike)}\n${log}`;
    expect({ left, othersRevoked, broken }, what).toEqual({ left: 0, othersRevoked: false, broken: [] });
  });
});

const updates: { readonly update: UpdateUnderTest; readonly cases: readonly UpdateCase[] }[] = [];
for (const update of UPDATES.filter(({ name }) => options.type === undefined || name === options.type)) {
  updates.push({ update, cases: casesOfUpdate(await measureUpdate(update), update.name) });
}

/** An update without chaos: what it sends. */
async function measureUpdate(update: UpdateUnderTest): Promise<UpdateOutcome['requests']> {
  const { requests, updated, unsaid, othersChanged, broken, log } = await runChaoticUpdate(update);
  if (!updated || unsaid.length > 0 || othersChanged || broken.length > 0) {
    throw new Error(`${update.name}: it went wrong without chaos: ${[...unsaid, ...broken].join('; ')}\n${log}`);
  }
  return requests;
}

function casesOfUpdate(requests: UpdateOutcome['requests'], name: string): readonly UpdateCase[] {
  const cases = updateCasesOf(requests);
  if (options.case !== undefined) return cases.filter(({ id }) => id === options.case);
  if (options.moment !== undefined) return cases.filter(({ moment }) => moment === options.moment);
  return options.sample === undefined ? cases : sampleOf(cases, options.sample, options.seed, name);
}

describe.concurrent.each(updates)('$update.name', ({ update, cases }) => {
  it.each(cases)('$id', async ({ id, moment, strike }) => {
    const { struck, updated, unsaid, othersChanged, broken, log } = await runChaoticUpdate(update, strike);
    const all = [...broken, ...(struck ? [] : ['nothing struck: this case tries nothing'])];
    results.push({
      type: update.name,
      case: id,
      moment,
      struck,
      delivered: updated,
      left: unsaid.length,
      said: 0,
      othersRevoked: othersChanged,
      broken: all,
    });
    const what = `--seed ${options.seed} --type '${update.name}' --case ${id}: ${unsaid.join('; ')}\n${log}`;
    expect({ unsaid, othersChanged, broken: all }, what).toEqual({ unsaid: [], othersChanged: false, broken: [] });
  });
});

afterAll(() => {
  if (options.results === undefined) return;
  const measured = subjects.map(({ subject }) => subject);
  const written: ChaosResults = { seed: options.seed, runs: options.runs, sample: options.sample, measured, results };
  writeFileSync(options.results, JSON.stringify(written));
});

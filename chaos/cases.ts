import { createHash } from 'node:crypto';
import { ANSWER_FAULTS, type RequestMoment } from './front.js';
import { MOMENTS, type Moment } from './moments.mjs';

export const SIGNALS = ['SIGKILL', 'SIGINT', 'SIGTERM'] as const;
export type Signal = (typeof SIGNALS)[number];
export type Phase = 'main' | 'post';

/** `connection refused`: nothing listens when the request is to be sent. */
export const NETWORK_FAULTS = ['connection refused', ...ANSWER_FAULTS] as const;
export type NetworkFault = (typeof NETWORK_FAULTS)[number];

/** How a server is away: nothing listens any more, or a proxy stands there and answers in its place. */
export const ABSENCES = ['gone', '503 of a proxy'] as const;
export type Absence = (typeof ABSENCES)[number];

/** As long as a server takes to restart, and longer than a few tries. */
const AWAY_MILLISECONDS = 8_000;

/** One thing that goes wrong in a job. Requests, and writes to the state file, are counted from 1. */
export type Strike =
  | {
      readonly at: 'request';
      readonly phase: Phase;
      readonly request: number;
      readonly moment: RequestMoment;
      readonly fault: Signal | NetworkFault;
    }
  /** Exactly before or after a write of main to the state file. */
  | { readonly at: 'write'; readonly write: number; readonly when: 'before' | 'after'; readonly signal: Signal }
  /** Every request that main sends after a write. */
  | { readonly at: 'requests after a write'; readonly write: number; readonly fault: NetworkFault }
  | { readonly at: 'every request'; readonly phase: 'post'; readonly fault: NetworkFault }
  /** From this request on the server is away for a while, and then back. */
  | {
      readonly at: 'away';
      readonly phase: Phase;
      readonly request: number;
      readonly absence: Absence;
      readonly milliseconds: number;
    }
  /** After the first line that post writes to the log. Post writes no state. */
  | { readonly at: 'first words'; readonly phase: 'post'; readonly signal: Signal }
  /** Milliseconds after the start of the process. */
  | { readonly at: 'offset'; readonly phase: Phase; readonly milliseconds: number; readonly signal: Signal };

export interface Case {
  /** For `--case`. A random one also needs its seed to be the same again. */
  readonly id: string;
  readonly moment: Moment;
  readonly strikes: readonly Strike[];
}

/** A job in which nothing goes wrong, as it was measured. */
export interface NormalRun {
  readonly requests: Readonly<Record<Phase, number>>;
  /** How many writes to the state file main had made when it sent its first, second, ... request; and in all. */
  readonly writesBefore: readonly number[];
  readonly writes: number;
  readonly milliseconds: Readonly<Record<Phase, number>>;
}

/** What of a type decides which cases it has. */
export interface Subject extends NormalRun {
  readonly type: string;
  /** The number of main's request that mints; undefined where none does. */
  readonly mint: number | undefined;
  /**
   * Whether the server may have acted on a request that it answers 429. Where not, a mint that was carried out is never
   * answered 429 here: to try again after it is then right.
   */
  readonly acts429: boolean;
  /** What is sent when the answer to the mint was lost; undefined where a lost token is not found, or none is minted. */
  readonly loss: Loss | undefined;
}

export interface Loss {
  /** The requests of main after a mint whose connection was reset, the mint and those before it included. */
  readonly main: { readonly strike: Strike; readonly requests: number };
  /** The requests of post after a main that was killed between the answer and its record. */
  readonly post: { readonly strike: Strike; readonly requests: number };
}

/** The two ways in which an answer to the mint is lost, to be measured. */
export function lossesOf({ mint, writesBefore }: Pick<Subject, 'mint' | 'writesBefore'>): {
  readonly main: Strike;
  readonly post: Strike;
} {
  const written = mint === undefined ? undefined : writesBefore[mint - 1];
  if (mint === undefined || written === undefined) throw new Error('nothing is minted');
  return {
    main: { at: 'request', phase: 'main', request: mint, moment: 'answered', fault: 'connection reset' },
    post: { at: 'write', write: written + 1, when: 'before', signal: 'SIGKILL' },
  };
}

const REQUEST_MOMENTS: readonly RequestMoment[] = ['before', 'working', 'answered'];

/** The moments of a request at which this can happen to it. */
function momentsOf(
  { mint, acts429, loss, requests }: Subject,
  { phase, request, fault }: { readonly phase: Phase; readonly request: number; readonly fault: Signal | NetworkFault },
): readonly RequestMoment[] {
  switch (fault) {
    case 'connection refused':
      return ['before'];
    // All else of the answer is right.
    case 'wrong content type':
      return ['answered'];
    case '429':
    case '429 by date': {
      const again = mint === undefined || loss === undefined ? undefined : loss.main.requests - (requests.main - mint);
      const mints = phase === 'main' && (request === mint || request === again);
      return mints && !acts429 ? ['before'] : REQUEST_MOMENTS;
    }
    default:
      return REQUEST_MOMENTS;
  }
}

const MOMENT_OF_REQUEST: Readonly<Record<RequestMoment, Moment>> = {
  before: 'before it is sent',
  working: 'while the server works',
  answered: 'after the answer',
};

const idOf = (...parts: readonly (string | number)[]): string => parts.join('.').replaceAll(' ', '-');

/** Every request of main and of post, every moment, every fault. */
export function matrixOf(normal: Subject): readonly Case[] {
  const cases: Case[] = [];
  for (const phase of ['main', 'post'] as const) {
    for (let request = 1; request <= normal.requests[phase]; request++) {
      for (const fault of [...SIGNALS, ...NETWORK_FAULTS]) {
        for (const moment of momentsOf(normal, { phase, request, fault })) {
          cases.push({
            id: idOf(phase, 'request', request, moment, fault),
            moment: MOMENT_OF_REQUEST[moment],
            strikes: [{ at: 'request', phase, request, moment, fault }],
          });
        }
      }
    }
  }
  cases.push(...casesOfAbsence(normal), ...casesOfLoss(normal));
  for (let write = 1; write <= normal.writes; write++) {
    for (const when of ['before', 'after'] as const) {
      for (const signal of SIGNALS) {
        cases.push({
          id: idOf('main', 'write', write, when, signal),
          moment: `${when} the state is written`,
          strikes: [{ at: 'write', write, when, signal }],
        });
      }
    }
    // A write that no request follows in main needs no fault: post's requests have theirs.
    if (!normal.writesBefore.includes(write)) continue;
    for (const fault of NETWORK_FAULTS) {
      cases.push({
        id: idOf('main', 'write', write, 'requests', fault),
        moment: 'after the state is written',
        strikes: [{ at: 'requests after a write', write, fault }],
      });
    }
  }
  if (normal.requests.post > 0) {
    for (const fault of NETWORK_FAULTS) {
      cases.push({
        id: idOf('post', 'every request', fault),
        moment: 'after the state is written',
        strikes: [{ at: 'every request', phase: 'post', fault }],
      });
    }
  }
  for (const signal of SIGNALS) {
    cases.push({
      id: idOf('post', 'first words', signal),
      moment: 'after the state is written',
      strikes: [{ at: 'first words', phase: 'post', signal }],
    });
  }
  return cases;
}

/** The server is away, and comes back late: from each request of a normal job on, and when a lost token is first looked for. */
function casesOfAbsence({ requests, mint, loss }: Subject): readonly Case[] {
  const starts: { readonly phase: Phase; readonly request: number; readonly before: readonly Strike[] }[] = [];
  for (const phase of ['main', 'post'] as const) {
    for (let request = 1; request <= requests[phase]; request++) starts.push({ phase, request, before: [] });
  }
  if (loss !== undefined && mint !== undefined) {
    starts.push({ phase: 'main', request: mint + 1, before: [loss.main.strike] });
    starts.push({ phase: 'post', request: 1, before: [loss.post.strike] });
  }
  return starts.flatMap(({ phase, request, before }) =>
    ABSENCES.map((absence): Case => ({
      id: idOf(phase, ...(before.length === 0 ? [] : ['looks']), 'away', request, absence),
      moment: `while the server is away from ${phase}`,
      strikes: [...before, { at: 'away', phase, request, absence, milliseconds: AWAY_MILLISECONDS }],
    })),
  );
}

/** The answer to the mint is lost, and then something else goes wrong while its token is looked for. */
function casesOfLoss(subject: Subject): readonly Case[] {
  const { loss, mint } = subject;
  if (loss === undefined || mint === undefined) return [];
  return (['main', 'post'] as const).flatMap((phase) => {
    const first = phase === 'main' ? mint + 1 : 1;
    const requests = Array.from({ length: loss[phase].requests - first + 1 }, (_, index) => first + index);
    return requests.flatMap((request) =>
      [...SIGNALS, ...NETWORK_FAULTS].flatMap((fault) =>
        momentsOf(subject, { phase, request, fault }).map((moment): Case => ({
          id: idOf(phase, 'looks', request, moment, fault),
          moment: `while ${phase} looks for a lost token`,
          strikes: [loss[phase].strike, { at: 'request', phase, request, moment, fault }],
        })),
      ),
    );
  });
}

/**
 * A kill at a random offset in main, in post or in both; in one of three runs a request of main meets a fault as well.
 *
 * @param again the id of a case with this number: its offsets count, which otherwise depend on how fast the machine is
 */
export function randomCase(normal: Subject, seed: number, number: number, again = ''): Case {
  const dice = createDice(`${seed} ${normal.type} ${number}`);
  const place = dice.pick(['main', 'main', 'main', 'post', 'both'] as const);
  const withFault = dice.pick([true, false, false]);
  const strikes: Strike[] = [];
  for (const phase of ['main', 'post'] as const) {
    if (place !== phase && place !== 'both') continue;
    // With a fault main takes longer: it waits, looks for a lost token, and tries again.
    const longest = phase === 'main' && withFault ? 4_000 : normal.milliseconds[phase] * 1.3;
    const drawn = Math.round(dice.fraction() * longest);
    const milliseconds = Number(new RegExp(`${phase}-(\\d+)ms`).exec(again)?.[1] ?? drawn);
    strikes.push({ at: 'offset', phase, milliseconds, signal: dice.pick(SIGNALS) });
  }
  if (withFault && normal.requests.main > 0) {
    const wanted = {
      phase: 'main',
      request: 1 + Math.floor(dice.fraction() * normal.requests.main),
      moment: dice.pick(REQUEST_MOMENTS),
      fault: dice.pick(NETWORK_FAULTS),
    } as const;
    const moments = momentsOf(normal, wanted);
    const moment = moments.includes(wanted.moment) ? wanted.moment : moments[0];
    if (moment !== undefined) strikes.push({ at: 'request', ...wanted, moment });
  }
  const offsets = strikes.flatMap((strike) =>
    strike.at === 'offset' ? [`${strike.phase}-${strike.milliseconds}ms`] : [],
  );
  return { id: idOf('random', number, ...offsets), moment: `at random, in ${place}`, strikes };
}

/** As many of them as wanted, of every moment the same share as far as there are enough, chosen by the seed. */
export function sampleOf<Chosen extends Pick<Case, 'id' | 'moment'>>(
  cases: readonly Chosen[],
  wanted: number,
  seed: number,
  type: string,
): readonly Chosen[] {
  const rank = (id: string) => createHash('sha256').update(`${seed} ${type} ${id}`).digest('hex');
  const shuffled = cases.map((one) => ({ one, rank: rank(one.id) })).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const queues = MOMENTS.map((moment) => shuffled.filter(({ one }) => one.moment === moment).map(({ one }) => one));
  const chosen: Chosen[] = [];
  for (let round = 0; chosen.length < Math.min(wanted, cases.length); round++) {
    for (const queue of queues) {
      const one = queue[round];
      if (one !== undefined && chosen.length < wanted) chosen.push(one);
    }
  }
  return chosen;
}

export function describeStrike(strike: Strike): string {
  switch (strike.at) {
    case 'request':
      return `${strike.fault} at request ${strike.request} of ${strike.phase} (${MOMENT_OF_REQUEST[strike.moment]})`;
    case 'write':
      return `${strike.signal} ${strike.when} write ${strike.write} to the state file`;
    case 'requests after a write':
      return `${strike.fault} at every request of main after write ${strike.write} to the state file`;
    case 'every request':
      return `${strike.fault} at every request of post`;
    case 'away':
      return `the server is away (${strike.absence}) for ${strike.milliseconds} ms from request ${strike.request} of ${strike.phase} on`;
    case 'first words':
      return `${strike.signal} after the first words of post`;
    case 'offset':
      return `${strike.signal} ${strike.milliseconds} ms after the start of ${strike.phase}`;
  }
}

interface Dice {
  /** From 0 up to and without 1. */
  fraction(): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** Random numbers that depend on the text alone, so that one run can be repeated without those before it. */
function createDice(text: string): Dice {
  let throws = 0;
  const fraction = () => {
    const digest = createHash('sha256').update(`${text} ${throws++}`).digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
  return {
    fraction,
    pick(items) {
      const item = items[Math.floor(fraction() * items.length)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
  };
}

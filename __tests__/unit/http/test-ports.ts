import type { Network } from '../../../src/lease/network.js';
import { createDeadline } from '../../../src/lease/clock.js';
import type { Milliseconds } from '../../../src/request/lifetime.js';
import { neverStops, type Clock, type Deadline, type Ports, type Stop } from '../../../src/lease/ports.js';
import { plainNetwork } from '../../fakes/network.js';
import { runnerWords } from '../../../src/runner/words.js';

export interface TestPorts extends Ports {
  /** The message of every notice. */
  readonly notices: readonly string[];
  /** The duration of every wait. */
  readonly waits: readonly Milliseconds[];
}

export interface TestPortsOptions {
  /** How long everything may take. */
  readonly timeout?: Milliseconds;
  readonly clock?: Clock;
  readonly stop?: Stop;
  readonly network?: Network;
}

const maskNothing = () => {
  throw new Error('this client has no secret to mask');
};

/** Ports for which a wait takes no time: their clock is put forward instead. */
export function createTestPorts(options: TestPortsOptions = {}): TestPorts {
  const waits: Milliseconds[] = [];
  const notices: string[] = [];
  let slept = 0;
  const leaping: Clock = {
    now: () => Date.now() + slept,
    sleep(duration) {
      waits.push(duration);
      slept += duration;
      return Promise.resolve();
    },
  };
  const clock = options.clock ?? leaping;
  return {
    clock,
    deadline: createDeadline(() => clock.now(), options.timeout ?? 60_000),
    stop: options.stop ?? neverStops,
    words: runnerWords,
    network: options.network ?? plainNetwork,
    mask: maskNothing,
    maskNew: maskNothing,
    holdsKnown: () => false,
    identityToken: () => Promise.reject(new Error('this client asks for no identity token')),
    notify: ({ message }) => notices.push(message),
    notices,
    waits,
  };
}

/** A message without how often and how long it was tried, which is another at each run. */
export const withoutTries = (message: string): string =>
  message.replace(/ \(tried \d+ times in \d+ s\)|\. Tried \d+ times in \d+ s/g, '');

/** A deadline of real time. */
export const deadlineIn = (duration: Milliseconds): Deadline => createDeadline(() => Date.now(), duration);

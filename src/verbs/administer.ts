import type { AdminHost } from '../host/host.js';
import { tell } from '../host/host.js';
import type { IssuedTokens } from '../lease/issued-tokens.js';
import { Refused } from '../lease/issuer.js';
import { Stopped, throwIfStopped, type Ports, type Stop } from '../lease/ports.js';
import type { Result } from '../request/problem.js';
import { messageOf } from '../request/shown-text.js';
import type { AdminOrder } from './admin-order.js';
import type { Outcome } from './outcome.js';
import { reportProblems } from './report-problems.js';

/** Tokens that are taken up, for a verb that works on them. */
export interface Opened<Wish> {
  readonly order: AdminOrder<Wish>;
  readonly tokens: IssuedTokens;
  readonly ports: Ports;
}

/**
 * Does what a verb does with tokens that exist, once its inputs are understood.
 *
 * @param work returns whether all of it was done
 */
export async function administer<Wish>(
  understood: () => Promise<Result<AdminOrder<Wish>>>,
  host: AdminHost,
  stop: Stop,
  work: (opened: Opened<Wish>) => Promise<boolean>,
): Promise<Outcome> {
  try {
    const result = await understood();
    if (!result.ok) {
      reportProblems(result.problems, 'nothing was done', host);
      return { kind: 'misused' };
    }
    const order = result.value;
    const { kind, found } = order;
    const ports = await host.openPorts(order.timeout, stop);
    host.say(`${kind.finder.title}: tokens of type ${kind.types.join(', ')}`);
    for (const source of found.sources) host.say(`  ${source}`);
    for (const notice of found.notices) tell(host, notice);
    const tokens = await order.openIssuedTokens(ports);
    throwIfStopped(stop);
    const done = await work({ order, tokens, ports });
    if (stop.signal !== undefined) return { kind: 'stopped', signal: stop.signal };
    return { kind: done ? 'done' : 'failed' };
  } catch (error) {
    // Whatever the work ended with then, it ended because of the signal.
    if (stop.signal !== undefined) {
      host.say(error instanceof Stopped ? error.message : `stopped by ${stop.signal}: ${messageOf(error)}`);
      return { kind: 'stopped', signal: stop.signal };
    }
    if (error instanceof Refused && error.problems.length > 0) reportProblems(error.problems, 'nothing was done', host);
    else host.fail(messageOf(error));
    return { kind: 'failed' };
  }
}

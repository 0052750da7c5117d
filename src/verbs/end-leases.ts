import { tell, type AskedHost } from '../host/host.js';
import { loadAccess, loadTokens, unknownType } from '../issuers/registry.js';
import type { Access } from '../lease/access.js';
import { systemClock } from '../lease/clock.js';
import type { FoundAccess } from '../lease/found-access.js';
import { markedTokens } from '../lease/marked-tokens.js';
import type { Ports, Stop } from '../lease/ports.js';
import type { LeaseRecord } from '../lease/record.js';
import { endLease } from '../lease/revoke.js';
import type { OpenTokens } from '../lease/tokens.js';
import type { Milliseconds } from '../request/lifetime.js';
import { checkUse } from '../request/input-checks.js';
import { invalid, valid, type Problem, type Result } from '../request/problem.js';
import type { Inputs } from '../request/request.js';
import { messageOf } from '../request/shown-text.js';
import type { Outcome } from './outcome.js';
import { reportEnding } from './report-ending.js';

/** A lease that was written down by another process. */
export interface WrittenLease {
  readonly leaseId: string;
  readonly record: LeaseRecord;
  /** Called when surely nothing of it is left. */
  readonly ended: () => void;
}

type LeasesHost = Omit<AskedHost, 'origin'>;

/** What those are that are of another type or endpoint than what is given now: left, and said; or a failure besides. */
export type Others = 'left' | 'failure';

/**
 * Ends leases. Their records are data and no authority: the issuer, the endpoint and the credential are those that are given now,
 * and a record of others is left.
 */
export async function endLeases(
  leases: readonly WrittenLease[],
  others: Others,
  inputs: Inputs,
  timeout: Milliseconds,
  host: LeasesHost,
  stop: Stop,
): Promise<Outcome> {
  const credential = inputs('credential');
  host.hide([
    ...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
    ...host.ambientSecrets(),
  ]);
  const type = inputs('type')?.trim() ?? '';
  const reached = await reach(type, inputs, host);
  if (!reached.ok) {
    for (const { input, message } of reached.problems) host.fail(`${host.words.place(input)}: ${message}`);
    return { kind: 'misused' };
  }
  const { found, openTokens } = reached.value;
  for (const source of found.sources) host.say(`  ${source}`);
  for (const notice of found.notices) tell(host, notice);
  const ours = leases.filter((lease) => isOf(lease, type, found.access, others, host));
  let failed = others === 'failure' && ours.length < leases.length;
  if (ours.length > 0) {
    const ports = await host.openPorts(timeout, stop);
    for (const lease of ours) {
      const done = await endOne(lease, openTokens, found.access, ports, host);
      if (!done) failed = true;
    }
  }
  if (stop.signal !== undefined && failed) return { kind: 'stopped', signal: stop.signal };
  return { kind: failed ? 'failed' : 'done' };
}

async function reach(
  type: string,
  inputs: Inputs,
  { surroundings, words }: LeasesHost,
): Promise<Result<{ readonly found: FoundAccess; readonly openTokens: OpenTokens }>> {
  const [finder, openTokens] = await Promise.all([loadAccess(type), loadTokens(type)]);
  if (finder === undefined) return invalid(wrongType(type === '' ? 'it is not given' : unknownType(type)));
  if (openTokens === undefined)
    return invalid(wrongType(`tokens of type ${type} cannot be revoked; they live until their end`));
  const problems = checkUse('revoke', type, finder.inputs, inputs, words);
  const found = finder.findAccess(inputs, surroundings, words);
  if (!found.ok) return invalid(...problems, ...found.problems);
  return problems.length > 0 ? invalid(...problems) : valid({ found: found.value, openTokens });
}

function wrongType(message: string): Problem {
  return { input: 'type', message };
}

/** Whether a lease is of the type and the endpoint that are given now. */
function isOf(
  { leaseId, record }: WrittenLease,
  type: string,
  access: Access,
  others: Others,
  host: LeasesHost,
): boolean {
  const written = `${record.type} at ${record.endpoint ?? 'no endpoint'}`;
  const now = `${type} at ${access.endpoint ?? 'no endpoint'}`;
  if (written === now) return true;
  const message = `The lease ${leaseId} is left: it was written down for ${written}, and what is given now is ${now}.`;
  if (others === 'failure') host.fail(message);
  else host.warn(message);
  return false;
}

/** Whether surely nothing of it is left. */
async function endOne(
  { leaseId, record, ended }: WrittenLease,
  openTokens: OpenTokens,
  access: Access,
  ports: Ports,
  host: LeasesHost,
): Promise<boolean> {
  try {
    const tokens = markedTokens(openTokens(access, record.context, ports), record, ports);
    const endings = await endLease(record, tokens, ports);
    const fails = endings.map((ending) => reportEnding(ending, record, 'fail', systemClock.now(), host));
    const isLeft = endings.some(({ kind }) => kind === 'failed' || kind === 'none-so-far');
    if (!isLeft) ended();
    return !fails.includes(true);
  } catch (error) {
    host.fail(`The lease ${leaseId} could not be ended: ${messageOf(error)}`);
    return false;
  }
}

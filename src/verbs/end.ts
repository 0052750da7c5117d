import type { EndHost, Kept } from '../host/host.js';
import { GRACE, leaveGrace } from '../host/open-ports.js';
import { loadTokens } from '../issuers/registry.js';
import { systemClock } from '../lease/clock.js';
import { neverStops, type Stop } from '../lease/ports.js';
import { accessOf, parseRecord, type LeaseRecord } from '../lease/record.js';
import { endLease, endUnasked, type Ending } from '../lease/revoke.js';
import type { OpenTokens, Tokens } from '../lease/tokens.js';
import { messageOf } from '../request/shown-text.js';
import { reportEnding, reportIrrevocable } from './report-ending.js';

/**
 * Ends a lease from what was kept of it: its token file is removed, and its tokens are revoked.
 *
 * @returns the exit status: 1 when something failed that the user wants to fail
 */
export async function end(host: EndHost, stop: Stop): Promise<number> {
  try {
    const kept = host.kept();
    // The file first: that needs no network.
    const fileFails = await removeFile(kept, host);
    const leaseFails = await endRecorded(kept, host, stop);
    return fileFails || leaseFails ? 1 : 0;
  } catch (error) {
    host.fail(messageOf(error));
    return 1;
  }
}

/** Whether that failed. */
async function removeFile({ tokenFile }: Kept, host: EndHost): Promise<boolean> {
  if (tokenFile === undefined) return false;
  const { path } = tokenFile;
  const { laterUser } = host.words;
  // Loaded here: it brings node:crypto with it, and most leases have no token file.
  const { removeTokenFile } = await import('../host/token-file.js');
  try {
    switch (removeTokenFile(tokenFile)) {
      case 'removed':
        host.say(`removed the token file ${path}`);
        break;
      case 'gone':
        host.say(`the token file ${path} is gone already`);
        break;
      case 'changed':
        host.warn(`The token file ${path} was changed by a ${laterUser} and is left as it is; remove it there.`);
        break;
    }
    return false;
  } catch (error) {
    host.fail(
      `The token file ${path} could not be removed: ${messageOf(error)}. Remove it by hand, and see which ${laterUser} took away the rights on it or on its folder`,
    );
    return true;
  }
}

/** Whether ending the lease failed, and that is to fail what waits for it. */
async function endRecorded(kept: Kept, host: EndHost, stop: Stop): Promise<boolean> {
  if (kept.record === undefined) {
    host.say('nothing to revoke: no token was asked for');
    return false;
  }
  const record = parseRecord(kept.record, host.words);
  if (!record.revocable) {
    for (const attempt of record.attempts) reportIrrevocable(attempt, systemClock.now(), host);
    return false;
  }
  const openTokens = await loadTokens(record.type);
  if (openTokens === undefined) throw new Error(`tokens of the recorded type ${record.type} cannot be revoked`);
  const endings = await endAttempts(record, openTokens, kept, host, stop);
  const told = endings.map((ending) => reportEnding(ending, record, kept.onRevokeFailure, systemClock.now(), host));
  return told.includes(true);
}

async function endAttempts(
  record: LeaseRecord,
  openTokens: OpenTokens,
  { credential, tokenSecret }: Kept,
  host: EndHost,
  stop: Stop,
): Promise<readonly Ending[]> {
  // A signal hurries the end of a lease, and does not stop it: nobody comes after this one.
  const ports = await host.openPorts(record.timeout, neverStops);
  leaveGrace(stop, ports.deadline, `what is under way has ${GRACE / 1000} s to end`, (text) => host.say(text));
  let tokens: Tokens;
  try {
    tokens = openTokens(accessOf(record, credential, host.words), record.context, ports);
  } catch (error) {
    return endUnasked(record, error);
  }
  return endLease(record, tokens, ports, tokenSecret);
}

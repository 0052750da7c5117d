import { removeTokenFile } from '../host/token-file.js';
import type { Origin } from '../lease/origin.js';
import type { Teller } from '../host/host.js';
import { messageOf } from '../request/shown-text.js';
import { openJournal, type Journal, type KeptEntry, type LeftFile } from './journal.js';
import { isGone } from './process-identity.js';
import { endOfAttempt } from '../lease/revoke.js';
import type { Milliseconds } from '../request/lifetime.js';

/** The lease of an id, which may be that of any of its attempts. */
export function leaseOf(entries: readonly KeptEntry[], leaseId: string): KeptEntry | undefined {
  return entries.find(
    (entry) => entry.leaseId === leaseId || entry.record.attempts.some((attempt) => attempt.leaseId === leaseId),
  );
}

/**
 * The leases of this run: what a step of it has minted, whichever. At a terminal all that are written down there, since the name
 * of a machine changes from container to container. Those that are left to their end by wish are not among them.
 */
export function leasesOfRun(entries: readonly KeptEntry[], origin: Origin): readonly KeptEntry[] {
  const isOfRun = (other: Origin) =>
    origin.by === 'terminal' ||
    (other.by === origin.by &&
      other.at === origin.at &&
      other.repository === origin.repository &&
      other.run === origin.run &&
      other.attempt === origin.attempt);
  return entries.filter((entry) => entry.record.revoke && isOfRun(entry.origin));
}

/**
 * The leases that nobody ends any more: not handed on, and their process is gone; or handed on, and past their end. A process of
 * another container counts as gone when it had no time left.
 */
export function deadLeases(entries: readonly KeptEntry[], now: Milliseconds): readonly KeptEntry[] {
  return entries.filter(({ record, process, handedOn }) => {
    const ends = record.attempts.map(endOfAttempt);
    if (handedOn) return Math.max(...ends) <= now;
    const gone = isGone(process);
    if (gone !== 'unknown') return gone;
    return Math.max(...ends) <= now;
  });
}

/** Forgets a lease of which nothing is left, and removes its token file. */
export function forget({ leaseId, tokenFile }: KeptEntry, journal: Journal, host: Teller): void {
  if (tokenFile !== undefined) {
    try {
      if (removeTokenFile(tokenFile) === 'changed')
        host.warn(`The token file ${tokenFile.path} was changed and is left as it is; remove it there.`);
    } catch (error) {
      host.warn(`The token file ${tokenFile.path} could not be removed: ${messageOf(error)}. Remove it by hand.`);
    }
  }
  journal.remove(leaseId);
}

export function tellLeft(left: readonly LeftFile[], host: Teller): void {
  for (const { path, why } of left) host.warn(`${path} is left alone: ${why}`);
}

/** Opens the journal for a lease that is to come, and tells of those that nobody ends any more. @throws Error when it cannot be used */
export function openJournalAndTell(folder: string, now: Milliseconds, host: Teller): Journal {
  const journal = openJournal(folder);
  const { entries, left } = journal.read();
  tellLeft(left, host);
  const types = deadLeases(entries, now).map(({ record }) => record.type);
  for (const type of new Set(types)) {
    const count = types.filter((other) => other === type).length;
    const are = count === 1 ? 'a lease of type ' + type + ' is' : `${count} leases of type ${type} are`;
    host.say(
      `note: ${are} written down in ${folder} and dead; to end what is left: mint-token sweep --type ${type} --local`,
    );
  }
  return journal;
}

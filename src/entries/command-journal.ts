import type { Teller } from '../host/host.js';
import { isRevocable } from '../issuers/registry.js';
import { systemClock } from '../lease/clock.js';
import type { Origin } from '../lease/origin.js';
import type { CommandLine } from '../terminal/command-line.js';
import { keepLease, type KeptLease } from '../terminal/kept-lease.js';
import { stateFolder } from '../terminal/state-folder.js';

/** Whether, and where, a command that mints writes its lease down. */
export interface CommandJournal {
  /** Undefined where nothing is written down. */
  readonly folder: string | undefined;
  keep(origin: Origin, voice: Teller): KeptLease;
}

/** Nothing is kept of a token that nobody can revoke. */
export async function journalOf(given: CommandLine, environment: NodeJS.ProcessEnv): Promise<CommandJournal> {
  if (!isRevocable(given.option('type')?.trim() ?? '') || given.option('journal') === 'false')
    return { folder: undefined, keep: (origin) => keepLease(undefined, origin) };
  const folder = stateFolder(given.option('state-dir'), environment);
  // Loaded where it is used: a signed token needs none of it.
  const { openJournalAndTell } = await import('../terminal/leases-to-end.js');
  return {
    folder,
    keep: (origin, voice) => keepLease(() => openJournalAndTell(folder, systemClock.now(), voice), origin),
  };
}

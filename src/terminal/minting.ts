import type { MintHost } from '../host/host.js';
import type { Origin } from '../lease/origin.js';
import { openAskedHost } from './asked-host.js';
import type { KeptLease } from './kept-lease.js';
import type { Terminal } from './terminal.js';

/** What is the same for every command that mints: to whom the token goes, and where its file may lie, is said by each. */
export function mintsAtTerminal(
  terminal: Terminal,
  lease: KeptLease,
  origin: Origin,
): Omit<MintHost, 'tokenFilePlace' | 'deliver' | 'deliverPlan' | 'summarize'> {
  return {
    ...openAskedHost(terminal, origin),
    reserve: () => lease.reserve(),
    notices: () => [],
    // Whoever ends the lease finds it again by itself, or has it still.
    keepAccess: () => Promise.resolve(),
    keepSecret: () => undefined,
    keepRecord: (record) => lease.keepRecord(record),
  };
}

import type { MadeTokenFile } from '../host/token-file.js';
import type { Origin } from '../lease/origin.js';
import type { LeaseRecord, RecordedAttempt } from '../lease/record.js';
import type { Journal } from './journal.js';
import { thisProcess } from './process-identity.js';

/** What is known of the lease that this process makes, and written down where there is a journal. */
export interface KeptLease {
  /** Undefined as long as nothing was to be minted. */
  readonly record: LeaseRecord | undefined;
  /** @throws Error when nothing can be written down: then nothing may be minted */
  reserve(): void;
  keepRecord(record: LeaseRecord): void;
  /** Undefined: it was removed again. */
  keepTokenFile(made: MadeTokenFile | undefined): void;
  /** The token outlives this process from now on, or as soon as that is written down with the record. */
  handOn(): void;
  /** Forgets it where nothing of it is left. */
  close(): void;
  /** Forgets it: it was ended. */
  forget(): void;
}

/** @param open undefined where nothing is written down */
export function keepLease(open: (() => Journal) | undefined, origin: Origin): KeptLease {
  let journal: Journal | undefined;
  let record: LeaseRecord | undefined;
  let tokenFile: MadeTokenFile | undefined;
  let handedOn = false;
  const process = thisProcess();
  const save = () => {
    if (record?.revocable === true) journal?.keep({ record, origin, process, handedOn, tokenFile });
  };
  return {
    get record() {
      return record;
    },
    reserve() {
      journal = open?.();
    },
    keepRecord(changed) {
      record = changed;
      save();
    },
    keepTokenFile(made) {
      tokenFile = made;
      save();
    },
    handOn() {
      handedOn = true;
    },
    forget() {
      const [first] = record?.attempts ?? [];
      if (first !== undefined && record?.revocable === true) journal?.remove(first.leaseId);
    },
    close() {
      const [first] = record?.attempts ?? [];
      if (first !== undefined && tokenFile === undefined && record?.attempts.every(isOver) === true)
        journal?.remove(first.leaseId);
    },
  };
}

/** Whether surely nothing is left of an attempt. */
export function isOver({ outcome }: RecordedAttempt): boolean {
  return outcome.kind === 'nothing' || outcome.kind === 'revoked';
}

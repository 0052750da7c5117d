import { readFileSync, readlinkSync } from 'node:fs';
import { readProcessStat } from './process-stat.js';

/** A process, told from any later one of the same number. Empty where the system does not tell. */
export interface ProcessIdentity {
  /** Of this start of the machine. */
  readonly boot: string;
  /** What numbers its processes: a container has numbers of its own. */
  readonly space: string;
  readonly pid: number;
  /** In the system's own words. */
  readonly startedAt: string;
}

export function thisProcess(): ProcessIdentity {
  return { boot: bootId(), space: numberSpace(), pid: process.pid, startedAt: startOf(process.pid) };
}

/** Whether a process is gone. `unknown`: its numbers are those of another container, which cannot be looked into. */
export function isGone({ boot, space, pid, startedAt }: ProcessIdentity): boolean | 'unknown' {
  if (boot !== bootId()) return true;
  if (space !== numberSpace()) return 'unknown';
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: another user's, which may be one of the same number.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return true;
  }
  return startOf(pid) !== startedAt;
}

function bootId(): string {
  return read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
}

function numberSpace(): string {
  return read(() => readlinkSync('/proc/self/ns/pid'));
}

function startOf(pid: number): string {
  return readProcessStat(pid)?.startedAt ?? '';
}

/** Only Linux has such files. */
function read(from: () => string): string {
  try {
    return from();
  } catch {
    return '';
  }
}

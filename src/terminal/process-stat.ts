import { readFileSync } from 'node:fs';

/** A process as Linux tells of it, by proc(5). */
export interface ProcessStat {
  /** A letter: `Z` and `X` have ended. */
  readonly state: string;
  readonly group: number;
  /** Ticks of the clock since the machine was started. */
  readonly startedAt: string;
}

/** Undefined where there is no such process, and on systems that have no such file. */
export function readProcessStat(pid: number): ProcessStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The name stands in parentheses and may hold any character: the other fields begin behind the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state = '', , group = ''] = fields;
  return { state, group: Number(group), startedAt: fields[19] ?? '' };
}

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readProcessStat } from './process-stat.js';

/*
 * Other processes, as the system tells of them: Linux by /proc (proc(5)), macOS and others by ps(1).
 */

/** A process that cannot be taken for a later one of the same number. */
export interface StartedProcess {
  readonly pid: number;
  /** When it was started, in the system's own words. */
  readonly startedAt: string;
}

interface ListedProcess extends StartedProcess {
  readonly group: number;
  /** Nothing of it runs any more; its parent has not asked for its exit status yet. */
  readonly ended: boolean;
}

/** The process of a number; undefined when there is none that has not ended. */
export function identify(pid: number): StartedProcess | undefined {
  const found = read(pid);
  return found === undefined || found.ended ? undefined : { pid, startedAt: found.startedAt };
}

export function isRunning({ pid, startedAt }: StartedProcess): boolean {
  return identify(pid)?.startedAt === startedAt;
}

/** Whether a process of the group has not ended. */
export function groupRuns(group: number): boolean {
  if (!signalGroup(group, 0)) return false;
  // Only those that have ended may be left. Twice: one that was just started may stand in front of what was read already.
  return hasMembers(group) || hasMembers(group);
}

/**
 * Sends a signal to all processes of a group.
 *
 * @returns whether there are any
 */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  return signalProcess(-group, signal);
}

/** The same for one process, which may be another user's by now: then it is not there either. */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Of a group that holds processes that have ended, macOS says EPERM; one that became another user's it is too.
    if (code === 'EPERM') return pid < 0;
    if (code === 'ESRCH') return false;
    throw error;
  }
}

/** A process by the name that it goes by. */
export interface NamedProcess extends StartedProcess {
  readonly name: string;
}

/**
 * The processes that were started with a variable that holds a text, as far as this one may see that.
 *
 * @param text without blanks
 */
export function startedWith(variable: string, text: string): readonly NamedProcess[] {
  const isIt = (setting: string) => setting.startsWith(`${variable}=`) && setting.includes(text);
  return usesProc() ? numbersInProc().flatMap((pid) => bearing(pid, isIt)) : bearingByPs(variable, text);
}

function bearing(pid: number, isIt: (setting: string) => boolean): readonly NamedProcess[] {
  try {
    const settings = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
    const found = settings.some(isIt) ? identify(pid) : undefined;
    return found === undefined ? [] : [{ ...found, name: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() }];
  } catch {
    // Another user's, or gone by now.
    return [];
  }
}

function bearingByPs(variable: string, text: string): readonly NamedProcess[] {
  return ps('-axEww', '-o', 'pid=,command=').flatMap((line) => {
    const [, pid = '', command = ''] = /^\s*(\d+)\s+(\S+)/.exec(line) ?? [];
    const found = line.includes(` ${variable}=`) && line.includes(text) ? identify(Number(pid)) : undefined;
    return found === undefined ? [] : [{ ...found, name: command }];
  });
}

function hasMembers(group: number): boolean {
  if (usesProc()) return numbersInProc().some((pid) => isMember(read(pid), group));
  return ps('-axo', 'pgid=,stat=').some((line) => {
    const [id = '', state = ''] = line.trim().split(/\s+/);
    return Number(id) === group && !state.startsWith('Z');
  });
}

function isMember(found: ListedProcess | undefined, group: number): boolean {
  return found !== undefined && !found.ended && found.group === group;
}

function read(pid: number): ListedProcess | undefined {
  if (!usesProc()) return readByPs(pid);
  const found = readProcessStat(pid);
  if (found === undefined) return undefined;
  const { state, group, startedAt } = found;
  return { pid, group, ended: state === 'Z' || state === 'X', startedAt };
}

function readByPs(pid: number): ListedProcess | undefined {
  const [line = ''] = ps('-o', 'pgid=,stat=,lstart=', '-p', String(pid));
  const [, group, state = '', startedAt = ''] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
  return group === undefined ? undefined : { pid, group: Number(group), ended: state.startsWith('Z'), startedAt };
}

function ps(...options: readonly string[]): readonly string[] {
  const { stdout } = spawnSync('/bin/ps', options, { env: { LC_ALL: 'C' }, encoding: 'utf8', stdio: 'pipe' });
  return typeof stdout === 'string' ? stdout.split('\n').filter((line) => line.trim() !== '') : [];
}

function usesProc(): boolean {
  return process.platform === 'linux' || process.platform === 'android';
}

function numbersInProc(): readonly number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

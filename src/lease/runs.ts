import type { Milliseconds } from '../request/lifetime.js';
import type { Ports } from './ports.js';

/** One try of a run of the forge. */
export interface RunReference {
  /** `owner/name`. */
  readonly repository: string;
  readonly run: string;
  readonly attempt: string;
}

/** What the forge says of a run. */
export type RunState =
  /** Both by the forge's own clock. */
  | { readonly kind: 'ended'; readonly endedAt: Milliseconds; readonly askedAt: Milliseconds }
  /** `status`: the forge's word for it. */
  | { readonly kind: 'alive'; readonly status: string }
  /** Nothing can be said of it. `reason` is for a person. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type RunStates = ReadonlyMap<string, RunState>;

/** The forge, asked for its runs. */
export interface Runs {
  /**
   * The state of each of the runs by its `runKey`. A run that was not reached in time is missing.
   *
   * @param progress told each time that a run is known
   * @throws Stopped when a stop was requested
   */
  ask(runs: readonly RunReference[], progress: (known: number) => void): Promise<RunStates>;
}

/** Where runs are asked about, and with what. */
export interface Forge {
  /** The base URL of its API, without a trailing slash: `https://api.github.com`. */
  readonly apiUrl: string;
  /** A secret that was masked. */
  readonly token: string;
}

/** @throws Error when there is no way to the forge */
export type OpenRuns = (forge: Forge, ports: Ports) => Promise<Runs>;

export function runKey({ repository, run, attempt }: RunReference): string {
  return `${repository} ${run}/${attempt}`;
}

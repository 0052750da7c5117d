import type { Subject } from './cases.js';
import type { Moment } from './moments.mjs';

/** What the runs hand to run.mjs. */
export interface ChaosResults {
  readonly seed: number;
  /** Random kills for each type. */
  readonly runs: number;
  /** How many runs of each type were chosen; undefined: all. */
  readonly sample: number | undefined;
  readonly measured: readonly Subject[];
  readonly results: readonly RunResult[];
}

export interface RunResult {
  readonly type: string;
  readonly case: string;
  readonly moment: Moment;
  readonly struck: boolean;
  readonly delivered: boolean;
  readonly left: number;
  readonly said: number;
  readonly othersRevoked: boolean;
  readonly broken: readonly string[];
}

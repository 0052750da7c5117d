import { exitCodeOf } from '../host/process-end.js';

/** How a verb ended. What it has to say of that was said. */
export type Outcome =
  | { readonly kind: 'done' }
  /** What was asked for cannot be understood, or was not allowed to be asked for: nothing was sent to anybody. */
  | { readonly kind: 'misused' }
  /** It was refused, or failed. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'stopped'; readonly signal: NodeJS.Signals };

/** The exit status of a step. */
export function exitStatusOf(outcome: Outcome): number {
  if (outcome.kind === 'stopped') return exitCodeOf(outcome.signal);
  return outcome.kind === 'done' ? 0 : 1;
}

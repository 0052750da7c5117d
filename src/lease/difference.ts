import { messageOf } from '../request/shown-text.js';

/** In what the issuer's answer is not what was asked for. */
export interface Difference {
  readonly what: string;
  readonly asked: string;
  readonly granted: string;
}

/** What a comparison finds. */
export function differencesOf(compare: () => readonly Difference[]): readonly Difference[] {
  try {
    return compare();
  } catch (error) {
    return [incomparable(error)];
  }
}

/** An answer that cannot be compared with what was asked for is not what was asked for. */
export function incomparable(error: unknown): Difference {
  return { what: 'answer', asked: 'one that can be compared', granted: `one that cannot be (${messageOf(error)})` };
}

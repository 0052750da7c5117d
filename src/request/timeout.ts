import type { Inputs } from './inputs.js';
import { formatDuration, parseDuration, type Seconds } from './lifetime.js';
import { invalid, valid, type Result } from './problem.js';
import { quote } from './shown-text.js';

const LONGEST_TIMEOUT: Seconds = 3600;

/** The input `timeout`. */
export function parseTimeout(inputs: Inputs, assumed: Seconds): Result<Seconds> {
  const text = inputs('timeout');
  if (text === undefined) return valid(assumed);
  const seconds = parseDuration('timeout', text.trim());
  if (!seconds.ok) return seconds;
  if (seconds.value > LONGEST_TIMEOUT) {
    return invalid({
      input: 'timeout',
      message: `found ${quote(text)}; expected at most ${formatDuration(LONGEST_TIMEOUT)}`,
    });
  }
  return seconds;
}

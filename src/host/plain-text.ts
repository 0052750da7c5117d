import { shorten } from '../request/shown-text.js';
import { redact } from './known-secrets.js';

/** GitHub's runner cuts an annotation off behind 4096 characters, without a word (actions/runner, ExecutionContext.cs). */
const LONGEST_LINE = 4_000;

/**
 * One line that a runner cannot take for a command and a terminal cannot take for a control sequence, without secrets:
 * what servers and users wrote is shown as it is, but never obeyed. Of a longer text the beginning is shown.
 */
export function plainText(text: string, longest = LONGEST_LINE): string {
  const line = redact(shorten(text, longest));
  // Redacted again: what stood between the parts of a secret is gone now.
  const plain = /^[ -~]*$/.test(line) ? line : redact(withoutControl(line));
  // The runner finds ##[command] anywhere in a line, and ::command:: at the start of one.
  return plain.replaceAll('##[', '##\u200b[').replace(/^(\s*):(?=:)/, '$1:\u200b');
}

function withoutControl(text: string): string {
  return (
    text
      .replace(/[\r\n\u2028\u2029]+/g, ' ')
      // Colours and other sequences of terminals: a control character, a bracket, and what they set.
      .replace(/\p{Cc}\[[0-?]*[ -/]*[@-~]/gu, '')
      .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
  );
}

import { messageOf } from '../request/shown-text.js';

/** Why a file of the runner could not be written, with what to do where that is known. */
export function explainCommandFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EACCES' && code !== 'EPERM') return messageOf(error);
  // Windows knows no such numbers.
  const user = process.getuid === undefined ? '' : ` (${process.getuid()})`;
  return `${messageOf(error)}. It belongs to another user than the one that this process runs as${user}. In a job with a container the usual cause is its options: --user; remove that, or name the user of the runner there`;
}

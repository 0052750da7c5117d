import type { HttpAnswer } from '../http/client.js';
import { serverWords } from '../http/server-words.js';

/** What GitHub says to a person about an answer. */
export function messageIn(answer: HttpAnswer): string | undefined {
  return serverWords(answer, (json) =>
    typeof json === 'object' && json !== null && 'message' in json ? json.message : undefined,
  );
}

import type { HttpAnswer } from '../../../src/http/client.js';

/** An answer as the client hands it on. */
export function answerOf(status: number, json: unknown, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', date: 'Tue, 24 Nov 2026 12:00:00 GMT', ...headers },
    text: JSON.stringify(json),
    json,
    what: `GET https://api.github.example/x answered ${status}`,
  };
}

import type { HttpClient } from '../http/client.js';
import { USER_AGENT } from '../version.js';

/** What Octokit asks of a `fetch`, and what it looks at in the answer. */
export type OctokitFetch = (url: string, init: OctokitRequest) => Promise<OctokitAnswer>;

export interface OctokitRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface OctokitAnswer {
  readonly status: number;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * A `fetch` that goes the project's own way to the server, with its proxies, authorities and limits, and that follows no
 * redirect. Each request is sent once.
 *
 * @param send that of the client for the endpoint
 * @param endpoint every URL begins with it
 */
export function fetchBy(send: HttpClient['send'], endpoint: string): OctokitFetch {
  return async (url, init) => {
    const { method } = init;
    // Octokit would add the versions of itself and of Node.
    const headers = { ...init.headers, 'user-agent': USER_AGENT };
    if (method !== 'GET' || !url.startsWith(`${endpoint}/`))
      throw new Error(`${method} ${url} is not what is asked here`);
    const answer = await send({ method, path: url.slice(endpoint.length), headers: () => headers, repeat: 'never' });
    // Of what the client could not make sense of, such as JSON with a key that stands twice, nothing is told.
    const text = answer.json === undefined ? '' : answer.text;
    return {
      status: answer.status,
      url,
      headers: new Map(Object.entries(answer.headers)),
      text: () => Promise.resolve(text),
      arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)),
    };
  };
}

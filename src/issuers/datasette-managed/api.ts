import { createClient, type HttpAnswer, type HttpClient } from '../../http/client.js';
import { serverWords } from '../../http/server-words.js';
import { unavailability } from '../../http/unavailable.js';
import type { Access } from '../../lease/access.js';
import { Refused } from '../../lease/issuer.js';
import type { Ports } from '../../lease/ports.js';
import { fieldsOf, type Fields } from '../json-fields.js';

/** A Datasette with the plugin datasette-auth-tokens (0.4a13), which keeps tokens in a table and shows them on pages. */
export interface Api {
  readonly endpoint: string;
  /** The bearer that may create tokens. */
  readonly credential: string;
  readonly client: HttpClient;
  /** As the holder of a token, or as anybody. */
  get(path: string, bearer: string | undefined): Promise<HttpAnswer>;
  /** Sent again until it is answered: it makes nothing that was not there. */
  post(path: string, form: URLSearchParams, bearer: string): Promise<HttpAnswer>;
  /** Not repeated once the server may have acted: it cannot tell a repetition from a second mint. */
  mint(path: string, form: URLSearchParams): Promise<HttpAnswer>;
}

export function openApi({ endpoint, authentication }: Access, ports: Ports): Api {
  if (endpoint === undefined || authentication.kind !== 'secret') {
    throw new Error('Datasette is reached by a URL and a token, and one of them is missing');
  }
  const { secret } = authentication;
  const client = createClient({ endpoint, ports });
  // No cookie and no Origin: Datasette then asks for no more proof of where a form came from (datasette/csrf.py).
  const headersOf = (bearer: string | undefined) => ({
    accept: 'application/json',
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
  });
  // The plugin takes a body of any other type for an empty form, and makes a token of it that may do anything for ever.
  const send = (path: string, form: URLSearchParams, bearer: string, repeat: 'safe' | 'mints') =>
    client.send({
      method: 'POST',
      path,
      headers: () => ({ ...headersOf(bearer), 'content-type': 'application/x-www-form-urlencoded' }),
      body: form.toString(),
      repeat,
    });
  return {
    endpoint,
    credential: secret,
    client,
    get: (path, bearer) => client.send({ method: 'GET', path, headers: () => headersOf(bearer), repeat: 'safe' }),
    post: (path, form, bearer) => send(path, form, bearer, 'safe'),
    mint: (path, form) => send(path, form, secret, 'mints'),
  };
}

/** Needs no permission. */
export const ACTOR = '/-/actor.json';
export const LIST = '/-/api/tokens';
export const CREATE = `${LIST}/create`;
export const pathOf = (id: string): string => `${LIST}/${id}`;

/** Whom a server takes the holder of a bearer for; null for nobody in particular. */
export async function askActor(api: Api, bearer: string | undefined): Promise<Fields | null> {
  return actorIn(await api.get(ACTOR, bearer), api);
}

/** @throws Refused or Error when it is no answer that tells one */
export function actorIn(answer: HttpAnswer, api: Pick<Api, 'endpoint'>): Fields | null {
  const body = fieldsOf(answer.json);
  const actor = body?.['actor'];
  if (answer.status === 200 && (actor === null || fieldsOf(actor) !== undefined)) return fieldsOf(actor) ?? null;
  throw errorOf(answer, api);
}

/** What Datasette itself says when it refuses a request; undefined for everything else, such as the page of a proxy. */
export function refusalIn({ status, json }: HttpAnswer): string | undefined {
  const { ok, error } = fieldsOf(json) ?? {};
  return status >= 400 && ok === false && typeof error === 'string' ? error : undefined;
}

/** The page by which the plugin says that there is no token of an id: it is no JSON, whatever is asked for. */
export function saysNotFound({ status, text }: HttpAnswer): boolean {
  return status === 404 && text.includes('>Token not found<');
}

/**
 * The error for an answer that is not the expected one: `Refused` when Datasette itself says no, so that nothing was done, with
 * what to do about it; any other answer leaves that open.
 */
export function errorOf(answer: HttpAnswer, { endpoint }: Pick<Api, 'endpoint'>): Error {
  const { status } = answer;
  // Without the text of pages, which may hold tokens.
  const words = serverWords({ ...answer, text: '' }, (json) => fieldsOf(json)?.['error']);
  const said = words === undefined ? answer.what : `${answer.what}: ${JSON.stringify(words)}`;
  const unavailable = unavailability(answer);
  if (unavailable !== undefined) return new Error(`${said}. ${unavailable}`);
  if (refusalIn(answer) === undefined) {
    const advice =
      status === 404
        ? `There is no such page: either the plugin datasette-auth-tokens is not installed there, or its setting manage_tokens is not true, or the URL is not that of the server: ${endpoint}`
        : `That is not what the plugin datasette-auth-tokens answers here. Check the URL, and any proxy on the way`;
    return new Error(`${said}. ${advice}`);
  }
  const advice = adviceOn(status, words ?? '');
  return new Refused(advice === undefined ? said : `${said}. ${advice}`);
}

function adviceOn(status: number, words: string): string | undefined {
  if (status === 401) {
    return 'The server does not accept the credential: it has expired, or was made with the secret of another server';
  }
  if (words.includes('permission to create a token')) {
    return 'The actor of the credential needs the permission auth-tokens-create, and the credential must not be restricted to less';
  }
  if (/permission to (?:manage|revoke) this token/.test(words)) {
    return 'Only a token of the same actor may do that, or one that may revoke all tokens';
  }
  return undefined;
}

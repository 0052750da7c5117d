import { createClient, type HttpAnswer, type HttpClient } from '../../http/client.js';
import { serverWords } from '../../http/server-words.js';
import { unavailability } from '../../http/unavailable.js';
import { Refused } from '../../lease/issuer.js';
import type { Ports } from '../../lease/ports.js';
import { shorten } from '../../request/shown-text.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import type { Access } from '../../lease/access.js';

/** InfluxDB's v2 API, spoken to with the credential. */
export interface Api {
  readonly endpoint: string;
  readonly serverAhead: HttpClient['serverAhead'];
  get(path: string, largestAnswer?: number): Promise<HttpAnswer>;
  delete(path: string): Promise<HttpAnswer>;
  patch(path: string, body: unknown): Promise<HttpAnswer>;
  /** Not repeated once the server may have acted: it cannot tell a repetition from a second mint. */
  mint(path: string, body: unknown): Promise<HttpAnswer>;
}

export function openApi({ endpoint, authentication }: Access, ports: Ports): Api {
  if (endpoint === undefined || authentication.kind !== 'secret') {
    throw new Error('InfluxDB is reached by a URL and a token, and one of them is missing');
  }
  const client = createClient({ endpoint, ports });
  // Cloud's documentation calls the word Token case-sensitive; OSS takes any case (http/tokens.go).
  const headers = { authorization: `Token ${authentication.secret}` };
  return {
    endpoint,
    serverAhead: client.serverAhead,
    get: (path, largestAnswer) =>
      client.send({
        method: 'GET',
        path,
        headers: () => headers,
        repeat: 'safe',
        ...(largestAnswer === undefined ? {} : { largestAnswer }),
      }),
    delete: (path) => client.send({ method: 'DELETE', path, headers: () => headers, repeat: 'safe' }),
    patch: (path, body) => client.send({ method: 'PATCH', path, ...inJson(body), repeat: 'safe' }),
    mint: (path, body) => client.send({ method: 'POST', path, ...inJson(body), repeat: 'mints' }),
  };

  function inJson(body: unknown) {
    return { headers: () => ({ ...headers, 'content-type': 'application/json' }), body: JSON.stringify(body) };
  }
}

export interface ServerError {
  readonly code: string;
  readonly message: string;
}

/** Longer ones say nothing to a person. */
const LONGEST_MESSAGE = 1_000;

/**
 * The error that InfluxDB itself answered: `{"code", "message"}` (influxdb main-2.x, kit/transport/http/error_handler.go).
 * Undefined for everything else, such as the page of a proxy.
 */
export function serverErrorOf({ status, json }: HttpAnswer): ServerError | undefined {
  if (status < 400) return undefined;
  const { code, message } = fieldsOf(json) ?? {};
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return { code, message: shorten(message, LONGEST_MESSAGE) };
}

/**
 * The error for an answer that is not the expected one: `Refused` when InfluxDB itself says no, so that nothing was
 * done, with what to do about it; any other answer leaves that open.
 */
export function errorOf(answer: HttpAnswer): Error {
  const error = serverErrorOf(answer);
  const words = serverWords(answer, (json) => fieldsOf(json)?.['message']);
  const said = words === undefined ? answer.what : `${answer.what}: ${JSON.stringify(words)}`;
  if (answer.status === 429) {
    return new Refused(`${said}. Too many requests were made with this credential; run it again later`);
  }
  if (error === undefined) {
    const unavailable = unavailability(answer);
    return new Error(
      unavailable === undefined
        ? `${said}, which is not what InfluxDB's v2 API answers here. Check the URL, and any proxy on the way`
        : `${said}. ${unavailable}`,
    );
  }
  // These are said of requests that may have been acted on.
  if (answer.status >= 500 || answer.status === 408) return new Error(said);
  const advice = adviceOn(answer.status, error);
  return new Refused(advice === '' ? said : `${said}. ${advice}`);
}

const INACTIVE = 'token is inactive';
const INACTIVE_USER = 'User is inactive';

/**
 * Asks for the credential's own user. Lists answer 200 and are empty for an inactive credential, as if nothing were there.
 *
 * @returns the answer, whatever else it says
 * @throws Refused when the credential or its user is inactive
 */
export async function refuseInactive(api: Api): Promise<HttpAnswer> {
  const answer = await api.get('/api/v2/me');
  const message = serverErrorOf(answer)?.message;
  if (message === INACTIVE || message === INACTIVE_USER) throw errorOf(answer);
  return answer;
}

function adviceOn(status: number, { code, message }: ServerError): string {
  if (message === INACTIVE) {
    return 'The credential is an inactive token: activate it (influx auth active --id ID) or give another one';
  }
  if (message === INACTIVE_USER) {
    return 'The user of the credential is inactive or was deleted: give a token of an active user';
  }
  if (message === 'path not found') {
    return 'This server has no such part of the v2 API; InfluxDB 3 (Core, Enterprise, Dedicated, Clustered) cannot mint v2 tokens';
  }
  if (message === 'unable to create token') return 'The organisation or the user does not exist on this server';
  const lacking = /^(?:(read|write):(?:orgs\/[0-9a-f]{16}\/)?([A-Za-z]+)(?:\/[0-9a-f]{16})?) is unauthorized$/.exec(
    message,
  );
  if (status === 401 && lacking !== null) {
    // To end a token takes the right on all of them, or on that very one.
    const permission = message.slice(0, message.indexOf(' ')).replace(/(\/authorizations)\/[0-9a-f]{16}$/, '$1');
    const why =
      lacking[1] === 'write'
        ? ': to make or end tokens of a user it must hold write on that user by the id; a right on the users of an organisation does not count'
        : '';
    return lacking[2] === 'users'
      ? `The credential needs ${permission}${why}. An all-access token of that user has it`
      : `The credential lacks ${permission}: give it that right, or use an all-access token of the organisation`;
  }
  if (status === 401) {
    return 'The server does not know the credential: check that it was not deleted, and that it belongs to this URL';
  }
  const beyond = /^permission (\S+) is not allowed/.exec(message);
  if (beyond?.[1] !== undefined) {
    return `A token can hand on only what it holds itself, and the credential does not hold ${beyond[1]}: remove that grant, or use a credential that holds it`;
  }
  return code === 'forbidden' ? 'The credential may not do this' : '';
}

/** A list may have as many entries as it has room for, of the size that they have. */
const MOST_ITEMS = 500_000;

/** The list that an answer holds. Throws when it holds none, or one with something else than objects in it. */
export function itemsOf(answer: HttpAnswer, key: string): readonly Fields[] {
  const list: unknown = answer.status === 200 ? fieldsOf(answer.json)?.[key] : undefined;
  if (!Array.isArray(list)) throw errorOf(answer);
  if (list.length > MOST_ITEMS) throw new Error(`${answer.what}, with a list of ${list.length} entries, which is none`);
  return list.map((item) => {
    const fields = fieldsOf(item);
    if (fields === undefined) throw new Error(`${answer.what}, with something in its list that is no object`);
    return fields;
  });
}

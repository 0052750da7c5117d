import { createClient, type HttpAnswer, type HttpClient } from '../../http/client.js';
import { serverWords } from '../../http/server-words.js';
import { unavailability } from '../../http/unavailable.js';
import type { Milliseconds } from '../../request/lifetime.js';
import type { Ports } from '../../lease/ports.js';
import { wordsOfClocks } from '../../lease/server-clock.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import type { TokenType } from './policy.js';
import { authorization, headerDate, signatureIn, queryOf, type Parameters, type TokenPair } from './signature.js';
import type { Access } from '../../lease/access.js';
import type { Words } from '../../request/words.js';

/*
 * The part of SolarUser's API that keeps security tokens. Protocol facts: UserAuthTokenController,
 * WebServiceGlobalControllerSupport and SecurityTokenAuthenticationFilter of SolarNetwork/solarnetwork-central.
 */

export const DEFAULT_ENDPOINT = 'https://data.solarnetwork.net';

const BASE = '/solaruser/api/v1/sec/user/auth-tokens';

/** Bytes: some hundred thousand tokens. */
const LARGEST_LIST = 100_000_000;

export interface TokenRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A token's id is never part of the path: it goes into the parameter `tokenId`. */
  readonly path: '' | '/find' | '/info' | '/status' | '/policy' | `/generate/${TokenType}`;
  readonly parameters?: Parameters;
  readonly json?: string;
  readonly repeat: 'safe' | 'mints';
}

export interface TokenApi {
  readonly endpoint: string;
  readonly signingToken: TokenPair;
  /** Those of the host, for what it could do. */
  readonly hostWords: Words;
  readonly serverAhead: HttpClient['serverAhead'];
  send(request: TokenRequest): Promise<HttpAnswer>;
}

/** The API of an endpoint, each request signed by the credential of `access`. */
export function openTokenApi({ endpoint, authentication }: Access, ports: Ports): TokenApi {
  if (endpoint === undefined || authentication.kind !== 'secret' || authentication.id === undefined) {
    throw new Error('SolarNetwork is reached with an endpoint and the id and secret of a token');
  }
  const { host, pathname } = new URL(endpoint);
  const prefix = pathname.replace(/\/$/, '');
  const signingToken = { id: authentication.id, secret: authentication.secret };
  const client = createClient({
    endpoint,
    ports,
    retryAt,
    mayHaveActed: isDatabaseTrouble,
  });

  return {
    endpoint,
    signingToken,
    hostWords: ports.words,
    serverAhead: client.serverAhead,
    send({ method, path, parameters = [], json, repeat }) {
      const headers = () => {
        const date = ports.clock.now();
        const signed = {
          host,
          'x-sn-date': headerDate(date),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        };
        const request = { method, path: `${prefix}${BASE}${path}`, parameters, headers: signed, body: json ?? '' };
        const header = authorization(signingToken, date, request);
        // It signs this one request for as long as the server takes its date, and a server may repeat it in an error.
        ports.mask(signatureIn(header));
        return { ...signed, authorization: header };
      };
      const query = parameters.length === 0 ? '' : `?${queryOf(parameters)}`;
      return client.send({
        method,
        path: `${BASE}${path}${query}`,
        headers,
        repeat,
        ...(json === undefined ? {} : { body: json }),
        // The list of tokens knows no pages.
        ...(method === 'GET' ? { largestAnswer: LARGEST_LIST } : {}),
      });
    },
  };
}

/** The `data` of an answer that says success; undefined for any other answer. */
export function successOf({ status, json }: HttpAnswer): { readonly data: unknown } | undefined {
  const fields = fieldsOf(json);
  return status === 200 && fields?.['success'] === true ? { data: fields['data'] } : undefined;
}

/**
 * Whether an answer is the server's own "no", so that it surely did nothing: a 4xx in its envelope, or in the page of
 * Spring that it answers to what never reached its code. What a proxy says is neither. Trouble with the database is
 * answered 429 too, also when the end of a transaction failed: then only the rate limit is a clear word.
 */
export function isRefusal({ status, json }: HttpAnswer): boolean {
  const fields = fieldsOf(json);
  if (fields === undefined || status < 400 || status > 499) return false;
  if (status === 429) return fields['success'] === false && fields['code'] === RATE_LIMITED;
  const springPage =
    [400, 404, 405, 415].includes(status) && fields['status'] === status && typeof fields['error'] === 'string';
  return fields['success'] === false || (springPage && typeof fields['path'] === 'string');
}

const RATE_LIMITED = 'WEB.10000';

/** Trouble with the database, codes DAO.*, is answered 429 as well, also when the end of a transaction failed. */
function isDatabaseTrouble({ json }: HttpAnswer): boolean {
  const code = fieldsOf(json)?.['code'];
  return typeof code === 'string' && code.startsWith('DAO.');
}

/** The answer, the server's words, and the likely cause with what to do about it. */
export function explain(
  answer: HttpAnswer,
  { signingToken, hostWords }: Pick<TokenApi, 'signingToken' | 'hostWords'>,
  nodeIds: readonly number[] = [],
): string {
  const words = serverWords(answer, pickWords);
  const hint = hintFor(answer, words ?? '', signingToken.id, nodeIds, hostWords);
  return [words === undefined ? answer.what : `${answer.what}: ${words}`, ...(hint === undefined ? [] : [hint])].join(
    '. ',
  );
}

function hintFor(
  answer: HttpAnswer,
  words: string,
  signingId: string,
  nodeIds: readonly number[],
  hostWords: Words,
): string | undefined {
  const { status, serverAhead: skew = 0 } = answer;
  if ((status === 401 || status === 403) && (Math.abs(skew) >= TOLERATED_SKEW || /date skew/i.test(words))) {
    const off = skew === 0 ? 'clock of this machine is off' : wordsOfClocks(skew);
    return `The ${off}, and SolarNetwork allows less than 15 minutes; set it right`;
  }
  if (status === 401) {
    return /expired/i.test(words)
      ? `The credential ${signingId} has expired; make a new User token and store it in place of the old one`
      : 'The request arrived without its signature; see whether a proxy on the way removes the Authorization header';
  }
  if (status === 403) return hintForForbidden(words, signingId, nodeIds);
  if (status === 404) return 'Check the url: it is the part before /solaruser/api/v1';
  if (status === 429 && isDatabaseTrouble(answer)) return undefined;
  if (status === 429)
    return `SolarNetwork limits how fast a token may ask, two requests at once and then one a second; run it again later, or give it more time with ${hostWords.theInput('timeout')}`;
  // What it says itself of its own trouble is in its envelope.
  return 'success' in (fieldsOf(answer.json) ?? {}) ? undefined : unavailability(answer);
}

/** The server says 403 for a wrong secret as for a lacking right; only its words tell them apart. */
function hintForForbidden(words: string, signingId: string, nodeIds: readonly number[]): string {
  const needed = `a User token whose policy holds nothing but an end and refreshAllowed is needed to mint`;
  if (/bad credentials/i.test(words)) {
    return `The token ${signingId} is unknown or disabled, or the secret is not its secret: the server does not say which. Behind a proxy of your own, the server may also check the signature against another host name than that of the url`;
  }
  if (words.includes('UNKNOWN_OBJECT')) {
    return nodeIds.length === 0
      ? 'The token is not known to SolarNetwork any more: somebody else may have deleted it'
      : `One of the node ids is not known to SolarNetwork: ${nodeIds.join(', ')}`;
  }
  if (words.includes('ACCESS_DENIED')) {
    const nodes = nodeIds.length === 0 ? '' : `, or one of the nodes belongs to another account: ${nodeIds.join(', ')}`;
    return `The policy of the credential ${signingId} restricts it (${needed})${nodes}`;
  }
  if (/access.*denied/i.test(words)) {
    return `The credential ${signingId} is a ReadNodeData token, or its apiPaths leave out /user/auth-tokens: ${needed}`;
  }
  return 'Something on the way may have changed the request; what was signed is not what arrived';
}

function pickWords(json: unknown): unknown {
  const fields = fieldsOf(json);
  if (fields === undefined) return undefined;
  const { message, code, errors, error }: Fields = fields;
  const details = (Array.isArray(errors) ? errors : []).map((detail: unknown) => fieldsOf(detail)?.['message']);
  const texts = [message ?? error, ...details].filter((text) => typeof text === 'string' && text !== '');
  const known = typeof code === 'string' ? [...texts, `(${code})`] : texts;
  return known.length === 0 ? undefined : known.join(' ');
}

/** SecurityTokenFilterSettings.java of SolarNetwork/solarnetwork-central. */
export const TOLERATED_SKEW: Milliseconds = 15 * 60_000;

/** When the rate limit lets a request through again, by the server's clock. */
function retryAt(headers: HttpAnswer['headers']): Milliseconds | undefined {
  const text = headers['x-sn-rate-limit-retry-after'];
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

import { createHash, createHmac, randomInt } from 'node:crypto';
import { fitsAntPattern } from './ant-path-matcher.js';
import { createFakeServer, type FakeAnswer, type FakeRequest, type FakeServer, type OnRequest } from './faults.js';
import { mergePolicyAsServerDoes, readPolicyAsServerDoes, type KeptPolicy } from './solarnetwork-policy.js';

/**
 * SolarUser on loopback, as far as security tokens go, and the one request that tells a token who it is. It checks the SNWS2 signature of every request by the rules of the
 * server (AuthenticationDataV2 and SecurityTokenAuthenticationFilter), not by those of a client, keeps of a policy what the
 * real parser keeps, and answers as UserAuthTokenController and its exception handlers do.
 *
 * What is not known of the real service, and how it is here: the rate limit is off unless asked for, since it is a profile
 * of the server; pages that Spring itself answers with have no `success`.
 */
export interface SolarNetworkFake extends FakeServer {
  /** The token to sign with: of type User and unrestricted, unless the options say otherwise. */
  readonly parent: StoredToken;
  /** All tokens that exist, the parent's own included, in the order of their making. */
  readonly tokens: readonly StoredToken[];
  /** The tokens that exist besides those that were there at the beginning. */
  living(): readonly StoredToken[];
  /** Adds a token that somebody else made, as it stands in the database. */
  add(token?: Partial<StoredToken>): StoredToken;
}

export interface StoredToken {
  readonly id: string;
  readonly secret: string;
  readonly userId: number;
  /** Milliseconds since 1970, with a fraction. */
  readonly created: number;
  readonly type: TokenType;
  readonly status: 'Active' | 'Disabled';
  readonly name?: string;
  readonly description?: string;
  readonly policy?: KeptPolicy;
}

type TokenType = 'ReadNodeData' | 'User';

export interface SolarNetworkFakeOptions {
  readonly onRequest?: OnRequest | undefined;
  /** The server's clock, in milliseconds since 1970. */
  readonly now?: () => number;
  readonly parent?: Partial<StoredToken>;
  /** Requests at once, refilled by so many a second; no limit when not given. The repository of the server says 2 and 1. */
  readonly rateLimit?: { readonly burst: number; readonly perSecond: number };
  /** Whether lists are kept for a minute, by token, path and parameters, as the server does when it is told to. */
  readonly queryCache?: boolean;
  /** A path before `/solaruser`, as a gateway adds it. */
  readonly prefix?: string;
  /** What the service really makes, where that is not what was asked for: to widen, to lengthen. */
  readonly grant?: (token: StoredToken) => StoredToken;
}

/** The nodes of the account. */
export const OWN_NODES: readonly number[] = [100, 101, 102];
/** A node of somebody else's account. */
export const FOREIGN_NODE = 900;

const ACCOUNT = 42;
const BASE = '/solaruser/api/v1/sec/user/auth-tokens';
/** Tells any token who it is. */
const WHO_AM_I = '/solarquery/api/v1/sec/whoami';
const API_ROOT = /^\/solar(?:user|query)\/api\/v1\/sec/;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._';
const LONGEST_NAME = 128;
const LONGEST_DESCRIPTION = 512;
const TOLERATED_SKEW = 15 * 60_000;
const DAY = 86_400_000;
const FIND_CACHE = 900_000;
const QUERY_CACHE = 60_000;

export async function createSolarNetworkFake(options: SolarNetworkFakeOptions = {}): Promise<SolarNetworkFake> {
  const { now = Date.now, prefix = '', grant } = options;
  let tokens: readonly StoredToken[] = [];
  const buckets = new Map<string, { level: number; at: number }>();
  const listedBefore = new Map<string, { readonly answer: FakeAnswer; readonly at: number }>();
  const foundBefore = new Map<string, { readonly answer: FakeAnswer; readonly at: number }>();

  const add = (wanted: Partial<StoredToken> = {}): StoredToken => {
    const token: StoredToken = {
      id: randomText(20),
      secret: `not-a-real-secret-${randomText(10)}`,
      userId: ACCOUNT,
      created: now() + randomInt(1_000_000) / 1_000_000,
      type: 'User',
      status: 'Active',
      ...wanted,
    };
    tokens = [...tokens, token];
    return token;
  };
  const parent = add(options.parent);
  const initial = new Set([parent.id]);

  const server = await createFakeServer(answerTo, { onRequest: options.onRequest, now });
  return {
    ...server,
    parent,
    get tokens() {
      return tokens;
    },
    living: () => tokens.filter(({ id }) => !initial.has(id)),
    add(wanted) {
      const token = add(wanted);
      initial.add(token.id);
      return token;
    },
  };

  function answerTo(request: FakeRequest): FakeAnswer {
    try {
      if (/\/\/|;/.test(request.path))
        throw new Refusal(400, 'The request was rejected because the URL was not normalized');
      const limit = countRequest(request);
      const actor = authenticate(request);
      const answer = answerFromCache(request, actor) ?? route(request, actor);
      if (request.method === 'GET') listedBefore.set(`${actor.id} ${request.target}`, { answer, at: now() });
      return { ...answer, headers: { ...limit, ...answer.headers } };
    } catch (error) {
      if (error instanceof Refusal) return error.answer();
      if (error instanceof SpringPage) return error.answer(request, now());
      throw error;
    }
  }

  function answerFromCache({ method, target }: FakeRequest, { id }: StoredToken): FakeAnswer | undefined {
    if (options.queryCache !== true || method !== 'GET') return undefined;
    const earlier = listedBefore.get(`${id} ${target}`);
    return earlier !== undefined && now() - earlier.at < QUERY_CACHE ? earlier.answer : undefined;
  }

  /** Each signing id has a bucket of its own, as has each client that does not sign. */
  function countRequest({ headers }: FakeRequest): Readonly<Record<string, string>> {
    const { rateLimit } = options;
    if (rateLimit === undefined) return {};
    const key = /Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
    const bucket = buckets.get(key) ?? { level: rateLimit.burst, at: now() };
    const level = Math.min(rateLimit.burst, bucket.level + ((now() - bucket.at) / 1000) * rateLimit.perSecond);
    if (level < 1) {
      buckets.set(key, { level, at: now() });
      const retryAt = Math.ceil(now() + ((1 - level) / rateLimit.perSecond) * 1000);
      throw new Refusal(429, 'Rate limit exceeded.', {
        code: 'WEB.10000',
        headers: { 'X-SN-Rate-Limit-Retry-After': String(retryAt), 'X-SN-Rate-Limit-Remaining': '0' },
      });
    }
    buckets.set(key, { level: level - 1, at: now() });
    return { 'X-SN-Rate-Limit-Remaining': String(Math.floor(level - 1)) };
  }

  /** The order is the server's: the expiry and the API paths of the signing token come before its signature. */
  function authenticate(request: FakeRequest): StoredToken {
    const { headers } = request;
    const header = headers.authorization;
    if (header?.startsWith('SNWS2 ') !== true) {
      throw new Refusal(401, 'Full authentication is required to access this resource', unauthenticated());
    }
    const parts = new Map(
      header
        .slice('SNWS2 '.length)
        .split(',')
        .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const),
    );
    const [id, names, signature] = ['Credential', 'SignedHeaders', 'Signature'].map((name) => parts.get(name));
    if (signature === undefined) throw refuseSignature('Invalid Signature value');
    if (id === undefined) throw refuseSignature('Invalid Credential value');
    const signed = names?.split(';') ?? [];
    if (signed.length < 2) throw refuseSignature('Invalid SignedHeaders value');
    const date = dateOf(request);
    const digest = /^sha-256=(.+)$/i.exec(textOf(headers['digest']))?.[1];
    const bodyHash = createHash('sha256').update(request.body);
    if (digest !== undefined && ![bodyHash.copy().digest('base64'), bodyHash.copy().digest('hex')].includes(digest)) {
      throw refuseSignature('Content sha-256 digest value mismatch');
    }
    for (const name of requiredHeaders(request)) {
      if (!signed.includes(name)) throw refuseSignature(`The '${name}' HTTP header must be included in SignedHeaders`);
    }

    const token = tokens.find((candidate) => candidate.id === id && candidate.status === 'Active');
    if (token === undefined) throw refuseSignature('Bad credentials');
    if (isExpired(token)) throw new Refusal(401, 'Expired token', unauthenticated('Expired token'));
    if (!mayCall(token, request.path.slice(prefix.length).replace(API_ROOT, '')))
      throw new Refusal(403, 'Access denied');
    if (!signaturesOf(request, token.secret, signed, date).includes(signature))
      throw refuseSignature('Bad credentials');
    if (Math.abs(now() - date) >= TOLERATED_SKEW) throw refuseSignature('Date skew too large');
    return token;
  }

  function isExpired({ policy }: StoredToken): boolean {
    return policy?.notAfter !== undefined && policy.notAfter < now();
  }

  function route(request: FakeRequest, actor: StoredToken): FakeAnswer {
    if (request.path === `${prefix}${WHO_AM_I}`) {
      return allowing(request, 'GET', () => success({ userId: actor.userId, token: actor.id, tokenType: actor.type }));
    }
    if (!request.path.startsWith(`${prefix}${BASE}`)) throw new SpringPage(404, 'Not Found');
    if (actor.type !== 'User') throw new Refusal(403, 'Access Denied');
    const path = request.path.slice(`${prefix}${BASE}`.length).replace(/^\/$/, '');
    const type = /^\/generate\/([^/]+)$/.exec(path)?.[1];
    if (type !== undefined) return allowing(request, 'POST', () => generate(request, actor, type));
    switch (path) {
      case '':
        if (request.method === 'DELETE') return remove(request, actor);
        return allowing(request, 'GET', () => success(visibleTo(actor).map((token) => describe(token, 'later'))));
      case '/find':
        return allowing(request, 'GET', () => find(request, actor));
      case '/info':
        return allowing(request, 'POST', () => setInfo(request, actor));
      case '/status':
        return allowing(request, 'POST', () => setStatus(request, actor));
      case '/policy':
        if (request.method === 'PATCH') return setPolicy(request, actor, mergePolicyAsServerDoes);
        return allowing(request, 'PUT', () => setPolicy(request, actor, (_before, policy) => policy));
      default:
        throw new SpringPage(404, 'Not Found');
    }
  }

  function generate({ headers, body }: FakeRequest, actor: StoredToken, type: string): FakeAnswer {
    const policy = body === '' ? undefined : readPolicy(textOf(headers['content-type']), body);
    if (type !== 'User' && type !== 'ReadNodeData') {
      throw new Refusal(422, `Illegal argument: No enum constant SecurityTokenType.${type}`);
    }
    mustBeUnrestricted(actor);
    for (const node of policy?.nodeIds ?? []) {
      if (node === FOREIGN_NODE) throw new Refusal(403, 'ACCESS_DENIED');
      if (node === null || !OWN_NODES.includes(node)) throw new Refusal(403, 'UNKNOWN_OBJECT');
    }
    const wanted: StoredToken = {
      id: randomText(20),
      secret: `not-a-real-secret-${randomText(6 + randomInt(7))}`,
      userId: actor.userId,
      created: now() + randomInt(1_000_000) / 1_000_000,
      type,
      status: 'Active',
      ...(policy === undefined ? {} : { policy }),
    };
    const token = grant?.(wanted) ?? wanted;
    tokens = [...tokens, token];
    return success(describe(token, 'at creation'));
  }

  function remove({ query }: FakeRequest, actor: StoredToken): FakeAnswer {
    const id = parameter(query, 'tokenId');
    mustBeUnrestricted(actor);
    const token = tokens.find((candidate) => candidate.id === id);
    // What does not exist is deleted already.
    if (token === undefined) return success();
    if (token.userId !== actor.userId) throw new Refusal(403, 'ACCESS_DENIED');
    tokens = tokens.filter((candidate) => candidate !== token);
    return success();
  }

  /** The token that a request is to change. */
  function changed(parameters: URLSearchParams, actor: StoredToken): StoredToken {
    const id = parameter(parameters, 'tokenId');
    mustBeUnrestricted(actor);
    const token = tokens.find((candidate) => candidate.id === id);
    if (token === undefined) throw new Refusal(403, 'UNKNOWN_OBJECT');
    if (token.userId !== actor.userId) throw new Refusal(403, 'ACCESS_DENIED');
    return token;
  }

  function replaceToken(before: StoredToken, after: StoredToken): void {
    tokens = tokens.map((candidate) => (candidate === before ? after : candidate));
  }

  /** Nobody asks whether it is the signing token itself. */
  function setStatus(request: FakeRequest, actor: StoredToken): FakeAnswer {
    const parameters = parametersOf(request);
    const status = parameter(parameters, 'status');
    const token = changed(parameters, actor);
    if (status !== 'Active' && status !== 'Disabled') {
      throw new Refusal(422, `Illegal argument: No enum constant SecurityTokenStatus.${status}`);
    }
    replaceToken(token, { ...token, status });
    return success();
  }

  /**
   * Nobody looks whether the nodes are the account's. A null that the parser kept stops the serializer, and then nothing is
   * stored as the policy, and answered.
   */
  function setPolicy(
    request: FakeRequest,
    actor: StoredToken,
    change: (before: KeptPolicy, policy: KeptPolicy) => KeptPolicy,
  ): FakeAnswer {
    const { headers, body } = request;
    const token = changed(request.query, actor);
    if (!/^application\/json\b/.test(textOf(headers['content-type']))) {
      throw new SpringPage(415, 'Unsupported Media Type');
    }
    const policy = readPolicy(textOf(headers['content-type']), body);
    if (policy === undefined) throw new Refusal(422, 'Malformed JSON: Required request body is missing');
    const { policy: before = {}, ...rest } = token;
    const after = change(before, policy);
    const isWiped = Object.values(after).some((value) => Array.isArray(value) && value.includes(null));
    if (isWiped) {
      replaceToken(token, rest);
      return { status: 200, headers: {}, body: '' };
    }
    const kept = grant?.({ ...rest, policy: after }) ?? { ...rest, policy: after };
    replaceToken(token, kept);
    return success(describe(kept, 'later'));
  }

  function setInfo(request: FakeRequest, actor: StoredToken): FakeAnswer {
    const parameters = parametersOf(request);
    const token = changed(parameters, actor);
    const [name, description] = ['name', 'description'].map((field) => parameters.getAll(field).join(','));
    if ([...(name ?? '')].length > LONGEST_NAME || [...(description ?? '')].length > LONGEST_DESCRIPTION) {
      throw new Refusal(422, 'Data value too long', { code: 'DAO.00103' });
    }
    // Both are overwritten, also by nothing.
    const { id, userId, created, secret, type, status, policy } = token;
    const named: StoredToken = {
      ...{ id, userId, created, secret, type, status },
      ...(policy === undefined ? {} : { policy }),
      ...(name === undefined || name.trim() === '' ? {} : { name }),
      ...(description === undefined || description.trim() === '' ? {} : { description }),
    };
    replaceToken(token, named);
    return success();
  }

  function find({ query }: FakeRequest, actor: StoredToken): FakeAnswer {
    const identifiers = query.get('identifiers')?.split(',');
    const types = query.get('tokenTypes')?.split(',');
    const active = query.get('active');
    const cached = identifiers?.length === 1 && types === undefined && active === null;
    const earlier = foundBefore.get(String(identifiers));
    if (cached && earlier !== undefined && now() - earlier.at < FIND_CACHE) return earlier.answer;
    const results = visibleTo(actor)
      .filter(({ id, type, status }) => {
        const rightStatus = active === null || (status === 'Active') === (active === 'true');
        return (identifiers?.includes(id) ?? true) && (types?.includes(type) ?? true) && rightStatus;
      })
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((token) => describe(token, 'later'));
    const answer = success({ startingOffset: 0, returnedResultCount: results.length, results });
    if (cached) foundBefore.set(String(identifiers), { answer, at: now() });
    return answer;
  }

  /** A restricted token sees itself, and no word that there could be more. */
  function visibleTo(actor: StoredToken): readonly StoredToken[] {
    const own = tokens.filter((token) => token.userId === actor.userId);
    return isRestricted(actor) ? own.filter((token) => token.id === actor.id) : own;
  }

  function describe(token: StoredToken, when: 'at creation' | 'later'): Readonly<Record<string, unknown>> {
    const { id, secret, userId, created, type, status, name, description, policy } = token;
    return {
      id,
      ...(when === 'at creation' ? { authSecret: secret } : {}),
      created: formatCreated(created, when === 'at creation' ? 9 : 6),
      userId,
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      status,
      type,
      expired: isExpired(token),
      ...(policy === undefined ? {} : { policy }),
    };
  }

  /** The date that the signature is made with; `X-SN-Date` goes before `Date`. */
  function dateOf({ headers }: FakeRequest): number {
    const own = headers['x-sn-date'];
    const text = textOf(own) || textOf(headers.date);
    const date = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(date)) return date;
    throw refuseSignature(
      own === undefined ? 'Missing or invalid HTTP Date header value' : 'Invalid HTTP X-SN-Date header value',
    );
  }
}

/** What the server would have signed, with the key of the request's day and of each of the six days before it. */
function signaturesOf(
  request: FakeRequest,
  secret: string,
  signed: readonly string[],
  date: number,
): readonly string[] {
  const stamp = new Date(date).toISOString().replace(/[-:]|\.\d+/g, '');
  const text = `SNWS2-HMAC-SHA256\n${stamp}\n${createHash('sha256').update(canonicalText(request, signed)).digest('hex')}`;
  return Array.from({ length: 7 }, (_, age) => {
    const day = new Date(date - age * DAY).toISOString().slice(0, 10).replaceAll('-', '');
    const dayKey = createHmac('sha256', `SNWS2${secret}`).update(day).digest();
    const key = createHmac('sha256', dayKey).update('snws2_request').digest();
    return createHmac('sha256', key).update(text).digest('hex');
  });
}

function canonicalText(request: FakeRequest, signed: readonly string[]): string {
  const parameters = parametersOf(request);
  const names = [...new Set(parameters.keys())].sort();
  const query = names.flatMap((name) => parameters.getAll(name).map((value) => `${encode(name)}=${encode(value)}`));
  let text = `${request.method}\n${request.path}\n${query.join('&')}\n`;
  const headers = [...signed].map((name) => name.toLowerCase()).sort();
  for (const name of headers) {
    const value = name === 'host' ? hostOf(request) : textOf(request.headers[name]);
    text += `${name}:${value.trim().replace(/\s+/g, ' ')}\n`;
  }
  // Reading the parameters of a form leaves nothing of its body.
  const body = isForm(request) ? '' : request.body;
  return `${text}${headers.join(';')}\n${createHash('sha256').update(body).digest('hex')}`;
}

/** Behind a proxy that speaks HTTPS the server completes a host without a port. */
function hostOf({ headers }: FakeRequest): string {
  const host = textOf(headers.host);
  if (headers['x-forwarded-proto'] !== 'https' || /:\d+$/.test(host)) return host;
  return `${host}:${textOf(headers['x-forwarded-port']) || '443'}`;
}

/** Java's encoder goes by UTF-16 code units: half a surrogate pair is a question mark to it. */
function encode(text: string): string {
  let encoded = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    if (/[A-Za-z0-9_\-~.]/.test(unit)) encoded += unit;
    else if (unit >= '\ud800' && unit <= '\udfff') encoded += '%3F';
    else for (const byte of Buffer.from(unit)) encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

const isForm = ({ method, headers }: FakeRequest): boolean =>
  method === 'POST' && textOf(headers['content-type']).startsWith('application/x-www-form-urlencoded');

/** The parameters of the URL and of a form, those of the URL first. */
function parametersOf(request: FakeRequest): URLSearchParams {
  const form = isForm(request) ? [...new URLSearchParams(request.body)] : [];
  return new URLSearchParams([...request.query, ...form]);
}

function requiredHeaders({ headers }: FakeRequest): readonly string[] {
  const sent = Object.keys(headers);
  return [
    'host',
    'x-sn-date' in headers ? 'x-sn-date' : 'date',
    ...sent.filter((name) => name.startsWith('x-sn-')),
    ...['content-type', 'content-md5', 'digest'].filter((name) => sent.includes(name)),
  ];
}

/** Patterns of Spring's AntPathMatcher, of which one must fit; a leading ! turns one round. */
function mayCall({ policy }: StoredToken, path: string): boolean {
  const patterns = policy?.apiPaths;
  if (patterns === undefined) return true;
  return patterns.some((pattern) => {
    if (pattern === null) return false;
    return pattern.startsWith('!') ? !fitsAntPattern(pattern.slice(1), path) : fitsAntPattern(pattern, path);
  });
}

/** Any member but the end and `refreshAllowed` is a restriction, also an aggregation that lets everything through. */
function isRestricted({ policy = {} }: StoredToken): boolean {
  return Object.keys(policy).some((name) => name !== 'notAfter' && name !== 'refreshAllowed');
}

function mustBeUnrestricted(actor: StoredToken): void {
  if (isRestricted(actor)) throw new Refusal(403, 'ACCESS_DENIED');
}

function readPolicy(contentType: string, body: string): KeptPolicy | undefined {
  if (!/^application\/(?:[\w.-]+\+)?json\b/.test(contentType)) throw new SpringPage(415, 'Unsupported Media Type');
  const reading = readPolicyAsServerDoes(body);
  switch (reading.kind) {
    case 'policy':
      return reading.policy;
    case 'none':
      return undefined;
    case 'malformed':
      throw new Refusal(422, reading.message);
    case 'crash':
      throw new Refusal(500, 'Internal error');
  }
}

function allowing({ method }: FakeRequest, allowed: string, act: () => FakeAnswer): FakeAnswer {
  if (method !== allowed) throw new SpringPage(405, 'Method Not Allowed');
  return act();
}

function parameter(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (value === null) throw new SpringPage(400, 'Bad Request');
  return value;
}

/** `2025-09-29 04:13:52.673034405Z`: a blank for the T, zeros at the end dropped. */
function formatCreated(created: number, digits: 6 | 9): string {
  const seconds = Math.floor(created / 1000);
  const fraction = Math.round((created / 1000 - seconds) * 1e9);
  const rounded = digits === 9 ? fraction : Math.round(fraction / 1000) * 1000;
  const [day, time] = new Date((seconds + Math.floor(rounded / 1e9)) * 1000).toISOString().split(/[T.]/);
  const shown = String(rounded % 1e9)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${day} ${time}${shown === '' ? '' : `.${shown}`}Z`;
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

const textOf = (header: string | string[] | undefined): string =>
  Array.isArray(header) ? header.join(', ') : (header ?? '');

const JSON_TYPE = { 'content-type': 'application/json' };

function success(data?: unknown): FakeAnswer {
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify({ success: true, data }) };
}

interface RefusalDetails {
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
  }

  answer(): FakeAnswer {
    const { code, headers } = this.details;
    const body = { success: false, ...(code === undefined ? {} : { code }), message: this.message };
    return { status: this.status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
  }
}

function unauthenticated(words?: string): RefusalDetails {
  return {
    headers: { 'WWW-Authenticate': 'SNWS2', ...(words === undefined ? {} : { 'X-SN-ErrorMessage': words }) },
  };
}

const refuseSignature = (words: string): Refusal => new Refusal(403, words, unauthenticated(words));

/** What Spring answers to a request that never reached the code of SolarUser. */
class SpringPage extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  answer({ path }: FakeRequest, at: number): FakeAnswer {
    const body = { timestamp: new Date(at).toISOString(), status: this.status, error: this.message, path };
    return { status: this.status, headers: JSON_TYPE, body: JSON.stringify(body) };
  }
}

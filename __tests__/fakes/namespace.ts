import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { create, fromJson, toJson, type DescMessage, type JsonValue, type MessageShape } from '@bufbuild/protobuf';
import { durationMs, EmptySchema, timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, createConnectRouter, type HandlerContext } from '@connectrpc/connect';
import type { IdentityProvider } from './identity-provider.js';
import { createFakeServer, type FakeAnswer, type FakeRequest, type FakeServer, type OnRequest } from './faults.js';
import { RequestIDSchema } from './namespace-schema/logging_pb.js';
import {
  IssueTenantTokenFromSessionRequestSchema,
  IssueTenantTokenFromSessionResponseSchema,
} from './namespace-schema/signin_pb.js';
import {
  ExchangeGithubTokenRequestSchema,
  ExchangeOIDCTokenRequestSchema,
  ExchangeTokenResponseSchema,
} from './namespace-schema/tenants_pb.js';
import {
  CreateRevokableTokenResponseSchema,
  ListRevokableTokensResponseSchema,
  RefreshRevokableTokenResponseSchema,
  PermissionDeniedErrorSchema,
  RevokableToken_Scope as Scope,
  RevokableToken_State as State,
  RevokableTokenSchema,
  TokenService,
  type CreateRevokableTokenRequest,
  type ListRevokableTokensRequest,
  type Permission,
  type RefreshRevokableTokenRequest,
  type RevokableToken,
} from './namespace-schema/tokens_pb.js';

/**
 * Namespace's IAM service on loopback, as far as revokable tokens go: it keeps tokens, checks who asks for what, and speaks
 * Connect JSON through connect-es with the schema beside it, unknown members refused. The exchanges of identity and session
 * tokens are the older JSON services of `nsc`, whose errors carry numbers.
 *
 * What is not known of the real service, and how it is here: a name is free again when its token is revoked; a duplicate is
 * `already_exists`; a page has 50 tokens, the oldest first; a token for a user needs a person behind the caller.
 */
export interface NamespaceFake extends FakeServer {
  /** All tokens that were ever made, the oldest first, as the service knows them. */
  readonly tokens: readonly RevokableToken[];
  /** The tokens that still work. */
  living(): readonly RevokableToken[];
  /** The bearers that exchanges gave out, in order. */
  readonly exchanged: readonly string[];
}

export const WORKSPACE = 'tenant_octo1';

/** Who asks, known by the bearer. */
export interface Caller {
  readonly actor: string;
  /** `token/revokable: create`, ... of this workspace. */
  readonly rights: readonly string[];
  /** Whether a person stands behind it, who is a member of the workspace. */
  readonly member: boolean;
}

const ALL_TOKEN_RIGHTS = ['create', 'list', 'revoke', 'refresh'].map((action) => `token/revokable: ${action}`);

export const ADMINISTRATOR: Caller = { actor: 'user_admin', rights: ALL_TOKEN_RIGHTS, member: true };
/** A member without administration: may make tokens of their own, and nothing else with tokens. */
export const MEMBER: Caller = { actor: 'user_member', rights: [], member: true };
/** A member who may look after tokens, and may make none for the whole workspace. */
export const WARDEN: Caller = {
  actor: 'user_warden',
  rights: ['token/revokable: list', 'token/revokable: revoke'],
  member: true,
};
/** A machine that may make tokens and neither list nor revoke them. */
export const CREATOR_ONLY: Caller = { actor: 'ci_creator', rights: ['token/revokable: create'], member: false };
/** What an identity token or a runner's workload token is exchanged for. */
export const MACHINE: Caller = { actor: 'ci_machine', rights: ALL_TOKEN_RIGHTS, member: false };

export const BEARERS = {
  administrator: 'nsct_not-a-real-secret-of-an-administrator',
  member: 'nsct_not-a-real-secret-of-a-member',
  warden: 'nsct_not-a-real-secret-of-a-warden',
  creatorOnly: 'nsct_not-a-real-secret-of-a-creator',
  session: 'st_not-a-real-secret-of-a-session',
} as const;

export interface Trust {
  /** What `sub` must match; `*` stands for anything. */
  readonly subjectMatch: string;
  readonly audience: string;
  readonly caller?: Caller;
}

export interface NamespaceFakeOptions {
  readonly onRequest?: OnRequest | undefined;
  readonly pageSize?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Verifies the identity tokens that are exchanged. */
  readonly identityProvider?: Pick<IdentityProvider, 'verifyIdentityToken'>;
  /** The GitHub organisation that is connected to the workspace. */
  readonly organisation?: string;
  readonly trusts?: readonly Trust[];
  /** What the service really grants, where that is not what was asked for: to widen, to lengthen. */
  readonly grant?: (token: RevokableToken) => RevokableToken;
  /** What it tells of a token, where that is not all that it knows: to leave out members. */
  readonly tell?: (token: RevokableToken, method: 'create' | 'list') => RevokableToken;
  /** Takes an end of the list for its beginning, so that the pages never end. */
  readonly endlessList?: boolean;
}

/**
 * Types and actions by the page namespace.so/docs/security/permissions of February 2026, and what its own command line
 * asks for. Others are refused, and so is `*` as an action but for the one example in the documentation.
 */
const ALLOWED = `
  artifact: create, expire, list, resolve
  bazel/cache: ensure
  bazel/execution: ensure
  bazel/storage: write
  builder: access, ensure
  cache/gradle: ensure, read, write
  cache/httpcache: ensure, read, write
  cache/turborepo: delete, list, read, report, write
  containerregistry: configure, pull, push
  containerregistry/image: delete, get, list, update
  containerregistry/repository: delete, list, share, unshare
  containerregistry/tags: list
  devbox: activate, create, expire, fetch, list, update
  devbox/image: expire, fetch, list, wire
  github/runner-profile: create, delete, get, list, update, *
  ingress: access
  instance: create, destroy, dial_host, exec, get, list, refresh, release, resume, ssh, suspend, wait
  instance/ingress: list, register
  instance/notification: list
  instance/o11y/logs: get
  instance/o11y/metrics: get
  instance/o11y/oom: list
  network/fabric/segment: attach
  tenant: get
  tenant/policies: get
  tenant/usage: get
  testing/test/logs: stream
  testing/test/result: list, push
  testing/test/run: complete, create, get, list
  token/revokable: create, list, refresh, revoke
  volume/persistent: describe, destroy, list`;

const allowed = new Set(
  ALLOWED.trim()
    .split('\n')
    .flatMap((line) => {
      const [type = '', actions = ''] = line.trim().split(': ');
      return actions.split(', ').map((action) => `${type}:${action}`);
    }),
);

const YEAR = 365 * 24 * 3600 * 1000;
const EXCHANGED_LIFE = 3600 * 1000;

export async function createNamespaceFake(options: NamespaceFakeOptions = {}): Promise<NamespaceFake> {
  const { now = Date.now, pageSize = 50, grant = same, tell = same, trusts = [] } = options;
  const tokens: RevokableToken[] = [];
  /** What the bearer of each caller is, and when it ends. */
  const callers = new Map<string, Caller & { readonly until?: number }>([
    [BEARERS.administrator, ADMINISTRATOR],
    [BEARERS.member, MEMBER],
    [BEARERS.warden, WARDEN],
    [BEARERS.creatorOnly, CREATOR_ONLY],
  ]);
  const sessions = new Map<string, Caller>([[BEARERS.session, ADMINISTRATOR]]);
  const tokenOfBearer = new Map<string, RevokableToken>();
  const exchanged: string[] = [];

  const router = createConnectRouter({ jsonOptions: { ignoreUnknownFields: false } }).service(TokenService, {
    createRevokableToken: (request, context) => createToken(request, callerOf(context)),
    listRevokableTokens: (request, context) => listTokens(request, callerOf(context)),
    revokeRevokableToken: ({ tokenId }, context) => revokeToken(tokenId, callerOf(context)),
    refreshRevokableToken: (request, context) => refreshToken(request, callerOf(context)),
  });
  const methods = new Map(router.handlers.map((handler) => [handler.requestPath, handler]));
  const exchanges = new Map<string, (request: FakeRequest) => FakeAnswer>([
    ['/nsl.tenants.TenantsService/ExchangeGithubToken', exchangeGithubToken],
    ['/nsl.tenants.TenantsService/ExchangeOIDCToken', exchangeOidcToken],
    ['/nsl.signin.SigninService/IssueTenantTokenFromSession', issueFromSession],
  ]);

  const server = await createFakeServer(handle, { onRequest: options.onRequest, now });
  return {
    ...server,
    tokens,
    living: () => tokens.filter((token) => stateOf(token) === State.ACTIVE),
    exchanged,
  };

  async function handle(request: FakeRequest): Promise<FakeAnswer> {
    const answer = await answerTo(request);
    return { ...answer, headers: { ...answer.headers, date: new Date(now()).toUTCString() } };
  }

  async function answerTo(request: FakeRequest): Promise<FakeAnswer> {
    const exchange = exchanges.get(request.path);
    if (exchange !== undefined) return serveExchange(request, exchange);
    const method = methods.get(request.path);
    if (method === undefined) return { status: 404, headers: {}, body: '' };
    const header = new Headers();
    for (const [name, value] of Object.entries(request.headers)) header.set(name, String(value));
    const answer = await method({
      httpVersion: '1.1',
      method: request.method,
      url: new URL(request.target, 'http://127.0.0.1').href,
      header,
      body: Readable.from([Buffer.from(request.body)]),
      signal: new AbortController().signal,
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of answer.body ?? []) chunks.push(chunk);
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.header ?? []),
      body: Buffer.concat(chunks).toString('utf8'),
    };
  }

  function callerOf({ requestHeader }: HandlerContext): Caller {
    const bearer = /^Bearer (\S+)$/.exec(requestHeader.get('authorization') ?? '')?.[1];
    if (bearer === undefined) throw failure(Code.Unauthenticated, 'no bearer token');
    const token = tokenOfBearer.get(bearer);
    if (token !== undefined && stateOf(token) === State.ACTIVE) {
      const rights = token.permissions.flatMap(({ resourceType, actions }) =>
        actions.map((action) => `${resourceType}: ${action}`),
      );
      return { actor: token.tokenId, rights, member: false };
    }
    const caller = callers.get(bearer);
    if (caller === undefined || (caller.until !== undefined && caller.until <= now())) {
      throw failure(Code.Unauthenticated, 'the token is not valid');
    }
    return caller;
  }

  function demand(caller: Caller, action: string): void {
    if (caller.rights.includes(`token/revokable: ${action}`)) return;
    throw failure(Code.PermissionDenied, 'permission denied', [
      { resourceType: 'token/revokable', resourceId: '', action },
    ]);
  }

  function createToken(request: CreateRevokableTokenRequest, caller: Caller) {
    const scope = request.scope === Scope.SCOPE_UNKNOWN ? Scope.TENANT_SCOPE : request.scope;
    // An enumeration of proto3 lets numbers through that it does not know.
    if (!new Set<number>([Scope.TENANT_SCOPE, Scope.TENANT_MEMBERSHIP_SCOPE]).has(scope)) {
      throw failure(Code.InvalidArgument, 'unknown scope');
    }
    if (scope === Scope.TENANT_SCOPE) demand(caller, 'create');
    else if (!caller.member) throw failure(Code.PermissionDenied, 'the caller is no member of the workspace');

    if (request.name === '') throw failure(Code.InvalidArgument, 'name is required');
    const expiresAt = request.expiresAt === undefined ? undefined : timestampMs(request.expiresAt);
    if (expiresAt === undefined && scope === Scope.TENANT_SCOPE)
      throw failure(Code.InvalidArgument, 'expires_at is required');
    if (expiresAt !== undefined && expiresAt <= now()) throw failure(Code.InvalidArgument, 'expires_at is in the past');
    if (expiresAt !== undefined && expiresAt > now() + YEAR) {
      throw failure(Code.InvalidArgument, 'expires_at must be at most 1 year from now');
    }
    const grants = request.access?.grants ?? [];
    if (grants.length === 0) throw failure(Code.InvalidArgument, 'no policies defined');
    checkGrants(grants);
    if (tokens.some((token) => token.name === request.name && stateOf(token) !== State.REVOKED)) {
      throw failure(Code.AlreadyExists, `a token named "${request.name}" already exists`);
    }

    const token = grant(
      create(RevokableTokenSchema, {
        tokenId: `tok_${randomBytes(10).toString('hex')}`,
        tenantId: WORKSPACE,
        name: request.name,
        description: request.description,
        createdAt: timestampFromMs(now()),
        ...(request.expiresAt === undefined ? {} : { expiresAt: request.expiresAt }),
        creatorActorId: caller.actor,
        scope,
        permissions: grants,
      }),
    );
    const bearerToken = `nsrt_not-a-real-secret-${randomBytes(12).toString('hex')}`;
    tokens.push(token);
    tokenOfBearer.set(bearerToken, token);
    return create(CreateRevokableTokenResponseSchema, { bearerToken, token: told(token, 'create') });
  }

  function listTokens(request: ListRevokableTokensRequest, caller: Caller) {
    demand(caller, 'list');
    if (request.maxEntries < 0n) throw failure(Code.InvalidArgument, 'max_entries is negative');
    const all = tokens.filter((token) => request.includeRevoked || stateOf(token) !== State.REVOKED);
    const start = readCursor(request);
    const size = request.maxEntries === 0n ? pageSize : Math.min(pageSize, Number(request.maxEntries));
    const end = start + size;
    const cursor = options.endlessList ? 'from=0' : end < all.length ? `from=${end}` : '';
    return create(ListRevokableTokensResponseSchema, {
      tokens: all.slice(start, end).map((token) => told(token, 'list')),
      paginationCursor: Buffer.from(cursor),
    });
  }

  function revokeToken(tokenId: string, caller: Caller) {
    demand(caller, 'revoke');
    const token = tokens.find((candidate) => candidate.tokenId === tokenId);
    if (token === undefined || stateOf(token) === State.REVOKED) {
      throw failure(Code.NotFound, 'token not found or already revoked');
    }
    token.revokedAt = timestampFromMs(now());
    token.revokedByActorId = caller.actor;
    return create(EmptySchema);
  }

  /** Its end is at least so far away from now on: one that is later already stays. */
  function refreshToken({ tokenId, minimumDuration }: RefreshRevokableTokenRequest, caller: Caller) {
    demand(caller, 'refresh');
    const duration = minimumDuration === undefined ? 0 : durationMs(minimumDuration);
    if (duration <= 0) throw failure(Code.InvalidArgument, 'minimum_duration must be positive');
    if (duration > YEAR) throw failure(Code.InvalidArgument, 'minimum_duration must be at most 1 year');
    const token = tokens.find((candidate) => candidate.tokenId === tokenId);
    if (token === undefined || stateOf(token) === State.REVOKED) {
      throw failure(Code.NotFound, 'token not found or revoked');
    }
    if (stateOf(token) === State.EXPIRED) throw failure(Code.FailedPrecondition, 'token has already expired');
    const end = token.expiresAt === undefined ? undefined : timestampMs(token.expiresAt);
    if (end !== undefined && end < now() + duration) token.expiresAt = timestampFromMs(now() + duration);
    Object.assign(token, grant(token));
    return create(RefreshRevokableTokenResponseSchema, { token: told(token, 'list') });
  }

  function stateOf({ revokedAt, expiresAt }: RevokableToken): State {
    if (revokedAt !== undefined) return State.REVOKED;
    return expiresAt !== undefined && timestampMs(expiresAt) <= now() ? State.EXPIRED : State.ACTIVE;
  }

  function told(token: RevokableToken, method: 'create' | 'list'): RevokableToken {
    return tell(create(RevokableTokenSchema, { ...token, state: stateOf(token) }), method);
  }

  function serveExchange(request: FakeRequest, exchange: (request: FakeRequest) => FakeAnswer): FakeAnswer {
    if (request.method !== 'POST') return { status: 405, headers: {}, body: '' };
    try {
      if (request.headers['content-type'] !== 'application/json') throw new StatusError(3, 'the body is not JSON');
      return exchange(request);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      return json(STATUS_OF_CODE[error.code], { code: error.code, message: error.message });
    }
  }

  function exchangeGithubToken({ body }: FakeRequest): FakeAnswer {
    const { githubToken } = readBody(ExchangeGithubTokenRequestSchema, body);
    const claims = verified(githubToken);
    if (claims.aud !== 'nscloud.dev/inline-token') throw new StatusError(16, `unexpected audience "${claims.aud}"`);
    if (claims.repository_owner !== options.organisation) {
      throw new StatusError(7, `the organisation "${claims.repository_owner}" is not connected to a workspace`);
    }
    return handOutInWorkspace(MACHINE);
  }

  function exchangeOidcToken({ body }: FakeRequest): FakeAnswer {
    const { tenantId, oidcToken } = readBody(ExchangeOIDCTokenRequestSchema, body);
    const claims = verified(oidcToken);
    const trust = trusts.find(
      ({ audience, subjectMatch }) => audience === claims.aud && matches(claims.sub, subjectMatch),
    );
    if (tenantId !== WORKSPACE || trust === undefined) {
      throw new StatusError(7, `no trust relationship of ${tenantId} matches the token`);
    }
    return handOutInWorkspace(trust.caller ?? MACHINE);
  }

  function issueFromSession({ headers, body }: FakeRequest): FakeAnswer {
    const { tokenDurationSecs } = readBody(IssueTenantTokenFromSessionRequestSchema, body);
    const caller = sessions.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (caller === undefined) throw new StatusError(16, 'the session is not valid');
    if (tokenDurationSecs <= 0n || tokenDurationSecs > 8n * 3600n) throw new StatusError(3, 'bad token_duration_secs');
    const tenantToken = newBearer(caller, Number(tokenDurationSecs) * 1000);
    const answer = create(IssueTenantTokenFromSessionResponseSchema, { tenantToken });
    return json(200, toJson(IssueTenantTokenFromSessionResponseSchema, answer, SNAKE_CASE));
  }

  function verified(token: string) {
    try {
      if (options.identityProvider === undefined) throw new Error('no issuer is trusted');
      return options.identityProvider.verifyIdentityToken(token);
    } catch (error) {
      throw new StatusError(16, error instanceof Error ? error.message : String(error));
    }
  }

  function newBearer(caller: Caller, life: number): string {
    const bearer = `nsct_not-a-real-secret-${randomBytes(12).toString('hex')}`;
    callers.set(bearer, { ...caller, until: now() + life });
    exchanged.push(bearer);
    return bearer;
  }

  function handOutInWorkspace(caller: Caller): FakeAnswer {
    const answer = create(ExchangeTokenResponseSchema, {
      tenantToken: newBearer(caller, EXCHANGED_LIFE),
      tenant: { tenantId: WORKSPACE, name: 'octo', primaryRegion: 'eu' },
    });
    return json(200, toJson(ExchangeTokenResponseSchema, answer, SNAKE_CASE));
  }
}

const same = <Value>(value: Value): Value => value;

/** The older services speak JSON by the names of the schema. */
const SNAKE_CASE = { useProtoFieldName: true };

let requestCount = 0;

/** An error with the details that Namespace's command line reads. */
function failure(
  code: Code,
  message: string,
  missing: readonly { resourceType: string; resourceId: string; action: string }[] = [],
): ConnectError {
  return new ConnectError(message, code, undefined, [
    ...(missing.length === 0
      ? []
      : [{ desc: PermissionDeniedErrorSchema, value: { missingAccessPermissions: [...missing] } }]),
    { desc: RequestIDSchema, value: { id: `req-${++requestCount}` } },
  ]);
}

function checkGrants(grants: readonly Permission[]): void {
  const refused = grants.flatMap(({ resourceType, actions }) => {
    if (resourceType === '') throw failure(Code.InvalidArgument, 'resource_type is required');
    if (actions.length === 0) throw failure(Code.InvalidArgument, 'at least one action is required');
    return actions.map((action) => `${resourceType}:${action}`).filter((pair) => !allowed.has(pair));
  });
  if (refused.length > 0) {
    throw failure(
      Code.InvalidArgument,
      `requested permissions are not allowed in revokable tokens: [${refused.join(' ')}]`,
    );
  }
}

function readCursor({ paginationCursor }: ListRevokableTokensRequest): number {
  if (paginationCursor.length === 0) return 0;
  const start = /^from=(\d+)$/.exec(Buffer.from(paginationCursor).toString('utf8'))?.[1];
  if (start === undefined) throw failure(Code.InvalidArgument, 'pagination_cursor is none of ours');
  return Number(start);
}

/** google.rpc.Code by number: invalid argument, permission denied, unauthenticated. */
const STATUS_OF_CODE = { 3: 400, 7: 403, 16: 401 } as const;

class StatusError extends Error {
  constructor(
    readonly code: keyof typeof STATUS_OF_CODE,
    message: string,
  ) {
    super(message);
  }
}

/** Every member must be known, by its name in the schema. */
function readBody<Desc extends DescMessage>(schema: Desc, body: string): MessageShape<Desc> {
  try {
    const value = JSON.parse(body) as JsonValue;
    const names = new Set(schema.fields.map(({ name }) => name));
    for (const key of Object.keys(value ?? {})) {
      if (!names.has(key)) throw new Error(`unknown field "${key}"`);
    }
    return fromJson(schema, value, { ignoreUnknownFields: false });
  } catch (error) {
    throw new StatusError(3, error instanceof Error ? error.message : String(error));
  }
}

function matches(subject: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(subject);
}

function json(status: number, body: unknown): FakeAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

import { createClient, type HttpAnswer, type HttpClient, type HttpRequest } from '../../http/client.js';
import { HttpFailure } from '../../http/failure.js';
import { unavailability } from '../../http/unavailable.js';
import { Refused } from '../../lease/issuer.js';
import { Stopped, type Ports } from '../../lease/ports.js';
import { createTurn, type Turn } from '../../lease/turn.js';
import { messageOf, quote } from '../../request/shown-text.js';
import { maskAnswered } from '../../http/answered-secrets.js';
import { fieldsOf } from '../json-fields.js';
import { isUsableSecret } from '../../lease/usable-secret.js';
import { objectOf, textOf } from './protobuf-json.js';
import { adviceOnIdentity } from './identity.js';
import { isRefusal, readServiceError, unknownWords, type ServiceError } from './service-error.js';
import type { Access, Authentication, Context } from '../../lease/access.js';

/** The public service for tokens, by its own schema (namespace/cloud/iam/v1beta/tokens.proto). */
export const PUBLIC_TOKEN_ENDPOINT = 'https://iam.namespaceapis.com';

/** Where `nsc` and the TypeScript SDK exchange identity tokens (github.com/namespacelabs/foundation, internal/fnapi/fnapi.go). */
export const PUBLIC_IDENTITY_ENDPOINT = 'https://private-api.global.namespaceapis.com';

/** What the service is called with, besides the access: a part of the lease's context. None of it is secret. */
export interface ApiContext extends Context {
  /** The base URL for exchanges of identity and session tokens. */
  readonly identityEndpoint: string;
  /** `bearer`: the credential is sent as it is. `session`: a token is issued from it first. `identity`: it is exchanged. */
  readonly credential: 'bearer' | 'session' | 'identity';
  /** Where the credential came from, for messages. */
  readonly source: string;
}

/** @throws Error when the record does not hold what an api is opened with */
export function readContext(context: Context): ApiContext {
  const { identityEndpoint, credential, source } = context;
  if (
    identityEndpoint === undefined ||
    source === undefined ||
    (credential !== 'bearer' && credential !== 'session' && credential !== 'identity')
  ) {
    throw new Error('the record of the lease does not say how to authenticate at Namespace');
  }
  return { identityEndpoint, credential, source };
}

export interface Bearer {
  readonly token: string;
  /** The workspace that an exchange was for; undefined where neither the step nor the service names one. */
  readonly workspace: string | undefined;
  /** Whether the service named it. */
  readonly workspaceTold: boolean;
}

/** The service for tokens, called with one credential. */
export interface Api {
  /** The credential as messages name it. */
  readonly credentialName: string;
  readonly serverAhead: HttpClient['serverAhead'];
  /** Gets the bearer, by an exchange where one is needed, once. Throws Refused when there is none. */
  authenticate(): Promise<Bearer>;
  /**
   * Calls a method of TokenService in JSON by the Connect protocol, and returns the answer whatever it says. Throws what the
   * HTTP client throws, and Refused when the credential could not be exchanged: then nothing was sent.
   *
   * @param message made anew for each try where it is a function
   */
  call(
    method: TokenServiceMethod,
    message: Message | (() => Message),
    willDo?: HttpRequest['willDo'],
  ): Promise<HttpAnswer>;
  /** For work on what it answered. */
  readonly turn: Turn;
}

type Message = Readonly<Record<string, unknown>>;

export type TokenServiceMethod =
  'CreateRevokableToken' | 'ListRevokableTokens' | 'RevokeRevokableToken' | 'RefreshRevokableToken';

/** `github.com/namespacelabs/foundation`, internal/versions/versions.json: the version of the API that `nsc` speaks. */
const API_VERSION = '162';

/** How long a token that is issued from a session lives, in seconds: the longest that `nsc token` asks for. */
const SESSION_TOKEN_LIFE = 3600;

export function openApi(access: Access, context: ApiContext, ports: Ports): Api {
  const { endpoint, authentication } = access;
  if (endpoint === undefined) throw new Error('there is no endpoint to open a session at');
  const service = createClient({ endpoint, ports });
  let obtaining: Promise<Bearer> | undefined;
  const obtain = () =>
    (obtaining ??= obtainBearer(authentication, context, ports).catch((error: unknown) => {
      // What failed is tried again by the next who needs it: a network may have come back by then.
      obtaining = undefined;
      throw error;
    }));
  return {
    credentialName: `the credential (${context.source})`,
    serverAhead: service.serverAhead,
    authenticate: obtain,
    turn: createTurn(
      ports.deadline,
      () => new Error('the time for everything ended while the list of tokens was looked through'),
    ),
    async call(method, message, willDo) {
      const { token } = await obtain();
      return service.send({
        method: 'POST',
        path: `/namespace.cloud.iam.v1beta.TokenService/${method}`,
        headers: () => ({
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'connect-protocol-version': '1',
        }),
        body: typeof message === 'function' ? () => JSON.stringify(message()) : JSON.stringify(message),
        repeat: method === 'CreateRevokableToken' ? 'mints' : 'safe',
        ...(willDo === undefined ? {} : { willDo }),
      });
    },
  };
}

async function obtainBearer(authentication: Authentication, context: ApiContext, ports: Ports): Promise<Bearer> {
  switch (authentication.kind) {
    case 'none':
      throw new Error('Namespace needs a credential, and none was kept');
    case 'secret':
      return {
        token:
          context.credential === 'session'
            ? await issueFromSession(authentication.secret, context, ports)
            : authentication.secret,
        workspace: undefined,
        workspaceTold: false,
      };
    case 'identity-token':
      return exchangeIdentity(authentication, context, ports);
  }
}

/** POST /nsl.tenants.TenantsService/..., as `nsc auth exchange-github-token` and `exchange-oidc-token` send it. */
async function exchangeIdentity(
  { audience, workspace }: Extract<Authentication, { kind: 'identity-token' }>,
  context: ApiContext,
  ports: Ports,
): Promise<Bearer> {
  let identityToken: string;
  try {
    identityToken = await ports.identityToken(audience, ports.stop);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    throw new Refused(`no identity token for audience ${quote(audience)}: ${messageOf(error)}`, { cause: error });
  }
  const [method, body] =
    workspace === undefined
      ? (['ExchangeGithubToken', { github_token: identityToken }] as const)
      : (['ExchangeOIDCToken', { tenant_id: workspace, oidc_token: identityToken }] as const);
  const { token, tenantId } = await exchange(
    `/nsl.tenants.TenantsService/${method}`,
    body,
    {},
    context,
    ports,
    (words) => adviceOnIdentity({ identityToken, words, workspace, hostWords: ports.words }),
  );
  if (workspace !== undefined && tenantId !== '' && tenantId !== workspace) {
    throw new Refused(
      `the identity token was exchanged for the workspace ${quote(tenantId)} instead of ${quote(workspace)}; nothing is minted there`,
    );
  }
  return { token, workspace: tenantId === '' ? workspace : tenantId, workspaceTold: tenantId !== '' };
}

/** POST /nsl.signin.SigninService/IssueTenantTokenFromSession, as `nsc` sends it. */
async function issueFromSession(session: string, context: ApiContext, ports: Ports): Promise<string> {
  const { token } = await exchange(
    '/nsl.signin.SigninService/IssueTenantTokenFromSession',
    { token_duration_secs: SESSION_TOKEN_LIFE },
    { authorization: `Bearer ${session}` },
    context,
    ports,
    () => `To be done: log in again with nsc login, or ${ports.words.useIdentityTokens}`,
  );
  return token;
}

/**
 * Sends an exchange and masks its result at once.
 *
 * @param adviceOn what to do about a refusal, by the words of the service
 * @returns `tenantId`: the workspace that the token is of, empty when the service does not tell
 * @throws Refused: before an exchange has worked, nothing is minted
 */
async function exchange(
  path: string,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
  { identityEndpoint, source }: ApiContext,
  ports: Ports,
  adviceOn: (words: string) => string,
): Promise<{ readonly token: string; readonly tenantId: string }> {
  const client = createClient({ endpoint: identityEndpoint, ports });
  let received: HttpAnswer;
  try {
    received = await client.send({
      method: 'POST',
      path,
      headers: () => ({
        ...headers,
        'content-type': 'application/json',
        'ns-internal-version': API_VERSION,
      }),
      body: JSON.stringify(body),
      repeat: 'safe',
    });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw new Refused(`the credential (${source}) could not be exchanged: ${error.message}`, { cause: error });
  }
  const answer = maskAnswered(received, ['tenant_token'], ports.mask);
  const { tenant_token: token, tenant } = fieldsOf(answer.json) ?? {};
  if (answer.status !== 200 || !isUsableSecret(token)) {
    const found = answer.status === 200 ? ', without a usable token in the answer' : unknownWords(answer);
    const next = unavailability(answer) ?? (answer.status >= 400 ? adviceOn(found) : undefined);
    const words = `the credential (${source}) could not be exchanged: ${answer.what}${found}`;
    throw new Refused(next === undefined ? words : `${words}. ${next}`);
  }
  try {
    return { token, tenantId: textOf(objectOf(tenant ?? {}, 'tenant'), 'tenant_id') };
  } catch (error) {
    throw new Refused(`the credential (${source}) could not be exchanged: ${answer.what}, but ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/**
 * The error to throw for an answer that is not what the method answers: Refused where the service surely did nothing.
 *
 * @param right the action on token/revokable that the method needs
 * @param advice what else to do
 */
export function errorOf(answer: HttpAnswer, right: string, api: Api, advice = ''): Error {
  const error = readServiceError(answer);
  if (error === undefined) return new Error(strangeAnswer(answer));
  const sentences = [`${answer.what}: ${error.words}`, adviceFor(error, right, api), advice];
  const text = sentences.filter((sentence) => sentence !== '').join('. ');
  return isRefusal(answer, error) ? new Refused(text) : new Error(text);
}

/** An answer that is not of the service. */
function strangeAnswer(answer: HttpAnswer): string {
  const unavailable = unavailability(answer);
  return unavailable === undefined
    ? `${answer.what}, which is no answer of Namespace${unknownWords(answer)}`
    : `${answer.what}${unknownWords(answer)}. ${unavailable}`;
}

/** What to do about a refusal that any method may give. Empty when the server's words say it all. */
function adviceFor({ code, missing }: ServiceError, right: string, api: Api): string {
  switch (code) {
    case 'unauthenticated':
      return `Namespace does not accept ${api.credentialName}: it may have expired or been revoked`;
    case 'permission_denied':
      return missing.length > 0
        ? `Give ${api.credentialName} what it misses`
        : `Probably ${api.credentialName} lacks the permission token/revokable: ${right}`;
    case 'unimplemented':
      return 'Check the endpoint: it does not know revokable tokens';
    default:
      return '';
  }
}

import type { HttpAnswer } from '../../http/client.js';
import { describe, type Attempt } from '../../lease/attempt.js';
import {
  Refused,
  type BornToken,
  type Granted,
  type Issuer,
  type Plan,
  type Prepared,
  type Surroundings,
} from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { endOf, formatInstant, YEAR } from '../../request/lifetime.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { answeredSecrets } from '../answered-secrets.js';
import { parseEndpoint } from '../endpoint.js';
import { fieldsOf } from '../json-fields.js';
import { refuseUnsent } from '../unsent-mint.js';
import { isUsableSecret } from '../usable-secret.js';
import { findAuthentication, noticesOfEnd } from './authentication.js';
import { differencesOf } from './comparison.js';
import { ALL, permissionsJson, printPermissions, readPermissions, type Permission } from './grants.js';
import { memberOf, objectOf } from './protobuf-json.js';
import { idOf, readRevokableToken, type RevokableToken, type Scope } from './revokable-token.js';
import { readServiceError, unknownWords, type ServiceError } from './service-error.js';
import {
  errorOf,
  openSession,
  PUBLIC_IDENTITY_ENDPOINT,
  PUBLIC_TOKEN_ENDPOINT,
  type Session,
  type SessionContext,
} from './session.js';
import { listTokens, tryToList } from './token-list.js';
import type { Access } from '../../lease/access.js';

/** Revokable tokens of a workspace: what `nsc token create` makes. */
export const namespaceToken: Issuer = issuerOf('TENANT_SCOPE');

/** Revokable tokens that are bound to a user's membership of the workspace: what `nsc token create --user` makes. */
export const namespaceUserToken: Issuer = issuerOf('TENANT_MEMBERSHIP_SCOPE');

function issuerOf(scope: Scope): Issuer {
  return {
    title: 'Namespace',
    grantExample: 'builder *: ensure, access',
    inputs: ['url', 'credential', 'workspace', 'audience'],
    expiry: { kind: 'second', longest: YEAR },
    tokenFileFormat: 'json',
    exportsTokenFile: true,
    prepare: (request, surroundings) => prepare(scope, request, surroundings),
    exportedVariables({ tokenFile }) {
      if (tokenFile === undefined) throw new Error('NSC_TOKEN_FILE names a token file, and none was made');
      return { NSC_TOKEN_FILE: tokenFile };
    },
    // As `nsc token create --token_file` writes it, without a newline at the end.
    tokenFileJson: ({ secret }) => JSON.stringify({ bearer_token: secret }, undefined, 2),
  };
}

function prepare(scope: Scope, request: Request, surroundings: Surroundings): Result<Prepared> {
  const { problems, take } = collectProblems();
  const read = take(readPermissions(request.grants));
  const place = take(findEndpoint(request, surroundings));
  const found = take(findAuthentication(request, surroundings));
  if (read === undefined || place === undefined || found === undefined) return invalid(...problems);

  const access: Access = { endpoint: place.endpoint, authentication: found.authentication };
  const context: SessionContext = {
    identityEndpoint: place.identityEndpoint,
    credential: found.credential,
    source: found.source,
  };
  return valid({
    access,
    sources: [`credential: ${found.source}`, place.source],
    notices: [...read.notices, ...found.notices, ...noticesOfEnd(found, endOf(request.lifetime, request.now))],
    plan: (ports) => plan({ scope, permissions: read.permissions, access, context }, ports),
  });
}

interface Place {
  readonly endpoint: string;
  readonly identityEndpoint: string;
  readonly source: string;
}

/** An endpoint that is given serves everything, so that nothing goes to a public host. The variables are those of `nsc`. */
function findEndpoint({ given }: Request, surroundings: Surroundings): Result<Place> {
  const candidates = [
    { input: 'url', text: given('url'), origin: 'from the input' },
    ...['NSC_IAM_ENDPOINT', 'NSC_GLOBAL_ENDPOINT'].map((name) => ({
      input: name,
      text: withScheme(surroundings.variable(name)),
      origin: `from the environment variable ${name}`,
    })),
  ];
  for (const { input, text, origin } of candidates) {
    if (text === undefined) continue;
    const endpoint = parseEndpoint(input, text);
    if (!endpoint.ok) return endpoint;
    const { value } = endpoint;
    return valid({ endpoint: value, identityEndpoint: value, source: `url: ${value}, ${origin}` });
  }
  return valid({
    endpoint: PUBLIC_TOKEN_ENDPOINT,
    identityEndpoint: PUBLIC_IDENTITY_ENDPOINT,
    source: `url: ${PUBLIC_TOKEN_ENDPOINT}, Namespace's own`,
  });
}

/** `nsc` takes a host alone and speaks TLS to it (github.com/namespacelabs/integrations, nsc/grpcapi/grpcapi.go). */
function withScheme(endpoint: string | undefined): string | undefined {
  return endpoint === undefined || endpoint.includes('://') ? endpoint : `https://${endpoint}`;
}

interface Wish {
  readonly scope: Scope;
  readonly permissions: readonly Permission[];
  readonly access: Access;
  readonly context: SessionContext;
}

async function plan(wish: Wish, ports: Ports): Promise<Plan> {
  const session = openSession(wish.access, wish.context, ports);
  await session.authenticate();
  return {
    grants: permissionsJson(wish.permissions),
    shownGrants: printPermissions(wish.permissions),
    leftOpen: [],
    notices: await noticesOfRights(session),
    context: wish.context,
    mint: (attempt, born) => mint(wish, session, attempt, born, ports),
  };
}

/**
 * Tries the credential before anything is minted. Who may not list tokens finds none again whose answer was lost, and as a
 * rule may not revoke one either. A credential that is not accepted, or an endpoint that is not that of Namespace's tokens,
 * ends it here.
 */
async function noticesOfRights(session: Session): Promise<readonly Notice[]> {
  const refusal = await tryToList(session);
  if (refusal === undefined) return [];
  const { code, error } = refusal;
  if (code === undefined || code === 'unauthenticated' || code === 'unimplemented') throw error;
  const consequence =
    code === 'permission_denied'
      ? 'Without the permission token/revokable: list, a token whose answer is lost is not found again; without token/revokable: revoke, a token lives until it expires. Use a credential that has both, or a short expires_in and revoke: false'
      : 'As long as that lasts, a token whose answer is lost is not found again';
  return [
    warning(
      `It is doubtful whether this lease can be ended: ${session.credentialName} could not list tokens. ${error.message}. ${consequence}.`,
    ),
  ];
}

/** CreateRevokableToken of namespace/cloud/iam/v1beta/tokens.proto. Without a scope the server takes that of the workspace. */
async function mint(
  { scope, permissions }: Wish,
  session: Session,
  attempt: Attempt,
  born: (token: BornToken) => void,
  ports: Ports,
): Promise<Granted> {
  const message = {
    name: attempt.name,
    description: describe(attempt),
    expiresAt: formatInstant(attempt.expiresAt),
    access: { grants: permissions },
    ...(scope === 'TENANT_SCOPE' ? {} : { scope }),
  };
  const answer = await refuseUnsent(session.call('CreateRevokableToken', message));
  const created = readCreated(answer, { scope, permissions, name: attempt.name }, session, ports);
  born({ id: created.id, secret: created.bearer });

  const { workspace } = await session.authenticate();
  const { token, notices } = await readBack(readRevokableToken(created.token), workspace, session);
  const granted = token.permissions ?? permissions;
  return {
    expiresAt: token.expiresAt,
    grants: permissionsJson(granted),
    differences: differencesOf({ scope, permissions, workspace }, token),
    confirmed: token.permissions !== undefined && token.scope !== undefined,
    notices: [...notices, ...noticesOfWildcards(permissions, granted)],
  };
}

/** A service may list the actions of a wildcard, and then it is what it lists that the token may do. */
function noticesOfWildcards(asked: readonly Permission[], granted: readonly Permission[]): readonly Notice[] {
  const hasWildcard = (permissions: readonly Permission[]) => permissions.some(({ actions }) => actions.includes(ALL));
  if (!hasWildcard(asked) || hasWildcard(granted)) return [];
  return [notice(`Namespace lists the actions that * stands for: ${printPermissions(granted).join('; ')}.`)];
}

interface Named extends Pick<Wish, 'scope' | 'permissions'> {
  readonly name: string;
}

interface Created {
  readonly id: string;
  readonly bearer: string;
  /** As it came. */
  readonly token: unknown;
}

/**
 * @throws Refused when the service says that it did nothing
 * @throws Error for every other answer without a usable token: one may have been made
 */
function readCreated(answer: HttpAnswer, asked: Named, session: Session, ports: Ports): Created {
  // Whatever is wrong with the rest of the answer, a token in it is a secret.
  for (const secret of ['bearerToken', 'bearer_token'].flatMap((key) => answeredSecrets(answer, key)))
    ports.mask(secret);
  if (answer.status !== 200) throw errorOfMint(answer, asked, session);
  const { json } = answer;
  const bearer = memberOf(fieldsOf(json) ?? {}, 'bearerToken');
  if (!isUsableSecret(bearer)) {
    throw new Error(`${answer.what}, without a usable token${unknownWords(answer)}`);
  }
  try {
    const token = memberOf(objectOf(json, 'the answer'), 'token');
    return { id: idOf(objectOf(token, 'the token')), bearer, token };
  } catch (error) {
    throw new Error(`${answer.what}, without the id of the token`, { cause: error });
  }
}

function errorOfMint(answer: HttpAnswer, asked: Named, session: Session): Error {
  // Too many requests are refused before anything is done, whoever on the way says so.
  if (answer.status === 429) {
    return new Refused(`${answer.what}${unknownWords(answer)}. Try again later, or mint less often`);
  }
  const error = readServiceError(answer);
  return errorOf(answer, 'create', session, error === undefined ? '' : adviceOnMint(error, asked));
}

function adviceOnMint({ code, missing }: ServiceError, { scope, permissions, name }: Named): string {
  switch (code) {
    case 'already_exists':
      return `Names are unique in a workspace, and ${JSON.stringify(name)} is taken. Remove the input name, so that each attempt gets a name of its own, or put the run and its attempt into it: name: deploy-\${{ github.run_id }}-\${{ github.run_attempt }}`;
    case 'permission_denied':
      return scope === 'TENANT_SCOPE' && missing.every((permission) => permission.startsWith('token/revokable'))
        ? 'Only administrators of a workspace mint tokens for all of it; type: namespace/user mints one that is bound to the membership of the user behind the credential'
        : '';
    case 'invalid_argument':
      return permissions.some(({ actions }) => actions.includes(ALL))
        ? 'Namespace may refuse * as an action in a revokable token: list the actions instead'
        : '';
    default:
      return '';
  }
}

/** Reads back from the list what the answer left out. What the list does not tell either stays unknown. */
async function readBack(
  token: RevokableToken,
  workspace: string | undefined,
  session: Session,
): Promise<{ readonly token: RevokableToken; readonly notices: readonly Notice[] }> {
  const told = [token.expiresAt, token.scope, token.permissions].every((member) => member !== undefined);
  if (told && (workspace === undefined || token.workspace !== undefined)) return { token, notices: [] };
  const listed = await findListed(token.id, session);
  if (listed instanceof Error) {
    return {
      token,
      notices: [warning(`The answer leaves out what was granted, and it could not be read back. ${listed.message}.`)],
    };
  }
  return {
    token: {
      ...token,
      workspace: token.workspace ?? listed?.workspace,
      expiresAt: token.expiresAt ?? listed?.expiresAt,
      scope: token.scope ?? listed?.scope,
      permissions: token.permissions ?? listed?.permissions,
      state: token.state ?? listed?.state,
    },
    notices: [],
  };
}

/** Undefined when the list does not have it; the refusal when the credential may not list. */
async function findListed(id: string, session: Session): Promise<RevokableToken | Refused | undefined> {
  try {
    for await (const fields of listTokens(session)) {
      if (memberOf(fields, 'tokenId') === id) return readRevokableToken(fields);
    }
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

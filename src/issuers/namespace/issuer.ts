import { type Issuer, type Plan, type Prepared, type Surroundings } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { endOf, YEAR } from '../../request/lifetime.js';
import { warning, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { parseEndpoint } from '../endpoint.js';
import { printPermissions, readGrants } from './grants.js';
import { tryToList } from './token-list.js';
import type { Access } from '../../lease/access.js';
import { findAuthentication, noticesOfEnd } from './access.js';
import { type Scope } from './token.js';
import { openApi, PUBLIC_IDENTITY_ENDPOINT, PUBLIC_TOKEN_ENDPOINT, type Api, type ApiContext } from './api.js';
import { permissionsJson } from './permissions.js';
import { type Wish, mint } from './mint.js';

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
  const read = take(readGrants(request.grants));
  const place = take(findEndpoint(request, surroundings));
  const found = take(findAuthentication(request, surroundings));
  if (read === undefined || place === undefined || found === undefined) return invalid(...problems);

  const access: Access = { endpoint: place.endpoint, authentication: found.authentication };
  const context: ApiContext = {
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

async function plan(wish: Wish, ports: Ports): Promise<Plan> {
  const api = openApi(wish.access, wish.context, ports);
  await api.authenticate();
  return {
    grants: permissionsJson(wish.permissions),
    shownGrants: printPermissions(wish.permissions),
    leftOpen: [],
    notices: await noticesOfRights(api),
    context: wish.context,
    mint: (attempt, born) => mint(wish, api, attempt, born, ports),
  };
}

/**
 * Tries the credential before anything is minted. Who may not list tokens finds none again whose answer was lost, and as a
 * rule may not revoke one either. A credential that is not accepted, or an endpoint that is not that of Namespace's tokens,
 * ends it here.
 */
async function noticesOfRights(api: Api): Promise<readonly Notice[]> {
  const refusal = await tryToList(api);
  if (refusal === undefined) return [];
  const { code, error } = refusal;
  if (code === undefined || code === 'unauthenticated' || code === 'unimplemented') throw error;
  const consequence =
    code === 'permission_denied'
      ? 'Without the permission token/revokable: list, a token whose answer is lost is not found again; without token/revokable: revoke, a token lives until it expires. Use a credential that has both, or a short expires_in and revoke: false'
      : 'As long as that lasts, a token whose answer is lost is not found again';
  return [
    warning(
      `It is doubtful whether this lease can be ended: ${api.credentialName} could not list tokens. ${error.message}. ${consequence}.`,
    ),
  ];
}

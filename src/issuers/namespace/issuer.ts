import type { Issuer, Plan, Prepared } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { endOf, YEAR } from '../../request/lifetime.js';
import { warning, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { printPermissions, readGrants } from './grants.js';
import { tryToList } from './token-list.js';
import { findAccess, finder, noticesOfEnd, type NamespaceAccess } from './access.js';
import type { Scope } from './token.js';
import { openApi, type Api } from './api.js';
import { permissionsJson } from './permissions.js';
import { type Wish, mint } from './mint.js';
import type { Words } from '../../request/words.js';

/** Revokable tokens of a workspace: what `nsc token create` makes. */
export const namespaceToken: Issuer = issuerOf('TENANT_SCOPE');

/** Revokable tokens that are bound to a user's membership of the workspace: what `nsc token create --user` makes. */
export const namespaceUserToken: Issuer = issuerOf('TENANT_MEMBERSHIP_SCOPE');

function issuerOf(scope: Scope): Issuer {
  return {
    title: finder.title,
    grantExample: 'builder *: ensure, access',
    inputs: finder.inputs,
    expiry: { kind: 'second', longest: YEAR },
    tokenFileFormat: 'json',
    exportsTokenFile: true,
    prepare: (request, surroundings, words) =>
      prepare(scope, request, findAccess(request.given, surroundings, words), words),
  };
}

function prepare(scope: Scope, request: Request, found: Result<NamespaceAccess>, words: Words): Result<Prepared> {
  const { problems, take } = collectProblems();
  const read = take(readGrants(request.grants));
  const reached = take(found);
  if (read === undefined || reached === undefined) return invalid(...problems);
  const { access, context, sources, notices } = reached;
  const end = endOf(request.lifetime, request.now);
  return valid({
    access,
    sources,
    notices: [...read.notices, ...notices, ...noticesOfEnd(reached, end, words)],
    plan: (ports) => plan({ scope, permissions: read.permissions, access, context }, request.revoke, ports),
  });
}

async function plan(wish: Wish, revoke: boolean, ports: Ports): Promise<Plan> {
  const api = openApi(wish.access, wish.context, ports);
  await api.authenticate();
  return {
    grants: permissionsJson(wish.permissions),
    shownGrants: printPermissions(wish.permissions),
    leftOpen: [],
    notices: await noticesOfRights(api, revoke, ports.words),
    context: wish.context,
    exports(_token, file) {
      if (file === undefined) throw new Error('NSC_TOKEN_FILE names a token file, and none was made');
      return { NSC_TOKEN_FILE: file };
    },
    // As `nsc token create --token_file` writes it, without a newline at the end.
    tokenFile: ({ secret }) => JSON.stringify({ bearer_token: secret }, undefined, 2),
    serverAhead: api.serverAhead,
    mint: (attempt, born) => mint(wish, api, attempt, born, ports),
  };
}

/**
 * Tries the credential before anything is minted. Who may not list tokens finds none again whose answer was lost, and as a
 * rule may not revoke one either. A credential that is not accepted, or an endpoint that is not that of Namespace's tokens,
 * ends it here.
 */
async function noticesOfRights(api: Api, revoke: boolean, words: Words): Promise<readonly Notice[]> {
  const refusal = await tryToList(api);
  if (refusal === undefined) return [];
  const { code, error } = refusal;
  if (code === undefined || code === 'unauthenticated' || code === 'unimplemented') throw error;
  // What would be advised is what was done.
  if (code === 'permission_denied' && !revoke) return [];
  const consequence =
    code === 'permission_denied'
      ? `Without the permission token/revokable: list, a token whose answer is lost is not found again; without token/revokable: revoke, a token lives until it expires. Use a credential that has both, or a short ${words.input('expires_in')} and ${words.setting('revoke', 'false')}`
      : 'As long as that lasts, a token whose answer is lost is not found again';
  return [
    warning(
      `It is doubtful whether this lease can be ended: ${api.credentialName} could not list tokens. ${error.message}. ${consequence}.`,
    ),
  ];
}

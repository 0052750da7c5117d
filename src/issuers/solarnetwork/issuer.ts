import type { Issuer, Plan, Prepared } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { YEAR, type Lifetime } from '../../request/lifetime.js';
import { notice } from '../../lease/notice.js';
import type { Access } from '../../lease/access.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { tokenFileJson } from '../token-file-json.js';
import { openTokenApi } from './api.js';
import { readGrants } from './grants.js';
import { printLines, printPolicy, type TokenType } from './policy.js';
import { leftOpenBy, noticesOfPolicy } from './reach.js';
import { policyHash } from './compare.js';
import { type Wish, mint } from './mint.js';
import { rehearse } from './rehearsal.js';
import type { FoundAccess } from '../../lease/found-access.js';
import { findAccess, finder } from './access.js';
import type { Words } from '../../request/words.js';

/** Tokens that read data of nodes, and nothing else. */
export const readNodeData: Issuer = issuerOf('ReadNodeData');

/** Tokens that act for their owner, as far as their policy lets them. */
export const user: Issuer = issuerOf('User');

/**
 * SolarNetwork's security tokens of one type. A client signs with the pair of id and secret; neither is sent alone. A mint
 * takes two requests: the first makes the token, the second gives it its name and the description with the marker.
 */
function issuerOf(type: TokenType): Issuer {
  return {
    title: finder.title,
    grantExample: 'node-id: 100, 101',
    inputs: finder.inputs,
    expiry: { kind: 'millisecond', longest: YEAR },
    // The width of the column (postgres-init-users.sql of solarnetwork-central).
    longestDescription: 512,
    tokenFileFormat: 'json',
    exportsTokenFile: false,
    prepare: (request, surroundings, words) =>
      prepare(type, request, findAccess(request.given, surroundings, words), words),
  };
}

function prepare(type: TokenType, request: Request, found: Result<FoundAccess>, words: Words): Result<Prepared> {
  const { problems, take } = collectProblems();
  const policy = take(readGrants(request.grants, words));
  const reached = take(found);
  if (request.name?.trim() === '') {
    problems.push({
      input: 'name',
      message: 'the name is blank, and SolarNetwork would drop it; leave it out or write one',
    });
  }
  if (problems.length > 0 || policy === undefined || reached === undefined) return invalid(...problems);
  const { access, sources, notices } = reached;
  return valid({
    access,
    sources,
    notices,
    // Nodes and sources have no names that had to be resolved.
    plan: (ports) => Promise.resolve(planOf({ type, policy, access }, request.lifetime, ports)),
  });
}

function planOf({ access, ...request }: Wish & { readonly access: Access }, lifetime: Lifetime, ports: Ports): Plan {
  const { type, policy } = request;
  const api = openTokenApi(access, ports);
  return {
    grants: printPolicy(policy),
    shownGrants: printLines(policy),
    leftOpen: leftOpenBy(policy, type),
    notices: [
      notice(
        'The end is up to 10 s earlier, at a millisecond of its own: by it the token is found again when the answer to the mint is lost.',
      ),
      ...noticesOfPolicy(policy, type),
    ],
    context: { policy: policyHash(policy) },
    exports: ({ id, secret }) => ({ SN_TOKEN_ID: id, SN_TOKEN_SECRET: secret }),
    tokenFile: tokenFileJson,
    serverAhead: api.serverAhead,
    mint: (attempt, born) => mint(request, api, attempt, born, ports),
    rehearse: () => rehearse(api, lifetime, ports),
  };
}

import { parseChoice } from '../../request/choice.js';
import type { Issuer, Plan, Prepared } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { notice, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Problem, type Result } from '../../request/problem.js';
import { tokenFileJson } from '../token-file-json.js';
import { openApi } from './api.js';
import { readGrants, type Ask, type Target, printLines } from './grants.js';
import { printJson } from './permissions.js';
import { noticesOfAsks } from './reach.js';
import { rehearse } from './rehearsal.js';
import { foreignMessage, resolve, type Wish } from './resolve.js';
import type { Access } from '../../lease/access.js';
import { contextOf } from './tokens.js';
import { mint } from './mint.js';
import type { Status } from './compare.js';
import type { Reference, ChosenReference } from './reference.js';
import { findAccess, finder, type InfluxdbAccess } from './access.js';
import type { Words } from '../../request/words.js';

/**
 * InfluxDB's v2 API: OSS 2.x, Cloud (TSM) and Cloud Serverless. Its tokens are called authorizations there and know no
 * expiry, no name and no scope by name: a lease is told by its description, and every grant is sent by id.
 */
export const influxdb: Issuer = {
  title: finder.title,
  grantExample: 'buckets iot-center: read, write',
  inputs: [...finder.inputs, 'status'],
  expiry: { kind: 'none' },
  tokenFileFormat: 'token',
  exportsTokenFile: false,
  prepare: (request, surroundings, words) => prepare(request, findAccess(request.given, surroundings, words), words),
};

function prepare(request: Request, found: Result<InfluxdbAccess>, words: Words): Result<Prepared> {
  const { problems, take } = collectProblems();
  const asks = take(readGrants(request.grants));
  const reached = take(found);
  const status = take(parseChoice('status', request.given('status'), ['active', 'inactive'] as const)) ?? 'active';
  if (asks !== undefined && reached !== undefined) problems.push(...checkOrganizations(asks, reached.organization));
  if (problems.length > 0 || asks === undefined || reached === undefined) return invalid(...problems);
  const { access, organization, user, sources, notices } = reached;
  return valid({
    access,
    sources,
    notices: [...notices, ...noticesOf(asks, status, words)],
    plan: (ports) => plan(access, { organization, user, asks }, status, ports),
  });
}

async function plan(access: Access, wish: Wish, status: Status, ports: Ports): Promise<Plan> {
  const api = openApi(access, ports);
  const resolved = await resolve(wish, api);
  return {
    grants: printJson(resolved.permissions),
    shownGrants: printLines(resolved.permissions),
    leftOpen: [],
    notices: resolved.notices,
    context: contextOf(resolved),
    exports: ({ secret }) => ({ INFLUX_TOKEN: secret, INFLUX_HOST: api.endpoint, INFLUX_ORG_ID: resolved.orgID }),
    tokenFile: tokenFileJson,
    serverAhead: api.serverAhead,
    mint: (attempt, born) => mint({ ...resolved, status }, attempt, born, api, ports),
    rehearse: () => rehearse(resolved, api),
  };
}

/** What can be told offline: an id beside an id, a name beside a name. */
function checkOrganizations(asks: readonly Ask[], { input, reference: chosen }: ChosenReference): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { type, target, organizations, at } of asks) {
    const named = type === 'orgs' ? referencesIn(target).map((reference) => ({ reference, at })) : [];
    for (const { reference, at } of [...organizations, ...named]) {
      if (reference.kind !== chosen.kind || writtenAs(reference) === writtenAs(chosen)) continue;
      const message = foreignMessage(reference.kind === 'id' ? reference.id : JSON.stringify(reference.name), input);
      problems.set(`${at.line}:${at.column} ${message}`, { input: 'grants', at, message });
    }
  }
  return [...problems.values()];
}

function referencesIn(target: Target): readonly Reference[] {
  if (target.kind === 'name') return [target];
  if (target.kind !== 'id') return [];
  return [target, ...(target.name === undefined ? [] : [{ kind: 'name', name: target.name } as const])];
}

function writtenAs(reference: Reference): string {
  return reference.kind === 'id' ? reference.id : reference.name;
}

function noticesOf(asks: readonly Ask[], status: Status, { work }: Words): readonly Notice[] {
  const notices: Notice[] = [
    notice(
      `InfluxDB tokens do not expire: this one lives until it is revoked at the end of the ${work}. The end that was asked for stands in its description, as the time from which a sweep may revoke it.`,
    ),
  ];
  if (status === 'inactive') {
    notices.push(notice('The token is made inactive: it can do nothing until someone sets it to active.'));
  }
  return [...notices, ...noticesOfAsks(asks)];
}

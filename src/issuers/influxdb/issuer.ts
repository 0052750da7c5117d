import { parseChoice } from '../../request/choice.js';
import type { Issuer, Plan, Prepared, Surroundings } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { notice, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Problem, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { findCredential } from '../credential.js';
import { parseEndpoint } from '../endpoint.js';
import { tokenFileJson } from '../token-file-json.js';
import { openApi } from './api.js';
import {
  readGrants,
  parseReference,
  type Ask,
  type OneTarget,
  type Reference,
  type Target,
  printLines,
} from './grants.js';
import { printJson, readId } from './permissions.js';
import { noticesOfAsks } from './reach.js';
import { rehearse } from './rehearsal.js';
import { foreignMessage, resolve, type ChosenReference, type Wish } from './resolve.js';
import type { Access } from '../../lease/access.js';
import { contextOf, ownerOf } from './tokens.js';
import { mint } from './mint.js';
import type { Status } from './compare.js';

/**
 * InfluxDB's v2 API: OSS 2.x, Cloud (TSM) and Cloud Serverless. Its tokens are called authorizations there and know no
 * expiry, no name and no scope by name: a lease is told by its description, and every grant is sent by id.
 */
export const influxdb: Issuer = {
  title: 'InfluxDB',
  grantExample: 'buckets iot-center: read, write',
  inputs: ['url', 'credential', 'org', 'user', 'status'],
  expiry: { kind: 'none' },
  tokenFileFormat: 'token',
  exportsTokenFile: false,
  prepare,
  exportedVariables: ({ secret, endpoint, context }) => ({
    INFLUX_TOKEN: secret,
    INFLUX_HOST: endpoint ?? '',
    INFLUX_ORG_ID: ownerOf(context).orgID,
  }),
  tokenFileJson,
};

function prepare(request: Request, surroundings: Surroundings): Result<Prepared> {
  const { problems, take } = collectProblems();
  const asks = take(readGrants(request.grants));
  const endpoint = take(findEndpoint(request, surroundings));
  const credential = take(
    findCredential(request, surroundings, { variable: 'INFLUX_TOKEN', what: 'an InfluxDB token' }),
  );
  const organization = take(findOrganization(request, surroundings));
  const user = take(findUser(request));
  const status = take(parseChoice('status', request.given('status'), ['active', 'inactive'] as const)) ?? 'active';
  if (asks !== undefined && organization !== undefined) problems.push(...checkOrganizations(asks, organization));
  if (
    problems.length > 0 ||
    asks === undefined ||
    endpoint === undefined ||
    credential === undefined ||
    organization === undefined
  ) {
    return invalid(...problems);
  }
  const access: Access = {
    endpoint: endpoint.url,
    authentication: { kind: 'secret', secret: credential.secret },
  };
  return valid({
    access,
    sources: [credential.source, endpoint.source, organization.source],
    notices: noticesOf(asks, status),
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
    mint: (attempt, born) => mint({ ...resolved, status }, attempt, born, api, ports),
    rehearse: () => rehearse(resolved, api),
  };
}

function findEndpoint(
  { given }: Request,
  surroundings: Surroundings,
): Result<{ readonly url: string; readonly source: string }> {
  const input = given('url');
  const [place, text] = input === undefined ? ['INFLUX_HOST', surroundings.variable('INFLUX_HOST')] : ['url', input];
  if (text === undefined) {
    return invalid({
      input: 'url',
      message:
        'the URL of the InfluxDB is needed, there is no usual one; set url: https://us-east-1-1.aws.cloud2.influxdata.com (your region), url: http://localhost:8086, or the environment variable INFLUX_HOST',
    });
  }
  const url = parseEndpoint(place, text);
  if (!url.ok) return url;
  const base = /^(.*?)\/api\/v2(?:\/|$)/.exec(url.value)?.[1];
  if (base !== undefined) {
    return invalid({
      input: place,
      message: `found ${quote(url.value)}; expected the part before /api/v2, as in ${base}`,
    });
  }
  return valid({ url: url.value, source: `url: ${url.value}, ${originOf(place)}` });
}

function originOf(place: string): string {
  return /^[a-z]/.test(place) ? 'from the input' : `from the environment variable ${place}`;
}

function findOrganization(
  { given }: Request,
  surroundings: Surroundings,
): Result<ChosenReference & { readonly source: string }> {
  const candidates = [
    { input: 'org', text: given('org') },
    { input: 'INFLUX_ORG_ID', text: surroundings.variable('INFLUX_ORG_ID') },
    { input: 'INFLUX_ORG', text: surroundings.variable('INFLUX_ORG') },
  ];
  const chosen = candidates.find(({ text }) => text !== undefined);
  if (chosen?.text === undefined) {
    return invalid({
      input: 'org',
      message:
        'the organisation that the token will belong to is needed, by name or id; set org: my-org, or the environment variable INFLUX_ORG_ID or INFLUX_ORG',
    });
  }
  const { input, text } = chosen;
  if (input === 'INFLUX_ORG_ID' && readId(text.trim()) === undefined) {
    return invalid({
      input,
      message: 'the value is no id of InfluxDB; expected 16 hexadecimal digits that are not all zero',
    });
  }
  const reference = parseChosen(input, text);
  return reference.ok ? valid({ ...reference.value, source: `org: ${text.trim()}, ${originOf(input)}` }) : reference;
}

function findUser({ given }: Request): Result<ChosenReference | undefined> {
  const text = given('user');
  return text === undefined ? valid(undefined) : parseChosen('user', text);
}

function parseChosen(input: string, text: string): Result<ChosenReference> {
  const trimmed = text.trim();
  if (trimmed === '') {
    return invalid({
      input,
      message: 'the value is blank: an expression was probably empty; expected a name or an id',
    });
  }
  const target = parseReference(trimmed);
  if (!target.ok) return invalid(...target.problems.map(({ message }) => ({ input, message })));
  return valid({ input, reference: referenceOf(target.value) });
}

/** Where a word is both, the id is meant: names of organisations and users that look like an id take `name=…`. */
function referenceOf(target: OneTarget): Reference {
  switch (target.kind) {
    case 'id':
    case 'name':
      return target;
    case 'id-or-name':
      return { kind: 'id', id: target.id };
  }
}

/** What can be told offline: an id beside an id, a name beside a name. */
function checkOrganizations(asks: readonly Ask[], { input, reference: chosen }: ChosenReference): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { type, target, organizations, at } of asks) {
    const named = type === 'orgs' ? referencesIn(target).map((reference) => ({ reference, at })) : [];
    for (const { reference, at } of [...organizations, ...named]) {
      if (reference.kind !== chosen.kind || textOf(reference) === textOf(chosen)) continue;
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

function textOf(reference: Reference): string {
  return reference.kind === 'id' ? reference.id : reference.name;
}

function noticesOf(asks: readonly Ask[], status: Status): readonly Notice[] {
  const notices: Notice[] = [
    notice(
      'InfluxDB tokens do not expire: this one lives until it is revoked at the end of the job. The end that was asked for stands in its description, as the time from which a sweep may revoke it.',
    ),
  ];
  if (status === 'inactive') {
    notices.push(notice('The token is made inactive: it can do nothing until someone sets it to active.'));
  }
  return [...notices, ...noticesOfAsks(asks)];
}

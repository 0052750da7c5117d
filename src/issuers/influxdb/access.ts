import type { Access } from '../../lease/access.js';
import type { AccessFinder, FoundAccess } from '../../lease/found-access.js';
import type { Surroundings } from '../../lease/surroundings.js';
import { type Result, collectProblems, invalid, valid } from '../../request/problem.js';
import type { Given } from '../../request/request.js';
import { quote } from '../../request/shown-text.js';
import type { Words } from '../../request/words.js';
import { findCredential } from '../credential.js';
import { parseEndpoint } from '../endpoint.js';
import { isId, readId } from './permissions.js';
import { type ChosenReference, parseReference, referenceOf } from './reference.js';

/** InfluxDB as a token reaches it, and the organisation whose tokens are meant. */
export interface InfluxdbAccess extends FoundAccess {
  readonly organization: ChosenReference;
  /** Undefined: the user of the credential. */
  readonly user: ChosenReference | undefined;
}

export const finder: AccessFinder = {
  title: 'InfluxDB',
  inputs: ['url', 'credential', 'org', 'user'],
  tokenIds: { matches: isId, form: '16 hexadecimal digits, as in 11acc3aadf3c2000', mayHoldComma: false },
  findAccess,
};

export function findAccess(given: Given, surroundings: Surroundings, words: Words): Result<InfluxdbAccess> {
  const { problems, take } = collectProblems();
  const endpoint = take(findEndpoint(given, surroundings, words));
  const credential = take(
    findCredential(given, surroundings, words, { variable: 'INFLUX_TOKEN', what: 'an InfluxDB token' }),
  );
  const organization = take(findOrganization(given, surroundings, words));
  const user = take(findUser(given));
  if (problems.length > 0 || endpoint === undefined || credential === undefined || organization === undefined) {
    return invalid(...problems);
  }
  const access: Access = {
    endpoint: endpoint.url,
    authentication: { kind: 'secret', secret: credential.secret },
  };
  return valid({
    access,
    organization,
    user,
    sources: [credential.source, endpoint.source, organization.source],
    notices: [],
    async openIssuedTokens(ports) {
      // Loaded here: who mints asks for no other tokens.
      const { openIssuedTokens } = await import('./issued-tokens.js');
      return openIssuedTokens(access, { organization, user }, ports);
    },
  });
}

function findEndpoint(
  given: Given,
  surroundings: Surroundings,
  words: Words,
): Result<{ readonly url: string; readonly source: string }> {
  const input = given('url');
  const [place, text] = input === undefined ? ['INFLUX_HOST', surroundings.variable('INFLUX_HOST')] : ['url', input];
  if (text === undefined) {
    return invalid({
      input: 'url',
      message: `the URL of the InfluxDB is needed, there is no usual one; set ${words.setting('url', 'https://us-east-1-1.aws.cloud2.influxdata.com')} (your region), ${words.setting('url', 'http://localhost:8086')}, or the environment variable INFLUX_HOST`,
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
  return valid({ url: url.value, source: `url: ${url.value}, ${originOf(place, words)}` });
}

function originOf(place: string, words: Words): string {
  return place === 'url' || place === 'org' ? words.fromInput(place) : `from the environment variable ${place}`;
}

function findOrganization(
  given: Given,
  surroundings: Surroundings,
  words: Words,
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
      message: `the organisation of the token is needed, by name or id; set ${words.setting('org', 'my-org')}, or the environment variable INFLUX_ORG_ID or INFLUX_ORG`,
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
  return reference.ok
    ? valid({ ...reference.value, source: `org: ${text.trim()}, ${originOf(input, words)}` })
    : reference;
}

function findUser(given: Given): Result<ChosenReference | undefined> {
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

import { createClient, type HttpAnswer } from '../../http/client.js';
import { Refused, type Difference } from '../../lease/issuer.js';
import { readJsonValues, type JsonNode } from '../../lease/json-text.js';
import type { Milliseconds } from '../../lease/lifetime.js';
import type { Ports } from '../../lease/ports.js';
import { quote } from '../../lease/problem.js';
import { readRestrictions, singleRights, type Restrictions } from './restrictions.js';

export interface Expected {
  readonly actor: string;
  readonly restrictions: Restrictions | undefined;
}

/**
 * Tries a token at the server that it is for: `/-/actor.json` needs no permission and tells what the server takes the
 * token for (datasette/app.py; since 1.0a36 an unusable token is answered 401, before it was ignored).
 *
 * @throws Refused when the server does not accept the token, with the likely cause
 */
export async function tryToken(
  endpoint: string,
  token: string,
  expected: Expected,
  ports: Ports,
): Promise<{ readonly expiresAt: Milliseconds | undefined; readonly differences: readonly Difference[] }> {
  const answer = await createClient({ endpoint, ports }).send({
    method: 'GET',
    path: '/-/actor.json',
    headers: () => ({ authorization: `Bearer ${token}`, accept: 'application/json' }),
    repeat: 'safe',
  });
  const body = fieldsOf(answer.json);
  if (answer.status !== 200 || body === undefined || !('actor' in body)) throw refusal(answer, body);
  const actor = fieldsOf(body['actor']);
  if (actor === undefined) {
    throw new Refused(
      `${answer.what}, but the server did not recognise the token (its actor is null): it is older than Datasette 1.0a36 and the secret is another one, it is a 0.x release, which knows no signed tokens, or something on the way removed the Authorization header`,
    );
  }
  const differences: Difference[] = [];
  if (actor['token'] !== 'dstok') {
    differences.push({ what: 'kind of token', asked: 'dstok', granted: quote(String(actor['token'])) });
  }
  if (actor['id'] !== expected.actor) {
    differences.push({ what: 'actor', asked: quote(expected.actor), granted: quote(String(actor['id'])) });
  }
  differences.push(...compareRestrictions(expected.restrictions, answer.text));
  const expires = actor['token_expires'];
  return { expiresAt: typeof expires === 'number' ? expires * 1000 : undefined, differences };
}

function refusal(answer: HttpAnswer, body: Fields | undefined): Refused {
  const words = typeof body?.['error'] === 'string' ? body['error'] : '';
  const causes: readonly (readonly [RegExp, string])[] = [
    [/signature/i, 'the secret is not that of this server'],
    [
      /expired/i,
      "the clocks of this machine and of the server differ, or the server's max_signed_tokens_ttl is shorter than the time since the token was made",
    ],
    [/not enabled/i, 'the server was started with the setting allow_signed_tokens off'],
  ];
  const cause = causes.find(([pattern]) => pattern.test(words))?.[1];
  return new Refused(
    `the server did not accept the token: ${answer.what}${words === '' ? '' : `: ${words}`}${cause === undefined ? '' : `. ${cause[0]?.toUpperCase()}${cause.slice(1)}`}`,
  );
}

/** The restrictions of an answer are read from its text: as an object they would lose their order and repeated keys. */
function compareRestrictions(asked: Restrictions | undefined, text: string): readonly Difference[] {
  const shownAsked = asked === undefined ? 'no restrictions' : [...singleRights(asked)].join(' · ');
  const node = memberOf(memberOf(readJsonValues(text)[0], 'actor'), '_r');
  if (node === undefined) {
    return asked === undefined ? [] : [{ what: 'restrictions', asked: shownAsked, granted: 'no restrictions at all' }];
  }
  const read = readRestrictions({ form: 'json', values: [node] });
  const granted = read.ok ? read.value.restrictions : undefined;
  if (granted === undefined) return [{ what: 'restrictions', asked: shownAsked, granted: 'something unreadable' }];
  const rights = singleRights(granted);
  const wanted = asked === undefined ? new Set<string>() : singleRights(asked);
  const same = asked !== undefined && rights.size === wanted.size && [...rights].every((right) => wanted.has(right));
  return same ? [] : [{ what: 'restrictions', asked: shownAsked, granted: [...rights].join(' · ') }];
}

function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

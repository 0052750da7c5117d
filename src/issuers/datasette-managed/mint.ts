import { describe, type Attempt } from '../../lease/attempt.js';
import type { Difference } from '../../lease/difference.js';
import { Refused, type BornToken, type Granted } from '../../lease/issuer.js';
import type { Ports } from '../../lease/ports.js';
import { formatDuration, type Milliseconds, type Seconds } from '../../request/lifetime.js';
import { messageOf, showJson } from '../../request/shown-text.js';
import { tryToken } from '../datasette/acceptance.js';
import type { Restrictions } from '../datasette/restrictions.js';
import { fieldsOf } from '../json-fields.js';
import { refuseUnsent } from '../unsent-mint.js';
import { CREATE, errorOf, type Api } from './api.js';
import { formOf } from './form.js';
import { readMintedPage, tokensIn, type MintedPage } from './pages.js';
import { idIn } from './token.js';

export interface Wish {
  /** That of the credential: the plugin makes tokens of no other. */
  readonly actor: string;
  readonly restrictions: Restrictions | undefined;
  /** The same in the system's own JSON. */
  readonly grants: string;
}

/** So many may be in an answer, which has one: each is a hundred masks. */
const MOST_MASKED = 4;

/**
 * Sends the form by which the plugin makes tokens, and tries the one that it shows: only the trial tells what it may do. A form
 * that the plugin does not understand is answered as one that it does, with a token that may do everything for ever.
 */
export async function mint(
  { actor, restrictions, grants }: Wish,
  api: Api,
  attempt: Attempt,
  born: (token: BornToken) => void,
  { maskNew }: Pick<Ports, 'maskNew'>,
): Promise<Granted> {
  const life = lifeOf(attempt);
  // It knows no names: the name begins the description, whose end is the marker.
  const form = formOf({ description: `${attempt.name} ${describe(attempt)}`, life, restrictions });
  const answer = await refuseUnsent(api.mint(CREATE, form));
  // Whatever is wrong with the rest of the answer, a token in it is a secret.
  for (const text of tokensIn(answer.text).slice(0, MOST_MASKED)) maskNew(text);
  if (answer.status !== 200) throw errorOf(answer, api);
  const page = readAnswer(answer.what, answer.text);
  const id = idIn(page.token);
  if (id === undefined) throw new Error(`${answer.what}, but with a token that has no id`);
  born({ id, secret: page.token });

  const { expiresAt, differences } = endIn(page, life);
  const tried = await tryToken(api.client, api.endpoint, page.token, { kind: 'dsatok', actor, restrictions });
  if (String(tried.tokenId) !== id) {
    differences.push({ what: 'id of the token', asked: id, granted: showJson(tried.tokenId) });
  }
  return { expiresAt, grants, differences: [...tried.differences, ...differences], unconfirmed: [], notices: [] };
}

/**
 * The life that an attempt has left of what was asked for.
 *
 * @throws Refused when that is less than a minute
 */
function lifeOf({ startedAt, serverAhead, expiresAt }: Attempt): Seconds {
  const life = expiresAt / 1000 - Math.floor((startedAt + serverAhead) / 1000);
  if (life <= 0) throw new Refused('less than a minute is left until the end that was asked for');
  return life;
}

function readAnswer(what: string, text: string): MintedPage {
  try {
    return readMintedPage(text);
  } catch (error) {
    throw new Error(`${what}, but ${messageOf(error)}`, { cause: error });
  }
}

/** The end by what the plugin stored: the trial does not tell it. */
function endIn(
  { details }: MintedPage,
  life: Seconds,
): { readonly expiresAt: Milliseconds | undefined; readonly differences: Difference[] } {
  const { t, d } = detailsIn(details);
  if (!isSeconds(t) || !isSeconds(d)) return { expiresAt: undefined, differences: [] };
  return {
    expiresAt: (t + d) * 1000,
    differences: d > life ? [{ what: 'life', asked: formatDuration(life), granted: formatDuration(d) }] : [],
  };
}

function detailsIn(json: string): { readonly t?: unknown; readonly d?: unknown } {
  try {
    return fieldsOf(JSON.parse(json)) ?? {};
  } catch {
    return {};
  }
}

function isSeconds(value: unknown): value is Seconds {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 1e12;
}

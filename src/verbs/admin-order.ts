import type { AdminHost } from '../host/host.js';
import { areKept, loadAccess, TYPES, typesOf } from '../issuers/registry.js';
import type { AccessFinder, FoundAccess } from '../lease/found-access.js';
import type { IssuedTokens } from '../lease/issued-tokens.js';
import type { ListedToken } from '../lease/listed-token.js';
import type { Ports } from '../lease/ports.js';
import { parseBoolean } from '../request/choice.js';
import { checkForm, checkUse, withoutConsequences } from '../request/input-checks.js';
import { findMisspelt, inputsOf, type InputName, type Verb } from '../request/inputs.js';
import { MINUTE, type Milliseconds, type Seconds } from '../request/lifetime.js';
import { collectProblems, invalid, valid, type Problem, type Result } from '../request/problem.js';
import type { Inputs } from '../request/request.js';
import { quote } from '../request/shown-text.js';
import { didYouMean } from '../request/suggestion.js';
import { parseTimeout } from '../request/timeout.js';
import type { Asked } from './order.js';

/** What works on tokens that exist. */
export type AdminVerb = Exclude<Verb, 'create'>;

/** What such a verb is to do, understood and checked; nothing has happened yet. */
export interface AdminOrder<Wish> {
  readonly kind: Kind;
  readonly found: FoundAccess;
  /** Takes up the tokens that are meant. */
  readonly openIssuedTokens: (ports: Ports) => Promise<IssuedTokens>;
  readonly timeout: Milliseconds;
  readonly summary: boolean;
  readonly wish: Wish;
}

/** Whose tokens are meant. */
export interface Kind {
  /** As it was written: a type, or an issuer alone. */
  readonly type: string;
  /** All types that it means. */
  readonly types: readonly string[];
  readonly finder: AccessFinder;
}

/** Whether a token is one of those that are meant. */
export function isOfKind({ type }: Pick<ListedToken, 'type'>, kind: Kind): boolean {
  return kind.types.includes(type) || type === kind.type;
}

const TIMEOUTS: Readonly<Record<AdminVerb, Seconds>> = {
  list: 30 * MINUTE,
  sweep: 30 * MINUTE,
  revoke: 2 * MINUTE,
  update: 2 * MINUTE,
};

/**
 * Understands what a verb is asked to do with tokens that exist, or finds everything that is wrong with it, in the order of its
 * action.yml. Every secret that is given is hidden first.
 *
 * @param readWish reads the inputs of the verb's own; it is asked also when the type is none (`kind` is undefined then), so that
 *   all problems are told at once
 * @param uses those that it reads of the inputs that only some types use
 */
export async function readAdminOrder<Wish>(
  verb: AdminVerb,
  asked: Asked,
  host: AdminHost,
  readWish: (inputs: Inputs, kind: Kind | undefined) => Result<Wish> | Promise<Result<Wish>>,
  uses: readonly InputName[] = [],
): Promise<Result<AdminOrder<Wish>>> {
  const { inputs } = asked;
  hideWhatIsGiven(inputs, host);
  const { problems, take } = collectProblems();
  problems.push(...checkForm(verb, inputs));
  const kind = take(await findKind(verb, inputs('type')?.trim()));
  if (kind !== undefined) {
    problems.push(...checkUse(verb, kind.type, [...kind.finder.inputs, ...uses], inputs, host.words));
  }
  const wish = take(await readWish(inputs, kind));
  const found = kind === undefined ? undefined : take(kind.finder.findAccess(inputs, host.surroundings, host.words));
  const timeout = take(parseTimeout(inputs, TIMEOUTS[verb]));
  const summary = take(parseBoolean('summary', inputs, true));
  const misspelt = findMisspelt(asked.names(), verb);
  if (
    kind === undefined ||
    found?.openIssuedTokens === undefined ||
    wish === undefined ||
    timeout === undefined ||
    summary === undefined ||
    problems.length + misspelt.length > 0
  ) {
    return invalid(...misspelt, ...withoutConsequences(verb, problems, inputs).toSorted(byPlaceOf(verb)));
  }
  const { openIssuedTokens } = found;
  return valid({ kind, found, openIssuedTokens, timeout: timeout * 1000, summary, wish });
}

/** Every secret is hidden before anything else happens to it. */
function hideWhatIsGiven(inputs: Inputs, host: AdminHost): void {
  const credential = inputs('credential');
  host.hide([
    ...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
    ...host.ambientSecrets(),
  ]);
}

/** Those that look through tokens take an issuer alone, too. */
async function findKind(verb: AdminVerb, type: string | undefined): Promise<Result<Kind>> {
  const looksThrough = verb === 'list' || verb === 'sweep';
  const kept = TYPES.filter(areKept);
  const words = looksThrough
    ? [...new Set(kept.flatMap((known) => [known.split('/', 1).join(''), known]))].filter((word) =>
        typesOf(word).some(areKept),
      )
    : kept;
  if (type === undefined) {
    return invalid({ input: 'type', message: `it is not given; expected one of ${words.join(', ')}` });
  }
  const types = looksThrough ? typesOf(type) : TYPES.filter((known) => known === type);
  const [first] = types.filter(areKept);
  if (first === undefined) return invalid(wrongType(verb, type, types.length > 0, words));
  const finder = await loadAccess(first);
  if (finder === undefined) throw new Error(`the type ${first} is not reached`);
  return valid({ type, types, finder });
}

function wrongType(verb: AdminVerb, type: string, exists: boolean, words: readonly string[]): Problem {
  if (exists) return { input: 'type', message: NOT_KEPT[verb] };
  const parts = typesOf(type);
  const hint =
    parts.length > 0
      ? ` ${type} alone names more than one type: write ${parts.join(' or ')}.`
      : didYouMean(type, words);
  return { input: 'type', message: `found ${quote(type)}; expected one of ${words.join(', ')}.${hint}` };
}

/** What to do instead about tokens that were signed, and that nobody keeps. */
const NOT_KEPT: Readonly<Record<AdminVerb, string>> = {
  list: 'Datasette keeps no list of the tokens that are signed with its secret: the logs of what minted them tell of them, and when each ends',
  sweep:
    'Datasette keeps no list of the tokens that are signed with its secret, so there is nothing to sweep: each ends by itself',
  revoke:
    'a token that is signed with the secret of a Datasette cannot be revoked: it ends by itself, or with all others when the secret of the server is changed. Mint with a short expires_in',
  update:
    'a token that is signed with the secret of a Datasette cannot be changed: mint another one, and let this one end by itself',
};

/** As the inputs stand in action.yml; problems of environment variables come last. */
function byPlaceOf(verb: Verb): (a: Problem, b: Problem) => number {
  const inputs: readonly string[] = inputsOf(verb);
  const place = ({ input }: Problem) => (inputs.includes(input) ? inputs.indexOf(input) : inputs.length);
  return (a, b) =>
    place(a) - place(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}

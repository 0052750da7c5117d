import type { MintHost } from '../host/host.js';
import { loadIssuer, loadTokens, TYPES, unknownType } from '../issuers/registry.js';
import { findMisspelt, inputsOf } from '../request/inputs.js';
import type { Issuer, Prepared } from '../lease/issuer.js';
import { type Inputs, type KnownOfIssuer, type Options, parseRequest, type Request } from '../request/request.js';
import { YEAR, type Milliseconds } from '../request/lifetime.js';
import { invalid, valid, type Problem, type Result } from '../request/problem.js';
import type { OpenTokens } from '../lease/tokens.js';
import { findTokenFile } from './token-file.js';

/** What is asked for, as it was written. */
export interface Asked {
  readonly inputs: Inputs;
  /** The names of all that is given, known or not. */
  names(): readonly string[];
}

/** What is asked for, understood and checked; nothing has happened yet. */
export interface Order {
  readonly type: string;
  readonly issuer: Issuer;
  /** Undefined where nothing can revoke the token. */
  readonly openTokens: OpenTokens | undefined;
  readonly request: Request;
  readonly options: Options;
  readonly prepared: Prepared;
  /** The absolute path of the token file that will be made; undefined for none. */
  readonly tokenFile: string | undefined;
}

/** Understands what is asked for, or finds everything that is wrong with it, in the order of action.yml. */
export async function readOrder(
  asked: Asked,
  { surroundings, tokenFilePlace, words }: Pick<MintHost, 'surroundings' | 'tokenFilePlace' | 'words'>,
  now: Milliseconds,
): Promise<Result<Order>> {
  const { inputs } = asked;
  const type = inputs('type')?.trim();
  const [issuer, openTokens] = type === undefined ? [] : await Promise.all([loadIssuer(type), loadTokens(type)]);
  const { request, options, problems } = await parseRequest(type ?? '', issuer ?? ANY_ISSUER, inputs, now, words);
  const prepared = issuer?.prepare(request, surroundings, words) ?? invalid(wrongType(type));
  const tokenFile = findTokenFile(issuer, options, tokenFilePlace, words);
  const misspelt = findMisspelt(asked.names(), 'create');
  if (
    type === undefined ||
    issuer === undefined ||
    problems.length + misspelt.length > 0 ||
    !prepared.ok ||
    !tokenFile.ok
  ) {
    const all = [...problems, ...problemsOf(prepared, problems), ...(tokenFile.ok ? [] : tokenFile.problems)];
    return invalid(...misspelt, ...all.toSorted(byPlace));
  }
  return valid({ type, issuer, openTokens, request, options, prepared: prepared.value, tokenFile: tokenFile.value });
}

function wrongType(type: string | undefined): Problem {
  const message = type === undefined ? `it is not given; expected one of ${TYPES.join(', ')}` : unknownType(type);
  return { input: 'type', message };
}

/** Takes what some issuer takes: so that an unknown type does not hide what is wrong whatever the type. */
const ANY_ISSUER: KnownOfIssuer = {
  title: 'any system',
  grantExample: 'buckets iot-center: read, write',
  inputs: inputsOf('create'),
  expiry: { kind: 'second', longest: YEAR },
  exportsTokenFile: true,
};

/** The issuer saw only those grants that could be read: what it misses in them as a whole may not be missing. */
function problemsOf(prepared: Result<Prepared>, found: readonly Problem[]): readonly Problem[] {
  if (prepared.ok) return [];
  const grantsUnread = found.some(({ input }) => input === 'grants');
  return prepared.problems.filter(({ input, at }) => !grantsUnread || input !== 'grants' || at !== undefined);
}

/** As the inputs stand in action.yml; problems of environment variables come last. */
function byPlace(a: Problem, b: Problem): number {
  const place = ({ input }: Problem) => {
    const index = inputsOf('create').findIndex((name) => name === input);
    return index === -1 ? inputsOf('create').length : index;
  };
  return place(a) - place(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}

import { loadIssuer, loadTokens, TYPES, unknownType } from '../issuers/registry.js';
import { inputsOf } from '../request/inputs.js';
import type { Issuer, Prepared } from '../lease/issuer.js';
import { type Inputs, type KnownOfIssuer, type Options, parseRequest, type Request } from '../request/request.js';
import { YEAR, type Milliseconds } from '../request/lifetime.js';
import { collectProblems, invalid, valid, type Problem, type Result } from '../request/problem.js';
import type { OpenTokens } from '../lease/tokens.js';
import type { Surroundings } from '../lease/surroundings.js';
import type { Words } from '../request/words.js';
import { ownTokenFilePath, placeTokenFile } from '../host/token-file.js';

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

/** Understands the inputs, or finds everything that is wrong with them, in the order of action.yml. */
export async function readOrder(
  inputs: Inputs,
  surroundings: Surroundings,
  now: Milliseconds,
  words: Words,
): Promise<Result<Order>> {
  const type = inputs('type')?.trim();
  const [issuer, openTokens] = type === undefined ? [] : await Promise.all([loadIssuer(type), loadTokens(type)]);
  if (type === undefined || issuer === undefined) {
    const message = type === undefined ? `it is not given; expected one of ${TYPES.join(', ')}` : unknownType(type);
    const { options, problems } = await parseRequest('', ANY_ISSUER, inputs, now);
    const tokenFile =
      options.tokenFile === undefined
        ? valid(undefined)
        : placeTokenFile(options.tokenFile, surroundings.variable('RUNNER_TEMP'));
    const all = [...problems, ...(tokenFile.ok ? [] : tokenFile.problems)];
    return invalid({ input: 'type', message }, ...all.toSorted(byPlace));
  }
  const { request, options, problems } = await parseRequest(type, issuer, inputs, now);
  const prepared = issuer.prepare(request, surroundings, words);
  const tokenFile = findTokenFile(issuer, options, surroundings.variable('RUNNER_TEMP'));
  if (problems.length > 0 || !prepared.ok || !tokenFile.ok) {
    const all = [...problems, ...problemsOf(prepared, problems), ...(tokenFile.ok ? [] : tokenFile.problems)];
    return invalid(...all.toSorted(byPlace));
  }
  return valid({ type, issuer, openTokens, request, options, prepared: prepared.value, tokenFile: tokenFile.value });
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

function findTokenFile(
  issuer: Issuer,
  options: Options,
  temporaryFolder: string | undefined,
): Result<string | undefined> {
  const { tokenFileFormat, exportEnvironment } = options;
  const { problems, take } = collectProblems();
  const path = take(placeOf(issuer, options, temporaryFolder));
  if (issuer.exportsTokenFile && tokenFileFormat === 'env') {
    problems.push({
      input: 'token_file_format',
      message: `the variable that ${issuer.title} exports names a token file, so a file of variables would name itself; use json or token`,
    });
  }
  if (issuer.exportsTokenFile && exportEnvironment && tokenFileFormat === 'token') {
    problems.push({
      input: 'token_file_format',
      message: `export_env exports the path of this file, and ${issuer.title} reads it as json; leave the format out`,
    });
  }
  return problems.length > 0 ? invalid(...problems) : valid(path);
}

function placeOf(
  issuer: Issuer,
  { tokenFile, exportEnvironment }: Options,
  temporaryFolder: string | undefined,
): Result<string | undefined> {
  if (tokenFile !== undefined) return placeTokenFile(tokenFile, temporaryFolder);
  if (!exportEnvironment || !issuer.exportsTokenFile) return valid(undefined);
  if (temporaryFolder === undefined) {
    return invalid({ input: 'export_env', message: 'RUNNER_TEMP is not set; name a token_file with an absolute path' });
  }
  return valid(ownTokenFilePath(temporaryFolder));
}

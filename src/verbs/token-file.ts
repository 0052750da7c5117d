import type { HandOver } from '../host/host.js';
import { ownTokenFilePath, placeTokenFile, type TokenFilePlace } from '../host/token-file.js';
import type { Issuer, MintedToken, Plan } from '../lease/issuer.js';
import { collectProblems, invalid, valid, type Result } from '../request/problem.js';
import type { Options } from '../request/request.js';
import type { Words } from '../request/words.js';

/*
 * The rules of a token file: whether one is made, where, in which form, and what it holds. How it is made and removed again
 * stands in host/token-file.ts.
 */

type AskedFile = Pick<Options, 'tokenFile' | 'tokenFileFormat' | 'exportEnvironment'>;

/**
 * Where the token file will be; undefined when none is made.
 *
 * @param issuer undefined when the type is unknown: then only what is wrong whatever the type is found
 */
export function findTokenFile(
  issuer: Pick<Issuer, 'title' | 'exportsTokenFile'> | undefined,
  asked: AskedFile,
  place: TokenFilePlace,
  words: Words,
): Result<string | undefined> {
  const { tokenFile, tokenFileFormat, exportEnvironment } = asked;
  const { problems, take } = collectProblems();
  const path = take(findPath(issuer, asked, place, words));
  const format = (message: string) => problems.push({ input: 'token_file_format', message });
  if (tokenFileFormat !== undefined && tokenFile === undefined) {
    const isMade = exportEnvironment && issuer?.exportsTokenFile !== false;
    if (!isMade) format(`no ${words.input('token_file')} is given that could have this format`);
  }
  if (issuer?.exportsTokenFile === true && tokenFileFormat === 'env') {
    format(
      `the variable that ${issuer.title} exports names a token file, so a file of variables would name itself; use json or token`,
    );
  }
  if (issuer?.exportsTokenFile === true && exportEnvironment && tokenFileFormat === 'token') {
    format(
      `${words.input('export_env')} exports the path of this file, and ${issuer.title} reads it as json; leave the format out`,
    );
  }
  return problems.length > 0 ? invalid(...problems) : valid(path);
}

function findPath(
  issuer: Pick<Issuer, 'exportsTokenFile'> | undefined,
  { tokenFile, exportEnvironment }: AskedFile,
  place: TokenFilePlace,
  words: Words,
): Result<string | undefined> {
  if (tokenFile !== undefined) return placeTokenFile(tokenFile, place);
  if (!exportEnvironment || issuer?.exportsTokenFile !== true) return valid(undefined);
  if (place.folder === undefined) {
    return invalid({
      input: 'export_env',
      message: `${place.called} is not set; name a ${words.input('token_file')} with an absolute path`,
    });
  }
  return valid(ownTokenFilePath(place.folder));
}

interface Handed {
  readonly tokenFile: string | undefined;
  readonly issuer: Pick<Issuer, 'tokenFileFormat'>;
  readonly openTokens: unknown;
  readonly options: Pick<Options, 'exportEnvironment' | 'tokenFileFormat'>;
}

/** What is handed on of a token, as it was asked for. */
export function handOverOf(order: Handed, plan: Pick<Plan, 'exports' | 'tokenFile'>, token: MintedToken): HandOver {
  const { tokenFile: path, options, openTokens } = order;
  const exports = () => plan.exports(token, path);
  return {
    token,
    revocable: openTokens !== undefined,
    ...(path === undefined ? {} : { file: { path, content: contentOf(order, plan, token) } }),
    ...(options.exportEnvironment ? { exports } : {}),
  };
}

function contentOf(
  { issuer, options, tokenFile }: Handed,
  plan: Pick<Plan, 'exports' | 'tokenFile'>,
  token: MintedToken,
): string {
  switch (options.tokenFileFormat ?? issuer.tokenFileFormat) {
    case 'token':
      return `${token.secret}\n`;
    case 'json':
      return plan.tokenFile(token);
    case 'env':
      return Object.entries(plan.exports(token, tokenFile))
        .map(([name, value]) => `${name}=${value}\n`)
        .join('');
  }
}

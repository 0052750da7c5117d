import { accessSync, constants } from 'node:fs';
import { issueFileCommand, prepareKeyValueMessage } from 'core-lib/file-command.js';
import type { Issuer, MintedToken } from '../lease/issuer.js';
import { formatInstant, type Milliseconds } from '../lease/lifetime.js';
import type { Options, TokenFileFormat } from '../lease/request.js';
import { saveState } from './save-state.js';
import { exportMark, exportMarkName } from './surroundings.js';
import { contentHash, makeTokenFile, removeTokenFile } from './token-file.js';

/**
 * Hands a token on to the later steps of the job: as a token file, as variables, as outputs. The token's output comes
 * last: nobody has the token before everything else worked. Throws when something did not, and takes the file back.
 */
export function handOver(token: MintedToken, issuer: Issuer, options: Options, now: Milliseconds): void {
  checkWritable('OUTPUT');
  if (options.exportEnvironment) checkWritable('ENV');
  const file =
    token.tokenFile === undefined ? undefined : { path: token.tokenFile, content: contentOf(token, issuer, options) };
  if (file !== undefined) {
    saveState({ token_file: file.path, token_file_sha256: contentHash(file.content) });
    makeTokenFile(file.path, file.content);
  }
  try {
    if (options.exportEnvironment) {
      const variables = Object.entries(issuer.exportedVariables(token));
      const marks = variables.map(([name, value]) => [exportMarkName(name), exportMark(value)] as const);
      appendPairs('ENV', [...variables, ...marks]);
    }
    appendPairs('OUTPUT', [
      ['token_id', token.id],
      ['name', token.name],
      ['type', token.type],
      ['expires_at', formatInstant(token.expiresAt)],
      ['expires_in', String(Math.max(0, Math.ceil((token.expiresAt - now) / 1000)))],
      ['grants', token.grants],
      ...(file === undefined ? [] : [['token_file', file.path] as const]),
      ['revocable', String(issuer.revocation !== undefined)],
      ['token', token.secret],
    ]);
  } catch (error) {
    if (file !== undefined) removeTokenFile(file.path, contentHash(file.content));
    throw error;
  }
}

/** The outputs of a dry run: what is known without a token. */
export function handOverPlan(plan: {
  readonly grants: string;
  readonly expiresAt: Milliseconds;
  readonly type: string;
  readonly name: string;
}): void {
  appendPairs('OUTPUT', [
    ['grants', plan.grants],
    ['expires_at', formatInstant(plan.expiresAt)],
    ['type', plan.type],
    ['name', plan.name],
  ]);
}

function contentOf(token: MintedToken, issuer: Issuer, options: Options): string {
  const format: TokenFileFormat = options.tokenFileFormat ?? issuer.tokenFileFormat;
  switch (format) {
    case 'token':
      return `${token.secret}\n`;
    case 'json':
      return issuer.tokenFileJson(token);
    case 'env':
      return Object.entries(issuer.exportedVariables(token))
        .map(([name, value]) => `${name}=${value}\n`)
        .join('');
  }
}

/** All pairs in one write, so that a runner never sees half of them. */
function appendPairs(command: 'OUTPUT' | 'ENV', pairs: readonly (readonly [name: string, value: string])[]): void {
  issueFileCommand(command, pairs.map(([name, value]) => prepareKeyValueMessage(name, value)).join('\n'));
}

function checkWritable(command: 'OUTPUT' | 'ENV'): void {
  const path = process.env[`GITHUB_${command}`];
  if (path === undefined || path === '')
    throw new Error(`the runner gave no file for ${command} (GITHUB_${command} is not set)`);
  accessSync(path, constants.W_OK);
}

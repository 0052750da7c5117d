import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from '../lease/network.js';
import { messageOf, quote } from '../request/shown-text.js';

/** What would be run, known before anything is minted. */
export type FoundCommand =
  | { readonly kind: 'found'; readonly path: string }
  /** By the exit statuses of shells: 127 where there is none, 126 where it cannot be run. */
  | { readonly kind: 'refused'; readonly status: 126 | 127; readonly message: string };

/** Where the C library looks when PATH is not set (confstr, _CS_PATH). */
const USUAL_PATH = '/bin:/usr/bin';

/** Finds a command as a shell does: a name with a slash is a path, any other is looked for in the folders of PATH. */
export function findCommand(name: string, environment: Environment, platform = process.platform): FoundCommand {
  const isWindows = platform === 'win32';
  const isPath = name.includes('/') || (isWindows && name.includes('\\'));
  const folders = isPath ? [''] : (environment['PATH'] ?? USUAL_PATH).split(delimiter);
  const endings = isWindows ? ['', ...(environment['PATHEXT'] ?? '.EXE;.COM').split(';')] : [''];
  let unusable: FoundCommand | undefined;
  for (const folder of name === '' ? [] : folders) {
    for (const ending of endings) {
      // An empty folder is the current one; a path that does not begin with a folder would be looked for once more.
      const path = isPath ? `${name}${ending}` : join(folder === '' ? '.' : folder, `${name}${ending}`);
      const found = examine(isPath || path.includes('/') || isWindows ? path : `./${path}`, name, isWindows);
      if (found?.kind === 'found') return found;
      unusable ??= found;
    }
  }
  if (unusable !== undefined) return unusable;
  const where = isPath ? 'there is no such file' : 'it is in no folder of PATH';
  return { kind: 'refused', status: 127, message: `the command ${quote(name)} was not found: ${where}` };
}

/** What stands at a path; undefined for nothing. */
function examine(path: string, name: string, isWindows: boolean): FoundCommand | undefined {
  const refuse = (why: string): FoundCommand => ({
    kind: 'refused',
    status: 126,
    message: `the command ${quote(name)} cannot be run: ${why}`,
  });
  try {
    if (statSync(path).isDirectory()) return refuse(`${quote(path)} is a folder`);
    // Node starts these by no way that keeps their arguments apart (nodejs/node, CVE-2024-27980).
    if (isWindows && /\.(?:bat|cmd)$/i.test(path)) return refuse(`${quote(path)} is a script; run it by cmd /c`);
    accessSync(path, constants.X_OK);
    return { kind: 'found', path };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return refuse(code === 'EACCES' ? `there is no right to run ${quote(path)}` : messageOf(error));
  }
}

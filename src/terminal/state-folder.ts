import { join, resolve } from 'node:path';

/** Where the journal is: as the option says, as the variable says, else where the platform keeps the state of programs. */
export function stateFolder(given: string | undefined, environment: NodeJS.ProcessEnv): string {
  const named = given ?? (environment['MINT_TOKEN_STATE_DIR'] || undefined);
  return named === undefined ? join(platformFolder(environment), 'mint-token') : resolve(named);
}

/** On Linux by the XDG Base Directory Specification, where a path that is not absolute counts as none. */
function platformFolder(environment: NodeJS.ProcessEnv): string {
  const home = process.getBuiltinModule('node:os').homedir();
  switch (process.platform) {
    case 'win32':
      return environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
    case 'darwin':
      return join(home, 'Library', 'Application Support');
    default: {
      const named = environment['XDG_STATE_HOME'] ?? '';
      return named.startsWith('/') ? named : join(home, '.local', 'state');
    }
  }
}

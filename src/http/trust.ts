import { readFileSync } from 'node:fs';
import { warning, type Notice } from '../lease/notice.js';

/** Which authorities a process trusts besides those that come with Node, by the variables that Node reads at its start. */
export interface Trust {
  /** NODE_EXTRA_CA_CERTS: the path of a file of certificates (PEM); empty when there is none. */
  readonly extraFile: string;
  /** NODE_USE_SYSTEM_CA: those of the operating system too. */
  readonly system: boolean;
}

export function trustOf(environment: Readonly<Record<string, string | undefined>>): Trust {
  return {
    extraFile: environment['NODE_EXTRA_CA_CERTS'] ?? '',
    // Node's documentation (cli.md) names this one value.
    system: environment['NODE_USE_SYSTEM_CA'] === '1',
  };
}

let authorities: readonly string[] | undefined;

/**
 * Makes all later connections of this process trust what `wanted` says, whatever the variables said when Node started:
 * it reads them but once, and a step of the job may have changed them between main and post.
 *
 * @param started the trust that Node read at its start, from the environment as it was then
 */
export function trustOnly(wanted: Trust, started: Trust, notify: (notice: Notice) => void): void {
  if (wanted.extraFile === started.extraFile && wanted.system === started.system) {
    authorities = undefined;
    return;
  }
  const { getCACertificates } = process.getBuiltinModule('node:tls');
  authorities = [
    ...getCACertificates('bundled'),
    ...(wanted.system ? getCACertificates('system') : []),
    ...readExtra(wanted.extraFile, notify),
  ];
}

/** The authorities for a TLS connection; undefined means those that Node started with. */
export function trustedAuthorities(): readonly string[] | undefined {
  return authorities;
}

/** Like Node itself: a file that cannot be read is warned about, and the others are trusted all the same. */
function readExtra(path: string, notify: (notice: Notice) => void): readonly string[] {
  if (path === '') return [];
  try {
    return [readFileSync(path, 'utf8')];
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    notify(
      warning(
        `The certificates of NODE_EXTRA_CA_CERTS could not be read from ${path}: ${reason}. They are not trusted.`,
      ),
    );
    return [];
  }
}

import { shellWord } from '../issuers/shell-word.js';
import type { CommandLine } from '../terminal/command-line.js';

/** What a command names that ends something: a lease that was written down, or a token by its id. */
export type Ended = { readonly leaseId: string } | { readonly tokenId: string };

/** Where the system is reached, and where leases are written down: these say it again, the rest is the credential's. */
const SAID_AGAIN = ['type', 'url', 'org', 'user', 'workspace', 'audience', 'state-dir'] as const;

/** The command to paste that ends a lease of this command line. It holds no secret. */
export function revokeCommand({ option }: CommandLine): (ended: Ended) => string {
  const again = SAID_AGAIN.flatMap((name) => {
    const value = option(name);
    return value === undefined ? [] : [`--${name}`, shellWord(value.trim())];
  });
  return (ended) => {
    // An id may begin with a hyphen.
    const what = 'leaseId' in ended ? `--lease ${ended.leaseId}` : `--token-id=${shellWord(ended.tokenId)}`;
    return ['mint-token revoke', ...again, what].join(' ');
  };
}

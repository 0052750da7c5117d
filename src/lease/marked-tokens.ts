import { messageOf } from '../request/shown-text.js';
import { warning } from './notice.js';
import type { Ports } from './ports.js';
import type { LeaseRecord } from './record.js';
import type { Found, Tokens } from './tokens.js';

/**
 * The tokens of a lease whose record anybody may have written: what it names by its id is revoked only when the token bears the
 * lease, as far as the issuer tells.
 */
export function markedTokens(tokens: Tokens, record: LeaseRecord, ports: Pick<Ports, 'notify'>): Tokens {
  return {
    ...tokens,
    async revoke(id, secret) {
      const named = record.attempts.find(({ outcome }) => 'id' in outcome && outcome.id === id);
      // What was found by its marker bears the lease.
      if (named === undefined) return tokens.revoke(id, secret);
      const looked = await look(() => tokens.find?.(named));
      if (looked.found?.ids.includes(id) === true && looked.found.kind === 'found') return tokens.revoke(id, secret);
      if (looked.found?.kind === 'ambiguous')
        throw new Error(`several tokens bear the lease ${named.leaseId}, or what could be it, and none was touched`);
      if (looked.found?.complete === true) {
        ports.notify(
          warning(
            `No token bears the lease ${named.leaseId}: ${id}, which its record names, is gone, or is another's and was not touched.`,
          ),
        );
        return 'already-gone';
      }
      ports.notify(
        warning(
          `That ${id} is of the lease ${named.leaseId} is said by its record alone: ${looked.why}. It is revoked all the same.`,
        ),
      );
      return tokens.revoke(id, secret);
    },
  };
}

/** What was found of the lease, or why nobody can tell. */
async function look(
  find: () => Promise<Found> | undefined,
): Promise<{ readonly found: Found | undefined; readonly why: string }> {
  try {
    return { found: await find(), why: 'the credential may not list all tokens' };
  } catch (error) {
    return { found: undefined, why: messageOf(error) };
  }
}

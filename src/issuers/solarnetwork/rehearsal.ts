import { Refused } from '../../lease/issuer.js';
import { enumerate } from '../../request/shown-text.js';
import { endOf, formatInstant, type Lifetime } from '../../request/lifetime.js';
import { notice, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import type { TokenApi } from './api.js';
import { endOfPolicy } from './token.js';
import { listTokens } from './tokens.js';
import { restrictingMembers } from './compare.js';

/** Reads the list of tokens, which shows whether the credential may mint, and revoke later. */
export async function rehearse(
  api: TokenApi,
  lifetime: Lifetime,
  { clock }: Pick<Ports, 'clock'>,
): Promise<readonly Notice[]> {
  const { tokens } = await listTokens(api);
  const own = tokens.find(({ id }) => id === api.signingToken.id);
  if (own === undefined) {
    return [
      notice(
        `The credential ${api.signingToken.id} does not see itself in the list of tokens, so a token whose answer is lost could not be looked for.`,
      ),
    ];
  }
  const restrictions = restrictingMembers(own.policy);
  if (restrictions.length > 0) {
    throw new Refused(
      `the policy of the credential ${own.id} restricts it (${enumerate(restrictions)}), and SolarNetwork lets such a token mint none; use a User token whose policy holds nothing but an end and refreshAllowed`,
    );
  }
  const end = endOfPolicy(own.policy);
  if (end === undefined || end >= endOf(lifetime, clock.now() + (api.serverAhead() ?? 0))) return [];
  return [
    notice(
      `The credential ${own.id} ends at ${formatInstant(end)}, before the token that it mints; after that it cannot revoke.`,
    ),
  ];
}

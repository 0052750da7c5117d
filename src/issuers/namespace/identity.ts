import { isInvisible, quote } from '../../request/shown-text.js';
import type { Words } from '../../request/words.js';
import { shellWord } from '../shell-word.js';
import { jwtPayload } from './jwt.js';

/** Who an identity token says that the job is. None of it is secret: it is what a trust relationship is compared with. */
interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** Characters of a claim: no subject or audience is longer that a trust relationship could be compared with. */
const LONGEST_CLAIM = 1_000;

/** Undefined for a token that cannot be read, or that does not say all three in words that can be shown. */
function claimsOf(identityToken: string): Claims | undefined {
  const { iss, sub, aud } = jwtPayload(identityToken) ?? {};
  const audience: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  if (!isShowable(iss) || !isShowable(sub) || !isShowable(audience)) return undefined;
  return { issuer: iss, subject: sub, audience };
}

function isShowable(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.length <= LONGEST_CLAIM && !isInvisible(claim);
}

/** What a job needs that mints and revokes. Without a grant a trust relationship gives the whole workspace. */
const GRANT = '{"resource_type":"token/revokable","resource_id":"*","actions":["create","list","revoke"]}';

/** The words of a service that refuses an identity token for a reason of its own, and what to do then. */
const CAUSES: readonly (readonly [pattern: RegExp, advice: (claims: Claims, hostWords: Words) => string])[] = [
  [
    /not (?:yet )?valid (?:yet|before|until)|not yet valid|used before|issued in the future|\b(?:nbf|iat)\b/i,
    () => 'the clocks of who issued the token and of Namespace differ. Run it again in a minute',
  ],
  [
    /expired/i,
    () =>
      'the token had ended when it arrived, by the clock of Namespace. Run it again; if that stays, a clock is wrong',
  ],
  [
    /^(?!.*\bsub(?:ject)?\b).*\baud(?:ience)?\b/is,
    ({ audience }, hostWords) =>
      `the trust relationship was made for another audience than ${JSON.stringify(audience)}. Name its own in ${hostWords.theInput('audience')}`,
  ],
];

export interface RefusedIdentity {
  readonly identityToken: string;
  /** Those of the service. */
  readonly words: string;
  /** Whose trust relationship was to accept it; undefined for the connection with a GitHub organisation. */
  readonly workspace: string | undefined;
  readonly hostWords: Words;
}

/** What to say when an identity token was refused: what it says, and what to do about it. */
export function adviceOnIdentity({ identityToken, words, workspace, hostWords }: RefusedIdentity): string {
  const claims = claimsOf(identityToken);
  const organisation = `Namespace's GitHub App must be installed for the organisation that owns this repository; for any other trust relationship set ${hostWords.theInput('workspace')}`;
  if (claims === undefined) {
    const command =
      'nsc auth trust-relationships add, with the issuer, the subject and the audience of its identity token';
    return `To be done: ${workspace === undefined ? organisation : `the workspace ${quote(workspace)} needs a trust relationship for this ${hostWords.work}: ${command}`}`;
  }
  const { issuer, subject, audience } = claims;
  const said = `The identity token says iss ${JSON.stringify(issuer)}, sub ${JSON.stringify(subject)}, aud ${JSON.stringify(audience)}`;
  const cause = CAUSES.find(([pattern]) => pattern.test(words))?.[1](claims, hostWords);
  if (cause !== undefined) return `${said}. Probably ${cause}`;
  if (workspace === undefined) return `${said}. To be done: ${organisation}`;
  const options = `--issuer ${shellWord(issuer)} --subject-match ${shellWord(subject)} --audience ${shellWord(audience)} --grant ${shellWord(GRANT)}`;
  return `${said}. To be done: the workspace ${quote(workspace)} needs a trust relationship that matches them, such as nsc auth trust-relationships add ${options}`;
}

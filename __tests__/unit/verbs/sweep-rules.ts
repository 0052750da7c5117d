import type { ListedToken } from '../../../src/lease/listed-token.js';
import { describeWith, markerOf, printMarker, type Marker } from '../../../src/lease/marker.js';
import type { Origin } from '../../../src/lease/origin.js';
import type { RunState } from '../../../src/lease/runs.js';
import type { Decision, SweepRules } from '../../../src/verbs/sweep-decision.js';

export const HOUR = 3_600_000;
export const NOW = Date.UTC(2026, 10, 24, 12);
export const ORIGIN: Origin = { repository: 'octo-org/octo-repo', run: '1658821493', attempt: '2', job: 'deploy' };
export const RULES: SweepRules = {
  now: NOW,
  grace: HOUR,
  scope: { kind: 'repository', forge: 'github.com', repository: 'octo-org/octo-repo' },
  forge: 'github.com',
};

/** A token of ours from the scope, whose end is an hour ahead by its server and by its marker. */
export function tokenOf({
  origin = {},
  marker = {},
  text = '',
  ...token
}: Partial<ListedToken> & {
  readonly origin?: Partial<Origin>;
  readonly marker?: Partial<Omit<Marker, 'origin'>>;
  readonly text?: string;
} = {}): ListedToken {
  const lease = { leaseId: 'f'.repeat(32), expiresAt: NOW + HOUR, untilExpiry: false, ...marker };
  return {
    id: 'token-1',
    type: 'solarnetwork/User',
    name: 'nightly import',
    description: describeWith(text, printMarker(markerOf({ ...lease, origin: { ...ORIGIN, ...origin } }))),
    status: 'Active',
    createdAt: NOW - HOUR,
    expiresAt: NOW + HOUR,
    grants: {},
    managesTokens: false,
    isCredential: false,
    ...token,
  };
}

/** By the forge's clock, which is not ours. */
const FORGE_NOW = NOW + 17 * 60_000;
export const endedAgo = (ago: number): RunState => ({
  kind: 'ended',
  endedAt: FORGE_NOW - ago,
  askedAt: FORGE_NOW,
});
export const ALIVE: RunState = { kind: 'alive', status: 'in_progress' };
export const UNKNOWN: RunState = { kind: 'unknown', reason: 'github.com answered 404 Not Found' };
const STATES: readonly (RunState | undefined)[] = [endedAgo(HOUR), endedAgo(0), ALIVE, UNKNOWN, undefined];

/** What may be known when the rule applies: each of its cases must come to the same. */
export interface Case {
  readonly token: ListedToken;
  readonly state?: RunState | undefined;
  readonly rules?: Partial<SweepRules>;
}

export interface SweepRule {
  /** As docs/sweep.md says it. */
  readonly rule: string;
  readonly decision: Decision['decision'];
  readonly because: Decision['because'];
  readonly needsAttention?: true;
  readonly cases: readonly Case[];
}

const PAST = { marker: { expiresAt: NOW - HOUR }, expiresAt: NOW - HOUR };
const MARKER = tokenOf().description ?? '';
const otherForge = { at: 'git.example' };
const ofOtherForge = { kind: 'owner', forge: 'git.example', owner: 'octo-org' } as const;

/** In the order of the table in docs/sweep.md, which a test compares with them. */
export const SWEEP_RULES: readonly SweepRule[] = [
  {
    rule: 'It is the credential itself',
    decision: 'keep',
    because: 'credential',
    cases: [
      { token: tokenOf({ isCredential: true }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ ...PAST, isCredential: true }), state: undefined },
      { token: tokenOf({ description: undefined, isCredential: true }) },
    ],
  },
  {
    rule: 'No marker is at the end of its description',
    decision: 'keep',
    because: 'foreign',
    cases: [undefined, '', 'Nightly import', `${MARKER} and more`, MARKER.slice(0, -1)].flatMap((description) =>
      STATES.map((state) => ({ token: tokenOf({ ...PAST, description }), state })),
    ),
  },
  {
    rule: 'Its marker is one of a later version',
    decision: 'keep',
    because: 'later-version',
    needsAttention: true,
    cases: STATES.map((state) => ({
      token: tokenOf({ ...PAST, description: MARKER.replace(/\]$/, ' zone=eu]') }),
      state,
    })),
  },
  {
    rule: 'It comes from another forge, whatever its end',
    decision: 'keep',
    because: 'other-forge',
    cases: [
      { token: tokenOf({ origin: otherForge }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ ...PAST, origin: otherForge }), state: UNKNOWN },
      { token: tokenOf({ ...PAST, origin: otherForge }), rules: { scope: { kind: 'all' } } },
      { token: tokenOf(PAST), rules: { forge: 'git.example', scope: { ...ofOtherForge, owner: 'x' } } },
    ],
  },
  {
    rule: 'It is out of the `scope`',
    decision: 'keep',
    because: 'out-of-scope',
    cases: [
      { token: tokenOf({ ...PAST, origin: { repository: 'octo-org/octo-repo-2' } }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ ...PAST, origin: { repository: '' } }), state: endedAgo(9 * HOUR) },
      { token: tokenOf(PAST), rules: { scope: { kind: 'owner', forge: 'github.com', owner: 'octo' } } },
      { token: tokenOf(PAST), rules: { scope: ofOtherForge } },
    ],
  },
  {
    rule: 'It may make or revoke tokens, and the id of the credential is not known: it may be that',
    decision: 'keep',
    because: 'maybe-credential',
    needsAttention: true,
    cases: STATES.map((state) => ({
      token: tokenOf({ ...PAST, managesTokens: true, isCredential: undefined }),
      state,
    })),
  },
  {
    rule: 'It is to be left to its end (`until=expiry`), and that is past by the `grace`',
    decision: 'revoke',
    because: 'end-past',
    cases: STATES.map((state) => ({
      token: tokenOf({ ...PAST, marker: { ...PAST.marker, untilExpiry: true } }),
      state,
    })),
  },
  {
    rule: 'It is to be left to its end, and that is not past by the `grace`, whatever its run',
    decision: 'keep',
    because: 'left-to-its-end',
    cases: STATES.flatMap((state) =>
      [NOW + HOUR, NOW - HOUR + 1, 'never' as const].map((expiresAt) => ({
        token: tokenOf({ expiresAt, marker: { untilExpiry: true } }),
        state,
      })),
    ),
  },
  {
    rule: 'Its run is not over, whatever its end',
    decision: 'keep',
    because: 'run-alive',
    cases: [
      { token: tokenOf(), state: ALIVE },
      { token: tokenOf(PAST), state: ALIVE },
      { token: tokenOf({ expiresAt: 'never' }), state: { kind: 'alive', status: 'queued' } },
    ],
  },
  {
    rule: 'Its end is past by the `grace`, and its run is not known to be going on',
    decision: 'revoke',
    because: 'end-past',
    cases: [
      { token: tokenOf(PAST), state: UNKNOWN },
      { token: tokenOf(PAST), state: undefined },
      { token: tokenOf(PAST), state: endedAgo(0) },
      { token: tokenOf(PAST), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ ...PAST, origin: { by: 'gitlab' } }) },
      { token: tokenOf({ ...PAST, origin: { run: 'x', attempt: '' } }) },
      // The server tells no ends: only then that of the marker counts.
      { token: tokenOf({ ...PAST, expiresAt: undefined }), state: UNKNOWN },
      { token: tokenOf({ expiresAt: NOW - HOUR }), state: UNKNOWN },
      { token: tokenOf({ ...PAST, origin: otherForge }), rules: { scope: ofOtherForge } },
      { token: tokenOf({ ...PAST, managesTokens: true }), state: UNKNOWN },
      // The credential is not known, and it is none that could be it.
      { token: tokenOf({ ...PAST, isCredential: undefined }), state: UNKNOWN },
    ],
  },
  {
    rule: 'Its run has ended at least the `grace` ago',
    decision: 'revoke',
    because: 'run-ended',
    cases: [
      { token: tokenOf(), state: endedAgo(HOUR) },
      { token: tokenOf({ text: 'Nightly import' }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ expiresAt: 'never' }), state: endedAgo(HOUR) },
      { token: tokenOf({ expiresAt: undefined }), state: endedAgo(HOUR) },
      // The end in the marker says nothing where the server tells one.
      { token: tokenOf({ marker: { expiresAt: 0 } }), state: endedAgo(HOUR) },
      { token: tokenOf(), state: endedAgo(10 * 60_000), rules: { grace: 10 * 60_000 } },
      { token: tokenOf(), state: endedAgo(HOUR), rules: { scope: { kind: 'all' } } },
      {
        token: tokenOf({ origin: { repository: 'Octo-Org/Other' } }),
        state: endedAgo(HOUR),
        rules: { scope: { kind: 'owner', forge: 'github.com', owner: 'octo-org' } },
      },
      {
        token: tokenOf({ origin: otherForge }),
        state: endedAgo(HOUR),
        rules: { forge: 'git.example', scope: ofOtherForge },
      },
    ],
  },
  {
    rule: 'Its run has ended less than the `grace` ago',
    decision: 'keep',
    because: 'run-ended-lately',
    cases: [
      { token: tokenOf(), state: endedAgo(HOUR - 1) },
      { token: tokenOf(), state: endedAgo(0) },
      { token: tokenOf(), state: endedAgo(-9 * HOUR) },
      { token: tokenOf({ expiresAt: NOW - HOUR + 1 }), state: endedAgo(HOUR - 1) },
    ],
  },
  {
    rule: 'Its run cannot be looked up, and its end is not past by the `grace`',
    decision: 'keep',
    because: 'run-unknown',
    needsAttention: true,
    cases: [
      { token: tokenOf(), state: UNKNOWN },
      { token: tokenOf(), state: undefined },
      { token: tokenOf({ expiresAt: NOW - HOUR + 1 }), state: UNKNOWN },
      { token: tokenOf({ expiresAt: 'never' }), state: UNKNOWN },
      // However old its marker says that it is: the server tells another end.
      { token: tokenOf({ marker: { expiresAt: 0 } }), state: UNKNOWN },
      { token: tokenOf({ marker: { expiresAt: 0 }, expiresAt: 'never' }), state: UNKNOWN },
      { token: tokenOf({ origin: { by: 'gitlab' } }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ origin: { by: 'terminal' } }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ origin: { run: 'x' } }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ origin: { run: '0' } }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ origin: { run: '9'.repeat(17) } }), state: endedAgo(9 * HOUR) },
      { token: tokenOf({ origin: { attempt: '' } }), state: endedAgo(9 * HOUR) },
      ...['octo-org', 'octo-org/a/b', 'octo-org/..', 'octo-org/.', `octo-org/${'r'.repeat(140)}`, 'octo-org/a b'].map(
        (repository) => ({
          token: tokenOf({ origin: { repository } }),
          state: endedAgo(9 * HOUR),
          rules: { scope: { kind: 'all' } } as const,
        }),
      ),
      { token: tokenOf({ origin: otherForge }), state: endedAgo(9 * HOUR), rules: { scope: ofOtherForge } },
    ],
  },
];

import type { FoundAccess } from '../../lease/found-access.js';
import { Refused } from '../../lease/issuer.js';
import { isSameValue, type ListedToken } from '../../lease/listed-token.js';
import { readDescription } from '../../lease/marker.js';
import { notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import {
  differencesOfEnd,
  showEnd,
  type TokenUpdate,
  type TokenUpdates,
  type UpdateDifference,
  type UpdatePlan,
} from '../../lease/token-update.js';
import type { Change } from '../../request/change.js';
import { endOf, MINUTE, YEAR, formatInstant, type Milliseconds } from '../../request/lifetime.js';
import { valid } from '../../request/problem.js';
import { fieldsOf } from '../json-fields.js';
import { errorOf, openApi, readContext, type Api } from './api.js';

/** How far from the end that was asked for one may be: the service counts from the moment at which it acts, by its own clock. */
const TOLERANCE: Milliseconds = MINUTE * 1000;

/**
 * What can be changed in a revokable token: its end, to a later one, by RefreshRevokableToken of
 * namespace/cloud/iam/v1beta/tokens.proto.
 */
export const updates: TokenUpdates = {
  changing: ['expires_in', 'expires_at', 'time_zone'],
  changeable: 'the end, and only to a later one',
  clearable: [],
  statuses: [],
  expiry: { kind: 'second', longest: YEAR },
  understand: (change) =>
    valid({
      open({ access, context }: FoundAccess, ports: Ports): TokenUpdate {
        const api = openApi(access, readContext(context ?? {}), ports);
        return {
          plan: (token, now) => planOf(token, now, change, api, ports),
          compare,
          printGrants: ({ grants }) => JSON.stringify(grants ?? null),
        };
      },
    }),
};

function planOf(
  token: ListedToken,
  now: Milliseconds,
  { lifetime }: Change,
  api: Api,
  { clock }: Pick<Ports, 'clock'>,
): UpdatePlan {
  const unchanged: UpdatePlan = { wanted: token, steps: [], moves: [], notices: [] };
  if (lifetime === undefined) return unchanged;
  const { id, expiresAt: end, description = '' } = token;
  if (typeof end !== 'number') {
    throw new Refused(`the end of ${id} is ${showEnd(end)}, and Namespace only moves one that is told to later`);
  }
  const ahead = now - clock.now();
  if (end <= now) {
    throw new Refused(`${id} ended at ${formatInstant(end)}, and Namespace brings no token back; mint another one`);
  }
  const wantedEnd = endOf(lifetime, now);
  if (wantedEnd <= end && wantedEnd + TOLERANCE >= end) return unchanged;
  if (wantedEnd < end) {
    throw new Refused(
      `${id} ends at ${formatInstant(end)}, and Namespace only moves an end to later, not to ${formatInstant(wantedEnd)}; revoke the token, and mint another one`,
    );
  }
  return {
    wanted: { ...token, expiresAt: wantedEnd },
    steps: [{ what: 'end', send: () => refresh(id, () => Math.ceil((wantedEnd - clock.now() - ahead) / 1000), api) }],
    moves: [],
    notices:
      readDescription(description).kind === 'foreign'
        ? []
        : [notice('The marker in the description keeps the old end: Namespace changes no descriptions.')],
  };
}

/** @param seconds from now on, counted anew for each try */
async function refresh(tokenId: string, seconds: () => number, api: Api): Promise<void> {
  const answer = await api.call('RefreshRevokableToken', () => ({ tokenId, minimumDuration: `${seconds()}s` }));
  if (answer.status !== 200 || fieldsOf(answer.json) === undefined) throw errorOf(answer, 'refresh', api);
}

/** Nothing but the end is changed: whatever else differs is somebody else's doing, or a lie. */
function compare(wanted: ListedToken, found: ListedToken): readonly UpdateDifference[] {
  return [
    ...(isSameValue(wanted.grants, found.grants)
      ? []
      : [{ what: 'grants', asked: 'those from before', granted: 'others', wider: true }]),
    ...differencesOfEnd(wanted.expiresAt, found.expiresAt, TOLERANCE),
  ];
}

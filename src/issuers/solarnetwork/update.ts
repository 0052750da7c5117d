import type { FoundAccess } from '../../lease/found-access.js';
import { Refused } from '../../lease/issuer.js';
import type { ListedToken } from '../../lease/listed-token.js';
import { splitDescription, readDescription } from '../../lease/marker.js';
import { notice, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import {
  differencesOfEnd,
  directionOfAll,
  PowerInDoubt,
  wantedText,
  withEnd,
  withText,
  type TokenUpdate,
  type TokenUpdates,
  type UnderstoodChange,
  type UpdateDifference,
  type UpdatePlan,
  type UpdateStep,
} from '../../lease/token-update.js';
import { CHANGING, CLEARABLE, type Change } from '../../request/change.js';
import { endOf, YEAR, type Milliseconds } from '../../request/lifetime.js';
import { collectProblems, formatProblem, invalid, valid, type Problem, type Result } from '../../request/problem.js';
import type { Words } from '../../request/words.js';
import { fieldsOf } from '../json-fields.js';
import { explain, openTokenApi, successOf, type TokenApi, type TokenRequest } from './api.js';
import { comparePolicies, policyHash, restrictingMembers, type AnsweredPolicy } from './compare.js';
import { readAddition, readGrants } from './grants.js';
import { findExcluded, knownPolicy, mergePolicies, movesBetween } from './policy-change.js';
import { printPolicy, restricts, type Policy, type TokenType } from './policy.js';
import { noticesOfPolicy } from './reach.js';
import type { Parameters } from './signature.js';

/** Characters that the server keeps of a description (postgres-init-users.sql of SolarNetwork/solarnetwork-central). */
const LONGEST_DESCRIPTION = 512;

/** What `s10k sec-tokens update` can do, for tokens of one type. */
export function updatesOf(type: TokenType): TokenUpdates {
  return {
    changing: CHANGING,
    changeable: 'the name, the description, the status, the policy and the end',
    clearable: CLEARABLE,
    statuses: ['Active', DISABLED],
    expiry: { kind: 'millisecond', longest: YEAR },
    understand: (change, words) => understand(type, change, words),
  };
}

const DISABLED = 'Disabled';

function understand(type: TokenType, change: Change, words: Words): Result<UnderstoodChange> {
  const { problems, take } = collectProblems();
  const { grants, replace, dropExpiry, lifetime } = change;
  const policy =
    grants === undefined ? undefined : take(replace ? readGrants(grants, words) : readAddition(grants, words));
  if (replace && grants === undefined) {
    problems.push({
      input: 'replace',
      message: `it says that ${words.input('grants')} takes the place of the policy, and none is given`,
    });
  }
  if (dropExpiry && !replace) {
    problems.push({
      input: 'drop_expiry',
      message: `an end is taken away only with the whole policy: set ${words.setting('replace', 'true')}, and write the policy in ${words.input('grants')}`,
    });
  }
  if (dropExpiry && lifetime !== undefined) {
    problems.push({ input: 'drop_expiry', message: 'a new end is given too; keep one of the two' });
  }
  if (problems.length > 0) return invalid(...problems);
  return valid({
    open({ access }: FoundAccess, ports: Ports): TokenUpdate {
      const api = openTokenApi(access, ports);
      return {
        plan: (token, now) => planOf(type, token, now, change, policy, api),
        compare,
        printGrants,
        disabling: { status: DISABLED, disable: (id) => setStatus(id, DISABLED, api) },
      };
    },
  });
}

function managesTokens(type: unknown, policy: AnsweredPolicy): boolean {
  return type === 'User' && restrictingMembers(policy).length === 0;
}

function planOf(
  type: TokenType,
  token: ListedToken,
  now: Milliseconds,
  change: Change,
  policy: Policy | undefined,
  api: TokenApi,
): UpdatePlan {
  const { id } = token;
  const before = policyOf(token);
  const excluded = policy === undefined || change.replace ? [] : findExcluded(before, policy);
  if (excluded.length > 0) throw refusal(excluded);
  const after = policy === undefined ? before : change.replace ? { ...policy } : mergePolicies(before, policy);
  const end =
    change.lifetime !== undefined ? endOf(change.lifetime, now) : change.dropExpiry ? 'never' : token.expiresAt;
  const endChanges = end !== token.expiresAt;
  const named = withText(token.description, wantedText(change, 'description'));
  const wanted: ListedToken = {
    ...token,
    name: wantedText(change, 'name') ?? token.name,
    description: endChanges && typeof end === 'number' ? withEnd(named, end, LONGEST_DESCRIPTION) : named,
    status: change.status ?? token.status,
    expiresAt: end,
    grants: after,
    managesTokens: managesTokens(type, after),
  };

  const info = !isSame(wanted.name, token.name) || !isSame(wanted.description, token.description);
  const policyChanges = policyHash(after) !== policyHash(before);
  const status = wanted.status === token.status ? [] : [statusStep(id, wanted.status ?? '', api)];
  const others = [
    ...(info ? [infoStep(wanted, api)] : []),
    ...(policyChanges || endChanges
      ? [policyStep(id, { ...(policy ?? {}) }, endChanges || change.replace ? end : undefined, change.replace, api)]
      : []),
  ];
  return {
    wanted,
    // Power is taken before anything else is done, and given back last.
    steps: wanted.status === DISABLED ? [...status, ...others] : [...others, ...status],
    moves: movesBetween(before, after),
    notices: [
      ...(policyChanges ? noticesOfPolicy(knownPolicy(after), type) : []),
      ...noticesOfMarker(token, endChanges),
    ],
  };
}

function noticesOfMarker({ description }: ListedToken, endChanges: boolean): readonly Notice[] {
  if (!endChanges || readDescription(description ?? '').kind !== 'of-later-version') return [];
  const { marker } = splitDescription(description ?? '');
  return [notice(`The marker is one of a later version of mint-token and stays as it is, with the old end: ${marker}`)];
}

function refusal(problems: readonly Problem[]): Refused {
  return new Refused(problems.map(formatProblem).join('; '), { problems });
}

function printGrants(token: ListedToken): string {
  const policy = policyOf(token);
  const known = knownPolicy(policy);
  return restricts(known) ? JSON.stringify(policy) : printPolicy(known);
}

function policyOf({ grants }: ListedToken): AnsweredPolicy {
  return fieldsOf(grants) ?? {};
}

/** The server keeps what is blank as nothing. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return (one ?? '') === (other ?? '');
}

/** The request overwrites both texts with what it says, nothing included (UserAuthTokenController.java of solarnetwork-central). */
function infoStep({ id, name = '', description = '' }: ListedToken, api: TokenApi): UpdateStep {
  const texts = [['name', name] as const, ['description', description] as const].filter(([, text]) => text !== '');
  return {
    what: 'name and description',
    send: () =>
      succeed({ method: 'POST', path: '/info', parameters: [['tokenId', id], ...texts], repeat: 'safe' }, api),
  };
}

function statusStep(id: string, status: string, api: TokenApi): UpdateStep {
  return { what: `status ${status}`, send: () => setStatus(id, status, api) };
}

async function setStatus(id: string, status: string, api: TokenApi): Promise<void> {
  const parameters: Parameters = [
    ['tokenId', id],
    ['status', status],
  ];
  await succeed({ method: 'POST', path: '/status', parameters, repeat: 'safe' }, api);
}

/**
 * PATCH merges what is sent into the policy, PUT puts it in its place. A server that could make nothing of what it kept
 * answers 200 without a body, and keeps no policy at all: no restriction, and no end.
 */
function policyStep(
  id: string,
  policy: Policy,
  end: ListedToken['expiresAt'],
  replace: boolean,
  api: TokenApi,
): UpdateStep {
  const json = JSON.stringify({ ...policy, ...(typeof end === 'number' ? { notAfter: end } : {}) });
  return {
    what: Object.keys(policy).length === 0 && !replace ? 'end' : typeof end === 'number' ? 'policy and end' : 'policy',
    async send() {
      const answer = await api.send({
        method: replace ? 'PUT' : 'PATCH',
        path: '/policy',
        parameters: [['tokenId', id]],
        json,
        repeat: 'safe',
      });
      if (answer.status === 200 && answer.text.trim() === '') {
        throw new PowerInDoubt(
          `${answer.what} with nothing, as SolarNetwork does when it kept no policy: the token may have no restriction and no end any more`,
        );
      }
      if (successOf(answer) === undefined) throw new Error(explain(answer, api));
    },
  };
}

async function succeed(request: TokenRequest, api: TokenApi): Promise<void> {
  const answer = await api.send(request);
  if (successOf(answer) === undefined) throw new Error(explain(answer, api));
}

function compare(wanted: ListedToken, found: ListedToken): readonly UpdateDifference[] {
  const [one, other] = [policyOf(wanted), policyOf(found)];
  const differences = comparePolicies(one, other);
  const direction = directionOfAll(movesBetween(one, other));
  const wider = direction === 'wider' || direction === 'both';
  return [
    ...differences.map((difference) => ({ ...difference, wider })),
    ...differencesOfEnd(wanted.expiresAt, found.expiresAt),
  ];
}

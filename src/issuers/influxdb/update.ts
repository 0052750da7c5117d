import { maskAnswered } from '../../http/answered-secrets.js';
import type { FoundAccess } from '../../lease/found-access.js';
import { isSameValue, type ListedToken } from '../../lease/listed-token.js';
import { notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import {
  wantedText,
  withText,
  type TokenUpdate,
  type TokenUpdates,
  type UpdateDifference,
  type UpdatePlan,
} from '../../lease/token-update.js';
import type { Change } from '../../request/change.js';
import { valid } from '../../request/problem.js';
import { enumerateBy, quote } from '../../request/shown-text.js';
import { fieldsOf } from '../json-fields.js';
import { errorOf, openApi, type Api } from './api.js';
import { readAnswered } from './compare.js';
import { keyOf, printPath, type Permission } from './permissions.js';

/**
 * What can be changed in an authorization: PATCH /api/v2/authorizations/ID takes a status and a description, and nothing else
 * (influxdb main-2.x, auth.go, AuthorizationUpdate).
 */
export const updates: TokenUpdates = {
  changing: ['description', 'clear', 'status'],
  changeable:
    'the status and the description; it knows no names and no expiry, and permissions stay as they were granted',
  clearable: ['description'],
  statuses: ['active', 'inactive'],
  expiry: { kind: 'none' },
  understand: (change) =>
    valid({
      open({ access }: FoundAccess, ports: Ports): TokenUpdate {
        const api = openApi(access, ports);
        return {
          plan: (token) => planOf(token, change, api, ports),
          compare,
          printGrants: ({ grants }) => JSON.stringify(grants ?? null),
          disabling: { status: INACTIVE, disable: (id) => patch(id, { status: INACTIVE }, api, ports) },
        };
      },
    }),
};

const INACTIVE = 'inactive';

function planOf(token: ListedToken, change: Change, api: Api, ports: Ports): UpdatePlan {
  const wanted: ListedToken = {
    ...token,
    description: withText(token.description, wantedText(change, 'description')),
    status: change.status ?? token.status,
  };
  const body = {
    ...(wanted.status === token.status ? {} : { status: wanted.status }),
    ...((wanted.description ?? '') === (token.description ?? '') ? {} : { description: wanted.description ?? '' }),
  };
  const what = Object.keys(body).join(' and ');
  return {
    wanted,
    steps: what === '' ? [] : [{ what, send: () => patch(token.id, body, api, ports) }],
    moves: [],
    notices:
      wanted.status === INACTIVE && token.status !== INACTIVE
        ? [notice('An inactive token can do nothing until it is set to active.')]
        : [],
  };
}

/** Some servers show the token in clear text. */
async function patch(
  id: string,
  body: { readonly status?: string | undefined; readonly description?: string | undefined },
  api: Api,
  ports: Ports,
): Promise<void> {
  const answer = maskAnswered(await api.patch(`/api/v2/authorizations/${id}`, body), ['token'], ports.maskNew);
  if (answer.status !== 200 || fieldsOf(answer.json)?.['id'] !== id) throw errorOf(answer);
}

/** What it may do is not changed: whatever differs is somebody else's doing, or a lie. */
function compare(wanted: ListedToken, found: ListedToken): readonly UpdateDifference[] {
  // Where they could not be understood before either, nothing can be said.
  if (isSameValue(wanted.grants, found.grants)) return [];
  const [asked, granted] = [readAnswered(wanted.grants), readAnswered(found.grants)];
  if (asked === undefined || granted === undefined) {
    return [
      { what: 'grants', asked: 'those from before', granted: 'something that cannot be understood', wider: true },
    ];
  }
  const [added, missing] = [without(granted, asked), without(asked, granted)];
  return [
    ...(added.length === 0
      ? []
      : [{ what: 'grants', asked: 'those from before', granted: `also ${list(added)}`, wider: true }]),
    ...(missing.length === 0 ? [] : [{ what: 'grants', asked: list(missing), granted: 'nothing of it', wider: false }]),
  ];
}

function without(permissions: readonly Permission[], others: readonly Permission[]): readonly Permission[] {
  const keys = new Set(others.map(keyOf));
  return permissions.filter((permission) => !keys.has(keyOf(permission)));
}

function list(permissions: readonly Permission[]): string {
  return enumerateBy(permissions, (permission) => quote(printPath(permission)));
}

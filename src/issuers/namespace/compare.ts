import type { Difference } from '../../lease/difference.js';
import { printPermissions } from './grants.js';
import type { RevokableToken, Scope } from './token.js';
import { ALL, mergePermissions, permissionsJson, type Permission } from './permissions.js';
import { enumerateBy } from '../../request/shown-text.js';
import { LONGEST_GRANTS } from '../../request/input-checks.js';

export interface Asked {
  readonly scope: Scope;
  readonly permissions: readonly Permission[];
  /** Undefined where the credential decides. */
  readonly workspace: string | undefined;
}

/** All that the service says it granted and that is not what was asked for, the end excepted. What it leaves out is no difference. */
export function compare(asked: Asked, token: RevokableToken): readonly Difference[] {
  const differences: Difference[] = [];
  const { permissions, scope, workspace, state } = token;
  if (permissions !== undefined && !samePermissions(asked.permissions, permissions)) {
    differences.push({ what: 'grants', asked: print(asked.permissions), granted: print(permissions) });
  } else if (permissions !== undefined && isLongerThanMayBeAsked(permissions, asked.permissions)) {
    differences.push({
      what: 'grants',
      asked: print(asked.permissions),
      granted: 'a list that is too long to be asked for',
    });
  }
  if (scope !== undefined && scope !== asked.scope) {
    differences.push({ what: 'scope', asked: asked.scope, granted: scope });
  }
  if (workspace !== undefined && asked.workspace !== undefined && workspace !== asked.workspace) {
    differences.push({ what: 'workspace', asked: asked.workspace, granted: workspace });
  }
  if (state === 'revoked' || state === 'expired') {
    differences.push({ what: 'state', asked: 'active', granted: state });
  }
  return differences;
}

/** The list is an output, which is to be accepted again as grants. */
function isLongerThanMayBeAsked(granted: readonly Permission[], asked: readonly Permission[]): boolean {
  return permissionsJson(granted).length > Math.max(LONGEST_GRANTS, permissionsJson(asked).length);
}

/**
 * Whether both allow the same. A right that another one includes adds nothing: `builder b1: ensure` beside `builder *: ensure`.
 * Where every action was asked for, a server may list them one by one.
 */
function samePermissions(asked: readonly Permission[], granted: readonly Permission[]): boolean {
  const [inAsked, inGranted] = [indexOf(asked), indexOf(granted)];
  return (
    rightsOf(granted).every((right) => includes(inAsked, right)) &&
    rightsOf(asked).every((right) =>
      right.action === ALL ? actionsOn(inGranted, right).some(({ size }) => size > 0) : includes(inGranted, right),
    )
  );
}

interface Right {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly action: string;
}

function rightsOf(permissions: readonly Permission[]): readonly Right[] {
  return permissions.flatMap(({ resourceType, resourceId, actions }) =>
    actions.map((action) => ({ resourceType, resourceId, action })),
  );
}

/** The actions on each resource: both sides may have a great many. */
type Index = ReadonlyMap<string, ReadonlySet<string>>;

function indexOf(permissions: readonly Permission[]): Index {
  return new Map(
    mergePermissions(permissions).map(({ resourceType, resourceId, actions }) => [
      keyOf(resourceType, resourceId),
      new Set(actions),
    ]),
  );
}

const keyOf = (resourceType: string, resourceId: string) => JSON.stringify([resourceType, resourceId]);

/** Those that are granted on a resource, be it among all of its type. */
function actionsOn(index: Index, { resourceType, resourceId }: Right): readonly ReadonlySet<string>[] {
  return [resourceId, ALL].flatMap((id) => index.get(keyOf(resourceType, id)) ?? []);
}

function includes(index: Index, right: Right): boolean {
  return actionsOn(index, right).some((actions) => actions.has(ALL) || actions.has(right.action));
}

function print(permissions: readonly Permission[]): string {
  return enumerateBy(permissions, (permission) => printPermissions([permission]).join(''), '; ');
}

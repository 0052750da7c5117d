import type { Difference } from '../../lease/issuer.js';
import { printPermissions } from './grants.js';
import type { RevokableToken, Scope } from './token.js';
import { ALL, type Permission } from './permissions.js';

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

/**
 * Whether both allow the same. A right that another one includes adds nothing: `builder b1: ensure` beside `builder *: ensure`.
 * Where every action was asked for, a server may list them one by one.
 */
function samePermissions(asked: readonly Permission[], granted: readonly Permission[]): boolean {
  return (
    rightsOf(granted).every((right) => includes(asked, right)) &&
    rightsOf(asked).every((right) =>
      right.action === ALL
        ? granted.some((permission) => isOn(permission, right) && permission.actions.length > 0)
        : includes(granted, right),
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

function includes(permissions: readonly Permission[], right: Right): boolean {
  return permissions.some(
    (permission) =>
      isOn(permission, right) && (permission.actions.includes(ALL) || permission.actions.includes(right.action)),
  );
}

/** Whether a permission is on the resource of a right, among others perhaps. */
function isOn(permission: Permission, right: Right): boolean {
  return (
    permission.resourceType === right.resourceType &&
    (permission.resourceId === ALL || permission.resourceId === right.resourceId)
  );
}

function print(permissions: readonly Permission[]): string {
  return printPermissions(permissions).join('; ');
}

/** What a token may do with the resources of one type: one of them by its id, or `*` for all. */
export interface Permission {
  readonly resourceType: string;
  readonly resourceId: string;
  /** Not empty; `*` is every action. */
  readonly actions: readonly string[];
}

export const ALL = '*';

/** What may not be asked for is not believed when it is answered either. */
export type Flaw = 'blank' | 'control character' | 'every type';

/** What is wrong with a text as the type or the id of a resource, or as an action on it. */
export function flawOf(text: string, role: 'type' | 'id' | 'action'): Flaw | undefined {
  if (text.trim() === '') return 'blank';
  if (/\p{Cc}/u.test(text)) return 'control character';
  return role === 'type' && text === ALL ? 'every type' : undefined;
}

/** One entry for each resource, in the order in which the resources are first named, no action twice. */
export function mergePermissions(permissions: readonly Permission[]): readonly Permission[] {
  const merged = new Map<string, { resourceType: string; resourceId: string; actions: Set<string> }>();
  for (const { resourceType, resourceId, actions } of permissions) {
    const key = JSON.stringify([resourceType, resourceId]);
    const entry = merged.get(key) ?? { resourceType, resourceId, actions: new Set<string>() };
    for (const action of actions) entry.actions.add(action);
    merged.set(key, entry);
  }
  return [...merged.values()].map((entry) => ({ ...entry, actions: [...entry.actions] }));
}

/** As Namespace's own command line takes it, in a list; `grants` accepts it again. */
export function permissionsJson(permissions: readonly Permission[]): string {
  return JSON.stringify(grantsOf(permissions));
}

/** The same before it is printed. */
export function grantsOf(permissions: readonly Permission[]): unknown {
  return permissions.map(({ resourceType, resourceId, actions }) => ({
    resource_type: resourceType,
    resource_id: resourceId,
    actions,
  }));
}

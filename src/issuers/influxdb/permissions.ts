/** What a token may do, as InfluxDB's own authorisations say it (influxdb main-2.x, authz.go). */
export interface Permission {
  readonly action: string;
  readonly type: string;
  /** All resources of the type when undefined. */
  readonly id: string | undefined;
  /** All organisations when undefined, which only `orgs` and `users` are asked for: they take an id instead. */
  readonly orgID: string | undefined;
  /** For people; the server ignores it in a request. */
  readonly name: string | undefined;
}

export const ACTIONS = ['read', 'write'] as const;
export type Action = (typeof ACTIONS)[number];

interface Kind {
  /** Its resources have names that a grant may use. */
  readonly named?: true;
  /** Belongs to no organisation: its permissions take an id, and never an orgID (authz.go, OwnerPermissions and MePermissions). */
  readonly global?: true;
  /**
   * Where one of them is fetched by its id, with the organisation that it belongs to: the server itself does not look
   * whether an id in a permission belongs to the organisation beside it.
   */
  readonly path?: string;
}

/**
 * The resource types of the OpenAPI document (influxdata/openapi, Resource.yml), those of OSS and of Cloud. `instance`
 * is not among them: no token can be given it.
 */
const KINDS = {
  annotations: {},
  authorizations: { path: '/api/v2/authorizations' },
  buckets: { named: true, path: '/api/v2/buckets' },
  checks: { path: '/api/v2/checks' },
  dashboards: { path: '/api/v2/dashboards' },
  dbrp: {},
  documents: {},
  flows: {},
  functions: {},
  labels: { path: '/api/v2/labels' },
  notebooks: {},
  notificationEndpoints: { path: '/api/v2/notificationEndpoints' },
  notificationRules: { path: '/api/v2/notificationRules' },
  orgs: { named: true, global: true },
  remotes: { path: '/api/v2/remotes' },
  replications: { path: '/api/v2/replications' },
  scrapers: { path: '/api/v2/scrapers' },
  secrets: {},
  sources: { path: '/api/v2/sources' },
  subscriptions: {},
  tasks: { path: '/api/v2/tasks' },
  telegrafs: { path: '/api/v2/telegrafs' },
  users: { global: true },
  variables: { path: '/api/v2/variables' },
  views: {},
} as const satisfies Readonly<Record<string, Kind>>;

export type ResourceType = keyof typeof KINDS;

export const RESOURCE_TYPES: readonly ResourceType[] = Object.keys(KINDS).filter(isResourceType);

export function isResourceType(text: string): text is ResourceType {
  return Object.hasOwn(KINDS, text);
}

export function kindOf(type: ResourceType): Kind {
  return KINDS[type];
}

/** Lower case, as the server answers; not zero (influxdb main-2.x, kit/platform/id.go). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^(?!0{16})[0-9a-f]{16}$/.test(text);
}

/** The id that a user's text is, in lower case; undefined when it is none. */
export function readId(text: string): string | undefined {
  const id = text.toLowerCase();
  return isId(id) ? id : undefined;
}

/** Equal for permissions that allow the same; names do not count. */
export function keyOf({ action, type, id, orgID }: Permission): string {
  return JSON.stringify([action, type, orgID ?? null, id ?? null]);
}

/**
 * Whether a token that holds these may do another, and hand it on: one permission alone must cover it, an organisation's
 * right counts for what belongs to that organisation, and an id for itself (influxdb main-2.x, authz.go, matchesV1). Looked up
 * and not searched for: a list may have as many tokens as these have permissions.
 */
export function coverageOf(held: readonly Permission[]): (wanted: Permission) => boolean {
  const keys = new Set(
    held.map(({ action, type, id, orgID }) => {
      if (type === 'instance') return JSON.stringify([action]);
      return JSON.stringify(id === undefined ? [action, type, 'of', orgID ?? null] : [action, type, id]);
    }),
  );
  const holds = (...key: readonly (string | null)[]) => keys.has(JSON.stringify(key));
  return ({ action, type, id, orgID }) =>
    holds(action) ||
    (id !== undefined && holds(action, type, id)) ||
    holds(action, type, 'of', null) ||
    (orgID !== undefined && holds(action, type, 'of', orgID));
}

/** Each permission once, in the order in which they first stand. */
export function withoutRepeats(permissions: readonly Permission[]): readonly Permission[] {
  const kept = new Map<string, Permission>();
  for (const permission of permissions) {
    if (!kept.has(keyOf(permission))) kept.set(keyOf(permission), permission);
  }
  return [...kept.values()];
}

/** As it is sent: without the name, which the server ignores. */
export function requestJson({ action, type, id, orgID }: Permission): unknown {
  return { action, resource: { type, ...(id === undefined ? {} : { id }), ...(orgID === undefined ? {} : { orgID }) } };
}

/** The output `grants`: accepted again as an input. */
export function printJson(permissions: readonly Permission[]): string {
  return JSON.stringify(grantsOf(permissions));
}

/** The same before it is printed. */
export function grantsOf(permissions: readonly Permission[]): unknown {
  return permissions.map(({ action, type, id, orgID, name }) => ({
    action,
    resource: {
      type,
      ...(id === undefined ? {} : { id }),
      ...(orgID === undefined ? {} : { orgID }),
      ...(name === undefined ? {} : { name }),
    },
  }));
}

/** A permission as InfluxDB's own messages write it: `write:orgs/7e30e69b70378cc5/buckets/e4d5cf89039ce9a2`. */
export function printPath({ action, type, id, orgID }: Permission): string {
  return `${action}:${orgID === undefined ? '' : `orgs/${orgID}/`}${type}${id === undefined ? '' : `/${id}`}`;
}

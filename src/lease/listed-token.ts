import { readDescription, type Marker } from './marker.js';
import { formatInstant, type Milliseconds } from '../request/lifetime.js';

/** A token as its issuer lists it, without its secret. A member is undefined where the system does not tell it. */
export interface ListedToken {
  readonly id: string;
  readonly type: string;
  readonly name: string | undefined;
  /** All of it, with the marker at its end. */
  readonly description: string | undefined;
  readonly status: string | undefined;
  readonly createdAt: Milliseconds | undefined;
  /** By the server's word. `never`: it says that the token does not end; undefined: its lists tell no ends that could be used. */
  readonly expiresAt: Milliseconds | 'never' | undefined;
  /** In the system's own JSON, with full names. */
  readonly grants: unknown;
  /** Whether it may itself make or revoke tokens. */
  readonly managesTokens: boolean;
  /** Whether it is the credential that it was listed with; undefined where nobody can tell. */
  readonly isCredential: boolean | undefined;
}

/** Undefined for a token that is not ours, or of a later version. */
export function markerOfToken({ description }: Pick<ListedToken, 'description'>): Marker | undefined {
  const read = readDescription(description ?? '');
  return read.kind === 'marked' ? read.marker : undefined;
}

/** When the token ends: by its server, or by its marker where the server tells no ends. Undefined: it does not, or nobody knows. */
export function endOfToken(token: Pick<ListedToken, 'description' | 'expiresAt'>): Milliseconds | undefined {
  const { expiresAt } = token;
  return expiresAt === undefined ? markerOfToken(token)?.expiresAt : expiresAt === 'never' ? undefined : expiresAt;
}

/** Whether a token is still what it was when it was listed. The order of what is granted does not count. */
export function isUnchanged(listed: ListedToken, now: ListedToken): boolean {
  return canonical(listed) === canonical(now);
}

/** Whether two values of JSON are the same. The order in lists does not count. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join(',')}]`;
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.toSorted().join(',')}}`;
}

/** A listed token as the output `json` has it. A member is absent where nothing is known. */
export interface TokenJson {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly description?: string;
  readonly status?: string;
  readonly created_at?: string;
  readonly expires_at?: string;
  readonly grants?: unknown;
  readonly origin?: OriginJson;
  readonly lease?: string;
}

export interface OriginJson {
  readonly at?: string;
  readonly by?: string;
  readonly repository?: string;
  readonly run?: string;
  readonly attempt?: string;
  readonly job?: string;
}

export function tokenJson(token: ListedToken): TokenJson {
  const { id, type, name, description, status, createdAt, grants } = token;
  const marker = markerOfToken(token);
  const end = endOfToken(token);
  return {
    id,
    type,
    ...known({
      name,
      description,
      status,
      created_at: createdAt === undefined ? undefined : formatInstant(createdAt),
      expires_at: end === undefined ? undefined : formatInstant(end),
    }),
    ...(grants === undefined ? {} : { grants }),
    ...(marker === undefined ? {} : { origin: originJson(marker), lease: marker.leaseId }),
  };
}

function originJson({ origin }: Marker): OriginJson {
  const { at, by, repository, run, attempt, job } = origin;
  return known({ at, by, repository, run, attempt, job });
}

/** Those members that say something. */
function known<Name extends string>(
  members: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  const told: Partial<Record<Name, string>> = {};
  for (const name in members) {
    const value = members[name];
    if (value !== undefined && value !== '') told[name] = value;
  }
  return told;
}

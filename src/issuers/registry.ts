import type { AccessFinder } from '../lease/found-access.js';
import type { Issuer } from '../lease/issuer.js';
import type { TokenUpdates } from '../lease/token-update.js';
import type { OpenTokens } from '../lease/tokens.js';
import { quote } from '../request/shown-text.js';
import { didYouMean } from '../request/suggestion.js';
import type { TokenType } from './solarnetwork/policy.js';

/** The modules of a type, each loaded when it is asked for: a job pays for one issuer only, and its end for nothing of grants. */
interface Modules {
  readonly issuer: () => Promise<Issuer>;
  readonly access: () => Promise<AccessFinder>;
  /** Absent where nothing can revoke a token (signed offline). */
  readonly tokens?: () => Promise<OpenTokens>;
  /** Absent where nothing of a token can be changed. */
  readonly updates?: () => Promise<TokenUpdates>;
}

const namespace = (issuer: Modules['issuer']): Modules => ({
  issuer,
  access: async () => (await import('./namespace/access.js')).finder,
  tokens: async () => (await import('./namespace/tokens.js')).openTokens,
  updates: async () => (await import('./namespace/update.js')).updates,
});

const solarNetwork = (type: TokenType, issuer: Modules['issuer']): Modules => ({
  issuer,
  access: async () => (await import('./solarnetwork/access.js')).finder,
  tokens: async () => {
    const { openTokens } = await import('./solarnetwork/tokens.js');
    return (...lease) => openTokens(type, ...lease);
  },
  updates: async () => (await import('./solarnetwork/update.js')).updatesOf(type),
});

const MODULES: ReadonlyMap<string, Modules> = new Map<string, Modules>([
  [
    'datasette',
    {
      issuer: async () => (await import('./datasette/issuer.js')).datasette,
      access: async () => (await import('./datasette/access.js')).finder,
    },
  ],
  [
    'datasette/managed',
    {
      issuer: async () => (await import('./datasette-managed/issuer.js')).datasetteManaged,
      access: async () => (await import('./datasette-managed/access.js')).finder,
      tokens: async () => (await import('./datasette-managed/tokens.js')).openTokens,
    },
  ],
  [
    'influxdb',
    {
      issuer: async () => (await import('./influxdb/issuer.js')).influxdb,
      access: async () => (await import('./influxdb/access.js')).finder,
      tokens: async () => (await import('./influxdb/tokens.js')).openTokens,
      updates: async () => (await import('./influxdb/update.js')).updates,
    },
  ],
  ['namespace', namespace(async () => (await import('./namespace/issuer.js')).namespaceToken)],
  ['namespace/user', namespace(async () => (await import('./namespace/issuer.js')).namespaceUserToken)],
  [
    'solarnetwork/ReadNodeData',
    solarNetwork('ReadNodeData', async () => (await import('./solarnetwork/issuer.js')).readNodeData),
  ],
  ['solarnetwork/User', solarNetwork('User', async () => (await import('./solarnetwork/issuer.js')).user)],
]);

export const TYPES: readonly string[] = [...MODULES.keys()];

/** Undefined for a type that does not exist. */
export async function loadIssuer(type: string): Promise<Issuer | undefined> {
  return MODULES.get(type)?.issuer();
}

/** For who reaches the issuer and mints nothing. Undefined for a type that does not exist. */
export async function loadAccess(type: string): Promise<AccessFinder | undefined> {
  return MODULES.get(type)?.access();
}

/**
 * The types that a word means for who looks through tokens: a type itself, or an issuer alone, which means all of its types.
 * Those whose tokens nobody keeps are among them.
 */
export function typesOf(word: string): readonly string[] {
  return TYPES.filter((type) => type === word || type.startsWith(`${word}/`));
}

/** Whether somebody keeps the tokens of a type: who does can list and revoke them. */
export function areKept(type: string): boolean {
  return MODULES.get(type)?.tokens !== undefined;
}

/** Undefined for a type that does not exist, and for one whose tokens cannot be revoked. */
export async function loadTokens(type: string): Promise<OpenTokens | undefined> {
  return MODULES.get(type)?.tokens?.();
}

/** Undefined for a type that does not exist, and for one whose tokens cannot be changed. */
export async function loadUpdates(type: string): Promise<TokenUpdates | undefined> {
  return MODULES.get(type)?.updates?.();
}

/** Whether tokens of a type can be revoked. */
export function isRevocable(type: string): boolean {
  return MODULES.get(type)?.tokens !== undefined;
}

/** What to say of a type that does not exist. */
export function unknownType(type: string): string {
  return `found ${quote(type)}; expected one of ${TYPES.join(', ')}.${didYouMean(type, TYPES)}`;
}

import type { Issuer } from '../lease/issuer.js';
import { quote } from '../request/shown-text.js';
import { didYouMean } from '../request/suggestion.js';

/** The module of each type, loaded when a step asks for it: a job pays for one issuer only. */
const LOADERS: ReadonlyMap<string, () => Promise<Issuer>> = new Map([
  ['datasette', async () => (await import('./datasette/datasette.js')).datasette],
  ['influxdb', async () => (await import('./influxdb/influxdb.js')).influxdb],
  ['namespace', async () => (await import('./namespace/namespace.js')).namespaceToken],
  ['namespace/user', async () => (await import('./namespace/namespace.js')).namespaceUserToken],
  ['solarnetwork/ReadNodeData', async () => (await import('./solarnetwork/solarnetwork.js')).readNodeData],
  ['solarnetwork/User', async () => (await import('./solarnetwork/solarnetwork.js')).user],
]);

export const TYPES: readonly string[] = [...LOADERS.keys()];

/** Undefined for a type that does not exist. */
export async function loadIssuer(type: string): Promise<Issuer | undefined> {
  return LOADERS.get(type)?.();
}

/** What to say of a type that does not exist. */
export function unknownType(type: string): string {
  return `found ${quote(type)}; expected one of ${TYPES.join(', ')}.${didYouMean(type, TYPES)}`;
}

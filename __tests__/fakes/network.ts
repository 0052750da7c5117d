import type { Network } from '../../src/lease/network.js';
import { readNetwork } from '../../src/http/network.js';

/** The network of a process with these variables, and none but these. */
export async function networkOf(variables: Readonly<Record<string, string>>): Promise<Network> {
  return readNetwork(variables, ({ message }) => {
    throw new Error(message);
  });
}

/** No proxy, Node's own authorities. */
export const plainNetwork = await networkOf({});

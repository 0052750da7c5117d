import type { Ports } from '../../src/lease/ports.js';

/** What a process knows to be secret, and what was masked in it, in this order. */
export interface Secrets extends Pick<Ports, 'mask' | 'maskNew' | 'holdsKnown'> {
  readonly masked: readonly string[];
}

/** @param tell is told of each mask */
export function createSecrets(tell: () => void = () => undefined): Secrets {
  const masked: string[] = [];
  const known: string[] = [];
  const maskNew = (secret: string) => {
    tell();
    masked.push(secret);
  };
  return {
    masked,
    mask(secret) {
      known.push(secret);
      maskNew(secret);
    },
    maskNew,
    holdsKnown: (text) => known.some((secret) => text.includes(secret)),
  };
}

import type { Environment } from '../lease/network.js';
import { flag, nodeOptions } from './node-options.js';

/** What this process was started with, in place of the authorities that come with Node, or beside them. */
export interface AuthoritySources {
  /** The store of OpenSSL takes the place of those that come with Node. */
  readonly openssl: boolean;
  /** Those of the operating system too. */
  readonly system: boolean;
  /** The path of a file of certificates (PEM); empty when there is none. */
  readonly extraFile: string;
}

export function authoritySources(environment: Environment): AuthoritySources {
  const options = nodeOptions(environment);
  const bundled = flag(options, 'use-bundled-ca') ?? !builtForOpenssl();
  return {
    openssl: flag(options, 'use-openssl-ca') ?? !bundled,
    // Node's documentation (cli.md) names this one value of the variable.
    system: flag(options, 'use-system-ca') ?? environment['NODE_USE_SYSTEM_CA'] === '1',
    extraFile: environment['NODE_EXTRA_CA_CERTS'] ?? '',
  };
}

/** Debian, Alpine and others build Node so (`--openssl-use-def-ca-store` of its configure script). */
function builtForOpenssl(): boolean {
  const { target_defaults: defaults } = process.config;
  return defaults.defines.includes('NODE_OPENSSL_CERT_STORE');
}

/** Whether these are the authorities that Node trusts by itself. */
export function areDefault({ openssl, system, extraFile }: AuthoritySources): boolean {
  return !openssl && !system && extraFile === '';
}

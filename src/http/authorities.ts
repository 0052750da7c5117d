import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type nodeTls from 'node:tls';
import type { Authorities } from '../lease/network.js';
import { warning, type Notice } from '../lease/notice.js';
import { contentOf, hashOf } from './kept-file.js';
import { messageOf } from '../request/shown-text.js';
import type { AuthoritySources } from './authority-sources.js';

// Loaded by those few that were started with others than the default.

/** The authorities of this process by their content: a file may be gone, or be another, when post runs. */
export function readAuthorities(sources: AuthoritySources, notify: (notice: Notice) => void): Authorities {
  const stored = sources.openssl || sources.system ? listStored(sources) : [];
  if (stored === undefined) return { kind: 'unknown', closed: CANNOT_LIST };
  const others = new Set([...stored, ...readExtra(sources.extraFile, notify)]);
  return { kind: 'listed', bundled: !sources.openssl, others: [...others] };
}

const CANNOT_LIST = {
  words:
    'nothing is sent over TLS, since this Node cannot say which authorities it trusts (those of OpenSSL), and the post step must trust the same',
  advice: 'Use Node 22.15 or later, or add --use-bundled-ca to NODE_OPTIONS and name your own in NODE_EXTRA_CA_CERTS',
};

/** Those of the system, or of OpenSSL; undefined where nobody can say. */
function listStored({ openssl }: AuthoritySources): readonly string[] | undefined {
  const tls: Partial<typeof nodeTls> = process.getBuiltinModule('node:tls');
  // A Node without this (before 22.15) knows nothing of the system's either.
  if (tls.getCACertificates === undefined) return openssl ? undefined : [];
  // Where OpenSSL looks Node looks for those of the system, but on these two (src/crypto/crypto_context.cc).
  if (openssl && (process.platform === 'darwin' || process.platform === 'win32')) return undefined;
  return tls.getCACertificates('system');
}

/** Like Node itself: a file that cannot be read is warned about, and the others are trusted all the same. */
function readExtra(path: string, notify: (notice: Notice) => void): readonly string[] {
  if (path === '') return [];
  const untrusted = (reason: string) => {
    notify(
      warning(
        `The certificates of NODE_EXTRA_CA_CERTS could not be read from ${path}: ${reason}. They are not trusted.`,
      ),
    );
    return [];
  };
  try {
    const certificates = certificatesIn(readFileSync(path, 'utf8'));
    return certificates.length === 0 ? untrusted('no certificate (PEM) stands in it') : certificates;
  } catch (error) {
    return untrusted(error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}

function certificatesIn(text: string): readonly string[] {
  return text.match(/-----BEGIN (X509 |TRUSTED |)CERTIFICATE-----[^-]+-----END \1CERTIFICATE-----/g) ?? [];
}

type KeptAuthorities = Exclude<Authorities, { readonly kind: 'default' }>;

/** Bytes, deflated: what is larger does not stand in a state, which is an environment variable of post. */
const LARGEST_KEPT = 16 * 1024;

/**
 * A text from which `parseAuthorities` makes the same authorities again.
 *
 * @param folder where a file is made for more than fits
 * @throws Error when a file is needed and cannot be made
 */
export function serializeAuthorities(authorities: KeptAuthorities, folder: string | undefined): string {
  if (authorities.kind === 'unknown') return JSON.stringify({ closed: authorities.closed });
  const text = authorities.others.join('\n');
  const deflated = process.getBuiltinModule('node:zlib').deflateRawSync(text);
  const others = deflated.length <= LARGEST_KEPT ? { deflated: deflated.toString('base64') } : keepInFile(text, folder);
  return JSON.stringify({ bundled: authorities.bundled, ...others });
}

function keepInFile(text: string, folder: string | undefined): { readonly file: string; readonly sha256: string } {
  if (folder === undefined) {
    throw new Error(
      'the authorities that Node was started with (NODE_EXTRA_CA_CERTS, or those of the system) need a file for the post step, and RUNNER_TEMP is not set',
    );
  }
  const file = join(folder, `mint-token-authorities-${process.getBuiltinModule('node:crypto').randomUUID()}.pem`);
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new Error(
      `the authorities that Node was started with (NODE_EXTRA_CA_CERTS, or those of the system) could not be kept for the post step: ${messageOf(error)}`,
      { cause: error },
    );
  }
  return { file, sha256: hashOf(text) };
}

/** The authorities that were kept; unknown where they cannot be had any more. */
export function parseAuthorities(text: string): Authorities {
  try {
    return readKept(text);
  } catch (error) {
    return unknown(
      `the authorities that the minting step trusted were not kept as they should be: ${messageOf(error)}`,
    );
  }
}

function unknown(why: string): Authorities {
  return { kind: 'unknown', closed: { words: `nothing is sent over TLS, since ${why}`, advice: '' } };
}

function readKept(text: string): Authorities {
  const { closed, bundled, deflated, file, sha256 } = membersOf(text);
  if (typeof closed === 'object' && closed !== null && 'words' in closed && 'advice' in closed) {
    return { kind: 'unknown', closed: { words: String(closed.words), advice: String(closed.advice) } };
  }
  if (typeof deflated === 'string') {
    const { inflateRawSync } = process.getBuiltinModule('node:zlib');
    const others = inflateRawSync(Buffer.from(deflated, 'base64')).toString();
    return { kind: 'listed', bundled: bundled === true, others: certificatesIn(others) };
  }
  if (typeof file !== 'string') throw new Error('no certificates are named');
  const content = contentOf(file);
  if (content === undefined || hashOf(content) !== sha256) {
    return unknown(`the file of the authorities that the minting step trusted is gone or was changed: ${file}`);
  }
  return { kind: 'listed', bundled: bundled === true, others: certificatesIn(content.toString()) };
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

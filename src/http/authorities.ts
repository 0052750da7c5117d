import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type nodeTls from 'node:tls';
import type { Authorities } from '../lease/network.js';
import { warning, type Notice } from '../lease/notice.js';
import { messageOf } from '../request/shown-text.js';
import type { AuthoritySources } from './authority-sources.js';
import { contentOf, hashOf, LARGEST_FILE } from './kept-file.js';

// Loaded by those few that were started with others than the default.

/** The authorities of this process by their content: a file may be gone, or be another, when post runs. */
export function readAuthorities(sources: AuthoritySources, notify: (notice: Notice) => void): Authorities {
  const { openssl, system, extraFile } = sources;
  const tls: Partial<typeof nodeTls> = process.getBuiltinModule('node:tls');
  if (openssl && tls.getCACertificates === undefined) return opensslUnknown(`Use Node 22.15 or later, or ${BUNDLED}`);
  // Where OpenSSL looks Node looks for those of the system, but on these two (src/crypto/crypto_context.cc).
  if (openssl && (process.platform === 'darwin' || process.platform === 'win32'))
    return opensslUnknown(`To go on, ${BUNDLED}`);
  // A Node without the function knows nothing of the system's either.
  const stored = openssl || system ? (tls.getCACertificates?.('system') ?? []) : [];
  const others = new Set([...stored, ...readExtra(extraFile, notify)]);
  return { kind: 'listed', bundled: !openssl, others: [...others] };
}

const BUNDLED = 'set --use-bundled-ca in NODE_OPTIONS and name your own in NODE_EXTRA_CA_CERTS';

function opensslUnknown(advice: string): Authorities {
  return unknown(
    'this Node trusts the authorities of OpenSSL and cannot say which they are, so that the revocation could not be held to the same',
    advice,
  );
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
  const refuse = (why: string, cause?: unknown) =>
    new Error(
      `the authorities that Node was started with (NODE_EXTRA_CA_CERTS, or those of the system) cannot be kept for the revocation: ${why}`,
      { cause },
    );
  if (folder === undefined) throw refuse('they need a file, and no folder for temporary ones is known');
  if (text.length > LARGEST_FILE) throw refuse(`they have more than ${LARGEST_FILE} bytes`);
  const file = join(folder, `mint-token-authorities-${process.getBuiltinModule('node:crypto').randomUUID()}.pem`);
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw refuse(messageOf(error), error);
  }
  return { file, sha256: hashOf(text) };
}

/** The authorities that were kept; unknown where they cannot be had any more. */
export function parseAuthorities(text: string): Authorities {
  try {
    return readKept(text);
  } catch (error) {
    return unknown(`the authorities that the mint trusted were not kept as they should be: ${messageOf(error)}`);
  }
}

function unknown(why: string, advice = ''): Authorities {
  return { kind: 'unknown', closed: { words: `nothing is sent over TLS, since ${why}`, advice } };
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
    return unknown(`the file of the authorities that the mint trusted is gone or was changed: ${file}`);
  }
  return { kind: 'listed', bundled: bundled === true, others: certificatesIn(content.toString()) };
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

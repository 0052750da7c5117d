import { readFileSync, statSync } from 'node:fs';

/** SHA-256, in hexadecimal. */
export function hashOf(content: string | Buffer): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex');
}

/** In bytes: more than any file of certificates or names has. One that has grown beyond it is another, and not read. */
export const LARGEST_FILE = 10_000_000;

/** The content of a regular file; undefined when there is none that can be read. */
export function contentOf(path: string): Buffer | undefined {
  try {
    const found = statSync(path);
    // To open a pipe would wait for somebody to write into it.
    return found.isFile() && found.size <= LARGEST_FILE ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

import { createFormIndex } from './form-index.js';
import { SHORTEST_FORM } from './secret-forms.js';

/** What this process knows to be secret, to keep it out of texts that do not pass through a log's mask. */
export const known = createFormIndex(SHORTEST_FORM);

/**
 * The text without any secret that was masked so far. A text that was shortened may end with the beginning of one before its
 * ellipsis: that is taken out too.
 */
export function redact(text: string): string {
  // Again, as long as that takes something away: what is left around a part may be a form of a secret that holds the part.
  let rest = text;
  let before: string;
  do {
    before = rest;
    for (const form of known.within(before).toSorted((a, b) => b.length - a.length))
      rest = rest.replaceAll(form, '***');
  } while (rest.length < before.length);
  // Nothing was cut off after the last part of a split text.
  const parts = rest.split('…');
  return parts.map((part, index) => (index === parts.length - 1 ? part : known.withoutBeginning(part))).join('…');
}

/** The secrets themselves, new tokens excepted. */
const secrets = new Set<string>();

/** Two texts that have so much in common have it not by chance. In characters. */
const SHORTEST_IN_COMMON = 16;

/** Remembers a secret that is no new token. */
export function learnSecret(secret: string): void {
  if (secret.trim() !== '') secrets.add(secret.trim());
}

/** Whether a text is a secret that was learnt, or holds one, or is a part of one; short ones count only as they stand. */
export function holdsKnownSecret(text: string): boolean {
  return [...secrets].some((secret) => {
    if (Math.min(secret.length, text.length) < SHORTEST_IN_COMMON) return secret === text;
    return secret.includes(text) || text.includes(secret);
  });
}

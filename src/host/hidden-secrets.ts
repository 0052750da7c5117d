import { warning, type Notice } from '../lease/notice.js';
import { SHORTEST_FORM } from './secret-forms.js';

/** Hides a secret from whatever this process and those after it print. */
export type Mask = (secret: string) => Hidden;

/** How much of a secret is hidden. */
export type Hidden =
  | 'in every form'
  /** It is so short that its encoded forms are not: they would hide too much. */
  | 'as it stands'
  /** Not as a whole, and not those of its lines that are short: they would hide too much. */
  | 'by its longer lines'
  /** Its encoded forms alone: here the very mask would be printed. */
  | 'encoded only';

/** A secret, by what messages call it: `The credential`. */
export interface NamedSecret {
  readonly what: string;
  readonly text: string;
  /**
   * Texts that hold it wherever it is used. Given where nobody but its owner knows it for a secret, so that as a mask a
   * word of it would hide that word in every log: these are masked instead when it is short.
   */
  readonly within?: readonly string[];
}

/** What was told of, so that a secret that is read twice is not told of twice. */
const told = new Set<string>();

/**
 * Masks secrets, and then says of which of them something may show all the same. The one place where a secret is found too
 * short, or of the wrong form, to be hidden well.
 */
export function hideSecrets(secrets: readonly NamedSecret[], mask: Mask): readonly Notice[] {
  const notices: Notice[] = [];
  for (const secret of secrets) {
    const words = hideSecret(secret, mask);
    const text = secret.text.trim();
    if (words === '' || told.has(text)) continue;
    told.add(text);
    notices.push(warning(`${secret.what} ${words}`));
  }
  return notices;
}

/** What to say of it; empty when it is hidden well. */
function hideSecret({ text, within }: NamedSecret, mask: Mask): string {
  if (within !== undefined && text.length < SHORTEST_FORM) {
    for (const longer of within) if (longer.length >= SHORTEST_FORM) mask(longer);
    return 'is so short that it is masked only where it stands as it is used: as a mask of its own it would garble the log. Use a longer one.';
  }
  switch (mask(text)) {
    case 'in every form':
      return '';
    case 'as it stands':
      return 'is so short that only its exact text is masked, not its encoded forms. Use a longer one.';
    case 'by its longer lines':
      return `has lines of fewer than ${SHORTEST_FORM} characters. They are not masked, since as masks they would garble the log: where the secret is printed, they show. Use one of a single long line.`;
    case 'encoded only':
      return 'holds both :: and ], or begins with a colon and holds ]: the log cannot be told to mask that, so where it is printed, it shows. Use another one.';
  }
}

import { quote } from './shown-text.js';

/**
 * What a name would be that looks as it stands in a URL: percent-encoded (RFC 3986), or with the tildes of Datasette (its
 * docs/internals.rst, "Tilde encoding"). Undefined when it does not look so.
 */
function decodedOf(text: string): string | undefined {
  const percent = text.replace(/~(?=[0-9A-F]{2})/g, '%');
  try {
    const decoded = decodeURIComponent(percent);
    return decoded === percent ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** One sentence about the names that look as they stand in a URL, since all are taken literally; undefined when none does. */
export function noteOnEncoded(names: Iterable<string>): string | undefined {
  const encoded = [...new Set(names)].flatMap((name) => {
    const decoded = decodedOf(name);
    return decoded === undefined ? [] : [`${quote(name)} (${quote(decoded)}?)`];
  });
  if (encoded.length === 0) return undefined;
  const more = encoded.length > MOST_SHOWN ? `, and ${encoded.length - MOST_SHOWN} more` : '';
  return `encoded text is taken literally: ${encoded.slice(0, MOST_SHOWN).join(', ')}${more}. Write names as they are, not as they stand in a URL.`;
}

const MOST_SHOWN = 5;

/** So many characters of a secret in one piece count as a leak: from fewer of them nobody gets at the rest. */
export const TELLING_LENGTH = 12;

/** A piece of a secret that stands in a text, and how it is written there. */
export interface FoundPiece {
  readonly encoding: string;
  readonly piece: string;
}

/** Finds pieces of one secret in texts. */
export type PieceFinder = (text: string) => FoundPiece | undefined;

type Encode = (text: string) => string;

const lowerCaseCodes: Encode = (text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
const json: Encode = (text) => JSON.stringify(text).slice(1, -1);
const codes = (text: string, kept: RegExp) =>
  [...text]
    .map((sign) =>
      kept.test(sign)
        ? sign
        : [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    )
    .join('');
const unicode = (text: string, hit: RegExp) =>
  text.replace(hit, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Encodings that write every character for itself. Written without a look at the masks of the action, and for pieces of
 * any length: what a mask leaves over of a secret is found by them too.
 */
const ENCODINGS: Readonly<Record<string, Encode>> = {
  'as it is': (text) => text,
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'hexadecimal in upper case': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  encodeURIComponent: (text) => encodeURIComponent(text),
  encodeURI: (text) => encodeURI(text),
  'RFC 3986': (text) => codes(text, /^[A-Za-z0-9\-._~]$/),
  'RFC 3986 with slashes': (text) => codes(text, /^[A-Za-z0-9\-._~/]$/),
  form: (text) => new URLSearchParams([['', text]]).toString().slice(1),
  JSON: json,
  'JSON in JSON': (text) => json(json(text)),
  'JSON in JSON in JSON': (text) => json(json(json(text))),
  'JSON in ASCII': (text) => unicode(json(text), /[^\x20-\x7e]/g),
  'JSON in ASCII in upper case': (text) =>
    unicode(json(text), /[^\x20-\x7e]/g).replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`),
  'JSON with slashes escaped': (text) => json(text).replaceAll('/', '\\/'),
  'JSON for HTML': (text) => unicode(json(text), /[<>&]/g),
  HTML: (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  'HTML with names': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'single quotes doubled': (text) => text.replaceAll("'", "''"),
  'quoted for a shell': (text) => text.replaceAll("'", `'\\''`),
  'quoted for JavaScript or Python': (text) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
  'only double quotes escaped': (text) => text.replaceAll('"', '\\"'),
};

/**
 * @param secret what to look for; of a shorter one than a telling piece only the whole counts
 * @param known what is no secret although a piece of the secret says it: the tokens of a fake may hold their id
 */
export function createPieceFinder(secret: string, known = ''): PieceFinder {
  /** Pieces by their length, each with its encoding. */
  const pieces = new Map<number, Map<string, string>>();
  const add = (piece: string, encoding: string) => {
    const ofLength = pieces.get(piece.length) ?? new Map<string, string>();
    if (!ofLength.has(piece)) ofLength.set(piece, encoding);
    pieces.set(piece.length, ofLength);
  };
  for (const line of secret.split(/[\r\n]+/)) {
    // What stands on its own line is looked for on its own; blanks tell nothing.
    const signs = [...line.trim()];
    if (signs.length === 0 || (signs.length < TELLING_LENGTH && secret.trim().length >= TELLING_LENGTH)) continue;
    const length = Math.min(TELLING_LENGTH, signs.length);
    for (let start = 0; start + length <= signs.length; start++) {
      const piece = signs.slice(start, start + length).join('');
      if (known.includes(piece)) continue;
      for (const [encoding, encode] of Object.entries(ENCODINGS)) {
        add(encode(piece), encoding);
        add(lowerCaseCodes(encode(piece)), encoding);
      }
    }
  }
  const bytes = Buffer.from(secret);
  for (const before of [0, 1, 2]) {
    // Characters that hold bits of a neighbour can be anything.
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const own = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    const length = Math.min((TELLING_LENGTH / 3) * 4, own.length);
    for (let start = 0; length > 0 && start + length <= own.length; start++) {
      const piece = own.slice(start, start + length);
      add(piece, 'base64');
      add(piece.replaceAll('+', '-').replaceAll('/', '_'), 'base64url');
    }
  }
  return (text) => {
    for (const line of text.split('\n')) {
      for (const [length, ofLength] of pieces) {
        for (let start = 0; start + length <= line.length; start++) {
          const piece = line.slice(start, start + length);
          const encoding = ofLength.get(piece);
          if (encoding !== undefined) return { encoding, piece };
        }
      }
    }
    return undefined;
  };
}

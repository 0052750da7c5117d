/** A form shorter than this would hide too much of every log. */
export const SHORTEST_FORM = 8;

/** Longer secrets are masked in every form, but not in pieces of it: a runner would search each line for thousands of them. */
const LONGEST_IN_PIECES = 1024;

/**
 * Runners mask each line of a mask by itself: the braces of a JSON file would be hidden in every log. The longer lines of a
 * secret are masks of their own.
 */
export function hasShortLine(form: string): boolean {
  const lines = form.split(/[\r\n]+/);
  return lines.length > 1 && lines.some((line) => line !== '' && line.length < SHORTEST_FORM);
}

/**
 * Every form in which a secret usually reaches a log, longest first: runners replace in the order of registration, and a
 * short form that is part of a longer one would leave the rest of it readable.
 */
export function formsOf(secret: string): readonly string[] {
  // A blank text is no secret, and as a mask it would tear every log apart.
  if (secret.trim() === '') return [];
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const parts = new Set([secret, ...(lines.length > 1 ? lines : []), secret.trim()]);
  const forms = new Set<string>();
  const inPieces = secret.length <= LONGEST_IN_PIECES;
  for (const part of parts) {
    for (const form of [part, ...encodingsOf(part), ...(inPieces ? piecesOf(part) : [])]) {
      if (form.length >= SHORTEST_FORM) forms.add(form);
    }
  }
  // The secret itself is hidden however short it is.
  forms.add(secret).add(secret.trim());
  return [...forms].toSorted((a, b) => b.length - a.length);
}

function encodingsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const hex = bytes.toString('hex');
  const [base64 = '', ...alignments] = base64Alignments(bytes);
  return [
    base64,
    ...alignments,
    hex,
    hex.toUpperCase(),
    // Commands that encode break their lines, and a log is masked line by line: base64, openssl base64, xxd -p.
    ...linesOf(base64, 76),
    ...linesOf(base64, 64),
    ...linesOf(hex, 60),
    ...linesOf(hex.toUpperCase(), 60),
    // Whoever cuts a line at its equals signs loses those that end a base64 text.
    withoutEqualsAtEnd(text),
    // What nobody escapes looks the same in all of the following.
    ...(/^[\w.-]*$/.test(text) ? [] : [...percentEncodings(bytes), ...escapedForms(text)]),
  ];
}

function withoutEqualsAtEnd(text: string): string {
  // Not by an expression: it would look for the end of the text from each equals sign within it.
  let end = text.length;
  while (text[end - 1] === '=') end--;
  return text.slice(0, end);
}

/** `encodeURIComponent`, RFC 3986, with slashes, for the user of an address, a whole address, and form encoding. */
function percentEncodings(bytes: Buffer): readonly string[] {
  const forms = [
    percentEncode(bytes, /[A-Za-z0-9\-_.!~*'()]/),
    percentEncode(bytes, /[A-Za-z0-9\-_.~]/),
    percentEncode(bytes, /[A-Za-z0-9\-_.~/]/),
    percentEncode(bytes, /[A-Za-z0-9\-_.~!$%&'()*+,]/),
    percentEncode(bytes, /[A-Za-z0-9\-_.!~*'();/?:@&=+$,#]/),
    percentEncode(bytes, /[A-Za-z0-9\-_.*]/).replaceAll('%20', '+'),
  ];
  return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}

/** As JSON, other languages, shells and HTML write it. */
function escapedForms(text: string): readonly string[] {
  const json = jsonEscaped(text);
  const ascii = asUnicode(json, /[^\x20-\x7e]/g);
  const twice = jsonEscaped(json);
  return [
    json,
    ascii,
    twice,
    jsonEscaped(twice),
    // PHP, Go, Gson and .NET escape more than they must.
    ascii.replaceAll('/', '\\/'),
    asUnicode(json, /[<>&\u2028\u2029]/g),
    asUnicode(json, /[<>&'=]/g),
    upperCaseUnicode(ascii),
    upperCaseUnicode(asUnicode(json.replaceAll('\\"', '\\u0022'), /[^\x20-\x7e]|[<>&'+`]/g)),
    // Python and JavaScript; SQL, PowerShell and YAML.
    text.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
    bytesEscaped(text),
    text.replaceAll('"', '\\"'),
    text.replaceAll("'", "''"),
    // Shells and what quotes for them: set -x, Python's shlex, git, export -p, printf %q.
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replace(/['!]/g, `'\\$&'`),
    text.replace(/["$`\\]/g, '\\$&'),
    text.replace(/[\s'"\\|&;()<>!{}*[\]?^$`,]|^[#~]|(?<=[:=])~/g, '\\$&'),
    ...HTML_QUOTES.map(([double, single]) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', double)
        .replaceAll("'", single),
    ),
  ];
}

/** How writers of HTML and XML escape the double and the single quote. */
const HTML_QUOTES = [
  ['"', "'"],
  ['&quot;', "'"],
  ['&quot;', '&#39;'],
  ['&quot;', '&#x27;'],
  ['&quot;', '&apos;'],
  ['&#34;', '&#39;'],
] as const;

/**
 * Pieces of the encoded secret, for lines that are broken somewhere in it: in base64 of `user:SECRET`, or of a file that
 * holds it. Of a secret so broken a piece stays readable on either side of a break, together no more than one piece.
 */
function piecesOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const hex = bytes.toString('hex');
  return [
    ...base64Alignments(bytes).flatMap((form) => piecesFrom(form, 12)),
    ...piecesFrom(hex, 16),
    ...piecesFrom(hex.toUpperCase(), 16),
  ];
}

/** The pieces of a text from its beginning on, and the last one that is whole. */
function piecesFrom(text: string, length: number): readonly string[] {
  return text.length > length ? [...linesOf(text, length), text.slice(-length)] : [];
}

/** The lines into which a text is broken that is longer than one. */
function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += width) lines.push(text.slice(start, start + width));
  return lines.length > 1 ? lines : [];
}

function percentEncode(bytes: Buffer, kept: RegExp): string {
  let encoded = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    encoded += byte < 0x80 && kept.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function asUnicode(text: string, which: RegExp): string {
  return text.replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function upperCaseUnicode(text: string): string {
  return text.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
}

/** As Python shows bytes. */
function bytesEscaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[^\x20-\x7e]+/g, (signs) => Buffer.from(signs, 'utf8').toString('hex').replace(/../g, '\\x$&'));
}

/**
 * Base64 of the bytes wherever they stand in a longer text: after 0, 1 or 2 other bytes (modulo 3), without the first
 * and last characters that hold bits of a neighbour. In the standard alphabet and in that for URLs.
 */
function base64Alignments(bytes: Buffer): readonly string[] {
  const forms: string[] = [];
  for (const before of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const form = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    forms.push(form, form.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return forms;
}

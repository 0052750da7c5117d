import { issueCommand } from 'core-lib/command.js';

/** A form shorter than this would hide too much of every log. */
export const SHORTEST_FORM = 8;

/** What this process knows to be secret, longest first, to keep it out of texts that do not pass through a log's mask. */
const known: string[] = [];

/** Hides a secret from the logs of this job: from now on, in this step and in later ones. */
export function maskSecret(secret: string): void {
  // All forms in one write: some thirty of them are a good part of the time that a step takes.
  process.stdout.cork();
  for (const form of formsOf(secret)) {
    if (known.includes(form)) continue;
    known.push(form);
    issueCommand('add-mask', {}, form);
  }
  process.stdout.uncork();
  known.sort((a, b) => b.length - a.length);
}

/** The text without any secret that was masked so far. */
export function redact(text: string): string {
  return known.reduce((rest, form) => rest.replaceAll(form, '***'), text);
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
  for (const part of parts) {
    for (const form of [part, ...encodingsOf(part)]) {
      if (form.length >= SHORTEST_FORM) forms.add(form);
    }
  }
  // The secret itself is hidden however short it is.
  forms.add(secret);
  return [...forms].toSorted((a, b) => b.length - a.length);
}

function encodingsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const hex = bytes.toString('hex');
  const escaped = JSON.stringify(text).slice(1, -1);
  const percentEncoded = [
    percentEncode(bytes, /[A-Za-z0-9\-_.!~*'()]/),
    percentEncode(bytes, /[A-Za-z0-9\-_.~]/),
    percentEncode(bytes, /[A-Za-z0-9\-_.*]/).replaceAll('%20', '+'),
  ];
  const alignments = base64Alignments(bytes);
  return [
    ...alignments,
    // Commands that encode break their lines, and a log is masked line by line: base64, openssl base64, xxd -p.
    ...linesOf(alignments[0] ?? '', 76),
    ...linesOf(alignments[0] ?? '', 64),
    ...linesOf(hex, 60),
    hex,
    hex.toUpperCase(),
    ...percentEncoded,
    ...percentEncoded.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())),
    escaped,
    toAscii(escaped),
    JSON.stringify(escaped).slice(1, -1),
  ];
}

/** The lines into which a text is broken that is longer than one. */
function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += width) lines.push(text.slice(start, start + width));
  return lines.length > 1 ? lines : [];
}

/** `encodeURIComponent`, RFC 3986 and form encoding, which differ in what they leave as it is. */
function percentEncode(bytes: Buffer, kept: RegExp): string {
  let encoded = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    encoded += byte < 0x80 && kept.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** JSON as writers that escape everything beyond ASCII make it. */
function toAscii(escaped: string): string {
  return escaped.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
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

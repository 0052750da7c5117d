import { formatInstant, type Milliseconds } from '../request/lifetime.js';
import { MINTERS, type Origin } from './origin.js';

/**
 * What the end of a token's description tells of the lease that the token belongs to:
 * `[mint-token lease=<32 hex> repo=… run=<id>/<attempt> job=… expires=<RFC 3339> at=<host> by=<ci> until=expiry]`.
 * Whoever may write descriptions at the issuer can forge one, so it is a reason to look something up, and never to trust.
 */
export interface Marker {
  readonly leaseId: string;
  /** As printed: a text that had to be changed or cut ends in `~` and the beginning of its hash. */
  readonly origin: Origin;
  readonly expiresAt: Milliseconds;
  /** Whether the token is left to its end, whatever becomes of the run. */
  readonly untilExpiry: boolean;
}

/** What the description of a token holds. A marker counts at its very end only. */
export type Description =
  /** `text` is what stands before the marker. */
  | { readonly kind: 'marked'; readonly text: string; readonly marker: Marker }
  /** A marker with something in it that this version does not know. */
  | { readonly kind: 'of-later-version' }
  | { readonly kind: 'foreign' };

/** Characters of a marker. Where a description has less room, a marker is shorter. */
export const LONGEST_MARKER = 500;

/** Characters of each text of an origin. */
const LONGEST = { repository: 140, run: 40, attempt: 40, job: 64, at: 64 } as const;

/** What a printed text may hold, besides the mark of one that was changed: a blank or a bracket would end its field. */
const CHARACTERS = {
  // A terminal's is user@host.
  repository: 'A-Za-z0-9._/@-',
  run: 'A-Za-z0-9._-',
  attempt: 'A-Za-z0-9._-',
  job: 'A-Za-z0-9._/-',
  at: 'A-Za-z0-9._:-',
} as const;

type TextOfOrigin = keyof typeof LONGEST;

/** The marker of a lease, as far as `longest` characters allow: 300 always hold what finds the lease and its forge. */
export function markerOf(lease: Marker, longest = LONGEST_MARKER): Marker {
  const { at = '', by, repository, run, attempt, job } = lease.origin;
  const origin: Origin = {
    ...(at === '' ? {} : { at: asPrinted('at', at) }),
    ...(by === undefined ? {} : { by }),
    repository: asPrinted('repository', repository),
    run: asPrinted('run', run),
    attempt: asPrinted('attempt', attempt),
    job: asPrinted('job', job),
  };
  return fitMarker({ ...lease, origin }, longest);
}

/** The same marker in at most `longest` characters: the job goes first, then the repository is cut. */
export function fitMarker(marker: Marker, longest = LONGEST_MARKER): Marker {
  if (printMarker(marker).length <= longest) return marker;
  const withoutJob = { ...marker, origin: { ...marker.origin, job: '' } };
  const excess = printMarker(withoutJob).length - longest;
  if (excess <= 0) return withoutJob;
  const { repository } = marker.origin;
  return {
    ...withoutJob,
    origin: { ...withoutJob.origin, repository: cutTo(repository.length - excess, repository) },
  };
}

export function printMarker({ leaseId, origin, expiresAt, untilExpiry }: Marker): string {
  const { at, by, repository, run, attempt, job } = origin;
  const fields = [
    `lease=${leaseId}`,
    `repo=${repository}`,
    `run=${run}/${attempt}`,
    ...(job === '' ? [] : [`job=${job}`]),
    `expires=${formatInstant(expiresAt)}`,
    ...(at === undefined ? [] : [`at=${at}`]),
    ...(by === undefined ? [] : [`by=${by}`]),
    ...(untilExpiry ? ['until=expiry'] : []),
  ];
  return `${BEGINNING}${fields.join(' ')}]`;
}

/** A description of `text` and a printed marker at its end. */
export function describeWith(text: string, marker: string): string {
  return text === '' ? marker : `${text} ${marker}`;
}

export function readDescription(description: string): Description {
  const found = findMarker(description);
  if (found === undefined) return { kind: 'foreign' };
  const marker = parseFields(found.marker);
  if (marker === undefined) return { kind: isOfLaterVersion(found.marker) ? 'of-later-version' : 'foreign' };
  return { kind: 'marked', text: found.text, marker };
}

/** A description taken apart at whatever is built as a marker, of this version or a later one; empty where there is none. */
export function splitDescription(description: string): { readonly text: string; readonly marker: string } {
  const found = findMarker(description);
  const isMarker = found !== undefined && readDescription(description).kind !== 'foreign';
  return isMarker ? found : { text: description, marker: '' };
}

/**
 * Whether a description is that of a token of the lease. Its id alone says so, 128 random bits: markers of other versions
 * have other fields, and an update writes another end.
 */
export function bearsLease(description: string, leaseId: string): boolean {
  return findMarker(description)?.marker.startsWith(`${BEGINNING}lease=${leaseId} `) ?? false;
}

/** Whether a text of a marker's origin is what `text` is printed as, also in a marker that had less room. */
export function isPrintedAs(printed: string, name: TextOfOrigin, text: string): boolean {
  return printed === cutTo(printed.length, asPrinted(name, text));
}

/** Whether this is the beginning of a longer text, or another text than it was. */
export function isChanged(printed: string): boolean {
  return MARK.test(printed);
}

function asPrinted(name: TextOfOrigin, text: string): string {
  const plain = text.replace(new RegExp(`[^${CHARACTERS[name]}]+`, 'g'), '_');
  return cutTo(LONGEST[name], plain === text ? text : `${plain}~${shortHash(text)}`);
}

const MARK = /~[0-9a-f]{8}$/;

function cutTo(longest: number, printed: string): string {
  if (printed.length <= longest) return printed;
  const mark = MARK.exec(printed)?.[0] ?? `~${shortHash(printed)}`;
  return `${printed.replace(MARK, '').slice(0, Math.max(0, longest - mark.length))}${mark}`;
}

function shortHash(text: string): string {
  // Hardly a run has such a text, and none should wait for the module to be loaded.
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 8);
}

const BEGINNING = '[mint-token ';

/** Anything that is built as a marker, of whatever version. */
const FORM = /^\[mint-token lease=[0-9a-f]{32}(?: [a-z][a-z0-9_-]*=[^\s[\]]*)+\]$/;

/** A later version may say more than this one. What is longer still is no marker, and not looked at. */
const LONGEST_FORM = 4 * LONGEST_MARKER;

function findMarker(description: string): { readonly text: string; readonly marker: string } | undefined {
  const start = description.lastIndexOf(BEGINNING);
  if (start === -1 || description.length - start > LONGEST_FORM) return undefined;
  const marker = description.slice(start);
  return FORM.test(marker) ? { text: description.slice(0, start).replace(/ $/, ''), marker } : undefined;
}

const field = (name: TextOfOrigin) => `(?<${name}>[${CHARACTERS[name]}]*(?:~[0-9a-f]{8})?)`;

const FIELDS = new RegExp(
  [
    '^\\[mint-token lease=(?<lease>[0-9a-f]{32})',
    `repo=${field('repository')}`,
    `run=${field('run')}/${field('attempt')}(?: job=(?=[^ ])${field('job')})?`,
    `expires=(?<expires>[0-9TZ:.-]+)(?: at=(?=[^ ])${field('at')})?(?: by=(?<by>${MINTERS.join('|')}))?(?<until> until=expiry)?\\]$`,
  ].join(' '),
);

function parseFields(text: string): Marker | undefined {
  const fields = FIELDS.exec(text)?.groups;
  const expiresAt = Date.parse(fields?.['expires'] ?? '');
  if (fields === undefined || Number.isNaN(expiresAt) || formatInstant(expiresAt) !== fields['expires'])
    return undefined;
  const { lease: leaseId = '', repository = '', run = '', attempt = '', job = '', at } = fields;
  const by = MINTERS.find((minter) => minter === fields['by']);
  const texts = { repository, run, attempt, job, at: at ?? '' };
  if (!NAMES.every((name) => texts[name].length <= LONGEST[name])) return undefined;
  return {
    leaseId,
    origin: {
      ...(at === undefined ? {} : { at }),
      ...(by === undefined ? {} : { by }),
      repository,
      run,
      attempt,
      job,
    },
    expiresAt,
    untilExpiry: fields['until'] !== undefined,
  };
}

const NAMES = ['repository', 'run', 'attempt', 'job', 'at'] as const;

const KNOWN_FIELDS: ReadonlySet<string> = new Set(['lease', 'repo', 'run', 'job', 'expires', 'at', 'by', 'until']);

/** Whether it has a field that this version does not know, or a word in one of its fields that have but a few. */
function isOfLaterVersion(marker: string): boolean {
  const fields = marker.slice(BEGINNING.length, -1).split(' ');
  return fields.some((field) => {
    const [name = '', value = ''] = field.split('=', 2);
    if (!KNOWN_FIELDS.has(name)) return true;
    const word = /^[a-z][a-z0-9-]*$/.test(value);
    return (
      word &&
      ((name === 'by' && !MINTERS.some((minter) => minter === value)) || (name === 'until' && value !== 'expiry'))
    );
  });
}

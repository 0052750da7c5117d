import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import { firstFolderToMake, makeFolders, writeNewFile, type MadeTokenFile } from '../host/token-file.js';
import { MINTERS, type Origin } from '../lease/origin.js';
import {
  objectOf,
  parseRecord,
  serializeRecord,
  textOf,
  type LeaseRecord,
  type RecordFields,
} from '../lease/record.js';
import { messageOf } from '../request/shown-text.js';
import type { ProcessIdentity } from './process-identity.js';

/*
 * What is kept of leases between one command and the next: a folder that is its owner's alone, a file for each lease. It holds
 * no secret, and it is never believed: whoever ends a lease by it asks the issuer that the options name, by the credential that
 * they give, and looks whether the token bears that lease.
 */

/** What is kept of a lease. */
export interface JournalEntry {
  readonly record: LeaseRecord;
  readonly origin: Origin;
  /** What mints it, or runs with its token. */
  readonly process: ProcessIdentity;
  /** Whether the token outlives that process, as it was asked for. */
  readonly handedOn: boolean;
  readonly tokenFile: MadeTokenFile | undefined;
}

export interface KeptEntry extends JournalEntry {
  /** That of its first attempt, by which its file is named. */
  readonly leaseId: string;
}

/** A file that is left alone: nothing is done about what it may tell of. */
export interface LeftFile {
  readonly path: string;
  readonly why: string;
}

export interface ReadJournal {
  readonly entries: readonly KeptEntry[];
  readonly left: readonly LeftFile[];
}

export interface Journal {
  readonly folder: string;
  /** Writes an entry down before it returns, in the place of the one that its lease had. @throws Error when that is impossible */
  keep(entry: JournalEntry): void;
  remove(leaseId: string): void;
  read(): ReadJournal;
}

/** The version of the files that are written here. Those of a later one are left alone. */
const VERSION = 1;

const ENTRY = /^[0-9a-f]{32}\.json$/;
/** More than any lease needs. Bytes. */
const LARGEST = 256 * 1024;

/**
 * Opens the folder, and makes it when it is not there.
 *
 * @throws Error when it cannot be used, or when others may read or write there: what is needed to mend it is in the message
 */
export function openJournal(folder: string): Journal {
  try {
    const first = firstFolderToMake(join(folder, 'a lease'));
    if (first !== '') makeFolders(first, folder);
  } catch (error) {
    throw new Error(`the state folder ${JSON.stringify(folder)} cannot be made: ${messageOf(error)}. ${OTHER_FOLDER}`, {
      cause: error,
    });
  }
  const found = lstatSync(folder);
  if (!found.isDirectory()) {
    throw new Error(`the state folder ${JSON.stringify(folder)} is no folder, or a link to one. ${OTHER_FOLDER}`);
  }
  const flaw = flawOf(found, folder, '700');
  if (flaw !== undefined) throw new Error(`the state folder ${flaw}`);
  return journalIn(folder);
}

const OTHER_FOLDER = 'Name another one with --state-dir, or do without one with --no-journal';

/** The same where nothing may be made: undefined when there is no folder. */
export function findJournal(folder: string): Journal | undefined {
  return lstatSync(folder, { throwIfNoEntry: false }) === undefined ? undefined : openJournal(folder);
}

/** Who else may get at it; undefined when nobody may. Windows has no such modes: there a folder is as private as the one it is in. */
function flawOf({ uid, mode }: Stats, path: string, right: string): string | undefined {
  if (process.getuid === undefined) return undefined;
  if (uid !== process.getuid()) {
    return `${JSON.stringify(path)} belongs to the user ${uid}, and this is ${process.getuid()}: what stands there may be theirs. ${OTHER_FOLDER}`;
  }
  if ((mode & 0o077) === 0) return undefined;
  return `${JSON.stringify(path)} has the mode ${(mode & 0o777).toString(8)}: others may get at it. See what stands there, and then: chmod ${right} '${path.replaceAll("'", "'\\''")}'`;
}

function journalIn(folder: string): Journal {
  /** Of those leases that this process has written. */
  const written = new Set<string>();
  const pathOf = (leaseId: string) => join(folder, `${leaseId}.json`);
  return {
    folder,
    keep(entry) {
      const leaseId = entry.record.attempts[0]?.leaseId;
      if (leaseId === undefined) throw new Error('there is no attempt to be kept');
      const text = `${JSON.stringify(entryJson(entry), undefined, 2)}\n`;
      try {
        write(folder, pathOf(leaseId), text, !written.has(leaseId));
      } catch (error) {
        throw new Error(
          `the lease cannot be written down in ${JSON.stringify(folder)}: ${messageOf(error)}. Without that nothing could end it later, so no token is handed on. Free the place, or see --state-dir and --no-journal`,
          { cause: error },
        );
      }
      written.add(leaseId);
    },
    remove(leaseId) {
      try {
        unlinkSync(pathOf(leaseId));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
    read() {
      const names = readdirSync(folder).filter((name) => ENTRY.test(name));
      const read = names.map((name) => readEntry(join(folder, name), name.slice(0, 32)));
      return {
        entries: read.flatMap((entry) => ('record' in entry ? [entry] : [])),
        left: read.flatMap((entry) => ('why' in entry ? [entry] : [])),
      };
    },
  };
}

/** A reader finds what was there before, or all of the text. */
function write(folder: string, path: string, text: string, isNew: boolean): void {
  const draft = join(folder, `.${randomBytes(8).toString('hex')}.new`);
  writeNewFile(draft, text);
  try {
    if (isNew) makeExclusively(draft, path);
    else renameSync(draft, path);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  }
}

function makeExclusively(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    // Not every file system knows links. Nobody else has an id of 128 random bits, so nothing stands there.
    if (isExisting(error) || lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw error;
    renameSync(draft, path);
    return;
  }
  unlinkSync(draft);
}

function entryJson({ record, origin, process, handedOn, tokenFile }: JournalEntry): object {
  return {
    version: VERSION,
    handed_on: handedOn,
    process,
    origin,
    ...(tokenFile === undefined ? {} : { token_file: tokenFile }),
    record: JSON.parse(serializeRecord(record)) as unknown,
  };
}

/** In an order that shows nothing before it was looked at whose it is. */
function readEntry(path: string, leaseId: string): KeptEntry | LeftFile {
  const left = (why: string): LeftFile => ({ path, why });
  try {
    const noFollow = 'O_NOFOLLOW' in constants ? constants.O_NOFOLLOW : 0;
    const file = openSync(path, constants.O_RDONLY | noFollow);
    try {
      const found = fstatSync(file);
      const flaw = flawOf(found, path, '600');
      if (flaw !== undefined) return left(flaw);
      if (!found.isFile() || found.size > LARGEST) return left('it is no file of a lease');
      return readText(readFileSync(file, 'utf8'), leaseId, path);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return left(`it cannot be read: ${messageOf(error)}`);
  }
}

function readText(text: string, leaseId: string, path: string): KeptEntry | LeftFile {
  const fields = objectOf(JSON.parse(text), 'the file');
  const { version } = fields;
  if (typeof version === 'number' && version > VERSION) {
    return { path, why: `it is of a later version (${version}); end its lease with a newer mint-token` };
  }
  if (version !== VERSION) throw new Error('it has no version that is known');
  const record = parseRecord(JSON.stringify(fields['record']), IN_JOURNAL);
  if (record.attempts[0]?.leaseId !== leaseId) throw new Error('its name is not that of its lease');
  return {
    leaseId,
    record,
    origin: readOriginFields(objectOf(fields['origin'], 'origin')),
    process: readProcess(objectOf(fields['process'], 'process')),
    handedOn: fields['handed_on'] === true,
    tokenFile:
      fields['token_file'] === undefined ? undefined : readTokenFile(objectOf(fields['token_file'], 'token_file')),
  };
}

/** Where a record stands, for what is said of one that cannot be read. */
const IN_JOURNAL = { keptIn: 'the journal', logOfMint: 'what was said when it was minted' };

function readOriginFields(fields: RecordFields): Origin {
  const text = (name: string) => (fields[name] === undefined ? '' : textOf(fields, name));
  const at = text('at');
  const by = MINTERS.find((minter) => minter === fields['by']);
  return {
    ...(at === '' ? {} : { at }),
    ...(by === undefined ? {} : { by }),
    repository: text('repository'),
    run: text('run'),
    attempt: text('attempt'),
    job: text('job'),
  };
}

function readProcess(fields: RecordFields): ProcessIdentity {
  const pid = fields['pid'];
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0)
    throw new Error('pid is no number of a process');
  return { boot: textOf(fields, 'boot'), space: textOf(fields, 'space'), pid, startedAt: textOf(fields, 'startedAt') };
}

function readTokenFile(fields: RecordFields): MadeTokenFile {
  return { path: textOf(fields, 'path'), hash: textOf(fields, 'hash'), firstFolder: textOf(fields, 'firstFolder') };
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function isExisting(error: unknown): boolean {
  return codeOf(error) === 'EEXIST';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

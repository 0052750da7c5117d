import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LeaseRecord } from '../../../src/lease/record.js';
import { findJournal, openJournal, type JournalEntry } from '../../../src/terminal/journal.js';
import { deadLeases, leaseOf, leasesOfRun } from '../../../src/terminal/leases-to-end.js';
import { isGone, thisProcess } from '../../../src/terminal/process-identity.js';

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'mint-token-journal-')), 'state', 'mint-token');

const idOf = (number: number) => number.toString(16).padStart(32, '0');
const NOW = Date.parse('2026-11-25T12:00:00Z');

function record(number: number, change: Partial<LeaseRecord> = {}): LeaseRecord {
  return {
    version: 1,
    type: 'influxdb',
    endpoint: 'https://influx.example',
    authentication: { kind: 'secret' },
    context: {},
    expires: true,
    revocable: true,
    revoke: true,
    timeout: 60_000,
    attempts: [
      {
        leaseId: idOf(number),
        name: `token-${number}`,
        description: '',
        marker: `[mint-token lease=${idOf(number)} …]`,
        startedAt: NOW,
        serverAhead: 0,
        expiresAt: NOW + 3_600_000,
        outcome: { kind: 'delivered', id: 'a1', expiresAt: NOW + 3_600_000 },
      },
    ],
    ...change,
  };
}

function entry(number: number, change: Partial<JournalEntry> = {}): JournalEntry {
  const origin = { by: 'gitlab', repository: 'a/b', run: '7', attempt: '1', job: 'deploy' } as const;
  return { record: record(number), origin, process: thisProcess(), handedOn: true, tokenFile: undefined, ...change };
}

describe('the journal', () => {
  it('gives back what was kept, and forgets what was removed', () => {
    const journal = openJournal(newFolder());
    const tokenFile = { path: '/tmp/token', hash: 'ab', firstFolder: '' };
    journal.keep(entry(1, { tokenFile }));
    journal.keep(entry(1, { tokenFile, handedOn: false }));
    journal.keep(entry(2));
    const { entries, left } = journal.read();
    expect(left).toStrictEqual([]);
    expect(leaseOf(entries, idOf(1))).toStrictEqual({ ...entry(1, { tokenFile, handedOn: false }), leaseId: idOf(1) });
    journal.remove(idOf(1));
    journal.remove(idOf(1));
    expect(readdirSync(journal.folder)).toStrictEqual([`${idOf(2)}.json`]);
  });

  it('is its owner’s alone, and leaves no draft', () => {
    const journal = openJournal(newFolder());
    journal.keep(entry(1));
    expect(statSync(journal.folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(journal.folder)).toStrictEqual([`${idOf(1)}.json`]);
    expect(statSync(join(journal.folder, `${idOf(1)}.json`)).mode & 0o777).toBe(0o600);
  });

  it('is kept by two at once without either losing a lease', () => {
    const folder = newFolder();
    const [one, other] = [openJournal(folder), openJournal(folder)];
    one.keep(entry(1));
    other.keep(entry(2));
    one.keep(entry(1));
    expect(one.read()).toStrictEqual(other.read());
    expect(one.read().entries).toHaveLength(2);
    expect(() => other.keep(entry(1))).toThrow('cannot be written down');
  });

  it.each([0o755, 0o770, 0o701])('refuses a folder of mode %o, and says how to mend it', (mode) => {
    const { folder } = openJournal(newFolder());
    chmodSync(folder, mode);
    expect(() => openJournal(folder)).toThrow(`chmod 700 '${folder}'`);
    expect(() => findJournal(folder)).toThrow('others may get at it');
  });

  it('refuses a link and a file in the place of its folder', () => {
    const { folder } = openJournal(newFolder());
    symlinkSync(folder, `${folder}-link`);
    writeFileSync(`${folder}-file`, '');
    for (const path of [`${folder}-link`, `${folder}-file`]) expect(() => openJournal(path)).toThrow('is no folder');
    expect(findJournal(`${folder}-none`)).toBeUndefined();
  });

  it.each<readonly [string, (text: string) => string, string]>([
    [
      'of a later version',
      (text) => text.replace('"version": 1,\n  "handed', '"version": 2,\n  "handed'),
      'later version (2)',
    ],
    ['that is no JSON', () => '{', 'cannot be read'],
    ['of another lease', (text) => text.replaceAll(idOf(1), idOf(3)), 'its name is not that of its lease'],
    ['without a process', (text) => text.replace('"pid"', '"pit"'), 'pid'],
  ])('leaves a file alone %s, and says so', (_, change, why) => {
    const journal = openJournal(newFolder());
    journal.keep(entry(1));
    journal.keep(entry(2));
    const path = join(journal.folder, `${idOf(1)}.json`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const { entries, left } = journal.read();
    expect(entries.map(({ leaseId }) => leaseId)).toStrictEqual([idOf(2)]);
    expect(left).toStrictEqual([{ path, why: expect.stringContaining(why) as string }]);
  });

  it('leaves a file alone that others may read or write', () => {
    const journal = openJournal(newFolder());
    journal.keep(entry(1));
    const path = join(journal.folder, `${idOf(1)}.json`);
    chmodSync(path, 0o640);
    expect(journal.read().left).toStrictEqual([{ path, why: expect.stringContaining('chmod 600') as string }]);
  });
});

describe('the leases that are meant', () => {
  const kept = (number: number, change: Partial<JournalEntry> = {}) => ({
    ...entry(number, change),
    leaseId: idOf(number),
  });
  const other = { by: 'gitlab', repository: 'a/b', run: '8', attempt: '1', job: 'deploy' } as const;

  it('are those of the run, whatever its job; at a terminal all; never those that are left to their end', () => {
    const entries = [kept(1), kept(2, { origin: other }), kept(3, { record: record(3, { revoke: false }) })];
    const ids = (origin: Parameters<typeof leasesOfRun>[1]) =>
      leasesOfRun(entries, origin).map(({ leaseId }) => leaseId);
    expect(ids({ ...kept(1).origin, job: 'another' })).toStrictEqual([idOf(1)]);
    expect(ids({ by: 'terminal', repository: 'me@here', run: '', attempt: '', job: '' })).toStrictEqual([
      idOf(1),
      idOf(2),
    ]);
  });

  it('are dead when their process is gone, or their end is past where they were handed on', () => {
    const gone = { ...thisProcess(), boot: 'another' };
    const entries = [
      kept(1, { handedOn: false }),
      kept(2, { handedOn: false, process: gone }),
      kept(3, { process: gone }),
      kept(4, { handedOn: false, process: { ...thisProcess(), space: 'another' } }),
    ];
    const dead = (now: number) => deadLeases(entries, now).map(({ leaseId }) => leaseId);
    expect(dead(NOW)).toStrictEqual([idOf(2)]);
    expect(dead(NOW + 3_600_000)).toStrictEqual([idOf(2), idOf(3), idOf(4)]);
  });

  it('tell a process from a later one of its number', () => {
    expect(isGone(thisProcess())).toBe(false);
    expect(isGone({ ...thisProcess(), startedAt: '1' })).toBe(process.platform === 'linux');
    expect(isGone({ ...thisProcess(), pid: 2 ** 22 + 1 })).toBe(true);
  });
});

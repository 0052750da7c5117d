import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUERS, roleOf } from '../network/issuer-under-test.js';
import { newMachine, optionsFor, reachOptionsFor, readJson, textOfJournal } from './command-process.js';

describe.each(ISSUERS)('$name: a lease of create', (under) => {
  it('is written down without a secret, and ended by another command', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const { context: environment } = issuer;
    const created = await machine.run(['create', ...optionsFor(issuer, machine)], { environment });
    expect(created.status, created.stderr).toBe(0);
    const { token, lease, id, expires_at } = readJson(created.stdout);
    expect(created.stderr).not.toContain(token);
    expect(expires_at).toMatch(/Z$/);
    expect(await issuer.left()).toStrictEqual([id]);

    expect(machine.journal()).toStrictEqual([`${String(lease)}.json`]);
    expect(statSync(machine.stateFolder).mode & 0o777).toBe(0o700);
    expect(statSync(join(machine.stateFolder, `${String(lease)}.json`)).mode & 0o777).toBe(0o600);
    for (const secret of [...issuer.credentials, String(token)]) expect(textOfJournal(machine)).not.toContain(secret);

    const revoked = await machine.run(['revoke', ...reachOptionsFor(issuer, machine), '--lease', String(lease)], {
      environment,
    });
    expect(revoked.status, revoked.stderr).toBe(0);
    expect(revoked.stdout).toBe('');
    expect(await issuer.left()).toStrictEqual([]);
    expect(await issuer.othersIntact()).toBe(true);
    expect(machine.journal()).toStrictEqual([]);

    const again = await machine.run(['revoke', ...reachOptionsFor(issuer, machine), '--lease', String(lease)], {
      environment,
    });
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('it was ended already');
    await issuer.close();
  });

  it('names in the journal alone no token of others', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const { context: environment } = issuer;
    const created = await machine.run(['create', ...optionsFor(issuer, machine)], { environment });
    const { lease, id } = readJson(created.stdout);
    const other = await machine.run(['create', '--no-journal', ...optionsFor(issuer, machine)], { environment });
    const { id: foreign } = readJson(other.stdout);
    const file = join(machine.stateFolder, `${String(lease)}.json`);
    // With its quotes: an id of Datasette is a digit, and digits are elsewhere too.
    const entry = readFileSync(file, 'utf8');
    const forged = entry.replaceAll(JSON.stringify(String(id)), JSON.stringify(String(foreign)));
    expect(forged).not.toBe(entry);
    writeFileSync(file, forged);
    const revoked = await machine.run(['revoke', ...reachOptionsFor(issuer, machine), '--lease', String(lease)], {
      environment,
    });
    expect(await issuer.left(), revoked.stderr).toContain(foreign);
    expect(revoked.stderr).toContain('was not touched');
    await issuer.close();
  });

  it('is left where its endpoint is not the one that is given, which hears nothing', async () => {
    const [issuer, silent] = await Promise.all([under.start(), under.start()]);
    using machine = newMachine();
    const { context: environment } = issuer;
    const created = await machine.run(['create', ...optionsFor(issuer, machine)], { environment });
    const { lease } = readJson(created.stdout);
    const before = silent.requests().length;
    const revoked = await machine.run(['revoke', ...reachOptionsFor(silent, machine), '--lease', String(lease)], {
      environment: silent.context,
    });
    expect(revoked.status).toBe(1);
    expect(revoked.stderr).toContain(issuer.inputs['url']);
    expect(revoked.stderr).toContain(silent.inputs['url']);
    expect(silent.requests()).toHaveLength(before);
    expect(await issuer.left()).toHaveLength(1);
    await Promise.all([issuer.close(), silent.close()]);
  });

  it('is refused in a folder that others may read or write, before anything is minted', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const { context: environment } = issuer;
    chmodSync(machine.folder, 0o755);
    const folder = ['--state-dir', machine.folder];
    const created = await machine.run(['create', ...optionsFor(issuer, machine), ...folder], { environment });
    expect(created.status).toBe(1);
    expect(created.stdout).toBe('');
    expect(created.stderr).toContain('chmod 700');
    expect(issuer.requests()).toStrictEqual([]);
    await issuer.close();
  });

  it('is among all leases of this machine, which are ended together', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const { context: environment } = issuer;
    for (const more of [[], [], ['--no-revoke']]) {
      if (under.name.startsWith('influxdb') && more.length > 0) continue;
      await machine.run(['create', ...optionsFor(issuer, machine), ...more], { environment });
    }
    const all = ['revoke', ...reachOptionsFor(issuer, machine), '--all'];
    const unsaid = await machine.run(all, { environment });
    expect(unsaid.stderr).toContain('--yes');
    expect(unsaid.status).toBe(1);
    const revoked = await machine.run([...all, '--yes'], { environment });
    expect(revoked.status, revoked.stderr).toBe(0);
    // One was to be left to its end.
    expect(await issuer.left()).toHaveLength(under.name.startsWith('influxdb') ? 0 : 1);
    await issuer.close();
  });

  it('is ended by sweep --local when its command was killed, and told of before', async () => {
    let silent = false;
    const issuer = await under.start((request) =>
      silent && roleOf(under, request) === 'mint' ? { kind: 'act-then-never-answer' } : undefined,
    );
    silent = true;
    using machine = newMachine();
    const { context: environment } = issuer;
    let killed = false;
    const ended = await machine.run(['create', ...optionsFor(issuer, machine)], {
      environment,
      onStderr(text, signal) {
        if (killed || !text.includes('  end: ')) return;
        killed = true;
        const wait = setInterval(() => {
          if (!issuer.requests().some((request) => roleOf(under, request) === 'mint')) return;
          clearInterval(wait);
          signal('SIGKILL');
        }, 20);
      },
    });
    expect(ended.status).toBeNull();
    expect(machine.journal()).toHaveLength(1);
    silent = false;
    const next = await machine.run(['create', ...optionsFor(issuer, machine)], { environment });
    expect(next.stderr).toMatch(/note: a lease of type \S+ is written down in .* --local/);
    const swept = await machine.run(['sweep', ...reachOptionsFor(issuer, machine), '--local'], { environment });
    expect(swept.status, swept.stderr).toBe(0);
    // What was handed on, and has not ended, stays.
    expect(await issuer.left()).toStrictEqual([readJson(next.stdout)['id']]);
    expect(machine.journal()).toStrictEqual([`${String(readJson(next.stdout)['lease'])}.json`]);
    await issuer.close();
  });
});

import { describe, expect, it } from 'vitest';
import { ISSUERS } from '../network/issuer-under-test.js';
import { newMachine, optionsFor, reachOptionsFor, readJson } from './command-process.js';

describe.each(ISSUERS)('$name: tokens that exist', (under) => {
  it('are listed with what they are for, and revoked by their ids', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const { context: environment } = issuer;
    const created = await machine.run(['create', '--no-journal', ...optionsFor(issuer, machine)], { environment });
    const { id, lease } = readJson(created.stdout);
    expect(machine.journal()).toStrictEqual([]);
    const reach = reachOptionsFor(issuer, machine);
    const listed = await machine.run(['list', ...reach, '--repository', '*'], { environment });
    expect(listed.status, listed.stderr).toBe(0);
    const tokens = JSON.parse(listed.stdout) as readonly { readonly id: string; readonly lease: string }[];
    expect(tokens.find((token) => token.id === id)?.lease).toBe(lease);
    const csv = await machine.run(['list', ...reach, '--repository', '*', '--output', 'csv'], { environment });
    expect(csv.stdout.split('\n')[0]).toBe('id,type,name,repository,run,job,created,ends,status,grants');
    const unsaid = await machine.run(['list', ...reach], { environment });
    expect([unsaid.status, unsaid.stdout]).toStrictEqual([2, '']);
    expect(unsaid.stderr).toContain('--repository');

    const revoked = await machine.run(['revoke', ...reach, `--token-id=${String(id)}`], { environment });
    expect(revoked.status, revoked.stderr).toBe(0);
    expect(await issuer.left()).toStrictEqual([]);
    expect(await issuer.othersIntact()).toBe(true);
    await issuer.close();
  });
});

describe('update', () => {
  it('prints a token of SolarNetwork in the columns of s10k', async () => {
    const issuer = await ISSUERS.find(({ name }) => name === 'solarnetwork/User')?.start();
    if (issuer === undefined) throw new Error('no issuer');
    using machine = newMachine();
    const created = await machine.run(['create', ...optionsFor(issuer, machine)]);
    const { id } = readJson(created.stdout);
    const words = [
      'update',
      ...reachOptionsFor(issuer, machine),
      `--token-id=${String(id)}`,
      '--name',
      'Student access',
    ];
    const csv = await machine.run([...words, '--output', 'csv']);
    expect(csv.status, csv.stderr).toBe(0);
    expect(csv.stdout).toMatch(
      /^Token ID,Created,User ID,Type,Status,Name,Description,Policy\n\S{20},[^,]+Z,,User,Active,Student access,/,
    );
    const table = await machine.run([...words, '--grant', 'node-id: 107', '--output', 'table']);
    expect(table.status, table.stderr).toBe(0);
    expect(table.stdout.split('\n')[1]).toMatch(/^\| Token ID +\| Created +\| User ID +\| Type +\| Status +\| Name/);
    expect(table.stdout).toContain('"nodeIds" : [ 107 ]');
    const misspelt = await machine.run([...words, '--output', 'env']);
    expect([misspelt.status, misspelt.stdout]).toStrictEqual([2, '']);
    await issuer.close();
  });
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runExec, type ExecResult } from './exec-run.js';
import { ISSUERS } from './issuer-under-test.js';

function expectNothingLeft({ left, othersIntact, journal, processes, stdout, stderr, credentials }: ExecResult): void {
  expect(left, stderr).toStrictEqual([]);
  expect(othersIntact).toBe(true);
  expect(journal).toStrictEqual([]);
  expect(processes).toStrictEqual([]);
  for (const credential of credentials) expect(stdout + stderr).not.toContain(credential);
}

describe.each(ISSUERS)('$name: the token of a command', (issuer) => {
  it.each([
    ['exit 0', 0],
    ['exit 42', 42],
    ['kill -KILL $$', 137],
    ['kill -USR1 $$', 138],
    ['exec >&- 2>&-; exit 3', 3],
    ['yes | head -n 1 >/dev/null; (sleep 0.3) & exit 5', 5],
  ])('is revoked when it ends with its own status: %s', async (command, status) => {
    const result = await runExec(issuer, { command });
    expect(result.status, result.stderr).toBe(status);
    expect(result.requests).toStrictEqual([...issuer.mainRequests, ...issuer.postRequests]);
    expectNothingLeft(result);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const)('is revoked when it was ended by %s', async (signal) => {
    const numbers = { SIGTERM: 143, SIGINT: 130, SIGHUP: 129, SIGQUIT: 131 };
    const result = await runExec(issuer, { command: 'echo ready; exec sleep 60' }, async (run) => {
      await run.wrote('ready');
      run.kill(signal);
    });
    expect(result.status, result.stderr).toBe(numbers[signal]);
    expectNothingLeft(result);
  });

  it('is revoked at once when the command turns out to be none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mint-token-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'script'), '#!/no/such/interpreter\n');
    chmodSync(join(folder, 'script'), 0o755);
    const result = await runExec(issuer, { command: [join(folder, 'script')] });
    expect(result.status, result.stderr).toBe(126);
    expect(result.stderr).toContain('could not be started');
    expectNothingLeft(result);
  });

  it('is revoked although nobody reads what the command has written', async () => {
    const command = 'head -c 1000000 /dev/zero & sleep 0.2; echo ready >&2; wait';
    const result = await runExec(issuer, { command, isRead: false }, async (run, running) => {
      await run.wrote('ready');
      // The command cannot end before somebody reads, or it is told to.
      run.kill('SIGTERM');
      await vi.waitFor(async () => expect(await running.left()).toStrictEqual([]), { timeout: 10_000, interval: 50 });
    });
    expect(result.status, result.stderr).toBe(143);
    expectNothingLeft(result);
  });

  it('is not minted for a command that is not there, or cannot be run', async () => {
    const missing = await runExec(issuer, { command: ['no-such-command'] });
    const folder = await runExec(issuer, { command: ['/tmp'] });
    expect([missing.status, folder.status]).toStrictEqual([127, 126]);
    expect([...missing.requests, ...folder.requests]).toStrictEqual([]);
  });

  it('is told of when it cannot be revoked, and the status is 4 unless the command has failed by itself', async () => {
    const fault = ({ role }: { readonly role: string }) =>
      role === 'revoke' ? ({ kind: 'status', status: 403, act: false } as const) : undefined;
    const good = await runExec(issuer, { command: 'exit 0', fault });
    const bad = await runExec(issuer, { command: 'exit 9', fault });
    expect([good.status, bad.status], good.stderr).toStrictEqual([4, 9]);
    expect(good.stderr).toContain('Revoke it by hand');
    expect(good.journal).toHaveLength(1);
  });

  it('lets the command have nothing of the parent, and the token', async () => {
    const { stdout, ...result } = await runExec(issuer, {
      command: 'tr "\\0" "\\n" < /proc/$$/environ; cat "$NSC_TOKEN_FILE" 2>/dev/null; true',
      options: ['--no-mask'],
    });
    const { credentials } = result;
    for (const credential of credentials) expect(stdout).not.toContain(credential);
    expect(stdout).toMatch(/^(?:DATASETTE_TOKEN|INFLUX_TOKEN|NSC_TOKEN_FILE|SN_TOKEN_SECRET)=/m);
    expect(stdout).not.toContain('ACTIONS_ID_TOKEN_REQUEST');
  });

  it('shows nowhere in what the command writes', async () => {
    const all = await runExec(issuer, { command: 'env; env >&2; env | base64; env | od -An -tx1 | tr -d " \\n"' });
    const bare = await runExec(issuer, { command: 'env | grep -c TOKEN' });
    expect(Number(bare.stdout)).toBeGreaterThan(0);
    expect(all.stdout).toMatch(/(?:DATASETTE_TOKEN|INFLUX_TOKEN|SN_TOKEN_SECRET)=\*\*\*|NSC_TOKEN_FILE=/);
    expectNothingLeft(all);
  });
});

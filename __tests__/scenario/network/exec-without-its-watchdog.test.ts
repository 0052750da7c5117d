import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runExec } from './exec-run.js';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';

function pidOf(cmdline: (text: string) => boolean): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) && cmdline(readFileSync(`/proc/${name}/cmdline`, 'latin1')) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

describe.skipIf(process.platform !== 'linux').each(ISSUERS)(
  '$name: an exec that is killed with its watchdog',
  (issuer) => {
    it('leaves a lease that is written down, by which the next command ends it', async () => {
      let ended: { readonly status: number | null; readonly text: string } | undefined;
      const result = await runExec(
        issuer,
        { command: 'echo ready; exec sleep 60' },
        async (run, { inputs, context }) => {
          await run.wrote('ready');
          const children = pidOf((text) => text.includes('mint-token-watchdog')).filter((pid) =>
            readFileSync(`/proc/${pid}/status`, 'latin1').includes(`PPid:\t${run.pid}\n`),
          );
          expect(children).toHaveLength(1);
          for (const pid of children) process.kill(pid, 'SIGKILL');
          const [command = 0] = pidOf((text) => text === 'sleep\x0060\0').filter((pid) =>
            readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`IN_FOLDER=${run.folder}\0`),
          );
          await vi.waitFor(() => {
            run.kill('SIGKILL');
          });
          await run.gone;
          process.kill(command, 'SIGKILL');
          const [file = ''] = readdirSync(join(run.folder, 'state'));
          const given = Object.entries(inputs)
            .filter(([name]) => !['credential', 'grants'].includes(name))
            .flatMap(([name, value]) => [`--${name.replaceAll('_', '-')}`, value]);
          const { credential } = inputs;
          if (credential !== undefined) {
            writeFileSync(join(run.folder, 'again'), credential);
            given.push('--credential-file', join(run.folder, 'again'));
          }
          const revoke = spawn(
            process.execPath,
            [
              join(ACTION_DIRECTORY, 'dist/command.js'),
              'revoke',
              ...given,
              '--state-dir',
              join(run.folder, 'state'),
              '--lease',
              file.replace('.json', ''),
            ],
            { env: { PATH: process.env['PATH'] ?? '', HOME: run.folder, ...context } },
          );
          let text = '';
          revoke.stderr.setEncoding('utf8').on('data', (more: string) => (text += more));
          ended = await new Promise((resolve) => revoke.once('close', (status) => resolve({ status, text })));
        },
      );
      expect(ended?.status, ended?.text).toBe(0);
      expect(result.left, ended?.text).toStrictEqual([]);
      expect(result.othersIntact).toBe(true);
      expect(result.journal).toStrictEqual([]);
    });
  },
);

const [issuer] = ISSUERS;

describe.skipIf(process.platform !== 'linux' || issuer === undefined)('an exec that can have no watchdog', () => {
  const refused = async (plan: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly stateFolder?: boolean;
  }) => {
    if (issuer === undefined) throw new Error('no issuer');
    const result = await runExec(issuer, { command: 'echo ran', ...plan });
    expect(result.status, result.stderr).toBe(111);
    expect(result.stdout).toBe('');
    expect(result.requests).not.toContain('mint');
    return result.stderr;
  };

  it('mints nothing where it cannot hold what it would need', async () => {
    const proxies = {
      http_proxy: `http://127.0.0.1:1/${'x'.repeat(16_000)}`,
      no_proxy: `127.0.0.1,${'y,'.repeat(8_000)}`,
    };
    const all = { ...proxies, https_proxy: proxies.http_proxy, all_proxy: proxies.http_proxy };
    expect(await refused({ environment: all })).toContain('cannot hold what it would need');
  });

  it('mints nothing where the lease cannot be written down', async () => {
    expect(await refused({ environment: { MINT_TOKEN_STATE_DIR: '/dev/null/nowhere' }, stateFolder: false })).toContain(
      '--state-dir',
    );
  });
});

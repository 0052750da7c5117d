import { describe, expect, it } from 'vitest';
import { ISSUERS, roleOf } from '../network/issuer-under-test.js';
import { newMachine, optionsFor, readJson } from './command-process.js';

const secret = 'not-a-real-secret-of-a-datasette-server-0123456789';
const datasette = ['create', '--type', 'datasette', '--actor', 'ci-bot', '--grant', 'mydb: view-database'];

describe.each(ISSUERS)('$name: the exit status of create', (under) => {
  it('is 3 when standard output is closed: minted, not delivered, revoked', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const ended = await machine.run(['create', ...optionsFor(issuer, machine)], {
      environment: issuer.context,
      closeStdout: true,
    });
    expect(ended.stderr).toContain('standard output could not be written');
    expect(ended.status).toBe(3);
    expect(await issuer.left()).toStrictEqual([]);
    expect(machine.journal()).toStrictEqual([]);
    await issuer.close();
  });

  it('is 1 when the server refuses, and nothing is written down', async () => {
    let refuses = false;
    const issuer = await under.start((request) =>
      refuses && ['prepare', 'mint'].includes(roleOf(under, request))
        ? { kind: 'status', status: 403, act: false }
        : undefined,
    );
    refuses = true;
    using machine = newMachine();
    const ended = await machine.run(['create', ...optionsFor(issuer, machine)], { environment: issuer.context });
    expect(ended.stdout).toBe('');
    expect(await issuer.left()).toStrictEqual([]);
    // An answer that is not in the system's own words may come from something on the way.
    expect([1, 4], ended.stderr).toContain(ended.status);
    if (ended.status === 4) expect(ended.stderr).toMatch(/To end it: mint-token revoke .*--lease [0-9a-f]{32}/);
    expect(machine.journal()).toHaveLength(ended.status === 4 ? 1 : 0);
    await issuer.close();
  });

  it('is 4 when the answer is lost and nobody can look, also after a signal; 128 and its number when nothing is left', async () => {
    let silent = false;
    const issuer = await under.start((request) =>
      silent && roleOf(under, request) === 'mint' ? { kind: 'act-then-never-answer' } : undefined,
    );
    silent = true;
    using machine = newMachine();
    let signalled = false;
    const running = machine.run(['create', ...optionsFor(issuer, machine)], {
      environment: issuer.context,
      onStderr(text, signal) {
        if (signalled || !text.includes('  end: ')) return;
        signalled = true;
        const wait = setInterval(() => {
          if (!issuer.requests().some((request) => roleOf(under, request) === 'mint')) return;
          clearInterval(wait);
          signal('SIGTERM');
        }, 20);
      },
    });
    const ended = await running;
    const left = await issuer.left();
    expect(ended.status, ended.stderr).toBe(left.length === 0 && machine.journal().length === 0 ? 143 : 4);
    if (left.length > 0)
      expect(ended.stderr).toMatch(/may be left .*To end it: mint-token revoke .*--lease [0-9a-f]{32}/);
    await issuer.close();
  });

  it('is 0 for a dry run, which mints nothing and writes nothing down', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const ended = await machine.run(['create', ...optionsFor(issuer, machine), '--dry-run'], {
      environment: issuer.context,
    });
    expect(ended.status, ended.stderr).toBe(0);
    expect(readJson(ended.stdout)).toHaveProperty('grants');
    expect(await issuer.left()).toStrictEqual([]);
    expect(machine.journal()).toStrictEqual([]);
    await issuer.close();
  });
});

describe('the exit status of create', () => {
  it.each([
    ['a misspelt option', [...datasette, '--expires_in', '30m'], 'Did you mean --expires-in?'],
    ['wrong grants', [...datasette, '--grants', 'mydb'], '--grants'],
    ['no type', ['create'], '--type'],
    ['an output that there is not', [...datasette, '--output', 'jsn'], 'Did you mean "json"?'],
    ['a credential in an argument', [...datasette, `--credential=${secret}`], '--credential-file'],
    ['a misspelt verb', ['craete'], 'Did you mean create?'],
  ])('is 2 for %s', async (_, words, told) => {
    using machine = newMachine();
    const ended = await machine.run(words, { environment: { DATASETTE_SECRET: secret } });
    expect(ended.status, ended.stderr).toBe(2);
    expect(ended.stderr).toContain(told);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).not.toContain(secret);
  });

  it('is 4 for a token that nobody can revoke and that could not be delivered, with its end', async () => {
    using machine = newMachine();
    const ended = await machine.run(datasette, { environment: { DATASETTE_SECRET: secret }, closeStdout: true });
    expect(ended.status).toBe(4);
    expect(ended.stderr).toMatch(/was not handed on, cannot be revoked, and lives until \d{4}-/);
  });

  it('is 1 when leases cannot be written down, and nothing is minted', async () => {
    const issuer = await ISSUERS[0]?.start();
    if (issuer === undefined) throw new Error('no issuer');
    using machine = newMachine();
    // Where nobody may make a folder, not even root.
    const ended = await machine.run(['create', ...optionsFor(issuer, machine), '--state-dir', '/proc/mint-token']);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('--no-journal');
    expect(issuer.requests()).toStrictEqual([]);
    await issuer.close();
  });
});

import fc from '../../properties.js';
import { describe, expect, it } from 'vitest';

import { createLineSplitter, parseCommand } from '../../runner/workflow-commands.mjs';
import { jobFor } from './fixture-action.js';

function parsed(line: string): [string, Record<string, string>, string] | undefined {
  const command = parseCommand(line, undefined);
  return command && [command.name, Object.fromEntries(command.properties), command.data];
}

describe('a command in a line', () => {
  it.each([
    ['::error::text', ['error', {}, 'text']],
    ['  ::ERROR::text', ['error', {}, 'text']],
    ['::add-mask::a::b', ['add-mask', {}, 'a::b']],
    ['::error file=a%2Cb%3A%25,line=1::x%0Ay%0D%253B', ['error', { file: 'a,b:%', line: '1' }, 'x\ny\r%3B']],
    ['::error title=,file==a=b::%250A', ['error', { file: 'a=b' }, '%0A']],
    ['::notice ::', ['notice', {}, '']],
    ['some text ##[error]inside', ['error', {}, 'inside']],
    ['x ##[save-state name=a%3Bb;c=%5D]v%0Aw%25', ['save-state', { name: 'a;b', c: ']' }, 'v\nw%']],
    ['::unknown::##[add-mask]x', ['add-mask', {}, 'x']],
  ])('is found in %j', (line, expected) => {
    expect(parsed(line)).toEqual(expected);
  });

  it.each(['text ::error::x', '::unknown::x', ':: error::x', '::error x', '##[unknown]x', '##[error', '::error', ''])(
    'is not found in %j',
    (line) => {
      expect(parsed(line)).toBeUndefined();
    },
  );

  it('gives back every text that is escaped as GitHub says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
        expect(parsed(`::add-mask::${escaped}`)?.[2]).toBe(text);
      }),
    );
  });
});

describe('the lines of a stream', () => {
  function lines(chunks: readonly Uint8Array[]): string[] {
    const found: string[] = [];
    const splitter = createLineSplitter((line) => found.push(line));
    for (const chunk of chunks) {
      splitter.write(chunk);
    }
    splitter.end();
    return found;
  }

  it('end at LF, CR LF and a lone CR', () => {
    expect(lines([Buffer.from('a\nb\r\nc\rd\n\ne')])).toEqual(['a', 'b', 'c', 'd', '', 'e']);
  });

  it('are the same however the bytes arrive', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', 'é', '😀') });
    fc.assert(
      fc.property(text, (whole) => {
        const bytes = Buffer.from(whole);
        expect(lines(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(lines([bytes]));
      }),
    );
  });
});

describe('what a process prints', () => {
  it('makes annotations whose messages are masked and whose properties are not, as on GitHub', async () => {
    const job = await jobFor({
      main: `
        console.log('::add-mask::s3cret');
        console.log('::error title=a s3cret title,file=x.ts::the s3cret%0Asecond line');
        console.log('::warning::w'); console.error('::notice::n');`,
    });
    const step = await job.runAction();
    expect(step.annotations.filter(({ level }) => level !== 'notice')).toEqual([
      {
        level: 'error',
        title: 'a s3cret title',
        message: 'the ***\nsecond line',
        properties: { title: 'a s3cret title', file: 'x.ts' },
      },
      { level: 'warning', title: '', message: 'w', properties: {} },
    ]);
    expect(step.annotations).toHaveLength(3);
    expect(step.log).toContain('##[error]the ***\nsecond line');
    expect(step.conclusion).toBe('success');
  });

  it('groups, and shows debug lines only in step debug, where every saved state shows, too', async () => {
    const main = `
      console.log('::group::One'); console.log('::debug::two%0Athree'); console.log('::endgroup::');
      append('GITHUB_STATE', 'id=visible\\n');`;
    const plain = await (await jobFor({ main })).runAction();
    expect(plain.log).toBe('##[group]One\n##[endgroup]');
    const debugged = await (await jobFor({ main }, { context: { RUNNER_DEBUG: '1' } })).runAction();
    expect(debugged.log.split('\n')).toEqual(
      expect.arrayContaining(['##[debug]two', '##[debug]three', '##[debug]Save intra-action state id = visible']),
    );
  });

  it('is echoed in step debug and after an echo command, but for the value of a mask', async () => {
    const main = `
      console.log('::add-mask::s3cret');
      if (env.INPUT_ECHO) { console.log('::echo::' + env.INPUT_ECHO); }
      console.log('::set-output name=a::s3cret');`;
    const isEchoed = (log: string): boolean => log.split('\n').includes('::set-output name=a::***');
    const plain = await jobFor({ main });
    expect(isEchoed((await plain.runAction()).log)).toBe(false);
    expect(isEchoed((await plain.runAction({ id: 'on', with: { echo: 'on' } })).log)).toBe(true);
    const debugged = await jobFor({ main }, { context: { RUNNER_DEBUG: '1' } });
    const step = await debugged.runAction();
    expect(isEchoed(step.log)).toBe(true);
    expect(step.log).toContain('::add-mask::***');
    expect(step.log).not.toContain('s3cret');
    expect(isEchoed((await debugged.runAction({ id: 'off', with: { echo: 'OFF' } })).log)).toBe(false);
  });

  it('still saves a state and sets an output by the old commands, with a warning', async () => {
    const job = await jobFor({
      main: `console.log('::save-state name=Id::1%0A2'); console.log('::set-output name=token::t');`,
    });
    const step = await job.runAction();
    expect(step).toMatchObject({ state: { Id: '1\n2' }, outputs: { token: 't' }, conclusion: 'success' });
    expect(step.annotations.map(({ level }) => level)).toEqual(['warning', 'warning']);
  });

  it.each([
    ['::set-env name=A::b', 'disabled'],
    ['::add-path::/opt', 'disabled'],
    ['::save-state::no name', "Required field 'name'"],
    ['::echo::perhaps', 'Invalid echo command value'],
    ['::add-matcher::m.json', 'no problem matchers'],
    ['::stop-commands::', 'no valid token'],
    ['::stop-commands::add-mask', 'no valid token'],
  ])('fails the step with %s, although the process succeeds', async (line, message) => {
    const job = await jobFor({ main: `console.log(${JSON.stringify(line)});` });
    const step = await job.runAction();
    expect(step).toMatchObject({ exitCode: 0, conclusion: 'failure' });
    expect([step.exported, step.state, step.paths]).toEqual([{}, {}, []]);
    expect(step.commandErrors.join()).toContain(message);
  });

  it('can forge a command inside a line when it prints foreign text as it is', async () => {
    const job = await jobFor({ main: `console.log('server says: ##[set-output name=token]forged');` });
    expect((await job.runAction()).outputs).toEqual({ token: 'forged' });
  });

  it('is no command between stop-commands and its token; the next step starts anew', async () => {
    const job = await jobFor({
      main: `
        console.log('::stop-commands::t0ken');
        console.log('::add-mask::visible');
        console.log('##[save-state name=a]1');
        if (env.INPUT_RESUME) { console.log('::T0KEN::'); }
        console.log('::save-state name=b::2');`,
    });
    const resumed = await job.runAction({ id: 'resumed', with: { resume: 'yes' } });
    expect([resumed.state, resumed.masks]).toEqual([{ b: '2' }, []]);
    expect(resumed.log).toContain('::add-mask::visible');
    const stopped = await job.runAction({ id: 'stopped' });
    expect(stopped.state).toEqual({});
    expect((await job.runCommand([process.execPath, '-e', 'console.log("::add-mask::s3cret")'])).masks).toEqual([
      's3cret',
    ]);
  });

  it('is waited for line by line; a line that never comes rejects when the process ends', async () => {
    const job = await jobFor({ main: `console.log('one'); console.error('two'); console.log('three');` });
    const running = job.startAction();
    const never = running.stdoutLine((line) => line === 'two');
    await expect(running.stdoutLine((line) => line.startsWith('th'))).resolves.toBe('three');
    await expect(never).rejects.toThrow('without the line');
    await expect(running.stdoutLine((line) => line === 'one')).resolves.toBe('one');
  });

  it('delays the step while a child of the process holds stdout, and no longer than the grace time', async () => {
    const job = await jobFor(
      {
        main: `
          import { spawn } from 'node:child_process';
          const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
          child.unref();
          console.log(child.pid);`,
      },
      { grace: { streamMilliseconds: 200 } },
    );
    const step = await job.runAction();
    process.kill(Number(step.log), 'SIGKILL');
    expect(step.conclusion).toBe('success');
    expect(step.milliseconds).toBeGreaterThan(190);
    expect(step.milliseconds).toBeLessThan(10_000);
  });
});

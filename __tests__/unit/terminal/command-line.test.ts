import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../src/terminal/command-line.js';
import { COMMAND_VERBS, optionsOf } from '../../../src/terminal/options.js';
import { meaningOf } from '../../../src/terminal/option-meanings.js';
import { helpOf } from '../../../src/terminal/help.js';

function given(...words: readonly string[]) {
  const read = readCommandLine('create', words);
  if (read.kind !== 'given') throw new Error(`not understood: ${JSON.stringify(read)}`);
  return read.given;
}

function problems(...words: readonly string[]): readonly string[] {
  const read = readCommandLine('create', words);
  return read.kind === 'wrong' ? read.problems : [];
}

describe('the options of a command', () => {
  it('are the inputs, with hyphens', () => {
    const { option } = given('--expires-in', '30m', '--time-zone', '-05:00', '--name=--dry-run');
    expect(option('expires-in')).toBe('30m');
    expect(option('time-zone')).toBe('-05:00');
    expect(option('name')).toBe('--dry-run');
    expect(option('type')).toBeUndefined();
  });

  it('may be repeated where they are lists, and nowhere else', () => {
    expect(given('--grant', 'buckets a: read', '--grant', 'buckets b: read').option('grant')).toBe(
      'buckets a: read\nbuckets b: read',
    );
    expect(problems('--name', 'a', '--name', 'b')).toStrictEqual(['--name is given 2 times; keep one']);
  });

  it.each([
    [['--dry-run'], 'true'],
    [['--no-dry-run'], 'false'],
    [['--dry-run=false'], 'false'],
    [['--dry-run=true'], 'true'],
  ])('are flags: %j', (words, value) => {
    expect(given(...words).option('dry-run')).toBe(value);
  });

  it('take no separate word as flags', () => {
    expect(problems('--dry-run', 'false')).toStrictEqual([
      'behind --dry-run stands false, and it takes no word of its own; write --dry-run, --no-dry-run or --dry-run=false',
    ]);
    expect(problems('--dry-run=maybe')[0]).toContain('expected --dry-run, --no-dry-run or --dry-run=false');
  });

  it.each([
    ['--expires_in', '--expires-in'],
    ['--expire', '--expires-in'],
    ['--grnt', '--grant'],
    ['--expires-after', '--expires-in'],
    ['--dryrun', '--dry-run'],
    ['--no-revok', '--no-revoke'],
  ])('that are misspelt are answered with the nearest: %s', (word, near) => {
    expect(problems(word)).toStrictEqual([`${word} is no option of create. Did you mean ${near}?`]);
  });

  it('never hold a secret, and show none that is given all the same', () => {
    const secret = 'not-a-real-secret-in-an-argument';
    for (const words of [['--credential', secret], [`--credential=${secret}`], ['--secret', secret], [secret]]) {
      const told = problems(...words).join('\n');
      expect(told).not.toBe('');
      expect(told).not.toContain(secret);
    }
    expect(problems('--credential', secret)).toStrictEqual([expect.stringContaining('--credential-file FILE')]);
  });

  it('need the value that they are for', () => {
    expect(problems('--name')).toStrictEqual(['--name needs a value: --name NAME']);
    expect(problems('--name', '--dry-run')[0]).toContain('if it is meant, write --name=--dry-run');
    expect(problems('--name', ' ')).toStrictEqual(['--name: the value is empty; give one, or leave the option out']);
  });

  it('are all told of at once', () => {
    expect(problems('--nam', 'a', '--output', '--', 'true')).toHaveLength(3);
  });

  it('end where a command begins', () => {
    const read = readCommandLine('exec', ['--type', 'influxdb', '--', 'env', '--help', '--type', 'x']);
    if (read.kind !== 'given') throw new Error(read.kind);
    expect(read.given.command).toStrictEqual(['env', '--help', '--type', 'x']);
    expect(read.given.option('type')).toBe('influxdb');
  });

  it.each([['--help'], ['-h']])('lead to the help: %s', (word) => {
    expect(readCommandLine('create', ['--type', 'x', word]).kind).toBe('help');
  });

  it.each(COMMAND_VERBS)('of %s have a meaning each, and no name twice', (verb) => {
    const options = optionsOf(verb);
    expect(new Set(options.map(({ name }) => name)).size).toBe(options.length);
    for (const option of options) expect(meaningOf(option, verb)).toMatch(/[.)]$|^[^.]+$/);
    for (const line of helpOf(verb).split('\n')) expect(line.length, line).toBeLessThanOrEqual(112);
  });
});

import fc from '../../properties.js';
import { describe, expect, it } from 'vitest';

import { annotateError, annotateWarning, say, tell } from '../../../src/runner/log.js';
import { maskSecret } from '../../../src/runner/masks.js';
import { notice, warning } from '../../../src/lease/notice.js';
import { parseCommand } from '../../runner/workflow-commands.mjs';
import { outputOf } from './step-process.js';
import { plainText } from '../../../src/host/plain-text.js';

const ESCAPE = '\u001b';

describe('text of servers and users in the log', () => {
  it.each([
    '::add-mask::word',
    '  ::set-output name=token::forged',
    '::stop-commands::x',
    'before ##[add-mask]word',
    '##[error]x',
    '####[save-state name=x]y',
    '#\u0007#[add-mask]word',
    '##\u001b[31m[add-mask]word',
    `${ESCAPE}[0m::add-mask::word`,
    '\ufeff::add-mask::word',
    '\u2028::add-mask::word',
    '\t::add-mask::word',
    ':\u0000:add-mask::word',
    'two lines\n::add-mask::word',
    'two lines\r\n##[add-mask]word',
    'a lone carriage return\r::add-mask::word',
  ])('is no command of the runner: %j', (text) => {
    const lines = outputOf(() => {
      say(text);
    });
    expect(lines.split('\n')).toHaveLength(2);
    for (const line of lines.split(/[\r\n]/)) expect(parseCommand(line, undefined)).toBeUndefined();
  });

  it.each([
    ['before ##[add-mask]word', 'before ##\u200b[add-mask]word'],
    ['::add-mask::word', ':\u200b:add-mask::word'],
    ['  ::add-mask::word', '  :\u200b:add-mask::word'],
    ['two lines\r\n\n::add-mask::word', 'two lines ::add-mask::word'],
    ['two lines\u2029\u2028of text', 'two lines of text'],
  ])('is shown, only not as a command: %j', (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  it('is no command of the runner, whatever it is', () => {
    const piece = fc.constantFrom('::', ':', '##', '#', '[', 'add-mask', ']', ' ', '\n', '\r', '\t', ESCAPE, '\u009b', '\u0000', '\ufeff', '\u2028', 'x'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const line = plainText(pieces.join(''));
        expect(parseCommand(line, undefined)).toBeUndefined();
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(line).not.toContain('##[');
      }),
      { numRuns: 2000 },
    );
  });

  it('holds no control sequence of a terminal and no sign that turns the line round', () => {
    expect(plainText(`${ESCAPE}[1;31mred${ESCAPE}[0m`)).toBe('red');
    expect(plainText('\u009b[2Jcleared \u0007bell')).toBe('cleared bell');
    expect(plainText('abc\u202edcba\u2066x\u2069\u200e')).toBe('abcdcbax');
  });

  it.each(['plain: text, 100%', 'a : b', 'Ωmega — naïve 😀 “quotes” "and" \'these\'', '# one', 'a # [b]', ':', 'x::y'])(
    'is shown as it is where it means nothing: %s',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  it('holds no secret, also where control characters stand between its parts', () => {
    outputOf(() => {
      maskSecret('not-a-real-secret-in-a-log');
    });
    expect(plainText('is not-a-real-secret-in-a-log')).toBe('is ***');
    expect(plainText(`is not-a-real${ESCAPE}[0m-secret-in\u0000-a-log`)).toBe('is ***');
  });

  it('holds no secret of several lines', () => {
    outputOf(() => {
      maskSecret('not-a-real-secret\nof several lines');
    });
    expect(plainText('is not-a-real-secret\nof several lines.')).toBe('is ***.');
  });
});

describe('a long text', () => {
  it('is cut, with the number of the characters that are not shown, before the runner cuts an annotation off', () => {
    expect(plainText('x'.repeat(4_000))).toBe('x'.repeat(4_000));
    expect(plainText('x'.repeat(2_000_000))).toBe(`${'x'.repeat(4_000)}… (1996000 characters more)`);
    const [command] = outputOf(() => {
      annotateError('x'.repeat(2_000_000));
    }).split('\n');
    expect(parseCommand(command ?? '', undefined)?.data.length).toBeLessThan(4_096);
  });

  it('shows no beginning of a secret where it is cut', () => {
    outputOf(() => {
      maskSecret('no-real-secret-at-the-end-of-a-line');
    });
    const before = 'x'.repeat(3_980);
    expect(plainText(`${before}no-real-secret-at-the-end-of-a-line`)).toBe(`${before}***… (15 characters more)`);
  });
});

describe('annotations', () => {
  it('are one command each, whose message the runner reads as it was meant', () => {
    const written = outputOf(() => {
      annotateError('100% wrong: a,b\n::add-mask::x');
      annotateWarning('careful');
    });
    const commands = written
      .trimEnd()
      .split('\n')
      .map((line) => parseCommand(line, undefined));
    expect(commands.map((command) => [command?.name, command?.data])).toStrictEqual([
      ['error', '100% wrong: a,b ::add-mask::x'],
      ['warning', 'careful'],
    ]);
    // A title is not masked by runners: there is none.
    expect(commands.map((command) => command?.properties.size)).toStrictEqual([0, 0]);
  });

  it('are made of warnings, not of mere notices', () => {
    const written = outputOf(() => {
      tell(warning('look here'));
      tell(notice('by the way'));
    });
    expect(written).toBe('::warning::look here\nnote: by the way\n');
  });
});

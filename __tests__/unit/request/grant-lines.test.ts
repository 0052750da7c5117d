import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import { besideUnrestricted, isAll, parseGrants, type GrantLine } from '../../../src/request/grants.js';

type Texts = readonly (readonly [resource: readonly string[], actions: readonly string[]])[];

function linesOf(text: string): readonly GrantLine[] {
  const { grants, problems } = parseGrants(text);
  expect(problems).toEqual([]);
  if (grants.form !== 'lines') throw new Error(`read as ${grants.form}`);
  return grants.lines;
}

function textsOf(text: string): Texts {
  return linesOf(text).map(({ resource, actions }) => [
    resource.map((word) => word.text),
    actions.map((word) => word.text),
  ]);
}

/** What is wrong with grants, as `line:column message`. */
function problemsOf(text: string): readonly string[] {
  return parseGrants(text).problems.map(({ input, at, message }) => {
    expect(input).toBe('grants');
    return at === undefined ? message : `${at.line}:${at.column} ${message}`;
  });
}

describe('a line is a resource of words, a colon, and actions between commas', () => {
  test.for<[string, Texts]>([
    ['mydb: create-table', [[['mydb'], ['create-table']]]],
    [
      'mydb mytable: insert-row, update-row',
      [
        [
          ['mydb', 'mytable'],
          ['insert-row', 'update-row'],
        ],
      ],
    ],
    ['buckets *: read', [[['buckets', '*'], ['read']]]],
    ['source-id: /REGION1/**', [[['source-id'], ['/REGION1/**']]]],
    ['a b c d: e', [[['a', 'b', 'c', 'd'], ['e']]]],
    ['日本 テーブル: 読む', [[['日本', 'テーブル'], ['読む']]]],
    ['🚀: a', [[['🚀'], ['a']]]],
    ["it's: o'k", [[["it's"], ["o'k"]]]],
    ['a{b}[c]: {d}, [e]', [[['a{b}[c]'], ['{d}', '[e]']]]],
  ])('%j', ([text, expected]) => expect(textsOf(text)).toEqual(expected));

  test.for<[string, Texts]>([
    [
      '  mydb \t mytable:\tread  ,write\t ',
      [
        [
          ['mydb', 'mytable'],
          ['read', 'write'],
        ],
      ],
    ],
    ['a:  b,c ,d', [[['a'], ['b', 'c', 'd']]]],
  ])('blanks and tabs may stand between its parts and around it: %j', ([text, expected]) =>
    expect(textsOf(text)).toEqual(expected),
  );

  test.for<[string, Texts]>([
    ['urn:x:y: read', [[['urn:x:y'], ['read']]]],
    [':a: read', [[[':a'], ['read']]]],
    ['http://host/path: read', [[['http://host/path'], ['read']]]],
    ['a: b:c', [[['a'], ['b:c']]]],
    ['a: :b', [[['a'], [':b']]]],
    ['a::b: c', [[['a::b'], ['c']]]],
  ])('only a colon before a blank ends the resource: %j', ([text, expected]) =>
    expect(textsOf(text)).toEqual(expected),
  );

  test.for<[string, Texts]>([
    ['"my db" "t,1": "a b"', [[['my db', 't,1'], ['a b']]]],
    ['"a\\"b\\\\c": x', [[['a"b\\c'], ['x']]]],
    ['"\\u00e9\\ud83d\\ude80": x', [[['é🚀'], ['x']]]],
    ['"a: b": "c: d"', [[['a: b'], ['c: d']]]],
    ['"#1": "#2", "3"', [[['#1'], ['#2', '3']]]],
    ['"\u00a0": x', [[['\u00a0'], ['x']]]],
    [' "{": x', [[['{'], ['x']]]],
    ['"unrestricted": x', [[['unrestricted'], ['x']]]],
  ])("a text in double quotes, with JSON's escapes, is one word: %j", ([text, expected]) =>
    expect(textsOf(text)).toEqual(expected),
  );

  test('blank lines and lines that start with # are skipped, and resources may repeat', () => {
    expect(textsOf('\n# all of it\nmydb: a\n\t\n  # more: b\nmydb: b, c\n')).toEqual([
      [['mydb'], ['a']],
      [['mydb'], ['b', 'c']],
    ]);
  });

  test('lines may end as they do on Windows', () => {
    expect(textsOf('mydb: a\r\n\r\n# b\r\nother t: c, d\r\n')).toEqual([
      [['mydb'], ['a']],
      [
        ['other', 't'],
        ['c', 'd'],
      ],
    ]);
  });

  test('an unquoted * means all, a quoted one is a name', () => {
    const [line] = linesOf('buckets * "*" "\\u002a" **: *, "*"');
    expect(line?.resource.map(isAll)).toEqual([false, true, false, false, false]);
    expect(line?.actions.map(isAll)).toEqual([true, false]);
  });

  test('every word knows its line and its column, in characters', () => {
    const [, line] = linesOf('x: y\n  🚀 "é é"\tb:  c ,"d"');
    expect(line?.at).toEqual({ line: 2, column: 3 });
    expect(line?.resource.map(({ text, at }) => [text, at.line, at.column])).toEqual([
      ['🚀', 2, 3],
      ['é é', 2, 5],
      ['b', 2, 11],
    ]);
    expect(line?.actions.map(({ text, at }) => [text, at.line, at.column])).toEqual([
      ['c', 2, 15],
      ['d', 2, 18],
    ]);
  });

  test('as many words on one line as grants may have bytes are read without delay', () => {
    const actions = Array<string>(21_000).fill('a');
    expect(linesOf(`mydb: ${actions.join(', ')}`)[0]?.actions.at(-1)).toEqual({
      text: 'a',
      quoted: false,
      at: { line: 1, column: 7 + 3 * (actions.length - 1) },
    });
  });
});

describe('an expression that came out empty grants nothing wider', () => {
  test.for([
    ['mydb : read', '1:6 a blank stands before the colon: an expression was probably empty'],
    ['mydb\t: read', '1:6 a blank stands before the colon'],
    ['mydb  :', '1:7 a blank stands before the colon'],
    ['"my db" : read', '1:9 a blank stands before the colon'],
    [': read', '1:1 nothing stands before the colon: an expression was probably empty'],
    ['  : read', '1:3 nothing stands before the colon'],
    [':', '1:1 nothing stands before the colon'],
    ['mydb "": read', '1:6 the text between the quotes is empty: an expression was probably empty'],
    ['mydb: ""', '1:7 the text between the quotes is empty'],
    ['mydb:', '1:6 no action stands after the colon: an expression was probably empty'],
    ['mydb: ', '1:7 no action stands after the colon'],
    ['mydb: read, ', '1:13 an action is missing here'],
    ['mydb: read,, write', '1:12 an action is missing here'],
    ['mydb: , write', '1:7 an action is missing here'],
  ] as const)('%j', ([text, problem]) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

describe('a line that cannot be read is reported with its place, what was found and what may stand there', () => {
  test.for([
    ['mydb', '1:5 the line ends without a colon and actions; a grant is one line, RESOURCE: ACTION[, ACTION...]'],
    ['mydb:read', '1:10 the line ends without a colon and actions'],
    ['mydb read', '1:10 the line ends without a colon and actions'],
    ['🚀🚀', '1:3 the line ends without a colon'],
    ['a, b: c', '1:2 found a comma among the words of a resource; a word with a comma is put in double quotes'],
    ['a , b: c', '1:3 found a comma among the words of a resource'],
    [', b: c', '1:1 found a comma among the words of a resource'],
    ['a: b c', '1:6 found "c", expected a comma or the end of the line'],
    ['a: b c: d', '1:6 found "c: d", expected a comma or the end of the line'],
    ['a: b: c', '1:5 found a second colon; a word with a colon before a blank is put in double quotes'],
    ['a: b : c', '1:6 found a second colon'],
    ['a: b:', '1:5 found a second colon'],
    ['a: "b": c', '1:7 found a second colon'],
    ['a: : b', '1:4 found a second colon'],
    ['a: b, : c', '1:7 found a second colon'],
    ['a"b": c', '1:2 quotes enclose a whole word'],
    ['a: b"c"', '1:5 quotes enclose a whole word'],
    ['"a"b: c', '1:4 quotes enclose a whole word; expected a blank, a comma or a colon after the closing quote'],
    ['"a":b: c', '1:4 quotes enclose a whole word'],
    ['"a""b": c', '1:4 quotes enclose a whole word'],
    ['"a: c', '1:1 this double quote is never closed'],
    ["'a': c", "1:1 found '; quotes are double quotes"],
    ["a 'b c': d", "1:3 found '; quotes are double quotes"],
    ['a: `b`', '1:4 found `; quotes are double quotes'],
    ['“a”: b', '1:1 found “; quotes are double quotes'],
    ['x "a\\": c', '1:3 this double quote is never closed'],
    ['"a\\q": c', "1:1 this text in double quotes is not valid by JSON's rules: a backslash itself is written \\\\"],
    ['"a\tb": c', "1:1 this text in double quotes is not valid by JSON's rules"],
    ['"\\ud83d": c', "1:1 this text in double quotes is not valid by JSON's rules"],
    ['"\\u12": c', "1:1 this text in double quotes is not valid by JSON's rules"],
    ['a: b # c', '1:6 found # inside a line; a comment stands on a line of its own'],
    ['a#b: c', '1:2 found # inside a line'],
    ['a: b#', '1:5 found # inside a line'],
  ] as const)('%j', ([text, problem]) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test.for([
    ['\u00a0', 'U+00A0'],
    ['\u3000', 'U+3000'],
    ['\u2028', 'U+2028'],
    ['\u0085', 'U+0085'],
    ['\u0007', 'U+0007'],
    ['\r', 'U+000D'],
    ['\u200b', 'U+200B'],
    ['\ufeff', 'U+FEFF'],
    ['\u202e', 'U+202E'],
    ['\u{e0041}', 'U+E0041'],
  ] as const)('a character that nobody sees is named, where it is not in quotes: %j', ([character, name]) => {
    for (const [text, column] of [
      [`a${character}b: c`, 2],
      [`a:${character}b`, 3],
      [`a b${character}: c`, 4],
      [`a: b, c${character}d`, 8],
    ] as const) {
      expect(problemsOf(text)).toEqual([
        `1:${column} found the invisible character ${name}; expected a visible one or a plain blank, or the word in double quotes`,
      ]);
    }
    expect(parseGrants(`${JSON.stringify(`a${character}b`)}: c`).problems).toEqual([]);
  });

  test('all lines are read, and all problems told, in their order', () => {
    const { grants, problems } = parseGrants('a: b\r\n# x\r\nc\r\n"d": e\r\n\r\nf :g\r\nh : i');
    expect(grants).toMatchObject({ form: 'lines', lines: [{ at: { line: 1 } }, { at: { line: 4 } }] });
    expect(problems.map(({ at }) => at)).toEqual([
      { line: 3, column: 2 },
      { line: 6, column: 5 },
      { line: 7, column: 3 },
    ]);
  });

  test.for(['', ' \n\t\r\n', '# only: a comment', '\n#\n'])('no grant at all: %j', (text) => {
    expect(problemsOf(text)).toEqual([
      'no grant is given; a grant is one line, RESOURCE: ACTION[, ACTION...]. A token is never minted without saying what it may do',
    ]);
  });

  test.for([
    ['a: b\n{"a": ["vi"]}', 2, 1],
    ['# grants\n  [{"action": "read"}]', 2, 3],
    ['a: b\n{c}: d', 2, 1],
    ['a: b\r\n\r\n[c] d: e', 3, 1],
  ] as const)('JSON is not mixed with lines: %j', ([text, line, column]) => {
    expect(problemsOf(text)).toEqual([
      `${line}:${column} found the start of JSON among lines; give JSON alone, without lines or comments before it, or put a name that begins so in double quotes`,
    ]);
  });

  test.for([
    ['-a view-instance: x', 1, 1],
    ['a: b\n  - c: d', 2, 3],
    ['--grant: x', 1, 1],
  ] as const)('an option is none: %j', ([text, line, column]) => {
    expect(problemsOf(text)).toEqual([
      `${line}:${column} found -, which begins no grant; a name that begins so is put in double quotes`,
    ]);
  });
});

describe('unrestricted is written out, on a line of its own', () => {
  test.for([
    ['unrestricted', 1, 1],
    ['# all of it\r\n\r\n \tunrestricted \r\n', 3, 3],
  ] as const)('%j', ([text, line, column]) => {
    const grants = { form: 'unrestricted', at: { line, column }, beside: [] } as const;
    expect(parseGrants(text)).toEqual({ grants, problems: [] });
    expect(besideUnrestricted(grants)).toEqual([]);
  });

  test.for([
    ['unrestricted\nmydb: a', 1, 1],
    ['mydb: a\n unrestricted', 2, 2],
  ] as const)('what stands beside it is kept, and is a problem where nothing may: %j', ([text, line, column]) => {
    const { grants, problems } = parseGrants(text);
    if (grants.form !== 'unrestricted') throw new Error(grants.form);
    expect(problems).toEqual([]);
    expect(grants.beside.map(({ resource }) => resource.map((word) => word.text))).toEqual([['mydb']]);
    expect(besideUnrestricted(grants)).toEqual([
      { input: 'grants', at: { line, column }, message: 'unrestricted stands alone, without other grants' },
    ]);
  });

  test('it is written once, and what stands beside it can be read', () => {
    expect(parseGrants('unrestricted\nunrestricted').grants.form).toBe('unrestricted');
    expect(problemsOf('unrestricted\nunrestricted\nmydb:')).toEqual([
      '2:1 unrestricted is written once',
      '3:6 no action stands after the colon: an expression was probably empty; expected ACTION[, ACTION...]',
    ]);
  });

  test.for([['"unrestricted"', ['1:1 unrestricted is written without quotes']]] as const)(
    '%j is not it',
    ([text, problems]) => {
      expect(parseGrants(text).grants.form).toBe('lines');
      expect(problemsOf(text)).toEqual(problems);
    },
  );

  test.for(['unrestricted:', 'Unrestricted', 'unrestricted x', 'unrestricted # all', 'un\u200brestricted'])(
    '%j is not it either',
    (text) => {
      expect(parseGrants(text).grants.form).toBe('lines');
      expect(problemsOf(text)).toHaveLength(1);
    },
  );

  test('as a word of a grant it is a name like another, which means nothing here', () => {
    expect(textsOf('unrestricted: true')).toEqual([[['unrestricted'], ['true']]]);
  });
});

describe('whatever the text, it is read or its problems are told, with places inside it', () => {
  const piece = fc.oneof(
    fc.constantFrom(':', ': ', ' ', '\t', ',', ', ', '"', '\\', '#', '*', '\n', '\r\n', '{', '}', '[', ']', '🚀'),
    fc.constantFrom('mydb', 'read', 'unrestricted', '"a b"', '\u00a0', '\\u00', '\ud83d', 'true', '1'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  test('in pieces of the grammar and of noise', () => {
    fc.assert(
      fc.property(text, (text) => {
        const { grants, problems } = parseGrants(text);
        const lines = text.split('\n');
        for (const { at, message, input } of problems) {
          expect(input).toBe('grants');
          expect(message).not.toBe('');
          if (at === undefined) continue;
          const line = lines[at.line - 1] ?? '';
          expect(at.column).toBeGreaterThan(0);
          expect(at.column).toBeLessThanOrEqual([...line].length + 1);
        }
        if (problems.length > 0) return;
        // What is accepted holds something, and every word stands where it says.
        if (grants.form !== 'lines') return;
        expect(grants.lines.length).toBeGreaterThan(0);
        for (const { resource, actions } of grants.lines) {
          expect(resource.length).toBeGreaterThan(0);
          expect(actions.length).toBeGreaterThan(0);
          for (const { text, quoted, at } of [...resource, ...actions]) {
            const source = [...(lines[at.line - 1] ?? '')].slice(at.column - 1).join('');
            expect(source.startsWith(quoted ? '"' : text)).toBe(true);
            expect(text).not.toBe('');
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

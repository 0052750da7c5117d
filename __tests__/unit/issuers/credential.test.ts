import { beforeEach, expect, test } from 'vitest';
import { findCredential, parseCredential } from '../../../src/issuers/credential.js';
import type { Surroundings } from '../../../src/lease/surroundings.js';
import { runnerWords } from '../../../src/runner/words.js';

const FAKE = 'not-a-real-secret-0123456789==';

let masked: string[] = [];
beforeEach(() => {
  masked = [];
});

function find(given: string | undefined, ambient?: string, { minted = false, hint = '' } = {}) {
  const surroundings: Surroundings = {
    variable: () => undefined,
    secretVariable: (name) => (name === 'INFLUX_TOKEN' ? ambient : undefined),
    exported: (name) => name === 'INFLUX_TOKEN' && minted,
    mask: (secret) => masked.push(secret),
    secretFile: () => undefined,
    platform: 'linux',
    identityTokens: false,
    emptyCredentialHint: hint,
  };
  const inputs = (input: string) => (input === 'credential' ? given : undefined);
  return findCredential(inputs, surroundings, runnerWords, { variable: 'INFLUX_TOKEN', what: 'an InfluxDB token' });
}

test('the input is taken, without the blanks around it', () => {
  expect(find(` ${FAKE}\n`)).toEqual({ ok: true, value: { secret: FAKE, source: 'credential: from the input' } });
  expect(masked).toContain(FAKE);
});

test('the input beats the variable, whoever set that', () => {
  expect(find(FAKE, 'not-a-real-secret-ambient', { minted: true })).toMatchObject({
    ok: true,
    value: { secret: FAKE },
  });
});

test('without the input the variable is taken, and named', () => {
  expect(find(undefined, FAKE)).toEqual({
    ok: true,
    value: { secret: FAKE, source: 'credential: from the environment variable INFLUX_TOKEN' },
  });
});

test('a variable that an earlier mint exported is no parent', () => {
  const result = find(undefined, FAKE, { minted: true });
  expect(result).toEqual({
    ok: false,
    problems: [
      {
        input: 'INFLUX_TOKEN',
        message:
          'an earlier mint of this job exported this variable, so it holds a minted token and not the parent. Give the parent in the input, as in credential: ${{ secrets.PARENT }}, or mint without export_env',
      },
    ],
  });
});

const MISSING =
  'an InfluxDB token is needed, and none is given; set credential: ${{ secrets.PARENT }} or the environment variable INFLUX_TOKEN.';

test.for([
  ['nothing is given', undefined, undefined, 'credential'],
  // An expression that came out empty does not fall back to the variable.
  ['the input is blank', ' \n', FAKE, 'credential'],
  ['the variable is empty', undefined, '', 'INFLUX_TOKEN'],
  ['the variable is blank', undefined, ' \n', 'INFLUX_TOKEN'],
] as const)(
  'without any credential it is said where to give one, and the likely cause: %s',
  ([, given, ambient, input]) => {
    expect(find(given, ambient)).toEqual({ ok: false, problems: [{ input, message: MISSING }] });
    expect(find(given, ambient, { hint: 'This is a fork.' })).toEqual({
      ok: false,
      problems: [{ input, message: `${MISSING} This is a fork.` }],
    });
  },
);

const LINES = 'the value has more than one line; expected one credential on one line';
const CHARACTERS = 'the value holds a control character or one outside ASCII, which no header can carry; copy it again';
const withWord = (word: string) =>
  `the value begins with "${word} "; expected the credential alone, without the word of the header`;

test.for([
  [`${FAKE}\n${FAKE}`, LINES],
  [`${FAKE}\r${FAKE}`, LINES],
  [`${FAKE}\u0000x`, CHARACTERS],
  [`${FAKE}\u001b[31m`, CHARACTERS],
  [`${FAKE}\u200b`, CHARACTERS],
  [`Token ${FAKE}`, withWord('Token')],
  [`bearer ${FAKE}`, withWord('bearer')],
  [`BASIC ${FAKE}`, withWord('BASIC')],
] as const)('a credential that cannot be sent is refused without showing it (case %#)', ([text, message]) => {
  expect(find(text)).toEqual({ ok: false, problems: [{ input: 'credential', message }] });
  expect(find(undefined, text)).toEqual({ ok: false, problems: [{ input: 'INFLUX_TOKEN', message }] });
});

test.for(['not-a-real-secret Token x', 'Tokens-not-a-real-secret', 'Bearer'])(
  'a credential that only looks like a header with its word is taken: %s',
  (text) => {
    expect(find(text)).toMatchObject({ ok: true, value: { secret: text } });
  },
);

test('an input is never empty where its text alone is read', () => {
  expect(parseCredential('credential', ' \n')).toEqual({
    ok: false,
    problems: [{ input: 'credential', message: 'the value is empty' }],
  });
});

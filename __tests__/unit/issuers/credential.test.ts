import { beforeEach, expect, test } from 'vitest';
import type { Surroundings } from '../../../src/lease/issuer.js';
import { findCredential } from '../../../src/issuers/credential.js';

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
  const request = { given: (input: string) => (input === 'credential' ? given : undefined) };
  return findCredential(request, surroundings, { variable: 'INFLUX_TOKEN', what: 'an InfluxDB token' });
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
  expect(result).toMatchObject({ ok: false, problems: [{ input: 'INFLUX_TOKEN' }] });
  expect(JSON.stringify(result)).toContain('an earlier mint of this job exported');
  expect(JSON.stringify(result)).not.toContain(FAKE);
});

test('without any credential the likely cause is told', () => {
  const result = find(undefined, undefined, { hint: 'This is a fork.' });
  expect(result).toMatchObject({ ok: false, problems: [{ input: 'credential' }] });
  expect(JSON.stringify(result)).toMatch(/an InfluxDB token is needed.*INFLUX_TOKEN.*This is a fork\./);
});

test('an input of blanks is an empty expression, and does not fall back to the variable', () => {
  expect(find(' \n', FAKE)).toMatchObject({ ok: false, problems: [{ input: 'credential' }] });
});

test.for([
  [`${FAKE}\n${FAKE}`, 'more than one line'],
  [`${FAKE}\r${FAKE}`, 'more than one line'],
  [`${FAKE}\u0000x`, 'control character'],
  [`${FAKE}\u001b[31m`, 'control character'],
  [`${FAKE}\u200b`, 'outside ASCII'],
  [`Token ${FAKE}`, 'begins with "Token "'],
  [`bearer ${FAKE}`, 'begins with "bearer "'],
] as const)('a credential that cannot be sent is refused without showing it (case %#)', ([text, reason]) => {
  for (const result of [find(text), find(undefined, text)]) {
    expect(result).toMatchObject({ ok: false });
    const message = result.ok ? '' : result.problems[0]?.message;
    expect(message).toContain(reason);
    expect(message).not.toContain(FAKE);
  }
});

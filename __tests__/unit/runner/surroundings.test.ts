import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { outputOf, temporaryFolder } from './step-process.js';
import { redact } from '../../../src/host/known-secrets.js';
import { EXPORT_MARK, newExportMark } from '../../../src/host/export-mark.js';
import { readSurroundings } from '../../../src/runner/surroundings.js';

const trust = { forkWithSecrets: undefined, withoutSecrets: undefined };

describe('what an issuer learns of its surroundings', () => {
  it.each([undefined, ''])('a variable that is %j counts as unset', (value) => {
    const surroundings = readSurroundings({ SN_TOKEN_ID: value }, trust);
    expect(surroundings.variable('SN_TOKEN_ID')).toBeUndefined();
    expect(surroundings.secretVariable('SN_TOKEN_ID')).toBeUndefined();
    expect(surroundings.exported('SN_TOKEN_ID')).toBe(false);
  });

  it('a secret variable is masked before it is returned', () => {
    const surroundings = readSurroundings({ DATASETTE_SECRET: 'not-a-real-secret-variable' }, trust);
    const written = outputOf(() => {
      expect(surroundings.secretVariable('DATASETTE_SECRET')).toBe('not-a-real-secret-variable');
    });
    expect(written).toContain('::add-mask::not-a-real-secret-variable\n');
    expect(redact('not-a-real-secret-variable')).toBe('***');
  });

  it('a plain variable is not masked', () => {
    const surroundings = readSurroundings({ INFLUX_HOST: 'http://127.0.0.1:8086' }, trust);
    expect(outputOf(() => void surroundings.variable('INFLUX_HOST'))).toBe('');
  });

  it('the file of a secret is masked before it is returned, and may be missing', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'token');
    const surroundings = readSurroundings({}, trust);
    expect(surroundings.secretFile(path)).toBeUndefined();
    writeFileSync(path, 'not-a-real-secret-file\n');
    const written = outputOf(() => {
      expect(surroundings.secretFile(path)).toBe('not-a-real-secret-file\n');
    });
    expect(written).toContain('::add-mask::not-a-real-secret-file\n');
  });

  it('the file of a secret that holds next to nothing is no mask, which would tear logs apart', () => {
    const path = join(temporaryFolder(), 'token');
    writeFileSync(path, '{}\n');
    expect(outputOf(() => void readSurroundings({}, trust).secretFile(path))).toBe('');
  });

  it('a file of a secret that cannot be read is an error, not a missing one', () => {
    const folder = join(temporaryFolder(), 'folder');
    mkdirSync(folder);
    expect(() => readSurroundings({}, trust).secretFile(folder)).toThrow(/EISDIR/);
  });

  it.each([
    [{}, false],
    [{ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example' }, false],
    [{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-a-real-token' }, false],
    [{ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://runner.example', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-real' }, true],
  ])('identity tokens need both of the variables: %j', (environment, expected) => {
    expect(readSurroundings(environment, trust).identityTokens).toBe(expected);
  });

  it('the likely cause of an empty credential is that of the run', () => {
    expect(readSurroundings({}, trust).emptyCredentialHint).toMatch(/`secrets: inherit`.*`environment:`/);
    expect(readSurroundings({}, { ...trust, withoutSecrets: 'It is a fork.' }).emptyCredentialHint).toBe(
      'It is a fork.',
    );
  });
});

describe('a variable that an earlier mint exported', () => {
  const value = 'not-a-real-minted-token';
  const mark = { [EXPORT_MARK]: newExportMark({ INFLUX_TOKEN: value }) };

  it('is known by the mark beside it', () => {
    expect(readSurroundings({ INFLUX_TOKEN: value, ...mark }, trust).exported('INFLUX_TOKEN')).toBe(true);
  });

  it("is the user's again when the user set it to something else", () => {
    expect(readSurroundings({ INFLUX_TOKEN: 'not-a-real-parent', ...mark }, trust).exported('INFLUX_TOKEN')).toBe(
      false,
    );
  });

  it('is told from one that nobody exported', () => {
    expect(readSurroundings({ INFLUX_TOKEN: value }, trust).exported('INFLUX_TOKEN')).toBe(false);
    expect(readSurroundings({ SN_TOKEN_SECRET: value, ...mark }, trust).exported('SN_TOKEN_SECRET')).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { USER_AGENT, VERSION } from '../../src/version.js';

it('the version is that of package.json', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toHaveProperty('version', VERSION);
});

it('requests say the name and the version', () => {
  expect(USER_AGENT).toMatch(/^mint-token\/\d+\.\d+\.\d+(?:-[\w.]+)?$/);
});

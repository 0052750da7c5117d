import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { filesIn, inputs, newJob, outputOf } from './datasette-step.js';

it.each([
  ['token', (token: string) => `${token}\n`],
  ['env', (token: string) => `DATASETTE_TOKEN=${token}\n`],
] as const)('the file has the form that was asked for: %s', async (format, content) => {
  await using job = await newJob();
  const mint = await job.runAction({ with: { ...inputs, token_file: 'token', token_file_format: format } });
  expect(readFileSync(join(job.temp, 'token'), 'utf8')).toBe(content(outputOf(mint, 'token')));
});

it('the file in JSON holds the token, its id and its end', async () => {
  await using job = await newJob();
  const mint = await job.runAction({ with: { ...inputs, token_file: 'token', token_file_format: 'json' } });
  expect(JSON.parse(readFileSync(join(job.temp, 'token'), 'utf8'))).toStrictEqual({
    token: outputOf(mint, 'token'),
    token_id: outputOf(mint, 'token_id'),
    expires_at: outputOf(mint, 'expires_at'),
  });
});

it('no file is made when none is asked for', async () => {
  await using job = await newJob();
  const mint = await job.runAction({ with: inputs });
  expect(mint.outputs['token_file']).toBeUndefined();
  expect(filesIn(job.temp)).toStrictEqual([]);
});

it('a file in the workspace, which other steps publish or clean, is noted', async () => {
  await using job = await newJob();
  const path = join(job.workspace, 'token.txt');
  const mint = await job.runAction({ with: { ...inputs, token_file: path } });
  expect(outputOf(mint, 'token_file')).toBe(path);
  expect(mint.log).toContain(`note: the token file ${path} stands in the workspace`);
  const elsewhere = await job.runAction({ with: { ...inputs, token_file: 'token.txt' }, id: 'elsewhere' });
  expect(elsewhere.log).not.toContain('stands in the workspace');
});

import { createHash, getHashes } from 'node:crypto';
import { expect, it } from 'vitest';

import { inputs, newJob, nodeScript, outputOf } from './datasette-step.js';

/** Pieces by which a hash of one of the texts would be known, by whatever function and in whatever form it was made. */
function hashesOf(texts: readonly string[]): readonly string[] {
  return getHashes().flatMap((algorithm) =>
    texts.flatMap((text) => {
      const hash = createHash(algorithm, algorithm.startsWith('shake') ? { outputLength: 32 } : {});
      const digest = hash.update(text).digest();
      const forms = [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')];
      return forms.flatMap((form) => [form.slice(0, 8), form.slice(-12, -4)]);
    }),
  );
}

it('with a secret that a person chose, no hash of it or of a token stands where others read', async () => {
  const secret = 'correct-horse-not-a-real-secret';
  await using job = await newJob({ stepDetails: true, secrets: [secret], context: { RUNNER_DEBUG: '1' } });
  const asked = { ...inputs, credential: secret, export_env: 'true' };
  const first = await job.runAction({ with: { ...asked, token_file: 'one' }, id: 'first' });
  const second = await job.runAction({ with: { ...asked, token_file: 'two', token_file_format: 'env' }, id: 'second' });
  await job.runCommand(nodeScript('console.log(process.env)'));
  const { log } = await job.end();

  const tokens = [outputOf(first, 'token'), outputOf(second, 'token')];
  const texts = [secret, ...tokens].flatMap((text) => [
    text,
    `${text}\n`,
    `DATASETTE_TOKEN=${text}`,
    `DATASETTE_TOKEN=${text}\n`,
  ]);
  const outputs = [first, second].map((step) => ({ ...step.outputs, token: '' }));
  const published = `${log}\n${first.summary}\n${second.summary}\n${JSON.stringify(outputs)}`;
  for (const piece of hashesOf(texts)) expect(published, 'a piece of a hash').not.toContain(piece);
  // What was searched is what others read: the state of a debug log, the environment of later steps, and the names of all of it.
  expect(log).toContain('Save intra-action state token_file_sha256 = ***');
  expect(log).toMatch(/^ {2}MINT_TOKEN_EXPORTED: \*\*\*$/m);
  expect(log).toMatch(/MINT_TOKEN_EXPORTED: '\*\*\* \*\*\*'/);
});

it('the id of a token is that of its lease, which is random', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: inputs });
  const id = outputOf(step, 'token_id');
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(outputOf(step, 'name')).toMatch(new RegExp(`-${id}$`));
  expect(step.log).toContain(`minted ${id} (`);
  expect(step.state['record']).toContain(`[mint-token lease=${id} `);
});

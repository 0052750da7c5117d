import { expect, it } from 'vitest';

import { inputs, newJob, outputOf } from './datasette-step.js';

it('a second mint is nothing to the first: each has its own state, output and variable', async () => {
  await using job = await newJob();
  const first = await job.runAction({ with: { ...inputs, export_env: 'true', token_file: 'one' }, id: 'first' });
  const second = await job.runAction({
    with: { ...inputs, actor: 'other', export_env: 'true', token_file: 'two' },
    id: 'second',
  });
  expect(outputOf(second, 'token')).not.toBe(outputOf(first, 'token'));
  expect(outputOf(second, 'name')).not.toBe(outputOf(first, 'name'));
  const { posts, log } = await job.end();
  expect(posts.map(({ id, conclusion }) => [id, conclusion])).toStrictEqual([
    ['second', 'success'],
    ['first', 'success'],
  ]);
  expect(posts[0]?.log).toContain('two');
  expect(posts[1]?.log).toContain('one');
  expect(log).not.toContain('dstok_');
});

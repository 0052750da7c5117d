import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { EMPTY_STATE } from '../../src/runner/state.js';
import { inputs, newDatasette, newJob, nodeScript } from './datasette-step.js';

/** A later step sets a variable for post, by the name under which state arrives there. */
const forge = (name: string, value: string) =>
  nodeScript(
    `require('fs').appendFileSync(process.env.GITHUB_ENV, ${JSON.stringify(`STATE_${name}<<END\n${value}\nEND\n`)})`,
  );

describe('what a later step writes under the name of a state, main has saved before it', () => {
  it.each([
    ['after a mint', inputs],
    ['after a mint that failed over its inputs', { ...inputs, grants: '' }],
    ['after a dry run', { ...inputs, dry_run: 'true' }],
  ])('%s', async (_, given) => {
    await using server = await newDatasette();
    await using job = await newJob();
    const victim = join(job.workspace, 'of-the-user');
    writeFileSync(victim, 'mine');
    const main = await job.runAction({ with: given });
    const record = {
      version: 1,
      type: 'influxdb',
      endpoint: server.url,
      authentication: { kind: 'secret' },
      context: {},
      revocable: true,
      revoke: true,
      timeout: 1000,
      attempts: [],
    };
    const forged: Readonly<Record<string, string>> = {
      record: JSON.stringify(record),
      credential: 'forged-credential',
      token_file: victim,
      token_file_sha256: createHash('sha256').update('mine').digest('hex'),
      https_proxy: server.url,
      http_proxy: server.url,
    };
    for (const [name, value] of Object.entries(forged)) {
      expect(EMPTY_STATE).toHaveProperty(name);
      expect((await job.runCommand(forge(name, value))).conclusion).toBe('success');
    }
    const { posts } = await job.end();
    expect(posts[0]?.conclusion).toBe('success');
    expect(posts[0]?.state).toStrictEqual(main.state);
    expect(posts[0]?.rawLog).not.toContain('forged');
    expect(existsSync(victim)).toBe(true);
    expect(server.requests).toStrictEqual([]);
  });
});

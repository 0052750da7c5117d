import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: a post that finds no credential in its state', (issuer) => {
  it('names the token that may be left, and what is known of its end', async ({ skip }) => {
    const { main } = await runLeasedJob(issuer);
    skip(!main.state['credential'], 'it keeps no credential');
    const state = Object.entries({ ...main.state, credential: '' });
    const { status, stdout } = spawnSync(process.execPath, [join(ACTION_DIRECTORY, 'dist', 'post.js')], {
      env: Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value])),
      encoding: 'utf8',
    });
    expect(stdout).toContain('the credential is missing in the saved state');
    expect(stdout).toContain(`Revoke it by hand: its id is ${main.outputs['token_id'] ?? ''}`);
    // Without an expiry of its own the token would live for ever.
    const forEver = issuer.name.startsWith('influxdb');
    expect(stdout).toMatch(
      forEver ? /may be left and lives until it is revoked: / : /may be left and lives until \d{4}-[^:]+:/,
    );
    expect(status).toBe(forEver ? 1 : 0);
  });
});

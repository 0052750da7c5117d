import { describe, expect, test } from 'vitest';
import { realProgram } from './real-program.js';
import { runRestartedJob } from './restarting-influxdb.js';

const influxd = realProgram('MINT_TOKEN_INFLUXD', '.ci/install-influxdb.sh');

/** One of 40 s is a part of `npm run chaos`. */
const AWAY_MILLISECONDS = 8_000;

describe.skipIf(influxd === undefined)('an InfluxDB that restarts in 8 s', () => {
  test('when the job ends keeps no token of it', async () => {
    const { main, post, left } = await runRestartedJob(influxd ?? '', 'post', AWAY_MILLISECONDS);
    expect(main.conclusion, main.log).toBe('success');
    expect(post?.conclusion, post?.log).toBe('success');
    expect(post?.log).toMatch(/^revoked [0-9a-f]{16} /m);
    expect(left).toEqual([]);
  });

  test('when the job begins is waited for', async () => {
    const { main, left } = await runRestartedJob(influxd ?? '', 'main', AWAY_MILLISECONDS);
    expect(main.conclusion, main.log).toBe('success');
    expect(main.outputs['token']).toBeTruthy();
    expect(left).toEqual([]);
  });
});

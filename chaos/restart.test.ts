import { describe, expect, it } from 'vitest';
import { runRestartedJob } from '../__tests__/end-to-end/restarting-influxdb.js';

const influxd = process.env['MINT_TOKEN_INFLUXD'];
/** With one of these set by run.mjs only some cases are wanted, and this is none of them. */
const chosen = ['CHAOS_SAMPLE', 'CHAOS_TYPE', 'CHAOS_MOMENT', 'CHAOS_CASE'].some((name) => process.env[name]);

/** One of 8 s is a part of the end-to-end tests. */
const AWAY_MILLISECONDS = 40_000;

describe.skipIf(influxd === undefined || chosen)('a real InfluxDB that restarts in 40 s', () => {
  it('when the job ends keeps no token of it, with the default timeout', async () => {
    const { main, post, left } = await runRestartedJob(influxd ?? '', 'post', AWAY_MILLISECONDS);
    expect(main.conclusion, main.log).toBe('success');
    expect(post?.conclusion, post?.log).toBe('success');
    expect(left).toEqual([]);
  });
});

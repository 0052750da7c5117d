import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createJob, type StepResult } from '../runner/job.mjs';
import { startInfluxdb } from './influxdb-server.js';

const actionDirectory = resolve(import.meta.dirname, '..', '..');

export interface RestartedJob {
  readonly main: StepResult;
  readonly post: StepResult | undefined;
  /** Tokens that the server still knows after the job, the parent's excepted. */
  readonly left: readonly string[];
}

/**
 * A whole job, with the default timeout, at a real InfluxDB that restarts when main, or post, is about to begin.
 *
 * @param milliseconds how long nothing listens; starting takes a while more
 */
export async function runRestartedJob(
  program: string,
  phase: 'main' | 'post',
  milliseconds: number,
): Promise<RestartedJob> {
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-restart-'));
  const influxdb = await startInfluxdb(program, folder, 'disk');
  const job = await createJob({ actionDirectory });
  try {
    const bucket = { type: 'buckets', id: influxdb.bucketIds['iot-center'], orgID: influxdb.organizationId };
    const parent = await influxdb.addParent([{ action: 'write', resource: bucket }]);
    const backForMain = await restartFor('main');
    const main = await job.runAction({
      with: {
        type: 'influxdb',
        url: influxdb.url,
        org: 'acme',
        credential: parent.token,
        grants: 'buckets iot-center: write',
      },
    });
    await backForMain.back;
    const backForPost = await restartFor('post');
    const { posts } = await job.end();
    await backForPost.back;
    const left = await influxdb.authorizations();
    return { main, post: posts[0], left: left.map(({ description }) => description) };
  } finally {
    await job.dispose();
    await influxdb.stop();
    await rm(folder, { recursive: true, force: true });
  }

  /** Returns when it is gone. */
  async function restartFor(wanted: typeof phase): Promise<{ readonly back: Promise<void> }> {
    if (phase !== wanted) return { back: Promise.resolve() };
    await influxdb.stop();
    return { back: setTimeout(milliseconds).then(() => influxdb.startAgain()) };
  }
}

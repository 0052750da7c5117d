import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJob } from '../../runner/job.mjs';
import { inputs as datasetteInputs } from '../datasette-step.js';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';
import { recordLoading, type LoadedModules } from './recorded-loading.js';

/** Code is read and compiled anew by each step. How much that is for which system stands in dist/sizes.txt, with its ceilings. */
const DIST = join(ACTION_DIRECTORY, 'dist');

describe.each(ISSUERS)('$name: main and post', (issuer) => {
  it('load the code that the table of sizes names, and no more', async (test) => {
    const { environment, loaded } = await recordLoading(test);
    const { conclusion } = await runLeasedJob(issuer, { environment });
    expect(conclusion).toBe('success');
    await expectAsSaid(await loaded(), issuer.name.replace(/(?<=^(?:namespace|solarnetwork))\/\w+| \(real\)/, ''));
  });
});

describe('datasette: main and post', () => {
  it('load the code that the table of sizes names, and no more', async (test) => {
    const { environment, loaded } = await recordLoading(test);
    const job = await createJob({ actionDirectory: ACTION_DIRECTORY, environment });
    test.onTestFinished(() => job.dispose());
    await job.runAction({ with: datasetteInputs });
    expect((await job.end()).conclusion).toBe('success');
    await expectAsSaid(await loaded(), 'datasette');
  });
});

async function expectAsSaid(processes: readonly LoadedModules[], system: string): Promise<void> {
  const table = await readFile(join(DIST, 'sizes.txt'), 'utf8');
  for (const { entry, files } of processes) {
    const sizes = await Promise.all(
      files.filter((file) => file.startsWith(DIST)).map(async (file) => (await stat(file)).size),
    );
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(table).toContain(`${`${basename(entry, '.js')}, ${system}`.padEnd(33)}${kilobytes.toFixed(1).padStart(7)} `);
  }
  expect(processes).toHaveLength(2);
}

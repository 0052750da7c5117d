import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { createWorkplace, runJob } from './act-runner.js';
import { realProgram } from './real-program.js';

const act = realProgram('MINT_TOKEN_ACT', '.ci/install-act.sh');
const checkout = resolve(import.meta.dirname, '..', '..');

/** Secrets at which act's pattern for commands fails: it prints the whole line that should have masked them. */
const secrets = { colons: 'not::a::real::secret::of-a-server', 'colon-first': ':not-a-real-secret-of-a-server' };

const workflow = `
name: Consumer
on: push
jobs:
${Object.entries(secrets)
  .map(
    ([job, secret]) => `
  ${job}:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/mint-token@v1
        with:
          type: datasette
          actor: ci-bot
          grants: |
            content articles: view-table
          credential: '${secret}'
      - run: echo "last line '${secret}'" >&2
`,
  )
  .join('')}`;

test.runIf(act !== undefined).each(Object.entries(secrets))(
  'act masks a credential that is none of its secrets, and never prints the line that masks it: %s',
  async (job) => {
    const workplace = await createWorkplace(checkout, { '.github/workflows/consumer.yml': workflow });
    onTestFinished(() => workplace.remove());
    const { exitCode, log } = await runJob(act ?? '', workplace, job, { secrets: {} });
    expect(exitCode, log).toBe(0);
    expect(log).toContain("last line '***'");
    expect(log).not.toContain('real::secret');
    expect(log).not.toContain('real-secret');
    expect(log).not.toContain('add-mask');
  },
);

import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allAccessPermissions, createFakeInfluxdb } from '../fakes/influxdb.js';
import { createWorkplace, runJob } from './act-runner.js';
import { realProgram } from './real-program.js';

const act = realProgram('MINT_TOKEN_ACT', '.ci/install-act.sh');
const checkout = resolve(import.meta.dirname, '..', '..');

const workflow = `
name: Sweep tokens
on: push
jobs:
  sweep:
    runs-on: ubuntu-latest
    permissions:
      actions: read
    steps:
      - uses: acme/mint-token/sweep@v1
        id: dry
        env:
          https_proxy: http://127.0.0.1:9
        with:
          type: influxdb
          url: \${{ env.INFLUXDB }}
          org: acme
          credential: \${{ secrets.PARENT }}
      - uses: acme/mint-token/sweep@v1
        id: real
        env:
          https_proxy: http://127.0.0.1:9
        with:
          type: influxdb
          url: \${{ env.INFLUXDB }}
          org: acme
          credential: \${{ secrets.PARENT }}
          dry_run: false
      - run: test "$DRY $REVOKED $KEPT $ATTENTION" = "0 1 2 1"
        env:
          DRY: \${{ steps.dry.outputs.revoked }}
          REVOKED: \${{ steps.real.outputs.revoked }}
          KEPT: \${{ steps.real.outputs.kept }}
          ATTENTION: \${{ steps.real.outputs.needs_attention }}
`;

describe.skipIf(act === undefined)('a workflow that sweeps', () => {
  // act names the address of GitHub itself, whatever a workflow sets: nothing may leave this machine, so no run can be looked up.
  test('keeps what it cannot look up, and revokes what is past its end, once it is no dry run', async () => {
    const influxdb = await createFakeInfluxdb();
    const orgID = influxdb.addOrganization('acme');
    const userID = influxdb.addUser('ci');
    const parent = influxdb.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
    const tokenUntil = (expires: string, run: number) =>
      influxdb.addToken({
        orgID,
        userID,
        permissions: [],
        description: `[mint-token lease=${String(run).padStart(32, '0')} repo=acme/consumer run=${run}/1 job=build expires=${expires}]`,
      }).id;
    const [past, unknown] = [tokenUntil('2026-01-01T00:00:00Z', 77), tokenUntil('2099-01-01T00:00:00Z', 78)];
    const workplace = await createWorkplace(checkout, { '.github/workflows/consumer.yml': workflow });
    await cp(join(checkout, 'sweep'), join(workplace.action, 'sweep'), { recursive: true });
    const githubToken = 'ghs_not-a-real-secret-of-a-job';
    try {
      const { exitCode, log } = await runJob(act ?? '', workplace, 'sweep', {
        secrets: { PARENT: parent.token, GITHUB_TOKEN: githubToken },
        env: { INFLUXDB: influxdb.url },
      });
      expect(exitCode, log).toBe(0);
      const left = influxdb.tokens().map(({ id }) => id);
      expect(left.toSorted()).toEqual([parent.id, unknown].toSorted());
      expect(log).toContain(`revoked ${past} of acme/consumer, run 77/1: it should have ended at 2026-01-01T00:00:00Z`);
      expect(log).toContain(`needs attention: ${unknown} of acme/consumer, run 78/1`);
      for (const secret of [parent.token, githubToken]) expect(log).not.toContain(secret);
    } finally {
      await workplace.remove();
      await influxdb.close();
    }
  });
});

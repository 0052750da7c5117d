import { expect, it } from 'vitest';
import { always, type OnRequest } from '../fakes/faults.js';
import { createFakeGithub } from '../fakes/github.js';
import { createFakeInfluxdb, mintingPermissions } from '../fakes/influxdb.js';
import { BEARERS, createNamespaceFake } from '../fakes/namespace.js';
import { createJob } from '../runner/job.mjs';
import { ACTION_DIRECTORY } from './network/issuer-under-test.js';

async function sweepWith(inputs: Readonly<Record<string, string>>) {
  const github = await createFakeGithub();
  const updatedAt = new Date(Date.now() - 7_200_000).toISOString();
  github.addRun({ repository: 'octo-org/consumer', run: 7, attempt: 1, status: 'completed', updatedAt });
  const job = await createJob({
    actionDirectory: `${ACTION_DIRECTORY}/sweep`,
    context: { GITHUB_API_URL: github.apiUrl },
    githubToken: github.token,
  });
  try {
    return await job.runAction({ with: { dry_run: 'false', timeout: '15s', ...inputs } });
  } finally {
    await job.dispose();
    await github.close();
  }
}

const markerOf = (lease: number) =>
  `[mint-token lease=${String(lease).padStart(32, '0')} repo=octo-org/consumer run=7/1 job=build expires=2099-01-01T00:00:00Z]`;

it('a list that breaks off is swept as far as it goes, and then the step fails', async () => {
  let pages = 0;
  const brokenOff = always('POST', /\/ListRevokableTokens$/, {
    kind: 'status',
    status: 403,
    act: false,
    headers: { 'content-type': 'application/json' },
    body: '{"code":"permission_denied","message":"no more for you"}',
  });
  // The second page, of the first look alone.
  const onRequest: OnRequest = (request) =>
    request.path.endsWith('/ListRevokableTokens') && ++pages === 2 ? brokenOff(request) : undefined;
  const fake = await createNamespaceFake({ pageSize: 2, onRequest });
  try {
    for (let lease = 0; lease < 4; lease++) {
      const answer = await fetch(`${fake.url}/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken`, {
        method: 'POST',
        headers: { authorization: `Bearer ${BEARERS.administrator}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          name: `orphan-${lease}`,
          description: markerOf(lease),
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
          access: { grants: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure'] }] },
        }),
      });
      expect(answer.status).toBe(200);
    }
    const inputs = { type: 'namespace', url: fake.url, credential: BEARERS.administrator };
    const swept = await sweepWith(inputs);
    expect(swept.outputs).toMatchObject({ found: '2', revoked: '2' });
    expect(swept.conclusion).toBe('failure');
    expect(swept.log).toMatch(/The list of tokens may lack some.*it broke off after 2 tokens: .*no more for you/);
    expect(fake.living()).toHaveLength(2);
    const again = await sweepWith(inputs);
    expect(again.conclusion).toBe('success');
    expect(fake.living()).toHaveLength(0);
  } finally {
    await fake.close();
  }
});

it('a list from which the server leaves out what the credential may not read fails the step, however short it is', async () => {
  const fake = await createFakeInfluxdb();
  try {
    const orgID = fake.addOrganization('acme');
    const userID = fake.addUser('ci');
    const parent = fake.addToken({ orgID, userID, permissions: mintingPermissions(orgID, userID, []) });
    fake.addToken({ orgID, userID, permissions: [], description: markerOf(1) });
    const swept = await sweepWith({ type: 'influxdb', url: fake.url, org: orgID, credential: parent.token });
    expect(swept.conclusion).toBe('failure');
    expect(swept.outputs).toMatchObject({ found: '0', revoked: '0' });
    expect(swept.log).toContain('The list of tokens may lack some, and those were not swept: the server shows');
    expect(fake.tokens()).toHaveLength(2);
  } finally {
    await fake.close();
  }
});

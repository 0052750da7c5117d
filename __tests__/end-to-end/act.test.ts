import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createWorkplace, runJob, type Workplace } from './act-runner.js';
import { type InfluxdbServer, startInfluxdb, textAt } from './influxdb-server.js';
import { startKillingProxy } from './killing-proxy.js';
import { realProgram } from './real-program.js';

const act = realProgram('MINT_TOKEN_ACT', '.ci/install-act.sh');
const influxd = realProgram('MINT_TOKEN_INFLUXD', '.ci/install-influxdb.sh');
const checkout = resolve(import.meta.dirname, '..', '..');

const mintDatasette = `
        id: mint
        with:
          type: datasette
          actor: ci-bot
          grants: |
            content articles: view-table
          credential: \${{ secrets.DATASETTE_SECRET }}`;

const mintInfluxdb = `
        id: mint
        with:
          type: influxdb
          url: \${{ env.INFLUXDB }}
          org: acme
          grants: |
            buckets iot-center: write
          credential: \${{ secrets.INFLUX_TOKEN }}`;

/** Leaves the token where the test finds it, and prints it in the ways in which tokens get into logs. */
const useToken = `
      - name: Use the token
        env:
          TOKEN: \${{ steps.mint.outputs.token }}
        run: |
          printf '%s' "$TOKEN" > "$EVIDENCE/token"
          echo "plain=[$TOKEN]"
          echo "base64=[$(printf '%s' "$TOKEN" | base64 -w 0)]"
          echo "base64 of a line=[$(echo "$TOKEN" | base64 -w 0)]"
          echo "authentication as bot=[$(printf 'bot:%s' "$TOKEN" | base64 -w 0)]"
          echo "authentication as robot=[$(printf 'robot:%s' "$TOKEN" | base64 -w 0)]"
          echo "authentication as user=[$(printf 'user:%s' "$TOKEN" | base64 -w 0)]"
          echo "base64url=[$(printf '%s' "$TOKEN" | base64 -w 0 | tr '+/' '-_')]"
          echo "hexadecimal=[$(printf '%s' "$TOKEN" | od -An -v -tx1 | tr -d ' \\n')]"
          echo "in a URL=[$(node -p 'encodeURIComponent(process.env.TOKEN)')]"
          echo "on stderr=[$TOKEN]" >&2
          echo "last line"`;

const workflow = `
name: Consumer
on: push
jobs:
  other-repository:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/mint-token@v1${mintDatasette}
${useToken}

  same-repository:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ./${mintDatasette}
${useToken}

  succeeds:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/mint-token@v1${mintInfluxdb}
${useToken}
      - name: Write while the job runs
        env:
          TOKEN: \${{ steps.mint.outputs.token }}
        run: |
          node -e '
            fetch(process.env.INFLUXDB + "/api/v2/write?org=acme&bucket=iot-center", {
              method: "POST",
              headers: { authorization: "Token " + process.env.TOKEN },
              body: "temperature value=20",
            }).then(({ status }) => require("fs").writeFileSync(process.env.EVIDENCE + "/status", String(status)));
          '

  fails:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/mint-token@v1${mintInfluxdb}
${useToken}
      - run: exit 3
      - run: touch "$EVIDENCE/not-reached"

  is-killed:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/mint-token@v1${mintInfluxdb}
      - if: always()
        run: printf '%s' "\${{ steps.mint.outputs.token }}" > "$EVIDENCE/token"

  nested:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - id: mint
        uses: ./.github/actions/outer
        with:
          bucket: iot-center
          url: \${{ env.INFLUXDB }}
          credential: \${{ secrets.INFLUX_TOKEN }}
${useToken}
`;

/** Actions in the consumer's repository, one around the other, around ours. */
const composites = {
  '.github/actions/outer/action.yml': `
name: Outer
description: Mints by way of another composite action
inputs:
  bucket:
    description: Where to write
  url:
    description: Server
  credential:
    description: Parent token
outputs:
  token:
    description: The token
    value: \${{ steps.inner.outputs.token }}
runs:
  using: composite
  steps:
    - id: inner
      uses: ./.github/actions/inner
      with:
        grants: 'buckets \${{ inputs.bucket }}: write'
        url: \${{ inputs.url }}
        credential: \${{ inputs.credential }}
`,
  '.github/actions/inner/action.yml': `
name: Inner
description: Mints
inputs:
  grants:
    description: Grants
  url:
    description: Server
  credential:
    description: Parent token
outputs:
  token:
    description: The token
    value: \${{ steps.mint.outputs.token }}
runs:
  using: composite
  steps:
    - id: mint
      uses: acme/mint-token@v1
      with:
        type: influxdb
        org: acme
        url: \${{ inputs.url }}
        grants: \${{ inputs.grants }}
        credential: \${{ inputs.credential }}
`,
};

const files = { '.github/workflows/consumer.yml': workflow, ...composites };

/** The forms that a token takes in logs: itself, and encodings of it with anything before and after it. */
const formsOf = (token: string): readonly string[] => {
  const surrounded = ['', 'u', 'us'].flatMap((before) => ['', '\n', ':x'].map((after) => before + token + after));
  const encodings = ['base64', 'base64url', 'hex'] as const;
  return [
    token,
    encodeURIComponent(token),
    ...surrounded.flatMap((text) => encodings.map((encoding) => Buffer.from(text).toString(encoding))),
  ];
};

/** The pieces of a token, 12 characters or longer, that a log shows in one of its forms. */
function leaks(log: string, token: string): readonly string[] {
  const length = 12;
  return formsOf(token).flatMap((form) =>
    Array.from({ length: Math.max(0, form.length - length + 1) }, (_, start) =>
      form.slice(start, start + length),
    ).filter((piece) => log.includes(piece)),
  );
}

describe.skipIf(act === undefined)('act, a real workflow runner', () => {
  const runner = act ?? '';
  let workplace: Workplace;

  beforeEach(async () => {
    workplace = await createWorkplace(checkout, files);
  });

  afterEach(async () => {
    await workplace.remove();
  });

  const evidence = (name: string): Promise<string> => readFile(join(workplace.evidence, name), 'utf8');

  /** The token reached the later step, which printed it in many ways, and the log shows none of them. */
  async function expectDelivered(log: string): Promise<string> {
    const token = await evidence('token');
    expect(token.length, log).toBeGreaterThan(40);
    expect(leaks(log, token)).toEqual([]);
    // The lines are there, so the silence above is not that of a lost log. Of an encoding, the characters at its ends that
    // hold bits of a neighbour may show.
    for (const line of ['plain=[***]', 'on stderr=[***]', 'hexadecimal=[***]', 'last line'])
      expect(log).toContain(line);
    for (const name of [
      'base64',
      'base64 of a line',
      'authentication as bot',
      'authentication as robot',
      'authentication as user',
      'base64url',
      'in a URL',
    ]) {
      expect(log).toMatch(new RegExp(String.raw`${name}=\[[\w+/-]{0,8}\*\*\*[\w+/=%-]{0,8}\]`));
    }
    return token;
  }

  describe('a Datasette token', () => {
    const secrets = { DATASETTE_SECRET: 'not-a-real-secret-of-a-datasette' };

    test('is handed on by `uses: owner/repository@tag`, masked', async () => {
      const { exitCode, log } = await runJob(runner, workplace, 'other-repository', { secrets });
      expect(exitCode, log).toBe(0);
      expect(await expectDelivered(log)).toMatch(/^dstok_[\w-]+\.[\w-]{27}$/);
    });

    test('is handed on by `uses: ./`, masked', async () => {
      const { exitCode, log } = await runJob(runner, workplace, 'same-repository', { secrets });
      expect(exitCode, log).toBe(0);
      expect(await expectDelivered(log)).toMatch(/^dstok_[\w-]+\.[\w-]{27}$/);
    });
  });

  describe.skipIf(influxd === undefined)('an InfluxDB token', () => {
    let folder = '';
    let influxdb: InfluxdbServer;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mint-token-influxdb-'));
      influxdb = await startInfluxdb(influxd ?? '', folder);
    });

    afterAll(async () => {
      await influxdb.stop();
      await rm(folder, { recursive: true, force: true });
    });

    afterEach(async () => {
      await influxdb.removeAuthorizations();
    });

    const write = (token: string): Promise<number> =>
      influxdb.request(token, 'POST', '/api/v2/write?org=acme&bucket=iot-center', 'temperature value=21');

    const run = (job: string, url = influxdb.url) =>
      runJob(runner, workplace, job, { secrets: { INFLUX_TOKEN: influxdb.token }, env: { INFLUXDB: url } });

    test('works while the job runs and is revoked when it has succeeded', async () => {
      const { exitCode, log } = await run('succeeds');
      expect(exitCode, log).toBe(0);
      const token = await expectDelivered(log);
      expect(await evidence('status')).toBe('204');
      expect(await influxdb.authorizations()).toEqual([]);
      expect(await write(token)).toBe(401);
    });

    test('is revoked when a later step failed', async () => {
      const { exitCode, log } = await run('fails');
      expect(exitCode, log).toBe(1);
      const token = await expectDelivered(log);
      await expect(evidence('not-reached')).rejects.toThrow('ENOENT');
      expect(await influxdb.authorizations()).toEqual([]);
      expect(await write(token)).toBe(401);
    });

    test('is revoked when the action was killed before it learned that the token exists', async () => {
      const isMain = (environment: ReadonlySet<string>): boolean =>
        environment.has('INPUT_TYPE=influxdb') && environment.has(`EVIDENCE=${workplace.evidence}`);
      const proxy = await startKillingProxy(influxdb.url, '/api/v2/authorizations', isMain);
      try {
        const { exitCode, log } = await run('is-killed', proxy.url);
        expect(exitCode, log).toBe(1);
        expect(proxy.lostAnswers).toHaveLength(1);
        const minted: unknown = JSON.parse(proxy.lostAnswers[0] ?? '');
        expect(minted).toMatchObject({ org: 'acme', status: 'active' });
        expect(leaks(log, textAt(minted, 'token'))).toEqual([]);
        // The job went on after the kill, without a token.
        expect(await evidence('token')).toBe('');
        expect(await influxdb.authorizations(), log).toEqual([]);
      } finally {
        await proxy.stop();
      }
    });

    test('is handed on and revoked from within two composite actions', async () => {
      const { exitCode, log } = await run('nested');
      expect(exitCode, log).toBe(0);
      const token = await expectDelivered(log);
      expect(await influxdb.authorizations()).toEqual([]);
      expect(await write(token)).toBe(401);
    });
  });
});

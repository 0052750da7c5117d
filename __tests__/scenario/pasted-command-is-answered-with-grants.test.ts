import { describe, expect, it } from 'vitest';

import { errorsOf, expectNothingMinted, inputs, newJob } from './datasette-step.js';

const NSC_JSON = '{"resource_type":"builder","resource_id":"*","actions":["ensure"]}';

/** Inputs that are right but for the grants. Nothing is asked for over a network before those are understood. */
const INPUTS = {
  datasette: inputs,
  influxdb: { type: 'influxdb', url: 'http://127.0.0.1:9', org: 'acme', credential: 'not-a-real-parent-token' },
  namespace: { type: 'namespace', url: 'http://127.0.0.1:9', credential: 'nsct_not-a-real-bearer' },
  solarnetwork: {
    type: 'solarnetwork/User',
    url: 'http://127.0.0.1:9',
    credential: 'not-a-real-token-secret',
    credential_id: 'Lqc8Z_KzpD8.L0_em0Au',
  },
} as const;

describe('grants that are copied from the command line of the system, or from its documentation', () => {
  it.each([
    ['datasette', '-a view-instance', 'an option of datasette create-token', '`*: view-instance`'],
    ['datasette', '-a view-instance: x', 'an option of datasette create-token', '`*: view-instance`'],
    ['datasette', '-r mydb mytable insert-row', 'an option of datasette create-token', '`mydb mytable: insert-row`'],
    ['namespace', `--grant '${NSC_JSON}'`, 'an option of nsc token create', `\`${NSC_JSON}\``],
    ['namespace', `'${NSC_JSON}'`, 'JSON in quotes', `\`${NSC_JSON}\``],
    [
      'solarnetwork',
      "--node-id 100,101 --source-id '/REGION1/**'",
      'an option of s10k sec-tokens create',
      '`node-id: 100, 101` and on a new line `source-id: /REGION1/**`',
    ],
    [
      'influxdb',
      '--read-bucket 0123456789abcdef',
      'an option of influx auth create',
      '`buckets 0123456789abcdef: read`',
    ],
    ['influxdb', 'all-access', "InfluxDB's word for a token with all rights", 'one grant a line, RESOURCE: ACTION'],
    ['influxdb', '- action: read\n  resource:\n    type: buckets', 'a list of YAML', '`buckets *: read`'],
  ] as const)(
    '%s, %s: are answered with the line to write, and nothing is minted',
    async (type, grants, what, line) => {
      await using job = await newJob();
      const step = await job.runAction({ with: { ...INPUTS[type], grants } });
      expectNothingMinted(job, step);
      const [error, ...others] = errorsOf(step);
      expect(others).toStrictEqual([]);
      expect(error).toMatch(/^grants, line 1, column 1: this is /);
      expect(error).toContain(`this is ${what}, and no grant; `);
      expect(error).toContain(line);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { createJob } from '../../runner/job.mjs';
import { ACTION_DIRECTORY } from './issuer-under-test.js';
import { startSilentEndpoint } from './silent-endpoint.js';

const INFLUXDB = { type: 'influxdb', org: 'acme', credential: 'not-a-real-secret-parent' };
const SOLARNETWORK = {
  type: 'solarnetwork/User',
  credential: 'not-a-real-secret-of-a-user-token',
  credential_id: 'Lqc8Z_KzpD8.L0_em0Au',
};

type Case = readonly [
  what: string,
  verb: 'list' | 'revoke',
  inputs: Readonly<Record<string, string>>,
  expected: readonly (string | RegExp)[],
];

const CASES: readonly Case[] = [
  ['no inputs', 'list', {}, [/^type: it is not given; expected one of .*influxdb, namespace, /]],
  ['a misspelt type', 'list', { type: 'solarnetwrk' }, [/^type: .* Did you mean "?solarnetwork/]],
  ['no credential for kept tokens', 'list', { type: 'datasette' }, [/^credential: .*and none is given/]],
  ['a signed token', 'revoke', { type: 'datasette', token_id: 'x' }, [/^type: .*cannot be revoked: it ends by itself/]],
  [
    'an issuer alone',
    'revoke',
    { ...SOLARNETWORK, type: 'solarnetwork', token_id: 'Lqc8Z_KzpD8.L0_em0Au' },
    [/^type: .*write solarnetwork\/ReadNodeData or solarnetwork\/User/],
  ],
  ['a misspelt input', 'list', { ...INFLUXDB, repositry: 'x' }, [/^repositry: .*Did you mean repository/]],
  [
    'an input of another type',
    'list',
    { ...INFLUXDB, credential_id: 'x' },
    [/^credential_id: type influxdb does not use this input/],
  ],
  [
    'what is no repository',
    'list',
    { ...INFLUXDB, repository: 'acme' },
    [/^repository: found "acme"; expected owner\/name/],
  ],
  ['what is no run', 'list', { ...INFLUXDB, run: '1 2' }, [/^run: found "1 2"/]],
  [
    'foreign tokens of a run',
    'list',
    { ...INFLUXDB, run: '1', all: 'true' },
    [/^all: tokens without our marker belong to no run/],
  ],
  [
    'words that are neither true nor false',
    'list',
    { ...INFLUXDB, expired: 'yes', all: '1' },
    [/^expired: /, /^all: /],
  ],
  ['a timeout that is none', 'list', { ...INFLUXDB, timeout: 'soon' }, [/^timeout: /]],
  ['no id', 'revoke', INFLUXDB, [/^token_id: it is not given/]],
  ['an id of nothing but commas', 'revoke', { ...INFLUXDB, token_id: ',,' }, [/^token_id: .*names no token/]],
  [
    'ids of another form, each by its place',
    'revoke',
    { ...INFLUXDB, token_id: '11acc3aadf3c2000, Lqc8Z_KzpD8.L0_em0Au\nx', foreign: 'maybe' },
    [
      /^token_id, line 1, column 19: found "Lqc8Z_KzpD8.L0_em0Au"; expected 16 hexadecimal digits/,
      /^token_id, line 2, column 1: found "x"/,
      /^foreign: found "maybe"/,
    ],
  ],
  [
    'ids of SolarNetwork in one line',
    'revoke',
    { ...SOLARNETWORK, token_id: 'Lqc8Z_KzpD8.L0_em0Au,Lqc8Z_KzpD8.L0_em0Av' },
    [/^token_id, line 1, column 1: .*one a line/],
  ],
  [
    'an id that YAML mangled',
    'revoke',
    { ...INFLUXDB, token_id: '1.2345678901234567E+15' },
    [/^token_id: .*put it in quotes/],
  ],
];

describe.each(CASES)('%s, given to %s', (_, verb, inputs, expected) => {
  it('is named, all problems at once, and nobody is asked for anything', async (context) => {
    const endpoint = await startSilentEndpoint(context);
    const job = await createJob({ actionDirectory: `${ACTION_DIRECTORY}/${verb}` });
    try {
      const step = await job.runAction({ with: { url: endpoint.url, ...inputs } });
      const errors = step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
      for (const message of expected) expect(errors).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
      expect(step.log).toMatch(/nothing was done: (?:one problem|\d+ problems) with the inputs/);
      expect(step.conclusion).toBe('failure');
      expect(step.outputs).toEqual({});
      expect(step.summary).toBe('');
      expect(endpoint.requests).toEqual([]);
      expect(job.log).not.toContain('not-a-real-secret');
    } finally {
      await job.dispose();
    }
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exportLines } from '../../../src/terminal/token-output.js';
import { boxTable } from '../../../src/terminal/box-table.js';
import { csvRow } from '../../../src/terminal/csv.js';
import { ISSUERS } from '../network/issuer-under-test.js';
import { newMachine, optionsFor, readJson, withoutGrants } from './command-process.js';

const schema = readJson(readFileSync(new URL('../../../docs/token.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ formats: { 'date-time': true } }).compile(schema);
const MARKER = /\[mint-token lease=[0-9a-f]{32} [^\]]*\]/;

const issuerOf = (name: string) => {
  const found = ISSUERS.find((issuer) => issuer.name === name);
  if (found === undefined) throw new Error(`no issuer ${name}`);
  return found;
};

describe.each(ISSUERS)('$name: create --output', (under) => {
  it('json has one shape for all systems, which is published', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const ended = await machine.run(['create', ...optionsFor(issuer, machine)], { environment: issuer.context });
    const token = readJson(ended.stdout);
    expect(validate(token), JSON.stringify(validate.errors)).toBe(true);
    expect(token).toMatchObject({ type: issuer.inputs['type'], origin: { by: 'terminal' }, revocable: true });
    await issuer.close();
  });

  it('token prints the value and nothing else, and a file has it where one is named', async () => {
    const issuer = await under.start();
    using machine = newMachine();
    const ended = await machine.run(
      [
        'create',
        ...optionsFor(issuer, machine),
        '--token-file',
        'a/token',
        '--token-file-format',
        'token',
        '--output',
        'token',
      ],
      { environment: issuer.context },
    );
    expect(ended.status, ended.stderr).toBe(0);
    expect(ended.stdout).toBe(readFileSync(join(machine.folder, 'a', 'token'), 'utf8'));
    const silent = await machine.run(
      ['create', ...optionsFor(issuer, machine), '--token-file', 'b', '--token-file-format', 'token'],
      { environment: issuer.context },
    );
    expect(silent.stdout).not.toContain(readFileSync(join(machine.folder, 'b'), 'utf8').trim());
    expect(validate(readJson(silent.stdout)), JSON.stringify(validate.errors)).toBe(true);
    await issuer.close();
  });
});

describe('create --output table and csv', () => {
  it('are those of s10k for SolarNetwork', async () => {
    const issuer = await issuerOf('solarnetwork/User').start();
    using machine = newMachine();
    const words = [
      ...['create', ...optionsFor({ inputs: withoutGrants(issuer.inputs) }, machine), '--name', 'Reporting: region 1'],
      ...['--description', 'Allow access to region 1 for reporting team.'],
      ...['--grant', 'node-id: 100, 101', '--grant', 'source-id: /REGION1/**'],
      ...['--grant', 'min-aggregation: Hour', '--grant', 'refresh-allowed: true'],
    ];
    const table = await machine.run([...words, '--output', 'table']);
    expect(table.status, table.stderr).toBe(0);
    const [top, head, , first, ...rest] = table.stdout.trimEnd().split('\n');
    expect(head?.split('|').map((cell) => cell.trim())).toStrictEqual([
      ...['', 'Token ID', 'Token Secret', 'Created', 'User ID', 'Type', 'Name', 'Description', 'Policy', ''],
    ]);
    expect(first).toMatch(/^\| \S{20} \| \S+ +\| \S+Z \| {6}42 \| User \| Reporting: region 1 \| Allow access/);
    expect(rest.slice(0, -1).map((line) => line.split('|').at(-2)?.trimEnd())).toStrictEqual(
      [
        ...['   "nodeIds" : [ 100, 101 ],', '   "sourceIds" : [ "/REGION1/**" ],', '   "minAggregation" : "Hour",'],
        ...['   "refreshAllowed" : true', ' }'],
      ].filter((line) => rest.join('\n').includes(line)),
    );
    expect(rest.at(-1)).toBe(top);
    const csv = await machine.run([...words, '--output', 'csv']);
    expect(csv.stdout.split('\n')[0]).toBe('Token ID,Token Secret,Created,User ID,Type,Name,Description,Policy');
    expect(csv.stdout).toContain('""nodeIds"" : [ 100, 101 ],');
    expect(csv.stdout).toMatch(MARKER);
    await issuer.close();
  });

  it('are those of nsc for Namespace', async () => {
    const issuer = await issuerOf('namespace').start();
    using machine = newMachine();
    const table = await machine.run(['create', ...optionsFor(issuer, machine), '--name', 'ci', '--output', 'table']);
    expect(table.stdout).toMatch(
      /^Token ID: {5}\S+\nName: {9}ci\nDescription: {2}\[mint-token .*\]\nCreated At: {3}\S+Z\nExpires At: {3}\S+Z\n\nBearer Token: \S+\n\n⚠️ {2}Save this token securely - it will not be shown again\.\n$/,
    );
    await issuer.close();
  });

  it('are those of influx for InfluxDB', async () => {
    const issuer = await issuerOf('influxdb').start();
    using machine = newMachine();
    const table = await machine.run(['create', ...optionsFor(issuer, machine), '--output', 'table']);
    const [head = '', row = ''] = table.stdout.split('\n');
    expect(head.split(/\t+/)).toStrictEqual(['ID', 'Description', 'Token', 'User Name', 'User ID', 'Permissions']);
    expect(row.split(/\t+/)[5]).toMatch(/^\[write:orgs\/[0-9a-f]{16}\/buckets\/[0-9a-f]{16}\]$/);
    await issuer.close();
  });
});

describe('a table as s10k draws it', () => {
  it('has the very bytes of its documentation', () => {
    const columns = ['Token ID', 'Created', 'User ID', 'Policy'];
    const policy = '{\n  "nodeIds" : [ 107, 164 ],\n  "sourceIds" : [ "/REGION2/**" ]\n}';
    expect(boxTable(columns, [['kF67p6g30eUXQICUgzQf', '2025-09-29T04:23:20.302917Z', '123', policy]])).toBe(
      [
        '+----------------------+-----------------------------+---------+-----------------------------------+',
        '| Token ID             | Created                     | User ID | Policy                            |',
        '+----------------------+-----------------------------+---------+-----------------------------------+',
        '| kF67p6g30eUXQICUgzQf | 2025-09-29T04:23:20.302917Z |     123 | {                                 |',
        '|                      |                             |         |   "nodeIds" : [ 107, 164 ],       |',
        '|                      |                             |         |   "sourceIds" : [ "/REGION2/**" ] |',
        '|                      |                             |         | }                                 |',
        '+----------------------+-----------------------------+---------+-----------------------------------+',
        '',
      ].join('\n'),
    );
  });

  it('quotes a cell of CSV only where it has to', () => {
    expect(csvRow(['a', '', 'b "c", d', 'e\nf', '=1+1'])).toBe('a,,"b ""c"", d","e\nf",=1+1\n');
  });
});

describe('what a shell evaluates', () => {
  it.each([["it's", '$(touch /tmp/never)', '`id`', 'a\nb', '\\', '" "', "''", '$HOME', '!x', '']])(
    'is the value, whatever stands in it',
    (...values) => {
      for (const value of values) {
        const script = `${exportLines({ VALUE: value })}printf %s "$VALUE"`;
        for (const shell of ['sh', 'bash']) {
          const { stdout, status } = spawnSync(shell, ['-c', script], { encoding: 'utf8' });
          expect([stdout, status]).toStrictEqual([value, 0]);
        }
      }
    },
  );

  it('is what the recipe says, which fails when the mint fails', async () => {
    using machine = newMachine();
    const script =
      'set -e; mint-token() { "$NODE" "$COMMAND" "$@"; }; e=$(mint-token create --type datasette --actor ci --grant "$GRANT" --output env)\neval "$e"\nprintf %s "$DATASETTE_TOKEN"';
    const { COMMAND } = await import('./command-process.js');
    const environment = {
      ...{ NODE: process.execPath, COMMAND, GRANT: 'mydb: view-database' },
      DATASETTE_SECRET: 'not-a-real-secret-of-a-datasette-server-0123456789',
    };
    const bash = ['bash', '-c', script];
    const good = await machine.run([], { program: bash, environment });
    expect(good.stdout, good.stderr).toMatch(/^dstok_\S+$/);
    const bad = await machine.run([], { program: bash, environment: { ...environment, GRANT: 'nothing' } });
    expect([bad.stdout, bad.status]).toStrictEqual(['', 2]);
  });

  it('is nothing for Namespace without a token file', async () => {
    const issuer = await issuerOf('namespace').start();
    using machine = newMachine();
    const ended = await machine.run(['create', ...optionsFor(issuer, machine), '--output', 'env']);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('--token-file');
    expect(issuer.requests()).toStrictEqual([]);
    const file = await machine.run(['create', ...optionsFor(issuer, machine), '--output', 'env', '--token-file', 'f']);
    expect(file.stdout).toContain(`export NSC_TOKEN_FILE='${join(machine.folder, 'f')}'\n`);
    await issuer.close();
  });
});

describe('in the log of a CI', () => {
  const secret = 'not-a-real-secret-of-a-datasette-server-0123456789';
  it.each([
    ['GitHub Actions', { GITHUB_ACTIONS: 'true' }, '::add-mask::'],
    ['Azure Pipelines', { TF_BUILD: 'True' }, '##vso[task.setsecret]'],
  ])('%s is told to mask the credential and the token first', async (_, environment, command) => {
    using machine = newMachine();
    const ended = await machine.run(
      ['create', '--type', 'datasette', '--actor', 'ci', '--grant', 'mydb: view-database', '--output', 'token'],
      { environment: { ...environment, DATASETTE_SECRET: secret } },
    );
    expect(ended.status, ended.stderr).toBe(0);
    expect(ended.stderr).toContain(`${command}${secret}\n`);
    expect(ended.stderr).toContain(`${command}${ended.stdout}`);
    const spoken = ended.stderr.split('\n').filter((line) => !line.startsWith(command));
    expect(spoken.join('\n')).not.toContain(secret);
    expect(spoken.join('\n')).not.toContain(ended.stdout.trim());
  });
});

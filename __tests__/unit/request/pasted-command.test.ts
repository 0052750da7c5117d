import { describe, expect, it } from 'vitest';
import fc from '../../properties.js';

import { parseGrants } from '../../../src/request/grants.js';
import { explainPasted, findPasted } from '../../../src/request/pasted-command.js';
import { formatProblem } from '../../../src/request/problem.js';

const NSC_JSON = '{"resource_type":"builder","resource_id":"*","actions":["ensure","access"]}';

/** What is written in place of what was pasted. */
const linesFor = (text: string): readonly string[] => findPasted(text)?.lines ?? ['not recognised'];

describe('what is pasted from the command line of', () => {
  it.each([
    ['-a view-instance', ['*: view-instance']],
    ['-a view-instance: x', ['*: view-instance']],
    ['--all view-database-download', ['*: view-database-download']],
    ['-d mydb create-table', ['mydb: create-table']],
    ['--database "my db" create-table', ['"my db": create-table']],
    ['-r mydb mytable insert-row', ['mydb mytable: insert-row']],
    ['  --resource mydb mytable insert-row\n  -a vi', ['mydb mytable: insert-row', '*: vi']],
    ['create-token root --all view-instance', ['*: view-instance']],
    [
      'datasette create-token root --secret not-a-real-secret \\\n  --resource mydb mytable insert-row -e 3600',
      ['mydb mytable: insert-row'],
    ],
  ])('datasette, %j, is answered with the lines to write', (text, lines) => {
    expect(linesFor(text)).toStrictEqual(lines);
    expect(findPasted(text)?.what).toContain('datasette create-token');
  });

  it.each([
    [`--grant '${NSC_JSON}'`, [NSC_JSON]],
    [`--grant='${NSC_JSON}'`, [NSC_JSON]],
    [`--grant "${NSC_JSON.replaceAll('"', '\\"')}"`, [NSC_JSON]],
    [`$ nsc token create \\\n--name "ci" \\\n--grant '${NSC_JSON}' \\\n--grant '${NSC_JSON}' --expires_in 1h`, [NSC_JSON, NSC_JSON]],
  ])('nsc, %j, is answered with the JSON to write', (text, lines) => {
    expect(linesFor(text)).toStrictEqual(lines);
    expect(findPasted(text)?.what).toContain('nsc token create');
  }); // prettier-ignore

  it.each([
    ['--read-bucket 0123456789abcdef', ['buckets 0123456789abcdef: read']],
    [
      'influx auth create --org my-org --read-bucket 0123456789abcdef --write-bucket fedcba9876543210',
      ['buckets 0123456789abcdef: read', 'buckets fedcba9876543210: write'],
    ],
    ['--read-buckets --write-tasks', ['buckets *: read', 'tasks *: write']],
    ['--write-user', ['users <id>: write']],
    ['--read-dbrps', ['dbrp *: read']],
    ['--all-access', []],
    ['--operator', []],
    ['docker exec influxdb2 influx auth create --write-tasks', ['tasks *: write']],
    ['$ sudo docker compose exec -T db influx auth create --read-buckets', ['buckets *: read']],
    ['kubectl exec -it influxdb-0 -n monitoring -- influx auth create --read-buckets', ['buckets *: read']],
  ])('influx, %j, is answered with the lines to write', (text, lines) => {
    expect(linesFor(text)).toStrictEqual(lines);
    expect(findPasted(text)?.what).toContain('influx auth create');
  });

  it.each([
    ["--node-id 100,101 --source-id '/REGION1/**'", ['node-id: 100, 101', 'source-id: /REGION1/**']],
    ['-node=100 -source /A', ['node-id: 100', 'source-id: /A']],
    ["--source-id='/A B/**,/C'", ['source-id: "/A B/**", /C']],
    ['--node-id=100', ['node-id: 100']],
    ['-r', ['refresh-allowed: true']],
    ['-A /datum/** -r', ['api-path: /datum/**', 'refresh-allowed: true']],
    ['--aggregation Hour,Day', ['aggregation: Hour, Day']],
    [
      "s10k sec-tokens create --type User --name 'Reporting: region 1' \\\n  --node-id 100,101 --min-aggregation Hour \\\n  --refresh-allowed",
      ['node-id: 100, 101', 'min-aggregation: Hour', 'refresh-allowed: true'],
    ],
  ])('s10k, %j, is answered with the lines to write', (text, lines) => {
    expect(linesFor(text)).toStrictEqual(lines);
  });
});

describe('what is pasted from documents', () => {
  it.each([
    [`'${NSC_JSON}'`, 'JSON in quotes', [NSC_JSON]],
    [`'{"a": ["vi"]}'\n'{"a": ["vd"]}'`, 'JSON in quotes', ['{"a": ["vi"]}', '{"a": ["vd"]}']],
    ['`{"a": ["vi"]}`', 'JSON in quotes', ['{"a": ["vi"]}']],
    ['all-access', "InfluxDB's word for a token with all rights", []],
    ['All Access', "InfluxDB's word for a token with all rights", []],
    ['read:buckets', 'permissions as influx auth list shows them', ['buckets *: read']],
    [
      '[read:orgs/0123456789abcdef/buckets/fedcba9876543210 write:/tasks]',
      'permissions as influx auth list shows them',
      ['buckets fedcba9876543210: read', 'tasks *: write'],
    ],
    ['- buckets iot: read\n- buckets x: write', 'a list of YAML', ['buckets iot: read', 'buckets x: write']],
    [
      '- action: read\n  resource:\n    type: buckets\n- action: write\n  resource: { type: buckets, name: iot-center }',
      'a list of YAML',
      ['buckets *: read', 'buckets iot-center: write'],
    ],
    [
      '- resource_type: builder\n  resource_id: "*"\n  actions: ["ensure", access]',
      'a list of YAML',
      ['builder *: ensure, access'],
    ],
    ['- action: read', 'a list of YAML', []],
    ['-', 'a list of YAML', []],
    ['--name ci', 'an option of a command line', []],
  ])('%j is named for what it is, with the lines to write', (text, what, lines) => {
    expect(findPasted(text)).toMatchObject({ what, lines });
  });

  it('is told with its place, as the one problem of the grants, and never as a grant', () => {
    const { grants, problems = [] } =
      explainPasted('# what the job needs\n\n  -r mydb mytable insert-row\nmydb : x') ?? {};
    expect(problems.map(formatProblem)).toStrictEqual([
      'grants, line 3, column 3: this is an option of datasette create-token, and no grant; write `mydb mytable: insert-row`. A name that begins with - is put in double quotes',
    ]);
    expect(grants).toStrictEqual({ form: 'lines', lines: [] });
  });

  it('is told with an example where nothing of ours says the same', () => {
    expect(explainPasted('all-access')?.problems.map(formatProblem)).toStrictEqual([
      "grants, line 1, column 1: this is InfluxDB's word for a token with all rights, and no grant; list what the token may do, one grant a line, RESOURCE: ACTION[, ACTION...]",
    ]);
  });

  it('is shown in part where there is much of it', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `-d db${String(index)} view-table`).join('\n');
    const [problem] = explainPasted(text)?.problems ?? [];
    expect(problem?.message).toContain('`db9: view-table`, and so on');
    expect(problem?.message.length).toBeLessThan(1000);
  });

  it('is not shown as far as it is no grant: a secret may stand beside it', () => {
    const text = 'datasette create-token root --secret not-a-real-secret --all view-instance';
    expect(explainPasted(text)).toBeDefined();
    expect(JSON.stringify(explainPasted(text))).not.toContain('not-a-real');
  });
});

describe('the lines that are shown', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !/^[-\s]|['"`\\\s]|:$|[\p{C}\p{Z}]/u.test(text));

  it('are grants, whatever the names in the command', () => {
    fc.assert(
      fc.property(value, value, value, (database, table, action) => {
        const lines = linesFor(
          `-r '${database}' "${table}" ${action.replace(/^[[{]/, 'x')} --database '${database} x' y`,
        );
        expect(lines).toHaveLength(2);
        fc.pre(!/^[[{‘’“”„«]/.test(database) && !/^[[{‘’“”„«]/.test(table) && !/^[‘’“”„«]/.test(action));
        expect(parseGrants(lines.join('\n')).problems).toStrictEqual([]);
      }),
    );
  });
});

describe('a grant is not taken for something pasted', () => {
  it.each([
    'datasette create-token: view-table',
    'datasette mytable: insert-row',
    'nsc token: view-table',
    'influx auth: view-table',
    '"-a": view-instance',
    '"-a" "-b": view-instance',
    'mydb -a: view-table',
    'node-id: 100, 101',
    'all-access: view-table',
    "it's: view-table",
    '# --grant x\nmydb: view-table',
  ])('%s', (text) => {
    expect(findPasted(text)).toBeUndefined();
    expect(parseGrants(text).problems).toStrictEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom('-a', '-r', '--grant', '--node-id=', "'", '"', '`', '{', '}', '\\', '\n', ' ', '- ', ': ', 'a', ',', 'nsc token create', 'action: read', '['); // prettier-ignore

  it('is read without an error', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(() => findPasted(pieces.join(''))).not.toThrow();
      }),
    );
  });

  it.each(['\\', "'", '"', '{', "'{", '- ', '-a ', '--grant=', 'a: ', '[', '"a" ', "'a'", '`[', '-a: [', 'x '])(
    'is read in a time that does not grow with its square: %j',
    (part) => {
      const begun = performance.now();
      findPasted(`-a ${part.repeat(65_536 / part.length)}`);
      findPasted(`- ${part.repeat(65_536 / part.length)}`);
      findPasted(`'{${part.repeat(65_536 / part.length)}`);
      expect(performance.now() - begun).toBeLessThan(1500);
    },
  );
});

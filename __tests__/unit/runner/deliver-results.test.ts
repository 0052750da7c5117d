import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../../src/host/host.js';
import { deliverResults } from '../../../src/runner/deliver-results.js';
import { outputOf, stepFiles } from './step-process.js';

const HEADINGS = Array.from({ length: 10 }, (_, index) => `heading ${index}`);

function resultsOf(count: number, more: Partial<Results> = {}): Results {
  const rows = Array.from({ length: count }, (_, index) => [`id-${index}`, `name ${index}`]);
  return {
    table: { title: 'Tokens', headings: ['id', 'name'], rows, count, conclusion: `${count} tokens` },
    values: [['count', String(count)]],
    json: rows.map(([id, name]) => ({ id, name })),
    csv: rows.map((row) => row.map((text) => ({ text }))),
    summary: true,
    ...more,
  };
}

describe('the results of a step', () => {
  it('are a table in the log and in the summary, and outputs', () => {
    const files = stepFiles();
    const log = outputOf(() => {
      deliverResults(resultsOf(2), files.temp);
    });
    expect(log).toBe('id    name\nid-0  name 0\nid-1  name 1\n2 tokens\n');
    expect(files.pairs('GITHUB_OUTPUT')).toEqual({
      count: '2',
      json: '[\n{"id":"id-0","name":"name 0"},\n{"id":"id-1","name":"name 1"}\n]',
      csv: 'id-0,name 0\nid-1,name 1\n',
    });
    expect(files.text('GITHUB_STEP_SUMMARY')).toContain('### Tokens');
    expect(files.text('GITHUB_STEP_SUMMARY')).toContain('| id-1 | name 1 |');
  });

  it('show at most 200 rows, and how many there are besides', () => {
    const files = stepFiles();
    const log = outputOf(() => {
      deliverResults(resultsOf(1_000), files.temp);
    });
    expect(log.split('\n').filter((line) => line.startsWith('id-'))).toHaveLength(200);
    expect(log).toContain('and 800 more\n1000 tokens\n');
    const summary = files.text('GITHUB_STEP_SUMMARY');
    expect(summary.split('\n').filter((line) => line.startsWith('| id-'))).toHaveLength(200);
    expect(summary).toContain('and 800 more');
  });

  it('that are too long for an output are in a file that only its owner reads', () => {
    const files = stepFiles();
    outputOf(() => {
      deliverResults(resultsOf(20_000), files.temp);
    });
    const { json, csv, json_file: jsonFile = '', csv_file: csvFile = '', count } = files.pairs('GITHUB_OUTPUT');
    expect([json, csv, count]).toEqual([undefined, undefined, '20000']);
    expect(JSON.parse(readFileSync(jsonFile, 'utf8'))).toHaveLength(20_000);
    expect(readFileSync(csvFile, 'utf8').trimEnd().split('\n')).toHaveLength(20_000);
    for (const path of [jsonFile, csvFile]) {
      expect(path.startsWith(files.temp)).toBe(true);
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  });

  it('that are too long, on a runner that names no folder, are an error', () => {
    stepFiles();
    expect(() =>
      outputOf(() => {
        deliverResults(resultsOf(20_000), undefined);
      }),
    ).toThrow('RUNNER_TEMP');
  });

  it('leave no summary where none is wanted, and none larger than GitHub takes', () => {
    const files = stepFiles();
    outputOf(() => {
      deliverResults(resultsOf(1, { summary: false }), files.temp);
    });
    expect(files.text('GITHUB_STEP_SUMMARY')).toBe('');
    const long = resultsOf(0);
    const rows = Array.from({ length: 200 }, () => Array.from({ length: 10 }, () => '*'.repeat(1_000)));
    outputOf(() => {
      deliverResults({ ...long, table: { ...long.table, headings: HEADINGS, rows, count: 200 } }, files.temp);
    });
    expect(Buffer.byteLength(files.text('GITHUB_STEP_SUMMARY'))).toBeLessThan(1024 * 1024);
    expect(files.text('GITHUB_STEP_SUMMARY')).toMatch(/and \d+ more/);
  });
});

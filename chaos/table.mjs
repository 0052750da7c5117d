import { MOMENTS } from './moments.mjs';

/** @typedef {import('./results.js').RunResult} RunResult */

/**
 * @typedef {object} Totals
 * @property {string} type
 * @property {string} moment
 * @property {number} runs
 * @property {number} struck
 * @property {number} delivered
 * @property {number} left
 * @property {number} said
 * @property {number} othersRevoked
 * @property {number} otherwiseBroken
 */

/**
 * Sums for each type and moment, in the order of the table.
 *
 * @param {readonly RunResult[]} results
 * @returns {readonly Totals[]}
 */
export function totalsOf(results) {
  const types = [...new Set(results.map(({ type }) => type))];
  return types.flatMap((type) =>
    MOMENTS.map((moment) => {
      const runs = results.filter((run) => run.type === type && run.moment === moment);
      return { type, moment, ...sumOf(runs) };
    }).filter(({ runs }) => runs > 0),
  );
}

/** @param {readonly RunResult[]} runs */
function sumOf(runs) {
  return {
    runs: runs.length,
    struck: runs.filter(({ struck }) => struck).length,
    delivered: runs.filter(({ delivered }) => delivered).length,
    left: runs.reduce((sum, { left }) => sum + left, 0),
    said: runs.reduce((sum, { said }) => sum + said, 0),
    othersRevoked: runs.filter(({ othersRevoked }) => othersRevoked).length,
    otherwiseBroken: runs.filter(({ broken }) => broken.length > 0).length,
  };
}

/**
 * The table in Markdown.
 *
 * @param {readonly RunResult[]} results
 * @returns {string}
 */
export function tableOf(results) {
  const rows = [
    [
      'type',
      'moment',
      'runs',
      'struck',
      'delivered',
      'left alive',
      'left and said',
      "others' revoked",
      'otherwise broken',
    ],
    ...totalsOf(results).map(
      ({ type, moment, runs, struck, delivered, left, said, othersRevoked, otherwiseBroken }) => [
        type,
        moment,
        ...[runs, struck, delivered, left, said, othersRevoked, otherwiseBroken].map(String),
      ],
    ),
    ['all', '', ...Object.values(sumOf(results)).map(String)],
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const ruler = widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [heading = [], ...others] = rows;
  return [line(heading), line(ruler), ...others.map(line)].join('\n');
}

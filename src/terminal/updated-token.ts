import { boxTable } from './box-table.js';
import { csvRow } from './csv.js';
import { spacedJson } from './json.js';

/** A changed token as s10k shows one: the columns of its `sec-tokens update`. @param element of the output json */
export function printUpdated(element: unknown, output: 'table' | 'csv'): string {
  const token = fieldsOf(element);
  const text = (name: string) => (typeof token[name] === 'string' ? token[name] : '');
  const policy = fieldsOf(token['grants']);
  const rows = [
    ['Token ID', text('id')],
    ['Created', text('created_at')],
    // The list of tokens does not tell it.
    ['User ID', text('user_id')],
    ['Type', text('type').replace('solarnetwork/', '')],
    ['Status', text('status')],
    ['Name', text('name')],
    ['Description', text('description')],
    ['Policy', Object.keys(policy).length === 0 ? '' : spacedJson(policy, '  ')],
  ] as const;
  const columns = rows.map(([column]) => column);
  const cells = rows.map(([, cell]) => cell);
  return output === 'csv' ? csvRow(columns) + csvRow(cells) : boxTable(columns, [cells]);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

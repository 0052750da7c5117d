import type { DryRun, HandOver } from '../host/host.js';
import { EXPORT_MARK } from '../host/export-mark.js';
import type { MintedToken } from '../lease/issuer.js';
import type { Origin } from '../lease/origin.js';
import { formatInstant } from '../request/lifetime.js';
import { csvRow } from './csv.js';
import { spacedJson } from './json.js';

export const OUTPUTS = ['table', 'json', 'csv', 'token', 'env'] as const;
export type Output = (typeof OUTPUTS)[number];

/** A token that is shown to who asked for it. */
export interface ShownToken {
  readonly handOver: HandOver;
  readonly leaseId: string;
  /** As it was sent, with the marker at its end. */
  readonly description: string;
  readonly origin: Origin;
}

/**
 * All that goes to standard output. With a token file the value stands there, and here only where nothing else was asked for.
 *
 * @param mark what tells later commands of the exported variables that no parent stands in them
 */
export async function printToken(shown: ShownToken, output: Output, mark: string): Promise<string> {
  switch (output) {
    case 'token':
      return `${shown.handOver.token.secret}\n`;
    case 'env':
      return exportLines({ ...shown.handOver.exports?.(), [EXPORT_MARK]: mark });
    case 'json':
      return `${JSON.stringify(tokenJson(shown), undefined, 2)}\n`;
    case 'csv': {
      const { columns, cells } = tableOf(shown);
      return columns.length === 0 ? valueOf(shown) : csvRow(columns) + csvRow(cells);
    }
    case 'table':
      return printTable(shown);
  }
}

/** What is known without a token; the same for every form of output. */
export function printPlan({ type, name, expiresAt, grants }: DryRun): string {
  const plan = { type, name, expires_at: formatInstant(expiresAt), grants: parsed(grants) };
  return `${JSON.stringify(plan, undefined, 2)}\n`;
}

/** For a POSIX shell: within single quotes nothing but their end means anything. */
export function exportLines(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('');
}

/** The one shape for all systems: that of a listed token, with what only who minted it has. */
function tokenJson({ handOver, leaseId, description, origin }: ShownToken): object {
  const { token, file, revocable } = handOver;
  return {
    id: token.id,
    type: token.type,
    name: token.name,
    ...(description === '' ? {} : { description }),
    ...(token.told?.createdAt === undefined ? {} : { created_at: token.told.createdAt }),
    expires_at: formatInstant(token.expiresAt),
    grants: parsed(token.grants),
    origin: Object.fromEntries(Object.entries(origin).filter(([, value]) => value !== '')),
    lease: leaseId,
    revocable,
    ...(file === undefined ? { token: token.secret } : { token_file: file.path }),
  };
}

/** What the system's own tool shows in columns; none for Datasette's, which prints the token. */
interface Table {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

function tableOf(shown: ShownToken): Table {
  const rows = rowsOf(shown);
  return { columns: rows.map(([column]) => column), cells: rows.map(([, cell]) => cell) };
}

type Row = readonly [column: string, cell: string];

function rowsOf(shown: ShownToken): readonly Row[] {
  const { handOver, description } = shown;
  const { token } = handOver;
  const { createdAt = '', userId = '', userName = '' } = token.told ?? {};
  const secret = handOver.file === undefined ? token.secret : '';
  switch (systemOf(token)) {
    case 'solarnetwork':
      return [
        ['Token ID', token.id],
        ['Token Secret', secret],
        ['Created', createdAt],
        ['User ID', userId],
        ['Type', token.type.replace('solarnetwork/', '')],
        ['Name', token.name],
        ['Description', description],
        ['Policy', policyCell(token.grants)],
      ];
    case 'influxdb':
      return [
        ['ID', token.id],
        ['Description', token.told?.description ?? description],
        ['Token', secret],
        ['User Name', userName],
        ['User ID', userId],
        ['Permissions', permissionsCell(token.grants)],
      ];
    case 'namespace':
      return [
        ['Token ID', token.id],
        ['Name', token.name],
        ['Description', description],
        ['Created At', createdAt.replace(/\.\d+Z$/, 'Z')],
        ['Expires At', formatInstant(token.expiresAt)],
        ...(handOver.file === undefined ? [['Bearer Token', secret] as const] : []),
      ];
    default:
      return [];
  }
}

function systemOf({ type }: Pick<MintedToken, 'type'>): string {
  return type.split('/')[0] ?? type;
}

async function printTable(shown: ShownToken): Promise<string> {
  const { file, token } = shown.handOver;
  const { columns, cells } = tableOf(shown);
  switch (systemOf(token)) {
    case 'solarnetwork':
      // Loaded here: few ask for a table.
      return (await import('./box-table.js')).boxTable(columns, [cells]);
    case 'influxdb':
      return (await import('./tab-table.js')).tabTable(columns, [cells]);
    case 'namespace': {
      const { keyedLines } = await import('./tab-table.js');
      const lines = keyedLines(rowsOf(shown).filter(([column]) => column !== 'Bearer Token'));
      return file === undefined
        ? `${lines}\nBearer Token: ${token.secret}\n\n⚠️  Save this token securely - it will not be shown again.\n`
        : `Token written to ${file.path}\n${lines}`;
    }
    default:
      return valueOf(shown);
  }
}

function valueOf({ handOver: { token, file } }: ShownToken): string {
  return file === undefined ? `${token.secret}\n` : '';
}

/** As s10k prints a policy: nothing for one that restricts nothing. */
function policyCell(grants: string): string {
  const policy = parsed(grants);
  return typeof policy === 'object' && policy !== null && Object.keys(policy).length > 0
    ? spacedJson(policy, '  ')
    : '';
}

/** As influx prints them (influxdb, authz.go): `read:orgs/O/buckets/B`, those that read first. */
function permissionsCell(grants: string): string {
  const permissions = parsed(grants);
  if (!Array.isArray(permissions)) return '[]';
  const words = permissions.map(permissionWord);
  return `[${[...words.filter((word) => word.startsWith('read:')), ...words.filter((word) => !word.startsWith('read:'))].join(' ')}]`;
}

function permissionWord(permission: unknown): string {
  const { action, resource } = fieldsOf(permission);
  const { type, id, orgID } = fieldsOf(resource);
  const organisation = typeof orgID === 'string' ? `orgs/${orgID}` : '';
  return `${String(action)}:${organisation}/${String(type)}${typeof id === 'string' ? `/${id}` : ''}`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Grants are JSON where the system has any; else they are shown as they stand. */
function parsed(grants: string): unknown {
  try {
    return JSON.parse(grants);
  } catch {
    return grants;
  }
}

import { notice, warning, type Notice } from '../../lease/notice.js';
import { noteOnEncoded } from '../../request/encoded-text.js';
import { MEMBERS, restricts, type Policy, type TokenType } from './policy.js';

/** What a policy leaves open, one line each. */
export function leftOpenBy(policy: Policy, type: TokenType): readonly string[] {
  const { minAggregation, minLocationPrecision } = policy;
  const anyAggregation = policy.aggregations === undefined && (minAggregation ?? 'None') === 'None';
  const anyPrecision = policy.locationPrecisions === undefined && (minLocationPrecision ?? 'LatLong') === 'LatLong';
  const open: readonly (readonly [boolean, string])[] = [
    [policy.nodeIds === undefined, 'all nodes of the account'],
    [policy.sourceIds === undefined, 'all sources'],
    [anyAggregation, 'every aggregation, down to single readings'],
    [anyPrecision, 'every location precision, up to coordinates'],
    [policy.nodeMetadataPaths === undefined, 'all metadata of nodes'],
    [policy.userMetadataPaths === undefined, 'all metadata of the account'],
    [
      policy.apiPaths === undefined,
      type === 'User'
        ? 'all API paths, those that change things too'
        : 'all API paths that a ReadNodeData token may call',
    ],
    // The server refuses only when it is false (AuthTokenController.java of SolarNetwork/solarnetwork-central).
    [policy.refreshAllowed !== false, 'renewing its signing key without its secret'],
  ];
  return open.filter(([isOpen]) => isOpen).map(([, what]) => what);
}

/** What a User token can set up, that goes on by itself, and where: the beginning of paths after `/api/v1/sec`. */
interface Area {
  readonly paths: readonly string[];
  readonly follows: string;
}

/**
 * What goes on when the token is revoked, by the paths of SolarUser (its controllers in reg/web/api/v1 of
 * SolarNetwork/solarnetwork-central, August 2026, and the aspects that ask for no more than the account itself). Read, not
 * tried.
 */
export const AREAS: readonly Area[] = [
  { paths: ['/instr'], follows: 'instructions that wait for a node are carried out' },
  { paths: ['/user/export'], follows: 'exports go on sending data to where they were set up to' },
  { paths: ['/user/expire'], follows: 'policies go on deleting data' },
  { paths: ['/user/event'], follows: 'hooks go on sending events to an address' },
  { paths: ['/user/c2c'], follows: 'integrations go on using the stored credentials of clouds' },
  {
    paths: ['/user/din', '/user/inin', '/user/ocpp', '/user/oscp', '/user/dnp3'],
    follows: 'credentials that were made for devices and other systems stay valid',
  },
  { paths: ['/user/secrets'], follows: 'secrets that were replaced are used by what reads them' },
];

/** Whether a pattern lets something below a path through. */
function opensBelow(path: string, pattern: string): boolean {
  // Nearly every path does not fit what is inverted.
  if (pattern.startsWith('!')) return true;
  const parts = partsOf(pattern);
  const names = partsOf(path);
  for (const [index, name] of names.entries()) {
    const part = parts[index];
    if (part === '**') return true;
    if (part === undefined || !partFits(part, name)) return false;
  }
  return parts.length > names.length;
}

function partFits(part: string, name: string): boolean {
  const source = part
    .replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
    .replaceAll('\\?', '.')
    .replace(/(?:\\\*)+/g, '.*');
  return new RegExp(`^${source}$`, 'su').test(name);
}

/** As Spring's AntPathMatcher takes a pattern or path apart: slashes that follow each other count as one. */
function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/**
 * Whether a pattern names nothing at all, so that it fits whatever is long enough: each of its parts fits any part of a path
 * that has enough characters. `across` when one of them is `**`, which crosses slashes.
 */
function breadthOf(pattern: string): 'across' | 'so many parts' | undefined {
  const parts = partsOf(pattern);
  if (parts.length === 0 || !parts.every((part) => /^[*?]*\*[*?]*$/.test(part))) return undefined;
  // It fits only what ends with a slash too.
  if (pattern.endsWith('/') && parts.at(-1) !== '**') return undefined;
  return parts.includes('**') ? 'across' : 'so many parts';
}

/** What a user should know about a policy although it is valid. */
export function noticesOfPolicy(policy: Policy, type: TokenType): readonly Notice[] {
  const { sourceIds = [], nodeMetadataPaths = [], userMetadataPaths = [] } = policy;
  const encoded = noteOnEncoded([...sourceIds, ...nodeMetadataPaths, ...userMetadataPaths, ...(policy.apiPaths ?? [])]);
  const notices: Notice[] = encoded === undefined ? [] : [notice(encoded)];
  if (!restricts(policy)) {
    notices.push(
      warning(
        type === 'User'
          ? 'The token is unrestricted: it can do everything in the account that its owner can, and it can create and change tokens, which outlive its revocation.'
          : "The token is unrestricted: it can read all data of all of the account's nodes.",
      ),
    );
  } else if (type === 'User' && policy.apiPaths === undefined) {
    notices.push(
      warning(
        'A User token can call the whole API of the account, also to change things, and nodes and sources restrict only what asks for data. Add api-path lines, or mint type solarnetwork/ReadNodeData if it only reads.',
      ),
    );
  }
  if (type === 'User') {
    const { apiPaths } = policy;
    const open = AREAS.filter(({ paths }) =>
      paths.some((path) => apiPaths === undefined || apiPaths.some((pattern) => opensBelow(path, pattern))),
    );
    if (open.length > 0) {
      const list = open.map(({ paths, follows }) => `${follows} (${paths.join(', ')})`).join('; ');
      notices.push(warning(`What is set up with the token outlives it. When it is revoked, ${list}.`));
    }
  }
  const inverted = policy.apiPaths?.filter((path) => path.startsWith('!')) ?? [];
  if (inverted.length > 0) {
    notices.push(
      warning(
        `api-path: ${inverted.join(', ')} lets every other path through: a request passes as soon as one of the patterns fits, and they are not subtracted from each other.`,
      ),
    );
  }
  for (const { name, option, kind } of MEMBERS) {
    const value = policy[name];
    if (kind !== 'pattern' || !Array.isArray(value)) continue;
    const patterns: readonly string[] = value.filter((item) => typeof item === 'string');
    const broad = patterns.filter((pattern) => breadthOf(pattern) === 'across');
    if (broad.length > 0) notices.push(notice(`${option}: ${broad.join(', ')} fits nearly everything.`));
    const flat = patterns.filter((pattern) => breadthOf(pattern) === 'so many parts');
    if (flat.length > 0) {
      notices.push(notice(`${option}: ${flat.join(', ')} fits everything that has as many parts between its slashes.`));
    }
    const negated = name === 'apiPaths' ? [] : patterns.filter((pattern) => pattern.startsWith('!'));
    if (negated.length > 0) {
      notices.push(warning(`${option}: ${negated.join(', ')}: a leading ! means "not" in api-path only.`));
    }
    const inside = patterns.filter((pattern) =>
      pattern.split('/').some((part) => part.length > 2 && part.includes('**')),
    );
    if (inside.length > 0) {
      notices.push(
        warning(
          `${option}: ${inside.join(', ')}: ** crosses slashes only where it stands alone between them; here it is like *.`,
        ),
      );
    }
  }
  return notices;
}

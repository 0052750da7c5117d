import { notice, warning, type Notice } from '../../lease/notice.js';
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

/** What a user should know about a policy although it is valid. */
export function noticesOfPolicy(policy: Policy, type: TokenType): readonly Notice[] {
  const notices: Notice[] = [];
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
    const broad = patterns.filter((pattern) => /^\/?\*\*$/.test(pattern));
    if (broad.length > 0) notices.push(notice(`${option}: ${broad.join(', ')} fits nearly everything.`));
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

import fc from '../../../properties.js';
import { describe, expect, test } from 'vitest';
import { readGrants } from '../../../../src/issuers/solarnetwork/grants.js';
import type { Policy, TokenType } from '../../../../src/issuers/solarnetwork/policy.js';
import { leftOpenBy, noticesOfPolicy } from '../../../../src/issuers/solarnetwork/reach.js';
import { parseGrants } from '../../../../src/request/grants.js';
import { formatProblem, invalid } from '../../../../src/request/problem.js';
import { fitsAntPattern } from '../../../fakes/ant-path-matcher.js';
import { runnerWords } from '../../../../src/runner/words.js';

function policyOf(text: string): Policy {
  const { grants, problems } = parseGrants(text);
  const result = problems.length === 0 ? readGrants(grants, runnerWords) : invalid(...problems);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.value;
}

const RESTRICTED_IN_EVERY_WAY: Policy = {
  nodeIds: [100],
  sourceIds: ['/REGION1/**'],
  aggregations: ['Hour'],
  locationPrecisions: ['Locality'],
  nodeMetadataPaths: ['/pm/test/**'],
  userMetadataPaths: ['/pm/account/public/**'],
  apiPaths: ['/datum/**'],
  refreshAllowed: false,
};

describe('what a policy leaves open', () => {
  test('is all that it does not restrict', () => {
    expect(leftOpenBy({ nodeIds: [100], minAggregation: 'Hour' }, 'ReadNodeData')).toEqual([
      'all sources',
      'every location precision, up to coordinates',
      'all metadata of nodes',
      'all metadata of the account',
      'all API paths that a ReadNodeData token may call',
      'renewing its signing key without its secret',
    ]);
    expect(leftOpenBy({}, 'User')).toEqual([
      'all nodes of the account',
      'all sources',
      'every aggregation, down to single readings',
      'every location precision, up to coordinates',
      'all metadata of nodes',
      'all metadata of the account',
      'all API paths, those that change things too',
      'renewing its signing key without its secret',
    ]);
    expect(leftOpenBy(RESTRICTED_IN_EVERY_WAY, 'User')).toEqual([]);
  });

  test.each<readonly [Policy, readonly string[]]>([
    [{ minAggregation: 'Hour' }, ['every location precision, up to coordinates']],
    [{ aggregations: ['None'] }, ['every location precision, up to coordinates']],
    [{ minLocationPrecision: 'Block' }, ['every aggregation, down to single readings']],
    [{ locationPrecisions: ['LatLong'] }, ['every aggregation, down to single readings']],
    [
      { minAggregation: 'None', minLocationPrecision: 'LatLong' },
      ['every aggregation, down to single readings', 'every location precision, up to coordinates'],
    ],
  ])('is everything of a kind unless a minimum or a list says less: %j', (policy, open) => {
    expect(leftOpenBy(policy, 'User').filter((what) => what.startsWith('every'))).toEqual(open);
  });

  test('is the renewal of its key unless that is forbidden', () => {
    const renewal = 'renewing its signing key without its secret';
    expect(leftOpenBy({ refreshAllowed: true }, 'User')).toContain(renewal);
    expect(leftOpenBy({ refreshAllowed: false }, 'User')).not.toContain(renewal);
  });
});

describe('a user is told', () => {
  const told = (text: string, type: TokenType) =>
    noticesOfPolicy(policyOf(text), type).map(({ level, message }) => `${level}: ${message}`);

  /** What a User token sets up that goes on, by the path below which it is set up. */
  const AREAS = [
    'instructions that wait for a node are carried out (/instr)',
    'exports go on sending data to where they were set up to (/user/export)',
    'policies go on deleting data (/user/expire)',
    'hooks go on sending events to an address (/user/event)',
    'integrations go on using the stored credentials of clouds (/user/c2c)',
    'credentials that were made for devices and other systems stay valid (/user/din, /user/inin, /user/ocpp, /user/oscp, /user/dnp3)',
    'secrets that were replaced are used by what reads them (/user/secrets)',
  ];
  const outlives = (...areas: readonly string[]) =>
    `warning: What is set up with the token outlives it. When it is revoked, ${areas.join('; ')}.`;

  test.each([
    'source-id: %2FG2%2FS1',
    'node-metadata-path: /pm%2Fx',
    'user-metadata-path: /pm%2Fx',
    'api-path: /datum%2Fx',
  ])('of encoded text, which is taken literally: %s', (text) => {
    expect(told(text, 'ReadNodeData').join()).toContain('notice: encoded text is taken literally: "');
    expect(told(text.replaceAll('%2F', '/'), 'ReadNodeData').join()).not.toContain('encoded text');
  });

  test.each<readonly [string, string]>([
    ['/instr/**', '/instr'],
    ['/instr/add', '/instr'],
    ['/*/add', '/instr'],
    ['/user/export/**', '/user/export'],
    ['/user/expire/configs', '/user/expire'],
    ['/?ser/ev*/*', '/user/event'],
    ['//user//c2c//integrations', '/user/c2c'],
    ['/user/din/**', '/user/din'],
    ['/user/inin/**', '/user/inin'],
    ['/user/ocpp/**', '/user/ocpp'],
    ['/user/oscp/**', '/user/oscp'],
    ['/user/dnp3/**', '/user/dnp3'],
    ['/user/secrets/**', '/user/secrets'],
  ])('that what a User token sets up with api-path: %s goes on', (path, area) => {
    const expected = AREAS.filter(
      (text) => text.includes(`(${area})`) || text.includes(`${area},`) || text.includes(`, ${area}`),
    );
    expect(expected).toHaveLength(1);
    expect(told(`api-path: ${path}`, 'User')).toEqual([outlives(...expected)]);
    expect(told(`api-path: ${path}`, 'ReadNodeData')).toEqual([]);
  });

  test.each(['/user/**', '/user/*/*', '/**/configs', '/*/*/**'])('that all of it goes on: %s', (path) => {
    const [warned] = told(`api-path: ${path}`, 'User');
    expect(warned).toContain('exports go on');
    expect(warned).toContain('secrets that were replaced');
    const below = path.startsWith('/user') ? 'hooks' : 'instructions that wait';
    expect(warned).toContain(below);
  });

  test('that what is inverted opens all of it', () => {
    expect(told('api-path: !/instr/**', 'User')[0]).toBe(outlives(...AREAS));
  });

  test.each(['/datum/**', '/user', '/user/*', '/instr', '/user/exports/**', '/USER/**', '/nodes/**, /user/exp'])(
    'nothing of what goes on where none of it can be set up: %s',
    (path) => {
      expect(told(`api-path: ${path}`, 'User')).toEqual([]);
    },
  );

  test('that an unrestricted User token can create tokens', () => {
    for (const text of ['unrestricted', 'unrestricted\nrefresh-allowed: false']) {
      expect(told(text, 'User')).toEqual([
        'warning: The token is unrestricted: it can do everything in the account that its owner can, and it can create and change tokens, which outlive its revocation.',
        outlives(...AREAS),
      ]);
    }
  });

  test('that an unrestricted ReadNodeData token reads everything', () => {
    expect(told('unrestricted', 'ReadNodeData')).toEqual([
      "warning: The token is unrestricted: it can read all data of all of the account's nodes.",
    ]);
  });

  test('that a User token without api-path can change things', () => {
    expect(told('node-id: 100', 'User')).toEqual([
      'warning: A User token can call the whole API of the account, also to change things, and nodes and sources restrict only what asks for data. Add api-path lines, or mint type solarnetwork/ReadNodeData if it only reads.',
      outlives(...AREAS),
    ]);
    expect(told('node-id: 100\napi-path: /datum/**', 'User')).toEqual([]);
    expect(told('node-id: 100', 'ReadNodeData')).toEqual([]);
  });

  const NOT_SUBTRACTED =
    'lets every other path through: a request passes as soon as one of the patterns fits, and they are not subtracted from each other.';
  const LIKE_ONE_STAR = '** crosses slashes only where it stands alone between them; here it is like *.';

  test.each<readonly [string, readonly string[]]>([
    ['api-path: /datum/**, !/datum/stream', [`warning: api-path: !/datum/stream ${NOT_SUBTRACTED}`]],
    ['api-path: !/a, /b!, !/c', [`warning: api-path: !/a, !/c ${NOT_SUBTRACTED}`]],
    ['source-id: /**', ['notice: source-id: /** fits nearly everything.']],
    ['source-id: **, /A, /**', ['notice: source-id: **, /** fits nearly everything.']],
    ['api-path: /**', ['notice: api-path: /** fits nearly everything.']],
    ...['/**/**', '/**/*', '/*/**', '/?*/**', '/*?/**', '/??*/*/**', '/**/', '/*/**/', '//**', '/**/?*/**'].map(
      (pattern) => [`api-path: ${pattern}`, [`notice: api-path: ${pattern} fits nearly everything.`]] as const,
    ),
    ['source-id: **/*, */**', ['notice: source-id: **/*, */** fits nearly everything.']],
    ...['"*"', '/*', '/*/*', '?*', '/*/?*'].map(
      (pattern) =>
        [
          `source-id: ${pattern}`,
          [
            `notice: source-id: ${pattern.replaceAll('"', '')} fits everything that has as many parts between its slashes.`,
          ],
        ] as const,
    ),
    ['source-id: !/A, /B!, !/C', ['warning: source-id: !/A, !/C: a leading ! means "not" in api-path only.']],
    ['source-id: /A/b**, /C, /**d', [`warning: source-id: /A/b**, /**d: ${LIKE_ONE_STAR}`]],
    [
      'source-id: /**, !/A\nnode-metadata-path: /pm/x**, /**\nuser-metadata-path: /**',
      [
        'notice: source-id: /** fits nearly everything.',
        'warning: source-id: !/A: a leading ! means "not" in api-path only.',
        'notice: node-metadata-path: /** fits nearly everything.',
        `warning: node-metadata-path: /pm/x**: ${LIKE_ONE_STAR}`,
        'notice: user-metadata-path: /** fits nearly everything.',
      ],
    ],
    // Not surprising: below one folder, above one name, and what is no pattern.
    ['source-id: /A/**, /**/B, **/C, /A/*', []],
    // One length alone, and only what ends with a slash.
    ['source-id: /???/**, ?, /*/?, /*/, /**/*/', []],
    ['node-id: 100\naggregation: Hour, Day\nlocation-precision: Country', []],
  ])('what is surprising in %j', (text, messages) => {
    expect(told(text, 'ReadNodeData')).toEqual(messages);
  });
});

describe('a pattern that is said to fit nearly everything', () => {
  const part = fc.constantFrom('**', '*', '?', '?*', '*?', '??*', '***', 'A', 'A*', '');
  const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
  const name = fc.stringMatching(/^[a-z]{9}$/);

  const isSaid = (text: string) =>
    noticesOfPolicy({ apiPaths: [text] }, 'ReadNodeData').some(({ message }) =>
      message.endsWith(' fits nearly everything.'),
    );

  test('fits each path that is long enough, and no other pattern does', () => {
    fc.assert(
      fc.property(pattern, fc.array(name, { minLength: 6, maxLength: 9 }), (text, names) => {
        expect(isSaid(text)).toBe(fitsAntPattern(text, `/${names.join('/')}`));
      }),
      { numRuns: 2000 },
    );
  });
});

import { expect, test } from 'vitest';
import { readPolicyAsServerDoes } from '../../fakes/solarnetwork-policy.js';

const END = 4_102_444_800_000;

/** What was sent, and what the released classes kept of it when they were run; a status where they refused it. */
const ROWS: readonly (readonly [sent: string, kept: unknown])[] = [
  [`{"notAfter":${END}}`, { notAfter: END }],
  ...[`"2099-01-01T00:00:00Z"`, `"${END}"`, `${END}.0`, '4.1024448E12', '0', '-1', 'null', 'true'].map(
    (value): readonly [string, unknown] => [`{"notAfter":${value}}`, {}],
  ),
  [`{"notAfter":${END / 1000}}`, { notAfter: END / 1000 }],
  ['{"notAfter":9223372036854775808}', 422],
  [`{"notAfter":[${END}]}`, 422],
  ['{"notAfter":{}}', 422],

  ['{"nodeIds":[101,100,101]}', { nodeIds: [100, 101] }],
  ['{"nodeIds":[100.7]}', { nodeIds: [100] }],
  ['{"nodeIds":[1e2]}', { nodeIds: [100] }],
  ['{"nodeIds":["100"]}', { nodeIds: [null] }],
  ['{"nodeIds":[null]}', { nodeIds: [null] }],
  ['{"nodeIds":[true]}', { nodeIds: [null] }],
  ['{"nodeIds":[{}]}', { nodeIds: [null] }],
  ...['[]', 'null', '100', '"100,101"'].map((value): readonly [string, unknown] => [
    `{"nodeIds":${value},"notAfter":${END}}`,
    { notAfter: END },
  ]),
  ['{"nodeIds":[[100]]}', 422],
  [`{"nodeIds":{},"notAfter":${END}}`, 422],

  ['{"sourceIds":["/A/**","/b/?/*","!/c","/A/**"]}', { sourceIds: ['/A/**', '/b/?/*', '!/c'] }],
  ['{"sourceIds":["/a,b"," /A ",""]}', { sourceIds: ['/a,b', ' /A ', ''] }],
  ['{"sourceIds":["/été","/日本","/\u{1F31E}"]}', { sourceIds: ['/été', '/日本', '/\u{1F31E}'] }],
  ...['sourceIds', 'nodeMetadataPaths', 'userMetadataPaths', 'apiPaths'].flatMap((name) =>
    ['[]', 'null', '"/A"'].map((value): readonly [string, unknown] => [`{"${name}":${value}}`, {}]),
  ),
  ['{"sourceIds":[1]}', { sourceIds: ['1'] }],
  ['{"sourceIds":[null,"/A"]}', { sourceIds: [null, '/A'] }],

  ['{"minAggregation":"Hour"}', { minAggregation: 'Hour' }],
  ['{"minAggregation":"h"}', { minAggregation: 'Hour' }],
  ['{"minAggregation":"hour"}', {}],
  ['{"minAggregation":"Nope"}', {}],
  ['{"minAggregation":null}', { minAggregation: 'None' }],
  ['{"minAggregation":""}', { minAggregation: 'None' }],
  ['{"minAggregation":5}', { minAggregation: 'None' }],
  ['{"aggregations":["Nope","Day"]}', { aggregations: ['Day'] }],
  ['{"aggregations":["Nope"]}', {}],
  ['{"aggregations":[null]}', { aggregations: ['None'] }],
  ['{"aggregations":[]}', 500],
  ['{"aggregations":null}', 500],
  ['{"aggregations":"Hour"}', 500],
  ['{"minAggregation":"Hour","aggregations":["Day"]}', { minAggregation: 'Hour' }],
  ['{"aggregations":["Day"],"minAggregation":"Hour"}', { minAggregation: 'Hour' }],
  ['{"aggregations":["Day"],"minAggregation":"Nope"}', { aggregations: ['Day'] }],

  ['{"minLocationPrecision":"Locality"}', { minLocationPrecision: 'Locality' }],
  ['{"minLocationPrecision":null}', 500],
  ['{"minLocationPrecision":50}', 500],
  ['{"minLocationPrecision":"locality"}', {}],
  ['{"locationPrecisions":["Locality"]}', { locationPrecisions: ['Locality'] }],
  ['{"locationPrecisions":["Nope"]}', {}],
  ['{"locationPrecisions":[]}', {}],
  ['{"locationPrecisions":null}', {}],
  [`{"locationPrecisions":[],"notAfter":${END}}`, 422],
  [`{"locationPrecisions":null,"notAfter":${END}}`, 422],

  ['{"refreshAllowed":true}', { refreshAllowed: true }],
  ['{"refreshAllowed":false}', { refreshAllowed: false }],
  ...['"true"', '"false"', '1', 'null'].map((value): readonly [string, unknown] => [
    `{"refreshAllowed":${value},"notAfter":${END}}`,
    { notAfter: END },
  ]),

  [`{"nope":1,"notAfter":${END}}`, { notAfter: END }],
  [`{"nope":null,"notAfter":${END}}`, { notAfter: END }],
  [`{"nope":[1],"notAfter":${END}}`, 422],
  [`{"notAfter":${END},"nope":{}}`, 422],
  ['{"NodeIds":[1]}', 422],
  ['{"nodeIds":[100],"nodeIds":[101]}', { nodeIds: [101] }],
  ['{"nodeIds":[100],"nodeIds":null}', { nodeIds: [100] }],
  ['{"nodeIds":[100],"nodeIds":[]}', { nodeIds: [100] }],
  ['{}', {}],
  ['null', 'no policy'],
  ['[]', 422],
  ['"text"', 422],
  ['{} {}', 422],
  ['{"notAfter":1,}', 422],
  ['{/* */}', 422],
  ["{'notAfter':1}", 422],
  ['{"notAfter":1', 422],
  [`\uFEFF {"notAfter":${END}} `, { notAfter: END }],
];

test.each(ROWS)('of %s the server keeps %j', (sent, kept) => {
  const reading = readPolicyAsServerDoes(sent);
  const outcome = {
    policy: reading.kind === 'policy' ? reading.policy : {},
    none: 'no policy',
    malformed: 422,
    crash: 500,
  };
  expect(outcome[reading.kind]).toEqual(kept);
});

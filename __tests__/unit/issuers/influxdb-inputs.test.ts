import { describe, expect, test } from 'vitest';
import { CORRECT, prepared, problemsOf, surroundingsOf, type Given } from './influxdb-world.js';

const without = (name: string): Given => Object.fromEntries(Object.entries(CORRECT).filter(([key]) => key !== name));

describe('where the credential, the endpoint and the organisation come from', () => {
  test('the inputs', () => {
    const { access, sources } = prepared({ ...CORRECT, url: 'https://influx.example/prefix/' });
    expect(access).toEqual({
      endpoint: 'https://influx.example/prefix',
      authentication: { kind: 'secret', secret: 'not-a-real-secret-parent' },
    });
    expect(sources).toEqual([
      'credential: from the input',
      'url: https://influx.example/prefix, from the input',
      'org: from the input',
    ]);
  });

  test('the variables of the influx command, when there are no inputs', () => {
    const variables = {
      INFLUX_TOKEN: 'not-a-real-secret-ambient',
      INFLUX_HOST: 'http://localhost:8086',
      INFLUX_ORG: 'acme',
    };
    const { access, sources } = prepared({}, surroundingsOf(variables));
    expect(access).toMatchObject({
      endpoint: 'http://localhost:8086',
      authentication: { secret: variables.INFLUX_TOKEN },
    });
    expect(sources).toEqual([
      'credential: from the environment variable INFLUX_TOKEN',
      'url: http://localhost:8086, from the environment variable INFLUX_HOST',
      'org: from the environment variable INFLUX_ORG',
    ]);
  });

  test('the inputs beat the variables, even wrong ones', () => {
    const variables = { INFLUX_TOKEN: 'a\nb', INFLUX_HOST: 'nonsense', INFLUX_ORG_ID: 'nonsense', INFLUX_ORG: '' };
    expect(prepared(CORRECT, surroundingsOf(variables)).access.endpoint).toBe(CORRECT['url']);
  });

  test('INFLUX_ORG_ID is asked before INFLUX_ORG', () => {
    const variables = { INFLUX_ORG_ID: '7e30e69b70378cc5', INFLUX_ORG: 'acme' };
    expect(prepared(without('org'), surroundingsOf(variables)).sources).toContain(
      'org: from the environment variable INFLUX_ORG_ID',
    );
  });

  test('a token that an earlier mint exported is no parent, but its host and organisation are used', () => {
    const variables = {
      INFLUX_TOKEN: 'not-a-real-secret-child',
      INFLUX_HOST: 'http://localhost:8086',
      INFLUX_ORG_ID: '7e30e69b70378cc5',
    };
    const surroundings = surroundingsOf(variables, Object.keys(variables));
    expect(problemsOf({}, surroundings)).toEqual([
      expect.stringContaining('INFLUX_TOKEN: an earlier mint of this job exported'),
    ]);
    expect(prepared({ credential: 'not-a-real-secret-parent' }, surroundings).access.endpoint).toBe(
      'http://localhost:8086',
    );
  });
});

describe('what is wrong with the inputs is said offline, and all of it together', () => {
  test('nothing given', () => {
    expect(problemsOf({})).toEqual([
      expect.stringMatching(/^url: .*there is no usual one.*url: http:\/\/localhost:8086.*INFLUX_HOST/),
      expect.stringMatching(/^credential: an InfluxDB token is needed.*INFLUX_TOKEN/),
      expect.stringMatching(/^org: .*org: my-org.*INFLUX_ORG_ID or INFLUX_ORG/),
    ]);
  });

  test('everything wrong', () => {
    const given = {
      url: 'localhost:8086',
      credential: 'a\nb',
      org: ' ',
      user: 'id=nobody',
      status: 'paused',
      grants: 'buckets iot-center: wriet\nbukets *: read',
    };
    expect(problemsOf(given)).toEqual([
      'grants, line 1, column 21: found "wriet" as an action; expected read or write. Did you mean "write"?',
      expect.stringMatching(
        /^grants, line 2, column 1: found "bukets" as a resource type;.* Did you mean "buckets"\?$/,
      ),
      expect.stringMatching(/^url: found "localhost:8086"/),
      expect.stringMatching(/^credential: .*more than one line/),
      expect.stringMatching(/^org: .*blank/),
      expect.stringMatching(/^user: found "nobody" as an id/),
      'status: found "paused"; expected active or inactive.',
    ]);
  });

  test.for([
    [{ INFLUX_ORG_ID: 'acme' }, /^INFLUX_ORG_ID: .*16 hexadecimal digits/],
    [{ INFLUX_ORG_ID: '0000000000000000' }, /^INFLUX_ORG_ID: .*not all zero/],
    [{ INFLUX_ORG: 'name=' }, /^INFLUX_ORG: nothing stands after "name="/],
  ] as const)('an organisation in a variable (case %#)', ([variables, expected]) => {
    expect(problemsOf(without('org'), surroundingsOf(variables))).toEqual([expect.stringMatching(expected)]);
  });

  test.for(['/api/v2', '/api/v2/', '/prefix/api/v2/write'])('a URL that goes on into the API (%s)', (path) => {
    expect(problemsOf({ ...CORRECT, url: `https://influx.example${path}` })).toEqual([
      `url: found "https://influx.example${path.replace(/\/$/, '')}"; expected the part before /api/v2, as in https://influx.example${path.slice(0, path.indexOf('/api/v2'))}`,
    ]);
  });

  test('user and status are looked at, and good ones are taken', () => {
    for (const status of ['active', 'inactive']) expect(prepared({ ...CORRECT, user: 'ada', status })).toBeDefined();
    expect(problemsOf({ ...CORRECT, user: '\t', status: 'Active' })).toHaveLength(2);
  });
});

describe('what the user should know before the mint', () => {
  const noticesOf = (given: Given) => prepared({ ...CORRECT, ...given }).notices;

  test('InfluxDB tokens do not end by themselves', () => {
    expect(noticesOf({})).toMatchObject([
      { level: 'notice', message: expect.stringContaining('do not expire') as string },
    ]);
  });

  test('a token that is made inactive', () => {
    expect(noticesOf({ status: 'inactive' }).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('made inactive'),
    );
  });

  test('a grant on all of a type is noted, with what it is', () => {
    const notices = noticesOf({ grants: 'buckets *: read, write\ntelegrafs *: read\nbuckets iot-center: read' });
    expect(notices.filter(({ level }) => level === 'warning')).toEqual([]);
    expect(notices.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^buckets \*: read, buckets \*: write, telegrafs \*: read: all in the organisation/),
    );
  });

  test.for([
    'authorizations *: read',
    'authorizations *: write',
    'users 7e30e69b70378cc5: write',
    'tasks *: write',
    'replications *: write',
  ])('a grant whose effect outlives the token is warned about: %s', (grants) => {
    const [kind] = grants.split(' ');
    expect(noticesOf({ grants })).toContainEqual({
      level: 'warning',
      message: expect.stringContaining(`${kind}: `) as string,
    });
  });

  test.for(['users 7e30e69b70378cc5: read', 'tasks *: read', 'buckets *: write'])('and no other: %s', (grants) => {
    expect(noticesOf({ grants }).filter(({ level }) => level === 'warning')).toEqual([]);
  });
});

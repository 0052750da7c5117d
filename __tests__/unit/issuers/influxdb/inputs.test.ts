import { describe, expect, test } from 'vitest';
import { CORRECT, prepared, problemsOf, surroundingsOf, type Given } from './world.js';

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
      'org: acme, from the input',
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
      'org: acme, from the environment variable INFLUX_ORG',
    ]);
  });

  test('the inputs beat the variables, even wrong ones', () => {
    const variables = { INFLUX_TOKEN: 'a\nb', INFLUX_HOST: 'nonsense', INFLUX_ORG_ID: 'nonsense', INFLUX_ORG: '' };
    expect(prepared(CORRECT, surroundingsOf(variables)).access.endpoint).toBe(CORRECT['url']);
  });

  test('INFLUX_ORG_ID is asked before INFLUX_ORG', () => {
    const variables = { INFLUX_ORG_ID: '7e30e69b70378cc5', INFLUX_ORG: 'acme' };
    expect(prepared(without('org'), surroundingsOf(variables)).sources).toContain(
      'org: 7e30e69b70378cc5, from the environment variable INFLUX_ORG_ID',
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

const NO_ID = 'the value is no id of InfluxDB; expected 16 hexadecimal digits that are not all zero';

describe('what is wrong with the inputs is said offline, and all of it together', () => {
  test('nothing given', () => {
    expect(problemsOf({})).toEqual([
      'url: the URL of the InfluxDB is needed, there is no usual one; set url: https://us-east-1-1.aws.cloud2.influxdata.com (your region), url: http://localhost:8086, or the environment variable INFLUX_HOST',
      'credential: an InfluxDB token is needed, and none is given; set credential: ${{ secrets.PARENT }} or the environment variable INFLUX_TOKEN.',
      'org: the organisation of the token is needed, by name or id; set org: my-org, or the environment variable INFLUX_ORG_ID or INFLUX_ORG',
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
      'org: the value is blank: an expression was probably empty; expected a name or an id',
      'user: found "nobody" as an id; expected 16 hexadecimal digits that are not all zero',
      'status: found "paused"; expected active or inactive.',
    ]);
  });

  test.for([
    [{ INFLUX_ORG_ID: 'acme' }, `INFLUX_ORG_ID: ${NO_ID}`],
    [{ INFLUX_ORG_ID: '0000000000000000' }, `INFLUX_ORG_ID: ${NO_ID}`],
    [{ INFLUX_ORG: 'name=' }, 'INFLUX_ORG: nothing stands after "name=": an expression was probably empty'],
    [
      { INFLUX_ORG: '\t' },
      'INFLUX_ORG: the value is blank: an expression was probably empty; expected a name or an id',
    ],
  ] as const)('an organisation in a variable (case %#)', ([variables, expected]) => {
    expect(problemsOf(without('org'), surroundingsOf(variables))).toEqual([expected]);
  });

  test('an organisation in a variable may have blanks around it', () => {
    for (const variables of [{ INFLUX_ORG_ID: ' 7e30e69b70378cc5\n' }, { INFLUX_ORG: ' acme\n' }]) {
      expect(prepared(without('org'), surroundingsOf(variables))).toBeDefined();
    }
  });

  test('one of them alone is enough to be refused', () => {
    for (const input of ['url', 'credential', 'org', 'user', 'status']) {
      expect(problemsOf({ ...CORRECT, [input]: 'a\nb' })).toEqual([expect.stringMatching(new RegExp(`^${input}: `))]);
    }
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

  const NO_END =
    'notice: InfluxDB tokens do not expire: this one lives until it is revoked at the end of the job. The end that was asked for stands in its description, as the time from which a sweep may revoke it.';
  const told = (given: Given) => noticesOf(given).map(({ level, message }) => `${level}: ${message}`);

  const grants = 'buckets iot-center: read';

  test('InfluxDB tokens do not end by themselves', () => {
    expect(told({ grants })).toEqual([NO_END]);
    expect(told({ grants, status: 'active' })).toEqual([NO_END]);
  });

  test('a token that is made inactive', () => {
    expect(told({ grants, status: 'inactive' })).toEqual([
      NO_END,
      'notice: The token is made inactive: it can do nothing until someone sets it to active.',
    ]);
  });

  test('what follows from the grants', () => {
    expect(told({ grants: 'tasks *: write' })).toEqual([
      NO_END,
      'notice: tasks *: write: all in the organisation, with what is made there later. Name single buckets where that is enough.',
      'warning: The grant tasks: write outlives the token and reaches beyond its other grants: a task runs with all rights of its owner, and goes on when the token is revoked.',
    ]);
  });
});

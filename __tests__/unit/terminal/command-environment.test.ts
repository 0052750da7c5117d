import { describe, expect, it } from 'vitest';
import { EXPORT_MARK, isExported, newExportMark } from '../../../src/host/export-mark.js';
import { makeEnvironment } from '../../../src/terminal/command-environment.js';

const PARENT = 'not-a-real-secret-of-the-parent';
const token = { INFLUX_TOKEN: 'not-a-real-secret-of-the-token', INFLUX_HOST: 'https://influx.example' };
const mark = newExportMark(token);
const common = { parents: [PARENT], byIdentityToken: false, token, mark, pristine: false };

describe('the environment of a command', () => {
  it('is that of this process, names that no shell would take included', () => {
    const inherited = { HOME: '/home/octo', 'npm_config_//registry': 'x', 'BASH_FUNC_f%%': '() { :; }', EMPTY: '' };
    expect(makeEnvironment({ ...common, inherited })).toStrictEqual({ ...inherited, ...token, [EXPORT_MARK]: mark });
  });

  it('has the minted token where the parent was', () => {
    const inherited = { INFLUX_TOKEN: PARENT, INFLUX_HOST: 'https://elsewhere.example' };
    expect(makeEnvironment({ ...common, inherited })).toStrictEqual({ ...token, [EXPORT_MARK]: mark });
  });

  it.each([
    ['as it is', PARENT],
    ['with blanks around it', ` ${PARENT}\n`],
    ['in something else', `{"token":"${PARENT}"}`],
  ])('has no variable that holds the parent, under any name: %s', (_, value) => {
    const made = makeEnvironment({
      ...common,
      parents: [`${PARENT}\n`],
      inherited: { ANYTHING: value, INPUT_CREDENTIAL: value },
    });
    expect(made).toStrictEqual({ ...token, [EXPORT_MARK]: mark });
  });

  it('keeps what a very short parent stands in by chance', () => {
    const inherited = { PATH: '/opt/test/bin', SECRET: 'test', OTHER: ' test ' };
    const made = makeEnvironment({ ...common, parents: ['test', ' '], inherited });
    expect(made).toStrictEqual({ PATH: '/opt/test/bin', ...token, [EXPORT_MARK]: mark });
  });

  it('cannot ask for identity tokens when it was minted with one', () => {
    const inherited = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'y',
      GITHUB_SHA: 'z',
    };
    const made = makeEnvironment({ ...common, byIdentityToken: true, inherited });
    expect(made).toStrictEqual({ GITHUB_SHA: 'z', ...token, [EXPORT_MARK]: mark });
    expect(makeEnvironment({ ...common, inherited })).toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
  });

  it('is little more than the token when it is to be pristine', () => {
    const needed = { PATH: '/bin', HOME: '/', LANG: 'C', TERM: 'dumb' };
    const made = makeEnvironment({ ...common, pristine: true, inherited: { ...needed, EDITOR: 'ed' } });
    expect(made).toStrictEqual({ ...needed, ...token, [EXPORT_MARK]: mark });
  });

  it('tells that its token is no parent, and which others are not', () => {
    const outer = newExportMark({ DATASETTE_TOKEN: 'not-a-real-token' });
    const made = makeEnvironment({
      ...common,
      inherited: { DATASETTE_TOKEN: 'not-a-real-token', [EXPORT_MARK]: outer },
    });
    expect(isExported(made[EXPORT_MARK], 'DATASETTE_TOKEN', 'not-a-real-token')).toBe(true);
    expect(isExported(made[EXPORT_MARK], 'INFLUX_TOKEN', token.INFLUX_TOKEN)).toBe(true);
  });

  it('takes names in capitals and small letters for the same on Windows', () => {
    const inherited = { Path: 'C:\\', Influx_Token: 'other', editor: 'ed' };
    const made = makeEnvironment({ ...common, pristine: true, inherited }, 'win32');
    expect(made).toStrictEqual({ Path: 'C:\\', ...token, [EXPORT_MARK]: mark });
  });
});

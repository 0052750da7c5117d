import { describe, expect, it } from 'vitest';

import { givenInputs, readInputs } from '../../../src/runner/inputs.js';

describe('an input of the step', () => {
  it('is found by the name that the runner makes of it', () => {
    const inputs = readInputs({ INPUT_EXPIRES_IN: '1h', INPUT_expires_at: 'x' });
    expect(inputs('expires_in')).toBe('1h');
    expect(inputs('expires_at')).toBeUndefined();
  });

  it.each([undefined, '', ' ', '\n', ' \t\r\n'])('counts as not given when it is blank: %j', (value) => {
    expect(readInputs({ INPUT_ACTOR: value })('actor')).toBeUndefined();
  });

  it('is not trimmed, since a secret may begin or end with a blank', () => {
    expect(readInputs({ INPUT_CREDENTIAL: ' not-a-real-secret\n' })('credential')).toBe(' not-a-real-secret\n');
  });
});

describe('the inputs that a step gives', () => {
  it('are told by their names, known or not, with what the runner leaves of them', () => {
    const environment = {
      'INPUT_DRY-RUN': 'true',
      INPUT_TYPE: 'x',
      INPUT_A_B: 'y',
      INPUT_BLANK: ' \n',
      MY_INPUT_X: 'z',
    };
    expect(givenInputs(environment)).toStrictEqual(['dry-run', 'type', 'a_b']);
  });
});

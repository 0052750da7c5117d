import { describe, expect, it } from 'vitest';

import { abbreviate, ACTIONS, fullName } from '../../../../src/issuers/datasette/actions.js';

/**
 * Every action that Datasette 1.0a41 registers itself, the letters that its tokens hold for it, and what a server checks it
 * on (datasette/default_actions.py; the letters are promised to be stable in docs/json_api.rst).
 */
const facts = [
  ['view-instance', 'vi', 'instance'],
  ['permissions-debug', 'pd', 'instance'],
  ['debug-menu', 'dm', 'instance'],
  ['view-database', 'vd', 'database'],
  ['view-database-download', 'vdd', 'database'],
  ['execute-sql', 'es', 'database'],
  ['execute-write-sql', 'ews', 'database'],
  ['create-table', 'ct', 'database'],
  ['create-view', 'cv', 'database'],
  ['store-query', 'sq', 'database'],
  ['view-table', 'vt', 'table'],
  ['insert-row', 'ir', 'table'],
  ['delete-row', 'dr', 'table'],
  ['update-row', 'ur', 'table'],
  ['alter-table', 'at', 'table'],
  ['set-column-type', 'sct', 'table'],
  ['drop-table', 'dt', 'table'],
  ['drop-view', 'dv', 'table'],
  ['view-query', 'vq', 'query'],
  ['update-query', 'uq', 'query'],
  ['delete-query', 'dq', 'query'],
] as const;

describe('the actions of Datasette', () => {
  it.each(facts)('%s is %s in a token, and is checked on: %s', (name, letters, level) => {
    expect(abbreviate(name)).toBe(letters);
    expect(fullName(letters)).toBe(name);
    expect(ACTIONS.get(name)?.level).toBe(level);
    expect([fullName(name), abbreviate(letters)]).toStrictEqual([name, letters]);
  });

  it('are these and no others', () => {
    expect([...ACTIONS.keys()].toSorted()).toStrictEqual(facts.map(([name]) => name).toSorted());
  });

  it.each(['auth-tokens-create', 'edit-schema', 'IR', ''])(
    'that a plugin adds stay as they are written: %j',
    (action) => {
      expect([fullName(action), abbreviate(action)]).toStrictEqual([action, action]);
    },
  );
});

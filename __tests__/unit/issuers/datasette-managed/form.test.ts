import fc from '../../../properties.js';
import { expect, test } from 'vitest';
import { canBeAsked, formOf, tildeEncode } from '../../../../src/issuers/datasette-managed/form.js';
import { idIn } from '../../../../src/issuers/datasette-managed/token.js';
import { readGrants } from '../../../../src/issuers/datasette/grants.js';
import { parseGrants } from '../../../../src/request/grants.js';

function restrictionsOf(grants: string) {
  const read = readGrants(parseGrants(grants).grants);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value.restrictions;
}

test('a form has a field for each right, named after its scope', () => {
  const restrictions = restrictionsOf(
    '*: view-instance\n"my db": create-table\nmydb "a:b~c/é": insert-row, update-row',
  );
  expect([...formOf({ description: 'd', life: 600, restrictions })]).toEqual([
    ['description', 'd'],
    ['expire_type', 'minutes'],
    ['expire_duration', '10'],
    ['all:view-instance', 'on'],
    ['database:my+db:create-table', 'on'],
    ['resource:mydb:a~3Ab~7Ec~2F~C3~A9:insert-row', 'on'],
    ['resource:mydb:a~3Ab~7Ec~2F~C3~A9:update-row', 'on'],
  ]);
});

test('a form for a token without restrictions has none', () => {
  expect([...formOf({ description: 'd', life: 60, restrictions: undefined }).keys()]).toEqual([
    'description',
    'expire_type',
    'expire_duration',
  ]);
});

test('every name comes out as it went in, and holds nothing that divides a field', () => {
  const decode = (name: string) => decodeURIComponent(name.replaceAll('+', ' ').replaceAll('~', '%'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(decode(tildeEncode(name))).toBe(name);
      expect(tildeEncode(name)).toMatch(/^[\w~+-]*$/);
    }),
  );
});

test('an action with a colon cannot be asked for', () => {
  expect(['insert-row', 'a.plugins_action'].map(canBeAsked)).toEqual([true, true]);
  expect(canBeAsked('plugin:action')).toBe(false);
});

test.each([
  ['dsatok_MQ.fnU7PlehTmc7HHv5DGnJGkzJZLU', '1'],
  ['dsatok_MzgwMDE.fnU7PlehTmc7HHv5DGnJGkzJZLU', '38001'],
  ['dstok_MQ.fnU7PlehTmc7HHv5DGnJGkzJZLU', undefined],
  ['dsatok_IjEi.fnU7PlehTmc7HHv5DGnJGkzJZLU', undefined],
  ['dsatok_.fnU7PlehTmc7HHv5DGnJGkzJZLU', undefined],
  ['dsatok_MQ.fnU7 Pleh', undefined],
])('the id in a token of the form %s is that of its row', (token, id) => {
  expect(idIn(token)).toBe(id);
});

import fc from '../../../properties.js';
import { describe, expect, it } from 'vitest';

import { ACTIONS, fullName } from '../../../../src/issuers/datasette/actions.js';
import {
  printRestrictions,
  restrictionsJson,
  singleRights,
  type Restrictions,
} from '../../../../src/issuers/datasette/restrictions.js';
import { parseGrants } from '../../../../src/request/grants.js';
import { formatProblem } from '../../../../src/request/problem.js';
import { readGrants } from '../../../../src/issuers/datasette/grants.js';

function read(text: string) {
  const { grants, problems } = parseGrants(text);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  return readGrants(grants);
}

function restrictionsOf(text: string): Restrictions {
  const found = read(text);
  if (!found.ok) throw new Error(found.problems.map(formatProblem).join('\n'));
  if (found.value.restrictions === undefined) throw new Error('unrestricted');
  return found.value.restrictions;
}

function problemsOf(text: string): readonly string[] {
  const found = read(text);
  return found.ok ? [] : found.problems.map(formatProblem);
}

/** Full names, so that a reader sees what is meant. */
const meaning = (text: string): unknown => JSON.parse(restrictionsJson(restrictionsOf(text), (action) => action));

describe('grants as lines', () => {
  it('are on everything, on a database, or on one thing in it', () => {
    expect(meaning('*: view-instance\nmydb: create-table\nmydb mytable: insert-row, update-row')).toStrictEqual({
      a: ['view-instance'],
      d: { mydb: ['create-table'] },
      r: { mydb: { mytable: ['insert-row', 'update-row'] } },
    });
  });

  it('add up', () => {
    expect(meaning('mydb: view-database\nmydb: create-table, view-database\nmydb t: view-table\nmydb u: view-table')).toStrictEqual({
      d: { mydb: ['view-database', 'create-table'] },
      r: { mydb: { t: ['view-table'], u: ['view-table'] } },
    }); // prettier-ignore
  });

  it('take abbreviations for what they abbreviate', () => {
    for (const [name, { abbreviation }] of ACTIONS) {
      expect(fullName(abbreviation)).toBe(name);
      expect(meaning(`*: ${abbreviation}`)).toStrictEqual({ a: [name] });
    }
    expect(meaning('*: ir, insert-row')).toStrictEqual({ a: ['insert-row'] });
  });

  it('take names in quotes as they are, also a star and names with blanks', () => {
    expect(meaning('"*": view-database\n"my db" "a, b: #1": view-table\n"mydb" "*": view-table')).toStrictEqual({
      d: { '*': ['view-database'] },
      r: { 'my db': { 'a, b: #1': ['view-table'] }, mydb: { '*': ['view-table'] } },
    });
  });

  it.each([
    ['mydb mytable column: view-table', 'grants, line 1, column 14: found "column", a third word; expected DATABASE or DATABASE TABLE (put a name with blanks in double quotes)'],
    ['mydb *: view-table', 'grants, line 1, column 6: "mydb *" is written mydb alone: a grant on a database covers all its tables'],
    ['* mytable: view-table', 'grants, line 1, column 1: "* mytable" would be one table of every database, which Datasette does not know; name the database, or write * alone for everything'],
    ['* *: view-table', 'grants, line 1, column 1: "* *" would be one table of every database, which Datasette does not know; name the database, or write * alone for everything'],
    ['mydb: *', 'grants, line 1, column 7: Datasette knows no * as an action; list the actions'],
    ['mydb: view-table, *', 'grants, line 1, column 19: Datasette knows no * as an action; list the actions'],
    ['\n# said\n  mydb: view-tabel', 'grants, line 3, column 9: found the action "view-tabel". Did you mean "view-table"?'],
    ['mydb: "see the table!"', 'grants, line 1, column 7: found "see the table!", expected an action such as view-table or insert-row'],
    ['mydb: 1st-action', 'grants, line 1, column 7: found "1st-action", expected an action such as view-table or insert-row'],
  ])('that mean nothing are errors at their place: %j', (text, expected) => {
    expect(problemsOf(text)).toStrictEqual([expected]);
  }); // prettier-ignore

  it('are reported with everything that is wrong with them', () => {
    expect(problemsOf('mydb *: view-table\nmydb: veiw-table, insert-rows, *\na b c: x')).toHaveLength(5);
  });
});

describe('grants as JSON', () => {
  it('are the restrictions of a token, by full or abbreviated names', () => {
    const text = '{"a": ["vi"], "d": {"mydb": ["create-table", "vd"]}, "r": {"mydb": {"t": ["ir"]}}}';
    expect(meaning(text)).toStrictEqual({
      a: ['view-instance'],
      d: { mydb: ['create-table', 'view-database'] },
      r: { mydb: { t: ['insert-row'] } },
    });
  });

  it('keep the order of names, and take __proto__ for one', () => {
    const text = '{"d":{"zeta":["ir"],"__proto__":["ir"],"2024":["vd"]},"r":{"__proto__":{"1":["vt"],"0":["vt"]}}}';
    expect(restrictionsJson(restrictionsOf(text))).toBe(text);
  });

  const shape = 'expected {"a": [actions], "d": {database: [actions]}, "r": {database: {table: [actions]}}}';
  const list = 'expected a list of actions such as ["view-table"]';
  const nothing =
    'found an empty object: such a token could do nothing at all. Name what it may do; for a token that may do everything write unrestricted';
  const name = 'expected the name of an action in double quotes';
  const action = 'expected an action such as view-table or insert-row';
  it.each([
    ['{}', 1, 1, nothing],
    ['[]', 1, 1, `found an empty list; ${shape}`],
    ['["view-instance"]', 1, 1, `found a list; ${shape}`],
    ['{"a": []}', 1, 7, `found an empty list, ${list}`],
    ['{"a": "vi"}', 1, 7, `found "vi", ${list}`],
    ['{"a": null}', 1, 7, `found null, ${list}`],
    ['{"a": {"mydb": ["vi"]}}', 1, 7, `found an object, ${list}`],
    ['{"a": [null]}', 1, 8, `found null, ${name}`],
    ['{"a": [""]}', 1, 8, `found "", ${action}`],
    ['{"a": [7]}', 1, 8, `found 7, ${name}`],
    ['{"a": [["vi"]]}', 1, 8, `found a list, ${name}`],
    ['{"d": {}}', 1, 7, nothing],
    ['{"d": []}', 1, 7, `found an empty list; ${shape}`],
    ['{"d": null}', 1, 7, `found null; ${shape}`],
    ['{"d": {"": ["vd"]}}', 1, 8, 'the name of a database is empty'],
    ['{"d": {"": []}}', 1, 8, 'the name of a database is empty'],
    ['{"d": {"mydb": []}}', 1, 16, `found an empty list, ${list}`],
    ['{"d": {"mydb": {"t": ["vt"]}}}', 1, 16, `found an object, ${list}`],
    ['{"r": {}}', 1, 7, nothing],
    ['{"r": null}', 1, 7, `found null; ${shape}`],
    ['{"r": {"mydb": ["vt"]}}', 1, 16, `found a list; ${shape}`],
    ['{"r": {"mydb": {}}}', 1, 16, nothing],
    ['{"r": {"": {"t": ["vt"]}}}', 1, 8, 'the name of a database is empty'],
    ['{"r": {"": null}}', 1, 8, 'the name of a database is empty'],
    ['{"r": {"mydb": {"": ["vt"]}}}', 1, 17, 'the name of a table is empty'],
    ['{"r": {"mydb": {"": null}}}', 1, 17, 'the name of a table is empty'],
    ['{"r": {"mydb": {"t": null}}}', 1, 22, `found null, ${list}`],
    ['{\n  "A": ["vi"]\n}', 2, 3, `found the key "A"; ${shape}`],
    ['{"a": ["vi"], "_r": {"a": ["vi"]}}', 1, 15, `found the key "_r"; ${shape}`],
    ['{"a": ["vi"]}\n{"a": ["vt"]}', 2, 1, `found a second value; ${shape}`],
    ['{"a": ["view-instance "]}', 1, 8, 'found the action "view-instance ". Did you mean "view-instance"?'],
    ['{"a": ["*"]}', 1, 8, `found "*", ${action}`],
  ])('that are no restrictions are errors at their place: %j', (text, line, column, said) => {
    expect(problemsOf(text)).toStrictEqual([`grants, line ${String(line)}, column ${String(column)}: ${said}`]);
  });
});

describe('unrestricted', () => {
  it('is a token without restrictions, and warned about', () => {
    const found = read('# all of it\n  unrestricted  \n');
    expect(found).toMatchObject({ ok: true, value: { restrictions: undefined } });
    expect(found.ok && found.value.notices.map(({ level }) => level)).toStrictEqual(['warning']);
  });

  it('stands alone', () => {
    expect(problemsOf('mydb: view-table\nunrestricted')).toStrictEqual([
      'grants, line 2, column 1: unrestricted stands alone, without other grants',
    ]);
  });
});

describe('a mistyped action', () => {
  const names = [...ACTIONS.keys()];
  const knownForms = new Set([...names, ...[...ACTIONS.values()].map(({ abbreviation }) => abbreviation)]);
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz-'.split(/(?:)/));

  const changes = ['out', 'in', 'other'] as const;
  /** One edit: a letter taken out, put in, or replaced, or two neighbours swapped. */
  const edited = (name: string, kinds: readonly ((typeof changes)[number] | 'swap')[]): fc.Arbitrary<string> =>
    fc
      .record({ kind: fc.constantFrom(...kinds), at: fc.nat(name.length - 1), sign: letter })
      .map(({ kind, at, sign }) => {
        const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
        if (kind === 'out') return before + after;
        if (kind === 'in') return before + sign + here + after;
        if (kind === 'other') return before + sign + after;
        return before + after.slice(0, 1) + here + after.slice(1);
      });

  it('is an error with a suggestion, by one edit or two', () => {
    const mistyped = fc
      .constantFrom(...names)
      .chain((name) =>
        fc.oneof(
          edited(name, [...changes, 'swap']),
          edited(name, changes).chain((once) => edited(once, changes)),
        ),
      )
      .filter((action) => !knownForms.has(action));
    fc.assert(
      fc.property(mistyped, (action) => {
        const problems = problemsOf(`mydb: "${action}"`);
        expect(problems).toHaveLength(1);
        expect(names.map((name) => `Did you mean "${name}"?`)).toContain(/Did you mean "[^"]+"\?/.exec(problems[0] ?? '')?.[0]);
      }),
    ); // prettier-ignore
  });

  it.each(names)('is an error with the suggestion when it differs in letter case: %s', (name) => {
    const { abbreviation } = ACTIONS.get(name) ?? { abbreviation: '' };
    for (const action of [name.toUpperCase(), `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, abbreviation.toUpperCase()]) {
      expect(problemsOf(`*: ${action}`)).toStrictEqual([expect.stringContaining(`Did you mean "${name}"?`)]);
    } // prettier-ignore
  });

  it.each([
    ['insert_row', 'insert-row'],
    ['insertrow', 'insert-row'],
    ['insert-rows', 'insert-row'],
    ['view-tables', 'view-table'],
    ['execute-slq', 'execute-sql'],
    ['drop-tabel', 'drop-table'],
    ['vew-instanc', 'view-instance'],
  ])('is an error with the suggestion: %s', (action, name) => {
    expect(problemsOf(`*: ${action}`)).toStrictEqual([expect.stringContaining(`Did you mean "${name}"?`)]);
  });
});

describe("a plugin's action", () => {
  it.each(['edit-schema', 'acl-manage', 'x', 'datasette-write-ui', 'a.b:c_d', 'auth-tokens-revoke-all'])(
    'is taken as it is written, with a warning: %s',
    (action) => {
      const found = read(`mydb: ${action}`);
      if (!found.ok) throw new Error(found.problems.map(formatProblem).join('\n'));
      expect(found.value.notices).toContainEqual({
        level: 'warning',
        message: `"${action}" is no action of Datasette itself; it is taken as a plugin's. If no plugin knows it, it allows nothing.`,
      });
      expect(meaning(`mydb: ${action}`)).toStrictEqual({ d: { mydb: [action] } });
    },
  );
});

describe('restrictions that are printed', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom('*', '2024', '__proto__', 'unrestricted', 'a b', '"', '#x', '{', '[x]', 'a:', ': ', 'a: b', '\u2028', '\\', 'a,b'),
  ); // prettier-ignore
  const actions = fc.uniqueArray(fc.constantFrom(...ACTIONS.keys(), 'edit-schema', 'x:'), {
    minLength: 1,
    maxLength: 4,
  });
  const restrictions = fc
    .record({
      all: fc.option(actions, { nil: [] }),
      databases: fc.uniqueArray(fc.tuple(name, actions), { maxLength: 3, selector: ([key]) => key }),
      resources: fc.uniqueArray(
        fc.tuple(
          name,
          fc.uniqueArray(fc.tuple(name, actions), { minLength: 1, maxLength: 3, selector: ([key]) => key }),
        ),
        { maxLength: 3, selector: ([key]) => key },
      ),
    })
    .map(({ all, databases, resources }): Restrictions => ({
      all: new Set(all),
      databases: new Map(databases.map(([key, list]) => [key, new Set(list)])),
      resources: new Map(
        resources.map(([key, tables]) => [key, new Map(tables.map(([table, list]) => [table, new Set(list)]))]),
      ),
    }))
    .filter(({ all, databases, resources }) => all.size + databases.size + resources.size > 0);

  it('as lines are read back as the same', () => {
    fc.assert(
      fc.property(restrictions, (original) => {
        const again = restrictionsOf(printRestrictions(original).join('\n'));
        expect(restrictionsJson(again)).toBe(restrictionsJson(original));
      }),
    );
  });

  it('as JSON with full names, as in the output, are read back as the same', () => {
    fc.assert(
      fc.property(restrictions, (original) => {
        const again = restrictionsOf(restrictionsJson(original, fullName));
        expect(restrictionsJson(again)).toBe(restrictionsJson(original));
      }),
    );
  });

  it('are the same single rights if and only if they are the same sets', () => {
    fc.assert(
      fc.property(restrictions, restrictions, (one, other) => {
        const rights = (of: Restrictions) => [...singleRights(of)].toSorted().join('\n');
        const sets = (of: Restrictions) => JSON.stringify(pairs(of).toSorted());
        expect(rights(one) === rights(other)).toBe(sets(one) === sets(other));
        expect(singleRights(one).size).toBe(pairs(one).length);
      }),
    );
    function pairs({ all, databases, resources }: Restrictions): string[] {
      return [
        ...[...all].map((action) => JSON.stringify(['a', action])),
        ...[...databases].flatMap(([key, list]) => [...list].map((action) => JSON.stringify(['d', key, action]))),
        ...[...resources].flatMap(([key, tables]) =>
          [...tables].flatMap(([table, list]) => [...list].map((action) => JSON.stringify(['r', key, table, action]))),
        ),
      ];
    }
  });
});

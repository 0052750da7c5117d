import { describe, expect, it } from 'vitest';

import { ACTIONS } from '../../../../src/issuers/datasette/actions.js';
import { parseGrants } from '../../../../src/request/grants.js';
import type { Notice } from '../../../../src/lease/notice.js';
import { formatProblem } from '../../../../src/request/problem.js';
import { readGrants } from '../../../../src/issuers/datasette/grants.js';

function noticesOf(text: string): readonly Notice[] {
  const { grants, problems } = parseGrants(text);
  const read = readGrants(grants);
  if (!read.ok || problems.length > 0) {
    throw new Error([...problems, ...(read.ok ? [] : read.problems)].map(formatProblem).join('\n'));
  }
  return read.value.notices;
}

const told = (text: string): readonly string[] => noticesOf(text).map(({ level, message }) => `${level}: ${message}`);

describe('grants that do what they seem to do', () => {
  it.each([
    '*: view-instance',
    '*: view-instance, permissions-debug, debug-menu',
    'mydb: view-database, create-view',
    'mydb: view-database, view-database-download',
    'mydb mytable: view-table, delete-row, alter-table, drop-table, set-column-type, update-row',
    'mydb mytable: insert-row, update-row',
    'mydb: create-table, insert-row, update-row',
    'mydb myview: view-table, drop-view',
    'mydb myquery: view-query, update-query, delete-query',
  ])('are said nothing of: %s', (grants) => {
    expect(told(grants)).toStrictEqual([]);
  });
});

describe('grants that do not do what they seem to do', () => {
  const levels = [...ACTIONS].map(([name, { level }]) => [name, level] as const);

  it.each(levels.filter(([, level]) => level === 'instance'))(
    '%s anywhere but on everything allows nothing',
    (action) => {
      for (const place of ['mydb', 'mydb mytable']) {
        expect(told(`${place}: ${action}`)).toStrictEqual([
          `warning: ${action} on ${place} allows nothing: it is checked on the whole server. Write "*: ${action}".`,
        ]);
      }
    },
  );

  it.each(levels.filter(([, level]) => level === 'database'))('%s on a table allows nothing', (action) => {
    expect(told(`mydb mytable: ${action}`)).toStrictEqual([
      `warning: ${action} on mydb mytable allows nothing: it is checked on a database. Write "mydb: ${action}".`,
    ]);
  });

  it.each(levels.filter(([, level]) => level === 'query'))('%s on a database never works', (action) => {
    expect(told(`"my db": ${action}`)).toStrictEqual([
      `warning: ${action} on the database "my db" allows nothing on today's servers. Name the query ("\\"my db\\" QUERY: ${action}"), or grant it on *.`.replaceAll(
        '\\"',
        '"',
      ),
    ]);
    expect(told(`*: ${action}`)).toStrictEqual([
      'notice: a grant on * covers every database of the server, later ones too.',
    ]);
  });

  it('execute-sql opens every table of its database', () => {
    expect(told('mydb: execute-sql, view-database')).toStrictEqual([
      'warning: execute-sql opens every table of the database "mydb" for reading, also tables that are not granted here.',
    ]);
    expect(told('*: execute-sql, view-database')).toContain(
      'warning: execute-sql opens every table of every database for reading, also tables that are not granted here.',
    );
  });

  it.each(['execute-sql', 'execute-write-sql', 'view-database-download'])(
    '%s needs view-database, where it counts',
    (action) => {
      const missing = `warning: ${action} on the database "mydb" is refused without view-database there; add it.`;
      expect(told(`mydb: ${action}`)).toContain(missing);
      expect(told(`mydb: ${action}\nother: view-database`)).toContain(missing);
      expect(told(`mydb: ${action}\nmydb mytable: view-database`)).toContain(missing);
      expect(told(`mydb: ${action}, view-database`)).not.toContain(missing);
      expect(told(`mydb: ${action}\n*: view-database`)).not.toContain(missing);
      expect(told(`*: ${action}\nmydb: view-database`)).toContain(
        `warning: ${action} on every database is refused without view-database there; add it.`,
      );
    },
  );

  it('store-query needs execute-sql', () => {
    const missing = 'warning: store-query on the database "mydb" is refused without execute-sql there; add it.';
    expect(told('mydb: store-query')).toStrictEqual([missing]);
    expect(told('mydb: store-query, view-database')).toStrictEqual([missing]);
    expect(told('mydb: store-query, view-database, execute-sql')).not.toContain(missing);
  });

  it('execute-write-sql does nothing alone, and what each statement needs is said', () => {
    expect(told('mydb: execute-write-sql, view-database')).toStrictEqual([
      'warning: execute-write-sql does nothing alone: on each table that a statement touches, INSERT needs insert-row, update-row and delete-row; UPDATE these and view-table; DELETE delete-row and view-table; reading another table view-table.',
    ]);
  });

  it('insert-row alone inserts, and does not upsert or replace', () => {
    const expected =
      'notice: insert-row on mydb mytable inserts new rows; upsert, and insert with replace, need update-row too.';
    expect(told('mydb mytable: insert-row')).toStrictEqual([expected]);
    expect(told('mydb mytable: insert-row\nother mytable: update-row')).toContain(expected);
    expect(told('mydb mytable: insert-row\nmydb: update-row')).toStrictEqual([]);
    expect(told('mydb mytable: insert-row\nmydb other: update-row')).toContain(expected);
  });

  it('create-table alone makes empty tables', () => {
    expect(told('mydb: create-table')).toStrictEqual([
      'notice: create-table on mydb makes empty tables; creating one with rows needs insert-row too.',
    ]);
    expect(told('mydb: create-table, insert-row, update-row')).toStrictEqual([]);
  });

  it('a slash in the name of a database is one, and is told once', () => {
    const expected =
      'warning: the name of the database "mydb/mytable" holds a /; a table of a database is written with a blank: DATABASE TABLE.';
    expect(told('mydb/mytable: view-table')).toStrictEqual([expected]);
    expect(told('mydb/mytable a: view-table\nmydb/mytable b: view-table\nmydb/mytable: view-table')).toStrictEqual([
      expected,
    ]);
    // In the name of a table it is no mistake that anyone makes.
    expect(told('mydb my/table: view-table')).toStrictEqual([]);
  });

  it('a grant on everything reaches databases that are not there yet', () => {
    const expected = 'notice: a grant on * covers every database of the server, later ones too.';
    expect(told('*: view-table')).toStrictEqual([expected]);
    expect(told('*: view-instance, view-table')).toStrictEqual([expected]);
  });

  it("the plugin's right to make tokens reaches beyond this token", () => {
    expect(told('*: auth-tokens-create')).toContain(
      'warning: auth-tokens-create lets the holder of the token make other tokens of the same actor, also without any restrictions and without an end (datasette-auth-tokens): they outlive this one.',
    );
  });
});

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
    '*: view-instance, debug-menu',
    'mydb: view-database, create-view',
    'mydb mytable: view-table, delete-row, drop-table, set-column-type, update-row',
    'mydb mytable: insert-row, update-row',
    'mydb: create-table, insert-row, update-row',
    'mydb myview: view-table, drop-view',
    'mydb myquery: delete-query',
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
    expect(told(`*: ${action}`).join()).not.toContain('allows nothing');
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
    expect(told('mydb: store-query')).toContain(missing);
    expect(told('mydb: store-query, view-database')).toContain(missing);
    expect(told('mydb: store-query, view-database, execute-sql')).not.toContain(missing);
  });

  it('execute-write-sql does nothing alone, and what each statement needs is said', () => {
    expect(told('mydb: execute-write-sql, view-database')).toStrictEqual([
      'warning: execute-write-sql can copy every table of the database "mydb" into one that it may write, also tables that are not granted here.',
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
});

describe('grants that do more than they seem to do', () => {
  const LATER = 'notice: a grant on * covers every database of the server, later ones too.';

  it.each([
    [
      'mydb: execute-sql, view-database',
      'warning: execute-sql opens every table of the database "mydb" for reading, also tables that are not granted here.',
    ],
    [
      'mydb: view-database, view-database-download',
      'warning: view-database-download hands out all of the database "mydb", also tables that are not granted here.',
    ],
    [
      'mydb: view-database, execute-sql, store-query',
      'warning: store-query outlives the token: a query that is stored stays, and runs with the rights of whoever opens it.',
    ],
    [
      'mydb myquery: update-query',
      'warning: update-query outlives the token: a query of others can be changed, and runs with the rights of whoever opens it.',
    ],
    [
      '*: view-query',
      'warning: view-query runs what the queries of the configuration say, also on tables of every database that are not granted here, and also to write.',
    ],
    [
      'mydb myquery: view-query',
      'notice: view-query runs what the queries of the configuration say, also on tables of the database "mydb" that are not granted here, and also to write.',
    ],
    [
      'mydb mytable: alter-table',
      'notice: alter-table can give a table another name, on which this token and others may have other rights.',
    ],
    [
      '*: permissions-debug',
      'notice: permissions-debug shows what other actors may do, and what they asked for lately.',
    ],
    [
      '*: auth-tokens-create',
      'warning: auth-tokens-create lets the holder of the token make other tokens of the same actor, also without any restrictions and without an end (datasette-auth-tokens): they outlive this one.',
    ],
    [
      '*: auth-tokens-edit-all',
      'warning: auth-tokens-edit-all changes what all tokens may do, those of others too (datasette-auth-tokens), and outlives this one.',
    ],
    [
      '*: auth-tokens-revoke-all',
      'warning: auth-tokens-revoke-all revokes all tokens, those of others too (datasette-auth-tokens).',
    ],
  ])('%s', (grants, message) => {
    expect(told(grants)).toContain(message);
    expect(told(`other: view-database\n${grants}`).filter((text) => text === message)).toHaveLength(1);
  });

  it('on everything, of every database', () => {
    for (const action of ['execute-sql', 'execute-write-sql', 'view-database-download']) {
      expect(told(`*: ${action}, view-database`).join('\n')).toMatch(
        new RegExp(`^warning: ${action} .* every database.*also tables that are not granted here\\.$`, 'm'),
      );
      expect(told(`*: ${action}`)).toContain(LATER);
    }
  });

  it('not where they allow nothing at all', () => {
    for (const grants of ['mydb mytable: execute-sql', 'mydb mytable: store-query', 'mydb: update-query']) {
      expect(told(grants)).toStrictEqual([expect.stringContaining('allows nothing')]);
    }
  });
});

describe('names that look as they stand in a URL', () => {
  it('are noted, since Datasette keeps tokens with names as they are', () => {
    expect(
      told('my~20db: view-database\nmydb my%20table: view-table, drop-table\nplain plain: view-table'),
    ).toStrictEqual([
      'notice: encoded text is taken literally: "my~20db" ("my db"?), "my%20table" ("my table"?). Write names as they are, not as they stand in a URL.',
    ]);
  });
});

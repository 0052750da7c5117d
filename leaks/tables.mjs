/** @typedef {import('./results.js').LeakResults} LeakResults */
/** @typedef {import('./printing.js').Outcome} Outcome */

/**
 * The tables in Markdown, what leaked, one line each, and how many times a secret was printed.
 *
 * @param {LeakResults} results
 * @returns {{ readonly tables: string, readonly leaks: readonly string[], readonly printed: number }}
 */
export function tablesOf({ types, hostileSecrets, ways, places }) {
  const columns = types.map(({ type }) => type);
  const tables = [
    '### What later steps print',
    '',
    'For each type the token, the credential and whatever else was secret, together.',
    '',
    ...table(
      ['way of printing', ...columns, 'why not'],
      ways.map(({ name, notCoverable }, index) => [
        name,
        ...types.map(({ secrets }) => verdict(secrets.map(({ outcomes }) => outcomes[index]))),
        notCoverable ?? '',
      ]),
    ),
    '',
    '### Everywhere else',
    '',
    ...table(
      ['place', ...columns],
      places.map((name, index) => [
        name,
        ...types.map((type) => {
          const place = type.places[index];
          return place === undefined
            ? ''
            : place.kind === 'clean'
              ? '0'
              : place.kind === 'leaked'
                ? '**leaked**'
                : 'not looked at';
        }),
      ]),
    ),
    '',
    '### Hostile secrets',
    '',
    'Each as the secret of a Datasette, printed in every way of the first table that is coverable.',
    '',
    ...table(
      ['secret', 'masked', 'shows', 'not shown by the program', 'why'],
      hostileSecrets.map(({ name, outcomes, shows }) => [
        name,
        String(count(outcomes, 'masked')),
        String(count(outcomes, 'leaked')),
        String(count(outcomes, 'not shown')),
        shows?.reason ?? '',
      ]),
    ),
  ];
  return {
    tables: tables.join('\n'),
    leaks: leaksOf({ types, hostileSecrets, ways, places }),
    printed: printedIn({ types, hostileSecrets }),
  };
}

/** @param {Pick<LeakResults, 'types' | 'hostileSecrets' | 'ways' | 'places'>} results */
function leaksOf({ types, hostileSecrets, ways, places }) {
  /** @type {string[]} */
  const leaks = [];
  for (const { type, secrets, places: found } of types) {
    for (const { what, outcomes } of secrets) {
      outcomes.forEach((outcome, index) => {
        if (outcome.kind === 'leaked')
          leaks.push(`${type}, ${what}, ${ways[index]?.name}: ${outcome.piece} (${outcome.encoding})`);
      });
    }
    found.forEach((place, index) => {
      if (place.kind === 'leaked') leaks.push(`${type}, ${places[index]}: ${place.what}`);
    });
  }
  for (const { name, outcomes, shows, places: found } of hostileSecrets) {
    outcomes.forEach((outcome, index) => {
      const way = ways[index]?.name ?? '';
      if (outcome.kind === 'leaked' && shows?.in.includes(way) !== true) {
        leaks.push(`a secret ${name}, ${way}: ${outcome.piece} (${outcome.encoding})`);
      }
    });
    found.forEach((place, index) => {
      if (place.kind === 'leaked') leaks.push(`a secret ${name}, ${places[index]}: ${place.what}`);
    });
  }
  return leaks;
}

/** @param {Pick<LeakResults, 'types' | 'hostileSecrets'>} results */
function printedIn({ types, hostileSecrets }) {
  const all = [...types.flatMap(({ secrets }) => secrets), ...hostileSecrets];
  return all.reduce((sum, { outcomes }) => sum + outcomes.length - count(outcomes, 'skipped'), 0);
}

/** @param {readonly Outcome[]} outcomes @param {Outcome['kind']} kind */
function count(outcomes, kind) {
  return outcomes.filter((outcome) => outcome.kind === kind).length;
}

/** @param {readonly (Outcome | undefined)[]} outcomes */
function verdict(outcomes) {
  const kinds = outcomes.map((outcome) => outcome?.kind);
  for (const kind of /** @type {const} */ (['leaked', 'skipped', 'not shown', 'not coverable'])) {
    if (kinds.includes(kind)) return kind === 'leaked' ? '**leaked**' : kind;
  }
  return 'masked';
}

/** @param {readonly string[]} headings @param {readonly (readonly string[])[]} rows */
function table(headings, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)];
}

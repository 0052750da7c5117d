/** What a real server answered to each of a list of requests, with each of several tokens: one line a token. */
export interface AnswerMatrix<Name extends string> {
  /** @param token what to call it; never the token itself */
  add(token: string, statuses: ReadonlyMap<Name, number>): void;
  print(title: string): void;
}

export function createAnswerMatrix<Name extends string>(names: readonly Name[]): AnswerMatrix<Name> {
  const rows: { readonly token: string; readonly statuses: ReadonlyMap<Name, number> }[] = [];
  return {
    add: (token, statuses) => {
      rows.push({ token: token.trim().replaceAll('\n', ' | '), statuses });
    },
    print: (title) => {
      const width = Math.max(0, ...rows.map(({ token }) => token.length));
      const heads = names.map((name, index) => `${' '.repeat(width + 2)}${':   '.repeat(index)}${name}`);
      const lines = rows.map(({ token, statuses }) =>
        [token.padEnd(width), ...names.map((name) => String(statuses.get(name) ?? '-').padStart(3))].join(' '),
      );
      console.log([title, ...heads, ...lines].join('\n'));
    },
  };
}

/** The names of the requests that the server carried out. */
export const openedOf = <Name extends string>(statuses: ReadonlyMap<Name, number>): readonly Name[] =>
  [...statuses].filter(([, status]) => status >= 200 && status < 300).map(([name]) => name);

/** The different statuses of the others. */
export const refusalsOf = (statuses: ReadonlyMap<string, number>): ReadonlySet<number> =>
  new Set([...statuses.values()].filter((status) => status < 200 || status >= 300));

/** What the pages say of a token without restrictions: in the list, and on its own page. */
const UNRESTRICTED = ['All permissions', 'None'];

interface RestrictionsJson {
  readonly a?: readonly string[];
  readonly d?: Readonly<Record<string, readonly string[]>>;
  readonly r?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * The restrictions of a token as the pages print them, a scope or an action a line (utils.py of the plugin), in the JSON of
 * Datasette with full names; `unrestricted` where there are none. Undefined when they cannot be told: names are printed as they
 * are, and a table and its database with a slash between them.
 */
export function readRestrictions(text: string): RestrictionsJson | 'unrestricted' | undefined {
  if (UNRESTRICTED.includes(text.trim())) return 'unrestricted';
  const all: string[] = [];
  const databases = new Map<string, string[]>();
  const resources = new Map<string, Map<string, string[]>>();
  let actions: string[] | undefined;
  for (const line of text.trim().split('\n')) {
    const [, action] = /^- (\S+)$/.exec(line) ?? [];
    const [, database] = /^Database: (.+)$/.exec(line) ?? [];
    const [, parent, table] = /^Table: ([^/]+)\/([^/]+)$/.exec(line) ?? [];
    if (action !== undefined && actions !== undefined) actions.push(action);
    else if (line === 'All databases:') actions = all;
    else if (database !== undefined) databases.set(database, (actions = []));
    else if (parent !== undefined && table !== undefined) {
      const inDatabase = resources.get(parent) ?? new Map<string, string[]>();
      resources.set(parent, inDatabase.set(table, (actions = [])));
    } else return undefined;
  }
  return {
    ...(all.length === 0 ? {} : { a: all }),
    ...(databases.size === 0 ? {} : { d: Object.fromEntries(databases) }),
    ...(resources.size === 0
      ? {}
      : { r: Object.fromEntries([...resources].map(([database, tables]) => [database, Object.fromEntries(tables)])) }),
  };
}

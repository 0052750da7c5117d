/** The members of a JSON object, unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

/** The members of a value that came as JSON; undefined when it is no object. */
export function fieldsOf(json: unknown): Fields | undefined {
  return isObject(json) ? json : undefined;
}

/** Without a copy of its members, of which there may be a hundred thousand. */
function isObject(json: unknown): json is Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Whether an object has no other members than these. */
export function hasOnly(fields: Fields | undefined, names: readonly string[]): boolean {
  return Object.keys(fields ?? {}).every((name) => names.includes(name));
}

/** The members of a JSON object, unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

/** The members of a value that came as JSON; undefined when it is no object. */
export function fieldsOf(json: unknown): Fields | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
}

/** Whether an object has no other members than these. */
export function hasOnly(fields: Fields | undefined, names: readonly string[]): boolean {
  return Object.keys(fields ?? {}).every((name) => names.includes(name));
}

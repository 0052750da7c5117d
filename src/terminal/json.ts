/** JSON as SolarNetwork's own tool prints it (the pretty printer of Jackson): lists in one line, a blank on each side of a colon. */
export function spacedJson(value: unknown, indent: string, margin = ''): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return '[ ]';
    return `[ ${value.map((item) => spacedJson(item, indent, margin)).join(', ')} ]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = margin + indent;
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)} : ${spacedJson(member, indent, inner)}`,
  );
  return members.length === 0 ? '{ }' : `{\n${members.join(',\n')}\n${margin}}`;
}

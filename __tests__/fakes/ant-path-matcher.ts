/**
 * Whether a path fits a pattern as Spring's AntPathMatcher takes it (spring-core 7, AntPathMatcher.doMatch): `?` is one
 * character, `*` any within a part, `**` any number of parts where it is a part of its own. Empty parts count for nothing. A
 * slash at the end counts unless the pattern ends with `**`.
 */
export function fitsAntPattern(pattern: string, path: string): boolean {
  if (pattern.startsWith('/') !== path.startsWith('/')) return false;
  const parts = partsOf(pattern);
  const names = partsOf(path);
  const sameEnd = pattern.endsWith('/') === path.endsWith('/');
  return fitsFrom(0, 0);

  function fitsFrom(part: number, name: number): boolean {
    if (name === names.length) {
      const rest = parts.slice(part);
      if (rest.length === 0) return parts.at(-1) === '**' || sameEnd;
      // `/a/*` fits `/a/`.
      return rest.every((one) => one === '**') || (rest.length === 1 && rest[0] === '*' && path.endsWith('/'));
    }
    if (parts[part] === '**') return fitsFrom(part + 1, name) || fitsFrom(part, name + 1);
    return fitsPart(parts[part], names[name]) && fitsFrom(part + 1, name + 1);
  }
}

function partsOf(text: string): readonly string[] {
  return text.split('/').filter((part) => part !== '');
}

function fitsPart(part: string | undefined, name: string | undefined): boolean {
  if (part === undefined || name === undefined) return false;
  const source = part
    .replace(/[.+^$()|[\]\\{}]/g, '\\$&')
    .replaceAll('?', '.')
    .replace(/\*+/g, '.*');
  return new RegExp(`^${source}$`, 'su').test(name);
}

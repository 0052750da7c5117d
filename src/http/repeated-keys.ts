import { endOfJsonString } from '../request/json-text.js';

/**
 * Whether an object in a text has a key twice; the text must be valid JSON. Of the two, one program takes the first and
 * another the last (RFC 8259, section 4): what such a text says is not known.
 */
export function repeatsKey(json: string): boolean {
  const keysOfOpenObjects: Set<string>[] = [];
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (character === '{') keysOfOpenObjects.push(new Set());
    else if (character === '}') keysOfOpenObjects.pop();
    else if (character === '"') {
      const end = endOfJsonString(json, index) ?? json.length;
      if (isKey(json, end)) {
        const key = String(JSON.parse(json.slice(index, end)));
        const keys = keysOfOpenObjects.at(-1);
        if (keys?.has(key) === true) return true;
        keys?.add(key);
      }
      index = end - 1;
    }
  }
  return false;
}

/** Whether a string that ends there is a key, and not a value. */
function isKey(json: string, end: number): boolean {
  let next = end;
  while (/[ \t\r\n]/.test(json.charAt(next))) next++;
  return json[next] === ':';
}

import type { Milliseconds } from '../../request/lifetime.js';
import { quote, showJson } from '../../request/shown-text.js';
import { fieldsOf, type Fields } from '../json-fields.js';

/** @throws Error when the value is no object; `what` names it */
export function objectOf(value: unknown, what: string): Fields {
  const fields = fieldsOf(value);
  if (fields === undefined) throw new Error(`${what} is not an object`);
  return fields;
}

/**
 * A member by its JSON name or its name in the schema: whoever reads protobuf's JSON must take both.
 *
 * @throws Error when it stands there by both: which of them counts is not known
 */
export function memberOf(fields: Fields, name: string): unknown {
  const other = nameInSchema(name);
  if (other !== name && name in fields && other in fields)
    throw new Error(`${name} stands there twice, also as ${other}`);
  return fields[name] ?? fields[other];
}

/** As the schema spells the name of a member: `tokenId` is `token_id` there. */
export function nameInSchema(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Empty when it is left out, as protobuf's JSON does with an empty text. */
export function textOf(fields: Fields, name: string): string {
  const value = memberOf(fields, name) ?? '';
  if (typeof value !== 'string') throw new Error(`${name} is not a text`);
  return value;
}

/** Empty when it is left out. */
export function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = memberOf(fields, name) ?? [];
  if (!Array.isArray(value)) throw new Error(`${name} is not a list`);
  return value;
}

/** RFC 3339 with up to nine digits of a second, rounded up to milliseconds: an end is never read as earlier than it is. */
export function instantOf(fields: Fields, name: string): Milliseconds | undefined {
  const text = textOf(fields, name);
  if (text === '') return undefined;
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i.exec(text);
  const seconds = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}${match[3] ?? ''}`.toUpperCase());
  if (Number.isNaN(seconds)) throw new Error(`${name} is ${quote(text)}, which is not a time`);
  return seconds + Math.ceil(Number((match?.[2] ?? '').padEnd(9, '0')) / 1_000_000);
}

/**
 * The value of an enumeration, which stands there by its name or its number; `values` in the order of the schema.
 *
 * @throws Error when the schema does not know it
 */
export function enumOf<Value>(
  fields: Fields,
  name: string,
  names: readonly string[],
  values: readonly Value[],
): Value | undefined {
  const value = memberOf(fields, name);
  if (value === undefined || value === null) return undefined;
  const index = typeof value === 'number' ? value : names.findIndex((candidate) => candidate === value);
  if (!(index in names)) throw new Error(`${name} is ${showJson(value)}, which the schema does not know`);
  return values[index];
}

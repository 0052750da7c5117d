import { invalid, valid, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { readId } from './permissions.js';

/** How one resource is named, and not all of its type. */
export type OneTarget =
  /** Of 16 hexadecimal digits, which may be the name of a bucket as well. */
  | { readonly kind: 'id-or-name'; readonly id: string; readonly text: string }
  /** `name` is what a permission object says beside the id; the resource must have that name. */
  | { readonly kind: 'id'; readonly id: string; readonly name: string | undefined }
  | { readonly kind: 'name'; readonly name: string };

export type Reference = { readonly kind: 'id'; readonly id: string } | { readonly kind: 'name'; readonly name: string };

/** A reference that stands outside the grants. */
export interface ChosenReference {
  /** The input or the environment variable that it stands in. */
  readonly input: string;
  readonly reference: Reference;
}

/**
 * A word that names a resource: `id=…` and `name=…` say what it is; without them 16 hexadecimal digits are an id, and
 * may be a name too.
 */
export function parseReference(text: string): Result<OneTarget> {
  const [prefix] = /^(?:id|name)=/.exec(text) ?? [];
  const rest = text.slice(prefix?.length ?? 0);
  const refuse = (message: string) => invalid({ input: 'grants', message });
  if (rest === '') return refuse(`nothing stands after ${quote(text)}: an expression was probably empty`);
  if (/\p{Cc}/u.test(rest)) return refuse(`found a control character in ${quote(text)}`);
  const id = readId(rest);
  if (prefix === 'name=') return valid({ kind: 'name', name: rest });
  if (prefix === 'id=') {
    return id === undefined
      ? refuse(`found ${quote(rest)} as an id; expected 16 hexadecimal digits that are not all zero`)
      : valid({ kind: 'id', id, name: undefined });
  }
  return valid(id === undefined ? { kind: 'name', name: rest } : { kind: 'id-or-name', id, text: rest });
}

/** Where a word is both, the id is meant: names of organisations and users that look like an id take `name=…`. */
export function referenceOf(target: OneTarget): Reference {
  switch (target.kind) {
    case 'id':
    case 'name':
      return target;
    case 'id-or-name':
      return { kind: 'id', id: target.id };
  }
}

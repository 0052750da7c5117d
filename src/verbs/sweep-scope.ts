import { isPrintedAs } from '../lease/marker.js';
import type { Origin } from '../lease/origin.js';
import { invalid, valid, type Result } from '../request/problem.js';
import { quote } from '../request/shown-text.js';

/** Of which repositories tokens are swept. */
export type Scope =
  | { readonly kind: 'all' }
  /** `forge`: a host. */
  | { readonly kind: 'repository'; readonly forge: string; readonly repository: string }
  | { readonly kind: 'owner'; readonly forge: string; readonly owner: string };

const GITHUB = 'github.com';

/** The host of the forge that a lease comes from. */
export function forgeOf({ at }: Pick<Origin, 'at'>): string {
  return at ?? GITHUB;
}

/**
 * Reads `owner/name`, `owner/*`, `HOST/owner/*`, `*`, or `user@host`, which is a terminal.
 *
 * @param own the host of the forge that is meant where none is named
 * @param input where the text stands
 */
export function parseScope(text: string, own: string, input: 'scope' | 'repository' = 'scope'): Result<Scope> {
  if (text === '*') return valid({ kind: 'all' });
  if (/^[^\s/*@]+@[^\s/*@]+$/.test(text)) return valid({ kind: 'repository', forge: own, repository: text });
  // GitHub's owners have no dot in their names, and hosts have one, or a port.
  const parts = /^(?:(?<forge>[^/\s]*[.:][^/\s]*|localhost)\/(?=.*\/))?(?<owner>[^\s*]+)\/(?<name>\*|[^/\s*]+)$/.exec(
    text,
  );
  const { forge = own, owner = '', name = '' } = parts?.groups ?? {};
  if (parts === null || owner.split('/').includes('')) {
    return invalid({
      input,
      message: `found ${quote(text)}; expected owner/name for one repository, owner/* for all of an owner, HOST/owner/* for those of another forge, or * for all that is found${input === 'scope' ? ', in a dry run' : ''}`,
    });
  }
  if (name === '*') return valid({ kind: 'owner', forge: forge.toLowerCase(), owner });
  return valid({ kind: 'repository', forge: forge.toLowerCase(), repository: `${owner}/${name}` });
}

/** Where a lease stands to what is swept. Forges take names of repositories for the same whatever the case of their letters. */
export function placeIn(scope: Scope, own: string, origin: Origin): 'inside' | 'outside' | 'on another forge' {
  const forge = scope.kind === 'all' ? own : scope.forge;
  if (!isPrintedAs(forgeOf(origin), 'at', forge)) {
    return isPrintedAs(forgeOf(origin), 'at', own) ? 'outside' : 'on another forge';
  }
  return isWithin(scope, origin.repository) ? 'inside' : 'outside';
}

function isWithin(scope: Scope, repository: string): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'owner':
      return repository.toLowerCase().startsWith(`${scope.owner.toLowerCase()}/`);
    case 'repository':
      return (
        repository.toLowerCase() === scope.repository.toLowerCase() ||
        isPrintedAs(repository, 'repository', scope.repository)
      );
  }
}

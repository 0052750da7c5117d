import { Refused } from '../../lease/issuer.js';
import { type Problem, formatProblem } from '../../request/problem.js';
import type { Api } from './api.js';
import { type Lookup, found, findNamed, USER, ORGANIZATION } from './look-up.js';
import type { ChosenReference } from './reference.js';
import type { Owner } from './tokens.js';

/** Whose tokens are meant, as the user named them. */
export interface NamedOwner {
  readonly organization: ChosenReference;
  /** Undefined: the user of the credential. */
  readonly user: ChosenReference | undefined;
}

/** The same by ids, as far as they were found. */
export interface FoundOwner {
  readonly orgID: string | undefined;
  readonly userID: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * @param organizationNamed looks an organisation up by its name
 */
export async function findOwner(
  { organization, user }: NamedOwner,
  organizationNamed: (name: string) => Promise<Lookup>,
  api: Api,
): Promise<FoundOwner> {
  const problems: Problem[] = [];
  const idOf = async ({ input, reference }: ChosenReference, named: (name: string) => Promise<Lookup>) => {
    const looked = reference.kind === 'id' ? found(reference.id, undefined) : await named(reference.name);
    if (looked.kind === 'found') return looked.id;
    problems.push({ input, message: looked.message });
    return undefined;
  };
  const orgID = await idOf(organization, organizationNamed);
  const userID = user === undefined ? undefined : await idOf(user, (name) => findNamed(USER, name, api));
  return { orgID, userID, problems };
}

/** @throws Refused when the organisation or the user is not there */
export async function requireOwner(named: NamedOwner, api: Api): Promise<Owner> {
  const { orgID, userID, problems } = await findOwner(named, (name) => findNamed(ORGANIZATION, name, api), api);
  if (orgID === undefined || problems.length > 0) throw refusalFor(problems);
  return { orgID, userID };
}

/** Each problem once; in the message, which is one line, with a number where there are several. */
export function refusalFor(all: readonly Problem[]): Refused {
  const problems = new Map(all.map((problem) => [formatProblem(problem), problem]));
  const texts = [...problems.keys()];
  const numbered = texts.map((text, index) => `(${index + 1}) ${text}`).join('; ');
  const message = texts.length === 1 ? texts.join('') : `${texts.length} problems: ${numbered}`;
  return new Refused(message, { problems: [...problems.values()] });
}

/** The run of a CI system, or the terminal, that a lease belongs to, as its marker tells. Empty texts for what is not known. */
export interface Origin {
  /** The host of the forge, when that is not github.com. */
  readonly at?: string;
  /** What minted, when that is no runner of GitHub Actions' kind. */
  readonly by?: Minter;
  /** `owner/name`; of a terminal `user@host`. */
  readonly repository: string;
  /** What all tries of the run have in common. */
  readonly run: string;
  /** Which try of the run. */
  readonly attempt: string;
  readonly job: string;
}

/** What mints besides runners of GitHub Actions' kind, by the names that stand in markers. */
export const MINTERS = [
  'gitlab',
  'buildkite',
  'jenkins',
  'circleci',
  'azure',
  'bitbucket',
  'tekton',
  'woodpecker',
  'terminal',
] as const;

export type Minter = (typeof MINTERS)[number];

/** For descriptions that anyone may read: names no person and no machine. */
export function withoutPerson(origin: Origin): Origin {
  return origin.by === 'terminal' ? { ...origin, repository: 'terminal' } : origin;
}

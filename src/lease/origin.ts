/** The run of a CI system, or the terminal, that a lease belongs to, as its marker tells. */
export interface Origin {
  /** The host of the forge, when that is not github.com. */
  readonly at?: string;
  /** The CI, when that is not of GitHub Actions' kind: `gitlab`, say; `terminal` where there is none. */
  readonly by?: string;
  /** `owner/name`; of a terminal `user@host`. */
  readonly repository: string;
  readonly run: string;
  /** Which try of the run. */
  readonly attempt: string;
  readonly job: string;
}

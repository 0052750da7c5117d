/**
 * Everything that post reads. Main writes all of it, empty, as its first act: a later step of the job can forge a name
 * that main did not save, but not one that it did. A secret is the whole value of a name of its own, so that the
 * runner's debug log, which prints state, masks it.
 */
export const EMPTY_STATE = {
  record: '',
  credential: '',
  credential_id: '',
  // The token itself, for the end of a lease that needs it.
  token: '',
  identity_token_url: '',
  on_revoke_failure: '',
  token_file: '',
  token_file_sha256: '',
  token_file_folder: '',
  // The texts of a network (src/http/network.ts).
  http_proxy: '',
  https_proxy: '',
  all_proxy: '',
  no_proxy: '',
  authorities: '',
  resolver: '',
};

export type StateName = keyof typeof EMPTY_STATE;
export type State = Readonly<Record<StateName, string>>;

/** What main saved, in post. */
export function readState(environment: NodeJS.ProcessEnv): State {
  const state = { ...EMPTY_STATE };
  let name: StateName;
  for (name in state) state[name] = environment[`STATE_${name}`] ?? '';
  return state;
}

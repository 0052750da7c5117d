/**
 * Everything that post reads. Main writes all of it, empty, as its first act: a later step of the job can forge a name
 * that main did not save, but not one that it did. A secret is the whole value of a name of its own, so that the
 * runner's debug log, which prints state, masks it.
 */
export const STATE_NAMES = [
  'record',
  'credential',
  'credential_id',
  'token_file',
  'token_file_sha256',
  'token_file_folder',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'node_extra_ca_certs',
  'node_use_system_ca',
] as const;

export type StateName = (typeof STATE_NAMES)[number];
export type State = Readonly<Record<StateName, string>>;

/** What main saved, in post. */
export function readState(environment: NodeJS.ProcessEnv): State {
  const read = (name: StateName) => environment[`STATE_${name}`] ?? '';
  return {
    record: read('record'),
    credential: read('credential'),
    credential_id: read('credential_id'),
    token_file: read('token_file'),
    token_file_sha256: read('token_file_sha256'),
    token_file_folder: read('token_file_folder'),
    http_proxy: read('http_proxy'),
    https_proxy: read('https_proxy'),
    no_proxy: read('no_proxy'),
    node_extra_ca_certs: read('node_extra_ca_certs'),
    node_use_system_ca: read('node_use_system_ca'),
  };
}

/** Every input of the action, in the order of action.yml. */
export const INPUT_NAMES = [
  'type',
  'grants',
  'expires_in',
  'expires_at',
  'time_zone',
  'name',
  'description',
  'url',
  'credential',
  'credential_id',
  'actor',
  'org',
  'user',
  'workspace',
  'audience',
  'status',
  'token_file',
  'token_file_format',
  'export_env',
  'revoke',
  'on_revoke_failure',
  'timeout',
  'summary',
  'dry_run',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];

/** The inputs that mean something for every type. */
export const INPUTS_OF_EVERY_TYPE: ReadonlySet<InputName> = new Set<InputName>([
  'type',
  'grants',
  'expires_in',
  'expires_at',
  'time_zone',
  'name',
  'description',
  'token_file',
  'token_file_format',
  'export_env',
  'revoke',
  'on_revoke_failure',
  'timeout',
  'summary',
  'dry_run',
]);

import type { InputName, Verb } from './inputs.js';

/** What an input means, for people: the files of the actions and the help of the command are made of it. */
export function describeInput(input: InputName, verb: Verb): string {
  const { [verb]: own, otherwise } = DESCRIPTIONS[input];
  const description = own ?? otherwise;
  if (description === undefined) throw new Error(`nothing says what ${input} means for ${verb}`);
  return description;
}

/** For each verb that takes the input, or for those that have no words of their own. */
const DESCRIPTIONS: Readonly<Record<InputName, Readonly<Partial<Record<Verb | 'otherwise', string>>>>> = {
  type: {
    create:
      'What to mint: datasette, datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User.',
    list: 'Whose tokens: datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User; or solarnetwork alone, for all of its kinds, as namespace is for both of its own, and datasette for those that it keeps.',
    sweep:
      'Whose tokens: datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User; or solarnetwork alone, for all of its kinds, as namespace is for both of its own, and datasette for those that it keeps.',
    revoke:
      'The type of the tokens: datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User.',
    update:
      'The type of the token: influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User.',
  },
  token_id: {
    revoke: 'The ids of the tokens, one a line; or in one line with commas between them, where ids hold none.',
    update: 'The id of the token.',
  },
  grants: {
    create:
      "What the token may do, one grant a line in a | block: RESOURCE: ACTION[, ACTION...]. Or the system's own JSON. Or the word unrestricted, where the system knows such a token. Names with blanks, commas, quotes or # stand in double quotes. Lines that begin with # are skipped.",
    update:
      'SolarNetwork: restrictions that are added to those of the policy, written as for the minting action: lists grow, single values are overwritten. With replace: true they take the place of the policy.',
  },
  replace: {
    update:
      'true: grants take the place of the whole policy; its end is kept unless another is given or drop_expiry says otherwise. Default: false.',
  },
  expires_in: {
    create:
      'How long the token lives: 90s, 30m, 1h30m, 7d, 1w, 1y (365 days), PT1H, or a number of seconds; at least 1m, at most 1y, and no more than the system allows. Default: 1h.',
    update:
      'SolarNetwork, and for Namespace only later than now: how long the token lives from now on, such as 30m, 1h30m, 7d or PT1H.',
  },
  expires_at: {
    create:
      'When the token ends, instead of expires_in: 2026-10-30 (the start of that day), 2026-10-30T12:45, or with an offset or Z at its end.',
    update:
      'The same as an instant, instead of expires_in: 2026-10-30 (the start of that day), 2026-10-30T12:45, or with an offset or Z at its end.',
  },
  time_zone: {
    otherwise:
      'How to read expires_at when it has no offset: a region such as Pacific/Auckland, UTC, or an offset such as -05:00. Default: UTC.',
  },
  drop_expiry: {
    update: 'SolarNetwork, with replace: true: the token does not end any more. Default: false.',
  },
  name: {
    create:
      "The token's name, at most 128 characters. Default: made from the run, with an id at its end that no other run has. InfluxDB and datasette/managed know no names: there it begins the description.",
    update: "The token's new name, at most 128 characters. InfluxDB knows no names.",
  },
  description: {
    create:
      'A note that is stored with the token, at most 200 characters. A marker by which the token is found again is added. For datasette nothing is stored: there it stands in the log and the job summary only.',
    update: 'The new note, at most 200 characters. The marker at the end of the description is kept.',
  },
  clear: {
    update: 'name, description, or both: what is emptied, but for the marker.',
  },
  repository: {
    list: 'The tokens of which repository: owner/name, owner/*, HOST/owner/* on another forge, or * for all. Default: this one.',
  },
  run: {
    list: 'Only the tokens of the run of this id, or, with a slash and a number behind it, of one attempt of it.',
  },
  job: {
    list: 'Only the tokens of the job of this name.',
  },
  expired: {
    list: 'true: only tokens that have ended. false: only those that have not.',
  },
  all: {
    list: 'true: tokens without our marker too; they are said to be foreign. Default: false.',
  },
  scope: {
    sweep:
      'The tokens of which repositories: owner/name, owner/*, HOST/owner/* on another forge (by their end alone), or * in a dry run. Default: this one.',
  },
  grace: {
    sweep: 'How long ago the run or the token must have ended, at least 10m. Default: 1h.',
  },
  max_revocations: {
    sweep: 'How many tokens may be revoked. More is an error, before the first is. Default: 50.',
  },
  url: {
    create:
      'Where the system is reached; a path prefix is kept. Default: INFLUX_HOST for influxdb; NSC_IAM_ENDPOINT, NSC_GLOBAL_ENDPOINT or the public service for namespace; the public service for solarnetwork. Required for datasette/managed. datasette needs none: with one, the token is tried there before it is handed on.',
    otherwise:
      'Where the system is reached; a path prefix is kept. Default: INFLUX_HOST for influxdb; NSC_IAM_ENDPOINT, NSC_GLOBAL_ENDPOINT or the public service for namespace; the public service for solarnetwork.',
  },
  credential: {
    create:
      "The parent secret: an InfluxDB token, a Namespace bearer token, the secret of the Datasette server (datasette) or a token of it that may create others (datasette/managed, no default), a SolarNetwork token secret. Default: INFLUX_TOKEN; NSC_TOKEN_FILE, the token file of a Namespace runner, then GitHub's identity token; DATASETTE_SECRET; SN_TOKEN_SECRET.",
    otherwise:
      "The secret that may do this: a Datasette token, an InfluxDB token, a Namespace bearer token, a SolarNetwork token secret. Default: INFLUX_TOKEN; NSC_TOKEN_FILE, the token file of a Namespace runner, then GitHub's identity token; SN_TOKEN_SECRET.",
  },
  credential_id: {
    otherwise: 'The id that belongs to the credential: the SolarNetwork token id. Default: SN_TOKEN_ID.',
  },
  actor: {
    otherwise:
      'Datasette: the id of the actor that the token acts as. Required for datasette; for datasette/managed it must be that of the credential, and may be left out.',
  },
  org: {
    otherwise: 'InfluxDB, required there: the organisation, by name or id. Default: INFLUX_ORG_ID or INFLUX_ORG.',
  },
  user: {
    create: "InfluxDB: the user that the token belongs to, by name or id. Default: the credential's own user.",
    list: 'InfluxDB: only the tokens of this user, by name or id. Default: of all users whom the credential may read.',
    sweep: 'InfluxDB: only the tokens of this user, by name or id. Default: of all users whom the credential may read.',
    otherwise: 'InfluxDB: the user that the tokens must belong to, by name or id. Default: any.',
  },
  workspace: {
    otherwise:
      "Namespace: the tenant id of the workspace whose trust relationship accepts GitHub's identity token. With it, the identity token is used even where a token file exists.",
  },
  audience: {
    otherwise: 'Namespace: the audience of the identity token, when it is not the usual one.',
  },
  status: {
    create: 'InfluxDB: active or inactive. Default: active.',
    update: 'SolarNetwork: Active or Disabled. InfluxDB: active or inactive.',
  },
  token_file: {
    otherwise:
      'Write the token to this file too, readable by its owner alone (on Windows by whoever may read its folder): an absolute path, or one below RUNNER_TEMP. It must not exist, and is removed when the job ends.',
  },
  token_file_format: {
    otherwise:
      'token: the token and a new line. json: token, token_id and expires_at; for namespace what NSC_TOKEN_FILE wants. env: the variables of export_env, one a line. Default: json for namespace and solarnetwork, else token.',
  },
  export_env: {
    otherwise:
      "true: set the variables that the system's own clients read for later steps: INFLUX_TOKEN, INFLUX_HOST and INFLUX_ORG_ID; NSC_TOKEN_FILE; DATASETTE_TOKEN; SN_TOKEN_ID and SN_TOKEN_SECRET. Default: false.",
  },
  revoke: {
    otherwise: 'false: do not revoke the token when the job ends, leave it to its expiry. Default: true.',
  },
  on_revoke_failure: {
    otherwise:
      'fail or warn, when the token could not be revoked. Default: fail if it would live for more than another hour or for ever, else warn.',
  },
  foreign: {
    revoke:
      'true: also a token whose marker is not ours, or cannot be read, where the system does not tell which token the credential is. Default: false.',
    update:
      'true: also a token whose marker is not ours, or cannot be read, where the system does not tell which token the credential is. Default: false.',
  },
  github_token: {
    sweep:
      'The token that is used to ask which runs have ended; needs the permission actions: read. Default: that of the job.',
  },
  timeout: {
    create:
      'How long minting may take, waits and retries included, at most 1h; revoking may take half of it. Default: 2m.',
    revoke: 'How long it may take, waits and retries included, at most 1h. Default: 2m.',
    update: 'How long it may take, waits and retries included, at most 1h. Default: 2m.',
    list: 'How long it may take, waits and retries included, at most 1h. Default: 30m.',
    sweep: 'How long it may take, waits and retries included, at most 1h. Default: 30m.',
  },
  summary: {
    create: 'Write what was minted (never the token) to the job summary. Default: true.',
    otherwise: 'Write the result to the job summary. Default: true.',
  },
  dry_run: {
    create:
      'true: authenticate, look everything up and check it, show the plan, and mint nothing. Only the outputs grants, expires_at, type and name are set. Default: false.',
    update: 'true: show the token before and after, and change nothing. Default: false.',
    sweep: 'true: show what would be revoked and why, and revoke nothing. false: revoke it. Default: true.',
  },
};

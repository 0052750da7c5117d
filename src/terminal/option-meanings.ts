import { describeInput } from '../request/input-descriptions.js';
import type { InputName } from '../request/inputs.js';
import { actionOf, type CommandVerb, type Option } from './options.js';

/** What an option means, for people. */
export function meaningOf({ name, input }: Option, verb: CommandVerb): string {
  if (input !== undefined) return MEANINGS[input]?.(verb) ?? describeInput(input, actionOf(verb));
  const meaning = name === 'output' && verb !== 'create' ? OUTPUT_OF_RESULTS : OWN[name];
  if (meaning === undefined) throw new Error(`nothing says what --${name} means`);
  return meaning;
}

/** Where the words of the action are those of a workflow. */
const MEANINGS: Readonly<Partial<Record<InputName, (verb: CommandVerb) => string>>> = {
  grants: (verb) =>
    verb === 'update'
      ? 'SolarNetwork: restrictions that are added to those of the policy, one a line: lists grow, single values are overwritten. With --replace they take the place of the policy.'
      : "What the token may do, one grant a line: RESOURCE: ACTION[, ACTION...]. Or the system's own JSON. Or the word unrestricted, where the system knows such a token. Names with blanks, commas, quotes or # stand in double quotes.",
  token_id: (verb) =>
    verb === 'revoke'
      ? 'The id of a token; may be given several times, or hold several, one a line.'
      : 'The id of the token.',
  replace: () =>
    'The grants take the place of the whole policy; its end is kept unless another is given or --drop-expiry says otherwise.',
  drop_expiry: () => 'SolarNetwork, with --replace: the token does not end any more.',
  time_zone: () =>
    'How to read --expires-at when it has no offset: a region such as Pacific/Auckland, UTC, or an offset such as -05:00. Default: UTC.',
  expires_at: () =>
    'The same as an instant, instead of --expires-in: 2026-10-30 (the start of that day), 2026-10-30T12:45, or with an offset or Z at its end.',
  name: (verb) =>
    verb === 'update'
      ? "The token's new name, at most 128 characters. InfluxDB knows no names."
      : "The token's name, at most 128 characters. Default: made from the run, or from the user and the machine, with an id at its end that no other has. InfluxDB knows no names: there it begins the description.",
  description: (verb) =>
    verb === 'update'
      ? 'The new note, at most 200 characters. The marker at the end of the description is kept.'
      : 'A note that is stored with the token, at most 200 characters. A marker by which the token is found again is added. Datasette stores none.',
  repository: () => 'The tokens of which repository: owner/name, owner/*, or * for all. Required where no CI says it.',
  scope: () =>
    'The tokens of which repositories: owner/name, owner/*, HOST/owner/* on another forge (by their end alone), or * in a dry run. Required where no CI says it.',
  expired: () => 'Only tokens that have ended; with --no-expired only those that have not.',
  all: () => 'Tokens without our marker too; they are said to be foreign.',
  foreign: () =>
    'Also a token whose marker is not ours, or cannot be read, where the system does not tell which token the credential is.',
  token_file: () =>
    'Write the token to this file too, readable by its owner alone. It must not exist. Only --output token and --output env print the token then.',
  token_file_format: () =>
    'token: the token and a new line. json: token, token_id and expires_at; for namespace what NSC_TOKEN_FILE wants. env: the variables, one a line. Default: json for namespace and solarnetwork, else token.',
  revoke: () =>
    '--no-revoke: the token is left to its expiry; a revoke --all and a sweep leave it alone. It can still be revoked by its id or its lease.',
  dry_run: (verb) =>
    verb === 'create' || verb === 'exec'
      ? 'Authenticate, look everything up and check it, show the plan, and mint nothing.'
      : verb === 'sweep'
        ? 'Show what would be revoked and why, and revoke nothing. --no-dry-run: revoke it. Default: on.'
        : 'Show the token before and after, and change nothing.',
};

const OUTPUT_OF_RESULTS =
  'table, json, or csv where there are rows for a spreadsheet. Default: table on a terminal, else json.';

const OWN: Readonly<Record<string, string>> = {
  grant: 'A line that is added to --grants; may be given several times.',
  'grants-file': 'The lines of --grants from a file.',
  'credential-file':
    "The parent secret from a file, or from standard input where FILE is -. Default: the variable that the system's own clients read: INFLUX_TOKEN; NSC_TOKEN_FILE; DATASETTE_SECRET; SN_TOKEN_SECRET.",
  output:
    "table: as the system's own tool prints it. json: one shape for all systems. csv: the columns of the table. token: the token and a new line. env: lines of export for a shell. Default: table on a terminal, else json.",
  debug: 'Datasette: show what the token holds, on standard error.',
  'state-dir':
    'The folder where leases are written down. Default: MINT_TOKEN_STATE_DIR, else the folder of the platform for the state of programs.',
  journal: '--no-journal: the lease is not written down; only its id, or its marker, ends it later.',
  pristine: 'The command gets PATH, HOME, LANG, TERM and the token from the environment, and nothing else.',
  mask: '--no-mask: what the command writes is passed through as it is. Default: secrets are masked in whatever goes to no terminal.',
  'kill-after': 'How long the command has to end after the first signal that asks it to. Default: 10s.',
  local:
    'End the leases that are written down here and dead: not handed on, and their process is gone; or past their end.',
  lease: 'The id of a lease that create wrote down: all that is left of it is revoked.',
  all: 'All leases of this run that were written down; at a terminal all of them, after a question.',
  yes: 'Answer that question.',
  help: 'Show this help.',
};

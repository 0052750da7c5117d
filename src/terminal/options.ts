import { inputsOf, type InputName, type Verb } from '../request/inputs.js';

/** What the command does, by its first word. */
export const COMMAND_VERBS = ['create', 'exec', 'update', 'list', 'revoke', 'sweep'] as const;
export type CommandVerb = (typeof COMMAND_VERBS)[number];

/** An option of a verb. */
export interface Option {
  /** Without the hyphens before it. */
  readonly name: string;
  /** A flag is there or not (`--no-…`, `--…=false`) and takes no word of its own; a list may be given several times. */
  readonly kind: 'text' | 'list' | 'flag';
  /** What stands for its value in the help; empty for a flag. */
  readonly value: string;
  /** The input of the action that it gives; absent where it is the command's own. */
  readonly input?: InputName;
}

/** All options of a verb, in the order in which the help has them. */
export function optionsOf(verb: CommandVerb): readonly Option[] {
  const inputs = inputsOf(actionOf(verb)).filter((input) => !refused(input, verb));
  const ofInputs = inputs.map(optionOf);
  return [...ofInputs, ...OWN.filter(({ verbs }) => verbs.includes(verb)).map(({ option }) => option), HELP];
}

/** Why an input is no option of the command; undefined where it is one, or no input at all. */
export function whyNoOption(name: string, verb: CommandVerb): string | undefined {
  const input = inputsOf(actionOf(verb)).find((known) => optionNameOf(known) === name);
  return input === undefined ? undefined : refused(input, verb);
}

/** The name of the option that gives an input; `grants` and `credential` are given in other ways too. */
export function optionNameOf(input: InputName): string {
  return input.replaceAll('_', '-');
}

export function isFlag(input: InputName): boolean {
  return FLAGS.has(input);
}

/** The action that has the inputs of a verb: a command is run with what `create` makes. */
export function actionOf(verb: CommandVerb): Verb {
  return verb === 'exec' ? 'create' : verb;
}

const FLAGS: ReadonlySet<InputName> = new Set([
  'replace',
  'drop_expiry',
  'expired',
  'all',
  'export_env',
  'revoke',
  'foreign',
  'summary',
  'dry_run',
]);

const LISTS: ReadonlySet<InputName> = new Set(['grants', 'token_id', 'clear']);

/** What an input is refused for that the action takes. */
function refused(input: InputName, verb: CommandVerb): string | undefined {
  switch (input) {
    case 'credential':
      return 'a secret in an argument shows in the list of processes and in the history of the shell; set the variable that the clients of the system read (mint-token help says which), or use --credential-file FILE, where - stands for standard input';
    case 'github_token':
      return 'a secret in an argument shows in the list of processes and in the history of the shell; set GITHUB_TOKEN or GH_TOKEN';
    case 'export_env':
      return verb === 'exec'
        ? 'the command always gets the variables; leave the option out'
        : 'a command cannot set the variables of its shell; use --output env, as in: e=$(mint-token create … --output env) || exit; eval "$e"';
    case 'summary':
      return 'the command writes no summary; leave the option out';
    case 'on_revoke_failure':
      return 'a token that may be left is always exit status 4, or 1 from revoke; leave the option out';
    case 'revoke':
      return verb === 'exec' ? 'the token is revoked on every end; to keep one, use create' : undefined;
    default:
      return undefined;
  }
}

function optionOf(input: InputName): Option {
  const kind = FLAGS.has(input) ? 'flag' : LISTS.has(input) ? 'list' : 'text';
  return {
    name: optionNameOf(input),
    kind,
    value: kind === 'flag' ? '' : (VALUES[input] ?? 'TEXT'),
    input,
  };
}

const VALUES: Readonly<Partial<Record<InputName, string>>> = {
  type: 'TYPE',
  token_id: 'ID',
  grants: 'LINES',
  expires_in: 'DURATION',
  expires_at: 'TIME',
  time_zone: 'ZONE',
  name: 'NAME',
  clear: 'FIELD',
  repository: 'OWNER/NAME',
  run: 'ID',
  job: 'NAME',
  scope: 'SCOPE',
  grace: 'DURATION',
  max_revocations: 'NUMBER',
  url: 'URL',
  credential_id: 'ID',
  actor: 'ID',
  org: 'ORG',
  user: 'USER',
  workspace: 'ID',
  status: 'STATUS',
  token_file: 'FILE',
  token_file_format: 'FORMAT',
  timeout: 'DURATION',
};

interface OwnOption {
  readonly verbs: readonly CommandVerb[];
  readonly option: Option;
}

const text = (name: string, value: string): Option => ({ name, kind: 'text', value });
const flag = (name: string): Option => ({ name, kind: 'flag', value: '' });

/** What the command has beyond the inputs. */
const OWN: readonly OwnOption[] = [
  { verbs: ['create', 'exec', 'update'], option: { name: 'grant', kind: 'list', value: 'LINE' } },
  { verbs: ['create', 'exec', 'update'], option: text('grants-file', 'FILE') },
  { verbs: COMMAND_VERBS, option: text('credential-file', 'FILE') },
  { verbs: ['create', 'update', 'list', 'revoke', 'sweep'], option: text('output', 'FORMAT') },
  { verbs: ['create'], option: flag('debug') },
  { verbs: ['create', 'exec', 'revoke', 'sweep'], option: text('state-dir', 'FOLDER') },
  { verbs: ['create', 'exec'], option: flag('journal') },
  { verbs: ['exec'], option: flag('pristine') },
  { verbs: ['exec'], option: flag('mask') },
  { verbs: ['exec'], option: text('kill-after', 'DURATION') },
  { verbs: ['sweep'], option: flag('local') },
  { verbs: ['revoke'], option: text('lease', 'ID') },
  { verbs: ['revoke'], option: flag('all') },
  { verbs: ['revoke'], option: flag('yes') },
];

const HELP: Option = flag('help');

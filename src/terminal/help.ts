import { EXAMPLES } from './examples.js';
import { meaningOf } from './option-meanings.js';
import { optionsOf, type CommandVerb } from './options.js';

/** What each verb is for, in a line. */
export const PURPOSES: Readonly<Record<string, string>> = {
  create: 'mint a token and print it',
  exec: 'run a command with a token that is revoked when it ends',
  update: 'change a token',
  list: 'list tokens that carry our marker',
  revoke: 'revoke tokens now',
  sweep: 'revoke what dead runs left',
  completion: 'print completions for bash, zsh or fish',
  help: 'say more about a verb',
};

const COLUMN = 30;
const WIDTH = 100;

export function helpOf(verb: CommandVerb): string {
  const options = optionsOf(verb).flatMap((option) => {
    const no = option.kind === 'flag' && option.name !== 'help' ? '[no-]' : '';
    const head = `  --${no}${option.name}${option.value === '' ? '' : ` ${option.value}`}`;
    return entry(head, meaningOf(option, verb));
  });
  return lines([
    `mint-token ${verb}: ${PURPOSES[verb] ?? ''}`,
    '',
    `Usage: mint-token ${verb} --option value ...${verb === 'exec' ? ' -- COMMAND [ARGUMENT...]' : ''}`,
    '',
    'Options:',
    ...options,
    '',
    'Example:',
    ...(EXAMPLES[verb] ?? []).map((line) => `  ${line}`),
    '',
    ...STATUSES[verb],
  ]);
}

export function overview(verbs: readonly string[]): string {
  return lines([
    'mint-token mints scoped, short-lived tokens, verifies them, and revokes them.',
    '',
    'Usage: mint-token VERB --option value ...',
    '',
    'Verbs:',
    ...verbs.flatMap((verb) => entry(`  ${verb}`, PURPOSES[verb] ?? '', 16)),
    '',
    'mint-token help VERB tells its options. mint-token --version tells the version.',
    '',
    "Secrets are never arguments. They are read from the variables of the systems' own clients, which are",
    'INFLUX_TOKEN; NSC_TOKEN_FILE; DATASETTE_SECRET; SN_TOKEN_ID and SN_TOKEN_SECRET; or from --credential-file.',
  ]);
}

const FAILURE = '1 refused or failed, 2 misused';
const STATUSES: Readonly<Record<CommandVerb, readonly string[]>> = {
  create: [
    `Exit status: 0 minted, ${FAILURE}, 3 minted, not handed on and revoked,`,
    '4 a token may be left, else 128 and the number of the signal that stopped it.',
  ],
  exec: [
    "Exit status: the command's own; 128 and the number of a signal that ended it; 2 misused;",
    '111 not run and nothing left; 4 a token may be left; 126 and 127 it cannot be run, or was not found.',
  ],
  update: [`Exit status: 0 done, ${FAILURE}.`],
  list: [`Exit status: 0 done, ${FAILURE}.`],
  revoke: [`Exit status: 0 all are revoked, or were gone already, ${FAILURE}.`],
  sweep: [`Exit status: 0 done, ${FAILURE}.`],
};

/** A name, and beside it its meaning in as many lines as it takes. */
function entry(head: string, meaning: string, column = COLUMN): readonly string[] {
  const texts: string[] = [''];
  for (const word of meaning.split(' ')) {
    const last = texts.at(-1) ?? '';
    if (last !== '' && column + last.length + 1 + word.length > WIDTH) texts.push(word);
    else texts[texts.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  const [first = '', ...rest] = texts;
  const beside =
    head.length + 2 <= column ? [`${head.padEnd(column)}${first}`] : [head, `${' '.repeat(column)}${first}`];
  return [...beside, ...rest.map((text) => `${' '.repeat(column)}${text}`)];
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

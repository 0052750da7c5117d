import { COMMAND_VERBS, optionsOf, type CommandVerb } from './options.js';
import { OUTPUTS } from './token-output.js';
import { PURPOSES } from './help.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What a shell reads once, to complete the words of the command. @param verbs those that there are */
export function completionFor(shell: Shell, verbs: readonly string[]): string {
  const known = COMMAND_VERBS.filter((verb) => verbs.includes(verb));
  switch (shell) {
    case 'bash':
      return bash(verbs, known);
    case 'zsh':
      return zsh(verbs, known);
    case 'fish':
      return fish(verbs, known);
  }
}

const TYPES = 'datasette influxdb namespace namespace/user solarnetwork solarnetwork/ReadNodeData solarnetwork/User';

function wordsOf(verb: CommandVerb): readonly string[] {
  return optionsOf(verb).flatMap(({ name, kind }) =>
    kind === 'flag' && name !== 'help' ? [`--${name}`, `--no-${name}`] : [`--${name}`],
  );
}

function bash(verbs: readonly string[], known: readonly CommandVerb[]): string {
  const cases = known.map((verb) => `    ${verb}) words='${wordsOf(verb).join(' ')}' ;;`);
  return `# bash completion for mint-token: . <(mint-token completion bash)
_mint_token() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${[...verbs, '--version', '--help'].join(' ')}' -- "$word"))
    return
  fi
  case $before in
    --type) COMPREPLY=($(compgen -W '${TYPES}' -- "$word")); return ;;
    --output) COMPREPLY=($(compgen -W '${OUTPUTS.join(' ')}' -- "$word")); return ;;
    --token-file | --credential-file | --grants-file | --state-dir) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
    help) words='${verbs.join(' ')}' ;;
    completion) words='${SHELLS.join(' ')}' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _mint_token mint-token
`;
}

function zsh(verbs: readonly string[], known: readonly CommandVerb[]): string {
  const cases = known.map((verb) => `    ${verb}) compadd -- ${wordsOf(verb).join(' ')} ;;`);
  return `#compdef mint-token
# zsh completion for mint-token: source <(mint-token completion zsh), after compinit
_mint_token() {
  if (( CURRENT == 2 )); then
    compadd -- ${[...verbs, '--version', '--help'].join(' ')}
    return
  fi
  case $words[CURRENT-1] in
    --type) compadd -- ${TYPES}; return ;;
    --output) compadd -- ${OUTPUTS.join(' ')}; return ;;
    --token-file | --credential-file | --grants-file | --state-dir) _files; return ;;
  esac
  case $words[2] in
${cases.join('\n')}
    help) compadd -- ${verbs.join(' ')} ;;
    completion) compadd -- ${SHELLS.join(' ')} ;;
  esac
}
compdef _mint_token mint-token
`;
}

function fish(verbs: readonly string[], known: readonly CommandVerb[]): string {
  const line = (condition: string, rest: string) => `complete -c mint-token -n '${condition}' ${rest}`;
  const behind = (verb: string) => `__fish_seen_subcommand_from ${verb}`;
  const VALUES: Readonly<Record<string, string>> = { type: TYPES, output: OUTPUTS.join(' ') };
  const options = known.flatMap((verb) =>
    optionsOf(verb).flatMap(({ name, kind, value }) => {
      if (kind === 'flag') {
        return [name, ...(name === 'help' ? [] : [`no-${name}`])].map((flag) => line(behind(verb), `-l ${flag}`));
      }
      const values = VALUES[name];
      const files = value === 'FILE' || value === 'FOLDER' ? '-r -F' : '-x';
      return [line(behind(verb), `-l ${name} ${files}${values === undefined ? '' : ` -a '${values}'`}`)];
    }),
  );
  return `${[
    '# fish completion for mint-token: mint-token completion fish | source',
    'complete -c mint-token -f',
    ...verbs.map((verb) => line('__fish_use_subcommand', `-a ${verb} -d '${PURPOSES[verb] ?? ''}'`)),
    line('__fish_use_subcommand', '-l version'),
    line(behind('completion'), `-a '${SHELLS.join(' ')}'`),
    ...options,
  ].join('\n')}\n`;
}

"use strict";
exports.ids = [];
exports.modules = {

// ./src/entries/command-help.ts + 5 modules
/***/ 847:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  printCompletion: () => (/* binding */ printCompletion),
  printHelp: () => (/* binding */ printHelp),
  printHelpOf: () => (/* binding */ printHelpOf)
});

var write_all = __webpack_require__(9547);
var shown_text = __webpack_require__(4278);
var suggestion = __webpack_require__(8533);
var terminal_options = __webpack_require__(3602);
var token_output = __webpack_require__(5103);
;// CONCATENATED MODULE: ./src/terminal/examples.ts
const EXAMPLES = {
	create: [
		'mint-token create --type influxdb --org my-org --expires-in 30m \\',
		"  --grant 'buckets iot-center: read, write' --output token",
	],
	exec: [
		"mint-token exec --type influxdb --org my-org --grant 'buckets iot-center: read' -- \\",
		'  influx query --org my-org \'from(bucket: "iot-center") |> range(start: -1h)\'',
	],
	list: ["mint-token list --type influxdb --org my-org --repository '*' --output table"],
	update: [
		'mint-token update --type solarnetwork/User --token-id kF67p6g30eUXQICUgzQf \\',
		"  --grant 'node-id: 107, 164'",
	],
	sweep: ['mint-token sweep --type influxdb --org my-org --local'],
	revoke: ['mint-token revoke --type influxdb --org my-org --all --yes'],
};

;// CONCATENATED MODULE: ./src/request/input-descriptions.ts
function describeInput(input, verb) {
	const { [verb]: own, otherwise } = DESCRIPTIONS[input];
	const description = own ?? otherwise;
	if (description === undefined)
		throw new Error(`nothing says what ${input} means for ${verb}`);
	return description;
}
const DESCRIPTIONS = {
	type: {
		create: 'What to mint: datasette, datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User.',
		list: 'Whose tokens: datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User; or solarnetwork alone, for all of its kinds, as namespace is for both of its own, and datasette for those that it keeps.',
		sweep: 'Whose tokens: datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User; or solarnetwork alone, for all of its kinds, as namespace is for both of its own, and datasette for those that it keeps.',
		revoke: 'The type of the tokens: datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User.',
		update: 'The type of the token: influxdb, namespace, namespace/user, solarnetwork/ReadNodeData or solarnetwork/User.',
	},
	token_id: {
		revoke: 'The ids of the tokens, one a line; or in one line with commas between them, where ids hold none.',
		update: 'The id of the token.',
	},
	grants: {
		create: "What the token may do, one grant a line in a | block: RESOURCE: ACTION[, ACTION...]. Or the system's own JSON. Or the word unrestricted, where the system knows such a token. Names with blanks, commas, quotes or # stand in double quotes. Lines that begin with # are skipped.",
		update: 'SolarNetwork: restrictions that are added to those of the policy, written as for the minting action: lists grow, single values are overwritten. With replace: true they take the place of the policy.',
	},
	replace: {
		update: 'true: grants take the place of the whole policy; its end is kept unless another is given or drop_expiry says otherwise. Default: false.',
	},
	expires_in: {
		create: 'How long the token lives: 90s, 30m, 1h30m, 7d, 1w, 1y (365 days), PT1H, or a number of seconds; at least 1m, at most 1y, and no more than the system allows. Default: 1h.',
		update: 'SolarNetwork, and for Namespace only later than now: how long the token lives from now on, such as 30m, 1h30m, 7d or PT1H.',
	},
	expires_at: {
		create: 'When the token ends, instead of expires_in: 2026-10-30 (the start of that day), 2026-10-30T12:45, or with an offset or Z at its end.',
		update: 'The same as an instant, instead of expires_in: 2026-10-30 (the start of that day), 2026-10-30T12:45, or with an offset or Z at its end.',
	},
	time_zone: {
		otherwise: 'How to read expires_at when it has no offset: a region such as Pacific/Auckland, UTC, or an offset such as -05:00. Default: UTC.',
	},
	drop_expiry: {
		update: 'SolarNetwork, with replace: true: the token does not end any more. Default: false.',
	},
	name: {
		create: "The token's name, at most 128 characters. Default: made from the run, with an id at its end that no other run has. InfluxDB and datasette/managed know no names: there it begins the description.",
		update: "The token's new name, at most 128 characters. InfluxDB knows no names.",
	},
	description: {
		create: 'A note that is stored with the token, at most 200 characters. A marker by which the token is found again is added. For datasette nothing is stored: there it stands in the log and the job summary only.',
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
		sweep: 'The tokens of which repositories: owner/name, owner/*, HOST/owner/* on another forge (by their end alone), or * in a dry run. Default: this one.',
	},
	grace: {
		sweep: 'How long ago the run or the token must have ended, at least 10m. Default: 1h.',
	},
	max_revocations: {
		sweep: 'How many tokens may be revoked. More is an error, before the first is. Default: 50.',
	},
	url: {
		create: 'Where the system is reached; a path prefix is kept. Default: INFLUX_HOST for influxdb; NSC_IAM_ENDPOINT, NSC_GLOBAL_ENDPOINT or the public service for namespace; the public service for solarnetwork. Required for datasette/managed. datasette needs none: with one, the token is tried there before it is handed on.',
		otherwise: 'Where the system is reached; a path prefix is kept. Default: INFLUX_HOST for influxdb; NSC_IAM_ENDPOINT, NSC_GLOBAL_ENDPOINT or the public service for namespace; the public service for solarnetwork.',
	},
	credential: {
		create: "The parent secret: an InfluxDB token, a Namespace bearer token, the secret of the Datasette server (datasette) or a token of it that may create others (datasette/managed, no default), a SolarNetwork token secret. Default: INFLUX_TOKEN; NSC_TOKEN_FILE, the token file of a Namespace runner, then GitHub's identity token; DATASETTE_SECRET; SN_TOKEN_SECRET.",
		otherwise: "The secret that may do this: a Datasette token, an InfluxDB token, a Namespace bearer token, a SolarNetwork token secret. Default: INFLUX_TOKEN; NSC_TOKEN_FILE, the token file of a Namespace runner, then GitHub's identity token; SN_TOKEN_SECRET.",
	},
	credential_id: {
		otherwise: 'The id that belongs to the credential: the SolarNetwork token id. Default: SN_TOKEN_ID.',
	},
	actor: {
		otherwise: 'Datasette: the id of the actor that the token acts as. Required for datasette; for datasette/managed it must be that of the credential, and may be left out.',
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
		otherwise: "Namespace: the tenant id of the workspace whose trust relationship accepts GitHub's identity token. With it, the identity token is used even where a token file exists.",
	},
	audience: {
		otherwise: 'Namespace: the audience of the identity token, when it is not the usual one.',
	},
	status: {
		create: 'InfluxDB: active or inactive. Default: active.',
		update: 'SolarNetwork: Active or Disabled. InfluxDB: active or inactive.',
	},
	token_file: {
		otherwise: 'Write the token to this file too, readable by its owner alone (on Windows by whoever may read its folder): an absolute path, or one below RUNNER_TEMP. It must not exist, and is removed when the job ends.',
	},
	token_file_format: {
		otherwise: 'token: the token and a new line. json: token, token_id and expires_at; for namespace what NSC_TOKEN_FILE wants. env: the variables of export_env, one a line. Default: json for namespace and solarnetwork, else token.',
	},
	export_env: {
		otherwise: "true: set the variables that the system's own clients read for later steps: INFLUX_TOKEN, INFLUX_HOST and INFLUX_ORG_ID; NSC_TOKEN_FILE; DATASETTE_TOKEN; SN_TOKEN_ID and SN_TOKEN_SECRET. Default: false.",
	},
	revoke: {
		otherwise: 'false: do not revoke the token when the job ends, leave it to its expiry. Default: true.',
	},
	on_revoke_failure: {
		otherwise: 'fail or warn, when the token could not be revoked. Default: fail if it would live for more than another hour or for ever, else warn.',
	},
	foreign: {
		revoke: 'true: also a token whose marker is not ours, or cannot be read, where the system does not tell which token the credential is. Default: false.',
		update: 'true: also a token whose marker is not ours, or cannot be read, where the system does not tell which token the credential is. Default: false.',
	},
	github_token: {
		sweep: 'The token that is used to ask which runs have ended; needs the permission actions: read. Default: that of the job.',
	},
	timeout: {
		create: 'How long minting may take, waits and retries included, at most 1h; revoking may take half of it. Default: 2m.',
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
		create: 'true: authenticate, look everything up and check it, show the plan, and mint nothing. Only the outputs grants, expires_at, type and name are set. Default: false.',
		update: 'true: show the token before and after, and change nothing. Default: false.',
		sweep: 'true: show what would be revoked and why, and revoke nothing. false: revoke it. Default: true.',
	},
};

;// CONCATENATED MODULE: ./src/terminal/option-meanings.ts


function meaningOf({ name, input }, verb) {
	if (input !== undefined)
		return MEANINGS[input]?.(verb) ?? describeInput(input, (0,terminal_options/* actionOf */.qj)(verb));
	const meaning = name === 'output' && verb !== 'create' ? OUTPUT_OF_RESULTS : OWN[name];
	if (meaning === undefined)
		throw new Error(`nothing says what --${name} means`);
	return meaning;
}
const MEANINGS = {
	grants: (verb) => verb === 'update'
		? 'SolarNetwork: restrictions that are added to those of the policy, one a line: lists grow, single values are overwritten. With --replace they take the place of the policy.'
		: "What the token may do, one grant a line: RESOURCE: ACTION[, ACTION...]. Or the system's own JSON. Or the word unrestricted, where the system knows such a token. Names with blanks, commas, quotes or # stand in double quotes.",
	token_id: (verb) => verb === 'revoke'
		? 'The id of a token; may be given several times, or hold several, one a line.'
		: 'The id of the token.',
	replace: () => 'The grants take the place of the whole policy; its end is kept unless another is given or --drop-expiry says otherwise.',
	drop_expiry: () => 'SolarNetwork, with --replace: the token does not end any more.',
	time_zone: () => 'How to read --expires-at when it has no offset: a region such as Pacific/Auckland, UTC, or an offset such as -05:00. Default: UTC.',
	expires_at: () => 'The same as an instant, instead of --expires-in: 2026-10-30 (the start of that day), 2026-10-30T12:45, or with an offset or Z at its end.',
	name: (verb) => verb === 'update'
		? "The token's new name, at most 128 characters. InfluxDB knows no names."
		: "The token's name, at most 128 characters. Default: made from the run, or from the user and the machine, with an id at its end that no other has. InfluxDB knows no names: there it begins the description.",
	description: (verb) => verb === 'update'
		? 'The new note, at most 200 characters. The marker at the end of the description is kept.'
		: 'A note that is stored with the token, at most 200 characters. A marker by which the token is found again is added. Datasette stores none.',
	repository: () => 'The tokens of which repository: owner/name, owner/*, or * for all. Required where no CI says it.',
	scope: () => 'The tokens of which repositories: owner/name, owner/*, HOST/owner/* on another forge (by their end alone), or * in a dry run. Required where no CI says it.',
	expired: () => 'Only tokens that have ended; with --no-expired only those that have not.',
	all: () => 'Tokens without our marker too; they are said to be foreign.',
	foreign: () => 'Also a token whose marker is not ours, or cannot be read, where the system does not tell which token the credential is.',
	token_file: () => 'Write the token to this file too, readable by its owner alone. It must not exist. Only --output token and --output env print the token then.',
	token_file_format: () => 'token: the token and a new line. json: token, token_id and expires_at; for namespace what NSC_TOKEN_FILE wants. env: the variables, one a line. Default: json for namespace and solarnetwork, else token.',
	revoke: () => '--no-revoke: the token is left to its expiry; a revoke --all and a sweep leave it alone. It can still be revoked by its id or its lease.',
	dry_run: (verb) => verb === 'create' || verb === 'exec'
		? 'Authenticate, look everything up and check it, show the plan, and mint nothing.'
		: verb === 'sweep'
			? 'Show what would be revoked and why, and revoke nothing. --no-dry-run: revoke it. Default: on.'
			: 'Show the token before and after, and change nothing.',
};
const OUTPUT_OF_RESULTS = 'table, json, or csv where there are rows for a spreadsheet. Default: table on a terminal, else json.';
const OWN = {
	grant: 'A line that is added to --grants; may be given several times.',
	'grants-file': 'The lines of --grants from a file.',
	'credential-file': "The parent secret from a file, or from standard input where FILE is -. Default: the variable that the system's own clients read: INFLUX_TOKEN; NSC_TOKEN_FILE; DATASETTE_SECRET; SN_TOKEN_SECRET.",
	output: "table: as the system's own tool prints it. json: one shape for all systems. csv: the columns of the table. token: the token and a new line. env: lines of export for a shell. Default: table on a terminal, else json.",
	debug: 'Datasette: show what the token holds, on standard error.',
	'state-dir': 'The folder where leases are written down. Default: MINT_TOKEN_STATE_DIR, else the folder of the platform for the state of programs.',
	journal: '--no-journal: the lease is not written down; only its id, or its marker, ends it later.',
	pristine: 'The command gets PATH, HOME, LANG, TERM and the token from the environment, and nothing else.',
	mask: '--no-mask: what the command writes is passed through as it is. Default: secrets are masked in whatever goes to no terminal.',
	'kill-after': 'How long the command has to end after the first signal that asks it to. Default: 10s.',
	local: 'End the leases that are written down here and dead: not handed on, and their process is gone; or past their end.',
	lease: 'The id of a lease that create wrote down: all that is left of it is revoked.',
	all: 'All leases of this run that were written down; at a terminal all of them, after a question.',
	yes: 'Answer that question.',
	help: 'Show this help.',
};

;// CONCATENATED MODULE: ./src/terminal/help.ts



const PURPOSES = {
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
function helpOf(verb) {
	const options = (0,terminal_options/* optionsOf */.cz)(verb).flatMap((option) => {
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
function overview(verbs) {
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
const STATUSES = {
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
function entry(head, meaning, column = COLUMN) {
	const texts = [''];
	for (const word of meaning.split(' ')) {
		const last = texts.at(-1) ?? '';
		if (last !== '' && column + last.length + 1 + word.length > WIDTH)
			texts.push(word);
		else
			texts[texts.length - 1] = last === '' ? word : `${last} ${word}`;
	}
	const [first = '', ...rest] = texts;
	const beside = head.length + 2 <= column ? [`${head.padEnd(column)}${first}`] : [head, `${' '.repeat(column)}${first}`];
	return [...beside, ...rest.map((text) => `${' '.repeat(column)}${text}`)];
}
function lines(all) {
	return `${all.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./src/terminal/completion.ts



const SHELLS = ['bash', 'zsh', 'fish'];
function completionFor(shell, verbs) {
	const known = terminal_options/* COMMAND_VERBS */.pL.filter((verb) => verbs.includes(verb));
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
function wordsOf(verb) {
	return (0,terminal_options/* optionsOf */.cz)(verb).flatMap(({ name, kind }) => kind === 'flag' && name !== 'help' ? [`--${name}`, `--no-${name}`] : [`--${name}`]);
}
function bash(verbs, known) {
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
    --output) COMPREPLY=($(compgen -W '${token_output/* OUTPUTS */.py.join(' ')}' -- "$word")); return ;;
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
function zsh(verbs, known) {
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
    --output) compadd -- ${token_output/* OUTPUTS */.py.join(' ')}; return ;;
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
function fish(verbs, known) {
	const line = (condition, rest) => `complete -c mint-token -n '${condition}' ${rest}`;
	const behind = (verb) => `__fish_seen_subcommand_from ${verb}`;
	const VALUES = { type: TYPES, output: token_output/* OUTPUTS */.py.join(' ') };
	const options = known.flatMap((verb) => (0,terminal_options/* optionsOf */.cz)(verb).flatMap(({ name, kind, value }) => {
		if (kind === 'flag') {
			return [name, ...(name === 'help' ? [] : [`no-${name}`])].map((flag) => line(behind(verb), `-l ${flag}`));
		}
		const values = VALUES[name];
		const files = value === 'FILE' || value === 'FOLDER' ? '-r -F' : '-x';
		return [line(behind(verb), `-l ${name} ${files}${values === undefined ? '' : ` -a '${values}'`}`)];
	}));
	return `${[
		'# fish completion for mint-token: mint-token completion fish | source',
		'complete -c mint-token -f',
		...verbs.map((verb) => line('__fish_use_subcommand', `-a ${verb} -d '${PURPOSES[verb] ?? ''}'`)),
		line('__fish_use_subcommand', '-l version'),
		line(behind('completion'), `-a '${SHELLS.join(' ')}'`),
		...options,
	].join('\n')}\n`;
}

;// CONCATENATED MODULE: ./src/entries/command-help.ts






function printHelp([about], verbs) {
	const verb = terminal_options/* COMMAND_VERBS */.pL.find((known) => known === about && verbs.includes(known));
	if (verb !== undefined)
		return printHelpOf(verb);
	if (about !== undefined && !verbs.includes(about)) {
		(0,write_all/* writeIfRead */.t)(2, `error: there is no help about ${(0,shown_text/* quote */.hD)(about)}.${(0,suggestion/* didYouMean */.au)(about, verbs)}\n`);
		return 2;
	}
	(0,write_all/* writeAll */.f)(1, overview(verbs));
	return 0;
}
function printHelpOf(verb) {
	(0,write_all/* writeAll */.f)(1, helpOf(verb));
	return 0;
}
function printCompletion([given, ...others], verbs) {
	const shell = SHELLS.find((known) => known === given);
	if (shell === undefined || others.length > 0) {
		const found = given === undefined ? 'no shell is given' : `found ${(0,shown_text/* quote */.hD)([given, ...others].join(' '))}`;
		(0,write_all/* writeIfRead */.t)(2, `error: ${found}; expected mint-token completion ${SHELLS.join('|')}\n`);
		return 2;
	}
	(0,write_all/* writeAll */.f)(1, completionFor(shell, verbs));
	return 0;
}


/***/ }),

};

import { parseBoolean, parseChoice } from './choice.js';
import { parseGrants, type Grants, type ReadGrants } from './grants.js';
import { checkForm, checkUse, withoutConsequences } from './input-checks.js';
import type { InputName, Inputs } from './inputs.js';
import {
  DEFAULT_LIFE,
  formatDuration,
  formatInstant,
  parseDuration,
  isEndless,
  LONGEST_LIFE,
  NO_ENDLESS,
  SHORTEST_LIFE,
  type Expiry,
  type Lifetime,
  type Milliseconds,
  type Seconds,
} from './lifetime.js';
import { collectProblems, invalid, valid, type Problem, type Result } from './problem.js';
import { type OnRevokeFailure, ON_REVOKE_FAILURE } from './revoke-failure.js';
import { quote } from './shown-text.js';
import { parseTimeout } from './timeout.js';
import type { Words } from './words.js';

export type { Inputs };

/** The inputs that only some types use, as the user gave them: never empty, not trimmed. */
export type Given = (input: InputName) => string | undefined;

/** What a user asked for, with everything checked that no issuer is needed for. */
export interface Request {
  readonly type: string;
  readonly grants: Grants;
  readonly lifetime: Lifetime;
  /** As the user gave them; a name is generated for each attempt when none was given. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly given: Given;
  /** Whether the token is to be revoked, and not left to its end. */
  readonly revoke: boolean;
  /** The instant that the life was counted from. */
  readonly now: Milliseconds;
}

/** The inputs that decide how the lease is kept rather than what the token may do. */
export interface Options {
  readonly tokenFile: string | undefined;
  readonly tokenFileFormat: TokenFileFormat | undefined;
  readonly exportEnvironment: boolean;
  readonly revoke: boolean;
  readonly onRevokeFailure: OnRevokeFailure;
  /** For all of the mint; the end of the lease gets half of it. */
  readonly timeout: Milliseconds;
  readonly summary: boolean;
  readonly dryRun: boolean;
}

export const TOKEN_FILE_FORMATS = ['token', 'json', 'env'] as const;
export type TokenFileFormat = (typeof TOKEN_FILE_FORMATS)[number];

const DEFAULT_TIMEOUT: Seconds = 120;
export const LONGEST_NAME = 128;
export const LONGEST_DESCRIPTION = 200;

/** The request as far as it could be understood, with everything that is wrong with it. */
export interface ReadRequest {
  readonly request: Request;
  readonly options: Options;
  readonly problems: readonly Problem[];
}

/** What of an issuer counts for what may be asked of it. */
export interface KnownOfIssuer {
  /** The system's own name, for messages: `InfluxDB`. */
  readonly title: string;
  /** The inputs that this type uses beyond those that every type uses. */
  readonly inputs: readonly InputName[];
  /** What a token of this type does about its own end. */
  readonly expiry: Expiry;
  /** One grant of this type as a user would write it, for messages. */
  readonly grantExample: string;
  /** Whether the exported variables name a token file instead of holding the token: one is made even when none is asked for. */
  readonly exportsTokenFile: boolean;
}

/** Checks everything about the inputs that no issuer is needed for. */
export async function parseRequest(
  type: string,
  issuer: KnownOfIssuer,
  inputs: Inputs,
  now: Milliseconds,
  words: Words,
): Promise<ReadRequest> {
  const { problems, take } = collectProblems();
  problems.push(...checkForm('create', inputs), ...checkUse('create', type, issuer.inputs, inputs, words));

  const grants = await readGrants(inputs('grants') ?? '');
  // Who wrote none is shown one.
  const example = inputs('grants') === undefined ? `. An example: "${issuer.grantExample}"` : '';
  problems.push(...grants.problems.map((problem) => ({ ...problem, message: `${problem.message}${example}` })));
  const lifetime = take(await parseLifetime(issuer, inputs, now, words)) ?? { kind: 'in', seconds: DEFAULT_LIFE };
  const name = take(parseText('name', inputs('name'), LONGEST_NAME));
  const description = take(parseText('description', inputs('description'), LONGEST_DESCRIPTION));
  const options = {
    tokenFile: inputs('token_file')?.trim(),
    tokenFileFormat: take(parseChoice('token_file_format', inputs('token_file_format'), TOKEN_FILE_FORMATS)),
    exportEnvironment: take(parseBoolean('export_env', inputs, false)) ?? false,
    revoke: take(parseBoolean('revoke', inputs, true)) ?? true,
    onRevokeFailure: take(parseChoice('on_revoke_failure', inputs('on_revoke_failure'), ON_REVOKE_FAILURE)),
    timeout: (take(parseTimeout(inputs, DEFAULT_TIMEOUT)) ?? DEFAULT_TIMEOUT) * 1000,
    summary: take(parseBoolean('summary', inputs, true)) ?? true,
    dryRun: take(parseBoolean('dry_run', inputs, false)) ?? false,
  };
  if (!options.revoke && issuer.expiry.kind === 'none') {
    problems.push({
      input: 'revoke',
      message: `${issuer.title} knows no expiry, so a token that is not revoked would live for ever; remove "${words.setting('revoke', 'false')}"`,
    });
  }
  const { revoke } = options;
  const request = { type, grants: grants.grants, lifetime, name, description, given: inputs, revoke, now };
  return { request, options, problems: withoutConsequences('create', problems, inputs) };
}

/** The grants as they are written, and, where they were pasted from a command, what to write in their place. */
export async function readGrants(text: string): Promise<ReadGrants> {
  const read = parseGrants(text);
  if (read.problems.length === 0) return read;
  // Loaded here: most grants are right.
  const { explainPasted } = await import('./pasted-command.js');
  return explainPasted(text) ?? read;
}

export async function parseLifetime(
  issuer: Pick<KnownOfIssuer, 'title' | 'expiry'>,
  inputs: Inputs,
  now: Milliseconds,
  words: Words,
): Promise<Result<Lifetime>> {
  const expiresIn = inputs('expires_in')?.trim();
  const expiresAt = inputs('expires_at')?.trim();
  const zone = inputs('time_zone')?.trim();
  if (expiresAt === undefined) {
    const life = parseLife(issuer, expiresIn ?? String(DEFAULT_LIFE));
    if (zone === undefined) return life;
    return invalid(
      {
        input: 'time_zone',
        message: `it says how to read ${words.input('expires_at')}, which is not given; remove it`,
      },
      ...problemsOf(life),
    );
  }
  const end = await parseEnd(issuer, expiresAt, zone, now);
  if (expiresIn === undefined) return end;
  return invalid(
    { input: 'expires_at', message: `${words.input('expires_in')} is given too; keep one of the two` },
    ...problemsOf(parseLife(issuer, expiresIn)),
    ...problemsOf(end),
  );
}

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

function parseLife(issuer: Pick<KnownOfIssuer, 'title' | 'expiry'>, text: string): Result<Lifetime> {
  if (isEndless(text)) {
    return invalid({
      input: 'expires_in',
      message: `found ${quote(text)}, and ${NO_ENDLESS}; expected a duration such as 30m, 1h30m or 7d, at most ${formatDuration(longestOf(issuer))}`,
    });
  }
  const seconds = parseDuration('expires_in', text);
  if (!seconds.ok) return seconds;
  const problem = checkLife('expires_in', seconds.value, issuer);
  return problem === undefined ? valid({ kind: 'in', seconds: seconds.value }) : invalid(problem);
}

async function parseEnd(
  issuer: Pick<KnownOfIssuer, 'title' | 'expiry'>,
  text: string,
  zone: string | undefined,
  now: Milliseconds,
): Promise<Result<Lifetime>> {
  if (isEndless(text)) {
    return invalid({
      input: 'expires_at',
      message: `found ${quote(text)}, and ${NO_ENDLESS}; expected a date or a time such as 2026-10-30 or 2026-10-30T12:45, at most ${formatDuration(longestOf(issuer))} from now`,
    });
  }
  // Luxon is loaded for calendar times alone: most steps give a duration.
  const { parseInstant } = await import('./calendar.js');
  const instant = parseInstant(text, zone);
  if (!instant.ok) return instant;
  if (instant.value <= now) {
    const thisSecond = Math.floor(now / 1000) * 1000;
    return invalid({
      input: 'expires_at',
      message: `${quote(text)} is ${formatInstant(instant.value)}, which is past; the clock of this machine shows ${formatInstant(thisSecond)}`,
    });
  }
  const problem = checkLife('expires_at', (instant.value - now) / 1000, issuer);
  return problem === undefined ? valid({ kind: 'at', instant: instant.value }) : invalid(problem);
}

function longestOf({ expiry }: Pick<KnownOfIssuer, 'expiry'>): Seconds {
  return expiry.kind === 'none' ? LONGEST_LIFE : Math.min(expiry.longest, LONGEST_LIFE);
}

function checkLife(
  input: InputName,
  life: Seconds,
  issuer: Pick<KnownOfIssuer, 'title' | 'expiry'>,
): Problem | undefined {
  const longest = longestOf(issuer);
  // Rounded away from the limit, so that a message never calls the limit itself too short or too long.
  if (life < SHORTEST_LIFE) {
    return {
      input,
      message: `a life of ${formatDuration(Math.floor(life))} is too short to be used; expected at least 1m`,
    };
  }
  if (life > longest) {
    const limit =
      longest < LONGEST_LIFE
        ? `longer than ${issuer.title} allows here`
        : 'longer than mint-token asks for, whatever the system allows, since a token that nobody revokes has to end by itself';
    return {
      input,
      message: `a life of ${formatDuration(Math.ceil(life))} is ${limit}; expected at most ${formatDuration(longest)}`,
    };
  }
  return undefined;
}

/** Without the blanks at its ends, which a block of YAML or an output of a step brings along. */
export function parseText(input: InputName, given: string | undefined, longest: number): Result<string | undefined> {
  const text = given?.trim();
  if (text === undefined) return valid(undefined);
  const length = [...text].length;
  if (length > longest) {
    return invalid({ input, message: `the text is ${length} characters long; expected at most ${longest}` });
  }
  return valid(text);
}

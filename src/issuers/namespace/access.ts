import { posix, win32 } from 'node:path';
import type { Given } from '../../request/request.js';
import { readJsonValues, JsonSyntaxError, member } from '../../request/json-text.js';
import { formatInstant, type Milliseconds } from '../../request/lifetime.js';
import { notice, type Notice } from '../../lease/notice.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { messageOf, quote } from '../../request/shown-text.js';
import { exportedBefore, parseCredential } from '../credential.js';
import type { Access, Authentication } from '../../lease/access.js';
import { PUBLIC_TOKEN_ENDPOINT, PUBLIC_IDENTITY_ENDPOINT, type ApiContext } from './api.js';
import type { AccessFinder, FoundAccess } from '../../lease/found-access.js';
import type { Words } from '../../request/words.js';
import { parseEndpoint } from '../endpoint.js';
import { jwtPayload } from './jwt.js';
import { isTokenId } from './token.js';
import type { Surroundings } from '../../lease/surroundings.js';

interface FoundAuthentication {
  readonly authentication: Authentication;
  readonly credential: ApiContext['credential'];
  /** Where the credential came from, without the word itself: `the input credential`. */
  readonly source: string;
  readonly notices: readonly Notice[];
}

/** The audience for which Namespace takes the identity tokens of a connected GitHub organisation (github.com/namespacelabs/foundation, internal/auth/tokens.go). */
const GITHUB_AUDIENCE = 'nscloud.dev/inline-token';

/** The audience that Namespace's documentation gives to trust relationships. */
const FEDERATION_AUDIENCE = 'federation.namespaceapis.com';

/** Namespace as a credential or an identity token reaches it. */
export interface NamespaceAccess extends FoundAccess {
  readonly context: ApiContext;
}

export const finder: AccessFinder = {
  title: 'Namespace',
  inputs: ['url', 'credential', 'workspace', 'audience'],
  tokenIds: { matches: isTokenId, form: 'an id as the list has it, without blanks and slashes', mayHoldComma: false },
  findAccess,
};

export function findAccess(given: Given, surroundings: Surroundings, words: Words): Result<NamespaceAccess> {
  const { problems, take } = collectProblems();
  const place = take(findEndpoint(given, surroundings, words));
  const found = take(findAuthentication(given, surroundings, words));
  if (place === undefined || found === undefined) return invalid(...problems);
  const { endpoint, identityEndpoint } = place;
  const { authentication, credential, source, notices } = found;
  const access: Access = { endpoint, authentication };
  const context: ApiContext = { identityEndpoint, credential, source };
  return valid({
    access,
    context,
    sources: [`credential: ${source}`, place.source],
    notices,
    async openIssuedTokens(ports) {
      // Loaded here: who mints asks for no other tokens.
      const { openIssuedTokens } = await import('./issued-tokens.js');
      return openIssuedTokens(access, context, ports);
    },
  });
}

interface Place {
  readonly endpoint: string;
  readonly identityEndpoint: string;
  readonly source: string;
}

/** An endpoint that is given serves everything, so that nothing goes to a public host. The variables are those of `nsc`. */
function findEndpoint(given: Given, surroundings: Surroundings, words: Words): Result<Place> {
  const candidates = [
    { input: 'url', text: given('url'), origin: words.fromInput('url') },
    ...['NSC_IAM_ENDPOINT', 'NSC_GLOBAL_ENDPOINT'].map((name) => ({
      input: name,
      text: withScheme(surroundings.variable(name)),
      origin: `from the environment variable ${name}`,
    })),
  ];
  for (const { input, text, origin } of candidates) {
    if (text === undefined) continue;
    const endpoint = parseEndpoint(input, text);
    if (!endpoint.ok) return endpoint;
    const { value } = endpoint;
    return valid({ endpoint: value, identityEndpoint: value, source: `url: ${value}, ${origin}` });
  }
  return valid({
    endpoint: PUBLIC_TOKEN_ENDPOINT,
    identityEndpoint: PUBLIC_IDENTITY_ENDPOINT,
    source: `url: ${PUBLIC_TOKEN_ENDPOINT}, Namespace's own`,
  });
}

/** `nsc` takes a host alone and speaks TLS to it (github.com/namespacelabs/integrations, nsc/grpcapi/grpcapi.go). */
function withScheme(endpoint: string | undefined): string | undefined {
  return endpoint === undefined || endpoint.includes('://') ? endpoint : `https://${endpoint}`;
}

/**
 * Finds who asks for the token, in this order: the input `credential`; the input `workspace`, which means an identity token
 * of the job; the file of NSC_TOKEN_FILE; the token file of a runner of Namespace's; an identity token of the job, which
 * Namespace takes for organisations that its GitHub App is installed for.
 */
function findAuthentication(given: Given, surroundings: Surroundings, words: Words): Result<FoundAuthentication> {
  const input = given('credential');
  if (input !== undefined) {
    const bearer = parseBearer('credential', input);
    if (!bearer.ok) return bearer;
    const token = { secret: bearer.value, session: bearer.value.startsWith('st_') };
    return valid(withUnused(found(token, words.theInput('credential')), given, words));
  }
  const { problems, take } = collectProblems();
  const audience = take(readName('audience', given('audience'), words));
  const workspace = take(readName('workspace', given('workspace'), words));
  const authentication =
    given('workspace') === undefined
      ? take(findUngiven(audience, given, surroundings, words))
      : take(inWorkspace(workspace, audience, surroundings, words));
  return problems.length > 0 || authentication === undefined ? invalid(...problems) : valid(authentication);
}

/** Undefined for a workspace that could not be read. */
function inWorkspace(
  workspace: string | undefined,
  audience: string | undefined,
  { identityTokens, emptyCredentialHint: hint }: Surroundings,
  words: Words,
): Result<FoundAuthentication | undefined> {
  if (!identityTokens) {
    return invalid({
      input: 'workspace',
      message: [
        `a workspace means that the ${words.work} authenticates with an identity token of GitHub's, and this ${words.work} may not ask for one: ${words.allowIdentityTokens}.`,
        ...[words.withoutIdentityTokens, hint].filter((sentence) => sentence !== ''),
      ].join(' '),
    });
  }
  if (workspace === undefined) return valid(undefined);
  return valid(
    identityAuthentication(
      { audience: audience ?? FEDERATION_AUDIENCE, workspace },
      `an identity token of this ${words.work}, exchanged in the workspace ${workspace}`,
    ),
  );
}

/** What the surroundings have, where the step names neither a credential nor a workspace. */
function findUngiven(
  audience: string | undefined,
  given: Given,
  surroundings: Surroundings,
  words: Words,
): Result<FoundAuthentication> {
  const variable = surroundings.variable('NSC_TOKEN_FILE');
  if (variable !== undefined && surroundings.exported('NSC_TOKEN_FILE')) {
    const holds = 'so its file holds a minted token and not the parent';
    const instead = `Give the parent in ${words.theInput('credential')}, set ${words.theInput('workspace')} for an identity token`;
    return invalid(exportedBefore('NSC_TOKEN_FILE', holds, instead, words));
  }
  if (variable !== undefined && /^\s*(?:nsrt|nsct|nscw|st)_/.test(variable)) {
    surroundings.mask(variable);
    return invalid({
      input: 'NSC_TOKEN_FILE',
      message: `it holds a token; expected the path of a file with one. Give the token in ${words.theInput('credential')}`,
    });
  }
  if (variable !== undefined) {
    const file = readTokenFile('NSC_TOKEN_FILE', variable, surroundings);
    if (!file.ok) return file;
    if (file.value === undefined) {
      return invalid({ input: 'NSC_TOKEN_FILE', message: `it names ${quote(variable)}, and there is no such file` });
    }
    return valid(withUnused(found(file.value, `the token file ${variable} of NSC_TOKEN_FILE`), given, words));
  }

  const workload = workloadTokenFile(surroundings);
  const file = readTokenFile('credential', workload, surroundings);
  if (!file.ok) return file;
  if (file.value !== undefined) {
    return valid(withUnused(found(file.value, `the token file ${workload} of this ${words.machine}`), given, words));
  }
  if (surroundings.identityTokens) {
    return valid(
      identityAuthentication(
        { audience: audience ?? GITHUB_AUDIENCE },
        `an identity token of this ${words.work}, exchanged in the workspace that its GitHub organisation is connected to`,
      ),
    );
  }
  const hint = surroundings.emptyCredentialHint;
  return invalid({
    input: 'credential',
    message: [
      `nothing is found to authenticate at Namespace with. Looked for: ${words.theInput('credential')} (empty), ${words.theInput('workspace')} (empty),`,
      `the variable NSC_TOKEN_FILE (not set), the ${words.machine}'s token file ${workload} (absent), and an identity token of GitHub's (this ${words.work} may not ask for one).`,
      `The shortest way without a secret: ${words.allowIdentityTokens} and set ${words.theInput('workspace')} to the id of your workspace.`,
      ...[words.withoutIdentityTokens, hint].filter((sentence) => sentence !== ''),
    ].join(' '),
  });
}

function identityAuthentication(
  identity: { readonly audience: string; readonly workspace?: string },
  source: string,
): FoundAuthentication {
  return { authentication: { kind: 'identity-token', ...identity }, credential: 'identity', source, notices: [] };
}

/** `session`: it is no bearer itself, a bearer is issued from it. */
interface FileToken {
  readonly secret: string;
  readonly session: boolean;
}

function found({ secret, session }: FileToken, source: string): FoundAuthentication {
  return {
    authentication: { kind: 'secret', secret },
    credential: session ? 'session' : 'bearer',
    source,
    notices: session
      ? [notice(`${source} holds a session token; a token for one hour is issued from it to work with.`)]
      : [],
  };
}

/** Says of `workspace` and `audience`, which are about identity tokens, that another credential comes first. */
function withUnused(authentication: FoundAuthentication, given: Given, words: Words): FoundAuthentication {
  const unused = (['workspace', 'audience'] as const)
    .filter((input) => given(input) !== undefined)
    .map((input) =>
      notice(
        `${words.theInput(input)} is not used: it is about identity tokens, and ${authentication.source} comes first.`,
      ),
    );
  return { ...authentication, notices: [...authentication.notices, ...unused] };
}

/**
 * Where Namespace's runners keep the token of the workload (github.com/namespacelabs/foundation,
 * internal/providers/nscloud/metadata/paths*.go).
 */
function workloadTokenFile(surroundings: Surroundings): string {
  const { platform } = surroundings;
  const path = platform === 'win32' ? win32 : posix;
  const folder =
    platform === 'win32'
      ? path.join(surroundings.variable('ProgramData') ?? 'C:\\ProgramData', 'Namespace', 'GuestAgent', 'metadata')
      : '/var/run/nsc';
  return path.join(surroundings.variable('NSC_METADATA_DIR') ?? folder, 'token.json');
}

/**
 * Reads `{"bearer_token": "..."}`; a `session_token` beside it or alone comes first, as in `nsc`
 * (github.com/namespacelabs/integrations, auth/token.go). Other members are passed over. Undefined when there is no file.
 */
function readTokenFile(input: string, path: string, surroundings: Surroundings): Result<FileToken | undefined> {
  const problem = (message: string) => invalid({ input, message: `the token file ${quote(path)} ${message}` });
  let text: string | undefined;
  try {
    text = surroundings.secretFile(path);
  } catch (error) {
    return problem(`cannot be read: ${messageOf(error)}`);
  }
  if (text === undefined) return valid(undefined);
  const expected = 'expected {"bearer_token": "..."}, as nsc writes it';
  try {
    const [node, ...rest] = readJsonValues(text);
    if (node?.kind !== 'object' || rest.length > 0) return problem(`holds no JSON object; ${expected}`);
    for (const key of ['session_token', 'bearer_token'] as const) {
      const value = member(node, key)?.value;
      if (value === undefined || value.kind === 'null' || (value.kind === 'string' && value.text === '')) continue;
      if (value.kind !== 'string') return problem(`has a ${key} that is not a text; ${expected}`);
      surroundings.mask(value.text);
      const bearer = parseBearer(input, value.text);
      return bearer.ok ? valid({ secret: bearer.value, session: key === 'session_token' }) : bearer;
    }
    return problem(`has no bearer_token; ${expected}`);
  } catch (error) {
    // The message of a syntax error shows what it found, which is a part of a secret.
    if (error instanceof JsonSyntaxError) return problem(`is not valid JSON; ${expected}`);
    throw error;
  }
}

function parseBearer(input: string, text: string): Result<string> {
  const secret = parseCredential(input, text);
  if (!secret.ok) return secret;
  if (secret.value.startsWith('{')) {
    return invalid({
      input,
      message:
        'the value is JSON, probably the content of a token file; expected its bearer_token alone, or the path of the file in the variable NSC_TOKEN_FILE',
    });
  }
  if (secret.value.includes(' ')) {
    return invalid({ input, message: 'the value holds a blank, which no token of Namespace has; copy it again' });
  }
  return secret;
}

/** A workspace's id or an audience: one word, the blanks at its ends dropped. Undefined when not given. */
function readName(
  input: 'workspace' | 'audience',
  given: string | undefined,
  words: Words,
): Result<string | undefined> {
  const text = given?.trim();
  if (text === undefined || /^[\x21-\x7e]{1,255}$/.test(text)) return valid(text);
  return invalid({
    input,
    message: `found ${quote(text)}; expected one word of at most 255 characters, as in ${words.setting(input, input === 'workspace' ? 'tenant_1a2b3c' : FEDERATION_AUDIENCE)}`,
  });
}

/**
 * Says when the credential itself ends before the token does: then a job that is still running cannot revoke. Only
 * Namespace's own tokens of workloads and workspaces tell their end: a JWT stands behind the prefix.
 */
export function noticesOfEnd(
  { access: { authentication }, context: { source } }: NamespaceAccess,
  tokenEnd: Milliseconds,
  { work }: Words,
): readonly Notice[] {
  if (authentication.kind !== 'secret') return [];
  const end = endOfJwt(authentication.secret);
  if (end === undefined || end >= tokenEnd) return [];
  return [
    notice(
      `${source} ends at ${formatInstant(end)}, before the token that is asked for: a ${work} that runs until then cannot revoke it any more.`,
    ),
  ];
}

function endOfJwt(token: string): Milliseconds | undefined {
  const jwt = /^(?:nsct_|nscw_|st_)(.*)$/s.exec(token)?.[1];
  const { exp } = (jwt === undefined ? undefined : jwtPayload(jwt)) ?? {};
  return typeof exp === 'number' && exp > 0 && exp < 1e11 ? Math.floor(exp) * 1000 : undefined;
}

import type { HttpAnswer } from '../../http/client.js';
import { describe, type Attempt } from '../../lease/attempt.js';
import { Refused, type BornToken, type Granted, type Told } from '../../lease/issuer.js';
import { formatInstant } from '../../request/lifetime.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { maskAnswered } from '../../http/answered-secrets.js';
import { fieldsOf } from '../json-fields.js';
import { refuseUnsent } from '../unsent-mint.js';
import { isUsableSecret } from '../../lease/usable-secret.js';
import { printPermissions } from './grants.js';
import { memberOf, objectOf } from './protobuf-json.js';
import { readServiceError, unknownWords, type ServiceError } from './service-error.js';
import { listTokens } from './token-list.js';
import type { Access } from '../../lease/access.js';
import { compare, type Asked } from './compare.js';
import { differencesOf, incomparable, type Difference } from '../../lease/difference.js';
import { enumerate } from '../../request/shown-text.js';
import { idOf, readRevokableToken, type RevokableToken, type Scope } from './token.js';
import { errorOf, type Api, type ApiContext } from './api.js';
import { ALL, permissionsJson, type Permission } from './permissions.js';
import type { Words } from '../../request/words.js';

export interface Wish {
  readonly scope: Scope;
  readonly permissions: readonly Permission[];
  readonly access: Access;
  readonly context: ApiContext;
}

/** CreateRevokableToken of namespace/cloud/iam/v1beta/tokens.proto. Without a scope the server takes that of the workspace. */
export async function mint(
  { scope, permissions }: Wish,
  api: Api,
  attempt: Attempt,
  born: (token: BornToken) => void,
  ports: Ports,
): Promise<Granted> {
  const message = {
    name: attempt.name,
    description: describe(attempt),
    expiresAt: formatInstant(attempt.expiresAt),
    access: { grants: permissions },
    ...(scope === 'TENANT_SCOPE' ? {} : { scope }),
  };
  // Whatever is wrong with the rest of the answer, a token in it is a secret.
  const answer = maskAnswered(
    await refuseUnsent(api.call('CreateRevokableToken', message)),
    ['bearerToken', 'bearer_token'],
    ports.maskNew,
  );
  const created = readCreated(answer, { scope, permissions, name: attempt.name }, api, ports.words);
  born({ id: created.id, secret: created.bearer });

  const { workspace, workspaceTold } = await api.authenticate();
  const asked = { scope, permissions, workspace };
  let told: RevokableToken;
  try {
    told = readRevokableToken(created.token);
  } catch (error) {
    return {
      expiresAt: attempt.expiresAt,
      grants: permissionsJson(permissions),
      differences: [incomparable(error)],
      unconfirmed: [],
      notices: [],
    };
  }
  const { listed, notices } = await readBack(told, workspace, api);
  const token = merge([told, ...listed]);
  const granted = token.permissions ?? permissions;
  const isConfirmed = token.permissions !== undefined && token.scope !== undefined;
  return {
    expiresAt: token.expiresAt,
    grants: permissionsJson(granted),
    differences: differencesOf(() => [...compareListed(told.id, listed), ...compareAll(asked, [told, ...listed])]),
    unconfirmed: [
      ...(isConfirmed ? [] : (['grants'] as const)),
      ...(workspace === undefined || workspaceTold || token.workspace !== undefined ? [] : (['workspace'] as const)),
    ],
    notices: [...notices, ...noticesOfWildcards(permissions, granted)],
    told: readTold(created.token),
  };
}

function readTold(token: unknown): Told {
  const { createdAt } = fieldsOf(token) ?? {};
  return typeof createdAt === 'string' && /^[\dT:.-]+Z$/.test(createdAt) ? { createdAt } : {};
}

/** Of what is told twice, each is held against what was asked for, and the later end counts. */
function merge(told: readonly RevokableToken[]): Omit<RevokableToken, 'id'> {
  const ends = told.map(({ expiresAt }) => expiresAt).filter((end) => end !== undefined);
  const first = <Member extends keyof RevokableToken>(member: Member) =>
    told.map((token) => token[member]).find((value) => value !== undefined);
  return {
    workspace: first('workspace'),
    expiresAt: ends.length === 0 ? undefined : Math.max(...ends),
    scope: first('scope'),
    permissions: first('permissions'),
    state: first('state'),
  };
}

function compareAll(asked: Asked, told: readonly RevokableToken[]): readonly Difference[] {
  const all = told
    .flatMap((token) => compare(asked, token))
    .map((difference) => [JSON.stringify(difference), difference] as const);
  return [...new Map(all).values()];
}

/** An id names one token: of two in a list, one may be wider than the other. */
function compareListed(id: string, listed: readonly RevokableToken[]): readonly Difference[] {
  if (listed.length < 2) return [];
  return [{ what: 'id', asked: 'one token', granted: `${listed.length} with the id ${id} in the list` }];
}

/** A service may list the actions of a wildcard, and then it is what it lists that the token may do. */
function noticesOfWildcards(asked: readonly Permission[], granted: readonly Permission[]): readonly Notice[] {
  const hasWildcard = (permissions: readonly Permission[]) => permissions.some(({ actions }) => actions.includes(ALL));
  if (!hasWildcard(asked) || hasWildcard(granted)) return [];
  return [notice(`Namespace lists the actions that * stands for: ${enumerate(printPermissions(granted), '; ')}.`)];
}

interface Named extends Pick<Wish, 'scope' | 'permissions'> {
  readonly name: string;
}

interface Created {
  readonly id: string;
  readonly bearer: string;
  /** As it came. */
  readonly token: unknown;
}

/**
 * @throws Refused when the service says that it did nothing
 * @throws Error for every other answer without a usable token: one may have been made
 */
function readCreated(answer: HttpAnswer, asked: Named, api: Api, words: Words): Created {
  if (answer.status !== 200) throw errorOfMint(answer, asked, api, words);
  const { json } = answer;
  const bearer = memberOf(fieldsOf(json) ?? {}, 'bearerToken');
  if (!isUsableSecret(bearer)) {
    throw new Error(`${answer.what}, without a usable token${unknownWords(answer)}`);
  }
  try {
    const token = memberOf(objectOf(json, 'the answer'), 'token');
    return { id: idOf(objectOf(token, 'the token')), bearer, token };
  } catch (error) {
    throw new Error(`${answer.what}, without the id of the token`, { cause: error });
  }
}

function errorOfMint(answer: HttpAnswer, asked: Named, api: Api, words: Words): Error {
  // Too many requests are refused before anything is done, whoever on the way says so.
  if (answer.status === 429) {
    return new Refused(`${answer.what}${unknownWords(answer)}. Try again later, or mint less often`);
  }
  const error = readServiceError(answer);
  return errorOf(answer, 'create', api, error === undefined ? '' : adviceOnMint(error, asked, words));
}

function adviceOnMint({ code, missing }: ServiceError, { scope, permissions, name }: Named, words: Words): string {
  switch (code) {
    case 'already_exists':
      return `Names are unique in a workspace, and ${JSON.stringify(name)} is taken. Remove ${words.theInput('name')}, so that each attempt gets a name of its own, or put the run and its attempt into it: ${words.uniqueSetting('name', 'deploy')}`;
    case 'permission_denied':
      return scope === 'TENANT_SCOPE' && missing.every((permission) => permission.startsWith('token/revokable'))
        ? `Only administrators of a workspace mint tokens for all of it; ${words.setting('type', 'namespace/user')} mints one that is bound to the membership of the user behind the credential`
        : '';
    case 'invalid_argument':
      return permissions.some(({ actions }) => actions.includes(ALL))
        ? 'Namespace may refuse * as an action in a revokable token: list the actions instead'
        : '';
    default:
      return '';
  }
}

/** Reads back from the list what the answer left out. What the list does not tell either stays unknown. */
async function readBack(
  token: RevokableToken,
  workspace: string | undefined,
  api: Api,
): Promise<{ readonly listed: readonly RevokableToken[]; readonly notices: readonly Notice[] }> {
  const told = [token.expiresAt, token.scope, token.permissions].every((member) => member !== undefined);
  if (told && (workspace === undefined || token.workspace !== undefined)) return { listed: [], notices: [] };
  try {
    return { listed: await findListed(token.id, api), notices: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      listed: [],
      notices: [warning(`The answer leaves out what was granted, and it could not be read back. ${error.message}.`)],
    };
  }
}

/** @throws Refused when the credential may not list */
async function findListed(id: string, api: Api): Promise<readonly RevokableToken[]> {
  const found: RevokableToken[] = [];
  for await (const fields of listTokens(api)) {
    if (memberOf(fields, 'tokenId') === id) found.push(readRevokableToken(fields));
  }
  return found;
}

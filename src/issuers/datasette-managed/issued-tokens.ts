import type { Access } from '../../lease/access.js';
import type { IssuedTokens, ReadToken } from '../../lease/issued-tokens.js';
import type { ListedToken } from '../../lease/listed-token.js';
import { Stopped, type Ports } from '../../lease/ports.js';
import { askActor, openApi, type Api } from './api.js';
import type { ListedRow, TokenPage } from './pages.js';
import { readRestrictions } from './restrictions-text.js';
import { getToken, listPages, openTokens } from './tokens.js';

/** The tokens that the plugin keeps: it shows all of them to whoever asks. */
export async function openIssuedTokens(access: Access, ports: Ports): Promise<IssuedTokens> {
  const api = openApi(access, ports);
  const credential = await askActor(api, api.credential);
  const own = credential?.['token'] === 'dsatok' ? String(credential['token_id']) : undefined;
  const { revoke, byHand } = openTokens(access, {}, ports);
  const listed = (row: ListedRow | TokenPage) => listedOf(row, own);
  return {
    serverAhead: api.client.serverAhead,
    list: (mayLack) => listTokens(api, listed, mayLack),
    async read(ids) {
      const read: ReadToken[] = [];
      for (const id of ids) read.push(await readToken(api, id, id === own, listed));
      return read;
    },
    revoke: (id) => revoke(id),
    byHand: (id) => byHand({ id }),
  };
}

type Listed = (row: ListedRow | TokenPage) => ListedToken;

async function* listTokens(
  api: Api,
  listed: Listed,
  mayLack: (why: string) => void,
): AsyncGenerator<ListedToken, void> {
  let told = false;
  for await (const { rows, mayCreate } of listPages(api)) {
    if (!mayCreate && !told) {
      told = true;
      mayLack('the credential may create none, so it is not sure that it is known there');
    }
    for (const row of rows) if (row.status !== 'Revoked') yield listed(row);
  }
}

async function readToken(api: Api, id: string, isCredential: boolean, listed: Listed): Promise<ReadToken> {
  try {
    const page = await getToken(api, id, api.credential);
    return page === undefined || page.status === 'Revoked' ? { kind: 'absent' } : { kind: 'read', token: listed(page) };
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return { kind: 'unreadable', error, isCredential };
  }
}

function listedOf(
  { id, status, description, restrictions, ends }: ListedRow | TokenPage,
  own: string | undefined,
): ListedToken {
  const granted = readRestrictions(restrictions);
  return {
    id,
    type: 'datasette/managed',
    name: undefined,
    description: description === '' ? undefined : description,
    status,
    // The pages tell times of the server's own zone, without saying which that is.
    createdAt: undefined,
    expiresAt: ends ? undefined : 'never',
    grants: granted,
    // Any token of an actor may revoke the others of that actor, whatever else it may do.
    managesTokens: true,
    isCredential: id === own,
  };
}

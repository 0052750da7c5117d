import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { startDatasette, type DatasetteServer } from '../../end-to-end/datasette-server.js';
import { readList } from '../../../src/issuers/datasette-managed/pages.js';
import { payload, signToken } from '../../../src/issuers/datasette/token.js';

/** An actor of its own on a real Datasette that keeps tokens, so that scenarios that run at the same time do not meet. */
export interface RealActor {
  readonly url: string;
  /** A signed token that may create others. */
  readonly parent: string;
  mintedTokens(): Promise<readonly string[]>;
  othersIntact(): Promise<boolean>;
}

const SECRET = 'not-a-real-secret-of-the-datasette-under-test';
/** The server knows who may create tokens from its start on. */
const ACTORS = Array.from({ length: 200 }, (_, index) => `ci-bot-${index}`);

let started: Promise<{ readonly server: DatasetteServer; readonly folder: string }> | undefined;
let used = 0;

/** One server for all scenarios of a file. */
export async function createRealActor(othersDescription: string): Promise<RealActor> {
  started ??= start();
  const { server } = await started;
  const actor = ACTORS[used++];
  if (actor === undefined) throw new Error('there are not enough actors for so many scenarios');
  const createdAt = Math.floor(Date.now() / 1000);
  const parent = signToken(payload({ actor, createdAt, life: 3600, restrictions: undefined }), SECRET);
  const living = () => livingOf(server, actor);
  for (const description of ['somebody', othersDescription]) await addToken(server, parent, description);
  const others = await living();
  return {
    url: server.url,
    parent,
    mintedTokens: async () => (await living()).filter((id) => !others.includes(id)),
    othersIntact: async () => {
      const now = await living();
      return others.length === 2 && others.every((id) => now.includes(id));
    },
  };
}

async function start(): Promise<{ readonly server: DatasetteServer; readonly folder: string }> {
  const program = process.env['MINT_TOKEN_DATASETTE'];
  if (program === undefined) throw new Error('MINT_TOKEN_DATASETTE names no program');
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-datasette-'));
  return { server: await startDatasette(program, folder, { secret: SECRET, tokenMakers: ACTORS }), folder };
}

afterAll(async () => {
  if (started === undefined) return;
  const { server, folder } = await started;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function addToken({ url }: DatasetteServer, parent: string, description: string): Promise<void> {
  const answer = await fetch(`${url}/-/api/tokens/create`, {
    method: 'POST',
    headers: { authorization: `Bearer ${parent}` },
    body: new URLSearchParams({ description, expire_type: 'hours', expire_duration: '1' }),
  });
  if (answer.status !== 200) throw new Error(`Datasette made no token: ${answer.status} ${await answer.text()}`);
}

/** The ids of the tokens of an actor that work. */
async function livingOf({ url }: DatasetteServer, actor: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let query: string | undefined = ''; query !== undefined;) {
    const page = await (await fetch(`${url}/-/api/tokens${query}`)).text();
    const { rows, next } = readList(page);
    const cells = new Map(
      [...page.matchAll(/<a href="tokens\/(\d+)">[^]*?<td>[^<]*\(([^<)]*)\)<\/td>/g)].map(([, id, owner]) => [
        id,
        owner,
      ]),
    );
    ids.push(...rows.filter(({ id, status }) => status === 'Active' && cells.get(id) === actor).map(({ id }) => id));
    query = next === undefined ? undefined : `?next=${next}`;
  }
  return ids;
}

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { startInfluxdb, textAt, type InfluxdbServer } from '../../end-to-end/influxdb-server.js';

/** An organisation of its own on a real InfluxDB, so that scenarios that run at the same time do not meet. */
export interface RealOrganization {
  readonly url: string;
  readonly name: string;
  /** An all-access token of the organisation. */
  readonly parent: string;
  mintedTokens(): Promise<readonly string[]>;
  othersIntact(): Promise<boolean>;
}

export interface RealInfluxdb {
  addOrganization(othersDescription: string): Promise<RealOrganization>;
}

let started: Promise<{ readonly server: InfluxdbServer; readonly folder: string }> | undefined;

/** One server for all scenarios of a file. */
export async function createRealInfluxdb(): Promise<RealInfluxdb> {
  started ??= start();
  const { server } = await started;
  return { addOrganization: (othersDescription) => addOrganization(server, othersDescription) };
}

async function start(): Promise<{ readonly server: InfluxdbServer; readonly folder: string }> {
  const program = process.env['MINT_TOKEN_INFLUXD'];
  if (program === undefined) throw new Error('MINT_TOKEN_INFLUXD names no program');
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-influxdb-'));
  return { server: await startInfluxdb(program, join(folder, 'data')), folder };
}

afterAll(async () => {
  if (started === undefined) return;
  const { server, folder } = await started;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function addOrganization(server: InfluxdbServer, othersDescription: string): Promise<RealOrganization> {
  const name = `acme-${randomUUID()}`;
  const orgID = textAt(await ask(server, 'POST', '/api/v2/orgs', { name }), 'id');
  await ask(server, 'POST', '/api/v2/buckets', { orgID, name: 'iot-center', retentionRules: [] });
  const userID = textAt(await ask(server, 'GET', '/api/v2/me'), 'id');
  const types = ['authorizations', 'buckets'];
  const permissions = [
    ...types.flatMap((type) => ['read', 'write'].map((action) => ({ action, resource: { type, orgID } }))),
    ...['read', 'write'].map((action) => ({ action, resource: { type: 'users', id: userID } })),
    { action: 'read', resource: { type: 'orgs', id: orgID } },
  ];
  const addToken = (description: string) =>
    ask(server, 'POST', '/api/v2/authorizations', { orgID, description, permissions });
  const parent = await addToken('parent');
  const others = [textAt(await addToken('somebody'), 'id'), textAt(await addToken(othersDescription), 'id')];
  const known = new Set([textAt(parent, 'id'), ...others]);
  const ids = async () => {
    const list = (await ask(server, 'GET', `/api/v2/authorizations?orgID=${orgID}`)) as {
      readonly authorizations: readonly unknown[];
    };
    return list.authorizations.map((item) => textAt(item, 'id'));
  };
  return {
    url: server.url,
    name,
    parent: textAt(parent, 'token'),
    mintedTokens: async () => (await ids()).filter((id) => !known.has(id)),
    othersIntact: async () => {
      const now = await ids();
      return others.every((id) => now.includes(id));
    },
  };
}

async function ask(server: InfluxdbServer, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `Token ${server.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`InfluxDB: ${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

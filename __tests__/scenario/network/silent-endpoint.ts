import type { TestContext } from 'vitest';
import { createFakeServer, type FakeServer } from '../../fakes/faults.js';

/**
 * An endpoint that nobody may ask anything: what comes to it is recorded, and with it the credential that came along. It
 * agrees to everything, so that a step that asks it does not notice.
 */
export async function startSilentEndpoint({
  onTestFinished,
}: Pick<TestContext, 'onTestFinished'>): Promise<Pick<FakeServer, 'url' | 'requests'>> {
  const server = await createFakeServer(({ method }) => ({
    status: method === 'DELETE' ? 204 : 200,
    headers: { 'content-type': 'application/json' },
    body: method === 'DELETE' ? '' : '{"success":true}',
  }));
  onTestFinished(() => server.close());
  return server;
}

/** Everything by which an issuer's endpoint and credential are found in the environment, of another one. */
export function ambientOf(url: string): Readonly<Record<string, string>> {
  return {
    INFLUX_HOST: url,
    INFLUX_TOKEN: 'not-a-real-token-of-another-server',
    INFLUX_ORG: 'another',
    INFLUX_ORG_ID: '0123456789abcdef',
    NSC_IAM_ENDPOINT: url,
    NSC_GLOBAL_ENDPOINT: url,
    NSC_TOKEN_FILE: '/no/such/folder/of/another/token.json',
    SN_TOKEN_ID: 'not-a-real-token-id0',
    SN_TOKEN_SECRET: 'not-a-real-secret-of-another-server',
    DATASETTE_SECRET: 'not-a-real-secret-of-another-datasette-server',
  };
}

/** Inputs of another step, all of them: none may reach post. */
export function inputsOfAnother(url: string): Readonly<Record<string, string>> {
  return {
    type: 'influxdb',
    url,
    credential: 'not-a-real-secret-of-another-step',
    credential_id: 'not-a-real-token-id0',
    org: 'another',
    user: 'somebody',
    workspace: 'tenant_other',
    audience: 'another',
    actor: 'root',
    grants: '',
    expires_in: 'x',
    name: 'another',
    token_file: 'elsewhere',
    revoke: 'false',
    on_revoke_failure: 'warn',
    timeout: '1s',
    dry_run: 'true',
    summary: 'x',
  };
}

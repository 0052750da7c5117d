import { afterEach, expect, test, vi } from 'vitest';
import { openRuns } from '../../../src/github/runs.js';
import { runKey } from '../../../src/lease/runs.js';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { createFakeGithub } from '../../fakes/github.js';
import { networkOf } from '../../fakes/network.js';
import { createTestPorts } from '../http/test-ports.js';

const RUN = { repository: 'octo-org/octo-repo', run: '17', attempt: '1' };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0).reverse()) await close();
});

test('a variable that names no proxy is told by its name, before Octokit stumbles over it', async () => {
  vi.stubEnv('https_proxy', 'http://[');
  const ports = createTestPorts({ network: await networkOf({ https_proxy: 'http://[' }) });
  const forge = { apiUrl: 'https://api.github.example', token: 'not-a-real-token' };
  await expect(openRuns(forge, ports)).rejects.toThrow(/https_proxy/);
});

test('GitHub is asked through the proxy of everything else', async () => {
  const fake = await createFakeGithub();
  closing.push(() => fake.close());
  fake.addRun({ ...RUN, run: 17, attempt: 1, status: 'in_progress', updatedAt: '2026-11-24T12:00:00Z' });
  // No DNS knows the name: only the proxy leads there.
  const routes = { 'api.github.example:80': Number(new URL(fake.url).port) };
  const proxy = await startForwardProxy({ routes });
  closing.push(() => proxy.close());
  const ports = createTestPorts({ network: await networkOf({ http_proxy: proxy.url }) });
  const runs = await openRuns({ apiUrl: 'http://api.github.example', token: fake.token }, ports);
  const states = await runs.ask([RUN], () => undefined);
  expect(states.get(runKey(RUN))).toEqual({ kind: 'alive', status: 'in_progress' });
  expect(proxy.asked).toEqual(['api.github.example:80']);
});

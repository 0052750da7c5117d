import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJob } from '../../runner/job.mjs';
import { inputs as datasetteInputs, newDatasette } from '../datasette-step.js';
import { newAuthority, putBehindSecureProxy } from './issuer-behind-proxy.js';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';
import { recordLoading, type LoadedModules } from './recorded-loading.js';

/** Everything of a step that could bring a module with it. */
const everything = { export_env: 'true', token_file: 'token' };

/** To load undici takes about as long as to start Node. TLS takes half of that, and is needed only where it is spoken. */
describe.each(ISSUERS)('$name: main and post', (issuer) => {
  it('load neither undici nor TLS over plain HTTP', async (test) => {
    const { environment, loaded } = await recordLoading(test);
    const { main, post, left } = await runLeasedJob(issuer, { with: everything, environment });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
    for (const { modules } of await loadedByBoth(loaded)) {
      expect(modules).toContain('NativeModule net');
      expect(costly(modules)).toEqual([]);
    }
  });

  it('load TLS over HTTPS and through a proxy, and not undici', async (test) => {
    const { environment, loaded } = await recordLoading(test);
    const authority = await newAuthority('ours', test);
    const { issuer: secured, proxy } = await putBehindSecureProxy(issuer, authority, test);
    const { main, left } = await runLeasedJob(secured, {
      with: everything,
      environment: { ...environment, https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authority.file },
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(left).toEqual([]);
    for (const { modules } of await loadedByBoth(loaded)) expect(costly(modules)).toEqual(['NativeModule tls']);
  });
});

describe('datasette: main and post', () => {
  it.for(['with', 'without'])('load neither undici nor TLS, %s a server to try the token at', async (how, test) => {
    const { environment, loaded } = await recordLoading(test);
    await using server = await newDatasette();
    const job = await createJob({ actionDirectory: ACTION_DIRECTORY, environment });
    test.onTestFinished(() => job.dispose());
    const url = how === 'with' ? { url: server.url } : {};
    const main = await job.runAction({ with: { ...datasetteInputs, ...everything, ...url } });
    expect(main.conclusion, main.log).toBe('success');
    expect((await job.end()).conclusion).toBe('success');
    for (const { modules } of await loadedByBoth(loaded)) expect(costly(modules)).toEqual([]);
  });
});

async function loadedByBoth(loaded: () => Promise<readonly LoadedModules[]>): Promise<readonly LoadedModules[]> {
  const processes = await loaded();
  expect(processes.map(({ entry }) => basename(entry, '.js'))).toEqual(['mint', 'post']);
  return processes;
}

function costly(modules: readonly string[]): readonly string[] {
  return modules.filter((name) => /undici|^NativeModule tls$/.test(name));
}

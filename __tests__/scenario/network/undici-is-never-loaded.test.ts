import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJob } from '../../runner/job.mjs';
import { inputs as datasetteInputs, newDatasette } from '../datasette-step.js';
import { newAuthority, putBehindSecureProxy, type Finishing } from './issuer-behind-proxy.js';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

const HOOK = new URL('../record-loaded-modules.mjs', import.meta.url).href;

/** Everything of a step that could bring a module with it. */
const everything = { export_env: 'true', token_file: 'token' };

/** To load undici takes about as long as to start Node. TLS takes half of that, and is needed only where it is spoken. */
describe.each(ISSUERS)('$name: main and post', (issuer) => {
  it('load neither undici nor TLS over plain HTTP', async (test) => {
    const { environment, loaded } = await recording(test);
    const { main, post, left } = await runLeasedJob(issuer, { with: everything, environment });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
    for (const modules of await loaded()) {
      expect(modules).toContain('NativeModule net');
      expect(costly(modules)).toEqual([]);
    }
  });

  it('load TLS over HTTPS and through a proxy, and not undici', async (test) => {
    const { environment, loaded } = await recording(test);
    const authority = await newAuthority('ours', test);
    const { issuer: secured, proxy } = await putBehindSecureProxy(issuer, authority, test);
    const { main, left } = await runLeasedJob(secured, {
      with: everything,
      environment: { ...environment, https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: authority.file },
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(left).toEqual([]);
    for (const modules of await loaded()) expect(costly(modules)).toEqual(['NativeModule tls']);
  });
});

describe('datasette: main and post', () => {
  it.for(['with', 'without'])('load neither undici nor TLS, %s a server to try the token at', async (how, test) => {
    const { environment, loaded } = await recording(test);
    await using server = await newDatasette();
    const job = await createJob({ actionDirectory: ACTION_DIRECTORY, environment });
    test.onTestFinished(() => job.dispose());
    const url = how === 'with' ? { url: server.url } : {};
    const main = await job.runAction({ with: { ...datasetteInputs, ...everything, ...url } });
    expect(main.conclusion, main.log).toBe('success');
    expect((await job.end()).conclusion).toBe('success');
    for (const modules of await loaded()) expect(costly(modules)).toEqual([]);
  });
});

/** The environment of a job whose main and post record what they load, and what they have recorded. */
async function recording({ onTestFinished }: Finishing) {
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-loaded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'loaded');
  return {
    environment: { NODE_OPTIONS: `--import=${HOOK}`, LOADED_MODULES: file },
    loaded: async (): Promise<readonly (readonly string[])[]> => {
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
      const processes = lines.map((line) => JSON.parse(line) as { entry: string; modules: readonly string[] });
      expect(processes.map(({ entry }) => basename(dirname(entry)))).toEqual(['main', 'post']);
      return processes.map(({ modules }) => modules);
    },
  };
}

function costly(modules: readonly string[]): readonly string[] {
  return modules.filter((name) => /undici|^NativeModule tls$/.test(name));
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportVariables, type Finishing } from './issuer-behind-proxy.js';
import { ISSUERS, type IssuerUnderTest } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

const HOOK = new URL('../record-environment.mjs', import.meta.url).href;

/** With these a name leads to another host: by another domain behind it, or another name in its place. */
const LATER = {
  LOCALDOMAIN: 'evil.example',
  RES_OPTIONS: 'ndots:15',
  HOSTALIASES: '/none',
  RESOLV_HOST_CONF: '/none',
};

/** The issuer under a name, which has to be looked up. */
const byName = (issuer: IssuerUnderTest): IssuerUnderTest => ({
  ...issuer,
  async start(onRequest) {
    const running = await issuer.start(onRequest);
    return {
      ...running,
      inputs: { ...running.inputs, url: running.inputs['url']?.replace('127.0.0.1', 'localhost') ?? '' },
    };
  },
});

async function temporaryFolder({ onTestFinished }: Finishing): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-names-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe.each(ISSUERS)('$name: post', (mint) => {
  it.for<Readonly<Record<string, string>>>([{}, { LOCALDOMAIN: 'corp.example', RES_OPTIONS: 'attempts:3' }])(
    'looks names up with the settings of main, not with those of a later step: %o',
    async (settings, test) => {
      const file = join(await temporaryFolder(test), 'looked-up');
      const { main, post, left } = await runLeasedJob(byName(mint), {
        environment: { ...settings, NODE_OPTIONS: `--import=${HOOK}`, LOOKED_UP: file },
        between: (job) => exportVariables(job, LATER),
      });
      expect(main.conclusion, main.log).toBe('success');
      expect(post.conclusion, post.log).toBe('success');
      expect(left).toEqual([]);
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
      const processes = lines.map((line) => JSON.parse(line) as { entry: string; environment: Record<string, string> });
      expect(processes.map(({ entry }) => basename(entry))).toEqual(['mint.js', 'post.js']);
      for (const { environment } of processes) {
        const found = Object.entries(environment).filter(([name]) => name in LATER);
        expect(Object.fromEntries(found)).toEqual(settings);
      }
    },
  );

  it('sends nothing when the file of HOSTALIASES that main had is another', async (test) => {
    const file = join(await temporaryFolder(test), 'aliases');
    await writeFile(file, 'issuer issuer.corp.example\n');
    let seen = 0;
    const { main, post, requests, left } = await runLeasedJob(mint, {
      environment: { HOSTALIASES: file },
      with: { on_revoke_failure: 'fail' },
      between: async (_job, issuer) => {
        seen = issuer.requests().length;
        await writeFile(file, 'issuer evil.example\n');
      },
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('failure');
    expect(post.annotations[0]?.message).toMatch(
      /the file of HOSTALIASES is gone or was changed: .*Revoke it by hand: \S/,
    );
    expect(requests).toHaveLength(seen);
    expect(left).toHaveLength(1);
  });
});

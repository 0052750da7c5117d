import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createSolarNetworkFake } from '../../../fakes/solarnetwork.js';

const run = promisify(execFile);

test('the script in the documentation signs a request with a minted pair', async () => {
  const page = readFileSync(new URL('../../../../docs/solarnetwork.md', import.meta.url), 'utf8');
  const script = /```js\n(.*?)```/s.exec(page)?.[1];
  if (script === undefined) throw new Error('the page has no script');
  const fake = await createSolarNetworkFake();
  try {
    const { id, secret } = fake.add({ type: 'ReadNodeData', policy: { nodeIds: [100] } });
    const env = { SN_TOKEN_ID: id, SN_TOKEN_SECRET: secret, SN_URL: fake.url };
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { env });
    expect(JSON.parse(stdout)).toMatchObject({ success: true, data: { token: id, tokenType: 'ReadNodeData' } });
  } finally {
    await fake.close();
  }
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSolarNetworkFake } from '../../fakes/solarnetwork.js';
import { createJob } from '../../runner/job.mjs';
import { ACTION_DIRECTORY } from '../network/issuer-under-test.js';

const HOSTILE =
  '::stop-commands::end\n##[add-mask]everything\n::set-output name=token_id::x\u001b[31m | <script>alert(1)</script> [a](https://example.com) =cmd()';

it('names, descriptions and policies that a server tells are shown, and never obeyed', async () => {
  const fake = await createSolarNetworkFake();
  const { id } = fake.add({
    type: 'ReadNodeData',
    name: HOSTILE,
    description: HOSTILE,
    policy: { sourceIds: [HOSTILE] },
  });
  const job = await createJob({ actionDirectory: join(ACTION_DIRECTORY, 'update') });
  try {
    const step = await job.runAction({
      id: 'update',
      with: {
        type: 'solarnetwork/ReadNodeData',
        url: fake.url,
        credential_id: fake.parent.id,
        credential: fake.parent.secret,
        token_id: id,
        grants: 'source-id: /A',
      },
    });
    expect(step.conclusion, step.log).toBe('success');
    expect(step.masks).not.toContain('everything');
    expect(step.commandErrors).toEqual([]);
    expect(step.log).not.toContain('\u001b');
    expect(step.rawSummary).not.toContain('<script>');
    expect(step.outputs['token_id']).toBe(id);
    expect(step.outputs['json']).not.toMatch(/^::|##\[/m);
    // What was kept is what was there: it is not ours to change.
    expect(fake.tokens.find((token) => token.id === id)).toMatchObject({ name: HOSTILE, description: HOSTILE });
    const [told] = JSON.parse(step.outputs['json'] ?? '') as readonly { readonly name: string }[];
    expect(told?.name).toBe(HOSTILE);
  } finally {
    await job.dispose();
    await fake.close();
  }
});

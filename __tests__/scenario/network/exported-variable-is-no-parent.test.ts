import { describe, expect, it } from 'vitest';
import { createJob } from '../../runner/job.mjs';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';

const NOTHING_TO_AUTHENTICATE_WITH = {
  credential: undefined,
  credential_id: undefined,
  workspace: undefined,
  audience: undefined,
};

describe.each(ISSUERS)('$name: a token that an earlier mint of the job exported', (issuer) => {
  it('is no parent for another one, whatever was minted since', async () => {
    const running = await issuer.start();
    const job = await createJob({ actionDirectory: ACTION_DIRECTORY, context: running.context });
    try {
      const exporting = { ...running.inputs, export_env: 'true' };
      for (const id of ['first', 'second']) {
        const { conclusion, log } = await job.runAction({ with: exporting, id });
        expect(conclusion, log).toBe('success');
      }
      const third = await job.runAction({ with: { ...exporting, ...NOTHING_TO_AUTHENTICATE_WITH }, id: 'third' });
      expect(third.conclusion).toBe('failure');
      expect(third.outputs).toEqual({});
      const messages = third.annotations.map(({ message }) => message);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) {
        expect(message).toMatch(
          /^[A-Z_]+: an earlier mint of this job exported this variable|No environment variable is read for it\./,
        );
      }
      await job.end();
      expect(await running.left()).toEqual([]);
    } finally {
      await job.dispose();
      await running.close();
    }
  });
});

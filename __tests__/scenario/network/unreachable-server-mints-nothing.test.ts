import { describe, expect, it } from 'vitest';
import { createJob } from '../../runner/job.mjs';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';

/** Nothing listens there: the port is that of a service that nobody runs (RFC 1078), and no system gives it out. */
const CLOSED_URL = 'http://127.0.0.1:1';

describe.each(ISSUERS)('$name: a server that refuses the connection', (issuer) => {
  it('is tried until the time is over, named, and leaves post with nothing to fail about', async () => {
    const running = await issuer.start();
    const job = await createJob({ actionDirectory: ACTION_DIRECTORY, context: running.context });
    try {
      const main = await job.runAction({ with: { ...running.inputs, url: CLOSED_URL, timeout: '6s' } });
      expect(main.conclusion).toBe('failure');
      const errors = main.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain(CLOSED_URL);
      expect(errors[0]).toMatch(/refused/i);
      expect(errors[0]).toMatch(/Tried \d+ times in [56] s/);
      expect(main.outputs).toEqual({});
      const { posts, conclusion } = await job.end();
      expect(posts.map((post) => post.conclusion)).toEqual(['success']);
      // Main failed; post adds nothing to it.
      expect(conclusion).toBe('failure');
      expect(await running.left()).toEqual([]);
    } finally {
      await job.dispose();
      await running.close();
    }
  });
});

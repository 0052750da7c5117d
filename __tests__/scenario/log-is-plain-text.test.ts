import { describe, expect, it } from 'vitest';

import { inputs, newJob } from './datasette-step.js';

describe('the log', () => {
  it.each([{}, { FORCE_COLOR: '1' }, { CLICOLOR_FORCE: '1', TERM: 'xterm-256color' }])(
    'has no codes of a terminal, whatever the environment asks for: %j',
    async (environment) => {
      await using job = await newJob({ environment });
      await job.runAction({ with: { ...inputs, grants: '*: execute-sql', expires_in: '2h' } });
      await job.runAction({ with: { ...inputs, grants: 'x' }, id: 'failing' });
      await job.end();
      // No control character at all but the ends of its lines.
      expect(job.rawLog).not.toMatch(/[^\P{Cc}\n]/u);
    },
  );
});

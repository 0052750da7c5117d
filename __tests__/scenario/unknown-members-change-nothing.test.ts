import { expect, it } from 'vitest';

import { always, rewriteJson } from '../fakes/faults.js';
import { inputs, newDatasette, newJob } from './datasette-step.js';

it('members that nobody knows in the answer of the server change nothing, and are shown nowhere', async () => {
  const hostile = '::stop-commands::x <b>[click](https://evil.example)</b>';
  const rewrite = rewriteJson((body) => ({
    ...body,
    actor: { ...(body['actor'] as object), name: hostile, [hostile]: { _r: {}, id: 'root' } },
  }));
  await using server = await newDatasette({ onRequest: always('GET', '/-/actor.json', { kind: 'rewrite', rewrite }) });
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, url: server.url } });
  expect(step.conclusion, step.log).toBe('success');
  expect(JSON.parse(step.outputs['grants'] ?? '')).toStrictEqual({
    r: { mydb: { mytable: ['insert-row', 'update-row'] } },
  });
  expect(step.rawLog + step.rawSummary).not.toContain('evil.example');
});

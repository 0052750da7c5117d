import { expect, it } from 'vitest';
import { createFakeServer } from '../../fakes/faults.js';
import { exportVariables } from './issuer-behind-proxy.js';
import { ISSUERS, type IssuerUnderTest } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

/** On a runner that takes what says who the job is from the environment, as act does; GitHub's sets it for each step anew. */
function inEnvironment(issuer: IssuerUnderTest): IssuerUnderTest {
  return {
    ...issuer,
    async start(onRequest) {
      const { context, ...running } = await issuer.start(onRequest);
      return { ...running, context: {}, environment: context };
    },
  };
}

const byIdentity = ISSUERS.filter(({ name }) => name === 'namespace by identity token');

it.for(byIdentity)('$name: post asks nobody else who it is, whatever a later step sets', async (mint, test) => {
  const other = await createFakeServer(() => ({ status: 200, headers: {}, body: '{"value":"not-a-real-token"}' }));
  test.onTestFinished(() => other.close());
  const { main, post, left } = await runLeasedJob(inEnvironment(mint), {
    between: (job) => exportVariables(job, { ACTIONS_ID_TOKEN_REQUEST_URL: `${other.url}/token?api-version=2.0` }),
  });
  expect(main.conclusion, main.log).toBe('success');
  expect(post.conclusion, post.log).toBe('success');
  expect(other.requests).toEqual([]);
  expect(left).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { createIdentityProvider, GITHUB_ISSUER } from '../../fakes/identity-provider.js';
import { createNamespaceFake, MACHINE, WORKSPACE } from '../../fakes/namespace.js';
import { createJob } from '../../runner/job.mjs';
import { ACTION_DIRECTORY } from './issuer-under-test.js';

const AUDIENCE = 'federation.namespaceapis.com';

describe('an identity token that no trust relationship accepts', () => {
  it.each([
    'repo:octo-org/octo-repo:ref:refs/heads/main',
    'repo:octo-org@583231/octo-repo@1296269:environment:production',
  ])('is shown by what it says, with the relationship that would accept it: %s', async (subject) => {
    const identityProvider = await createIdentityProvider({ subject });
    const trusts = [{ subjectMatch: 'repo:octo-org/other:*', audience: AUDIENCE, caller: MACHINE }];
    const fake = await createNamespaceFake({ identityProvider, trusts });
    const job = await createJob({
      actionDirectory: ACTION_DIRECTORY,
      context: {
        ACTIONS_ID_TOKEN_REQUEST_URL: identityProvider.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityProvider.requestToken,
      },
    });
    try {
      const inputs = { type: 'namespace', url: fake.url, workspace: WORKSPACE, grants: 'builder *: ensure' };
      const { conclusion, annotations, rawLog } = await job.runAction({ with: inputs });
      expect(conclusion).toBe('failure');
      const [error] = annotations.map(({ message }) => message);
      expect(error).toContain(`iss "${GITHUB_ISSUER}", sub "${subject}", aud "${AUDIENCE}"`);
      expect(error).toContain(`--subject-match ${subject} --audience ${AUDIENCE}`);
      // Of the token itself nothing is shown but what it says.
      const spoken = rawLog.split('\n').filter((line) => !line.startsWith('::add-mask::'));
      expect(spoken.join('\n')).not.toMatch(/eyJ[\w-]{8}/);
      expect(fake.tokens).toEqual([]);
    } finally {
      await job.dispose();
      await Promise.all([fake.close(), identityProvider.close()]);
    }
  });
});

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createIdentityProvider } from '../fakes/identity-provider.js';
import { createNamespaceFake, MACHINE, WORKSPACE } from '../fakes/namespace.js';
import { createWorkplace, runJob } from './act-runner.js';
import { realProgram } from './real-program.js';

const act = realProgram('MINT_TOKEN_ACT', '.ci/install-act.sh');

const AUDIENCE = 'federation.namespaceapis.com';

const workflow = `
name: Consumer
on: push
jobs:
  without-a-secret:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: acme/mint-token@v1
        id: mint
        with:
          type: namespace
          workspace: ${WORKSPACE}
          url: \${{ env.NAMESPACE }}
          grants: |
            instance *: list, get
            builder *: ensure, access
          expires_in: 30m
          export_env: true
      - run: |
          cp "$NSC_TOKEN_FILE" "$EVIDENCE/token.json"
          printf '%s' "$NSC_TOKEN_FILE" > "$EVIDENCE/path"
          cat "$NSC_TOKEN_FILE"
      - run: exit 3
`;

describe.skipIf(act === undefined)('a job that proves who it is', () => {
  test('needs no stored secret, in main and in post, and leaves neither a token nor its file', async () => {
    const identityProvider = await createIdentityProvider({ repository: 'acme/consumer' });
    const namespace = await createNamespaceFake({
      identityProvider,
      trusts: [{ subjectMatch: 'repo:acme/consumer:*', audience: AUDIENCE, caller: MACHINE }],
    });
    const workplace = await createWorkplace(resolve(import.meta.dirname, '..', '..'), {
      '.github/workflows/consumer.yml': workflow,
    });
    try {
      const { exitCode, log } = await runJob(act ?? '', workplace, 'without-a-secret', {
        secrets: {},
        env: {
          NAMESPACE: namespace.url,
          ACTIONS_ID_TOKEN_REQUEST_URL: identityProvider.requestUrl,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityProvider.requestToken,
        },
      });
      // The step after the mint fails on purpose.
      expect(exitCode, log).toBe(1);
      const file = await readFile(join(workplace.evidence, 'token.json'), 'utf8');
      const { bearer_token: token } = JSON.parse(file) as { readonly bearer_token: string };
      expect(file).toBe(`{\n  "bearer_token": "${token}"\n}`);
      expect(namespace.tokens).toHaveLength(1);
      expect(namespace.living()).toEqual([]);
      expect(identityProvider.audiences).toEqual([AUDIENCE, AUDIENCE]);
      expect(log).toContain('***');
      for (const secret of [token, ...namespace.exchanged, identityProvider.requestToken])
        expect(log).not.toContain(secret);
      const path = await readFile(join(workplace.evidence, 'path'), 'utf8');
      await expect(readFile(path)).rejects.toThrow('ENOENT');
    } finally {
      await workplace.remove();
      await namespace.close();
      await identityProvider.close();
    }
  });
});

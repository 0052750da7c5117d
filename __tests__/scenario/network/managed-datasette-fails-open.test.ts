import { describe, expect, it } from 'vitest';
import type { FakeManagedDatasette } from '../../fakes/datasette-managed.js';
import { managedDatasette, startManagedDatasette, type IssuerUnderTest } from './issuer-under-test.js';
import { runLeasedJob, type JobPlan } from './leased-job.js';

/*
 * The plugin answers what it does not understand as what it does, with a token that may do everything for ever, or with the page
 * of a token that it did not revoke.
 */

/** @param onTheWay what becomes of the body of a form, by something between */
function withForms(onTheWay: (body: string, path: string) => string): IssuerUnderTest {
  return { ...managedDatasette, start: (onRequest) => startManagedDatasette(onRequest, onTheWay) };
}

const create = (body: string, path: string, change: (form: URLSearchParams) => string): string =>
  path.endsWith('/create') ? change(new URLSearchParams(body)) : body;

const without = (form: URLSearchParams, names: readonly string[]): string => {
  for (const name of names) form.delete(name);
  return form.toString();
};

describe('a form that the server misreads', () => {
  it.each<[string, (form: URLSearchParams) => string]>([
    ['as one that is empty, as it does with JSON', (form) => JSON.stringify(Object.fromEntries(form))],
    ['without its description and its life', (form) => without(form, ['description', 'expire_type'])],
    ['with a duration that is none', (form) => `${form.toString()}&expire_duration=1.5`],
    ['with a unit that is none', (form) => `${form.toString()}&expire_type=weeks`],
    ['with a longer life', (form) => `${form.toString()}&expire_type=days`],
    ['without a life', (form) => without(form, ['expire_type'])],
    [
      'without its restrictions',
      (form) =>
        without(
          form,
          [...form.keys()].filter((key) => key.includes(':')),
        ),
    ],
  ])('%s makes a token that is revoked at once and never handed on', async (_, change) => {
    const issuer = withForms((body, path) => create(body, path, change));
    const { main, post, leftByMain, left, othersIntact } = await runLeasedJob(issuer, {
      with: { export_env: 'true', token_file: 'token.json' },
    });
    expect(main.conclusion).toBe('failure');
    expect(main.log).toMatch(/did not grant what was asked for/);
    expect(main.outputs).toEqual({});
    expect(main.exported).toEqual({});
    expect(leftByMain).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    expect(post.conclusion, post.log).toBe('success');
  });

  it('makes a token without a description, which post revokes too when main was killed before it could', async () => {
    const issuer = withForms((body, path) => create(body, path, () => '{}'));
    const { left, othersIntact, post } = await runLeasedJob(issuer, {
      // While it tries the token.
      fault: ({ role, step, ofRole }) =>
        role === 'complete' && step.phase === 'main' && ofRole === 0
          ? { kind: 'callback', beforeActing: () => step.signal('SIGKILL') }
          : undefined,
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it('revokes nothing, and is told by the token itself, which still works', async () => {
    const issuer = withForms((body, path) => (path.endsWith('/create') ? body : '{"revoke": 1}'));
    const { main, post, left } = await runLeasedJob(issuer, { with: { on_revoke_failure: 'fail' } });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion).toBe('failure');
    expect(post.log).toMatch(/but the token still works/);
    expect(post.log).toContain('-d revoke=1');
    expect(left).toHaveLength(1);
  });
});

describe('a token whose row was deleted, and whose number was given to another', () => {
  /** As who has the database can, between main and post. */
  const givenAway =
    (description: string | null): NonNullable<JobPlan['between']> =>
    (_job, running) => {
      const { fake } = running as typeof running & { readonly fake: FakeManagedDatasette };
      const { id } = fake.rows.at(-1) ?? { id: 0 };
      fake.delete(id);
      expect(fake.add({ actor: 'ci-bot', description }).id).toBe(id);
      return Promise.resolve();
    };

  it.each(['deploys the site', null])('is not touched by post, which says what happened (%j)', async (description) => {
    const { main, post, left } = await runLeasedJob(managedDatasette, {
      with: { on_revoke_failure: 'fail' },
      between: givenAway(description),
    });
    expect(post.conclusion).toBe('failure');
    expect(post.log).toMatch(/does not bear the marker of this lease, so it was not touched/);
    expect(left).toEqual([main.outputs['token_id']]);
  });
});

describe('a token that is gone before the job ends', () => {
  it.each<[string, (fake: FakeManagedDatasette, id: number) => void]>([
    [
      'was deleted',
      (fake, id) => {
        fake.delete(id);
      },
    ],
    [
      'was revoked',
      (fake, id) => {
        for (const row of fake.rows) if (row.id === id) row.status = 'R';
      },
    ],
  ])('since it %s is said to be gone', async (_, end) => {
    const { post } = await runLeasedJob(managedDatasette, {
      between: (_job, running, main) => {
        end(
          (running as typeof running & { readonly fake: FakeManagedDatasette }).fake,
          Number(main.outputs['token_id']),
        );
        return Promise.resolve();
      },
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.log).toMatch(/was revoked already, or is gone/);
  });

  it('is revoked by itself when the credential was revoked meanwhile', async () => {
    const { post, left } = await runLeasedJob(managedDatasette, {
      between: (_job, running) => {
        for (const row of (running as typeof running & { readonly fake: FakeManagedDatasette }).fake.rows) {
          if (row.id === 1) row.status = 'R';
        }
        return Promise.resolve();
      },
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });
});

describe('the token of a lost answer', () => {
  it('is found beyond the first page, when others were made since', async () => {
    let fake: FakeManagedDatasette | undefined;
    const issuer: IssuerUnderTest = {
      ...managedDatasette,
      start: async (onRequest) => {
        const running = await startManagedDatasette(onRequest);
        ({ fake } = running);
        // Old ones, that are not looked at.
        for (let count = 0; count < 100; count++)
          fake.add({ createdAt: Math.floor(Date.now() / 1000) - 90_000, life: null });
        return running;
      },
    };
    const { main, post, requests, left } = await runLeasedJob(issuer, {
      with: { timeout: '20s' },
      fault: ({ role, ofRole }) => {
        if (role !== 'mint' || ofRole > 0) return undefined;
        return {
          kind: 'act-then-reset',
          afterActing: () => {
            for (let count = 0; count < 65; count++) fake?.add({ actor: 'ci-bot' });
          },
        };
      },
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(main.log).toMatch(/was found and revoked/);
    // But the 65 of others.
    expect(left.filter((id) => Number(id) > 103)).toHaveLength(65);
    expect(post.conclusion, post.log).toBe('success');
    const pages = requests.map(({ target }) => target).filter((target) => target.includes('?next='));
    // Two more than the first, by main and by post; the last of them has old ones on it. All are six.
    expect(pages).toHaveLength(4);
  });
});

import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: nothing is asked of the server', (issuer) => {
  it.each([
    ['without grants', { grants: '' }, /^grants: no grant is given/],
    ['for grants of comments alone', { grants: '# to be done\n' }, /^grants: no grant is given/],
    [
      'for grants that cannot be read',
      { grants: 'anything' },
      /^grants, line 1, column 9: the line ends without a colon/,
    ],
    ['for JSON that grants nothing', { grants: '{}' }, /^grants/],
    ['for a list that grants nothing', { grants: '[]' }, /^grants/],
    ['for a life that is no time', { expires_in: '0' }, /^expires_in: found "0"/],
  ])('%s', async (_what, inputs, problem) => {
    const { main, post, requests, left } = await runLeasedJob(issuer, { with: inputs });
    expect(main.conclusion).toBe('failure');
    const errors = main.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).not.toEqual([]);
    for (const error of errors) expect(error).toMatch(problem);
    expect(main.outputs).toEqual({});
    expect(requests).toEqual([]);
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });
});

describe.each(ISSUERS)('$name: a dry run', (issuer) => {
  it('asks, and mints nothing', async () => {
    const roles = new Set<string>();
    const { main, post, leftByMain, left } = await runLeasedJob(issuer, {
      with: { dry_run: 'true' },
      fault: ({ role }) => {
        roles.add(role);
        return undefined;
      },
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(Object.keys(main.outputs).toSorted()).toEqual(['expires_at', 'grants', 'name', 'type']);
    expect([...roles]).toEqual(['prepare']);
    expect(leftByMain).toEqual([]);
    expect(post.log).toContain('nothing to revoke: no token was asked for');
    expect(left).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { allAccessPermissions, createFakeInfluxdb } from '../../fakes/influxdb.js';
import { createJob } from '../../runner/job.mjs';
import { ACTION_DIRECTORY, ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

const HOSTILE = [
  '::stop-commands::end-it-all',
  '##[set-output name=token]not-a-real-token',
  '##[add-mask]mask-everything',
  '\u001b[31mred\u001b[0m',
  '<script>alert(1)</script> [link](https://example.com) | table |',
].join('\n');

const bodies = {
  'in the shape of InfluxDB': JSON.stringify({ code: 'forbidden', message: HOSTILE }),
  'in the shape of Namespace': JSON.stringify({ code: 'permission_denied', message: HOSTILE }),
  'in the shape of SolarNetwork': JSON.stringify({ success: false, code: 'X', message: HOSTILE }),
  'as plain text': HOSTILE,
};

describe.each(ISSUERS)('$name: what a server says in an error', (issuer) => {
  it.each(Object.entries(bodies))('(%s) is shown and never obeyed', async (_, body) => {
    const { main, post, log, left } = await runLeasedJob(issuer, {
      with: { timeout: '10s' },
      fault: ({ role }) => (role === 'mint' ? { kind: 'status', status: 403, act: false, body } : undefined),
    });
    expect(main.conclusion).toBe('failure');
    expect(main.outputs).toEqual({});
    expect(main.masks).not.toContain('mask-everything');
    expect(main.commandErrors).toEqual([]);
    expect(log).not.toContain('\u001b');
    expect(main.rawSummary).toBe('');
    // A runner that had stopped its commands would not take these for annotations.
    expect(main.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });

  it('of the credential and the signature that it was sent shows neither', async () => {
    let sent = '';
    const { main, credentials } = await runLeasedJob(issuer, {
      with: { timeout: '10s' },
      fault({ role, request: { headers } }) {
        if (role !== 'mint') return undefined;
        sent = headers.authorization ?? '';
        const message = `cannot take ${sent}`;
        const body = JSON.stringify({ success: false, code: 'permission_denied', message });
        return { kind: 'status', status: 403, act: false, body };
      },
    });
    expect(main.conclusion).toBe('failure');
    // Of a system that answers with pages nothing is repeated.
    if (!issuer.name.startsWith('datasette/managed')) expect(main.log).toContain('cannot take');
    // The last word of the header: a bearer, a token, or the signature of this one request.
    const secret = /(?<=Signature=)\w+$|(?<= )[^ ]+$/.exec(sent)?.[0] ?? '';
    expect(secret.length).toBeGreaterThan(16);
    const spoken = main.rawLog.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    for (const shown of [secret, ...credentials]) expect(spoken.join('\n')).not.toContain(shown);
  });

  it('of 10 MB does not fill the log', async () => {
    const { main } = await runLeasedJob(issuer, {
      with: { timeout: '10s' },
      fault: ({ role }) =>
        role === 'mint'
          ? {
              kind: 'status',
              status: 403,
              act: false,
              body: JSON.stringify({ success: false, code: 'forbidden', message: 'x'.repeat(9_900_000) }),
            }
          : undefined,
    });
    expect(main.conclusion).toBe('failure');
    // Of what people read: the masks of long secrets are many lines, whatever a server says.
    expect(main.log.length).toBeLessThan(4_000);
  });
});

describe('a name that a server tells', () => {
  it.each(['##[add-mask]mask-everything', 'x\n::add-mask::mask-everything', '\u001b[31mred'])(
    '%j is shown in the log and never obeyed',
    async (name) => {
      const fake = await createFakeInfluxdb();
      const job = await createJob({ actionDirectory: ACTION_DIRECTORY });
      try {
        const orgID = fake.addOrganization('acme');
        const userID = fake.addUser('ci');
        const bucket = fake.addBucket(orgID, name);
        const { token } = fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
        const main = await job.runAction({
          with: {
            type: 'influxdb',
            url: fake.url,
            org: orgID,
            credential: token,
            grants: `buckets id=${bucket}: read`,
          },
        });
        expect(main.conclusion, main.log).toBe('success');
        expect(main.log).toContain(`(id ${bucket}): read`);
        expect(main.masks).not.toContain('mask-everything');
        expect(main.rawLog).not.toContain('\u001b');
        expect(main.rawLog).not.toContain('##[');
        await job.end();
      } finally {
        await job.dispose();
        await fake.close();
      }
    },
  );
});

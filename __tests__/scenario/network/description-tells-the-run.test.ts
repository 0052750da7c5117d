import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../src/lease/marker.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob, type LeasedJob } from './leased-job.js';

/** The description as the job sent it: in a query, a form or JSON. */
function sentDescription({ requests }: LeasedJob): string {
  const texts = requests.map(({ target, body }) => decodeURIComponent(`${target}\n${body}`.replaceAll('+', '%20')));
  const [, description] = /[="]((?:[\w-]+ )?Nightly import \[mint-token [^\]]*\])/.exec(texts.join('\n')) ?? [];
  return description ?? '';
}

describe.each(ISSUERS)('$name: the description of a token', (issuer) => {
  it('ends with the run that it belongs to and its forge', async () => {
    const job = await runLeasedJob(issuer, {
      with: { description: 'Nightly import' },
      context: { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'octo/import', GITHUB_RUN_ID: '42' },
    });
    const description = readDescription(sentDescription(job));
    expect(description).toMatchObject({
      kind: 'marked',
      text: expect.stringMatching(/Nightly import$/) as string,
      marker: {
        origin: { at: 'git.example', repository: 'octo/import', run: '42', attempt: '1', job: 'build' },
        untilExpiry: false,
      },
    });
    // InfluxDB and Namespace know whole seconds; where milliseconds tell tokens apart, each asks for an end of its own.
    const end = Date.parse(job.main.outputs['expires_at'] ?? '');
    expect(Math.abs(end - (description.kind === 'marked' ? description.marker.expiresAt : 0))).toBeLessThan(10_000);
  });

  it.skipIf(issuer.name.startsWith('influxdb'))(
    'says so when the end of the run is not to be that of the token',
    async () => {
      const job = await runLeasedJob(issuer, { with: { description: 'Nightly import', revoke: 'false' } });
      expect(readDescription(sentDescription(job))).toMatchObject({ marker: { untilExpiry: true } });
    },
  );
});

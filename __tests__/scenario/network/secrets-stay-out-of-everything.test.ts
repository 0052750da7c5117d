import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';
import { formsOf } from '../../../src/host/secret-forms.js';

describe.each(ISSUERS)('$name: the credential and the token', (issuer) => {
  it('are masked in every form, and stand in no log, annotation, summary or record', async () => {
    const { main, post, log, credentials } = await runLeasedJob(issuer, {
      with: { export_env: 'true' },
      between: async (job) => {
        const token = job.outputs('mint')['token'] ?? '';
        await job.runCommand([process.execPath, '-e', PRINT_IN_EVERY_WAY], { env: { SECRET: token } });
      },
    });
    const token = main.outputs['token'] ?? '';
    expect(token.length).toBeGreaterThan(8);
    const forms = [token, ...credentials].flatMap((secret) => [...formsOf(secret)]);
    for (const form of forms) expect(main.masks).toContain(form);
    for (const secret of [token, ...credentials]) {
      expect(log).not.toContain(secret);
      for (const step of [main, post]) {
        const said = step.rawLog.split('\n').filter((line) => !line.startsWith('::add-mask::'));
        expect(said.join('\n')).not.toContain(secret);
        expect(step.rawSummary).not.toContain(secret);
        expect(JSON.stringify(step.annotations)).not.toContain(secret);
      }
    }
    // In state a secret is its own whole value, which the runner's debug log masks.
    expect(main.state['record']).not.toContain('not-a-real');
    expect(log.match(/LEAK-.*/g)).toEqual(Array.from({ length: 5 }, () => 'LEAK-***'));
  });
});

/** What people do with a token in a log, in five lines, each after a word that must be followed by a mask. */
const PRINT_IN_EVERY_WAY = `
  const secret = process.env.SECRET;
  const bytes = Buffer.from(secret);
  const forms = [secret, bytes.toString('hex'), bytes.toString('hex').toUpperCase(), encodeURIComponent(secret), JSON.stringify({ secret }).slice(11, -2)];
  for (const form of forms) console.log('LEAK-' + form);
`;

import { describe, expect, it } from 'vitest';

import { inputs, newJob, nodeScript, outputOf, warningsOf } from './datasette-step.js';

const GUESSABLE =
  'The secret has fewer than 32 characters, and everything signed with it, such as a token or a cookie, can be used to guess it. Give the server a long random one.';

describe('a secret that a log may show, or a token give away, is used, and warned about', () => {
  it.each([
    ['is shorter than any mask but its own', 'Q7!x', /^The credential is so short that only its exact text is masked/],
    ['is of short lines', 'abc1234\ndef4567\nghi7890', /^The credential has lines of fewer than 8 characters\. They are not/],
    ['has one short line', `not-a-real-secret-${'x'.repeat(20)}\nshort`, /^The credential has lines of fewer than 8/],
  ])('one that %s', async (_, credential, warning) => {
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, credential } });
    expect(outputOf(step, 'token')).toMatch(/^dstok_/);
    const warnings = [expect.stringMatching(warning), ...(credential.length < 32 ? [GUESSABLE] : [])];
    expect(warningsOf(step)).toStrictEqual(warnings);
  }); // prettier-ignore

  it.each([
    ['x'.repeat(31), [GUESSABLE]],
    ['x'.repeat(32), []],
  ])('one of Datasette that can be guessed, as its server makes none: %s', async (credential, warnings) => {
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, credential: '' }, env: { DATASETTE_SECRET: credential } });
    expect(outputOf(step, 'token')).toMatch(/^dstok_/);
    expect(warningsOf(step)).toStrictEqual(warnings);
  });

  it('its exact text does not show in a later step', async () => {
    await using job = await newJob();
    await job.runAction({ with: { ...inputs, credential: 'Q7!x' } });
    const later = await job.runCommand(nodeScript('console.log("it is", process.env.S)'), { env: { S: 'Q7!x' } });
    expect(later.log).toBe('it is ***');
  });
});

describe.each(['1', 'build'])('a proxy whose password is %s', (password) => {
  const proxy = `http://ci:${password}@proxy.example:3128`;

  it.each(['http_proxy', 'https_proxy', 'HTTPS_PROXY'])(
    'is used, warned about, and garbles no log (%s)',
    async (name) => {
      await using job = await newJob({ environment: { [name]: proxy } });
      const step = await job.runAction({ with: { ...inputs, description: 'build 1 of 1' } });
      expect(warningsOf(step)).toStrictEqual([
        expect.stringMatching(
          new RegExp(`^The password of the proxy in ${name.toLowerCase()} is so short that it is masked only where`),
        ),
      ]);
      expect(step.log).toContain('description: build 1 of 1');
      expect(step.masks).toContain(`ci:${password}@proxy.example:3128`);
      const { posts } = await job.end();
      for (const { masks } of [step, ...posts]) {
        for (const mask of masks) expect(mask.length).toBeGreaterThanOrEqual(8);
      }
    },
  );

  it('does not show in the URL, nor in the header that is made of it', async () => {
    await using job = await newJob({ environment: { https_proxy: proxy } });
    await job.runAction({ with: inputs });
    const basic = Buffer.from(`ci:${password}`).toString('base64');
    const later = await job.runCommand(
      nodeScript(`console.log(process.env.https_proxy); console.log('Basic ${basic}'); console.log('build 1')`),
    );
    expect(later.log.split('\n')).toStrictEqual(['http://***', 'Basic ***', 'build 1']);
  });
});

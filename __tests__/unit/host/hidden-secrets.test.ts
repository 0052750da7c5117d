import { describe, expect, it, vi } from 'vitest';

import { outputOf } from '../runner/step-process.js';
import { hideSecrets, type NamedSecret } from '../../../src/host/hidden-secrets.js';
import { maskSecret } from '../../../src/runner/masks.js';

function hide(...secrets: readonly NamedSecret[]) {
  let told: readonly string[] = [];
  const written = outputOf(() => {
    told = hideSecrets(secrets, maskSecret).map(({ message }) => message);
  });
  return { told, masks: written.split('\n').filter((line) => line !== '') };
}

const named = (text: string): NamedSecret => ({ what: 'The credential', text });

describe('a secret that a log may show all the same', () => {
  it.each([
    ['Q7!x', /^The credential is so short that only its exact text is masked, not its encoded forms/],
    [' Q7!y7!\n', /^The credential is so short that only its exact text is masked/],
    ['abc1234\ndef4567\nghi7890', /^The credential has lines of fewer than 8 characters\. They are not masked/],
    ['not-a-real-line\r\nshort', /^The credential has lines of fewer than 8 characters/],
  ])('is warned about: %j', (text, warning) => {
    expect(hide(named(text)).told).toStrictEqual([expect.stringMatching(warning)]);
  });

  it('is warned about where a runner cannot be told to mask it', () => {
    vi.stubEnv('ACT', 'true');
    try {
      const { told, masks } = hide(named('not::a-real[secret]'));
      expect(told).toStrictEqual([
        expect.stringMatching(/^The credential holds both :: and \].*cannot be told to mask/),
      ]);
      expect(masks.join('\n')).not.toContain('[secret]');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('is warned about once, however often and with whatever blanks it is read', () => {
    const { told } = hide(named('Q8!x'), named('Q8!x\n'), { what: 'The credential in INFLUX_TOKEN', text: ' Q8!x' });
    expect(told).toHaveLength(1);
  });

  it.each(['', '  ', 'not-a-real-secret', '12345678', 'not-a-real-line\nand-another-one\n', 'not-a-real-line\n\n'])(
    'is none: %j',
    (text) => {
      expect(hide(named(text)).told).toStrictEqual([]);
    },
  );

  it('is masked before anything is said of any', () => {
    const { masks } = hide(named('Q9!x'), named('not-a-real-secret-after-a-short-one'));
    expect(masks).toContain('::add-mask::Q9!x');
    expect(masks).toContain('::add-mask::not-a-real-secret-after-a-short-one');
    expect(masks.every((line) => line.startsWith('::add-mask::'))).toBe(true);
  });
});

describe('a short secret that nobody but its owner knows for one', () => {
  it.each(['1', 'build', 'main', '2026'])('is masked where it is used, and no word of a log is: %s', (text) => {
    const within = [`ci:${text}@proxy.example`, Buffer.from(`ci:${text}`).toString('base64'), 'short'];
    const { told, masks } = hide({ what: 'The password of the proxy in https_proxy', text, within });
    expect(told).toStrictEqual([
      expect.stringMatching(/^The password of the proxy in https_proxy is so short that it is masked only where/),
    ]);
    expect(masks).toContain(`::add-mask::ci:${text}@proxy.example`);
    for (const mask of masks) expect(mask.replace('::add-mask::', '').length).toBeGreaterThanOrEqual(8);
  });

  it('is masked like any other when it is long', () => {
    const { told, masks } = hide({ what: 'The password', text: 'not-a-real-password', within: ['x@proxy.example'] });
    expect(told).toStrictEqual([]);
    expect(masks).toContain('::add-mask::not-a-real-password');
    expect(masks).not.toContain('::add-mask::x@proxy.example');
  });
});

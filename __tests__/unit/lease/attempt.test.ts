import fc from '../../properties.js';
import { describe as suite, expect, test } from 'vitest';
import { describe, isDescribedBy, newAttempt, type AttemptWish } from '../../../src/lease/attempt.js';
import { MINTERS, type Origin } from '../../../src/lease/origin.js';
import { HOUR } from '../../../src/request/lifetime.js';

const NOW = Date.UTC(2026, 9, 30, 12, 45, 0, 250);
const ORIGIN: Origin = { repository: 'octo-org/octo-repo', run: '1658821493', attempt: '2', job: 'deploy' };
const WISH: AttemptWish = {
  name: undefined,
  description: undefined,
  lifetime: { kind: 'in', seconds: HOUR },
  expiry: { kind: 'second', longest: 365 * 24 * HOUR },
  origin: ORIGIN,
  revoke: true,
};

/** Any origin, as a runner could name it and as it could not. */
const hostile = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('', '?', ' ', '[mint-token lease=', ']', '\n::warning::x', '🚀'.repeat(300), 'a'.repeat(1000)),
);
const origin: fc.Arbitrary<Origin> = fc.record(
  { at: hostile, by: fc.constantFrom(...MINTERS), repository: hostile, run: hostile, attempt: hostile, job: hostile },
  { requiredKeys: ['repository', 'run', 'attempt', 'job'] },
);

suite('the marker', () => {
  test('tells the lease, the run and the end', () => {
    const { leaseId, marker } = newAttempt(WISH, NOW);
    expect(leaseId).toMatch(/^[0-9a-f]{32}$/);
    expect(marker).toBe(
      `[mint-token lease=${leaseId} repo=octo-org/octo-repo run=1658821493/2 job=deploy expires=2026-10-30T13:45:00Z]`,
    );
  });

  test('says where the run was, and that its end is not that of the token when it is not to be revoked', () => {
    const origin: Origin = { ...ORIGIN, at: 'git.example' };
    expect(newAttempt({ ...WISH, origin, revoke: false }, NOW).marker).toContain(
      ' expires=2026-10-30T13:45:00Z at=git.example until=expiry]',
    );
  });

  test('and the name put one sign for any number of characters that they cannot hold', () => {
    const { marker, name } = newAttempt({ ...WISH, origin: { ...ORIGIN, job: 'build (ubuntu, 20)' } }, NOW);
    expect(marker).toContain(' job=build_ubuntu_20_~');
    expect(name).toMatch(/-build-ubuntu-20-[0-9a-f]{32}$/);
  });

  test('is of one attempt alone', () => {
    const attempts = Array.from({ length: 100 }, () => newAttempt(WISH, NOW));
    for (const key of ['leaseId', 'marker', 'name'] as const) {
      expect(new Set(attempts.map((attempt) => attempt[key])).size).toBe(attempts.length);
    }
  });
});

suite('the description that is sent', () => {
  test('is the text of the user and the marker, or the marker alone', () => {
    const bare = newAttempt(WISH, NOW);
    expect(bare.description).toBe('');
    expect(describe(bare)).toBe(bare.marker);
    const described = newAttempt({ ...WISH, description: 'Nightly sync' }, NOW);
    expect(describe(described)).toBe(`Nightly sync ${described.marker}`);
  });

  test('is found by its own marker, whatever the user wrote, and by no other', () => {
    const other = newAttempt(WISH, NOW);
    const description = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(other.marker, `${other.marker} `, '[mint-token lease=', other.marker.slice(0, -1), ']'),
    );
    fc.assert(
      fc.property(description, origin, (description, origin) => {
        const attempt = newAttempt({ ...WISH, description, origin }, NOW);
        const sent = describe(attempt);
        expect(isDescribedBy(sent, attempt)).toBe(true);
        expect(isDescribedBy(sent, other)).toBe(false);
        expect(sent.startsWith(description)).toBe(true);
      }),
    );
  });

  test('is not found when only a part of it, or something behind it, is the marker', () => {
    const attempt = newAttempt(WISH, NOW);
    expect(isDescribedBy(`${attempt.marker} and more`, attempt)).toBe(false);
    expect(isDescribedBy(attempt.marker.slice(1), attempt)).toBe(false);
    expect(isDescribedBy('', attempt)).toBe(false);
  });

  test('fits what the issuer keeps of it', () => {
    fc.assert(
      fc.property(origin, fc.boolean(), (origin, revoke) => {
        const description = '🚀'.repeat(200);
        const attempt = newAttempt({ ...WISH, origin, revoke, description, longestDescription: 512 }, NOW);
        expect([...describe(attempt)].length).toBeLessThanOrEqual(512);
        expect(isDescribedBy(describe(attempt), attempt)).toBe(true);
      }),
    );
    const long = { ...ORIGIN, repository: 'r'.repeat(140), run: 'c'.repeat(40), job: 'j'.repeat(64) };
    const wish = { ...WISH, origin: long, longestDescription: 512 };
    expect(newAttempt({ ...wish, description: 'x'.repeat(200) }, NOW).marker).not.toContain(' job=');
    expect(newAttempt({ ...wish, description: 'x'.repeat(20) }, NOW).marker).toContain(' job=');
    const anyLength = newAttempt({ ...wish, description: 'x'.repeat(200), longestDescription: undefined }, NOW);
    expect(anyLength.marker).toContain(' job=');
  });
});

suite('the name', () => {
  test('of the user is used as it is', () => {
    expect(newAttempt({ ...WISH, name: ' Nightly sync 🚀 ' }, NOW).name).toBe(' Nightly sync 🚀 ');
  });

  test('is made of the run and the lease id when the user gives none', () => {
    const { leaseId, name } = newAttempt(WISH, NOW);
    expect(name).toBe(`mint-token-octo-repo-1658821493-2-deploy-${leaseId}`);
  });

  test('has at most 128 letters, digits and hyphens, and ends with the lease id, whatever the run is called', () => {
    fc.assert(
      fc.property(origin, (origin) => {
        const { leaseId, name } = newAttempt({ ...WISH, origin }, NOW);
        expect(name.length).toBeLessThanOrEqual(128);
        expect(name).toMatch(/^mint-token(?:-[A-Za-z0-9]+)+$/);
        expect(name.endsWith(`-${leaseId}`)).toBe(true);
      }),
    );
  });

  test('tells the run also in a repository of a long name', () => {
    const repository = `octo-org/${'r'.repeat(100)}`;
    expect(newAttempt({ ...WISH, origin: { ...ORIGIN, repository } }, NOW).name).toContain('-1658821493-2-deploy-');
  });
});

suite('the end that is asked for', () => {
  test('is a whole second, where the system knows seconds or none', () => {
    for (const expiry of [WISH.expiry, { kind: 'none' }] as const) {
      expect(newAttempt({ ...WISH, expiry }, NOW)).toMatchObject({
        startedAt: NOW,
        expiresAt: Date.UTC(2026, 9, 30, 13, 45),
      });
    }
  });

  test('is the fixed instant, whenever the attempt is made', () => {
    const instant = Date.UTC(2026, 11, 31);
    const wish: AttemptWish = { ...WISH, lifetime: { kind: 'at', instant } };
    expect(newAttempt(wish, NOW).expiresAt).toBe(instant);
    expect(newAttempt(wish, NOW + 5_000).expiresAt).toBe(instant);
  });

  test('is spread over the ten seconds before the wanted one, where the system knows milliseconds', () => {
    const expiry = { kind: 'millisecond', longest: 365 * 24 * HOUR } as const;
    const wanted = Date.UTC(2026, 9, 30, 13, 45);
    const early = Array.from({ length: 3_000 }, () => wanted - newAttempt({ ...WISH, expiry }, NOW).expiresAt);
    expect(early.every((difference) => Number.isInteger(difference) && difference >= 0 && difference < 10_000)).toBe(
      true,
    );
    // Of 3,000 draws out of 10,000 about 2,592 differ; less than 2,400 does not happen by chance.
    expect(new Set(early).size).toBeGreaterThan(2_400);
    expect(Math.min(...early)).toBeLessThan(200);
    expect(Math.max(...early)).toBeGreaterThan(9_800);
  });

  test('is in the marker to the millisecond', () => {
    const attempt = newAttempt({ ...WISH, expiry: { kind: 'millisecond', longest: HOUR } }, NOW);
    const told = /expires=(?<end>[^\]]+)\]$/.exec(attempt.marker)?.groups?.['end'];
    expect(Date.parse(told ?? '')).toBe(attempt.expiresAt);
  });
});

import { describe, expect, it } from 'vitest';
import { clockAhead, warningsOf } from '../datasette-step.js';
import { ISSUERS, type IssuerUnderTest } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** SolarNetwork takes no signature that is 15 minutes off. */
const farthest = ({ name }: IssuerUnderTest) => (name.startsWith('solarnetwork') ? 14 * MINUTE : 2 * HOUR);

describe.each(ISSUERS)('$name: the life of a token', (issuer) => {
  it.each([
    ['ahead of', 1],
    ['behind', -1],
  ])(
    'is as asked for by the clock of the server when that of this machine is %s it, which is said',
    async (_, sign) => {
      const { main, post, left } = await runLeasedJob(issuer, {
        with: { expires_in: '10m' },
        environment: clockAhead(sign * farthest(issuer)),
      });
      expect(main.conclusion, main.log).toBe('success');
      const lives = Date.parse(main.outputs['expires_at'] ?? '') - Date.now();
      expect(lives).toBeLessThanOrEqual(11 * MINUTE);
      expect(lives).toBeGreaterThanOrEqual(9 * MINUTE);
      expect(Number(main.outputs['expires_in'])).toBeGreaterThanOrEqual(9 * 60);
      expect(Number(main.outputs['expires_in'])).toBeLessThanOrEqual(11 * 60);
      const direction = sign > 0 ? 'ahead of' : 'behind';
      expect(warningsOf(main).join('\n')).toMatch(
        new RegExp(
          `The clock of this machine is \\S+(?: \\S+)? ${direction} that of the server, by the Date of its answers`,
        ),
      );
      expect(post.conclusion, post.log).toBe('success');
      expect(post.annotations).toEqual([]);
      expect(left).toEqual([]);
    },
  );

  it('that is given by an instant stays as it is', async () => {
    const end = new Date(Math.floor(Date.now() / 1000) * 1000 + HOUR);
    const { main, left } = await runLeasedJob(issuer, {
      with: { expires_at: end.toISOString() },
      environment: clockAhead(10 * MINUTE),
    });
    expect(main.conclusion, main.log).toBe('success');
    // SolarNetwork's is up to 10 s earlier, at a millisecond of its own; managed tokens of Datasette live for whole minutes from there, which is said.
    const off = end.getTime() - Date.parse(main.outputs['expires_at'] ?? '');
    expect(off).toBeGreaterThanOrEqual(0);
    expect(off).toBeLessThan(issuer.name.startsWith('datasette/managed') ? 70_000 : 10_000);
    expect(left).toEqual([]);
  });

  it('is not touched by a clock that is half a minute off', async () => {
    const { main, left, requests } = await runLeasedJob(issuer, { environment: clockAhead(30_000) });
    expect(main.conclusion, main.log).toBe('success');
    expect(main.log).not.toContain('clock');
    expect(requests).toHaveLength(issuer.mainRequests.length + issuer.postRequests.length);
    expect(left).toEqual([]);
  });
});

const revocableWithEnd = ISSUERS.filter(({ name }) => !name.startsWith('influxdb'));

describe.each(revocableWithEnd)('$name: an end that is past by the clock of the server', (issuer) => {
  it('mints nothing that is handed on, and the clock is named', async () => {
    const ahead = -farthest(issuer);
    const { main, left } = await runLeasedJob(issuer, {
      with: { expires_at: new Date(Date.now() + ahead + 5 * MINUTE).toISOString() },
      environment: clockAhead(ahead),
    });
    expect(main.conclusion).toBe('failure');
    expect(main.outputs['token']).toBeUndefined();
    const [error] = main.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(error).toMatch(/clock of this machine is \S+(?: \S+)? behind that of the server/);
    expect(left).toEqual([]);
  });
});

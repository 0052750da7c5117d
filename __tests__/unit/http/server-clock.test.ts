import { describe, expect, test } from 'vitest';
import { createClient } from '../../../src/http/client.js';
import { aheadByDate, readHttpDate } from '../../../src/http/server-clock.js';
import type { Milliseconds } from '../../../src/request/lifetime.js';
import { createFakeServer, inTurn, type Fault } from '../../fakes/faults.js';
import { createTestPorts } from './test-ports.js';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;
const dated = (instant: number, more = {}) => ({ date: new Date(instant).toUTCString(), ...more });

describe("a server's clock", () => {
  test.each<readonly [string, number, number, number, number]>([
    ['the same', 0, NOON, NOON, 0],
    ['the same, in the middle of its second', 0, NOON + 900, NOON + 950, 0],
    ['the same, looked at while a slow answer was made', 20_000, NOON, NOON + 29_000, 0],
    ['ahead by less than its whole seconds tell', 1_000, NOON, NOON + 1_000, 0],
    ['2 s ahead', 2_000, NOON, NOON, 2_000],
    ['2 h ahead', 2 * HOUR, NOON, NOON + 300, 2 * HOUR - 300],
    ['2 h behind', -2 * HOUR, NOON + 300, NOON + 900, -2 * HOUR + 700],
  ])('that is %s', (_what, offset, sentAt, answeredAt, ahead) => {
    expect(aheadByDate(dated(NOON + offset), { sentAt, answeredAt })).toBe(ahead);
  });

  test.each([{}, { date: '' }, { date: 'just now' }, { date: '2026' }, dated(NOON, { age: '0' })])(
    'is not known from %j',
    (headers: Record<string, string>) => {
      expect(aheadByDate(headers, { sentAt: NOON, answeredAt: NOON })).toBeUndefined();
    },
  );

  test.each(['Tue, 24 Nov 2026 12:00:00 GMT', 'Tuesday, 24-Nov-26 12:00:00 GMT', 'Tue Nov 24 12:00:00 2026'])(
    'tells its time in each form of a date: %s',
    (text) => {
      expect(readHttpDate(text)).toBe(NOON);
    },
  );
});

describe('a client', () => {
  const status = (code: number, headers: Readonly<Record<string, string>>): Fault => ({
    kind: 'status',
    status: code,
    headers,
    act: false,
  });

  async function ask(faults: readonly Fault[], clock?: { readonly ahead: Milliseconds }) {
    const server = await createFakeServer(() => ({ status: 200, headers: {}, body: '{}' }), {
      onRequest: inTurn('GET', '/', faults),
    });
    const basis = createTestPorts();
    const now = () => basis.clock.now() + (clock?.ahead ?? 0);
    const ports = { ...basis, clock: { ...basis.clock, now } };
    const client = createClient({ endpoint: server.url, ports });
    const before = client.serverAhead();
    const answer = await client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' });
    await server.close();
    return { before, answer, after: client.serverAhead(), waits: basis.waits };
  }

  test('knows how far the clock of its server is ahead when an answer has told', async () => {
    const { before, answer, after } = await ask([], { ahead: -2 * HOUR });
    expect(before).toBeUndefined();
    expect(after).toBe(answer.serverAhead);
    expect(after).toBeGreaterThan(2 * HOUR - 5_000);
    expect(after).toBeLessThanOrEqual(2 * HOUR);
  });

  test('finds the same clock the same', async () => {
    expect((await ask([])).after).toBe(0);
  });

  test('does not take the time of what answers in the place of a server', async () => {
    const { after } = await ask([status(503, dated(Date.now() + 5 * HOUR)), status(404, { date: 'none' })]);
    expect(after).toBeUndefined();
  });

  test('reads a date to come back at by the clock of the server', async () => {
    const answer = status(503, dated(Date.now(), { 'retry-after': new Date(Date.now() + 20_000).toUTCString() }));
    for (const ahead of [2 * HOUR, -2 * HOUR]) {
      const { waits } = await ask([answer], { ahead });
      expect(waits).toHaveLength(1);
      expect(waits[0]).toBeGreaterThan(15_000);
      expect(waits[0]).toBeLessThanOrEqual(22_000);
    }
  });
});

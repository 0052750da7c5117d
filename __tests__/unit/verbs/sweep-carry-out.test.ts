import { describe, expect, it } from 'vitest';
import type { ReadToken } from '../../../src/lease/issued-tokens.js';
import type { ListedToken } from '../../../src/lease/listed-token.js';
import { Stopped } from '../../../src/lease/ports.js';
import { carryOut } from '../../../src/verbs/sweep-carry-out.js';
import type { SweepPlan, SweptToken } from '../../../src/verbs/sweep-plan.js';
import { createTestStop } from '../../fakes/stop.js';
import { createTestPorts, type TestPortsOptions } from '../http/test-ports.js';
import { tokenOf } from './sweep-rules.js';

const tokensOf = (count: number) => Array.from({ length: count }, (_, index) => tokenOf({ id: `dead-${index}` }));
const planOf = (revoke: readonly ListedToken[]): SweepPlan => ({
  revoke: revoke.map((token) => ({
    token,
    decision: { decision: 'revoke', because: 'run-ended', reason: 'its run ended' },
  })),
  keep: [
    {
      token: tokenOf({ id: 'living' }),
      decision: { decision: 'keep', because: 'run-alive', reason: 'its run is not over' },
    },
  ],
});

interface World extends TestPortsOptions {
  readonly tokens: readonly ListedToken[];
  /** Changes what is read again. */
  readonly now?: (token: ListedToken) => ReadToken | undefined;
  /** Milliseconds. */
  readonly readTakes?: (ids: readonly string[]) => number;
  readonly revokeTakes?: number;
  readonly listed?: boolean;
  readonly failing?: ReadonlyMap<string, Error>;
  readonly onRevoke?: (id: string) => void;
}

async function sweep(world: World) {
  const { tokens, now = () => undefined, readTakes = () => 0, revokeTakes = 0, failing, onRevoke } = world;
  const ports = createTestPorts(world);
  const living = new Map(tokens.map((token) => [token.id, token]));
  const readAt = new Map<string, number>();
  const reads: { readonly at: number; readonly ids: readonly string[] }[] = [];
  const revoked: string[] = [];
  const ages: number[] = [];
  const reported: SweptToken[] = [];
  let underWay = 0;
  let most = 0;
  const swept = await carryOut(
    planOf(tokens),
    {
      ...(world.listed === true ? { readsList: () => true } : {}),
      async read(ids) {
        const at = ports.clock.now();
        reads.push({ at, ids });
        for (const id of ids) readAt.set(id, at);
        await ports.clock.sleep(readTakes(ids), ports.stop);
        return ids.map((id): ReadToken => {
          const token = living.get(id);
          return token === undefined ? { kind: 'absent' } : (now(token) ?? { kind: 'read', token });
        });
      },
      async revoke(id) {
        onRevoke?.(id);
        if (ports.stop.signal !== undefined) throw new Stopped(ports.stop.signal);
        most = Math.max(most, ++underWay);
        ages.push(ports.clock.now() - (readAt.get(id) ?? Number.NaN));
        await ports.clock.sleep(revokeTakes, ports.stop);
        underWay--;
        const error = failing?.get(id);
        if (error !== undefined) throw error;
        revoked.push(id);
        return living.delete(id) ? 'revoked' : 'already-gone';
      },
      byHand: (id) => `revoke ${id}`,
    },
    ports,
    (one) => reported.push(one),
  );
  return {
    outcomes: Object.fromEntries(swept.map(({ token, outcome, reason }) => [token.id, `${outcome}: ${reason}`])),
    of: (sought: SweptToken['outcome']) => swept.filter(({ outcome }) => outcome === sought).length,
    swept,
    reported,
    reads,
    revoked,
    ages,
    mostAtOnce: most,
  };
}

const MINUTE = 60_000;

describe('a plan that is carried out', () => {
  it('revokes what it says, a few at once, tells of each as it is known, and keeps the rest', async () => {
    const { revoked, swept, reported, mostAtOnce } = await sweep({ tokens: tokensOf(50) });
    expect(revoked.toSorted()).toEqual(
      tokensOf(50)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(swept.map(({ token }) => token.id)).toEqual([...tokensOf(50).map(({ id }) => id), 'living']);
    expect(swept.at(-1)).toMatchObject({ outcome: 'kept', because: 'run-alive' });
    expect(reported).toHaveLength(50);
    expect(mostAtOnce).toBe(4);
  });

  it('keeps what is not any more what it was made for', async () => {
    const changed: Readonly<Record<string, Partial<ListedToken>>> = {
      'dead-0': { description: tokenOf({ origin: { attempt: '3' } }).description },
      'dead-1': { description: 'mine now' },
      'dead-2': { expiresAt: 'never' },
      'dead-3': { grants: { nodeIds: [1] } },
      'dead-4': { status: 'Disabled' },
      'dead-5': { isCredential: true },
    };
    const { revoked, outcomes, swept } = await sweep({
      tokens: tokensOf(7),
      now: (token) =>
        changed[token.id] === undefined ? undefined : { kind: 'read', token: { ...token, ...changed[token.id] } },
    });
    expect(revoked).toEqual(['dead-6']);
    for (const id of Object.keys(changed)) expect(outcomes[id]).toBe('kept: it was changed since the plan was made');
    expect(swept.filter(({ because }) => because === 'changed')).toHaveLength(6);
  });

  it("does not touch what cannot be read again, is gone, or is another's", async () => {
    const now: Readonly<Record<string, ReadToken>> = {
      'dead-0': { kind: 'absent' },
      'dead-1': { kind: 'unreadable', error: new Error('the server answered 500'), isCredential: undefined },
      'dead-2': { kind: 'elsewhere', reason: 'it belongs to another organisation' },
    };
    const { revoked, outcomes } = await sweep({ tokens: tokensOf(3), now: ({ id }) => now[id] });
    expect(revoked).toEqual([]);
    expect(outcomes).toMatchObject({
      'dead-0': 'gone: its run ended',
      'dead-1': 'failed: it could not be read again: the server answered 500',
      'dead-2': 'kept: it was changed since the plan was made: it belongs to another organisation',
    });
  });

  it('goes on when one fails, and says how to revoke it by hand', async () => {
    const { of, outcomes } = await sweep({
      tokens: tokensOf(9),
      failing: new Map([['dead-3', new Error('the server answered 403')]]),
    });
    expect(of('revoked')).toBe(8);
    expect(outcomes['dead-3']).toBe('failed: the server answered 403. Revoke it by hand: revoke dead-3');
  });

  it.each([{ listed: false }, { listed: true }])(
    'revokes nothing by what was read more than a minute before (by the list: $listed)',
    async ({ listed }) => {
      const { of, ages, reads } = await sweep({
        tokens: tokensOf(60),
        listed,
        readTakes: () => 10_000,
        revokeTakes: 15_000,
        timeout: 60 * MINUTE,
      });
      expect(of('revoked')).toBe(60);
      expect(Math.max(...ages)).toBeLessThanOrEqual(MINUTE);
      expect(reads.length).toBeGreaterThan(1);
    },
  );

  it('asks for the whole list at most once a minute', async () => {
    const { of, reads } = await sweep({
      tokens: tokensOf(40),
      listed: true,
      revokeTakes: 25_000,
      timeout: 60 * MINUTE,
    });
    expect(of('revoked')).toBe(40);
    expect(reads.length).toBeGreaterThan(2);
    for (const [index, { at }] of reads.slice(1).entries())
      expect(at - (reads[index]?.at ?? 0)).toBeGreaterThanOrEqual(MINUTE);
  });

  it('reads fewer at once where a server is too slow for many', async () => {
    const { of, reads } = await sweep({
      tokens: tokensOf(20),
      readTakes: (ids) => ids.length * 20_000,
      timeout: 60 * MINUTE,
    });
    expect(of('revoked')).toBe(20);
    expect(reads.map(({ ids }) => ids.length).slice(0, 4)).toEqual([20, 10, 5, 2]);
  });

  it.each([{ listed: false }, { listed: true }])(
    'fails where nothing is read in a minute, and ends (by the list: $listed)',
    async ({ listed }) => {
      const { of, revoked } = await sweep({
        tokens: tokensOf(3),
        listed,
        readTakes: () => MINUTE + 1,
        timeout: 60 * MINUTE,
      });
      expect(revoked).toEqual([]);
      expect(of('failed')).toBe(3);
    },
  );

  it('leaves to the next sweep what is not reached in time', async () => {
    const { of, revoked, reported } = await sweep({ tokens: tokensOf(60), revokeTakes: 5_000, timeout: 61_000 });
    expect(revoked.length).toBeGreaterThan(0);
    expect(of('revoke')).toBe(60 - revoked.length);
    expect(reported.map(({ outcome }) => outcome)).not.toContain('revoke');
  });

  it('begins nothing after a stop, and tells what was done before it', async () => {
    const stop = createTestStop();
    const { of, revoked } = await sweep({
      tokens: tokensOf(30),
      stop,
      onRevoke: (id) => {
        if (id === 'dead-7') stop.request('SIGTERM');
      },
    });
    expect(revoked).toContain('dead-3');
    expect(revoked).not.toContain('dead-7');
    expect(of('revoked')).toBe(revoked.length);
    expect(of('revoke')).toBe(30 - revoked.length);
  });
});

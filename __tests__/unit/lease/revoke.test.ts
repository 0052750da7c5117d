import { describe, expect, it } from 'vitest';
import { Refused } from '../../../src/lease/issuer.js';
import { messageOf } from '../../../src/request/shown-text.js';
import type { LeaseRecord, Outcome } from '../../../src/lease/record.js';
import { endLease, endUnasked, type Ending } from '../../../src/lease/revoke.js';
import { createWorld, type Misbehaviour, type World } from '../../fakes/in-memory-issuer.js';

/** Mints in one world and ends the lease from the last record that main left, as post does. */
async function endOf(misbehaviour: Misbehaviour, change: (record: LeaseRecord) => LeaseRecord = (record) => record) {
  const world = createWorld(misbehaviour);
  const failure = await world.mint().then(() => undefined, messageOf);
  world.events.length = 0;
  const record = world.records.at(-1);
  if (record === undefined) throw new Error('main recorded nothing');
  return { world, failure, record, endings: await end(world, change(record)) };
}

function end(world: World, record: LeaseRecord): Promise<readonly Ending[]> {
  const access = { endpoint: record.endpoint, authentication: { kind: 'none' } as const };
  return endLease(record, world.openTokens(access, record.context, world.ports), world.ports);
}

const reset = new Error('the connection was reset');

describe('the end of a lease', () => {
  it('revokes its token by the recorded id, with one request', async () => {
    const { world, endings } = await endOf({});
    expect(endings).toMatchObject([{ kind: 'revoked', id: 'token-1' }]);
    expect(world.events).toEqual(['revoke token-1']);
    expect(world.tokens.size).toBe(0);
  });

  it('counts a token that is gone already as revoked', async () => {
    const { world, record } = await endOf({});
    await expect(end(world, record)).resolves.toMatchObject([{ kind: 'already-gone', id: 'token-1' }]);
  });

  it('leaves a delivered token alone when the user wants it left, but not one that was never handed on', async () => {
    const left = (record: LeaseRecord): LeaseRecord => ({ ...record, revoke: false });
    const delivered = await endOf({}, left);
    expect(delivered.endings).toMatchObject([{ kind: 'left', id: 'token-1' }]);
    expect(delivered.world.tokens.size).toBe(1);

    let tries = 0;
    const refusedDelivery = {
      deliver: () => {
        throw new Error('full');
      },
      revoke: () => (tries++ === 0 ? new Error('503') : undefined),
    };
    const undelivered = await endOf(refusedDelivery, left);
    expect(undelivered.endings).toMatchObject([{ kind: 'revoked', id: 'token-1' }]);
  });

  it('says of a lost answer whose token nobody can look for that it may be left, and what is known of it', async () => {
    const { endings, world } = await endOf({ unsearchable: true, mints: [{ answer: reset, actsAfter: 0 }] });
    const reason = 'the answer to the mint was lost, and nobody can look for its token';
    const byHand = `look for ${world.attempts[0]?.marker ?? ''}`;
    expect(endings).toMatchObject([{ kind: 'failed', reason, byHand }]);
    expect(world.events).toEqual([]);
  });

  it('looks once more for the token of a lost answer, and revokes it', async () => {
    const { world, endings, failure } = await endOf({
      mints: [
        { answer: reset, actsAfter: 10_000_000 },
        { answer: reset, actsAfter: 10_000_000 },
      ],
    });
    expect(failure).toMatch(/was lost/);
    expect(endings).toMatchObject([{ kind: 'nothing-minted' }, { kind: 'nothing-minted' }]);
    await world.ports.clock.sleep(10_000_000, world.ports.stop);
    world.deadline.leave(60_000);
    const record = world.records.at(-1);
    if (record === undefined) throw new Error('main recorded nothing');
    await expect(end(world, record)).resolves.toMatchObject([
      { kind: 'revoked', id: 'token-1' },
      { kind: 'revoked', id: 'token-2' },
    ]);
    expect(world.tokens.size).toBe(0);
  });

  describe('after a main that died while it minted', () => {
    /** What main left when it died before the answer came: the first record that it saved. */
    async function afterDeath(actsAfter: number, later: number) {
      const world = createWorld({ mints: [{ answer: new Refused('main is dead'), actsAfter }] });
      await world.mint().catch(() => undefined);
      const [record] = world.records;
      if (record === undefined) throw new Error('main recorded nothing');
      await world.ports.clock.sleep(later, world.ports.stop);
      world.deadline.leave(60_000);
      world.events.length = 0;
      return { world, endings: await end(world, record) };
    }

    it.each([0, 1_900, 2_000, 5_000, 9_900])('finds the token of a server that acts %i ms late', async (actsAfter) => {
      const { world, endings } = await afterDeath(actsAfter, 0);
      expect(endings).toMatchObject([{ kind: 'revoked', id: 'token-1' }]);
      expect(world.tokens.size).toBe(0);
    });

    it('looks after 0, 2, 5 and 10 s before it says that there is none', async () => {
      const { world, endings } = await afterDeath(10_000_000, 0);
      expect(endings).toMatchObject([{ kind: 'nothing-minted' }]);
      expect(world.events).toEqual(['find', 'sleep 2000', 'find', 'sleep 3000', 'find', 'sleep 5000', 'find']);
    });

    it('looks once when a server has had its time: that of main, and those 10 s', async () => {
      const early = await afterDeath(10_000_000, 129_000);
      expect(early.world.events).toContain('sleep 2000');
      const { world } = await afterDeath(10_000_000, 130_000);
      expect(world.events).toEqual(['find']);
    });

    it.each([
      { left: 4_000, ended: [{ kind: 'none-so-far' }] },
      { left: 5_000, ended: [{ kind: 'none-so-far' }] },
      // So little is left that it was not tried again.
      { left: 6_000, ended: [{ kind: 'none-so-far' }] },
      { left: 40_000, ended: [{ kind: 'failed' }] },
    ])('a later look that fails counts, unless it was the time that ended it ($left ms)', async ({ left, ended }) => {
      let looks = 0;
      const world = createWorld({
        mints: [{ answer: new Refused('main is dead') }],
        find: () => {
          if (++looks === 1) return undefined;
          // The clock of this world is moved on, as if the server did not answer for so long; nothing waits.
          void world.ports.clock.sleep(3_000, world.ports.stop);
          return new Error('no answer');
        },
      });
      await world.mint().catch(() => undefined);
      const [record] = world.records;
      if (record === undefined) throw new Error('main recorded nothing');
      world.deadline.leave(left);
      expect(await end(world, record)).toMatchObject(ended);
    });

    it('counts from the answer to the first look when the server was away: it acts when it is back', async () => {
      let looks = 0;
      const world = createWorld({
        mints: [{ answer: new Refused('main is dead'), actsAfter: 24_000 }],
        find: () => {
          if (++looks === 1) void world.ports.clock.sleep(15_000, world.ports.stop);
          return undefined;
        },
      });
      await world.mint().catch(() => undefined);
      const [record] = world.records;
      if (record === undefined) throw new Error('main recorded nothing');
      world.deadline.leave(60_000);
      expect(await end(world, record)).toMatchObject([{ kind: 'revoked', id: 'token-1' }]);
      expect(world.tokens.size).toBe(0);
    });

    it('looks no more when what was found is not surely its token', async () => {
      const world = createWorld({
        mints: [{ answer: new Refused('main is dead') }],
        find: () => ({ kind: 'ambiguous', ids: ['token-7', 'token-8'] }),
      });
      await world.mint().catch(() => undefined);
      const [record] = world.records;
      if (record === undefined) throw new Error('main recorded nothing');
      world.events.length = 0;
      expect(await end(world, record)).toMatchObject([
        {
          kind: 'failed',
          reason: 'what was found is not surely the token whose answer was lost, and was not touched: token-7, token-8',
        },
      ]);
      expect(world.events).toEqual(['find']);
    });

    it('looks no more than the time allows', async () => {
      const world = createWorld({ mints: [{ answer: new Refused('main is dead') }] });
      await world.mint().catch(() => undefined);
      const [record] = world.records;
      if (record === undefined) throw new Error('main recorded nothing');
      world.deadline.leave(4_000);
      world.events.length = 0;
      expect(await end(world, record)).toMatchObject([
        { kind: 'none-so-far', byHand: expect.stringContaining('[mint-token lease=') as string },
      ]);
      expect(world.events).toEqual(['find', 'sleep 2000', 'find']);
    });

    it('does not know that none exists when its time ended before the last look and the list may be incomplete', async () => {
      const world = createWorld({
        mints: [{ answer: new Refused('main is dead') }],
        find: () => ({ kind: 'found', ids: [], complete: false }),
      });
      await world.mint().catch(() => undefined);
      const [record] = world.records;
      if (record === undefined) throw new Error('main recorded nothing');
      world.deadline.leave(4_000);
      expect(await end(world, record)).toMatchObject([{ kind: 'failed' }]);
    });
  });

  describe('after a main whose time ended before its last look', () => {
    it('finds the token of a server that acts after that', async () => {
      const world = createWorld({
        mints: [{ answer: reset, actsAfter: 8_000, during: () => world.deadline.leave(4_000) }],
      });
      await expect(world.mint()).rejects.toThrow(/was lost/);
      const record = world.records.at(-1);
      if (record === undefined) throw new Error('main recorded nothing');
      world.deadline.leave(60_000);
      expect(await end(world, record)).toMatchObject([{ kind: 'revoked', id: 'token-1' }]);
      expect(world.tokens.size).toBe(0);
    });
  });

  it('does not take "none found" for "none exists" when the list may be incomplete', async () => {
    const { endings } = await endOf({
      mints: [{ answer: reset }],
      find: () => ({ kind: 'found', ids: [], complete: false }),
    });
    expect(endings).toMatchObject([
      { kind: 'failed', byHand: expect.stringContaining('[mint-token lease=') as string },
    ]);
  });

  it('touches none of several tokens that look alike, and names them', async () => {
    const { world, endings } = await endOf({
      mints: [{ answer: reset }],
      find: () => ({ kind: 'ambiguous', ids: ['a', 'b'] }),
    });
    expect(endings).toMatchObject([{ kind: 'failed', reason: expect.stringContaining('a, b') as string }]);
    expect(world.events).toEqual(['find']);
  });

  it('goes on with the other attempts when one cannot be ended', async () => {
    const { endings } = await endOf({
      mints: [
        { answer: reset, actsAfter: 0 },
        { answer: 'granted', actsAfter: 0 },
      ],
      revoke: (id) => (id === 'token-2' ? new Error('503') : undefined),
    });
    expect(endings).toMatchObject([
      { kind: 'failed', reason: '503', byHand: 'revoke token-2' },
      { kind: 'nothing-minted' },
    ]);
  });

  it('revokes the token that was handed on before it looks for one that was lost, which may take all the time', async () => {
    const { world } = await endOf({
      mints: [
        { answer: reset, actsAfter: 0 },
        { answer: 'granted', actsAfter: 0 },
      ],
    });
    expect(world.events).toEqual(['revoke token-2', 'find']);
  });
});

describe('the end of a lease whose issuer cannot be asked', () => {
  const reason = new Error('the credential is missing in the saved state');
  const endOfOutcome = async (outcome: Outcome, revoke = true) => {
    const { record } = await endOf({});
    const [attempt] = record.attempts;
    if (attempt === undefined) throw new Error('main recorded no attempt');
    return endUnasked({ ...record, revoke, attempts: [{ ...attempt, outcome }] }, reason);
  };
  const delivered = { kind: 'delivered', id: 'token-1', expiresAt: 1 } as const;

  it.each<Outcome>([{ kind: 'minted', id: 'token-1' }, delivered])('names the token by its id: %j', async (outcome) => {
    expect(await endOfOutcome(outcome)).toMatchObject([
      { kind: 'failed', reason: 'the credential is missing in the saved state', byHand: 'its id is token-1' },
    ]);
  });

  it('names a token whose answer was lost by its marker', async () => {
    expect(await endOfOutcome({ kind: 'open', searched: true })).toMatchObject([
      {
        kind: 'failed',
        byHand: expect.stringMatching(/^look for the one .* ends with \[mint-token lease=.*\]$/) as string,
      },
    ]);
  });

  it('says of what needs no issuer how it ended', async () => {
    expect(await endOfOutcome({ kind: 'nothing' })).toMatchObject([{ kind: 'nothing-minted' }]);
    expect(await endOfOutcome({ kind: 'revoked', id: 'token-1' })).toMatchObject([
      { kind: 'already-gone', id: 'token-1' },
    ]);
    expect(await endOfOutcome(delivered, false)).toMatchObject([{ kind: 'left', id: 'token-1' }]);
    expect(await endOfOutcome({ kind: 'minted', id: 'token-1' }, false)).toMatchObject([{ kind: 'failed' }]);
  });
});

describe('several attempts', () => {
  it('end at the same time, so that none takes the time of another', async () => {
    const world = createWorld({ mints: [{ answer: reset }, { answer: 'granted', actsAfter: 0 }] });
    await world.mint();
    const record = world.records.at(-1);
    if (record === undefined) throw new Error('main recorded nothing');
    const looked = Promise.withResolvers<undefined>();
    const revoked = Promise.withResolvers<undefined>();
    const endings = await endLease(
      record,
      {
        find: () => {
          looked.resolve(undefined);
          return revoked.promise.then(() => ({ kind: 'found', ids: [], complete: true }));
        },
        revoke: () => looked.promise.then(() => (revoked.resolve(undefined), 'revoked')),
        byHand: () => 'by hand',
      },
      world.ports,
    );
    expect(endings.map(({ kind }) => kind)).toEqual(['revoked', 'nothing-minted']);
  });
});

describe('an attempt that needs nothing more', () => {
  it('has minted nothing when the issuer refused', async () => {
    const { world, endings } = await endOf({ mints: [{ answer: new Refused('no') }] });
    expect(endings).toMatchObject([{ kind: 'nothing-minted' }]);
    expect(world.events).toEqual([]);
  });

  it('is gone when main revoked it', async () => {
    const { world, endings } = await endOf({
      deliver: () => {
        throw new Error('full');
      },
    });
    expect(endings).toMatchObject([{ kind: 'already-gone', id: 'token-1' }]);
    expect(world.events).toEqual([]);
  });

  it('is revoked though the user wants tokens left, when it was never handed on', async () => {
    const { world, record } = await endOf({});
    const undelivered: LeaseRecord = {
      ...record,
      revoke: false,
      attempts: record.attempts.map((attempt) => ({ ...attempt, outcome: { kind: 'minted', id: 'token-1' } })),
    };
    await expect(end(world, undelivered)).resolves.toMatchObject([{ kind: 'already-gone', id: 'token-1' }]);
    expect(world.events.filter((event) => event.startsWith('revoke'))).toHaveLength(2);
  });
});

describe('what is said of a lost answer', () => {
  it.each([
    [{ kind: 'found', ids: [], complete: false } as const, /may not list all tokens, so one may be left/],
    [new Error('503'), /looking for its token failed: 503/],
  ])('names why a token may be left (case %#)', async (found, reason) => {
    const { endings } = await endOf({ mints: [{ answer: reset }], find: () => found });
    expect(endings).toMatchObject([{ kind: 'failed', reason: expect.stringMatching(reason) as string }]);
  });
});

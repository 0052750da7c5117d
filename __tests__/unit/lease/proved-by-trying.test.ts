import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../src/request/shown-text.js';
import { endLease, type Ending } from '../../../src/lease/revoke.js';
import { createWorld, type World } from '../../fakes/in-memory-issuer.js';

/** As post does: with the last record and the token that were kept. */
function end(world: World): Promise<readonly Ending[]> {
  const record = world.records.at(-1);
  if (record === undefined) throw new Error('nothing was recorded');
  const tokens = world.openTokens({ endpoint: record.endpoint, authentication: { kind: 'none' } }, {}, world.ports);
  return endLease(record, tokens, world.ports, world.keptSecret());
}

const secretOf = (id: string) => `not-a-real-secret-${id}`;

describe('an issuer that proves by trying the token that it is revoked', () => {
  it('has the token kept once it is masked, and before anybody knows its id', async () => {
    const world = createWorld({ worksOn: () => false });
    await world.mint();
    const places = ['mask', 'save the token', 'save minted', 'deliver token-1'].map((what) =>
      world.events.indexOf(what),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(JSON.stringify(world.records)).not.toContain(secretOf('token-1'));
  });

  it('is given the token at the end', async () => {
    const world = createWorld({ worksOn: () => false });
    await world.mint();
    world.events.length = 0;
    await expect(end(world)).resolves.toMatchObject([{ kind: 'revoked', id: 'token-1' }]);
    expect(world.events).toEqual([`try ${secretOf('token-1')}`, 'revoke token-1']);
  });

  it('does not count one as revoked that still works, and tells how to revoke it by hand', async () => {
    const world = createWorld({ worksOn: () => true });
    await world.mint();
    await expect(end(world)).resolves.toMatchObject([
      { kind: 'failed', reason: 'the token token-1 still works', byHand: 'revoke token-1' },
    ]);
  });

  it('is given the token too when it is not handed on', async () => {
    const world = createWorld({
      worksOn: () => false,
      deliver: () => {
        throw new Error('full');
      },
    });
    await expect(world.mint()).rejects.toThrow('full');
    expect(world.events).toContain(`try ${secretOf('token-1')}`);
    expect(world.tokens.size).toBe(0);
  });

  it('hands on no token that could not be kept', async () => {
    const world = createWorld({
      worksOn: () => false,
      saveSecret: () => {
        throw new Error('no room for it');
      },
    });
    expect(await world.mint().then(String, messageOf)).toMatch(/no room for it/);
    expect(world.events.join()).not.toContain('deliver');
    expect(world.tokens.size).toBe(0);
  });

  it('tries no token in the place of another: the one that was kept is of the last attempt that made one', async () => {
    let revocations = 0;
    let mints = 0;
    const world = createWorld({
      worksOn: () => false,
      // The clock of the server is known after the first mint alone, so there is a second one.
      serverAhead: (known) => (known > 0 ? 7_200_000 : undefined),
      mints: [
        { answer: 'granted', actsAfter: 0, during: () => mints++ },
        { answer: 'granted', actsAfter: 0, during: () => mints++ },
      ],
      revoke: () => (revocations++ === 0 ? new Error('503') : undefined),
    });
    await world.mint();
    expect(mints).toBe(2);
    world.events.length = 0;
    const endings = await end(world);
    expect(endings.map(({ kind }) => kind)).toEqual(['revoked', 'revoked']);
    expect(world.events).toEqual(expect.arrayContaining(['not tried token-1', `try ${secretOf('token-2')}`]));
  });

  it('is given none where the token was found by its marker', async () => {
    const world = createWorld({
      worksOn: () => true,
      mints: [
        { answer: new Error('reset'), actsAfter: 0 },
        { answer: new Error('reset'), actsAfter: 0 },
      ],
      revoke: () => undefined,
    });
    await world.mint().catch(() => undefined);
    expect(world.events.filter((event) => event.startsWith('try'))).toEqual([]);
    expect(world.tokens.size).toBe(0);
  });
});

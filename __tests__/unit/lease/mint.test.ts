import { describe, expect, it } from 'vitest';
import { Refused, type BornToken } from '../../../src/lease/issuer.js';
import { LostAnswer, NotAsAsked } from '../../../src/lease/mint.js';
import { formatInstant } from '../../../src/request/lifetime.js';
import { Stopped } from '../../../src/lease/ports.js';
import { createWorld } from '../../fakes/in-memory-issuer.js';
import { createTestStop } from '../../fakes/stop.js';

const MINUTES = { kind: 'minute', longest: 86_400 } as const;

const reset = new Error('the connection was reset');

describe('a token that is granted as asked', () => {
  it('is recorded as an intent before it is minted, masked and recorded before anything else, and then delivered', async () => {
    const world = createWorld();
    const token = await world.mint();
    expect(world.events).toEqual(['save open', 'mint 1', 'mask', 'save minted', 'deliver token-1', 'save delivered']);
    expect(world.masked).toEqual([token.secret]);
    expect(world.records.at(-1)?.attempts).toMatchObject([{ outcome: { kind: 'delivered', id: 'token-1' } }]);
  });

  it('ends whole seconds after the second in which it was asked for', async () => {
    const world = createWorld();
    const token = await world.mint();
    expect(token.expiresAt).toBe(Math.floor(world.now() / 1000) * 1000 + 600_000);
  });

  it('leaves no secret in any record', async () => {
    const world = createWorld();
    await world.mint();
    expect(JSON.stringify(world.records)).not.toContain('not-a-real');
  });
});

describe('a state file that cannot be written', () => {
  it('keeps the token from being minted', async () => {
    const full = new Error('no space left');
    const world = createWorld({
      save: () => {
        throw full;
      },
    });
    await expect(world.mint()).rejects.toBe(full);
    expect(world.attempts).toEqual([]);
  });

  it('lets a token that was just minted be revoked at once when its id cannot be recorded', async () => {
    const full = new Error('no space left');
    const world = createWorld({
      save: (record) => {
        if (record.attempts.some(({ outcome }) => outcome.kind === 'minted')) throw full;
      },
    });
    await expect(world.mint()).rejects.toBe(full);
    expect(world.events).toEqual(['save open', 'mint 1', 'mask', 'revoke token-1', 'save revoked']);
    expect(world.tokens.size).toBe(0);
  });

  it('does not call a token unrevoked that was revoked, when that cannot be recorded', async () => {
    const full = new Error('no space left');
    const world = createWorld({
      save: (record) => {
        if (record.attempts.some(({ outcome }) => outcome.kind !== 'open')) throw full;
      },
    });
    await expect(world.mint()).rejects.toBe(full);
    expect(world.tokens.size).toBe(0);
    expect(world.notices.map(({ message }) => message)).toEqual([
      'The token token-1 was not handed on, and was revoked at once.',
      'That it was revoked could not be recorded; post finds it gone. no space left',
    ]);
  });
});

describe('a record that cannot be written after the hand-over', () => {
  it('takes nothing back, says so, and leaves the token for post to revoke', async () => {
    const world = createWorld({
      save: (record) => {
        if (record.attempts.some(({ outcome }) => outcome.kind === 'delivered')) throw new Error('no space left');
      },
    });
    await expect(world.mint()).resolves.toMatchObject({ id: 'token-1' });
    expect(world.records.at(-1)?.attempts).toMatchObject([{ outcome: { kind: 'minted', id: 'token-1' } }]);
    expect(world.notices).toEqual([
      {
        level: 'warning',
        message: 'That the token was handed on could not be recorded; post revokes it. no space left',
      },
    ]);
  });
});

describe('an answer that gives out a secret as a new token', () => {
  const KNOWN = 'not-a-real-secret-that-was-there-before';
  const knowing = (token: Partial<BornToken>, mints = 2) => {
    const world = createWorld({
      mints: Array.from({ length: mints }, () => ({ answer: 'granted', actsAfter: 0, token })),
    });
    world.ports.mask(KNOWN);
    return world;
  };

  it.each([
    ['that secret itself', { secret: KNOWN }, /gives out as a new token a secret that was there before/],
    ['one that holds it', { secret: `Bearer.${KNOWN}` }, /gives out as a new token a secret that was there before/],
    ['it as the id', { id: KNOWN }, /gives out a secret as the id/],
    ['the token as the id', { id: 'not-a-real-token', secret: 'not-a-real-token' }, /gives out a secret as the id/],
  ])('is a lost one, and its id is not believed: %s', async (_, token, message) => {
    const world = knowing({ id: 'the-id-of-the-credential', ...token });
    const failure = world.mint();
    await expect(failure).rejects.toThrow(LostAnswer);
    await expect(failure).rejects.toThrow(message);
    // What was minted is found by its marker. To revoke by the id of the answer could end the credential.
    expect(world.events.filter((event) => /revoke|deliver/.test(event))).toEqual(['revoke token-1', 'revoke token-2']);
    expect(world.tokens.size).toBe(0);
    expect(JSON.stringify(world.records)).not.toContain(KNOWN);
    expect(JSON.stringify(world.records)).not.toContain('the-id-of-the-credential');
  });

  it('is masked all the same, before that is found out', async () => {
    const world = knowing({ secret: KNOWN });
    await expect(world.mint()).rejects.toThrow(LostAnswer);
    expect(world.events.slice(0, 4)).toEqual(['mask', 'save open', 'mint 1', 'mask']);
  });

  it('may give out what the first answer gave out, when that was lost', async () => {
    const token = { secret: 'not-a-real-token-of-both' };
    const world = createWorld({
      mints: [
        { answer: 'granted', actsAfter: 0, token: { ...token, id: token.secret } },
        { answer: 'granted', actsAfter: 0, token },
      ],
    });
    await expect(world.mint()).resolves.toMatchObject(token);
  });

  it('is not handed on either when the secret stands in its grants', async () => {
    for (const grants of [`["${KNOWN}"]`, '["not-a-real-secret-token-1"]']) {
      const world = createWorld({ mints: [{ answer: 'granted', actsAfter: 0, granted: { grants } }] });
      world.ports.mask(KNOWN);
      await expect(world.mint()).rejects.toThrow(/grants: asked for no secret, granted a text that holds one/);
      expect(world.tokens.size).toBe(0);
    }
  });
});

describe('a refusal', () => {
  it('closes the attempt, looks for nothing, and is not tried again', async () => {
    const refused = new Refused('no');
    const world = createWorld({ mints: [{ answer: refused }] });
    await expect(world.mint()).rejects.toBe(refused);
    expect(world.events).toEqual(['save open', 'mint 1', 'save nothing']);
  });
});

describe('a lost answer', () => {
  it('of a server that acted is found by its marker, revoked, and tried once more as another attempt', async () => {
    const world = createWorld({
      mints: [
        { answer: reset, actsAfter: 0 },
        { answer: 'granted', actsAfter: 0 },
      ],
    });
    const token = await world.mint();
    expect(token.id).toBe('token-2');
    expect([...world.tokens.keys()]).toEqual(['token-2']);
    expect(world.events.filter((event) => event.startsWith('sleep'))).toEqual([]);
    const [first, second] = world.attempts;
    expect(first?.leaseId).not.toBe(second?.leaseId);
    expect(first?.name).not.toBe(second?.name);
    expect(first?.marker).not.toBe(second?.marker);
  });

  it('stays open in the record even when its token was found and revoked, so that post looks once more', async () => {
    const world = createWorld({
      mints: [
        { answer: reset, actsAfter: 0 },
        { answer: 'granted', actsAfter: 0 },
      ],
    });
    await world.mint();
    expect(world.records.at(-1)?.attempts.map(({ outcome }) => outcome.kind)).toEqual(['open', 'delivered']);
  });

  it.each([
    [1_500, ['sleep 2000']],
    [4_000, ['sleep 2000', 'sleep 3000']],
    [9_999, ['sleep 2000', 'sleep 3000', 'sleep 5000']],
  ])('of a server that acts %d ms late is found at the next look', async (actsAfter, sleeps) => {
    const world = createWorld({
      mints: [
        { answer: reset, actsAfter },
        { answer: 'granted', actsAfter: 0 },
      ],
    });
    await world.mint();
    expect(world.events.filter((event) => event.startsWith('sleep'))).toEqual(sleeps);
    expect([...world.tokens.keys()]).toEqual(['token-2']);
  });

  it('of a server that never acted is tried once more after the last look', async () => {
    const world = createWorld({ mints: [{ answer: reset }, { answer: 'granted', actsAfter: 0 }] });
    await world.mint();
    expect(world.events.filter((event) => event === 'find')).toHaveLength(4);
    expect([...world.tokens.keys()]).toEqual(['token-1']);
  });

  it('is not tried again when the list may be incomplete, since a second token could be left', async () => {
    const world = createWorld({
      mints: [{ answer: reset }],
      find: () => ({ kind: 'found', ids: [], complete: false }),
    });
    await expect(world.mint()).rejects.toThrow(LostAnswer);
    expect(world.attempts).toHaveLength(1);
    expect(world.records.at(-1)?.attempts).toMatchObject([{ outcome: { kind: 'open' } }]);
  });

  it('is not tried again when looking for it fails', async () => {
    const world = createWorld({ mints: [{ answer: reset }], find: () => new Error('503') });
    await expect(world.mint()).rejects.toThrow(/lost: the connection was reset\. Looking for its token failed: 503/);
    expect(world.attempts).toHaveLength(1);
  });

  it('is not tried again when its token was found but could not be revoked', async () => {
    const world = createWorld({ mints: [{ answer: reset, actsAfter: 0 }], revoke: () => new Error('503') });
    await expect(world.mint()).rejects.toThrow(LostAnswer);
    expect(world.attempts).toHaveLength(1);
  });

  it('touches none of several tokens that look alike', async () => {
    const world = createWorld({
      mints: [{ answer: reset }],
      find: () => ({ kind: 'ambiguous', ids: ['theirs-1', 'theirs-2'] }),
    });
    await expect(world.mint()).rejects.toThrow(/theirs-1, theirs-2/);
    expect(world.events.some((event) => event.startsWith('revoke'))).toBe(false);
  });

  it('twice in a row ends the step', async () => {
    const world = createWorld({
      mints: [
        { answer: reset, actsAfter: 0 },
        { answer: reset, actsAfter: 0 },
      ],
    });
    await expect(world.mint()).rejects.toThrow(LostAnswer);
    expect(world.attempts).toHaveLength(2);
    expect(world.tokens.size).toBe(0);
    expect(world.records.at(-1)?.attempts.map(({ outcome }) => outcome.kind)).toEqual(['open', 'open']);
  });

  it('is not waited for beyond the deadline', async () => {
    const world = createWorld({ mints: [{ answer: reset, during: () => world.deadline.leave(3_000) }] });
    await expect(world.mint()).rejects.toThrow(LostAnswer);
    expect(world.events.filter((event) => event.startsWith('sleep'))).toEqual(['sleep 2000']);
  });
});

describe('a token that is not as asked', () => {
  const wider = { differences: [{ what: 'grants', asked: 'read', granted: 'read, write' }] };

  it.each([
    ['grants more', wider, /grants: asked for read, granted read, write/],
    ['lives for ever', { expiresAt: undefined }, /end: asked for .*, granted no end at all/],
    [
      'lives two seconds longer',
      { expiresAt: 1_900_000_602_000 },
      /end: asked for 2030-03-17T17:56:40Z, granted 2030-03-17T17:56:42Z/,
    ],
  ])('because it %s is revoked, never delivered, and the difference is named', async (_, granted, message) => {
    const world = createWorld({ mints: [{ answer: 'granted', actsAfter: 0, granted }] });
    const failure = world.mint();
    await expect(failure).rejects.toThrow(NotAsAsked);
    await expect(failure).rejects.toThrow(message);
    expect(world.events).toEqual(['save open', 'mint 1', 'mask', 'save minted', 'revoke token-1', 'save revoked']);
    expect(world.tokens.size).toBe(0);
  });

  it('is said to be revoked', async () => {
    const world = createWorld({ mints: [{ answer: 'granted', actsAfter: 0, granted: wider }] });
    await expect(world.mint()).rejects.toThrow(NotAsAsked);
    expect(world.notices).toEqual([
      { level: 'notice', message: 'The token token-1 was not handed on, and was revoked at once.' },
    ]);
  });

  it.each([
    { left: 2_999, events: ['deadline in 3000 ms', 'revoke token-1'] },
    { left: 3_000, events: ['revoke token-1'] },
  ])('has 3 s to be revoked, also when the time is over ($left ms are left)', async ({ left, events }) => {
    const world = createWorld({
      mints: [{ answer: 'granted', actsAfter: 0, granted: wider, during: () => world.deadline.leave(left) }],
    });
    await expect(world.mint()).rejects.toThrow(NotAsAsked);
    expect(world.events.slice(world.events.indexOf('save minted') + 1, -1)).toEqual(events);
  });

  it('is left to post, and said, when it cannot be revoked at once', async () => {
    const world = createWorld({
      mints: [{ answer: 'granted', actsAfter: 0, granted: wider }],
      revoke: () => new Error('503 Service Unavailable'),
    });
    await expect(world.mint()).rejects.toThrow(NotAsAsked);
    expect(world.records.at(-1)?.attempts).toMatchObject([{ outcome: { kind: 'minted', id: 'token-1' } }]);
    expect(world.notices).toMatchObject([{ level: 'warning', message: expect.stringContaining('503') as string }]);
  });

  it('is never delivered even where nothing can be revoked', async () => {
    const world = createWorld({ irrevocable: true, mints: [{ answer: 'granted', granted: wider }] });
    await expect(world.mint()).rejects.toThrow(/it is not handed on\. grants/);
    expect(world.events).not.toContain('deliver token-1');
  });
});

describe('the end of a token', () => {
  it('up to one second later than asked for counts as equal', async () => {
    const world = createWorld({
      mints: [{ answer: 'granted', actsAfter: 0, granted: { expiresAt: 1_900_000_601_000 } }],
    });
    await expect(world.mint()).resolves.toMatchObject({ expiresAt: 1_900_000_600_000 });
  });

  it('earlier than asked for is accepted, said, and becomes the end', async () => {
    const world = createWorld({
      mints: [{ answer: 'granted', actsAfter: 0, granted: { expiresAt: 1_900_000_030_000 } }],
    });
    await expect(world.mint()).resolves.toMatchObject({ expiresAt: 1_900_000_030_000 });
    expect(world.notices).toMatchObject([{ level: 'notice', message: expect.stringContaining('earlier') as string }]);
  });

  it('one millisecond off is a difference where milliseconds are asked for', async () => {
    const expiry = { kind: 'millisecond', longest: 86_400 } as const;
    const exact = createWorld({ expiry });
    await exact.mint();
    for (const off of [-1, 1]) {
      const world = createWorld({
        expiry,
        mints: [
          {
            answer: 'granted',
            actsAfter: 0,
            granted: {
              get expiresAt() {
                return (world.attempts[0]?.expiresAt ?? 0) + off;
              },
            },
          },
        ],
      });
      await expect(world.mint()).rejects.toThrow(NotAsAsked);
    }
  });

  it.each([
    ['an hour', { kind: 'in', seconds: 3600 }, 3600],
    ['an hour and some seconds', { kind: 'in', seconds: 3659 }, 3600],
    ['a minute', { kind: 'in', seconds: 60 }, 60],
    ['until an instant in an hour', { kind: 'at', instant: 1_900_003_600_000 }, 3540],
    ['until an instant in an hour and 10 seconds', { kind: 'at', instant: 1_900_003_610_000 }, 3600],
    ['until an instant in a minute', { kind: 'at', instant: 1_900_000_060_000 }, 60],
  ] as const)('is whole minutes away where only these can be asked for: %s', async (_, lifetime, life) => {
    const world = createWorld({ expiry: MINUTES, lifetime });
    await world.mint();
    expect(world.attempts.map(({ expiresAt }) => expiresAt)).toEqual([1_900_000_000_000 + life * 1000]);
    expect(world.attempts[0]?.marker).toContain(`expires=${formatInstant(1_900_000_000_000 + life * 1000)}`);
  });

  it.each([
    ['40 s later, since it took so long to make it', { kind: 'in', seconds: 3600 }, 3640],
    ['within the instant', { kind: 'at', instant: 1_900_003_610_000 }, 3609],
  ] as const)('is what the issuer says where it counts minutes: %s', async (_, lifetime, end) => {
    const expiresAt = 1_900_000_000_000 + end * 1000;
    const world = createWorld({ expiry: MINUTES, lifetime, mints: [{ actsAfter: 0, granted: { expiresAt } }] });
    await expect(world.mint()).resolves.toMatchObject({ expiresAt });
    expect(world.notices).toEqual([]);
  });

  it.each([
    ['two minutes later', { kind: 'in', seconds: 3600 }, 3720],
    ['beyond the instant', { kind: 'at', instant: 1_900_003_610_000 }, 3612],
    ['never', { kind: 'in', seconds: 3600 }, undefined],
  ] as const)('is a difference where the issuer counts minutes and says %s', async (_, lifetime, end) => {
    const expiresAt = end === undefined ? undefined : 1_900_000_000_000 + end * 1000;
    const world = createWorld({ expiry: MINUTES, lifetime, mints: [{ actsAfter: 0, granted: { expiresAt } }] });
    await expect(world.mint()).rejects.toThrow(NotAsAsked);
    expect(world.tokens.size).toBe(0);
  });

  it('does not matter where the system knows none', async () => {
    const world = createWorld({
      expiry: { kind: 'none' },
      mints: [{ answer: 'granted', actsAfter: 0, granted: { expiresAt: undefined } }],
    });
    await expect(world.mint()).resolves.toMatchObject({ expiresAt: 1_900_000_600_000 });
  });
});

describe('a hand-over or a later request that fails', () => {
  it('revokes the token at once', async () => {
    const unwritable = new Error('the output file cannot be written');
    const world = createWorld({
      deliver: () => {
        throw unwritable;
      },
    });
    await expect(world.mint()).rejects.toBe(unwritable);
    expect(world.tokens.size).toBe(0);
    expect(world.records.at(-1)?.attempts).toMatchObject([{ outcome: { kind: 'revoked' } }]);
  });

  it('counts as no lost answer once the id is known', async () => {
    const world = createWorld({ mints: [{ answer: 'granted', actsAfter: 0, failsAfterBirth: reset }] });
    await expect(world.mint()).rejects.toBe(reset);
    expect(world.events).toEqual(['save open', 'mint 1', 'mask', 'save minted', 'revoke token-1', 'save revoked']);
  });
});

describe('a request to stop', () => {
  it('before the mint lets nothing be minted and nothing be written', async () => {
    const stop = createTestStop();
    stop.request('SIGTERM');
    const world = createWorld({ stop });
    await expect(world.mint()).rejects.toThrow(Stopped);
    expect(world.events).toEqual([]);
  });

  it('while the answer is under way takes the answer, records it, and revokes once within three seconds', async () => {
    const stop = createTestStop();
    const world = createWorld({
      stop,
      mints: [{ answer: 'granted', actsAfter: 0, during: () => stop.request('SIGINT') }],
    });
    await expect(world.mint()).rejects.toMatchObject({ signal: 'SIGINT' });
    expect(world.events).toEqual([
      'save open',
      'mint 1',
      'mask',
      'save minted',
      'deadline in 3000 ms',
      'revoke token-1',
      'save revoked',
    ]);
  });

  it('with an answer that never comes leaves the attempt open for post and looks for nothing', async () => {
    const stop = createTestStop();
    const world = createWorld({ stop, mints: [{ answer: reset, actsAfter: 0, during: () => stop.request('SIGINT') }] });
    await expect(world.mint()).rejects.toThrow(Stopped);
    expect(world.events).toEqual(['save open', 'mint 1']);
  });

  it('during the search for a lost token begins no new work', async () => {
    const stop = createTestStop();
    let looks = 0;
    const world = createWorld({
      stop,
      mints: [{ answer: reset }],
      find: () => {
        if (++looks === 2) stop.request('SIGTERM');
        return undefined;
      },
    });
    await expect(world.mint()).rejects.toThrow(Stopped);
    expect(world.events.filter((event) => event === 'find')).toHaveLength(2);
    expect(world.attempts).toHaveLength(1);
  });
});

describe('the record', () => {
  it.each([true, false])('tells post whether the issuer can revoke at all (irrevocable: %s)', async (irrevocable) => {
    const world = createWorld({ irrevocable });
    await world.mint();
    expect(world.records.map(({ revocable }) => revocable)).toEqual(world.records.map(() => !irrevocable));
  });
});

describe('a token that nothing can revoke', () => {
  it('and whose answer is lost is given up at once, with the reason', async () => {
    const world = createWorld({ irrevocable: true, mints: [{ answer: reset }] });
    const failure = world.mint();
    await expect(failure).rejects.toThrow(/was lost: the connection was reset\. It cannot be looked for\./);
    await expect(failure).rejects.toMatchObject({ name: 'LostAnswer', cause: reset });
    expect(world.attempts).toHaveLength(1);
  });

  it('and is not handed on is not said to be left to post', async () => {
    const wider = { differences: [{ what: 'grants', asked: 'a', granted: 'b' }] };
    const world = createWorld({ irrevocable: true, mints: [{ answer: 'granted', granted: wider }] });
    await expect(world.mint()).rejects.toMatchObject({ name: 'NotAsAsked' });
    expect(world.notices).toEqual([]);
  });
});

describe('a token that nobody can look for', () => {
  it('and whose answer is lost is said to live until its end, and no second one is minted', async () => {
    const world = createWorld({ unsearchable: true, mints: [{ answer: reset, actsAfter: 0 }] });
    await expect(world.mint()).rejects.toThrow(
      /was lost: the connection was reset\. It cannot be looked for\. If there is one, it lives until 2030-03-17T17:56:40Z\.$/,
    );
    expect(world.attempts).toHaveLength(1);
    expect(world.records.at(-1)?.attempts).toMatchObject([{ outcome: { kind: 'open', searched: true } }]);
  });

  it('is revoked at once when it is known and not handed on', async () => {
    const wider = { differences: [{ what: 'grants', asked: 'a', granted: 'b' }] };
    const world = createWorld({ unsearchable: true, mints: [{ actsAfter: 0, granted: wider }] });
    await expect(world.mint()).rejects.toMatchObject({ name: 'NotAsAsked' });
    expect(world.events).toContain('revoke token-1');
  });
});

describe('a lost answer whose token cannot be revoked', () => {
  it('ends the step, which says that it was found, and mints no second one', async () => {
    const world = createWorld({
      mints: [{ answer: reset, actsAfter: 0 }],
      find: () => ({ kind: 'found', ids: ['token-1', 'token-2'], complete: true }),
      revoke: () => new Error('503 Service Unavailable'),
    });
    await expect(world.mint()).rejects.toThrow(
      'was lost: the connection was reset. Its token token-1, token-2 was found, and not revoked: 503 Service Unavailable. Post looks for it once more',
    );
    expect(world.attempts).toHaveLength(1);
  });
});

describe('a lost answer and the end of time', () => {
  it('is not looked for, and says so, when no time is left', async () => {
    const world = createWorld({ mints: [{ answer: reset, during: () => world.deadline.leave(-1) }] });
    await expect(world.mint()).rejects.toThrow(/Looking for its token failed: there was no time left/);
    expect(world.events).not.toContain('find');
    expect(world.attempts).toHaveLength(1);
  });

  it('is not tried again when the time did not last for every look, since the server may act after the last one', async () => {
    const world = createWorld({ mints: [{ answer: reset, during: () => world.deadline.leave(4_000) }] });
    await expect(world.mint()).rejects.toThrow(
      'was lost: the connection was reset. No token of it exists so far, but the time ended before the last look, 10 s after the loss. Post looks for it once more',
    );
    expect(world.attempts).toHaveLength(1);
    expect(world.records.at(-1)?.attempts).toMatchObject([{ outcome: { kind: 'open', searched: false } }]);
  });

  it('is recorded as looked for when the time lasted for every look', async () => {
    const world = createWorld({ mints: [{ answer: reset, during: () => world.deadline.leave(10_000) }] });
    await expect(world.mint()).rejects.toThrow(LostAnswer);
    expect(world.records.at(-1)?.attempts[0]).toMatchObject({ outcome: { kind: 'open', searched: true } });
  });

  it('counts as lost when a token was granted that was never announced', async () => {
    const world = createWorld({
      mints: [
        { answer: 'granted', silent: true, actsAfter: 0 },
        { answer: 'granted', actsAfter: 0 },
      ],
    });
    await expect(world.mint()).resolves.toMatchObject({ id: 'token-2' });
    expect([...world.tokens.keys()]).toEqual(['token-2']);
    expect(world.notices).toMatchObject([
      { level: 'warning', message: expect.stringContaining('never announced') as string },
    ]);
  });
});

describe('what a user is told', () => {
  it('of a credential that may not list: that a token may exist', async () => {
    const world = createWorld({
      mints: [{ answer: reset }],
      find: () => ({ kind: 'found', ids: [], complete: false }),
    });
    await expect(world.mint()).rejects.toThrow(/may not list all tokens, so it is not known whether a token exists/);
  });

  it('of a second try: why the first was lost, and what became of its token', async () => {
    const world = createWorld({
      mints: [
        { answer: reset, actsAfter: 0 },
        { answer: 'granted', actsAfter: 0 },
      ],
    });
    await world.mint();
    expect(world.notices.map(({ message }) => message)).toEqual([
      'The answer to the mint was lost: the connection was reset. Its token token-1 was found and revoked. Trying once more.',
    ]);
    const other = createWorld({ mints: [{ answer: reset }, { answer: 'granted', actsAfter: 0 }] });
    await other.mint();
    expect(other.notices.map(({ message }) => message).join()).toContain('No token of it exists so far.');
  });

  it('of a token that is not as asked: each difference, and that it is revoked', async () => {
    const differences = [
      { what: 'grants', asked: 'read', granted: 'write' },
      { what: 'owner', asked: 'me', granted: 'you' },
    ];
    const world = createWorld({ mints: [{ answer: 'granted', actsAfter: 0, granted: { differences } }] });
    await expect(world.mint()).rejects.toThrow(
      'In-memory issuer did not grant what was asked for, so it is not handed on but revoked. grants: asked for read, granted write; owner: asked for me, granted you',
    );
  });

  it('by the issuer of what it granted, after it was checked', async () => {
    const notices = [{ level: 'warning', message: 'mind the gap' }] as const;
    const world = createWorld({ mints: [{ answer: 'granted', actsAfter: 0, granted: { notices } }] });
    await world.mint();
    expect(world.notices).toEqual(notices);
  });

  it('nothing of an end that is as asked, or that the system does not keep', async () => {
    for (const expiry of [
      { kind: 'second', longest: 1 },
      { kind: 'none' },
      { kind: 'millisecond', longest: 1 },
    ] as const) {
      const world = createWorld({ expiry });
      await world.mint();
      expect(world.notices).toEqual([]);
    }
  });
});

describe('the one revocation after a stop', () => {
  it('is not stopped by it', async () => {
    const stop = createTestStop();
    const world = createWorld({
      stop,
      mints: [{ answer: 'granted', actsAfter: 0, during: () => stop.request('SIGINT') }],
    });
    await expect(world.mint()).rejects.toMatchObject({ name: 'Stopped' });
    expect(world.revocationPorts.map(({ stop }) => stop.signal)).toEqual([undefined]);
    expect(world.revocationPorts[0]?.deadline).toBe(world.deadline);
  });
});

describe('a clock that is not that of the issuer', () => {
  const HOUR = 3_600_000;
  const granted = { answer: 'granted', actsAfter: 0 } as const;

  it('counts the end by that of the issuer when it is known before the mint, and says so', async () => {
    const world = createWorld({ serverAhead: () => -2 * HOUR });
    const begun = world.now();
    const token = await world.mint();
    expect(token.expiresAt).toBe(Math.floor((begun - 2 * HOUR) / 1000) * 1000 + 600_000);
    expect(world.attempts).toMatchObject([{ startedAt: begun, serverAhead: -2 * HOUR, expiresAt: token.expiresAt }]);
    expect(world.deliveredAt).toEqual([world.now() - 2 * HOUR]);
    expect(world.notices).toEqual([
      {
        level: 'warning',
        message:
          'The clock of this machine is 2h ahead of that of the server, by the Date of its answers. The end of the token counts by the clock of the server. Set the clock of this machine right: certificates and signatures depend on it too.',
      },
    ]);
  });

  it.each([
    ['ahead', -2 * HOUR, 'ahead of'],
    ['behind', 300_000, 'behind'],
  ])(
    'is known by the answer to the mint to be %s: its token is revoked, and another is made',
    async (_, ahead, words) => {
      const world = createWorld({
        mints: [granted, granted],
        serverAhead: (mints) => (mints === 0 ? undefined : ahead),
      });
      const token = await world.mint();
      expect(token.id).toBe('token-2');
      expect([...world.tokens.keys()]).toEqual(['token-2']);
      expect(token.expiresAt - (world.now() + ahead)).toBeGreaterThan(599_000);
      expect(token.expiresAt - (world.now() + ahead)).toBeLessThanOrEqual(600_000);
      expect(world.events.filter((event) => event.startsWith('deliver'))).toEqual(['deliver token-2']);
      expect(world.records.at(-1)?.attempts.map(({ outcome }) => outcome.kind)).toEqual(['revoked', 'delivered']);
      expect(world.notices.map(({ message }) => message).join('\n')).toContain(`${words} that of the server`);
    },
  );

  it('tries no third time, and refuses a token that lives longer', async () => {
    const world = createWorld({ mints: [granted, granted, granted], serverAhead: (mints) => -mints * HOUR });
    await expect(world.mint()).rejects.toThrow(
      'In-memory issuer made a token that does not live as long as was asked for, so it is not handed on but revoked: by the clock of the server it lives for 1h 10m, not for 10m: the clock of this machine is 2h ahead of that of the server',
    );
    expect(world.attempts).toHaveLength(2);
    expect(world.tokens.size).toBe(0);
    expect(world.events.filter((event) => event.startsWith('deliver'))).toEqual([]);
  });

  it('says of one that lives shorter that it does', async () => {
    const world = createWorld({ mints: [granted, granted], serverAhead: (mints) => mints * 120_000 });
    await expect(world.mint()).resolves.toMatchObject({ id: 'token-2' });
    expect(world.notices.map(({ message }) => message)).toContain(
      'The token does not live as long as was asked for: by the clock of the server it lives for 8m, not for 10m: the clock of this machine is 4m behind that of the server.',
    );
  });

  it('is no reason to touch an end that was given as an instant', async () => {
    const instant = 1_900_003_600_000;
    const world = createWorld({ lifetime: { kind: 'at', instant }, serverAhead: () => -HOUR });
    await expect(world.mint()).resolves.toMatchObject({ expiresAt: instant, id: 'token-1' });
    expect(world.notices).toHaveLength(1);
  });

  it('that is only half a minute off changes nothing', async () => {
    const world = createWorld({ serverAhead: () => 30_000 });
    const token = await world.mint();
    expect(token.expiresAt).toBe(1_900_000_600_000);
    expect(world.attempts).toHaveLength(1);
    expect(world.notices).toEqual([]);
  });

  it('lets a mint be refused because its end is past there: it is asked for once more', async () => {
    const world = createWorld({
      mints: [{ answer: new Refused('expires_at is not in the future') }, granted],
      serverAhead: (mints) => (mints === 0 ? undefined : 2 * HOUR),
    });
    await expect(world.mint()).resolves.toMatchObject({ id: 'token-1' });
    expect(world.records.at(-1)?.attempts.map(({ outcome }) => outcome.kind)).toEqual(['nothing', 'delivered']);
  });

  it('is named when the end that is past there was given as an instant', async () => {
    const world = createWorld({
      lifetime: { kind: 'at', instant: 1_900_000_600_000 },
      mints: [{ answer: new Refused('expires_at is not in the future') }],
      serverAhead: () => 2 * HOUR,
    });
    await expect(world.mint()).rejects.toThrow(
      'expires_at is not in the future; by the clock of the server the end that was asked for is past: the clock of this machine is 2h behind that of the server',
    );
    expect(world.attempts).toHaveLength(1);
  });

  it('is not blamed for a refusal of another kind', async () => {
    const refused = new Refused('no');
    const world = createWorld({ mints: [{ answer: refused }], serverAhead: () => 60_000 });
    await expect(world.mint()).rejects.toBe(refused);
  });

  it('does not keep a stop from being heard', async () => {
    const stop = createTestStop();
    const world = createWorld({
      stop,
      mints: [{ ...granted, during: () => stop.request('SIGTERM') }],
      serverAhead: (mints) => (mints === 0 ? undefined : -2 * HOUR),
    });
    await expect(world.mint()).rejects.toThrow(Stopped);
    expect(world.attempts).toHaveLength(1);
    expect(world.tokens.size).toBe(0);
  });
});

describe('a mint that takes long', () => {
  const slow = (takes: number) => ({ answer: 'granted', actsAfter: 0, takes }) as const;

  it('makes a token that lives shorter, which is said', async () => {
    const world = createWorld({ mints: [slow(120_000)] });
    await expect(world.mint()).resolves.toMatchObject({ id: 'token-1' });
    expect(world.notices).toEqual([
      {
        level: 'warning',
        message: 'The token does not live as long as was asked for: it lives for 8m, not for 10m.',
      },
    ]);
  });

  it('and ends with a token that has ended already makes another one', async () => {
    const world = createWorld({ mints: [slow(600_000), slow(0)] });
    await expect(world.mint()).resolves.toMatchObject({ id: 'token-2' });
    expect([...world.tokens.keys()]).toEqual(['token-2']);
  });

  it('is nothing to speak of up to a minute, nor where the system knows no end', async () => {
    const world = createWorld({ mints: [slow(45_000)] });
    await world.mint();
    const endless = createWorld({
      expiry: { kind: 'none' },
      mints: [{ ...slow(400_000), granted: { expiresAt: undefined } }],
    });
    await endless.mint();
    expect([...world.notices, ...endless.notices]).toEqual([]);
  });
});

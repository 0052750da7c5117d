import { tell, type MintHost } from '../host/host.js';
import type { AttemptWish } from '../lease/attempt.js';
import { systemClock } from '../lease/clock.js';
import { Refused, type Plan } from '../lease/issuer.js';
import { mintLease, type Keeper, type LeaseOrder } from '../lease/mint.js';
import { withoutPerson } from '../lease/origin.js';
import { Stopped, throwIfStopped, type Ports, type Stop } from '../lease/ports.js';
import { attemptByServer } from '../lease/server-clock.js';
import { messageOf } from '../request/shown-text.js';
import { readOrder, type Asked, type Order } from './order.js';
import type { Outcome } from './outcome.js';
import { reportPlan, reportToken } from './report-mint.js';
import { reportProblems } from './report-problems.js';
import { handOverOf } from './token-file.js';

/** Mints a token as it was asked for, and hands it on. */
export async function create(asked: Asked, host: MintHost, stop: Stop): Promise<Outcome> {
  try {
    return await mint(asked, host, stop);
  } catch (error) {
    // Whatever the work ended with then, it ended because of the signal.
    if (stop.signal !== undefined) {
      host.say(error instanceof Stopped ? error.message : `stopped by ${stop.signal}: ${messageOf(error)}`);
      return { kind: 'stopped', signal: stop.signal };
    }
    if (error instanceof Refused && error.problems.length > 0) reportProblems(error.problems, NOTHING, host);
    else host.fail(messageOf(error));
    return { kind: 'failed' };
  }
}

const NOTHING = 'nothing was minted';

async function mint(asked: Asked, host: MintHost, stop: Stop): Promise<Outcome> {
  host.reserve();
  hideWhatIsGiven(asked, host);
  for (const notice of host.notices()) tell(host, notice);
  const understood = await readOrder(asked, host, systemClock.now());
  if (!understood.ok) {
    reportProblems(understood.problems, NOTHING, host);
    return { kind: 'misused' };
  }
  const order = understood.value;
  const ports = await host.openPorts(order.options.timeout, stop);

  const plan = await order.prepared.plan(ports);
  reportPlan(order, plan, host);
  throwIfStopped(stop);
  if (order.options.dryRun) {
    await rehearse(order, plan, host, ports);
    return { kind: 'done' };
  }

  const { openTokens, prepared, options, issuer } = order;
  // Kept before there is anything to revoke.
  if (openTokens !== undefined) {
    await host.keepAccess(
      { authentication: prepared.access.authentication, onRevokeFailure: options.onRevokeFailure },
      ports,
    );
  }
  const keeper: Keeper = {
    save: (record) => host.keepRecord(record),
    ...(issuer.endsByToken === true ? { saveSecret: (secret) => host.keepSecret(secret) } : {}),
    deliver: (token, now) => host.deliver(handOverOf(order, plan, token), now),
  };
  const token = await mintLease(leaseOf(order, plan, host), keeper, ports);
  reportToken(order, plan, handOverOf(order, plan, token), host);
  return { kind: 'done' };
}

/** Every secret is hidden before anything else happens to it. */
function hideWhatIsGiven({ inputs }: Asked, host: MintHost): void {
  const credential = inputs('credential');
  host.hide([
    // The forms of a text cover those of the same text without the blanks at its ends.
    ...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
    ...host.ambientSecrets(),
  ]);
}

function wishOf({ request, issuer, options }: Order, { origin }: MintHost): AttemptWish {
  const { name, description, lifetime } = request;
  const { expiry, longestDescription, showsDescriptions } = issuer;
  const shown = showsDescriptions === true ? withoutPerson(origin) : origin;
  return { name, description, lifetime, expiry, origin: shown, revoke: options.revoke, longestDescription };
}

function leaseOf(order: Order, plan: Plan, host: MintHost): LeaseOrder {
  const { type, issuer, openTokens, prepared, options } = order;
  return {
    type,
    title: issuer.title,
    wish: wishOf(order, host),
    access: prepared.access,
    plan,
    openTokens,
    endTimeout: options.timeout / 2,
  };
}

async function rehearse(order: Order, plan: Plan, host: MintHost, ports: Ports): Promise<void> {
  for (const notice of (await plan.rehearse?.()) ?? []) tell(host, notice);
  throwIfStopped(ports.stop);
  const { name, expiresAt } = attemptByServer(wishOf(order, host), plan, ports);
  host.deliverPlan({ type: order.type, name, expiresAt, grants: plan.grants });
  host.say('nothing was minted: this was a dry run');
}

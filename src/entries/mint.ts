import { readActionsOrigin } from '../host/actions-origin.js';
import { readNetwork, serializeNetwork } from '../http/network.js';
import { readProxies } from '../http/proxy.js';
import { newAttempt, type AttemptWish } from '../lease/attempt.js';
import { systemClock } from '../lease/clock.js';
import { Refused, type Plan } from '../lease/issuer.js';
import { mintLease, type Keeper, type LeaseOrder } from '../lease/mint.js';
import type { Network } from '../lease/network.js';
import { Stopped, throwIfStopped, type Ports, type Stop } from '../lease/ports.js';
import { findMisspelt } from '../request/inputs.js';
import { invalid, type Result } from '../request/problem.js';
import { serializeRecord } from '../lease/record.js';
import { messageOf } from '../request/shown-text.js';
import { readOrder, type Order } from '../verbs/order.js';
import { reportPlan, reportProblems, reportToken } from '../verbs/report-mint.js';
import { handOver, handOverPlan } from '../runner/handover.js';
import { givenInputs, readInputs } from '../runner/inputs.js';
import { annotateError, annotateWarning, say, tell } from '../runner/log.js';
import { openRunnerPorts } from '../runner/open-ports.js';
import { readTrust } from '../runner/run-context.js';
import { reserveState, saveState } from '../runner/save-state.js';
import { runnerWords } from '../runner/words.js';
import { handOverOf } from '../verbs/hand-over.js';
import { hideSecrets } from '../host/hidden-secrets.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { endProcess, exitCodeOf, listenForStop } from '../host/process-end.js';
import { readSurroundings } from '../runner/surroundings.js';
import { noticesOfPlace } from '../host/token-file.js';
import { maskSecret } from '../runner/masks.js';

async function main(stop: Stop): Promise<number> {
  reserveState();
  const understood = await readStep();
  if (!understood.ok) {
    reportProblems(understood.problems);
    return 1;
  }
  const order = understood.value;
  const network = await readNetwork(process.env, tell);
  const ports = openRunnerPorts(order.options.timeout, stop, network, process.env);

  const plan = await order.prepared.plan(ports);
  reportPlan(order, plan);
  if (order.tokenFile !== undefined) {
    const folders = { temp: process.env['RUNNER_TEMP'], workspace: process.env['GITHUB_WORKSPACE'] };
    for (const notice of noticesOfPlace(order.tokenFile, folders)) tell(notice);
  }
  throwIfStopped(stop);
  if (order.options.dryRun) {
    await rehearse(order, plan, ports);
    return 0;
  }

  await keepAccess(order, network);
  const token = await mintLease(leaseOf(order, plan), keeperOf(order, plan), ports);
  reportToken(order, plan, handOverOf(order, plan, token));
  return 0;
}

/** Reads what the step asks for. Every secret is masked before anything else happens to it. */
async function readStep(): Promise<Result<Order>> {
  const inputs = readInputs(process.env);
  const credential = inputs('credential');
  const notices = hideSecrets(
    [
      // The forms of a text cover those of the same text without the blanks at its ends.
      ...(credential === undefined ? [] : [{ what: 'The credential', text: credential }]),
      ...proxySecrets(readProxies(process.env)),
    ],
    maskSecret,
  );
  for (const notice of notices) tell(notice);
  const trust = readTrust(process.env);
  if (trust.forkWithSecrets !== undefined) annotateWarning(trust.forkWithSecrets);
  const misspelt = findMisspelt(givenInputs(process.env), 'create');
  const order = await readOrder(inputs, readSurroundings(process.env, trust), systemClock.now(), runnerWords);
  if (misspelt.length === 0) return order;
  return invalid(...misspelt, ...(order.ok ? [] : order.problems));
}

/** What post needs to reach the issuer again, saved before there is anything to revoke. */
async function keepAccess({ openTokens, prepared, options }: Order, network: Network): Promise<void> {
  if (openTokens === undefined) return;
  const { authentication } = prepared.access;
  const secret = authentication.kind === 'secret' ? authentication : undefined;
  saveState({
    ...(await serializeNetwork(network, process.env['RUNNER_TEMP'] || undefined)),
    identity_token_url: process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
    credential: secret?.secret ?? '',
    credential_id: secret?.id ?? '',
    on_revoke_failure: options.onRevokeFailure ?? '',
  });
}

function wishOf({ request, issuer, options }: Order): AttemptWish {
  const { name, description, lifetime } = request;
  const { expiry, longestDescription } = issuer;
  const origin = readActionsOrigin(process.env);
  return { name, description, lifetime, expiry, origin, revoke: options.revoke, longestDescription };
}

function leaseOf(order: Order, plan: Plan): LeaseOrder {
  const { type, issuer, openTokens, prepared, options } = order;
  const { access } = prepared;
  return { type, title: issuer.title, wish: wishOf(order), access, plan, openTokens, endTimeout: options.timeout / 2 };
}

function keeperOf(order: Order, plan: Plan): Keeper {
  return {
    save: (record) => saveState({ record: serializeRecord(record) }),
    deliver: (token) => handOver(handOverOf(order, plan, token), systemClock.now()),
  };
}

async function rehearse(order: Order, plan: Plan, ports: Ports): Promise<void> {
  for (const notice of (await plan.rehearse?.()) ?? []) tell(notice);
  throwIfStopped(ports.stop);
  const { name, expiresAt } = newAttempt(wishOf(order), systemClock.now());
  handOverPlan({ type: order.type, name, expiresAt, grants: plan.grants });
  say('nothing was minted: this was a dry run');
}

const stop = listenForStop();
main(stop).then(endProcess, (error: unknown) => {
  // Whatever the work ended with then, it ended because of the signal.
  if (stop.signal !== undefined) {
    say(error instanceof Stopped ? error.message : `stopped by ${stop.signal}: ${messageOf(error)}`);
    endProcess(exitCodeOf(stop.signal));
    return;
  }
  if (error instanceof Refused && error.problems.length > 0) reportProblems(error.problems);
  else annotateError(messageOf(error));
  endProcess(1);
});

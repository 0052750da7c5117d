import { newAttempt } from './lease/attempt.js';
import { createDeadline, systemClock } from './lease/clock.js';
import { mintLease } from './lease/mint.js';
import { Stopped, throwIfStopped, type Ports } from './lease/ports.js';
import { messageOf } from './lease/problem.js';
import { serializeRecord } from './lease/record.js';
import { readOrder } from './order.js';
import { reportPlan, reportProblems, reportToken } from './report.js';
import { handOver, handOverPlan } from './runner/handover.js';
import { readInputs } from './runner/inputs.js';
import { annotateError, annotateWarning, say, tell } from './runner/log.js';
import { maskSecret, SHORTEST_FORM } from './runner/masks.js';
import { proxySecrets, readNetworkSettings } from './runner/network-settings.js';
import { readRun, readTrust } from './runner/run-context.js';
import { exitCodeOf, listenForStop } from './runner/signals.js';
import { reserveState, saveState } from './runner/save-state.js';
import { readSurroundings } from './runner/surroundings.js';

/** How long an answer may take that is under way when the process is asked to stop, in milliseconds. */
const GRACE = 5_000;

async function main(): Promise<void> {
  reserveState();
  const stop = listenForStop();
  const environment = process.env;
  const network = readNetworkSettings(environment);
  for (const secret of proxySecrets(network)) maskSecret(secret);
  const inputs = readInputs(environment);
  for (const secret of [inputs('credential'), inputs('credential')?.trim()])
    if (secret !== undefined) maskSecret(secret);

  const now = systemClock.now();
  const trust = readTrust(environment);
  const understood = await readOrder(inputs, readSurroundings(environment, trust), now);
  if (!understood.ok) {
    reportProblems(understood.problems);
    process.exitCode = 1;
    return;
  }
  const order = understood.value;
  const { type, issuer, options, prepared, request } = order;

  const deadline = createDeadline(systemClock, options.timeout);
  stop.onRequest(() => deadline.leave(Math.min(deadline.remaining(), GRACE)));
  const ports: Ports = {
    clock: systemClock,
    deadline,
    stop,
    mask: maskSecret,
    notify: tell,
    identityToken: async (audience) =>
      (await import('./runner/identity-token.js')).requestIdentityToken(environment, audience, ports),
  };

  const plan = await prepared.plan(ports);
  reportPlan(order, plan, now);
  throwIfStopped(stop);
  const wish = {
    name: request.name,
    description: request.description,
    lifetime: request.lifetime,
    expiry: issuer.expiry,
    run: readRun(environment),
  };
  if (options.dryRun) {
    for (const notice of (await plan.rehearse?.(ports)) ?? []) tell(notice);
    const { name, expiresAt } = newAttempt(wish, now);
    handOverPlan({ type, name, expiresAt, grants: plan.grants });
    say('nothing was minted: this was a dry run');
    return;
  }

  if (trust.forkWithSecrets !== undefined) annotateWarning(trust.forkWithSecrets);
  const { authentication } = prepared.access;
  if (authentication.kind === 'secret') {
    if (authentication.secret.length < SHORTEST_FORM)
      annotateWarning('The credential is so short that only the very text of it is masked, not its encoded forms.');
    saveState({ credential: authentication.secret, credential_id: authentication.id ?? '' });
  }
  saveState(network);
  const token = await mintLease(
    {
      ...wish,
      type,
      issuer,
      prepared,
      plan,
      revoke: options.revoke,
      onRevokeFailure: options.onRevokeFailure,
      tokenFile: order.tokenFile,
      endTimeout: options.timeout / 2,
    },
    {
      save: (record) => saveState({ record: serializeRecord(record) }),
      deliver: (token) => handOver(token, issuer, options, systemClock.now()),
    },
    ports,
  );
  reportToken(order, plan, token);
}

main().catch((error: unknown) => {
  if (error instanceof Stopped) {
    say(`stopped by ${error.signal}`);
    process.exitCode = exitCodeOf(error.signal);
    return;
  }
  annotateError(messageOf(error));
  process.exitCode = 1;
});

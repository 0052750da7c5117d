import { loadIssuer } from './issuers/registry.js';
import { createDeadline, systemClock } from './lease/clock.js';
import { formatInstant } from './lease/lifetime.js';
import { neverStops, type Ports } from './lease/ports.js';
import { messageOf } from './lease/problem.js';
import { accessOf, parseRecord, type LeaseRecord, type RecordedAttempt } from './lease/record.js';
import { endLease, failsJob, type Ending } from './lease/revoke.js';
import { annotateError, annotateWarning, say, tell } from './runner/log.js';
import { maskSecret } from './runner/masks.js';
import { restoreProxies } from './runner/network-settings.js';
import { readState, type State } from './runner/state.js';

/** Everything that post does comes from the state that main saved: inputs are not read, they can be another step's. */
async function post(): Promise<void> {
  const state = readState(process.env);
  for (const secret of [state.credential]) if (secret !== '') maskSecret(secret);
  const fileProblem = await endTokenFile(state);
  if (state.record === '') {
    say('nothing to revoke: no token was asked for');
  } else {
    const record = parseRecord(state.record);
    if (record.revocable) await revokeAll(record, state);
    else for (const attempt of record.attempts) sayLifeOf(attempt);
  }
  if (fileProblem !== undefined) throw fileProblem;
}

/** Removes the token file first: that works without a network. */
async function endTokenFile(state: State): Promise<Error | undefined> {
  if (state.token_file === '') return undefined;
  const { removeTokenFile } = await import('./runner/token-file.js');
  try {
    const done = removeTokenFile(state.token_file, state.token_file_sha256);
    if (done === 'removed') say(`removed the token file ${state.token_file}`);
    if (done === 'changed') {
      annotateWarning(
        `The token file ${state.token_file} was changed by a later step and is left as it is; remove it there.`,
      );
    }
    return undefined;
  } catch (error) {
    return new Error(`the token file ${state.token_file} could not be removed: ${messageOf(error)}`, { cause: error });
  }
}

function sayLifeOf({ name, outcome }: RecordedAttempt): void {
  if (outcome.kind === 'delivered') {
    say(`the token ${outcome.id} (${name}) cannot be revoked and lives until ${formatInstant(outcome.expiresAt)}`);
  } else if (outcome.kind === 'minted') {
    say(`the token ${outcome.id} (${name}) was not handed on`);
  }
}

async function revokeAll(record: LeaseRecord, state: State): Promise<void> {
  await restoreNetwork(state);
  const issuer = await loadIssuer(record.type);
  if (issuer?.revocation === undefined) throw new Error(`the recorded type ${record.type} knows no revocation`);
  const ports: Ports = {
    clock: systemClock,
    deadline: createDeadline(systemClock, record.timeout),
    stop: neverStops,
    mask: maskSecret,
    notify: tell,
    identityToken: async (audience) =>
      (await import('./runner/identity-token.js')).requestIdentityToken(process.env, audience, ports),
  };
  const access = accessOf(record, { secret: state.credential, id: state.credential_id });
  const endings = await endLease(record, issuer.revocation(access, record.context, ports));
  const expires = issuer.expiry.kind !== 'none';
  for (const ending of endings) report(ending, record, expires);
}

/** The way to the issuer is main's: a later step of the job may have set another, to read the credential on its way. */
async function restoreNetwork(state: State): Promise<void> {
  const { trustOf, trustOnly } = await import('./http/trust.js');
  const saved = { NODE_EXTRA_CA_CERTS: state.node_extra_ca_certs, NODE_USE_SYSTEM_CA: state.node_use_system_ca };
  trustOnly(trustOf(saved), trustOf(process.env), tell);
  restoreProxies(state, process.env);
}

function report(ending: Ending, record: LeaseRecord, expires: boolean): void {
  const { attempt } = ending;
  const now = systemClock.now();
  const outlived = expires && attempt.expiresAt <= now;
  switch (ending.kind) {
    case 'revoked':
      say(`revoked ${ending.id} (${attempt.name})`);
      break;
    case 'already-gone':
      say(`${ending.id} (${attempt.name}) was gone already`);
      break;
    case 'nothing-minted':
      say(`no token of ${attempt.name} exists`);
      break;
    case 'left':
      say(`left ${ending.id} (${attempt.name}) until ${formatInstant(attempt.expiresAt)}, as revoke: false asks for`);
      break;
    case 'failed': {
      const life = expires ? `lives until ${formatInstant(attempt.expiresAt)}` : 'lives until it is revoked';
      const message = `A token of ${attempt.name} may be left and ${life}: ${ending.reason}. Revoke it by hand: ${ending.byHand}`;
      if (failsJob(record, attempt, expires, now)) {
        annotateError(message);
        process.exitCode = 1;
      } else annotateWarning(message);
      break;
    }
  }
  if (outlived && ending.kind !== 'nothing-minted') {
    annotateWarning(
      `The job outlived its token: ${attempt.name} ended at ${formatInstant(attempt.expiresAt)}. Ask for a longer expires_in if later steps need it.`,
    );
  }
}

post().catch((error: unknown) => {
  annotateError(messageOf(error));
  process.exitCode = 1;
});

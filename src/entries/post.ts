import { parseResolver, restoreResolver } from '../http/resolver.js';
import { loadTokens } from '../issuers/registry.js';
import { systemClock } from '../lease/clock.js';
import { neverStops, type Ports, type Stop } from '../lease/ports.js';
import { accessOf, parseRecord, type LeaseRecord } from '../lease/record.js';
import { endLease, endUnasked, type Ending } from '../lease/revoke.js';
import { messageOf } from '../request/shown-text.js';
import { reportEnding, reportIrrevocable } from '../verbs/report-ending.js';
import { annotateError, annotateWarning, say } from '../runner/log.js';
import { GRACE, leaveGrace } from '../host/open-ports.js';
import { openRunnerPorts } from '../runner/open-ports.js';
import { readState, type State } from '../runner/state.js';
import type { OpenTokens, Tokens } from '../lease/tokens.js';
import { ON_REVOKE_FAILURE } from '../request/revoke-failure.js';
import { hideSecrets } from '../host/hidden-secrets.js';
import { endProcess, listenForStop } from '../host/process-end.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { maskSecret } from '../runner/masks.js';

/** All that post does comes from the state that main saved. Inputs are not read: they can be another step's. */
async function post(stop: Stop): Promise<number> {
  const state = readState(process.env);
  // Before anything can look up a name: the system reads these but once.
  restoreResolver(parseResolver(state.resolver), process.env);
  // What shows all the same was told by main.
  hideSecrets([{ what: 'The credential', text: state.credential }, ...proxySecrets(state)], maskSecret);
  // The file first: that needs no network.
  const fileFails = await removeFile(state);
  const leaseFails =
    state.record === '' ? sayNothingMinted() : await endRecorded(parseRecord(state.record), state, stop);
  return fileFails || leaseFails ? 1 : 0;
}

function sayNothingMinted(): boolean {
  say('nothing to revoke: no token was asked for');
  return false;
}

/** Whether ending the lease fails the job. */
async function endRecorded(record: LeaseRecord, state: State, stop: Stop): Promise<boolean> {
  if (!record.revocable) {
    for (const attempt of record.attempts) reportIrrevocable(attempt, systemClock.now());
    return false;
  }
  const openTokens = await loadTokens(record.type);
  if (openTokens === undefined) throw new Error(`tokens of the recorded type ${record.type} cannot be revoked`);
  const endings = await endAttempts(record, openTokens, state, await portsOf(record, state, stop));
  const onRevokeFailure = ON_REVOKE_FAILURE.find((choice) => choice === state.on_revoke_failure);
  return endings.map((ending) => reportEnding(ending, record, onRevokeFailure, systemClock.now())).includes(true);
}

async function endAttempts(
  record: LeaseRecord,
  openTokens: OpenTokens,
  state: State,
  ports: Ports,
): Promise<readonly Ending[]> {
  let tokens: Tokens;
  try {
    const access = accessOf(record, { secret: state.credential, id: state.credential_id });
    tokens = openTokens(access, record.context, ports);
  } catch (error) {
    return endUnasked(record, error);
  }
  return endLease(record, tokens, ports);
}

/**
 * The way to the issuer is main's: a later step of the job may have set another, to read the credential on its way. A signal
 * hurries the end of the lease, and does not stop it: no step comes after this one.
 */
async function portsOf(record: LeaseRecord, state: State, stop: Stop): Promise<Ports> {
  // Loaded here: a token that cannot be revoked needs none.
  const { parseNetwork } = await import('../http/network.js');
  const environment = { ...process.env, ACTIONS_ID_TOKEN_REQUEST_URL: state.identity_token_url };
  const ports = openRunnerPorts(record.timeout, neverStops, await parseNetwork(state, process.env), environment);
  leaveGrace(stop, ports.deadline, `what is under way has ${GRACE / 1000} s to end`, say);
  return ports;
}

/** Whether removing the token file fails the job. */
async function removeFile(state: State): Promise<boolean> {
  const path = state.token_file;
  if (path === '') return false;
  // Loaded here: it brings node:crypto with it, and most steps have no token file.
  const { removeTokenFile } = await import('../host/token-file.js');
  try {
    const made = { path, hash: state.token_file_sha256, firstFolder: state.token_file_folder };
    switch (removeTokenFile(made)) {
      case 'removed':
        say(`removed the token file ${path}`);
        break;
      case 'gone':
        say(`the token file ${path} is gone already`);
        break;
      case 'changed':
        annotateWarning(`The token file ${path} was changed by a later step and is left as it is; remove it there.`);
        break;
    }
    return false;
  } catch (error) {
    annotateError(
      `The token file ${path} could not be removed: ${messageOf(error)}. Remove it by hand, and see which later step took away the rights on it or on its folder`,
    );
    return true;
  }
}

const stop = listenForStop();
post(stop).then(endProcess, (error: unknown) => {
  annotateError(messageOf(error));
  endProcess(1);
});

import type { MintedToken, Plan, Unconfirmed } from '../lease/issuer.js';
import { endOf, formatDuration, formatInstant } from '../request/lifetime.js';
import { serverAheadOf } from '../lease/server-clock.js';
import type { Order } from './order.js';
import { tell, type HandOver, type MintHost } from '../host/host.js';
import { noticesOfPlace } from '../host/token-file.js';
import type { Words } from '../request/words.js';

export function reportPlan({ type, issuer, prepared, request, tokenFile }: Order, plan: Plan, host: MintHost): void {
  const now = request.now + serverAheadOf(plan);
  const end = endOf(request.lifetime, now, issuer.expiry);
  host.say(`${issuer.title}: a token of type ${type}`);
  for (const source of prepared.sources) host.say(`  ${source}`);
  for (const grant of plan.shownGrants) host.say(`  grant: ${grant}`);
  for (const open of plan.leftOpen) host.say(`  left open: ${open}`);
  host.say(`  end: ${formatInstant(end)}, in ${formatDuration(Math.ceil((end - now) / 1000))}`);
  for (const notice of [...prepared.notices, ...plan.notices]) tell(host, notice);
  if (tokenFile === undefined) return;
  for (const notice of noticesOfPlace(tokenFile, host.tokenFilePlace)) tell(host, notice);
}

export function reportToken(order: Order, plan: Plan, { token, file, exports }: HandOver, host: MintHost): void {
  const { issuer, options } = order;
  const ending = endingOf(order, token, host.words);
  const { unconfirmed } = token;
  const markOf = (what: Unconfirmed) => (unconfirmed.includes(what) ? ['not confirmed by the server'] : []);
  const { description } = order.request;
  host.say(`minted ${token.id} (${token.name})`);
  if (description !== undefined) host.say(`  description: ${description}`);
  if (unconfirmed.length > 0) {
    const are = unconfirmed.includes('grants') ? 'are' : 'is';
    host.say(`  its ${unconfirmed.join(' and ')} ${are} not confirmed by the server`);
  }
  host.say(`  ${ending}`);
  if (file !== undefined) host.say(`  token file: ${file.path}`);
  if (exports !== undefined) host.say(`  exported: ${Object.keys(exports()).join(', ')}`);
  if (!options.summary) return;
  host.summarize(`${issuer.title} token`, [
    ['Type', [token.type]],
    ['Name', [token.name]],
    ['Description', description === undefined ? [] : [description]],
    ['Token id', [token.id]],
    ['Grants', [...plan.shownGrants, ...markOf('grants')]],
    ['Workspace', markOf('workspace')],
    ['Left open', plan.leftOpen],
    ['End', [formatInstant(token.expiresAt)]],
    ['Revocation', [ending]],
  ]);
}

function endingOf({ issuer, openTokens, options }: Order, token: MintedToken, words: Words): string {
  const end = formatInstant(token.expiresAt);
  if (openTokens === undefined) return `it cannot be revoked and lives until ${end}`;
  if (!options.revoke)
    return `it is not revoked ${words.atTheEnd} (${words.setting('revoke', 'false')}) and lives until ${end}`;
  if (issuer.expiry.kind === 'none')
    return `it lives until it is revoked: ${words.atTheEnd}; a sweep may revoke it after ${end}`;
  return `it is revoked ${words.atTheEnd}, and lives until ${end} at most`;
}

import type { MintedToken, Plan, Unconfirmed } from '../lease/issuer.js';
import { endOf, formatDuration, formatInstant } from '../request/lifetime.js';
import { formatProblem, type Problem } from '../request/problem.js';
import type { Order } from './order.js';
import { annotateError, say, tell } from '../runner/log.js';
import { writeSummary } from '../runner/summary.js';
import type { HandOver } from '../host/host.js';

/** GitHub shows ten annotations of a step; more than these nobody reads. */
const MOST_PROBLEMS = 50;

/** Every problem is an annotation of its own, complete in its message. */
export function reportProblems(problems: readonly Problem[]): void {
  for (const problem of problems.slice(0, MOST_PROBLEMS)) annotateError(formatProblem(problem));
  if (problems.length > MOST_PROBLEMS) say(`and ${problems.length - MOST_PROBLEMS} problems more`);
  say(`nothing was minted: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`} with the inputs`);
}

export function reportPlan({ type, issuer, prepared, request }: Order, plan: Plan): void {
  const { now } = request;
  const end = endOf(request.lifetime, now);
  say(`${issuer.title}: a token of type ${type}`);
  for (const source of prepared.sources) say(`  ${source}`);
  for (const grant of plan.shownGrants) say(`  grant: ${grant}`);
  for (const open of plan.leftOpen) say(`  left open: ${open}`);
  say(`  end: ${formatInstant(end)}, in ${formatDuration(Math.ceil((end - now) / 1000))}`);
  for (const notice of [...prepared.notices, ...plan.notices]) tell(notice);
}

export function reportToken(order: Order, plan: Plan, { token, file, exports }: HandOver): void {
  const { issuer, options } = order;
  const ending = endingOf(order, token);
  const { unconfirmed } = token;
  const markOf = (what: Unconfirmed) => (unconfirmed.includes(what) ? ['not confirmed by the server'] : []);
  const { description } = order.request;
  say(`minted ${token.id} (${token.name})`);
  if (description !== undefined) say(`  description: ${description}`);
  if (unconfirmed.length > 0) {
    const are = unconfirmed.includes('grants') ? 'are' : 'is';
    say(`  its ${unconfirmed.join(' and ')} ${are} not confirmed by the server`);
  }
  say(`  ${ending}`);
  if (file !== undefined) say(`  token file: ${file.path}`);
  if (exports !== undefined) say(`  exported: ${Object.keys(exports()).join(', ')}`);
  if (!options.summary) return;
  writeSummary(`${issuer.title} token`, [
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

function endingOf({ issuer, openTokens, options }: Order, token: MintedToken): string {
  const end = formatInstant(token.expiresAt);
  if (openTokens === undefined) return `it cannot be revoked and lives until ${end}`;
  if (!options.revoke) return `it is not revoked when the job ends (revoke: false) and lives until ${end}`;
  if (issuer.expiry.kind === 'none')
    return `it lives until it is revoked: when the job ends; a sweep may revoke it after ${end}`;
  return `it is revoked when the job ends, and lives until ${end} at most`;
}

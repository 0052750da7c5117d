import { ALL } from './permissions.js';

/** A right with which its holder does what goes on when the token is revoked, or reaches what no grant of it names. */
export interface Reach {
  readonly type: string;
  readonly actions: readonly string[];
  /** What a token with it can do. */
  readonly effect: string;
}

/**
 * By Namespace's documentation (namespace.so/docs/security/permissions and docs/workspaces/access, February and March 2026)
 * and the comments of its schema; not tried. What a right only does by its name (an artifact stays, what is destroyed is
 * gone) is not among them.
 */
export const REACH: readonly Reach[] = [
  {
    type: 'token/revokable',
    actions: ['create'],
    effect: 'create tokens, which stay when this one is revoked',
  },
  {
    type: 'token/revokable',
    actions: ['refresh'],
    effect: 'put off the end of tokens, this one included, beyond what is asked for here',
  },
  {
    type: 'federation',
    actions: ['issue_federation'],
    effect: 'issue identity tokens, which stay valid when this one is revoked',
  },
  {
    type: 'instance',
    actions: ['create'],
    effect:
      'start instances, which run on when this one is revoked, with workload tokens of their own, by default for the whole workspace',
  },
  {
    type: 'instance',
    actions: ['exec', 'ssh'],
    effect: 'run commands in instances, with the workload tokens that are there, by default for the whole workspace',
  },
  {
    type: 'devbox',
    actions: ['create', 'activate'],
    effect: 'start devboxes, which run on when this one is revoked',
  },
  {
    type: 'github/runner-profile',
    actions: ['create', 'update'],
    effect: 'set on what later jobs of GitHub run, and what these may do at Namespace',
  },
  {
    type: 'containerregistry/repository',
    actions: ['share'],
    effect: 'share repositories, which stay shared when this one is revoked',
  },
];

/** What a token with the action (`*` is every one) on a type of resource can do: `with TYPE: ACTION can …`. */
export function effectsOf(type: string, action: string): readonly string[] {
  return REACH.filter((reach) => reach.type === type).flatMap(({ actions, effect }) =>
    actions
      .filter((reaching) => reaching === action || action === ALL)
      .map((reaching) => `a token with ${type}: ${reaching} can ${effect}`),
  );
}

import { describe, expect, it } from 'vitest';
import fc from '../../properties.js';

import { findMisspelt, inputsOf } from '../../../src/request/inputs.js';
import { formatProblem } from '../../../src/request/problem.js';

describe('a name that is that of no input and near one', () => {
  it.each([
    ['dry-run', 'dry_run'],
    ['dryrun', 'dry_run'],
    ['expires-in', 'expires_in'],
    ['expire_in', 'expires_in'],
    ['expiresin', 'expires_in'],
    ['expires', 'expires_in'],
    ['expires.at', 'expires_at'],
    ['credentials', 'credential'],
    ['credential-id', 'credential_id'],
    ['on-revoke-failure', 'on_revoke_failure'],
    ['grant', 'grants'],
    ['token-file', 'token_file'],
    ['exports_env', 'export_env'],
    ['revoked', 'revoke'],
    ['types', 'type'],
    ['uri', 'url'],
    ['timezone', 'time_zone'],
    ['ttl', 'expires_in'],
    ['Lifetime', 'expires_in'],
    ['expiration', 'expires_in'],
    ['expires_after', 'expires_in'],
    ['permissions', 'grants'],
    ['scopes', 'grants'],
    ['api-key', 'credential'],
    ['endpoint', 'url'],
  ])('is a mistake: %s', (name, input) => {
    expect(findMisspelt([name], 'create').map(formatProblem)).toStrictEqual([
      `${name}: there is no input of this name. Did you mean ${input}? If so, rename it`,
    ]);
  });

  it('is a mistake however the words of an input are joined', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inputsOf('create')), fc.constantFrom('-', '.', ' ', '', '__'), (input, joint) => {
        const name = input.replaceAll('_', joint);
        expect(findMisspelt([name], 'create')).toHaveLength(name === input ? 0 : 1);
      }),
    );
  });

  it.each([
    '',
    'x',
    'file',
    'path',
    'date',
    'time',
    'node',
    'mode',
    'data',
    'node-version',
    'token',
    'bucket',
    'region',
  ])('is not one that is near none: %j', (name) => {
    expect(findMisspelt([name], 'create')).toStrictEqual([]);
  });

  it.each([
    ['scope', 'sweep'],
    ['grace', 'sweep'],
    ['max_revocations', 'sweep'],
    ['replace', 'update'],
    ['token_id', 'revoke and update'],
    ['foreign', 'revoke and update'],
    ['expired', 'list'],
  ])('is a mistake where it is an input of another verb: %s', (name, verbs) => {
    expect(findMisspelt([name], 'create').map(formatProblem)).toStrictEqual([
      `${name}: this is an input of ${verbs}, and of nothing else; remove it`,
    ]);
  });

  it.each(['repository', 'run', 'job', 'all', 'github_token'])(
    'is not one that names much else, though it is an input of another verb: %s',
    (name) => {
      expect(findMisspelt([name], 'create')).toStrictEqual([]);
    },
  );

  it('is no input itself', () => {
    expect(findMisspelt(inputsOf('create'), 'create')).toStrictEqual([]);
  });
});

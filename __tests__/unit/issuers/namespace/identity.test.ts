import { describe, expect, it } from 'vitest';
import fc from '../../../properties.js';

import { adviceOnIdentity as adviceOn } from '../../../../src/issuers/namespace/identity.js';

import { runnerWords } from '../../../../src/runner/words.js';

const adviceOnIdentity = (identityToken: string, words: string, workspace: string | undefined) =>
  adviceOn({ identityToken, words, workspace, hostWords: runnerWords });

const ISSUER = 'https://token.actions.githubusercontent.com';

function tokenOf(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.not-a-real-signature`;
}

const token = (sub: string) => tokenOf({ iss: ISSUER, sub, aud: 'federation.namespaceapis.com' });

const MAIN = 'repo:octo-org/octo-repo:ref:refs/heads/main';

describe('an identity token that Namespace refuses', () => {
  it.each([
    [MAIN, MAIN],
    ['repo:octo-org@583231/octo-repo@1296269:ref:refs/heads/main', 'repo:octo-org@583231/octo-repo@1296269:ref:refs/heads/main'],
    ['repo:octo-org/octo-repo:environment:production', 'repo:octo-org/octo-repo:environment:production'],
    ["repo:octo-org/octo-repo:environment:it's on", "'repo:octo-org/octo-repo:environment:it'\\''s on'"],
  ])('is told with the pattern that its own subject matches: %s', (subject, inShell) => {
    expect(adviceOnIdentity(token(subject), ': permission_denied: no trust relationship matches', 'tenant_octo1')).toBe(
      `The identity token says iss "${ISSUER}", sub ${JSON.stringify(subject)}, aud "federation.namespaceapis.com". To be done: the workspace "tenant_octo1" needs a trust relationship that matches them, such as nsc auth trust-relationships add --issuer ${ISSUER} --subject-match ${inShell} --audience federation.namespaceapis.com --grant '{"resource_type":"token/revokable","resource_id":"*","actions":["create","list","revoke"]}'`,
    );
  }); // prettier-ignore

  it.each([
    ['token is not valid yet', 'Probably the clocks of who issued the token and of Namespace differ'],
    ['oidc: token is not valid before 2026-11-25T18:00:00Z', 'Probably the clocks of who issued the token'],
    ['Token used before issued', 'Probably the clocks of who issued the token'],
    ['claim "nbf" is in the future', 'Probably the clocks of who issued the token'],
    ['token has expired', 'Probably the token had ended when it arrived'],
    ['unexpected audience "x"', 'Probably the trust relationship was made for another audience than "federation'],
    ['no match for this subject and audience', 'To be done: the workspace "tenant_octo1" needs a trust relationship'],
    ['something else', 'To be done: the workspace "tenant_octo1" needs a trust relationship'],
    ['', 'To be done: the workspace "tenant_octo1" needs a trust relationship'],
  ])('is told with the cause that the service names: %s', (words, advice) => {
    const message = adviceOnIdentity(token(MAIN), `: unauthenticated: ${words}`, 'tenant_octo1');
    expect(message).toContain(`sub "${MAIN}"`);
    expect(message).toContain(advice);
    expect(message.includes('trust-relationships add')).toBe(advice.startsWith('To be done'));
  });

  it('is told with the App to install where no workspace is given', () => {
    expect(adviceOnIdentity(token(MAIN), ': permission_denied', undefined)).toMatch(
      /^The identity token says .*\. To be done: Namespace's GitHub App must be installed for the organisation/,
    );
  });

  it.each([
    'not-a-real-token',
    'a.b.c',
    tokenOf({ iss: ISSUER, aud: 'x' }),
    tokenOf([]),
    tokenOf({ iss: ISSUER, sub: MAIN, aud: ['x', 'y'] }),
    tokenOf({ iss: ISSUER, sub: `${MAIN}\n::warning::x`, aud: 'x' }),
    tokenOf({ iss: ISSUER, sub: `${MAIN}${'x'.repeat(1_000)}`, aud: 'x' }),
  ])('is told without what it cannot be read to say (%#)', (unreadable) => {
    expect(adviceOnIdentity(unreadable, '', 'tenant_octo1')).toBe(
      'To be done: the workspace "tenant_octo1" needs a trust relationship for this job: nsc auth trust-relationships add, with the issuer, the subject and the audience of its identity token',
    );
    expect(adviceOnIdentity(unreadable, '', undefined)).toMatch(/^To be done: Namespace's GitHub App/);
  });

  it('shows nothing of its header or its signature', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (subject, words) => {
        const message = adviceOnIdentity(token(subject), words, 'tenant_octo1');
        expect(message).not.toContain('not-a-real-signature');
        expect(message).not.toContain('eyJ');
      }),
    );
  });

  it('may name its audience in a list', () => {
    const listed = tokenOf({ iss: ISSUER, sub: MAIN, aud: ['only'] });
    expect(adviceOnIdentity(listed, '', 'tenant_octo1')).toContain('aud "only"');
  });
});

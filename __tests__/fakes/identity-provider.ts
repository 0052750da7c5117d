import { generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';
import { createFakeServer, type FakeAnswer, type FakeRequest, type FakeServer, type OnRequest } from './faults.js';

/**
 * GitHub's endpoint for identity tokens (OpenID Connect), as a job with `id-token: write` finds it: a GET of
 * ACTIONS_ID_TOKEN_REQUEST_URL with `audience`, and ACTIONS_ID_TOKEN_REQUEST_TOKEN as bearer, answered by `{"value": JWT}`.
 * The tokens are signed, and `verifyIdentityToken` is what a service that trusts this issuer does with them.
 */
export interface IdentityProvider extends FakeServer {
  readonly requestUrl: string;
  readonly requestToken: string;
  /** The claims of a token that this provider signed and that is still valid. Throws for any other text. */
  verifyIdentityToken(token: string): IdentityClaims;
  /** The audiences that were asked for, in order. */
  readonly audiences: readonly string[];
}

export interface IdentityClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
  readonly repository_owner: string;
  readonly jti: string;
  /** Seconds. */
  readonly exp: number;
}

export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

export interface IdentityProviderOptions {
  /** `owner/name`; the subject is that of a push to main. */
  readonly repository?: string;
  /** Another subject than that: GitHub has several forms, and an organisation can set its own. */
  readonly subject?: string;
  readonly onRequest?: OnRequest | undefined;
}

export async function createIdentityProvider({
  repository = 'octo-org/octo-repo',
  subject = `repo:${repository}:ref:refs/heads/main`,
  onRequest,
}: IdentityProviderOptions = {}): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const requestToken = `not-a-real-request-token-${randomUUID()}`;
  const audiences: string[] = [];
  const server = await createFakeServer(handle, { onRequest });

  return {
    ...server,
    requestUrl: `${server.url}/idtoken/1/2?api-version=2.0`,
    requestToken,
    audiences,
    verifyIdentityToken(token) {
      const [header = '', payload = '', signature = '', ...rest] = token.split('.');
      const signed = verify(
        'sha256',
        Buffer.from(`${header}.${payload}`),
        { key: publicKey, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
      if (!signed || rest.length > 0) throw new Error('the signature of the identity token is not that of its issuer');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as IdentityClaims;
      if (claims.exp * 1000 <= Date.now()) throw new Error('the identity token has expired');
      return claims;
    },
  };

  function handle(request: FakeRequest): FakeAnswer {
    if (request.method !== 'GET' || request.path !== '/idtoken/1/2' || request.query.get('api-version') !== '2.0') {
      return answer(404, { message: 'no such page' });
    }
    if (request.headers.authorization !== `Bearer ${requestToken}`)
      return answer(401, { message: 'bad request token' });
    const audience = request.query.get('audience') ?? 'https://github.com/octo-org';
    audiences.push(audience);
    const claims: IdentityClaims = {
      iss: GITHUB_ISSUER,
      sub: subject,
      aud: audience,
      repository_owner: repository.slice(0, repository.indexOf('/')),
      jti: randomUUID(),
      exp: Math.floor(Date.now() / 1000) + 300,
    };
    const text = [{ typ: 'JWT', alg: 'ES256' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return answer(200, { value: `${text}.${signature.toString('base64url')}` });
  }
}

function answer(status: number, body: unknown): FakeAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

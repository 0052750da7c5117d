import { createClient, type HttpAnswer } from './client.js';
import { unavailability } from './unavailable.js';
import type { RequestPorts } from '../lease/ports.js';
import { isUsableSecret } from '../lease/usable-secret.js';

/**
 * Asks the runner for a signed statement of who this job is (OpenID Connect), as GitHub documents it: a GET of
 * ACTIONS_ID_TOKEN_REQUEST_URL with the audience, and the request token as bearer. The answer's `value` is the token.
 *
 * @throws Error when the job may not have one, with the lines that allow it
 */
export async function requestIdentityToken(
  environment: NodeJS.ProcessEnv,
  audience: string,
  ports: RequestPorts,
): Promise<string> {
  const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!url || !requestToken) {
    const { work, allowIdentityTokens, withoutIdentityTokens } = ports.words;
    throw new Error(
      `this ${work} may not ask for an identity token: ${allowIdentityTokens}. ${withoutIdentityTokens}`.trimEnd(),
    );
  }
  ports.mask(requestToken);
  const { origin, pathname, searchParams } = new URL(url);
  searchParams.set('audience', audience);
  const answer = await createClient({ endpoint: origin, ports }).send({
    method: 'GET',
    path: `${pathname}?${searchParams.toString()}`,
    headers: () => ({ authorization: `Bearer ${requestToken}`, accept: 'application/json' }),
    repeat: 'safe',
  });
  const { json } = answer;
  const value = typeof json === 'object' && json !== null && 'value' in json ? json.value : undefined;
  if (answer.status !== 200 || !isUsableSecret(value)) {
    const { machine } = ports.words;
    throw new Error(
      `the ${machine} gave no identity token: ${answer.what}${explain(answer, new URL(url).host, machine)}`,
    );
  }
  ports.mask(value);
  // Logs that print a token in parts would show the part that makes it valid.
  const signature = value.split('.')[2];
  if (signature !== undefined) ports.mask(signature);
  return value;
}

/** What follows the status of an answer without a token. */
function explain(answer: HttpAnswer, host: string, machine: string): string {
  if (answer.status === 200) {
    return answer.json === undefined
      ? `, but with no JSON: something else than the identity provider of the ${machine} answers at ${host}, such as the page of a proxy. See what ACTIONS_ID_TOKEN_REQUEST_URL names, and whether ${host} belongs in no_proxy`
      : ', but with no token in its JSON';
  }
  const unavailable = unavailability(answer);
  return unavailable === undefined ? '' : `. ${unavailable}`;
}

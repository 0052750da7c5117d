import { describe, type Attempt } from '../../lease/attempt.js';
import { differencesOf } from '../../lease/difference.js';
import type { BornToken, Granted, Told } from '../../lease/issuer.js';
import { warning } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { maskAnswered } from '../../http/answered-secrets.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { refuseUnsent } from '../unsent-mint.js';
import { isUsableSecret } from '../../lease/usable-secret.js';
import { errorOf, type Api } from './api.js';
import { type AuthorizationRequest, compare } from './compare.js';
import { isId, printJson, requestJson } from './permissions.js';

/** Creates an authorization (POST /api/v2/authorizations) and compares the answer with what was asked for. */
export async function mint(
  order: AuthorizationRequest,
  attempt: Attempt,
  born: (token: BornToken) => void,
  api: Api,
  ports: Pick<Ports, 'maskNew' | 'words'>,
): Promise<Granted> {
  const { orgID, userID, status, permissions } = order;
  // InfluxDB knows no names: the name begins the description, whose end is the marker.
  const description = `${attempt.name} ${describe(attempt)}`;
  const body = {
    orgID,
    ...(userID === undefined ? {} : { userID }),
    status,
    description,
    permissions: permissions.map(requestJson),
  };
  // Whatever is wrong with the rest of the answer, a token in it is a secret.
  const answer = maskAnswered(await refuseUnsent(api.mint('/api/v2/authorizations', body)), ['token'], ports.maskNew);
  const authorization = answer.status >= 200 && answer.status <= 299 ? fieldsOf(answer.json) : undefined;
  const secret = authorization?.['token'];
  if (authorization === undefined) throw errorOf(answer);
  const id = authorization['id'];
  if (!isId(id)) throw new Error(`${answer.what}, but the answer holds no id of 16 hexadecimal digits`);
  if (!isUsableSecret(secret)) throw new Error(`${answer.what}, but the answer holds no usable token`);
  born({ id, secret });

  const differences = differencesOf(() => compare(order, authorization));
  const kept = authorization['description'] === description;
  return {
    expiresAt: undefined,
    grants: printJson(permissions),
    differences,
    unconfirmed: [],
    notices: kept
      ? []
      : [
          warning(
            `InfluxDB did not keep the description of the token: if the ${ports.words.work} dies, no sweep can find the token by it.`,
          ),
        ],
    told: { description, ...namesIn(authorization) },
  };
}

function namesIn({ user, userID }: Fields): Told {
  return {
    ...(typeof user === 'string' ? { userName: user } : {}),
    ...(isId(userID) ? { userId: userID } : {}),
  };
}

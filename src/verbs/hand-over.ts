import type { HandOver } from '../host/host.js';
import type { MintedToken, Plan } from '../lease/issuer.js';
import type { Options } from '../request/request.js';
import type { Order } from './order.js';

type Handed = Pick<Order, 'tokenFile'> & {
  readonly issuer: Pick<Order['issuer'], 'tokenFileFormat'>;
  readonly openTokens: unknown;
  readonly options: Pick<Options, 'exportEnvironment' | 'tokenFileFormat'>;
};

/** What is handed on of a token, as it was asked for. */
export function handOverOf(order: Handed, plan: Pick<Plan, 'exports' | 'tokenFile'>, token: MintedToken): HandOver {
  const { tokenFile: path, options, openTokens } = order;
  const exports = () => plan.exports(token, path);
  return {
    token,
    revocable: openTokens !== undefined,
    ...(path === undefined ? {} : { file: { path, content: contentOf(order, plan, token) } }),
    ...(options.exportEnvironment ? { exports } : {}),
  };
}

function contentOf(
  { issuer, options, tokenFile }: Handed,
  plan: Pick<Plan, 'exports' | 'tokenFile'>,
  token: MintedToken,
): string {
  switch (options.tokenFileFormat ?? issuer.tokenFileFormat) {
    case 'token':
      return `${token.secret}\n`;
    case 'json':
      return plan.tokenFile(token);
    case 'env':
      return Object.entries(plan.exports(token, tokenFile))
        .map(([name, value]) => `${name}=${value}\n`)
        .join('');
  }
}

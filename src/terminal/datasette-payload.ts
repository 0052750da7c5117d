import { inflateSync } from 'node:zlib';

/** As `datasette create-token --debug` shows it: what a signed token holds, which anybody can read who has it. */
export function explainPayload(token: string): readonly string[] {
  const body = token.replace(/^dstok_/, '');
  const isCompressed = body.startsWith('.');
  const [payload = ''] = body.slice(isCompressed ? 1 : 0).split('.');
  const bytes = Buffer.from(payload, 'base64url');
  const text = (isCompressed ? inflateSync(bytes, { maxOutputLength: 1 << 20 }) : bytes).toString('utf8');
  return ['Decoded:', '', ...JSON.stringify(JSON.parse(text), undefined, 2).split('\n')];
}

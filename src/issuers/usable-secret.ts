/** Whether a client can use a secret as it is, in a header or a signature: visible ASCII, at most 16 KiB. */
export function isUsableSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,16384}$/.test(value);
}

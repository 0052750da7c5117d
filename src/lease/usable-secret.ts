/** No issuer's secret is as short as that: what is shorter was cut, or made up. In characters. */
export const SHORTEST_SECRET = 8;

/** None is longer either, and it has to go into a header. */
export const LONGEST_SECRET = 16_384;

/** Whether a client can use a secret as it is, in a header or a signature: visible ASCII, 8 characters to 16 KiB. */
export function isUsableSecret(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length >= SHORTEST_SECRET &&
    value.length <= LONGEST_SECRET &&
    /^[\x21-\x7e]*$/.test(value)
  );
}

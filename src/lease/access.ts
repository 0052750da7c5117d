/** How a lease reaches its issuer, now and again from its record. */
export interface Access {
  /** The base URL without a trailing slash; undefined where the issuer is offline. */
  readonly endpoint: string | undefined;
  readonly authentication: Authentication;
}

export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'secret'; readonly secret: string; readonly id?: string }
  | { readonly kind: 'identity-token'; readonly audience: string; readonly workspace?: string };

/** Small facts, none of them secret, that find or revoke a token besides its id and marker: saved with the record. */
export type Context = Readonly<Record<string, string>>;

/** What a failure to revoke is to whoever waits for the end. */
export const ON_REVOKE_FAILURE = ['fail', 'warn'] as const;

/** Undefined: `fail` when the token would live for more than another hour or for ever, else `warn`. */
export type OnRevokeFailure = (typeof ON_REVOKE_FAILURE)[number] | undefined;

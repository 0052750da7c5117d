/** The variables that a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What decides, besides its URL, which machine a request reaches, and whom it believes there. One value, made by the
 * process that mints and kept for the one that revokes: a step between them may have set another way, to read the
 * credential on it.
 */
export interface Network {
  readonly proxies: ProxySettings;
  /** Whether `no_proxy` says of a server that it is reached without a proxy. */
  readonly isException: (server: URL) => boolean;
  readonly authorities: Authorities;
  readonly resolver: readonly ResolverVariable[];
  /** Why this process may send nothing to anybody; undefined when it may. */
  readonly closed: Closed | undefined;
}

/** The texts of the variables, each empty when it is not set; a password may stand in all but the last. */
export interface ProxySettings {
  readonly http_proxy: string;
  readonly https_proxy: string;
  /** For the schemes whose own variable is empty. */
  readonly all_proxy: string;
  readonly no_proxy: string;
}

/** Whose certificates are accepted. */
export type Authorities =
  /** Those that Node trusts by itself, and it was started with no others. */
  | { readonly kind: 'default' }
  /** Those that come with Node (or not), and the certificates of others, each as PEM. */
  | { readonly kind: 'listed'; readonly bundled: boolean; readonly others: readonly string[] }
  /** It is not known, so nobody may be spoken to over TLS. */
  | { readonly kind: 'unknown'; readonly closed: Closed };

/** A variable that the system's own resolver of names reads: it works in the environment of a process and nowhere else. */
export interface ResolverVariable {
  readonly name: string;
  readonly value: string;
  /** SHA-256, in hexadecimal, of the file that it names; undefined when it names none that can be read. */
  readonly sha256?: string;
}

/** Why nothing is sent, and what to do about it, for the message of a request. */
export interface Closed {
  readonly words: string;
  readonly advice: string;
}

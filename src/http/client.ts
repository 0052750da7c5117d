/** One endpoint, spoken to in JSON, by the retry policy and the limits of this module. */
export interface HttpClient {
  /**
   * Sends a request and returns the answer of the server, whatever its status, once nothing is left to retry.
   *
   * @throws HttpFailure when no whole answer came: `sent` tells whether the server may have acted on the request
   * @throws Stopped when a stop was requested before the request was sent
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the endpoint and its path prefix, beginning with a slash; percent-encoded, with the query. */
  readonly path: string;
  /** Made anew for each try: a signature holds the time. Names in lower case. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** The body as it is sent; its content type stands in the headers. */
  readonly body?: string;
  /**
   * `safe`: may be repeated whatever happened (reads, deletes, full replacements). `mints`: only when the server surely
   * did nothing: connection refused, name not resolved, TLS not established, or 429.
   */
  readonly repeat: 'safe' | 'mints';
  /** Bytes that the answer may have; 10,000,000 when not given. */
  readonly largestAnswer?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON, undefined when it is none, whatever the content type says. */
  readonly json: unknown;
  /** `POST http://127.0.0.1:8086/api/v2/authorizations answered 401 Unauthorized`, for messages; no query, no secret. */
  readonly what: string;
}

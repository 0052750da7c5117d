/**
 * In the place of undici in what is built: a megabyte of code that nothing here sends a request by. @actions/github takes it
 * up when it is loaded, for a `fetch` of its own; Octokit is given another.
 */
export function fetch(): never {
  throw new Error('requests go by the client of this project');
}

/** Made with `new` where a variable names a proxy. */
export function ProxyAgent(): void {
  // It is never asked for anything.
}

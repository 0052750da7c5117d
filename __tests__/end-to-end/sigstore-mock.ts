import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleToJSON } from '@sigstore/bundle';
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  rekorHandler,
  type HandlerFn,
} from '@sigstore/mock';
import { DSSEBundleBuilder, FulcioSigner, RekorWitness } from '@sigstore/sign';

/** A certificate authority and a log as Sigstore has them, on loopback, that nobody trusts but who is given their roots. */
export interface SigstoreMock {
  /** For `--trusted-root`: https://github.com/sigstore/protobuf-specs, `sigstore_trustroot.proto`. */
  readonly trustedRoot: string;
  /**
   * The bundle that a workflow of GitHub gets for the provenance of files.
   *
   * @param workflow what its certificate names, such as `https://github.com/o/r/.github/workflows/w.yml@refs/tags/v1`
   * @param files paths, by the names that they have in the statement
   */
  attest(workflow: string, files: ReadonlyMap<string, string>): Promise<string>;
  close(): Promise<void>;
}

const ISSUER = 'https://token.actions.githubusercontent.com';

export async function startSigstoreMock(): Promise<SigstoreMock> {
  const certificateLog = await initializeCTLog(keyPair('P-256'));
  const authority = await initializeCA(keyPair('P-384'), certificateLog);
  const handlers = new Map<string, HandlerFn>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const handler = handlers.get(request.url ?? '');
      if (handler === undefined) return void response.writeHead(404).end();
      void handler(Buffer.concat(chunks).toString()).then((answer) =>
        response
          .writeHead(answer.statusCode, { 'content-type': answer.contentType ?? 'text/plain' })
          .end(answer.response),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = await initializeTLog(url, keyPair('P-256'));
  for (const { path, fn } of [fulcioHandler(authority), rekorHandler(log)]) handlers.set(path, fn);

  const validFor = { start: '2020-01-01T00:00:00Z' };
  const logOf = (publicKey: Buffer) => ({
    baseUrl: url,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: publicKey.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: createHash('sha256').update(publicKey).digest('base64') },
  });
  const root = authority.rootCertificate;
  const rawBytes = Buffer.from(root.buffer, root.byteOffset, root.byteLength).toString('base64');
  return {
    trustedRoot: JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [logOf(log.publicKey)],
      certificateAuthorities: [
        {
          subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
          uri: url,
          certChain: { certificates: [{ rawBytes }] },
          validFor,
        },
      ],
      ctlogs: [logOf(certificateLog.publicKey)],
      timestampAuthorities: [],
    }),
    async attest(workflow, files) {
      const subject = [...files].map(([name, path]) => ({
        name,
        digest: { sha256: createHash('sha256').update(readFileSync(path)).digest('hex') },
      }));
      const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject,
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
          buildDefinition: { buildType: 'https://actions.github.io/buildtypes/workflow/v1', externalParameters: {} },
          runDetails: { builder: { id: workflow } },
        },
      };
      const claims = { iss: ISSUER, sub: workflow, aud: 'sigstore', exp: Math.floor(Date.now() / 1000) + 600 };
      // The mock looks at no signature of it.
      const identityToken = [{ alg: 'none' }, claims, {}]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const builder = new DSSEBundleBuilder({
        signer: new FulcioSigner({
          identityProvider: { getToken: () => Promise.resolve(identityToken) },
          fulcioBaseURL: url,
        }),
        witnesses: [new RekorWitness({ rekorBaseURL: url, entryType: 'dsse' })],
      });
      const data = Buffer.from(JSON.stringify(statement));
      return JSON.stringify(bundleToJSON(await builder.create({ data, type: 'application/vnd.in-toto+json' })));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function keyPair(namedCurve: 'P-256' | 'P-384') {
  return generateKeyPairSync('ec', { namedCurve });
}

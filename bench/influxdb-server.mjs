/**
 * Just enough of InfluxDB's v2 API for one step: an organisation, a bucket, tokens that are made and deleted. It checks
 * nothing: the bench measures the client. Prints its port and ends with its standard input.
 */
import { createServer } from 'node:http';

const orgID = '00000000000000a1';
const bucketID = '00000000000000b1';
let made = 0;

const server = createServer((request, response) => {
  const chunks = /** @type {Buffer[]} */ ([]);
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const [status, body] = answer(request.method ?? '', request.url ?? '', Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
});

/**
 * @param {string} method
 * @param {string} url
 * @param {string} body
 * @returns {[number, unknown?]}
 */
function answer(method, url, body) {
  if (url.startsWith('/api/v2/orgs')) return [200, { orgs: [{ id: orgID, name: 'acme' }] }];
  if (url.startsWith('/api/v2/buckets')) return [200, { buckets: [{ id: bucketID, orgID, name: 'iot-center' }] }];
  if (method === 'DELETE') return [204];
  made++;
  const id = made.toString(16).padStart(16, '0');
  return [201, { ...JSON.parse(body), id, token: `not-a-real-token-of-the-bench-${id}` }];
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : '');
});
process.stdin.on('end', () => process.exit()).resume();

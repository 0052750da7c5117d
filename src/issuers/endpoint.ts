import { invalid, valid, type Result } from '../request/problem.js';
import { quote } from '../request/shown-text.js';

/** An endpoint is part of every record, and records stay small. */
const LONGEST = 2_000;

/**
 * The base URL of an issuer, without a trailing slash: http or https, a path prefix is kept. User information, a query
 * and a fragment are refused, since they would travel with every request or be lost. A refused URL is shown only up to
 * the part that may hold a secret.
 *
 * @param input the input or the environment variable that the text came from
 */
export function parseEndpoint(input: string, text: string): Result<string> {
  const found = text.trim();
  const refuse = (why: string): Result<string> =>
    invalid({
      input,
      message: `${why}; expected a base URL such as https://host.example or http://127.0.0.1:8086/prefix`,
    });

  if (found === '') return refuse('the URL is empty');
  if (found.length > LONGEST) return refuse(`the URL is longer than ${LONGEST} characters`);
  // The URL parser drops tabs and newlines, and reads a backslash as a slash, without a word.
  if (/[\p{Cc}\p{Z}\\]/u.test(found)) return refuse('the URL holds a blank, a control character or a backslash');
  if (/^[^/?#]*\/\/[^/?#]*@/.test(found)) return refuse('the URL holds user information before an @, which is refused');
  if (found.includes('?')) return refuse('the URL holds a query (?…), which is refused');
  if (found.includes('#')) return refuse('the URL holds a fragment (#…), which is refused');
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(found)) {
    return refuse(
      // What has nothing of a URL may be a secret in the wrong place.
      found.includes('@') || /^[^.:/]{20,}$/.test(found)
        ? 'the URL does not begin with https://'
        : `found ${quote(found)}, which does not begin with https://`,
    );
  }
  if (!URL.canParse(found)) return refuse(`found ${quote(found)}, which is not a URL`);
  const url = new URL(found);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse(`found a URL of the scheme ${quote(url.protocol)}`);
  // The parser finds some user information that the pattern above does not look for, such as an empty one.
  if (url.username !== '' || url.password !== '')
    return refuse('the URL holds user information before an @, which is refused');
  return valid(url.href.replace(/\/+$/, ''));
}

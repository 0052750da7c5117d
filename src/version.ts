/** Of this release, as package.json has it. Any folder may import it. */
export const VERSION = '0.1.0';

/** What every request says of who sends it: RFC 9110, section 10.1.5. */
export const USER_AGENT = `mint-token/${VERSION}`;

// Lets Node run the sources as they are: it strips types by itself, but it does not look for `x.ts` where `./x.js` is
// imported, as in TypeScript it is.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ours = /^\.\.?\//.test(specifier) && (context.parentURL?.endsWith('.ts') || specifier.startsWith('../src/'));
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

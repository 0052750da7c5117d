// Lets Node run the sources as they are: it strips types by itself, but it does not look for `x.ts` where a source
// imports `./x.js`.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ours = /^\.\.?\//.test(specifier) && context.parentURL?.endsWith('.ts');
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

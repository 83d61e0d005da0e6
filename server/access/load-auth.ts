import { registerHooks } from 'node:module';

/**
 * Loads the sign-in library, when first needed: a server that is back after a fault lets screens in before that. The
 * query builder in it has a package.json of 180 kB, which Node reads anew for each of its hundred files to learn that
 * they are modules; told so, it loads in a fifth of the time.
 */
export async function loadAuth(): Promise<typeof import('./auth.ts')> {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const inside = specifier.startsWith('.') && context.parentURL?.includes('/node_modules/drizzle-orm/');
      if (!inside) return next(specifier, context);
      return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
    },
  });
  try {
    return await import('./auth.ts');
  } finally {
    hooks.deregister();
  }
}

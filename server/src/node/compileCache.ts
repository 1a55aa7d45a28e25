import module from 'node:module';

/**
 * Enables Node's compile cache for modules that are loaded from now on, in the default temporary folder (Node 22.8 and
 * later; disabled by NODE_DISABLE_COMPILE_CACHE=1). The cache is written when the process exits.
 */
export function useCompileCache(): void {
  module.enableCompileCache?.();
}

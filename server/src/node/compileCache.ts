import module from 'node:module';

/**
 * Lets Node keep the compiled code of what is loaded from now on for the next start, in its own folder among the
 * temporary files (Node 22.8 and later; NODE_DISABLE_COMPILE_CACHE=1 turns it off). It is written when the process
 * exits.
 */
export function useCompileCache(): void {
  module.enableCompileCache?.();
}

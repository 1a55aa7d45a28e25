import type { SchemaDocs } from '../facts.ts';

/** What messages, fields, enums and values mean, for all forks together. */
export const docs: SchemaDocs = {};

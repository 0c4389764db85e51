import { cbs } from './cbs.ts';
import { politie } from './politie.ts';
import type { LiveSource } from './source.ts';

/** The public sources that can be imported by name. */
export const liveSources: readonly LiveSource[] = [cbs, politie];

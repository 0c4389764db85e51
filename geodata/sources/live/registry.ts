import { cbs } from './cbs.ts';
import { leefbaarometer } from './leefbaarometer.ts';
import { pdok } from './pdok.ts';
import { politie } from './politie.ts';
import type { LiveSource } from './source.ts';
import { veiligheidsmonitor } from './veiligheidsmonitor.ts';

/** The public sources that can be imported by name. */
export const liveSources: readonly LiveSource[] = [pdok, cbs, politie, leefbaarometer, veiligheidsmonitor];

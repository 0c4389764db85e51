import { cbs } from '../cbs/cbs.ts';
import { leefbaarometer } from '../leefbaarometer/leefbaarometer.ts';
import { pdok } from '../pdok/pdok.ts';
import { politie } from '../politie/politie.ts';
import { veiligheidsmonitor } from '../veiligheidsmonitor/veiligheidsmonitor.ts';
import type { LiveSource } from './source.ts';

/** The public sources that can be imported by name. */
export const liveSources: readonly LiveSource[] = [pdok, cbs, politie, leefbaarometer, veiligheidsmonitor];

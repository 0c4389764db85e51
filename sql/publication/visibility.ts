import { sql } from 'kysely';
import { listNeeds, orderByNeed } from '../../geodata/derivation/computation.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { VisibilityRule } from '../../geodata/visibility.ts';
import { noteFigureVisibility } from '../contributions/writing.ts';
import type { Database } from '../database.ts';
import { everything } from '../reader.ts';
import { listRules } from '../visibility-rules.ts';
import { closeByRule, closeByYear, gatherAreas, gatherClosed } from './closed-figures.ts';
import {
  closeAggregated,
  closeDerived,
  closeItemSums,
  closeSingleParts,
  closeWeighed,
} from './closed-origins.ts';

/**
 * Writes into every figure, target and boundary year who may see it: the most closed of all rules that apply, and for what
 * was computed of what it was made of. `indicators` are all there are, items included. Gives the keys of those whose figures
 * are shown to others than before; null where that may be so of all. To be called within the transaction that changed them.
 */
export async function applyVisibility(
  db: Database,
  indicators: readonly Indicator[],
): Promise<string[] | null> {
  const changed = await applyToFigures(db, indicators);
  await noteFigureVisibility(db);
  return changed;
}

async function applyToFigures(db: Database, indicators: readonly Indicator[]): Promise<string[] | null> {
  const rules = await listRules(db, everything);
  const yearsChanged = await writeYears(db);
  await writeTargets(db);
  if (rules.length === 0 && !(await isAnyClosed(db))) return yearsChanged ? null : [];
  await gatherAreas(db);
  await closeFigures(db, rules, indicators);
  const changed = await writeFigures(db);
  return yearsChanged ? null : changed;
}

async function closeFigures(
  db: Database,
  rules: readonly VisibilityRule[],
  indicators: readonly Indicator[],
): Promise<void> {
  await gatherClosed(db);
  for (const rule of rules) await closeByRule(db, rule);
  await closeByYear(db);
  await sql`analyze closed_figure`.execute(db);
  const { rows } = await sql<{ indicator: string }>`select distinct indicator from closed_figure`.execute(db);
  const closed = new Set(rows.map(({ indicator }) => indicator));
  for (const indicator of orderByNeed(indicators)) {
    const isMadeOfClosed = [indicator.key, ...listNeeds(indicator)].some((key) => closed.has(key));
    if (isMadeOfClosed && (await closeComputed(db, indicator))) closed.add(indicator.key);
  }
}

/** Whether any figure that was computed of the indicator is closed by what it was made of. */
async function closeComputed(db: Database, indicator: Indicator): Promise<boolean> {
  const counts = [
    await closeAggregated(db, indicator),
    await closeWeighed(db, indicator),
    await closeDerived(db, indicator),
    await closeItemSums(db, indicator),
    await closeSingleParts(db, indicator),
  ];
  return counts.some((count) => count > 0);
}

async function isAnyClosed(db: Database): Promise<boolean> {
  const { rows } = await sql`select from figure_group where visibility <> 'public' limit 1`.execute(db);
  return rows.length > 0;
}

/** Gives whether the visibility of any year changed. */
async function writeYears(db: Database): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update boundary_year set visibility = wanted.visibility
    from (
      select year, coalesce(max(rule.visibility), 'public') as visibility
      from boundary_year join release on release.id = boundary_year.release
      left join active_rule as rule on rule.level is null and (
        (kind = 'source' and subject = boundary_year.source) or (kind = 'release' and subject = release.package))
      group by year
    ) as wanted
    where wanted.year = boundary_year.year and wanted.visibility <> boundary_year.visibility
  `.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** A target is for a whole municipality. */
async function writeTargets(db: Database): Promise<void> {
  await sql`
    update target set visibility = wanted.visibility
    from (
      select municipality, indicator, period, coalesce(max(rule.visibility), 'public') as visibility
      from target join release on release.id = target.release
      left join active_rule as rule on coalesce(rule.level, 'municipality') = 'municipality' and (
        (kind = 'indicator' and subject in (indicator, split_part(indicator, '/', 1)))
        or (kind = 'release' and subject = release.package))
      group by municipality, indicator, period
    ) as wanted
    where (wanted.municipality, wanted.indicator, wanted.period) = (target.municipality, target.indicator, target.period)
      and wanted.visibility <> target.visibility
  `.execute(db);
}

async function writeFigures(db: Database): Promise<string[]> {
  await sql`analyze closed_figure`.execute(db);
  const closed = await sql<{ indicator: string }>`
    with wanted as (
      select indicator, level, period, boundary_year, area, precedence, max(visibility) as visibility
      from closed_figure group by 1, 2, 3, 4, 5, 6
    ), changed as (
      update observation as figure set visibility = wanted.visibility, municipality = place.above
      from wanted left join area_within as place on place.boundary_year = wanted.boundary_year
        and place.code = wanted.area and place.above_level = 'municipality'
      where (figure.indicator, figure.level, figure.period, figure.boundary_year, figure.area, figure.precedence)
          = (wanted.indicator, wanted.level, wanted.period, wanted.boundary_year, wanted.area, wanted.precedence)
        and (figure.visibility, figure.municipality) is distinct from (wanted.visibility, place.above)
      returning figure.indicator
    ) select distinct indicator from changed
  `.execute(db);
  const opened = await sql<{ indicator: string }>`
    with changed as (
      update observation as figure set visibility = 'public', municipality = null
      where figure.visibility <> 'public'
        and figure.indicator = any(array(select distinct indicator from figure_group where visibility <> 'public'))
        and not exists (select from closed_figure as closed
          where (closed.indicator, closed.level, closed.period, closed.boundary_year, closed.area, closed.precedence)
            = (figure.indicator, figure.level, figure.period, figure.boundary_year, figure.area, figure.precedence))
      returning figure.indicator
    ) select distinct indicator from changed
  `.execute(db);
  return [...new Set([...closed.rows, ...opened.rows].map(({ indicator }) => indicator))];
}

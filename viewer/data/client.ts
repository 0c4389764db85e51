import { hc } from 'hono/client';
import type { AppType } from '../../api/app.ts';
import { type AreaList, parseAreaList, unpackAreas } from '../../geodata/area-list.ts';
import { keepMapPeriods } from '../../geodata/catalog.ts';
import type { MapLevel } from '../../geodata/level.ts';
import type { PolicyCycle } from '../../geodata/policy/cycle.ts';
import type { SharedList } from '../../geodata/policy/shared-list.ts';
import type { PolicyTemplate } from '../../geodata/policy/template.ts';
import type { Target } from '../../geodata/target.ts';
import type { Visibility, VisibilityRule } from '../../geodata/visibility.ts';
import { sharedAnalysis } from './analysis/client.ts';
import type {
  Access,
  Area,
  Catalog,
  Lineage,
  Observations,
  Profile,
  Releases,
  SearchResult,
  Sources,
} from './contract.ts';
import { expectAnswer, readBlob } from './request.ts';
import { addressHere } from './seen-as.ts';

/** The routes of the API, typed by the server itself. */
export const { api } = hc<AppType>('/', {
  fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(addressHere(String(input)), init),
});

/** Every verb here throws RequestFailure when no good answer comes, and lets an abort pass. */
export async function readCatalog(abort: AbortSignal): Promise<Catalog> {
  const answer = await expectAnswer(api.catalog.$get({ query: {} }, { init: { signal: abort } }));
  const catalog = (await answer.json()) as Catalog;
  return { ...catalog, indicators: catalog.indicators.map((indicator) => keepMapPeriods(indicator)) };
}

export async function readArea(
  { code, boundaryYear = null }: { readonly code: string; readonly boundaryYear?: number | null },
  abort: AbortSignal,
): Promise<Area> {
  const query = boundaryYear === null ? {} : { boundaryYear: String(boundaryYear) };
  const request = api.areas[':code'].$get({ param: { code }, query }, { init: { signal: abort } });
  return (await expectAnswer(request)).json() as Promise<Area>;
}

/** Longer lists, of a whole country, are read where nobody waits for it. */
const mostBytesHere = 200_000;

/** All areas of a level, with where they lie and what they border on. */
export async function readAreaList(
  { level, boundaryYear }: { readonly level: MapLevel; readonly boundaryYear: number },
  abort: AbortSignal,
): Promise<AreaList> {
  const answer = await readBlob(addressOfAreaList(level, boundaryYear), abort);
  if (answer.size <= mostBytesHere) return parseAreaList(new Uint8Array(await answer.arrayBuffer()));
  return unpackAreas(await sharedAnalysis().run('areas', answer, { abort }));
}

/** Where all areas of a level are, as `readAreaList` reads them: for who reads them off the main thread. */
export function addressOfAreaList(level: MapLevel, boundaryYear: number): string {
  return `/api/areas?${new URLSearchParams({ level, boundaryYear: String(boundaryYear) })}`;
}

/** What municipalities mean to reach, of one indicator or, for null, of all. */
export async function readTargets(indicator: string | null, abort: AbortSignal): Promise<readonly Target[]> {
  const query = indicator === null ? {} : { indicator };
  const answer = await expectAnswer(api.targets.$get({ query }, { init: { signal: abort } }));
  return ((await answer.json()) as { readonly rows: readonly Target[] }).rows;
}

/** The steps that policies can follow, the newest version of each first, and the policy of each municipality. */
export async function readPolicy(
  abort: AbortSignal,
): Promise<{ readonly templates: readonly PolicyTemplate[]; readonly cycles: readonly PolicyCycle[] }> {
  const init = { init: { signal: abort } };
  const [templates, cycles] = await Promise.all([
    expectAnswer(api.policy.templates.$get({ query: {} }, init)),
    expectAnswer(api.policy.cycles.$get({ query: {} }, init)),
  ]);
  return { templates: (await templates.json()).rows, cycles: (await cycles.json()).rows };
}

/** The documents or practices that are kept here, of a municipality with those of the region, or of all. */
export async function readKept(
  { kind, municipality }: { readonly kind: 'document' | 'practice'; readonly municipality: string | null },
  abort: AbortSignal,
): Promise<readonly { readonly id: number; readonly title: string }[]> {
  const query = { kind, ...(municipality === null ? {} : { municipality }) };
  const answer = await expectAnswer(api.contributions.$get({ query }, { init: { signal: abort } }));
  return (await answer.json()).rows;
}

/** The lists of areas that are tackled together, the newest first. */
export async function readSharedLists(abort: AbortSignal): Promise<readonly SharedList[]> {
  const answer = await expectAnswer(api['shared-lists'].$get({ query: {} }, { init: { signal: abort } }));
  return (await answer.json()).rows;
}

export async function readProfile(
  {
    code,
    boundaryYear,
    period,
  }: { readonly code: string; readonly boundaryYear: number; readonly period?: string },
  abort: AbortSignal,
): Promise<Profile> {
  const query = { boundaryYear: String(boundaryYear), ...(period === undefined ? {} : { period }) };
  const request = api.areas[':code'].profile.$get({ param: { code }, query }, { init: { signal: abort } });
  return (await expectAnswer(request)).json() as Promise<Profile>;
}

/** Every figure of an indicator, or of several, for some areas: all periods and boundary years, or all carried to one. */
export async function readSeries(
  {
    indicator,
    areas,
    carry,
  }: {
    readonly indicator: string | readonly string[];
    readonly areas: readonly string[];
    readonly carry: number | null;
  },
  abort: AbortSignal,
): Promise<Observations> {
  const all = { indicator: [indicator].flat(), area: [...areas], limit: '10000' };
  const query = carry === null ? all : { ...all, carriedTo: String(carry) };
  const answer = await expectAnswer(api.observations.$get({ query }, { init: { signal: abort } }));
  return answer.json() as Promise<Observations>;
}

export async function searchAreas(text: string, abort: AbortSignal): Promise<SearchResult> {
  const request = api.search.$get({ query: { q: text, limit: '8' } }, { init: { signal: abort } });
  return (await expectAnswer(request)).json() as Promise<SearchResult>;
}

export async function readLineage(
  { from, to }: { readonly from: number; readonly to: number },
  abort: AbortSignal,
): Promise<Lineage> {
  const query = { from: String(from), to: String(to) };
  const answer = await expectAnswer(api.lineage.$get({ query }, { init: { signal: abort } }));
  return answer.json() as Promise<Lineage>;
}

/** Where everything published comes from, and in which releases it came. */
export async function readProvenance(abort: AbortSignal): Promise<Sources & Releases> {
  const init = { init: { signal: abort } };
  const [sources, releases] = await Promise.all([
    expectAnswer(api.sources.$get({ query: {} }, init)),
    expectAnswer(api.releases.$get({ query: {} }, init)),
  ]);
  return { ...((await sources.json()) as Sources), ...((await releases.json()) as Releases) };
}

/** Whether the site is closed, and all rules; for administrators alone. */
export async function readAccess(abort: AbortSignal): Promise<Access> {
  const answer = await expectAnswer(api.access.$get({ query: {} }, { init: { signal: abort } }));
  return answer.json() as Promise<Access>;
}

/** Closes the site to who has not signed in, or opens it; gives the settings as they are then. */
export async function writeSite(isClosed: boolean): Promise<Access> {
  const answer = await expectAnswer(api.access.site.$put({ json: { isClosed } }));
  return answer.json() as Promise<Access>;
}

/** Sets who may see something; gives the settings as they are then. */
export async function writeRule(
  rule: Omit<VisibilityRule, 'visibility'> & { readonly visibility: Visibility },
): Promise<Access> {
  const answer = await expectAnswer(api.access.rules.$put({ json: rule }));
  return answer.json() as Promise<Access>;
}

/** Address of the figures of all areas of a level as CSV, to download. */
export function addressOfCsv(wanted: {
  readonly indicator: string;
  readonly period: string;
  readonly level: MapLevel;
  readonly boundaryYear: number;
  /** Figures are carried to the boundary year instead of published on it. */
  readonly isCarried: boolean;
}): string {
  const { indicator, period, level } = wanted;
  const year = String(wanted.boundaryYear);
  const query = {
    indicator,
    period,
    level,
    ...(wanted.isCarried ? { carriedTo: year } : { boundaryYear: year }),
    format: 'csv',
  };
  return addressHere(`/api/observations?${new URLSearchParams(query)}`);
}

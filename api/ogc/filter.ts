import type { z } from 'zod';
import type { FeatureFilter } from '../../sql/features.ts';
import { invalidParameter } from '../errors.ts';
import type { itemsQuery } from '../schemas/ogc.ts';
import { readBbox } from './bbox.ts';
import type { Collection } from './collections.ts';
import { type Crs, crsNames, readCrs } from './crs.ts';
import { readDatetime } from './datetime.ts';
import { choosePeriod, type FigureChoice } from './figure.ts';

type ItemsQuery = z.output<typeof itemsQuery>;

/**
 * Which areas are asked for, and what is told of them. Null where `datetime` touches no period that there are figures of: then there are no areas either. Throws a problem 400.
 */
export function readFilter(
  figure: FigureChoice | null,
  { level, boundaryYear, periods }: Collection,
  query: Pick<
    ItemsQuery,
    'bbox' | 'bbox-crs' | 'datetime' | 'code' | 'name' | 'district' | 'municipality' | 'status'
  >,
): FeatureFilter | null {
  const { bbox, 'bbox-crs': bboxCrs, datetime, code, name, district, municipality, status } = query;
  const boxCrs = requireCrs('bbox-crs', bboxCrs);
  const interval = datetime === undefined ? null : readDatetime(datetime);
  if (status !== undefined && !figure) throw invalidParameter('status', 'give an indicator with it');
  const within = bbox === undefined ? undefined : readBbox(bbox, boxCrs);
  const period = figure && choosePeriod(periods, interval);
  if (figure && period === null) return null;
  return {
    ...{ level, boundaryYear, within, code, name, district, municipality, status },
    figure: figure && period !== null ? { indicator: figure.address, period } : null,
  };
}

/** CRS84 where none is named. Throws a problem 400. */
export function requireCrs(parameter: string, name: string | undefined): Crs {
  const crs = name === undefined ? 'crs84' : readCrs(name);
  if (!crs) throw invalidParameter(parameter, `one of ${Object.values(crsNames).join(', ')}`);
  return crs;
}

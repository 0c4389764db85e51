import { municipalityOfCode } from '../../area.ts';

/** What a feature of CBS's map says, whatever the format and the year call it. Null where it does not say it. */
export interface BoundaryValues {
  readonly code: string | null;
  readonly name: string | null;
  readonly municipalityName: string | null;
  /** `NEE`, `JA`, or `B` for ground abroad. */
  readonly water: string | null;
  /** CBS's own word on what changed: 1 nothing, 2 the code only, 3 the border by 5 m or more. */
  readonly change: string | null;
  /** The year that the feature is of. */
  readonly year: number | null;
}

export type AreaKind = 'buurt' | 'wijk';

/**
 * Reads the attributes of a feature. The names differ: `buurtcode` in services, `BU_CODE` in the shapefiles of earlier
 * years, `gemeentena` where a shapefile cut them, camelCase in a WFS; `jrstatcode` was `jaarstatcode` until 2022.
 */
export function readValues(
  properties: Readonly<Record<string, unknown>>,
  kind: AreaKind,
): BoundaryValues & { readonly municipality: string | null } {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(properties)) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (text) texts.set(key.toLowerCase().replaceAll('_', ''), text);
  }
  const find = (...names: string[]) => names.map((name) => texts.get(name)).find(Boolean) ?? null;
  const short = kind === 'buurt' ? 'bu' : 'wk';
  const code = find(`${kind}code`, `${short}code`);
  const stated = /^(\d{4})/.exec(find('jaar', 'jrstatcode', 'jaarstatcode', 'jaarstatco') ?? '')?.[1];
  return {
    code,
    name: find(`${kind}naam`, `${short}naam`),
    municipality: code ? municipalityOfCode(code) : null,
    municipalityName: find('gemeentenaam', 'gemeentena', 'gmnaam'),
    water: find('water', 'h2o'),
    change: find('indelingswijzigingwijkenenbuurten', 'indelingsw', 'indwbi'),
    year: stated ? Number(stated) : null,
  };
}

/** The first names of the attribute that holds a neighbourhood's code, for naming a faulty feature. */
export const codeFields = ['buurtcode', 'BU_CODE'];

/** What a base map shows of a land: faint, below the figures or over them. */
export type BaseKind = 'water' | 'road' | 'rail' | 'place';

/** Features of a layer that are of a kind: all, or those of which a property has one of these values. */
export interface BaseRule {
  readonly layer: string;
  readonly kind: BaseKind;
  readonly property: string | null;
  readonly values: readonly string[];
  /** The property that holds the name of a place. */
  readonly name: string;
}

const rule = (
  layer: string,
  kind: BaseKind,
  property: string | null = null,
  values: readonly string[] = [],
  name = 'name',
): BaseRule => ({ layer, kind, property, values, name });

const mainRoads = ['autosnelweg', 'autosnelweg op brug', 'hoofdweg', 'hoofdweg op brug'];

/**
 * By the names of their makers: Kadaster's BRT-Achtergrondkaart, the basemaps of Protomaps, OpenMapTiles and Shortbread.
 * A map has the layers of one of them, so all rules can stand beside each other.
 */
export const baseRules: readonly BaseRule[] = [
  rule('waterdeelvlak', 'water', 'vistext', ['zee', 'meer, plas', 'waterloop']),
  rule('water', 'water'),
  rule('water_polygons', 'water'),
  rule('wegdeellijn', 'road', 'vistext', mainRoads),
  rule('roads', 'road', 'kind', ['highway', 'major_road']),
  rule('transportation', 'road', 'class', ['motorway', 'trunk', 'primary']),
  rule('streets', 'road', 'kind', ['motorway', 'trunk', 'primary']),
  rule('spoorbaandeellijn', 'rail'),
  rule('roads', 'rail', 'kind', ['rail']),
  rule('transportation', 'rail', 'class', ['rail']),
  rule('streets', 'rail', 'kind', ['rail']),
  rule('plaatsnamen', 'place', null, [], 'naam'),
  rule('places', 'place', 'kind', ['locality']),
  rule('place', 'place', 'class', ['city', 'town', 'village']),
  rule('place_labels', 'place', 'kind', ['city', 'town', 'village']),
];

/** Where the TileJSON of the base map is. */
export const baseMapAddress = '/base-map.json';

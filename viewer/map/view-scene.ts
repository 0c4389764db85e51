import { codeAtLevel } from '../../geodata/area.ts';
import {
  type Absence,
  absences,
  chanceColour,
  type Fill,
  fillOf,
} from '../../geodata/classes/absence-pattern.ts';
import { type Appearance, appearances } from '../../geodata/classes/scheme.ts';
import type { MapLevel } from '../../geodata/level.ts';
import type { View } from '../../geodata/link/view.ts';
import type { MapScene } from './scene.ts';

/** What a scene says that no link does. */
type Drawn = Omit<
  MapScene,
  'tileJson' | 'level' | 'fills' | 'chance' | 'selected' | 'numbered' | 'language'
> & { readonly boundaryYear: number };

/** The same objects for as long as the page has one appearance, so that no map sees a change. */
const inks = Object.fromEntries(
  appearances.map((appearance) => [
    appearance,
    {
      fills: Object.fromEntries(absences.map((absence) => [absence, fillOf(absence, appearance)])) as Record<
        Absence,
        Fill
      >,
      chance: chanceColour(appearance),
    },
  ]),
) as Readonly<Record<Appearance, Pick<MapScene, 'fills' | 'chance'>>>;

/** All that a map shows of a view, as one value. */
export function composeScene(
  { area, selection, language }: Pick<View, 'area' | 'selection' | 'language'>,
  level: MapLevel,
  { boundaryYear, ...drawn }: Drawn,
): MapScene {
  return {
    tileJson: addressOfTileset(boundaryYear),
    level,
    ...drawn,
    ...inks[drawn.appearance],
    selected: area && codeAtLevel(area, level),
    numbered: selection,
    language,
  };
}

/** Where the TileJSON of a boundary year is. */
export function addressOfTileset(boundaryYear: number): string {
  return `/tiles/${boundaryYear}.json`;
}

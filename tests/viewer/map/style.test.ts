import { describe, expect, it } from 'vitest';
import { mapLevels } from '../../../geodata/level.ts';
import { emptyStyle, fillsPlace, layersOf } from '../../../viewer/map/style.ts';

function visible(level: (typeof mapLevels)[number], type: string): string[] {
  return layersOf({ level, appearance: 'light', nameScale: 1 })
    .filter((layer) => layer.type === type && layer.layout?.visibility !== 'none')
    .map(({ id }) => id);
}

describe('the style', () => {
  it('shows municipal borders and names at every level', () => {
    for (const level of mapLevels) {
      expect(visible(level, 'line')).toContain('border-municipality');
      expect(visible(level, 'symbol')).toContain('name-municipality-0');
    }
  });

  it('shows no borders or names below the level', () => {
    expect(visible('municipality', 'line')).not.toContain('border-district');
    expect(visible('district', 'line')).toContain('border-district');
    expect(visible('district', 'line')).not.toContain('border-neighbourhood');
    expect(visible('district', 'symbol')).not.toContain('name-neighbourhood-0');
    expect(visible('neighbourhood', 'symbol')).toContain('name-neighbourhood-0');
  });

  it('names municipalities and the level that is shown, and nothing between them', () => {
    const named = (level: (typeof mapLevels)[number]) => [
      ...new Set(visible(level, 'symbol').flatMap((id) => /^name-([a-z]+)/.exec(id)?.[1] ?? [])),
    ];
    expect(named('municipality')).toEqual(['municipality']);
    expect(named('district').sort()).toEqual(['district', 'municipality']);
    expect(named('neighbourhood').sort()).toEqual(['municipality', 'neighbourhood']);
  });

  it('names each area in one layer only, the larger ones from further away', () => {
    for (const rank of [0, 2, 3, 5, 8, 30]) {
      const holding = layersOf({ level: 'neighbourhood', appearance: 'light', nameScale: 1 }).filter(
        ({ id }) => {
          const [, first] = /^name-neighbourhood-(\d+)$/.exec(id) ?? [];
          return first !== undefined && rank >= Number(first);
        },
      );
      const zooms = holding.map(({ minzoom }) => minzoom ?? 0);
      expect(zooms).toEqual([...zooms].sort((one, other) => other - one));
      expect(Math.max(...zooms)).toBe({ 0: 9.75, 2: 9.75, 3: 10.25, 5: 11.25, 8: 12.25, 30: 12.25 }[rank]);
    }
  });

  it('has the same layers for every level and appearance, so that a look only changes them', () => {
    const ids = layersOf({ level: 'district', appearance: 'dark', nameScale: 1 }).map(({ id }) => id);
    for (const level of mapLevels)
      expect(layersOf({ level, appearance: 'light', nameScale: 1 }).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begins with a place for the fills, and asks for no glyphs or pictures', () => {
    const style = emptyStyle({ level: 'district', appearance: 'light', nameScale: 1 });
    expect(style.layers.at(-1)?.id).toBe(fillsPlace);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
  });
});

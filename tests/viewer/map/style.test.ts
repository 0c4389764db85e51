import { describe, expect, it } from 'vitest';
import { mapLevels } from '../../../geodata/level.ts';
import { emptyStyle, fillsPlace, layersOf } from '../../../viewer/map/style.ts';

function visible(level: (typeof mapLevels)[number], type: string): string[] {
  return layersOf({ level, appearance: 'light' })
    .filter((layer) => layer.type === type && layer.layout?.visibility !== 'none')
    .map(({ id }) => id);
}

describe('the style', () => {
  it('shows municipal borders and names at every level', () => {
    for (const level of mapLevels) {
      expect(visible(level, 'line')).toContain('border-municipality');
      expect(visible(level, 'symbol')).toContain('name-municipality');
    }
  });

  it('shows no borders or names below the level', () => {
    expect(visible('municipality', 'line')).not.toContain('border-district');
    expect(visible('district', 'line')).toContain('border-district');
    expect(visible('district', 'line')).not.toContain('border-neighbourhood');
    expect(visible('district', 'symbol')).not.toContain('name-neighbourhood');
    expect(visible('neighbourhood', 'symbol')).toContain('name-neighbourhood');
  });

  it('has the same layers for every level and appearance, so that a look only changes them', () => {
    const ids = layersOf({ level: 'district', appearance: 'dark' }).map(({ id }) => id);
    for (const level of mapLevels)
      expect(layersOf({ level, appearance: 'light' }).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begins with a place for the fills, and asks for no glyphs or pictures', () => {
    const style = emptyStyle({ level: 'district', appearance: 'light' });
    expect(style.layers.at(-1)?.id).toBe(fillsPlace);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
  });
});

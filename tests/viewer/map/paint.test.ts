import { describe, expect, it } from 'vitest';
import { absences, fillOf } from '../../../geodata/classes/absence-pattern.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change-status.ts';
import { type Status, statuses } from '../../../geodata/observation.ts';
import { fragmentSource, vertexSource } from '../../../viewer/map/area-shader.ts';
import { absenceUniforms, areaUniformTypes } from '../../../viewer/map/area-uniforms.ts';
import { packFigures, packMask, textureWidth } from '../../../viewer/map/figures.ts';
import { paintScene } from '../../../viewer/map/paint.ts';
import { type MapScene, noArea } from '../../../viewer/map/scene.ts';

const fills = Object.fromEntries(
  absences.map((absence) => [absence, fillOf(absence, 'light')]),
) as MapScene['fills'];

const scene: MapScene = {
  tileJson: '/tiles/2024.json',
  level: 'neighbourhood',
  column: { size: 2, periods: [{ values: [1.5, 2], statuses: [0, 0] }] },
  periodIndex: 0,
  nextIndex: 0,
  share: 0,
  breaks: [1, 2],
  colours: [
    [250, 240, 200],
    [230, 120, 10],
    [170, 60, 20],
  ],
  fills,
  chance: [170, 170, 170],
  chosen: null,
  hovered: null,
  selected: null,
  numbered: [],
  otherBorders: null,
  baseMapOpacity: null,
  nameScale: 1,
  appearance: 'light',
  language: 'nl',
};

describe('figures', () => {
  const textOf = (status: Status): number => statuses.indexOf(status);

  it('lie period after period', () => {
    const { size, texels } = packFigures({
      size: 3,
      periods: [
        { values: [1, 2, 3], statuses: [0, 1, 2] },
        { values: [4, 5, 6], statuses: [0, 0, 0] },
      ],
    });
    expect(size).toBe(3);
    expect([...texels.subarray(0, 12)]).toEqual([1, 0, 2, 1, 3, 2, 4, 0, 5, 0, 6, 0]);
  });

  it('never give a value to what has none', () => {
    const { texels } = packFigures({
      size: 6,
      periods: [
        {
          values: [Number.NaN, Number.NaN, 7, 0, Number.NaN, 3],
          statuses: [
            textOf('final'),
            textOf('suppressed'),
            boundaryChanged,
            noArea,
            textOf('not-asked'),
            withinChance,
          ],
        },
      ],
    });
    expect(texels[10]).toBe(3);
    const found = [0, 1, 2, 3, 4, 5].map((i) => texels[2 * i + 1]);
    expect(found).toEqual([
      textOf('missing'),
      textOf('suppressed'),
      boundaryChanged,
      noArea,
      textOf('not-asked'),
      withinChance,
    ]);
  });

  it('of a whole country over ten years fit in a texture', () => {
    const periods = Array.from({ length: 10 }, () => ({
      values: new Float64Array(15_000),
      statuses: new Uint8Array(15_000),
    }));
    const { height, texels } = packFigures({ size: 15_000, periods });
    expect(height).toBeLessThanOrEqual(2048);
    expect(texels).toHaveLength(2 * textureWidth * height);
  });
});

describe('a mask', () => {
  it('fills whole rows of the texture', () => {
    const { height, texels } = packMask(new Uint8Array(textureWidth + 1).fill(1));
    expect(height).toBe(2);
    expect(texels).toHaveLength(2 * textureWidth);
    expect(texels.reduce((sum, byte) => sum + byte, 0)).toBe(textureWidth + 1);
  });
});

describe('a paint', () => {
  const now = { hovered: -1, pixelRatio: 1 };
  const first = paintScene(null, scene, null, now);

  it('keeps its textures when anything but the column and the chosen areas changes', () => {
    const next: MapScene = {
      ...scene,
      periodIndex: 1,
      nextIndex: 0,
      share: 0.5,
      breaks: [3],
      colours: [[1, 2, 3]],
      appearance: 'dark',
      selected: 'BU01530001',
      numbered: ['BU01530001'],
    };
    const second = paintScene(scene, next, first, { hovered: 4, pixelRatio: 2 });
    expect(second.figures).toBe(first.figures);
    expect(second.chosen).toBe(first.chosen);
    expect(second.uniforms).toMatchObject({ periodStart: 2, nextStart: 0, share: 0.5, hovered: 4 });
    expect(second.uniforms.breaksLow[0]).toBe(3);
  });

  it('takes new figures and chosen areas', () => {
    const second = paintScene(scene, { ...scene, column: null, chosen: new Uint8Array(2) }, first, now);
    expect(second.figures).toBeNull();
    expect(second.chosen).not.toBeNull();
    expect(second.uniforms).toMatchObject({ areaCount: 0, fades: 1 });
  });

  it('names classes, papers and inks as the shader does', () => {
    const { uniforms } = first;
    expect(uniforms.class1.map((channel) => Math.round(255 * channel))).toEqual([230, 120, 10, 255]);
    for (const absence of absences) {
      const [paper, ink] = absenceUniforms[absence];
      const bytes = [paper, ink].map((name) => uniforms[name].slice(0, 3).map((share) => share * 255));
      const { paper: wantedPaper, ink: wantedInk } = scene.fills[absence];
      for (const [i, wanted] of [wantedPaper, wantedInk].entries())
        for (const [channel, value] of wanted.entries()) expect(bytes[i]?.[channel]).toBeCloseTo(value, 9);
    }
  });

  it('puts unused limits out of reach', () => {
    const limits = [...first.uniforms.breaksLow, ...first.uniforms.breaksHigh];
    expect(limits).toHaveLength(8);
    expect(limits.slice(0, 2)).toEqual([1, 2]);
    expect(Math.min(...limits.slice(2))).toBeGreaterThan(1e38);
  });
});

describe('the shader', () => {
  it('declares every uniform, one a line, numbers before fours', () => {
    for (const source of [vertexSource, fragmentSource]) {
      const block = /uniform areaUniforms \{([^}]*)\}/.exec(source)?.[1] ?? '';
      const lines = block.trim().split('\n');
      expect(lines).toHaveLength(Object.keys(areaUniformTypes).length);
      const types = lines.map((line) => /^\s*(float|vec4) \w+;$/.exec(line)?.[1]);
      expect(types.lastIndexOf('float')).toBeLessThan(types.indexOf('vec4'));
      expect(types.filter((type) => type === 'float').length % 4).toBe(0);
    }
  });
});

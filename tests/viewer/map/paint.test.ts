import { describe, expect, it } from 'vitest';
import { absences, fillOf } from '../../../geodata/fill.ts';
import { type Status, statuses } from '../../../geodata/observation.ts';
import { areaUniformTypes, fragmentSource, vertexSource } from '../../../viewer/map/area-shader.ts';
import { figuresWidth, packFigures } from '../../../viewer/map/figures.ts';
import { paintScene } from '../../../viewer/map/paint.ts';
import { firstInk, firstPaper, packBreaks } from '../../../viewer/map/palette.ts';
import { boundaryChanged, type MapScene, noArea } from '../../../viewer/map/scene.ts';

const [suppressed, missing, notAsked, changed] = absences.map((absence) => fillOf(absence, 'light'));
if (!suppressed || !missing || !notAsked || !changed) throw new Error('A fill is missing.');

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
  fills: { suppressed, missing, 'not-asked': notAsked, 'boundary-changed': changed },
  chance: [170, 170, 170],
  chosen: null,
  hovered: null,
  selected: null,
  numbered: [],
  ghost: null,
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
      size: 5,
      periods: [
        {
          values: [Number.NaN, Number.NaN, 7, 0, Number.NaN],
          statuses: [textOf('final'), textOf('suppressed'), boundaryChanged, noArea, textOf('not-asked')],
        },
      ],
    });
    const found = [0, 1, 2, 3, 4].map((i) => texels[2 * i + 1]);
    expect(found).toEqual([
      textOf('missing'),
      textOf('suppressed'),
      boundaryChanged,
      noArea,
      textOf('not-asked'),
    ]);
  });

  it('of a whole country over ten years fit in a texture', () => {
    const periods = Array.from({ length: 10 }, () => ({
      values: new Float64Array(15_000),
      statuses: new Uint8Array(15_000),
    }));
    const { height, texels } = packFigures({ size: 15_000, periods });
    expect(height).toBeLessThanOrEqual(2048);
    expect(texels).toHaveLength(2 * figuresWidth * height);
  });
});

describe('a paint', () => {
  it('keeps what did not change, so that nothing is uploaded again', () => {
    const first = paintScene(null, scene, null, 1);
    const next = { ...scene, periodIndex: 0, breaks: [3], selected: 'BU01530001' };
    const second = paintScene(scene, next, first, 1);
    expect(second.figures).toBe(first.figures);
    expect(second.palette).toBe(first.palette);
    expect(second.patterns).toBe(first.patterns);
    expect(second.breaks).toEqual(packBreaks([3]));
  });

  it('takes new figures and colours', () => {
    const first = paintScene(null, scene, null, 1);
    const second = paintScene(scene, { ...scene, column: null, appearance: 'dark' }, first, 1);
    expect(second.figures).toBeNull();
    expect(second.palette).not.toBe(first.palette);
  });

  it('holds classes, papers and inks where the shader looks for them', () => {
    const { palette } = paintScene(null, scene, null, 1);
    const at = (place: number): number[] => [...palette.subarray(4 * place, 4 * place + 3)];
    expect(at(1)).toEqual([230, 120, 10]);
    for (const [i, absence] of absences.entries()) {
      expect(at(firstPaper + i)).toEqual([...scene.fills[absence].paper]);
      expect(at(firstInk + i)).toEqual([...scene.fills[absence].ink]);
    }
  });

  it('puts unused limits out of reach', () => {
    const limits = packBreaks([1, 2]);
    expect(limits).toHaveLength(8);
    expect(limits.slice(0, 2)).toEqual([1, 2]);
    expect(Math.min(...limits.slice(2))).toBeGreaterThan(1e38);
  });
});

describe('the shader', () => {
  it('declares its uniforms in the order in which they are given', () => {
    for (const source of [vertexSource, fragmentSource]) {
      const block = /uniform areaUniforms \{([^}]*)\}/.exec(source)?.[1] ?? '';
      const fields = [...block.matchAll(/(float|vec4) (\w+);/g)].map(([, type, name]) => [name, type]);
      const expected = Object.entries(areaUniformTypes).map(([name, type]) => [
        name,
        type === 'f32' ? 'float' : 'vec4',
      ]);
      expect(fields).toEqual(expected);
    }
  });
});

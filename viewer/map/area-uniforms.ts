import { type Absence, absences, patternKinds } from '../../geodata/classes/absence-pattern.ts';
import { mostClasses } from '../../geodata/classes/classify.ts';
import { type Colour, parseColour } from '../../geodata/classes/colour.ts';
import { fadeStrength, inksOf } from '../../geodata/map/inks.ts';
import type { MapScene } from './scene.ts';

export type Four = readonly [number, number, number, number];

/** Names of an absence's three uniforms. */
export const absenceUniforms = {
  suppressed: ['suppressedPaper', 'suppressedInk', 'suppressedPattern'],
  missing: ['missingPaper', 'missingInk', 'missingPattern'],
  'not-asked': ['notAskedPaper', 'notAskedInk', 'notAskedPattern'],
  'too-few': ['tooFewPaper', 'tooFewInk', 'tooFewPattern'],
  'boundary-changed': ['boundaryChangedPaper', 'boundaryChangedInk', 'boundaryChangedPattern'],
} as const satisfies Record<Absence, readonly [paper: string, ink: string, pattern: string]>;

/** Names of the classes' uniforms, lowest class first. */
export const classUniforms = [
  'class0',
  'class1',
  'class2',
  'class3',
  'class4',
  'class5',
  'class6',
  'class7',
  'class8',
] as const;

const numbers = [
  'periodStart',
  'nextStart',
  'share',
  'areaCount',
  'hovered',
  'pixelRatio',
  'fades',
  'opacity',
] as const;

const fours = [
  'breaksLow',
  'breaksHigh',
  ...classUniforms,
  ...absences.flatMap((absence) => absenceUniforms[absence]),
  'emptyColour',
  'chanceColour',
  'fadePaper',
  'hoverInk',
] as const;

type NumberName = (typeof numbers)[number];
type FourName = (typeof fours)[number];

/** What the shader reads besides its textures, by name. Colours are red, green, blue, 0 to 1, and a strength. */
export type AreaUniforms = Record<NumberName, number> & Record<FourName, Four>;

/** The uniforms in the order of the shader's block: numbers first, so that the fours stay aligned. */
export const areaUniformTypes: Readonly<Record<NumberName | FourName, 'float' | 'vec4'>> = Object.fromEntries(
  [...numbers.map((name) => [name, 'float']), ...fours.map((name) => [name, 'vec4'])],
) as Record<NumberName | FourName, 'float' | 'vec4'>;

/** Numbers that the uniforms take as the shader has them. */
export const uniformLength = numbers.length + 4 * fours.length;

/** Writes the uniforms as the shader's block has them in memory (std140). */
export function writeUniforms(uniforms: AreaUniforms, block: Float32Array): Float32Array {
  for (const [index, name] of numbers.entries()) block[index] = uniforms[name];
  for (const [index, name] of fours.entries()) block.set(uniforms[name], numbers.length + 4 * index);
  return block;
}

/** Larger than any figure: a limit that no value reaches. */
const unreachable = 3e38;

/** Everything about a scene that the shader reads as uniforms. `areaCount` is the size of the column; 0 draws all areas empty. */
export function uniformsOf(
  scene: MapScene,
  { areaCount, hovered, pixelRatio }: Pick<AreaUniforms, 'areaCount' | 'hovered' | 'pixelRatio'>,
): AreaUniforms {
  const { empty, hover, paper } = inksOf[scene.appearance];
  const limits = Array.from({ length: mostClasses - 1 }, (_, i) => scene.breaks[i] ?? unreachable);
  return {
    periodStart: scene.periodIndex * areaCount,
    nextStart: scene.nextIndex * areaCount,
    share: scene.share,
    areaCount,
    hovered,
    pixelRatio,
    fades: scene.chosen ? 1 : 0,
    opacity: scene.baseMapOpacity ?? 1,
    breaksLow: fourOf(limits, 0),
    breaksHigh: fourOf(limits, 4),
    ...classesOf(scene.colours),
    ...fillsOf(scene.fills),
    emptyColour: shareOf(empty),
    chanceColour: shareOf(scene.chance),
    fadePaper: shareOf(parseColour(paper), fadeStrength),
    hoverInk: hover,
  };
}

function fourOf(limits: readonly number[], start: number): Four {
  const [a = unreachable, b = unreachable, c = unreachable, d = unreachable] = limits.slice(start, start + 4);
  return [a, b, c, d];
}

function shareOf([red, green, blue]: Colour, strength = 1): Four {
  return [red / 255, green / 255, blue / 255, strength];
}

function classesOf(colours: readonly Colour[]): Record<(typeof classUniforms)[number], Four> {
  const entries = classUniforms.map((name, i) => [name, shareOf(colours[i] ?? [0, 0, 0])]);
  return Object.fromEntries(entries) as Record<(typeof classUniforms)[number], Four>;
}

type FillName = (typeof absenceUniforms)[Absence][number];

function fillsOf(fills: MapScene['fills']): Record<FillName, Four> {
  const entries = absences.flatMap((absence): [FillName, Four][] => {
    const [paper, ink, pattern] = absenceUniforms[absence];
    const { kind, spacing, weight } = fills[absence].pattern;
    return [
      [paper, shareOf(fills[absence].paper)],
      [ink, shareOf(fills[absence].ink)],
      [pattern, [patternKinds.indexOf(kind), spacing, weight, 0]],
    ];
  });
  return Object.fromEntries(entries) as Record<FillName, Four>;
}

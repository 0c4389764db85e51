import type { Colour } from '../../../geodata/classes/colour.ts';

/** Linear sRGB to linear sRGB: how light from the screen reaches someone. */
export type Sight = (linear: Linear) => Linear;
type Linear = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Linear, Linear, Linear];

/**
 * Full colour blindness as matrices over linear sRGB: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0,
 * https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html.
 */
export const eyes = {
  'full colour': (linear) => linear,
  protanopia: through([
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ]),
  deuteranopia: through([
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ]),
  tritanopia: through([
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ]),
} as const satisfies Record<string, Sight>;

/** Relative luminance of sRGB (IEC 61966-2-1), as a black and white printer prints it. */
const luminanceWeights: Linear = [0.2126, 0.7152, 0.0722];
export const greyPrint = through([luminanceWeights, luminanceWeights, luminanceWeights]);

/**
 * A bad projector, by a simple model of ours: the light of the room on the canvas lifts black until white is only seven
 * times as bright (the least that ANSI/INFOCOMM 3M-2011 allows for passive viewing), after a gamma that is off by a tenth
 * of sRGB's: darker (1.1) or washed out (0.9). Eyes adapt to white.
 */
export function projector(gamma: number): Sight {
  const black = 1 / 7;
  const project = (light: number): number => black + (1 - black) * Math.max(0, light) ** gamma;
  return ([red, green, blue]) => [project(red), project(green), project(blue)];
}

/** Every circumstance in which classes must be told apart. */
export const sights = {
  ...eyes,
  'grey print': greyPrint,
  'dark projector': projector(1.1),
  'washed-out projector': projector(0.9),
} as const satisfies Record<string, Sight>;

function through(matrix: Matrix): Sight {
  return (linear) => {
    const see = (row: Linear): number => row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2];
    return [see(matrix[0]), see(matrix[1]), see(matrix[2])];
  };
}

/** OKLab coordinates of a colour as it is seen (Ottosson 2020). */
export function perceive(colour: Colour, see: Sight): [number, number, number] {
  const seen = see(decode(colour));
  const clamp = (light: number): number => Math.min(1, Math.max(0, light));
  const [red, green, blue] = [clamp(seen[0]), clamp(seen[1]), clamp(seen[2])];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

/** Distance of two colours in OKLab as they are seen; about 0.02 is just noticeable side by side. */
export function distance(first: Colour, second: Colour, see: Sight): number {
  const a = perceive(first, see);
  const b = perceive(second, see);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(first: Colour, second: Colour): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Colour): number {
  return greyPrint(decode(colour))[0];
}

function decode([red, green, blue]: Colour): Linear {
  return [decodeChannel(red), decodeChannel(green), decodeChannel(blue)];
}

function decodeChannel(channel: number): number {
  const encoded = channel / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
}

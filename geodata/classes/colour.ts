/** Red, green and blue of sRGB, whole numbers 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Lightness 0 to 1, chroma 0 to about 0.3, hue in degrees. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

/** `#rrggbb`, as CSS and MapLibre read it. */
export function formatColour(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Reads `#rrggbb`. */
export function parseColour(text: string): Colour {
  const number = Number.parseInt(text.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

/**
 * The sRGB colour of an OKLCH one; chroma shrinks until the colour exists in sRGB.
 * Source of the space and its matrices: B. Ottosson, "A perceptual color space for image processing", 2020,
 * https://bottosson.github.io/posts/oklab/.
 */
export function colourOfOklch({ lightness, chroma, hue }: Oklch): Colour {
  const angle = (hue * Math.PI) / 180;
  for (let share = 1; share > 0; share -= 0.02) {
    const a = chroma * share * Math.cos(angle);
    const b = chroma * share * Math.sin(angle);
    const linear = linearOfOklab(lightness, a, b);
    if (linear.every((channel) => channel >= -1e-4 && channel <= 1 + 1e-4)) return encodeLinear(linear);
  }
  return encodeLinear(linearOfOklab(lightness, 0, 0));
}

type Triple = readonly [number, number, number];

function linearOfOklab(lightness: number, a: number, b: number): Triple {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function encodeLinear(linear: Triple): Colour {
  const [red, green, blue] = linear;
  return [encodeChannel(red), encodeChannel(green), encodeChannel(blue)];
}

/** The transfer function of sRGB, IEC 61966-2-1. */
function encodeChannel(linear: number): number {
  const clamped = Math.min(1, Math.max(0, linear));
  const encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

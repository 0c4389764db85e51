import { absences, patternKinds } from '../../geodata/fill.ts';
import { statuses } from '../../geodata/observation.ts';
import { figuresWidth } from './figures.ts';
import { blank, firstInk, firstPaper } from './palette.ts';
import { boundaryChanged } from './scene.ts';

/** What the shader reads besides its two textures, in the order of the block; luma.gl reads the block line by line. */
export const areaUniformTypes = {
  periodStart: 'f32',
  hovered: 'f32',
  pixelRatio: 'f32',
  hasFigures: 'f32',
  breaksLow: 'vec4<f32>',
  breaksHigh: 'vec4<f32>',
  hoverInk: 'vec4<f32>',
  suppressedPattern: 'vec4<f32>',
  missingPattern: 'vec4<f32>',
  notAskedPattern: 'vec4<f32>',
  boundaryChangedPattern: 'vec4<f32>',
} as const;

const uniformBlock = /* glsl */ `
layout(std140) uniform areaUniforms {
  float periodStart;
  float hovered;
  float pixelRatio;
  float hasFigures;
  vec4 breaksLow;
  vec4 breaksHigh;
  vec4 hoverInk;
  vec4 suppressedPattern;
  vec4 missingPattern;
  vec4 notAskedPattern;
  vec4 boundaryChangedPattern;
} area;

uniform highp sampler2D areaPalette;
`;

/** Place among `absences` of each status that has no value; in GLSL, -1 for the others. */
const absenceOfStatus = absences
  .map((absence, i) => {
    const status = absence === 'boundary-changed' ? boundaryChanged : statuses.indexOf(absence);
    return `if (status == ${status}.0) return ${i}.0;`;
  })
  .join('\n  ');

/**
 * Vertex stage: from the area's index to its colour. Every vertex of an area finds the same figure, so a polygon has one
 * class; the absence goes on to the fragments, which draw its pattern.
 */
export const vertexSource = /* glsl */ `${uniformBlock}
uniform highp sampler2D areaFigures;

float area_absenceOf(float status) {
  ${absenceOfStatus}
  return -1.0;
}

/* Palette place of an area's fill, and its absence or -1. */
vec2 area_fillOf(float index) {
  if (area.hasFigures < 0.5) return vec2(${blank}.0, -1.0);
  int texel = int(area.periodStart + index);
  vec2 figure = texelFetch(areaFigures, ivec2(texel % ${figuresWidth}, texel / ${figuresWidth}), 0).rg;
  float absence = area_absenceOf(figure.g);
  if (absence >= 0.0) return vec2(${firstPaper}.0 + absence, absence);
  if (figure.g > 2.5) return vec2(${blank}.0, -1.0);
  float rank = dot(step(area.breaksLow, vec4(figure.r)), vec4(1.0)) + dot(step(area.breaksHigh, vec4(figure.r)), vec4(1.0));
  return vec2(rank, -1.0);
}

vec3 area_colourOf(float place) {
  return texelFetch(areaPalette, ivec2(int(place), 0), 0).rgb;
}
`;

/** Fragment stage: the patterns of absences, as geodata/fill.ts describes them, at the frequency of screen pixels. */
export const fragmentSource = /* glsl */ `${uniformBlock}
float area_toDiagonal(float along, float spacing) {
  return abs(mod(along + 0.5 * spacing, spacing) - 0.5 * spacing) * 0.70710678;
}

/* Distance in pixels to the nearest ink of a pattern. */
float area_toInk(int kind, float spacing, vec2 at) {
  if (kind == ${patternKinds.indexOf('dots')}) {
    vec2 corner = mod(at + 0.5 * spacing, spacing) - 0.5 * spacing;
    vec2 centre = mod(at, spacing) - 0.5 * spacing;
    return min(length(corner), length(centre));
  }
  if (kind == ${patternKinds.indexOf('lines')}) return abs(mod(at.y, spacing) - 0.5 * spacing);
  float rising = area_toDiagonal(at.x + at.y, spacing);
  if (kind == ${patternKinds.indexOf('hatch')}) return rising;
  return min(rising, area_toDiagonal(at.x - at.y, spacing));
}

vec3 area_drawPattern(vec3 paper, float absence) {
  int place = int(absence + 0.5);
  vec4 pattern = place == 0 ? area.suppressedPattern : place == 1 ? area.missingPattern
    : place == 2 ? area.notAskedPattern : area.boundaryChangedPattern;
  vec2 at = vec2(gl_FragCoord.x, -gl_FragCoord.y) / area.pixelRatio;
  float distance = area_toInk(int(pattern.x + 0.5), pattern.y, at);
  float ink = clamp((0.5 * pattern.z - distance) * area.pixelRatio + 0.5, 0.0, 1.0);
  return mix(paper, texelFetch(areaPalette, ivec2(${firstInk} + place, 0), 0).rgb, ink);
}
`;

/** Where deck.gl's own shader of polygons calls ours. */
export const injections = {
  'vs:#decl': /* glsl */ `
in float areaIndices;
flat out float areaAbsence;
flat out float areaHovered;
`,
  'vs:DECKGL_FILTER_COLOR': /* glsl */ `
vec2 areaFill = area_fillOf(areaIndices);
areaAbsence = areaFill.y;
areaHovered = areaIndices == area.hovered ? 1.0 : 0.0;
color = vec4(area_colourOf(areaFill.x), 1.0);
`,
  'fs:#decl': /* glsl */ `
flat in float areaAbsence;
flat in float areaHovered;
`,
  'fs:DECKGL_FILTER_COLOR': /* glsl */ `
if (areaAbsence >= 0.0) color.rgb = area_drawPattern(color.rgb, areaAbsence);
color.rgb = mix(color.rgb, area.hoverInk.rgb, areaHovered * area.hoverInk.a);
`,
};

import { absences, patternKinds } from '../../geodata/classes/absence-pattern.ts';
import { codeOfAbsence, lastWithValue } from '../../geodata/classes/area-class.ts';
import { withinChance } from '../../geodata/comparing/change-status.ts';
import { absenceUniforms, areaUniformTypes, classUniforms } from './area-uniforms.ts';
import { textureWidth } from './figures.ts';

const fields = Object.entries(areaUniformTypes).map(([name, type]) => `  ${type} ${name};`);

const shared = /* glsl */ `
layout(std140) uniform areaUniforms {
${fields.join('\n')}
} area;

vec3 area_layOver(vec3 colour, float fade, float hover) {
  return mix(mix(colour, area.fadePaper.rgb, fade), area.hoverInk.rgb, hover);
}
`;

/** Index among `absences` of each status that has no value; in GLSL, -1 for the others. */
const absenceOfStatus = absences
  .map((absence, i) => `if (status == ${codeOfAbsence(absence)}.0) return ${i}.0;`)
  .join('\n  ');

/** An expression that picks one of several uniforms by its index. */
function pick(place: string, names: readonly string[]): string {
  const others = names.slice(0, -1);
  return others.reduceRight(
    (rest, name, i) => `${place} < ${i}.5 ? area.${name} : ${rest}`,
    `area.${names.at(-1)}`,
  );
}

const part = (i: 0 | 1 | 2): string[] => absences.map((absence) => absenceUniforms[absence][i]);

const version = '#version 300 es';

/**
 * Vertex stage: from the area's index to its colour. Every vertex of an area finds the same figure, so a polygon has one
 * class; the absence goes on to the fragments, which draw its pattern. All but patterns is decided here.
 */
export const vertexSource = /* glsl */ `${version}
precision highp float;
${shared}
uniform mat4 tileMatrix;
uniform highp sampler2D areaFigures;
uniform highp sampler2D areaChosen;
in vec2 place;
in float areaIndex;
flat out vec3 areaColour;
flat out vec3 areaAbsence;

ivec2 area_texelOf(float place) {
  int texel = int(place);
  return ivec2(texel % ${textureWidth}, texel / ${textureWidth});
}

float area_absenceOf(float status) {
  ${absenceOfStatus}
  return -1.0;
}

bool area_hasValue(float status) {
  return status <= ${lastWithValue}.0 || status == ${withinChance}.0;
}

/* Linear between two values; else the figure of the shown period, as figureBetween has it. */
float area_valueOf(vec2 figure, float index) {
  if (area.share == 0.0) return figure.r;
  vec2 next = texelFetch(areaFigures, area_texelOf(area.nextStart + index), 0).rg;
  return area_hasValue(next.g) ? figure.r * (1.0 - area.share) + next.r * area.share : figure.r;
}

/* Colour of an area, or the paper of its absence, and the place of that absence or -1. */
vec4 area_fillOf(float index) {
  if (index >= area.areaCount) return vec4(area.emptyColour.rgb, -1.0);
  vec2 figure = texelFetch(areaFigures, area_texelOf(area.periodStart + index), 0).rg;
  float absence = area_absenceOf(figure.g);
  if (absence >= 0.0) return vec4((${pick('absence', part(0))}).rgb, absence);
  if (!area_hasValue(figure.g)) return vec4(area.emptyColour.rgb, -1.0);
  if (figure.g == ${withinChance}.0) return vec4(area.chanceColour.rgb, -1.0);
  vec4 value = vec4(area_valueOf(figure, index));
  float rank = dot(step(area.breaksLow, value), vec4(1.0)) + dot(step(area.breaksHigh, value), vec4(1.0));
  return vec4((${pick('rank', classUniforms)}).rgb, -1.0);
}

bool area_isFaded(float index) {
  return area.fades > 0.5 && texelFetch(areaChosen, area_texelOf(index), 0).r == 0.0;
}

void main(void) {
  gl_Position = tileMatrix * vec4(place, 0.0, 1.0);
  vec4 fill = area_fillOf(areaIndex);
  float fade = area_isFaded(areaIndex) ? area.fadePaper.a : 0.0;
  float hover = areaIndex == area.hovered ? area.hoverInk.a : 0.0;
  areaAbsence = vec3(fill.a, fade, hover);
  areaColour = fill.a < 0.0 ? area_layOver(fill.rgb, fade, hover) : fill.rgb;
}
`;

/** Fragment stage: the patterns of absences, as geodata/classes/absence-pattern.ts describes them, at the frequency of screen pixels. */
export const fragmentSource = /* glsl */ `${version}
precision highp float;
${shared}
flat in vec3 areaColour;
/* Place of an absence or -1, and how far its pattern is faded and hovered. */
flat in vec3 areaAbsence;
out vec4 fragColor;

float area_toDiagonal(float along, float spacing) {
  return abs(mod(along + 0.5 * spacing, spacing) - 0.5 * spacing) * 0.70710678;
}

/* To strokes whose middles lie at whole spacings. */
float area_toStroke(vec2 at, float spacing) {
  vec2 off = abs(mod(at + 0.5 * spacing, spacing) - 0.5 * spacing);
  return max(off.x, off.y - 0.25 * spacing);
}

/* Distance in pixels to the nearest ink of a pattern. */
float area_toInk(int kind, float spacing, vec2 at) {
  if (kind == ${patternKinds.indexOf('dots')}) {
    vec2 corner = mod(at + 0.5 * spacing, spacing) - 0.5 * spacing;
    vec2 centre = mod(at, spacing) - 0.5 * spacing;
    return min(length(corner), length(centre));
  }
  if (kind == ${patternKinds.indexOf('strokes')})
    return min(area_toStroke(at - 0.5 * spacing, spacing), area_toStroke(at, spacing));
  if (kind == ${patternKinds.indexOf('lines')}) return abs(mod(at.y, spacing) - 0.5 * spacing);
  float rising = area_toDiagonal(at.x + at.y, spacing);
  if (kind == ${patternKinds.indexOf('hatch')}) return rising;
  return min(rising, area_toDiagonal(at.x - at.y, spacing));
}

vec3 area_drawPattern(vec3 paper, float absence) {
  vec4 pattern = ${pick('absence', part(2))};
  vec4 ink = ${pick('absence', part(1))};
  /* Counted from the middle of a pixel, so that a line of one pixel fills it instead of half of two. */
  vec2 at = vec2(gl_FragCoord.x - 0.5, 0.5 - gl_FragCoord.y) / area.pixelRatio;
  float distance = area_toInk(int(pattern.x + 0.5), pattern.y, at);
  return mix(paper, ink.rgb, clamp((0.5 * pattern.z - distance) * area.pixelRatio + 0.5, 0.0, 1.0));
}

void main(void) {
  vec3 colour = areaColour;
  if (areaAbsence.x >= 0.0)
    colour = area_layOver(area_drawPattern(colour, areaAbsence.x), areaAbsence.y, areaAbsence.z);
  /* Colours are premultiplied. */
  fragColor = vec4(colour, 1.0) * area.opacity;
}
`;

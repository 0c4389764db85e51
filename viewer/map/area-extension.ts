import { type Layer, LayerExtension } from '@deck.gl/core';
import { areaUniformTypes, fragmentSource, injections, vertexSource } from './area-shader.ts';
import { type Figures, figuresWidth } from './figures.ts';
import { paletteSize } from './palette.ts';

type Device = Layer['context']['device'];
type Texture = ReturnType<Device['createTexture']>;
type Four = readonly [number, number, number, number];

/** What the shader draws with. Replace its parts and ask for a repaint: nothing else is needed. */
export interface AreaPaint {
  figures: Figures | null;
  period: number;
  /** Eight limits, see packBreaks. */
  breaks: readonly number[];
  palette: Uint8Array;
  patterns: readonly (readonly [number, number, number, number])[];
  /** Index of the area under the pointer; -1 for none. */
  hovered: number;
  /** Red, green, blue and strength, 0 to 1. */
  hoverInk: Four;
  pixelRatio: number;
}

const areaModule = {
  name: 'area',
  vs: vertexSource,
  fs: fragmentSource,
  uniformTypes: areaUniformTypes,
};

/**
 * Colours the polygons of deck.gl's SolidPolygonLayer from a texture of figures. Each vertex carries the index of its
 * area (`getAreaIndex`); figures of all periods lie in one texture, classes and fills in another of 32 texels. The
 * textures are uploaded when their part of the paint is replaced, the rest are uniforms, read at every draw.
 */
export class AreaExtension extends LayerExtension {
  static override extensionName = 'AreaExtension';
  static override defaultProps = { getAreaIndex: { type: 'accessor', value: 0 } };

  /** Ids of the layers drawn since `drawn` was last cleared. */
  readonly drawn = new Set<string>();
  readonly #paint: AreaPaint;
  readonly #figures = new TextureSlot<Figures>();
  readonly #palette = new TextureSlot<Uint8Array>();

  constructor(paint: AreaPaint) {
    super();
    this.#paint = paint;
  }

  override getShaders(): unknown {
    return { modules: [areaModule], inject: injections };
  }

  override initializeState(this: Layer): void {
    this.getAttributeManager()?.add({
      areaIndices: { size: 1, type: 'float32', stepMode: 'dynamic', accessor: 'getAreaIndex' },
    });
  }

  override draw(this: Layer, _parameters: unknown, extension: this): void {
    extension.drawn.add(this.id);
    this.setShaderModuleProps({ area: extension.inputs(this.context.device) });
  }

  /** Frees the textures; the extension cannot be used afterwards. */
  destroy(): void {
    this.#figures.destroy();
    this.#palette.destroy();
  }

  inputs(device: Device): Record<string, unknown> {
    const { figures, period, breaks, palette, patterns, hovered, hoverInk, pixelRatio } = this.#paint;
    const [suppressedPattern, missingPattern, notAskedPattern, boundaryChangedPattern] = patterns;
    return {
      areaFigures: this.#figures.take(figures ?? noFigures, (source) => figuresTexture(device, source)),
      areaPalette: this.#palette.take(palette, (source) => paletteTexture(device, source)),
      periodStart: period * (figures?.size ?? 0),
      hasFigures: figures ? 1 : 0,
      hovered,
      hoverInk,
      pixelRatio,
      breaksLow: breaks.slice(0, 4),
      breaksHigh: breaks.slice(4, 8),
      suppressedPattern,
      missingPattern,
      notAskedPattern,
      boundaryChangedPattern,
    };
  }
}

const noFigures: Figures = { size: 0, height: 1, texels: new Float32Array(2 * figuresWidth) };

/** Holds the texture of the latest source, and makes a new one only when handed another source. */
class TextureSlot<Source> {
  #source: Source | null = null;
  #texture: Texture | null = null;

  take(source: Source, create: (source: Source) => Texture): Texture {
    if (this.#texture && this.#source === source) return this.#texture;
    this.#texture?.destroy();
    this.#source = source;
    this.#texture = create(source);
    return this.#texture;
  }

  destroy(): void {
    this.#texture?.destroy();
    this.#texture = null;
    this.#source = null;
  }
}

const exactTexels = {
  minFilter: 'nearest',
  magFilter: 'nearest',
  addressModeU: 'clamp-to-edge',
  addressModeV: 'clamp-to-edge',
} as const;

function figuresTexture(device: Device, { height, texels }: Figures): Texture {
  return device.createTexture({
    format: 'rg32float',
    width: figuresWidth,
    height,
    data: texels,
    sampler: exactTexels,
  });
}

function paletteTexture(device: Device, bytes: Uint8Array): Texture {
  return device.createTexture({
    format: 'rgba8unorm',
    width: paletteSize,
    height: 1,
    data: bytes,
    sampler: exactTexels,
  });
}

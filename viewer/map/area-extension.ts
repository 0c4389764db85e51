import { type Layer, LayerExtension } from '@deck.gl/core';
import { fragmentMain, fragmentSource, vertexMain, vertexSource } from './area-shader.ts';
import { areaUniformTypes } from './area-uniforms.ts';
import { type Figures, type Mask, textureWidth } from './figures.ts';
import type { AreaPaint } from './paint.ts';

type Device = Layer['context']['device'];
type Texture = ReturnType<Device['createTexture']>;

const areaModule = {
  name: 'area',
  vs: vertexSource,
  fs: fragmentSource,
  uniformTypes: areaUniformTypes,
};

/**
 * Colours the polygons of deck.gl's SolidPolygonLayer. Each vertex carries the index of its area (`getAreaIndex`);
 * figures of all periods lie in one texture, the chosen areas in another. A texture is uploaded when its part of the
 * paint is replaced; all else are uniforms, read at every draw.
 */
export class AreaExtension extends LayerExtension {
  static override extensionName = 'AreaExtension';
  static override defaultProps = { getAreaIndex: { type: 'accessor', value: 0 } };

  /** Replace it and ask for a repaint: nothing else is needed. */
  paint: AreaPaint;
  /** Ids of the layers drawn since `drawn` was last cleared. */
  readonly drawn = new Set<string>();
  readonly #figures = new TextureSlot<Figures>(figuresTexture, {
    size: 0,
    height: 1,
    texels: new Float32Array(2 * textureWidth),
  });
  readonly #chosen = new TextureSlot<Mask>(maskTexture, { height: 1, texels: new Uint8Array(textureWidth) });

  constructor(paint: AreaPaint) {
    super();
    this.paint = paint;
  }

  override getShaders(): unknown {
    return { modules: [areaModule], vs: vertexMain, fs: fragmentMain };
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
    this.#chosen.destroy();
  }

  inputs(device: Device): Record<string, unknown> {
    const { figures, chosen, uniforms } = this.paint;
    return {
      ...uniforms,
      areaFigures: this.#figures.take(device, figures),
      areaChosen: this.#chosen.take(device, chosen),
    };
  }
}

/** Holds the texture of the latest source, and makes a new one only when handed another source. */
class TextureSlot<Source> {
  #source: Source | null = null;
  #texture: Texture | null = null;
  readonly #create: (device: Device, source: Source) => Texture;
  readonly #nothing: Source;

  constructor(create: (device: Device, source: Source) => Texture, nothing: Source) {
    this.#create = create;
    this.#nothing = nothing;
  }

  take(device: Device, source: Source | null): Texture {
    const wanted = source ?? this.#nothing;
    if (this.#texture && this.#source === wanted) return this.#texture;
    this.#texture?.destroy();
    this.#source = wanted;
    this.#texture = this.#create(device, wanted);
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
    width: textureWidth,
    height,
    data: texels,
    sampler: exactTexels,
  });
}

function maskTexture(device: Device, { height, texels }: Mask): Texture {
  return device.createTexture({
    format: 'r8unorm',
    width: textureWidth,
    height,
    data: texels,
    sampler: exactTexels,
  });
}

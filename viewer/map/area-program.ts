import { fragmentSource, vertexSource } from './area-shader.ts';
import { type AreaUniforms, uniformLength, writeUniforms } from './area-uniforms.ts';

/** Where the program finds a vertex's place and the index of its area. */
export const attributes = { place: 0, areaIndex: 1 } as const;
/** Units of the textures. */
export const units = { figures: 0, chosen: 1 } as const;

/** The one program that fills areas, in one GPU context. */
export interface AreaProgram {
  /** Whether it can draw without keeping the page waiting for it to be compiled. Throws where it does not compile. */
  readonly isReady: () => boolean;
  /** Begins to draw with it; uniforms are uploaded where they are others than before. */
  readonly use: (uniforms: AreaUniforms) => void;
  /** From a tile's own square to the screen, column by column. */
  readonly place: (matrix: Float32Array) => void;
  readonly destroy: () => void;
}

/** Starts to compile; the browser goes on with that aside where it can. */
export function createAreaProgram(gl: WebGL2RenderingContext): AreaProgram {
  const parallel = gl.getExtension('KHR_parallel_shader_compile');
  const program = gl.createProgram();
  const shaders = [
    startShader(gl, gl.VERTEX_SHADER, vertexSource),
    startShader(gl, gl.FRAGMENT_SHADER, fragmentSource),
  ];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.bindAttribLocation(program, attributes.place, 'place');
  gl.bindAttribLocation(program, attributes.areaIndex, 'areaIndex');
  gl.linkProgram(program);
  // MapLibre binds its own from the first on.
  const binding = gl.getParameter(gl.MAX_UNIFORM_BUFFER_BINDINGS) - 1;
  const buffer = gl.createBuffer();
  let matrix: WebGLUniformLocation | null = null;
  let isLinked = false;
  let uploaded: AreaUniforms | null = null;

  const finish = (): void => {
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
      if (gl.isContextLost()) return;
      const messages = shaders.map((shader) => gl.getShaderInfoLog(shader)).join('');
      throw new Error(`The areas' program does not link: ${gl.getProgramInfoLog(program)} ${messages}`);
    }
    isLinked = true;
    for (const shader of shaders) gl.deleteShader(shader);
    matrix = gl.getUniformLocation(program, 'tileMatrix');
    gl.uniformBlockBinding(program, gl.getUniformBlockIndex(program, 'areaUniforms'), binding);
    gl.useProgram(program);
    gl.uniform1i(gl.getUniformLocation(program, 'areaFigures'), units.figures);
    gl.uniform1i(gl.getUniformLocation(program, 'areaChosen'), units.chosen);
  };

  const upload = (uniforms: AreaUniforms): void => {
    if (uniforms === uploaded) return;
    uploaded = uniforms;
    gl.bufferData(
      gl.UNIFORM_BUFFER,
      writeUniforms(uniforms, new Float32Array(uniformLength)),
      gl.DYNAMIC_DRAW,
    );
  };

  return {
    isReady: () => {
      if (isLinked || (parallel && !gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR)))
        return isLinked;
      finish();
      return isLinked;
    },
    use: (uniforms) => {
      gl.useProgram(program);
      gl.bindBufferBase(gl.UNIFORM_BUFFER, binding, buffer);
      upload(uniforms);
    },
    place: (given) => gl.uniformMatrix4fv(matrix, false, given),
    destroy: () => {
      gl.deleteProgram(program);
      gl.deleteBuffer(buffer);
    },
  };
}

function startShader(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('The GPU makes no shader.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

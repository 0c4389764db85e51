import { type AreaMesh, vertexLength } from './area-mesh.ts';
import { attributes } from './area-program.ts';

/** A tile's triangles in one GPU context. */
export interface AreaBuffers {
  readonly draw: () => void;
  readonly destroy: () => void;
}

export function createAreaBuffers(gl: WebGL2RenderingContext, { vertices, indices }: AreaMesh): AreaBuffers {
  const layout = gl.createVertexArray();
  const [vertexBuffer, indexBuffer] = [gl.createBuffer(), gl.createBuffer()];
  gl.bindVertexArray(layout);
  gl.bindBuffer(gl.ARRAY_BUFFER, vertexBuffer);
  gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STATIC_DRAW);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indexBuffer);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STATIC_DRAW);
  const stride = vertexLength * vertices.BYTES_PER_ELEMENT;
  gl.enableVertexAttribArray(attributes.place);
  gl.vertexAttribPointer(attributes.place, 2, gl.FLOAT, false, stride, 0);
  gl.enableVertexAttribArray(attributes.areaIndex);
  gl.vertexAttribPointer(attributes.areaIndex, 1, gl.FLOAT, false, stride, 2 * vertices.BYTES_PER_ELEMENT);
  gl.bindVertexArray(null);
  return {
    draw: () => {
      gl.bindVertexArray(layout);
      gl.drawElements(gl.TRIANGLES, indices.length, gl.UNSIGNED_INT, 0);
    },
    destroy: () => {
      gl.deleteVertexArray(layout);
      gl.deleteBuffer(vertexBuffer);
      gl.deleteBuffer(indexBuffer);
    },
  };
}

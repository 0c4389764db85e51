import { useEffect, useRef } from 'preact/hooks';
import { drawInFrames, readInk, stampDot } from './canvas.ts';
import type { Swarm } from './swarm.ts';

/** So many are drawn in a few milliseconds. */
const marksAtOnce = 5000;

interface SwarmMarksProps {
  /** Places of the marks on the line, CSS pixels. */
  readonly xs: Float64Array;
  readonly swarm: Swarm;
  /** Of the drawing, and where its line is. */
  readonly width: number;
  readonly height: number;
  readonly middle: number;
}

/** The marks of a swarm as one picture, drawn once the page stands: as elements or drawing commands thousands would hold it up. */
export function SwarmMarks({ xs, swarm, width, height, middle }: SwarmMarksProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = Math.ceil(devicePixelRatio);
  useEffect(() => {
    if (canvas.current) return drawInFrames(drawMarks(canvas.current));
  });
  function* drawMarks(on: HTMLCanvasElement): Generator<void> {
    const drawing = on.getContext('2d');
    if (!drawing) return;
    const ink = readInk(getComputedStyle(on).color);
    const picture = drawing.createImageData(width * ratio, height * ratio);
    for (const [index, x] of xs.entries()) {
      const y = middle + (swarm.offsets[index] ?? 0);
      stampDot(picture, x * ratio, y * ratio, swarm.radius * ratio, ink, 1);
      if (index % marksAtOnce === marksAtOnce - 1) yield;
    }
    drawing.putImageData(picture, 0, 0);
  }
  return (
    // The drawing over it says in words what these marks show.
    <canvas
      ref={canvas}
      width={width * ratio}
      height={height * ratio}
      style={{ width: `${width}px`, height: `${height}px` }}
    />
  );
}

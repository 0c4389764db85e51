/** Goes from a place among periods to another; 0 is the first. */
type Step = (index: number, last: number) => number;

const back: Step = (index) => Math.max(0, index - 1);
const forth: Step = (index, last) => Math.min(last, index + 1);

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: back,
  ArrowDown: back,
  ArrowRight: forth,
  ArrowUp: forth,
  PageDown: (index) => Math.max(0, index - 4),
  PageUp: (index, last) => Math.min(last, index + 4),
  Home: () => 0,
  End: (_index, last) => last,
};

/** The place that a key leads to; null where the key is none of the slider's. */
export function followKey(key: string, index: number, last: number): number | null {
  return steps[key]?.(index, last) ?? null;
}

/** Goes from a place among periods to another; 0 is the first. */
type Step = (place: number, last: number) => number;

const back: Step = (place) => Math.max(0, place - 1);
const forth: Step = (place, last) => Math.min(last, place + 1);

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: back,
  ArrowDown: back,
  ArrowRight: forth,
  ArrowUp: forth,
  PageDown: (place) => Math.max(0, place - 4),
  PageUp: (place, last) => Math.min(last, place + 4),
  Home: () => 0,
  End: (_place, last) => last,
};

/** The place that a key leads to; null where the key is none of the slider's. */
export function followKey(key: string, place: number, last: number): number | null {
  return steps[key]?.(place, last) ?? null;
}

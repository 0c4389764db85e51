/** The places of dots from the lowest to the highest. */
export function orderUpwards(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

/**
 * The dot that a key goes to: left and right to the next figure across (dots stand in that order), up and down to the next
 * figure upwards, Home and End to the first and last. null for other keys. `from` is -1 where none is in focus.
 */
export function stepTo(key: string, from: number, upwards: Uint32Array): number | null {
  const last = upwards.length - 1;
  const hold = (index: number) => Math.min(last, Math.max(0, index));
  const across: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    Home: 0,
    End: last,
  };
  const wished = across[key];
  if (wished !== undefined) return from < 0 && key !== 'End' ? 0 : hold(wished);
  const step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
  if (step === 0) return null;
  return from < 0 ? 0 : (upwards[hold(upwards.indexOf(from) + step)] ?? from);
}

/**
 * The most bytes that one file of a package may have; whoever reads files checks before reading. Boundaries: V8 holds
 * no string of more than 2^29 - 24 characters, so a larger GeoJSON cannot be parsed whole; the largest real file, all
 * of the Netherlands as a GeoPackage, is about 209 MB. CSV: rows take about four times their bytes in memory while
 * they are read, and all neighbourhoods of the country with every month of ten years stay well below it. Descriptor:
 * a thousand times a rich real one is still read at once.
 */
export const sizeLimits = {
  descriptor: 25_000_000,
  boundaries: 512_000_000,
  observations: 256_000_000,
} as const;

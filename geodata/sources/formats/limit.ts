/**
 * The most bytes that one file of a package may have; whoever reads files checks before reading. Boundaries: V8 holds
 * no string of more than 2^29 - 24 characters, so a larger GeoJSON cannot be parsed whole; the largest real file, all
 * of the Netherlands as a GeoPackage, is about 209 MB. Observations: a table of three columns takes about 25 times its
 * bytes in memory while it is read (measured: 29 MB, 1.2 million figures, 0.7 GB), and Node's heap has 4 GB at most by
 * default; every neighbourhood of the country in every month of ten years is about 44 MB. Descriptor: a thousand times
 * a rich real one.
 */
export const sizeLimits: Readonly<Record<'descriptor' | 'boundaries' | 'observations', number>> = {
  descriptor: 25_000_000,
  boundaries: 512_000_000,
  observations: 128_000_000,
};

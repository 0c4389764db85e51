import type fc from 'fast-check';

/** A kind of file that the product reads: a whole one damaged, and how it is read. */
export interface ReadableFile {
  readonly name: string;
  readonly damaged: fc.Arbitrary<Uint8Array>;
  /** The file as it is, which can be read. */
  readonly whole: Uint8Array;
  read(bytes: Uint8Array): unknown;
}

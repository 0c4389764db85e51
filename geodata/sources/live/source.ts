import type { Text } from '../../text.ts';

/** What a live source asks the network through. Retry, cache, resume and politeness are the asker's (api/download/). */
export interface Ask {
  /** A JSON answer, parsed. Throws InputError naming the address where it stays broken. */
  json(address: string): Promise<unknown>;
  /** A large file, resumed and cached. Throws InputError naming the address where it stays broken. */
  bytes(address: string): Promise<Uint8Array>;
  /** What is fetched now, and how much of how much is done. */
  report(step: { readonly what: string; readonly done: number; readonly total: number | null }): void;
}

/** Which areas are asked for; `municipalities` (GM0153 …) is null for the whole country. */
export interface LiveRegion {
  readonly key: string;
  readonly name: Text;
  readonly municipalities: readonly string[] | null;
}

export interface SourceRequest {
  /** Address of the service instead of the public one (tests, a mirror), without a slash at the end; null: the public one. */
  readonly base: string | null;
  readonly region: LiveRegion;
  readonly years: readonly number[];
  /** Figures by month instead of by year. */
  readonly monthly: boolean;
  /** Years whose boundaries are held or come along; a source that must choose takes what fits. */
  readonly boundaryYears: readonly number[];
  /** Codes of all areas that are held, by boundary year. Figures of other areas would be refused. */
  readonly areas: ReadonlyMap<number, ReadonlySet<string>>;
}

/** A data package as it would lie in a folder: `datapackage.json` (parsed form) and its files by path. */
export interface Collected {
  readonly descriptor: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was left out or read otherwise than asked, one plain English sentence each. */
  readonly notes: readonly string[];
}

/** A public source of boundaries or figures. Pure but for what it asks. */
export interface LiveSource {
  /** As it stands in the command: `cbs`. */
  readonly key: string;
  /** As they stand in the command: `kerncijfers`. A source with one dataset needs none there. */
  readonly datasets: readonly string[];
  /** The years that the source is known to publish, by dataset. */
  readonly years: Readonly<Record<string, { readonly first: number; readonly last: number }>>;
  /** Datasets that come by month too. */
  readonly monthly: readonly string[];
  /** Asks the source and gives what it answered as a data package. Throws InputError. */
  collect(dataset: string, request: SourceRequest, ask: Ask): Promise<Collected>;
}

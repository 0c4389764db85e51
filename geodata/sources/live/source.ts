import { InputError } from '../../problem.ts';
import type { Text } from '../../text.ts';

/** Thrown where a service says that it does not have what was asked for: asking again would not help. */
export class AbsentError extends InputError {
  override readonly name = 'AbsentError';
}

/**
 * What a live source asks the network through. Retry, cache, resume and politeness are the asker's (api/download/).
 * Throws AbsentError where the service does not have an address, and InputError naming it where it stays broken.
 */
export interface Ask {
  /** A JSON answer, parsed. */
  json(address: string): Promise<unknown>;
  /** A large file, resumed and cached. One that is not `isUsable`, such as a page of apologies, is asked for again. */
  bytes(address: string, isUsable?: (bytes: Uint8Array) => boolean): Promise<Uint8Array>;
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
  /** Which of the dataset's `ways` to take; null: the source's own choice. */
  readonly from: string | null;
  /** A file that was downloaded before, to be read instead of the service. */
  readonly file: { readonly path: string; readonly bytes: Uint8Array } | null;
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
  /** The public hosts that it is spread over: a redirect leads to none but these. */
  readonly hosts: readonly string[];
  /** The years that the source is known to publish, by dataset. */
  readonly years: Readonly<Record<string, { readonly first: number; readonly last: number }>>;
  /** Datasets that come by month too. */
  readonly monthly: readonly string[];
  /** The services or formats that a dataset can be had through, by dataset. */
  readonly ways?: Readonly<Record<string, readonly string[]>>;
  /**
   * Datasets of boundaries: they come for the whole region, of the newest year unless others are asked for, and from a
   * downloaded file too.
   */
  readonly boundaries?: readonly string[];
  /** Asks the source and gives what it answered as a data package. Throws InputError. */
  collect(dataset: string, request: SourceRequest, ask: Ask): Promise<Collected>;
}

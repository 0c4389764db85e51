import type { Position } from 'geojson';
import type { Projection } from '../../projection.ts';

/** A feature as its file has it: coordinates in the file's own system, rings perhaps open or empty. */
export interface RawFeature {
  /** Counted from 1, as it stands in the file. */
  readonly number: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** MultiPolygon coordinates. */
  readonly polygons: Position[][][];
}

/** What a reader of one format hands on. */
export interface FeatureSet {
  readonly projection: Projection;
  readonly features: readonly RawFeature[];
  /** Names of the attributes, for advice on a wrong one. */
  readonly fields: readonly string[];
  /** How the file was read where it was not as it should be. */
  readonly notes: readonly string[];
  /** Rows that the file marks as deleted, and that are no features. */
  readonly deleted: number;
}

/** A neighbourhood as a boundary file has it. */
export interface BoundaryFeature {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly districtName: string | null;
  readonly municipality: string;
  readonly municipalityName: string | null;
  /** Water or ground abroad, where nobody lives. */
  readonly water: boolean;
  /** MultiPolygon coordinates, longitude and latitude; rings are closed but may still cross and overlap. */
  readonly polygons: Position[][][];
  /** `feature 3 (BU01530001)`. */
  readonly place: string;
}

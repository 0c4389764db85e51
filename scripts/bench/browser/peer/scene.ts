/** How MapLibre is told the class of every area: as the state of features in vector tiles, or in new GeoJSON. */
export type PeerWay = 'setFeatureState' | 'setData';

/** What a map of a peer draws: the areas by class, and their borders. */
export interface PeerScene {
  readonly way: PeerWay;
  readonly tileJson: string;
  readonly camera: { readonly zoom: number; readonly latitude: number; readonly longitude: number };
  /** Of the map, CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Class of every area by its index, one array a year; -1 where it has no value. */
  readonly ranks: readonly (readonly number[])[];
  /** The index in `ranks` of the year to begin with. */
  readonly year: number;
  /** Of the classes, as CSS writes them. */
  readonly colours: readonly string[];
}

/** As `window.__bench` of the product: promises of a frame that is finished. */
export interface Peer {
  start(scene: PeerScene): Promise<void>;
  /** Gives every area its class of a year, the index in `ranks`. */
  switchYear(year: number): Promise<void>;
  redraw(): Promise<void>;
}

declare global {
  interface Window {
    __peer?: Peer;
  }
}

export const noClass = '#e4e2dd';

/** Makes the place of the map as large as the product's. */
export function sizeMap({ size }: PeerScene): void {
  const element = document.querySelector<HTMLElement>('#map');
  element?.style.setProperty('width', `${size.width}px`);
  element?.style.setProperty('height', `${size.height}px`);
}

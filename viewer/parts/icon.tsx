const shapes = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zm3.6-1.4L14 14',
  close: 'M3.5 3.5l9 9m0-9l-9 9',
  share: 'M8 10V1.8M4.8 5L8 1.8 11.2 5M3 8v6h10V8',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M3 13l1.2-1.2M11.8 4.2L13 3',
  moon: 'M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z',
  device: 'M8 2a6 6 0 1 0 0 12V2zm0 0a6 6 0 0 1 0 12',
  right: 'M6 3.5L10.5 8 6 12.5',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  play: 'M4.5 2.8v10.4L13 8z',
  pause: 'M5 3v10M11 3v10',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  whole: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  table: 'M2 3h12v10H2zM2 6.5h12M2 9.8h12M6.5 3v10',
  layers: 'M8 2l6.5 3.5L8 9 1.5 5.5zM2 8.8L8 12l6-3.2M2 11.5L8 14.7l6-3.2',
  legend: 'M2 3h3v3H2zM2 10h3v3H2zM7.5 4.5H14M7.5 11.5H14',
  area: 'M8 14.5s4.8-4.4 4.8-8a4.8 4.8 0 1 0-9.6 0c0 3.6 4.8 8 4.8 8zM8 8.2a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  selection: 'M2.5 4.5l1.5 1.5 2.5-3M2.5 11l1.5 1.5 2.5-3M9 4.5h5M9 11h5',
  download: 'M8 2v8.2M4.8 7L8 10.2 11.2 7M3 13.5h10',
  foldLeft: 'M2 2.5h12v11H2zM6 2.5v11M11 6L9 8l2 2',
  foldRight: 'M2 2.5h12v11H2zM10 2.5v11M5 6l2 2-2 2',
  sources:
    'M8 4C6.5 2.8 4.5 2.5 2 2.5v10c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5v-10c-2.5 0-4.5.3-6 1.5zM8 4v10',
  story: 'M2.5 2.5h11v8H8l-3 3v-3H2.5zM5 5.5h6M5 7.8h4',
  start: 'M2.5 7.5L8 2.5l5.5 5M4 6.5v7h3v-4h2v4h3v-7',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.5-3 2.7-4.5 5.5-4.5s5 1.5 5.5 4.5',
  one: 'M2 3h12v10H2z',
  two: 'M2 3h12v10H2zM8 3v10',
  four: 'M2 3h12v10H2zM8 3v10M2 8h12',
  swipe: 'M2 3h12v10H2zM8 1.5v13M5.5 6.5L4 8l1.5 1.5M10.5 6.5L12 8l-1.5 1.5',
  position: 'M8 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM8 1v3.5M8 11.5V15M1 8h3.5M11.5 8H15',
  map: 'M2 4l4-1.5 4 1.5 4-1.5v10L10 14l-4-1.5L2 14zM6 2.5v10M10 4v10',
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing of 16 pixels in the colour of the text; it says nothing to a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

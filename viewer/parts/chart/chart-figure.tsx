import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { attempt } from '../../state/screen/attempt.ts';
import { words } from '../../state/screen/reading-words.ts';
import { Scrolling } from '../table/scrolling.tsx';
import { useDrawingSize } from './drawing-size.ts';
import './chart-figure.css';

interface SaveLinksProps {
  readonly title: string;
  readonly note: string;
  readonly source: string;
  readonly room: RefObject<HTMLDivElement | null>;
}

/** The drawing to keep, with its title, source and link in it. */
function SaveLinks({ title, note, source, room }: SaveLinksProps) {
  const text = words.value.report;
  const save = async (format: 'svg' | 'png') => {
    const { savePicture } = await import('../export/picture.ts');
    if (room.current)
      await savePicture(room.current, { title, note, source: text.pictureSource(source) }, format);
  };
  return (
    <p class="chart-save small">
      {(['svg', 'png'] as const).map((format) => (
        <button
          key={format}
          type="button"
          class="link"
          aria-label={text.saveAs(title, format.toUpperCase())}
          onClick={() => attempt(() => save(format))}
        >
          {format.toUpperCase()}
        </button>
      ))}
    </p>
  );
}

interface ChartFigureProps {
  /** States what is seen. */
  readonly title: string;
  /** In which unit, about what, and how to read it. */
  readonly note?: string;
  /** From whom the figures are; empty where the page says so itself. */
  readonly source: string;
  /** The drawing, for the width that it has in its own coordinates. */
  readonly draw: (width: number) => ComponentChildren;
  /** The same in figures. */
  readonly table: () => ComponentChildren;
}

/** A drawing under a title that states what is seen, with its source, and a table behind it that says the same. */
export function ChartFigure({ title, note, source, draw, table }: ChartFigureProps) {
  const text = words.value;
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const size = useDrawingSize(room);
  const isOpen = useSignal(false);
  return (
    <figure class="chart-figure" aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        {note && <p class="soft small">{note}</p>}
      </figcaption>
      <div class="chart-room" ref={room}>
        {size.value.width > 0 && draw(size.value.width)}
      </div>
      {source && (
        <p class="soft small">
          {text.differences.source}: {source}
        </p>
      )}
      <SaveLinks title={title} note={note ?? ''} source={source} room={room} />
      <details
        onToggle={(event) => {
          isOpen.value = event.currentTarget.open;
        }}
      >
        <summary>{text.area.asTable}</summary>
        {isOpen.value && (
          <Scrolling class="chart-table" label={title}>
            {table()}
          </Scrolling>
        )}
      </details>
    </figure>
  );
}

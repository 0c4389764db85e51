import { createPortal } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { shareWords } from '../../state/screen/share-words.ts';
import type { DeckSlide } from './slide.ts';
import './printed-slides.css';

interface PrintedSlidesProps {
  readonly title: string;
  readonly slides: readonly DeckSlide[];
  readonly onPrinted: () => void;
}

/** Slides on paper, or in a PDF: one a page. Asks the browser to print as soon as their pictures are there. */
export function PrintedSlides({ title, slides, onPrinted }: PrintedSlidesProps) {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    const ready = [...document.querySelectorAll<HTMLImageElement>('.printed-slides img')].map((image) =>
      image.decode().catch(() => undefined),
    );
    void Promise.all(ready).then(() => {
      print();
      document.title = before;
      onPrinted();
    });
  }, []);
  return createPortal(
    <div class="printed-slides">
      {slides.map((slide, index) => (
        <section key={index} class="printed-slide">
          <h1>{slide.title}</h1>
          {slide.sentence && <p>{slide.sentence}</p>}
          <img src={slide.picture.data} alt={slide.alternative} />
          <p class="printed-slide-source">
            {shareWords.value.share.source}: {slide.source}. <a href={slide.link}>{slide.link}</a>
          </p>
        </section>
      ))}
    </div>,
    document.body,
  );
}

import { shareWords } from '../../state/screen/share-words.ts';

interface PictureSectionProps {
  /** null: it is being made. */
  readonly url: string | null;
  readonly tell: (message: string) => void;
}

const formats = ['png', 'svg', 'pptx'] as const;
type Format = (typeof formats)[number];

/** The maps as a picture with title, legend, source and link: copied, saved, printed, or on a slide. */
export function PictureSection({ url, tell }: PictureSectionProps) {
  const text = shareWords.value.share;
  const run = (work: () => Promise<void>, message: string) =>
    work().then(
      () => tell(message),
      () => tell(text.pictureFailed),
    );
  const copy = async () => {
    const { drawPicture } = await import('./map-picture.ts');
    // Given as a promise: a browser allows it only while the click is under way.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawPicture(url ?? '') })]);
  };
  const save = async (format: Format) => {
    if (format === 'pptx') return (await import('./slide.ts')).saveSlide(url ?? '');
    return (await import('./map-picture.ts')).saveMapPicture(url ?? '', format);
  };
  return (
    <section aria-labelledby="share-picture">
      <h3 id="share-picture">{text.picture}</h3>
      <div class="share-actions">
        <button type="button" class="button" disabled={!url} onClick={() => run(copy, text.pictureCopied)}>
          {text.copyPicture}
        </button>
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            disabled={!url}
            aria-label={text.save(format.toUpperCase())}
            title={text.save(format.toUpperCase())}
            onClick={() => run(() => save(format), '')}
          >
            {format.toUpperCase()}
          </button>
        ))}
        <button type="button" class="button" onClick={() => print()}>
          {text.print}
        </button>
      </div>
    </section>
  );
}

import type { Presentation } from '../../../geodata/presentation/presentation.ts';
import { wishFile } from '../../state/presentation/file-wish.ts';
import { showSlide } from '../../state/presentation/playing.ts';
import { openSpeakerWindow } from '../../state/presentation/speaker.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';

/** Ways to show a presentation, and to have it as a file. */
export function PlayBar({ presentation }: { readonly presentation: Presentation }) {
  const text = meetingWords.value.page;
  return (
    <p class="page-tools presentation-play">
      <button type="button" class="button button-main" onClick={() => showSlide(1)}>
        {text.play}
      </button>
      <button type="button" class="button" onClick={openSpeakerWindow}>
        {text.speaker}
      </button>
      <button type="button" class="button" onClick={() => wishFile('pptx')}>
        {text.pptx}
      </button>
      <button type="button" class="button" onClick={() => wishFile('pdf')}>
        {text.pdf}
      </button>
      <span class="soft">{text.count(presentation.slides.length)}</span>
    </p>
  );
}

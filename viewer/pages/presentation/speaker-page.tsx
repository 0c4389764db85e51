import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language } from '../../state/link/view.ts';
import { readTurn } from '../../state/presentation/keys.ts';
import type { Turn } from '../../state/presentation/playing.ts';
import { followPresenter, hasSpeakerEnded, speakerScreen } from '../../state/presentation/speaker.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import '../page.css';
import './speaker.css';

/** For a second screen: the notes with the slide on screen, what comes next, and the time. */
export function SpeakerPage() {
  const { speaker: text, player } = meetingWords.value;
  const now = useSignal(new Date());
  const act = useSignal<((way: Turn) => void) | null>(null);
  useEffect(() => {
    const { turn, end } = followPresenter();
    act.value = turn;
    const timer = setInterval(() => {
      now.value = new Date();
    }, 1000);
    const press = (event: KeyboardEvent) => {
      const way = readTurn(event);
      if (!way) return;
      event.preventDefault();
      turn(way);
    };
    addEventListener('keydown', press);
    return () => {
      end();
      clearInterval(timer);
      removeEventListener('keydown', press);
    };
  }, []);
  const screen = speakerScreen.value;
  const write = (time: Date) =>
    time.toLocaleTimeString(language.value, { hour: '2-digit', minute: '2-digit' });
  return (
    <div class="speaker">
      <p class="speaker-clock">
        <span>
          {text.clock} <b>{write(now.value)}</b>
        </span>
        {screen && (
          <span>
            {text.since} <b>{write(new Date(screen.startedAt))}</b>
          </span>
        )}
      </p>
      {!screen && <p class="page-note">{hasSpeakerEnded.value ? text.ended : text.waiting}</p>}
      {screen && (
        <>
          <p class="soft">{player.place(screen.number, screen.count)}</p>
          <h2>{screen.title}</h2>
          {screen.sentence && <p>{screen.sentence}</p>}
          <section class="speaker-notes" aria-label={text.notes} role="status">
            {screen.notes || <span class="soft">{text.noNotes}</span>}
          </section>
          <p>
            <span class="soft">{text.nextSlide}:</span> {screen.next ?? text.last}
          </p>
          <p class="speaker-turns">
            <button type="button" class="button" onClick={() => act.value?.('previous')}>
              {player.previous}
            </button>
            <button type="button" class="button button-main" onClick={() => act.value?.('next')}>
              {player.next}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

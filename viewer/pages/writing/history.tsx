import type { DeskContributionBody } from '../../data/contract.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { writeTime } from '../../state/screen/times.ts';

/** Every revision, the newest first, to unfold and read. */
export function History({ revisions }: Pick<DeskContributionBody, 'revisions'>) {
  const { desk: text } = contributionWords.value;
  return (
    <section>
      <h2>{text.history}</h2>
      <ol class="story-list" reversed>
        {revisions.map(({ number, title, body, name, writtenAt, isShown }) => (
          <li key={number}>
            <details class="story">
              <summary>
                {number}. {title}{' '}
                <span class="soft small">{text.by(name ?? text.nobody, writeTime(writtenAt))}</span>
                {isShown && <span class="status">{text.shownNow}</span>}
              </summary>
              <pre class="writing-source">{body}</pre>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

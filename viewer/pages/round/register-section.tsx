import { useSignal } from '@preact/signals';
import { formatNumber } from '../../../geodata/number.ts';
import { sendRegister } from '../../data/questionnaires.ts';
import { Refusal } from '../../parts/form/refusal.tsx';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { FileNotes } from '../questionnaires/file-notes.tsx';
import { useSending } from '../questionnaires/sending.ts';
import { FileField } from './file-field.tsx';
import type { RoundPartProps } from './part-props.ts';

/** The counts of the population register that the answers are weighted to. */
export function RegisterSection({ round, show }: RoundPartProps) {
  const { register: text } = roundWords.value;
  const notes = useSignal<readonly string[]>([]);
  const sending = useSending();
  const counts = Object.values(round.register);
  const mayRead = round.state !== 'weighted' && round.state !== 'published';
  const write = (count: number) => formatNumber(count, 0, language.value);
  const people = write(counts.reduce((sum, count) => sum + count, 0));
  return (
    <section aria-labelledby="register">
      <h2 id="register">{text.title}</h2>
      <p>{text.intro}</p>
      <p role="status">
        {counts.length === 0 ? text.none : text.known(counts.length, write(counts.length), people)}
      </p>
      {mayRead && (
        <FileField
          label={text.file}
          hint={text.fileHint}
          accept=".csv,.xlsx,text/csv"
          choose={(file) =>
            void sending.run(async () => {
              notes.value = [];
              const { notes: told, ...read } = await sendRegister(round.plan.key, file);
              notes.value = told;
              show(read);
            })
          }
        />
      )}
      <Refusal text={sending.problem.value} />
      <FileNotes title={text.notes} notes={notes.value} />
    </section>
  );
}

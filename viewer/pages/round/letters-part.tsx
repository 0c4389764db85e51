import { useSignal } from '@preact/signals';
import { formatNumber } from '../../../geodata/number.ts';
import type { RoundBody } from '../../data/contract.ts';
import { printLetters, sendForReminders } from '../../data/questionnaires.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { municipalityNames } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { nameLanguage } from '../questionnaires/language-name.ts';
import { useSending } from '../questionnaires/sending.ts';
import { FileField } from './file-field.tsx';
import { saveFile } from './save-file.ts';

/** Languages that a letter can have beside Dutch. */
const offered = ['en', 'tr', 'de', 'ar'];

/** Letters and reminders out of the file of codes that the office kept. */
export function LettersPart({ round }: { readonly round: RoundBody }) {
  const { codes: text } = roundWords.value;
  const { plan } = round;
  const write = (count: number) => formatNumber(count, 0, language.value);
  const file = useSignal<File | null>(null);
  const told = useSignal('');
  const second = useSignal('en');
  const sender = useSignal(nameSender(round));
  const contact = useSignal('');
  const sending = useSending();
  const print = (isReminder: boolean) =>
    sending.run(async () => {
      const list = file.peek();
      if (!list) return;
      const wish = { language: second.peek(), sender: sender.peek(), contact: contact.peek(), isReminder };
      saveFile(
        await printLetters(plan.key, list, wish),
        `${plan.key}-${isReminder ? 'herinnering' : 'brieven'}.pdf`,
      );
    });
  const remind = () =>
    sending.run(async () => {
      const list = file.peek();
      if (!list) return;
      const found = await sendForReminders(plan.key, list);
      told.value = text.unused(found.unused, write(found.unused), write(found.all));
      saveFile(new Blob([found.list], { type: 'text/csv' }), `${plan.key}-herinneringen.csv`);
    });
  const isReady = file.value !== null && sender.value.trim() !== '' && contact.value.trim() !== '';
  const isHeld = !isReady || sending.isBusy.value;
  return (
    <>
      <h3>{text.letters}</h3>
      <p>{text.lettersIntro}</p>
      <div class="round-form">
        <FileField
          label={text.list}
          accept=".csv,text/csv"
          choose={(chosen) => {
            file.value = chosen;
          }}
        />
        <ChoiceField
          label={text.language}
          value={second.value}
          options={[['', text.noLanguage], ...offered.map((tag) => [tag, nameLanguage(tag)] as const)]}
          change={(tag) => {
            second.value = tag;
          }}
        />
        <Field
          label={text.sender}
          hint={text.senderHint}
          value={sender.value}
          change={(next) => {
            sender.value = next.slice(0, 120);
          }}
        />
        <Field
          label={text.contact}
          hint={text.contactHint}
          value={contact.value}
          change={(next) => {
            contact.value = next.slice(0, 200);
          }}
        />
      </div>
      <div class="form-buttons">
        <button type="button" class="button" disabled={isHeld} onClick={() => void print(false)}>
          {text.makeLetters}
        </button>
      </div>
      <h3>{text.reminders}</h3>
      <p>{text.remindersIntro}</p>
      <div class="form-buttons">
        <button
          type="button"
          class="button"
          disabled={file.value === null || sending.isBusy.value}
          onClick={() => void remind()}
        >
          {text.makeReminders}
        </button>
        <button type="button" class="button" disabled={isHeld} onClick={() => void print(true)}>
          {text.reminderLetters}
        </button>
      </div>
      <Refusal text={sending.problem.value} />
      <p role="status">{told.value}</p>
    </>
  );
}

/** The municipality, where the round is of one alone. */
function nameSender({ strata }: RoundBody): string {
  const [code, second] = [...new Set(strata.map(({ municipality }) => municipality))];
  const name = code === undefined || second !== undefined ? undefined : municipalityNames.value.get(code);
  return name ? `Gemeente ${name}` : '';
}

import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { contributionLimits } from '../../../geodata/contribution/contribution.ts';
import { addressOfFile, uploadPicture } from '../../data/contributions.ts';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import type { DraftPart } from './draft-part.ts';
import { useSending } from './sending.ts';

/** Pictures that were chosen in this browser, by the checksum under which they are kept: shown before they are saved. */
const chosen = new Map<string, string>();

/** Pictures of a text, each with what it shows. */
export function PictureFields({ draft, change, id }: DraftPart & { readonly id: number | null }) {
  const { form: text } = contributionWords.value;
  const field = useId();
  const sending = useSending();
  const isSending = useSignal(false);
  const { files } = draft.value;
  useEffect(
    () => () => {
      for (const address of chosen.values()) URL.revokeObjectURL(address);
      chosen.clear();
    },
    [],
  );
  const add = (picture: File) =>
    sending.run(async () => {
      isSending.value = true;
      try {
        const { sha256 } = await uploadPicture(picture);
        chosen.set(sha256, URL.createObjectURL(picture));
        const others = draft.peek().files.filter((each) => each.sha256 !== sha256);
        const name = `${picture.name.replace(/\.[^.]*$/, '').slice(0, 150) || 'foto'}.webp`;
        change({ files: [...others, { sha256, name, alternative: '' }] });
      } finally {
        isSending.value = false;
      }
    });
  return (
    <fieldset class="writing-about">
      <legend>{text.pictures}</legend>
      <p class="soft small" id={`${field}-hint`}>
        {text.picturesHint}
      </p>
      {files.map((file) => (
        <div key={file.sha256} class="writing-picture">
          <img
            src={chosen.get(file.sha256) ?? addressOfFile(id ?? 0, file.sha256, true)}
            alt={file.alternative}
          />
          <div>
            <Field
              label={text.alternative}
              hint={text.alternativeHint}
              required
              value={file.alternative}
              change={(alternative) =>
                change({
                  files: files.map((each) =>
                    each === file
                      ? { ...each, alternative: alternative.slice(0, contributionLimits.alternative) }
                      : each,
                  ),
                })
              }
            />
            <button
              type="button"
              class="button"
              onClick={() => change({ files: files.filter((each) => each !== file) })}
            >
              {text.removePicture}
            </button>
          </div>
        </div>
      ))}
      {files.length < contributionLimits.files && (
        <div class="form-field">
          <label for={field}>{text.addPicture}</label>
          <input
            id={field}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            aria-describedby={`${field}-hint`}
            disabled={isSending.value}
            onChange={(event) => {
              const [picture] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (picture) void add(picture);
            }}
          />
        </div>
      )}
      {isSending.value && <p role="status">{text.sending}</p>}
      <Refusal text={sending.problem.value} />
    </fieldset>
  );
}

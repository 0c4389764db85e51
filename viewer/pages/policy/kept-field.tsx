import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readKept } from '../../data/client.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { policyWords } from '../../state/screen/policy-words.ts';

interface KeptFieldProps {
  readonly kind: 'document' | 'practice';
  /** GM-code; null: of all. */
  readonly municipality: string | null;
  readonly label: string;
  readonly value: number | null;
  /** Is given the title too; empty for none. */
  readonly change: (id: number | null, title: string) => void;
}

/** Chooses one of the documents or practices that are kept here; nothing while there are none. */
export function KeptField({ kind, municipality, label, value, change }: KeptFieldProps) {
  const kept = useSignal<readonly { readonly id: number; readonly title: string }[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    readKept({ kind, municipality }, abort.signal).then(
      (rows) => {
        kept.value = rows;
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [kind, municipality]);
  if (kept.value.length === 0) return null;
  return (
    <ChoiceField
      label={label}
      value={String(value ?? '')}
      options={[
        ['', policyWords.value.forms.none] as const,
        ...kept.value.map(({ id, title }) => [String(id), title] as const),
      ]}
      change={(chosen) =>
        change(
          chosen === '' ? null : Number(chosen),
          kept.value.find(({ id }) => String(id) === chosen)?.title ?? '',
        )
      }
    />
  );
}

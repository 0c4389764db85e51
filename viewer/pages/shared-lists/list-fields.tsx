import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type ListVisibility, listVisibilities } from '../../../geodata/policy/shared-list.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { Field, LinesField } from '../../parts/form/field.tsx';
import { policyWords } from '../../state/screen/policy-words.ts';

interface ListFieldsProps {
  readonly title: Signal<string>;
  readonly about: Signal<string>;
  readonly visibility: Signal<ListVisibility>;
  readonly hint?: string;
  /** What else is asked, behind the title. */
  readonly children?: ComponentChildren;
}

/** What is said of a list as a whole. */
export function ListFields({ title, about, visibility, hint, children }: ListFieldsProps) {
  const { lists, forms } = policyWords.value;
  return (
    <>
      <Field
        label={lists.title}
        {...(hint !== undefined && { hint })}
        value={title.value}
        required
        change={(value) => {
          title.value = value;
        }}
      />
      {children}
      <LinesField
        label={lists.about}
        value={about.value}
        change={(value) => {
          about.value = value;
        }}
      />
      <ChoiceField
        label={forms.visibility}
        value={visibility.value}
        options={listVisibilities.map((each) => [each, lists.visibilities[each]])}
        change={(value) => {
          visibility.value = value;
        }}
      />
    </>
  );
}

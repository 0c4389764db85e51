import { useRef } from 'preact/hooks';
import { moveWithin } from '../../../geodata/questionnaire/editing/moving.ts';
import { makeKey } from '../../../geodata/questionnaire/editing/naming.ts';
import type { Option } from '../../../geodata/questionnaire/questionnaire.ts';
import { CheckField } from '../../parts/form/field.tsx';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import type { Editing } from './editing.ts';
import { KeyField } from './key-field.tsx';
import { WordingField } from './wording-field.tsx';

interface OptionRowsProps {
  readonly editing: Editing;
  readonly options: readonly Option[];
  readonly change: (options: readonly Option[]) => void;
  readonly isDisabled: boolean;
  /** Whether they are the rows of a grid. */
  readonly isRow?: boolean;
}

/** The answers to choose from, or the rows of a grid, in their order. */
export function OptionRows({ editing, options, change, isDisabled, isRow = false }: OptionRowsProps) {
  const { form } = questionnaireWords.value;
  const list = useRef<HTMLOListElement>(null);
  const keys = options.map(({ key }) => key);
  const name = (index: number) => (isRow ? form.row(index + 1) : form.option(index + 1));
  const write = (index: number, part: Partial<Option>) =>
    change(options.map((option, other) => (other === index ? { ...option, ...part } : option)));
  const move = (index: number, by: 1 | -1) => {
    change(moveWithin(options, index, by));
    editing.told.value = form.movedTo(name(index), index + by + 1);
    requestAnimationFrame(() => {
      const item = list.current?.children[index + by];
      const buttons = item?.querySelectorAll<HTMLElement>('.option-acts button:not(:disabled)');
      buttons?.[0]?.focus();
    });
  };
  const add = () => {
    const key = isRow ? makeKey('', keys, 'rij') : nextKey(keys);
    change([...options, { key, text: { nl: '' }, isMissing: false }]);
  };
  return (
    <>
      <ol class="option-rows" ref={list}>
        {options.map((option, index) => (
          <li key={index}>
            <WordingField
              {...{ editing, isDisabled }}
              label={name(index)}
              value={option.text}
              change={(text) => write(index, { text })}
            />
            <KeyField
              value={option.key}
              taken={keys.filter((_, other) => other !== index)}
              isDisabled={isDisabled}
              rename={(key) => write(index, { key })}
            />
            {!isRow && (
              <CheckField
                label={form.missingOption}
                value={option.isMissing}
                change={(isMissing) => write(index, { isMissing })}
              />
            )}
            {!isDisabled && (
              <span class="option-acts">
                <button
                  type="button"
                  class="tool"
                  aria-label={form.upOf(name(index))}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="tool"
                  aria-label={form.downOf(name(index))}
                  disabled={index === options.length - 1}
                  onClick={() => move(index, 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={form.removeOf(name(index))}
                  disabled={options.length <= 1}
                  onClick={() => change(options.toSpliced(index, 1))}
                >
                  {form.remove}
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {!isDisabled && (
        <button type="button" class="button" onClick={add}>
          {isRow ? form.addRow : form.addOption}
        </button>
      )}
    </>
  );
}

/** The number after the highest key that is one, as wide as the others: `03` after `02`. */
function nextKey(keys: readonly string[]): string {
  const numbers = keys.filter((key) => /^\d+$/.test(key));
  const next = String(Math.max(0, ...numbers.map(Number)) + 1);
  const width = numbers[0]?.startsWith('0') ? numbers[0].length : 1;
  return next.padStart(width, '0');
}

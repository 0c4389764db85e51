import { useSignal, useSignalEffect } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { formatPostcode } from '../../../geodata/postcode.ts';
import { boundaryYear } from '../../state/catalog.ts';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';
import { type Hit, useHits } from './hits.ts';

interface AreaFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly onChoose: (hit: Hit) => void;
  /** Stays in the field for a next choice, instead of leaving it. */
  readonly isRepeated?: boolean;
}

/** A field that finds areas by name or code: a combobox with a list (ARIA Authoring Practices). */
export function AreaField({ label, placeholder, onChoose, isRepeated = false }: AreaFieldProps) {
  const text = words.value.search;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const typed = useSignal('');
  const open = useSignal(false);
  const active = useSignal(-1);
  const { hits, areAddressesAway, failed } = useHits(typed);

  useSignalEffect(() => {
    hits.value;
    active.value = -1;
  });

  const list = open.value && typed.value.trim() !== '' ? hits.value : null;
  const choose = (hit: Hit) => {
    typed.value = '';
    open.value = false;
    if (!isRepeated) field.current?.blur();
    onChoose(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (typed.value === '') field.current?.blur();
      typed.value = '';
      open.value = false;
      return;
    }
    if (!list || list.length === 0) return;
    const last = list.length - 1;
    if (event.key === 'ArrowDown') active.value = active.value >= last ? 0 : active.value + 1;
    else if (event.key === 'ArrowUp') active.value = active.value <= 0 ? last : active.value - 1;
    else if (event.key === 'Enter') {
      const hit = list[Math.max(0, active.value)];
      if (hit) choose(hit);
    } else return;
    event.preventDefault();
  };

  return (
    <search class="search">
      <div class="field">
        <Icon name={isRepeated ? 'plus' : 'search'} />
        <input
          ref={field}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={list !== null}
          aria-controls={`${id}-list`}
          aria-activedescendant={list && active.value >= 0 ? `${id}-${active.value}` : undefined}
          placeholder={placeholder}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            open.value = true;
          }}
          onFocus={() => {
            open.value = true;
          }}
          onBlur={() => {
            open.value = false;
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        class="hits"
        hidden={!list || list.length === 0}
        data-note={areAddressesAway.value ? text.noAddresses : undefined}
      >
        {list?.map((hit, index) => (
          <li
            key={`${hit.code} ${hit.place ?? ''}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active.value}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            <HitText hit={hit} />
          </li>
        ))}
      </ul>
      <p class={list?.length === 0 || failed.value ? 'hits hits-none soft' : 'hidden-text'} role="status">
        {failed.value && open.value
          ? text.failed
          : list && (list.length ? text.found(list.length) : text.none)}
        {list && areAddressesAway.value && ` ${text.noAddresses}`}
      </p>
    </search>
  );
}

/** Whole, and never none nor all where it is some. */
function percentOf(share: number): number {
  return share === 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}

function HitText({ hit }: { readonly hit: Hit }) {
  const { levels, search } = words.value;
  const place = hit.level !== 'municipality' && hit.municipality ? `, ${hit.municipality.name}` : '';
  const isOld = boundaryYear.value !== null && hit.boundaryYear < boundaryYear.value;
  return (
    <>
      <span>{hit.place ?? hit.name}</span>
      <span class="soft small">
        {levels[hit.level].one}
        {hit.place && ` ${hit.name}`}
        {place}
        {isOld && ` · ${search.onlyIn(hit.boundaryYear)}`}
        {hit.postcode &&
          ` · ${search.ofPostcode(formatPostcode(hit.postcode.code), percentOf(hit.postcode.share))}`}
      </span>
    </>
  );
}

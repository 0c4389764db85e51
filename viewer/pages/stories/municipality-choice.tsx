import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { MunicipalityOptions } from '../../parts/choices/municipality-options.tsx';
import { changeView, viewParts } from '../../state/link/view.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';

/** The municipality of the area in the link; null: the whole region. */
export const chosenMunicipality = computed(() => {
  const code = viewParts.area.value;
  return code ? municipalityOfCode(code) : null;
});

/** Of which municipality one reads, or of the whole region. */
export function MunicipalityChoice() {
  const { read: text, desk } = contributionWords.value;
  return (
    <label>
      <span>{desk.municipality}</span>
      <select
        value={chosenMunicipality.value ?? ''}
        onChange={(event) => changeView({ area: event.currentTarget.value || null })}
      >
        <option value="">{text.region}</option>
        <MunicipalityOptions />
      </select>
    </label>
  );
}

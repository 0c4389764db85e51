import { computed, effect } from '@preact/signals';
import { formatPeriod } from '../../geodata/period.ts';
import { translate, words } from '../language/current.ts';
import { boundaryYear, catalog, indicator, shown } from '../state/catalog.ts';
import { language } from '../state/view.ts';

/** What is seen, in words: "Geregistreerde misdrijven per 1.000 inwoners, 2024, buurten". */
const subject = computed(() => {
  if (!shown.value || !indicator.value) return null;
  const period = formatPeriod(shown.value.period, language.value);
  const areas = words.value.levels[shown.value.level].many;
  return { name: translate(indicator.value.name), rest: [period, areas].join(', ') };
});

export function PlateTitle() {
  const title = subject.value;
  if (!title)
    return (
      <div class="plate-title">
        <span class="skeleton skeleton-title" />
      </div>
    );
  const { timeline } = words.value;
  const severalDivisions = (catalog.data.value?.boundaryYears.length ?? 0) > 1;
  return (
    <div class="plate-title">
      <h1>
        {title.name}, {title.rest}
      </h1>
      {severalDivisions && boundaryYear.value && (
        <p class="soft">{timeline.boundariesOf(boundaryYear.value)}</p>
      )}
    </div>
  );
}

/** Keeps the title of the browser's window with what is seen. Returns what ends that. */
export function followTitle(): () => void {
  return effect(() => {
    const { brand } = words.value;
    const title = subject.value;
    document.title = title ? `${title.name}, ${title.rest} – ${brand}` : brand;
  });
}

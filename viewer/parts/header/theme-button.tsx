import { theme } from '../../state/screen/appearance.ts';
import { type Theme, themes } from '../../state/screen/preference.ts';
import { words } from '../../state/screen/words.ts';
import { Icon, type IconName } from '../icon.tsx';

const icons: Readonly<Record<Theme, IconName>> = { auto: 'device', light: 'sun', dark: 'moon' };

/** Goes round the device's colours, light and dark; its name says which is on. */
export function ThemeButton() {
  const names = words.value.theme;
  const label = `${names.label}: ${names[theme.value]}`;
  return (
    <button type="button" class="tool" title={label} aria-label={label} onClick={showNext}>
      <Icon name={icons[theme.value]} />
    </button>
  );
}

function showNext(): void {
  theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'auto';
}

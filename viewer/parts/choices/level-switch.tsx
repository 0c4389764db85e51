import { type MapLevel, mapLevels } from '../../../geodata/level.ts';
import { levelsOf } from '../../../geodata/link/resolve.ts';
import { indicator, shown, shownParts } from '../../state/catalog.ts';
import { recallClasses } from '../../state/link/class-memory.ts';
import { changePanel } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

/** Which areas the map shows; a level that the indicator lacks says why it cannot be chosen. */
export function LevelSwitch() {
  const text = words.value.levels;
  const available = indicator.value ? levelsOf(indicator.value) : mapLevels;
  return (
    <fieldset class="levels">
      <legend>{text.label}</legend>
      <div class="segments">
        {mapLevels.map((level) => {
          const isAvailable = available.includes(level);
          return (
            <label key={level} title={isAvailable ? undefined : text.unavailable(text[level].one)}>
              <input
                type="radio"
                name="level"
                value={level}
                checked={shownParts.level.value === level}
                disabled={!isAvailable}
                aria-describedby={isAvailable ? undefined : `no-${level}`}
                onChange={() => changePanel({ level, ...recall(level) })}
              />
              <span>{text[level].one}</span>
            </label>
          );
        })}
      </div>
      {indicator.value &&
        mapLevels
          .filter((level) => !available.includes(level))
          .map((level) => (
            <p key={level} id={`no-${level}`} class="soft small">
              {text.unavailable(text[level].one)}
            </p>
          ))}
    </fieldset>
  );
}

/** The classes that this level had last, where people chose any. */
function recall(level: MapLevel) {
  const classes = recallClasses(level, shown.peek()?.indicator ?? null);
  return classes && { classes };
}

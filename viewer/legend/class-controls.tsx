import { classMethods, fewestClasses, mostClasses } from '../../geodata/classify.ts';
import { defaultView } from '../../geodata/view.ts';
import { Icon } from '../icon.tsx';
import { words } from '../language/current.ts';
import { shown } from '../state/catalog.ts';
import { changeView } from '../state/view.ts';

/** How values are divided into classes: by which rule, in how many, over all periods or each on its own. */
export function ClassControls() {
  const text = words.value.legend;
  const { classes, scale } = shown.value ?? defaultView;
  const setCount = (count: number) => changeView({ classes: { ...classes, count } });
  return (
    <details class="class-controls">
      <summary>{text.adjust}</summary>
      <label class="choice">
        <span>{text.method}</span>
        <select
          value={classes.method}
          onChange={(event) => {
            const method = classMethods.find((each) => each === event.currentTarget.value);
            if (method) changeView({ classes: { ...classes, method } });
          }}
        >
          {classMethods.map((method) => (
            <option key={method} value={method}>
              {text.methods[method]}
            </option>
          ))}
        </select>
      </label>
      <div class="choice" role="group" aria-label={text.count}>
        <span>{text.count}</span>
        <span class="stepper">
          <button
            type="button"
            aria-label={text.fewer}
            disabled={classes.count <= fewestClasses}
            onClick={() => setCount(classes.count - 1)}
          >
            <Icon name="minus" />
          </button>
          <output>{classes.count}</output>
          <button
            type="button"
            aria-label={text.more}
            disabled={classes.count >= mostClasses}
            onClick={() => setCount(classes.count + 1)}
          >
            <Icon name="plus" />
          </button>
        </span>
      </div>
      <label class="tick" title={text.ownScaleHint}>
        <input
          type="checkbox"
          checked={scale === 'period'}
          onChange={(event) => changeView({ scale: event.currentTarget.checked ? 'period' : 'all' })}
        />
        <span>{text.ownScale}</span>
      </label>
    </details>
  );
}

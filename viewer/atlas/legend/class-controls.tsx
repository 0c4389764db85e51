import { classMethods, fewestClasses, mostClasses } from '../../../geodata/classes/classify.ts';
import { schemes, schemesFor } from '../../../geodata/classes/scheme.ts';
import { type Classes, defaultClassing, ownClasses } from '../../../geodata/link/view.ts';
import { Icon } from '../../parts/icon.tsx';
import { shownParts } from '../../state/catalog.ts';
import { changeClasses, changeView, viewParts } from '../../state/link/view.ts';
import { measureOf } from '../../state/panel/measure.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { words } from '../../state/screen/words.ts';
import { OwnLimits } from './own-limits.tsx';

/** How values are divided into classes: by which rule, in how many, in which colours, over all periods or each on its own. */
export function ClassControls() {
  const text = words.value.legend;
  const classes = shownParts.classes.value ?? defaultClassing;
  const [scale, chance] = [viewParts.scale.value, viewParts.chance.value];
  const decimals = measureOf(activePanel.value)?.decimals ?? 0;
  return (
    <details class="class-controls">
      <summary>{text.adjust}</summary>
      <label class="choice">
        <span>{text.method}</span>
        <select value={classes.method} onChange={(event) => chooseMethod(classes, event.currentTarget.value)}>
          {classMethods.map((method) => (
            <option key={method} value={method}>
              {text.methods[method]}
            </option>
          ))}
        </select>
      </label>
      {classes.method === 'own' ? (
        <OwnLimits classes={classes} decimals={decimals} />
      ) : (
        <CountStepper classes={classes} />
      )}
      <SchemeChoice />
      <label class="tick" title={text.ownScaleHint}>
        <input
          type="checkbox"
          checked={scale === 'period'}
          onChange={(event) => changeView({ scale: event.currentTarget.checked ? 'period' : 'all' })}
        />
        <span>{text.ownScale}</span>
      </label>
      {shownParts.difference.value && (
        <label class="tick">
          <input
            type="checkbox"
            checked={chance === 'on'}
            onChange={(event) => changeView({ chance: event.currentTarget.checked ? 'on' : 'off' })}
          />
          <span>{text.greyChance}</span>
        </label>
      )}
    </details>
  );
}

/** Classes of one's own begin with the limits on screen. */
function chooseMethod(classes: Classes, wish: string): void {
  const method = classMethods.find((each) => each === wish);
  if (!method) return;
  const limits = activePanel.peek().classes.peek()?.classification.breaks ?? [];
  const own = method === 'own' ? ownClasses(limits) : null;
  if (method === 'own') own && changeClasses({ classes: own });
  else changeClasses({ classes: { method, count: classes.count, limits: [] } });
}

function CountStepper({ classes }: { readonly classes: Classes }) {
  const text = words.value.legend;
  const setCount = (count: number) => changeClasses({ classes: { ...classes, count } });
  return (
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
  );
}

function SchemeChoice() {
  const text = words.value.legend;
  const kind = shownParts.difference.value ? 'diverging' : 'sequential';
  return (
    <label class="choice">
      <span>{text.scheme}</span>
      <select
        value={shownParts.scheme.value ?? 'auto'}
        onChange={(event) => {
          const scheme = schemes.find((each) => each === event.currentTarget.value) ?? null;
          changeClasses({ scheme });
        }}
      >
        <option value="auto">{text.automatic}</option>
        {schemesFor(kind).map((scheme) => (
          <option key={scheme} value={scheme}>
            {text.schemes[scheme]}
          </option>
        ))}
      </select>
    </label>
  );
}

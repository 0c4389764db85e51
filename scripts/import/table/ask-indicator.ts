import { chooseSmallestDenominator } from '../../../geodata/denominator.ts';
import { type Aggregation, type Indicator, kinds, polarities } from '../../../geodata/indicator.ts';
import { toKey } from '../../../geodata/sources/table/sheet.ts';
import { findTheme, themes } from '../../../geodata/theme.ts';
import { anyText, type Choice, type Terminal } from './terminal.ts';

/** Asks all that defines a new indicator; `guess` has what its column tells. */
export async function askIndicator(
  terminal: Terminal,
  guess: Indicator,
  known: readonly Indicator[],
  held: readonly Indicator[],
): Promise<Indicator> {
  const preset = (text: string) => (text.startsWith('?') ? null : text);
  const nl = await terminal.ask('  Name in Dutch', preset(guess.name.nl), anyText);
  const en = await terminal.ask('  Name in English', nl, anyText);
  const key = await terminal.ask('  Key, as it stands in links', toKey(nl), (text) => {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text))
      return { wrong: 'Use small letters, digits and hyphens.' };
    if (known.some((other) => other.key === text))
      return { wrong: 'There is one with that key: choose another.' };
    return { answer: text };
  });
  const theme = await terminal.choose('  Theme', listThemes(), null);
  const kind = await terminal.choose('  Kind of figure', listPlain(kinds), guess.kind);
  const unit = await terminal.ask(
    '  Unit in Dutch, such as "meldingen", "%" or "per 1.000 inwoners"',
    kind === guess.kind ? guess.unit : null,
    anyText,
  );
  const decimals = await terminal.ask('  Decimals to show', String(guess.decimals), (text) =>
    /^[0-6]$/.test(text) ? { answer: Number(text) } : { wrong: 'Give a number from 0 to 6.' },
  );
  const polarity = await terminal.choose('  Is more of it better?', listPlain(polarities), guess.polarity);
  const aggregate = await terminal.choose(
    '  How do figures of parts make the figure of the whole?',
    listAggregations(held),
    presetAggregation(kind, held),
  );
  const rule: Aggregation =
    aggregate === 'sum' || aggregate === 'none' ? aggregate : { weightedBy: aggregate };
  const made = { unit, kind, aggregate: rule, derive: null };
  const weight = held.find((other) => other.key === aggregate);
  const smallestDenominator = chooseSmallestDenominator(made, weight?.unit);
  return { ...guess, key, name: { nl, en }, theme, decimals, polarity, ...made, smallestDenominator };
}

function listThemes(): Choice<string>[] {
  return themes.map(({ key, parent, name }) => {
    const above = parent === null ? undefined : findTheme(parent);
    return { value: key, label: above ? `${above.name.nl}: ${name.nl}` : name.nl };
  });
}

function listPlain<Value extends string>(values: readonly Value[]): Choice<Value>[] {
  return values.map((value) => ({ value, label: value }));
}

function listAggregations(held: readonly Indicator[]): Choice<string>[] {
  const weights = held.filter(({ kind, aggregate }) => kind === 'count' && aggregate === 'sum');
  return [
    { value: 'sum', label: 'sum of the parts' },
    { value: 'none', label: 'not at all: only what the table gives' },
    ...weights.map(({ key }) => ({ value: key, label: `mean of the parts, weighted by ${key}` })),
  ];
}

function presetAggregation(kind: Indicator['kind'], held: readonly Indicator[]): string {
  if (kind === 'count') return 'sum';
  return held.some(({ key }) => key === 'inwoners') ? 'inwoners' : 'none';
}

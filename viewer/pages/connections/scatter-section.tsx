import { useEffect, useRef } from 'preact/hooks';
import type { Relation } from '../../../geodata/connection/relation.ts';
import { correlationMethods } from '../../../geodata/statistics/correlation.ts';
import { describeCorrelation, describeLeftOut } from '../../figures/correlation-text.ts';
import { Reference } from '../../parts/source-reference.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicator, shown } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import { Waiting } from '../page-to-read.tsx';
import { isPairLoading, type Paired, paired, panelsOfPair } from './pair.ts';
import { PairTable } from './pair-table.tsx';
import { RectangleFields } from './scatter/rectangle-fields.tsx';
import { ScatterPlot } from './scatter/scatter-plot.tsx';
import { chosenOther, relationTo } from './subject.ts';
import { nameAxis, type PairedIndicators } from './title.ts';
import './scatter/scatter.css';

/** The indicator on screen against the other one that was chosen: as dots, in words and as a table. */
export function ScatterSection() {
  const text = words.value.connections;
  const [x, y, current] = [indicator.value, chosenOther.value, shown.value];
  const heading = useRef<HTMLHeadingElement>(null);
  const address = y?.key;
  useEffect(() => heading.current?.focus(), [address]);
  if (!x || !y || !current) return null;
  const of = { x, y };
  const title = text.pair(translate(x.name), translate(y.name));
  return (
    <section class="pair" aria-labelledby="pair">
      <h2 id="pair" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p>
        <ViewLink change={{ other: null, brush: null }}>{text.closePair}</ViewLink>
        {' · '}
        <ViewLink change={{ page: 'map', panels: panelsOfPair(), brush: null }}>{text.bothOnMap}</ViewLink>
      </p>
      {paired.value ? (
        <PairedFigures dots={paired.value} of={of} title={title} period={current.period} />
      ) : isPairLoading.value ? (
        <Waiting />
      ) : (
        <p class="page-note">{text.noneTogether}</p>
      )}
      {y.source && (
        <p class="soft small">
          {text.sourceOf(translate(y.name))} <Reference title={y.source.title} url={y.source.url} />
        </p>
      )}
    </section>
  );
}

interface PairedFiguresProps {
  readonly dots: Paired;
  readonly of: PairedIndicators;
  readonly title: string;
  readonly period: string;
}

function PairedFigures({ dots, of, title, period }: PairedFiguresProps) {
  const text = words.value.connections;
  const method = viewParts.correlation.value;
  const areas = words.value.levels[shown.value?.level ?? 'neighbourhood'].many;
  const { value, lower, upper } = dots.correlations[method];
  const isChance = !(lower > 0 || upper < 0);
  const leftOut = describeLeftOut(dots.leftOut);
  return (
    <>
      <p class="pair-statement">
        {isChance
          ? text.statements.chance
          : text.statements[value > 0 ? 'together' : 'apart'](translate(of.x.name), translate(of.y.name))}
      </p>
      <ul class="pair-figures">
        {correlationMethods.map((each) => (
          <li key={each}>
            {text.methods[each]}: {describeCorrelation(dots.correlations[each])}
          </li>
        ))}
        <li>
          {text.counted(dots.x.length, areas)} {leftOut && text.leftOut(leftOut)}
        </li>
      </ul>
      <RelationNote relation={relationTo(of.y)} />
      <p class="axis-title" aria-hidden="true">
        ↑ {nameAxis(of.y, dots.period)}
      </p>
      <ScatterPlot title={title} dots={dots} of={of} />
      <p class="axis-title axis-title-right" aria-hidden="true">
        {nameAxis(of.x, period)} →
      </p>
      <p class="soft small">{dots.trend ? text.lines[method] : text.noLine}</p>
      <RectangleFields of={of} />
      <PairTable dots={dots} of={of} period={period} />
    </>
  );
}

/** That two indicators go together by the way they are made, and how. */
function RelationNote({ relation }: { readonly relation: Relation | null }) {
  const text = words.value.connections;
  return relation && <p class="page-note">{text.relatedNote(text.relations[relation])}</p>;
}

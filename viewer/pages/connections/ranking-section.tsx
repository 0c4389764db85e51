import type { Connection } from '../../../geodata/connection/search.ts';
import { indicator } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import { RankingTable } from './ranking-table.tsx';
import { connections, listRows, searchProgress } from './search.ts';
import { others } from './subject.ts';

/** What goes together with the indicator on screen, the strongest first, apart from what is made of the same figures. */
export function RankingSection() {
  const text = words.value.connections;
  const [meant, found] = [indicator.value, connections.value];
  if (!meant) return null;
  const name = translate(meant.name);
  return (
    <section aria-labelledby="ranking">
      <h2 id="ranking">{text.ranking(name)}</h2>
      {others.value.length === 0 ? (
        <p class="page-note">{text.noOthers}</p>
      ) : found ? (
        <>
          <Independent found={found.independent} />
          {found.related.length > 0 && (
            <>
              <h3 class="related-head">{text.related}</h3>
              <p>{text.relatedHint}</p>
              <RankingTable rows={listRows(found.related)} label={text.related} isRelated />
            </>
          )}
        </>
      ) : (
        <>
          <p class="soft" role="status">
            {text.searching}
          </p>
          <progress
            class="search-progress"
            max={1}
            value={searchProgress.value}
            aria-label={text.searching}
          />
        </>
      )}
    </section>
  );
}

/** From which corrected p-value on a connection may be chance. */
const chanceFrom = 0.05;

function Independent({ found }: { readonly found: readonly Connection[] }) {
  const text = words.value.connections;
  const certain = found.filter(({ corrected }) => corrected < chanceFrom).length;
  return (
    <>
      <p>
        {text.found(certain, found.length)} {text.corrected(found.length)}
      </p>
      <p class="soft">{text.methodHints[viewParts.correlation.value]}</p>
      {found.length > 0 && <RankingTable rows={listRows(found)} label={text.rankingLabel} />}
    </>
  );
}

import { languages } from '../../../geodata/text.ts';
import { catalog } from '../../state/catalog.ts';
import { led } from '../../state/follow/session.ts';
import { changeView, language, view, viewParts } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';
import { makeLazy } from '../lazy-part.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { ShareButton } from '../share/share-button.tsx';
import { ViewLink } from '../view-link.tsx';
import { AccountLink } from './account-link.tsx';
import { SeenAsBar } from './seen-as-bar.tsx';
import { ThemeButton } from './theme-button.tsx';

/** Its code comes when somebody follows or presents. */
const FollowBar = makeLazy(
  () => import('../follow/follow-bar.tsx').then((module) => module.FollowBar),
  () => null,
);

/** Name, search, language, sharing and colours. */
export function Header() {
  const text = words.value;
  return (
    <>
      <header class="header">
        <p class="brand">
          <span>{text.brand}</span>
          {catalog.data.value?.demonstration && (
            <span class="badge" title={text.demonstrationHint}>
              {text.demonstration}
            </span>
          )}
        </p>
        <SearchBox />
        <div class="header-tools">
          <ViewLink
            class="tool tool-named"
            aria-label={text.pages.sources}
            change={{ page: 'sources' }}
            current={view.value.page === 'sources'}
          >
            <Icon name="sources" />
            <span>{text.panels.sources}</span>
          </ViewLink>
          <ViewLink
            class="tool tool-named stories-link"
            aria-label={text.pages.stories}
            change={{ page: 'stories', contribution: null }}
            current={view.value.page === 'stories'}
          >
            <Icon name="story" />
            <span>{text.panels.stories}</span>
          </ViewLink>
          <LanguageSwitch />
          <ThemeButton />
          <ShareButton />
          <AccountLink />
        </div>
        {(led.value || viewParts.follow.value !== null) && <FollowBar />}
      </header>
      <SeenAsBar />
    </>
  );
}

function LanguageSwitch() {
  const names = words.value.language;
  return (
    <fieldset class="languages">
      <legend class="hidden-text">{names.label}</legend>
      {languages.map((each) => (
        <button
          type="button"
          key={each}
          lang={each}
          title={names[each]}
          aria-label={names[each]}
          aria-pressed={language.value === each}
          onClick={() => changeView({ language: each }, 'replace')}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}

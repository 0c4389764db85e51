import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { catalog } from '../../state/catalog.ts';
import { words } from '../../state/screen/reading-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { AccessTable } from './access-table.tsx';
import { SeeAsLinks } from './see-as-links.tsx';
import { access } from './settings.ts';
import { ShortLinks } from './short-links.tsx';
import { SiteSetting } from './site-setting.tsx';
import './access.css';

/** Who sees what, for administrators: the whole site, each source, indicator, release and municipality, and as others see it. */
export function AccessPage() {
  const text = words.value.access;
  if (!access.isAnswered.value) return <Waiting />;
  const found = access.data.value;
  if (!found)
    return (
      <>
        <p>{words.value.notices.nothing}</p>
        <p>
          <SignInLink />
        </p>
      </>
    );
  return (
    <>
      <p>{text.intro}</p>
      <SiteSetting isClosed={found.isClosed} />
      <SeeAsLinks />
      <h2 id="rules">{text.rules}</h2>
      <p>{text.ladder}</p>
      <p class="soft">{text.rulesHint}</p>
      {catalog.data.value ? <AccessTable rules={found.rules} /> : <Waiting />}
      <ShortLinks />
    </>
  );
}

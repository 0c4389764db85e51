import { followChannel } from '../../sql/follow/sessions.ts';
import { listenTo } from '../../sql/listening.ts';
import type { Followers } from './followers.ts';

/** Has followers hear by the database at `url` what presenters show at other processes. Returns what ends that. */
export function hearChanges(
  url: string,
  followers: Pick<Followers, 'look' | 'lookAtAll'>,
): () => Promise<void> {
  return listenTo(url, followChannel, (text) => {
    if (text === null) return followers.lookAtAll();
    const [code = '', version] = text.split(' ');
    followers.look(code, Number(version));
  });
}

import { effect } from '@preact/signals';
import { led } from '../state/follow/session.ts';
import { viewParts } from '../state/link/view.ts';

/** Follows the presenter whom the link names, and shows others what is on screen while they follow. Returns what ends that. */
export function attendMeetings(): () => void {
  const ends = [
    runWhile(
      () => viewParts.follow.value,
      (code) => import('../state/follow/following.ts').then(({ follow }) => follow(code)),
    ),
    runWhile(
      () => led.value?.code ?? null,
      () => import('../state/follow/leading.ts').then(({ keepLeading }) => keepLeading()),
    ),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Runs something for each key, until there is another one or none. */
function runWhile(read: () => string | null, run: (key: string) => Promise<() => void>): () => void {
  return effect(() => {
    const key = read();
    if (key === null) return;
    let isOver = false;
    let end = (): void => {};
    run(key).then(
      (found) => {
        end = found;
        if (isOver) end();
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      end();
    };
  });
}

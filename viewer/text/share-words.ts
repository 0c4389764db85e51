import type { Sentence } from './words.ts';

/** What only the dialogue to share says. */
export interface ShareWords {
  readonly share: Readonly<
    Record<
      | 'title'
      | 'link'
      | 'making'
      | 'failed'
      | 'copy'
      | 'copied'
      | 'mail'
      | 'copyText'
      | 'textCopied'
      | 'notCopied'
      | 'qr'
      | 'qrLarge'
      | 'qrHint'
      | 'figures'
      | 'living'
      | 'livingHint'
      | 'livingOfPeriodHint'
      | 'frozen'
      | 'frozenHint'
      | 'alreadyFrozen'
      | 'noFreezing'
      | 'holds'
      | 'picture'
      | 'copyPicture'
      | 'pictureCopied'
      | 'print'
      | 'pictureFailed'
      | 'source'
      | 'embed'
      | 'embedHint'
      | 'embedWhat'
      | 'embedTheme'
      | 'embedCode'
      | 'copyEmbed'
      | 'embedCopied'
      | 'seeEmbed'
      | 'embedNeedsArea'
      | 'embedNeedsPlain',
      string
    >
  > & {
    readonly page: Sentence<[string]>;
    readonly area: Sentence<[string]>;
    readonly selection: Sentence<[number]>;
    readonly hidden: Sentence<[number]>;
    readonly allSeen: string;
    readonly cameraHeld: string;
    readonly save: Sentence<[string]>;
    readonly qrOf: Sentence<[string]>;
    readonly pinned: Sentence<[string, string]>;
    readonly embeds: Readonly<Record<'map' | 'chart' | 'figure' | 'table', string>>;
    readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  };
  readonly links: Readonly<
    Record<
      'title' | 'intro' | 'none' | 'link' | 'leadsTo' | 'madeOn' | 'frozen' | 'remove' | 'failed' | 'search',
      string
    >
  > & {
    readonly named: Sentence<[string]>;
    readonly removed: Sentence<[string]>;
    readonly shownOf: Sentence<[number, number]>;
  };
}

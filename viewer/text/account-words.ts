import type { TrailWords } from './trail-words.ts';
import type { Sentence } from './words.ts';

/** What only the pages about signing in and people say. */
export interface AccountWords {
  signIn: Record<
    | 'email'
    | 'password'
    | 'code'
    | 'codeHint'
    | 'next'
    | 'enter'
    | 'other'
    | 'passkey'
    | 'lost'
    | 'secondFactor'
    | 'toMap'
    | 'closed',
    string
  > & { isIn: Sentence<[string]>; provider: Sentence<[string]> };
  readyRoles: Record<'title' | 'intro' | 'code', string>;
  invitation: Record<
    | 'intro'
    | 'anew'
    | 'choose'
    | 'byPasskey'
    | 'byPasskeyHint'
    | 'byPassword'
    | 'byPasswordHint'
    | 'name'
    | 'password'
    | 'passwordHint'
    | 'scan'
    | 'type'
    | 'code'
    | 'accept'
    | 'deviceName'
    | 'device'
    | 'codes'
    | 'codesHint'
    | 'copy'
    | 'copied'
    | 'kept'
    | 'none',
    string
  > & { byProvider: Sentence<[string]>; roles: Sentence<[string]>; until: Sentence<[string]> };
  account: Record<
    | 'roles'
    | 'ways'
    | 'sessions'
    | 'thisOne'
    | 'end'
    | 'endOthers'
    | 'usedAt'
    | 'since'
    | 'noPasskey'
    | 'addPasskey'
    | 'remove'
    | 'passwordWay'
    | 'noPassword'
    | 'setPassword'
    | 'newCodes'
    | 'link'
    | 'linked'
    | 'kept'
    | 'keptText'
    | 'removeMe'
    | 'removeText'
    | 'removeLabel'
    | 'signOut'
    | 'noDevice'
    | 'saved',
    string
  > & { codesLeft: Sentence<[number]>; passkeyOf: Sentence<[string]> };
  people: Record<
    | 'invite'
    | 'name'
    | 'email'
    | 'role'
    | 'municipality'
    | 'organisation'
    | 'kind'
    | 'coordinator'
    | 'send'
    | 'handOver'
    | 'mailed'
    | 'people'
    | 'invitations'
    | 'noInvitations'
    | 'seen'
    | 'never'
    | 'ended'
    | 'change'
    | 'save'
    | 'cancel'
    | 'end'
    | 'signOut'
    | 'reset'
    | 'remove'
    | 'withdraw'
    | 'addRole'
    | 'dropRole'
    | 'who'
    | 'what'
    | 'acts'
    | 'sure'
    | 'anew'
    | 'of'
    | 'ofMunicipality'
    | 'ofOrganisation',
    string
  > & {
    roles: Record<'administrator' | 'editor' | 'partner' | 'reader', string>;
    kinds: Record<'police' | 'municipality' | 'other', string>;
    actFor: Sentence<[string, string]>;
    until: Sentence<[string]>;
  };
  trail: TrailWords;
  factors: Record<'totp' | 'recovery-code' | 'passkey' | 'provider' | 'none', string>;
  /** Why something was refused, by the kind of problem; `field:` before the name of a field that was. */
  problems: Readonly<Record<string, string>> & { readonly other: string };
}

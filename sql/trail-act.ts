/** What the trail tells of. */
export const trailActs = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'sessions-end',
  'administrator-create',
  'invite',
  'invitation-withdraw',
  'invitation-accept',
  'roles-change',
  'person-end',
  'person-reset',
  'person-remove',
  'factor-add',
  'factor-remove',
  'password-change',
  'rights-change',
  'site-close',
  'site-open',
  'publish',
  'withdraw',
  'download',
  'policy-template',
  'policy-change',
  'list-change',
  'list-join',
  'list-leave',
  'trail-remove',
] as const;
export type TrailAct = (typeof trailActs)[number];

/** Who does something: a person by number, whoever may run commands on the server, the server itself, or somebody unknown. */
export type Actor = 'command' | 'server' | 'visitor' | `person:${string}`;

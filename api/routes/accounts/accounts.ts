import { type ApiContext, createRoutes } from '../../context.ts';
import { contributionRoutes } from './contributions.ts';
import { invitationRoutes } from './invitation.ts';
import { ownAccountRoutes } from './me.ts';
import { peopleRoutes } from './people.ts';
import { ownPresentationRoutes } from './presentations.ts';
import { providerRoutes } from './provider.ts';
import { questionnaireRoutes } from './questionnaires.ts';
import { roundCodeRoutes } from './round-codes.ts';
import { roundTextRoutes } from './round-texts.ts';
import { roundRoutes } from './rounds.ts';
import { signInRoutes } from './sign-in.ts';
import { startRoutes } from './start.ts';

/** All that is to do with who may sign in. */
export function accountRoutes(context: ApiContext) {
  return createRoutes()
    .route('/', signInRoutes(context))
    .route('/', providerRoutes(context))
    .route('/', invitationRoutes(context))
    .route('/', ownAccountRoutes(context))
    .route('/', startRoutes(context))
    .route('/', peopleRoutes(context))
    .route('/', ownPresentationRoutes(context))
    .route('/', contributionRoutes(context))
    .route('/', questionnaireRoutes(context))
    .route('/', roundRoutes(context))
    .route('/', roundCodeRoutes(context))
    .route('/', roundTextRoutes(context));
}

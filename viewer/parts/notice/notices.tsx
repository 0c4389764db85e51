import { notShown } from '../../../geodata/link/named.ts';
import { type LinkProblem, linkProblems, viewParts } from '../../state/link/view.ts';
import { failedAction } from '../../state/screen/attempt.ts';
import { retryAll, trouble } from '../../state/screen/connection.ts';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { SignInLink } from './sign-in-link.tsx';

/** What people should know now: trouble that keeps data away, and what of a link could not be restored. */
export function Notices() {
  return (
    <div class="notices" role="status">
      <TroubleNotice />
      <ActionNotice />
      <LinkNotice />
      <FrozenNotice />
    </div>
  );
}

function TroubleNotice() {
  const text = words.value;
  const kind = trouble.value;
  const page = viewParts.page.value;
  if (!kind) return null;
  // Whoever chooses there how to come in is on his way already.
  if (kind === 'closed' && (page === 'sign-in' || page === 'invitation')) return null;
  return (
    <div class="notice notice-warning">
      <p>{text.notices[kind]}</p>
      {kind === 'closed' && <SignInLink />}
      {kind !== 'closed' && kind !== 'offline' && kind !== 'context' && kind !== 'tiles' && (
        <button type="button" class="button" onClick={retryAll}>
          {text.retry}
        </button>
      )}
    </div>
  );
}

/** What was asked for failed: try again, or let it be. */
function ActionNotice() {
  const text = words.value;
  const failed = failedAction.value;
  if (!failed) return null;
  return (
    <div class="notice notice-warning">
      <p>{text.notices.action}</p>
      <button type="button" class="button" onClick={failed.retry}>
        {text.retry}
      </button>
      <button
        type="button"
        class="tool"
        aria-label={text.notices.dismiss}
        title={text.notices.dismiss}
        onClick={() => {
          failedAction.value = null;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function LinkNotice() {
  const text = words.value.notices;
  if (linkProblems.value.length === 0) return null;
  const [hidden, others] = splitProblems(linkProblems.value);
  // What is not there and what is not for this reader are told alike.
  const isGone = linkProblems.value.some(({ reason }) => reason === 'gone');
  return (
    <div class="notice">
      <p>
        {hidden > 0 ? <strong>{text.notShown(hidden)} </strong> : isGone && <strong>{text.nothing} </strong>}
        {others.length > 0 && `${text.link} ${others.map(describeProblem).join('; ')}.`}
      </p>
      {isGone && <SignInLink />}
      <button
        type="button"
        class="tool"
        aria-label={text.dismiss}
        title={text.dismiss}
        onClick={() => {
          linkProblems.value = [];
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** How many subjects of a link are not for who opened it, which its problems do not name, and the other problems. */
function splitProblems(problems: readonly LinkProblem[]): readonly [hidden: number, others: LinkProblem[]] {
  const others = problems.filter(({ value }) => value !== notShown);
  return [problems.length - others.length, others];
}

function describeProblem({ parameter, value, reason }: LinkProblem): string {
  const text = words.value.notices;
  return text[reason](text.parameters[parameter] ?? parameter, value);
}

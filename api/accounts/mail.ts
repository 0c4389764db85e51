import type { AccountSettings } from '../config.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a message; gives false where no mail server is set, so that a link has to be handed over. Throws where it fails. */
export type SendMail = (message: Message) => Promise<boolean>;

/** A mail server that does not answer holds nobody up for longer, milliseconds. */
const longestWait = 10_000;

export function openMail({ smtpUrl, mailFrom }: AccountSettings): SendMail {
  if (smtpUrl === null) return async () => false;
  return async (message) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(smtpUrl, { from: mailFrom });
    const sending = transport.sendMail({ ...message, disableFileAccess: true, disableUrlAccess: true });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the mail server does not answer')), longestWait);
    });
    await Promise.race([sending, late]).finally(() => clearTimeout(timer));
    return true;
  };
}

/** What whoever is invited reads, in both languages. */
export function writeInvitationMail(to: string, name: string, link: string, days: number): Message {
  return {
    to,
    subject: 'Uitnodiging voor Wijkinformatie Twente / Invitation to Wijkinformatie Twente',
    text: `Beste ${name},

U bent uitgenodigd voor Wijkinformatie Twente. Open deze link om een manier van aanmelden te kiezen. Hij werkt één keer, ${days} dagen lang.

${link}

Verwacht u dit bericht niet? Dan hoeft u niets te doen.

---

Dear ${name},

You are invited to Wijkinformatie Twente. Open the link above to choose how to sign in. It works once, for ${days} days.

If you did not expect this message, there is nothing you need to do.
`,
  };
}

import { MailboxForm } from '#channels/email/web/MailboxForm.tsx';
import { Setup } from '#people/web/setup/Setup.tsx';

/** People cannot know of mail; here the two meet. */
export const SetupScreen = () => <Setup mailbox={MailboxForm} />;

import type { Topic } from './topic.ts';

export const noEmail: Topic = {
  id: 'no-email',
  group: 'trouble',
  title: 'The e-mail with the code does not arrive',
  lead: 'TP-Link’s apps and the reset of a camera password send their codes by e-mail.',
  keywords: ['mail', 'inbox', 'spam', 'junk', 'verification code', 'missing'],
  sections: [
    {
      points: [
        'Look in the spam or junk folder.',
        'Check that you look at the right mailbox: the one of your TP-Link ID, or the Reset Password Email of the device.',
        'Allow these senders in your mail program: no-reply@email.tp-link.com (codes for your account) and noreply@tp-link.com (reset of a camera password).',
        'Wait a few minutes, then ask for a new code. Use the newest e-mail only.',
      ],
    },
    {
      heading: 'Still nothing?',
      text: [
        'Contact TP-Link support, from the same e-mail address. Tell them your TP-Link ID and the version of the app, the model and system of your phone, and add photos of your setup.',
      ],
    },
  ],
  related: ['no-notification', 'camera-password', 'lost-access'],
};

import type { Topic } from './topic.ts';

export const noNotification: Topic = {
  id: 'no-notification',
  group: 'trouble',
  title: 'The notification does not appear on my phone',
  lead: 'Aginet, Tapo and Kasa send a notification to a trusted device when you sign in.',
  keywords: ['push', 'alert', 'trusted device', 'resend', 'phone'],
  sections: [
    {
      steps: [
        'Check that the phone is online.',
        'Allow notifications for the app in the settings of the phone.',
        'Update the app.',
        'Tap “Resend”.',
        'If it still does not appear: tap “Did not receive a code?”, then “Receive Code via Email”.',
      ],
    },
  ],
  related: ['no-email', 'tapo', 'kasa', 'aginet'],
};

import type { Topic } from './topic.ts';

export const newPhone: Topic = {
  id: 'new-phone',
  group: 'task',
  title: 'Have the codes on a phone, too',
  lead: 'For the VIGI App, or when you change your phone.',
  keywords: [
    'smartphone',
    'authenticator app',
    'show qr',
    'google authenticator',
    'export',
    'move',
  ],
  sections: [
    {
      heading: 'One account',
      steps: [
        'In Nightlatch open the menu ⋯ of the account and choose “Show QR code”.',
        'Confirm that it is you.',
        'Scan the QR code with an authenticator app on the phone.',
        'Compare the codes: both must be the same.',
      ],
      text: [
        'When the VIGI App asks for a code, enter the one from the phone. Make sure nobody else can see your screen.',
      ],
    },
    {
      heading: 'Many accounts',
      text: [
        'Use “Export to another app” in the settings. It shows QR codes that Google Authenticator scans, ten accounts in each.',
      ],
    },
    {
      heading: 'The old phone is gone',
      text: [
        'Your codes in Nightlatch keep working. If someone else may have the phone, set up 2FA again, so that the codes on it become worthless.',
      ],
    },
  ],
  related: ['vigi-app', 'new-pc', 'switch-off'],
};

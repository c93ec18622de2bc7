import type { Topic } from './topic.ts';

export const switchOff: Topic = {
  id: 'switch-off',
  group: 'task',
  title: 'Turn 2FA off or set it up again',
  lead: 'VIGI VMS turns 2FA off by a link that it sends to your e-mail.',
  keywords: ['disable', 'deactivate', 'remove 2fa', 'reset', 'switch off', 'new QR code'],
  sections: [
    {
      heading: 'On the website',
      steps: [
        'Sign out of VMS Cloud and sign in again with your password.',
        'When the site asks for the code, click “Disable 2FA” below the code field.',
        'Open your e-mail and follow the link there.',
      ],
    },
    {
      heading: 'In the VIGI App',
      steps: [
        'Sign out and sign in again with your password.',
        'When the app asks for the code, tap “Disable 2FA”.',
        'Open your e-mail and follow the link there.',
      ],
    },
    {
      heading: 'Afterwards',
      points: [
        'Without 2FA your password alone protects all your cameras. Turn 2FA on again soon.',
        'A new setup has a new QR code. The old account in Nightlatch then gives wrong codes: replace it when Nightlatch asks.',
        'VMS Local, VIGI App, Config Tool and PC Client use the same code. The change counts for all of them.',
      ],
    },
  ],
  related: ['lost-access', 'vms-cloud', 'no-email'],
};

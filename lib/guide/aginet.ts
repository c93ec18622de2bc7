import type { Topic } from './topic.ts';

export const aginet: Topic = {
  id: 'aginet',
  group: 'system',
  title: 'Aginet App',
  lead: 'Two-step verification by notification or e-mail. There is no code for Nightlatch.',
  keywords: ['isp', 'router', 'mesh', 'two-step', 'trusted device', 'location'],
  sections: [
    {
      heading: 'Where to find it',
      text: ['Tap the account icon, then Login Security > Two-Step Verification.'],
    },
    {
      heading: 'How it works',
      points: [
        'It is on by default since version 2.3. Older versions cannot sign in once it is on: update the app.',
        'When you sign in on a new phone, a trusted device gets a notification. You can choose an e-mail instead.',
        'A trusted device that stays signed in is not asked again. Removing a device from the list signs it out.',
        'The place in the message is guessed from the IP address. It can be another town of the same provider.',
      ],
    },
  ],
  related: ['no-notification', 'no-email', 'unexpected-code'],
};

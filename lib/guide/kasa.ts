import type { Topic } from './topic.ts';

export const kasa: Topic = {
  id: 'kasa',
  group: 'system',
  title: 'Kasa App',
  lead: 'Two-step verification by notification or e-mail. There is no code for Nightlatch.',
  keywords: ['plug', 'bulb', 'smart home', 'two-step', 'trusted device', 'location'],
  sections: [
    {
      heading: 'Where to find it',
      text: ['Tap Me, then View account, then Login Security.'],
    },
    {
      heading: 'How it works',
      points: [
        'The feature reaches users in stages. If you do not see it, update the app and look again later.',
        'When you sign in on a new phone, a trusted device gets a notification. You can choose an e-mail instead.',
        'A trusted device that stays signed in is not asked again. Removing a device from the list signs it out.',
        'The place in the message is guessed from the IP address. It can be another town of the same provider.',
      ],
    },
  ],
  related: ['no-notification', 'no-email', 'unexpected-code'],
};

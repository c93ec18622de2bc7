import type { Topic } from './topic.ts';

export const cannotUnlock: Topic = {
  id: 'cannot-unlock',
  group: 'trouble',
  title: 'Can’t unlock Nightlatch?',
  lead: 'You forgot your passphrase, lost your passkey, or Nightlatch does not accept them.',
  keywords: [
    'forgot passphrase',
    'lost passkey',
    'recovery code',
    'wrong passphrase',
    'start over',
    'locked out',
  ],
  sections: [
    {
      heading: 'Get your accounts back',
      points: [
        'Use your recovery code. You saved it on paper or as a file when you set up Nightlatch.',
        'A passkey that you added unlocks Nightlatch, too.',
        'An older passphrase opens only backups from that time.',
        'Nobody can reset the passphrase for you, not even the makers of Nightlatch.',
      ],
    },
    {
      heading: 'If nothing works',
      steps: [
        'VIGI VMS: sign in with your password. When the site asks for the code, click “Disable 2FA” and follow the link in the e-mail.',
        'Other services: turn 2FA off with their backup codes, or ask their support.',
        'In Nightlatch, choose “Start over”. It is then empty.',
        'Have a backup and its passphrase? Restore it now.',
        'Turn 2FA on again at each service and save the new QR codes.',
      ],
    },
  ],
  related: ['lost-access', 'switch-off', 'no-email'],
};

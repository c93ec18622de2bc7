import type { Topic } from './topic.ts';

export const lostAccess: Topic = {
  id: 'lost-access',
  group: 'trouble',
  title: 'I have no code and cannot sign in',
  lead: 'The account was deleted, the computer is gone, or Nightlatch cannot be unlocked.',
  keywords: ['lost', 'locked out', 'recover', 'broken computer', 'stolen'],
  sections: [
    {
      heading: 'Get your codes back',
      points: [
        'Deleted by mistake? Look in the trash of Nightlatch: accounts stay there for 30 days on which Nightlatch was unlocked.',
        'New or repaired computer? Install Nightlatch and restore your backup file with its passphrase or recovery code.',
        'Can’t unlock Nightlatch? Use your recovery code or a passkey.',
        'Is the same account in an authenticator app on your phone? Its codes are the same.',
      ],
    },
    {
      heading: 'VIGI VMS: turn 2FA off by e-mail',
      steps: [
        'Sign in with your password, until the site asks for the code.',
        'Click “Disable 2FA” below the code field.',
        'Follow the link in the e-mail to turn 2FA off.',
        'Sign in, turn 2FA on again and save the new QR code.',
      ],
      text: ['No e-mail? Contact TP-Link support.'],
    },
    {
      heading: 'Other services',
      text: [
        'Use the recovery codes of that service, if you saved them, or ask its support to reset 2FA.',
      ],
    },
  ],
  related: ['cannot-unlock', 'switch-off', 'new-pc', 'no-email'],
};

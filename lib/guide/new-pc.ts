import type { Topic } from './topic.ts';

export const newPc: Topic = {
  id: 'new-pc',
  group: 'task',
  title: 'Move to a new computer',
  lead: 'A backup file takes all your accounts along.',
  keywords: [
    'transfer',
    'migrate',
    'restore',
    'second computer',
    'new PC',
    'laptop',
    'machine',
    'reinstall',
    'new browser',
  ],
  sections: [
    {
      heading: 'On the old computer',
      steps: [
        'In Nightlatch open Settings and click “Back up now”.',
        'Copy the file to a USB stick or another safe place. It is encrypted.',
      ],
    },
    {
      heading: 'On the new computer',
      steps: [
        'Install Nightlatch.',
        'Choose “Restore a backup” and choose the file.',
        'Enter the passphrase or recovery code you had when you made the backup.',
        'Sign in once at VMS Cloud to see that the codes work.',
      ],
    },
    {
      heading: 'Before you give the old computer away',
      points: [
        'Check first that the codes work on the new one.',
        'Remove Nightlatch from the old browser. That deletes its accounts there.',
        'Sites you added, such as VMS Local, must be allowed again in the new browser.',
      ],
    },
  ],
  related: ['new-phone', 'lost-access'],
};

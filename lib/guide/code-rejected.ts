import type { Topic } from './topic.ts';

export const codeRejected: Topic = {
  id: 'code-rejected',
  group: 'trouble',
  title: 'The site rejects my code',
  lead: 'A code is right for 30 seconds only, so the clock is the usual reason.',
  keywords: ['wrong code', 'invalid', 'token is incorrect', 'refused', 'time', 'clock', 'drift'],
  sections: [
    {
      heading: 'Check the clock',
      steps: [
        'Set your computer’s date and time to automatic. In Windows: Settings > Time & language > Date & time > Sync now.',
        'Check the time zone, too.',
        'Wait for the next code and try again.',
      ],
      text: [
        'If you cannot change the clock, open the Nightlatch popup on the site. When the difference is large, it offers “Use the site’s time”.',
      ],
    },
    {
      heading: 'If the clock is right',
      points: [
        'Use each code once. Many sites reject a code that was used before: wait for the next one.',
        'Check that the account in Nightlatch is the one you sign in with.',
        'If you turned 2FA off and on again, the old account no longer works. Save the new QR code and replace the old account.',
        'The site may ask for a code from an e-mail or from another app, not for this one. Read what it says near the field.',
        'After several wrong codes the site may lock your account for a while. Stop and wait before you try again.',
      ],
    },
  ],
  related: ['lost-access', 'no-email'],
};

import type { Topic } from './topic.ts';

export const unexpectedCode: Topic = {
  id: 'unexpected-code',
  group: 'trouble',
  title: 'I got a code that I did not ask for',
  lead: 'Someone may know your password. Without the code they cannot get in.',
  keywords: ['hacked', 'phishing', 'stolen password', 'suspicious', 'unknown sign-in'],
  sections: [
    {
      steps: [
        'Do not approve the sign-in, and do not give the code to anyone. Support never asks for it.',
        'Change your TP-Link password now. Go to the app or website yourself: do not click a link in the message.',
        'Change it everywhere else where you use the same password.',
        'Choose a long password that you use nowhere else. A password manager can make and keep it.',
      ],
    },
    {
      heading: 'Good to know',
      text: [
        'The message may also come from a typing error: someone entered your e-mail address instead of theirs. Changing the password is still the safe choice.',
      ],
    },
  ],
  related: ['lost-access', 'switch-off'],
};

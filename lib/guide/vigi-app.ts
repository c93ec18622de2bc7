import type { Topic } from './topic.ts';

export const vigiApp: Topic = {
  id: 'vigi-app',
  group: 'system',
  title: 'VIGI App',
  lead: 'The app on the phone. It asks for the same code as VMS Cloud.',
  keywords: ['phone', 'android', 'ios', 'iphone', 'mobile'],
  sections: [
    {
      points: [
        'Type the code that Nightlatch shows on your computer.',
        'Or have the account in an authenticator app on the phone, too: see the topic below.',
        'The app also asks for the code when you reach VMS Local through it.',
        'No code at hand? The sign-in of the app has a link that turns 2FA off by e-mail.',
      ],
    },
    {
      heading: 'QR codes of cameras and recorders',
      text: [
        'The QR code on a device, or the one for resetting its password, is for the VIGI App. It is not a 2FA code, and Nightlatch cannot use it.',
      ],
    },
  ],
  related: ['new-phone', 'switch-off', 'camera-password'],
};

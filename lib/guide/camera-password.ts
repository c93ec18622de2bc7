import type { Topic } from './topic.ts';

export const cameraPassword: Topic = {
  id: 'camera-password',
  group: 'system',
  title: 'VIGI Security Manager and NVR: reset a camera password',
  lead: 'These have no 2FA. A forgotten device password is reset by a code sent to your e-mail.',
  keywords: ['recorder', 'nvr', 'forgot password', 'device password', 'reset password email'],
  sections: [
    {
      text: [
        'The code goes to the Reset Password Email. You set it when you activated the device for the first time.',
      ],
    },
    {
      heading: 'With an internet connection',
      steps: [
        'Choose to reset the password and click Send Code.',
        'Enter the code from the e-mail and choose a new password.',
      ],
    },
    {
      heading: 'Without an internet connection',
      steps: [
        'Let the device show its QR code.',
        'Scan that QR code with the VIGI App and follow what it says. The code comes to the Reset Password Email.',
        'Enter the code and choose a new password.',
      ],
      text: [
        'This QR code is for the VIGI App only. Nightlatch names it when you scan it, and cannot use it.',
      ],
    },
  ],
  related: ['no-email', 'vigi-app'],
};

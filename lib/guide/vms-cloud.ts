import type { Topic } from './topic.ts';

export const vmsCloud: Topic = {
  id: 'vms-cloud',
  group: 'system',
  title: 'VIGI VMS Cloud',
  lead: 'The website. 2FA is set up here, and Nightlatch fills its codes.',
  keywords: [
    'portal',
    'browser',
    'vms.tplinkcloud.com',
    'enrol',
    'set up',
    'admin account',
    'private window',
    'incognito',
  ],
  sections: [
    {
      heading: 'Turn 2FA on',
      steps: [
        'Sign in with your TP-Link ID and open Admin > Account > Two-Factor Authentication.',
        'Turn it on, confirm the settings and enter the password of your TP-Link ID.',
        'When the QR code appears, click “Save and fill code” in the Nightlatch card. No card? Click the Nightlatch button, then “Scan this page”.',
        'Click Submit on the page.',
        'Make a backup.',
      ],
    },
    {
      heading: 'Sign in',
      text: [
        'Enter your e-mail address and password. When the site asks for the code, Nightlatch fills it. If Nightlatch is locked, click its button in the code field.',
        'In a private window Nightlatch works only after you allow it: open the browser’s list of extensions, choose Nightlatch and turn on “Allow in Incognito” (Chrome), “Allow in InPrivate” (Edge) or “Run in Private Windows” (Firefox).',
      ],
    },
    {
      heading: 'Several people',
      text: [
        'Give every person their own TP-Link ID and invite it in VMS. A shared ID means that nobody can tell who did what, and that one lost password is everyone’s.',
      ],
    },
  ],
  related: ['code-rejected', 'vms-local', 'switch-off'],
};

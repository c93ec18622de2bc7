import type { Topic } from './topic.ts';

export const vmsLocal: Topic = {
  id: 'vms-local',
  group: 'system',
  title: 'VIGI VMS Local',
  lead: 'The VMS on your own server, opened in the browser. It asks for the same code as VMS Cloud.',
  keywords: ['self-hosted', 'server', 'ip address', 'port', 'certificate', 'lan', 'cloud access'],
  sections: [
    {
      text: [
        'A code is asked for when you sign in with a TP-Link ID that is bound by Cloud Access. A local user has no code.',
      ],
    },
    {
      heading: 'Let Nightlatch fill the code',
      steps: [
        'Open the sign-in page of VMS Local and go to its code field.',
        'Click the Nightlatch button, then “Fill codes on this site”.',
        'Click “Allow”, and allow it in the browser’s question, too.',
        'Choose the account. Next time the code is filled.',
      ],
    },
    {
      heading: 'Good to know',
      points: [
        'Nightlatch fills only on exactly this address. Another port is another site: add it in the same way.',
        'VMS Local often has a certificate that the browser does not know. Check with your administrator before you continue.',
        'On an address without encryption (http), others on the network could read the code.',
      ],
    },
  ],
  related: ['vms-cloud', 'code-rejected'],
};

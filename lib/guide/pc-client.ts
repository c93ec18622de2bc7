import type { Topic } from './topic.ts';

export const pcClient: Topic = {
  id: 'pc-client',
  group: 'system',
  title: 'VIGI VMS PC Client',
  lead: 'The Windows program for live video. It asks for the same code as VMS Cloud.',
  keywords: ['windows', 'small window', 'shortcut', 'control room', 'live view', 'desktop program'],
  sections: [
    {
      steps: [
        'Open Nightlatch in the browser and click the account: the code is copied.',
        'Paste the code into the PC Client with Ctrl+V.',
      ],
    },
    {
      heading: 'Without going back to the browser',
      points: [
        'In the menu ⋯ of the account choose “Show in small window”. Place that window beside the PC Client and click the code: it is copied.',
        'Or set a key for “Shortcut that copies a code” in the settings. It copies the code of your first pinned account, or of your only one.',
      ],
    },
    {
      heading: 'On a shared computer',
      text: [
        'Do not leave Nightlatch unlocked in a control room. Lock it with the Lock button, or choose a short time after which it locks.',
      ],
    },
  ],
  related: ['config-tool', 'code-rejected'],
};

import type { Topic } from './topic.ts';

export const configTool: Topic = {
  id: 'config-tool',
  group: 'system',
  title: 'VIGI Config Tool',
  lead: 'The Windows program that adds devices to VMS. It asks for the same code as VMS Cloud.',
  keywords: ['windows', 'small window', 'shortcut', 'installer', 'add devices', 'desktop program'],
  sections: [
    {
      steps: [
        'Open Nightlatch in the browser and click the account: the code is copied.',
        'Paste the code into the Config Tool with Ctrl+V.',
      ],
      text: [
        'Has the code only a few seconds left? Wait for the next one. A copied code is cleared from the clipboard after 30 seconds.',
      ],
    },
    {
      heading: 'Without going back to the browser',
      points: [
        'In the menu ⋯ of the account choose “Show in small window”. Place that window beside the Config Tool and click the code: it is copied.',
        'Or set a key for “Shortcut that copies a code” in the settings. It copies the code of your first pinned account, or of your only one.',
      ],
    },
  ],
  related: ['pc-client', 'code-rejected'],
};

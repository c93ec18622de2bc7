import type { Topic } from './topic.ts';

export const configTool: Topic = {
  id: 'config-tool',
  group: 'system',
  title: 'VIGI Config Tool',
  lead: 'The Windows program that adds devices to VMS. It asks for the same code as VMS Cloud.',
  keywords: ['windows', 'installer', 'add devices', 'desktop program'],
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
  ],
  related: ['pc-client', 'code-rejected'],
};

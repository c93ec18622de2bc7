import { aginet } from './aginet.ts';
import { cameraPassword } from './camera-password.ts';
import { cannotUnlock } from './cannot-unlock.ts';
import { codeRejected } from './code-rejected.ts';
import { configTool } from './config-tool.ts';
import { kasa } from './kasa.ts';
import { lostAccess } from './lost-access.ts';
import { newPc } from './new-pc.ts';
import { newPhone } from './new-phone.ts';
import { noEmail } from './no-email.ts';
import { noNotification } from './no-notification.ts';
import { pcClient } from './pc-client.ts';
import { switchOff } from './switch-off.ts';
import { tapo } from './tapo.ts';
import type { Topic } from './topic.ts';
import { unexpectedCode } from './unexpected-code.ts';
import { vigiApp } from './vigi-app.ts';
import { vmsCloud } from './vms-cloud.ts';
import { vmsLocal } from './vms-local.ts';

/** Every topic of the guide, in the order of the list: what people look for most stands first. */
export const topics: readonly Topic[] = [
  codeRejected,
  lostAccess,
  cannotUnlock,
  noEmail,
  noNotification,
  unexpectedCode,
  newPc,
  newPhone,
  switchOff,
  vmsCloud,
  vmsLocal,
  vigiApp,
  configTool,
  pcClient,
  aginet,
  tapo,
  kasa,
  cameraPassword,
];

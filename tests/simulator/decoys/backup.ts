import { field, type Decoy } from './decoy.ts';

export const backupCode: Decoy = {
  kind: 'backup',
  form: `<h1>Use a backup code</h1>
<p>Lost your phone? Enter one of the ten backup codes that you printed.</p>
${field('Backup code', 'name="backup" maxlength="8" inputmode="numeric" autocomplete="off"')}
<p><button type="button">Continue</button> <a href="#">Use your authenticator app instead</a></p>`,
};

export const recoveryKey: Decoy = {
  kind: 'backup',
  form: `<h1>Recover your account</h1>
<p>Enter the recovery code that you noted when two-factor authentication was set up.</p>
${field('Recovery code', 'name="otp" maxlength="10" autocomplete="one-time-code"')}
<p><button type="button">Recover</button></p>`,
};

import { boxes, field, ONE_TIME, type Decoy } from './decoy.ts';

export const emailNewBrowser: Decoy = {
  kind: 'email',
  form: `<h1>Confirm it is you</h1>
<p>This browser is new to us. We have e-mailed a 6-digit code to m••••@example.com.</p>
${field('Verification code', ONE_TIME)}
<p><button type="button">Continue</button> <button type="button">Send it again</button></p>`,
};

export const emailBoxes: Decoy = {
  kind: 'email',
  form: `<h1>Check your inbox</h1>
<p>Enter the code we sent to maria@example.com. It is valid for 10 minutes.</p>
<p>${boxes(6)}</p>
<p>Nothing there? Look into the spam folder or ask for a new code in <span role="timer">0:42</span>.</p>`,
};

export const emailGerman: Decoy = {
  kind: 'email',
  form: `<h1>E-Mail-Adresse bestätigen</h1>
<p>Wir haben Ihnen einen sechsstelligen Code an m•••@example.com geschickt.</p>
${field('Bestätigungscode', ONE_TIME)}
<p><button type="button">Weiter</button> <a href="#">Code erneut senden</a></p>`,
};

/** The channel is named below the field only. */
export const emailBelow: Decoy = {
  kind: 'email',
  form: `<h1>Security check</h1>
${field('Security code', ONE_TIME)}
<p><button type="button">Verify</button></p>
<p>We sent this code to your e-mail address. It may take a minute to arrive.</p>
<p><a href="#">Resend code</a></p>`,
};

import { field, ONE_TIME, type Decoy } from './decoy.ts';

export const smsMasked: Decoy = {
  kind: 'sms',
  form: `<h1>Two-step verification</h1>
<p>A text message with a 6-digit code was just sent to +49 ••• •••• 12.</p>
${field('Enter the code', ONE_TIME)}
<p><button type="button">Verify</button> <button type="button">Call me instead</button></p>`,
};

export const smsCountdown: Decoy = {
  kind: 'sms',
  form: `<h1>Enter the code from the SMS</h1>
<p>We texted it to your phone ending in 12.</p>
${field('6-digit code', ONE_TIME)}
<p><button type="button" disabled>Send again (<span role="timer">29</span> s)</button></p>`,
};

export const phoneCall: Decoy = {
  kind: 'sms',
  form: `<h1>We are calling you</h1>
<p>Answer the call to the number ending in 12 and type the six digits that you hear.</p>
${field('Code from the call', ONE_TIME)}
<p><button type="button">Done</button></p>`,
};

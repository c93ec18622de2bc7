import { boxes, field, ONE_TIME, type Decoy } from './decoy.ts';

export const pinBoxes: Decoy = {
  kind: 'pin',
  form: `<h1>Enter your PIN</h1>
<p>Choose the six digits that unlock this wall panel.</p>
<p>${boxes(6)}</p><p><button type="button">Unlock</button></p>`,
};

export const recorderPin: Decoy = {
  kind: 'pin',
  form: `<h1>Add recorder</h1>
${field('Recorder PIN (on the label underneath)', 'name="pin" type="password" inputmode="numeric" maxlength="6"')}
<p><button type="button">Add</button></p>`,
};

export const doorPin: Decoy = {
  kind: 'pin',
  form: `<h1>Open door 3</h1>
<p>Type the PIN of your key card.</p>
${field('Card PIN', ONE_TIME)}
<p><button type="button">Open</button></p>`,
};

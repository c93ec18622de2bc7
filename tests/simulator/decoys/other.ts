import { field, ONE_TIME, type Decoy } from './decoy.ts';

export const channel: Decoy = {
  kind: 'other',
  form: `<h1>Add to video wall</h1>
${field('Channel (6 digits)', 'name="channel" type="text" inputmode="numeric" maxlength="6"')}
<p><button type="button">Add</button></p>`,
};

export const invitation: Decoy = {
  kind: 'other',
  form: `<h1>Join an organisation</h1>
<p>Ask its administrator for the 6-digit invitation code.</p>
${field('Invitation code', ONE_TIME)}
<p><button type="button">Join</button></p>`,
};

import { mount } from 'svelte';
import CodeField from './code-field.svelte';
import { mountedVariant } from './mounted.ts';

/** Svelte's `bind:value`. */
export const variant = mountedVariant(({ host, field, digits, onValue }) => {
  mount(CodeField, { target: host, props: { digits, label: field.label, onValue } });
});

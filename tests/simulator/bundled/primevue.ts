import PrimeVue from 'primevue/config';
import InputOtp from 'primevue/inputotp';
import { createApp, h, ref } from 'vue';
import { mountedVariant } from './mounted.ts';

/** PrimeVue's InputOtp: boxes of one model. */
export const variant = mountedVariant(({ host, digits, onValue }) => {
  const code = ref('');
  const app = createApp({
    render: () =>
      h(InputOtp, {
        modelValue: code.value,
        length: digits,
        integerOnly: true,
        pt: { root: { class: 'sim-boxes' } },
        'onUpdate:modelValue': (next: string) => {
          code.value = next;
          onValue(next);
        },
      }),
  });
  app.use(PrimeVue, { unstyled: true });
  app.mount(host);
});

import { component, mountAngular } from './angular-app.ts';
import { NgOtpInputComponent } from 'ng-otp-input';
import { mountedVariant } from './mounted.ts';

/** ng-otp-input: boxes of Angular controls. */
export const variant = mountedVariant(({ host, digits, onValue }) => {
  class CodeField {
    readonly config = { length: digits, allowNumbersOnly: true };
    changed(next: string | null): void {
      onValue(next ?? '');
    }
  }
  const template = '<ng-otp-input [config]="config" (onInputChange)="changed($event)" />';
  void mountAngular(host, component(template, [NgOtpInputComponent], CodeField));
});

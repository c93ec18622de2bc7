import { component, mountAngular } from './angular-app.ts';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { mountedVariant } from './mounted.ts';

/** Angular's reactive forms: a control bound to the input. */
export const variant = mountedVariant(({ host, digits, onValue }) => {
  class CodeField {
    readonly control = new FormControl('', [Validators.pattern(/^\d+$/)]);
    readonly digits = digits;
    constructor() {
      this.control.valueChanges.subscribe((next) => onValue(next ?? ''));
    }
  }
  const template =
    '<input [formControl]="control" [attr.maxlength]="digits" autocomplete="off" inputmode="numeric">';
  void mountAngular(host, component(template, [ReactiveFormsModule], CodeField));
});

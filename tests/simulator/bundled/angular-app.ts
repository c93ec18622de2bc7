// First of all: without a build step the templates are compiled in the page.
import '@angular/compiler';
import {
  Component,
  createComponent,
  provideZonelessChangeDetection,
  type Type,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';

/** Decorates by a call: decorators are not erasable syntax. */
export function component(
  template: string,
  imports: readonly Type<unknown>[],
  type: Type<unknown>,
): Type<unknown> {
  Component({ selector: 'sim-code', template, imports: [...imports] })(type);
  return type;
}

export async function mountAngular(host: HTMLElement, type: Type<unknown>): Promise<void> {
  const app = await createApplication({ providers: [provideZonelessChangeDetection()] });
  const made = createComponent(type, { environmentInjector: app.injector, hostElement: host });
  app.attachView(made.hostView);
}

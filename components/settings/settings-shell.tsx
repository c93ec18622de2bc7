import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.ts';
import { SECTION_TITLES, SETTINGS_SECTIONS, type SettingsSection } from './settings-section.ts';

interface SettingsNavProps {
  readonly section: SettingsSection;
  /** Whether 'Health' has something that should not wait. */
  readonly health: 'good' | 'warning';
}

/** The links to the sections: a column beside them, or a menu above them where the window is narrow. */
function SettingsNav({ section, health }: SettingsNavProps) {
  const words = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <nav class="settings-nav" aria-label={words('options_title')}>
      <p class="settings-brand">
        <Mark />
        {words('options_title')}
      </p>
      <button
        type="button"
        class="button settings-menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="settings" />
        {words('settings_sections')}
      </button>
      <ul id={id} class={open ? 'settings-links settings-links-open' : 'settings-links'}>
        {SETTINGS_SECTIONS.map((one) => (
          <li key={one}>
            <a
              href={`#${one}`}
              aria-current={one === section ? 'page' : undefined}
              title={one === 'health' && health === 'warning' ? words('health_warning') : undefined}
              onClick={() => setOpen(false)}
            >
              <span>{words(SECTION_TITLES[one])}</span>
              {one === 'health' && health === 'warning' && (
                <span class="settings-dot">
                  <span class="unseen">{words('health_warning')}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SettingsShellProps extends SettingsNavProps {
  readonly children: ComponentChildren;
}

/** The settings' page: the navigation, and one section under its heading, which takes the focus when it comes. */
export function SettingsShell({ section, health, children }: SettingsShellProps) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(section);
  useLayoutEffect(() => {
    document.title = words('settings_page_title', words(SECTION_TITLES[section]));
    // The first section of a page leaves the focus where the browser has put it.
    if (shown.current !== section) heading.current?.focus();
    shown.current = section;
  }, [section]);
  return (
    <div class="settings-page">
      <SettingsNav section={section} health={health} />
      <main class="settings" key={section}>
        <h1 ref={heading} tabIndex={-1}>
          {words(SECTION_TITLES[section])}
        </h1>
        {children}
      </main>
    </div>
  );
}

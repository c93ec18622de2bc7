/** The paths of 16 × 16 line drawings, drawn in the colour of the text around them. */
const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14',
  add: 'M8 3v10M3 8h10',
  back: 'M9.5 3 4.5 8l5 5M4.5 8H14',
  edit: 'm3 13 .6-2.8 7.2-7.2 2.2 2.2-7.2 7.2L3 13Z',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3',
  settings: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11M5.5 3v3M10.5 6.5v3M7 10v3',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 9h5.8l.6-9',
  pin: 'M6 2.5h4l-.6 4 2.1 2.5h-7L6.6 6.500zM8 9v4.5',
  scan: 'M2.5 5.500v-3h3M10.5 2.500h3v3M13.5 10.500v3h-3M5.5 13.500h-3v-3M5.5 8h5',
  warning: 'M8 2.5 14 13.500H2zM8 6.500v3.500M8 11.800v.2',
  picture: 'M2.5 3.500h11v9h-11zM2.5 10.500 5.500 7.500l3 3 2-2 3 2.500M10.500 6v.01',
  import: 'M8 2.500v7M5 6.500l3 3 3-3M2.500 10v3.500h11V10',
  check: 'm3 8.5 3.5 3.500L13 4.5',
  close: 'm4 4 8 8M12 4l-8 8',
  more: 'M8 3.500v.01M8 8v.01M8 12.500v.01',
  next: 'M13 3v3.500H9.500M12.700 6.300A5 5 0 1 0 13 9.200',
  window: 'M9 3h4v4M13 3 7.500 8.500M6.500 4H4a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V9.500',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon is decoration: the control around it carries the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

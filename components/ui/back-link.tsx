import { Icon } from './icon.tsx';

interface BackLinkProps {
  readonly href: string;
  /** Where it leads. */
  readonly label: string;
}

/** The way back to the page that led here in the same tab. */
export function BackLink({ href, label }: BackLinkProps) {
  return (
    <a class="back-link" href={href}>
      <Icon name="back" />
      {label}
    </a>
  );
}

/**
 * The account name in a label: the part behind the last colon. A label holds a
 * colon when its URI named two issuers (see [Note: Two issuers in one URI] in
 * uri.ts). This name is what is compared with the e-mail address typed at
 * log-in.
 */
export function accountNameOf(label: string): string {
  return label.slice(label.lastIndexOf(':') + 1).trim();
}

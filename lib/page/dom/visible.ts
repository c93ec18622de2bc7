import { ownMembers } from './own-members.ts';

/** True when the page shows `element`, so that a hidden decoy is never offered. What has left the document does not show. */
export function isShown(element: Element): boolean {
  return ownMembers(element).checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

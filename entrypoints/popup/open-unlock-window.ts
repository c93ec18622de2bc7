/** Our own window for passphrases and passkeys: an OS dialog over the popup would close the popup. */
export function openUnlockWindow(): void {
  window.open('/unlock.html', 'nightlatch-unlock', 'popup,width=480,height=720');
}

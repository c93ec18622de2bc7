/** A password manager files a password under a name; this one is no secret, and not for the eye. */
export function ManagerName() {
  return (
    <input
      class="unseen"
      type="text"
      name="username"
      autocomplete="username"
      value="Nightlatch"
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}

/**
 * A user name for password managers, which file a password under one. It is no
 * secret and the same for everybody, so it is not shown.
 */
export function HiddenUsername() {
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

/**
 * A prompt for an app's code and nothing around it: no module, no call, so it
 * stands in sandboxed, prerendered and hidden documents too. It writes down
 * what it was to its user at the moment it was filled.
 */
export const BARE_HTML = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Prompt (stand-in)</title><link rel="icon" href="data:,">
<p>A stand-in for VMS Cloud, not TP-Link</p>
<form><h1>Two-factor authentication</h1>
<label>6-digit code of your authenticator app <input id="code" name="code" maxlength="6"></label>
<button type="button">Submit</button></form>
<script>
document.addEventListener('input', () => {
  document.documentElement.dataset.filledWhile =
    document.prerendering ? 'prerendering' : document.visibilityState;
});
</script>
`;

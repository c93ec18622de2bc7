/**
 * Overwrites the clipboard while it loads. An offscreen document has no focus,
 * so only the old copy command works, and an empty string would copy nothing.
 */
const field = document.createElement('textarea');
field.value = ' ';
document.body.append(field);
field.select();
document.execCommand('copy');

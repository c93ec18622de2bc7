/** 128 random bits. Pages without TLS (VMS Local) have no crypto.randomUUID. */
export function newPromptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const CHANNEL = 'lock';

type News = 'locked' | 'unlocked';

function broadcast(news: News): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it is of one origin
  channel.postMessage(news);
  channel.close();
}

/**
 * Tells our own pages that the vault was locked, because a page that shows
 * codes and asks for nothing would not notice. The channel is of our own
 * origin, so no site and no content script hears it, and it says nothing else.
 * (An event of storage.session would bring them the old value: the vault key.)
 */
export function broadcastLock(): void {
  broadcast('locked');
}

/** Tells our own pages that the vault was unlocked or created, so that none asks the user to look again. */
export function broadcastUnlock(): void {
  broadcast('unlocked');
}

/** Calls `listener` with every lock and every unlocking, until `signal` aborts. */
export function onLockChange(listener: (news: News) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }) =>
    listener(data === 'unlocked' ? 'unlocked' : 'locked'),
  );
  signal.addEventListener('abort', () => channel.close());
}

/** Calls `listener` with every lock, until `signal` aborts. */
export function onLocked(listener: () => void, signal: AbortSignal): void {
  onLockChange((news) => {
    if (news === 'locked') listener();
  }, signal);
}

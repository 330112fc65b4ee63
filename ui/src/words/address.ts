// An address as a person reads it: host and path, short. Always text, never a link: it may lead to the attacker.

/** The most characters that are shown. */
const ROOM = 56;

export function short(address: string): string {
  let text = address;
  try {
    const { host, pathname, search } = new URL(address);
    text = host + (pathname === '/' && !search ? '' : pathname) + (search ? '?…' : '');
  } catch {
    // Not an address: shown as it is.
  }
  const characters = [...text];
  return characters.length <= ROOM ? text : characters.slice(0, ROOM - 1).join('') + '…';
}

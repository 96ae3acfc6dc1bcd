/**
 * The key of the mark by which this browser remembers that the partner's page or reply was opened in it. It holds only
 * ids, is dropped at sign-out, and is never sent.
 */
export const readMark = (id: string, uid: string): string => `read-${id}:${uid}`

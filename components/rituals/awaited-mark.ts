/**
 * Set in this browser while it shows terms of the viewer's that wait for the partner's yes, so that the yes is drawn once
 * when it is there. It holds only ids, is dropped at sign-out, and is never sent.
 */
export const awaitedMark = (ritualId: string, version: number, uid: string): string =>
  `agree-${ritualId}.${version}:${uid}`

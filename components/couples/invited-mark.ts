/** Set in this browser while a person waits for somebody to join, so that it is drawn once when they have. */
export const invitedMark = (uid: string) => `invited:${uid}`

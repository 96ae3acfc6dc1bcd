/** The mark of this browser that a page of the other's was read here. It names a page and nothing of it, goes with signing out, and is sent nowhere. */
export const readMark = (pageId: string, uid: string): string => `read-${pageId}:${uid}`

/** The mark of this browser that a page or a reply of the other's was read here. It names it and nothing of it, goes with signing out, and is sent nowhere. */
export const readMark = (id: string, uid: string): string => `read-${id}:${uid}`

// The browser's clock. On the server the present comes from seams().now(), so that a test can move it.

/** The present instant, for code that runs in the browser. */
export const now = (): Date => new Date()

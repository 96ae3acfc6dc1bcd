/** The address of the service worker. Its folder is its scope: every page. */
export const WORKER_PATH = '/worker.js'

/** The key of the mark that turns on spell checking in this browser, which may send text to the browser's vendor. */
export const SPELLCHECK = 'spellcheck'

/** The mark of a browser in which somebody wants their writing spell-checked, which may send it to the browser's maker. */
export const SPELLCHECK = 'spellcheck'

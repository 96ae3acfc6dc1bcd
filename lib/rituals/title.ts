// A new ritual's title is the end of a sentence while it is typed ("… we cook the same soup"), and a heading everywhere
// else.

/** A small letter before another: no name such as 'iPhone'. */
const SMALL = /^(\p{Ll})(?=\p{Ll}|\s)/u

/** The title as a heading: in one line, with a capital at its beginning. */
export const titleAsHeading = (typed: string): string =>
  typed
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(SMALL, (letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter))

/** The title to keep: the saved one where it was not changed. */
export const titleOf = (typed: string, saved?: string): string => (saved === typed ? saved : titleAsHeading(typed))

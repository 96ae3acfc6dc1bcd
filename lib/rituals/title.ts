// A ritual's title is the end of a sentence while it is typed ("… we cook the same soup"), and a heading everywhere else.

/** A capital before a small letter: not an abbreviation, nor a name such as 'iPhone'. */
const CAPITAL = /^(\p{Lu})(?=\p{Ll}|\s)/u
const SMALL = /^(\p{Ll})(?=\p{Ll}|\s)/u

/** The title as a heading: in one line, with a capital at its beginning. */
export const titleAsHeading = (typed: string): string =>
  typed
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(SMALL, (letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter))

/** The title as it is read inside a sentence. */
export const titleInSentence = (title: string): string => title.replace(CAPITAL, (letter) => letter.toLowerCase())

/** The title to keep: the saved one where what is typed still reads as it does. */
export const titleOf = (typed: string, saved?: string): string =>
  saved !== undefined && titleInSentence(saved) === typed ? saved : titleAsHeading(typed)

/** The start of the grapheme at a place in a text: a letter with its marks, or an emoji of several parts. */
function graphemeStart(text: string, place: number): number {
  // Firefox has it since version 125; before, only an emoji of two halves is kept whole.
  if (!('Segmenter' in Intl)) return /[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place - 1 : place
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
  return graphemes.containing(place)?.index ?? place
}

/** Cuts a text to at most `most` UTF-16 units, between two graphemes. */
export const cutText = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, graphemeStart(text, most))

/**
 * Shortens a line to at most `most` UTF-16 units and an ellipsis: between two words, unless a word is longer than half of it,
 * and without the mark that a sentence would have there.
 */
export function shortenLine(line: string, most: number): string {
  if (line.length <= most) return line
  const cut = cutText(line, most)
  const space = cut.lastIndexOf(' ')
  return `${(space < most / 2 ? cut : cut.slice(0, space)).replace(/[\s.,;:·]+$/u, '')}…`
}

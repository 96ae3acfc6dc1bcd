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

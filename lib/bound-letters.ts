// How much may belong to one letter. No browser breaks a line within a letter with its marks, or within signs that are joined to one: a
// long one is wider than a phone, and its marks stand on the lines around it.

/**
 * The marks after the eighth on one letter. More would tower over the lines around it, and no living script needs so many: the
 * largest stacks of Tibetan have eight. UAX 15 bounds them at 30 for streams. Format characters count, or they would begin
 * a further tower.
 */
const TOWER = /([\p{Mn}\p{Me}\p{Cf}]{8})[\p{Mn}\p{Me}\p{Cf}]+/gu

/** Where a letter may be too long: Latin letters are short, and looking for the ends of letters takes time. */
const MAY_BE_LONG = /[^\0-\u02ff]{9,}/gu

/** What takes room in a line. */
const SPACING = /[^\p{Mn}\p{Me}\p{Cf}]/gu

/** The longest letters that people use: a family of four, each with a skin, and a syllable of Sanskrit with its accents. */
const [MOST_SPACING, MOST_CHARACTERS] = [8, 16]

const isTooLong = (letter: string): boolean =>
  letter.length > MOST_SPACING &&
  ((letter.match(SPACING)?.length ?? 0) > MOST_SPACING || [...letter].length > MOST_CHARACTERS)

/** The segmenter takes longer by the square of a text's length. */
const PIECE = 64

function boundRun(run: string): string {
  if (!('Segmenter' in Intl)) return run // Firefox before 125
  const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
  let bounded = ''
  for (let from = 0, end = 0; from < run.length; from = end) {
    const most = from + PIECE
    const piece = run.slice(from, /[\ud800-\udbff]/.test(run.charAt(most - 1)) ? most - 1 : most)
    for (const { segment, index } of letters.segment(piece)) {
      // the last letter of a piece may go on
      if (index > 0 && index + segment.length === piece.length && from + piece.length < run.length) break
      bounded += isTooLong(segment) ? '\ufffd' : segment
      end = from + index + segment.length
    }
  }
  return bounded
}

/** Cuts towers of marks, and puts the sign of a character that can't be shown for a letter that is too long. */
export function boundLetters(text: string): string {
  const bounded = text.replace(TOWER, '$1').replace(MAY_BE_LONG, boundRun)
  return bounded === text ? text : boundLetters(bounded) // the end of a long letter belongs to what is there now
}

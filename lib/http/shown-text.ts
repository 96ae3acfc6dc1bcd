// Names, titles and the like: short plain texts that one person writes and both see on one line.
import * as z from 'zod/mini'
import { boundLetters } from '@/lib/bound-letters'

/**
 * Controls, line breaks, and what turns or isolates the direction of the text around it. A name with such a character
 * could rewrite the sentence that it is shown in.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/**
 * Anything but spaces, marks alone, and characters that show nothing (such as zero-width ones, Hangul fillers, blank
 * hieroglyphs and the null notehead).
 */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{DI}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/u

/**
 * What shows nothing and no script needs: a name that is the same to the eye could be another one. Joiners (U+200C, U+200D),
 * variation selectors and the like are needed. Tags are a part of the flags of England, Scotland and Wales (UTS 51), which
 * are kept as the first group.
 */
const UNSEEN =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f})|[\u00ad\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu

/** A text as it is kept: what was taken out could not be seen, or stood on other lines. */
const toReadable = (text: string) => boundLetters(text.replace(UNSEEN, '$1')).trim()

const isPlain = (text: string) => !CONTROLS.test(text)

/**
 * A text that may be empty, without controls, trimmed; at most `most` UTF-16 units. Invisible characters, towers of marks
 * and letters without end are taken out. For input.
 */
export const plainText = (most: number) =>
  z
    .string()
    .check(
      z.overwrite(toReadable),
      z.maxLength(most),
      z.refine(isPlain, 'Leave out control characters and line breaks.'),
    )

/** The same with at least one visible character: a name, a title. For input. */
export const shownText = (most: number) =>
  plainText(most).check(
    z.minLength(1),
    z.refine((text) => VISIBLE.test(text), 'Write at least one visible character.'),
  )

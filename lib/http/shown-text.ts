// Names, titles and the like: short plain texts that one person writes and both see on one line.
import * as z from 'zod/mini'

/**
 * Controls, line breaks, and what turns or isolates the direction of the text around it. A name with such a character
 * could rewrite the sentence that it is shown in.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Anything but spaces, marks alone, and characters that show nothing (such as zero-width ones, Hangul fillers and the null
 * notehead). */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{DI}\u2800\ufffc\u{1d159}]/u

const isPlain = (text: string) => !CONTROLS.test(text)

/** A text that may be empty, without controls, trimmed; at most `most` UTF-16 units. For input. */
export const plainText = (most: number) =>
  z.string().check(z.trim(), z.maxLength(most), z.refine(isPlain, 'Leave out control characters and line breaks.'))

/** The same with at least one visible character: a name, a title. For input. */
export const shownText = (most: number) =>
  plainText(most).check(
    z.minLength(1),
    z.refine((text) => VISIBLE.test(text), 'Write at least one visible character.'),
  )

// Hebrew, Arabic and the other scripts that are written from right to left.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const OVERRIDES = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Puts a text into a sentence so that it changes nothing around it: what turns the direction is left out, and a text
 * with letters from right to left is isolated (FSI and PDI, Unicode UAX #9). In an element of its own use `<bdi>`.
 */
export function isolateText(text: string): string {
  const plain = text.replace(OVERRIDES, '')
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain
}

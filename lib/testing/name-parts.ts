// Names made of what is hard about them.
import fc from 'fast-check'

/** Parts of a name that are taken out or not, by what is beside them: hidden characters, marks, joiners and tags. */
export const nameParts = fc.array(
  fc.constantFrom(
    ...[
      'a',
      ' ',
      '🏴',
      '\u200b',
      '\u0301',
      '\u200d',
      '\u{e0067}',
      '\u{e007f}',
      'ཧ',
      '\u0fb5',
      '\ufe0f',
      '\u{1e8d0}',
      '\u0e49',
    ],
  ),
  { maxLength: 40 },
)

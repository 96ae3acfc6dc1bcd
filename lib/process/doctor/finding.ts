/** What a check found: one line that says that something is right, or what is wrong and what to do about it. */
export type Finding = Readonly<{ about: string; isRight: boolean; sentence: string }>

export const right = (about: string, sentence: string): Finding => ({ about, isRight: true, sentence })

export const wrong = (about: string, sentence: string): Finding => ({ about, isRight: false, sentence })

/** The line that is printed. A sentence with line breaks, such as one with SQL, becomes one line. */
export const lineOf = ({ about, isRight, sentence }: Finding): string =>
  `${isRight ? 'ok   ' : 'wrong'}  ${about}: ${sentence.replace(/\s*\n\s*/g, ' ')}`

/** The last line: how many things are wrong. */
export function sumUp(findings: readonly Finding[]): string {
  const faults = findings.filter(({ isRight }) => !isRight).length
  if (faults === 0) return 'nothing is wrong'
  return faults === 1 ? 'one thing is wrong' : `${faults} things are wrong`
}

// How this process logs an error. An error's message may quote what a person wrote or who they are, so it is never logged.
import { frameInSource } from './frame-source.ts'

/** One line of JSON: `where`, the error's name and code, and its stack frames, without its message. */
export function failureLine(where: Readonly<Record<string, string>>, error: unknown): string {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown }
  const name = error instanceof Error ? error.name : typeof error
  return JSON.stringify({
    level: 'error',
    ...where,
    name: oneWord(name),
    code: oneWord(code),
    at: error instanceof Error ? framesOf(error) : [],
  })
}

const oneWord = (text: unknown) => (typeof text === 'string' && /^[\w.-]{1,60}$/.test(text) ? text : undefined)

/** The first frames of the stack. They come after the message, whose lines may look like frames. */
function framesOf({ message, stack = '' }: Error): string[] {
  const after = message === '' ? stack : stack.slice(stack.lastIndexOf(message) + message.length)
  return after
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+:\d+\)?|\(<anonymous>\))$/.test(line))
    .slice(0, 6)
    .map((line) => frameInSource(line.trim()))
}

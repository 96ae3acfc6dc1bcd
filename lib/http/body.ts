import 'server-only'
import { seams } from '@/lib/seams'
import { fieldAt } from './fields'
import { isNestedBeyond } from './nesting'
import { Problem } from './problem'

const maxDepth = 32
const maxKeys = 1000

/** Parsing what is nested deeper would take the time of ten requests. What is less deep is parsed, so that the field can be named. */
const hopelessDepth = 1000

/**
 * Reads a request's body as JSON. Throws `not-json` (415) unless the content type is exactly application/json without
 * an encoding, `too-large` (413) over `bytes`, `too-slow` (408) after the limit's seconds, `malformed` (400) if it is
 * not UTF-8, not JSON or incomplete, and `wrong-shape` (422) for what no contract has: too deep, too many keys,
 * `__proto__`, NUL, a lone surrogate.
 */
export async function readJson(request: Request, bytes: number): Promise<unknown> {
  if (request.headers.get('content-type') !== 'application/json' || request.headers.has('content-encoding'))
    throw new Problem('not-json')
  if (Number(request.headers.get('content-length') ?? 0) > bytes) throw new Problem('too-large')
  const read = readBytes(request, bytes)
  const text = decode(await withinTime(read))
  if (isNestedBeyond(text, hopelessDepth)) throw new Problem('wrong-shape', { fields: ['body'] })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Problem('malformed')
  }
  checkShape(json)
  return json
}

async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  // A client that hangs up in the middle of a body is not an error of the server.
  const read = () =>
    reader?.read().catch(() => {
      throw new Problem('malformed')
    })
  for (let next = await read(); next && !next.done; next = await read()) {
    const part: Uint8Array = next.value
    length += part.byteLength
    if (length > most) {
      void reader?.cancel()
      throw new Problem('too-large')
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Problem('too-slow')), seams().limits.bodySeconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('malformed')
  }
}

function checkShape(json: unknown): void {
  let keys = 0
  const path: (string | number)[] = ['body']
  const demand = (isGood: boolean): void => {
    if (!isGood) throw new Problem('wrong-shape', { fields: [fieldAt(path)] })
  }
  const walk = (value: unknown): void => {
    demand(path.length - 1 <= maxDepth)
    if (typeof value === 'string') demand(isStorable(value))
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (!Array.isArray(value)) keys += 1
        demand(keys <= maxKeys)
        path.push(key)
        demand(key !== '__proto__' && isStorable(key))
        walk(item)
        path.pop()
      }
  }
  walk(json)
}

// PostgreSQL stores no NUL, and UTF-8 has no half of a surrogate pair.
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

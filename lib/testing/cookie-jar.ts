/** A browser's cookies of one origin. */
export type CookieJar = Readonly<{
  get: (name: string) => string | null
  set: (name: string, value: string) => void
  drop: (name: string) => void
  /** The `cookie` header of a request; empty without cookies. */
  header: () => string
  /** Stores what an answer sets. */
  keep: (answer: Response) => void
  /** Closes the browser: cookies without an age are gone. */
  closeBrowser: () => void
}>

export function cookieJar(): CookieJar {
  const cookies = new Map<string, { value: string; stays: boolean }>()
  return {
    get: (name) => cookies.get(name)?.value ?? null,
    set: (name, value) => void cookies.set(name, { value, stays: true }),
    drop: (name) => void cookies.delete(name),
    header: () => [...cookies].map(([name, { value }]) => `${name}=${value}`).join('; '),
    keep: (answer) => {
      for (const line of answer.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
        const separator = pair.indexOf('=')
        const age = attributes.find((attribute) => /^max-age=/i.test(attribute))?.slice('max-age='.length)
        if (age === '0') cookies.delete(pair.slice(0, separator))
        else cookies.set(pair.slice(0, separator), { value: pair.slice(separator + 1), stays: age !== undefined })
      }
    },
    closeBrowser: () => {
      for (const [name, { stays }] of cookies) if (!stays) cookies.delete(name)
    },
  }
}

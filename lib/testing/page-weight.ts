// What a page weighs, read from what the server sends: the same on every machine.

export type PageWeight = Readonly<{
  /** Bytes of HTML, with what React needs to take the page over. */
  bytes: number
  /** Elements that the browser draws: `<script>` and `<link>` are left out. */
  elements: number
  /** Addresses of the scripts that the page loads at first. */
  scripts: readonly string[]
}>

const loaded = /<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g

export function pageWeight(html: string): PageWeight {
  const body = html.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '').replaceAll(/<(link|meta)\b[^>]*>/g, '')
  return {
    bytes: Buffer.byteLength(html),
    elements: body.match(/<[a-z][^>]*>/g)?.length ?? 0,
    scripts: [
      ...new Set(
        [...html.matchAll(loaded)].filter(([tag]) => !/\bnomodule\b/i.test(tag)).flatMap(([, src]) => src ?? []),
      ),
    ],
  }
}

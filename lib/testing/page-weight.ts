// The size of a page as the server sends it, which is the same on every machine.

export type PageWeight = Readonly<{
  /** Bytes of HTML, with the data that React needs to hydrate. */
  bytes: number
  /** Elements without `<script>` and `<link>`. */
  elements: number
  /** URLs of the scripts of the first load. */
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

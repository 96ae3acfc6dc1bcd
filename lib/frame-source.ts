// Where a frame of the built app is in the source. Node can do it for every error, but then it keeps the map of each file it loads:
// 50 MB of this app's memory.
import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { fileURLToPath } from 'node:url'

const maps = new Map<string, SourceMap | null>()

/** A stack frame with its place in the source, where the built file has a map beside it; any other frame as it is. */
export const frameInSource = (frame: string): string =>
  frame.replace(/([^()\s]+\.m?js):(\d+):(\d+)(?=\)?$)/, (place, file: string, line: string, column: string) => {
    const origin = mapOf(file.startsWith('file:') ? fileURLToPath(file) : file)?.findOrigin(
      Number(line),
      Number(column),
    )
    if (!origin || !('fileName' in origin)) return place
    return `${origin.fileName.replace(/^(\.\.\/)+/, '')}:${origin.lineNumber}:${origin.columnNumber}`
  })

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file)
  if (known !== undefined) return known
  const map = readMap(`${file}.map`)
  maps.set(file, map)
  return map
}

function readMap(path: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload)
  } catch {
    return null
  }
}

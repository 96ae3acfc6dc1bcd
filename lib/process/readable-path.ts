// The path of a request, as every part of the app can decode it.

/**
 * Writes each `%` of a segment that can't be decoded as `%25`, as a browser does when it is typed. Next answers such a
 * path with a plain 500; now the segment is an id of no row. The query stays as it is.
 */
export function readablePath(url: string): string {
  const end = url.search(/[?#]/)
  const [path, rest] = end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)]
  if (!path.includes('%')) return url
  return path.split('/').map(readableSegment).join('/') + rest
}

function readableSegment(segment: string): string {
  try {
    decodeURIComponent(segment)
    return segment
  } catch {
    return segment.replaceAll('%', '%25')
  }
}

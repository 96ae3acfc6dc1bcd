// The path of a request, as every part of the app can decode it.

/**
 * Writes each `%` of a segment that can't be decoded as `%25`, as a browser does when it is typed. Next answers such a
 * path with a plain 500; now the segment is an id of no row. The query stays as it is. A target without a slash first
 * becomes a path.
 */
export function readablePath(target: string): string {
  const url = originForm(target)
  const end = url.search(/[?#]/)
  const [path, rest] = end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)]
  if (!path.includes('%')) return url
  return path.split('/').map(readableSegment).join('/') + rest
}

/** A target may also be a whole URL, or `*` (RFC 9112, section 3.2). Next answers what has no slash first with a plain 500. */
function originForm(target: string): string {
  if (target.startsWith('/')) return target
  if (!URL.canParse(target)) return `/${target}`
  const { pathname, search } = new URL(target)
  return pathname.startsWith('/') ? pathname + search : `/${target}`
}

function readableSegment(segment: string): string {
  try {
    decodeURIComponent(segment)
    return segment
  } catch {
    return segment.replaceAll('%', '%25')
  }
}

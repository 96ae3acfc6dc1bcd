// PostgreSQL refuses to run as root. If root starts it, as in a container, it runs as `nobody`.
export const isRoot = process.getuid?.() === 0

const nobodyId = 65_534

/** The user that PostgreSQL runs as, for child processes and chown. Undefined if it is the user of this process. */
export const postgresUser: { uid: number; gid: number } | undefined = isRoot
  ? { uid: nobodyId, gid: nobodyId }
  : undefined

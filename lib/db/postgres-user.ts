// PostgreSQL refuses to run as root. Started by root, as in a container, it runs as `nobody`.
export const isRoot = process.getuid?.() === 0

const nobodyId = 65_534

/** For child processes and chown: who PostgreSQL runs as, where that is somebody else. */
export const postgresUser: { uid: number; gid: number } | undefined = isRoot
  ? { uid: nobodyId, gid: nobodyId }
  : undefined

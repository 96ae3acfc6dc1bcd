// Loaded into the children of start and test: a kill -9 can't be passed on, so a child whose parent is gone ends by itself.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.exit(1)
}, 500).unref()

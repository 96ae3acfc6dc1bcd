// Loaded into the children of start and test. A kill -9 can't be passed on, so a child exits by itself when its parent is gone.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.exit(1)
}, 500).unref()

import { existsSync, renameSync, rmSync } from 'node:fs'

/**
 * Makes a folder whole or not at all: under another name, then renamed. Of two processes that make it at once one wins, and the
 * other uses what is there.
 */
export async function makeFolderOnce(folder: string, make: (part: string) => Promise<void> | void): Promise<void> {
  if (existsSync(folder)) return
  const part = `${folder}.part-${process.pid}`
  rmSync(part, { recursive: true, force: true })
  try {
    await make(part)
    renameSync(part, folder)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

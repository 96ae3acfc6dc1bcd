import { existsSync, renameSync, rmSync } from 'node:fs'

/**
 * Makes a folder completely or not at all: `make` fills a temporary folder, which is then renamed. If two processes do
 * so at the same time, the second uses the folder of the first.
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

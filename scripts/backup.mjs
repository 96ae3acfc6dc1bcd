// `npm run backup` and, with --restore, `npm run restore`: all that is saved into a file, and back. Both work while Fivefold runs.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { at, root } from './child.mjs'
import { checkNode, ensureGenerated, ensureInstalled, StepFailure } from './prepare.mjs'

const say = (line) => console.log(`fivefold  ${line}`)

function giveUp(sentence) {
  for (const line of sentence.split('\n')) console.error(`fivefold  ${line}`)
  process.exit(1)
}

function readArguments() {
  const options = { restore: { type: 'boolean', default: false }, replace: { type: 'boolean', default: false } }
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (positionals.length > 1 || (values.replace && !values.restore)) throw new Error('too many')
    return { ...values, name: positionals[0] }
  } catch {
    return giveUp('Use it like this: npm run backup, npm run backup -- FILE, npm run restore -- FILE [--replace]')
  }
}

try {
  checkNode()
  const { restore, replace, name } = readArguments()
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
  process.env.NODE_ENV = 'production'
  await ensureInstalled(say)
  await ensureGenerated(say)
  const file = name && path.resolve(process.env.INIT_CWD ?? process.cwd(), name) // npm changes to its own folder
  process.chdir(root)
  const { register } = await import('tsx/esm/api')
  register()
  const { backUpNow, restoreNow } = await import('../lib/process/backup-commands.ts')
  if (restore) await restoreNow({ root, file, replace, say, giveUp })
  else await backUpNow({ root, file, say, giveUp })
} catch (error) {
  if (!(error instanceof StepFailure)) throw error
  if (error.output) console.error(error.output)
  giveUp(error.message)
}

// `npm run accounts`: who has an account here. It changes nothing.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { at, root } from './child.mjs'
import { checkNode, ensureInstalled, StepFailure } from './prepare.mjs'

const say = (line) => console.log(`fivefold  ${line}`)

function giveUp(sentence) {
  for (const line of sentence.split('\n')) console.error(`fivefold  ${line}`)
  process.exit(1)
}

function readArguments() {
  try {
    return parseArgs({ options: { emails: { type: 'boolean', default: false } } }).values
  } catch {
    return giveUp('Use it like this: npm run accounts, npm run accounts -- --emails')
  }
}

try {
  checkNode()
  const { emails } = readArguments()
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
  process.env.NODE_ENV = 'production'
  await ensureInstalled(say)
  process.chdir(root)
  const { register } = await import('tsx/esm/api')
  register()
  const { listAccountsNow } = await import('../lib/process/list-accounts.ts')
  await listAccountsNow({ root, emails, say, giveUp })
} catch (error) {
  if (!(error instanceof StepFailure)) throw error
  if (error.output) console.error(error.output)
  giveUp(error.message)
}

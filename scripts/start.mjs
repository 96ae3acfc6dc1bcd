// `npm start`, with --home `npm start -- --home`, and with --dev `npm run dev`: from a fresh clone to a served page. Plain JavaScript, because it runs before anything is
// installed; the server that follows runs in this same process.
import { existsSync } from 'node:fs'
import net from 'node:net'
import { pathToFileURL } from 'node:url'
import { at, root } from './child.mjs'
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled, serverBundle, StepFailure } from './prepare.mjs'
import { watchParents } from './watch-parents.mjs'

const began = performance.now()
const given = process.argv.slice(2)
const dev = given.includes('--dev')
const home = given.includes('--home')
const say = (line) => console.log(`fivefold  ${line}`)

try {
  checkNode()
  refuseArguments()
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))
  Object.assign(process.env, {
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    NODE_ENV: dev ? 'development' : 'production',
  })
  await refuseUsedPort()
  await ensureInstalled(say)
  await ensureGenerated(say)
  if (!dev) await ensureBuilt(say)
  watchParents()
  process.chdir(root)
  await serve()
} catch (error) {
  if (!(error instanceof StepFailure)) throw error
  if (error.output) console.error(error.output)
  giveUp(error.message)
}

async function serve() {
  const { main } = await loadMain()
  const address = await main({ root, dev, home, say, giveUp })
  say(`ready at ${address} after ${((performance.now() - began) / 1000).toFixed(1)} s; Ctrl-C stops it`)
}

/** lib/process/main.ts, from its bundle or, in development, as it is. */
async function loadMain() {
  if (!dev) return import(pathToFileURL(serverBundle).href)
  const { register } = await import('tsx/esm/api')
  register()
  return import('../lib/process/main.ts')
}

function giveUp(sentence) {
  for (const line of sentence.split('\n')) console.error(`fivefold  ${line}`)
  process.exit(1)
}

function refuseArguments() {
  const unknown = given.find((argument) => !['--dev', '--home'].includes(argument))
  if (unknown) throw new StepFailure(`${unknown} is no option: npm start -- --home is the only one.`)
  if (dev && home) throw new StepFailure('--home serves the built app: use npm start -- --home.')
}

/** Reports a used port before a minute of installing and building. Listening reports it again, with every other reason. */
async function refuseUsedPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return
  const probe = net.createServer()
  const used = await new Promise((resolve) => {
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'))
    probe.listen(port, process.env.HOST || (home ? '0.0.0.0' : '127.0.0.1'), () => probe.close(() => resolve(false)))
  })
  if (used)
    throw new StepFailure(
      `Port ${port} is in use by another program: stop that one, or choose another with PORT=${port + 1} npm start${home ? ' -- --home' : ''}.`,
    )
}

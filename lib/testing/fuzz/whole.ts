// The whole fuzz, as `npm run fuzz` runs it: `whole.ts [count] [seed]`.
import { served } from '../served'
import { fuzz, fuzzLimits, fuzzNow } from './run'

const count = Number(process.argv[2] ?? 50_000)
const seed = Number(process.argv[3] ?? 1)

const from = performance.now()
const app = await served({ at: fuzzNow, limits: fuzzLimits })
try {
  const { failures, statuses, neverDone, requests } = await fuzz(app, count, seed, (sent) => {
    if (sent % 5000 === 0) console.log(`${sent} of ${count} after ${((performance.now() - from) / 1000).toFixed(0)} s`)
  })
  const seconds = ((performance.now() - from) / 1000).toFixed(0)
  for (const { why, request, answer } of failures) console.log(`\n${why}\n${request}\n${answer}`)
  for (const name of neverDone) console.log(`never done: ${name}`)
  if (failures.length > 0)
    console.log(
      app
        .readOutput()
        .split('\n')
        .filter((line) => line.includes('"level":"error"'))
        .slice(0, 20)
        .join('\n'),
    )
  console.log(
    `${requests} requests in ${seconds} s with seed ${seed}: ${failures.length} faults, answers by status ${JSON.stringify(statuses)}`,
  )
  process.exitCode = failures.length + neverDone.length > 0 ? 1 : 0
} finally {
  await app.stop()
}

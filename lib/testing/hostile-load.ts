// A process that sends hostile requests to a served app, so that it slows no measurement of its parent: `hostile-load.ts port cookie`. Each
// second it begins the number of each kind that the parent sends it, 0 to end, and answers with what became of them.
import http from 'node:http'
import net from 'node:net'
import { gzipSync } from 'node:zlib'
import type { HostileTally } from './hostile-tally.ts'

const [, , port = '', cookie = ''] = process.argv
const origin = `http://localhost:${port}`
const tally: HostileTally = { sent: 0, answers: {}, unanswered: 0 }

/** Ten megabytes of spaces in a JSON text, in some ten kilobytes. */
const bomb = gzipSync(`{"title":"${' '.repeat(10_000_000)}"}`)
const deep = '['.repeat(100_000) + ']'.repeat(100_000)

const note = (answer: string) => (tally.answers[answer] = (tally.answers[answer] ?? 0) + 1)

type Begun = (request: http.ClientRequest) => void

/** Sends a request whose body `begin` writes, and counts the answer. */
function send(path: string, headers: http.OutgoingHttpHeaders, begin: Begun): void {
  tally.sent += 1
  const request = http.request({
    ...{ port, path, method: 'POST', agent: false },
    headers: { origin, cookie, 'content-type': 'application/json', ...headers },
  })
  let answered = false
  request.on('response', (response) => {
    answered = true
    note(`${path.startsWith('/api/') ? '' : 'page '}${response.statusCode}`)
    response.resume().on('end', () => request.destroy())
  })
  request.on('error', () => {}).on('close', () => (tally.unanswered += Number(!answered)))
  begin(request)
}

/** Writes `part` every so often, until the request is over. */
function drip(request: http.ClientRequest, part: string, everyMs: number): void {
  const timer = setInterval(() => request.write(part), everyMs)
  request.on('close', () => clearInterval(timer)).on('response', () => clearInterval(timer))
}

/** Headers that never end. The server closes such a connection. */
function sendSlowHeaders(): void {
  tally.sent += 1
  const socket = net.connect(Number(port), 'localhost', () => socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n'))
  let text = ''
  const timer = setInterval(() => socket.write('x-a: b\r\n'), 500)
  socket.on('data', (part) => (text += part.toString('latin1'))).on('error', () => {})
  socket.on('close', () => {
    clearInterval(timer)
    const status = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1]
    if (status) note(status)
    else tally.unanswered += 1
  })
}

const kinds: readonly (() => void)[] = [
  () => send('/api/rituals', { 'content-encoding': 'gzip' }, (request) => request.end(bomb)),
  () => send('/api/rituals', {}, (request) => request.end(deep)),
  () => send('/api/rituals', { 'content-length': 1024 ** 3 }, (request) => request.flushHeaders()),
  () =>
    send('/api/rituals', {}, (request) => {
      request.write('{"title":"')
      drip(request, ' ', 250)
    }),
  () =>
    send('/api/entries', {}, (request) => {
      request.write('{"entries":"')
      drip(request, 'x'.repeat(100_000), 50)
    }),
  sendSlowHeaders,
]

let ofEach = 0
const beginning = setInterval(() => {
  for (const kind of kinds) for (let n = 0; n < ofEach; n++) setTimeout(kind, (1000 * n) / ofEach)
  // a page reads no body and is as much work as without one, so this is one a second
  if (ofEach > 0) send('/today', { 'content-encoding': 'gzip' }, (request) => request.end(bomb))
  process.send?.(tally)
}, 1000)

process.on('message', (message) => {
  ofEach = Number(message)
})
process.on('disconnect', () => {
  clearInterval(beginning)
  process.exit(0)
})

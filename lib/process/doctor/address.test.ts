import http from 'node:http'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { keepCertificates, readAuthority } from '../../at-home/kept-certificates'
import { findFreePort } from '../../db/ports'
import { seams } from '../../seams'
import { temporaryFolder } from '../../testing/temporary-folder'
import {
  askPlace,
  checkAddress,
  checkCertificate,
  checkProgram,
  checkReached,
  homePlace,
  programPlace,
  readCertificate,
  type AnswerReading,
} from './address'
import { lineOf } from './finding'

const home = 'https://home.example'
const local = 'http://127.0.0.1:3000'
const settings = { APP_URL: undefined, HOST: '127.0.0.1', PORT: 3000, TRUST_PROXY_HOPS: 0 }
const ours = { kind: 'ours', status: 200, takesOrigin: true } as const

async function listening(server: Server): Promise<number> {
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('the address is https, or this computer’s own', () => {
  const line = (changes: Partial<Parameters<typeof checkAddress>[0]>) =>
    lineOf(checkAddress({ ...settings, ...changes }))
  expect([
    line({}),
    line({ APP_URL: 'http://localhost:3000' }),
    line({ APP_URL: home, TRUST_PROXY_HOPS: 1 }),
    line({ HOST: '0.0.0.0' }),
    line({ APP_URL: 'http://192.0.2.7:3000' }),
    line({ APP_URL: home }),
  ]).toEqual([
    'ok     address: http://localhost:3000, for this computer alone',
    'ok     address: http://localhost:3000',
    'ok     address: https://home.example',
    'wrong  address: HOST=0.0.0.0 lets other devices in, but APP_URL is not set. Set it to the https address that they open.',
    'wrong  address: http://192.0.2.7:3000 is http, where browsers have no cryptography, so no journal opens. Put a proxy with a certificate in front, and set APP_URL to its https address.',
    'wrong  address: https://home.example is https, so a proxy is in front, but TRUST_PROXY_HOPS is 0: wrong sign-ins from anywhere would slow everybody down. Set it to the number of proxies, most often 1.',
  ])
})

test('the program itself is asked past any proxy', () => {
  expect(
    ['127.0.0.1', '0.0.0.0', '::', '192.0.2.7'].map((HOST) => programPlace({ ...settings, HOST }).address),
  ).toEqual(['http://127.0.0.1:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://192.0.2.7:3000'])
})

test('what the program answers at its port becomes a sentence', () => {
  const line = (answer: AnswerReading) => lineOf(checkProgram(local, answer, home))
  expect([
    line(ours),
    line({ kind: 'none', code: 'ECONNREFUSED' }),
    line({ kind: 'none', code: 'ETIMEDOUT' }),
    line({ kind: 'other', status: 200 }),
    line({ ...ours, status: 503 }),
    line({ ...ours, takesOrigin: false }),
  ]).toEqual([
    `ok     program: Fivefold runs at ${local}`,
    `wrong  program: Fivefold does not run at ${local}. Run npm start, and this again meanwhile.`,
    `wrong  program: Fivefold does not answer at ${local}: it did not answer within 10 seconds. Stop it and run npm start.`,
    `wrong  program: another program answers at ${local}. Stop that one, or choose another port with PORT.`,
    `wrong  program: Fivefold runs at ${local}, but its database does not answer. See the line of the database.`,
    `wrong  program: Fivefold runs, but for another address than ${home}. Start it again: it reads APP_URL when it starts.`,
  ])
})

test('what answers at the address that people open becomes a sentence', () => {
  const line = (answer: AnswerReading) => lineOf(checkReached(home, answer))
  expect([
    line(ours),
    line({ kind: 'none', code: 'ENOTFOUND' }),
    line({ kind: 'none', code: 'CERT_HAS_EXPIRED' }),
    line({ kind: 'redirect', to: 'https://www.home.example' }),
    line({ kind: 'other', status: 502 }),
    line({ kind: 'other', status: 404 }),
    line({ ...ours, takesOrigin: false }),
  ]).toEqual([
    `ok     way in: ${home} leads to Fivefold`,
    `wrong  way in: ${home} could not be reached from this computer: its name is not known: look at its DNS entry. Try it on another device; if that fails too, look at the proxy and the router.`,
    `wrong  way in: ${home} could not be asked because of its certificate. See its line.`,
    `wrong  way in: ${home} sends people on to https://www.home.example. Set APP_URL to the address where they end.`,
    `wrong  way in: the proxy at ${home} does not reach Fivefold (502). Let it pass on to its port.`,
    `wrong  way in: something else answers at ${home} (404). Let the proxy pass it on to Fivefold.`,
    `wrong  way in: the Fivefold that answers at ${home} has another APP_URL. Start it again with this one.`,
  ])
})

test('a server that is not Fivefold, one that sends on, and a closed port are told apart', async () => {
  const server = http.createServer((_, response) => response.end('<h1>Hello</h1>'))
  const other = `http://127.0.0.1:${await listening(server)}`
  expect(await askPlace({ address: other }, other)).toEqual({ kind: 'other', status: 200 })
  server.removeAllListeners('request').on('request', (_, response) => {
    response.writeHead(301, { location: 'https://www.home.example/secret-path' }).end()
  })
  expect(await askPlace({ address: other }, other)).toEqual({ kind: 'redirect', to: 'https://www.home.example' })
  const closed = `http://127.0.0.1:${await findFreePort()}`
  expect(await askPlace({ address: closed }, closed)).toEqual({ kind: 'none', code: 'ECONNREFUSED' })
})

test('a home is found past its name, and its certificate is checked with its own authority', async () => {
  const now = seams().now()
  const folder = temporaryFolder()
  const { server: pair } = await keepCertificates(folder, 'fivefold.local', now)
  const server = https.createServer({ key: pair.key, cert: pair.certificate }, (_, response) => response.end('Hello'))
  const address = `https://fivefold.local:${await listening(server)}`
  const known = homePlace(address, readAuthority(folder, 'fivefold.local'), settings)
  expect(await askPlace(known, address)).toEqual({ kind: 'other', status: 200 })
  expect(checkCertificate(address, await readCertificate(known), now).isRight).toBe(true)

  const unknown = homePlace(address, null, settings)
  const answer = await askPlace(unknown, address)
  expect(lineOf(checkReached(address, answer))).toBe(
    `wrong  way in: ${address} could not be asked because of its certificate. See its line.`,
  )
  expect(lineOf(checkCertificate(address, await readCertificate(unknown), now))).toMatch(
    /^wrong {2}certificate: that of .* is not trusted \(.*\)\. If it is of an authority of your own, set NODE_EXTRA_CA_CERTS/,
  )
  const otherName = { ...known, address: address.replace('fivefold', 'other') }
  expect(checkCertificate(address, await readCertificate(otherName), now).sentence).toContain('for another name')
})

test('what does not speak TLS has no certificate', async () => {
  const plain = await listening(http.createServer())
  expect(await readCertificate({ address: `https://127.0.0.1:${plain}` })).toMatchObject({ kind: 'none' })
})

test('a certificate that ends soon, has ended or is of another name is wrong', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const line = (endsAt: string, fault: string | null = null) =>
    lineOf(checkCertificate(home, { kind: 'shown', fault, endsAt: new Date(`${endsAt}T12:00:00Z`) }, now))
  const renew = 'Let the proxy renew it; its output says why it did not.'
  expect([
    line('2026-12-09'),
    line('2026-12-08'),
    line('2026-11-23', 'CERT_HAS_EXPIRED'),
    line('2027-11-24', 'ERR_TLS_CERT_ALTNAME_INVALID'),
    lineOf(checkCertificate(home, { kind: 'none', code: 'ECONNREFUSED' }, now)),
  ]).toEqual([
    'ok     certificate: that of home.example is valid until 2026-12-09',
    `wrong  certificate: that of ${home} ends on 2026-12-08, in 14 days. ${renew}`,
    `wrong  certificate: that of ${home} ended on 2026-11-23. ${renew}`,
    `wrong  certificate: the proxy at ${home} has one for another name. Let it get one for this name.`,
    `wrong  certificate: that of ${home} could not be read: nothing listens there.`,
  ])
})

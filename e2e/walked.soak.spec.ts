// The whole story in two browsers with profiles on the disk, and then a search for what was typed and sealed: in the files of the database, its
// write-ahead log and PostgreSQL's, in the app's output, in every request, and in both profiles. What signs a person in is searched for too.
// The search is tried itself: a word that is put into each of these places has to be found in each.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { reportFigure } from '../lib/testing/soak/figure.ts'
import { asSuperuser, databaseFiles, filesUnder, namesWith } from '../lib/testing/stored-bytes.ts'
import { openProfile } from './acts/profile'
import { expect, test, type BrowserPerson, type ForTest } from './fixtures'
import { walk, walkBegins } from './stories/walk'

test.use({ moment: walkBegins })

/** A part of each text that the walk seals, which stands in no text that is not sealed. */
const SEALED = [
  ...['I stay in the chair', 'A page to take away', 'the river all day'],
  ...['always let him down', 'father’s kitchen', 'when it mattered', 'I go quiet on the phone', 'in the first minute'],
  ...['You never say it', 'and she heard it', 'how much you carried'],
  ...['An evening that is ours', 'Not eating alone', 'too small for two kitchens', 'could hear yours boil'],
  ...['his article twice', 'Danced in the kitchen'],
  ...['The pot.', 'I went quiet twice', 'Your voice in the flat', 'Your pot.', 'that I call it work', 'Small plans'],
  ...['the call stays on while we cook'],
]

/** Titles and things to bring are not sealed. */
const [PLAIN, PLAIN_ITEM] = ['Cook the same soup', 'The big pot']

type Place = 'base' | 'pg_wal' | 'server.log' | 'output' | 'requests' | 'profile'

/** What the app logs of a failure: that it is found shows that the output is read. */
const LOGGED = '"level":"error"'

test('after the walk no sealed text and no secret is on a disk, in a log or in a request', async ({ app, allow }, {
  project,
}) => {
  const folders = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'fivefold-profile-')))
  const contexts: BrowserContext[] = []
  const requests: string[] = []
  const [secrets, phrases] = [new Set<string>(), new Set<string>()]

  /** Notes what a browser sends, and the secrets that it is given. */
  const watch = async (context: BrowserContext) => {
    await context.exposeBinding('notePhrase', (_, phrase: string) => void phrases.add(phrase))
    await context.addInitScript(() => {
      const { notePhrase } = globalThis as unknown as { notePhrase: (phrase: string) => void }
      setInterval(() => {
        const typed = document.querySelector<HTMLInputElement>('#new-password')?.value
        if (typed) notePhrase(typed)
      }, 100)
    })
    context.on('page', (page) =>
      page.on('framenavigated', (frame) => {
        const [, invite] = /\/join#(.+)/.exec(frame.url()) ?? []
        if (invite) secrets.add(invite)
      }),
    )
    context.on('request', (request) => {
      requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
    })
    context.on('response', (response) => {
      void response.headersArray().then(
        (headers) => {
          for (const { name, value } of headers)
            for (const [, secret = ''] of name.toLowerCase() === 'set-cookie'
              ? value.matchAll(/^[^=]+=([\w-]{21,})/gm)
              : [])
              secrets.add(secret)
        },
        () => {},
      )
    })
  }
  const twoPeople: ForTest['twoPeople'] = async ({ zones = ['UTC', 'UTC'], locales = ['en-GB', 'en-GB'] } = {}) => {
    const person = async (n: 0 | 1): Promise<BrowserPerson> => {
      const context = await openProfile(folders[n] ?? '', {
        ...{ launch: project.use.launchOptions, baseURL: app.origin, timezoneId: zones[n], locale: locales[n] },
      })
      contexts.push(context)
      await watch(context)
      await context.clock.setFixedTime(walkBegins)
      return { context, page: await context.newPage(), zone: zones[n] }
    }
    const [a, b] = [await person(0), await person(1)]
    return {
      ...{ a, b },
      setMoment: async (instant) => {
        await app.at(instant)
        for (const { context } of [a, b]) await context.clock.setFixedTime(instant)
      },
    }
  }

  /** Where a text is found now. */
  const placesOf = async () => {
    const database = await databaseFiles(app.ownerUrl)
    const profiles = folders.flatMap((folder) => filesUnder(folder))
    const output = app.readOutput()
    return (text: string): Place[] => {
      const inDatabase = new Set(namesWith(database, text).map((name) => name.split('/')[0] as Place))
      return [
        ...inDatabase,
        ...(output.includes(text) ? ['output' as const] : []),
        ...(requests.some((request) => request.includes(text)) ? ['requests' as const] : []),
        ...(namesWith(profiles, text).length > 0 ? ['profile' as const] : []),
      ]
    }
  }

  try {
    const story = readFileSync(path.join(import.meta.dirname, 'stories', 'walk.ts'), 'utf8')
    expect(SEALED.filter((text) => !story.includes(text))).toEqual([])
    await walk({ twoPeople, allow })

    // a word in each place, as a mistake would leave it there
    const planted = 'Kanarienvogel-7f3q'
    const [first] = contexts
    const noor = first?.pages().find((page) => page.url().startsWith(app.origin))
    if (!first || !noor) throw new Error('There is no browser.')
    const control = await first.newPage()
    const elsewhere = 'http://control.test/' // where no service worker answers
    await control.route(elsewhere, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<form><textarea name="a"></textarea></form>' }),
    )
    await control.goto(elsewhere)
    await control.locator('textarea').fill(planted)
    await noor.evaluate((word) => fetch('/api/health', { method: 'POST', body: word }), planted)
    await asSuperuser(app.ownerUrl, async (db) => {
      await db.query('create table planted as select $1::text as word', [planted])
      await db.query(`do $$ begin raise log '${planted}'; end $$`)
      await db.query('alter table account rename to account_gone')
    })
    await noor.evaluate(() => fetch('/api/me'))
    await control.waitForTimeout(4000) // Chromium writes its session files some seconds after a change, and on closing
    for (const context of contexts) await context.close()

    const find = await placesOf()
    expect(find(planted).sort()).toEqual(['base', 'pg_wal', 'profile', 'requests', 'server.log'])
    expect(find(LOGGED)).toEqual(['output'])
    for (const plain of [PLAIN, PLAIN_ITEM]) expect(find(plain)).toEqual(expect.arrayContaining(['base', 'requests']))

    expect(phrases.size).toBeGreaterThan(2)
    expect(
      Object.fromEntries(
        [...SEALED, ...phrases].map((text) => [text, find(text)] as const).filter(([, places]) => places.length > 0),
      ),
    ).toEqual({})
    expect(secrets.size).toBeGreaterThan(3)
    const logs = (text: string) => find(text).filter((place) => ['output', 'server.log'].includes(place))
    for (const text of ['noor@example.test', 'elias@example.test', ...secrets])
      expect([text, logs(text)]).toEqual([text, []])
    reportFigure('walked', SEALED.length, `${requests.length} requests, ${secrets.size} secrets`)
  } finally {
    for (const context of contexts) await context.close()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
})

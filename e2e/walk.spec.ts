// The whole story: two people, two browsers, two time zones, fixed days. Lisbon and Montréal change their clocks on different
// days, so that in the week between they are four hours apart instead of five.
import type { Page } from '@playwright/test'
import { inviteWords, readInvite } from '../lib/vault/invite-secret'
import { recover, saveSparePage, signIn, signOut, signUp } from './acts/account'
import { answerFromToday } from './acts/check-ins'
import { logMoment, markHopes, weeksOf, weeksWith } from './acts/lately'
import { expectCodeOf, invite, joinAsNew, part, readAloud } from './acts/pairing'
import { agreeToRitual, proposeRitual, takePart } from './acts/rituals'
import { openShare, sharePage } from './acts/sharing'
import { answerInTwo, answerVoice, sparePageOffer, surface, writePage } from './acts/writing'
import { expect, test } from './fixtures'

test.use({ moment: '2026-10-20T20:00:00.000Z' })

const soup = 'Cook the same soup, on a call'
const both = ['Noor', 'Elias'] as const

/** Whoever came back finds their own page, the ritual, and what both have fed. */
async function everythingIsThere(page: Page, ownPage: RegExp): Promise<void> {
  await page.goto('/journal')
  await expect(page.getByRole('link', { name: ownPage }).first()).toBeVisible()
  await page.goto('/rituals')
  await expect(page.getByRole('link', { name: soup }).first()).toBeVisible()
  await page.goto('/lately')
  expect(await weeksOf(page, 'Experiential', both)).toEqual([weeksWith(8), weeksWith(8)])
}

test('two people write, pair, share, keep a ritual, and see what they feed', async ({ twoPeople, allow }) => {
  test.setTimeout(300_000)
  allow({ offline: true })
  const { a, b, setMoment } = await twoPeople({ zones: ['Europe/Lisbon', 'America/Montreal'], locales: ['en-GB', 'en-GB'] })
  const [noor, elias] = [a.page, b.page]
  let [noorPhrase, eliasPhrase] = ['', '']

  await test.step('Noor signs up in two screens and writes at once', async () => {
    noorPhrase = await signUp(noor, { name: 'Noor', email: 'noor@example.test', onlyMe: true })
    await surface(noor).fill('The flat is too quiet when the call ends.')
    await expect(noor.getByRole('status').filter({ hasText: 'Saved on this device' })).toBeVisible()
  })

  await test.step('what is being typed survives a reload and a dead network', async () => {
    await noor.reload()
    await expect(surface(noor)).toHaveValue('The flat is too quiet when the call ends.')
    await a.context.setOffline(true)
    await surface(noor).fill('The flat is too quiet when the call ends. I stay in the chair.')
    await noor.getByRole('button', { name: 'Done' }).click()
    await expect(noor.getByRole('heading', { name: /^It is on this device/ })).toBeVisible()
    await expect(sparePageOffer(noor)).toHaveCount(0) // it could not be opened now
    await a.context.setOffline(false)
    await noor.goto('/journal')
    await expect(noor.getByText('I stay in the chair.').first()).toBeVisible()
  })

  await test.step('she answers the voice in its five steps; after the first page that can, the spare page is offered, and put off', async () => {
    await answerVoice(noor, {
      voice: 'You always let him down.', origin: 'My father’s kitchen.', answer: 'I called him when it mattered, twice this week.',
      effect: 'I go quiet on the phone.', step: 'Say it in the first minute.',
    })
    await sparePageOffer(noor).getByRole('button', { name: 'Later' }).click()
    await expect(sparePageOffer(noor)).toHaveCount(0)
  })

  await test.step('a page is edited, removed, and brought back', async () => {
    await writePage(noor, 'A page to take away.')
    await expect(sparePageOffer(noor)).toHaveCount(0)
    await noor.getByRole('link', { name: 'Read it' }).click()
    await noor.getByRole('link', { name: 'Edit' }).click()
    await expect(surface(noor)).toHaveValue('A page to take away.')
    await surface(noor).fill('A page to take away, once more.')
    await noor.getByRole('button', { name: 'Done' }).click()
    await noor.getByRole('link', { name: 'Read it' }).click()
    await expect(noor.getByText('A page to take away, once more.').first()).toBeVisible()
    await noor.getByRole('button', { name: 'Remove' }).click()
    await noor.waitForURL('**/journal')
    await noor.getByRole('button', { name: 'Undo' }).click()
    await expect(noor.getByText('A page to take away, once more.').first()).toBeVisible()
  })

  await test.step('Elias signs up on the page of her invitation, in another zone, with the terms of leaving in sight', async () => {
    const link = await invite(noor)
    await expectCodeOf(noor, link)
    expect(await readAloud(noor)).toBe(await inviteWords(await readInvite(link)))
    await elias.goto(link)
    await expect(elias.getByText('Either can leave, alone and at once.')).toBeVisible()
    eliasPhrase = await joinAsNew(elias, link, 'Noor', { name: 'Elias', email: 'elias@example.test', onlyMe: true })
  })

  await test.step('each marks, blind, what feels fed; Lately draws it once both have', async () => {
    await markHopes(noor, { fed: ['Emotional'], more: ['Experiential'] })
    await expect(noor.getByText('Kept. You can change them until both have marked.')).toBeVisible()
    await markHopes(elias, { fed: ['Physical'], more: ['Experiential'] })
    await expect(elias.getByText('You would both love more of the experiential.')).toBeVisible()
    await noor.goto('/lately')
    await expect(noor.getByText('You would both love more of the experiential.')).toBeVisible()
  })

  await test.step('her next private page offers to let the day count, and one tap makes a moment', async () => {
    await writePage(noor, 'I thought of the river all day.', ['Emotional'])
    await noor.getByRole('button', { name: 'Let the day count' }).click()
    await expect(noor.getByText('The day counts on Lately. The page stays with you.')).toBeVisible()
  })

  await test.step('she stops a share within the ten seconds, then shares the voice’s answer and action', async () => {
    await openShare(noor, { text: 'You always let him down.', partner: 'Elias' })
    await sparePageOffer(noor).getByRole('button', { name: 'Later' }).click()
    await noor.getByRole('radio', { name: 'Just listen' }).check()
    await noor.getByRole('button', { name: 'Share with Elias' }).click()
    await noor.getByRole('button', { name: 'Stop' }).click()
    await expect(noor.getByRole('status').filter({ hasText: 'Stopped. Nothing left this device.' })).toBeVisible()
    await elias.goto('/journal')
    await expect(elias.getByText('Your pages will stand here')).toBeVisible()
    await sharePage(noor, { text: 'You always let him down.', partner: 'Elias', wants: 'Just listen', types: ['Emotional'] })
  })

  await test.step('he reads what is wanted and the answer, never what the voice said, and replies', async () => {
    await elias.goto('/journal')
    await elias.getByRole('link', { name: /I called him when it mattered/ }).first().click()
    await elias.waitForURL('**/journal/shared/**')
    await expect(elias.getByRole('heading', { name: 'Just listen' })).toBeVisible()
    await expect(elias.getByText('Say it in the first minute.').first()).toBeVisible()
    await expect(elias.getByText('You always let him down.')).toHaveCount(0)
    await elias.getByRole('button', { name: 'I hear…' }).click()
    await elias.getByLabel('Your reply').fill('I hear how much you carried this week.')
    await elias.getByRole('button', { name: 'Reply' }).click()
    await expect(elias.getByText('I hear how much you carried this week.').first()).toBeVisible()
    await noor.reload()
    await expect(noor.getByText('I hear how much you carried this week.').first()).toBeVisible()
  })

  await test.step('he answers a voice of his own in the short form', async () => {
    await answerInTwo(elias, { voice: 'You never say it.', answer: 'I said it tonight, and she heard it.' })
  })

  await test.step('he proposes a weekly ritual; she agrees, saying what it means to her', async () => {
    await proposeRitual(elias, { title: soup, types: ['Experiential'], weekdays: ['Thursday'], time: '22:30', clock: 'Lisbon', means: 'An evening that is ours.' })
    await agreeToRitual(noor, { title: soup, means: 'Not eating alone.' })
    await expect(noor.getByText('An evening that is ours.')).toBeVisible()
  })

  await test.step('both see the next dates in their own time, right over the change of the clocks', async () => {
    await elias.reload()
    await expect(elias.getByText('Not eating alone.')).toBeVisible()
    for (const [page, times] of [[noor, ['22:30', '17:30', '18:30']], [elias, ['17:30', '18:30', '22:30']]] as const) {
      for (const time of times) await expect(page.getByText(time).first()).toBeVisible()
    }
  })

  await test.step('on the day each marks that they took part', async () => {
    await setMoment('2026-10-22T22:00:00.000Z')
    await takePart(noor, soup)
    await takePart(elias, soup)
  })

  await test.step('each logs a moment: I did, we did', async () => {
    await logMoment(noor, { who: 'I did', types: ['Intellectual'], words: 'Read his article twice' })
    await logMoment(elias, { who: 'We did', types: ['Physical'], words: 'Danced in the kitchen, on the phone' })
  })

  await test.step('each answers, blind, how close the week feels; both see it once both have', async () => {
    await answerFromToday(noor, 'How close does this week feel?', { now: 5, wish: 6 })
    await expect(noor.getByRole('heading', { name: 'Your answer is kept' })).toBeVisible()
    await answerFromToday(elias, 'How close does this week feel?', { now: 4, wish: 6 })
    await expect(elias.getByRole('heading', { name: 'Nearly the same, for both of you' })).toBeVisible()
    await noor.reload()
    await expect(noor.getByRole('heading', { name: 'Nearly the same, for both of you' })).toBeVisible()
  })

  await test.step('the dashboard: five types, two partners, days fed, right to the day in both zones, and what fed it on tap', async () => {
    for (const page of [noor, elias]) {
      await page.goto('/lately')
      const once = [weeksWith(8), weeksWith(8)]
      for (const type of ['Emotional', 'Physical', 'Experiential']) expect(await weeksOf(page, type, both)).toEqual(once)
      expect(await weeksOf(page, 'Intellectual', both)).toEqual([weeksWith(8), weeksWith(0)])
      expect(await weeksOf(page, 'Spiritual', both)).toEqual([weeksWith(0), weeksWith(0)])
      await page.getByText('What fed it: Experiential').click()
      await expect(page.getByRole('link', { name: soup }).first()).toBeVisible()
    }
  })

  await test.step('she takes the page back: it is gone for him, and feeds nobody', async () => {
    await noor.goto('/journal')
    await noor.getByText('Ours', { exact: true }).click()
    await noor.getByRole('link', { name: /I called him when it mattered/ }).first().click()
    await noor.waitForURL('**/journal/shared/**')
    await noor.getByRole('button', { name: 'Take back' }).click()
    await expect(noor.getByRole('status').filter({ hasText: 'You took the page back' })).toBeVisible()
    await elias.goto('/journal')
    await expect(elias.getByRole('link', { name: /You never say it/ })).toBeVisible()
    await expect(elias.getByText(/I called him when it mattered/)).toHaveCount(0)
    await elias.goto('/lately')
    expect(await weeksOf(elias, 'Emotional', both)).toEqual([weeksWith(8), weeksWith(0)])
  })

  await test.step('on her own device a reload asks nothing; he signs out, comes back, and everything is there', async () => {
    await noor.goto('/journal')
    await expect(noor.getByText('I stay in the chair.').first()).toBeVisible()
    await signOut(elias)
    await signIn(elias, { email: 'elias@example.test', phrase: eliasPhrase, onlyMe: true })
    await everythingIsThere(elias, /You never say it/)
  })

  await test.step('she saves the spare page, loses her phrase, comes back with the page, and her new phrase opens everything', async () => {
    const code = await saveSparePage(noor)
    await signOut(noor)
    expect(await noor.evaluate(() => localStorage.getItem('fivefold-marks'))).toBe('keep-asked') // nothing that names her
    const phrase = await recover(noor, { email: 'noor@example.test', code, onlyMe: true })
    expect(phrase).not.toBe(noorPhrase)
    await signOut(noor)
    await signIn(noor, { email: 'noor@example.test', phrase, onlyMe: true })
    await everythingIsThere(noor, /I stay in the chair\./)
  })

  await test.step('Elias parts alone; each keeps what they wrote', async () => {
    await part(elias, 'Noor')
    await noor.goto('/lately')
    await expect(noor.getByRole('link', { name: 'Invite your partner' }).first()).toBeVisible()
    await noor.goto('/journal')
    await expect(noor.getByText('I stay in the chair.').first()).toBeVisible()
    await noor.goto('/rituals')
    await expect(noor.getByText(soup).first()).toBeVisible()
    await expect(noor.getByText('With your partner then').first()).toBeVisible()
  })
})

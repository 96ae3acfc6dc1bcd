// The whole story, wherever the app is served: two people, two browsers, two time zones, fixed days. Lisbon and Montréal change their clocks on different
// days, so that in the week between they are four hours apart instead of five.
import type { Page } from '@playwright/test'
import { toInviteWords, readInvite } from '../../lib/vault/invite-secret'
import { recover, saveSparePage, signIn, signOut, signUp } from '../acts/account'
import { answerFromToday } from '../acts/check-ins'
import { logMoment, markHopes, openFedRow, openWhatFed, weeksOf, weeksWith } from '../acts/lately'
import { help, openMonth, proposeClosing, putNotes, sayHelped, walkTo } from '../acts/months'
import { expectCodeOf, invite, joinAsNew, part, readAloud } from '../acts/pairing'
import { followLine, goTo } from '../acts/places'
import { addItem, addOneOff, card, howItFelt, openHow, planIt, sayFelt, suns, text, writeLine } from '../acts/plans'
import { agreeToRitual, proposeRitual, takePart } from '../acts/rituals'
import { openShare, sharePage } from '../acts/sharing'
import { answerInTwo, answerVoice, sparePageOffer, surface, writePage } from '../acts/writing'
import { expect, test, type ForTest } from '../fixtures'

const soup = 'Cook the same soup, on a call'
const both = ['Noor', 'Elias'] as const
const thursday = 'Thursday 22 October'
const change = 'On Tuesdays the call stays on while we cook.'

/** A person who comes back finds their own page, the ritual, and what both have fed. */
async function everythingIsThere(page: Page, ownPage: RegExp): Promise<void> {
  await goTo(page, '/journal')
  await expect(page.getByRole('link', { name: ownPage }).first()).toBeVisible()
  await goTo(page, '/rituals')
  await expect(page.getByRole('link', { name: soup }).first()).toBeVisible()
  await goTo(page, '/lately')
  expect(await weeksOf(page, 'Experiential', both)).toEqual([weeksWith(8), weeksWith(8)])
}

/** The instant at which the walk begins. */
export const walkBegins = '2026-10-20T20:00:00.000Z'

export const walkTitle =
  'two people write, pair, share, keep a ritual, plan a week, see what they feed, and close a month'

/** Walks through the whole story. */
export async function walk({ twoPeople, allow }: Pick<ForTest, 'twoPeople' | 'allow'>): Promise<void> {
  allow({ offline: true })
  const { a, b, setMoment } = await twoPeople({
    zones: ['Europe/Lisbon', 'America/Montreal'],
    locales: ['en-GB', 'en-GB'],
  })
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
    await expect(noor.getByRole('heading', { name: /^It is saved on this device/ })).toBeVisible()
    await expect(sparePageOffer(noor)).toHaveCount(0)
    await a.context.setOffline(false)
    await noor.goto('/journal')
    await expect(noor.getByText('I stay in the chair.').first()).toBeVisible()
  })

  await test.step('she answers the voice in its five steps, which end on the answer; nothing is asked', async () => {
    await answerVoice(noor, {
      voice: 'You always let him down.',
      origin: 'My father’s kitchen.',
      answer: 'I called him when it mattered, twice this week.',
      effect: 'I go quiet on the phone.',
      step: 'Say it in the first minute.',
    })
    await expect(noor.getByText('I called him when it mattered, twice this week.')).toBeVisible()
    await expect(noor.getByText('You believed it 80 of 100 before you answered, and 40 after.')).toBeVisible()
    await expect(noor.getByText('You always let him down.')).toHaveCount(0)
    await expect(sparePageOffer(noor)).toHaveCount(0)
    await expect(noor.getByRole('main').getByRole('button')).toHaveCount(0)
  })

  await test.step('a page is edited, removed, and brought back', async () => {
    await writePage(noor, 'A page to take away.')
    await goTo(noor, '/journal')
    await noor.getByRole('link', { name: /A page to take away\./ }).click()
    await noor.getByRole('link', { name: 'Edit' }).click()
    await expect(surface(noor)).toHaveValue('A page to take away.')
    await surface(noor).fill('A page to take away, once more.')
    await noor.getByRole('button', { name: 'Done' }).click()
    await noor.waitForURL(/\/journal\/[0-9a-f-]+$/)
    await expect(noor.getByText('A page to take away, once more.').first()).toBeVisible()
    await noor.getByRole('button', { name: 'Remove' }).click()
    await noor.waitForURL('**/journal')
    await noor.getByRole('button', { name: 'Undo' }).click()
    await expect(noor.getByText('A page to take away, once more.').first()).toBeVisible()
  })

  await test.step('Elias signs up on the page of her invitation, in another zone, with the terms of leaving in sight', async () => {
    const link = await invite(noor)
    await expectCodeOf(noor, link)
    expect(await readAloud(noor)).toBe(await toInviteWords(await readInvite(link)))
    await elias.goto(link)
    await expect(elias.getByText('Either of you can leave, alone and at once.')).toBeVisible()
    eliasPhrase = await joinAsNew(elias, link, 'Noor', { name: 'Elias', email: 'elias@example.test', onlyMe: true })
  })

  await test.step('each marks, blind, what feels fed; Lately draws it once both have', async () => {
    await markHopes(noor, { fed: ['Emotional'], more: ['Experiential'] })
    await expect(noor.getByText('Saved. You can change them until you have both made yours.')).toBeVisible()
    await markHopes(elias, { fed: ['Physical'], more: ['Experiential'] })
    await expect(elias.getByText('You would both love more of the experiential.')).toBeVisible()
    await goTo(noor, '/lately')
    await expect(noor.getByText('You would both love more of the experiential.')).toBeVisible()
  })

  await test.step('her next private page offers to let the day count, and one tap makes a moment', async () => {
    await writePage(noor, 'I thought of the river all day.', ['Emotional'])
    await noor.getByRole('button', { name: 'Let the day count' }).click()
    await expect(noor.getByText('The day counts on Lately. The page stays with you.')).toBeVisible()
  })

  await test.step('she stops a share within the ten seconds, then shares the voice’s answer and action', async () => {
    await openShare(noor, { text: 'I called him when it mattered', partner: 'Elias' })
    await sparePageOffer(noor).getByRole('button', { name: 'Later' }).click()
    await noor.getByRole('radio', { name: 'Just listen' }).check()
    await noor.getByRole('button', { name: 'Share with Elias' }).click()
    await noor.getByRole('button', { name: 'Stop' }).click()
    await expect(noor.getByRole('status').filter({ hasText: 'Stopped. Nothing left this device.' })).toBeVisible()
    await goTo(elias, '/journal')
    await expect(elias.getByText('Your pages will appear here')).toBeVisible()
    await sharePage(noor, {
      text: 'I called him when it mattered',
      partner: 'Elias',
      wants: 'Just listen',
      types: ['Emotional'],
    })
  })

  await test.step('he reads what is wanted and the answer, never what the voice said, and replies', async () => {
    await goTo(elias, '/journal')
    await elias
      .getByRole('link', { name: /I called him when it mattered/ })
      .first()
      .click()
    await elias.waitForURL('**/journal/shared/**')
    await expect(elias.getByRole('heading', { level: 1, name: 'From Noor' })).toBeVisible()
    await expect(elias.getByText('Just listen')).toBeVisible()
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
    await proposeRitual(elias, {
      title: soup,
      types: ['Experiential'],
      weekdays: ['Thursday'],
      time: '17:30', // by his own clock; half past ten by hers, which it follows
      clock: 'Lisbon',
      means: 'An evening that is ours.',
    })
    await agreeToRitual(noor, { title: soup, means: 'Not eating alone.' })
    await expect(noor.getByText('An evening that is ours.')).toBeVisible()
  })

  await test.step('both see the next dates in their own time, right over the change of the clocks', async () => {
    await elias.reload()
    await expect(elias.getByText('Not eating alone.')).toBeVisible()
    for (const [page, times] of [
      [noor, ['22:30', '17:30', '18:30']],
      [elias, ['17:30', '18:30', '22:30']],
    ] as const) {
      for (const time of times) await expect(page.getByText(time).first()).toBeVisible()
    }
  })

  await test.step('they plan the week in which Lisbon changes its clocks, each seeing the other’s change as it comes', async () => {
    await goTo(noor, '/week')
    await goTo(elias, '/week')
    await planIt(noor, {
      title: soup,
      day: thursday,
      what: 'Lentils, the way your mother does',
      place: 'Each in their kitchen',
    })
    await addItem(noor, { title: soup, day: thursday, what: 'The big pot', who: 'Elias' })
    await expect(card(elias, soup)).toContainText('Lentils, the way your mother does')
    await card(elias, soup)
      .getByRole('checkbox', { name: /The big pot/ })
      .check({ force: true })
    await expect(card(noor, soup).getByRole('checkbox', { name: /The big pot/ })).toBeChecked()
    await addOneOff(elias, { title: 'The same film', day: 'Sunday 25 October', time: '16:00' })
    await expect(card(noor, 'The same film')).toBeVisible()
    await expect(noor.getByText('Your clocks are 5 hours apart, and 4 hours from Sunday 25 October on.')).toBeVisible()
  })

  await test.step('the times of both are right on each side of the change, in this week and the next', async () => {
    for (const [page, soupThen, film, soupNext] of [
      [noor, 'You 22:30 Elias 17:30', 'You 20:00 Elias 16:00', 'You 22:30 Elias 18:30'],
      [elias, 'You 17:30 Noor 22:30', 'You 16:00 Noor 20:00', 'You 18:30 Noor 22:30'],
    ] as const) {
      expect(await text(card(page, soup))).toContain(soupThen)
      expect(await text(card(page, 'The same film'))).toContain(film)
      await page.getByRole('link', { name: 'The week after' }).click()
      await page.waitForURL('**/week/2026-W44')
      await expect(
        page.getByText(
          /^Your clocks are 4 hours apart, and 5 hours from (Sunday 1 November|Saturday 31 October) on\.$/,
        ),
      ).toBeVisible()
      expect(await text(card(page, soup))).toContain(soupNext)
      await page.getByRole('link', { name: 'The week before' }).click()
      await page.waitForURL('**/week/2026-W43')
    }
  })

  await test.step('both are set with it', async () => {
    await noor.getByRole('button', { name: 'We’re set' }).click()
    await expect(elias.getByText('Noor is set with this week.')).toBeVisible()
    await elias.getByRole('button', { name: 'We’re set' }).click()
    for (const page of [noor, elias]) await expect(page.getByText('You are both set with this week.')).toBeVisible()
  })

  await test.step('on the day each marks that they took part', async () => {
    await setMoment('2026-10-22T22:00:00.000Z')
    await takePart(noor, soup)
    await takePart(elias, soup)
  })

  await test.step('each says, blind, how it felt, and both see it once both have; each reads the other’s line', async () => {
    for (const page of [noor, elias]) {
      await page.getByRole('region', { name: soup }).getByRole('link', { name: soup }).click()
      await openHow(page, soup)
      await expect(page.getByText('You both took part')).toBeVisible()
    }
    await sayFelt(noor, 6)
    await writeLine(noor, 'The pot was too small for two kitchens.')
    await expect(howItFelt(elias)).not.toContainText('Noor')
    await sayFelt(elias, 7)
    await expect.poll(() => text(howItFelt(elias))).toContain('Noor mostly lovely You lovely')
    await writeLine(elias, 'I could hear yours boil.')
    await noor.locator('.top-bar').getByRole('link').first().click()
    await openHow(noor, soup)
    await expect.poll(() => text(howItFelt(noor))).toContain('You mostly lovely Elias lovely')
    await expect(suns(noor)).toHaveCount(0)
    await expect(noor.getByText('I could hear yours boil.')).toBeVisible()
    await goTo(elias, '/week')
    await openHow(elias, soup)
    await expect(elias.getByText('The pot was too small for two kitchens.')).toBeVisible()
  })

  await test.step('each logs a moment: I did, we did', async () => {
    await logMoment(noor, { who: 'I', types: ['Intellectual'], words: 'Read his article twice' })
    await logMoment(elias, { who: 'We', types: ['Physical'], words: 'Danced in the kitchen, on the phone' })
  })

  await test.step('each answers, blind, how close the week feels; both see it once both have', async () => {
    await answerFromToday(noor, 'How close does this week feel?', { now: 5, wish: 6 })
    await expect(noor.getByRole('heading', { name: 'Your answer is saved' })).toBeVisible()
    await answerFromToday(elias, 'How close does this week feel?', { now: 4, wish: 6 })
    await expect(elias.getByRole('heading', { name: 'Nearly the same, for both of you' })).toBeVisible()
    await noor.reload()
    await expect(noor.getByRole('heading', { name: 'Nearly the same, for both of you' })).toBeVisible()
  })

  await test.step('the dashboard: five types, two partners, days fed, right to the day in both zones, and what fed it on tap', async () => {
    for (const page of [noor, elias]) {
      await goTo(page, '/lately')
      const once = [weeksWith(8), weeksWith(8)]
      for (const type of ['Emotional', 'Physical', 'Experiential'])
        expect(await weeksOf(page, type, both)).toEqual(once)
      expect(await weeksOf(page, 'Intellectual', both)).toEqual([weeksWith(8), weeksWith(0)])
      expect(await weeksOf(page, 'Spiritual', both)).toEqual([weeksWith(0), weeksWith(0)])
      const fed = await openWhatFed(page, 'Experiential')
      await expect(fed.getByText(soup).first()).toBeVisible()
      await expect(fed.getByText('I could hear yours boil.')).toBeVisible()
    }
  })

  await test.step('what they remember the soup by stands on the ritual’s page', async () => {
    const row = await openFedRow(noor, soup)
    await row.getByRole('link', { name: /^Open the ritual/ }).click()
    const last = noor.getByRole('region', { name: 'Last time you remembered it' })
    await expect(last).toContainText('The pot was too small for two kitchens.')
    await expect(last).toContainText('I could hear yours boil.')
  })

  await test.step('she takes the page back: it is gone for him, and feeds nobody', async () => {
    await goTo(noor, '/journal')
    await noor.getByText('Ours', { exact: true }).click()
    await noor
      .getByRole('link', { name: /I called him when it mattered/ })
      .first()
      .click()
    await noor.waitForURL('**/journal/shared/**')
    await noor.getByRole('button', { name: 'Take back' }).click()
    await expect(noor.getByRole('status').filter({ hasText: 'You took the page back' })).toBeVisible()
    await goTo(elias, '/journal')
    await expect(elias.getByRole('link', { name: /I said it tonight/ })).toBeVisible()
    await expect(elias.getByText(/I called him when it mattered/)).toHaveCount(0)
    await goTo(elias, '/lately')
    expect(await weeksOf(elias, 'Emotional', both)).toEqual([weeksWith(8), weeksWith(0)])
  })

  await test.step('on her own device a reload asks nothing; he signs out, comes back, and everything is there', async () => {
    await goTo(noor, '/journal')
    await noor.getByText('All', { exact: true }).click() // what she chose to see stays chosen
    await expect(noor.getByText('I stay in the chair.').first()).toBeVisible()
    await signOut(elias)
    await signIn(elias, { email: 'elias@example.test', phrase: eliasPhrase, onlyMe: true })
    await everythingIsThere(elias, /I said it tonight/)
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

  await test.step('in the week after, whose clocks change in Montréal, each answers again', async () => {
    await setMoment('2026-10-30T20:00:00.000Z')
    await answerFromToday(elias, 'How close does this week feel?', { now: 6, wish: 6 })
    await answerFromToday(noor, 'How close does this week feel?', { now: 6, wish: 7 })
    await expect(noor.getByRole('heading', { name: 'Equally close, for both of you' })).toBeVisible()
  })

  await test.step('they read October: two weeks, what they fed, and what they kept', async () => {
    for (const page of [noor, elias]) {
      await goTo(page, '/today')
      await followLine(page, /^Look back at October together/)
      await expect(page.getByText('Two weeks that you both answered.')).toBeVisible()
      await expect(
        page.getByRole('img', {
          name: 'How close it felt, from 1, apart, to 7, almost one. 19 Oct: Noor 5, Elias 4; 26 Oct: Noor 6, Elias 6.',
        }),
      ).toBeVisible()
      await walkTo(page, /^You kept |^What you kept/)
      await expect(
        page.getByRole('region', { name: 'Rituals and plans you kept' }).getByRole('listitem'),
      ).toContainText(/Both of you\s*Thu 22.*The pot was too small.*I could hear yours boil/)
      await expect(page.getByRole('region', { name: 'Moments' })).toContainText('Danced in the kitchen, on the phone')
    }
  })

  await test.step('each puts in three notes, blind, and both see all six', async () => {
    await putNotes(noor, { closer: 'The pot.', way: 'I went quiet twice.', more: 'Your voice in the flat.' })
    await expect(noor.getByText('Your notes are saved', { exact: true })).toBeVisible()
    await expect(elias.getByRole('main')).not.toContainText('I went quiet twice.')
    await putNotes(elias, { closer: 'Your pot.', way: 'Work, and that I call it work.', more: 'Small plans.' })
    await noor.reload()
    for (const page of [noor, elias])
      for (const note of ['I went quiet twice.', 'Small plans.'])
        await expect(page.getByText(note, { exact: true })).toBeVisible()
  })

  await test.step('one proposes a type and a small change, the other agrees, and October is closed', async () => {
    await proposeClosing(noor, { focus: 'Spiritual', change })
    await walkTo(elias, 'What you take from October')
    await expect(elias.getByText('Noor proposes this')).toBeVisible()
    await elias.getByRole('button', { name: 'Yes, close October' }).click()
    await expect(elias.getByText('Closed by both of you')).toBeVisible()
  })

  await test.step('in November each says, blind, whether it helped, and both see it', async () => {
    await setMoment('2026-11-02T12:00:00.000Z')
    await openMonth(noor, 'November 2026')
    await expect(help(noor)).toContainText(change)
    await sayHelped(noor, 'It helped')
    await expect(help(noor)).toContainText('It shows once you have both answered.')
    await openMonth(elias, 'November 2026')
    await expect(help(elias)).not.toContainText(/Noor|It shows once you/)
    await sayHelped(elias, 'A little')
    await noor.reload()
    for (const page of [noor, elias]) await expect(help(page)).toContainText(/Noor\s*It helped\s*Elias\s*A little/)
    await openMonth(noor, 'October 2026')
    await expect(noor.getByText('Closed by both of you')).toBeVisible()
  })

  await test.step('Elias parts alone; each keeps what they wrote', async () => {
    await part(elias)
    await goTo(noor, '/lately')
    await expect(noor.getByText('You are not paired. What you agreed on')).toBeVisible()
    await goTo(noor, '/journal')
    await expect(noor.getByText('I stay in the chair.').first()).toBeVisible()
    await goTo(noor, '/rituals')
    await expect(noor.getByText(soup).first()).toBeVisible()
    await expect(noor.getByText('With your partner at the time').first()).toBeVisible()
  })
}

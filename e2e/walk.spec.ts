// The whole story: two people, two browsers, two time zones, fixed days. Lisbon and Montréal change their clocks on different
// days, so that in the weeks between they are four hours apart instead of five.
import { expect, test } from './fixtures'
import { signUp } from './acts/account'
import { answerVoice, surface, writePage } from './acts/writing'

test.use({ moment: '2026-10-20T20:00:00.000Z' })

test('two people write, pair, share, keep a ritual, and see what they feed', async ({ twoPeople, allow }) => {
  test.setTimeout(300_000)
  allow({ offline: true })
  const { a } = await twoPeople({ zones: ['Europe/Lisbon', 'America/Montreal'], locales: ['en-GB', 'en-CA'] })
  const noor = a.page

  await test.step('Noor signs up in two screens and writes at once', async () => {
    await signUp(noor, { name: 'Noor', email: 'noor@example.test', onlyMe: true })
    await surface(noor).fill('The flat is too quiet when the call ends.')
    await expect(noor.getByText(/^Saved on this device/)).toBeVisible()
  })

  await test.step('what is being typed survives a reload and a dead network', async () => {
    await noor.reload()
    await expect(surface(noor)).toHaveValue('The flat is too quiet when the call ends.')
    await a.context.setOffline(true)
    await surface(noor).fill('The flat is too quiet when the call ends. I stay in the chair.')
    await expect(noor.getByText(/^Saved on this device/)).toBeVisible()
    await noor.getByRole('button', { name: 'Done' }).click()
    await expect(noor.getByRole('heading', { name: /^It is on this device/ })).toBeVisible()
    await a.context.setOffline(false)
    await noor.goto('/journal')
    await expect(noor.getByText('I stay in the chair.')).toBeVisible()
  })

  await test.step('she answers the voice in five steps; a page is edited and one removed, and brought back', async () => {
    await answerVoice(noor, {
      voice: 'You always let him down.', origin: 'My father’s kitchen.', answer: 'I called him when it mattered, twice this week.',
      effect: 'I go quiet on the phone.', step: 'Say it in the first minute.',
    })
    await writePage(noor, 'A page to take away.', ['Emotional'])
  })
})

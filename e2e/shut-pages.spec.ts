// Pages of a signed-in person whose journal is not open, and of one whose session ended elsewhere.
import { endOtherSessions } from '../lib/accounts/contract.ts'
import { leaveCouple } from '../lib/couples/device.ts'
import { sealShare, sendShare } from '../lib/journal/sharing.ts'
import { newCouple, newPerson } from '../lib/testing/people.ts'
import { write } from '../lib/testing/two-with-everything.ts'
import { parseDay } from '../lib/time/day.ts'
import { signIn, signOut } from './acts/account'
import { draftsKept, takeDevice } from './acts/devices'
import { momentField } from './acts/lately'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

const id = '6f0f2a53-6f0c-4c5e-9a3f-0d1c2b3a4f5e'
const SEALED = [
  '/journal',
  `/journal/${id}`,
  `/journal/shared/${id}`,
  `/journal/${id}/edit`,
  `/journal/${id}/share`,
  '/write',
  '/write/voice',
  '/moments/new',
  '/settings/spare-page',
]

test('where others use the device, each page whose content is sealed is the screen that opens the journal', async ({
  app,
  page,
}) => {
  const { a } = await newCouple(app, { a: { onlyMe: false } })
  const alone = await newPerson(app, { onlyMe: false })
  for (const [person, path] of [[alone, '/pair'] as const, ...SEALED.map((each) => [a, each] as const)]) {
    if (path === '/pair' || path === SEALED[0]) await takeDevice(page, person)
    await page.goto(path)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading, path).toHaveText('Open your journal')
    await expect(page.getByRole('heading'), path).toHaveCount(1)
    await expect(page.getByLabel('Your phrase'), path).toBeVisible()
    await expect(page.getByRole('link', { name: 'I lost my phrase' }), path).toBeVisible()
  }
  await checkPage(page, 'a sealed page that is shut')
  await page.getByLabel('Your phrase').fill(a.phrase)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Open your journal')
})

test('Week, Lately and a month keep their plain part; a month has no empty headings', async ({ app, page }) => {
  const { a } = await newCouple(app, { a: { onlyMe: false } })
  await takeDevice(page, a)
  for (const [path, title] of [
    ['/week', 'Nothing planned'],
    ['/lately', /./],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(title)
    await expect(page.getByRole('heading', { level: 1 }), path).not.toHaveText('Open your journal')
  }
  await page.goto('/months/2027-03')
  await expect(page.getByRole('heading', { level: 1, name: 'How close it felt' })).toBeVisible()
  await expect(page.getByLabel('Your phrase')).toHaveCount(0)
  await page.goto('/months/2027-03?step=notes')
  await expect(page.getByLabel('Your phrase')).toBeVisible()
  await expect(page.locator('.button-primary:visible')).toHaveText(['Open'])
  await page.getByRole('link', { name: 'On one page' }).click()
  await expect(page.getByLabel('Your phrase')).toHaveCount(1)
  await expect(page.getByRole('link', { name: 'I lost my phrase' })).toBeVisible()
  for (const name of ['What you shared', 'Three notes each', 'What you take from March'])
    await expect(page.getByRole('heading', { name })).toHaveCount(0)
  await expect(page.locator('#shared, #notes, #close')).toHaveCount(0)
  await page.getByLabel('Your phrase').fill(a.phrase)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.locator('#notes')).toBeVisible()
})

test('a session that was ended on another device says why, on a new page and on an open one', async ({
  app,
  page,
  allow,
}) => {
  allow({ status: 401 })
  const noor = await newPerson(app)
  await takeDevice(page, noor)
  await page.goto('/journal')
  await expect(page.getByRole('heading', { level: 1, name: /^Your pages/ })).toBeVisible()
  await (await noor.signInElsewhere()).call(endOtherSessions, {})
  await page.reload()
  await page.waitForURL('**/sign-in?ended=1')
  await expect(page.getByText(/^You were signed out here: from another tab or device of yours/)).toBeVisible()
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/^You were signed out here/)).toHaveCount(0)
})

test('after parting, empty pages say what stays, and none asks for an invitation', async ({ app, page }) => {
  const { b } = await newCouple(app)
  await leaveCouple(b.device)
  await takeDevice(page, b)
  await page.goto('/journal')
  await expect(page.getByText('It is a whole journal by itself. Only you can read it.')).toBeVisible()
  await page.getByText('Ours', { exact: true }).click()
  await expect(page.getByText('You share pages with nobody now.')).toBeVisible()
  const writing = { kind: 'reflection', text: 'The herons were back.' } as const
  const entry = await write(b, { day: parseDay('2027-03-03'), types: [], writing })
  for (const [path, words] of [
    ['/today', 'You are not paired'],
    ['/week', 'You are not paired. What you agreed on'],
    ['/lately', 'You are not paired. What you agreed on'],
    ['/months', 'There is no month for two to look back at.'],
    ['/rituals', 'You keep no ritual with anybody now.'],
    ['/moments/new', 'You log moments with nobody now.'],
    ['/check-in/2027-W09', 'These two questions are for two people.'],
    [`/journal/${entry}/share`, 'There is nobody to share it with.'],
    ['/settings/part', 'Your journal is a whole journal by itself'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByText(words), path).toBeVisible()
    await expect(page.getByRole('link', { name: /^Invite your partner/ }), path).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Invite somebody' }), path).toHaveCount(
      path === '/settings/part' ? 1 : 0,
    )
  }
})

test('after parting, what was being typed for two is shown whole, and no link says that it goes on', async ({
  app,
  page,
}) => {
  const { b } = await newCouple(app)
  await takeDevice(page, b)
  await page.goto('/moments/new')
  const words = `We watched the rain until the tram came. ${'It was late. '.repeat(12)}And then home.`
  await momentField(page).fill(words)
  await expect.poll(() => draftsKept(page)).toBe(1)
  await leaveCouple(b.device)
  await page.goto('/journal')
  await expect(page.getByText(words)).toBeVisible()
  await expect(page.getByText('This was for the two of you, and was not sent. You can copy it.')).toBeVisible()
  await expect(page.getByRole('link', { name: /Go on writing/ })).toHaveCount(0)
})

test('a page of one person never shows the journal of another who signed in meanwhile', async ({
  app,
  page,
  context,
  allow,
}) => {
  allow({ status: 401 })
  const { a, b, id: coupleId } = await newCouple(app, { a: { onlyMe: false } })
  const words = { kind: 'reflection', words: { text: 'The walk.' }, wants: 'comfort', writtenDay: null } as const
  const shared = await sendShare(
    a.device,
    a.vault(),
    await sealShare(a.device, a.vault(), { coupleId, page: words, types: [] }),
  )
  await takeDevice(page, a)
  await page.goto(`/journal/shared/${shared.id}`)
  await page.getByLabel('Your phrase').fill(a.phrase)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText('From you')).toBeVisible()
  const other = await context.newPage()
  await signOut(other)
  await signIn(other, { email: b.email, phrase: b.phrase, onlyMe: false })

  await page.getByLabel('Your phrase').fill(b.phrase)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText(`From ${a.name}`, { exact: true }).first()).toBeVisible()
  await expect(page.getByText('From you')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Take back' })).toHaveCount(0)
})

test('a page that comes for another person than the one whose journal is open shows none of it', async ({
  app,
  page,
}) => {
  const { a, b, id: coupleId } = await newCouple(app)
  const words = { kind: 'reflection', words: { text: 'The walk.' }, wants: 'comfort', writtenDay: null } as const
  const shared = await sendShare(
    b.device,
    b.vault(),
    await sealShare(b.device, b.vault(), { coupleId, page: words, types: [] }),
  )
  await takeDevice(page, a)
  await page.route('**/journal/shared/**', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replaceAll(/[0-9a-f-]{36}/g, (id) =>
      id === a.id ? b.id : id === b.id ? a.id : id,
    )
    await route.fulfill({ response, body })
  })
  await page.goto(`/journal/shared/${shared.id}`)
  await expect(page.getByText(/^Fivefold answered something else than this device asked for/)).toBeVisible()
  await expect(page.getByText('The walk.')).toHaveCount(0)
})

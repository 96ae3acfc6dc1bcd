// One calendar a person: the account's zone, and the server's clock where the device's is wrong.
import { newCouple, newPerson } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { surface, writePage } from './acts/writing'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

test.describe('a device in Los Angeles, of an account in Lisbon', () => {
  // Friday 5 March, 5:30 in Lisbon; Thursday evening in Los Angeles
  test.use({ timezoneId: 'America/Los_Angeles', moment: '2027-03-05T05:30:00.000Z' })

  test('is asked once whether to use its days; until then everything is on the account’s day', async ({
    app,
    page,
  }) => {
    await takeDevice(page, await newPerson(app))
    await page.goto('/today')
    const question = page.getByRole('region', { name: 'Where you are' })
    await expect(question.getByText('You seem to be in Los Angeles: use its days?')).toBeVisible()
    await expect(page.getByText('Friday, 5 March').or(page.getByText('Friday, March 5')).first()).toBeVisible()
    await checkPage(page, 'Today, which asks about the zone')
    await page.goto('/write')
    await expect(page.getByText(/Friday,? (5 March|March 5)/)).toBeVisible()
    await writePage(page, 'An early morning.')
    await expect(page.getByRole('heading', { name: /Friday,? (5 March|March 5)/ })).toBeVisible()

    await page.goto('/today')
    await question.getByRole('button', { name: 'No, stay with Lisbon' }).click()
    await expect(question).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(question).toHaveCount(0)
  })

  test('that says yes goes by its days everywhere', async ({ app, page }) => {
    await takeDevice(page, await newPerson(app))
    await page.goto('/today')
    await page.getByRole('button', { name: 'Yes, go by Los Angeles' }).click()
    await expect(page.getByText(/Thursday,? (4 March|March 4)/).first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Where you are' })).toHaveCount(0)
    await page.goto('/write')
    await expect(page.getByText(/Thursday,? (4 March|March 4)/)).toBeVisible()
  })
})

test('a page’s day is that of its first word, and can be changed', async ({ app, page, context }) => {
  await takeDevice(page, await newPerson(app))
  await app.at('2027-03-03T23:58:00.000Z')
  await context.clock.setFixedTime('2027-03-03T23:58:00.000Z')
  await page.goto('/write')
  await expect(page.getByText(/Wednesday,? (3 March|March 3)/)).toBeVisible()
  await app.at('2027-03-04T00:02:00.000Z')
  await context.clock.setFixedTime('2027-03-04T00:02:00.000Z')
  await surface(page).fill('Past midnight.')
  await expect(page.getByText(/Thursday,? (4 March|March 4)/)).toBeVisible()
  await page.getByRole('button', { name: 'Change the day' }).click()
  const day = page.getByLabel('The day of this page')
  await expect(day).toHaveValue('2027-03-04')
  await day.fill('2027-03-09') // no day to come
  await expect(page.getByText(/Thursday,? (4 March|March 4)/)).toBeVisible()
  await day.fill('2027-03-01')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: /Monday,? (1 March|March 1)/ })).toBeVisible()
})

test('a moment’s day is that of saving, also just after midnight', async ({ app, page, context }) => {
  const couple = await newCouple(app)
  await takeDevice(page, couple.a)
  const setMoment = async (instant: string) => {
    await app.at(instant)
    await context.clock.setFixedTime(instant)
  }
  await setMoment('2027-03-03T23:58:00.000Z')
  await page.goto('/moments/new')
  await page.getByRole('checkbox', { name: 'Physical' }).check()
  await setMoment('2027-03-04T00:02:00.000Z')
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/moments')),
    page.getByRole('button', { name: 'Done' }).click(),
  ])
  expect(sent.postDataJSON()).toMatchObject({ day: '2027-03-04' })
})

test('a device clock that is days off is named, and pages get the day of the answers', async ({
  app,
  page,
  context,
}) => {
  await takeDevice(page, await newPerson(app))
  await context.clock.setFixedTime('2027-02-20T09:00:00.000Z')
  await page.goto('/write')
  await expect(
    page.getByText(
      /This device says it is Saturday,? (20 February|February 20)\. Fivefold goes by Wednesday,? (3 March|March 3)/,
    ),
  ).toBeVisible()
  await checkPage(page, 'Write, on a device with a wrong clock')
  await surface(page).fill('What day is it?')
  await expect(page.getByText(/Wednesday,? (3 March|March 3)/).last()).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: /Wednesday,? (3 March|March 3)/ })).toBeVisible()
})

// Rows that no device can open: one line each, and a way out of the list for the person they belong to.
import { withConnection } from '../lib/db/connection.ts'
import { sealReply, sendReply } from '../lib/journal/sharing.ts'
import { letDayCount } from '../lib/moments/device.ts'
import { proposeVersion } from '../lib/months/device.ts'
import { SEALED_SQL } from '../lib/testing/sealed.ts'
import { newCouple } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { parseMonth } from '../lib/time/month.ts'
import { randomUuid } from '../lib/vault/primitives.ts'
import { shareText } from '../lib/testing/share-text.ts'
import { takeDevice } from './acts/devices'
import { openFedRow } from './acts/lately'
import { writePage } from './acts/writing'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

const UNOPENED = 'This can’t be opened with your journal.'

test('a page, a moment and a reply that can’t be opened are removed by their author, who is asked first', async ({
  app,
  page,
}) => {
  const couple = await newCouple(app)
  const { a, b, id: coupleId } = couple
  const shared = await shareText(b, { coupleId, text: 'The walk.' })
  const reply = await sealReply(a.device, a.vault(), shared, { id: randomUuid(), text: 'I hear you.' })
  await sendReply(a.device, a.vault(), coupleId, reply)
  await letDayCount(a.device, a.vault(), coupleId, { day: parseDay('2027-03-03'), types: ['physical'] })
  await takeDevice(page, a)
  await writePage(page, 'Soup, too salty.')
  await withConnection(app.ownerUrl, async (db) => {
    await db.query(`update private_entry set sealed = ${SEALED_SQL} where owner_id = $1`, [a.id])
    for (const table of ['reply', 'moment'])
      await db.query(`update ${table} set sealed = ${SEALED_SQL} where author_id = $1`, [a.id])
  })

  const remove = async () => {
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByRole('button', { name: 'Remove it for good' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeFocused()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await checkPage(page)
    await page.getByRole('button', { name: 'Remove it for good' }).click()
  }

  await page.goto('/journal')
  await expect(page.getByRole('link', { name: /The walk\./ })).toBeVisible()
  await page.getByRole('link', { name: new RegExp(UNOPENED) }).click()
  await remove()
  await expect(page.getByRole('heading', { name: 'This page was removed.' })).toBeVisible()
  await page.goto('/journal')
  await expect(page.getByRole('link', { name: /The walk\./ })).toBeVisible()
  await expect(page.getByText(UNOPENED)).toHaveCount(1) // the shared page

  await page.goto(`/journal/shared/${shared.id}`)
  await expect(page.getByText(UNOPENED)).toBeVisible()
  await remove()
  await expect(page.getByText(UNOPENED)).toHaveCount(0)

  await page.goto('/lately')
  await expect(page.getByText('These words can’t be shown here.')).toBeVisible()
  await openFedRow(page, 'These words can’t be shown here.')
  await remove()
  await expect(page.getByText('These words can’t be shown here.')).toHaveCount(0)
})

test('nobody can say yes to a small change that isn’t shown', async ({ app, page }) => {
  const { a, b, id: coupleId } = await newCouple(app)
  const month = parseMonth('2027-03')
  const words = { focus: 'spiritual', change: 'The call stays on.', after: null } as const
  await proposeVersion(b.device, b.vault(), { coupleId, month }, words)
  await takeDevice(page, a)
  await page.goto(`/months/${month}?step=take`)
  const yes = page.getByRole('button', { name: 'Yes, close March' })
  await expect(yes).toBeVisible()
  await withConnection(app.ownerUrl, async (db) => {
    await db.query(`update month_change set sealed = ${SEALED_SQL} where person_id = $1`, [b.id])
  })
  await page.reload()
  await expect(page.getByText('These words can’t be shown here.')).toBeVisible()
  await expect(yes).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Suggest something else' })).toBeVisible()
})

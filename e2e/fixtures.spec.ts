// Tests of the fixtures themselves: what they watch, what a test may allow, and the clocks.
import { collectComplaints } from './complaints'
import { expect, test } from './fixtures'

test('every complaint is noticed, and only those that a test allows pass', async ({ browser, app }) => {
  const complaints = collectComplaints()
  const context = await browser.newContext()
  await complaints.watch(context, app.origin)
  const page = await context.newPage()
  await page.goto(`${app.origin}/about`)
  await page.evaluate(() => {
    console.error('an error')
    console.warn('a warning')
    setTimeout(() => {
      throw new Error('thrown')
    })
    void fetch('/api/nowhere')
    new Image().src = 'https://elsewhere.example/picture.png'
  })
  const seen = [
    /^console error: an error /,
    /^console warning: a warning /,
    /^uncaught: thrown$/,
    /^console error: Failed to load resource: the server responded with a status of 404 /,
    /^console error: policy violated: img-src https:\/\/elsewhere\.example\/picture\.png /,
  ]
  for (const pattern of seen) await expect.poll(() => complaints.left()).toContainEqual(expect.stringMatching(pattern))

  await page.goto(app.origin.replace('localhost', '127.0.0.1'))
  expect(complaints.left()).toContainEqual(expect.stringMatching(/^request elsewhere: http:\/\/127\.0\.0\.1:/))

  complaints.allow({ status: 404 })
  expect(complaints.left()).not.toContainEqual(expect.stringContaining('status of 404'))
  expect(complaints.left()).toContainEqual(expect.stringMatching(/^console error: an error /))
  await context.close()
})

test('the server and both people are at one instant, each on their own day', async ({ app, twoPeople }) => {
  const { a, b, setMoment } = await twoPeople({ zones: ['Pacific/Kiritimati', 'America/Los_Angeles'] })
  for (const instant of ['2027-03-01T09:30:00.000Z', '2027-03-01T10:30:00.000Z']) {
    await setMoment(instant)
    const pages = [a.page, b.page]
    for (const page of pages) await page.goto('/about')
    expect(await app.now()).toBe(instant)
    expect(await Promise.all(pages.map((page) => page.evaluate('new Date().toISOString()')))).toEqual([
      instant,
      instant,
    ])
  }
  const days = await Promise.all([a.page, b.page].map((page) => page.evaluate('new Date().getDate()')))
  expect(days).toEqual([2, 1])
})

// The whole story, with one app: two people, two browsers, two time zones.
import { test } from './fixtures'
import { walk, walkBegins, walkTitle } from './stories/walk'

test.use({ moment: walkBegins })

test(walkTitle, async ({ twoPeople, allow }) => walk({ twoPeople, allow }))

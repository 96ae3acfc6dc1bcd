import { expect, test } from 'vitest'
import { unreachedPage } from './unreached-page'

const page = unreachedPage({ style: 'S', script: 'X' })

test('the page has its style and its script in it, and asks for no file', () => {
  expect(page).toContain('<style>S</style>\n<script>X</script>')
  expect(page).not.toMatch(/ src=|<link/)
})

test('its title is the product’s name, and it can be left', () => {
  expect(page).toContain('<title>Fivefold</title>')
  expect(page).toMatch(/class="hide-link" href="https:\/\/www\.wikipedia\.org\/" rel="noreferrer"/)
})

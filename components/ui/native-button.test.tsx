import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Button } from './button'
import { SubmitButton } from './submit-button'

test('the server draws every button ready to look at and not to be pressed: React does not hear it yet', () => {
  for (const button of [<Button key="press">Close</Button>, <SubmitButton key="send">Send</SubmitButton>]) {
    const html = renderToStaticMarkup(button)
    expect(html).toContain(' disabled=""')
    expect(html).not.toContain('opacity')
  }
  expect(renderToStaticMarkup(<Button disabled>Close</Button>)).toContain('opacity-50')
})

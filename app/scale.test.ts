import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const sources = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))

// A colour, font size, line height, weight, spacing of letters, radius, shadow or blur in brackets.
const VALUE =
  /(?<![\w-])(?:accent|bg|border|caret|decoration|fill|from|outline|ring|stroke|text|to|via|font|leading|tracking|rounded|shadow|blur|backdrop-blur)(?:-[a-z]+)?-\[[^\]]*\]/g
const BREAKPOINT = /(?<![\w-])(?:min|max)-\[[^\]]*\]:/g
/** The same, of a property that has no utility: `[word-spacing:.08em]`. */
const PROPERTY = /(?<![\w-])\[[a-z-]+:[^\]\s]*\]/g

test.each([
  ['a colour, a size or a shadow', VALUE],
  ['a breakpoint', BREAKPOINT],
  ['a property', PROPERTY],
])('%s that globals.css does not name is not used', (_, pattern) => {
  const written = sources.flatMap((file) =>
    (readFileSync(file, 'utf8').match(pattern) ?? []).map((match) => `${file}: ${match}`),
  )
  expect(written).toEqual([])
})

test('the patterns match arbitrary values and no layout', () => {
  const refused =
    'text-[11px] hover:bg-[#fff] fill-[CanvasText] rail:text-[1rem] border-s-[3px] leading-[1.4] font-[700]'
  expect(refused.match(VALUE)).toHaveLength(7)
  expect('min-[26rem]:grid-cols-2 max-[22.5rem]:-mx-3.5'.match(BREAKPOINT)).toHaveLength(2)
  expect('[word-spacing:.08em] [--hue:red]'.match(PROPERTY)).toHaveLength(2)
  const layout = 'grid-cols-[11rem_minmax(0,1fr)] w-[36%] max-w-[24em] has-[.flow-footer]:pb-24 transition-[width]'
  for (const pattern of [VALUE, BREAKPOINT, PROPERTY]) expect(layout.match(pattern)).toBeNull()
})

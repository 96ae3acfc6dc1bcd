// What words that somebody stored must never do to a page, whatever they are.
import type { Page } from '@playwright/test'

/**
 * Finds the faults of the page as it is: markup became an element or ran; a text is outside of its box, or is cut without an ellipsis; a
 * word of our own goes backwards; an override or a letter from right to left is not kept apart from the words around it, also in a name
 * that is read aloud. `stored` has the texts that somebody stored.
 */
export const wordFaults = (page: Page, stored: readonly string[]): Promise<string[]> =>
  page.evaluate(findWordFaults, stored.map(bare))

/** A text without spaces and marks: how it is broken and shortened does not matter. */
const bare = (text: string): string => text.replaceAll(/[\s…·\p{M}\p{Cf}\p{Cc}]/gu, '').slice(0, 2000)

function findWordFaults(stored: readonly string[]): string[] {
  const faults: string[] = []
  const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
  const bare = (text: string) => text.replaceAll(/[\s…·\p{M}\p{Cf}\p{Cc}]/gu, '').slice(0, 2000)
  const isStored = (text: string) => stored.some((whole) => whole.includes(bare(text)))
  /** A sentence without what it isolates by characters. */
  const unisolated = (text: string) => text.replaceAll(/\u2068[^\u2066-\u2069]*\u2069/g, '')
  const inWords = (element: Element) =>
    `<${element.localName} class="${element.className}"> ${element.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}`

  const planted = document.querySelectorAll('[data-planted], img[src="x"]').length + Number('planted' in globalThis)
  if (planted > 0) faults.push(`markup became ${planted} elements or ran`)

  const names = [...document.querySelectorAll('body *')].flatMap((element) =>
    ['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  )
  for (const name of [document.title, ...names])
    if (TURNS.test(unisolated(name)) && !isStored(name)) faults.push(`turns what is read aloud: ${name.slice(0, 80)}`)

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let next = walker.nextNode(); next; next = walker.nextNode()) {
    const node = next
    const { parentElement: parent } = node
    const text = node.nodeValue ?? ''
    if (!parent || !text.trim() || parent.closest('script, style, svg, option, textarea')) continue
    if (TURNS.test(unisolated(text))) {
      let keeper: Element | null = parent
      // a block keeps its words to itself
      while (
        keeper &&
        getComputedStyle(keeper).unicodeBidi === 'normal' &&
        getComputedStyle(keeper).display === 'inline'
      )
        keeper = keeper.parentElement
      if (!keeper || !isStored(keeper.textContent))
        faults.push(`turns the words around it: ${inWords(keeper ?? parent)}`)
    }
    if (parent.closest('.sr-only, [inert]') || !parent.checkVisibility({ visibilityProperty: true })) continue

    // boxes: the block of the text, and whatever clips it
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
    const left = Math.min(...rects.map((rect) => rect.left))
    const right = Math.max(...rects.map((rect) => rect.right))
    let block: Element = parent
    while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement
    const box = block.getBoundingClientRect()
    if (rects.length === 0 || box.width <= 1) continue // it is read aloud alone
    // a space at the end of a line may hang
    if (left < box.left - 6 || right > box.right + 6)
      faults.push(
        `${Math.round(Math.max(box.left - left, right - box.right))} px outside of its box: ${inWords(block)}`,
      )
    for (let around: Element | null = parent; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around)
      if (style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis') break // it says that there is more
      if (style.overflowY !== 'hidden' && style.overflowY !== 'clip') continue
      const clip = around.getBoundingClientRect()
      if (rects.some(({ bottom, top }) => bottom > clip.bottom + 2 || top < clip.top - 2))
        faults.push(`cut: ${inWords(parent)}`)
    }

    // words of our own go from left to right
    if (TURNS.test(text)) continue
    for (const { 0: word, index } of [...text.matchAll(/[A-Za-z]{3,}/g)].slice(0, 50)) {
      const boxOf = (place: number) => {
        range.setStart(node, place)
        range.setEnd(node, place + 1)
        return range.getBoundingClientRect()
      }
      const [begin, end] = [boxOf(index), boxOf(index + word.length - 1)]
      if (begin.width > 0 && Math.abs(begin.top - end.top) < 2 && begin.left > end.left)
        faults.push(`goes backwards: "${word}" in ${inWords(parent)}`)
    }
  }
  return [...new Set(faults)]
}

// What the layout of a page must never do, however large the text and however long the names.
import type { Page } from '@playwright/test'
import { drawn } from './acts/settled'

/**
 * Finds the faults of the page as it is, once its size is drawn: it scrolls sideways; a control, the ring of its focus or a text
 * is cut or outside the window; two controls overlap; a bar takes more than half of the window, or covers what the page ends
 * with; a word is broken letter by letter; a text, in a picture too, or an icon stays small beside larger texts; a name is far
 * from its sign; a text has a narrow column though its page has room; a link or a button is smaller than 44 px.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  await drawn(page)
  return page.evaluate(findFaults)
}

/** The same at the end of a narrow page: a link there lies under a bar, or *Hide* is not in the window. */
export async function endFaults(page: Page): Promise<string[]> {
  await drawn(page)
  return page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight)
    const isHit = (control: Element) => {
      const { left, right, top, bottom } = control.getBoundingClientRect()
      return control.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
    }
    const links = [...document.querySelectorAll('footer a, .hide-link')].filter((link) => link.checkVisibility())
    const faults = links.filter((link) => !isHit(link)).map((link) => `covered at the page’s end: ${link.textContent}`)
    window.scrollTo(0, 0)
    return faults
  })
}

/** In the page: every fault of its layout, in words. */
function findFaults(): string[] {
  /** A text of a hundred thousand words is like its first ones. */
  const MOST_WORDS = 500
  const faults: string[] = []
  const { innerWidth: width, innerHeight: height } = window
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width}`)

  const inWords = (element: Element) =>
    `<${element.localName}> ${(element.textContent || element.getAttribute('aria-label') || element.id).trim().replaceAll(/\s+/g, ' ').slice(0, 60)}`
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: false, visibilityProperty: true }) &&
    !element.closest('.sr-only, [inert]') &&
    getComputedStyle(element).clipPath === 'none' &&
    element.getBoundingClientRect().width > 1
  const fixedRoot = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at
    return null
  }
  /** The part of an element that its clipping ancestors let through. */
  const seenBox = (element: Element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const box = { left, right, top, bottom }
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      const by = at.getBoundingClientRect()
      if (style.overflowX === 'hidden' || style.overflowX === 'clip')
        [box.left, box.right] = [Math.max(box.left, by.left), Math.min(box.right, by.right)]
      if (style.overflowY === 'hidden' || style.overflowY === 'clip')
        [box.top, box.bottom] = [Math.max(box.top, by.top), Math.min(box.bottom, by.bottom)]
    }
    return box
  }

  /** Whether a box that clips leaves no room for the ring of a control's focus, wherever it is scrolled to. */
  const cutsRing = (control: Element) => {
    const ring = 2 + (control.matches('input, textarea, select') ? 2 : 3) // app/globals.css
    if (parseFloat(getComputedStyle(control).outlineOffset) < 0) return false // it is drawn inside
    const { left, right, top, bottom } = control.getBoundingClientRect()
    for (let at = control.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      const by = at.getBoundingClientRect()
      const x = by.left + at.clientLeft - at.scrollLeft
      const y = by.top + at.clientTop - at.scrollTop
      const room = [left - x, top - y, x + at.scrollWidth - right, y + at.scrollHeight - bottom]
      if (room.some((px) => px < ring - 0.5)) return true
    }
    return false
  }

  /** The layers over or around a control that take its taps too. */
  const layersOf = (control: Element) =>
    ['::before', '::after']
      .map((layer) => getComputedStyle(control, layer))
      .filter(({ content, position }) => content !== 'none' && position === 'absolute')
  /** What takes the taps of a control: its box, or that of a layer over a larger one. */
  const targetOf = (control: Element) => {
    const { width, height } = control.getBoundingClientRect()
    const over = layersOf(control)
    return {
      width: Math.max(width, ...over.map((layer) => parseFloat(layer.width))),
      height: Math.max(height, ...over.map((layer) => parseFloat(layer.height))),
    }
  }
  /** Where a control takes taps: its boxes, and the layers that are placed by it. */
  const tappedBoxes = (control: Element): DOMRect[] => {
    const { left, top } = control.getBoundingClientRect()
    const own = getComputedStyle(control).position === 'static' ? [] : layersOf(control)
    const layers = own.map(
      (layer) =>
        new DOMRect(
          left + parseFloat(layer.left),
          top + parseFloat(layer.top),
          parseFloat(layer.width),
          parseFloat(layer.height),
        ),
    )
    return [...control.getClientRects(), ...layers].filter((rect) => rect.width > 1 && rect.height > 1)
  }

  // controls: a native input that fills its label is seen as that label
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, label')].filter(
    (element) =>
      isShown(element) &&
      !(element instanceof HTMLInputElement && element.classList.contains('over-input')) &&
      !(element instanceof HTMLLabelElement && !element.querySelector('input')),
  )
  for (const control of controls) {
    const { left, right, top, bottom } = control.getBoundingClientRect()
    if (left < -1 || right > width + 1) faults.push(`outside the window: ${inWords(control)}`)
    const seen = seenBox(control)
    if (seen.right - seen.left < right - left - 1 || seen.bottom - seen.top < bottom - top - 1)
      faults.push(`cut: ${inWords(control)}`)
    if (
      !(
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement
      ) &&
      getComputedStyle(control).display !== 'inline' &&
      control.scrollWidth > control.clientWidth + 4
    )
      faults.push(`wider than its box: ${inWords(control)}`)
    if (cutsRing(control)) faults.push(`the ring of focus is cut: ${inWords(control)}`)
  }

  // targets, in a sentence too
  for (const control of controls) {
    if (!control.matches('a[href], button, summary, label')) continue
    const { width: across, height: down } = targetOf(control)
    if (across < 43.5 || down < 43.5)
      faults.push(`a target of ${Math.round(across)} x ${Math.round(down)} px: ${inWords(control)}`)
  }

  // two controls in one layer
  const boxes = controls.map((control) => ({
    control,
    layer: fixedRoot(control),
    rects: tappedBoxes(control),
  }))
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (one.layer !== other.layer || one.control.contains(other.control) || other.control.contains(one.control))
        continue
      const trailing =
        one.control.localName === 'input' && other.control.closest('span')?.parentElement === one.control.parentElement
      if (trailing) continue
      const overlaps = one.rects.some((a) =>
        other.rects.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2,
        ),
      )
      if (overlaps) faults.push(`overlap: ${inWords(one.control)} and ${inWords(other.control)}`)
    }
  })

  // bars
  for (const bar of new Set(boxes.flatMap(({ layer }) => layer ?? []))) {
    const style = getComputedStyle(bar)
    const box = bar.getBoundingClientRect()
    if (style.bottom === '0px' && box.width >= width - 1 && box.height > height / 2)
      faults.push(`a bar of ${Math.round(box.height)} px in ${height}: ${inWords(bar)}`)
    if (style.position === 'fixed' && box.bottom > height + 1) faults.push(`a bar outside the window: ${inWords(bar)}`)
  }

  // what the page ends with is above the bars
  const { scrollX, scrollY } = window
  window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
  for (const bar of document.querySelectorAll('body *')) {
    const style = getComputedStyle(bar)
    if (style.position !== 'fixed' || style.bottom !== '0px' || style.top === '0px' || !isShown(bar)) continue
    const { top, width: barWidth } = bar.getBoundingClientRect()
    if (barWidth < width - 1) continue
    for (const element of document.querySelectorAll('main *, footer *'))
      if (!bar.contains(element) && element.childElementCount === 0 && isShown(element)) {
        const hidden = element.getBoundingClientRect().bottom - top
        if (hidden > 1) faults.push(`${Math.round(hidden)} px under a bar at the page's end: ${inWords(element)}`)
      }
  }
  window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })

  // words; a box that scrolls by itself may be wider than the window
  const scrollBoxes = [...document.querySelectorAll('*')].filter(
    (element) => getComputedStyle(element).overflowX === 'auto',
  )
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  /** Whether a text has so little width that each line holds a word or less, though the page has twice as much. */
  const isSqueezed = (node: Node, parent: Element) => {
    // the columns of a flow ask the window in the browser's own text size, which only a person can change
    if (parent.closest('.flow-page') && getComputedStyle(document.documentElement).fontSize !== '16px') return false
    const text = (node.nodeValue ?? '').trim()
    let block = parent
    while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement
    const { clientWidth } = block.closest('main, header, footer, dialog, [popover]') ?? document.documentElement
    const em = parseFloat(getComputedStyle(parent).fontSize)
    if (block.clientWidth > clientWidth / 2) return false
    range.selectNodeContents(node)
    const lines = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top / 4))).size
    // a table has a column for each person, however long the one word of a name is
    const isTable = block.closest('table') !== null
    if (isTable && !/\s/.test(text)) return false
    return (text.length > 40 && block.clientWidth < 6 * em && !isTable) || (lines > 3 && text.length / lines < 8)
  }
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.nodeValue?.trim() || parent.closest('script, style, option, textarea') || !isShown(parent))
      continue
    const size = parseFloat(getComputedStyle(parent).fontSize)
    if (size < 0.6 * root) faults.push(`text of ${size} px beside ${root}: ${inWords(parent)}`)
    if (!parent.closest('svg') && isSqueezed(node, parent)) faults.push(`a narrow column: ${inWords(parent)}`)
    const inBox = [...scrollBoxes].some((box) => box.contains(parent))
    for (const { 0: word, index } of [...node.nodeValue.matchAll(/[^\s\-–—/]+/gu)].slice(0, MOST_WORDS)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0)
      if (rects.some((rect) => rect.left < -1 || rect.right > width + 1) && !inBox && !parent.closest('.truncate'))
        faults.push(`text outside the window: "${word}" in ${inWords(parent)}`)
      const lines = new Set(rects.map((rect) => Math.round(rect.top / 4)))
      if (lines.size < 2) continue
      if (word.length <= 14) faults.push(`broken word: "${word}" in ${inWords(parent)}`)
      else if (word.length / lines.size < 5) faults.push(`letter by letter: "${word}" in ${inWords(parent)}`)
    }
  }

  // icons, and the signs of people at their names
  for (const icon of document.querySelectorAll('.icon, .type-mark')) {
    const size = parseFloat(getComputedStyle(icon, icon.matches('.icon') ? null : '::before').fontSize)
    if (isShown(icon) && size < 0.56 * root)
      faults.push(`an icon of ${size} px beside text of ${root}: ${inWords(icon.parentElement ?? icon)}`)
  }
  for (const sign of document.querySelectorAll('.marked-name > .icon')) {
    const name = sign.nextElementSibling
    if (!name || !isShown(name)) continue
    range.selectNodeContents(name)
    const { right } = sign.getBoundingClientRect()
    // a line can have parts of both directions
    const starts = new Map<number, number>()
    for (const { top, left } of range.getClientRects()) {
      const line = Math.round(top / 4)
      starts.set(line, Math.min(left, starts.get(line) ?? left))
    }
    const apart = Math.max(...starts.values()) - right
    if (apart > root) faults.push(`a name ${Math.round(apart)} px from its sign: ${inWords(name)}`)
  }
  return [...new Set(faults)]
}

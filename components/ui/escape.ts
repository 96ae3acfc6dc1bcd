import type { KeyboardEvent } from 'react'

/**
 * Makes a handler of keys that closes a form on Escape. Not while letters are being composed, as in Japanese: there
 * Escape ends the composition. Not after something was typed (`isUntouched`): Escape never discards it. The form's
 * Cancel does.
 */
export const onEscape = (close: () => void, isUntouched: boolean) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.stopPropagation() // a form inside another one closes alone
  if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return // Safari has the number alone
  if (isUntouched) close()
}

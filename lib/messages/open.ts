import { createTranslator } from 'use-intl/core'
import about from './en/about'
import privacy from './en/privacy'
import support from './en/support'
import welcome from './en/welcome'

// The open pages are all text and are drawn on the server alone, so their catalogue stays out of what browsers load.
const open = { about, privacy, support, welcome }

/** The texts of one open page, for its server components. */
export const translateOpen = <P extends keyof typeof open>(page: P) =>
  createTranslator({ locale: 'en', timeZone: 'UTC', messages: open, namespace: page })

export default open

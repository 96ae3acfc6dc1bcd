'use client'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl/react'
import en from '@/lib/messages/en'

/**
 * Gives client components their texts. It imports the catalogue itself: handed down as a prop it would travel inside every
 * page, so it comes once, as a file that the browser keeps.
 */
export const Messages = ({ children }: { children: ReactNode }) => (
  <IntlProvider locale="en" messages={en} timeZone="UTC">
    {children}
  </IntlProvider>
)

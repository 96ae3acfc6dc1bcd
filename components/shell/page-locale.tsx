'use client'
import type { ReactNode } from 'react'
import { LocaleContext } from '@/lib/messages/use-translations'

type PageLocaleProps = Readonly<{ locale: string; children: ReactNode }>

/** The locale that the client components inside are written in. */
export const PageLocale = ({ locale, children }: PageLocaleProps) => (
  <LocaleContext value={locale}>{children}</LocaleContext>
)

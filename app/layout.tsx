import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { themeOf } from '@/components/shell/theme'
import { WrongAddress } from '@/components/shell/wrong-address'
import { originAt } from '@/lib/running'
import { BesidePages } from './beside-pages'
import { fontVariables } from './fonts'
import './globals.css'

// A page made ahead of the request carries no nonce, and its scripts would not run: every page is made when it is asked for.
export const dynamic = 'force-dynamic'

// The tab, the history and a bookmark say the product's name on every page and nothing about the page.
export const metadata: Metadata = {
  title: 'Fivefold',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false, date: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get('theme')?.value)
  const address = originAt((await headers()).get('host'))
  return (
    <html lang="en" data-theme={theme} className={fontVariables}>
      <body>
        {children}
        <WrongAddress address={address} />
        <BesidePages />
      </body>
    </html>
  )
}

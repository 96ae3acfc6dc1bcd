import type { ReactNode } from 'react'

export const metadata = { title: 'Fivefold' }
export const dynamic = 'force-dynamic' // a page made ahead has no nonce

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}

'use client'
import Failed from './error'
import { fontVariables } from './fonts'
import './globals.css'

/** Where not even the layout could be made. */
export default function LayoutFailed({ reset }: { reset: () => void }) {
  return (
    <html lang="en" data-theme="auto" className={fontVariables}>
      <head>
        <title>Fivefold</title>
      </head>
      <body>
        <Failed reset={reset} />
      </body>
    </html>
  )
}

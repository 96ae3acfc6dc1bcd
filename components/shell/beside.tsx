import type { ReactNode } from 'react'

type BesideProps = Readonly<{
  /** A picture or an example. Screen readers skip it: what it shows is written in the form. */
  picture: ReactNode
  children: ReactNode
}>

/** A form, with a picture beside it on a wide window. In a `FlowFrame` of width `sides`. */
export const Beside = ({ picture, children }: BesideProps) => (
  <div className="rail:grid rail:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] rail:items-start rail:gap-x-16">
    <div className="min-w-0">{children}</div>
    <div aria-hidden="true" className="no-print hidden min-w-0 rail:sticky rail:top-20 rail:mt-3 rail:block">
      {picture}
    </div>
  </div>
)

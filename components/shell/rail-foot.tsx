'use client'
import { createContext, useContext, type ReactNode } from 'react'

const Foot = createContext<ReactNode>(null)

/** Says once, around a page, what stands at the rail's foot; the page's own frame finds it there. */
export const RailFoot = ({ holds, children }: Readonly<{ holds: ReactNode; children: ReactNode }>) => (
  <Foot.Provider value={holds}>{children}</Foot.Provider>
)

/** The place at the rail's foot; not there while nothing stands in it. */
export const RailFootPlace = () => (
  <div className="mx-3 mt-4 border-t border-line pt-3.5 text-smallest text-ink-2 empty:hidden max-rail:hidden">
    {useContext(Foot)}
  </div>
)

'use client'
import { createContext, useContext, type ReactNode } from 'react'

const Foot = createContext<ReactNode>(null)

/** Sets, around a page, what the page's frame shows at the rail's foot. */
export const RailFoot = ({ holds, children }: Readonly<{ holds: ReactNode; children: ReactNode }>) => (
  <Foot.Provider value={holds}>{children}</Foot.Provider>
)

/** The foot of the rail; hidden while it is empty. */
export const RailFootPlace = () => <div className="rail-foot">{useContext(Foot)}</div>

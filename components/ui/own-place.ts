'use client'
import { createContext } from 'react'
import type { TypedForm } from './form-places'

/** What a form in a `FormInPlace` can do there: leave without saving, and say what it holds. */
export type OwnPlace = Readonly<{ leave: () => void; report: (typed: TypedForm) => void }>

/** The place of the form that is being rendered; null for a form that is not in a `FormInPlace`. */
export const OwnPlaceContext = createContext<OwnPlace | null>(null)

'use client'
import { createContext } from 'react'

/** The id of the person whose pages these are. What they type is never shown to another person who signs in in this tab. */
export const FormOwner = createContext('')

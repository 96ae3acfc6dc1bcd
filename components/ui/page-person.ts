'use client'
import { createContext } from 'react'

/**
 * The id of the person whom the server drew a page for; empty on pages for everybody. What they type is never shown to
 * another person who signs in in this tab, and the page shows nobody else's journal.
 */
export const PagePerson = createContext('')

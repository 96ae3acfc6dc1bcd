import { createTranslator } from 'use-intl/core'
import en from './en'

type Room = keyof typeof en

/** The texts of one room, for server components. In client components use `useTranslations(room)` from `use-intl/react`. */
export const translate = <R extends Room>(room: R) =>
  createTranslator({ locale: 'en', timeZone: 'UTC', messages: en, namespace: room })

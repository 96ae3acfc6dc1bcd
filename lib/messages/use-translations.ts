import { createContext, useContext } from 'react'
import type { InEveryLanguage } from './locale'
import { DEFAULT_LOCALE } from './locale'
import { translate, type PartOf, type Translate } from './translate'

/** The locale that a page's client components are written in. `homePage` provides the viewer's; open pages have the default. */
export const LocaleContext = createContext(DEFAULT_LOCALE)

export const useLocale = (): string => useContext(LocaleContext)

/** The messages of one room, or of one part of it, for client components. Server components use `translate`. */
export const useTranslations = <Messages extends object, Part extends PartOf<Messages> = never>(
  room: InEveryLanguage<Messages>,
  part?: Part,
): Translate<Messages, Part> => translate(useLocale(), room, part)

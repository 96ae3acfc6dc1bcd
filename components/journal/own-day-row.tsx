'use client'
import { TypeList } from '@/components/intimacy/type-mark'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { DayPage } from '@/lib/journal/pages-by-day'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { ShownWords } from './shown-words'

type OwnDayRowProps = Readonly<{
  page: DayPage
  locale: string
  /** Without the types, so that every row has a greatest height. */
  isShort?: boolean
}>

/** The first words of one's own page, the whole row a link, with its types. Its day is shown beside it. */
export function OwnDayRow({ page: { id, words, types }, locale, isShort = false }: OwnDayRowProps) {
  const t = useTranslations(journalMessages)
  return (
    <Link
      href={`/journal/${id}`}
      className="flex min-h-11 min-w-0 items-center gap-3 rounded-control py-2 transition-colors duration-160 hover:bg-wash"
    >
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block font-serif text-words wrap-anywhere">
          <ShownWords words={words} />
        </span>
        {!isShort && (types.length > 0 || words.isVoice) ? (
          <span className="mt-1 flex flex-wrap items-center gap-x-4.5 gap-y-1 text-small text-ink-3">
            {words.isVoice ? (
              <span className="inline-flex items-center gap-1.5">
                <Icon icon="quote" size={15} />
                {t('voice')}
              </span>
            ) : null}
            <TypeList locale={locale} types={types} />
          </span>
        ) : null}
      </span>
      <Icon icon="chevron-right" className="flex-none text-ink-3" />
    </Link>
  )
}

'use client'
import type { FirstWords } from '@/lib/journal/first-words'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'

/** The first words of a page, or that it is about the inner voice, where nothing else of it is shown in lists. */
export function ShownWords({ words: { text, isVoice } }: { words: FirstWords }) {
  const t = useTranslations(journalMessages)
  if (text !== '' || !isVoice) return text
  return <span className="text-ink-3">{t('aboutVoice')}</span>
}

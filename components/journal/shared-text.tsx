'use client'
import { PARTS, type SharedPage } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { Written } from './written'

type SharedTextProps = Readonly<{ page: SharedPage; small?: boolean }>

/** The text of a shared page, its parts under their names. The preview and the reader show the same. */
export function SharedText({ page: { kind, words }, small = false }: SharedTextProps) {
  const t = useTranslations(journalMessages, 'part')
  const parts = PARTS.flatMap((name) => {
    const text = words[name]
    return text === undefined ? [] : [{ name, text }]
  })
  if (kind === 'reflection') return <Written small={small}>{words.text ?? ''}</Written>
  return (
    <div className="space-y-4">
      {parts.map(({ name, text }) => (
        <div key={name} className={name === 'voice' ? 'voice-edge' : ''}>
          {name === 'answer' ? null : <p className="mb-0.5 text-small text-ink-3">{t(name)}</p>}
          <Written small={small} voice={name === 'voice'}>
            {text}
          </Written>
        </div>
      ))}
    </div>
  )
}

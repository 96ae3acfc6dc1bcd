'use client'
import { Disclosure } from '@/components/ui/disclosure'
import { PARTS, type Part, type SharedPage } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { Written } from './written'

type SharedTextProps = Readonly<{ page: SharedPage; small?: boolean }>

/** What belongs to the voice itself. */
const OF_VOICE: readonly Part[] = ['voice', 'origin', 'effect']

/**
 * The text of a shared page, its parts under their names. The preview and the reader show the same. Where the writer shares
 * what the voice says beside an answer, the answer comes first, and the voice is one tap away.
 */
export function SharedText({ page: { kind, words }, small = false }: SharedTextProps) {
  const t = useTranslations(journalMessages, 'part')
  const parts = PARTS.flatMap((name) => {
    const text = words[name]
    return text === undefined ? [] : [{ name, text }]
  })
  if (kind === 'reflection') return <Written small={small}>{words.text ?? ''}</Written>
  const isFolded = words.voice !== undefined && parts.some(({ name }) => !OF_VOICE.includes(name))
  const draw = (shown: typeof parts) =>
    shown.map(({ name, text }) => (
      <div key={name} className={name === 'voice' ? 'voice-edge' : ''}>
        {name === 'answer' || (name === 'voice' && isFolded) ? null : (
          <p className="mb-0.5 text-small text-ink-3">{t(name)}</p>
        )}
        <Written small={small} voice={name === 'voice'}>
          {text}
        </Written>
      </div>
    ))
  if (!isFolded) return <div className="space-y-4">{draw(parts)}</div>
  return (
    <div className="space-y-4">
      {draw(parts.filter(({ name }) => !OF_VOICE.includes(name)))}
      <Disclosure summary={t('voice')}>
        <div className="space-y-4 pt-2">{draw(parts.filter(({ name }) => OF_VOICE.includes(name)))}</div>
      </Disclosure>
    </div>
  )
}

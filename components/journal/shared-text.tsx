'use client'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'
import { PARTS, type SharedPage, type Wants } from '@/lib/journal/share'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { Written } from './written'

const icons: Readonly<Record<Wants, IconName>> = {
  listen: 'ear',
  comfort: 'umbrella',
  ideas: 'messages-square',
  nothing: 'feather',
}

export const WantsIcon = ({ wants, size }: { wants: Wants; size: number }) => <Icon icon={icons[wants]} size={size} />

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

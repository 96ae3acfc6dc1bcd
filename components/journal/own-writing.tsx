'use client'
import { useToday } from '@/components/people/use-today'
import type { Page } from '@/lib/journal/page'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatDay } from '@/lib/time/format'
import type { TwoPeople } from '@/components/people/two-people'
import { Written } from './written'

/** The whole text of a private page. */
export function OwnWriting({ page: { writing }, people }: { page: Page; people: TwoPeople }) {
  const t = useTranslations(journalMessages, 'part')
  const today = useToday()
  if (writing.kind === 'reflection') return <Written>{writing.text}</Written>
  const { about, voice, origin, answer, effect, step, stepDay, before, after } = writing
  const parts = [
    [
      'voice',
      about === 'partner' && people.partner ? t('voiceAbout', { name: people.partner.name }) : t('voice'),
      voice,
    ],
    ['origin', t('origin'), origin],
    ['answer', t('answer'), answer],
    ['effect', t('effect'), effect],
    ['step', t('step'), step],
  ] as const
  const belief =
    before !== null && after !== null
      ? t('beliefBoth', { before, after })
      : before !== null
        ? t('belief', { before })
        : null
  return (
    <div className="space-y-6">
      {parts
        .filter(([, , text]) => text.trim() !== '')
        .map(([name, label, text]) => (
          <section key={name} className={name === 'voice' ? 'voice-edge' : ''}>
            <h2 className="mb-1 text-small font-normal text-ink-3">{label}</h2>
            <Written voice={name === 'voice'}>{text}</Written>
            {name === 'step' && stepDay ? (
              <p className="mt-1.5 text-small text-ink-3">
                {t('stepDay', { day: formatDay(stepDay, people.locale, today) })}
              </p>
            ) : null}
          </section>
        ))}
      {belief ? <p className="text-small text-ink-3">{belief}</p> : null}
    </div>
  )
}

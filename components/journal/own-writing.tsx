'use client'
import type { ReactNode } from 'react'
import { useToday } from '@/components/people/use-today'
import { Disclosure } from '@/components/ui/disclosure'
import type { Page, Voice } from '@/lib/journal/page'
import { journalMessages } from '@/lib/messages/rooms/journal'
import { useTranslations } from '@/lib/messages/use-translations'
import { formatDay } from '@/lib/time/format'
import type { TwoPeople } from '@/components/people/two-people'
import { Written } from './written'

type OwnWritingProps = Readonly<{
  page: Page
  people: TwoPeople
  /** A page about the inner voice ends on the answer, when it was just finished: what the voice says is left out. */
  justFinished?: boolean
}>

/** The text of a private page. */
export const OwnWriting = ({ page: { writing }, people, justFinished = false }: OwnWritingProps) =>
  writing.kind === 'reflection' ? (
    <Written roomy>{writing.text}</Written>
  ) : (
    <div className="space-y-6">
      <VoiceAnswer voice={writing} people={people} />
      {justFinished ? null : <VoiceItself voice={writing} people={people} />}
    </div>
  )

type VoicePartProps = Readonly<{ voice: Voice; people: TwoPeople }>

/** The answer, what to do differently, and how much the voice was believed before and after: as numbers, not judged. */
function VoiceAnswer({ voice: { answer, step, stepDay, before, after }, people }: VoicePartProps) {
  const t = useTranslations(journalMessages, 'part')
  const today = useToday()
  const belief =
    before !== null && after !== null
      ? t('beliefBoth', { before, after })
      : before !== null
        ? t('beliefBefore', { before })
        : after !== null
          ? t('beliefAfter', { after })
          : null
  return (
    <>
      {answer.trim() ? (
        <Part label={t('answer')}>
          <Written>{answer}</Written>
        </Part>
      ) : null}
      {step.trim() || stepDay ? (
        <Part label={t('step')}>
          {step.trim() ? <Written>{step}</Written> : null}
          {stepDay ? (
            <p className="mt-1.5 text-small text-ink-3">
              {t('stepDay', { day: formatDay(stepDay, people.locale, today) })}
            </p>
          ) : null}
        </Part>
      ) : null}
      {belief ? <p className="text-small text-ink-2">{belief}</p> : null}
    </>
  )
}

/** What the voice says, where it may come from and what it does: folded, because beside a list a page opens by itself. */
function VoiceItself({ voice: { about, voice, origin, effect }, people }: VoicePartProps) {
  const t = useTranslations(journalMessages, 'part')
  const heading = about === 'partner' && people.partner ? t('voiceAbout', { name: people.partner.name }) : t('voice')
  if ([voice, origin, effect].every((text) => text.trim() === '')) return null
  return (
    <Disclosure summary={<span className="wrap-anywhere">{heading}</span>}>
      <div className="space-y-5 pt-2">
        {voice.trim() ? (
          <div className="voice-edge">
            <Written small voice>
              {voice}
            </Written>
          </div>
        ) : null}
        {origin.trim() ? (
          <Part label={t('origin')}>
            <Written small>{origin}</Written>
          </Part>
        ) : null}
        {effect.trim() ? (
          <Part label={t('effect')}>
            <Written small>{effect}</Written>
          </Part>
        ) : null}
      </div>
    </Disclosure>
  )
}

type PartProps = Readonly<{ label: string; children: ReactNode }>

const Part = ({ label, children }: PartProps) => (
  <section>
    <h2 className="mb-1 text-small font-normal text-ink-3">{label}</h2>
    {children}
  </section>
)

'use client'
import { useState } from 'react'
import type { ZonedPeople } from '@/components/people/two-times'
import { Disclosure } from '@/components/ui/disclosure'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import type { ProposalDraft, ProposalWriter } from '@/lib/rituals/proposal'
import { EVERY_WEEKS } from '@/lib/rituals/recurrence'
import { moreInWords } from '@/lib/rituals/sentence'
import { LengthField } from './length-field'
import { ZoneField } from './zone-field'

type MoreTermsProps = ZonedPeople &
  Readonly<{
    draft: ProposalDraft
    change: (part: Partial<ProposalDraft>) => void
    writer: ProposalWriter
    /** What is wrong with the first day. */
    startsError: string | undefined
    hasChanges: boolean
  }>

/** What most people leave as it is, folded under a line that says what is set: length, how often, from when, whose clock. */
export function MoreTerms({ draft, change, writer, startsError, hasChanges, ...people }: MoreTermsProps) {
  const t = useTranslations(ritualsMessages, 'propose')
  // Opened by an error, it stays open while that is corrected.
  const [wasWrong, setWasWrong] = useState(false)
  if (startsError && !wasWrong) setWasWrong(true)
  return (
    <Disclosure
      open={wasWrong}
      summary={
        <span className={hasChanges ? 'font-bold text-ink' : undefined}>
          {hasChanges ? <VisuallyHidden>{t('changed')} </VisuallyHidden> : null}
          {moreInWords(draft, writer, people.locale)}
        </span>
      }
    >
      <div className="mt-3 grid grid-cols-1 gap-6 pb-3">
        <div className="two-fields">
          <LengthField
            id="length"
            label={t('length')}
            minutes={draft.minutes}
            locale={people.locale}
            onChange={(minutes) => change({ minutes })}
          />
          <TextField
            id="starts"
            type="date"
            label={t('starts')}
            error={startsError}
            min={writer.today}
            max="2199-12-31"
            value={draft.startsOn}
            onChange={(event) => change({ startsOn: event.target.value })}
          />
        </div>
        <div>
          <p aria-hidden="true" className="mb-2.5 font-bold">
            {t('often')}
          </p>
          <Segmented
            label={t('often')}
            name="every"
            value={String(draft.everyWeeks)}
            options={EVERY_WEEKS.map((weeks) => ({ value: String(weeks), label: t(`weeks${weeks}`) }))}
            onChange={(value) =>
              change({ everyWeeks: EVERY_WEEKS.find((weeks) => String(weeks) === value) ?? draft.everyWeeks })
            }
          />
        </div>
        <ZoneField zone={draft.zone} onChange={(zone) => change({ zone })} {...people} />
      </div>
    </Disclosure>
  )
}

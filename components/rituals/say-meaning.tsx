'use client'
import { useState } from 'react'
import { useFailure } from '@/components/device/use-failure'
import { useFormDraft } from '@/components/device/use-form-draft'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { useAction } from '@/components/ui/use-action'
import { browserDevice } from '@/lib/device/browser-device'
import type { PersonalText } from '@/lib/device/personal-text'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { useTranslations } from '@/lib/messages/use-translations'
import { sendMeaning } from '@/lib/rituals/device'
import type { Vault } from '@/lib/vault/vault'
import { MeaningField } from './meaning-field'

type SayMeaningProps = Readonly<{
  vault: Vault
  ritual: Readonly<{ id: string; coupleId: string }>
  /** One's own words as they stand; null where there are none yet. */
  standing: PersonalText | null
  partnerName: string
  onKept: () => void
}>

/** Adds or changes one's own words about a ritual. */
export function SayMeaning(props: SayMeaningProps) {
  const t = useTranslations(ritualsMessages)
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button variant="link" className="mt-3" onClick={() => setOpen(true)}>
        {t(props.standing ? 'one.change' : 'one.say')}
      </Button>
    )
  return <MeaningForm {...props} onLeave={() => setOpen(false)} />
}

function MeaningForm({
  vault,
  ritual,
  standing,
  partnerName,
  onKept,
  onLeave,
}: SayMeaningProps & Readonly<{ onLeave: () => void }>) {
  const t = useTranslations(ritualsMessages)
  const stands = standing?.opened.is === 'text' ? standing.opened.text : ''
  const draft = useFormDraft(
    vault,
    { key: `${ritual.coupleId}/${ritual.id}/meaning`, page: `/rituals/${ritual.id}` },
    { meaning: stands },
  )
  const text = draft.fields.meaning
  const leave = async () => {
    await draft.done()
    onLeave()
  }
  const inWords = useFailure()
  const { run, busy, failure } = useAction(
    async () => {
      try {
        await sendMeaning(browserDevice(), vault, ritual, text, standing)
      } catch (error) {
        await draft.keep()
        throw error
      }
      await leave()
      onKept()
    },
    (error) => inWords(error, partnerName),
    { leaves: true },
  )
  return (
    <div className="mt-4">
      <ErrorSummary title={failure} className="mb-4" />
      <MeaningField
        id="meaning"
        hint={t('one.meansHint', { name: partnerName })}
        value={text}
        onChange={(next) => draft.change('meaning', next)}
        autoFocus
      />
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button
          size="small"
          busy={busy}
          busyLabel={t('one.saving')}
          disabled={text.trim() === '' || text === stands}
          onClick={run}
        >
          {t('one.save')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => void leave()}>
          {t('one.cancel')}
        </Button>
      </div>
    </div>
  )
}

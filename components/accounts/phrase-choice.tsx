'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/native'
import { Skeleton } from '@/components/ui/waiting'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'
import { SHORTEST_PHRASE, phraseLength } from '@/lib/vault/phrase'
import type { Strength } from '@/lib/vault/strength'
import { PhraseField } from '@/components/device/phrase-field'
import type { PhraseChoice } from './use-phrase-choice'

type PhraseChooserProps = Readonly<{
  choice: PhraseChoice
  /** The email that a password manager saves the phrase with. */
  email: string
  error?: string | null
}>

/**
 * Shows a made phrase, large enough to copy by hand, or a field for the person's own. The browser offers to save
 * either.
 */
export function PhraseChooser({ choice, email, error }: PhraseChooserProps) {
  const t = useTranslations(accountsMessages, 'start')
  return (
    <>
      <Input
        className="sr-only"
        type="email"
        name="email"
        id="username"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      {choice.kind === 'made' ? <MadePhrase choice={choice} /> : <OwnPhrase choice={choice} error={error ?? null} />}
      <p className="mt-3.5 text-small text-ink-3">{t('remember')}</p>
    </>
  )
}

function MadePhrase({ choice }: { choice: PhraseChoice }) {
  const t = useTranslations(accountsMessages, 'start')
  const [copied, setCopied] = useState<string | null>(null)
  const { phrase } = choice
  const copy = () => {
    if (phrase !== null)
      void navigator.clipboard.writeText(phrase).then(
        () => setCopied(phrase),
        () => {},
      )
  }
  return (
    <div className="rounded-panel border border-line bg-surface px-5 pt-5 pb-3">
      <p className="text-small text-ink-3">{t('made')}</p>
      <div className="mt-1 min-h-19.25 wide:min-h-9.75">
        {phrase === null ? (
          <Skeleton lines={2} className="pt-3" />
        ) : (
          <p translate="no" className="type-phrase">
            {phrase}
          </p>
        )}
      </div>
      <Input
        className="sr-only"
        type="password"
        name="phrase"
        id="new-password"
        autoComplete="new-password"
        value={phrase ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <div className="mt-2 flex flex-wrap gap-x-3 wide:gap-x-6">
        <Button variant="link" icon={<Icon icon="refresh-cw" />} onClick={choice.another}>
          {t('another')}
        </Button>
        <Button variant="link" icon={<Icon icon="pencil-line" />} onClick={choice.chooseOwn}>
          {t('own')}
        </Button>
        <Button variant="link" icon={<Icon icon="clipboard-copy" />} onClick={copy}>
          {t(copied !== null && copied === phrase ? 'copied' : 'copy')}
        </Button>
      </div>
      <span role="status" className="sr-only">
        {copied !== null && copied === phrase ? t('copied') : ''}
      </span>
    </div>
  )
}

function OwnPhrase({ choice, error }: { choice: PhraseChoice; error: string | null }) {
  const t = useTranslations(accountsMessages, 'start')
  const typed = choice.phrase ?? ''
  return (
    <div className="rounded-panel border border-line bg-surface px-5 pt-5 pb-3">
      <PhraseField
        kind="new-password"
        name="phrase"
        label={t('ownPhrase')}
        hint={t('ownHint')}
        value={typed}
        error={error}
        onChange={(event) => choice.type(event.target.value)}
      />
      <StrengthMeter typed={typed} strength={choice.strength} />
      <Button variant="link" className="mt-1" icon={<Icon icon="refresh-cw" />} onClick={choice.chooseMade}>
        {t('useMade')}
      </Button>
    </div>
  )
}

function StrengthMeter({ typed, strength }: { typed: string; strength: Strength | null }) {
  const t = useTranslations(accountsMessages, 'strength')
  const length = phraseLength(typed)
  const rating = () => {
    if (length === 0) return ''
    if (length < SHORTEST_PHRASE) return t('tooShort', { left: SHORTEST_PHRASE - length })
    if (strength?.is === 'too-long') return t('tooLong')
    if (strength?.is === 'easy-to-guess') return t('easy')
    return strength?.is === 'strong' ? t('strong') : ''
  }
  // fills with the length up to the minimum, then with the strength
  const filled =
    strength?.is === 'strong'
      ? 1
      : strength?.is === 'easy-to-guess'
        ? 0.5
        : Math.min(0.4, (length / SHORTEST_PHRASE) * 0.4)
  return (
    <div className="mt-3">
      <div
        role="meter"
        aria-label={t('label')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(filled * 100)}
        className="h-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-ink transition-[width] duration-160"
          style={{ width: `${filled * 100}%` }}
        />
      </div>
      <p role="status" className="mt-1.5 min-h-5 text-small text-ink-2">
        {rating()}
      </p>
    </div>
  )
}

'use client'
import { useState, type SubmitEvent } from 'react'
import { LinkButton } from '@/components/ui/links'
import { PageHeading } from '@/components/ui/page-heading'
import { FlowFooter } from '@/components/ui/steps'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { useFailure } from '@/components/device/use-failure'
import { couplesMessages } from '@/lib/messages/rooms/couples'
import { useTranslations } from '@/lib/messages/use-translations'
import { failureOf, type JoinProblem } from './join-problem'

type JoinByWordsProps = Readonly<{ busy: boolean; problem: JoinProblem | null; onTyped: (text: string) => void }>

const WORDS = 'words'

/** A field for twelve words that were read aloud, or a pasted link. */
export function JoinByWords({ busy, problem, onTyped }: JoinByWordsProps) {
  const t = useTranslations(couplesMessages, 'join')
  const inWords = useFailure(failureOf)
  const [text, setText] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const isEmpty = text.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    setHasTried(true)
    if (isEmpty) document.getElementById(WORDS)?.focus()
    else onTyped(text)
  }
  const error = hasTried && isEmpty ? t('wordsMissing') : problem?.is === 'failed' ? inWords(problem.error) : null
  return (
    <form method="post" noValidate onSubmit={submit}>
      <PageHeading lead={t('wordsLead')}>{t('wordsTitle')}</PageHeading>
      <TextArea
        className="mt-7"
        id={WORDS}
        rows={3}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={400}
        label={t('wordsLabel')}
        hint={t('wordsHint')}
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      <FlowFooter
        back={
          <LinkButton variant="quiet" href="/">
            {t('alone')}
          </LinkButton>
        }
      >
        <SubmitButton busy={busy} busyLabel={t('reading')}>
          {t('wordsGo')}
        </SubmitButton>
      </FlowFooter>
    </form>
  )
}

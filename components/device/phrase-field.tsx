'use client'
import { useState, type ComponentProps } from 'react'
import { TextField } from '@/components/ui/text-field'
import { deviceMessages } from '@/lib/messages/rooms/device'
import { useTranslations } from '@/lib/messages/use-translations'
import { NativeButton } from '@/components/ui/native-button'

type PhraseFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'trailing' | 'autoComplete' | 'id'> &
  Readonly<{
    /** What a password manager should do: fill in, or offer to save. */
    kind: 'current-password' | 'new-password'
  }>

/** A field for a phrase, hidden until the person shows it. Allows pasting and password managers. */
export function PhraseField({ kind, ...field }: PhraseFieldProps) {
  const t = useTranslations(deviceMessages)
  const [shown, show] = useState(false)
  return (
    <TextField
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      {...field}
      id={kind}
      type={shown ? 'text' : 'password'}
      autoComplete={kind}
      trailing={
        <NativeButton
          aria-pressed={shown}
          aria-label={t('showPhrase')}
          className="reach -me-2 px-2 text-small font-strong text-ink-2 hover:text-ink"
          onClick={() => show(!shown)}
        >
          {t(shown ? 'hide' : 'show')}
        </NativeButton>
      }
    />
  )
}

'use client'
import { TextField } from '@/components/ui/text-field'
import { accountsMessages } from '@/lib/messages/rooms/accounts'
import { useTranslations } from '@/lib/messages/use-translations'

type EmailFieldProps = Readonly<{
  value: string
  onChange: (email: string) => void
  error?: string | null | undefined
  hint?: string | undefined
  className?: string | undefined
}>

/** The email that a person signs in with, marked up for password managers. */
export function EmailField({ onChange, ...field }: EmailFieldProps) {
  const t = useTranslations(accountsMessages)
  return (
    <TextField
      {...field}
      id="email"
      name="email"
      type="email"
      inputMode="email"
      label={t('email')}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

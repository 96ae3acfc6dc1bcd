'use client'
import { TextLink } from '@/components/ui/links'
import { shellMessages } from '@/lib/messages/rooms/shell'
import { useTranslations } from '@/lib/messages/use-translations'

/**
 * Says what whoever runs this server can read, with a link to the table of /privacy: one sentence, the same everywhere,
 * from that table (lib/privacy/host-sentence.test.ts). `numbers`: of numbers that are about to be saved, that they can.
 */
export function WhatHostReads({ of: what = 'all' }: { of?: 'all' | 'numbers' }) {
  const t = useTranslations(shellMessages)
  return t.rich(what === 'all' ? 'host' : 'hostNumbers', {
    link: (words) => (
      <TextLink href="/privacy" referrerPolicy="no-referrer">
        {words}
      </TextLink>
    ),
  })
}

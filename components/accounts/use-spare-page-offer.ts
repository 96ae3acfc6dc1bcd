'use client'
import { useMark } from '@/components/ui/use-mark'
import { sparePageCode } from '@/lib/accounts/spare-page'
import { setMark } from '@/lib/local-marks'
import type { Vault } from '@/lib/vault/vault'

/**
 * Whether to offer the spare page: not if it was saved, nor if the person postponed it on this device on the same
 * occasion, after an entry or before a share.
 */
export function useSparePageOffer(
  vault: Vault,
  occasion: 'page' | 'share',
): Readonly<{ offered: boolean; later: () => void }> {
  const mark = `spare-later-${occasion}:${vault.uid}`
  const isPostponed = useMark(mark)
  return { offered: !isPostponed && sparePageCode(vault) !== null, later: () => setMark(mark, true) }
}

import { lateFunctions } from '@/lib/device/late-functions'

/** What Today and Write ask of the drafts, with code that is loaded once the journal is open. */
export const lateVoice = lateFunctions(() => import('./unfinished-voice'))

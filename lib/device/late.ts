import { lateFunctions } from './late-functions'

/** Opens the journal, with code that is loaded with the first call. */
export const openingDevice = lateFunctions(() => import('./open-journal'))

/** Opens rows, with code that is loaded with the first call. */
export const rowsDevice = lateFunctions(() => import('./opened-rows'))

/** The id of the marks on Lately. */
export const HOPES = 'hopes'

/** Where one marks: on a phone the form stands below the first screen of Lately, under another button. */
export const MARK_HOPES = `/lately#${HOPES}`

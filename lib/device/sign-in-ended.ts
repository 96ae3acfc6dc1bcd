/** The sign-in page for a person whose session ended elsewhere: it says why they are there. */
export const SIGN_IN_ENDED = '/sign-in?ended=1'

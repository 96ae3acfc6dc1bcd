export default {
  signIn: 'Sign in',
}

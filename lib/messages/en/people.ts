export default {
  you: 'You',
}

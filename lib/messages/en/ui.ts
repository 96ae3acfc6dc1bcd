export default {
  onTheWay: 'The page is on its way.',
}

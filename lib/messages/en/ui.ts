export default {
  onTheWay: 'The page is loading.',
}

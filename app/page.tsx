export default function OpenPage() {
  return (
    <main>
      <h1>Fivefold</h1>
    </main>
  )
}

/** The page; its screens come with the application. */
export function App() {
  return <main>Defender for Servers Onboarding Planner</main>;
}

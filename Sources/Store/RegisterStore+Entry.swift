package import Model

extension RegisterStore {
  /// What reading quick-add lines needs: the registry's names, the sessions, the holidays of the
  /// years around. About 10 ms, and 50 µs a session.
  package func entryMaterial(
    forms: ChoiceForms, today: Day
  ) -> (quickAdd: QuickAdd, calendar: WorkingCalendar) {
    let quickAdd = QuickAdd(
      registry: registry, letters: lettersInUse, forms: forms, sessions: sessions(),
      events: events(), today: today)
    let calendar = WorkingDays(folder).calendar()
    return (quickAdd, calendar)
  }
}

/// Tells a second press of a button from a first, by time and place.
struct DoubleClick: Sendable {
  /// Milliseconds between the two presses, at most.
  static let longest: Int64 = 350

  private var last: (button: MouseEvent.Button, point: Point, time: Int64)?

  /// `event`, a press becoming `.double` when it is the second; a third press is a first again.
  mutating func read(_ event: MouseEvent, at milliseconds: Int64) -> MouseEvent {
    guard event.kind == .press else { return event }
    if let last, last.button == event.button, last.point == event.point,
      milliseconds - last.time <= DoubleClick.longest
    {
      self.last = nil
      return MouseEvent(.double, button: event.button, at: event.point)
    }
    last = (event.button, event.point, milliseconds)
    return event
  }
}

internal import Model

extension ChaseLadder {
  /// The ladder of `register.json`; nil where it has none.
  ///
  /// - Throws: Which rung is not one.
  init?(settings: Value) throws(ValueError) {
    var rungs: [Rung] = []
    for (index, item) in try settings.list("chaseLadder").enumerated() {
      let path = "settings.chaseLadder[\(index)]"
      guard let text = item["channel"].text, let channel = ChaseChannel(rawValue: text) else {
        throw ValueError(
          path + ".channel",
          .unknownWord(
            item["channel"].text ?? "", allowed: ChaseChannel.allCases.map(\.rawValue)))
      }
      if let days = item["workingDays"].integer, days > 0 {
        rungs.append(Rung(channel, .workingDays(days)))
      } else if let days = item["days"].integer, days > 0 {
        rungs.append(Rung(channel, .days(days)))
      } else {
        throw ValueError(path + ".workingDays", .expected(.number))
      }
    }
    self.init(rungs)
  }
}

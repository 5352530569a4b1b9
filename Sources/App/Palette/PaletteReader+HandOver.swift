internal import Model
internal import Vietnamese

extension PaletteReader {
  /// Units that are not there today, by what is typed; behind one of them those that followed it.
  var givers: [PaletteLayer.Candidate] {
    let registry = state.register.registry
    let words = rest.split(separator: " ")
    if let old = words.first.flatMap({ registry[.units][String($0)] }), rest.contains(" ") {
      return old.successors.compactMap { registry[.units][$0.id] }.map { follower($0, of: old) }
    }
    let query = PickQuery(String(rest))
    let validity = ValidityText(registry, language: state.language, on: state.today)
    return registry[.units].entries.filter { $0.validTo.map { $0 < state.today } ?? false }
      .filter { unit in
        query.isEmpty
          || PickCandidate(names: [unit.name, unit.nameEn ?? unit.name]).match(query) != nil
      }
      .prefix(PaletteLayer.mostRows).map { unit in
        let label = [
          registry.name(unit.id, in: .units, language: state.language), validity.remark(unit.id),
        ].compactMap { $0 }.joined(separator: " ")
        return PaletteLayer.Candidate(
          line: String(line[..<rest.startIndex]) + unit.id, label: Words(label, label))
      }
  }

  private func follower(
    _ unit: RegistryEntry, of old: RegistryEntry
  ) -> PaletteLayer.Candidate {
    let name = state.language == .en ? unit.nameEn ?? unit.name : unit.name
    return PaletteLayer.Candidate(
      line: String(line[..<rest.startIndex]) + old.id + " " + unit.id, label: Words(name, name))
  }

  /// `vu-thkt`, or `vu-thkt vu-ngkt` where somebody else than the registry says takes over; either
  /// may be any part of a name, then with `>` between.
  func handOver() throws(PaletteLayer.Fault) -> (action: HandOver, targets: Targets) {
    if let past = state.past { throw fault(past.refusal) }
    let (old, new) = giverAndTaker
    let handOver: HandOver
    do throws(HandOverFault) {
      handOver = try HandOverReader(
        state.register.registry, language: state.language, on: state.today
      ).read(old, to: new)
    } catch {
      throw fault(error.words)
    }
    let places = Matcher(handOver.query, in: state.register, context: state.context)
      .places(in: state.register)
    guard !places.isEmpty else { throw fault(HandOverWords.nothing) }
    return (handOver, Targets(places.compactMap(state.address), here: nil))
  }

  private var giverAndTaker: (old: String, new: String?) {
    let parts = rest.split(separator: ">", maxSplits: 1).map { String($0) }
    if parts.count == 2 { return (parts[0], parts[1]) }
    let words = rest.split(separator: " ").map { String($0) }
    let units = state.register.registry[.units]
    if words.count == 2, units[words[0]] != nil, units[words[1]] != nil {
      return (words[0], words[1])
    }
    return (String(rest), nil)
  }
}

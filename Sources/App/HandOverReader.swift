package import Model
package import Vietnamese

/// Why what was typed hands nothing over.
package struct HandOverFault: Error, Hashable, Sendable {
  package var words: Words
}

/// Reads who gives work and who takes it, as people name them; one way for command and palette.
package struct HandOverReader: Sendable {
  private let registry: Registry
  private let picker: EntryPicker
  private let day: Day
  private let language: Language

  /// `language` is that of the reason which the history keeps.
  package init(_ registry: Registry, language: Language, on day: Day) {
    self.registry = registry
    self.language = language
    self.day = day
    picker = EntryPicker(registry, today: day)
  }

  /// Without `new` the registry says who took the place; `why` is the reason, or that.
  package func read(
    _ old: String, to new: String? = nil, why: String? = nil
  ) throws(HandOverFault) -> HandOver {
    let (id, kind) = try giver(old)
    let taker: String
    if let new {
      taker = try entry(new, kind)
    } else {
      do throws(SuccessorError) {
        taker = try registry.successor(of: id, in: kind, on: day)
      } catch {
        throw HandOverFault(words: error.words(in: registry, kind))
      }
    }
    guard taker != id else { throw HandOverFault(words: HandOverWords.sameUnit) }
    let validity = ValidityText(registry, language: language, on: day)
    if let span = validity.span(taker, in: kind) {
      let name = registry.name(taker, in: kind, language: language)
      throw HandOverFault(words: HandOverWords.notValid(name, span))
    }
    let names = (
      from: registry.name(id, in: kind, language: language),
      to: registry.name(taker, in: kind, language: language)
    )
    let reason = why ?? HandOverWords.why(names, kind)(language)
    return kind == .provinces
      ? HandOver(ofProvince: id, to: taker, in: registry, on: day, why: reason)
      : HandOver(of: id, to: taker, on: day, why: reason)
  }

  /// Whether a word names one who could take over from `old`, and is no part of a query.
  package func isTaker(_ typed: String, from old: String) -> Bool {
    guard let (_, kind) = try? giver(old), !typed.contains(where: { ":<>=()".contains($0) }) else {
      return false
    }
    if case .one = picker.pick(typed, in: .entries(kind)) { return true }
    return false
  }

  /// A unit or province by its whole name first: Kon Tum is a part of its offices' names.
  private func giver(_ typed: String) throws(HandOverFault) -> (id: String, kind: RegistryKind) {
    for kind in [RegistryKind.units, .provinces] {
      if let id = picker.whole(typed, in: .entries(kind)) { return (id, kind) }
    }
    if case .one(let id) = picker.pick(typed, in: .entries(.provinces)),
      case .several = picker.pick(typed, in: .entries(.units))
    {
      return (id, .provinces)
    }
    return (try entry(typed, .units), .units)
  }

  private func entry(_ typed: String, _ kind: RegistryKind) throws(HandOverFault) -> String {
    switch picker.pick(typed, in: .entries(kind)) {
    case .one(let id): return id
    case .several(let ids):
      let names = ids.prefix(6).map { registry.name($0, in: kind, language: language) + " [\($0)]" }
      throw HandOverFault(
        words: CommandWords.ambiguousUnit(typed, Array(names), more: max(0, ids.count - 6)))
    case .none: throw HandOverFault(words: CommandWords.unknownUnit(typed))
    }
  }
}

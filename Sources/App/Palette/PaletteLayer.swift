internal import Model
internal import Vietnamese

/// The command line: what is typed, what it may become, and what is wrong with it.
package struct PaletteLayer: Equatable, Sendable {
  /// Something the line may become.
  package struct Candidate: Equatable, Sendable {
    /// The line it completes to.
    package var line: String
    package var label: Words
    /// The keys that do the same, so that they are learned.
    package var keys = ""
    /// What Enter runs when it is chosen and nothing else was typed.
    package var command: Command?
  }

  package struct Fault: Equatable, Sendable {
    /// The characters of the line that are wrong.
    package var range: Range<Int>
    package var sentence: Words
  }

  package var field: TextField
  package internal(set) var candidates: [Candidate] = []
  package var cursor = 0
  package var fault: Fault?
  /// What the line comes to so far: a count, a date in full.
  package internal(set) var echo: Words?
  /// Whether what reading an `add` line needs was asked for.
  var isPrepared = false
  /// The place in the history that is shown, and what was typed before.
  var recalled: Int?
  var draft = ""

  init(_ text: String) { field = TextField(text) }

  /// The candidates that show at once.
  package static let mostRows = 12
}

extension AppState {
  mutating func openPalette(_ text: String) {
    layers.append(.palette(PaletteLayer(text).reconsidered(in: self)))
  }
}

extension PaletteLayer {
  /// The same with candidates and echo of what is typed now.
  func reconsidered(in state: AppState) -> PaletteLayer {
    var palette = self
    palette.fault = nil
    palette.cursor = 0
    let line = field.text
    if let (verb, rest) = PaletteVerb.read(line), line.last?.isWhitespace == true || !rest.isEmpty {
      let reader = PaletteReader(state: state, line: line, verb: verb, rest: rest)
      // A command typed by its whole name may begin as a verb does.
      palette.candidates =
        PaletteLayer.commands(fitting: line, in: state, isWhole: true) + reader.candidates
      palette.echo = reader.echo
    } else {
      palette.candidates = PaletteLayer.commands(fitting: line, in: state)
      palette.echo = nil
    }
    return palette
  }

  /// The commands that fit, the best first; all of them where nothing is typed.
  private static func commands(fitting line: String, in state: AppState, isWhole: Bool = false)
    -> [Candidate]
  {
    let query = PickQuery(line)
    var found: [(match: PickMatch, candidate: Candidate)] = []
    for binding in state.keymap.bindings {
      let command = binding.command
      let verb = PaletteVerb.allCases.first { $0.command == command }
      guard
        let match = [Command.paletteNames[command]?.match(query), verb?.candidate.match(query)]
          .compactMap({ $0 }).min(), !isWhole || match.kind == .exactName
      else { continue }
      let name = verb?.name(in: state.language) ?? command.hint(state.language)
      found.append(
        (
          match,
          Candidate(
            line: verb == nil ? name : name + " ", label: command.summary,
            keys: binding.keys.map(Keymap.name).prefix(3).joined(separator: " "), command: command)
        ))
    }
    for verb in PaletteVerb.allCases where verb.command == nil && !isWhole {
      guard let match = verb.candidate.match(query) else { continue }
      found.append((match, Candidate(line: verb.name(in: state.language) + " ", label: verb.usage)))
    }
    guard !query.isEmpty else { return found.map(\.candidate) }
    return found.enumerated().sorted {
      ($0.element.match, $0.offset) < ($1.element.match, $1.offset)
    }
    .map(\.element.candidate)
  }
}

extension PaletteVerb {
  fileprivate var candidate: PickCandidate { PickCandidate(names: names) }

  /// How it is written.
  var usage: Words {
    Words("\(name(in: .vi)) \(example.vi)", "\(name(in: .en)) \(example.en)")
  }
}

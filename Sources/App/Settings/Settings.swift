package import Model
package import Terminal
package import Vietnamese

/// What a person has set in the configuration file; nil is what was left open.
package struct Settings: Equatable, Sendable {
  package var language: Language?
  /// nil also for "auto": the one that fits the terminal.
  package var theme: Theme.Name?
  package var typing: Composer.Method?
  package var tones: Composer.Tones?
  /// The method of the input method the person's system has, where keys are read back out of it.
  package var inputMethod: InputMethodKeys.Method?
  package var preset: KeyPreset?
  /// Own bindings in the order of the file.
  package var bindings: [OwnBinding] = []
  /// The register opened when none is named and none is found upwards from the current folder.
  package var data: String?
  package var author: String?
  /// The name of a standard view, or of a saved one.
  package var view: String?
  package var sorting: Sorting?
  package var index: IndexUse?

  package init() {}
}

/// Whether what a large register's files came to is kept for the next start.
package enum IndexUse: String, CaseIterable, Sendable {
  case kept, none
}

/// Keys a person gave a command, with their places in the file.
package struct OwnBinding: Equatable, Sendable {
  package var command: Command
  package var place: FilePlace
  package var keys: [Key]

  package struct Key: Equatable, Sendable {
    package var presses: [KeyPress]
    package var place: FilePlace

    package init(_ presses: [KeyPress], _ place: FilePlace) {
      self.presses = presses
      self.place = place
    }
  }

  package init(_ command: Command, _ place: FilePlace, keys: [Key]) {
    self.command = command
    self.place = place
    self.keys = keys
  }
}

/// A value of a file that a person writes, with its place.
package struct PlacedValue: Equatable, Sendable {
  package indirect enum Content: Equatable, Sendable {
    case text(String)
    case list([PlacedValue])
    case object([(key: String, place: FilePlace, value: PlacedValue)])
    /// null, true, false or a number, which no setting is.
    case other

    package static func == (one: Content, other: Content) -> Bool {
      switch (one, other) {
      case (.text(let a), .text(let b)): a == b
      case (.list(let a), .list(let b)): a == b
      case (.object(let a), .object(let b)):
        a.elementsEqual(b) { $0.key == $1.key && $0.place == $1.place && $0.value == $1.value }
      case (.other, .other): true
      case (.text, _), (.list, _), (.object, _), (.other, _): false
      }
    }
  }

  package var content: Content
  package var place: FilePlace

  package init(_ content: Content, _ place: FilePlace) {
    self.content = content
    self.place = place
  }
}

/// What is wrong with the configuration file; everything else in it is used.
package enum SettingsFault: Hashable, Sendable {
  /// The file is no JSON: nothing of it is used.
  case badSyntax(FilePlace, SyntaxFault)
  case unreadable(RegisterProblem)
  case notAnObject(FilePlace)
  case unknownKey(String, nearest: String?, FilePlace)
  case wrongType(key: String, ValueError.Expectation, FilePlace)
  case unknownValue(String, key: String, known: [String], FilePlace)
  case unknownCommand(String, nearest: String?, FilePlace)
  case unknownPress(String, Command, FilePlace)
  /// A key that keeps its meaning whatever is bound.
  case fixedPress(String, Command, FilePlace)
  /// `goToView` takes digits only.
  case notADigit(String, FilePlace)
  /// The same keys, or keys that begin them, stand earlier in the file; the earlier are used.
  case clash(String, Command, with: String, Command, FilePlace, first: FilePlace)
  /// Own bindings took the last key of a command that was not named.
  case keyless(Command, taken: String, by: Command, FilePlace)
}

import App
import Glibc
import Model
import Store
import Vietnamese

/// The configuration file as it was found: what it sets, and what is wrong with it.
struct SettingsFile: Sendable {
  let settings: Settings
  let keymap: Keymap
  let faults: [SettingsFault]

  /// Of the preset that is named, in place of the file's.
  func keymap(_ preset: KeyPreset?) -> Keymap {
    guard let preset else { return keymap }
    var settings = settings
    settings.preset = preset
    return Keymap.own(settings).keymap
  }

  /// Reads the file, which may be missing unless somebody named it.
  init(_ path: String, isNamed: Bool) {
    var settings = Settings()
    var faults: [SettingsFault] = []
    do throws(SettingsFileError) {
      if let file = try SettingsFile.read(path, isNamed: isNamed) {
        let reader = SettingsReader(file)
        (settings, faults) = (reader.settings, reader.faults)
      }
    } catch {
      faults = [error.fault]
    }
    settings.data = settings.data.map { SettingsFile.absolute($0, from: path) }
    let (keymap, ofKeys) = Keymap.own(settings)
    (self.settings, self.keymap, self.faults) = (settings, keymap, faults + ofKeys)
  }

  private struct SettingsFileError: Error {
    let fault: SettingsFault
  }

  private static func read(
    _ path: String, isNamed: Bool
  ) throws(SettingsFileError) -> PlacedValue? {
    var reader = JSONReader()
    do throws(FileReadError) {
      _ = try reader.load(path: path)
    } catch {
      if case .cannotOpen(ENOENT) = error, !isNamed { return nil }
      if case .cannotOpen(ENOTDIR) = error, !isNamed { return nil }
      throw SettingsFileError(fault: .unreadable(error.problem(at: path)))
    }
    do throws(JSONError) {
      try reader.read()
    } catch {
      let place = FilePlace(path: path, line: error.line, column: error.column)
      throw SettingsFileError(fault: .badSyntax(place, error.problem))
    }
    return reader.withRoot { placed($0, in: reader, path) }
  }

  private static func placed(
    _ node: JSONNode, in reader: borrowing JSONReader, _ path: String
  ) -> PlacedValue {
    func place(_ node: JSONNode) -> FilePlace {
      let position = reader.position(of: node.byteRange.lowerBound)
      return FilePlace(path: path, line: position.line, column: position.column)
    }
    let content: PlacedValue.Content
    switch node.kind {
    case .text: content = .text(nfc(node.text ?? ""))
    case .array: content = .list(node.elements.map { placed($0, in: reader, path) })
    case .object:
      content = .object(
        node.members.map { member in
          (
            key: member.key.text ?? "", place: place(member.key),
            value: placed(member.value, in: reader, path)
          )
        })
    case .number, .bool, .null: content = .other
    }
    return PlacedValue(content, place(node))
  }

  /// `~` is the home folder; what is not absolute is so from the file's own folder.
  private static func absolute(_ folder: String, from file: String) -> String {
    if folder.hasPrefix("/") { return folder }
    if folder == "~" || folder.hasPrefix("~/") {
      return (Surroundings().variable("HOME") ?? "") + folder.dropFirst()
    }
    let parent = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    return parent + "/" + folder
  }
}

extension Surroundings {
  /// Where XDG has a person keep settings.
  var configFolder: String { folder("XDG_CONFIG_HOME", "/.config") }

  /// Where XDG has a program keep what it remembers.
  var stateFolder: String { folder("XDG_STATE_HOME", "/.local/state") }

  /// Where XDG has a program keep what can be made again.
  var cacheFolder: String { folder("XDG_CACHE_HOME", "/.cache") }

  private func folder(_ name: String, _ usual: String) -> String {
    if let named = variable(name), named.hasPrefix("/") { return named + "/dondoc" }
    return (variable("HOME") ?? "/") + usual + "/dondoc"
  }

  /// Read once, when it is first asked for.
  var settingsFile: SettingsFile { Surroundings.settingsFile }

  private static let settingsFile: SettingsFile = {
    let named = Surroundings().variable("DONDOC_CONFIG")
    return SettingsFile(
      named ?? Surroundings().configFolder + "/config.json", isNamed: named != nil)
  }()
}

/// What the interface remembers, in the person's state folder.
struct StateFile: Sendable {
  private let file: UserFile

  init(_ surroundings: Surroundings) {
    file = UserFile(folder: surroundings.stateFolder, name: "state.json")
  }

  /// Nothing is remembered where there is no file, or none that can be read.
  func read() -> RememberedState {
    (try? file.read()).map { RememberedState($0) } ?? RememberedState()
  }

  /// What cannot be written is forgotten.
  func write(_ state: RememberedState) { try? file.replace(with: state.value) }
}

import App
import Glibc
import Model
import Store
import Vietnamese

/// The world outside: the clock, the environment and the user. They are asked nowhere else.
struct Surroundings: Sendable {
  func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// How far the local clock is east of UTC now, in seconds.
  func secondsEast() -> Int {
    var seconds = time_t(now().milliseconds / 1000)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return 0 }
    return local.tm_gmtoff
  }

  /// The day on the wall.
  func today() -> Day { now().shifted(bySeconds: secondsEast()).day }

  /// The last millisecond of a day on the local clock, whatever summer time did then.
  func end(of day: Day) -> Moment {
    let next = Day(ordinal: day.ordinal + 1).civil
    var midnight = tm()
    midnight.tm_year = Int32(next.year - 1900)
    midnight.tm_mon = Int32(next.month - 1)
    midnight.tm_mday = Int32(next.day)
    midnight.tm_isdst = -1
    return Moment(milliseconds: Int64(mktime(&midnight)) * 1000 - 1)
  }

  /// The local time as `08:15`.
  func clock() -> String { now().shifted(bySeconds: secondsEast()).clock }

  func signature() -> Signature { Signature(author: Surroundings.author, now: now()) }

  /// nil where it is not set, or empty.
  func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = nfc(String(cString: value))
    return text.isEmpty ? nil : text
  }

  /// $DONDOC_LANG, else what is configured, else the language of the locale; Vietnamese where it
  /// names none.
  var language: Language { fixedLanguage ?? localeLanguage }

  /// What the environment or the configuration says; nil where neither does.
  var fixedLanguage: Language? {
    variable("DONDOC_LANG").flatMap(Language.init(rawValue:)) ?? settingsFile.settings.language
  }

  private var localeLanguage: Language {
    let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
    let isPlain = locale.isEmpty || locale == "POSIX" || locale == "C" || locale.hasPrefix("C.")
    return isPlain || locale.hasPrefix("vi") ? .vi : .en
  }

  static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  /// $DONDOC_AUTHOR, else what is configured, else the user's full name, else the name of the
  /// account.
  private static let author: String = {
    if let named = Surroundings().variable("DONDOC_AUTHOR") { return cleaned(named) }
    if let named = Surroundings().settingsFile.settings.author.map(cleaned), !named.isEmpty {
      return named
    }
    guard let user = getpwuid(getuid()) else { return "uid \(getuid())" }
    let full = user.pointee.pw_gecos.map { String(cString: $0) } ?? ""
    let name = cleaned(String(full.prefix { $0 != "," }))
    return name.isEmpty ? String(cString: user.pointee.pw_name) : name
  }()

  private static func cleaned(_ name: String) -> String {
    nfc(String(name.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}

// MARK: - Folders

extension Surroundings {
  /// The folder a register is looked for in, when none is named: the nearest one upwards from the
  /// current folder that is a register, else the one that is configured, else the user's data
  /// folder.
  func usualFolder() -> String {
    var folder = currentFolder()
    while !folder.isEmpty {
      if RegisterFolder.isRegister(folder) { return folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    return settingsFile.settings.data ?? dataFolder
  }

  /// Where XDG has a program keep its user's data.
  var dataFolder: String {
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/dondoc" }
    let home = variable("HOME") ?? "/"
    return home + "/.local/share/dondoc"
  }

  private func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}

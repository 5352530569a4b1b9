import App
import ArgumentParser
import Model
import Vietnamese

/// The options every command has.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("Thư mục sổ / The register's folder ($DONDOC_DATA).", valueName: "DIR"))
  var data: String?

  @Option(
    name: .customLong("today"),
    help: ArgumentHelp("Coi như hôm nay là ngày này / The date in force.", valueName: "DATE"))
  var today: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Xem sổ như hôm đó, chỉ đọc / The register as it was on a day; read only.", valueName: "DATE")
  )
  var asOf: String?

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp("Ngôn ngữ / Language: vi, en ($DONDOC_LANG).", valueName: "vi|en"))
  var lang: String?

  @Flag(name: .customLong("json"), help: "In JSON / Print JSON.")
  var json = false

  var values: GlobalValues {
    GlobalValues(data: data, today: today, asOf: asOf, lang: lang, json: json)
  }

  /// Global options may stand before the subcommand too: they are put behind it.
  ///
  /// `--data d list x` becomes `list --data d x`.
  static func moved(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if first == "--json" || first.hasPrefix("--data=") || first.hasPrefix("--today=")
        || first.hasPrefix("--lang=") || first.hasPrefix("--as-of=")
      {
        leading.append(first)
        rest = rest.dropFirst()
      } else if ["--data", "--today", "--lang", "--as-of"].contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    guard let command = rest.first, !command.hasPrefix("-") else { return arguments }
    // Of a command with commands of its own, behind both words.
    let inner =
      Dondoc.configuration.subcommands.first {
        $0.configuration.commandName == command
      }?.configuration.subcommands.compactMap { $0.configuration.commandName } ?? []
    let words = rest.dropFirst().first.map(inner.contains) == true ? 2 : 1
    return rest.prefix(words) + leading + rest.dropFirst(words)
  }
}

/// The same as they were typed: what a start without any words need not be parsed for.
struct GlobalValues {
  var data: String?
  var today: String?
  var asOf: String?
  var lang: String?
  var json = false
}

/// What every command starts from: the world outside, and what the options say of it.
struct CommandContext {
  let surroundings = Surroundings()
  let language: Language
  /// The date in force.
  let today: Day
  /// The past day the register is shown of; nil for as it is.
  let asOf: Day?
  let isJSON: Bool
  private let data: String?

  /// The language of the command line, the environment or the configuration; nil where only the
  /// locale says.
  let fixedLanguage: Language?

  /// What is wrong with the configuration is said on standard error.
  ///
  /// - Throws: A word on the command line that means nothing.
  init(_ options: GlobalOptions) throws(Failure) {
    try self.init(options.values, complains: true)
  }

  /// What is wrong with the configuration is said on standard error, if it `complains`.
  ///
  /// - Throws: A word on the command line that means nothing.
  init(_ options: GlobalValues, complains: Bool) throws(Failure) {
    let spoken = surroundings.language
    if let typed = options.lang {
      guard let named = Language(rawValue: typed.lowercased()) else {
        throw Failure(CommandWords.unknownLanguage(typed), spoken, .usage)
      }
      (language, fixedLanguage) = (named, named)
    } else {
      (language, fixedLanguage) = (spoken, surroundings.fixedLanguage)
    }
    if complains {
      for fault in surroundings.settingsFile.faults { Output.complain(fault.words(language)) }
    }
    isJSON = options.json
    data = options.data.map(nfc)
    let wall = surroundings.today()
    let reader = TypedDates(today: wall, language: language)
    asOf = try options.asOf.map { typed throws(Failure) in
      try reader.day(typed, option: "--as-of", missingYear: .nearest)
    }
    today =
      try options.today.map { typed throws(Failure) in
        try reader.day(typed, option: "--today", missingYear: .nearest)
      } ?? asOf ?? wall
  }

  /// The last moment of the past day, on the office's clock.
  var pastMoment: Moment? { asOf.map(surroundings.end) }

  /// - Throws: The sentence that a past day is only looked at.
  func needsThePresent() throws(Failure) {
    if let asOf { throw Failure(CommandWords.pastIsReadOnly(asOf), language, .usage) }
  }

  func say(_ words: Words) -> String { words(language) }

  var settings: SettingsFile { surroundings.settingsFile }

  /// Where indexes of registers are kept; nil for nowhere.
  var indexFolder: String? {
    settings.settings.index == IndexUse.none ? nil : surroundings.cacheFolder
  }

  /// The folder that was named; nil when the usual places are to be looked at.
  var namedFolder: String? {
    let named = data ?? surroundings.variable("DONDOC_DATA")
    return named.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  var dates: TypedDates { TypedDates(today: today, language: language) }
}

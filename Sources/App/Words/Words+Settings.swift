internal import Model

extension SettingsFault {
  /// One sentence that begins with the file, line and column.
  package var words: Words {
    switch self {
    case .badSyntax(let place, let fault):
      Words(
        "\(place.text): \(fault.words.vi) Tệp cấu hình này chưa được dùng; mọi thứ theo mặc định.",
        "\(place.text): \(fault.words.en) This configuration is not used; all is as by default.")
    case .unreadable(let problem): problem.words
    case .notAnObject(let place):
      Words(
        "\(place.text): cả tệp cấu hình phải là nhóm {…}.",
        "\(place.text): the whole configuration should be an object {…}.")
    case .unknownKey(let key, let nearest, let place):
      Words(
        "\(place.text): không có thiết lập “\(key)”"
          + (nearest.map { "; có lẽ là “\($0)”?" } ?? "."),
        "\(place.text): there is no setting “\(key)”"
          + (nearest.map { "; perhaps “\($0)”?" } ?? "."))
    case .wrongType(let key, let expected, let place):
      Words(
        "\(place.text): “\(key)” phải là \(expected.words.vi); bỏ qua.",
        "\(place.text): “\(key)” should be \(expected.words.en); it is passed over.")
    case .unknownValue(let value, let key, let known, let place):
      SettingsFault.unknownValue(value, key, known, place)
    case .unknownCommand, .unknownPress, .fixedPress, .notADigit, .clash, .keyless: wordsOfKeys
    }
  }

  private static func unknownValue(
    _ value: String, _ key: String, _ known: [String], _ place: FilePlace
  ) -> Words {
    let list = known.joined(separator: ", ")
    let nearest = Nearest.of(value, among: known)
    return Words(
      "\(place.text): “\(key)” không có giá trị “\(value)”"
        + (nearest.map { "; có lẽ là “\($0)”" } ?? "") + " (được dùng: \(list)).",
      "\(place.text): “\(key)” has no value “\(value)”"
        + (nearest.map { "; perhaps “\($0)”" } ?? "") + " (known: \(list)).")
  }

  private var wordsOfKeys: Words {
    switch self {
    case .unknownCommand(let name, let nearest, let place):
      Words(
        "\(place.text): không có lệnh “\(name)”"
          + (nearest.map { "; có lẽ là “\($0)”?" } ?? "; xem dondoc keys."),
        "\(place.text): there is no command “\(name)”"
          + (nearest.map { "; perhaps “\($0)”?" } ?? "; see dondoc keys."))
    case .unknownPress(let name, let command, let place):
      Words(
        "\(place.text): không có phím “\(name)” (\(command.rawValue)); viết như a, ctrl-d, f5, g g.",
        "\(place.text): there is no key “\(name)” (\(command.rawValue)); write a, ctrl-d, f5 or g g."
      )
    case .fixedPress(let name, let command, let place):
      Words(
        "\(place.text): không đặt lại được phím “\(name)” (\(command.rawValue)).",
        "\(place.text): the key “\(name)” keeps its meaning (\(command.rawValue)).")
    case .notADigit(let name, let place):
      Words(
        "\(place.text): goToView chỉ nhận phím 1–9, không nhận “\(name)”.",
        "\(place.text): goToView takes 1–9 only, not “\(name)”.")
    case .clash(let keys, let command, let other, let holder, let place, let first):
      SettingsFault.clash(keys, command, other, holder, place, first)
    case .keyless(let command, let keys, let taker, let place):
      Words(
        "\(place.text): “\(keys)” nay là \(taker.rawValue), nên \(command.rawValue) "
          + "(\(command.summary.vi)) không còn phím; đặt phím khác, hoặc [] nếu muốn vậy.",
        "\(place.text): “\(keys)” is \(taker.rawValue) now, so \(command.rawValue) "
          + "(\(command.summary.en)) has no key left; give it one, or [] if that is meant.")
    case .badSyntax, .unreadable, .notAnObject, .unknownKey, .wrongType, .unknownValue: words
    }
  }

  private static func clash(
    _ keys: String, _ command: Command, _ other: String, _ holder: Command, _ place: FilePlace,
    _ first: FilePlace
  ) -> Words {
    let isSame = keys == other
    return Words(
      "\(place.text): “\(keys)” (\(command.rawValue)) "
        + (isSame ? "đã là phím của" : "vướng “\(other)” của")
        + " \(holder.rawValue) ở dòng \(first.line); dùng phím đặt trước.",
      "\(place.text): “\(keys)” (\(command.rawValue)) "
        + (isSame ? "is the key of" : "gets in the way of “\(other)”,")
        + " \(holder.rawValue) on line \(first.line); the earlier one is used.")
  }

  /// The first of several, and how many more there are.
  package static func notice(_ faults: [SettingsFault]) -> Words? {
    guard let first = faults.first?.words else { return nil }
    let more = faults.count - 1
    guard more > 0 else { return first }
    return Words(
      "(và \(more) lỗi nữa: dondoc keys) \(first.vi)", "(and \(more) more: dondoc keys) \(first.en)"
    )
  }
}

package import Model

// One place makes sentences of facts: what is wrong, where, and what to do.

extension RegisterProblem {
  /// One sentence or two; what stands in a file begins with the file, line and column.
  package func words(on surface: Surface) -> Words {
    switch self {
    case .missingFolder(let path) where surface != .commandLine:
      Words("Không có thư mục \(path).", "There is no folder \(path).")
    case .notARegister(let path) where surface != .commandLine:
      Words(
        "\(path) không phải là sổ dondoc (không có register.json).",
        "\(path) is not a dondoc register (it has no register.json).")
    case .registerExists(let path) where surface != .commandLine:
      Words("\(path) đã là một sổ dondoc.", "\(path) is a dondoc register already.")
    case .notTheFold(let code, let fields, let place):
      RegisterProblem.wordsOfEdited(code, fields.joined(separator: ", "), place, surface)
    case .missingFolder, .notARegister, .foreignFormat, .newerFormat, .registerExists,
      .folderNotEmpty, .alreadyThere, .badArchive, .wideOpen, .busy:
      wordsOfFolder
    case .system, .tornJournal, .damagedJournal, .recordGone, .fileInTrouble:
      wordsOfSaving
    case .badSyntax, .badValue, .wrongTop, .duplicateCode, .duplicateKey, .unknownEntry,
      .unknownProgramme, .danglingLink, .oneSidedLink, .notCanonical, .alteredReview,
      .brokenSuccessor:
      wordsOfFile
    }
  }

  /// As the command line says it.
  package var words: Words { words(on: .commandLine) }

  private var wordsOfFolder: Words {
    switch self {
    case .missingFolder(let path):
      Words(
        "Không có thư mục \(path). Kiểm tra lại --data, hoặc lập sổ mới: dondoc init \(path)",
        "There is no folder \(path). Check --data, or make a new register: dondoc init \(path)")
    case .notARegister(let path):
      Words(
        "\(path) không phải là sổ dondoc (không có register.json). Chỉ đúng thư mục bằng --data, "
          + "hoặc lập sổ mới bằng dondoc init.",
        "\(path) is not a dondoc register (it has no register.json). Name the right folder with "
          + "--data, or make a new register with dondoc init.")
    case .foreignFormat(let path):
      Words(
        "\(path): tệp này không phải của dondoc (không ghi \"format\": \"dondoc\"). "
          + "Hãy chỉ đúng thư mục sổ; không có gì bị thay đổi.",
        "\(path): this file is not dondoc's (it does not say \"format\": \"dondoc\"). "
          + "Name the register's folder; nothing was changed.")
    case .newerFormat(let path, let version, let known):
      RegisterProblem.wordsOfVersion(path, version, known)
    case .registerExists(let path):
      Words(
        "\(path) đã là một sổ dondoc, nên không lập sổ mới ở đó. Mở sổ: dondoc --data \(path)",
        "\(path) is a dondoc register already, so no new one is made there. "
          + "Open it: dondoc --data \(path)")
    case .folderNotEmpty(let path):
      Words(
        "\(path) đã có thứ khác, nên không lập sổ ở đó. Chọn một thư mục trống hoặc chưa có.",
        "There are other things in \(path), so no register is made there. "
          + "Choose an empty folder, or a new one.")
    case .alreadyThere(let path):
      Words(
        "\(path) đã có rồi, nên không ghi đè. Chọn tên khác.",
        "\(path) is there already and is not written over. Choose another name.")
    case .badArchive(let path):
      Words(
        "\(path) không phải bản sao lưu nguyên vẹn của một sổ; không có gì bị thay đổi.",
        "\(path) is not the whole backup of a register; nothing was changed.")
    case .wideOpen(let path, let files):
      Words(
        "Người khác trên máy có thể xem hoặc sửa sổ trong \(path) (\(files) tệp đang mở). "
          + "Nên đóng lại: chmod -R go= \(path)",
        "Others on this computer may read or change the register in \(path) (\(files) open files). "
          + "Better close it: chmod -R go= \(path)")
    case .busy(let path, let process):
      Words(
        "Sổ trong \(path) đang được chương trình khác ghi"
          + (process.map { " (tiến trình \($0))" } ?? "") + ". Đợi một lát rồi làm lại.",
        "Another program is writing to the register in \(path)"
          + (process.map { " (process \($0))" } ?? "") + ". Wait a moment and try again.")
    case .system, .tornJournal, .damagedJournal, .recordGone, .fileInTrouble, .badSyntax, .badValue,
      .wrongTop, .duplicateCode, .duplicateKey, .unknownEntry, .unknownProgramme, .danglingLink,
      .oneSidedLink, .notTheFold, .notCanonical, .alteredReview,
      .brokenSuccessor:
      words
    }
  }

  private static func wordsOfVersion(_ path: String, _ version: Int, _ known: Int) -> Words {
    guard version > known else {
      return Words(
        "\(path): không rõ phiên bản của sổ (\"version\": \(version); bản này đọc \(known)). "
          + "Sửa lại tệp này, hoặc lấy bản sao lưu; không có gì bị thay đổi.",
        "\(path): the register's version is not clear (\"version\": \(version); this dondoc reads "
          + "\(known)). Correct the file, or take a backup; nothing was changed.")
    }
    return Words(
      "\(path): sổ này do một bản dondoc mới hơn ghi (dạng \(version); bản này đọc đến \(known)). "
        + "Hãy cập nhật dondoc rồi mở lại; không có gì bị thay đổi.",
      "\(path): a newer dondoc wrote this register (format \(version); this one reads up to "
        + "\(known)). Update dondoc and open it again; nothing was changed.")
  }

  private var wordsOfSaving: Words {
    switch self {
    case .system(let act, let path, let code):
      act.words(path).then(SystemErrorText.reason(code)).then(SystemErrorText.advice(code))
    case .tornJournal(let path, let bytes):
      Words(
        "\(path): dòng cuối bị đứt giữa chừng (\(bytes) byte), như khi mất điện. "
          + "Thay đổi đó chưa từng được báo là đã lưu; mọi thay đổi khác vẫn đủ.",
        "\(path): the last line was cut off (\(bytes) bytes), as by a power cut. "
          + "That change was never reported saved; all others are there.")
    case .damagedJournal(let path, let line):
      Words(
        "\(path):\(line): dòng này hỏng, nên thay đổi trong đó không dùng được; các dòng khác vẫn "
          + "đủ. Hãy giữ lại tệp này và đối chiếu với bản sao lưu.",
        "\(path):\(line): this line is damaged, so its changes cannot be used; the other lines are "
          + "kept. Keep this file and compare it with a backup.")
    case .recordGone(let code):
      Words(
        "Không còn mục \(code) trong sổ; có thể người khác vừa chuyển hoặc xóa. Đọc lại sổ.",
        "There is no \(code) in the register any more; somebody may have moved or removed it. "
          + "Read the register again.")
    case .fileInTrouble(let path):
      Words(
        "\(path): tệp này có lỗi hoặc vừa bị thay đổi, nên không ghi gì vào đó. "
          + "Chạy dondoc check để xem lỗi, sửa rồi làm lại.",
        "\(path): this file is faulty or has just been changed, so nothing is written to it. "
          + "Run dondoc check to see the fault, mend it and try again.")
    case .missingFolder, .notARegister, .foreignFormat, .newerFormat, .registerExists,
      .folderNotEmpty, .alreadyThere, .badArchive, .wideOpen, .busy, .badSyntax, .badValue,
      .wrongTop, .duplicateCode,
      .duplicateKey, .unknownEntry, .unknownProgramme, .danglingLink, .oneSidedLink, .notTheFold,
      .notCanonical, .alteredReview,
      .brokenSuccessor:
      words
    }
  }
}

extension Words {
  /// This and then `next`, with a space between; nothing is added for empty words.
  func then(_ next: Words) -> Words {
    next.vi.isEmpty ? self : Words("\(vi) \(next.vi)", "\(en) \(next.en)")
  }
}

extension FilePlace {
  /// As compilers and editors write it: `file:line:column`.
  package var text: String { "\(path):\(line):\(column)" }
}

package import Model

/// What is said of keeping a register whole: repairing, former versions, backups.
package enum KeepingWords {
  package static func deed(
    adoptedIn code: String, fields: [String]
  ) -> Words {
    let known = fields.map { name in Field(rawValue: name)?.words ?? Words(name, name) }
    return Words(
      "\(code): chỗ sửa ngoài chương trình (\(known.map(\.vi).joined(separator: ", "))) đã thành "
        + "một thay đổi trong lịch sử.",
      "\(code): what was edited outside (\(known.map(\.en).joined(separator: ", "))) is now a change "
        + "in its history.")
  }

  package static func linkedBack(_ code: String, _ to: String, _ relation: Relation) -> Words {
    Words(
      "\(to): đã thêm liên kết ngược lại, vì \(code) \(relation.words.vi) \(to).",
      "\(to): the other end of the link was added, for \(code) \(relation.words.en) \(to).")
  }

  package static func rewritten(_ path: String) -> Words {
    Words(
      "\(path): đã viết lại đúng dạng; bản cũ được giữ.",
      "\(path): rewritten in its proper form; the former version is kept.")
  }

  package static func swept(_ files: Int) -> Words {
    Words(
      "Đã bỏ \(files) tệp tạm do lần ghi dở để lại.",
      "Removed \(files) temporary \(files == 1 ? "file" : "files") of a write that was cut off.")
  }

  package static let journalSetAside = Words(
    "Nhật ký có dòng hỏng hoặc đứt: những dòng lành đã vào sổ, cả tệp được giữ lại.",
    "The journal had damaged or torn lines: the good ones are in the register, the file is kept.")

  package static let nothingRepaired = Words(
    "Không có gì cần sửa mà tự sửa được.", "There was nothing to repair that can be repaired.")

  // MARK: - Former versions

  package static let noGenerations = Words(
    "Chưa giữ bản cũ nào: bản cũ có khi một tệp được ghi lại.",
    "No former version is kept yet: one is kept each time a file is written anew.")

  package static func difference(changed: Int, missing: Int, newer: Int) -> Words {
    if changed == 0 && missing == 0 && newer == 0 {
      return Words("như hiện nay", "as it is now")
    }
    var vi: [String] = []
    var en: [String] = []
    if changed > 0 {
      vi.append("\(changed) mục khác")
      en.append("\(changed) changed")
    }
    if missing > 0 {
      vi.append("\(missing) mục nay không còn")
      en.append("\(missing) missing now")
    }
    if newer > 0 {
      vi.append("\(newer) mục có sau")
      en.append("\(newer) newer")
    }
    return Words(vi.joined(separator: ", "), en.joined(separator: ", "))
  }

  package static let putsBack = Words(
    "tệp hiện nay không đọc được: bản này sẽ thay vào",
    "the file cannot be read now: this would take its place")

  package static let unreadable = Words("không đọc được", "cannot be read")

  package static func noSuchGeneration(_ typed: String) -> Words {
    Words(
      "Không có bản cũ nào tên “\(typed)”. Xem danh sách: dondoc restore",
      "No former version is called “\(typed)”. For the list: dondoc restore")
  }

  package static func severalGenerations(_ typed: String, _ names: [String]) -> Words {
    let list = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? "…" : "")
    return Words(
      "“\(typed)” có thể là nhiều bản: \(list). Ghi rõ hơn.",
      "“\(typed)” may be several: \(list). Say it more exactly.")
  }

  package static let nothingToRestore = Words(
    "Bản này không khác sổ hiện nay; không có gì để khôi phục.",
    "This version is as the register is now; there is nothing to restore.")

  package static func askRestoring(records: Int) -> Words {
    Words(
      "Khôi phục \(records) mục như trên? (c = có, phím khác = không) ",
      "Restore \(records) \(records == 1 ? "record" : "records") as above? (y = yes, else no) ")
  }

  package static func askPuttingBack(_ file: String) -> Words {
    Words(
      "Đưa bản này vào chỗ \(file)? Tệp hỏng được giữ lại. (c = có, phím khác = không) ",
      "Put this in the place of \(file)? The damaged file is kept. (y = yes, else no) ")
  }

  package static let needsYes = Words(
    "Không hỏi được ở đây: thêm --yes để khôi phục, hoặc --dry-run để chỉ xem.",
    "There is no one to ask here: add --yes to restore, or --dry-run only to look.")

  package static let notRestored = Words(
    "Không khôi phục gì.", "Nothing was restored.")

  package static func restored(_ records: Int, _ name: String) -> Words {
    Words(
      "Đã khôi phục \(records) mục từ \(name). Hoàn tác: dondoc undo",
      "Restored \(records) \(records == 1 ? "record" : "records") from \(name). "
        + "To take it back: dondoc undo")
  }

  package static func putBack(_ file: String, _ name: String) -> Words {
    Words(
      "\(file) nay là bản \(name); tệp hỏng được giữ trong .generations.",
      "\(file) is now the version \(name); the damaged file is kept in .generations.")
  }

  // MARK: - Backups

  package static func backedUp(_ path: String, files: Int, records: Int) -> Words {
    Words(
      "\(path): \(files) tệp, \(records) mục; đã đọc lại, so từng byte và kiểm tra.",
      "\(path): \(files) files, \(records) records; read back, compared byte for byte, and checked."
    )
  }

  package static func withheld(_ records: Int) -> Words {
    Words(
      "Không đưa vào \(records) mục nội bộ; các mục khác không kèm ghi chú và lịch sử.",
      "\(records) internal records were left out; the others are without notes and history.")
  }

  package static func errorsInside(_ errors: Int) -> Words {
    Words(
      "Trong đó có \(errors) lỗi mà sổ vốn có; xem: dondoc check",
      "It holds \(errors) errors that the register has; see: dondoc check")
  }

  package static func unpacked(_ path: String, files: Int, records: Int) -> Words {
    Words(
      "Đã dựng lại sổ trong \(path): \(files) tệp, \(records) mục.",
      "Made the register anew in \(path): \(files) files, \(records) records.")
  }

  package static let archiveOrGeneration = Words(
    "Hoặc tên một bản cũ, hoặc --from, không cả hai.",
    "Either the name of a version, or --from, not both.")

  package static let restoreWhere = Words(
    "Dựng lại ở đâu? Ghi thư mục mới bằng --data.",
    "Restore where? Name a new folder with --data.")
}

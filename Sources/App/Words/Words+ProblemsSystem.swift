internal import Glibc
internal import Model
package import Terminal

extension SystemAct {
  /// What could not be done, up to the colon before the reason.
  func words(_ path: String) -> Words {
    switch self {
    case .open: Words("Không mở được \(path):", "Cannot open \(path):")
    case .read: Words("Không đọc được \(path):", "Cannot read \(path):")
    case .write: Words("Không ghi được \(path):", "Cannot write \(path):")
    case .sync: Words("Không chắc \(path) đã vào đĩa:", "Cannot make sure that \(path) is on disk:")
    case .rename: Words("Không thay được \(path):", "Cannot replace \(path):")
    case .lock: Words("Không khóa được \(path):", "Cannot lock \(path):")
    case .list: Words("Không xem được thư mục \(path):", "Cannot list the folder \(path):")
    case .makeFolder: Words("Không tạo được thư mục \(path):", "Cannot make the folder \(path):")
    case .makeLink: Words("Không giữ được bản cũ \(path):", "Cannot keep the version \(path):")
    case .remove: Words("Không bỏ được \(path):", "Cannot remove \(path):")
    }
  }
}

/// What the system's error numbers mean, and what to do about them.
enum SystemErrorText {
  static func reason(_ code: Int32) -> Words {
    switch code {
    case ENOENT: Words("không có tệp hay thư mục này.", "there is no such file or folder.")
    case EACCES, EPERM: Words("không có quyền.", "permission denied.")
    case EROFS: Words("đĩa chỉ cho đọc.", "the disk is read-only.")
    case ENOSPC: Words("đĩa đã đầy.", "the disk is full.")
    case EDQUOT: Words("đã dùng hết dung lượng được cấp.", "the disk quota is used up.")
    case EIO: Words("đĩa báo lỗi đọc/ghi.", "the disk reports an input/output error.")
    case EMFILE, ENFILE: Words("đang mở quá nhiều tệp.", "too many files are open.")
    case ENOTDIR:
      Words(
        "một phần của đường dẫn không phải thư mục.",
        "a part of the path is no folder.")
    case EISDIR: Words("đó là thư mục, không phải tệp.", "that is a folder, not a file.")
    case EFBIG: Words("tệp quá lớn.", "the file is too large.")
    case EINVAL: Words("đó không phải là tệp thường.", "that is no ordinary file.")
    default: Words(systemText(code), systemText(code))
    }
  }

  static func advice(_ code: Int32) -> Words {
    switch code {
    case EACCES, EPERM:
      Words(
        "Xem lại quyền của tệp và thư mục; không có gì bị thay đổi.",
        "Look at the permissions of the file and its folder; nothing was changed.")
    case EROFS:
      Words(
        "Chép sổ sang nơi ghi được; không có gì bị thay đổi.",
        "Copy the register to where it can be written; nothing was changed.")
    case ENOSPC, EDQUOT:
      Words(
        "Dọn bớt rồi làm lại; không có gì bị thay đổi.",
        "Make room and try again; nothing was changed.")
    case EIO:
      Words(
        "Chép sổ sang đĩa khác càng sớm càng tốt.",
        "Copy the register to another disk as soon as possible.")
    case EMFILE, ENFILE:
      Words("Đóng bớt chương trình rồi làm lại.", "Close some programs and try again.")
    default: Words("", "")
    }
  }

  private static func systemText(_ code: Int32) -> String {
    let text = strerror(code).map { String(cString: $0) } ?? ""
    return "\(text) (\(code))."
  }
}

extension TerminalError {
  package var words: Words {
    switch self {
    case .alreadyOpen: Words("Màn hình đang được dùng rồi.", "The screen is open already.")
    case .notATerminal:
      Words(
        "Giao diện cần một cửa sổ dòng lệnh; ở đây vào hoặc ra không phải là cửa sổ đó. "
          + "Trong tập lệnh, dùng: dondoc list, dondoc show, dondoc status…",
        "The interface needs a terminal; standard input or output is none here. "
          + "In a script use: dondoc list, dondoc show, dondoc status…")
    case .unknownTerminal(let name):
      name.isEmpty
        ? Words(
          "Không rõ loại cửa sổ dòng lệnh (TERM trống). Thử: TERM=xterm-256color dondoc",
          "The kind of terminal is not known (TERM is empty). Try: TERM=xterm-256color dondoc")
        : Words(
          "Máy này không biết loại cửa sổ “\(name)” (TERM). Thử: TERM=xterm-256color dondoc",
          "This computer does not know the terminal “\(name)” (TERM). "
            + "Try: TERM=xterm-256color dondoc")
    case .terminalTooSimple(let name):
      Words(
        "Cửa sổ “\(name)” quá đơn giản để vẽ giao diện. Dùng dondoc list, dondoc show…, "
          + "hoặc một cửa sổ khác.",
        "The terminal “\(name)” is too simple for the interface. Use dondoc list, dondoc show…, "
          + "or another terminal.")
    case .couldNotOpen(let code):
      Words("Không mở được màn hình:", "Cannot open the screen:").then(SystemErrorText.reason(code))
    }
  }
}

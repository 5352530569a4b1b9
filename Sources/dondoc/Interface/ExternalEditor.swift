import App
import Glibc
import Vietnamese

/// The person's own editor, run on a private file that goes afterwards.
struct ExternalEditor {
  private let command: String

  private static let longest = 1 << 20

  /// $VISUAL, $EDITOR, what the system has set up, else vi.
  init(_ surroundings: Surroundings = Surroundings()) {
    let usual = access("/usr/bin/sensible-editor", X_OK) == 0 ? "sensible-editor" : "vi"
    command = surroundings.variable("VISUAL") ?? surroundings.variable("EDITOR") ?? usual
  }

  /// Waits for the editor; the terminal is to be handed over before.
  func edit(_ text: String) -> OutsideEdit {
    let folder: String
    let file: String
    do throws(SystemFault) {
      folder = try ExternalEditor.privateFolder()
      file = folder + "/dondoc.txt"
      do throws(SystemFault) {
        try ExternalEditor.write(text, to: file)
      } catch {
        ExternalEditor.remove(folder)
        throw error
      }
    } catch {
      return OutsideEdit(editor: command, text: nil, fault: .system(error.sentence))
    }
    defer { ExternalEditor.remove(folder) }
    let fault = run(on: file)
    let read = ExternalEditor.read(file)
    return OutsideEdit(editor: command, text: read.text, fault: fault ?? read.fault)
  }

  // MARK: - The process

  private func run(on file: String) -> OutsideEdit.Fault? {
    let signals = Signals()
    defer { signals.restore() }
    var process: pid_t = 0
    let arguments = ["/bin/sh", "-c", command + " \"$1\"", "sh", file]
    var pointers = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    let code = posix_spawn(&process, "/bin/sh", nil, &attributes, pointers, environ)
    guard code == 0 else { return .system(String(cString: strerror(code))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    if signal != 0 { return .killed(signal: signal) }
    let exit = status >> 8 & 0xFF
    // A shell tells of the signal that ended its child so.
    if exit > 128 { return .killed(signal: exit - 128) }
    if exit == 127 || exit == 126 { return .notFound }
    return exit == 0 ? nil : .exited(exit)
  }

  /// Keys that interrupt are the editor's while it runs; a stop stops both.
  private struct Signals {
    private var before: [(signal: Int32, action: sigaction)] = []

    init() {
      for signal in [SIGINT, SIGQUIT, SIGTSTP] {
        var new = sigaction()
        new.__sigaction_handler.sa_handler = signal == SIGTSTP ? SIG_DFL : SIG_IGN
        var old = sigaction()
        sigaction(signal, &new, &old)
        before.append((signal, old))
      }
    }

    func restore() {
      for (signal, action) in before {
        var action = action
        sigaction(signal, &action, nil)
      }
    }
  }

  // MARK: - The file

  private struct SystemFault: Error {
    let sentence = String(cString: strerror(errno))
  }

  /// A folder that only this user can look into, where the system keeps such things.
  private static func privateFolder() throws(SystemFault) -> String {
    let surroundings = Surroundings()
    let places = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { surroundings.variable($0) } + ["/tmp"]
    for place in places where place.hasPrefix("/") {
      var template = Array((place + "/dondoc-XXXXXX").utf8CString)
      if mkdtemp(&template) != nil {
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    throw SystemFault()
  }

  private static func write(_ text: String, to path: String) throws(SystemFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFault() }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemFault() }
      offset += count
    }
  }

  /// The file by its name, for many editors put a new one in its place.
  private static func read(_ path: String) -> (text: String?, fault: OutsideEdit.Fault?) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // An editor that removes its file has emptied it.
    guard descriptor >= 0 else { return ("", nil) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += room[..<count]
      if bytes.count > longest { return (nil, .tooLong) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return (nil, .notText) }
    return (nfc(text), nil)
  }

  /// The folder with whatever the editor has left in it.
  private static func remove(_ folder: String) {
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." { unlink(folder + "/" + name) }
      }
      closedir(entries)
    }
    rmdir(folder)
  }
}

import Foundation

/// The system's shell, for what a test needs of the machine.
enum Shell {
  /// What a line prints; nothing where there is no shell to be had.
  static func run(_ line: String) -> String {
    guard let pipe = popen("unset TMUX; LC_ALL=C.UTF-8; export LC_ALL; " + line, "r") else {
      return ""
    }
    defer { pclose(pipe) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      output += buffer[..<count]
    }
    return String(decoding: output, as: UTF8.self)
  }
}

import Foundation
package import Terminal
package import Testing

/// Compares a canvas with `Snapshots/<name>.txt` beside the test; a missing file is a failure.
///
/// `UPDATE_SNAPSHOTS=1 swift test` writes the files anew; the change is then reviewed as a diff.
package func expectPicture(
  _ canvas: Canvas, _ name: String, filePath: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: "\(name).txt")
  let picture = "\(name) \(canvas.columns)x\(canvas.rows)\n" + canvas.picture
  if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(picture.utf8).write(to: file)
  }
  guard let kept = try? Data(contentsOf: file) else {
    Issue.record("There is no picture \(name).txt", sourceLocation: location)
    return
  }
  // Bytes, because two strings in different normal forms are equal, and not drawn alike.
  guard kept != Data(picture.utf8) else { return }
  Issue.record("\(name) is drawn in another way:\n\(picture)", sourceLocation: location)
}

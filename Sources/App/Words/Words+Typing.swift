package import Vietnamese

extension Composer.Method {
  /// As the status line shows it; nil when keys are taken as they are.
  package var name: Words? {
    switch self {
    case .telex: Words("Telex", "Telex")
    case .vni: Words("VNI", "VNI")
    case .off: nil
    }
  }
}

// The terminal of the tests: whoever uses the kit uses it too.
@_exported public import PtyKit

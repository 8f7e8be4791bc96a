internal import CPNG

extension QRCode {
    /// The code as a PNG in grey, with its quiet zone: for mails, whose readers show no SVG.
    ///
    /// - Parameter scale: pixels along one module.
    /// - Throws: `PNGFailure` where libpng has no memory.
    public func png(scale: Int = 6) throws(PNGFailure) -> [UInt8] {
        let side = (size + 2 * Self.quietZone) * scale
        let pixels = grey(side: side, scale: scale)
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(side)
        image.height = UInt32(side)
        image.format = 0  // PNG_FORMAT_GRAY: eight bits of grey, no alpha.
        defer { png_image_free(&image) }

        // Asked twice: for how many bytes it takes, and to write them.
        var count = 0
        guard png_image_write_to_memory(&image, nil, &count, 0, pixels, Int32(side), nil) != 0 else {
            throw PNGFailure()
        }
        var written = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            written = png_image_write_to_memory(&image, buffer.baseAddress, &count, 0, pixels, Int32(side), nil) != 0
            initialized = written ? count : 0
        }
        guard written else { throw PNGFailure() }
        return bytes
    }

    public struct PNGFailure: Error, Hashable, Sendable {}

    /// A byte for each pixel, row by row.
    private func grey(side: Int, scale: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 255, count: side * side)
        for row in 0..<size {
            for run in runs(row: row) {
                let columns = (run.lowerBound + Self.quietZone) * scale..<(run.upperBound + Self.quietZone) * scale
                for line in 0..<scale {
                    let start = ((row + Self.quietZone) * scale + line) * side
                    for column in columns { pixels[start + column] = 0 }
                }
            }
        }
        return pixels
    }
}

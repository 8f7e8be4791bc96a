internal import CLibXLSXWriter
internal import Foundation
internal import Presentation
internal import Registration

/// A list as a workbook of Office Open XML, for people: headings that stay in view and filter, dates as dates, everything
/// else but numbers as text, ready to print on A4.
///
/// libxlsxwriter keeps rows in a temporary file rather than in memory ("constant memory"). It has no names, as little as
/// the workbook itself: both lie in memory, and plain text never touches the disk.
final class XLSXWriter: ListWriter {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let text: UnsafeMutablePointer<lxw_format>
    private let date: UnsafeMutablePointer<lxw_format>
    private let file: MemoryFile
    private let layout: ListLayout
    private var clock: ZoneClock
    private var row: UInt32 = 1
    private var isEnded = false
    /// A text with the zero byte that C wants behind it.
    private var scratch: [UInt8] = []

    init(_ layout: ListLayout, title: String) throws(ExportError) {
        self.layout = layout
        clock = ZoneClock(layout.timeZone)
        file = try MemoryFile()
        let folder = strdup(try MemoryFolder.path())
        defer { free(folder) }
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
        guard let workbook = workbook_new_opt(file.path, &options) else { throw .workbook(code: 1) }
        guard let sheet = workbook_add_worksheet(workbook, layout.language.sheetName),
            let text = workbook_add_format(workbook), let date = workbook_add_format(workbook),
            let heading = workbook_add_format(workbook)
        else {
            lxw_workbook_free(workbook)
            throw .workbook(code: 1)
        }
        (self.workbook, self.sheet, self.text, self.date) = (workbook, sheet, text, date)
        format_set_num_format(text, "@")
        format_set_num_format(date, layout.language == .french ? "dd/mm/yyyy hh:mm" : "yyyy-mm-dd hh:mm")
        format_set_align(date, UInt8(LXW_ALIGN_LEFT.rawValue))
        format_set_bold(heading)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        setUp(title: title)
        for (index, column) in layout.columns.enumerated() {
            let column16 = UInt16(index)
            worksheet_set_column(sheet, column16, column16, column.width, nil)
            worksheet_write_string(sheet, 0, column16, column.heading[layout.language], heading)
        }
    }

    deinit { if !isEnded { lxw_workbook_free(workbook) } }

    private func setUp(title: String) {
        let title = String(title.prefix(100))
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4.
        worksheet_fit_to_pages(sheet, 1, 0)
        // An ampersand begins a code there.
        worksheet_set_header(sheet, "&L&B\(title.replacing("&", with: "&&"))")
        worksheet_set_footer(sheet, "&R&P / &N")
        title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            workbook_set_properties(workbook, &properties)
        }
    }

    func add(_ values: [ListValue]) throws(ExportError) {
        for (index, value) in values.enumerated() {
            let column = UInt16(index)
            switch value {
            case .empty: break
            case .number(let number): try check(worksheet_write_number(sheet, row, column, Double(number), nil))
            case .instant(let instant):
                let wall = clock.read(instant)
                var moment = lxw_datetime(
                    year: Int32(wall.year), month: Int32(wall.month), day: Int32(wall.day), hour: Int32(wall.hour),
                    min: Int32(wall.minute), sec: Double(wall.second))
                try check(worksheet_write_datetime(sheet, row, column, &moment, date))
            case .text, .localized, .status:
                guard let bytes = value.text(for: .person(layout.language)), !bytes.isEmpty else { continue }
                scratch.removeAll(keepingCapacity: true)
                scratch += bytes
                scratch.append(0)
                try check(
                    scratch.withUnsafeBytes { bytes in
                        worksheet_write_string(
                            sheet, row, column, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), text)
                    })
            }
        }
        row += 1
    }

    func end() throws(ExportError) {
        worksheet_autofilter(sheet, 0, 0, max(row - 1, 1), UInt16(layout.columns.count - 1))
        // Where memory is full, libxlsxwriter would go on with the half that was written.
        if let rows = sheet.pointee.optimize_tmpfile {
            guard fflush(rows) == 0, ferror(rows) == 0, MemoryFolder.room() > 2 * ftello(rows) else {
                throw .noMemoryFile(reason: "/dev/shm is full")
            }
        }
        isEnded = true
        try check(workbook_close(workbook))
    }

    func take() throws(ExportError) -> [UInt8] { isEnded ? try file.read() : [] }

    private func check(_ code: lxw_error) throws(ExportError) {
        guard code == LXW_NO_ERROR else { throw .workbook(code: Int(code.rawValue)) }
    }
}

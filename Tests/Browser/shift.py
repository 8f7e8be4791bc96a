"""How much a page moves while it is open: `window.shift` sums up what Chromium calls layout shifts."""

SHIFT = """
    window.shift = 0
    new PerformanceObserver(list => list.getEntries().forEach(entry => window.shift += entry.value))
        .observe({type: 'layout-shift', buffered: true})"""

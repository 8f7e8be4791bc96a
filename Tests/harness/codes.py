"""Codes in pictures, read by zxing, which is none of ours; and a camera's film of them."""

import base64

import zxingcpp

WIDTH, HEIGHT = 320, 240
# Draws a code of the project's own onto a page of the camera's size, as far from its edges as a hand would hold it.
DRAW = """async ([svg, width, height]) => {
    const image = new Image();
    image.src = "data:image/svg+xml;base64," + btoa(unescape(encodeURIComponent(svg)));
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const ink = canvas.getContext("2d");
    ink.fillStyle = "#fff";
    ink.fillRect(0, 0, width, height);
    ink.imageSmoothingEnabled = false;
    ink.drawImage(image, (width - height) / 2 + 10, 10, height - 20, height - 20);
    const { data } = ink.getImageData(0, 0, width, height);
    let luminance = "";
    for (let at = 0; at < data.length; at += 4) luminance += String.fromCharCode(data[at]);
    return btoa(luminance);
}"""


def read_code(luminance, width=WIDTH, height=HEIGHT):
    """What the code in a picture of one byte a pixel says; None where there is none."""
    found = zxingcpp.read_barcode(memoryview(luminance).cast("B", (height, width)))
    return found and found.text


def film(path, pictures, frames=20):
    """Writes a film for a camera that Chromium makes believe (YUV4MPEG2): each picture for two seconds, then nothing for one."""
    grey = bytes([128]) * (WIDTH * HEIGHT // 2)
    with open(path, "wb") as file:
        file.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode())
        for picture in pictures:
            for _ in range(frames):
                file.write(b"FRAME\n" + picture + grey)
            for _ in range(10):
                file.write(b"FRAME\n" + bytes([255]) * (WIDTH * HEIGHT) + grey)


def drawn(page, svg):
    """A code's picture, as luminance."""
    return base64.b64decode(page.evaluate(DRAW, [svg, WIDTH, HEIGHT]))

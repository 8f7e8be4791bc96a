// The camera, where the browser reads codes by itself: it looks on until it is stopped, and each code that comes into the
// picture is scanned once.

const camera = async (scan) => {
  if (!window.BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes("qr_code")) return;
  const view = document.getElementById("view"), button = document.getElementById("camera-switch");
  const box = document.getElementById("camera"), form = document.getElementById("scan");
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  let stream, last = { text: "", at: 0 };

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    view.hidden = true;
    form.after(box);
    button.textContent = texts.camera;
  };

  const look = async () => {
    if (!stream) return;
    const [code] = await detector.detect(view).catch(() => []);
    const isNew = code && (code.rawValue !== last.text || Date.now() - last.at > 4_000);
    // A code that stays in the picture is read once.
    if (code) last = { text: code.rawValue, at: Date.now() };
    if (isNew) await scan(code.rawValue);
    setTimeout(look, 120);
  };

  const start = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null);
    if (!stream) {
      net.textContent = texts.cameraDenied;
      return;
    }
    view.srcObject = stream;
    view.hidden = false;
    // Picture and answer stand one below the other, both to be seen at once.
    result.before(box);
    box.scrollIntoView({ block: "start" });
    button.focus({ preventScroll: true });
    await view.play();
    button.textContent = texts.cameraStop;
    look();
  };

  button.hidden = false;
  button.addEventListener("click", () => (stream ? stop() : start()));
  // Nobody looks through the camera of a phone that was put away.
  addEventListener("visibilitychange", () => document.hidden && stream && stop());
};

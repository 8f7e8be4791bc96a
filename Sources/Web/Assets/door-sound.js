// Each outcome has a sound of its own: hertz and milliseconds, one after the other; no hertz, a pause.

const tunes = {
  checked_in: [[880, 90], [1320, 140]], checked_out: [[660, 90], [440, 140]], undone: [[440, 80], [440, 80]],
  already_in: [[520, 120], [0, 60], [520, 120]], not_inside: [[390, 160]], too_many: [[520, 90], [390, 90], [520, 90]],
  wrong_session: [[330, 140], [440, 140], [330, 140]], wrong_day: [[294, 200], [247, 200]], cancelled: [[196, 420]],
  session_cancelled: [[196, 200], [165, 300]], waiting: [[587, 120], [494, 220]],
  full: [[220, 150], [0, 60], [220, 150], [0, 60], [220, 150]], given_away: [[494, 120], [392, 120], [294, 260]],
  unknown: [[262, 90], [208, 260]], unknown_session: [[262, 260]], nothing_to_undo: [[350, 100]], key_reused: [[350, 60], [0, 60], [262, 60]] };

let audio;

const play = (outcome) => {
  if (!document.getElementById("sound").checked) return;
  audio ??= new AudioContext();
  // A page that nobody has touched yet is silent until it is.
  if (audio.state === "suspended") audio.resume();
  let at = audio.currentTime;
  for (const [hertz, length] of tunes[outcome]) {
    if (hertz) {
      const tone = audio.createOscillator(), loudness = audio.createGain();
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(0.25, at);
      loudness.gain.exponentialRampToValueAtTime(0.01, at + length / 1000);
      tone.connect(loudness).connect(audio.destination);
      tone.start(at);
      tone.stop(at + length / 1000);
    }
    at += length / 1000;
  }
};
